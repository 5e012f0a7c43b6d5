import type { Tally } from '../statistics/fisher.ts';
import { SOLVED_SHARE } from './coverage.ts';
import type { EligibleItem, ItemSamples } from './samples.ts';

/** An item's correct samples among all on each side. */
export interface TallyPair {
  readonly old: Tally;
  readonly new: Tally;
}

export function talliesOf({ old, new: fresh }: EligibleItem): TallyPair {
  return { old: tallyOf(old), new: tallyOf(fresh) };
}

export function tallyOf({ samples, correct }: ItemSamples): Tally {
  return { successes: correct, trials: samples.length };
}

/** Items by whether each side solves at least half of its samples; the four counts sum to the items. */
export interface Flips {
  readonly both: number;
  readonly onlyOld: number;
  readonly onlyNew: number;
  readonly neither: number;
}

/** How items moved across cover@0.5. Every tally has a trial. */
export function flipsOf(pairs: readonly TallyPair[]): Flips {
  const flips = { both: 0, onlyOld: 0, onlyNew: 0, neither: 0 };
  for (const { old, new: fresh } of pairs) {
    const [before, after] = [solves(old), solves(fresh)];
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
