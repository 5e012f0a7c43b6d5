import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { SamplingError } from '../errors.ts';
import { byteLines } from '../files/byte-lines.ts';
import { streamRegularFile } from '../files/regular-file.ts';
import { decodeUtf8 } from '../files/utf8.ts';
import { writeWhole } from '../files/write-whole.ts';
import { isSound } from './line-checksum.ts';
import { parseJson } from '../servers/http/parse-json.ts';

/**
 * Merges the stores in `from` into the store at `to`. Duplicate lines are kept once. Lines are sorted by time, then by
 * text, so the result is byte-identical for any order and overlap of the stores. If a sample has two completions, the
 * earlier one wins, as it does everywhere else. Damaged and truncated lines are dropped.
 *
 * @throws {SamplingError} if a store cannot be read or written. Each file of `to` is then either unchanged or complete.
 */
export async function joinStores({
  from,
  to,
}: {
  readonly from: readonly string[];
  readonly to: string;
}): Promise<void> {
  const sources = new Map<string, string[]>();
  for (const folder of new Set([to, ...from])) {
    for (const file of await guarded(folder, () => storeFiles(folder))) {
      sources.set(file, [...(sources.get(file) ?? []), join(folder, file)]);
    }
  }
  for (const [file, paths] of sources) {
    const path = join(to, file);
    await guarded(path, async () => {
      const lines = await union(paths);
      await mkdir(dirname(path), { recursive: true });
      await writeWhole(path, lines);
    });
  }
}

/** The paths of a store's files, relative to the store; empty if the folder does not exist. Does not follow links. */
async function storeFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}

/** The distinct complete lines of several files, each including its line feed. */
async function union(paths: readonly string[]): Promise<string[]> {
  const times = new Map<string, string>();
  for (const path of paths) {
    for await (const bytes of byteLines(streamRegularFile(path), { lastIsWhole: false })) {
      const line = (bytes && decodeUtf8(bytes)) ?? '';
      const value = isSound(line) ? parseJson(line) : undefined;
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        times.set(`${line}\n`, timeOf(value));
    }
  }
  return [...times]
    .sort(([a, early], [b, late]) => compare(early, late) || compare(a, b))
    .map(([line]) => line);
}

function timeOf(value: object): string {
  return 'time' in value && typeof value.time === 'string' ? value.time : '';
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new SamplingError({
      what: `Cannot merge the completion stores (${code}).`,
      where: path,
      fix: 'Check the folder, its permissions and the free disk space, then run the same command again.',
      cause: error,
    });
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
