import { openConcurrency, type Sent } from './adaptive-concurrency.ts';
import type { Usage } from '../chat/completion.ts';
import type { RateLimits } from './rate-limits.ts';
import { MODEL_SERVER } from '../../retry.ts';
import type { Timing } from '../../timing.ts';

/** Most requests under way at one time: so many, or as many as the server turns out to carry. */
export type ConcurrencySetting = number | 'auto';

/** A pause for longer than this is not kept: the server may refuse requests itself. */
const LONGEST_PAUSE_MS = MODEL_SERVER.longestAskedMs;

/** Where `auto` begins, and how far it may go. */
const FIRST = 8;
const MOST = 256;

/** How many requests one server is given at a time. */
export interface Throttle {
  /** Resolves when a request may be sent; rejects when the signal aborts. Every pass is left once. */
  readonly enter: (signal: AbortSignal) => Promise<Pass>;
  /**
   * What the server says is left: until its limit is whole again never more are under way than that, and none where nothing is
   * left. A limit that is whole again only in more than ten minutes is not waited for: the server may refuse by itself.
   */
  readonly heard: (limits: RateLimits) => void;
}

export interface Pass {
  readonly leave: (outcome: Outcome) => void;
}

/** What became of a request. */
export type Outcome =
  | { readonly kind: 'answered'; readonly usage: Usage | undefined }
  /** The server has more to do than it can. Nothing is sent for `waitMs`, unless that is over ten minutes; 0 where it asks for no pause. */
  | { readonly kind: 'refused'; readonly waitMs: number }
  /** The server or the way to it failed. */
  | { readonly kind: 'faltered' }
  /** Neither: a request that is wrong, or that was given up. */
  | { readonly kind: 'other' };

/** The most that may be under way where the setting is this. */
export function mostOf(setting: ConcurrencySetting): number {
  return setting === 'auto' ? MOST : setting;
}

/** A set number is used from the start and lowered where the server refuses; `auto` grows to what it carries. */
export function openThrottle(options: {
  readonly concurrency: ConcurrencySetting;
  readonly timing: Timing;
}): Throttle {
  const { concurrency, timing } = options;
  const most = mostOf(concurrency);
  const carried = openConcurrency({ start: concurrency === 'auto' ? FIRST : most, most });
  /** Each is told how many are under way with it. */
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
  /** Waits for the end of a pause; one that is prolonged meanwhile is waited for as well. */
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
