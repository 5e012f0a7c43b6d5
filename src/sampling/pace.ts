import type { Timing } from './timing.ts';

/** How many requests one server is given at a time. A busy server is given fewer, and a pause. */
export interface Pace {
  /** Resolves when a request may be sent; rejects when the signal aborts. Every success is followed by one `leave`. */
  readonly enter: (signal: AbortSignal) => Promise<void>;
  readonly leave: () => void;
  /** The server said that it is busy: nothing is sent for `waitMs`, then half as much as before. */
  readonly busy: (waitMs: number) => void;
  /** The server answered: the limit grows by one for every limit's worth of answers, up to `most`. */
  readonly answered: () => void;
}

/**
 * Additive increase, multiplicative decrease between 1 and `most` requests. One burst of refusals halves the limit
 * once: refusals that arrive within a pause only prolong it.
 */
export function openPace(options: { readonly most: number; readonly timing: Timing }): Pace {
  const { most, timing } = options;
  const waiting: Array<() => void> = [];
  let limit = most;
  let active = 0;
  let pausedUntil = 0;

  const admit = (): void => {
    while (waiting.length > 0 && active < Math.floor(limit)) {
      active += 1;
      waiting.shift()?.();
    }
  };
  const leave = (): void => {
    active -= 1;
    admit();
  };
  const turn = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const admitted = (): void => {
        signal.removeEventListener('abort', aborted);
        resolve();
      };
      const aborted = (): void => {
        waiting.splice(waiting.indexOf(admitted), 1);
        reject(new DOMException('aborted while waiting', 'AbortError'));
      };
      signal.addEventListener('abort', aborted, { once: true });
      waiting.push(admitted);
      admit();
    });

  return {
    leave,
    enter: async (signal) => {
      signal.throwIfAborted();
      await turn(signal);
      const pauseMs = pausedUntil - timing.now();
      if (pauseMs <= 0) return;
      try {
        await timing.sleep(pauseMs, signal);
      } catch (error) {
        leave();
        throw error;
      }
    },
    busy: (waitMs) => {
      const now = timing.now();
      if (now >= pausedUntil) limit = Math.max(1, limit / 2);
      pausedUntil = Math.max(pausedUntil, now + waitMs);
    },
    answered: () => {
      limit = Math.min(most, limit + 1 / limit);
      admit();
    },
  };
}
