import { hash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of random numbers that depends on its key alone. */
export interface Stream {
  /** The next number, uniform in [0, 1). */
  readonly uniform: () => number;
  /** The next whole number from `low` to `high`, both included. */
  readonly integer: (low: number, high: number) => number;
}

/**
 * The stream of random numbers named by `key`. Streams with different keys are independent: the generator
 * starts from 128 bits of the key's SHA-256.
 */
export function streamFor(...key: readonly (string | number)[]): Stream {
  const digest = hash('sha256', JSON.stringify(key), 'buffer');
  const state = [0, 4, 8, 12].map((offset) => digest.readInt32LE(offset));
  const generator = xoroshiro128plusFromState(state);
  const uniform = (): number => uniformFloat64(generator);
  return { uniform, integer: (low, high) => low + Math.floor(uniform() * (high - low + 1)) };
}

/** The index in `weights` on which `uniform` (in [0, 1)) falls. The weights are not negative and sum to 1. */
export function placeByWeight(weights: readonly number[], uniform: number): number {
  let below = 0;
  for (const [place, weight] of weights.entries()) {
    below += weight;
    if (uniform < below) return place;
  }
  return weights.findLastIndex((weight) => weight > 0);
}
