import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestFailure } from '../../../src/servers/http/failure.ts';
import { ATTEMPTS, backoffMs, withRetry } from '../../../src/servers/http/retry.ts';
import { stillTiming } from '../../sampling/setting.ts';

const busy = (retryAfterMs?: number): RequestFailure =>
  new RequestFailure({ kind: 'status', status: 429, message: 'HTTP 429', retryAfterMs });
const run = (ask: () => Promise<string>, signal = new AbortController().signal) => {
  const timing = stillTiming();
  return { result: withRetry({ ask, timing, signal }), slept: timing.slept };
};

describe('backoffMs', () => {
  it('is anywhere between 0 and a bound that doubles up to 30 s', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((attempt) => backoffMs(attempt, () => 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, chance) => {
          const wait = backoffMs(attempt, () => chance);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(30_000);
          expect(wait).toBe(chance * backoffMs(attempt, () => 1));
        },
      ),
    );
  });
});

describe('withRetry', () => {
  it('tries at most six times and throws the last failure', async () => {
    let asked = 0;
    const { result, slept } = run(async () => {
      asked += 1;
      throw new RequestFailure({ kind: 'connection', message: `failure ${asked}` });
    });
    await expect(result).rejects.toThrow('failure 6');
    expect(asked).toBe(ATTEMPTS);
    expect(slept).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
  });

  it('never waits less than the server requests, nor less than the backoff', async () => {
    const failures = [busy(20_000), busy(0), busy(10)];
    const { result, slept } = run(async () => {
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      return 'done';
    });
    await expect(result).resolves.toBe('done');
    expect(slept).toEqual([20_000, 1_000, 2_000]);
  });

  it.each([
    ['a quota', new RequestFailure({ kind: 'quota', status: 429, message: 'spent' })],
    ['a bad request', new RequestFailure({ kind: 'status', status: 400, message: 'no' })],
    ['an error that is none of the server', new TypeError('a bug')],
    ['a wait of over ten minutes', busy(600_001)],
  ])('does not retry after %s', async (_, error) => {
    let asked = 0;
    const { result } = run(async () => {
      asked += 1;
      throw error;
    });
    await expect(result).rejects.toBe(error);
    expect(asked).toBe(1);
  });

  it('stops waiting when the signal aborts', async () => {
    const stop = new AbortController();
    const { result } = run(async () => {
      stop.abort(new Error('stopped'));
      throw busy();
    }, stop.signal);
    await expect(result).rejects.toThrow('stopped');
  });
});
