import type { Timing } from '../../src/timing.ts';

/** A clock on which time passes only while everything sleeps, so that simulated hours take no real time. */
export interface VirtualClock extends Timing {
  /** Runs `work`, and lets time pass whenever it does nothing but sleep. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function virtualClock(start = 0): VirtualClock {
  const sleepers = new Set<Sleeper>();
  let now = start;

  const sleep: Timing['sleep'] = (ms, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const aborted = (): void => {
        sleepers.delete(sleeper);
        reject(new DOMException('aborted while sleeping', 'AbortError'));
      };
      const sleeper = {
        at: now + ms,
        wake: () => {
          sleepers.delete(sleeper);
          signal.removeEventListener('abort', aborted);
          resolve();
        },
      };
      signal.addEventListener('abort', aborted, { once: true });
      sleepers.add(sleeper);
    });
  /** Lets everything run that does not depend on time. */
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) await new Promise((resolve) => setImmediate(resolve));
  };

  return {
    now: () => now,
    random: () => 0.5,
    sleep,
    run: async (work) => {
      let isDone = false;
      const done = work().finally(() => {
        isDone = true;
      });
      // Whoever awaits the run gets its error. Until then, it is not unhandled.
      done.catch(() => {});
      for (await settled(); !isDone; await settled()) {
        const [first] = [...sleepers].sort((a, b) => a.at - b.at);
        if (first === undefined) throw new Error('everything waits for something that is not time');
        now = Math.max(now, first.at);
        const due = [...sleepers].filter(({ at }) => at === first.at);
        for (const { wake } of due) wake();
      }
      return done;
    },
  };
}
