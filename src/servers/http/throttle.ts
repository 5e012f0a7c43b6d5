import { openConcurrency, type Sent } from './adaptive-concurrency.ts';
import type { Usage } from '../chat/completion.ts';
import type { RateLimits } from './rate-limits.ts';
import { MODEL_SERVER } from '../../retry.ts';
import type { Timing } from '../../timing.ts';

/** Maximum number of concurrent requests: a fixed number, or as many as the server can handle. */
export type ConcurrencySetting = number | 'auto';

/** Maximum pause. Longer ones are ignored, because the server can still refuse requests. */
const LONGEST_PAUSE_MS = MODEL_SERVER.longestAskedMs;

/** The initial concurrency for `auto`, and its maximum. */
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
  readonly leave: (outcome: Outcome) => void;
}

/** The outcome of a request. */
export type Outcome =
  | { readonly kind: 'answered'; readonly usage: Usage | undefined }
  /**
   * The server is overloaded. No requests are sent for `waitMs`, unless that exceeds ten minutes. It is 0 if the server
   * asks for no pause.
   */
  | { readonly kind: 'refused'; readonly waitMs: number }
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
 * With `auto`, the concurrency grows to what the server can handle.
 */
export function openThrottle(options: {
  readonly concurrency: ConcurrencySetting;
  readonly timing: Timing;
}): Throttle {
  const { concurrency, timing } = options;
  const most = mostOf(concurrency);
  const carried = openConcurrency({ start: concurrency === 'auto' ? FIRST : most, most });
  /** Callbacks of the waiting callers. Each is called with the number of requests in flight. */
  const waiting: Array<(inFlight: number) => void> = [];
  let active = 0;
  let pausedUntil = 0;
  let allowed = { most: Number.POSITIVE_INFINITY, until: 0 };
  const tokens = { sum: 0, answers: 0 };

  const limit = (): number => Math.min(carried.limit(), timing.now() < allowed.until ? allowed.most : most);
  const admit = (): void => {
    while (waiting.length > 0 && active < limit()) {
      active += 1;
      waiting.shift()?.(active);
    }
  };
  const turn = (signal: AbortSignal): Promise<number> =>
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
      waiting.push(admitted);
      admit();
    });
  /** Waits until a pause ends, even if it is extended in the meantime. */
  const pause = async (signal: AbortSignal): Promise<void> => {
    for (let until = 0; until < pausedUntil;) {
      until = pausedUntil;
      const ms = until - timing.now();
      if (ms > 0) await timing.sleep(ms, signal);
    }
  };
  const settle = (request: Sent, outcome: Outcome): void => {
    const now = timing.now();
    if (outcome.kind === 'answered') {
      const { usage } = outcome;
      carried.answered(request, now, usage?.completion_tokens);
      if (usage !== undefined) {
        tokens.sum += usage.prompt_tokens + usage.completion_tokens;
        tokens.answers += 1;
      }
    } else if (outcome.kind === 'refused') {
      const waitMs = outcome.waitMs <= LONGEST_PAUSE_MS ? outcome.waitMs : 0;
      carried.refused(request, now, waitMs);
      pausedUntil = Math.max(pausedUntil, now + waitMs);
    } else if (outcome.kind === 'faltered') {
      carried.faltered();
    }
  };

  return {
    enter: async (signal) => {
      signal.throwIfAborted();
      const inFlight = await turn(signal);
      const leave = (): void => {
        active -= 1;
        admit();
      };
      try {
        await pause(signal);
      } catch (error) {
        leave();
        throw error;
      }
      const request = carried.send(timing.now(), inFlight);
      return {
        leave: (outcome) => {
          settle(request, outcome);
          leave();
        },
      };
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
        if (remaining === 0) pausedUntil = Math.max(pausedUntil, until);
        else if (remaining < allowed.most) allowed = { most: remaining, until };
      }
    },
  };
}
