import { describe, expect, it } from 'vitest';
import type { LimitsPerMinute } from '../../../src/config/schema/server.ts';
import type { Usage } from '../../../src/servers/chat/completion.ts';
import { RequestFailure } from '../../../src/servers/http/request-failure.ts';
import { openServerSession } from '../../../src/servers/http/server-session.ts';
import { type ConcurrencySetting, mostOf, openThrottle } from '../../../src/servers/http/pace/throttle.ts';
import { serverGaveUp } from '../../../src/servers/http/unusable-server.ts';
import { type VirtualClock, virtualClock } from '../../support/virtual-clock.ts';
import { makeCheckpoint, samplingError } from '../../sampling/setting.ts';

const never = new AbortController().signal;
const MINUTE = 60_000;
const USAGE: Usage = { prompt_tokens: 60, completion_tokens: 40 };

const busy = (status = 429, retryAfterMs?: number): RequestFailure =>
  new RequestFailure({ kind: 'status', status, message: `HTTP ${status}: later`, retryAfterMs });

/** Decides at the time of arrival whether a request is accepted. */
type Limiter = (now: number) => boolean;

/** Windows of a minute, each of which begins with the first request after the last one. */
function fixedWindows(most: number): Limiter {
  let began = Number.NEGATIVE_INFINITY;
  let used = 0;
  return (now) => {
    if (now - began >= MINUTE) {
      began = now;
      used = 0;
    }
    used += 1;
    return used <= most;
  };
}

/** At most this many accepted requests within any minute. */
function slidingWindow(most: number): Limiter {
  const accepted: number[] = [];
  return (now) => {
    while (accepted[0] !== undefined && accepted[0] <= now - MINUTE) accepted.shift();
    if (accepted.length >= most) return false;
    accepted.push(now);
    return true;
  };
}

/** Windows that are the minutes of the clock, as in LiteLLM's proxy. The run begins `startMs` after one begins. */
function clockMinutes(most: number, usedBefore = 20, startMs = 25_000): Limiter {
  let minute = -1;
  let used = usedBefore;
  return (now) => {
    const current = Math.floor((now + startMs) / MINUTE);
    if (minute !== current && minute !== -1) used = 0;
    minute = current;
    used += 1;
    return used <= most;
  };
}

/** A bucket that is full at first, and gets one more place in each part of a minute. */
function tokenBucket(most: number): Limiter {
  let left = most;
  let at = 0;
  return (now) => {
    left = Math.min(most, left + ((now - at) * most) / MINUTE);
    at = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}

interface Simulated {
  readonly seconds: number;
  readonly failed: number;
  readonly refused: number;
  readonly warnings: readonly string[];
}

/** Sends `requests` requests to a simulated server, as many at a time as a check sends by default. */
async function simulate(options: {
  readonly accepts: Limiter;
  readonly requests: number;
  /** What the server asks for when it refuses a request. */
  readonly asks?: (now: number) => number;
  /** Called for each accepted request, when it begins and when it ends. */
  readonly onSend?: () => void;
  readonly onAnswer?: () => void;
  readonly limits?: LimitsPerMinute;
  readonly latencyMs?: number;
  readonly concurrency?: ConcurrencySetting;
}): Promise<Simulated> {
  const {
    accepts,
    requests,
    asks,
    onSend,
    onAnswer,
    limits,
    latencyMs = 800,
    concurrency = 'auto',
  } = options;
  const clock = virtualClock();
  const warnings: string[] = [];
  let refused = 0;
  const session = sessionOn(clock, { limits, concurrency, warnings });
  const send = async (): Promise<{ usage: Usage }> => {
    await clock.sleep(20, never);
    if (!accepts(clock.now())) {
      refused += 1;
      throw busy(429, asks?.(clock.now()));
    }
    onSend?.();
    await clock.sleep(latencyMs, never);
    onAnswer?.();
    return { usage: USAGE };
  };
  let left = requests;
  let failed = 0;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      if ((await session.ask(send, never)) instanceof RequestFailure) failed += 1;
    }
  };
  await clock.run(() => Promise.all(Array.from({ length: mostOf(concurrency) }, worker)));
  return { seconds: clock.now() / 1_000, failed, refused, warnings };
}

