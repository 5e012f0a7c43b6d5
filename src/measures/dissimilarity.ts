/**
 * Mean pairwise dissimilarity D of m feature vectors of length 1, from their sum alone:
 *
 *     D = 1 − (‖u₁ + … + u_m‖² − m) / (m(m − 1))
 *
 * Unbiased for every m ≥ 2: being right more often does not by itself move it. From 0 to `most`, which is 1 where no
 * feature is negative and `mostDissimilar(m)` where features may be; rounding is clipped. `squaredLengthOfSum` is ‖Σu‖².
 * Undefined for m < 2 (method.md, section 2).
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

/** The largest D of m ≥ 2 vectors whose features may be negative: 1 + 1/(m − 1), where they cancel out. */
export function mostDissimilar(m: number): number {
  return 1 + 1 / (m - 1);
}

/**
 * D over sets of features, each set taken as its indicator vector scaled to length 1. A set without features is the
 * single feature ∅: two such sets are alike, and unlike every other. Linear in the number of features.
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
