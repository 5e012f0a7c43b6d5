import { describe, expect, test } from 'vitest';
import { modelFiles, type Scene, scene, useModels } from './model-repository.ts';
import { modelYaml } from '../support/model-files.ts';
import { readResult, temporaryFolder } from './project.ts';
import type { Result } from '../../src/result/result.ts';
import type { ActionRun } from './run-action.ts';

/* Waivers as a team commits them: those of the base count, those of the pull request do not. v2 is a reversal. */

useModels();

const TOPIC = { 'model.yaml': modelYaml('v2') };

/** One waiver for every measure; those for measures that are not lost are unused. */
const waiversOf = (
  lost: readonly { readonly suite: string | null; readonly id: string }[],
  expires: string,
): string =>
  JSON.stringify({
    waivers: lost.map(({ suite, id }) => ({
      suite,
      measure: id.slice(`${suite ?? ''}/`.length),
      old: 'v1',
      new: 'v2',
      reason: '<img src=x> accepted for now',
      by: '@acme/ml',
      expires,
    })),
  });

async function judged({ run }: Pick<Scene, 'run'>): Promise<ActionRun & { readonly result: Result }> {
  const out = temporaryFolder();
  const found = await run({ inputs: { out } });
  return { ...found, result: readResult(out) };
}

describe('waivers', () => {
  test("of the base excuse the losses that they name; expired, unused and malformed ones are reported; the pull request's do not count", async () => {
    const plain = await judged(await scene(TOPIC));
    expect(plain.code, plain.log).toBe(1);
    const lost = plain.result.measures.filter(({ state }) => state === 'lost');
    expect(lost.length).toBeGreaterThan(0);
    const accepted = waiversOf(lost, '2999-12-31');

    const ofBase = await scene(TOPIC, { ...modelFiles(), 'reversal-waivers.yml': accepted });
    const waived = await judged(ofBase);
    expect(waived.code, waived.log).toBe(0);
    expect(waived.outputs).toMatchObject({ verdict: 'reversal', passed: 'true' });
    expect(waived.result.verdict).toMatchObject({ status: 'reversal', passed: true, waived: true });
    expect(waived.result.measures.filter(({ waiver }) => waiver !== undefined)).toHaveLength(lost.length);
    const [comment = ''] = ofBase.comments();
    expect(comment).toContain('**Self-improvement reversal (waived).**');
    expect(comment).toMatch(/^- .*: lost, margin .* Waived by .* accepted for now/mu);
    expect(comment).toContain('lost (waived)');
    expect(comment).not.toContain('<img');

    const expired = await judged(
      await scene(TOPIC, { ...modelFiles(), 'reversal-waivers.yml': waiversOf(lost, '2026-01-01') }),
    );
    expect(expired.code).toBe(1);
    expect(expired.result.warnings.join('\n')).toContain('expired on 2026-01-01 and has no effect');

    const kept = plain.result.measures.filter(({ state }) => state === 'kept').slice(0, 1);
    const unused = await judged(
      await scene(TOPIC, { ...modelFiles(), 'reversal-waivers.yml': waiversOf(kept, '2999-12-31') }),
    );
    expect(unused.code).toBe(1);
    expect(unused.result.warnings.join('\n')).toMatch(/has no effect/u);

    const brought = await judged(await scene({ ...TOPIC, 'reversal-waivers.yml': accepted }));
    expect(brought.code).toBe(1);
    expect(brought.result.verdict).toEqual(plain.result.verdict);
    expect(brought.result.warnings.join('\n')).toContain('This pull request changes reversal-waivers.yml');

    const malformed = await scene(TOPIC, {
      ...modelFiles(),
      'reversal-waivers.yml': 'waivers: [{ suite: 1 }]\n',
    });
    const refused = await malformed.run();
    expect(refused.code, refused.log).toBe(2);
    expect(refused.commands.filter(({ name }) => name === 'error').length).toBeGreaterThan(1);
    expect(refused.log).toContain('reversal-waivers.yml');
  });
});
