import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/result/result.ts';
import { read, readResult, root, temporaryFolder } from './project.ts';
import { runCli } from './run-cli.ts';

/*
 * Checkpoints that were really trained, served and sampled live with the example's own configurations and locks, with all items
 * and all samples.
 */

const example = join(root, 'examples/tiny-lm');
const LIMIT_MS = 600_000;

interface Checked {
  readonly result: Result;
  readonly code: number | null;
  readonly stdout: string;
}

async function judged(config: string, checkpoint: string): Promise<Checked> {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  const { code, stdout, stderr } = await runCli(
    ['check', '--config', join(example, config), '--old', 'm0', '--new', checkpoint, '--out', out],
    {
      cwd: folder,
      env: {
        TINY_LM_SERVER: pathToFileURL(join(example, 'serve.ts')).href,
        // The configurations say `node`: use the one that runs this test.
        PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
      },
      limitMs: LIMIT_MS,
    },
  );
  expect([0, 1], stderr).toContain(code);
  return { result: readResult(out), code, stdout };
}

/** The gating measures, by state. */
const gatesOf = ({ measures }: Result): object =>
  Object.fromEntries(measures.filter(({ gates }) => gates).map(({ id, state }) => [id, state]));

describe('live checkpoints of the tiny model', { timeout: LIMIT_MS }, () => {
  test('four rounds of fine-tuning on own answers are a reversal: more answers are right, in fewer ways', async () => {
    const { result, code, stdout } = await judged('reversal.yml', 'sft-4');
    expect(result.verdict.status, result.verdict.headline).toBe('reversal');
    expect(code).toBe(1);
    // README shows the beginning of the output of `npm run demo`, which is this check.
    const [, excerpt = 'no block'] = /^```text\n([^]*?)^```$/m.exec(read(root, 'README.md')) ?? [];
    expect(stdout.slice(0, excerpt.length)).toBe(excerpt);
    expect(result.verdict.reasons.slice(0, 2)).toEqual(
      ['syntactic', 'logical'].map((kind): unknown =>
        expect.stringMatching(
          new RegExp(`^Diversity \\(${kind}\\) on trained-kind fell .*: lost, margin 10%`, 'u'),
        ),
      ),
    );
    expect(gatesOf(result)).toEqual({
      'trained-kind/accuracy/pass@1': 'kept',
      'trained-kind/coverage/pass@16': 'kept',
      'trained-kind/diversity/syntactic': 'lost',
      'trained-kind/diversity/logical': 'lost',
      'trained-kind/generalization/hardest group': 'kept',
      'other-beginnings/generalization/pass@1': 'kept',
      'other-questions/generalization/pass@1': 'kept',
    });
  });

  test('four rounds that learn each right way once are progress: more answers are right, in as many ways', async () => {
    const { result, code } = await judged('large/reversal.yml', 'ways-4');
    expect(result.verdict.status, result.verdict.headline).toBe('progress');
    expect(code).toBe(0);
    expect(gatesOf(result)).toEqual({
      'trained-kind-large/accuracy/pass@1': 'kept',
      'trained-kind-large/coverage/pass@16': 'kept',
      'trained-kind-large/diversity/syntactic': 'kept',
      'trained-kind-large/diversity/logical': 'kept',
      'trained-kind-large/generalization/hardest group': 'kept',
      'other-beginnings/generalization/pass@1': 'kept',
      'other-questions/generalization/pass@1': 'kept',
    });
  });
});