function sessionOn(
  clock: VirtualClock,
  {
    limits = {},
    concurrency = 'auto',
    warnings = [],
  }: {
    readonly limits?: LimitsPerMinute | undefined;
    readonly concurrency?: ConcurrencySetting;
    readonly warnings?: string[];
  } = {},
): ReturnType<typeof openServerSession> {
  const checkpoint = makeCheckpoint('old', 'http://127.0.0.1/v1');
  return openServerSession({
    endpoint: checkpoint,
    models: () => Promise.resolve([]),
    timing: clock,
    throttle: openThrottle({ concurrency, limits, timing: clock }),
    mostInARow: 20,
    mostAtFirst: 3,
    gaveUp: (failure, failedInARow) => serverGaveUp({ failure, checkpoint, failedInARow }),
    onPause: (message) => warnings.push(message),
  });
}

describe('a limit of 40 requests per minute', () => {
  const REQUESTS = 400;
  /** In windows, the first 40 are accepted at once, and 40 more each minute. */
  const LEAST_SECONDS = (REQUESTS / 40 - 1) * 60;
  const limiters = [
    ['fixed windows', fixedWindows],
    ['a sliding window', slidingWindow],
    ['minutes of the clock', clockMinutes],
    ['a token bucket', tokenBucket],
  ] as const;

  it.each(limiters)(
    '%s: nothing fails, and the run takes at most 1.3 times the least time',
    async (_, open) => {
      const { seconds, failed } = await simulate({ accepts: open(40), requests: REQUESTS });
      expect(failed).toBe(0);
      expect(seconds).toBeLessThan(1.3 * LEAST_SECONDS);
    },
  );

  it.each(limiters)('%s: also if the server always asks for a whole minute', async (_, open) => {
    const { seconds, failed } = await simulate({
      accepts: open(40),
      requests: REQUESTS,
      asks: () => MINUTE,
    });
    expect(failed).toBe(0);
    expect(seconds).toBeLessThan(1.3 * LEAST_SECONDS);
  });

  it.each(limiters)('%s: also if completions take half a minute', async (_, open) => {
    const { seconds, failed } = await simulate({
      accepts: open(40),
      requests: REQUESTS,
      latencyMs: 30_000,
      concurrency: 64,
    });
    expect(failed).toBe(0);
    expect(seconds).toBeLessThan(1.3 * (LEAST_SECONDS + 30));
  });

  it.each(limiters)(
    '%s: also if the server asks for a minute although less is left of it',
    async (_, open) => {
      const { seconds, failed, refused } = await simulate({
        accepts: open(40),
        requests: REQUESTS,
        asks: () => MINUTE,
        latencyMs: 4_000,
        concurrency: 8,
      });
      expect(failed).toBe(0);
      expect(seconds).toBeLessThan(1.3 * LEAST_SECONDS);
      expect(refused).toBeLessThan(40);
    },
  );

  it('of the minutes of the clock: is kept wherever in a minute the run begins', async () => {
    // Some bursts last from one minute into the next and have more than 40 requests.
    for (let startMs = 0; startMs < MINUTE; startMs += 2_000) {
      const { seconds, failed } = await simulate({
        accepts: clockMinutes(40, 0, startMs),
        requests: REQUESTS,
        asks: () => MINUTE,
        latencyMs: 4_000,
        concurrency: 8,
      });
      expect(failed).toBe(0);
      expect(seconds, `begins after ${startMs} ms`).toBeLessThan(1.3 * LEAST_SECONDS);
    }
  });

  it.each(limiters)('%s: is kept without a refusal if it is configured', async (_, open) => {
    const { seconds, failed, refused } = await simulate({
      accepts: open(40, 0),
      requests: REQUESTS,
      limits: { requestsPerMinute: 40 },
    });
    expect(failed).toBe(0);
    expect(refused).toBe(0);
    expect(seconds).toBeLessThan(1.05 * LEAST_SECONDS);
  });

  it('refuses few requests, and is mentioned once', async () => {
    const { refused, warnings } = await simulate({ accepts: fixedWindows(40), requests: REQUESTS });
    expect(refused).toBeLessThan(REQUESTS);
    expect(warnings).toEqual([
      'The server for old (model-old) is busy (HTTP 429: later). Pausing requests for 15 s. To avoid this, lower sampling.concurrency, or set checkpoints.requests-per-minute (and tokens-per-minute) to the limits of the server.',
    ]);
  });

  it('is found again even if it is very low', async () => {
    const { failed } = await simulate({ accepts: fixedWindows(3), requests: 30 });
    expect(failed).toBe(0);
  });
});

