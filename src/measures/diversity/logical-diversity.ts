import { dissimilarityOfSets } from './dissimilarity.ts';
import { measuredDissimilarity } from './dissimilarity-measurement.ts';
import type { Measurement, PairedItem } from '../measurement.ts';
import type { ItemWays } from '../equations/ways.ts';

/** The result of every way-based measure if `waysOf` returns undefined for the suite. */
export const NO_WAYS: Measurement = {
  kind: 'not-applicable',
  reason:
    "fewer than half of the baseline's correct solutions contain an equation or were assigned an approach by the grader",
};

/**
 * Logical diversity: D over the ways in which correct solutions solve an item, on items with at least two correct
 * solutions on both sides (method.md, section "Diversity").
 */
export function logicalDiversity(ways: readonly ItemWays[] | undefined): Measurement {
  if (ways === undefined) return NO_WAYS;
  return measuredDissimilarity(
    ways.flatMap(({ id, cluster, old, new: candidate }): PairedItem[] => {
      const ofOld = dissimilarityOfSets(old.correct);
      const ofNew = dissimilarityOfSets(candidate.correct);
      return ofOld === undefined || ofNew === undefined ? [] : [{ id, cluster, old: ofOld, new: ofNew }];
    }),
  );
}
