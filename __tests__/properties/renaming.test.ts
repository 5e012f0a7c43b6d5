import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GradedItem, GradedSample } from '../../src/grading/outcome.ts';
import type { SuiteSamples } from '../../src/measures/samples.ts';
import { serialiseResult } from '../../src/result/json.ts';
import { gradedSuites } from './generated-suites.ts';
import { resultOf } from './result-of.ts';

/** The suites with each way of the grader renamed; different ways keep different names. */
function renamed(
  suites: readonly SuiteSamples[],
  names: readonly string[],
): { suites: SuiteSamples[]; ways: number } {
  const known = new Map<string, string>();
  const newName = (way: string): string => {
    const name = known.get(way) ?? names[known.size] ?? `way ${known.size}`;
    known.set(way, name);
    return name;
  };
  const ofSample = (sample: GradedSample): GradedSample =>
    sample.key === undefined ? sample : { ...sample, key: newName(sample.key) };
  const ofItem = (item: GradedItem): GradedItem => ({
    ...item,
    old: item.old.map(ofSample),
    new: item.new.map(ofSample),
  });
  return { suites: suites.map((suite) => ({ ...suite, items: suite.items.map(ofItem) })), ways: known.size };
}

test('renaming the ways does not change a byte of the result', () => {
  let ways = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5 }).chain((n) => gradedSuites({ n, items: 5 })),
      fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 12 }),
      (suites, names) => {
        const other = renamed(suites, names);
        ways += other.ways;
        expect(serialiseResult(resultOf(other.suites))).toBe(serialiseResult(resultOf(suites)));
      },
    ),
    { numRuns: 60 },
  );
  expect(ways).toBeGreaterThan(20);
});
