import type { GradedSample } from '../grading/outcome.ts';
import { countsForDiversity } from './counting-samples.ts';
import { measuredDissimilarity } from './dissimilarity-measurement.ts';
import { EncodedTexts } from './encoded-texts.ts';
import type { Measurement, PairedItem } from './measurement.ts';
import { dissimilarityByLength, ItemNgrams } from './ngram-diversity.ts';
import type { EligibleItem, ItemSamples } from './samples.ts';

/**
 * Syntactic diversity: D over sets of word n-grams for n = 1 … 4, then the mean over the n at which both sides have at
 * least two texts. Boilerplate is looked for in all graded samples, right or wrong. `counts` says whose diversity is
 * compared: that of the correct samples, unless all are asked for (method.md, section 2).
 */
export function syntacticDiversity(
  items: readonly EligibleItem[],
  encoded = new EncodedTexts(items),
  counts: (sample: GradedSample) => boolean = countsForDiversity,
): Measurement {
  const memory = new ItemNgrams();
  const byLength = (
    side: ItemSamples,
    texts: readonly Int32Array[] = [],
  ): readonly (number | undefined)[] => {
    const counting = texts.filter(
      (_, place) => side.samples[place] !== undefined && counts(side.samples[place]),
    );
    // Where all are correct, those of the correct and those of all are the same texts.
    const isWhole = counting.length === texts.length;
    const known = isWhole ? encoded.dissimilarityOf.get(texts) : undefined;
    if (known !== undefined) return known;
    const found = dissimilarityByLength(counting, encoded.boilerplate, memory);
    if (isWhole) encoded.dissimilarityOf.set(texts, found);
    return found;
  };
  const paired = items.flatMap((item, place): PairedItem[] => {
    const { id, cluster } = item;
    const ofOld = byLength(item.old, encoded.old[place]);
    const ofNew = byLength(item.new, encoded.new[place]);
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
