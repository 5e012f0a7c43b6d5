import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tally } from '../../src/statistics/fisher.ts';
import { fitMixtures, GRID, passAtKOfMixture } from '../../src/statistics/mixture.ts';
import { expectClose } from '../support/close.ts';

const power = (base: number, exponent: number): number => (exponent === 0 ? 1 : base ** exponent);

/** The definition, tally by tally: 300 steps from equal weights over 0, .005, …, 1. */
function naiveFit(tallies: readonly Tally[], times: readonly number[]): number[] {
  const seen = tallies.map((tally, place) => ({ ...tally, times: times[place] ?? 0 }));
  const total = times.reduce((sum, count) => sum + count, 0);
  let weights = GRID.map(() => 1 / 201);
  for (let step = 0; step < 300; step += 1) {
    const next = GRID.map(() => 0);
    for (const { successes, trials, times: count } of seen) {
      if (count === 0) continue;
      const joint = GRID.map(
        (p, place) => power(p, successes) * power(1 - p, trials - successes) * (weights[place] ?? 0),
      );
      const likelihood = joint.reduce((sum, value) => sum + value, 0);
      joint.forEach((value, place) => {
        next[place] = (next[place] ?? 0) + ((count / total) * value) / likelihood;
      });
    }
    weights = next;
  }
  return weights;
}

const tally = fc
  .integer({ min: 1, max: 40 })
  .chain((trials) => fc.integer({ min: 0, max: trials }).map((successes): Tally => ({ successes, trials })));

/** Fits one sample of the tallies among others, and compares it with the definition. */
function expectFit(
  found: Float64Array | undefined,
  tallies: readonly Tally[],
  times: readonly number[],
): void {
  const expected = naiveFit(tallies, times);
  expect(found).toHaveLength(expected.length);
  expected.forEach((weight, place) => expectClose(found?.[place] ?? Number.NaN, weight, 1e-11));
}

describe('the mixture behind binomial tallies', () => {
  it('equals the result of 300 plain steps, for more samples than fit side by side', () => {
    const tallies = [
      { successes: 5, trials: 6 },
      { successes: 0, trials: 3 },
      { successes: 2, trials: 2 },
    ];
    const samples = [
      [1, 2, 3],
      [0, 0, 1],
      [4, 0, 0],
      [0, 7, 1],
      [2, 1, 1],
    ];
    const fits = fitMixtures(tallies, samples);
    expect(fits).toHaveLength(5);
    fits.forEach((weights, place) => expectFit(weights, tallies, samples[place] ?? []));
  });

  it('is fitted to a single tally, and to items without trials, which carry no information', () => {
    expectFit(fitMixtures([{ successes: 1, trials: 2 }], [[3]])[0], [{ successes: 1, trials: 2 }], [3]);
    const [nothing] = fitMixtures([{ successes: 0, trials: 0 }], [[1]]);
    expectFit(nothing, [{ successes: 0, trials: 0 }], [1]);
    expect(fitMixtures([{ successes: 1, trials: 2 }], [])).toEqual([]);
  });

  it('equals the result of 300 plain steps, whatever the tallies, and sums to 1', () => {
    const samples = fc.array(fc.array(fc.nat(5), { minLength: 5, maxLength: 5 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(tally, { minLength: 1, maxLength: 5 }), samples, (tallies, written) => {
        const times = written.map((counts) =>
          tallies.map((_, place) => (counts[place] ?? 0) + (place === 0 ? 1 : 0)),
        );
        const fits = fitMixtures(tallies, times);
        expect(fits).toHaveLength(times.length);
        fits.forEach((weights, place) => {
          expectFit(weights, tallies, times[place] ?? []);
          expectClose(
            weights.reduce((sum, weight) => sum + weight, 0),
            1,
            1e-11,
          );
        });
      }),
      { numRuns: 6 },
    );
  });

  it('neither over- nor underflows at ten thousand trials', () => {
    const [weights = new Float64Array()] = fitMixtures(
      [
        { successes: 0, trials: 10_000 },
        { successes: 5000, trials: 10_000 },
        { successes: 10_000, trials: 10_000 },
      ],
      [[1, 2, 1]],
    );
    expectClose(weights[0] ?? 0, 1 / 4, 1e-9);
    expectClose(weights[100] ?? 0, 1 / 2, 1e-9);
    expectClose(weights[200] ?? 0, 1 / 4, 1e-9);
    expectClose(passAtKOfMixture(weights, 1), 1 / 2, 1e-9);
    expectClose(passAtKOfMixture(weights, 2), 1 / 2 - 1 / 8 + 1 / 4, 1e-9);
  });

  it('has the mean of the observed shares: its pass@1 is pass@1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 1, maxLength: 8 }), (counts) => {
        const tallies = counts.map((successes) => ({ successes, trials: 16 }));
        const [weights = new Float64Array()] = fitMixtures(tallies, [counts.map(() => 1)]);
        const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length / 16;
        expectClose(passAtKOfMixture(weights, 1), mean, 0.003);
      }),
      { numRuns: 6 },
    );
  });

  it('never gives a chance above 1, even if every item is solved alike', () => {
    for (let trials = 8; trials <= 32; trials += 1) {
      const tallies = [
        { successes: trials, trials },
        { successes: trials - 1, trials },
        { successes: trials - 2, trials },
      ];
      const fits = fitMixtures(tallies, [
        [300, 0, 0],
        [0, 200, 0],
        [0, 0, 250],
        [97, 31, 3],
      ]);
      for (const weights of fits) {
        for (const k of [trials, 2 * trials, 4 * trials, 1e6]) {
          expect(passAtKOfMixture(weights, k)).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  it('grows with k, between the smallest and the largest possible value', () => {
    const [weights = new Float64Array()] = fitMixtures(
      [
        { successes: 1, trials: 8 },
        { successes: 6, trials: 8 },
      ],
      [[3, 1]],
    );
    const values = [1, 2, 4, 8, 16, 1e6].map((k) => passAtKOfMixture(weights, k));
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(values.at(-1)).toBeLessThanOrEqual(1);
  });
});
