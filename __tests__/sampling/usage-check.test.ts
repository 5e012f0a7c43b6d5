import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openBudget } from '../../src/sampling/budget.ts';
import { openUsageCheck, type UsageFix } from '../../src/sampling/usage-check.ts';
import type { CompletionResponse } from '../../src/servers/chat/completion-response.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { type Asked, chatAnswer, type FakeServer, sendJson, startServer } from './fake-server.ts';
import { drawerWith, makeFolder, makeRequest, makeSuite, SETTINGS, stillTiming } from './setting.ts';

const LIMIT = 64;

/** A word of five characters is a token. */
const textOf = (tokens: number): string => 'word '.repeat(tokens);

function checked(
  { tokens, ends = [], reported }: { tokens: readonly number[]; ends?: readonly string[]; reported: number },
  more: Partial<CompletionResponse> = {},
): { readonly counted: number | undefined; readonly fixes: readonly UsageFix[] } {
  const fixes: UsageFix[] = [];
  const check = openUsageCheck({ limit: LIMIT, onFix: (fix) => fixes.push(fix) });
  const { usage } = check({
    completions: tokens.map((count, place) => ({
      text: textOf(count),
      finish_reason: ends[place] ?? 'stop',
    })),
    usage: { prompt_tokens: 9, completion_tokens: reported },
    ...more,
  });
  return { counted: usage?.completion_tokens, fixes };
}

describe('the usage of a response', () => {
  it.each([
    ['the sum of several', { tokens: [20, 30, 40], reported: 90 }],
    ['the sum of one', { tokens: [20], reported: 20 }],
    ['more than the text, because the reasoning is hidden', { tokens: [2, 3], reported: 120 }],
    ['fewer than the limit, because the context ended', { tokens: [20], ends: ['length'], reported: 20 }],
    ['tokens without text', { tokens: [0], reported: 5 }],
  ])('is kept if it is plausible: %s', (_, response) => {
    expect(checked(response)).toEqual({ counted: response.reported, fixes: [] });
  });

  it('counts the limit for each of several completions that reached it', () => {
    const response = { tokens: [64, 64, 30], ends: ['length', 'length'], reported: 64 };
    expect(checked(response)).toEqual({ counted: 64 + 64 + 30, fixes: ['others-estimated'] });
  });

  it('is estimated if the texts have more bytes than so few tokens can have', () => {
    const response = { tokens: [10, 20, 30, 40, 50, 60, 5, 5], reported: 10 };
    expect(checked(response)).toEqual({ counted: 220, fixes: ['others-estimated'] });
  });

  it('is estimated if the server shows that it counted the first completion, however many there are', () => {
    const response = { tokens: [10, 20], reported: 10 };
    expect(checked(response)).toEqual({ counted: 10, fixes: [] });
    expect(checked(response, { usageIsOfFirst: true })).toEqual({
      counted: 30,
      fixes: ['others-estimated'],
    });
  });

  it('counts reasoning that was returned apart', () => {
    const completions = [
      { text: '4', reasoning_bytes: 100 },
      { text: '5', reasoning_bytes: 200 },
    ];
    const more = { completions, usageIsOfFirst: true as const };
    // 20 tokens for 101 bytes, and 40 for 201.
    expect(checked({ tokens: [], reported: 20 }, more).counted).toBe(60);
  });

  it.each([
    ['a single completion', { tokens: [60], reported: 1 }, 64],
    ['several, and not even the first has so few', { tokens: [60, 60], reported: 1 }, 128],
    ['several, of which none was counted', { tokens: [60, 1], reported: 0 }, 128],
  ])('is the most possible if it is that of no completion: %s', (_, response, counted) => {
    expect(checked(response)).toEqual({ counted, fixes: ['most-counted'] });
  });

  it('is at most one token per byte without a limit', () => {
    const check = openUsageCheck({ limit: undefined, onFix: () => {} });
    const usage = { prompt_tokens: 9, completion_tokens: 1 };
    expect(check({ completions: [{ text: textOf(60) }], usage }).usage?.completion_tokens).toBe(300);
  });

  it('is absent if the server reports none', () => {
    const check = openUsageCheck({ limit: LIMIT, onFix: () => {} });
    const response = { completions: [{ text: 'word' }] };
    expect(check(response)).toBe(response);
  });
});

describe("a token budget on llama.cpp's server", () => {
  /** Answers as build 10434 does: the choices of all slots, with the usage and timings of the first. */
  async function startLlama(): Promise<FakeServer & { readonly used: () => number }> {
    const random = seededRandom(3);
    let used = 0;
    const answer = ({ body }: Asked, response: ServerResponse): void => {
      const n = typeof body['n'] === 'number' ? body['n'] : 1;
      const lengths = Array.from({ length: n }, () => 4 + random.below(80));
      const tokens = lengths.map((length) => Math.min(LIMIT, length));
      const prompt_n = 11;
      used += prompt_n + tokens.reduce((sum, count) => sum + count, 0);
      const [first = 0] = tokens;
      sendJson(response, 200, {
        ...chatAnswer(''),
        system_fingerprint: 'b10434-4f0a1c2d',
        choices: tokens.map((count, index) => ({
          index,
          message: { role: 'assistant', content: `${used} ${textOf(count)}` },
          finish_reason: count === LIMIT ? 'length' : 'stop',
        })),
        usage: { prompt_tokens: prompt_n, completion_tokens: first, total_tokens: prompt_n + first },
        timings: { cache_n: 0, prompt_n, predicted_n: first, predicted_ms: 12 },
      });
    };
    return { ...(await startServer(answer)), used: () => used };
  }

  it('holds within 10% with n = 8, is counted like this in the cost, and the run says so', async () => {
    const server = await startLlama();
    const allowed = 9_000;
    const timing = stillTiming();
    const warnings: string[] = [];
    const budget = openBudget({ limits: { maxTokens: allowed }, prices: undefined, timing });
    const { cost, cut } = await drawerWith(timing)({
      ...makeRequest({
        baseUrl: server.baseUrl,
        storeDir: await makeFolder(),
        suites: [
          makeSuite(
            's',
            Array.from({ length: 40 }, (_, place) => `i${place}`),
          ),
        ],
        settings: { ...SETTINGS, n: 16, nPerRequest: 8, maxTokens: LIMIT, concurrency: 4 },
      }),
      budget,
      onWarning: (message) => void warnings.push(message),
    });
    budget.end();
    expect(cut).toMatchObject({ limit: 'max-tokens' });
    expect(Math.abs(server.used() - allowed) / allowed).toBeLessThan(0.1);
    const counted = cost.prompt_tokens + cost.completion_tokens;
    expect(Math.abs(counted - server.used()) / server.used()).toBeLessThan(0.03);
    expect(warnings.toSorted()).toEqual([
      expect.stringMatching(
        /^The server for new \(model-new\) counts only the tokens of the first completion/,
      ),
      expect.stringMatching(
        /^The server for old \(model-old\) counts only the tokens of the first completion/,
      ),
    ]);
  });
});
