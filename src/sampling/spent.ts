/** Requests and tokens spent on sampling. Retries count, but reused completions are not counted again. */
export interface Spent {
  readonly requests: number;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
}

export const NOTHING_SPENT: Spent = { requests: 0, prompt_tokens: 0, completion_tokens: 0 };

export function spentTogether(one: Spent, other: Spent): Spent {
  return {
    requests: one.requests + other.requests,
    prompt_tokens: one.prompt_tokens + other.prompt_tokens,
    completion_tokens: one.completion_tokens + other.completion_tokens,
  };
}
