import { mkdir, open, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SamplingError } from '../errors.ts';
import { LONGEST_LINE_BYTES } from '../files/byte-lines.ts';
import { streamRegularFile } from '../files/regular-file.ts';
import { decodeUtf8 } from '../files/utf8.ts';
import { isSound, withChecksum } from './line-checksum.ts';
import { parseJson } from '../servers/http/parse-json.ts';

/** A JSONL file of keyed lines, each with a checksum. Lines written by older versions have no checksum. */
export interface KeyedFile<Line> {
  readonly path: string;
  /** The keys to look for. Other lines are skipped. If absent, every line is read. */
  readonly wanted?: ReadonlySet<string>;
  /** Reads a line's JSON value; returns undefined if it is damaged. */
  readonly read: (line: unknown) => Line | undefined;
  /** Lines for which this returns false are skipped. If absent, all lines count. */
  readonly counts?: (line: Line) => boolean;
  /** Whether a later line with the same key replaces this one. If absent, the first line with a key counts. */
  readonly isReplaceable?: (line: Line) => boolean;
  /**
   * Called with all wanted lines when the file is opened for writing. Returns a function that returns true for the
   * lines that do not count as stored. Only replaceable lines may be chosen. If absent, all lines count.
   */
  readonly toReplace?: (lines: Iterable<Line>) => (line: Line) => boolean;
  /**
   * For a line that was written as part of a group, returns the group's name and its number of lines. A group's lines
   * count only if all of them are present.
   */
  readonly together?: (line: Line) => { readonly as: string; readonly lines: number } | undefined;
}

/** An open, append-only file of keyed lines. */
export interface KeyedLines<Line, Written> {
  /**
   * The wanted lines that were in the file when it was opened, by key, without those to replace. If a key has several
   * lines, the first counts, unless it is replaceable.
   */
  readonly lines: ReadonlyMap<string, Line>;
  /** Number of complete lines that are damaged. They remain in the file but are skipped. */
  readonly damagedLines: number;
  /**
   * Appends lines with a single write. Resolves when the operating system has received them. Concurrent calls do not
   * mix their lines.
   */
  readonly append: (lines: readonly Written[]) => Promise<void>;
  /** Waits until all appends are done and on disk. */
  readonly close: () => Promise<void>;
}

const LINE_FEED = 0x0a;

/**
 * Opens the file at `path`. If a wanted line is missing, creates the file and its folders if they do not exist. If the
 * last line has no line feed, the process was killed while writing it. The incomplete line is removed, so that the next
 * append starts a new line.
 *
 * @throws {SamplingError} if the file cannot be read or written
 */
export async function openKeyedLines<Line extends { readonly key: string }, Written>(
  options: KeyedFile<Line>,
): Promise<KeyedLines<Line, Written>> {
  const { path, wanted } = options;
  const { lines, damagedLines } = await guarded(path, async () => {
    const { tornAt, ...read } = await readLines(options);
    if (tornAt !== undefined) await truncate(path, tornAt);
    const isToReplace = options.toReplace?.(read.lines.values());
    for (const [key, line] of read.lines) if (isToReplace?.(line) === true) read.lines.delete(key);
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
        // An empty write would never complete.
        if (lines.length === 0) return;
        pending += lines.map((line) => `${withChecksum(JSON.stringify(line))}\n`).join('');
        try {
          await (writing ??= write());
        } catch (error) {
          broken = error instanceof Error ? error : new Error('could not write the store');
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
 * Reads the wanted lines in the file, by key; empty if the file does not exist. Writes nothing.
 *
 * @throws {SamplingError} if the file cannot be read
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
  isReplaceable = () => false,
  together = () => undefined,
}: KeyedFile<Line>): Promise<{
  lines: Map<string, Line>;
  damagedLines: number;
  /** Offset of a last line without a line feed; undefined if there is none. */
  tornAt: number | undefined;
}> {
  const lines = new Map<string, Line>();
  const parts = new Map<string, Map<string, Line>>();
  const take = (line: Line): void => {
    if (!counts(line)) return;
    const known = lines.get(line.key);
    const isBetter =
      known === undefined ? (wanted?.has(line.key) ?? true) : isReplaceable(known) && !isReplaceable(line);
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
  /** Length of the current incomplete line. `rest` contains its bytes unless it is too long. */
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

/**
 * Splits bytes into lines; undefined for a line that is not UTF-8. Decodes many lines in one call, which is several
 * times faster than decoding each line separately.
 */
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
