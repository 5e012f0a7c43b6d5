import { expect, test } from 'vitest';
import type { Measure, PairedItem } from '../../src/measures/measurement.ts';
import { measuredProbabilities } from '../../src/measures/measurement.ts';
import { generalizationGap } from '../../src/result/generalization-gap.ts';
import type { Part } from '../../src/verdict/estimate.ts';
import { estimate } from '../../src/verdict/estimate.ts';
import { expectClose } from '../support/close.ts';

const items = (name: string, count: number, delta: number): PairedItem[] =>
  Array.from({ length: count }, (_, place) => ({
    id: `${name}${place}`,
    cluster: `${name}${place}`,
    old: 0.5,
    new: 0.5 + delta + (place % 2 === 0 ? 0.1 : -0.1),
  }));

const partOf = (list: readonly PairedItem[]): Part => {
  const measurement = measuredProbabilities(list);
  if (measurement.kind !== 'measured') throw new Error('nothing measured');
  return { measurement, weight: 1 };
};

const ood = (list: readonly PairedItem[], rest: Partial<Measure> = {}): Measure => ({
  suite: 'ood',
  role: 'ood',
  dimension: 'generalization',
  name: 'pass@1',
  unit: 'probability',
  measurement: measuredProbabilities(list),
  ...rest,
});

const half = (part: Part): number => {
  const { interval } = estimate([part]);
  return (interval[1] - interval[0]) / 2;
};

test('is the target’s gain minus this suite’s gain, with the error of two independent samples', () => {
  const target = partOf(items('t', 400, 0.05));
  const other = items('o', 200, -0.03);
  const gap = generalizationGap([target], ood(other));
  if (gap === null) throw new Error('no gap');
  expectClose(gap.estimate, 0.08);
  const [lower, upper] = gap.interval;
  expectClose((upper - lower) / 2, Math.hypot(half(target), half(partOf(other))), 2e-4);
  expect(lower).toBeLessThan(0.08);
  expect(upper).toBeGreaterThan(0.08);
});

test('is null without a target, on other suites than ood, and for suites that share a cluster', () => {
  const target = [partOf(items('t', 40, 0.05))];
  const other = items('o', 40, 0);
  expect(generalizationGap(undefined, ood(other))).toBeNull();
  expect(generalizationGap(target, ood(other, { role: 'target' }))).toBeNull();
  expect(generalizationGap(target, ood([]))).toBeNull();
  expect(generalizationGap(target, ood([...other, ...items('t', 1, 0)]))).toBeNull();
});
