/** A number of successes among a number of trials: 0 ≤ successes ≤ trials, both whole, and at least 1 trial. */
export interface Successes {
  readonly successes: number;
  readonly trials: number;
}

/**
 * The exact one-sided lower bound for a probability at level `alpha`: the p at which the chance of this many successes or
 * more is alpha. 0 if there were no successes. Clopper and Pearson (1934).
 */
export function lowerBoundOfShare({ successes, trials }: Successes, alpha: number): number {
  return rootOf((p) => chanceOfAtLeast(successes, trials, p) < alpha);
}

/** The exact one-sided upper bound at level `alpha`. 1 if every trial succeeded. */
export function upperBoundOfShare({ successes, trials }: Successes, alpha: number): number {
  return 1 - lowerBoundOfShare({ successes: trials - successes, trials }, alpha);
}

/**
 * The largest number in (0, 1) for which `isBelow` is true. `isBelow` must be true up to some point and false beyond that
 * point.
 */
function rootOf(isBelow: (p: number) => boolean): number {
  let [below, above] = [0, 1];
  for (;;) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) return below;
    if (isBelow(middle)) below = middle;
    else above = middle;
  }
}

/**
 * P(X ≥ `least`), where X is the number of successes in `trials` trials of probability `p`, 0 < p < 1. Works outwards
 * from the mode, using the ratios of neighboring terms, so that all terms are positive and far tails keep their
 * relative precision. O(trials).
 */
export function chanceOfAtLeast(least: number, trials: number, p: number): number {
  const odds = p / (1 - p);
  const mode = Math.min(trials, Math.floor((trials + 1) * p));
  let total = 0;
  let tail = 0;
  const add = (x: number, chance: number): void => {
    total += chance;
    if (x >= least) tail += chance;
  };
  add(mode, 1);
  // Beyond either end, the ratio to the neighboring term is 0, and so is the chance.
  let chance = 1;
  for (let x = mode; chance > 0; x += 1) {
    chance *= ((trials - x) / (x + 1)) * odds;
    add(x + 1, chance);
  }
  chance = 1;
  for (let x = mode; chance > 0; x -= 1) {
    chance *= x / ((trials - x + 1) * odds);
    add(x - 1, chance);
  }
  return tail / total;
}
