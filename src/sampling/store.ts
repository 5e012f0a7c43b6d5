import { createReadStream } from 'node:fs';
import { mkdir, open, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { SamplingError } from '../errors.ts';
import { decodeUtf8 } from '../files/utf8.ts';
import { generationSchema } from './generation.ts';

/**
 * One line of the store: a completion (never a failed sample), its key, what the server said of itself, and when.
 * Each line is also a valid line of a generations file.
 */
const storedSchema = generationSchema.omit({ error: true }).extend({
  key: z.string(),
  model: z.string().optional(),
  system_fingerprint: z.string().optional(),
  /** ISO 8601, UTC. */
  time: z.string(),
});

export type StoredCompletion = z.infer<typeof storedSchema>;

/** The completions of one checkpoint on one suite: a JSONL file that only ever grows. */
export interface Store {
  /** By key, the wanted ones that the file held when it was opened; the first of a key counts. */
  readonly completions: ReadonlyMap<string, StoredCompletion>;
  /** Whole lines that hold no completion. They stay in the file and are passed over. */
  readonly damagedLines: number;
  /** Resolves when the line is handed to the operating system. Calls may overlap: lines never mix. */
  readonly append: (completion: StoredCompletion) => Promise<void>;
  /** Waits for every append and for the disk. */
  readonly close: () => Promise<void>;
}

const LINE_FEED = 0x0a;

/**
 * Opens the file at `path`, made with its folders where a wanted completion is missing. A last line without a line end
 * was torn by a kill: it is cut off, so that what is appended begins on a fresh line.
 *
 * @throws {SamplingError} where the file cannot be read or written.
 */
export async function openStore(options: {
  readonly path: string;
  readonly wanted: ReadonlySet<string>;
}): Promise<Store> {
  const { path, wanted } = options;
  const { completions, damagedLines } = await guarded(path, () => readLines(path, wanted));
  if (completions.size === wanted.size) {
    return {
      completions,
      damagedLines,
      append: () => Promise.reject(new Error('all is stored')),
      close: async () => {},
    };
  }
  const file = await guarded(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    return open(path, 'a');
  });
  let pending = '';
  let writing: Promise<void> | undefined;
  let broken: Error | undefined;

  const write = async (): Promise<void> => {
    try {
      while (pending !== '') {
        const text = pending;
        pending = '';
        await file.appendFile(text);
      }
    } finally {
      writing = undefined;
    }
  };
  return {
    completions,
    damagedLines,
    append: (completion) =>
      guarded(path, async () => {
        if (broken !== undefined) throw broken;
        pending += `${JSON.stringify(completion)}\n`;
        try {
          await (writing ??= write());
        } catch (error) {
          broken = error instanceof Error ? error : new Error('the store could not be written');
          throw error;
        }
      }),
    close: () =>
      guarded(path, async () => {
        try {
          await file.sync();
        } finally {
          await file.close();
        }
      }),
  };
}

async function readLines(
  path: string,
  wanted: ReadonlySet<string>,
): Promise<{ completions: Map<string, StoredCompletion>; damagedLines: number }> {
  const completions = new Map<string, StoredCompletion>();
  let damagedLines = 0;
  let wholeBytes = 0;
  let rest: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
        const line = Buffer.concat([...rest, chunk.subarray(start, end)]);
        rest = [];
        start = end + 1;
        wholeBytes += line.length + 1;
        const stored = parseLine(line);
        if (stored === undefined) damagedLines += 1;
        else if (wanted.has(stored.key) && !completions.has(stored.key)) completions.set(stored.key, stored);
      }
      if (start < chunk.length) rest.push(chunk.subarray(start));
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  if (rest.length > 0) await truncate(path, wholeBytes);
  return { completions, damagedLines };
}

function parseLine(line: Uint8Array): StoredCompletion | undefined {
  try {
    return storedSchema.safeParse(JSON.parse(decodeUtf8(line) ?? '')).data;
  } catch {
    return undefined;
  }
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new SamplingError({
      what: `The completion store cannot be read or written (${code}).`,
      where: path,
      mend: 'Check the folder, its permissions and the space left, then run the same command again: what is stored is kept.',
      cause: error,
    });
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
