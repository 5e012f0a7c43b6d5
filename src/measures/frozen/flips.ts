import type { Tally } from '../../statistics/fisher.ts';
import { SOLVED_SHARE } from '../accuracy/coverage.ts';
import type { EligibleItem, ItemSamples } from '../samples.ts';

/** How many of an item's samples are correct, and how many samples there are, on each side. */
export interface TallyPair {
  readonly old: Tally;
  readonly new: Tally;
}

export function talliesOf({ old, new: candidate }: EligibleItem): TallyPair {
  return { old: tallyOf(old), new: tallyOf(candidate) };
}

export function tallyOf({ samples, correct }: ItemSamples): Tally {
  return { successes: correct, trials: samples.length };
}

/**
 * The numbers of items for which both sides, only one side or neither side solves at least half of the samples. The four
 * counts add up to the number of items.
 */
export interface Flips {
  readonly both: number;
  readonly onlyOld: number;
  readonly onlyNew: number;
  readonly neither: number;
}

/** Counts how items moved across the threshold of cover@0.5. Every tally must have at least one trial. */
export function flipsOf(pairs: readonly TallyPair[]): Flips {
  const flips = { both: 0, onlyOld: 0, onlyNew: 0, neither: 0 };
  for (const { old, new: candidate } of pairs) {
    const [before, after] = [solves(old), solves(candidate)];
    if (before && after) flips.both += 1;
    else if (before) flips.onlyOld += 1;
    else if (after) flips.onlyNew += 1;
    else flips.neither += 1;
  }
  return flips;
}

function solves({ successes, trials }: Tally): boolean {
  return successes / trials >= SOLVED_SHARE;
}
