import { expect, test } from 'vitest';
import { outputsOf } from '../../../src/github/job/outputs.ts';
import { measureResult } from '../../support/results.ts';
import * as results from '../../support/results.ts';

const measure = (spec: Partial<Parameters<typeof measureResult>[0]>) =>
  measureResult({
    suite: 'gsm8k',
    role: 'target',
    dimension: 'accuracy',
    name: 'pass@1',
    interval: [-1, 1],
    ...spec,
  });

const outputs = (...measures: readonly ReturnType<typeof measure>[]) =>
  outputsOf({ ...results.reversal(), measures: [...measures] });

test('gives the verdict and whether it passes', () => {
  expect(outputsOf(results.reversal())).toMatchObject({ verdict: 'reversal', passed: 'false' });
  expect(outputsOf(results.progress())).toMatchObject({ verdict: 'progress', passed: 'true' });
});

test('gives accuracy pooled over target suites if there are several, unrounded', () => {
  const one = measure({ old: 0.5, new: 0.6 });
  const pooled = measure({ suite: null, old: 0.25, new: 0.5 });
  expect(outputs(one)['accuracy-delta']).toBe(String(0.6 - 0.5));
  expect(outputs(one, pooled)['accuracy-delta']).toBe('0.25');
});

test("gives the worst gating diversity as a share of old's, and the worst suite for generalization", () => {
  const found = outputs(
    measure({ dimension: 'diversity', name: 'syntactic', old: 0.5, new: 0.45, gates: true }),
    measure({ dimension: 'diversity', name: 'logical', old: 0.25, new: 0.2, gates: true }),
    measure({ dimension: 'diversity', name: 'n-grams', old: 0.5, new: 0.1, gates: false }),
    measure({ suite: 'a', role: 'ood', dimension: 'generalization', old: 0.5, new: 0.25 }),
    measure({ suite: 'b', role: 'ood', dimension: 'generalization', old: 0.5, new: 0.75 }),
  );
  expect(Number(found['diversity-delta'])).toBeCloseTo(-0.2, 12);
  expect(found['ood-delta']).toBe('-0.25');
});

test('gives an empty string, never a number, for values that are not known', () => {
  expect(
    outputs(measure({ dimension: 'diversity', name: 'logical', old: 0, new: 0, gates: true })),
  ).toMatchObject({
    'accuracy-delta': '',
    'diversity-delta': '',
    'ood-delta': '',
  });
});
