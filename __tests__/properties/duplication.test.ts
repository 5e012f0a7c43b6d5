import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GradedItem } from '../../src/grading/outcome.ts';
import type { SuiteSamples } from '../../src/measures/samples.ts';
import type { Result } from '../../src/result/result.ts';
import { gradedSuites } from './generated-suites.ts';
import { measuresOf, resultOf } from './result-of.ts';

/** Duplicates every item of every suite; the copy has this id and this cluster. */
function twice(
  suites: readonly SuiteSamples[],
  again: (item: GradedItem) => Pick<GradedItem, 'id' | 'cluster'>,
): SuiteSamples[] {
  const copies = (items: readonly GradedItem[]): GradedItem[] =>
    items.flatMap((item) => [item, { ...item, ...again(item) }]);
  return suites.map((suite) => ({
    ...suite,
    items: copies(suite.items),
    ...(suite.greedy === undefined ? {} : { greedy: copies(suite.greedy) }),
  }));
}

/** All intervals of the closed form, by their names. */
function intervalsOf(result: Result): Map<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (const [id, { change }] of measuresOf(result)) if (change !== null) found.set(id, change.interval);
  for (const { name, curve, groups } of result.suites) {
    for (const { k, change } of curve) found.set(`${name} pass@${k}`, change.interval);
    for (const group of groups) found.set(`${name} group ${group.name}`, group.change.interval);
  }
  return found;
}

const suites = fc.integer({ min: 1, max: 4 }).chain((n) => gradedSuites({ n, items: 6 }));

describe('duplicating every item', () => {
  test('as new clusters adds information, and widens no interval', () => {
    fc.assert(
      fc.property(suites, (once) => {
        const before = intervalsOf(resultOf(once));
        const after = intervalsOf(
          resultOf(twice(once, ({ id, cluster }) => ({ id: `${id} again`, cluster: `${cluster} again` }))),
        );
        for (const [of, [lower, upper]] of before) {
          const [lowerAfter, upperAfter] = after.get(of) ?? [
            Number.NEGATIVE_INFINITY,
            Number.POSITIVE_INFINITY,
          ];
          expect(upperAfter - lowerAfter, of).toBeLessThanOrEqual((upper - lower) * (1 + 1e-9));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('in its own cluster adds no information, and changes no interval', () => {
    fc.assert(
      fc.property(suites, (once) => {
        const before = intervalsOf(resultOf(once));
        const after = intervalsOf(
          resultOf(twice(once, ({ id, cluster }) => ({ id: `${id} again`, cluster }))),
        );
        for (const [of, interval] of before) {
          const [lower, upper] = after.get(of) ?? [Number.NaN, Number.NaN];
          const scale = Math.max(1, ...interval.map(Math.abs));
          expect(Math.abs(lower - interval[0]) / scale, of).toBeLessThan(1e-9);
          expect(Math.abs(upper - interval[1]) / scale, of).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });
});
