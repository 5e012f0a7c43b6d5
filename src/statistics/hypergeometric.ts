/**
 * An urn with `population` elements, of which `marked` are marked and `drawn` are taken out. 0 ≤ marked,
 * drawn ≤ population.
 */
export interface Urn {
  readonly population: number;
  readonly marked: number;
  readonly drawn: number;
}

/**
 * The chance of each number of marked elements among those drawn without replacement: entry x is P(X = x), for x from 0
 * to `drawn`. Works outwards from the mode, using the ratios of neighboring terms, and divides by the sum, so that all
 * terms are positive and far tails keep their relative precision. Chances 1e300 times smaller than the mode's are 0.
 * O(drawn).
 */
export function hypergeometric({ population, marked, drawn }: Urn): Float64Array {
  const chances = new Float64Array(drawn + 1);
  const least = Math.max(0, drawn + marked - population);
  const most = Math.min(drawn, marked);
  const mode = Math.floor(((drawn + 1) * (marked + 1)) / (population + 2));
  let total = 1;
  chances[mode] = 1;
  let chance = 1;
  for (let x = mode; x < most; x += 1) {
    chance *= ((marked - x) * (drawn - x)) / ((x + 1) * (population - marked - drawn + x + 1));
    chances[x + 1] = chance;
    total += chance;
  }
  chance = 1;
  for (let x = mode; x > least; x -= 1) {
    chance *= (x * (population - marked - drawn + x)) / ((marked - x + 1) * (drawn - x + 1));
    chances[x - 1] = chance;
    total += chance;
  }
  return chances.map((value) => value / total);
}
