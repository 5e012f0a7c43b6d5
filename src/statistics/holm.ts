/**
 * Holm's step-down adjustment: adjusted p-values, in the given order, that control the chance of making even one false
 * rejection in the whole family. An empty family gives an empty list. Holm (1979).
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = Array.from<number>({ length: pValues.length });
  let largestSoFar = 0;
  pValues
    .map((p, place) => ({ p, place }))
    .sort((a, b) => a.p - b.p)
    .forEach(({ p, place }, rank) => {
      largestSoFar = Math.max(largestSoFar, Math.min(1, (pValues.length - rank) * p));
      adjusted[place] = largestSoFar;
    });
  return adjusted;
}
