import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Checkpoint } from '../../../src/servers/checkpoint.ts';
import type { Item, Suite } from '../../../src/evalset/suite.ts';
import { estimateSampling, estimatorWith, estimateSuite } from '../../../src/sampling/estimate/estimate.ts';
import { pairIdentities, sampleKeys, storeFile } from '../../../src/store/identity.ts';
import type { SamplingSettings } from '../../../src/servers/chat/sampling-settings.ts';
import { openStore } from '../../../src/store/store.ts';
import { storedCompletions } from '../../../src/store/stored.ts';

const item = (id: string, ...contents: readonly string[]): Item => ({
  id,
  messages: contents.map((content) => ({ role: 'user', content })),
  answer: '1',
  group: undefined,
  cluster: id,
  meta: undefined,
});

const SUITE: Suite = {
  name: 'suite',
  role: 'target',
  // 10 characters count as 3 tokens, 5 as 2, 4 as 1, and an empty message as none.
  items: [item('a', '1234567890', '1234'), item('b', ''), item('c', '12345')],
  hash: 'sha256:0',
};

const SETTINGS: SamplingSettings = {
  n: 4,
  temperature: 0.8,
  topP: 0.95,
  maxTokens: 100,
  concurrency: 1,
  timeoutMs: 1000,
};

const PRICES = { promptUsdPerMillion: 1, completionUsdPerMillion: 10 };

const checkpoint = (side: 'old' | 'new', version: string): Checkpoint => ({
  side,
  version,
  model: `m-${version}`,
  baseUrl: 'http://127.0.0.1:9/v1',
  api: 'chat',
  extraBody: {},
});

const PAIR = { old: checkpoint('old', 'v1'), new: checkpoint('new', 'v2') };

describe('without a store', () => {
  test('requests everything: n × items × sides, prompts by their characters, completions by the limit', () => {
    const expected = {
      suite: 'suite',
      samples: 12,
      stored: 0,
      requests: 12,
      promptTokens: 4 * (3 + 1 + 2),
      completionTokens: { tokens: 1200, basis: 'limit' },
      tokensPerCompletion: 100,
      costUsd: undefined,
      singly: { requests: 12, promptTokens: 4 * (3 + 1 + 2), costUsd: undefined },
    };
    expect(estimateSuite({ suite: SUITE, settings: SETTINGS, prices: undefined, stored: undefined })).toEqual(
      [
        { ...expected, side: 'old' },
        { ...expected, side: 'new' },
      ],
    );
  });

  test('gives no bound for completions or their cost without a limit', () => {
    const { maxTokens: _, ...settings } = SETTINGS;
    const prices = { old: PRICES, new: PRICES };
    const found = estimateSuite({ suite: SUITE, settings, prices, stored: undefined });
    expect(found).toMatchObject([
      { completionTokens: undefined, costUsd: undefined },
      { completionTokens: undefined, costUsd: undefined },
    ]);
    const bounded = estimateSuite({
      suite: SUITE,
      settings: { ...settings, maxCompletionTokens: 50 },
      prices,
      stored: undefined,
    });
    expect(bounded).toMatchObject([{ completionTokens: { tokens: 600, basis: 'limit' } }, {}]);
  });

  test('uses the prices of each side', () => {
    const prices = { old: { promptUsdPerMillion: 0, completionUsdPerMillion: 0 }, new: PRICES };
    const found = estimateSuite({ suite: SUITE, settings: SETTINGS, prices, stored: undefined });
    expect(found.map(({ costUsd }) => costUsd)).toEqual([0, (24 * 1 + 1200 * 10) / 1e6]);
  });
});

describe('with several samples per request', () => {
  test('a request is a block of them, with the prompt once; the numbers for one sample per request are given too', () => {
    const settings = { ...SETTINGS, n: 12, nPerRequest: 'auto' } as const;
    const prices = { old: PRICES, new: PRICES };
    const [old] = estimateSuite({ suite: SUITE, settings, prices, stored: undefined });
    // 12 samples of an item are a block of 8 and one of 4.
    expect(old).toMatchObject({
      samples: 36,
      requests: 6,
      promptTokens: 2 * (3 + 1 + 2),
      completionTokens: { tokens: 3600, basis: 'limit' },
      costUsd: (12 * 1 + 3600 * 10) / 1e6,
      singly: { requests: 36, promptTokens: 12 * (3 + 1 + 2), costUsd: (72 * 1 + 3600 * 10) / 1e6 },
    });
  });

  test('requests the missing samples of a partial block at once, or separately if they are not adjacent', () => {
    const settings = { ...SETTINGS, n: 8, nPerRequest: 4 };
    const byItem = new Map([
      ['a', new Set([0, 1, 2, 3])],
      ['b', new Set([3, 4])],
      ['c', new Set([1])],
    ]);
    const there = { byItem, meanCompletionTokens: undefined };
    const [old] = estimateSuite({
      suite: SUITE,
      settings,
      prices: undefined,
      stored: { old: there, new: there },
    });
    expect(old).toMatchObject({ stored: 7, requests: 1 + 2 + 3, singly: { requests: 17 } });
  });
});

