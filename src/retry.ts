import type { Timing } from './timing.ts';

/** How often a request is sent before it counts as failed, and how long to wait between attempts. */
export interface RetryPolicy {
  /** Maximum number of attempts, including the first; at least 1. */
  readonly attempts: number;
  /** Maximum wait after the first attempt. It doubles with each further attempt. */
  readonly firstBackoffMs: number;
  readonly longestBackoffMs: number;
  /** The request is not retried if the server asks for a longer wait than this. */
  readonly longestAskedMs: number;
}

/** The policy for model servers: completions, embeddings and judges. */
export const MODEL_SERVER: RetryPolicy = {
  attempts: 6,
  firstBackoffMs: 1_000,
  longestBackoffMs: 30_000,
  longestAskedMs: 600_000,
};

/** The policy for the REST APIs of GitHub, Gitea and Forgejo. */
export const FORGE_API: RetryPolicy = {
  attempts: 5,
  firstBackoffMs: 1_000,
  longestBackoffMs: 20_000,
  longestAskedMs: 120_000,
};

/** The policy for the service that stores a run's artifacts. */
export const ARTIFACT_SERVICE: RetryPolicy = {
  attempts: 4,
  firstBackoffMs: 2_000,
  longestBackoffMs: 20_000,
  longestAskedMs: 120_000,
};

/** What a retry policy needs to know about a failed request. */
export interface RequestFault {
  /** Whether the same request may succeed later. */
  readonly isTransient: boolean;
  /** The wait that the server asks for, if any. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * The wait after an attempt (counted from 1) if the server does not ask for one. Drawn uniformly between 0 and a bound
 * that doubles with each attempt.
 */
export function backoffMs(policy: RetryPolicy, attempt: number, random: () => number): number {
  return random() * Math.min(policy.longestBackoffMs, policy.firstBackoffMs * 2 ** (attempt - 1));
}

/**
 * How long to wait before the next attempt: the backoff, or the wait that the server asks for if that is longer.
 * Undefined if there should be no next attempt: the fault is permanent, no attempts are left, or the server asks for
 * too long a wait.
 */
export function waitBeforeRetry(
  policy: RetryPolicy,
  {
    fault,
    attempt,
    random,
  }: { readonly fault: RequestFault; readonly attempt: number; readonly random: () => number },
): number | undefined {
  const asked = fault.retryAfterMs ?? 0;
  if (!fault.isTransient || attempt >= policy.attempts || asked > policy.longestAskedMs) return undefined;
  return Math.max(asked, backoffMs(policy, attempt, random));
}

/**
 * Sends a request until the result is good or the policy allows no further attempt, and resolves with the last result.
 * All retries in this program use this function, except those made by libraries, and requests that a model server
 * rejects because it is busy (`servers/http/server-session.ts`).
 *
 * @throws any error from `send`, without a retry; the signal's reason if it aborts during a wait
 */
export async function withRetry<Result>(
  policy: RetryPolicy,
  {
    send,
    faultIn,
    timing,
    signal,
    onRetry,
  }: {
    readonly send: () => Promise<Result>;
    /** Returns undefined if the result is good. */
    readonly faultIn: (result: Result) => RequestFault | undefined;
    readonly timing: Timing;
    readonly signal: AbortSignal;
    /** Called before each wait. */
    readonly onRetry?: (result: Result, waitMs: number) => void;
  },
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await send();
    const fault = faultIn(result);
    const waitMs = fault && waitBeforeRetry(policy, { fault, attempt, random: timing.random });
    if (waitMs === undefined) return result;
    onRetry?.(result, waitMs);
    await timing.sleep(waitMs, signal);
  }
}
