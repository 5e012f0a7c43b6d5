import { z } from 'zod';
import { bySide, count, time } from './values.ts';

/** The cost of a run. */

const samplingOfSide = z.object({
  requests: count
    .optional()
    .describe(
      'Sent, including repeated ones; this and the tokens are absent in results of schema 1, which have no counts by side',
    ),
  prompt_tokens: count.optional(),
  completion_tokens: count.optional(),
  reused: count.describe('Completions that were in the store'),
  oldest_reused: time.optional().describe('When the oldest of them was sampled; absent if there are none'),
  newest_reused: time.optional(),
});

const sampling = z.object({
  requests: count.describe('Of both sides'),
  prompt_tokens: count,
  completion_tokens: count,
  reused: count,
  by_side: bySide(samplingOfSide)
    .optional()
    .describe('Absent in results of schema 1 that do not say when completions were sampled'),
});

const embeddings = z.object({
  requests: count,
  prompt_tokens: count,
  reused: count.describe('Embeddings that were in the store'),
});

const judge = z.object({
  requests: count,
  prompt_tokens: count,
  completion_tokens: count,
  reused: count.describe("Judges' answers that were in the store"),
  cost_usd: z.number().nonnegative().optional().describe('By prices.judge; absent without it'),
});

export const cost = z
  .object({
    sampling: sampling
      .optional()
      .describe('Absent if nothing was sampled: completions came from files, or no version changed'),
    embeddings: embeddings.optional().describe('Absent if nothing was embedded'),
    judge: judge.optional().describe('Of the models that judge completions; absent if none does'),
  })
  .describe('What this run spent; the only part that may differ between runs on the same completions');
