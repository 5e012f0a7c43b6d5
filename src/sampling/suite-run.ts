import { join } from 'node:path';
import type { Item, Suite } from '../evalset/suite.ts';
import type { Completion } from './completion.ts';
import type { Generation } from './generation.ts';
import { sampleKeys, storeFile } from './identity.ts';
import type { Progress, SamplingSettings } from './sampler.ts';
import { type Reused, reusedAt } from './reused.ts';
import type { ServedByTally } from './served-by.ts';
import { openStore, type StoredCompletion } from './store.ts';

/** One completion that is still to be asked for. */
export interface Sample {
  readonly item: Item;
  readonly index: number;
  readonly key: string;
  /** Place among all samples of the suite: item by item, index by index. */
  readonly place: number;
}

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
    completions: readonly Completion[],
    now: number,
  ) => Promise<void>;
  /** Notes why there are no completions. Nothing is stored, so that the next run asks again. */
  readonly fail: (samples: readonly Sample[], reason: string) => void;
  readonly progress: () => Progress;
  readonly promptTokens: () => number;
  /** In the order of items and indexes; complete once every missing sample was kept or failed. */
  readonly generations: () => readonly Generation[];
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
  const path = join(storeDir, storeFile(identity, suite.name));
  const samples = suite.items.flatMap((item, i) =>
    sampleKeys({ identity, item, settings }).map((key, index): Sample => ({
      item,
      index,
      key,
      place: i * settings.n + index,
    })),
  );
  const store = await openStore({
    path,
    wanted: new Set(samples.map(({ key }) => key)),
    ...notBefore(settings, now),
  });

  const generations: Generation[] = [];
  const missing: Sample[] = [];
  for (const sample of samples) {
    const stored = store.completions.get(sample.key);
    if (stored === undefined) missing.push(sample);
    else {
      generations[sample.place] = generation(suite, sample, stored);
      servedBy.see(stored, stored.time);
    }
  }
  const reused = reusedAt([...store.completions.values()].map(({ time }) => time));
  const cached = reused.completions;
  let done = cached;
  let failed = 0;
  let promptTokens = 0;
  let completionTokens = 0;
  const spend = (answer: Completion): void => {
    promptTokens += answer.usage?.prompt_tokens ?? 0;
    completionTokens += answer.usage?.completion_tokens ?? 0;
  };

  const note = (sample: Sample, error: string, answer?: Completion): void => {
    generations[sample.place] = { ...generation(suite, sample, { ...answer, text: '' }), error };
    failed += 1;
  };

  return {
    suite: suite.name,
    side,
    path,
    missing,
    reused,
    damagedLines: store.damagedLines,
    close: store.close,
    generations: () => generations,
    promptTokens: () => promptTokens,
    progress: () => ({
      suite: suite.name,
      side,
      done,
      failed,
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
        ...generation(suite, sample, completion),
        ...(model !== undefined && { model }),
        ...(system_fingerprint !== undefined && { system_fingerprint }),
        time,
      }));
      await store.append(lines);
      for (const { sample, completion } of kept) {
        servedBy.see(completion, time);
        generations[sample.place] = generation(suite, sample, completion);
        done += 1;
      }
    },
    fail: (samples, error) => {
      for (const sample of samples) note(sample, error);
    },
  };
}

/** The time before which a stored completion is too old to be used again; any will do where there is no such time. */
export function notBefore(
  { maxAgeMs }: Pick<SamplingSettings, 'maxAgeMs'>,
  now: number,
): { readonly notBefore?: number } {
  return maxAgeMs === undefined ? {} : { notBefore: now - maxAgeMs };
}

/** The same object for a completion that has just come and for one from the store. */
function generation(
  suite: Suite,
  { item, index }: Sample,
  { text, finish_reason, usage }: Pick<StoredCompletion, 'text' | 'finish_reason' | 'usage'>,
): Generation {
  return {
    suite: suite.name,
    id: item.id,
    index,
    text,
    ...(typeof finish_reason === 'string' && { finish_reason }),
    ...(usage && { usage }),
  };
}
