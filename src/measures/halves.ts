import type { GradedItem, GradedSample } from '../grading/outcome.ts';
import { seededRandom } from '../statistics/random.ts';
import { Boilerplate } from './text/boilerplate.ts';
import { measuredDissimilarity } from './diversity/dissimilarity-measurement.ts';
import { logicalDiversity } from './diversity/logical-diversity.ts';
import type { Measure, Measurement, PairedItem } from './measurement.ts';
import type { SuiteMeasures } from './measure-suite.ts';
import { measureSuite } from './measure-suite.ts';
import { PairwiseDissimilarity } from './text/pairwise-dissimilarity.ts';
import { reachAt } from './diversity/reach.ts';
import { isChoice, type SuiteSamples } from './samples.ts';
import { Vocabulary } from './text/tokens.ts';
import type { ItemWays, SideWays } from './equations/ways.ts';
import { shownWays, wayReader } from './equations/ways.ts';

/** One item's samples, prepared for many splits, with the features read from their texts. */
interface ReadItem {
  readonly item: GradedItem;
  /** The item's samples without their texts, whose features have already been read. */
  readonly samples: readonly GradedSample[];
  /** The ways of each sample, one entry per sample. */
  readonly ways: readonly ReadonlySet<string>[];
  readonly unlike: PairwiseDissimilarity | undefined;
}

/** An item's samples in each half of a split. */
interface Split {
  readonly read: ReadItem;
  readonly old: readonly number[];
  readonly new: readonly number[];
}

/** Splits one checkpoint's samples. Each call makes a new random split and measures one half against the other. */
export type Splitter = () => SuiteMeasures[];

/**
 * Prepares samples for random splits. The suites contain one checkpoint's samples as `old`. Each split divides them, item
 * by item, into halves of ⌊n/2⌋ samples, which are measured as if they were the baseline's and the candidate's. Texts are
 * read once; values that depend on which half the text is in are recomputed for each split. The same seed gives the same
 * splits. Items with fewer than n samples remain short and are dropped by the measures.
 *
 * Only boilerplate n-grams are determined from all samples rather than from the two halves. Semantic diversity is not
 * measured.
 *
 * @param onItem called after each item's texts have been read, because reading takes most of the time
 */
export function splitter(
  suites: readonly SuiteSamples[],
  seed: number,
  onItem: () => void = () => {},
): Splitter {
  const random = seededRandom(seed);
  const prepared = suites.map((suite) => ({ suite, items: readItems(suite, onItem) }));
  return () =>
    prepared.map(({ suite, items }) => {
      const half = Math.floor(suite.samplesPerItem / 2);
      const splits = items.map((read): Split => {
        const places = random.shuffle(read.samples.map((_, place) => place));
        return { read, old: places.slice(0, half), new: places.slice(half, 2 * half) };
      });
      return measureSplit(suite, half, splits);
    });
}

function readItems({ items, ...suite }: SuiteSamples, onItem: () => void): ReadItem[] {
  const vocabulary = new Vocabulary();
  const encoded = items.map(({ old }) => old.map(({ text }) => vocabulary.encode(text)));
  const graded = encoded.map((texts, item) =>
    texts.filter((_, place) => items[item]?.old[place]?.outcome !== 'failed'),
  );
  const boilerplate = new Boilerplate([graded], vocabulary.size);
  return items.map((item, place) => {
    onItem();
    return {
      item,
      samples: item.old.map(({ index, outcome, answer }): GradedSample => ({
        index,
        outcome,
        text: '',
        ...(answer === undefined ? {} : { answer }),
      })),
      ways: waysOfSamples(item.old),
      unlike: isChoice(suite) ? undefined : new PairwiseDissimilarity(encoded[place] ?? [], boilerplate),
    };
  });
}

const NO_WAY: ReadonlySet<string> = new Set();

function waysOfSamples(samples: readonly GradedSample[]): ReadonlySet<string>[] {
  const wayOf = wayReader();
  return samples.map((sample) => (sample.outcome === 'correct' ? wayOf(sample) : NO_WAY));
}

function measureSplit(suite: SuiteSamples, half: number, splits: readonly Split[]): SuiteMeasures {
  const { embeddingOf: _, ...rest } = suite;
  const measures = measureSuite({
    ...rest,
    samplesPerItem: half,
    items: splits.map(({ read, old, new: candidate }) => ({
      ...read.item,
      old: renumbered(read, old),
      new: renumbered(read, candidate),
    })),
  });
  const splitOf = new Map(splits.map((split) => [split.read.item.id, split]));
  const eligible = measures.suite.items.flatMap(({ id }) => splitOf.get(id) ?? []);
  const ways = shownWays(eligible.map(waysOfSplit));
  return {
    ...measures,
    ways,
    syntactic: withMeasurement(measures.syntactic, () => syntactic(eligible)),
    logical: { ...measures.logical, measurement: logicalDiversity(ways) },
    reach: { ...measures.reach, measurement: reachAt(ways, measures.suite.k) },
  };
}

/** Numbers the samples from 0 within the half, so that the half still has even-indexed and odd-indexed samples. */
function renumbered({ samples }: ReadItem, places: readonly number[]): GradedSample[] {
  return places.flatMap((place, index) => {
    const sample = samples[place];
    return sample === undefined ? [] : [{ ...sample, index }];
  });
}

function withMeasurement(measure: Measure | undefined, measurement: () => Measurement): Measure | undefined {
  return measure && { ...measure, measurement: measurement() };
}

function waysOfSplit({ read, old, new: candidate }: Split): ItemWays {
  const { id, cluster } = read.item;
  const side = (places: readonly number[]): SideWays => ({
    correct: correctOnes(read, places).map((place) => read.ways[place] ?? NO_WAY),
    samples: places.filter((place) => read.samples[place]?.outcome !== 'failed').length,
  });
  return { id, cluster, old: side(old), new: side(candidate) };
}

function syntactic(splits: readonly Split[]): Measurement {
  return measuredDissimilarity(
    splits.flatMap(({ read, old, new: candidate }): PairedItem[] => {
      const [ofOld, ofNew] = [old, candidate].map((places) => read.unlike?.among(correctOnes(read, places)));
      const both = (ofOld ?? []).flatMap((value, n) => {
        const other = ofNew?.[n];
        return value === undefined || other === undefined ? [] : [{ old: value, new: other }];
      });
      if (both.length === 0) return [];
      const mean = (side: 'old' | 'new'): number =>
        both.reduce((sum, values) => sum + values[side], 0) / both.length;
      const { id, cluster } = read.item;
      return [{ id, cluster, old: mean('old'), new: mean('new') }];
    }),
  );
}

function correctOnes({ samples }: ReadItem, places: readonly number[]): number[] {
  return places.filter((place) => samples[place]?.outcome === 'correct');
}
