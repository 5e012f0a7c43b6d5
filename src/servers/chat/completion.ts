import { z } from 'zod';
import { finishReasonOf } from './finish-reason.ts';

/** Token counts, as reported by the server. */
const usage = z.object({
  prompt_tokens: z.number().int().nonnegative(),
  completion_tokens: z.number().int().nonnegative(),
  /** Number of reasoning tokens in the completion; absent if the server does not report it. */
  reasoning_tokens: z.number().int().nonnegative().optional(),
});

/**
 * One line of a completions file, and one result from the sampler: either a completion or the reason why there is none
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
/** Both checkpoints' completions, in any order. */
export interface CompletionPair {
  readonly old: readonly Completion[];
  readonly new: readonly Completion[];
}

/** Reads both checkpoints' completions for one suite. Reading one suite at a time keeps memory use low. */
export type ReadCompletions = (suite: string) => Promise<CompletionPair>;

export type Usage = z.infer<typeof usage>;
