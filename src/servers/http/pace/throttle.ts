import { openConcurrency, type Sent } from './adaptive-concurrency.ts';
import type { Usage } from '../../chat/completion.ts';
import { openBursts } from './bursts.ts';
import type { RequestFailure } from '../request-failure.ts';
import type { LimitsPerMinute } from '../../../config/schema/server.ts';
import { openPace } from './pace.ts';
import { openPauses, type Rank, type Refusal, type Turn } from './pauses.ts';
import type { RateLimits } from './rate-limits.ts';
import { MODEL_SERVER } from '../../../retry.ts';
import type { Timing } from '../../../timing.ts';

/** Maximum number of concurrent requests: a fixed number, or as many as the server can handle. */
export type ConcurrencySetting = number | 'auto';

/** Maximum pause. Requests for longer pauses are ignored, because the server can still refuse requests. */
const LONGEST_PAUSE_MS = MODEL_SERVER.longestAskedMs;

const NO_TOKENS: Usage = { prompt_tokens: 0, completion_tokens: 0 };

/** The initial and the maximum concurrency for `auto`. */
const FIRST = 8;
const MOST = 256;

/** Limits the concurrent requests to one server. */
export interface Throttle {
  /**
   * Resolves when a request may be sent; rejects if the signal aborts. The caller must call `leave` exactly once for
   * every pass.
   */
  readonly enter: (signal: AbortSignal) => Promise<Pass>;
  /**
   * Applies the server's remaining quota. Until the limit resets, at most that many requests are in flight, or none if
   * the quota is used up. A limit that resets in more than ten minutes is ignored, because the server can still refuse
   * requests.
   */
  readonly heard: (limits: RateLimits) => void;
}

export interface Pass {
  /** Has no effect after `again`. */
  readonly leave: (outcome: Outcome) => void;
  /**
   * Records that the server is busy, before `leave` or `again`. Returns details of the pause; undefined if the server
   * asks for more than ten minutes, in which case there is no pause.
   */
  readonly refused: (failure: Pick<RequestFailure, 'status' | 'retryAfterMs'>) => Refusal | undefined;
  /**
   * Resolves when the refused request may be sent again; rejects if the signal aborts. Replaces the call to `leave`.
   * The request goes before all others, unless it `yields`.
   */
  readonly again: (signal: AbortSignal, yields: boolean) => Promise<Pass>;
}

/** The outcome of a request, unless the server refused the request because it was busy. */
export type Outcome =
  | { readonly kind: 'answered'; readonly usage: Usage | undefined }
  /** The server or the network failed. */
  | { readonly kind: 'faltered' }
  /** Any other outcome: the request was invalid or was aborted. */
  | { readonly kind: 'other' };

/** The maximum concurrency for a setting. */
export function mostOf(setting: ConcurrencySetting): number {
  return setting === 'auto' ? MOST : setting;
}

/**
 * Opens a server's throttle. A fixed concurrency applies from the start and is lowered if the server refuses requests.
 * With `auto`, the concurrency grows to what the server can handle. Per-minute limits are never exceeded, and apply to
 * everything that uses this throttle. A limit that is not configured is learned from the server's refusals.
 */
