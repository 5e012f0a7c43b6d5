import { z } from 'zod';
import type { GradedSample } from '../../grading/outcome.ts';
import { type OpenFile, readJsonLines } from '../../files/json-lines.ts';
import { type Problem, configError } from '../../files/problem.ts';

const lineSchema = z.object({
  side: z.enum(['old', 'new']),
  suite: z.string(),
  id: z.string(),
  index: z.number().int().nonnegative().default(0),
  greedy: z.literal(true).optional(),
  outcome: z.enum(['correct', 'incorrect', 'unparseable', 'truncated', 'failed']),
  answer: z.string().optional(),
  rule: z.string().optional(),
  lenient: z.literal('correct').optional(),
  key: z.string().optional(),
  reason: z.string().optional(),
});

/** A sample in `graded.jsonl`, which does not contain its text. */
export type GradedLine = Omit<GradedSample, 'text'>;

/** An item's graded samples, in file order. */
export interface GradedLines {
  readonly id: string;
  readonly old: readonly GradedLine[];
  readonly new: readonly GradedLine[];
  /** At most one per side. */
  readonly greedy: { readonly old: readonly GradedLine[]; readonly new: readonly GradedLine[] };
}

interface Gathering {
  readonly id: string;
  readonly old: GradedLine[];
  readonly new: GradedLine[];
  readonly greedy: { readonly old: GradedLine[]; readonly new: GradedLine[] };
}

const FIX = 'Specify the --out folder of a run, including the graded.jsonl that it wrote.';

/**
 * Reads the graded samples of these suites from a run's `graded.jsonl`, by suite and item, in file order. The file is
 * untrusted.
 *
 * @throws {ConfigError} if the file cannot be read, or for the first line that is not a graded sample
 */
export async function readGraded(
  path: string,
  { suites, open }: { readonly suites: ReadonlySet<string>; readonly open: OpenFile },
): Promise<ReadonlyMap<string, readonly GradedLines[]>> {
  const found = new Map<string, Map<string, Gathering>>();
  const refuse = (problem: Problem): never => {
    throw configError(path, [problem]);
  };
  for await (const { line, value, problem } of readJsonLines({ path, open, fix: FIX })) {
    if (problem !== undefined) refuse(problem);
    const { success, data } = lineSchema.safeParse(value);
    if (!success) return refuse({ line, what: 'this line is not a graded sample', fix: FIX });
    const { suite, id, side, greedy, ...sample } = data;
    if (!suites.has(suite)) continue;
    const items = found.get(suite) ?? new Map<string, Gathering>();
    found.set(suite, items);
    const item = items.get(id) ?? { id, old: [], new: [], greedy: { old: [], new: [] } };
    items.set(id, item);
    (greedy === true ? item.greedy : item)[side].push(sampleOf(sample));
  }
  return new Map([...found].map(([suite, items]) => [suite, [...items.values()]]));
}

const sampleOf = ({
  index,
  outcome,
  answer,
  rule,
  lenient,
  key,
  reason,
}: Omit<z.output<typeof lineSchema>, 'suite' | 'id' | 'side' | 'greedy'>): GradedLine => ({
  index,
  outcome,
  ...(answer === undefined ? {} : { answer }),
  ...(rule === undefined ? {} : { rule }),
  ...(lenient === undefined ? {} : { lenient }),
  ...(key === undefined ? {} : { key }),
  ...(reason === undefined ? {} : { reason }),
});
