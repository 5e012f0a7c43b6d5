import { describe, expect, it } from 'vitest';
import type { SamplingRequest } from '../../src/sampling/sampling-request.ts';
import { chatAnswer, sendJson, startChatServer, startServer } from './fake-server.ts';
import { answerWell, fail, runAgainst } from './one-sample.ts';
import {
  drawerWith,
  makeCheckpoint,
  makeFolder,
  makeRequest,
  makeSuite,
  readStore,
  samplingError,
  stillTiming,
  SETTINGS,
} from './setting.ts';

describe('retries', () => {
  it('end after six attempts: the sample has an error, is not stored, and is requested again next time', async () => {
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
    const { generations } = await drawerWith(timing)(request());
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
    const second = await drawerWith(timing)(request());
    expect(second.cost).toMatchObject({ requests: 1, cached: 3 });
    expect(second.generations.old[0]).toMatchObject({ id: 'a', text: 'fine' });
  });

  it('end at once if Retry-After asks for hours', async () => {
    const { run, slept, asked } = await runAgainst([
      fail(429, 'daily limit', {}, { 'retry-after': '86400' }),
      answerWell,
    ]);
    const error = await samplingError(run);
    expect(error.what).toContain('HTTP 429: daily limit; it asks clients to wait 86400 s');
    expect(slept).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it.each([429, 503, 529])(
    'do not include those after HTTP %i, which last until the server accepts',
    async (status) => {
      const refusals = Array.from({ length: 12 }, () => fail(status, 'not now'));
      const { run, slept, asked } = await runAgainst([...refusals, answerWell]);
      const { generations, cost } = await run;
      expect([...generations.old, ...generations.new].map(({ text }) => text)).toEqual(['fine', 'fine']);
      expect(asked).toHaveLength(14);
      expect(cost.requests).toBe(14);
      expect(slept.reduce((sum, ms) => sum + ms, 0)).toBe(9 * 60_000);
    },
  );

  it('wait as long as the text of the error says', async () => {
    const { run, slept } = await runAgainst([
      fail(429, 'No deployments available for selected model, Try again in 42 seconds.'),
      answerWell,
    ]);
    await run;
    expect(slept).toEqual([42_000]);
  });

  it('do not happen if a request alone exceeds a limit per minute', async () => {
    const message = 'Request too large for m on tokens per min (TPM): Limit 30000, Requested 45000.';
    const { run, asked, slept } = await runAgainst([fail(429, message), answerWell], {
      suites: [makeSuite('s', ['a', 'b'])],
    });
    const { generations } = await run;
    expect(generations.old[0]).toMatchObject({ text: '', error: `HTTP 429: ${message.slice(0, -1)}` });
    expect(asked).toHaveLength(4);
    expect(slept).toEqual([]);
  });

  it.each([400, 422, 413])('do not happen after HTTP %i', async (status) => {
    const { run, asked } = await runAgainst([fail(status, 'the prompt is too long'), answerWell], {
      suites: [makeSuite('s', ['a', 'b'])],
    });
    const { generations } = await run;
    expect(generations.old[0]).toMatchObject({ text: '', error: `HTTP ${status}: the prompt is too long` });
    expect(asked).toHaveLength(4);
  });
});

describe('kinds of completions', () => {
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

  it('reasoning without content: an empty string, marked, and stored', async () => {
    const { run, storeDir } = await runAgainst([
      (_, response) =>
        sendJson(response, 200, {
          choices: [
            { message: { role: 'assistant', content: null, reasoning_content: 'hm' }, finish_reason: 'stop' },
          ],
        }),
    ]);
    const { generations } = await run;
    expect(generations.old[0]).toEqual({
      suite: 's',
      id: 'a',
      index: 0,
      text: '',
      reasoning_only: true,
      finish_reason: 'stop',
    });
    expect(
      (await readStore(storeDir)).filter(({ text }) => text.includes('"text":"","reasoning_only":true')),
    ).toHaveLength(2);
  });
});

describe('a busy server', () => {
  it('gets fewer requests, then more again, and no sample is lost', async () => {
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
    const { generations } = await drawerWith(systemLike())(
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
