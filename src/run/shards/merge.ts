import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { existingLockPath, lockHash, readLock } from '../../config/lock/lock.ts';
import { readConfig } from '../../config/read.ts';
import { ConfigError } from '../../errors.ts';
import type { gatherStored, SamplePlace } from '../../store/gather-stored.ts';
import type { joinStores } from '../../store/join-stores.ts';
import { checkCommand } from '../../result/sentences/commands.ts';
import { NONE_REUSED } from '../../sampling/reused.ts';
import type { Sampled } from '../../sampling/sampled.ts';
import { NOTHING_SPENT } from '../../sampling/spent.ts';
import type { SamplingRequest } from '../../sampling/sampling-request.ts';
import { ENGINE_VERSION } from '../../version.ts';
import { bySuite } from '../stages/by-suite.ts';
import { check } from '../check/check.ts';
import type { Checked } from '../stages/conclude.ts';
import { costOfBoth } from '../stages/greedy.ts';
import type { Files } from '../stages/plan.ts';
import { shardName, shardNumbers } from './shard.ts';
import { type FailedSample, readShard, SHARD_FILE, SHARD_STORE, type ShardRecord } from './shard-file.ts';

type Place = { readonly folder: string; readonly record: ShardRecord };

/**
 * Merges a check's shards and decides the verdict. The result is the same as for a single run, regardless of the order
 * and overlap of the folders. Sends no requests to the checkpoints. The shards' completions are copied to the merge's
 * store.
 *
 * @throws {ConfigError} if a shard is missing or belongs to another check, and in the same cases as for a check
 */
export async function merge({
  folders,
  configPath,
  versions,
  files,
  join: joinAll,
  gather,
  ...edges
}: {
  /** Each is a shard's folder, or contains shards' folders as subfolders. */
  readonly folders: readonly string[];
  readonly configPath: string;
  /** The expected versions. Default: the shards' own versions. */
  readonly versions?: ShardVersions | undefined;
  readonly files: Files;
  readonly join: typeof joinStores;
  readonly gather: typeof gatherStored;
} & Omit<
  Parameters<typeof check>[0],
  'configPath' | 'versions' | 'files' | 'sampler' | 'isSampled' | 'onProgress'
>): Promise<Checked> {
  const shards = await findShards(folders);
  const { readFile, readIfThere } = files;
  const { hash } = await readConfig({ path: configPath, readFile });
  const path = await existingLockPath(configPath, readIfThere);
  const lock = lockHash(await readLock({ path, readFile }));
  const whole = refuseOthers(shards, { config: hash, lock, engine: ENGINE_VERSION, ...versions });
  refuseIncomplete(shards, whole, configPath);
  await joinAll({ from: shards.map(({ folder }) => join(folder, SHARD_STORE)), to: edges.storeDir });
  const failed = new Map(
    shards
      .flatMap(({ record }) => record.failed)
      .toSorted((a, b) => (a.error < b.error ? 1 : -1))
      .map((sample) => [keyOf(sample), sample.error]),
  );
  let cost = shards.map(({ record }) => costOf(record)).reduce(costOfBoth, NOTHING);
  const began = Math.min(...shards.map(({ record }) => Date.parse(record.began)));
  const sampler = async (request: SamplingRequest): Promise<Sampled> => {
    const draw = request.storeDir === edges.storeDir ? 'samples' : 'greedy';
    const lacking: SamplePlace[] = [];
    const absent = (place: SamplePlace): string | undefined => {
      const { side, suite, item, index } = place;
      const error = failed.get(keyOf({ draw, side, suite: suite.name, id: item.id, index }));
      if (error === undefined) lacking.push(place);
      return error;
    };
    const gathered = await gather(request, { absent, now: began });
    const numbers = shardNumbers(request.suites, whole.of);
    const numberOf = ({ suite, item }: SamplePlace): number | undefined =>
      numbers.get(suite.name)?.get(item.id);
    const cut = shards.filter(({ record }) => record.status === 'cut');
    const mayLack = new Set<number | undefined>(cut.map(({ record }) => record.shard));
    const unasked = lacking.filter((place) => mayLack.has(numberOf(place)));
    const lost = lacking.find((place) => !mayLack.has(numberOf(place)));
    if (lost !== undefined) {
      const number = numberOf(lost);
      throw notWhole(lost, shards.find(({ record }) => record.shard === number)?.folder);
    }
    const generations = bySuite(gathered.generations);
    const sampled = { ...gathered, generations, cost, ...cutOf(cut, unasked) };
    cost = NOTHING;
    return sampled;
  };
  return check({
    ...edges,
    configPath,
    versions: { old: whole.old, new: whole.new },
    files,
    sampler,
    isSampled: true,
    onProgress: () => {},
  });
}

interface ShardVersions {
  readonly old: string;
  readonly new: string;
}

