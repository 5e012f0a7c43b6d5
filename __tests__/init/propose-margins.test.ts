import { describe, expect, test } from 'vitest';
import { proposeMargins } from '../../src/init/propose-margins.ts';
import type { SuiteToPlan } from '../../src/verdict/outlook.ts';

const suite = (count: number, more: Partial<SuiteToPlan> = {}): SuiteToPlan => ({
  name: 'sums',
  role: 'target',
  grader: 'numeric',
  hardestGroup: undefined,
  items: Array.from({ length: count }, (_, place) => ({ cluster: `c${place}`, group: undefined })),
  ...more,
});

const settings = (suites: readonly SuiteToPlan[]) =>
  Object.fromEntries(
    proposeMargins(suites, 16).map(({ guardrail, setting }) => [
      guardrail,
      setting === 'off' ? 'off' : Math.round(setting.margin.fraction * 100),
    ]),
  );

describe('margins that the eval set can show', () => {
  test('are the defaults with enough items', () => {
    expect(settings([suite(5000)])).toEqual({ accuracy: 2, coverage: 2, diversity: 10 });
  });

  test('are each kept together with the others, which a point less would not be', () => {
    const suites = [suite(300), suite(200, { name: 'far', role: 'ood' })];
    const proposed = proposeMargins(suites, 16);
    for (const { outlook } of proposed) {
      for (const each of outlook) expect(each.itemsRecommended).toBeLessThanOrEqual(each.items);
    }
    expect(settings(suites)).toMatchObject({ accuracy: 5, ood: 6 });
  });

  test('are wider for fewer items, and off for too few', () => {
    const accuracy = [2000, 600, 300, 100].map((count) => Number(settings([suite(count)])['accuracy']));
    expect(accuracy).toEqual(accuracy.toSorted((a, b) => a - b));
    expect(new Set(accuracy).size).toBe(4);
    expect(settings([suite(20)])).toMatchObject({ accuracy: 'off', diversity: 'off' });
  });

  test('count items of a cluster once', () => {
    const items = Array.from({ length: 600 }, (_, place) => ({
      cluster: `c${place % 100}`,
      group: undefined,
    }));
    expect(Number(settings([suite(600, { items })])['accuracy'])).toBeGreaterThan(
      Number(settings([suite(600)])['accuracy']),
    );
  });
});
