import { describe, expect, it } from 'vitest';
import { type BudgetLimits, openBudget } from '../../src/sampling/budget.ts';
import { systemTiming } from '../../src/timing.ts';
import { watchedTiming } from '../support/watched-timing.ts';
import { chatAnswer, type FakeServer, sendJson, startServer } from './fake-server.ts';
import { drawerWith, makeFolder, makeRequest, makeSuite, SETTINGS } from './setting.ts';

const ITEMS = Array.from({ length: 20 }, (_, place) => `item-${place}`);
/** Two sides, twenty items, two samples. */
const SAMPLES = 80;
const settings = { ...SETTINGS, maxTokens: 50, concurrency: 8 };
const prices = {
  old: { promptUsdPerMillion: 1_000_000, completionUsdPerMillion: 0 },
  new: { promptUsdPerMillion: 0, completionUsdPerMillion: 1_000_000 },
};
const PROMPT_TOKENS = 11;
const COMPLETION_TOKENS = 3;
/** The most tokens that a request can use. */
const LARGEST_RESPONSE = 64 + 'question item-19'.length + settings.maxTokens;

const sample = drawerWith(systemTiming);

/** Responds after some milliseconds; every third request is temporarily refused, unless `reliable`. */
const startSlow = ({ reliable = false, delayMs = 5 } = {}): Promise<FakeServer> =>
  startServer(async ({ number }, response) => {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (!reliable && number % 3 === 0) {
      sendJson(response, 500, { error: { message: 'not now' } });
      return;
    }
    sendJson(response, 200, chatAnswer('yes'));
  });

async function run(limits: BudgetLimits, server: FakeServer, order?: 'one-side-after-the-other') {
  const budget = openBudget({ limits, prices, timing: { ...systemTiming, random: () => 0.001 } });
  const began = performance.now();
  const sampled = await sample({
    ...makeRequest({
      baseUrl: server.baseUrl,
      storeDir: await makeFolder(),
      settings,
      suites: [makeSuite('gsm8k', ITEMS)],
      ...(order && { order }),
    }),
    budget,
  });
  budget.end();
  return { ...sampled, seconds: (performance.now() - began) / 1000 };
}

describe('a budget that suffices', () => {
  it('is not used by requests that a busy server refuses', async () => {
    const refused = new Set<number>();
    const server = await startServer(({ number }, response) => {
      if (number % 3 === 0) {
        refused.add(number);
        sendJson(response, 429, { error: { message: 'not now' } }, { 'retry-after-ms': '1' });
        return;
      }
      sendJson(response, 200, chatAnswer('yes'));
    });
    const { cut, cost } = await run({ maxRequests: SAMPLES }, server);
    expect(cut).toBeUndefined();
    expect(refused.size).toBeGreaterThan(20);
    expect(cost.requests).toBe(SAMPLES + refused.size);
  });
});

describe('a budget that is reached', () => {
  it('max-requests: exactly this many reach the server, including retries', async () => {
    const server = await startSlow();
    const { cut, cost, generations } = await run({ maxRequests: 45 }, server);
    expect(server.asked).toHaveLength(45);
    expect(cost.requests).toBe(45);
    const { old, new: candidate } = generations;
    expect(cut).toMatchObject({ limit: 'max-requests', allowed: 45, byDefault: false });
    expect([...old, ...candidate].filter(({ error }) => error !== undefined)).toEqual([]);
    expect(cut?.unasked).toEqual({ old: SAMPLES / 2 - old.length, new: SAMPLES / 2 - candidate.length });
    expect(Math.abs(old.length - candidate.length)).toBeLessThanOrEqual(settings.concurrency);
  });

  it('max-tokens: never exceeded, and used up except for the largest possible response', async () => {
    const server = await startSlow({ reliable: true });
    const { cut, cost } = await run({ maxTokens: 500 }, server);
    const spent = server.asked.length * (PROMPT_TOKENS + COMPLETION_TOKENS);
    expect(cost.prompt_tokens + cost.completion_tokens).toBe(spent);
    expect(spent).toBeLessThanOrEqual(500);
    expect(spent).toBeGreaterThan(500 - LARGEST_RESPONSE);
    expect(cut).toMatchObject({ limit: 'max-tokens', allowed: 500 });
  });

  it('max-cost: by the prices of each side', async () => {
    const server = await startSlow({ reliable: true });
    const { cut } = await run({ maxCostUsd: 300 }, server);
    const of = (model: string): number => server.asked.filter(({ body }) => body['model'] === model).length;
    const spent = of('model-old') * PROMPT_TOKENS + of('model-new') * COMPLETION_TOKENS;
    expect(spent).toBeLessThanOrEqual(300);
    expect(spent).toBeGreaterThan(200);
    expect(cut).toMatchObject({ limit: 'max-cost', allowed: 300 });
  });

  it('max-minutes: requests in progress are aborted at that time', async () => {
    const server = await startServer(({ number }, response) => {
      if (number < 10) sendJson(response, 200, chatAnswer('yes'));
    });
    // The clock must not run out while the SDK is loaded, which takes a while on a busy machine.
    await import('openai');
    const { cut, generations, seconds } = await run({ maxMinutes: 1 / 60 }, server);
    expect(seconds).toBeGreaterThan(0.95);
    expect(seconds).toBeLessThan(10);
    expect(generations.old.length + generations.new.length).toBe(10);
    expect(cut?.limit).toBe('max-minutes');
    // Which ten of the concurrent requests reach the server first is random.
    const { old = 0, new: candidate = 0 } = cut?.unasked ?? {};
    expect(old + candidate).toBe(70);
    expect(Math.abs(old - candidate)).toBeLessThanOrEqual(4);
  });

  it('does not wait for a server that asks for a longer pause', async () => {
    const server = await startServer(({ number }, response) => {
      if (number % 8 === 1) sendJson(response, 503, {}, { 'retry-after': '60' });
      else sendJson(response, 200, chatAnswer('yes'));
    });
    const { cut, seconds } = await run({ maxMinutes: 0.3 / 60 }, server);
    expect(seconds).toBeLessThan(2);
    expect(cut?.limit).toBe('max-minutes');
  });

  it('is shared if one side comes after the other', async () => {
    const server = await startSlow({ reliable: true });
    const { cut } = await run({ maxRequests: 50 }, server, 'one-side-after-the-other');
    const models = server.asked.map(({ body }) => body['model']);
    expect(models).toEqual([
      ...Array.from({ length: 25 }, () => 'model-old'),
      ...Array.from({ length: 25 }, () => 'model-new'),
    ]);
    expect(cut).toMatchObject({ limit: 'max-requests', allowed: 25, unasked: { old: 15, new: 15 } });
  });

  it('leaves the second side what the first side did not need', async () => {
    const longTokens = 40;
    const server = await startServer(({ body }, response) => {
      const short = chatAnswer('yes');
      const usage = { prompt_tokens: PROMPT_TOKENS, completion_tokens: longTokens };
      sendJson(response, 200, body['model'] === 'model-new' ? { ...short, usage } : short);
    });
    const { cut, cost } = await run({ maxTokens: 2200 }, server, 'one-side-after-the-other');
    const spent = cost.prompt_tokens + cost.completion_tokens;
    expect(spent).toBeLessThanOrEqual(2200);
    expect(spent).toBeGreaterThan(2200 - LARGEST_RESPONSE);
    expect(cut).toMatchObject({ limit: 'max-tokens', unasked: { old: 0 } });
  });
});