export function openThrottle(options: {
  readonly concurrency: ConcurrencySetting;
  readonly limits?: LimitsPerMinute;
  readonly timing: Timing;
}): Throttle {
  const { concurrency, limits = {}, timing } = options;
  const most = mostOf(concurrency);
  const carried = openConcurrency({ start: concurrency === 'auto' ? FIRST : most, most });
  const pauses = openPauses(timing);
  const pace = openPace(limits, timing);
  const bursts = openBursts(timing.now);
  /** Callbacks of the waiting callers. Each is called with the number of requests in flight. */
  const waiting: Array<(inFlight: number) => void> = [];
  let active = 0;
  let allowed = { most: Number.POSITIVE_INFINITY, until: 0 };
  const tokens = { sum: 0, answers: 0 };

  const limit = (): number => Math.min(carried.limit(), timing.now() < allowed.until ? allowed.most : most);
  const admit = (): void => {
    while (waiting.length > 0 && active < limit()) {
      active += 1;
      waiting.shift()?.(active);
    }
  };
  const turn = (signal: AbortSignal, rank: Rank): Promise<number> =>
    new Promise((resolve, reject) => {
      const admitted = (inFlight: number): void => {
        signal.removeEventListener('abort', aborted);
        resolve(inFlight);
      };
      const aborted = (): void => {
        waiting.splice(waiting.indexOf(admitted), 1);
        reject(new DOMException('aborted while waiting', 'AbortError'));
      };
      signal.addEventListener('abort', aborted, { once: true });
      if (rank === 'refused') waiting.unshift(admitted);
      else waiting.push(admitted);
      admit();
    });
  /** Waits until neither a pause nor a per-minute limit forbids the request. */
  const ready = async (signal: AbortSignal, rank: Rank): Promise<Turn> => {
    for (;;) {
      const wait = pauses.wait(signal, rank) ?? pace.wait(signal);
      if (wait === undefined) break;
      await wait;
    }
    pace.send();
    return pauses.begin();
  };
  const settle = (request: Sent, turn: Turn, outcome: Outcome): void => {
    const now = timing.now();
    if (outcome.kind === 'faltered') {
      carried.faltered();
      pauses.lost(turn);
      pace.ended(undefined);
      return;
    }
    const pausedMs = pauses.answered(turn);
    const perMinute = pausedMs === undefined ? undefined : bursts.resumed(pausedMs);
    if (perMinute !== undefined) pace.learn(perMinute);
    if (outcome.kind === 'other') {
      pace.ended(undefined);
      return;
    }
    const { usage } = outcome;
    carried.answered(request, now, usage?.completion_tokens);
    if (usage !== undefined) {
      tokens.sum += usage.prompt_tokens + usage.completion_tokens;
      tokens.answers += 1;
    }
    pace.ended(usage ?? NO_TOKENS);
  };
  const release = (): void => {
    active -= 1;
    admit();
  };
  const enter = async (signal: AbortSignal, rank: Rank): Promise<Pass> => {
    const inFlight = await turn(signal, rank);
    let begun: Turn;
    try {
      begun = await ready(signal, rank);
    } catch (error) {
      release();
      throw error;
    }
    const request = carried.send(timing.now(), inFlight);
    const burst = bursts.sent(begun.isFirst);
    let isSettled = false;
    let hasLeft = false;
    return {
      leave: (outcome) => {
        if (hasLeft) return;
        if (!isSettled) settle(request, begun, outcome);
        release();
      },
      refused: ({ status, retryAfterMs }) => {
        isSettled = true;
        pace.ended(undefined);
        if (retryAfterMs !== undefined && retryAfterMs > LONGEST_PAUSE_MS) return undefined;
        if (status === 429) bursts.refused(burst);
        const refusal = pauses.refused(begun, retryAfterMs);
        carried.refused(request, timing.now(), refusal.pauseMs);
        return refusal;
      },
      again: async (signal, yields) => {
        hasLeft = true;
        if (signal.aborted) release();
        signal.throwIfAborted();
        active -= 1;
        return enter(signal, yields ? 'yields' : 'refused');
      },
    };
  };

  return {
    enter: async (signal) => {
      signal.throwIfAborted();
      return enter(signal, 'new');
    },
    heard: ({ requests, tokens: left }) => {
      const now = timing.now();
      const each = tokens.sum === 0 ? 1 : tokens.sum / tokens.answers;
      const kinds = [
        ...(requests === undefined ? [] : [requests]),
        ...(left === undefined ? [] : [{ ...left, remaining: Math.floor(left.remaining / each) }]),
      ].filter(({ resetMs }) => resetMs <= LONGEST_PAUSE_MS);
      if (kinds.length > 0) allowed = { most: Number.POSITIVE_INFINITY, until: 0 };
      for (const { remaining, resetMs } of kinds) {
        const until = now + resetMs;
        if (remaining === 0) pauses.until(until);
        else if (remaining < allowed.most) allowed = { most: remaining, until };
      }
    },
  };
}
