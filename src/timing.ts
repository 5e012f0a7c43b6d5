import { setTimeout as wait } from 'node:timers/promises';

/** The clock and the source of randomness that sampling uses. Tests replace them to run without waiting. */
export interface Timing {
  /** Returns the time in milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Returns a number that is uniformly distributed in [0, 1). Spreads retries over time; never affects a result. */
  readonly random: () => number;
  /** Resolves after `ms`; rejects as soon as the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The machine's clock and random number generator. */
export const systemTiming: Timing = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: async (ms, signal) => {
    await wait(ms, undefined, { signal });
  },
};
