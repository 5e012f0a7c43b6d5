import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { samplerWith, type SamplingRequest } from '../../src/sampling/sampler.ts';
import { chatAnswer, sendJson, startChatServer, startServer, type Asked } from './fake-server.ts';
import { answerWell, fail, runAgainst } from './one-sample.ts';
import {
  makeCheckpoint,
  makeFolder,
  makeRequest,
  makeSuite,
  NOW,
  readStore,
  samplingError,
  stillTiming,
  SETTINGS,
} from './setting.ts';

describe('what is asked again', () => {
  const cases: [string, (asked: Asked, response: ServerResponse) => void][] = [
    ...[408, 409, 429, 500, 502, 503, 504, 529].map(
      (status): [string, (asked: Asked, response: ServerResponse) => void] => [
        `HTTP ${status}`,
        fail(status, 'later'),
      ],
    ),
    ['a reset before the answer', (_, response) => response.destroy()],
    [
      'a reset in the middle of the body',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('{"choices":[{"message":{"content":"half an ans');
        setTimeout(() => response.destroy(), 5);
      },
    ],
    ['malformed JSON', (_, response) => sendJson(response, 200, '{"choices":[{"message":{"content":"hal')],
    ['an empty body', (_, response) => sendJson(response, 200, '')],
    [
      'a page of HTML',
      (_, response) => void response.setHeader('content-type', 'text/html').end('<h1>Hi</h1>'),
    ],
    ['no choices', (_, response) => sendJson(response, 200, { choices: [] })],
    [
      'an error under HTTP 200',
      (_, response) => sendJson(response, 200, { error: { message: 'overloaded' } }),
    ],
    [
      'a completion that the server broke off',
      (_, response) => sendJson(response, 200, chatAnswer('half', 'abort')),
    ],
  ];

  it.each(cases)('%s, then a completion: the completion counts', async (_, answer) => {
    const { run, slept, asked } = await runAgainst([answer, answer, answerWell]);
    const { generations, cost } = await run;
    expect(generations.old).toEqual([expect.objectContaining({ text: 'fine', finish_reason: 'stop' })]);
    expect(generations.old[0]).not.toHaveProperty('error');
    expect(asked).toHaveLength(4);
    expect(cost.requests).toBe(4);
    expect(slept.slice(0, 2)).toEqual(expect.arrayContaining([500]));
  });

  it('an answer that takes too long, headers or body', async () => {
    const { run, asked } = await runAgainst(
      [
        () => undefined,
        (_, response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.write('{"choices"');
        },
        answerWell,
      ],
      { settings: { ...SETTINGS, n: 1, concurrency: 1, timeoutMs: 60 } },
    );
    expect((await run).generations.old[0]?.text).toBe('fine');
    expect(asked).toHaveLength(4);
  });

  it('waits as long as Retry-After says in seconds', async () => {
    const { run, slept } = await runAgainst([fail(429, 'slow down', {}, { 'retry-after': '7' }), answerWell]);
    await run;
    expect(slept[0]).toBe(7_000);
  });

  it('waits as long as Retry-After says as a date', async () => {
    const date = new Date(NOW + 90_000).toUTCString();
    const { run, slept } = await runAgainst([
      fail(503, 'slow down', {}, { 'retry-after': date }),
      answerWell,
    ]);
    await run;
    expect(slept[0]).toBe(90_000);
  });

  it('gives up after six attempts: the sample has an error, is not stored, and is asked again next time', async () => {
    const server = await startServer(({ number, body }, response) =>
      body['model'] === 'model-old' && number < 7
        ? sendJson(response, 500, { error: { message: 'out of memory' } })
        : sendJson(response, 200, chatAnswer('fine')),
    );
    const storeDir = await makeFolder();
    const timing = stillTiming();
    const request = (): SamplingRequest =>
      makeRequest({
        baseUrl: server.baseUrl,
        storeDir,
        suites: [makeSuite('s', ['a', 'b'])],
        settings: { ...SETTINGS, n: 1, concurrency: 1 },
      });
    const { generations } = await samplerWith(timing)(request());
    expect(generations.old[0]).toEqual({
      suite: 's',
      id: 'a',
      index: 0,
      text: '',
      error: 'HTTP 500: out of memory',
    });
    expect(generations.old[1]).toMatchObject({ id: 'b', text: 'fine' });
    expect(timing.slept).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
    expect(server.asked).toHaveLength(9);
    const second = await samplerWith(timing)(request());
    expect(second.cost).toMatchObject({ requests: 1, cached: 3 });
    expect(second.generations.old[0]).toMatchObject({ id: 'a', text: 'fine' });
  });

  it('gives up at once where Retry-After asks for hours', async () => {
    const { run, slept, asked } = await runAgainst([
      fail(429, 'daily limit', {}, { 'retry-after': '86400' }),
      answerWell,
    ]);
    const error = await samplingError(run);
    expect(error.what).toContain('HTTP 429: daily limit; it asks to wait 86400 s');
    expect(slept).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it.each([400, 422, 413])('HTTP %i is not asked again', async (status) => {
    const { run, asked } = await runAgainst([fail(status, 'the prompt is too long'), answerWell], {
      suites: [makeSuite('s', ['a', 'b'])],
    });
    const { generations } = await run;
    expect(generations.old[0]).toMatchObject({ text: '', error: `HTTP ${status}: the prompt is too long` });
    expect(asked).toHaveLength(4);
  });
});

describe('what kind of completion it is', () => {
  it('content_filter: failed, not stored, its tokens counted', async () => {
    const { run, storeDir } = await runAgainst(
      [(_, response) => sendJson(response, 200, chatAnswer('cut', 'content_filter')), answerWell],
      { suites: [makeSuite('s', ['a', 'b'])] },
    );
    const { generations, cost } = await run;
    expect(generations.old[0]).toMatchObject({
      text: '',
      finish_reason: 'content_filter',
      error: 'content filter',
    });
    expect(cost).toMatchObject({ requests: 4, prompt_tokens: 44, completion_tokens: 12, cached: 0 });
    const lines = (await readStore(storeDir)).flatMap(({ text }) => text.trimEnd().split('\n'));
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toContain('cut');
  });

  it('length: a completion like any other, with its reason', async () => {
    const { run } = await runAgainst([(_, response) => sendJson(response, 200, chatAnswer('cut', 'length'))]);
    const { generations } = await run;
    expect(generations.old[0]).toMatchObject({ text: 'cut', finish_reason: 'length' });
    expect(generations.old[0]).not.toHaveProperty('error');
  });

  it('reasoning without content: an empty text, and stored', async () => {
    const { run, storeDir } = await runAgainst([
      (_, response) =>
        sendJson(response, 200, {
          choices: [
            { message: { role: 'assistant', content: null, reasoning_content: 'hm' }, finish_reason: 'stop' },
          ],
        }),
    ]);
    const { generations } = await run;
    expect(generations.old[0]).toEqual({ suite: 's', id: 'a', index: 0, text: '', finish_reason: 'stop' });
    expect((await readStore(storeDir)).filter(({ text }) => text.includes('"text":""'))).toHaveLength(2);
  });
});

describe('a busy server', () => {
  it('is asked less, then more again, and no sample is lost', async () => {
    let open = 0;
    let refused = 0;
    const server = await startServer(async (_, response) => {
      open += 1;
      response.on('close', () => (open -= 1));
      if (open > 2) {
        refused += 1;
        return sendJson(response, 429, { error: { message: 'rate limit' } }, { 'retry-after': '1' });
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
      sendJson(response, 200, chatAnswer('fine'));
    });
    const checkpoints = {
      old: makeCheckpoint('old', server.baseUrl, { model: 'm' }),
      new: makeCheckpoint('new', (await startChatServer()).baseUrl),
    };
    const { generations } = await samplerWith(systemLike())(
      makeRequest({
        baseUrl: server.baseUrl,
        storeDir: await makeFolder(),
        checkpoints,
        settings: { ...SETTINGS, n: 60, concurrency: 16 },
      }),
    );
    expect(generations.old.filter(({ error }) => error !== undefined)).toEqual([]);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(120);
  });
});

/** A clock on which sleeping takes a thousandth of the time. */
function systemLike(): ReturnType<typeof stillTiming> {
  const slept: number[] = [];
  return {
    slept,
    now: () => performance.now() * 1_000,
    random: () => 0.5,
    sleep: async (ms, signal) => {
      slept.push(ms);
      await new Promise((resolve) => setTimeout(resolve, ms / 1_000));
      signal.throwIfAborted();
    },
  };
}
