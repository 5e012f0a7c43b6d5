import { describe, expect, it } from 'vitest';
import { SamplingError } from '../../src/errors.ts';
import { systemTiming } from '../../src/timing.ts';
import { chatAnswer, question, sendJson, startChatServer, startServer } from './fake-server.ts';
import {
  drawerWith,
  makeCheckpoint,
  makeFolder,
  makeRequest,
  makeSuite,
  samplingError,
  stillTiming,
  SETTINGS,
} from './setting.ts';

const sample = drawerWith(stillTiming());

describe('the result of a run', () => {
  it('has n generations of every item of every suite for both sides, in that order', async () => {
    const server = await startChatServer();
    const suites = [makeSuite('gsm8k', ['a', 'b']), makeSuite('algebra', ['c'])];
    const request = makeRequest({ baseUrl: server.baseUrl, storeDir: await makeFolder(), suites });
    const { generations, cost } = await sample(request);
    const places = ['gsm8k a 0', 'gsm8k a 1', 'gsm8k b 0', 'gsm8k b 1', 'algebra c 0', 'algebra c 1'];
    for (const side of [generations.old, generations.new]) {
      expect(side.map(({ suite, id, index }) => `${suite} ${id} ${index}`)).toEqual(places);
    }
    expect(generations.old[0]).toEqual({
      suite: 'gsm8k',
      id: 'a',
      index: 0,
      text: expect.stringMatching(/^answer \d+$/),
      finish_reason: 'stop',
      usage: { prompt_tokens: 11, completion_tokens: 3 },
    });
    expect(cost).toMatchObject({ requests: 12, prompt_tokens: 132, completion_tokens: 36, cached: 0 });
  });

  it('does not depend on the order in which responses arrive', async () => {
    expect(await echoed((number) => 40 - 5 * (number % 8))).toEqual(await echoed(() => 0));
  });

  it('reports after every sample how far each side of each suite is', async () => {
    const server = await startServer(({ number, body }, response) =>
      body['model'] === 'model-new' && number < 4
        ? sendJson(response, 400, { error: { message: 'no' } })
        : sendJson(response, 200, chatAnswer('yes')),
    );
    const settings = { ...SETTINGS, concurrency: 1 };
    const request = makeRequest({ baseUrl: server.baseUrl, storeDir: await makeFolder(), settings });
    await sample(request);
    const at = (side: string): unknown[] => request.progress.filter((one) => one.side === side);
    const common = { suite: 'gsm8k', side: 'new', cached: 0, total: 4 };
    expect(at('new')).toEqual([
      { ...common, done: 0, failed: 0, promptTokens: 0, completionTokens: 0 },
      { ...common, done: 0, failed: 1, promptTokens: 0, completionTokens: 0 },
      { ...common, done: 0, failed: 2, promptTokens: 0, completionTokens: 0 },
      { ...common, done: 1, failed: 2, promptTokens: 11, completionTokens: 3 },
      { ...common, done: 2, failed: 2, promptTokens: 22, completionTokens: 6 },
    ]);
    expect(at('old')).toHaveLength(5);
  });

  it('needs no request if there is no suite', async () => {
    const request = makeRequest({
      baseUrl: 'http://127.0.0.1:9/v1',
      storeDir: await makeFolder(),
      suites: [],
    });
    const { generations, cost } = await sample(request);
    expect(generations).toEqual({ old: [], new: [] });
    expect(cost.requests).toBe(0);
  });
});

describe('the schedule', () => {
  it('samples old and new in turn, item by item', async () => {
    const server = await startChatServer();
    const settings = { ...SETTINGS, concurrency: 1 };
    await sample(makeRequest({ baseUrl: server.baseUrl, storeDir: await makeFolder(), settings }));
    expect(server.asked.map((asked) => `${String(asked.body['model'])} ${question(asked)}`)).toEqual([
      'model-old question a',
      'model-new question a',
      'model-old question a',
      'model-new question a',
      'model-old question b',
      'model-new question b',
      'model-old question b',
      'model-new question b',
    ]);
  });

  it('samples all of old before any of new, if configured', async () => {
    const server = await startChatServer();
    const suites = [makeSuite('s', ['a']), makeSuite('t', ['b'])];
    const request = makeRequest({ baseUrl: server.baseUrl, storeDir: await makeFolder(), suites });
    await sample({ ...request, order: 'one-side-after-the-other' });
    const models = server.asked.map(({ body }) => body['model']);
    expect(models).toEqual([...Array(4).fill('model-old'), ...Array(4).fill('model-new')]);
    expect(server.asked.slice(0, 4).map(question).toSorted()).toEqual([
      'question a',
      'question a',
      'question b',
      'question b',
    ]);
  });

  it('ends with the first side if the second one is already stored', async () => {
    const server = await startChatServer();
    const storeDir = await makeFolder();
    const request = {
      ...makeRequest({ baseUrl: server.baseUrl, storeDir }),
      order: 'one-side-after-the-other',
    } as const;
    const { generations } = await sample(request);
    const checkpoints = {
      old: makeCheckpoint('old', server.baseUrl, { model: 'other' }),
      new: request.checkpoints.new,
    };
    const again = await sample({ ...request, checkpoints });
    expect(again.generations.new).toEqual(generations.new);
    expect(server.asked.slice(8).map(({ body }) => body['model'])).toEqual(Array(4).fill('other'));
  });

  it('never has more concurrent requests than the limit, and uses all of it', async () => {
    const server = await startServer(async (_, response) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      sendJson(response, 200, chatAnswer('yes'));
    });
    const settings = { ...SETTINGS, n: 8, concurrency: 5 };
    await sample(makeRequest({ baseUrl: server.baseUrl, storeDir: await makeFolder(), settings }));
    expect(server.asked).toHaveLength(32);
    expect(server.mostAtOnce()).toBe(5);
  });

  it('gives each sample its own seed, and none if no seed is set', async () => {
    const server = await startChatServer();
    const seeded = { ...SETTINGS, concurrency: 1, seed: 40 };
    const suites = [makeSuite('s', ['a'])];
    await sample(
      makeRequest({ baseUrl: server.baseUrl, storeDir: await makeFolder(), suites, settings: seeded }),
    );
    const seeds = server.asked.map(({ body }) => Number(body['seed']));
    const [first = 0] = seeds;
    expect(seeds).toEqual([first, first, first + 1, first + 1]);
    await sample(makeRequest({ baseUrl: server.baseUrl, storeDir: await makeFolder(), suites }));
    expect(server.asked.slice(4).every(({ body }) => !('seed' in body))).toBe(true);
  });
});

