import { rejectedAt } from '../statistics/benjamini-hochberg.ts';
import type { FisherTails, Tally } from '../statistics/fisher.ts';
import { fisherExact, smallestFisherP } from '../statistics/fisher.ts';
import type { TallyPair } from './flips.ts';

/** Expected share of false names among those named, each way. */
const FALSE_DISCOVERY_RATE = 0.05;

/** The p that Fisher's test must be able to reach, or it could single out no problem among many. */
const P_TO_REACH = 0.0005;

/** Whether n samples a side can name single problems: 1/C(2n, n) ≤ .0005, from n = 7 on. */
export function canName(n: number): boolean {
  return smallestFisherP(n) <= P_TO_REACH;
}

/** Places of the items that are shown to be solved more often, or less often, by new. */
export interface MovedItems {
  readonly learned: readonly number[];
  readonly corrupted: readonly number[];
}

/**
 * Finds moved items: one-sided Fisher tests of every item each way, and Benjamini and Hochberg's procedure at 5 % for each
 * direction over all of them. Tests of equal pairs are done once for as long as the finder lives.
 */
export function movedItemsFinder(): (pairs: readonly TallyPair[]) => MovedItems {
  const tests = new TallyTests();
  return (pairs) => {
    const tails = pairs.map((pair) => tests.of(pair));
    return {
      learned: rejectedAt(
        tails.map(({ more }) => more),
        FALSE_DISCOVERY_RATE,
      ),
      corrupted: rejectedAt(
        tails.map(({ fewer }) => fewer),
        FALSE_DISCOVERY_RATE,
      ),
    };
  };
}

/** Fisher's tests, each done once. A tally's two counts, each below 2²⁶, make one whole number that no other tally has. */
class TallyTests {
  readonly #known = new Map<number, Map<number, FisherTails>>();

  of({ old, new: fresh }: TallyPair): FisherTails {
    const [first, second] = [numberOf(old), numberOf(fresh)];
    let ofFirst = this.#known.get(first);
    if (ofFirst === undefined) {
      ofFirst = new Map();
      this.#known.set(first, ofFirst);
    }
    let tails = ofFirst.get(second);
    if (tails === undefined) {
      tails = fisherExact(old, fresh);
      ofFirst.set(second, tails);
    }
    return tails;
  }
}

const COUNTS = 2 ** 26;

function numberOf({ successes, trials }: Tally): number {
  return trials * COUNTS + successes;
}
