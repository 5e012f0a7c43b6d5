import { LONGEST_NGRAM } from '../text/boilerplate.ts';
import type { EncodedTexts } from '../text/encoded-texts.ts';
import type { Measurement, PairedItem } from '../measurement.ts';
import { measuredAmounts } from '../measurement.ts';
import { RAREFIED_TO } from './rarefaction.ts';
import type { EligibleItem } from '../samples.ts';

/**
 * distinct-n for n = 1 … 4: the expected share of different word n-grams among all n-grams of four randomly chosen correct
 * solutions of an item. Between 0 and 1; longer solutions have a lower share. Only items that have at least four correct
 * solutions of n words or more on both sides count. Li et al. (1510.03055), rarefied (method.md, section "Diversity").
 */
export function distinctNgrams(items: readonly EligibleItem[], { ngrams }: EncodedTexts): Measurement[] {
  return Array.from({ length: LONGEST_NGRAM }, (_, n) =>
    measuredAmounts(
      items.flatMap(({ id, cluster }, place): PairedItem[] => {
        const ofOld = ngrams.old[place]?.[n]?.distinctShare;
        const ofNew = ngrams.new[place]?.[n]?.distinctShare;
        return ofOld === undefined || ofNew === undefined ? [] : [{ id, cluster, old: ofOld, new: ofNew }];
      }),
      {
        reach: 1,
        reason: `no item has ${RAREFIED_TO} correct solutions of at least ${n + 1} ${n === 0 ? 'word' : 'words'} on both sides`,
      },
    ),
  );
}
