import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/run/check/check.ts';
import type { Checked } from '../../../src/run/stages/conclude.ts';
import { merge } from '../../../src/run/shards/merge.ts';
import { pin } from '../../../src/run/plan/pin.ts';
import { sampleShard } from '../../../src/run/shards/sample-shard.ts';
import { writeShard } from '../../../src/run/shards/shard-folder.ts';
import { localFiles } from '../../../src/cli/files.ts';
import { openBudget } from '../../../src/sampling/budget.ts';
import { copyStored } from '../../../src/store/copy-stored.ts';
import { embed } from '../../../src/sampling/embeddings/embeddings.ts';
import { gatherStored } from '../../../src/store/gather-stored.ts';
import { joinStores } from '../../../src/store/join-stores.ts';
import { openLooks } from '../../../src/store/look-file.ts';
import { sample } from '../../../src/sampling/sampler.ts';
import { systemTiming } from '../../../src/timing.ts';
import { project, withoutCost } from '../../e2e/project.ts';
import { sampleAsked, SAMPLES, startSums, sumsFiles } from '../../e2e/sums.ts';
import { sendJson } from '../../sampling/fake-server.ts';

const NOW = Date.parse('2026-11-02T08:00:00Z');
const VERSIONS = { old: 'v1', new: 'v2' };
const { signal } = new AbortController();

/** The dependencies of every use case here; `store` is the completion store. */
const edges = (folder: string, store: string) => ({
  configPath: join(folder, 'reversal.yml'),
  versions: VERSIONS,
  files: localFiles,
  openBudget: (budget: Omit<Parameters<typeof openBudget>[0], 'timing' | 'onEnd'>) =>
    openBudget({ ...budget, timing: systemTiming }),
  grading: { env: {}, signal, headIsTrusted: true },
  storeDir: join(folder, store, 'completions'),
  env: {},
  signal,
  onProgress: () => {},
});

const judging = (folder: string, store: string) => ({
  ...edges(folder, store),
  openLooks: (at: Omit<Parameters<typeof openLooks>[0], 'now'>) => openLooks({ ...at, now: () => NOW }),
  nowMs: NOW,
  embed: (request: Omit<Parameters<typeof embed>[0], 'signal'>) => embed({ ...request, signal }),
});

/** Samples a share into a folder and returns the folder. */
async function sampled(folder: string, number: number, of: number, out: string): Promise<string> {
  const shard = await sampleShard({
    ...edges(folder, out),
    shard: { number, of },
    sampler: sample,
    now: Date.now,
  });
  await writeShard(join(folder, out), shard, copyStored);
  return join(folder, out);
}

const merged = (folder: string, folders: readonly string[], out: string): Promise<Checked> =>
  merge({ ...judging(folder, out), folders, join: joinStores, gather: gatherStored });

const comparable = ({ result, graded }: Checked): string =>
  JSON.stringify({ result: withoutCost(result), graded });

test('merged shards have requests and tokens by side, unless a shard of an earlier version has none', async () => {
  const server = await startSums();
  const folder = project(sumsFiles(server.baseUrl));
  const { path, text } = await pin(join(folder, 'reversal.yml'), localFiles);
  writeFileSync(path, text);
  const folders = [await sampled(folder, 1, 2, 'one'), await sampled(folder, 2, 2, 'two')];
  const ofSide = { requests: SAMPLES / 2, reused: 0 };
  const { result } = await merged(folder, folders, 'merged');
  expect(result.cost.sampling).toMatchObject({ requests: SAMPLES, by_side: { old: ofSide, new: ofSide } });

  const file = join(folder, 'one', 'shard.json');
  const shard = JSON.parse(readFileSync(file, 'utf8'));
  delete shard.cost.by_side;
  writeFileSync(file, JSON.stringify(shard));
  const earlier = await merged(folder, folders, 'earlier');
  expect(earlier.result.cost.sampling).toMatchObject({
    requests: SAMPLES,
    by_side: { old: { reused: 0 }, new: { reused: 0 } },
  });
  expect(earlier.result.cost.sampling?.by_side?.old).not.toHaveProperty('requests');
});

describe('merged shards give the same result as a single run', () => {
  test('with 1, 2, 7 and 10 shards, in any order, one of them twice', { timeout: 300_000 }, async () => {
    // One sample of one side is refused, so that failed samples have to be merged too.
    const server = await startSums((asked, response) => {
      const { model } = asked.body;
      const { id, index } = sampleAsked(asked);
      if (model !== 'sums-v2' || id !== 'q3' || index !== 1) return false;
      sendJson(response, 400, { error: { message: 'not this one' } });
      return true;
    });
    const folder = project(sumsFiles(server.baseUrl));
    const { path, text } = await pin(join(folder, 'reversal.yml'), localFiles);
    writeFileSync(path, text);
    const whole = comparable(await check({ ...judging(folder, 'out'), sampler: sample }));
    expect(whole).toContain('"failed":1');

    for (const of of [1, 2, 7, 10]) {
      const before = server.asked.length;
      const folders: string[] = [];
      for (let number = 1; number <= of; number += 1) {
        folders.push(await sampled(folder, number, of, `of-${of}/${number}`));
      }
      expect(server.asked.length - before, 'no sample is asked by two shards').toBe(SAMPLES);
      const again = await sampled(folder, of, of, `again-${of}`);
      const asked = server.asked.length;
      const one = await merged(folder, [again, ...folders.toReversed()], `merged-${of}`);
      const other = await merged(folder, [join(folder, `of-${of}`), again, again], `others-${of}`);
      expect(server.asked.length, 'a merge asks nothing').toBe(asked);
      expect([comparable(one), comparable(other)], `${of} shards`).toEqual([whole, whole]);
    }
  });
});