describe('with a store', () => {
  let storeDir: string;
  beforeEach(async () => {
    storeDir = await mkdtemp(join(tmpdir(), 'estimate-'));
  });
  afterEach(() => rm(storeDir, { recursive: true }));

  /** Stores the samples with these indices of an item, each `tokens` long. */
  async function store(
    side: 'old' | 'new',
    id: string,
    indices: readonly number[],
    tokens?: number,
  ): Promise<void> {
    const identity = pairIdentities(PAIR)[side];
    const asked = SUITE.items.find((each) => each.id === id) ?? item(id);
    const keys = sampleKeys({ identity, item: asked, settings: SETTINGS });
    const { append, close } = await openStore({
      path: join(storeDir, storeFile(identity, SUITE.name)),
      wanted: new Set(keys),
    });
    for (const index of indices) {
      await append([
        {
          key: keys[index] ?? '',
          suite: SUITE.name,
          id,
          index,
          text: `${id} ${index}`,
          finish_reason: 'stop',
          ...(tokens === undefined ? {} : { usage: { prompt_tokens: 1, completion_tokens: tokens } }),
          time: '2026-01-01T00:00:00.000Z',
        },
      ]);
    }
    await close();
  }

  const estimate = (settings = SETTINGS, checkpoints: typeof PAIR | undefined = PAIR) =>
    estimateSampling({ checkpoints, suites: [SUITE], settings, prices: undefined, storeDir });

  test('excludes stored samples, and learns from them how long completions are', async () => {
    await store('old', 'a', [0, 2], 30);
    await store('old', 'b', [1], 60);
    const [old, candidate] = await estimate();
    expect(old).toMatchObject({ samples: 12, stored: 3, requests: 9 });
    expect(old?.promptTokens).toBe(2 * 4 + 4 * 2);
    expect(old?.completionTokens).toEqual({ tokens: 9 * 40, basis: 'store' });
    // New's completions were never seen; old's are the best estimate.
    expect(candidate).toMatchObject({
      stored: 0,
      requests: 12,
      completionTokens: { tokens: 12 * 40, basis: 'store' },
    });
  });

  test('counts stored completions without usage, but learns no length from them', async () => {
    await store('old', 'a', [0]);
    expect((await estimate())[0]).toMatchObject({
      stored: 1,
      completionTokens: { tokens: 1100, basis: 'limit' },
    });
  });

  test('requests samples older than max-age again', async () => {
    await store('old', 'a', [0, 2]);
    const drawn = Date.UTC(2026, 0, 1);
    const stored = async (age: number) => {
      const settings = { ...SETTINGS, maxAgeMs: 1000 };
      const estimator = estimatorWith({ now: () => drawn + age });
      return (
        await estimator({ checkpoints: PAIR, suites: [SUITE], settings, prices: undefined, storeDir })
      )[0]?.stored;
    };
    expect([await stored(1000), await stored(1001)]).toEqual([2, 0]);
  });

  test('with everything stored: requests, tokens and cost are zero', async () => {
    for (const { id } of SUITE.items) await store('new', id, [0, 1, 2, 3], 10);
    expect((await estimate())[1]).toMatchObject({
      stored: 12,
      requests: 0,
      promptTokens: 0,
      completionTokens: { tokens: 0, basis: 'store' },
    });
  });

  test('finds no stored completions under other settings, and looks for none without checkpoints', async () => {
    await store('old', 'a', [0, 1], 10);
    expect((await estimate({ ...SETTINGS, temperature: 0.5 }))[0]?.stored).toBe(0);
    expect((await estimate({ ...SETTINGS, n: 1 }))[0]?.stored).toBe(1);
    expect(
      (
        await estimateSampling({
          checkpoints: undefined,
          suites: [SUITE],
          settings: SETTINGS,
          prices: undefined,
          storeDir,
        })
      )[0]?.stored,
    ).toBe(0);
  });

  test('writes nothing: creates no folder and keeps a torn line', async () => {
    await estimate();
    expect(await readdir(storeDir)).toEqual([]);
    await store('old', 'a', [0], 10);
    const path = join(storeDir, storeFile(pairIdentities(PAIR).old, SUITE.name));
    await writeFile(path, '{"torn', { flag: 'a' });
    expect((await estimate())[0]?.stored).toBe(1);
    expect((await readdir(dirname(path))).length).toBe(1);
    expect(await readFile(path, 'utf8')).toMatch(/\{"torn$/);
  });

  test('the stored completions of one checkpoint, in the order of items and indices', async () => {
    await store('old', 'b', [1], 10);
    await store('old', 'a', [2, 0], 10);
    await store('new', 'a', [1], 10);
    const found = await storedCompletions({
      checkpoint: PAIR.old,
      suite: SUITE,
      settings: SETTINGS,
      storeDir,
    });
    expect(found.map(({ id, index, text }) => [id, index, text])).toEqual([
      ['a', 0, 'a 0'],
      ['a', 2, 'a 2'],
      ['b', 1, 'b 1'],
    ]);
  });
});