describe('a run that is stopped', () => {
  it('keeps the samples received; the same command requests only the rest', async () => {
    const storeDir = await makeFolder();
    const stop = new AbortController();
    let hanging = 0;
    let isSlow = true;
    const server = await startServer(({ number }, response) => {
      if (number < 3 || !isSlow) return sendJson(response, 200, chatAnswer(`answer ${number}`));
      hanging += 1;
      response.on('close', () => (hanging -= 1));
      if (hanging === 2) setTimeout(() => stop.abort(), 20);
    });
    const settings = { ...SETTINGS, concurrency: 2 };
    const request = makeRequest({ baseUrl: server.baseUrl, storeDir, settings, signal: stop.signal });
    const error = await samplingError(sample(request));
    expect(error.what).toBe('Sampling was interrupted.');
    expect(error.where).toBe(storeDir);
    expect(error.fix).toBe(
      '3 completions are stored there. Run the same command again to sample only the rest.',
    );
    expect(error.exitCode).toBe(3);
    expect(server.asked).toHaveLength(5);
    await expect.poll(() => hanging).toBe(0);

    isSlow = false;
    const { cost } = await sample(makeRequest({ baseUrl: server.baseUrl, storeDir, settings }));
    expect(cost).toMatchObject({ requests: 5, cached: 3 });
    expect(server.asked).toHaveLength(10);
  });

  it('ends at once while it waits for a retry', async () => {
    const stop = new AbortController();
    const server = await startServer((_, response) => {
      sendJson(response, 503, { error: { message: 'busy' } }, { 'retry-after': '300' });
      setTimeout(() => stop.abort(), 20);
    });
    const request = makeRequest({
      baseUrl: server.baseUrl,
      storeDir: await makeFolder(),
      signal: stop.signal,
    });
    const began = performance.now();
    const error = await samplingError(drawerWith(systemTiming)(request));
    expect(error.what).toBe('Sampling was interrupted.');
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('sends no request if it was stopped before it began', async () => {
    const server = await startChatServer();
    const request = makeRequest({
      baseUrl: server.baseUrl,
      storeDir: await makeFolder(),
      signal: AbortSignal.abort(),
    });
    expect((await samplingError(sample(request))).fix).toMatch(/^0 completions are stored/);
    expect(server.asked).toHaveLength(0);
  });

  it('ends with the error that stopped it, such as a spent budget', async () => {
    const server = await startChatServer();
    const stop = new AbortController();
    const spent = new SamplingError({ what: 'The budget is spent.', fix: 'Raise it.' });
    const request = makeRequest({
      baseUrl: server.baseUrl,
      storeDir: await makeFolder(),
      signal: stop.signal,
      onProgress: ({ done }) => done > 0 && stop.abort(spent),
    });
    expect(await samplingError(sample(request))).toBe(spent);
  });
});

/** The generations of a server that responds to request `number` after `delayMs(number)`. */
async function echoed(delayMs: (number: number) => number): Promise<unknown> {
  const server = await startServer(async (asked, response) => {
    await new Promise((resolve) => setTimeout(resolve, delayMs(asked.number)));
    sendJson(response, 200, chatAnswer(`${String(asked.body['model'])} on ${question(asked)}`));
  });
  const suites = [makeSuite('s', ['a', 'b', 'c', 'd'])];
  const settings = { ...SETTINGS, concurrency: 8 };
  const storeDir = await makeFolder();
  return (await sample(makeRequest({ baseUrl: server.baseUrl, storeDir, suites, settings }))).generations;
}
