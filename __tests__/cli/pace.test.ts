import { describe, expect, test } from 'vitest';
import { openPace } from '../../src/cli/pace.ts';

interface Estimate {
  readonly atMs: number;
  readonly seconds: number;
}

/** The estimates of a run, asked for every second, and when the run ended. */
function estimates(arrivalsMs: readonly number[]): {
  readonly shown: readonly Estimate[];
  readonly endMs: number;
} {
  const pace = openPace();
  const endMs = arrivalsMs.at(-1) ?? 0;
  const shown: Estimate[] = [];
  let done = 0;
  for (let nowMs = 0; nowMs < endMs; nowMs += 1000) {
    while ((arrivalsMs[done] ?? Infinity) <= nowMs) {
      done += 1;
      pace.see(done, arrivalsMs[done - 1] ?? 0);
    }
    const seconds = pace.secondsLeft(arrivalsMs.length - done, nowMs);
    if (seconds !== undefined) shown.push({ atMs: nowMs, seconds });
  }
  return { shown, endMs };
}

/** The largest factor by which an estimate is too long or too short, except in the last half minute. */
function worst({ shown, endMs }: ReturnType<typeof estimates>): number {
  return Math.max(
    ...shown.map(({ atMs, seconds }) => {
      const truth = (endMs - atMs) / 1000;
      return truth < 30 ? 1 : Math.max(seconds / truth, truth / seconds);
    }),
  );
}

/** Answers of a server that takes `latencyMs` for each, with this many requests at a time. */
function arrivals(count: number, latencyMs: number, slotsAt: (round: number) => number): number[] {
  const times: number[] = [];
  for (let round = 0; times.length < count; round += 1) {
    for (let slot = 0; slot < slotsAt(round) && times.length < count; slot += 1)
      times.push((round + 1) * latencyMs + slot);
  }
  return times;
}

test('a steady server: the first estimate comes after 20 seconds and is right', () => {
  const run = estimates(arrivals(6000, 2000, () => 8));
  expect(run.shown[0]?.atMs).toBe(22_000);
  expect(worst(run)).toBeLessThan(1.3);
});

test('concurrency that grows from 8 to 256: no estimate is wrong by more than a factor of 3', () => {
  const run = estimates(arrivals(60_000, 4000, (round) => Math.min(256, 8 + 8 * round)));
  expect(run.shown.length).toBeGreaterThan(100);
  expect(worst(run)).toBeLessThan(3);
});

test('a model that loads for five minutes: the wait is not counted as slowness', () => {
  const run = estimates(arrivals(6000, 2000, () => 8).map((ms) => ms + 300_000));
  expect(run.shown[0]?.atMs).toBe(322_000);
  expect(worst(run)).toBeLessThan(1.3);
});

test('a slow server with few samples: an estimate after a tenth of them', () => {
  const run = estimates(arrivals(60, 30_000, () => 1));
  const { atMs = 0, seconds = 0 } = run.shown[0] ?? {};
  expect(atMs).toBeGreaterThanOrEqual(200_000);
  expect(atMs).toBeLessThan(300_000);
  expect(seconds / ((run.endMs - atMs) / 1000)).toBeCloseTo(1, 1);
  // Near the end, one answer is half of what is left.
  expect(worst(run)).toBeLessThan(2.1);
});

describe('no estimate', () => {
  test('of a run that ends within 20 seconds', () => {
    expect(estimates(arrivals(100, 1900, () => 10)).shown).toEqual([]);
  });

  test('before the first answer, and while nothing arrives', () => {
    const pace = openPace();
    expect(pace.secondsLeft(100, 0)).toBeUndefined();
    pace.see(0, 60_000);
    expect(pace.secondsLeft(100, 600_000)).toBeUndefined();
    pace.see(1, 600_000);
    expect(pace.secondsLeft(99, 700_000)).toBeUndefined();
    expect(pace.perSecond(700_000)).toBe(0);
  });
});

test('the rate is that of the last minute', () => {
  const pace = openPace();
  for (let second = 0; second < 600; second += 1) pace.see(10 * second, 1000 * second);
  for (let second = 600; second <= 700; second += 1) pace.see(6000 + (second - 600), 1000 * second);
  expect(pace.perSecond(700_000)).toBeCloseTo(1, 1);
});
