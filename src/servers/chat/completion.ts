import { z } from 'zod';
import { finishReasonOf } from './finish-reason.ts';

/** Tokens, as the server counts them. */
const usage = z.object({
  prompt_tokens: z.number().int().nonnegative(),
  completion_tokens: z.number().int().nonnegative(),
  /** Those of the completion's tokens that were reasoning; absent where the server does not tell. */
  reasoning_tokens: z.number().int().nonnegative().optional(),
});

/** One line of a file of completions, and what the sampler delivers: one completion, or why there is none (`error`). */
export const completionSchema = z.object({
  suite: z.string().min(1),
  id: z.string().min(1),
  /** Place among the item's samples, from 0. */
  index: z.number().int().nonnegative(),
  text: z.string(),
  /** `length` makes the sample truncated; `content_filter` makes it failed. Absent: taken as `stop`. Other spellings are read as these. */
  finish_reason: z.string().transform(finishReasonOf).nullish(),
  usage: usage.nullish(),
  /** How it was graded elsewhere; only the grader `given` takes it. */
  outcome: z.enum(['correct', 'incorrect', 'unparseable']).nullish(),
  /** The answer that was found in it elsewhere, beside `outcome`: equal answers are equal texts. */
  answer: z.string().nullish(),
  /** Present where no completion could be had; `text` is then ignored. */
  error: z.string().nullish(),
});

export type Completion = z.infer<typeof completionSchema>;
/** The completions of both checkpoints, in any order. */
export interface CompletionPair {
  readonly old: readonly Completion[];
  readonly new: readonly Completion[];
}

/** Reads both checkpoints' completions of one suite. Who asks for suite after suite needs no more memory than the largest takes. */
export type ReadCompletions = (suite: string) => Promise<CompletionPair>;

export type Usage = z.infer<typeof usage>;
