import { z } from 'zod';

/** A result's provenance: models, settings and versions. */

const embeddings = z.object({
  model: z.string(),
  max_characters: z
    .number()
    .int()
    .positive()
    .describe('Longer texts are truncated to this length before they are embedded'),
  digest: z.string().optional(),
});

export const provenance = z.object({
  engine: z.string().describe('Version of reversal-check'),
  config_hash: z
    .string()
    .optional()
    .describe('sha256:… of the configuration as read; absent if none was read'),
  lock_hash: z.string().optional().describe('sha256:… of reversal.lock; absent if none was used'),
  sampling: z.record(z.string(), z.unknown()).describe('Sampling settings of the completions'),
  graders: z.record(z.string(), z.string()).describe('Grader and version of each suite, by suite name'),
  embeddings: embeddings
    .optional()
    .describe('Model that embedded the solutions; absent if nothing was embedded'),
  serving: z
    .string()
    .optional()
    .describe(
      'Which serving stacks sampled old and new. Present if they were sampled one after the other with different model names and fingerprints, so a change of the stack in between would not be noticed',
    ),
  reproduce: z
    .string()
    .optional()
    .describe('The command that reproduces this result; absent if nothing was measured'),
});
