import { join } from 'node:path';
import type { Checkpoint } from '../servers/checkpoint.ts';
import type { Suite } from '../evalset/suite.ts';
import type { Generation } from '../servers/chat/generation.ts';
import { checkpointIdentity, pairIdentities, sampleKeys, storeFile } from './identity.ts';
import type { SamplingSettings } from '../sampling/sampler.ts';
import { notBefore } from '../sampling/suite-run.ts';
import { isEmptyCompletion, readStore } from './store.ts';
import type { StoredCompletion } from './stored-line.ts';

/** What the store holds of the completions that a check would ask for. */
export interface StoredSide {
  /** By item id, the indexes of those of its n samples that are there; items without any are left out. */
  readonly byItem: ReadonlyMap<string, ReadonlySet<number>>;
  /** Over those whose server told its usage; undefined where none did. */
  readonly meanCompletionTokens: number | undefined;
}

type Pair = { readonly old: Checkpoint; readonly new: Checkpoint };

/**
 * Looks up what the store holds of one suite, for both sides. Nothing is written or asked.
 *
 * @throws {SamplingError} where the store cannot be read.
 */
export async function storedSamples(options: {
  readonly checkpoints: Pair;
  readonly suite: Suite;
  readonly settings: SamplingSettings;
  readonly storeDir: string;
  /** Milliseconds since 1970: what is too old by then is left out. */
  readonly now: number;
}): Promise<{ readonly old: StoredSide; readonly new: StoredSide }> {
  const identities = pairIdentities(options.checkpoints);
  const [old, fresh] = await Promise.all(
    [identities.old, identities.new].map((identity) => readSuite({ ...options, identity })),
  );
  return { old: counted(old ?? []), new: counted(fresh ?? []) };
}

/**
 * The completions of a checkpoint that the store holds of a suite, of any age, by item and index.
 *
 * @throws {SamplingError} where the store cannot be read.
 */
export async function storedGenerations(options: {
  readonly checkpoint: Checkpoint;
  readonly suite: Suite;
  readonly settings: SamplingSettings;
  readonly storeDir: string;
}): Promise<Generation[]> {
  const identity = checkpointIdentity(options.checkpoint, 0);
  const found = await readSuite({ ...options, identity });
  return found.map(generationIn(options.suite.name));
}

/**
 * The completions of both checkpoints of a check that the store holds of a suite, of any age, by item and index.
 *
 * @throws {SamplingError} where the store cannot be read.
 */
export async function storedPair({
  checkpoints,
  ...where
}: {
  readonly checkpoints: Pair;
  readonly suite: Suite;
  readonly settings: SamplingSettings;
  readonly storeDir: string;
}): Promise<{ readonly old: Generation[]; readonly new: Generation[] }> {
  const identities = pairIdentities(checkpoints);
  const { name } = where.suite;
  const [old, fresh] = await Promise.all([
    readSuite({ ...where, identity: identities.old }),
    readSuite({ ...where, identity: identities.new }),
  ]);
  return { old: old.map(generationIn(name)), new: fresh.map(generationIn(name)) };
}

const generationIn =
  (suite: string) =>
  ({ item, index, completion: { text, finish_reason, usage } }: Found): Generation => ({
    suite,
    id: item,
    index,
    text,
    finish_reason,
    usage,
  });

interface Found {
  readonly item: string;
  readonly index: number;
  readonly completion: StoredCompletion;
}

async function readSuite({
  identity,
  suite,
  settings,
  storeDir,
  now,
}: {
  readonly identity: string;
  readonly suite: Suite;
  readonly settings: SamplingSettings;
  readonly storeDir: string;
  readonly now?: number;
}): Promise<Found[]> {
  const samples = suite.items.flatMap((item) =>
    sampleKeys({ identity, item, settings }).map((key, index) => ({ key, item: item.id, index })),
  );
  const completions = await readStore({
    path: join(storeDir, storeFile(identity, suite.name)),
    wanted: new Set(samples.map(({ key }) => key)),
    ...(now === undefined ? {} : notBefore(settings, now)),
  });
  return samples.flatMap(({ key, item, index }) => {
    const completion = completions.get(key);
    return completion === undefined ? [] : [{ item, index, completion }];
  });
}

function counted(found: readonly Found[]): StoredSide {
  const byItem = new Map<string, Set<number>>();
  const tokens: number[] = [];
  for (const { item, index, completion } of found) {
    // It would be asked again.
    if (isEmptyCompletion(completion)) continue;
    const indexes = byItem.get(item) ?? new Set();
    byItem.set(item, indexes.add(index));
    if (completion.usage) tokens.push(completion.usage.completion_tokens);
  }
  return {
    byItem,
    meanCompletionTokens:
      tokens.length === 0 ? undefined : tokens.reduce((sum, count) => sum + count, 0) / tokens.length,
  };
}