const NOTHING: Sampled['cost'] = {
  requests: 0,
  prompt_tokens: 0,
  completion_tokens: 0,
  cached: 0,
  reused: { old: NONE_REUSED, new: NONE_REUSED },
  bySide: { old: NOTHING_SPENT, new: NOTHING_SPENT },
};

function costOf({ cost: { by_side: bySide, ...cost } }: ShardRecord): Sampled['cost'] {
  return { ...cost, ...(bySide && { bySide }) };
}

async function findShards(folders: readonly string[]): Promise<Place[]> {
  const found = new Set<string>();
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
      (cause: unknown) => {
        throw new ConfigError({
          what: `the folder cannot be read (${cause instanceof Error ? cause.message : String(cause)})`,
          where: folder,
          fix: 'Specify the folders that check --shard wrote, or a folder that contains them.',
          cause,
        });
      },
    );
    const own = entries.filter((entry) => entry.isFile() && basename(entry.name) === SHARD_FILE);
    if (own.length === 0) {
      throw new ConfigError({
        what: `found no ${SHARD_FILE} in this folder or its subfolders`,
        where: folder,
        fix: 'Specify complete folders that check --shard wrote.',
      });
    }
    for (const { parentPath, name } of own) found.add(dirname(join(parentPath, name)));
  }
  return Promise.all(
    [...found].toSorted().map(async (folder) => ({ folder, record: await readShard(folder) })),
  );
}

/** The properties that all shards of a check share, with their names. */
const SAME = [
  ['engine', 'version of reversal-check'],
  ['config', 'configuration'],
  ['lock', 'lock'],
  ['old', 'old version'],
  ['new', 'new version'],
  ['of', 'number of shards'],
] as const;

type Whole = Pick<ShardRecord, (typeof SAME)[number][0]>;

/**
 * Returns the properties that all shards share.
 *
 * @throws {ConfigError} if a shard belongs to another check
 */
function refuseOthers(shards: readonly Place[], expected: Partial<Whole>): Whole {
  const [first] = shards;
  if (first === undefined) throw new Error('no shards');
  const whole = { ...first.record, ...expected };
  for (const { folder, record } of shards) {
    for (const [key, name] of SAME) {
      if (record[key] === whole[key]) continue;
      throw new ConfigError({
        what: `the shard has a different ${name}: found ${record[key]}, expected ${whole[key]} as in ${key in expected ? 'this merge' : first.folder}`,
        where: join(folder, SHARD_FILE),
        fix: 'Merge only shards of one check, sampled with the same files and the same version of reversal-check. If these have changed, run this shard again.',
      });
    }
  }
  return whole;
}

function refuseIncomplete(shards: readonly Place[], whole: Whole, configPath: string): void {
  const there = new Set(shards.map(({ record }) => record.shard));
  const missing = Array.from({ length: whole.of }, (_, place) => place + 1).filter(
    (number) => !there.has(number),
  );
  const [next] = missing;
  if (next === undefined) return;
  const names = missing.slice(0, 10).map((number) => shardName({ number, of: whole.of }));
  throw new ConfigError({
    what: `found ${there.size} of ${whole.of} shards; missing: ${names.join(', ')}${missing.length > names.length ? ', …' : ''}`,
    fix: `Run each missing shard, then merge again: ${checkCommand({ shard: shardName({ number: next, of: whole.of }), configPath, versions: whole })}`,
  });
}

/** Describes the samples that were not requested because the shards' budgets were spent. */
function cutOf(cut: readonly Place[], unasked: readonly SamplePlace[]): Pick<Sampled, 'cut'> {
  const [first] = cut.flatMap(({ record }) => record.cut ?? []);
  if (first === undefined || unasked.length === 0) return {};
  const of = (side: 'old' | 'new'): number => unasked.filter((place) => place.side === side).length;
  const { limit, by_default: byDefault } = first;
  const same = cut.flatMap(({ record }) => (record.cut?.limit === limit ? [record.cut.allowed] : []));
  // Shards run at the same time, so minutes do not add up.
  const allowed = limit === 'max-minutes' ? Math.max(...same) : same.reduce((sum, each) => sum + each, 0);
  return { cut: { limit, byDefault, allowed, unasked: { old: of('old'), new: of('new') } } };
}

/**
 * The error for a sample that is neither stored nor recorded as failed, which happens if the folder was copied
 * incompletely.
 */
function notWhole({ side, suite, item, index }: SamplePlace, folder: string | undefined): ConfigError {
  return new ConfigError({
    what: `sample ${index} of ${item.id} (${suite.name}, ${side}) is neither stored nor recorded as failed`,
    ...(folder === undefined ? {} : { where: folder }),
    fix: `Copy the whole folder that check --shard wrote, including ${SHARD_STORE}, and use the same server addresses as for the shard.`,
  });
}

function keyOf({ draw, side, suite, id, index }: Omit<FailedSample, 'error'>): string {
  return JSON.stringify([draw, side, suite, id, index]);
}
