import { setTimeout as wait } from 'node:timers/promises';

/** The clock and the chance that sampling needs, so that tests can run without waiting. */
export interface Timing {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Uniform in [0, 1). It spreads retries in time and has no influence on any result. */
  readonly random: () => number;
  /** Resolves after `ms`; rejects as soon as the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The machine's own clock and generator. */
export const systemTiming: Timing = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: async (ms, signal) => {
    await wait(ms, undefined, { signal });
  },
};
