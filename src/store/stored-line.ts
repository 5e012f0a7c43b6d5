import { z } from 'zod';
import { completionSchema } from '../servers/chat/completion.ts';

/**
 * One line of the store: a completion (never a failed sample), its key, the serving stack that its server reported, and
 * the time. If a response contained several completions, the line also identifies their block. Each line is also valid
 * in a completions file.
 */
export const storedSchema = completionSchema.omit({ error: true, outcome: true, answer: true }).extend({
  key: z.string(),
  model: z.string().optional(),
  system_fingerprint: z.string().optional(),
  /** ISO 8601, UTC. */
  time: z.iso.datetime(),
  /**
   * The group of lines that were written together: `lines` is their number, and `first` is their lowest index. If one
   * is missing, none of them counts.
   */
  block: z.object({ first: z.number().int().nonnegative(), lines: z.number().int().positive() }).optional(),
});

export type StoredCompletion = z.infer<typeof storedSchema>;
