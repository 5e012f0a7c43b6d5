import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { completionSchema } from '../../src/servers/chat/completion.ts';
import { startChatServer } from './fake-server.ts';
import {
  drawerWith,
  makeCheckpoint,
  makeFolder,
  makeItem,
  makeRequest,
  NOW,
  readStore,
  samplingError,
  stillTiming,
  SETTINGS,
  makeSuite,
} from './setting.ts';

const sample = drawerWith(stillTiming());
const DAY_MS = 86_400_000;

describe('the store between runs', () => {
  it('serves a second run without a request, with the same generations', async () => {
    const server = await startChatServer();
    const storeDir = await makeFolder();
    const first = await sample(makeRequest({ baseUrl: server.baseUrl, storeDir }));
    const again = makeRequest({ baseUrl: server.baseUrl, storeDir });
    const second = await sample(again);
    expect(server.asked).toHaveLength(8);
    expect(second.generations).toEqual(first.generations);
    const drawn = { completions: 4, oldest: '2026-11-02T08:00:00.000Z', newest: '2026-11-02T08:00:00.000Z' };
    const nothing = { requests: 0, retries: 0, seconds: 0, prompt_tokens: 0, completion_tokens: 0 };
    expect(second.cost).toEqual({
      requests: 0,
      prompt_tokens: 0,
      completion_tokens: 0,
      cached: 8,
      reused: { old: drawn, new: drawn },
      bySide: { old: nothing, new: nothing },
    });
    expect(again.progress).toHaveLength(2);
    expect(again.progress[0]).toMatchObject({ done: 4, cached: 4, total: 4, completionTokens: 0 });
  });

  it('requests completions older than max-age again, uses the newer ones after that, and reports when they were sampled', async () => {
    const server = await startChatServer();
    const storeDir = await makeFolder();
    const after = (days: number, maxAgeMs?: number): ReturnType<typeof sample> =>
      drawerWith({ ...stillTiming(), now: () => NOW + days * DAY_MS })(
        makeRequest({
          baseUrl: server.baseUrl,
          storeDir,
          settings: { ...SETTINGS, ...(maxAgeMs === undefined ? {} : { maxAgeMs }) },
        }),
      );
    await after(0);
    expect((await after(14, 14 * DAY_MS)).cost).toMatchObject({ requests: 0, cached: 8 });
    expect((await after(15, 14 * DAY_MS)).cost).toMatchObject({
      requests: 8,
      cached: 0,
      reused: { old: { completions: 0, oldest: null, newest: null } },
    });
    expect((await after(20, 14 * DAY_MS)).cost).toMatchObject({
      requests: 0,
      reused: { new: { completions: 4, oldest: '2026-11-17T08:00:00.000Z' } },
    });
    const ofAnyAge = await after(20);
    expect(ofAnyAge.cost.reused.old.oldest).toBe('2026-11-02T08:00:00.000Z');
  });

  it('needs no key if nothing is requested', async () => {
    const server = await startChatServer();
    const storeDir = await makeFolder();
    const checkpoints = {
      old: makeCheckpoint('old', server.baseUrl, { apiKeyEnv: 'KEY' }),
      new: makeCheckpoint('new', server.baseUrl, { apiKeyEnv: 'KEY' }),
    };
    await sample(makeRequest({ baseUrl: server.baseUrl, storeDir, checkpoints, env: { KEY: 'sk-one' } }));
    const second = await sample(makeRequest({ baseUrl: server.baseUrl, storeDir, checkpoints }));
    expect(second.cost.cached).toBe(8);
  });

  it('requests only the difference when n is raised, and nothing when it is lowered', async () => {
    const server = await startChatServer();
    const storeDir = await makeFolder();
    const run = (n: number): ReturnType<typeof sample> =>
      sample(makeRequest({ baseUrl: server.baseUrl, storeDir, settings: { ...SETTINGS, n } }));
    const two = await run(2);
    const five = await run(5);
    expect(server.asked).toHaveLength(20);
    expect(five.generations.old.filter(({ index }) => index < 2)).toEqual(two.generations.old);
    expect((await run(1)).cost).toMatchObject({ requests: 0, cached: 4 });
  });

  it('samples again with other sampling settings, and keeps the earlier completions', async () => {
    const server = await startChatServer();
    const storeDir = await makeFolder();
    const run = (temperature: number): ReturnType<typeof sample> =>
      sample(makeRequest({ baseUrl: server.baseUrl, storeDir, settings: { ...SETTINGS, temperature } }));
    const warm = await run(0.8);
    await run(0.2);
    expect(server.asked).toHaveLength(16);
    expect((await run(0.8)).generations).toEqual(warm.generations);
    expect(server.asked).toHaveLength(16);
  });

  it('drops a last line torn by a kill and requests only that sample', async () => {
    const server = await startChatServer();
    const storeDir = await makeFolder();
    const first = await sample(makeRequest({ baseUrl: server.baseUrl, storeDir }));
    const [file] = await readStore(storeDir);
    if (file === undefined) throw new Error('nothing stored');
    await truncate(file.path, Buffer.byteLength(file.text) - 9);
    const second = await sample(makeRequest({ baseUrl: server.baseUrl, storeDir }));
    expect(second.cost).toMatchObject({ requests: 1, cached: 7 });
    const texts = (run: typeof first): Set<string> =>
      new Set([...run.generations.old, ...run.generations.new].map(({ text }) => text));
    expect(texts(first).intersection(texts(second)).size).toBe(7);
    const lines = (await readFile(file.path, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => completionSchema.parse(JSON.parse(line)).id).sort()).toEqual([
      'a',
      'a',
      'b',
      'b',
    ]);
    expect((await sample(makeRequest({ baseUrl: server.baseUrl, storeDir }))).cost.requests).toBe(0);
  });

  it('ignores a damaged line, warns about it and requests only that sample', async () => {
    const server = await startChatServer();
    const storeDir = await makeFolder();
    await sample(makeRequest({ baseUrl: server.baseUrl, storeDir }));
    const [file] = await readStore(storeDir);
    if (file === undefined) throw new Error('nothing stored');
    const [head = '', ...rest] = file.text.split('\n');
    await writeFile(file.path, [`${head.slice(0, 40)}\0\0${head.slice(60)}`, ...rest].join('\n'));
    const warnings: string[] = [];
    const onWarning = (message: string): void => void warnings.push(message);
    const { cost } = await sample(makeRequest({ baseUrl: server.baseUrl, storeDir, onWarning }));
    expect(cost).toMatchObject({ requests: 1, cached: 7 });
    expect(warnings).toEqual([expect.stringMatching(/skipped 1 damaged line/)]);
  });

  it('survives a store file without any completion', async () => {
    const server = await startChatServer();
    const storeDir = await makeFolder();
    await sample(makeRequest({ baseUrl: server.baseUrl, storeDir }));
    const [file] = await readStore(storeDir);
    if (file === undefined) throw new Error('nothing stored');
    await writeFile(file.path, 'null\n[]\n{"key":1}\n');
    await appendFile(file.path, Buffer.from([0xff, 0xfe, 0x0a]));
    const warnings: string[] = [];
    const onWarning = (message: string): void => void warnings.push(message);
    const { cost } = await sample(makeRequest({ baseUrl: server.baseUrl, storeDir, onWarning }));
    expect(cost).toMatchObject({ requests: 4, cached: 4 });
    expect(warnings).toEqual([expect.stringMatching(/skipped 4 damaged lines/)]);
  });

  it("reports the server's stack and the times, but neither host nor base URL", async () => {
    const server = await startChatServer();
    const storeDir = await makeFolder();
    await sample(makeRequest({ baseUrl: server.baseUrl, storeDir }));
    const files = await readStore(storeDir);
    expect(files).toHaveLength(2);
    for (const { path, text } of files) {
      expect(`${path} ${text}`).not.toContain('127.0.0.1');
      for (const line of text.trimEnd().split('\n')) {
        expect(JSON.parse(line)).toMatchObject({
          key: expect.stringMatching(/^sha256:[0-9a-f]{64}\/\d+$/),
          model: 'served-name',
          system_fingerprint: 'fp_7',
          time: new Date(NOW).toISOString(),
        });
      }
    }
  });

  it('fails with an error that names the file if the store cannot be written', async () => {
    const server = await startChatServer();
    const storeDir = `${await makeFolder()}/store`;
    await writeFile(storeDir, 'a file, not a folder');
    const error = await samplingError(sample(makeRequest({ baseUrl: server.baseUrl, storeDir })));
    expect(error.where).toContain(storeDir);
    expect(error.what).toMatch(/Cannot read or write the completion store \((EEXIST|ENOTDIR)\)/);
    expect(server.asked).toHaveLength(0);
  });
});

