import { z } from 'zod';
import { bySide, count, time } from './values.ts';

/** A run's cost. */

const samplingOfSide = z.object({
  requests: count
    .optional()
    .describe(
      'Requests sent, including retries. Requests and tokens are absent in results of schema 1, which have no counts by side',
    ),
  prompt_tokens: count.optional(),
  completion_tokens: count.optional(),
  retries: count
    .optional()
    .describe('Requests that were sent again after a failure, included in `requests`; absent if unknown'),
  seconds: z
    .number()
    .nonnegative()
    .optional()
    .describe(
      'Seconds during which at least one request was in progress, added up over shards; absent if unknown. `completion_tokens` divided by this is the throughput',
    ),
  cost_usd: z
    .number()
    .nonnegative()
    .optional()
    .describe('Cost according to prices; absent if no prices are set, or if the server counts no tokens'),
  reused: count.describe('Completions reused from the store'),
  oldest_reused: time
    .optional()
    .describe('When the oldest reused completion was sampled; absent if none was reused'),
  newest_reused: time.optional(),
});

const sampling = z.object({
  requests: count.describe('Requests for both sides'),
  prompt_tokens: count,
  completion_tokens: count,
  cost_usd: z
    .number()
    .nonnegative()
    .optional()
    .describe('Cost according to prices; absent if no prices are set, or if a server counts no tokens'),
  reused: count,
  by_side: bySide(samplingOfSide)
    .optional()
    .describe('Absent in results of schema 1 that do not record when completions were sampled'),
});

const embeddings = z.object({
  requests: count,
  prompt_tokens: count,
  reused: count.describe('Embeddings reused from the store'),
});

const judge = z.object({
  requests: count,
  prompt_tokens: count,
  completion_tokens: count,
  reused: count.describe('Judge responses reused from the store'),
  cost_usd: z
    .number()
    .nonnegative()
    .optional()
    .describe('Cost according to prices.judge; absent if no prices are set'),
});

export const cost = z
  .object({
    sampling: sampling
      .optional()
      .describe('Absent if nothing was sampled: completions came from files, or no version changed'),
    embeddings: embeddings.optional().describe('Absent if nothing was embedded'),
    judge: judge.optional().describe('Cost of the judge models; absent if no suite uses a judge'),
  })
  .describe('What this run spent; the only part that may differ between runs on the same completions');
