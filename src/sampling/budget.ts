import type { TokenPrices } from './estimate/estimate.ts';
import { MODEL_SERVER } from '../retry.ts';
import type { Timing } from '../timing.ts';

/** Limits for sampling. An absent limit does not apply. */
export interface BudgetLimits {
  readonly maxRequests?: number;
  /** Prompt and completion tokens combined. */
  readonly maxTokens?: number;
  readonly maxCostUsd?: number;
  readonly maxMinutes?: number;
}

export type Limit = 'max-requests' | 'max-tokens' | 'max-cost' | 'max-minutes';

/** Who a request is charged to: the side that it samples, or the judge. */
export type Spender = 'old' | 'new' | 'judge';

/** One request's tokens. */
export interface Tokens {
  readonly prompt: number;
  readonly completion: number;
}

/** Token prices for each side and for judges. Judges are free if their price is absent. */
type PricesOfSpenders = Readonly<Record<'old' | 'new', TokenPrices>> & { readonly judge?: TokenPrices };

interface Spent {
  requests: number;
  tokens: number;
  costUsd: number;
  minutes: number;
}

/** The limit that ended sampling. */
export interface Reached {
  readonly limit: Limit;
  /** The limit's value, in requests, tokens, US dollars or minutes. */
  readonly allowed: number;
  /** Whether this is the default limit, which is derived from the plan, rather than a limit that the user set. */
  readonly byDefault: boolean;
}

/** Thrown if nothing more may be spent. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/**
 * A run's limits and spending. Requests are counted when they are sent, so their limit is never exceeded. Requests that
 * a server refuses because it is busy are not counted. For tokens and cost, a request reserves the maximum that it can
 * use, and waits while other reservations leave too little. These limits are exceeded only if a server returns more
 * tokens than requested.
 */
export interface Budget {
  /**
   * Announces the requests that a run will need, of which at most `atOnce` are in flight together. If no request limit
   * is set, the default limit is derived from these numbers.
   */
  readonly expect: (requests: number, atOnce: number) => void;
  /**
   * Announces one additional request, because a server returned fewer samples than requested. Do not announce retries.
   */
  readonly expectOneMore: () => void;
  /**
   * Sends a request within the budget. `usage` returns a response's token counts. A response without usage counts as
   * the maximum that it could have used. If there is no response, no tokens are counted; if `isFree` returns true for
   * the error, the request is not counted either.
   *
   * @throws {BudgetSpent} if the budget does not allow the request
   */
  readonly spend: <T>(request: {
    readonly side: Spender;
    readonly most: Tokens;
    readonly send: () => Promise<T>;
    readonly isFree?: (error: unknown) => boolean;
    readonly usage: (answer: T) => Tokens | undefined;
  }) => Promise<T>;
  /** Returns a share of the remaining budget as a separate budget, for a side that is sampled before the other side. */
  readonly part: (share: number) => Budget;
  /** Aborts when no more requests may be sent; requests in flight may finish. */
  readonly closed: AbortSignal;
  /** Aborts when the time is up, so requests in flight must stop. */
  readonly over: AbortSignal;
  /** Returns the limit that was reached; undefined if none has been. */
  readonly reached: () => Reached | undefined;
  /** Stops the clock. */
  readonly end: () => void;
}

const DEFAULT_SHARE = 1.25;
const LEAST_SLACK = 100;