describe('separation of completions', () => {
  it('shares nothing between two servers that give a model the same name', async () => {
    const [left, right] = [await startChatServer('left'), await startChatServer('right')];
    const storeDir = await makeFolder();
    const checkpoints = {
      old: makeCheckpoint('old', left.baseUrl, { model: 'm' }),
      new: makeCheckpoint('new', right.baseUrl, { model: 'm' }),
    };
    const { generations } = await sample(makeRequest({ baseUrl: left.baseUrl, storeDir, checkpoints }));
    expect(generations.old.every(({ text }) => text.startsWith('left'))).toBe(true);
    expect(generations.new.every(({ text }) => text.startsWith('right'))).toBe(true);
    expect([left.asked.length, right.asked.length]).toEqual([4, 4]);
  });

  it('shares the completions of a configured digest between servers', async () => {
    const [left, right] = [await startChatServer('left'), await startChatServer('right')];
    const storeDir = await makeFolder();
    const at = (baseUrl: string): ReturnType<typeof sample> => {
      const checkpoints = {
        old: makeCheckpoint('old', baseUrl, { digest: 'sha256:1' }),
        new: makeCheckpoint('new', baseUrl, { digest: 'sha256:2' }),
      };
      return sample(makeRequest({ baseUrl, storeDir, checkpoints }));
    };
    const first = await at(left.baseUrl);
    const second = await at(right.baseUrl);
    expect(right.asked).toHaveLength(0);
    expect(second.generations).toEqual(first.generations);
  });

  it('samples twice from a checkpoint that is compared with itself', async () => {
    const server = await startChatServer();
    const storeDir = await makeFolder();
    const checkpoints = {
      old: makeCheckpoint('old', server.baseUrl, { model: 'm' }),
      new: makeCheckpoint('new', server.baseUrl, { model: 'm' }),
    };
    const first = await sample(makeRequest({ baseUrl: server.baseUrl, storeDir, checkpoints }));
    expect(server.asked).toHaveLength(8);
    const texts = [...first.generations.old, ...first.generations.new].map(({ text }) => text);
    expect(new Set(texts).size).toBe(8);
    const second = await sample(makeRequest({ baseUrl: server.baseUrl, storeDir, checkpoints }));
    expect(second.generations).toEqual(first.generations);
    expect(server.asked).toHaveLength(8);
  });

  it('separates two suites that share an item, and two items with the same prompt', async () => {
    const server = await startChatServer();
    const storeDir = await makeFolder();
    const twins = { ...makeSuite('one', []), items: [makeItem('a', 'same'), makeItem('b', 'same')] };
    const suites = [twins, { ...makeSuite('two', []), items: [makeItem('a', 'same')] }];
    const first = await sample(makeRequest({ baseUrl: server.baseUrl, storeDir, suites }));
    expect(server.asked).toHaveLength(12);
    expect(new Set(first.generations.old.map(({ text }) => text)).size).toBe(6);
    const second = await sample(makeRequest({ baseUrl: server.baseUrl, storeDir, suites }));
    expect(second.generations).toEqual(first.generations);
    expect(server.asked).toHaveLength(12);
  });
});
