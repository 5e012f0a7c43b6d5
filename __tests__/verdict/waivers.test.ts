import { describe, expect, test } from 'vitest';
import type { SuiteMeasures } from '../../src/measures/measure-suite.ts';
import { decideVerdict } from '../../src/verdict/verdict.ts';
import { applyWaivers, type Waived } from '../../src/verdict/waivers.ts';
import type { Waiver } from '../../src/config/waiver.ts';
import {
  ALL_OFF,
  everywhere,
  noisy,
  points,
  policyWith,
  suiteWith,
} from '../support/constructed-measures.ts';

const POLICY = policyWith({ ...ALL_OFF, accuracy: points(0.02), coverage: points(0.02), ood: points(0.02) });
const TODAY = '2026-11-04';

const [gained, level, lost, unclear] = [
  everywhere(0.1, 400),
  everywhere(0, 400),
  everywhere(-0.1, 400),
  noisy(0, 0.5, 400),
];

const coverage: Waiver = {
  suite: 'sums',
  measure: 'coverage/pass@16',
  old: 'v2',
  new: 'v3',
  reason: 'accepted',
  by: '@octocat',
  expires: TODAY,
};
const ood: Waiver = { ...coverage, suite: 'wording', measure: 'generalization/pass@1' };

const sums = (accuracy = gained, covered = lost): SuiteMeasures =>
  suiteWith({ accuracy, coverage: covered }, { name: 'sums' });
const wording = (accuracy = lost): SuiteMeasures => suiteWith({ accuracy }, { name: 'wording', role: 'ood' });

const waive = (
  waivers: readonly Waiver[],
  suites: readonly SuiteMeasures[] = [sums(), wording()],
): Waived & { readonly status: string } => {
  const decision = decideVerdict(suites, POLICY);
  const applied = applyWaivers({
    waivers,
    decision,
    versions: { old: 'v2', new: 'v3' },
    today: TODAY,
  });
  return { ...applied, status: decision.status };
};

const idleOf = (waiver: Waiver, suites?: readonly SuiteMeasures[]): Waived['idle'][number] | undefined =>
  waive([waiver], suites).idle[0];

describe('waivers of lost guardrails', () => {
  test('excuse a reversal if all of them are waived, through the last day', () => {
    const { losses, idle, excuses, status } = waive([coverage, ood]);
    expect({ status, excuses, idle }).toEqual({ status: 'reversal', excuses: true, idle: [] });
    expect([...losses.values()]).toEqual([coverage, ood]);
  });

  test('match coverage at any k: failed samples lower K', () => {
    expect(waive([{ ...coverage, measure: 'coverage/pass@32' }], [sums()])).toMatchObject({
      excuses: true,
      idle: [],
    });
    expect(waive([{ ...coverage, measure: 'accuracy/pass@16' }], [sums()]).idle).toMatchObject([
      { cause: 'unknown' },
    ]);
  });

  test('excuse nothing if one of them is not waived', () => {
    const { losses, excuses } = waive([ood]);
    expect(excuses).toBe(false);
    expect([...losses.values()]).toEqual([ood]);
  });

  test('excuse a regression in which the target is not lost', () => {
    expect(waive([coverage], [sums(level)])).toMatchObject({ status: 'regression', excuses: true });
  });

  test('never excuse the loss of the target itself', () => {
    const target = { ...coverage, measure: 'accuracy/pass@1' };
    const both = waive([coverage, target], [sums(lost)]);
    expect(both).toMatchObject({ status: 'regression', excuses: false });
    expect(both.idle).toEqual([{ waiver: target, cause: 'target' }]);
  });

  test('do not excuse the pooled target, even if each of its suites is waived', () => {
    const other = suiteWith({ accuracy: lost, coverage: level }, { name: 'other' });
    const waivers = ['sums', 'other', 'all targets'].map((suite) => ({
      ...coverage,
      suite,
      measure: 'accuracy/pass@1',
    }));
    const { excuses, idle, losses } = waive(waivers, [sums(lost, level), other]);
    expect(excuses).toBe(false);
    expect(losses.size).toBe(2);
    expect(idle).toEqual([{ waiver: waivers[2], cause: 'target' }]);
  });

  test.each([
    ['progress', level],
    ['inconclusive', unclear],
  ])('do not excuse %s, which has no loss', (verdict, covered) => {
    const { status, excuses, losses } = waive([coverage], [sums(gained, covered)]);
    expect({ status, excuses, losses: losses.size }).toEqual({ status: verdict, excuses: false, losses: 0 });
  });
});

describe('a waiver without effect gives its reason', () => {
  test.each([
    ['other versions', { ...coverage, new: 'v4' }, { cause: 'other-versions' }],
    ['expired', { ...coverage, expires: '2026-11-03' }, { cause: 'expired' }],
    [
      'a measure that is none',
      { ...coverage, measure: 'coverage/cover@0.5' },
      { cause: 'unknown', known: ['accuracy/pass@1', 'coverage/pass@16'] },
    ],
    [
      'a suite that is none',
      { ...coverage, suite: 'sum' },
      {
        cause: 'unknown',
        known: ['accuracy/pass@1 of sums', 'coverage/pass@16 of sums', 'generalization/pass@1 of wording'],
      },
    ],
  ])('%s', (_, waiver, found) => {
    expect(idleOf(waiver)).toEqual({ waiver, ...found });
    expect(waive([waiver, ood]).excuses).toBe(false);
  });

  test.each([
    ['kept', level],
    ['unclear', unclear],
  ])('a guardrail that is %s', (state, covered) => {
    expect(idleOf(coverage, [sums(gained, covered)])).toEqual({ waiver: coverage, cause: 'not-lost', state });
  });
});
