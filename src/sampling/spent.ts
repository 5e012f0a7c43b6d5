/** Requests and tokens spent on sampling. Retries count, but reused completions are not counted again. */
export interface Spent {
  readonly requests: number;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
}

export const NOTHING_SPENT = {
  requests: 0,
  prompt_tokens: 0,
  completion_tokens: 0,
  retries: 0,
  seconds: 0,
} satisfies SpentOnSide;

export function spentTogether(one: Spent, other: Spent): Spent {
  return {
    requests: one.requests + other.requests,
    prompt_tokens: one.prompt_tokens + other.prompt_tokens,
    completion_tokens: one.completion_tokens + other.completion_tokens,
  };
}

/** What one side has cost. A count is absent if it is unknown, as in shards written by earlier versions. */
export interface SpentOnSide extends Spent {
  /** Requests that were sent again after a failure; included in `requests`. */
  readonly retries?: number | undefined;
  /** Seconds during which at least one request was in progress. For merged shards, this is the sum. */
  readonly seconds?: number | undefined;
}

export function sideSpentTogether(one: SpentOnSide, other: SpentOnSide): SpentOnSide {
  const sum = (a: number | undefined, b: number | undefined): number | undefined =>
    a === undefined || b === undefined ? undefined : a + b;
  const retries = sum(one.retries, other.retries);
  const seconds = sum(one.seconds, other.seconds);
  return {
    ...spentTogether(one, other),
    ...(retries !== undefined && { retries }),
    ...(seconds !== undefined && { seconds }),
  };
}
