import type { GradedItem, GradedSample } from '../../grading/outcome.ts';
import type { Measurement, PairedItem } from '../measurement.ts';
import { measuredProbabilities } from '../measurement.ts';

/**
 * Greedy accuracy: 1 if the single completion at temperature 0 is correct and 0 otherwise, over the items on which neither
 * side's completion failed. Each of the `items` has at most one sample per side.
 */
export function greedyAccuracy(items: readonly GradedItem[]): Measurement {
  return measuredProbabilities(
    [...items]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap(({ id, cluster, old, new: candidate }): PairedItem[] => {
        const ofOld = creditOf(old);
        const ofNew = creditOf(candidate);
        return ofOld === undefined || ofNew === undefined ? [] : [{ id, cluster, old: ofOld, new: ofNew }];
      }),
  );
}

function creditOf([sample]: readonly GradedSample[]): 0 | 1 | undefined {
  if (sample === undefined || sample.outcome === 'failed') return undefined;
  return sample.outcome === 'correct' ? 1 : 0;
}
