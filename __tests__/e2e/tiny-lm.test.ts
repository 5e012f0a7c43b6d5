import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import type { Result } from '../../src/report/result.ts';
import { readResult, root, temporaryFolder } from './project.ts';
import { runCli } from './run-cli.ts';

/*
 * Checkpoints that were really trained, served and asked live by the example's own configuration, on every third of their
 * items: with so few the margins that can be shown are wider. The checks share a store, so that M0 is asked only once.
 */

const example = join(root, 'examples/tiny-lm');
const EVERY = 3;

const folder = temporaryFolder(afterAll);

beforeAll(async () => {
  cpSync(join(example, 'evals'), join(folder, 'evals'), { recursive: true });
  const config = parseDocument(readFileSync(join(example, 'reversal.yml'), 'utf8'));
  config.setIn(['checkpoints', 'serve', 'command', 0], process.execPath);
  config.setIn(['suites'], [config.getIn(['suites', 0])]);
  for (const guardrail of ['accuracy', 'coverage'])
    config.setIn(['guardrails', guardrail, 'margin'], '20 points');
  config.setIn(['guardrails', 'diversity', 'margin'], '25%');
  for (const guardrail of ['hardest-group', 'ood']) config.setIn(['guardrails', guardrail], 'off');
  writeFileSync(join(folder, 'reversal.yml'), String(config));
  const items = join(folder, 'evals/trained-kind.jsonl');
  const lines = readFileSync(items, 'utf8').trimEnd().split('\n');
  writeFileSync(items, `${lines.filter((_, place) => place % EVERY === 0).join('\n')}\n`);
  const pinned = await runCli(['pin'], { cwd: folder });
  expect(pinned, pinned.stderr).toMatchObject({ code: 0 });
});

async function judged(checkpoint: string): Promise<{ result: Result; code: number | null }> {
  const { code, stderr } = await runCli(
    ['check', '--old', 'm0', '--new', checkpoint, '--out', checkpoint, '--store', 'store'],
    { cwd: folder, env: { TINY_LM_SERVER: pathToFileURL(join(example, 'serve.ts')).href } },
  );
  expect(code, stderr).not.toBe(2);
  expect(code, stderr).not.toBe(3);
  return { result: readResult(join(folder, checkpoint)), code };
}

describe('live checkpoints of the tiny model', { timeout: 120_000 }, () => {
  test('four rounds of fine-tuning on own answers are a reversal: more right, in fewer ways', async () => {
    const { result, code } = await judged('sft-4');
    expect(result.verdict.status, result.verdict.headline).toBe('reversal');
    expect(code).toBe(1);
  });

  test('two rounds that learn each right way once are progress', async () => {
    const { result, code } = await judged('ways-2');
    expect(result.verdict.status, result.verdict.headline).toBe('progress');
    expect(code).toBe(0);
  });
});
