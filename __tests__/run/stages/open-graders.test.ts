import { expect, test } from 'vitest';
import { openGraders } from '../../../src/run/stages/open-graders.ts';
import { readPlan } from '../../../src/run/stages/plan.ts';
import { ConfigError } from '../../../src/errors.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const ITEM = '{"id": "a", "prompt": "Add.", "answer": 1, "meta": {"test_list": ["assert f(1) == 2"]}}';

const planWith = (grader: string) =>
  readPlan(
    'reversal.yml',
    memoryFiles({
      'reversal.yml': `suites: [{ name: adding, role: target, items: items.jsonl, grader: ${grader} }]
guardrails: { accuracy: off, coverage: off, diversity: off, ood: off, hardest-group: off }`,
      'items.jsonl': ITEM,
    }),
  );

test('does not run a user’s program on behalf of a fork', async () => {
  const plan = await planWith('{ type: code, sandbox: native }');
  const refusal: unknown = await openGraders(plan, withoutEffects).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ConfigError);
  expect(String(refusal)).toContain('the grader code of suite adding runs a program on this machine');
});

test('gives a suite its grader, and no other name', async () => {
  const graders = await openGraders(await planWith('exact'), withoutEffects);
  expect(graders.of('adding')?.name).toBe('exact');
  expect(graders.of('other')).toBeUndefined();
  await expect(graders.close()).resolves.toBeUndefined();
});

test('reads a plan even if a model’s programs could not run', async () => {
  const { suites } = await planWith('{ type: code }');
  expect(suites[0]?.grader).toMatchObject({ type: 'code', sandbox: 'auto' });
});
