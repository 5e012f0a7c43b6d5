import { mkdir, open, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SamplingError } from '../errors.ts';
import { LONGEST_LINE_BYTES } from '../files/byte-lines.ts';
import { streamRegularFile } from '../files/regular-file.ts';
import { decodeUtf8 } from '../files/utf8.ts';
import { isSound, withChecksum } from './line-checksum.ts';
import { parseJson } from '../servers/http/parse-json.ts';

/** A file of keyed lines: JSONL, each line with its checksum; older files have lines without. */
export interface KeyedFile<Line> {
  readonly path: string;
  /** The keys to look for; all other lines are passed over. Every line is taken where it is absent. */
  readonly wanted?: ReadonlySet<string>;
  /** Reads what the JSON of a line says; undefined where it is damaged. */
  readonly read: (line: unknown) => Line | undefined;
  /** Lines for which it is false are passed over; all count where it is absent. */
  readonly counts?: (line: Line) => boolean;
  /** A line that counts only until another of its key comes, and never as stored when the file is opened to be written; none where absent. */
  readonly isProvisional?: (line: Line) => boolean;
  /** For a line that was written together with others: with which, and how many they are. None counts before all are there. */
  readonly together?: (line: Line) => { readonly as: string; readonly lines: number } | undefined;
}

/** A file of keyed lines that is open and only ever grows. */
export interface KeyedLines<Line, Written> {
  /** By key, the wanted ones that the file held when it was opened, none of them provisional; the first of a key counts. */
  readonly lines: ReadonlyMap<string, Line>;
  /** Whole lines that are not as they were written. They stay in the file and are passed over. */
  readonly damagedLines: number;
  /** Resolves when the lines are handed to the operating system, with one write. Calls may overlap: lines never mix. */
  readonly append: (lines: readonly Written[]) => Promise<void>;
  /** Waits for every append and for the disk. */
  readonly close: () => Promise<void>;
}

const LINE_FEED = 0x0a;

/**
 * Opens the file at `path`, made with its folders where a wanted line is missing. A last line without a line end
 * was torn by a kill: it is cut off, so that what is appended begins on a fresh line.
 *
 * @throws {SamplingError} where the file cannot be read or written.
 */
export async function openKeyedLines<Line extends { readonly key: string }, Written>(
  options: KeyedFile<Line>,
): Promise<KeyedLines<Line, Written>> {
  const { path, wanted } = options;
  const { lines, damagedLines } = await guarded(path, async () => {
    const { tornAt, ...read } = await readLines(options);
    if (tornAt !== undefined) await truncate(path, tornAt);
    for (const [key, line] of read.lines) if (options.isProvisional?.(line) === true) read.lines.delete(key);
    return read;
  });
  if (lines.size === wanted?.size) {
    return {
      lines,
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
    lines,
    damagedLines,
    append: (lines) =>
      guarded(path, async () => {
        if (broken !== undefined) throw broken;
        // Without a line there is nothing to write, and a `write` that writes nothing would never be over.
        if (lines.length === 0) return;
        pending += lines.map((line) => `${withChecksum(JSON.stringify(line))}\n`).join('');
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

/**
 * The wanted lines that the file holds, by key; none where there is no file. Nothing is written.
 *
 * @throws {SamplingError} where the file cannot be read.
 */
export async function readKeyedLines<Line extends { readonly key: string }>(
  options: KeyedFile<Line>,
): Promise<ReadonlyMap<string, Line>> {
  return (await guarded(options.path, () => readLines(options))).lines;
}

async function readLines<Line extends { readonly key: string }>({
  path,
  wanted,
  read,
  counts = () => true,
  isProvisional = () => false,
  together = () => undefined,
}: KeyedFile<Line>): Promise<{
  lines: Map<string, Line>;
  damagedLines: number;
  /** Where a last line without a line end begins; undefined where there is none. */
  tornAt: number | undefined;
}> {
  const lines = new Map<string, Line>();
  const missing = wanted && new Set(wanted);
  const parts = new Map<string, Map<string, Line>>();
  const take = (line: Line): void => {
    if (!counts(line)) return;
    const known = lines.get(line.key);
    const isBetter =
      known === undefined
        ? (missing?.delete(line.key) ?? true)
        : isProvisional(known) && !isProvisional(line);
    if (isBetter) lines.set(line.key, line);
  };
  const takePart = (line: Line, whole: { readonly as: string; readonly lines: number }): void => {
    const part = (parts.get(whole.as) ?? new Map<string, Line>()).set(line.key, line);
    parts.set(whole.as, part);
    if (part.size < whole.lines) return;
    parts.delete(whole.as);
    for (const one of part.values()) take(one);
  };
  let damagedLines = 0;
  let wholeBytes = 0;
  let rest: Buffer[] = [];
  /** Of the line whose end has not come; `rest` holds them unless it is too long. */
  let restBytes = 0;
  const isTooLong = (): boolean => restBytes > LONGEST_LINE_BYTES;
  const hold = (piece: Buffer): void => {
    restBytes += piece.length;
    if (isTooLong()) rest = [];
    else rest.push(piece);
  };
  const takeLine = (line: string | undefined): void => {
    const stored = line === undefined || !isSound(line) ? undefined : read(parseJson(line));
    const whole = stored && together(stored);
    if (stored === undefined) damagedLines += 1;
    else if (whole === undefined) take(stored);
    else takePart(stored, whole);
  };
  try {
    for await (const chunk of streamRegularFile(path)) {
      const end = chunk.lastIndexOf(LINE_FEED);
      if (end === -1) {
        hold(chunk);
        continue;
      }
      const start = isTooLong() ? chunk.indexOf(LINE_FEED) + 1 : 0;
      if (isTooLong()) damagedLines += 1;
      if (start <= end) {
        const whole = chunk.subarray(start, end);
        for (const line of decodedLines(rest.length === 0 ? whole : Buffer.concat([...rest, whole])))
          takeLine(line);
      }
      wholeBytes += restBytes + end + 1;
      rest = [];
      restBytes = 0;
      if (end + 1 < chunk.length) hold(chunk.subarray(end + 1));
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  return { lines, damagedLines, tornAt: restBytes > 0 ? wholeBytes : undefined };
}

/** The lines of some bytes; undefined for each that is not UTF-8. Decoding many at once takes a fraction of the time. */
function decodedLines(bytes: Buffer): (string | undefined)[] {
  const text = decodeUtf8(bytes);
  if (text !== undefined) return text.split('\n');
  const lines: (string | undefined)[] = [];
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    lines.push(decodeUtf8(bytes.subarray(start, end)));
    start = end + 1;
  }
  return [...lines, decodeUtf8(bytes.subarray(start))];
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new SamplingError({
      what: `Cannot read or write the completion store (${code}).`,
      where: path,
      fix: 'Check the folder, its permissions and the free disk space, then run the same command again. Stored completions are reused.',
      cause: error,
    });
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
