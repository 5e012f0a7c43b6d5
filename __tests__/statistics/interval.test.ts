import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredMean, effectiveClusters } from '../../src/statistics/clustered-mean.ts';
import { intervalOf, pOfNoLoss } from '../../src/statistics/interval.ts';
import { pool } from '../../src/statistics/pooling.ts';
import { expectClose } from '../support/close.ts';

const RANGE = { range: [-1, 1] as const };
const R = 4 / 3;

const differences = fc.array(
  fc.record({
    cluster: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    value: fc.double({ min: -1, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 60 },
);

describe('the interval', () => {
  it('lies in its range and contains no NaN, whatever the input', () => {
    fc.assert(
      fc.property(differences, (sample) => {
        const mean = clusteredMean(sample, R);
        const [lower, upper] = intervalOf(mean, RANGE);
        expect(lower).toBeGreaterThanOrEqual(-1);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(upper);
        expect(pOfNoLoss(mean)).toBeGreaterThanOrEqual(0);
        expect(pOfNoLoss(mean)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('changes sign, and not one bit more, if old and new are exchanged', () => {
    fc.assert(
      fc.property(differences, (sample) => {
        const [lower, upper] = intervalOf(clusteredMean(sample, R), RANGE);
        const exchanged = sample.map(({ cluster, value }) => ({ cluster, value: -value }));
        const [exchangedLower, exchangedUpper] = intervalOf(clusteredMean(exchanged, R), RANGE);
        expect(exchangedLower + upper).toBe(0);
        expect(exchangedUpper + lower).toBe(0);
      }),
    );
  });

  it('is the same, except for rounding, whether items of a cluster are listed together or apart', () => {
    fc.assert(
      fc.property(differences, (sample) => {
        const sorted = sample.toSorted((a, b) => a.cluster.localeCompare(b.cluster));
        const apart = intervalOf(clusteredMean(sample, R), RANGE);
        intervalOf(clusteredMean(sorted, R), RANGE).forEach((bound, place) =>
          expectClose(bound, apart[place] ?? Number.NaN, 1e-9),
        );
      }),
    );
  });

  it('agrees with its p: the lower bound is above −δ exactly if a loss of δ or more is excluded at 2.5%', () => {
    fc.assert(
      fc.property(differences, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (sample, beyond) => {
        const mean = clusteredMean(sample, R);
        const [, upper] = intervalOf(mean, { range: [-10, 10] });
        if (Math.abs(upper + beyond) < 1e-9) return;
        expect(pOfNoLoss(mean, beyond) < 0.025).toBe(upper < -beyond);
      }),
    );
  });

  it('spans most of the possible range for a single item', () => {
    const [lower, upper] = intervalOf(clusteredMean([{ cluster: 'only', value: 0 }], R), RANGE);
    expect(lower).toBe(-1);
    expect(upper).toBe(1);
  });

  it('has a standard error for two clusters, and none for one cluster', () => {
    const at = (...clusters: string[]): number | undefined =>
      clusteredMean(
        clusters.map((cluster, place) => ({ cluster, value: place })),
        R,
      ).plainStandardError;
    expectClose(at('a', 'b') ?? Number.NaN, 0.5);
    expect(at('a', 'a')).toBeUndefined();
  });

  it('throws without items', () => {
    expect(() => clusteredMean([], R)).toThrow(new RangeError('a mean needs at least one difference'));
    expect(effectiveClusters([])).toBe(0);
  });

  it('without variation, p is 0 if the center lies below the loss, and 1 otherwise', () => {
    const mean = clusteredMean([{ cluster: 'a', value: 0 }], 0);
    expect(pOfNoLoss(mean)).toBe(1);
    const lost = { ...mean, centre: -0.1 };
    expect(pOfNoLoss(lost)).toBe(0);
    expect(pOfNoLoss(lost, 0.1)).toBe(1);
    expect(pOfNoLoss(lost, 0.09)).toBe(0);
    expect(pOfNoLoss(clusteredMean([{ cluster: 'a', value: 0 }], 0), 0.1)).toBe(1);
    expect(intervalOf(mean, RANGE)).toEqual([0, 0]);
  });
});

describe('a loss shared by every item', () => {
  it.each([30, 40, 60, 100])('is more certain the larger it is, also on %d items', (items) => {
    const losing = (loss: number) =>
      clusteredMean(
        Array.from({ length: items }, (_, place) => ({ cluster: String(place), value: -loss })),
        R,
      );
    const losses = Array.from({ length: 19 }, (_, step) => 0.05 * (step + 1));
    losses.forEach((loss, place) => {
      const larger = losses[place + 1];
      if (larger === undefined) return;
      expect(pOfNoLoss(losing(larger))).toBeLessThan(pOfNoLoss(losing(loss)));
      expect(intervalOf(losing(larger), RANGE)[1]).toBeLessThan(intervalOf(losing(loss), RANGE)[1]);
    });
  });
});

describe('pooling', () => {
  const location = clusteredMean(
    Array.from({ length: 50 }, (_, place) => ({ cluster: String(place), value: Math.sin(place) })),
    R,
  );

  it('leaves a single part unchanged, to the last bit', () => {
    fc.assert(
      fc.property(differences, (sample) => {
        const part = clusteredMean(sample, R);
        expect(pool([{ ...part, weight: 3 }])).toMatchObject(part);
      }),
    );
  });

  it('gives two equal parts the same center and 1/√2 of the standard error', () => {
    const pooled = pool([
      { ...location, weight: 1 },
      { ...location, weight: 1 },
    ]);
    expectClose(pooled.centre, location.centre);
    expectClose(pooled.standardError, location.standardError / Math.SQRT2);
    expectClose(pooled.degreesOfFreedom, 2 * location.degreesOfFreedom);
    expectClose(pooled.skewness, location.skewness / Math.SQRT2);
  });

  it('weights parts by their weight', () => {
    const other = { ...location, centre: location.centre + 1 };
    expectClose(
      pool([
        { ...location, weight: 1 },
        { ...other, weight: 3 },
      ]).centre,
      location.centre + 0.75,
    );
  });

  it('uses the fewest degrees of freedom for parts without variation', () => {
    const still = { centre: 0.1, standardError: 0, skewness: 0, weight: 1 };
    expect(
      pool([
        { ...still, degreesOfFreedom: 5 },
        { ...still, degreesOfFreedom: 9 },
      ]),
    ).toEqual({ centre: 0.1, standardError: 0, skewness: 0, degreesOfFreedom: 5 });
  });

  it('throws for an empty pool', () => {
    expect(() => pool([])).toThrow(new RangeError('a pool needs at least one part'));
  });
});
