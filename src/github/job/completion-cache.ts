import type * as toolkit from '@actions/cache';
import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Environment } from '../../servers/address.ts';
import type { Inputs } from './inputs.ts';

/** GitHub's cache service, as the toolkit speaks to it. */
export type CacheService = Pick<typeof toolkit, 'restoreCache' | 'saveCache' | 'isFeatureAvailable'>;

/** Raised when what is cached changes its form. */
const FORM = 1;
/** Caches of a repository share 10 GB; what was written longest ago beyond this is left out of one. */
const LARGEST_BYTES = 2 ** 30;

const noteSchema = z.strictObject({ key: z.string(), folder: z.string(), bytes: z.number() });

/** What the end of the job has to know: where the completions are, under which key they go, and how many bytes there were. */
export type CacheNote = z.infer<typeof noteSchema>;

/** The note that `JSON.stringify` made; undefined where there is none, as where nothing was to be sampled. */
export function readNote(text: string): CacheNote | undefined {
  return text === '' ? undefined : noteSchema.parse(JSON.parse(text));
}

/**
 * The names under which completions are cached. A cache never changes, so each attempt of a run has a key of its own, and finds the
 * newest of the earlier ones by what all keys of this check begin with. The shards of a run would take one key from each other: each has
 * its own, and where it finds no earlier one it takes the newest of the whole check. Nothing secret is in them.
 */
export function cacheKeys(
  { commentKey, config }: Pick<Inputs, 'commentKey' | 'config'>,
  env: Environment,
  shard?: string,
): { readonly key: string; readonly prefixes: readonly string[] } {
  const check = createHash('sha256')
    .update(commentKey ?? config)
    .digest('hex')
    .slice(0, 16);
  const name = `reversal-check-completions-${FORM}-${check}`;
  const own = shard === undefined ? `${name}-` : `${name}.${shard}-`;
  return {
    key: `${own}${env['GITHUB_RUN_ID'] ?? '0'}-${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`,
    prefixes: shard === undefined ? [own] : [own, `${name}-`],
  };
}

/**
 * Brings the completions of earlier runs into the folder, where that holds none yet. Whatever goes wrong is told by `onWarning` and
 * costs completions that are asked again.
 */
export async function restoreCompletions(options: {
  readonly folder: string;
  readonly inputs: Pick<Inputs, 'commentKey' | 'config'>;
  /** Which share of the check this is, as a word; absent where it is all of it. */
  readonly shard?: string | undefined;
  readonly env: Environment;
  readonly load: () => Promise<CacheService>;
  readonly onWarning: (message: string) => void;
}): Promise<CacheNote | undefined> {
  const { folder, inputs, shard, env, load, onWarning } = options;
  if ((env['ACTIONS_RESULTS_URL'] ?? '') === '' && (env['ACTIONS_CACHE_URL'] ?? '') === '') {
    onWarning(NO_SERVICE);
    return undefined;
  }
  try {
    const service = await load();
    if (!service.isFeatureAvailable()) {
      onWarning(NO_SERVICE);
      return undefined;
    }
    const { key, prefixes } = cacheKeys(inputs, env, shard);
    if ((await sizeOf(folder)) === 0) await service.restoreCache([folder], key, [...prefixes]);
    return { key, folder, bytes: await sizeOf(folder) };
  } catch (error) {
    onWarning(`Restored no completions from earlier runs: ${reasonOf(error)}.`);
    return undefined;
  }
}

const NO_SERVICE =
  'Completions are kept only for this run, because there is no cache service. Set the input store to a persistent folder, or set cache: false.';

/** Keeps the completions for later runs, where this one has added any. Never throws; what is not kept is told. */
export async function saveCompletions(options: {
  readonly note: CacheNote;
  readonly load: () => Promise<CacheService>;
  readonly onWarning: (message: string) => void;
}): Promise<'saved' | 'unchanged' | 'not saved'> {
  const { note, load, onWarning } = options;
  try {
    const bytes = await sizeOf(note.folder);
    if (bytes === 0 || bytes === note.bytes) return 'unchanged';
    await leaveOutOldest(note.folder, LARGEST_BYTES);
    const service = await load();
    // It tells by itself why it did not: a token that may only read, a service that is away.
    return (await service.saveCache([note.folder], note.key)) === -1 ? 'not saved' : 'saved';
  } catch (error) {
    onWarning(`Could not save completions for later runs: ${reasonOf(error)}.`);
    return 'not saved';
  }
}

/** Removes the files that were written longest ago until the rest has at most `most` bytes. */
export async function leaveOutOldest(folder: string, most: number): Promise<void> {
  const files = (await filesIn(folder)).toSorted((a, b) => b.writtenMs - a.writtenMs);
  let bytes = 0;
  for (const file of files) {
    bytes += file.bytes;
    if (bytes > most) await rm(file.path, { force: true });
  }
}

async function sizeOf(folder: string): Promise<number> {
  return (await filesIn(folder)).reduce((sum, { bytes }) => sum + bytes, 0);
}

interface StoredFile {
  readonly path: string;
  readonly bytes: number;
  readonly writtenMs: number;
}

/** The files in a folder and below; none where there is no folder. */
async function filesIn(folder: string): Promise<readonly StoredFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        const { size, mtimeMs } = await stat(path);
        return { path, bytes: size, writtenMs: mtimeMs };
      }),
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
