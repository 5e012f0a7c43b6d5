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

/** One side's samples of one suite: what the store had, what is missing, what has become of it. */
export interface SuiteRun {
  readonly suite: string;
  readonly side: 'old' | 'new';
  readonly path: string;
  readonly missing: readonly Sample[];
  /** What the store had when the run began. */
  readonly reused: Reused;
  readonly damagedLines: number;
  /**
   * Stores the completions of some samples, in their order, with one write; resolves when it is done. One that a content filter
   * stopped is noted as failed.
   */
  readonly keep: (
    samples: readonly Sample[],
    completions: readonly CompletionChoice[],
    now: number,
  ) => Promise<void>;
  /** Notes why there are no completions. Nothing is stored, so that the next run asks again. */
  readonly fail: (samples: readonly Sample[], reason: string) => void;
  readonly progress: () => Progress;
  readonly promptTokens: () => number;
  /** Those noted as failed, in the order of items and indexes. */
  readonly failed: () => readonly Completion[];
  /**
   * What became of every sample, in the order of items and indexes; complete once every missing one was kept or failed. The texts
   * are read from the store, where they were all the time.
   *
   * @throws {SamplingError} where the store cannot be read, or lacks what it was given.
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
  /** Told of every completion that is in hand. */
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

/** A sample and what the store has of it. */
interface Held {
  readonly sample: Sample;
  readonly stored: StoredCompletion;
}

/**
 * What the store has of some samples. Their texts are let go again unless nothing is missing: then nothing will be asked, and what
 * was read is what is handed on.
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
    // Completions of one answer stand beside one another.
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
    fix: 'Find the program that deletes files from this folder, or choose another folder with --store. Then run the same command again.',
  });
}
