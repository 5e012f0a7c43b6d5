import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStatusFile } from '../../../src/run/check/status-file.ts';
import { type Status, statusSchema } from '../../../src/result/status.ts';

const START = Date.parse('2026-11-02T08:00:00Z');
const progress = {
  suite: 'gsm8k',
  side: 'old',
  done: 30,
  failed: 0,
  cached: 10,
  total: 50,
  promptTokens: 200,
  completionTokens: 90,
  costUsd: 0.5,
} as const;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'reversal-check-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const unexpected = (warning: string): never => expect.fail(warning);

const read = (out: string): Status =>
  statusSchema.parse(JSON.parse(readFileSync(join(out, 'status.json'), 'utf8')));

it('has the progress of each part, the rate, the remaining work and the cost, while running and at the end', async () => {
  const out = join(folder(), 'out');
  let now = START;
  const status = openStatusFile({ folder: out, now: () => now, onWarning: unexpected });
  status.onProgress(progress);
  status.onProgress({ ...progress, side: 'new', cached: 0, done: 9, failed: 1, costUsd: 0.25 });
  now += 10_000;
  await expect.poll(() => existsSync(join(out, 'status.json'))).toBe(true);
  expect(read(out)).toMatchObject({
    state: 'running',
    started: '2026-11-02T08:00:00.000Z',
    updated: '2026-11-02T08:00:10.000Z',
    done: 39,
    failed: 1,
    total: 100,
    samples_per_second: 3,
    seconds_left: 20,
    cost_usd: 0.75,
    parts: [
      { suite: 'gsm8k', side: 'old', done: 30, reused: 10, prompt_tokens: 200 },
      { side: 'new', failed: 1 },
    ],
    embeddings: null,
  });
  status.onEmbedding({ done: 3, failed: 1, cached: 2, total: 4 });
  await status.end('done');
  expect(read(out)).toMatchObject({ state: 'done', embeddings: { done: 3, failed: 1, reused: 2, total: 4 } });
  expect(readdirSync(out)).toEqual(['status.json']);
});

it('has no cost without prices, and no remaining work for a run that has not begun', async () => {
  const out = folder();
  const status = openStatusFile({ folder: out, now: () => START, onWarning: unexpected });
  const { suite, side, cached, failed, total, promptTokens, completionTokens } = progress;
  status.onProgress({ suite, side, done: 10, cached, failed, total, promptTokens, completionTokens });
  await status.end('failed');
  expect(read(out)).toMatchObject({
    state: 'failed',
    cost_usd: null,
    samples_per_second: 0,
    seconds_left: null,
  });
});

it('does not end the run if it cannot be written, and warns once', async () => {
  const place = join(folder(), 'file');
  writeFileSync(place, '');
  const warnings: string[] = [];
  const status = openStatusFile({
    folder: join(place, 'out'),
    now: () => START,
    onWarning: (warning) => warnings.push(warning),
  });
  status.onProgress(progress);
  await expect.poll(() => warnings.length).toBe(1);
  await status.end('done');
  expect(warnings).toEqual([expect.stringMatching(/^Could not write status\.json in .*: ENOTDIR/u)]);
});
