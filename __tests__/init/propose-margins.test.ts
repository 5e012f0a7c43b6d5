import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY, notCarried, proposeMargins } from '../../src/init/propose-margins.ts';
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
    proposeMargins(suites, 16).map(({ suite: name, guardrail, setting }) => [
      name === 'sums' ? guardrail : `${name} ${guardrail}`,
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
    expect(settings(suites)).toMatchObject({ accuracy: 5, 'far ood': 6 });
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

  test('of a small suite do not widen those of a large one, and are off for it alone', () => {
    const large = suite(2000);
    const alone = Number(settings([large])['accuracy']);
    const both = settings([
      large,
      suite(45, { name: 'far', role: 'ood' }),
      suite(20, { name: 'tiny', role: 'ood' }),
    ]);
    expect(both).toMatchObject({ 'far ood': 15, 'tiny ood': 'off' });
    expect(both['accuracy']).toBe(alone);
    const [off] = proposeMargins([suite(20, { role: 'ood' })], 16);
    expect(off).toMatchObject({
      why: 'its 20 items are too few independent ones for a margin of 20 points',
      outlook: [],
    });
  });

  test('need no setting of their own where the default works', () => {
    const proposed = proposeMargins([suite(5000), suite(100, { name: 'far', role: 'ood' })], 16);
    expect(proposed.map(({ suite: name, isDefault }) => [name, isDefault])).toEqual([
      ['sums', true],
      ['sums', true],
      ['sums', true],
      ['far', false],
    ]);
  });

  test('of multiple choice leave out diversity, which nothing could measure', () => {
    expect(settings([suite(2000, { grader: 'choice' })])).toMatchObject({ accuracy: 2, diversity: 'off' });
    expect(settings([suite(2000, { grader: 'choice', role: 'ood' })])).toEqual({ ood: 2 });
  });

  test('of other suites are kept if the margins of one suite are proposed', () => {
    const policy = {
      ...DEFAULT_POLICY,
      guardrails: {
        ...DEFAULT_POLICY.guardrails,
        ood: { margin: { kind: 'points', fraction: 0.08 } } as const,
      },
    };
    const suites = [suite(2000), suite(2000, { name: 'far', role: 'ood' })];
    const proposed = proposeMargins(suites, 16, policy, new Set(['far']));
    expect(proposed).toMatchObject([{ suite: 'far', isDefault: true, setting: policy.guardrails.ood }]);
  });
});

describe('guardrails that no suite carries', () => {
  const offFor = (...suites: SuiteToPlan[]) => notCarried(suites).map(({ guardrail }) => guardrail);

  test.each([
    ['only multiple choice', suite(200, { grader: 'choice' }), ['diversity', 'ood', 'hardest-group']],
    [
      'only open prompts',
      suite(200, { role: 'open', grader: undefined }),
      ['accuracy', 'coverage', 'ood', 'hardest-group'],
    ],
    ['only a target', suite(200), ['ood', 'hardest-group']],
    ['only a target with groups', suite(2, { items: [{ cluster: 'a', group: 'g' }] }), ['ood']],
  ])('%s', (_, only, off) => {
    expect(offFor(only)).toEqual(off);
  });
});