it('keeps a configured limit on tokens per minute by the usage of earlier responses', async () => {
  const accepted: number[] = [];
  const { failed, seconds } = await simulate({
    accepts: (now) => accepted.push(now) > 0,
    requests: 100,
    limits: { tokensPerMinute: 1_000 },
  });
  expect(failed).toBe(0);
  // Ten requests of 100 tokens per minute.
  expect(seconds).toBeGreaterThan(9 * 60);
  expect(seconds).toBeLessThan(1.1 * 9 * 60 + 10);
  for (const [place, time] of accepted.entries()) {
    const next = accepted[place + 10];
    if (next !== undefined) expect(next - time).toBeGreaterThanOrEqual(MINUTE);
  }
});

it('does not take a limit on concurrent requests for one per minute', async () => {
  let inProgress = 0;
  const { seconds, failed } = await simulate({
    accepts: () => inProgress < 4,
    requests: 2_000,
    onSend: () => (inProgress += 1),
    onAnswer: () => (inProgress -= 1),
  });
  expect(failed).toBe(0);
  // 500 rounds of 0.82 seconds, and some pauses.
  expect(seconds).toBeLessThan(1.3 * 410);
});

it('sends all requests at once if no limit is configured and none is met', async () => {
  const { seconds, refused } = await simulate({ accepts: () => true, requests: 2_000 });
  expect(refused).toBe(0);
  expect(seconds).toBeLessThan(30);
});

describe('a server that accepts nothing', () => {
  const askOnce = async (failure: () => RequestFailure) => {
    const clock = virtualClock();
    const warnings: string[] = [];
    const sent: number[] = [];
    const session = sessionOn(clock, { warnings });
    const send = (): Promise<{ usage: Usage }> => {
      sent.push(clock.now() / 1_000);
      return Promise.reject(failure());
    };
    const run = clock.run(() => session.ask(send, never));
    return { error: await samplingError(run), sent, warnings };
  };

  it('is asked after 15, 30, 45 and 60 seconds, then once per minute, and given up after 15 minutes', async () => {
    const { error, sent } = await askOnce(() => busy());
    expect(sent).toEqual([
      0,
      15,
      30,
      45,
      60,
      ...Array.from({ length: 14 }, (_, minute) => 60 * (minute + 2)),
    ]);
    expect(error.what).toBe(
      'The server for old (model-old) has accepted no request for 15 minutes, most recently with: HTTP 429: later.',
    );
    expect(error.fix).toContain('If not, lower sampling.concurrency, or set checkpoints.requests-per-minute');
    expect(error.fix).not.toContain('log');
    expect(error.exitCode).toBe(3);
  });

  it('because its model still loads: is mentioned once per minute, without advice about its rate', async () => {
    const { error, warnings } = await askOnce(() => busy(503));
    expect(warnings).toHaveLength(15);
    expect(warnings[0]).toBe(
      'The server for old (model-old) is busy (HTTP 503: later). Pausing requests for 15 s.',
    );
    expect(warnings[1]).toBe(
      'The server for old (model-old) is busy (HTTP 503: later). It has accepted no request for 60 s. Pausing requests for 60 s.',
    );
    expect(error.fix).toContain('Check that the server can load the model');
  });

  it('and asks for more than ten minutes: ends the run at once', async () => {
    const { error, sent } = await askOnce(() => busy(429, 601_000));
    expect(sent).toEqual([0]);
    expect(error.what).toBe(
      'The server for old (model-old) will not accept requests for a long time: HTTP 429: later.',
    );
  });

  it('and asks for no wait at all: is asked less and less often', async () => {
    const { sent } = await askOnce(() => busy(429, 0));
    expect(sent.slice(0, 6)).toEqual([0, 0.5, 1.5, 3.5, 7.5, 15.5]);
    expect(sent.length).toBeLessThan(70);
  });
});

it('fails a request that the server refuses whenever it goes first, if others are accepted', async () => {
  const clock = virtualClock();
  const session = sessionOn(clock);
  let refused = 0;
  const poisoned = async (): Promise<never> => {
    await clock.sleep(1, never);
    refused += 1;
    throw busy(503);
  };
  const well = async (): Promise<{ usage: Usage }> => {
    await clock.sleep(1_000, never);
    return { usage: USAGE };
  };
  const { bad, others } = await clock.run(async () => {
    const asked = session.ask(poisoned, never);
    const others: unknown[] = [];
    const worker = async (): Promise<void> => {
      for (let request = 0; request < 400; request += 1) others.push(await session.ask(well, never));
    };
    await Promise.all([asked, worker(), worker()]);
    return { bad: await asked, others };
  });
  expect(bad).toBeInstanceOf(RequestFailure);
  expect(others.every((one) => !(one instanceof RequestFailure))).toBe(true);
  expect(refused).toBeLessThan(40);
});