it('stops the clock of each part if a side cannot be sampled', async () => {
  const server = await startServer((_, response) => sendJson(response, 401, { error: { message: 'no' } }));
  const { timing, running } = watchedTiming();
  const budget = openBudget({ limits: { maxMinutes: 10 }, prices: undefined, timing });
  const request = makeRequest({
    baseUrl: server.baseUrl,
    storeDir: await makeFolder(),
    suites: [makeSuite('gsm8k', ['a'])],
    order: 'one-side-after-the-other',
  });
  await expect(sample({ ...request, budget })).rejects.toThrow('HTTP 401');
  budget.end();
  expect(running()).toEqual([false]);
});

describe('a budget that is not reached', () => {
  it('changes nothing', async () => {
    const server = await startSlow({ reliable: true });
    const limits = { maxRequests: SAMPLES, maxTokens: 1e6, maxCostUsd: 1e6, maxMinutes: 10 };
    const { cut, generations } = await run(limits, server);
    expect(cut).toBeUndefined();
    expect(server.asked).toHaveLength(SAMPLES);
    expect(generations.old).toHaveLength(SAMPLES / 2);
  });

  it('limits requests by the number of missing samples if no limit is set', async () => {
    const server = await startServer((_, response) => sendJson(response, 200, chatAnswer('yes')));
    const suites = [makeSuite('gsm8k', ['a'])];
    const budget = openBudget({ limits: {}, prices: undefined, timing: systemTiming });
    const storeDir = await makeFolder();
    await sample({ ...makeRequest({ baseUrl: server.baseUrl, storeDir, suites }), budget });
    const send = { side: 'old', most: { prompt: 0, completion: 0 }, usage: () => undefined } as const;
    const more = async (): Promise<number> => {
      for (let sent = 0; ; sent += 1) {
        if (budget.closed.aborted) return sent - 1;
        await budget.spend({ ...send, send: () => Promise.resolve() }).catch(() => {});
      }
    };
    // Four samples are missing: 100 more requests than these may be sent.
    expect(await more()).toBe(100);
    expect(budget.reached()).toEqual({ limit: 'max-requests', allowed: 104, byDefault: true });
  });

  it.each([
    { server: 'takes several samples in a request', gives: 8, asked: 16, allowed: 16 + 100 },
    // 112 more than expected, and a quarter of them.
    { server: 'gives one', gives: 1, asked: 128, allowed: 16 + 100 + 140 },
  ])('counts requests, not samples, if a server $server', async ({ gives, asked, allowed }) => {
    const server = await startServer(({ number, body }, response) => {
      const count = Math.min(gives, Number(body['n'] ?? 1));
      const choice = (index: number) => ({
        index,
        message: { role: 'assistant', content: `answer ${number}, ${index}` },
        finish_reason: 'stop',
      });
      sendJson(response, 200, {
        ...chatAnswer(''),
        choices: Array.from({ length: count }, (_, i) => choice(i)),
      });
    });
    const budget = openBudget({ limits: {}, prices: undefined, timing: systemTiming });
    const suites = [makeSuite('gsm8k', ITEMS.slice(0, 4))];
    const several = { ...settings, n: 16, nPerRequest: 8 };
    const storeDir = await makeFolder();
    const request = makeRequest({ baseUrl: server.baseUrl, storeDir, settings: several, suites });
    const { cut, generations } = await sample({ ...request, budget });
    expect(cut).toBeUndefined();
    expect(generations.new).toHaveLength(4 * 16);
    expect(server.asked).toHaveLength(asked);
    const send = { side: 'old', most: { prompt: 0, completion: 0 }, usage: () => undefined } as const;
    while (!budget.closed.aborted) {
      await budget.spend({ ...send, send: () => Promise.resolve() }).catch(() => {});
    }
    expect(budget.reached()).toEqual({ limit: 'max-requests', allowed, byDefault: true });
  });
});
