import { describe, expect, it } from 'vitest';
import { openPace } from '../../src/sampling/pace.ts';
import { stillTiming } from './setting.ts';

const never = new AbortController().signal;
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** How many of `count` entries are let in while none leaves. */
async function admitted(pace: ReturnType<typeof openPace>, count: number): Promise<number> {
  const leave = new AbortController();
  let inside = 0;
  const entries = Array.from({ length: count }, async () => {
    await pace.enter(leave.signal);
    inside += 1;
  });
  await settle();
  const most = inside;
  leave.abort();
  await Promise.allSettled(entries);
  for (let i = 0; i < inside; i += 1) pace.leave();
  return most;
}

describe('the pace of one server', () => {
  it('lets in as many as the limit, and the next when one leaves, in order', async () => {
    const pace = openPace({ most: 2, timing: stillTiming() });
    const order: number[] = [];
    const entries = [1, 2, 3, 4].map(async (one) => {
      await pace.enter(never);
      order.push(one);
    });
    await settle();
    expect(order).toEqual([1, 2]);
    pace.leave();
    await settle();
    expect(order).toEqual([1, 2, 3]);
    pace.leave();
    await Promise.all(entries);
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('halves once for a burst of refusals, down to one, and grows back to the limit', async () => {
    let now = 0;
    const pace = openPace({ most: 8, timing: { ...stillTiming(), now: () => now } });
    expect(await admitted(pace, 20)).toBe(8);
    for (let refusal = 0; refusal < 8; refusal += 1) pace.busy(1_000);
    now += 1_000;
    expect(await admitted(pace, 20)).toBe(4);
    for (let burst = 0; burst < 5; burst += 1) {
      pace.busy(1_000);
      now += 1_000;
    }
    expect(await admitted(pace, 20)).toBe(1);
    pace.answered();
    expect(await admitted(pace, 20)).toBe(2);
    for (let answer = 0; answer < 200; answer += 1) pace.answered();
    expect(await admitted(pace, 20)).toBe(8);
  });

  it('lets no one in before the longest pause is over', async () => {
    const timing = stillTiming();
    const pace = openPace({ most: 1, timing });
    pace.busy(3_000);
    pace.busy(9_000);
    pace.busy(2_000);
    await pace.enter(never);
    expect(timing.slept).toEqual([9_000]);
  });

  it('forgets whoever stops waiting, in the queue or in a pause', async () => {
    const pace = openPace({ most: 1, timing: stillTiming() });
    await pace.enter(never);
    const stop = new AbortController();
    const queued = pace.enter(stop.signal);
    stop.abort();
    await expect(queued).rejects.toThrow('aborted');
    await expect(pace.enter(stop.signal)).rejects.toThrow('aborted');
    pace.leave();
    pace.busy(1_000);
    const late = new AbortController();
    const paused = pace.enter(late.signal);
    late.abort();
    await expect(paused).rejects.toThrow('aborted');
    await pace.enter(never);
  });
});
