import { pairBy, shareCorrect } from './accuracy.ts';
import type { Measurement } from '../measurement.ts';
import { measuredProbabilities } from '../measurement.ts';
import { passAtK } from './pass-at-k.ts';
import type { EligibleItem, EligibleSuite } from '../samples.ts';

/** The threshold τ of cover@τ. */
export const SOLVED_SHARE = 0.5;

/** pass@k for every item. Each item has n ≥ K ≥ k samples. */
export function passAt(items: readonly EligibleItem[], k: number): Measurement {
  return measuredProbabilities(
    items.map((item) =>
      pairBy(item, ({ samples, correct }) => {
        const value = passAtK(samples.length, correct, k);
        if (value === undefined)
          throw new RangeError(`cannot compute pass@${k} from ${samples.length} samples`);
        return value;
      }),
    ),
  );
}

/** cover@0.5: whether at least half of an item's samples are correct. Dragoi et al. (2510.08325). */
export function coverAtHalf(items: readonly EligibleItem[]): Measurement {
  return measuredProbabilities(
    items.map((item) => pairBy(item, (side) => Number(shareCorrect(side) >= SOLVED_SHARE))),
  );
}

/** The values of k on the curve: 1, 2, 4, … up to K. */
export function curvePoints({ k }: EligibleSuite): number[] {
  return Array.from({ length: Math.log2(k) + 1 }, (_, power) => 2 ** power);
}
