import type { Suite } from '../evalset/suite.ts';
import type { CompletionChoice } from '../servers/chat/completion-response.ts';
import type { Completion } from '../servers/chat/completion.ts';
import type { SamplingSettings } from '../servers/chat/sampling-settings.ts';
import { completionOf, type Sample, suiteInStore } from '../store/suite-in-store.ts';
import type { Progress } from './progress.ts';
import { type Reused, reusedAt } from './reused.ts';
import type { ServedByTally } from '../store/served-by.ts';
import { SamplingError } from '../errors.ts';
import { openStore, readStore, type Store } from '../store/store.ts';
import type { StoredCompletion } from '../store/stored-line.ts';

/** One side's samples of one suite and their states: stored, missing, new or failed. */
export interface SuiteRun {
  readonly suite: string;
  readonly side: 'old' | 'new';
  readonly path: string;
  readonly missing: readonly Sample[];
  /** The completions that were in the store when the run began. */
  readonly reused: Reused;
  readonly damagedLines: number;
  /**
   * Stores a group's completions, in order, with a single write. Resolves when they have been written. A completion
   * stopped by a content filter is recorded as failed.
   */
  readonly keep: (
    samples: readonly Sample[],
    completions: readonly CompletionChoice[],
    now: number,
  ) => Promise<void>;
  /** Records why samples failed. Nothing is stored, so the next run requests them again. */
  readonly fail: (samples: readonly Sample[], reason: string) => void;
  readonly progress: () => Progress;
  readonly promptTokens: () => number;
  /** The failed samples, ordered by item and index. */
  readonly failed: () => readonly Completion[];
  /**
   * Returns every sample's result, ordered by item and index. The list is complete once every missing sample has been
   * stored or has failed. The texts are read from the store.
   *
   * @throws {SamplingError} if the store cannot be read, or lacks a completion that was stored
   */
  readonly generations: () => Promise<readonly Completion[]>;
  readonly close: () => Promise<void>;
}

export async function openSuiteRun(options: {
  readonly suite: Suite;
  readonly side: 'old' | 'new';
  readonly identity: string;
  readonly settings: SamplingSettings;
  readonly storeDir: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Receives every completion, stored or new. */
  readonly servedBy: ServedByTally;
}): Promise<SuiteRun> {
  const { suite, side, identity, settings, storeDir, now, servedBy } = options;
  const { samples, file } = suiteInStore({ identity, suite, settings, storeDir, now });
  const { path } = file;
  const { missing, reused, held, ...store } = await openSamples(file, samples, servedBy);
  const cached = reused.completions;
  let done = cached;
  let promptTokens = 0;
  let completionTokens = 0;
  const spend = (answer: CompletionChoice): void => {
    promptTokens += answer.usage?.prompt_tokens ?? 0;
    completionTokens += answer.usage?.completion_tokens ?? 0;
  };

  const failed = new Map<number, Completion>();
  const note = (sample: Sample, error: string, answer?: CompletionChoice): void => {
    failed.set(sample.place, { ...completionOf(suite.name, sample, { ...answer, text: '' }), error });
  };

  return {
    suite: suite.name,
    side,
    path,
    missing,
    reused,
    damagedLines: store.damagedLines,
    close: store.close,
    failed: () => [...failed].sort(([a], [b]) => a - b).map(([, one]) => one),
    generations: async () => {
      if (held !== undefined)
        return held.map(({ sample, stored }) => completionOf(suite.name, sample, stored));
      const completions = await readStore(file);
      if (completions.size < done) throw lost(path, done - completions.size);
      return samples.flatMap((sample) => {
        const stored = completions.get(sample.key);
        return failed.get(sample.place) ?? (stored ? completionOf(suite.name, sample, stored) : []);
      });
    },
    promptTokens: () => promptTokens,
    progress: () => ({
      suite: suite.name,
      side,
      done,
      failed: failed.size,
      cached,
      total: samples.length,
      promptTokens,
      completionTokens,
    }),
    keep: async (samples, completions, now) => {
      const time = new Date(now).toISOString();
      const kept = samples.flatMap((sample, place) => {
        const completion = completions[place];
        if (completion === undefined) throw new Error(`no completion for sample ${sample.key}`);
        spend(completion);
        if (completion.finish_reason !== 'content_filter') return [{ sample, completion }];
        note(sample, 'content filter', completion);
        return [];
      });
      const lines = kept.map(({ sample, completion: { model, system_fingerprint, ...completion } }) => ({
        key: sample.key,
        ...completionOf(suite.name, sample, completion),
        ...(model !== undefined && { model }),
        ...(system_fingerprint !== undefined && { system_fingerprint }),
        time,
      }));
      await store.append(lines);
      for (const { completion } of kept) servedBy.see(completion, now);
      done += kept.length;
    },
    fail: (samples, error) => {
      for (const sample of samples) note(sample, error);
    },
  };
}

/** A sample and its stored completion, if any. */
interface Held {
  readonly sample: Sample;
  readonly stored: StoredCompletion;
}

/**
 * Looks up stored completions. If no sample is missing, also returns their texts, because nothing will be requested.
 * Otherwise, the texts are dropped to save memory.
 */
async function openSamples(
  file: Parameters<typeof openStore>[0],
  samples: readonly Sample[],
  servedBy: ServedByTally,
): Promise<
  Pick<SuiteRun, 'missing' | 'reused' | 'damagedLines' | 'close'> & {
    readonly append: Store['append'];
    readonly held: readonly Held[] | undefined;
  }
> {
  const { completions, ...store } = await openStore(file);
  const missing: Sample[] = [];
  const held: Held[] = [];
  const times: number[] = [];
  let time: string | undefined;
  let drawn = 0;
  for (const sample of samples) {
    const stored = completions.get(sample.key);
    if (stored === undefined) {
      missing.push(sample);
      continue;
    }
    // Completions from one response are adjacent and have the same time.
    if (stored.time !== time) {
      time = stored.time;
      drawn = Date.parse(time);
    }
    servedBy.see(stored, drawn);
    times.push(drawn);
    held.push({ sample, stored });
  }
  return {
    ...store,
    missing,
    reused: reusedAt(times),
    held: missing.length === 0 ? held : undefined,
  };
}

function lost(path: string, count: number): SamplingError {
  return new SamplingError({
    what: `The completion store no longer contains ${count} completion${count === 1 ? '' : 's'} that this run wrote.`,
    where: path,
    fix: 'Check whether another program deletes files from this folder, or choose another folder with --store. Then run the same command again.',
  });
}
