import type { Result } from './result.ts';

type Cost = Result['cost'];
type Sampling = NonNullable<Cost['sampling']>;
type SamplingOfSide = NonNullable<Sampling['by_side']>['old'];
type Embeddings = NonNullable<Cost['embeddings']>;
type Judge = NonNullable<Cost['judge']>;

/** The total cost of two runs. If only one run has a count, that count is omitted, because the sum is unknown. */
export function costTogether(one: Cost, other: Cost): Cost {
  const sampling = joined(one.sampling, other.sampling, samplingTogether);
  const embeddings = joined(one.embeddings, other.embeddings, embeddingsTogether);
  const judge = joined(one.judge, other.judge, judgeTogether);
  return { ...(sampling && { sampling }), ...(embeddings && { embeddings }), ...(judge && { judge }) };
}

/** Combines one kind of cost. If only one run has a cost of this kind, the other run's cost counts as zero. */
function joined<T>(one: T | undefined, other: T | undefined, together: (a: T, b: T) => T): T | undefined {
  return one === undefined ? other : other === undefined ? one : together(one, other);
}

function samplingTogether(one: Sampling, other: Sampling): Sampling {
  const [a, b] = [one.by_side, other.by_side];
  const costUsd = sum(one.cost_usd, other.cost_usd);
  return {
    requests: one.requests + other.requests,
    prompt_tokens: one.prompt_tokens + other.prompt_tokens,
    completion_tokens: one.completion_tokens + other.completion_tokens,
    ...(costUsd !== undefined && { cost_usd: costUsd }),
    reused: one.reused + other.reused,
    ...(a && b && { by_side: { old: sideTogether(a.old, b.old), new: sideTogether(a.new, b.new) } }),
  };
}

function sideTogether(one: SamplingOfSide, other: SamplingOfSide): SamplingOfSide {
  const requests = sum(one.requests, other.requests);
  const promptTokens = sum(one.prompt_tokens, other.prompt_tokens);
  const completionTokens = sum(one.completion_tokens, other.completion_tokens);
  const retries = sum(one.retries, other.retries);
  const seconds = sum(one.seconds, other.seconds);
  const costUsd = sum(one.cost_usd, other.cost_usd);
  // ISO 8601 times in UTC sort correctly as text.
  const oldest = [one.oldest_reused, other.oldest_reused].filter((time) => time !== undefined).toSorted();
  const newest = [one.newest_reused, other.newest_reused].filter((time) => time !== undefined).toSorted();
  const [first, last] = [oldest.at(0), newest.at(-1)];
  return {
    ...(requests !== undefined && { requests }),
    ...(promptTokens !== undefined && { prompt_tokens: promptTokens }),
    ...(completionTokens !== undefined && { completion_tokens: completionTokens }),
    ...(retries !== undefined && { retries }),
    ...(seconds !== undefined && { seconds }),
    ...(costUsd !== undefined && { cost_usd: costUsd }),
    reused: one.reused + other.reused,
    ...(first !== undefined && { oldest_reused: first }),
    ...(last !== undefined && { newest_reused: last }),
  };
}

function embeddingsTogether(one: Embeddings, other: Embeddings): Embeddings {
  return {
    requests: one.requests + other.requests,
    prompt_tokens: one.prompt_tokens + other.prompt_tokens,
    reused: one.reused + other.reused,
  };
}

function judgeTogether(one: Judge, other: Judge): Judge {
  const costUsd = sum(one.cost_usd, other.cost_usd);
  return {
    requests: one.requests + other.requests,
    prompt_tokens: one.prompt_tokens + other.prompt_tokens,
    completion_tokens: one.completion_tokens + other.completion_tokens,
    reused: one.reused + other.reused,
    ...(costUsd !== undefined && { cost_usd: costUsd }),
  };
}

function sum(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}
