import { z } from 'zod';
import { finishReasonOf } from './finish-reason.ts';

/** In tokens, as counted by the server. */
const usage = z.object({
  prompt_tokens: z.number().int().nonnegative(),
  completion_tokens: z.number().int().nonnegative(),
  /** How many of the completion's tokens were reasoning; absent if the server does not report it. */
  reasoning_tokens: z.number().int().nonnegative().optional(),
});

/** One line of a completions file, and the sampler's output: one completion, or the reason there is none (`error`). */
export const completionSchema = z.object({
  suite: z.string().min(1),
  id: z.string().min(1),
  /** Index among the item's samples, from 0. */
  index: z.number().int().nonnegative(),
  text: z.string(),
  /**
   * `length` marks the sample as truncated, `content_filter` as failed. Absent means `stop`. Other spellings are mapped to
   * these.
   */
  finish_reason: z.string().transform(finishReasonOf).nullish(),
  usage: usage.nullish(),
  /** The grade it was given elsewhere; used only by the grader `given`. */
  outcome: z.enum(['correct', 'incorrect', 'unparseable']).nullish(),
  /** The answer that was extracted elsewhere, stored with `outcome`. Answers are equal if their texts are. */
  answer: z.string().nullish(),
  /** Present if there is no completion; `text` is then ignored. */
  error: z.string().nullish(),
});

export type Completion = z.infer<typeof completionSchema>;
/** The completions of both checkpoints, in any order. */
export interface CompletionPair {
  readonly old: readonly Completion[];
  readonly new: readonly Completion[];
}

/** Reads both checkpoints' completions for one suite. Reading suite by suite takes only as much memory as the largest suite. */
export type ReadCompletions = (suite: string) => Promise<CompletionPair>;

export type Usage = z.infer<typeof usage>;
