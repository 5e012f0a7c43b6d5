/**
 * Benjamini and Hochberg's step-up adjustment: rejecting where an adjusted p is ≤ q keeps the expected share of false
 * rejections among all rejections at or below q, for tests that are independent or positively dependent. In the order
 * given; an empty list gives an empty list. Benjamini & Hochberg (1995).
 */
export function benjaminiHochberg(pValues: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(pValues).sort();
  const adjusted = new Float64Array(sorted.length);
  let smallestSoFar = 1;
  for (let rank = sorted.length; rank >= 1; rank -= 1) {
    smallestSoFar = Math.min(smallestSoFar, ((sorted[rank - 1] ?? 1) * sorted.length) / rank);
    adjusted[rank - 1] = smallestSoFar;
  }
  const adjustedOf = new Map(Array.from(sorted, (p, place) => [p, adjusted[place] ?? 1]));
  return Float64Array.from(pValues, (p) => adjustedOf.get(p) ?? 1);
}
