import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/evalset/suite.ts';
import { infeasibleGuardrails } from '../../src/verdict/feasibility.ts';
import { ALL_OFF, points, policyWith, relative } from '../support/constructed-measures.ts';

const suite = (
  role: Role,
  count: number,
  cluster: (place: number) => string = (place) => `c${place}`,
): Parameters<typeof infeasibleGuardrails>[0][number] => ({
  name: role,
  role,
  items: Array.from({ length: count }, (_, place) => ({ cluster: cluster(place) })),
});

const only = (margins: Parameters<typeof policyWith>[0]): ReturnType<typeof policyWith> =>
  policyWith({ ...ALL_OFF, ...margins });

describe('a margin in points', () => {
  test.each([
    [0.01, 370],
    [0.02, 185],
    [0.03, 123],
    [0.05, 74],
  ])('of %d needs %i items; one fewer is refused with that number', (fraction, enough) => {
    const policy = only({ ood: points(fraction) });
    expect(infeasibleGuardrails([suite('ood', enough)], policy)).toEqual([]);
    expect(infeasibleGuardrails([suite('ood', enough - 1)], policy)).toMatchObject([
      {
        guardrail: 'ood',
        suite: 'ood',
        margin: points(fraction),
        effectiveClusters: enough - 1,
        needed: enough,
      },
    ]);
  });

  test('the suggested smallest margin is feasible, and a slightly smaller one is not', () => {
    const items = suite('ood', 100);
    const least = infeasibleGuardrails([items], only({ ood: points(0.02) }))[0]?.leastFraction ?? 0;
    expect(least).toBeGreaterThan(0.03);
    expect(infeasibleGuardrails([items], only({ ood: points(least + 1e-9) }))).toEqual([]);
    expect(infeasibleGuardrails([items], only({ ood: points(least) }))).toHaveLength(1);
  });

  test('a later, stricter look needs more items, and they are enough', () => {
    const policy = only({ ood: points(0.02) });
    const [refused] = infeasibleGuardrails([suite('ood', 185)], policy, 0.0125);
    expect(refused?.needed).toBeGreaterThan(185);
    expect(refused?.leastFraction).toBeGreaterThan(0.02);
    expect(infeasibleGuardrails([suite('ood', refused?.needed ?? 0)], policy, 0.0125)).toEqual([]);
    expect(infeasibleGuardrails([suite('ood', (refused?.needed ?? 0) - 1)], policy, 0.0125)).toHaveLength(1);
  });

  test('counts clusters, not items', () => {
    const pairs = suite('ood', 200, (place) => `c${Math.floor(place / 2)}`);
    expect(infeasibleGuardrails([pairs], only({ ood: points(0.02) }))).toMatchObject([
      { effectiveClusters: 100, needed: 185 },
    ]);
  });
});

describe('thirty clusters', () => {
  const wide = only({ ood: points(0.9) });

  test('are needed for any margin', () => {
    expect(infeasibleGuardrails([suite('ood', 30)], wide)).toEqual([]);
    expect(infeasibleGuardrails([suite('ood', 29)], wide)).toMatchObject([
      { effectiveClusters: 29, needed: 30, leastFraction: undefined },
    ]);
  });

  test('must be of equal size: 301 items in 30 clusters are worth 29.99', () => {
    const uneven = suite('ood', 301, (place) => `c${place < 300 ? place % 30 : 0}`);
    const [refused] = infeasibleGuardrails([uneven], wide);
    expect(refused?.effectiveClusters).toBeGreaterThan(29.9);
    expect(refused?.effectiveClusters).toBeLessThan(30);
  });

  test('a suite without items is worth 0 clusters', () => {
    expect(infeasibleGuardrails([suite('ood', 0)], wide)).toMatchObject([{ effectiveClusters: 0 }]);
  });
});

test("a margin relative to old is checked at old's best value", () => {
  const enough = (count: number): boolean =>
    infeasibleGuardrails([suite('open', count)], only({ diversity: relative(0.1) })).length === 0;
  const needed =
    infeasibleGuardrails([suite('open', 20)], only({ diversity: relative(0.1) }))[0]?.needed ?? 0;
  expect(needed).toBeGreaterThanOrEqual(30);
  expect([enough(needed), enough(needed - 1)]).toEqual([true, false]);
  expect(
    infeasibleGuardrails([suite('open', 20)], only({ diversity: relative(0.1) }))[0]?.leastFraction,
  ).toBeUndefined();
});

describe('which guardrails are checked', () => {
  const tooSmall = (['target', 'ood', 'open'] as const).map((role) => suite(role, 10));

  test('every guardrail of a role except the hardest group, which steps back by itself', () => {
    expect(infeasibleGuardrails(tooSmall, policyWith()).map((each) => [each.suite, each.guardrail])).toEqual([
      ['target', 'accuracy'],
      ['target', 'coverage'],
      ['target', 'diversity'],
      ['ood', 'ood'],
      ['open', 'diversity'],
    ]);
  });

  test('not those that are off', () => {
    expect(infeasibleGuardrails(tooSmall, policyWith(ALL_OFF))).toEqual([]);
  });
});
