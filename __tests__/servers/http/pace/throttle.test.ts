import { describe, expect, it } from 'vitest';
import {
  openThrottle,
  type Outcome,
  type Throttle,
  type Pass,
} from '../../../../src/servers/http/pace/throttle.ts';
import type { RateLimits } from '../../../../src/servers/http/pace/rate-limits.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';
import { NOW, stillTiming } from '../../../sampling/setting.ts';

const never = new AbortController().signal;
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const WELL: Outcome = { kind: 'answered', usage: undefined };
const refuse = (pass: Pass | undefined, waitMs: number): void => {
  pass?.refused({ status: 429, retryAfterMs: waitMs });
  pass?.leave({ kind: 'other' });
};
const left = (remaining: number, resetMs: number): RateLimits => ({
  requests: { remaining, resetMs },
  tokens: undefined,
});

/** How many of `count` entries are admitted while none leaves. */
async function admitted(throttle: Throttle, count: number): Promise<number> {
  const stop = new AbortController();
  const inside: Pass[] = [];
  const entries = Array.from({ length: count }, async () => {
    inside.push(await throttle.enter(stop.signal));
  });
  await settle();
  const most = inside.length;
  stop.abort();
  await Promise.allSettled(entries);
  for (const pass of inside) pass.leave({ kind: 'other' });
  return most;
}

describe('the pace of one server', () => {
  it('admits as many as the limit, and the next when one leaves, in order', async () => {
    const throttle = openThrottle({ concurrency: 2, timing: stillTiming() });
    const passes: Pass[] = [];
    const order: number[] = [];
    const entries = [1, 2, 3, 4].map(async (one) => {
      passes.push(await throttle.enter(never));
      order.push(one);
    });
    await settle();
    expect(order).toEqual([1, 2]);
    passes[1]?.leave(WELL);
    await settle();
    expect(order).toEqual([1, 2, 3]);
    passes[0]?.leave(WELL);
    await Promise.all(entries);
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('begins with 8 if it has to find the limit', async () => {
    expect(await admitted(openThrottle({ concurrency: 'auto', timing: stillTiming() }), 20)).toBe(8);
  });

  it('admits half as many once the server refuses', async () => {
    const throttle = openThrottle({ concurrency: 16, timing: stillTiming() });
    const passes = await Promise.all(Array.from({ length: 16 }, () => throttle.enter(never)));
    for (const pass of passes.slice(12)) refuse(pass, 0);
    for (const pass of passes.slice(0, 12)) pass.leave({ kind: 'other' });
    (await throttle.enter(never)).leave({ kind: 'other' });
    expect(await admitted(throttle, 20)).toBe(8);
  });

  it('admits one alone after a pause, and the others once it has succeeded', async () => {
    const clock = virtualClock();
    const throttle = openThrottle({ concurrency: 4, timing: clock });
    await clock.run(async () => {
      refuse(await throttle.enter(never), 7_000);
      const passes: Pass[] = [];
      const entries = Array.from({ length: 3 }, async () => {
        passes.push(await throttle.enter(never));
      });
      await clock.sleep(8_000, never);
      expect(passes).toHaveLength(1);
      passes[0]?.leave(WELL);
      await Promise.all(entries);
      expect(clock.now()).toBe(8_000);
    });
  });

  it('admits the others after three seconds if the one that goes first takes longer', async () => {
    const clock = virtualClock();
    const throttle = openThrottle({ concurrency: 4, timing: clock });
    await clock.run(async () => {
      refuse(await throttle.enter(never), 7_000);
      await Promise.all([1, 2, 3].map(() => throttle.enter(never)));
      expect(clock.now()).toBe(10_000);
    });
  });

  it('admits nothing before the longest pause is over', async () => {
    const timing = stillTiming();
    const throttle = openThrottle({ concurrency: 3, timing });
    const passes = await Promise.all([1, 2, 3].map(() => throttle.enter(never)));
    for (const [place, waitMs] of [3_000, 9_000, 2_000].entries()) refuse(passes[place], waitMs);
    await throttle.enter(never);
    expect(timing.slept).toEqual([9_000]);
  });

  it('keeps waiting if a pause is prolonged meanwhile', async () => {
    let now = NOW;
    const slept: number[] = [];
    const wake: Array<() => void> = [];
    const sleep = async (ms: number): Promise<void> => {
      slept.push(ms);
      await new Promise<void>((resolve) => wake.push(resolve));
      now += ms;
    };
    const throttle = openThrottle({ concurrency: 4, timing: { ...stillTiming(), now: () => now, sleep } });
    const [first, second, ...others] = await Promise.all([1, 2, 3, 4].map(() => throttle.enter(never)));
    refuse(others.pop(), 1_000);
    for (const pass of [first, ...others]) pass?.leave({ kind: 'other' });
    const entered = throttle.enter(never);
    await settle();
    expect(slept).toEqual([1_000]);
    refuse(second, 5_000);
    wake.shift()?.();
    await settle();
    expect(slept).toEqual([1_000, 4_000]);
    wake.shift()?.();
    await entered;
  });

  it('does not wait if a pause of more than ten minutes is requested', async () => {
    const timing = stillTiming();
    const throttle = openThrottle({ concurrency: 1, timing });
    refuse(await throttle.enter(never), 86_400_000);
    await throttle.enter(never);
    expect(timing.slept).toEqual([]);
  });

  it('forgets requests that stop waiting, in the queue or in a pause', async () => {
    const throttle = openThrottle({ concurrency: 1, timing: stillTiming() });
    const pass = await throttle.enter(never);
    const stop = new AbortController();
    const queued = throttle.enter(stop.signal);
    stop.abort();
    await expect(queued).rejects.toThrow('aborted');
    await expect(throttle.enter(stop.signal)).rejects.toThrow('aborted');
    refuse(pass, 1_000);
    const late = new AbortController();
    const paused = throttle.enter(late.signal);
    late.abort();
    await expect(paused).rejects.toThrow('aborted');
    await throttle.enter(never);
  });
});

describe('the remaining limit that the server reports', () => {
  it('is never exceeded before the limit resets', async () => {
    let now = NOW;
    const throttle = openThrottle({ concurrency: 16, timing: { ...stillTiming(), now: () => now } });
    throttle.heard(left(3, 2_000));
    expect(await admitted(throttle, 20)).toBe(3);
    throttle.heard({ requests: undefined, tokens: undefined });
    expect(await admitted(throttle, 20)).toBe(3);
    now += 2_000;
    expect(await admitted(throttle, 20)).toBe(16);
  });

  it('of zero sends no request before the limit resets', async () => {
    const timing = stillTiming();
    const throttle = openThrottle({ concurrency: 16, timing });
    throttle.heard(left(0, 2_000));
    await throttle.enter(never);
    expect(timing.slept).toEqual([2_000]);
  });

  it('counts in tokens too, by the average of the responses so far', async () => {
    const throttle = openThrottle({ concurrency: 16, timing: stillTiming() });
    const pass = await throttle.enter(never);
    pass.leave({ kind: 'answered', usage: { prompt_tokens: 60, completion_tokens: 40 } });
    throttle.heard({
      requests: { remaining: 9, resetMs: 1_000 },
      tokens: { remaining: 499, resetMs: 1_000 },
    });
    expect(await admitted(throttle, 20)).toBe(4);
  });

  it('is not waited for if the reset takes hours', async () => {
    const timing = stillTiming();
    const throttle = openThrottle({ concurrency: 16, timing });
    throttle.heard(left(0, 3_600_000));
    expect(await admitted(throttle, 20)).toBe(16);
    expect(timing.slept).toEqual([]);
  });
});
