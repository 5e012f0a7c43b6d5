import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const example = join(import.meta.dirname, '../../../examples/tiny-lm');

const itemSchema = z.object({
  id: z.string(),
  prompt: z.string(),
  answer: z.string(),
  group: z.string(),
  meta: z.object({ chain: z.string() }),
});

export type EvalItem = z.infer<typeof itemSchema>;

/** The items of one suite, or of all. */
export const evalItems = (suite?: string): EvalItem[] =>
  readdirSync(join(example, 'evals'))
    .filter((file) => suite === undefined || file === `${suite}.jsonl`)
    .flatMap((file) =>
      readFileSync(join(example, 'evals', file), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => itemSchema.parse(JSON.parse(line)));
