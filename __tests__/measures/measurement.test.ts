import { expect, it } from 'vitest';
import { EncodedTexts } from '../../src/measures/text/encoded-texts.ts';
import { meanLength } from '../../src/measures/diversity/mean-length.ts';
import type { PairedItem } from '../../src/measures/measurement.ts';
import { measuredAmounts, measuredProbabilities } from '../../src/measures/measurement.ts';

const pair = (old: number, candidate: number): PairedItem => ({ id: 'a', cluster: 'a', old, new: candidate });

it('amounts have the largest value of an item on either side', () => {
  const about = { reach: 16, reason: 'why not' };
  for (const items of [
    [pair(1, 2), pair(3, 0)],
    [pair(0, 3), pair(2, 1)],
  ])
    expect(measuredAmounts(items, about)).toEqual({ kind: 'measured', items, largestValue: 3, reach: 16 });
  expect(measuredAmounts([], about)).toEqual({ kind: 'unmeasurable', reason: 'why not' });
});

it('probabilities have a reach of 1', () => {
  const items = [pair(0, 0.5)];
  expect(measuredProbabilities(items)).toEqual({ kind: 'measured', items, largestValue: 1, reach: 1 });
});

it('lengths have an unbounded reach, and are unmeasurable without items', () => {
  expect(meanLength([], new EncodedTexts([]))).toEqual({
    kind: 'unmeasurable',
    reason: 'no item has enough graded samples on both sides',
  });
});
