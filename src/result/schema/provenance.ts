import { z } from 'zod';

/** The provenance of a result: models, settings and versions. */

const embeddings = z.object({
  model: z.string(),
  max_characters: z.number().int().positive().describe('A longer text is cut off here before it is embedded'),
  digest: z.string().optional(),
});

export const provenance = z.object({
  engine: z.string().describe('Version of reversal-check'),
  config_hash: z
    .string()
    .optional()
    .describe('sha256:… of the configuration as read; absent if none was read'),
  lock_hash: z.string().optional().describe('sha256:… of reversal.lock; absent if none was used'),
  sampling: z.record(z.string(), z.unknown()).describe('The settings that completions were sampled with'),
  graders: z.record(z.string(), z.string()).describe('Suite to grader and version'),
  embeddings: embeddings.optional().describe('What embedded the solutions; absent if nothing did'),
  serving: z
    .string()
    .optional()
    .describe(
      'Which serving stacks sampled old and new; present if they were sampled one after the other under other model names and fingerprints, which do not tell whether the stack changed in between',
    ),
  reproduce: z
    .string()
    .optional()
    .describe('The command that gives this result again; absent if nothing was measured'),
});
