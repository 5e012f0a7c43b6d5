import { describe, expect, test } from 'vitest';
import type { MeasureResult } from '../../src/result/result.ts';
import { measuresOf, resultOf } from '../properties/result-of.ts';
import { ALL_OFF, points, policyWith, relative } from '../support/constructed-measures.ts';
import { itemOf, solved, suiteOf } from '../support/samples.ts';

/** A suite of 40 items with four samples each, of which new solves one more of every second item. */
const suite = (name: string, role: 'target' | 'ood' = 'target') =>
  suiteOf(
    Array.from({ length: 40 }, (_, at) =>
      itemOf(`${name}-${at}`, solved(2, 4), solved(at % 2 === 0 ? 2 : 3, 4)),
    ),
    { name, role },
  );

const guardrails = {
  ...ALL_OFF,
  accuracy: points(0.05),
  ood: relative(0.1),
};

const measure = (found: ReturnType<typeof measuresOf>, id: string): MeasureResult => {
  const one = found.get(id);
  if (one === undefined) throw new Error(`no ${id} in ${[...found.keys()].join(', ')}`);
  return one;
};

describe('with one target suite', () => {
  const found = measuresOf(resultOf([suite('a'), suite('b', 'ood')], policyWith(guardrails)));

  test('a measure has its change with standard error, degrees of freedom and interval', () => {
    const { old, new: candidate, change } = measure(found, 'a/accuracy/pass@1');
    expect([old, candidate]).toEqual([0.5, 0.625]);
    expect(change).toMatchObject({ estimate: 0.125, df: expect.any(Number) });
    const [lower, upper] = change?.interval ?? [0, 0];
    expect(lower).toBeLessThan(0.125);
    // A 95% interval is about two standard errors wide on each side.
    expect((upper - lower) / 2 / (change?.se ?? 0)).toBeGreaterThan(1.9);
    expect((upper - lower) / 2 / (change?.se ?? 0)).toBeLessThan(2.2);
  });

  test('a measure that gates has the key of its guardrail and its margin', () => {
    expect(measure(found, 'a/accuracy/pass@1')).toMatchObject({
      suite: 'a',
      guardrail: 'accuracy',
      margin: { kind: 'absolute', value: 0.05, accepted_loss: 0.05 },
    });
    expect(measure(found, 'b/generalization/pass@1')).toMatchObject({
      guardrail: 'ood',
      margin: { kind: 'relative', value: 0.1, accepted_loss: 0.05 },
    });
    expect(measure(found, 'a/accuracy/pass@1')).not.toHaveProperty('pooled');
  });

  test('a measure that does not gate has neither', () => {
    const cover = measure(found, 'a/coverage/cover@0.5');
    expect(cover).toMatchObject({ gates: false, margin: null, state: null });
    expect(cover).not.toHaveProperty('guardrail');
  });
});

test('the target gates without its guardrail too, and then has no key', () => {
  const off = policyWith({ ...guardrails, accuracy: 'off' });
  const target = measure(measuresOf(resultOf([suite('a'), suite('b', 'ood')], off)), 'a/accuracy/pass@1');
  expect(target).toMatchObject({ gates: true, margin: { kind: 'absolute', value: 0.02 } });
  expect(target).not.toHaveProperty('guardrail');
});

test('a pooled measure names its suites, and its items are a share of theirs', () => {
  const suites = [suite('a'), suite('c'), suite('b', 'ood')];
  const found = measuresOf(resultOf(suites, policyWith(guardrails)));
  const pooled = measure(found, 'all targets/accuracy/pass@1');
  expect(pooled).toMatchObject({ suite: null, pooled: ['a', 'c'], items: 80, eligible_share: 1 });
  expect(pooled).not.toHaveProperty('guardrail');
  expect(measure(found, 'c/accuracy/pass@1').guardrail).toBe('accuracy');
});
