import { join } from 'node:path';
import type { Item, Suite } from '../evalset/suite.ts';
import type { Completion } from '../servers/chat/completion.ts';
import type { SamplingSettings } from '../servers/chat/sampling-settings.ts';
import type { Checkpoint } from '../servers/checkpoint.ts';
import { sampleKeys, storeFile } from './identity.ts';
import { readStore } from './store.ts';
import type { StoredCompletion } from './stored-line.ts';

/** Selects the completions to look up for a check. */
export interface StoreRequest {
  readonly checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint };
  readonly suites: readonly Suite[];
  readonly settings: SamplingSettings;
  /** Folder of the completion store; created if it does not exist. */
  readonly storeDir: string;
}

/** One of a checkpoint's samples on a suite. */
export interface Sample {
  readonly item: Item;
  /** From 0 to n − 1. */
  readonly index: number;
  /** The sample's key in the store. */
  readonly key: string;
  /** The sample's position among all of the suite's samples, ordered by item, then by index. */
  readonly place: number;
}

/** A checkpoint's samples on a suite, and the file that stores them. */
export interface SuiteInStore {
  readonly samples: readonly Sample[];
  readonly file: {
    readonly path: string;
    readonly wanted: ReadonlySet<string>;
    /**
     * Milliseconds since 1970. Completions from before this time are ignored. If absent, completions of any age count.
     */
    readonly notBefore?: number;
  };
}

/**
 * Returns a suite's samples with their store file and keys. Completions that have expired by `now` are ignored. If
 * `now` is absent, completions of any age count.
 */
export function suiteInStore({
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
  /** Milliseconds since 1970. */
  readonly now?: number | undefined;
}): SuiteInStore {
  const samples = suite.items.flatMap((item, i) =>
    sampleKeys({ identity, item, settings }).map((key, index): Sample => ({
      item,
      index,
      key,
      place: i * settings.n + index,
    })),
  );
  const { maxAgeMs } = settings;
  return {
    samples,
    file: {
      path: join(storeDir, storeFile(identity, suite.name)),
      wanted: new Set(samples.map(({ key }) => key)),
      ...(now !== undefined && maxAgeMs !== undefined && { notBefore: now - maxAgeMs }),
    },
  };
}

/**
 * Reads a suite's samples with their stored completions, in order. A missing completion is undefined.
 *
 * @throws {SamplingError} if the store cannot be read
 */
export async function readSuite({
  samples,
  file,
}: SuiteInStore): Promise<{ readonly sample: Sample; readonly stored: StoredCompletion | undefined }[]> {
  const completions = await readStore(file);
  return samples.map((sample) => ({ sample, stored: completions.get(sample.key) }));
}

/**
 * Converts a stored line to a completion. The result is the same whether the completion has just arrived or was read
 * from the store.
 */
export function completionOf(
  suite: string,
  { item, index }: Sample,
  {
    text,
    reasoning_only,
    finish_reason,
    usage,
  }: Pick<StoredCompletion, 'text' | 'reasoning_only' | 'finish_reason' | 'usage'>,
): Completion {
  return {
    suite,
    id: item.id,
    index,
    text,
    ...(reasoning_only === true && { reasoning_only }),
    ...(typeof finish_reason === 'string' && { finish_reason }),
    ...(usage && { usage }),
  };
}
