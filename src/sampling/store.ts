import { z } from 'zod';
import { generationSchema } from './generation.ts';
import { type KeyedFile, openKeyedLines, readKeyedLines } from './keyed-lines.ts';

/**
 * One line of the store: a completion (never a failed sample), its key, what the server said of itself, and when; where several
 * completions came in one answer, which. Each line is also a valid line of a generations file.
 */
const storedSchema = generationSchema.omit({ error: true }).extend({
  key: z.string(),
  model: z.string().optional(),
  system_fingerprint: z.string().optional(),
  /** ISO 8601, UTC. */
  time: z.iso.datetime(),
  /** So many lines of this item, `first` the least index in them, were written together: none counts where one is lacking. */
  block: z.object({ first: z.number().int().nonnegative(), lines: z.number().int().positive() }).optional(),
});

export type StoredCompletion = z.infer<typeof storedSchema>;

/** The completions of one checkpoint on one suite: a JSONL file that only ever grows. */
export interface Store {
  /** By key, the wanted ones that the file held when it was opened; the first of a key counts. */
  readonly completions: ReadonlyMap<string, StoredCompletion>;
  /** Whole lines that hold no completion. They stay in the file and are passed over. */
  readonly damagedLines: number;
  /**
   * Appends the completions of one answer with one write; resolves when it is handed to the operating system. Calls may overlap:
   * lines never mix. Of what was torn by a kill none counts.
   */
  readonly append: (completions: readonly StoredCompletion[]) => Promise<void>;
  /** Waits for every append and for the disk. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the file at `path`, made with its folders where a wanted completion is missing.
 *
 * @throws {SamplingError} where the file cannot be read or written.
 */
export async function openStore(options: {
  readonly path: string;
  readonly wanted: ReadonlySet<string>;
  readonly notBefore?: number;
}): Promise<Store> {
  const { lines, append, ...store } = await openKeyedLines(fileOf(options));
  return { completions: lines, append: (completions) => append(linesOf(completions)), ...store };
}

/**
 * The wanted completions that the file at `path` holds, by key; none where there is no file. Nothing is written.
 *
 * @throws {SamplingError} where the file cannot be read.
 */
export function readStore(options: {
  readonly path: string;
  readonly wanted: ReadonlySet<string>;
  readonly notBefore?: number;
}): Promise<ReadonlyMap<string, StoredCompletion>> {
  return readKeyedLines(fileOf(options));
}

/** What was drawn before `notBefore` (milliseconds since 1970) is passed over. */
function fileOf({
  notBefore,
  ...file
}: {
  readonly path: string;
  readonly wanted: ReadonlySet<string>;
  readonly notBefore?: number;
}): KeyedFile<StoredCompletion, StoredCompletion> {
  return {
    ...file,
    schema: storedSchema,
    ...(notBefore !== undefined && { counts: ({ time }) => Date.parse(time) >= notBefore }),
    together: ({ id, time, block }) => block && { as: JSON.stringify([id, time, block]), lines: block.lines },
  };
}

/** The completions as the lines of one write. */
function linesOf(completions: readonly StoredCompletion[]): readonly StoredCompletion[] {
  const first = Math.min(...completions.map(({ index }) => index));
  const block = completions.length > 1 ? { first, lines: completions.length } : undefined;
  return completions.map((completion) => ({ ...completion, block }));
}
