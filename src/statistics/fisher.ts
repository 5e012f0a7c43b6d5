import { hypergeometric } from './hypergeometric.ts';

/** A number of successes among a number of trials: 0 ≤ successes ≤ trials, both whole. */
export interface Tally {
  readonly successes: number;
  readonly trials: number;
}

/** One-sided p-values. Each tests "no difference" against a difference in one direction. */
export interface FisherTails {
  /** Small if the second tally has a higher success rate than the first. */
  readonly more: number;
  /** Small if the second tally has a lower success rate than the first. */
  readonly fewer: number;
}

/**
 * Fisher's exact test of two tallies, in each direction: the chance, with all margins fixed, of a second tally at least
 * as high (or as low) as the observed tally. Both p-values are 1 if either tally has no trials. O(trials of the second
 * tally).
 */
export function fisherExact(first: Tally, second: Tally): FisherTails {
  const chances = hypergeometric({
    population: first.trials + second.trials,
    marked: first.successes + second.successes,
    drawn: second.trials,
  });
  let more = 0;
  for (let x = second.trials; x >= second.successes; x -= 1) more += chances[x] ?? 0;
  let fewer = 0;
  for (let x = 0; x <= second.successes; x += 1) fewer += chances[x] ?? 0;
  return { more: Math.min(1, more), fewer: Math.min(1, fewer) };
}

/** The smallest p that Fisher's test can reach with n trials on both sides: 1/C(2n, n). 1 at n = 0. */
export function smallestFisherP(n: number): number {
  let p = 1;
  for (let step = 1; step <= n; step += 1) p *= step / (n + step);
  return p;
}
