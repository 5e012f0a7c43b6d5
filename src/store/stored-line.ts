import { z } from 'zod';
import { completionSchema } from '../servers/chat/completion.ts';

/**
 * One line of the store: a completion (never a failed sample), its key, what the server said of itself, and when; where several
 * completions came in one answer, which. Each line is also a valid line of a file of completions.
 */
export const storedSchema = completionSchema.omit({ error: true, outcome: true, answer: true }).extend({
  key: z.string(),
  model: z.string().optional(),
  system_fingerprint: z.string().optional(),
  /** ISO 8601, UTC. */
  time: z.iso.datetime(),
  /** So many lines of this item, `first` the least index in them, were written together: none counts where one is lacking. */
  block: z.object({ first: z.number().int().nonnegative(), lines: z.number().int().positive() }).optional(),
});

export type StoredCompletion = z.infer<typeof storedSchema>;
