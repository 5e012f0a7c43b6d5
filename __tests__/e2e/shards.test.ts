import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sendJson } from '../sampling/fake-server.ts';
import { read, readResult, withoutCost } from './project.ts';
import { runCli } from './run-cli.ts';
import { CHECK, sampleAsked, SAMPLES, startSums, sumsProject } from './sums.ts';

/** Runs as many commands at a time as there are processors. */
const AT_ONCE = 2;

const shardArgs = (number: number, of: number, out: string): string[] =>
  `check --old v1 --new v2 --shard ${number}/${of} --out ${out}`.split(' ');

/** Runs all shards of a check, each into its own folder; returns the folders. */
async function sampleShards(folder: string, of: number): Promise<string[]> {
  const numbers = Array.from({ length: of }, (_, place) => place + 1);
  const queue = numbers.values();
  const work = async (): Promise<void> => {
    for (const number of queue) {
      const { code, stderr } = await runCli(shardArgs(number, of, `of-${of}/${number}`), { cwd: folder });
      expect(code, stderr).toBe(0);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return numbers.map((number) => `of-${of}/${number}`);
}

async function merged(folder: string, folders: readonly string[], out: string): Promise<void> {
  const run = await runCli(['merge', ...folders, '--out', out], { cwd: folder });
  expect(run.code, run.stderr).toBe(0);
}

describe('merged shards equal the whole run', () => {
  /** One sample of one side is refused, so that failed samples have to be transferred too. */
  const startRefusing = () =>
    startSums((asked, response) => {
      const { model } = asked.body;
      const { id, index } = sampleAsked(asked);
      if (model !== 'sums-v2' || id !== 'q3' || index !== 1) return false;
      sendJson(response, 400, { error: { message: 'not this one' } });
      return true;
    });

  /* 1, 7 and 10 of them: see `__tests__/run/shards/merge.test.ts`. */
  test('2 of them, in any order, one of them twice', async () => {
    const server = await startRefusing();
    const folder = await sumsProject(server.baseUrl);
    const whole = await runCli([...CHECK], { cwd: folder });
    expect([0, 3], whole.stderr).toContain(whole.code);
    const expected = JSON.stringify(withoutCost(readResult(join(folder, 'out'))));
    expect(expected).toContain('"failed":1');

    const before = server.asked.length;
    const folders = await sampleShards(folder, 2);
    expect(server.asked.length - before, 'no sample is asked by two shards').toBe(SAMPLES);
    const again = await runCli(shardArgs(2, 2, 'again'), { cwd: folder });
    expect(again.code, again.stderr).toBe(0);

    const asked = server.asked.length;
    const run = await runCli(['merge', 'again', ...folders.toReversed(), '--out', 'merged'], { cwd: folder });
    expect(run.code, run.stderr).toBe(whole.code);
    expect(server.asked.length, 'a merge asks nothing').toBe(asked);
    expect(JSON.stringify(withoutCost(readResult(join(folder, 'merged'))))).toBe(expected);
    expect(read(folder, 'merged', 'graded.jsonl')).toBe(read(folder, 'out/graded.jsonl'));
  });
});

describe('a merge refuses shards that do not make up one whole check', () => {
  test('and says which shard is missing, changed or incomplete, and which command to run', async () => {
    const server = await startSums();
    const folder = await sumsProject(server.baseUrl);
    const folders = await sampleShards(folder, 3);
    const refusal = async (...args: string[]): Promise<string> => {
      const { code, stdout, stderr } = await runCli(['merge', ...args, '--out', 'no'], { cwd: folder });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      return stderr;
    };
    expect(await refusal('of-3/1', 'of-3/3')).toContain(
      'found 2 of 3 shards; missing: 2/3\n  Run each missing shard, then merge again: reversal-check check --shard 2/3 --config reversal.yml --old v1 --new v2',
    );

    const other = ['check', '--old', 'v0', '--new', 'v2', '--shard', '2/3', '--out', 'other'];
    expect((await runCli(other, { cwd: folder })).code).toBe(0);
    expect(await refusal('of-3/1', 'other', 'of-3/3')).toContain(
      'other/shard.json: the shard has a different old version: found v0, expected v1 as in of-3/1',
    );

    cpSync(join(folder, 'of-3/2'), join(folder, 'half'), { recursive: true });
    rmSync(join(folder, 'half/completions'), { recursive: true });
    const half = await refusal('of-3/1', 'half', 'of-3/3');
    expect(half).toMatch(
      /^error: half: sample 0 of q\d+ \(sums, old\) is neither stored nor recorded as failed/u,
    );
    expect(await refusal('nowhere')).toContain('error: nowhere: the folder cannot be read');
    expect(await refusal('of-3/2/completions')).toContain(
      'found no shard.json in this folder or its subfolders',
    );

    await merged(folder, ['of-3'], 'whole');
    expect(folders).toHaveLength(3);
    expect(readResult(join(folder, 'whole')).cost.sampling).toMatchObject({ requests: SAMPLES, reused: 0 });
  });

  test('a shard with its own store transfers its completions, and requests none of them again', async () => {
    const server = await startSums();
    const folder = await sumsProject(server.baseUrl);
    const first = await runCli([...CHECK, '--store', 'kept'], { cwd: folder });
    expect(first.code, first.stderr).toBe(0);
    const before = server.asked.length;
    for (const number of [1, 2]) {
      const args = [...shardArgs(number, 2, `parts/${number}`), '--store', 'kept'];
      const { code, stderr } = await runCli(args, { cwd: folder });
      expect(code, stderr).toBe(0);
    }
    expect(server.asked.length).toBe(before);
    await merged(folder, ['parts'], 'joined');
    expect(withoutCost(readResult(join(folder, 'joined')))).toEqual(
      withoutCost(readResult(join(folder, 'out'))),
    );
  });

  test('refuses an impossible shard', async () => {
    for (const shard of ['0/3', '4/3', '3', 'a/b', '1/99999']) {
      const args = ['check', '--old', 'v1', '--new', 'v2', '--shard', shard];
      const { code, stderr } = await runCli(args, { cwd: '/' });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: `error: --shard: found "${shard}", expected the shard's number, a slash and the total number of shards (at most 10,000)\n  Write 3/10 for the third of ten shards.\n`,
      });
    }
  });
});
