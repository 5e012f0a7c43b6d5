import type * as toolkit from '@actions/cache';
import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Environment } from '../../servers/address.ts';
import type { Inputs } from './inputs.ts';

/** GitHub's cache service, as provided by the toolkit. */
export type CacheService = Pick<typeof toolkit, 'restoreCache' | 'saveCache' | 'isFeatureAvailable'>;

/** The cache format's version. Increase it if the format changes. */
const FORM = 1;
/**
 * Maximum size of a cache in bytes. A repository's caches share 10 GB, so the oldest files are omitted from a larger
 * cache.
 */
const LARGEST_BYTES = 2 ** 30;

const noteSchema = z.strictObject({ key: z.string(), folder: z.string(), bytes: z.number() });

/**
 * The data for the post step: the folder with the completions, the cache key, and the folder's size in bytes at the
 * start.
 */
export type CacheNote = z.infer<typeof noteSchema>;

/**
 * Parses a note written with `JSON.stringify`; undefined if there is none, for example because there was nothing to
 * sample.
 */
export function readNote(text: string): CacheNote | undefined {
  return text === '' ? undefined : noteSchema.parse(JSON.parse(text));
}

/**
 * The cache keys for completions. A cache cannot be changed once written, so each attempt of a run writes under its own
 * key, and restores the newest earlier cache whose key has the check's common prefix. A run's shards would overwrite
 * each other's caches, so each shard has its own key. A shard without an earlier cache restores the newest cache of the
 * whole check. Keys contain no secrets.
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
 * Restores completions from earlier runs to the folder if it is empty. If this fails, `onWarning` is called, and the
 * completions will be sampled again.
 */
export async function restoreCompletions(options: {
  readonly folder: string;
  readonly inputs: Pick<Inputs, 'commentKey' | 'config'>;
  /** The shard, in the form used in keys; absent for a whole check. */
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
    onWarning(`Could not restore completions from earlier runs: ${reasonOf(error)}.`);
    return undefined;
  }
}

const NO_SERVICE =
  'Completions are kept only for this run, because there is no cache service. Set the `store` input to a persistent folder, or set cache: false.';

/** Saves the completions for later runs, if this run added any. Never throws: a failure is a warning. */
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
    // The service logs the reason itself, for example a read-only token or an outage.
    return (await service.saveCache([note.folder], note.key)) === -1 ? 'not saved' : 'saved';
  } catch (error) {
    onWarning(`Could not save completions for later runs: ${reasonOf(error)}.`);
    return 'not saved';
  }
}

/** Removes the oldest files until at most `most` bytes remain. */
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

/** All files below a folder; empty if the folder does not exist. */
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
