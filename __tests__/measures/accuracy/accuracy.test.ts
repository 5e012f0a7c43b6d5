import { expect, it } from 'vitest';
import { accuracy } from '../../../src/measures/accuracy/accuracy.ts';
import { coverAtHalf, passAt } from '../../../src/measures/accuracy/coverage.ts';
import type { EligibleItem } from '../../../src/measures/samples.ts';
import { eligibleSuite } from '../../../src/measures/samples.ts';
import { itemOf, solved, suiteOf } from '../../support/samples.ts';

const twoItems = (): readonly EligibleItem[] =>
  eligibleSuite(
    suiteOf([
      itemOf('a', solved(1, 4), solved(2, 4), { cluster: 'c' }),
      itemOf('b', solved(4, 4), solved(0, 4)),
    ]),
  ).items;

it('pass@1 is the share of an item’s samples that are correct, on each side', () => {
  expect(accuracy(twoItems())).toEqual({
    kind: 'measured',
    items: [
      { id: 'a', cluster: 'c', old: 0.25, new: 0.5 },
      { id: 'b', cluster: 'b', old: 1, new: 0 },
    ],
    largestValue: 1,
    reach: 1,
  });
});

it('is unmeasurable without items', () => {
  expect(accuracy([])).toEqual({
    kind: 'unmeasurable',
    reason: 'no item has enough graded samples on both sides',
  });
});

it('cover@0.5 counts an item if at least half of its samples are correct', () => {
  expect(coverAtHalf(twoItems())).toMatchObject({
    items: [
      { old: 0, new: 1 },
      { old: 1, new: 0 },
    ],
  });
});

it('throws for pass@k of fewer than k samples instead of returning 1', () => {
  expect(() => passAt(twoItems(), 8)).toThrow(new RangeError('cannot compute pass@8 from 4 samples'));
});
