/**
 * An unbiased estimate of the probability that at least one of k samples is correct, based on n samples of which c are
 * correct: 1 − C(n−c, k)/C(n, k), computed as a product. Undefined if n < k, because the probability cannot be estimated
 * from fewer than k samples. Chen et al. (2107.03374).
 *
 * 0 ≤ c ≤ n, k ≥ 1; O(min(c, k)).
 */
export function passAtK(n: number, c: number, k: number): number | undefined {
  if (n < k) return undefined;
  return 1 - shareWithout(n, c, k);
}

/**
 * C(n−c, k)/C(n, k): the chance that k of n elements, drawn without replacement, include none of the c marked elements.
 * k ≤ n.
 */
export function shareWithout(n: number, c: number, k: number): number {
  if (n - c < k) return 0;
  let share = 1;
  if (c <= k) for (let marked = 0; marked < c; marked += 1) share *= (n - k - marked) / (n - marked);
  else for (let drawn = 0; drawn < k; drawn += 1) share *= (n - c - drawn) / (n - drawn);
  return share;
}