/** Opens a budget. Its clock starts when the first request is expected. */
export function openBudget({
  limits,
  prices,
  timing,
  onEnd,
}: {
  readonly limits: BudgetLimits;
  /** Required for a cost limit. */
  readonly prices: PricesOfSpenders | undefined;
  readonly timing: Timing;
  /** Called at the end with the total spent. */
  readonly onEnd?: (spent: Spent) => void;
}): Budget {
  const { maxTokens = Infinity, maxCostUsd = Infinity, maxMinutes = Infinity } = limits;
  const closed = new AbortController();
  const over = new AbortController();
  const clock = new AbortController();
  const spent: Spent = { requests: 0, tokens: 0, costUsd: 0, minutes: 0 };
  const reserved = { requests: 0, tokens: 0, costUsd: 0 };
  let expected: number | undefined;
  let began: number | undefined;
  let reached: Reached | undefined;
  let waiting: Array<() => void> = [];

  const reach = (limit: Limit, allowed: number, byDefault = false): BudgetSpent => {
    reached ??= { limit, allowed, byDefault };
    const error = new BudgetSpent(limit);
    if (!closed.signal.aborted) closed.abort(error);
    wake();
    return error;
  };
  const mostRequests = (): number => limits.maxRequests ?? Math.floor(expected ?? Infinity);
  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  };
  const costOf = (side: Spender, { prompt, completion }: Tokens): number => {
    const price = prices?.[side];
    if (price === undefined) return 0;
    const { promptUsdPerMillion, completionUsdPerMillion } = price;
    return (prompt * promptUsdPerMillion + completion * completionUsdPerMillion) / 1e6;
  };
  const minutesGone = (): number => (began === undefined ? 0 : (timing.now() - began) / 60_000);
  const startClock = (): void => {
    if (began !== undefined) return;
    began = timing.now();
    if (maxMinutes === Infinity) return;
    timing.sleep((maxMinutes - spent.minutes) * 60_000, clock.signal).then(
      () => over.abort(reach('max-minutes', maxMinutes)),
      () => {},
    );
  };
  /** Reserves the maximum that a request may use. Waits if other requests may still free enough of the budget. */
  const reserve = async (tokens: number, costUsd: number): Promise<void> => {
    for (;;) {
      if (closed.signal.aborted) throw closed.signal.reason;
      const maxRequests = mostRequests();
      if (spent.requests >= maxRequests && reserved.requests === 0) {
        throw reach('max-requests', maxRequests, limits.maxRequests === undefined);
      }
      const fits =
        spent.requests < maxRequests &&
        spent.tokens + reserved.tokens + tokens <= maxTokens &&
        spent.costUsd + reserved.costUsd + costUsd <= maxCostUsd;
      if (fits) break;
      if (reserved.requests === 0) {
        throw spent.tokens + tokens > maxTokens
          ? reach('max-tokens', maxTokens)
          : reach('max-cost', maxCostUsd);
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    spent.requests += 1;
    reserved.requests += 1;
    reserved.tokens += tokens;
    reserved.costUsd += costUsd;
  };

  return {
    closed: closed.signal,
    over: over.signal,
    reached: () => reached,
    end: () => {
      clock.abort();
      onEnd?.({ ...spent, minutes: spent.minutes + minutesGone() });
    },
    expect: (requests, atOnce) => {
      startClock();
      const slack = Math.max(
        (DEFAULT_SHARE - 1) * requests,
        // The maximum number of attempts for every sample that can be in flight at the same time.
        MODEL_SERVER.attempts * Math.min(atOnce, requests),
        LEAST_SLACK,
      );
      expected = (expected ?? 0) + Math.ceil(requests + slack);
    },
    expectOneMore: () => {
      if (expected !== undefined) expected += DEFAULT_SHARE;
    },
    spend: async ({ side, most, send, isFree, usage }) => {
      const mostTokens = most.prompt + most.completion;
      const mostUsd = costOf(side, most);
      await reserve(mostTokens, mostUsd);
      let took: Tokens = { prompt: 0, completion: 0 };
      try {
        const answer = await send();
        took = usage(answer) ?? most;
        return answer;
      } catch (error) {
        if (isFree?.(error) === true) spent.requests -= 1;
        throw error;
      } finally {
        reserved.requests -= 1;
        reserved.tokens -= mostTokens;
        reserved.costUsd -= mostUsd;
        spent.tokens += took.prompt + took.completion;
        spent.costUsd += costOf(side, took);
        wake();
      }
    },
    part: (share) =>
      openBudget({
        timing,
        prices,
        onEnd: ({ requests, tokens, costUsd, minutes }) => {
          spent.requests += requests;
          spent.tokens += tokens;
          spent.costUsd += costUsd;
          spent.minutes += minutes;
        },
        limits: {
          ...(limits.maxRequests !== undefined && {
            maxRequests: Math.floor(share * (limits.maxRequests - spent.requests)),
          }),
          ...(maxTokens !== Infinity && { maxTokens: Math.floor(share * (maxTokens - spent.tokens)) }),
          ...(maxCostUsd !== Infinity && { maxCostUsd: share * (maxCostUsd - spent.costUsd) }),
          ...(maxMinutes !== Infinity && {
            maxMinutes: share * (maxMinutes - spent.minutes - minutesGone()),
          }),
        },
      }),
  };
}
