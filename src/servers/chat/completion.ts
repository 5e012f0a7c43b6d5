import { z } from 'zod';
import { finishReasonOf } from './finish-reason.ts';

/** In tokens, as counted by the server. */
const usage = z.object({
  prompt_tokens: z.number().int().nonnegative(),
  completion_tokens: z.number().int().nonnegative(),
  /** The number of reasoning tokens in the completion; absent if the server does not report it. */
  reasoning_tokens: z.number().int().nonnegative().optional(),
});

/**
 * One line of a completions file, and one output of the sampler: a completion, or the reason why there is none
 * (`error`).
 */
export const completionSchema = z.object({
  suite: z.string().min(1),
  id: z.string().min(1),
  /** The sample's index within its item, from 0. */
  index: z.number().int().nonnegative(),
  text: z.string(),
  /** Set if the server returned reasoning but no text, so `text` is blank. */
  reasoning_only: z.literal(true).nullish().catch(undefined),
  /**
   * `length` marks the sample as truncated, and `content_filter` as failed. If absent, `stop` is assumed. Other
   * spellings are mapped to these.
   */
  finish_reason: z.string().transform(finishReasonOf).nullish(),
  usage: usage.nullish(),
  /** A grade assigned by another program. Used only by the grader `given`. */
  outcome: z.enum(['correct', 'incorrect', 'unparseable']).nullish(),
  /** The answer extracted by the program that set `outcome`. Two answers are equal if their texts are equal. */
  answer: z.string().nullish(),
  /** Present if there is no completion, in which case `text` is ignored. */
  error: z.string().nullish(),
});

export type Completion = z.infer<typeof completionSchema>;
/** The completions of both checkpoints, in any order. */
export interface CompletionPair {
  readonly old: readonly Completion[];
  readonly new: readonly Completion[];
}

/** Reads both checkpoints' completions for one suite. Reading suite by suite needs memory only for the largest suite. */
export type ReadCompletions = (suite: string) => Promise<CompletionPair>;

export type Usage = z.infer<typeof usage>;
