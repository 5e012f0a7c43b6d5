import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/evalset/suite.ts';
import { measureSuite } from '../../src/measures/measure-suite.ts';
import { detectableLoss } from '../../src/statistics/power.ts';
import { plannedError } from '../../src/statistics/planning.ts';
import { family } from '../../src/verdict/family.ts';
import type { GuardrailOutlook, SuiteToPlan } from '../../src/verdict/outlook.ts';
import { outlook } from '../../src/verdict/outlook.ts';
import type { Policy } from '../../src/config/policy.ts';
import { expectClose } from '../support/close.ts';
import { ALL_OFF, points, policyWith, relative } from '../support/constructed-measures.ts';
import { itemOf, solved, suiteOf } from '../support/samples.ts';

function planned(
  role: Role,
  count: number,
  {
    group = () => undefined,
    ...rest
  }: Partial<Omit<SuiteToPlan, 'items'>> & { readonly group?: (place: number) => string | undefined } = {},
): SuiteToPlan {
  return {
    name: role,
    role,
    grader: role === 'open' ? undefined : 'numeric',
    hardestGroup: undefined,
    items: Array.from({ length: count }, (_, place) => ({ cluster: `c${place}`, group: group(place) })),
    ...rest,
  };
}

const outlookOf = (
  suites: readonly SuiteToPlan[],
  policy: Policy = policyWith(),
): readonly GuardrailOutlook[] => outlook({ suites, policy, samplesPerItem: 16, semantic: false });

const names = (found: readonly GuardrailOutlook[]): string[] =>
  found.map(({ suite, guardrail, kind }) =>
    [suite, guardrail, ...(kind === undefined ? [] : [kind])].join(' '),
  );

describe('which guardrails are planned', () => {
  test('each guardrail of each role', () => {
    expect(names(outlookOf([planned('target', 300), planned('ood', 300), planned('open', 300)]))).toEqual([
      'target accuracy',
      'target coverage',
      'target diversity syntactic',
      'target diversity logical',
      'ood ood',
      'open diversity syntactic',
      'open diversity logical',
    ]);
  });

  test('a choice suite has no syntactic diversity; embeddings add semantic diversity; guardrails that are off are left out', () => {
    const suites = [planned('target', 300, { grader: 'choice' })];
    const policy = policyWith({ accuracy: 'off' });
    expect(names(outlook({ suites, policy, samplesPerItem: 16, semantic: true }))).toEqual([
      'target coverage',
      'target diversity logical',
      'target diversity semantic',
    ]);
  });

  test('plans nothing without items', () => {
    expect(outlookOf([planned('target', 0)])).toEqual([]);
  });

  test.each<[string, readonly SuiteToPlan[], Policy]>([
    ['one target', [planned('target', 80, { group: (place) => `g${place % 2}` })], policyWith()],
    ['its accuracy off', [planned('target', 80)], policyWith({ accuracy: 'off' })],
    [
      'two targets',
      [planned('target', 80), planned('target', 80, { name: 'b' }), planned('ood', 80)],
      policyWith(),
    ],
    ['a choice', [planned('target', 80, { grader: 'choice' })], policyWith()],
    ['no target', [planned('ood', 80), planned('open', 80)], policyWith()],
  ])('the planned family is as large as the one that is decided: %s', (_, suites, policy) => {
    const samples = suites.map(({ name, role, grader, items }) =>
      suiteOf(
        items.map(({ group }, place) => itemOf(`${name} ${place}`, solved(8, 16), solved(8, 16), { group })),
        { name, role, grader },
      ),
    );
    const judged = family(
      samples.map((each) => measureSuite(each)),
      policy,
    );
    const [first] = outlookOf(suites, policy);
    const error = plannedError({ samplesPerItem: 16, items: 80, effectiveClusters: 80 });
    const { fraction, kind } = first?.margin ?? points(1);
    const unit = kind === 'relative' ? 0.5 : 1;
    expectClose(
      first?.detectable ?? 0,
      detectableLoss({ ...error, margin: fraction * unit, familySize: judged.length }) / unit,
    );
  });
});

const sizedGroup = (place: number): string | undefined =>
  place < 20 ? 'tiny' : place < 100 ? 'small' : place < 250 ? 'large' : undefined;

const halves = (place: number): string => `g${place % 2}`;

