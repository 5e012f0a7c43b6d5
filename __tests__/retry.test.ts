import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ARTIFACT_SERVICE,
  backoffMs,
  FORGE_API,
  MODEL_SERVER,
  waitBeforeRetry,
  withRetry,
} from '../src/retry.ts';
import { RequestFailure } from '../src/servers/http/request-failure.ts';
import { stillTiming } from './sampling/setting.ts';

const busy = (retryAfterMs?: number): RequestFailure =>
  new RequestFailure({ kind: 'status', status: 429, message: 'HTTP 429', retryAfterMs });
const run = (
  send: () => Promise<string | RequestFailure>,
  { signal = new AbortController().signal, policy = MODEL_SERVER } = {},
) => {
  const timing = stillTiming();
  const waits: number[] = [];
  const result = withRetry(policy, {
    send,
    faultIn: (answer) => (typeof answer === 'string' ? undefined : answer),
    timing,
    signal,
    onRetry: (_, waitMs) => waits.push(waitMs),
  });
  return { result, slept: timing.slept, waits };
};

describe('backoffMs', () => {
  it.each([
    ['a model server', MODEL_SERVER, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]],
    ['a forge', FORGE_API, [1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000]],
    ['the artifact service', ARTIFACT_SERVICE, [2_000, 4_000, 8_000, 16_000, 20_000, 20_000, 20_000]],
  ])('for %s is anywhere between 0 and a bound that doubles', (_, policy, bounds) => {
    expect([1, 2, 3, 4, 5, 6, 50].map((attempt) => backoffMs(policy, attempt, () => 1))).toEqual(bounds);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, chance) => {
          const wait = backoffMs(policy, attempt, () => chance);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(policy.longestBackoffMs);
          expect(wait).toBe(chance * backoffMs(policy, attempt, () => 1));
        },
      ),
    );
  });
});

describe('waitBeforeRetry', () => {
  const random = () => 0.5;
  it.each([
    ['the backoff if no wait is asked for', { isTransient: true }, 1, 500],
    ['the longer of backoff and asked wait', { isTransient: true, retryAfterMs: 700 }, 1, 700],
    ['the backoff if it is longer', { isTransient: true, retryAfterMs: 700 }, 3, 2_000],
    ['the longest wait that may be asked for', { isTransient: true, retryAfterMs: 600_000 }, 1, 600_000],
    ['nothing if more is asked for', { isTransient: true, retryAfterMs: 600_001 }, 1, undefined],
    ['nothing after the last attempt', { isTransient: true }, 6, undefined],
    ['nothing if repeating cannot help', { isTransient: false, retryAfterMs: 1 }, 1, undefined],
  ])('is %s', (_, fault, attempt, expected) => {
    expect(waitBeforeRetry(MODEL_SERVER, { fault, attempt, random })).toBe(expected);
  });
});

describe('withRetry', () => {
  it.each([
    [MODEL_SERVER, [500, 1_000, 2_000, 4_000, 8_000]],
    [FORGE_API, [500, 1_000, 2_000, 4_000]],
    [ARTIFACT_SERVICE, [1_000, 2_000, 4_000]],
  ])('tries at most $attempts times and returns the last failure', async (policy, expected) => {
    let sent = 0;
    const { result, slept, waits } = run(
      async () => {
        sent += 1;
        return new RequestFailure({ kind: 'connection', message: `failure ${sent}` });
      },
      { policy },
    );
    await expect(result).resolves.toMatchObject({ message: `failure ${policy.attempts}` });
    expect(sent).toBe(policy.attempts);
    expect(slept).toEqual(expected);
    expect(waits).toEqual(expected);
  });

  it('never waits less than the server requests, nor less than the backoff', async () => {
    const failures = [busy(20_000), busy(0), busy(10)];
    const { result, slept } = run(async () => failures.shift() ?? 'done');
    await expect(result).resolves.toBe('done');
    expect(slept).toEqual([20_000, 1_000, 2_000]);
  });

  it.each([
    ['a quota', new RequestFailure({ kind: 'quota', status: 429, message: 'spent' })],
    ['a bad request', new RequestFailure({ kind: 'status', status: 400, message: 'no' })],
    ['a wait of over ten minutes', busy(600_001)],
  ])('does not retry after %s', async (_, failure) => {
    let sent = 0;
    const { result } = run(async () => {
      sent += 1;
      return failure;
    });
    await expect(result).resolves.toBe(failure);
    expect(sent).toBe(1);
  });

  it('passes on at once what is thrown', async () => {
    let sent = 0;
    const bug = new TypeError('a bug');
    const { result } = run(async () => {
      sent += 1;
      throw bug;
    });
    await expect(result).rejects.toBe(bug);
    expect(sent).toBe(1);
  });

  it('stops waiting when the signal aborts', async () => {
    const stop = new AbortController();
    const { result } = run(
      async () => {
        stop.abort(new Error('stopped'));
        return busy();
      },
      { signal: stop.signal },
    );
    await expect(result).rejects.toThrow('stopped');
  });
});
