import { rejectedAt } from '../../statistics/benjamini-hochberg.ts';
import type { FisherTails, Tally } from '../../statistics/fisher.ts';
import { fisherExact, smallestFisherP } from '../../statistics/fisher.ts';
import type { TallyPair } from './flips.ts';

/** Maximum false discovery rate in each direction: the expected share of wrongly named items among all named items. */
const FALSE_DISCOVERY_RATE = 0.05;

/**
 * The p-value that Fisher's test must be able to reach; otherwise the test could not single out one problem among many.
 */
const P_TO_REACH = 0.0005;

/**
 * Whether n samples per side are enough to name individual problems: 1/C(2n, n) ≤ .0005, which is the case from n = 7.
 */
export function canName(n: number): boolean {
  return smallestFisherP(n) <= P_TO_REACH;
}

/**
 * Indexes of the items that the candidate is shown to solve more often, and of those that it is shown to solve less
 * often.
 */
export interface MovedItems {
  readonly learned: readonly number[];
  readonly corrupted: readonly number[];
}

/**
 * Finds moved items: one-sided Fisher tests of every item in each direction, then Benjamini and Hochberg's procedure at
 * 5% per direction over all items. The finder caches test results, so equal pairs are tested only once.
 */
export function movedItemsFinder(): (pairs: readonly TallyPair[]) => MovedItems {
  const tests = new TallyTests();
  return (pairs) => {
    const more: number[] = [];
    const fewer: number[] = [];
    for (const pair of pairs) {
      const tails = tests.of(pair);
      more.push(tails.more);
      fewer.push(tails.fewer);
    }
    return {
      learned: rejectedAt(more, FALSE_DISCOVERY_RATE),
      corrupted: rejectedAt(fewer, FALSE_DISCOVERY_RATE),
    };
  };
}

/** Caches Fisher's tests. A tally's two counts, each below 2²⁶, are combined into one unique whole number. */
class TallyTests {
  readonly #known = new Map<number, Map<number, FisherTails>>();

  of({ old, new: candidate }: TallyPair): FisherTails {
    const [first, second] = [numberOf(old), numberOf(candidate)];
    let ofFirst = this.#known.get(first);
    if (ofFirst === undefined) {
      ofFirst = new Map();
      this.#known.set(first, ofFirst);
    }
    let tails = ofFirst.get(second);
    if (tails === undefined) {
      tails = fisherExact(old, candidate);
      ofFirst.set(second, tails);
    }
    return tails;
  }
}

const COUNTS = 2 ** 26;

function numberOf({ successes, trials }: Tally): number {
  return trials * COUNTS + successes;
}
