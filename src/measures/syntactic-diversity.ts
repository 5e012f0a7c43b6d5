import { Boilerplate } from './boilerplate.ts';
import { countsForDiversity } from './counting-samples.ts';
import { measuredDissimilarity } from './dissimilarity-measurement.ts';
import type { Measurement, PairedItem } from './measurement.ts';
import { dissimilarityByLength, ItemNgrams } from './ngram-diversity.ts';
import type { EligibleItem, ItemSamples } from './samples.ts';
import { Vocabulary } from './tokens.ts';

/**
 * Syntactic diversity: D over sets of word n-grams for n = 1 … 4, then the mean over the n at which both sides have at
 * least two texts. Boilerplate is looked for in all graded samples, right or wrong (method.md, section 2).
 */
export function syntacticDiversity(items: readonly EligibleItem[]): Measurement {
  const vocabulary = new Vocabulary();
  const encode = ({ samples }: ItemSamples): Int32Array[] =>
    samples.map(({ text }) => vocabulary.encode(text));
  const old = items.map((item) => encode(item.old));
  const fresh = items.map((item) => encode(item.new));
  const boilerplate = new Boilerplate([old, fresh], vocabulary.size);

  const memory = new ItemNgrams();
  const byLength = (side: ItemSamples, texts: readonly Int32Array[] = []): (number | undefined)[] =>
    dissimilarityByLength(
      texts.filter(
        (_, place) => side.samples[place] !== undefined && countsForDiversity(side.samples[place]),
      ),
      boilerplate,
      memory,
    );
  const paired = items.flatMap((item, place): PairedItem[] => {
    const { id, cluster } = item;
    const ofOld = byLength(item.old, old[place]);
    const ofNew = byLength(item.new, fresh[place]);
    const both = ofOld.flatMap((value, n) => {
      const other = ofNew[n];
      return value === undefined || other === undefined ? [] : [{ old: value, new: other }];
    });
    if (both.length === 0) return [];
    return [
      {
        id,
        cluster,
        old: both.reduce((sum, value) => sum + value.old, 0) / both.length,
        new: both.reduce((sum, value) => sum + value.new, 0) / both.length,
      },
    ];
  });
  return measuredDissimilarity(paired);
}
