import { join } from 'node:path';
import { z } from 'zod';
import { versionFault } from '../../config/values/version-name.ts';
import { ConfigError } from '../../errors.ts';
import { readRegularFile } from '../../files/regular-file.ts';
import { unreadableFile } from '../../files/unreadable-file.ts';
import { shardSentences } from '../../result/sentences/shard-sentences.ts';
import { MOST_SHARDS } from './shard.ts';
import { jsonForLogs } from '../../result/text/log-commands.ts';

/** The file in a shard's folder that describes the shard, next to its completions. */
export const SHARD_FILE = 'shard.json';

/** The subfolder of a shard's folder that contains its completion store. */
export const SHARD_STORE = 'completions';

const count = z.number().int().nonnegative();

/** A hash or the program's version. Its length is limited because errors quote it. */
const word = z.string().max(100);

/** A version's name. Its characters are restricted because errors print ready-to-copy commands that contain it. */
const version = z
  .string()
  .refine((text) => versionFault(text) === undefined || versionFault(text, '.*') === undefined);

const time = z.iso.datetime().nullable();
const reused = z.strictObject({ completions: count, oldest: time, newest: time });

const spent = z.strictObject({ requests: count, prompt_tokens: count, completion_tokens: count });
const spentOnSide = spent.extend({ retries: count.optional(), seconds: z.number().nonnegative().optional() });

const failure = z.strictObject({
  draw: z.enum(['samples', 'greedy']),
  side: z.enum(['old', 'new']),
  suite: z.string(),
  id: z.string(),
  index: count,
  error: z.string(),
});

const shardSchema = z.strictObject({
  schema: z.literal(1),
  shard: z.number().int().positive().max(MOST_SHARDS),
  of: z.number().int().positive().max(MOST_SHARDS),
  engine: word,
  old: version,
  new: version,
  config: word,
  lock: word,
  /** `cut` means that the shard's part of the budget was spent before sampling was complete. */
  status: z.enum(['sampled', 'cut']),
  cut: z
    .strictObject({
      limit: z.enum(['max-requests', 'max-tokens', 'max-cost', 'max-minutes']),
      allowed: z.number().nonnegative(),
      by_default: z.boolean(),
    })
    .nullable(),
  /** The time at which sampling began. Completions that had expired by then were sampled again. */
  began: z.iso.datetime(),
  cost: z.strictObject({
    ...spent.shape,
    cached: count,
    reused: z.strictObject({ old: reused, new: reused }),
    /** Absent from shards written by earlier versions. */
    by_side: z.strictObject({ old: spentOnSide, new: spentOnSide }).optional(),
  }),
  failed: z.array(failure),
});

/** Describes a shard: its share, its check, its cost and its failed samples. It has no verdict. */
export type ShardRecord = z.infer<typeof shardSchema>;

/** A sample that failed, with the reason. `greedy` samples have their own store. */
export type FailedSample = z.infer<typeof failure>;

export const shardText = (record: ShardRecord): string => `${jsonForLogs(shardSchema.parse(record), 2)}\n`;

/** Summarizes a shard in a few sentences. */
export const sentencesOf = ({ shard, of, cost, failed, cut }: ShardRecord): string =>
  shardSentences({
    shard,
    of,
    requests: cost.requests,
    cached: cost.cached,
    failed: failed.length,
    limit: cut?.limit,
  });

/**
 * Reads a shard's description in `folder`.
 *
 * @throws {ConfigError} if it cannot be read or is invalid
 */
export async function readShard(folder: string): Promise<ShardRecord> {
  const path = join(folder, SHARD_FILE);
  const fix = 'Specify a complete folder that check --shard wrote.';
  const bytes = await readRegularFile(path).catch((error: unknown) => {
    throw unreadableFile(path, error, fix);
  });
  try {
    return shardSchema.parse(JSON.parse(bytes.toString()));
  } catch (cause) {
    throw new ConfigError({ what: 'found no valid shard record', where: path, fix, cause });
  }
}