describe('the hardest group', () => {
  const policy = policyWith({ ...ALL_OFF, 'hardest-group': points(0.05) });

  test('is the configured one, on all its samples', () => {
    const suite = planned('target', 300, {
      hardestGroup: 'hard',
      group: (place) => (place < 90 ? 'hard' : 'easy'),
    });
    expect(outlookOf([suite], policy)).toMatchObject([{ group: 'hard', items: 90, gates: true }]);
  });

  test('is otherwise the smallest worth 30 clusters, on half of them', () => {
    const [found] = outlookOf([planned('target', 300, { group: sizedGroup })], policy);
    expect(found).toMatchObject({ group: 'small', items: 80, gates: true });
    const configured = planned('target', 300, { hardestGroup: 'small', group: sizedGroup });
    expect(found?.chanceKept).toBeLessThan(outlookOf([configured], policy)[0]?.chanceKept ?? 0);
    const largeFirst = planned('target', 300, { group: (place) => sizedGroup(299 - place) });
    expect(outlookOf([largeFirst], policy)).toMatchObject([{ group: 'small', items: 80 }]);
  });

  test('a group of 30 items is large enough to plan with, one of 29 is not', () => {
    const of = (count: number): readonly GuardrailOutlook[] =>
      outlookOf([planned('target', 300, { group: (place) => (place < count ? 'a' : undefined) })], policy);
    expect(of(30)).toMatchObject([{ group: 'a', items: 30 }]);
    expect(of(29)).toEqual([]);
  });

  test('is planned only on target suites', () => {
    const grouped = planned('ood', 300, { group: sizedGroup });
    expect(outlookOf([grouped], policyWith()).map(({ guardrail }) => guardrail)).toEqual(['ood']);
  });

  test('is only reported if it could never be kept, and absent if no group is large enough', () => {
    expect(outlookOf([planned('target', 140, { group: halves })], policy)).toMatchObject([{ gates: false }]);
    expect(outlookOf([planned('target', 58, { group: halves })], policy)).toEqual([]);
    expect(outlookOf([planned('target', 300)], policy)).toEqual([]);
  });
});

describe('what can be expected', () => {
  const ood = policyWith({ ...ALL_OFF, ood: points(0.02) });

  test('a suite of the recommended size is kept in 80% of checks, and one item fewer is not enough', () => {
    const size = outlookOf([planned('ood', 200)], ood)[0]?.itemsRecommended ?? 0;
    const chance = (items: number): number => outlookOf([planned('ood', items)], ood)[0]?.chanceKept ?? 0;
    expect(chance(size)).toBeGreaterThanOrEqual(0.8);
    expect(chance(size - 1)).toBeLessThan(0.8);
  });

  test('several guardrails need more items, because all of them must be kept', () => {
    const one = outlookOf([planned('ood', 200)], ood)[0]?.itemsRecommended ?? 0;
    const two = outlookOf([planned('ood', 200), planned('ood', 200, { name: 'b' })], ood);
    expect(two.every(({ itemsRecommended }) => itemsRecommended > one)).toBe(true);
  });

  test('a stricter level needs more items', () => {
    const suites = [planned('ood', 400)];
    const of = (alpha?: number): GuardrailOutlook | undefined =>
      outlook({ suites, policy: ood, samplesPerItem: 16, semantic: false, ...(alpha && { alpha }) })[0];
    const [first, second] = [of(), of(0.0125)];
    expect(second?.chanceKept).toBeLessThan(first?.chanceKept ?? 0);
    expect(second?.detectable).toBeGreaterThan(first?.detectable ?? 1);
    expect(second?.itemsRecommended).toBeGreaterThan(first?.itemsRecommended ?? 1e9);
  });

  test('clusters need more items: ten clusters of ten are worth less than a hundred single items', () => {
    const items = Array.from({ length: 400 }, (_, place) => ({
      cluster: `c${place % 40}`,
      group: undefined,
    }));
    const [clustered] = outlookOf([{ ...planned('ood', 0), items }], ood);
    const [single] = outlookOf([planned('ood', 400)], ood);
    expect(clustered).toMatchObject({ items: 400, effectiveClusters: 40 });
    expect(clustered?.chanceKept).toBeLessThan(single?.chanceKept ?? 0);
    expect(clustered?.detectable).toBeGreaterThan(single?.detectable ?? 1);
    expect(clustered?.itemsRecommended).toBeGreaterThan(single?.itemsRecommended ?? 1e9);
  });

  test('a margin relative to old is planned at a diversity of one half', () => {
    const open = [planned('open', 300)];
    const [relativeTo] = outlookOf(open, policyWith({ ...ALL_OFF, diversity: relative(0.1) }));
    const [inPoints] = outlookOf(open, policyWith({ ...ALL_OFF, diversity: points(0.05) }));
    expect(relativeTo?.chanceKept).toBe(inPoints?.chanceKept);
    expect(relativeTo?.itemsRecommended).toBe(inPoints?.itemsRecommended);
    expect(relativeTo?.detectable).toBe(2 * (inPoints?.detectable ?? Number.NaN));
  });

  test('a hardest group that is only reported does not raise the items that the others need', () => {
    const policy = policyWith({ ...ALL_OFF, coverage: points(0.02), 'hardest-group': points(0.02) });
    const [alone] = outlookOf([planned('target', 300)], policy);
    const [beside, group] = outlookOf([planned('target', 300, { group: sizedGroup })], policy);
    expect(group).toMatchObject({ guardrail: 'hardest-group', gates: false });
    expect(beside?.itemsRecommended).toBe(alone?.itemsRecommended);
  });
});
