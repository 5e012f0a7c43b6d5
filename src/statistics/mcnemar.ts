/**
 * Returns the two-sided p-value of McNemar's exact test, given the number of pairs that changed each way. The null
 * hypothesis is that a changed pair is equally likely to have changed either way. The p-value is twice the binomial
 * tail at 1/2, capped at 1. It is 1 if no pair changed. O(pairs).
 */
export function mcnemarExact(oneWay: number, otherWay: number): number {
  const pairs = oneWay + otherWay;
  const fewer = Math.min(oneWay, otherWay);
  // Relative to the term at `fewer`, which is the largest in the tail.
  let term = 1;
  let relative = 1;
  for (let x = fewer; x > 0; x -= 1) {
    term *= x / (pairs - x + 1);
    relative += term;
  }
  return Math.min(1, 2 * binomialAtHalf(pairs, fewer) * relative);
}

/** C(n, x)/2ⁿ, as a product with the factors of 1/2 interleaved, so that it neither overflows nor underflows early. */
function binomialAtHalf(n: number, x: number): number {
  let chance = 1;
  let halvings = n;
  for (let step = 1; step <= x; step += 1) {
    chance *= (n - x + step) / step;
    while (chance > 1 && halvings > 0) {
      chance /= 2;
      halvings -= 1;
    }
  }
  return chance * 0.5 ** halvings;
}
