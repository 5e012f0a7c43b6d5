import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded source of randomness: the same seed gives the same draws everywhere. */
export interface Random {
  /** A number in [0, 1). */
  readonly uniform: () => number;
  /** A whole number from 0 up to, but not including, `below` ≥ 1. */
  readonly below: (below: number) => number;
  /** The number of successes in `n` trials of probability `p`. */
  readonly binomial: (n: number, p: number) => number;
  /** The count of each class in n trials; `weights` are ≥ 0 and not all 0. */
  readonly multinomial: (n: number, weights: readonly number[]) => number[];
  /** Shuffles an array in place and returns it (Fisher and Yates). */
  readonly shuffle: <T>(array: T[]) => T[];
}

/** Creates a seeded source of randomness. `seed` is any whole number; only its lower 32 bits are used. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed | 0);
  const uniform = (): number => uniformFloat64(generator);
  const below = (limit: number): number => uniformInt(generator, 0, limit - 1);
  const binomial = (n: number, p: number): number => {
    if (p <= 0) return 0;
    if (p >= 1) return n;
    let successes = 0;
    for (let trial = 0; trial < n; trial += 1) if (uniform() < p) successes += 1;
    return successes;
  };
  return {
    uniform,
    below,
    binomial,
    multinomial: (n, weights) => {
      let left = n;
      let weightLeft = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight, place) => {
        const last = place === weights.length - 1;
        const count = last || weight >= weightLeft ? left : binomial(left, weight / weightLeft);
        left -= count;
        weightLeft -= weight;
        return count;
      });
    },
    shuffle: (array) => {
      for (let end = array.length - 1; end > 0; end -= 1) {
        const other = below(end + 1);
        const [one, two] = [array[end], array[other]];
        if (one === undefined || two === undefined) continue;
        array[end] = two;
        array[other] = one;
      }
      return array;
    },
  };
}
