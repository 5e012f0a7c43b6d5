import type { Checkpoint } from '../servers/checkpoint.ts';
import type { Suite } from '../evalset/suite.ts';
import type { Completion } from '../servers/chat/completion.ts';
import { checkpointIdentity, pairIdentities } from './identity.ts';
import { withoutExpectedText } from './store.ts';
import { completionOf, readSuite, type Sample, suiteInStore } from './suite-in-store.ts';
import type { SamplingSettings } from '../servers/chat/sampling-settings.ts';
import type { StoredCompletion } from './stored-line.ts';

/** The stored completions that a check would otherwise request. */
export interface StoredSide {
  /** Indexes of the stored samples (0 to n − 1) by item id. Items without stored samples are omitted. */
  readonly byItem: ReadonlyMap<string, ReadonlySet<number>>;
  /** Mean over the completions whose server reported usage; undefined if there are none. */
  readonly meanCompletionTokens: number | undefined;
}

type Pair = { readonly old: Checkpoint; readonly new: Checkpoint };

/**
 * Looks up the stored samples of one suite for both sides. Writes nothing and sends no requests.
 *
 * @throws {SamplingError} if the store cannot be read
 */
export async function storedSamples(options: {
  readonly checkpoints: Pair;
  readonly suite: Suite;
  readonly settings: SamplingSettings;
  readonly storeDir: string;
  /** Milliseconds since 1970. Completions that have expired by then are ignored. */
  readonly now: number;
}): Promise<{ readonly old: StoredSide; readonly new: StoredSide }> {
  const identities = pairIdentities(options.checkpoints);
  const [old, candidate] = await Promise.all(
    [identities.old, identities.new].map((identity) => storedIn(options, identity)),
  );
  return { old: counted(old ?? []), new: counted(candidate ?? []) };
}

/**
 * Reads a checkpoint's stored completions for a suite, regardless of age, by item and index.
 *
 * @throws {SamplingError} if the store cannot be read
 */
export async function storedCompletions(options: {
  readonly checkpoint: Checkpoint;
  readonly suite: Suite;
  readonly settings: SamplingSettings;
  readonly storeDir: string;
}): Promise<Completion[]> {
  const identity = checkpointIdentity(options.checkpoint, 0);
  return generations(options.suite, await storedIn(options, identity));
}

/**
 * Reads both checkpoints' stored completions for a suite, regardless of age, by item and index.
 *
 * @throws {SamplingError} if the store cannot be read
 */
export async function storedPair({
  checkpoints,
  ...where
}: {
  readonly checkpoints: Pair;
  readonly suite: Suite;
  readonly settings: SamplingSettings;
  readonly storeDir: string;
}): Promise<{ readonly old: Completion[]; readonly new: Completion[] }> {
  const identities = pairIdentities(checkpoints);
  const [old, candidate] = await Promise.all([
    storedIn(where, identities.old),
    storedIn(where, identities.new),
  ]);
  return { old: generations(where.suite, old), new: generations(where.suite, candidate) };
}

interface Where {
  readonly suite: Suite;
  readonly settings: SamplingSettings;
  readonly storeDir: string;
  readonly now?: number;
}

interface Found {
  readonly sample: Sample;
  readonly stored: StoredCompletion;
}

function generations({ name }: Suite, found: readonly Found[]): Completion[] {
  return found.map(({ sample, stored }) => completionOf(name, sample, stored));
}

async function storedIn({ suite, settings, storeDir, now }: Where, identity: string): Promise<Found[]> {
  const all = await readSuite(suiteInStore({ identity, suite, settings, storeDir, now }));
  return all.flatMap(({ sample, stored }) => (stored === undefined ? [] : [{ sample, stored }]));
}

function counted(found: readonly Found[]): StoredSide {
  const byItem = new Map<string, Set<number>>();
  const tokens: number[] = [];
  const isRequestedAgain = withoutExpectedText(found.map(({ stored }) => stored));
  for (const { sample, stored } of found) {
    if (isRequestedAgain(stored)) continue;
    const indexes = byItem.get(sample.item.id) ?? new Set();
    byItem.set(sample.item.id, indexes.add(sample.index));
    if (stored.usage) tokens.push(stored.usage.completion_tokens);
  }
  return {
    byItem,
    meanCompletionTokens:
      tokens.length === 0 ? undefined : tokens.reduce((sum, count) => sum + count, 0) / tokens.length,
  };
}
