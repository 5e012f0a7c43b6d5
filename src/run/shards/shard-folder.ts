import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { writeWhole } from '../../files/write-whole.ts';
import type { copyStored } from '../../store/copy-stored.ts';
import type { SamplingRequest } from '../../sampling/sampling-request.ts';
import { SHARD_FILE, SHARD_STORE, type ShardRecord, shardText } from './shard-file.ts';
import { greedyRequest } from '../stages/greedy.ts';

/**
 * Prepares `folder` for a merge. Copies the shard's completions there if the store is elsewhere, then writes the
 * shard's record. An earlier record is removed first, so that a record never exists without its completions.
 *
 * @returns the path of the record
 * @throws {ConfigError} if the folder cannot be written
 * @throws {SamplingError} if a store cannot be written
 */
export async function writeShard(
  folder: string,
  { record, request }: { readonly record: ShardRecord; readonly request: SamplingRequest },
  copy: typeof copyStored,
): Promise<string> {
  const path = join(folder, SHARD_FILE);
  const store = join(folder, SHARD_STORE);
  try {
    await mkdir(folder, { recursive: true });
    await rm(path, { force: true });
    if (resolve(request.storeDir) !== resolve(store)) {
      const now = Date.parse(record.began);
      await copy(request, { to: store, now });
      await copy(greedyRequest(request), {
        to: greedyRequest({ ...request, storeDir: store }).storeDir,
        now,
      });
    }
    await writeWhole(path, shardText(record));
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause)) throw cause;
    throw new ConfigError({
      what: `could not write the shard: ${cause.message}`,
      where: folder,
      fix: 'Free up disk space or choose another folder with --out. All completions are in the store.',
      cause,
    });
  }
  return path;
}
