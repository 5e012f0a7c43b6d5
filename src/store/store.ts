import { type KeyedFile, openKeyedLines, readKeyedLines } from './keyed-lines.ts';
import { type StoredCompletion, storedSchema } from './stored-line.ts';

/** One checkpoint's completions for one suite: an append-only JSONL file. */
export interface Store {
  /**
   * The wanted completions that were in the file when it was opened, by key. If a key has several, the first one wins.
   */
  readonly completions: ReadonlyMap<string, StoredCompletion>;
  /** Number of complete lines that are damaged. They remain in the file but are skipped. */
  readonly damagedLines: number;
  /**
   * Appends a response's completions with a single write. Resolves when the operating system has received them.
   * Concurrent calls do not mix their lines. If the process is killed during the write, none of these completions
   * count.
   */
  readonly append: (completions: readonly StoredCompletion[]) => Promise<void>;
  /** Waits until all appends are done and on disk. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the file at `path`. If a wanted completion is missing, creates the file and its folders if they do not exist.
 *
 * @throws {SamplingError} if the file cannot be read or written
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
 * Reads the wanted completions in the file at `path`, by key; empty if the file does not exist. Writes nothing.
 *
 * @throws {SamplingError} if the file cannot be read
 */
export function readStore(options: {
  readonly path: string;
  readonly wanted: ReadonlySet<string>;
  readonly notBefore?: number;
}): Promise<ReadonlyMap<string, StoredCompletion>> {
  return readKeyedLines(fileOf(options));
}

/**
 * Skips lines older than `notBefore` (milliseconds since 1970), and completions stopped by a content filter. Such
 * completions are no longer stored, but older versions did not recognize every server's spelling of that reason and
 * stored them as complete.
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
    isReplaceable: isEmpty,
    toReplace: withoutExpectedText,
    together: writtenTogether(),
  };
}

function isEmpty({ text, finish_reason }: Pick<StoredCompletion, 'text' | 'finish_reason'>): boolean {
  return text.trim() === '' && finish_reason !== 'length';
}

/**
 * Maximum number of tokens in a completion that the model ended immediately: the end token and those that a chat
 * template may add.
 */
const MOST_WITHOUT_TEXT = 4;

/**
 * Selects the stored completions of a suite that a later run samples again, because the server was probably
 * misconfigured when it returned them. These are the completions whose text was mistaken for reasoning, or all
 * completions if none has text. The run that received them still grades them.
 *
 * Other empty completions are kept, because the model ended them immediately. If every run sampled these again,
 * completions with text would gradually replace them, and a stored side would look better with each run.
 */
export function withoutExpectedText(
  stored: Iterable<StoredCompletion>,
): (completion: StoredCompletion) => boolean {
  const isAllEmpty = [...stored].every(isEmpty);
  return (completion) => isEmpty(completion) && (isAllEmpty || isTakenForReasoning(completion));
}

/**
 * Completions that were returned together share their tokens evenly, so tokens are evidence only for completions that
 * were returned alone.
 */
const isTakenForReasoning = ({ reasoning_only, usage, block }: StoredCompletion): boolean =>
  reasoning_only === true || (!block && (usage?.completion_tokens ?? 0) > MOST_WITHOUT_TEXT);

/** Identifies lines that were written together. They are adjacent, so the previous line's group is tried first. */
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

/** The lines for storing these completions with one write. */
function linesOf(completions: readonly StoredCompletion[]): readonly StoredCompletion[] {
  const first = Math.min(...completions.map(({ index }) => index));
  const block = completions.length > 1 ? { first, lines: completions.length } : undefined;
  return completions.map((completion) => ({ ...completion, block }));
}
