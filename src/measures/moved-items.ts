import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import type { FisherTails } from '../statistics/fisher.ts';
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
  const known = new Map<string, FisherTails>();
  const test = ({ old, new: fresh }: TallyPair): FisherTails => {
    const key = `${old.successes}/${old.trials} ${fresh.successes}/${fresh.trials}`;
    const tails = known.get(key) ?? fisherExact(old, fresh);
    known.set(key, tails);
    return tails;
  };
  return (pairs) => {
    const tails = pairs.map(test);
    return {
      learned: rejected(tails.map(({ more }) => more)),
      corrupted: rejected(tails.map(({ fewer }) => fewer)),
    };
  };
}

function rejected(pValues: readonly number[]): number[] {
  const adjusted = benjaminiHochberg(pValues);
  return [...adjusted.keys()].filter((place) => (adjusted[place] ?? 1) <= FALSE_DISCOVERY_RATE);
}
