/**
 * Mean pairwise dissimilarity D of m feature vectors of length 1, computed from their sum alone:
 *
 *     D = 1 − (‖u₁ + … + u_m‖² − m) / (m(m − 1))
 *
 * Unbiased for every m ≥ 2, so D does not change simply because a model is right more often. Ranges from 0 to `most`: 1
 * if no feature is negative, `mostDissimilar(m)` if features may be. Rounding errors are clipped. `squaredLengthOfSum` is
 * ‖Σu‖². Undefined for m < 2 (method.md, section "Diversity").
 */
export function meanPairwiseDissimilarity(
  squaredLengthOfSum: number,
  m: number,
  most = 1,
): number | undefined {
  if (m < 2) return undefined;
  const value = 1 - (squaredLengthOfSum - m) / (m * (m - 1));
  return Math.min(Math.max(value, 0), most);
}

/**
 * The largest possible D for m ≥ 2 vectors whose features may be negative: 1 + 1/(m − 1), reached when the vectors cancel
 * out.
 */
export function mostDissimilar(m: number): number {
  return 1 + 1 / (m - 1);
}

/**
 * D over sets of features, each represented by its indicator vector scaled to length 1. An empty set counts
 * as the single feature ∅: two empty sets are equal to each other and different from every other set. Linear
 * in the number of features.
 */
export function dissimilarityOfSets(sets: readonly ReadonlySet<string>[]): number | undefined {
  const sums = new Map<string, number>();
  let withoutFeatures = 0;
  for (const set of sets) {
    if (set.size === 0) withoutFeatures += 1;
    const weight = 1 / Math.sqrt(set.size);
    for (const feature of set) sums.set(feature, (sums.get(feature) ?? 0) + weight);
  }
  let squares = withoutFeatures ** 2;
  for (const sum of sums.values()) squares += sum ** 2;
  return meanPairwiseDissimilarity(squares, sets.length);
}
