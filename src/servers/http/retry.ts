import { RequestFailure } from './failure.ts';
import type { Timing } from './timing.ts';

/** Attempts at one sample, the first included. */
export const ATTEMPTS = 6;
const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 30_000;
/** A server that asks for a longer wait than this is not waited for. */
export const LONGEST_WAIT_MS = 600_000;

/**
 * Asks until there is an answer, a failure that asking again cannot fix, or no attempt left. Waits with exponential
 * backoff and full jitter, and never less than the server's `Retry-After`.
 *
 * @throws {RequestFailure} the last failure. Anything else that `ask` throws passes through at once.
 */
export async function withRetry<T>(options: {
  readonly ask: () => Promise<T>;
  readonly timing: Timing;
  readonly signal: AbortSignal;
}): Promise<T> {
  const { ask, timing, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      const wait = Math.max(error.retryAfterMs ?? 0, backoffMs(attempt, timing.random));
      const givesUp = attempt >= ATTEMPTS || (error.retryAfterMs ?? 0) > LONGEST_WAIT_MS;
      if (!error.isTransient || givesUp) throw error;
      await timing.sleep(wait, signal);
    }
  }
}

/** The wait after the given attempt (from 1): uniform between 0 and 1 s, 2 s, 4 s, … at most 30 s. */
export function backoffMs(attempt: number, random: () => number): number {
  return random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1));
}
