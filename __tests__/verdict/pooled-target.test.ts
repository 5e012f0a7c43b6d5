import { describe, expect, test } from 'vitest';
import type { SuiteMeasures } from '../../src/measures/measure-suite.ts';
import { estimate } from '../../src/verdict/estimate.ts';
import type { Estimate, Part } from '../../src/verdict/estimate.ts';
import { pooledTarget } from '../../src/verdict/pooled-target.ts';
import { expectClose } from '../support/close.ts';
import { differences, noisy, suiteWith, UNMEASURABLE } from '../support/constructed-measures.ts';

/** A target suite whose items are in clusters named after the suite, or in `cluster`. */
function target(
  name: string,
  values: readonly number[],
  cluster: (place: number) => string = (place) => `${name}${place}`,
): SuiteMeasures {
  return suiteWith({ accuracy: differences(values, { cluster }) }, { name });
}

function partsOf(...suites: readonly SuiteMeasures[]): readonly Part[] {
  const parts = pooledTarget(suites);
  if (parts === undefined) throw new Error('the target was not pooled');
  return parts;
}

const estimated = (...suites: readonly SuiteMeasures[]): Estimate => estimate(partsOf(...suites));

const varied = (count: number, value: number): number[] =>
  noisy(value, 0.2, count).items.map((item) => item.new - item.old);

describe('independent suites', () => {
  test('have equal weight, however many items they have', () => {
    const pooled = estimated(target('a', varied(40, 0.1)), target('b', varied(4000, -0.3)));
    expectClose(pooled.delta, -0.1);
    expect(partsOf(target('a', [0]), target('b', [0]), target('c', [0])).map(({ weight }) => weight)).toEqual(
      [1 / 3, 1 / 3, 1 / 3],
    );
  });

  test("have the variance of a mean of means: Σ w²·SE², and each suite's clusters count", () => {
    const [a, b] = [target('a', varied(100, 0)), target('b', varied(400, 0))];
    const [seA, seB] = [estimated(a).standardError, estimated(b).standardError];
    const pooled = estimated(a, b);
    expectClose(pooled.standardError, Math.hypot(seA / 2, seB / 2));
    expect(pooled.effectiveClusters).toBe(500);
    expect(pooled.items).toBe(500);
  });

  test('a single suite is returned unchanged', () => {
    const values = varied(60, 0.05);
    expect(partsOf(target('a', values))).toMatchObject([{ weight: 1 }]);
    expect(partsOf(target('a', values))[0]?.measurement.items).toHaveLength(60);
  });
});

const shared = (place: number): string => `passage ${place}`;

describe('suites that share clusters', () => {
  test('become one clustered sample with their combined weight', () => {
    const [part, ...others] = partsOf(target('a', varied(50, 0), shared), target('b', varied(50, 0), shared));
    expect(others).toEqual([]);
    expect(part?.weight).toBe(1);
    expect(part?.measurement.items).toHaveLength(100);
  });

  test('the same questions in two suites are not additional evidence', () => {
    const values = varied(50, 0.02);
    const twice = estimated(target('a', values, shared), target('b', values, shared));
    const once = estimated(target('a', values, shared));
    const falsely = estimated(target('a', values), target('b', values));
    expect(twice.effectiveClusters).toBe(50);
    expectClose(twice.standardError, once.standardError);
    expectClose(twice.interval[0], once.interval[0]);
    expect(falsely.standardError).toBeLessThan(0.75 * twice.standardError);
  });

  test('one shared cluster is enough, and a third suite may join two others', () => {
    const a = target('a', [0, 0], (place) => `a${place}`);
    const b = target('b', [0, 0], (place) => `b${place}`);
    const bridge = target('c', [0, 0], (place) => (place === 0 ? 'a1' : 'b1'));
    const apart = target('d', [0, 0]);
    expect(partsOf(a, b, apart).map(({ weight }) => weight)).toEqual([1 / 3, 1 / 3, 1 / 3]);
    const parts = partsOf(a, b, apart, bridge);
    expect(parts.map(({ weight, measurement }) => [weight, measurement.items.length])).toEqual([
      [1 / 4, 2],
      [3 / 4, 6],
    ]);
  });

  test('the order of suites does not change the estimate', () => {
    const suites = [
      target('a', varied(30, 0.1), shared),
      target('b', varied(70, 0)),
      target('c', varied(40, -0.1), (place) => shared(place + 20)),
    ];
    const [one, other] = [estimated(...suites), estimated(...suites.toReversed())];
    expectClose(one.delta, other.delta);
    expectClose(one.standardError, other.standardError);
    expectClose(one.pLoss, other.pLoss);
  });
});

describe('targets that cannot be pooled', () => {
  test('no target suite', () => {
    expect(pooledTarget([])).toBeUndefined();
  });

  test('a suite that could not be measured: the rest is not the target', () => {
    const broken = suiteWith({ accuracy: UNMEASURABLE }, { name: 'b' });
    expect(pooledTarget([target('a', [0, 0]), broken])).toBeUndefined();
    expect(pooledTarget([target('a', [0, 0]), suiteWith({}, { name: 'b' })])).toBeUndefined();
  });
});
