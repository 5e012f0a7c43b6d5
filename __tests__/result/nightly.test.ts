import { expect, test } from 'vitest';
import { lostIn, lostUnwaivedIn } from '../../src/result/lost-guardrails.ts';
import { costTogether } from '../../src/result/cost-together.ts';
import { nightlyResult } from '../../src/result/nightly.ts';
import type { Result } from '../../src/result/result.ts';
import { invalid, progress, reversal, unchanged } from '../support/results.ts';

const failOn = ['reversal', 'regression', 'invalid'] as const;

const night = (options: Partial<Parameters<typeof nightlyResult>[0]> & { readonly tonight: Result }) =>
  nightlyResult({ again: undefined, alarmed: [], failOn: [...failOn], ...options });

const lost = lostIn(reversal());

test('a loss that is lost again keeps its verdict, and is in alarm', () => {
  const { result, alarmed } = night({ tonight: reversal(), again: reversal() });
  expect(result.verdict).toEqual(reversal().verdict);
  expect(result.warnings[0]).toContain(
    'Alarm triggered by a loss tonight that was confirmed on fresh samples',
  );
  expect(alarmed).toEqual(lost);
  expect(lost.length).toBeGreaterThan(0);
});

test('a loss that is not lost again is a suspicion: inconclusive, and no alarm', () => {
  const { result, alarmed } = night({ tonight: reversal(), again: unchanged() });
  expect(result.verdict).toMatchObject({
    status: 'inconclusive',
    passed: true,
    headline:
      "Tonight's loss of coverage (pass@32) on gsm8k, diversity (logical) on gsm8k and 1 more was not confirmed on fresh samples from both versions.",
  });
  expect(result.measures).toEqual(reversal().measures);
  expect(alarmed).toEqual([]);
  const strict = night({ tonight: reversal(), again: unchanged(), failOn: ['inconclusive'] });
  expect(strict.result.verdict.passed).toBe(false);
});

test('a night cannot be trusted if its confirming samples cannot be trusted', () => {
  const { result, alarmed } = night({ tonight: reversal(), again: invalid(), alarmed: ['x'] });
  expect(result.verdict).toMatchObject({
    status: 'invalid',
    passed: false,
    headline:
      'A loss was found, but the measurement on fresh samples that was meant to confirm it cannot be trusted.',
  });
  expect(alarmed).toEqual(['x']);
});

test('a night that cannot be trusted ends no alarm', () => {
  expect(night({ tonight: invalid(), alarmed: ['x'] })).toEqual({ result: invalid(), alarmed: ['x'] });
});

test('an alarm of an earlier night needs no second look, and ends if everything is kept', () => {
  const standing = night({ tonight: reversal(), alarmed: lost });
  expect(standing.result.verdict).toEqual(reversal().verdict);
  expect(standing.alarmed).toEqual(lost);
  expect(standing.result.warnings[0]).toContain('Alarm still active from an earlier night');
  const over = night({ tonight: progress(), alarmed: lost });
  expect(over.alarmed).toEqual([]);
  expect(over.result.warnings[0]).toContain('Kept again');
});

test('a different k of coverage tonight is still the same guardrail', () => {
  const { measures, ...rest } = reversal();
  const atOtherK = {
    ...rest,
    measures: measures.map((measure) => ({ ...measure, id: measure.id.replace('@32', '@16') })),
  };
  expect(lostIn(atOtherK)).toEqual(lost);
});

/**
 * The result with waivers of its lost guardrails in these dimensions, and its effect on the check if all are
 * waived.
 */
const waiving = (result: Result, ...dimensions: readonly string[]): Result => {
  const accepted = { reason: 'we accept', by: '@acme/ml', expires: '2999-12-31' };
  const measures = result.measures.map((measure) =>
    measure.state === 'lost' && dimensions.includes(measure.dimension)
      ? { ...measure, waiver: accepted }
      : measure,
  );
  const isExcused = measures.every(({ state, waiver }) => state !== 'lost' || waiver !== undefined);
  const excused = isExcused ? { passed: true, waived: true as const } : {};
  return { ...result, measures, verdict: { ...result.verdict, ...excused } };
};

test('a waived loss is not a suspicion: the verdict keeps its name, passes, and there is no second look', () => {
  const tonight = waiving(reversal(), 'coverage', 'diversity', 'generalization');
  expect(tonight.verdict).toMatchObject({ status: 'reversal', waived: true });
  expect(lostUnwaivedIn(tonight)).toEqual([]);
  expect(night({ tonight })).toEqual({ result: tonight, alarmed: [] });
});

test('an unconfirmed suspicion beside a waived loss leaves the waived one: it passes', () => {
  const tonight = waiving(reversal(), 'coverage', 'generalization');
  expect(tonight.verdict.passed).toBe(false);
  const { result, alarmed } = night({ tonight, again: unchanged() });
  expect(result.verdict).toEqual({ ...tonight.verdict, passed: true, waived: true });
  expect(result.warnings[0]).toContain('Suspected loss that was not confirmed');
  expect(alarmed).toEqual([]);
  const confirmed = night({ tonight, again: reversal() });
  expect(confirmed.result.verdict).toEqual(tonight.verdict);
  expect(confirmed.alarmed).toEqual(lostUnwaivedIn(tonight));
});

test('the costs of both looks are added', () => {
  const [tonight, again] = [reversal(), unchanged()];
  expect(night({ tonight, again }).result.cost).toEqual(costTogether(tonight.cost, again.cost));
});
