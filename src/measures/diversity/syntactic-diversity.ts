import { measuredDissimilarity } from './dissimilarity-measurement.ts';
import { EncodedTexts } from '../text/encoded-texts.ts';
import type { Measurement, PairedItem } from '../measurement.ts';
import type { EligibleItem } from '../samples.ts';

/**
 * Syntactic diversity: D over sets of word n-grams for n = 1 … 4, averaged over those n at which both sides have at least
 * two texts. Boilerplate is determined from all graded samples, whether right or wrong. `of` selects the samples whose
 * diversity is compared: the correct ones (default) or all (method.md, section "Diversity").
 */
export function syntacticDiversity(
  items: readonly EligibleItem[],
  encoded = new EncodedTexts(items),
  of: 'dissimilarity' | 'dissimilarityOfAll' = 'dissimilarity',
): Measurement {
  const { old: ofOld, new: ofNew } = encoded.ngrams;
  const paired = items.flatMap(({ id, cluster }, place): PairedItem[] => {
    const both = (ofOld[place] ?? []).flatMap((ngrams, n) => {
      const value = ngrams[of];
      const other = ofNew[place]?.[n]?.[of];
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
