import { type KeyedFile, openKeyedLines, readKeyedLines } from './keyed-lines.ts';
import { type StoredCompletion, storedSchema } from './stored-line.ts';

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

/**
 * Lines from before `notBefore` (milliseconds since 1970) do not count, nor does what a content filter stopped: such a completion is
 * not stored, but versions that did not know how a server spells this took it for a whole one.
 */
function fileOf({
  notBefore,
  ...file
}: {
  readonly path: string;
  readonly wanted: ReadonlySet<string>;
  readonly notBefore?: number;
}): KeyedFile<StoredCompletion> {
  return {
    ...file,
    read: (line) => storedSchema.safeParse(line).data,
    counts: ({ time, finish_reason }) =>
      finish_reason !== 'content_filter' && (notBefore === undefined || Date.parse(time) >= notBefore),
    isProvisional: isEmptyCompletion,
    together: writtenTogether(),
  };
}

/**
 * Whether a completion has no text, and was not cut off before it could have any: what a server sends whose parser of reasoning takes all for
 * reasoning. The run that got it grades it; a later one asks again, since the server may have been fixed.
 */
export function isEmptyCompletion({
  text,
  finish_reason,
}: Pick<StoredCompletion, 'text' | 'finish_reason'>): boolean {
  return text.trim() === '' && finish_reason !== 'length';
}

/** Which lines are of one write. They stand beside one another, so most are told by the line before. */
function writtenTogether(): NonNullable<KeyedFile<StoredCompletion>['together']> {
  let last: StoredCompletion | undefined;
  let whole: { readonly as: string; readonly lines: number } | undefined;
  return (line) => {
    const { id, time, block } = line;
    if (block === undefined) return undefined;
    const { first, lines } = block;
    const isSame =
      last?.id === id && last.time === time && last.block?.first === first && last.block.lines === lines;
    if (whole === undefined || !isSame) whole = { as: JSON.stringify([id, time, first, lines]), lines };
    last = line;
    return whole;
  };
}

/** The completions as the lines of one write. */
function linesOf(completions: readonly StoredCompletion[]): readonly StoredCompletion[] {
  const first = Math.min(...completions.map(({ index }) => index));
  const block = completions.length > 1 ? { first, lines: completions.length } : undefined;
  return completions.map((completion) => ({ ...completion, block }));
}
