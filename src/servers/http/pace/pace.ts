import type { LimitsPerMinute } from '../../../config/schema/server.ts';
import type { Usage } from '../../chat/completion.ts';
import type { Timing } from '../../../timing.ts';
import { sleepUnless } from './sleep-unless.ts';

/**
 * One second longer than a minute. Requests take different times to reach the server, so requests sent over exactly one
 * minute could arrive within less than a minute.
 */
const WINDOW_MS = 61_000;
const LEARNED_MS = 15 * 60_000;

/**
 * Keeps requests to one server within its per-minute limits. In any minute, at most the configured number of requests
 * is sent. A request's tokens are known only when it ends, so until then the request counts as the mean of earlier
 * requests. Until the first request has ended, there is no mean, so requests are sent one at a time. A single request
 * that exceeds the token limit is sent if nothing else was sent in the last minute. Tokens that a server does not
 * report count as 0.
 */
export interface Pace {
  /** Returns a promise to wait for before asking again; undefined if a request may be sent now. */
  readonly wait: (signal: AbortSignal) => Promise<void> | undefined;
  /** Records that a request is being sent. */
  readonly send: () => void;
  /** Records that a request ended; `usage` is undefined if it returned nothing. */
  readonly ended: (usage: Usage | undefined) => void;
  /**
   * Sets a per-minute request limit that the server has revealed, in addition to the configured one. The limit applies
   * for a quarter of an hour, because the server may accept more later.
   */
  readonly learn: (requestsPerMinute: number) => void;
}

export function openPace(limits: LimitsPerMinute, timing: Timing): Pace {
  const { requestsPerMinute = Infinity, tokensPerMinute: mostTokens } = limits;
  let learned = { most: Infinity, until: 0 };
  /**
   * The times of the requests sent in the last minute, and the token counts of the requests that ended in the last
   * minute; oldest first.
   */
  const sent: number[] = [];
  const used: { readonly at: number; readonly tokens: number }[] = [];
  let sum = 0;
  let inFlight = 0;
  const all = { tokens: 0, requests: 0 };
  let change = new AbortController();

  const forget = (before: number): void => {
    while (sent[0] !== undefined && sent[0] <= before) sent.shift();
    while (used[0] !== undefined && used[0].at <= before) sum -= used.shift()?.tokens ?? 0;
  };
  const changed = async (signal: AbortSignal): Promise<void> => {
    await sleepUnless(change.signal, { ms: WINDOW_MS, timing, signal });
  };
  /** How long to wait before the next request; `change` if that depends on how a request in flight ends. */
  const waitFor = (now: number): number | 'change' | undefined => {
    const mostRequests = Math.min(requestsPerMinute, now < learned.until ? learned.most : Infinity);
    const oldest = sent.at(-mostRequests);
    if (sent.length >= mostRequests && oldest !== undefined) return oldest + WINDOW_MS - now;
    if (mostTokens === undefined) return undefined;
    if (all.requests === 0) return inFlight === 0 ? undefined : 'change';
    let expected = sum + (inFlight + 1) * (all.tokens / all.requests);
    if (expected <= mostTokens) return undefined;
    for (const { at, tokens } of used) {
      expected -= tokens;
      if (expected <= mostTokens) return at + WINDOW_MS - now;
    }
    if (inFlight > 0) return 'change';
    const last = used.at(-1);
    return last && last.at + WINDOW_MS - now;
  };

  return {
    wait: (signal) => {
      const now = timing.now();
      forget(now - WINDOW_MS);
      const wait = waitFor(now);
      if (wait === undefined) return undefined;
      return wait === 'change' ? changed(signal) : timing.sleep(wait, signal);
    },
    send: () => {
      inFlight += 1;
      if (requestsPerMinute !== Infinity || learned.most !== Infinity) sent.push(timing.now());
    },
    learn: (most) => {
      learned = { most: Math.max(1, most), until: timing.now() + LEARNED_MS };
    },
    ended: (usage) => {
      inFlight -= 1;
      change.abort();
      change = new AbortController();
      if (usage === undefined || mostTokens === undefined) return;
      const tokens = usage.prompt_tokens + usage.completion_tokens;
      all.tokens += tokens;
      all.requests += 1;
      used.push({ at: timing.now(), tokens });
      sum += tokens;
    },
  };
}
