/** Factor that allows for rounding errors when a p-value is compared with the rate. */
const WITH_ROUNDING = 1 + 1e-9;

/**
 * Returns the indexes of the tests that Benjamini and Hochberg's step-up procedure rejects at `rate` (0 < rate < 1), in
 * ascending order. For independent or positively dependent tests, the expected share of false rejections among all
 * rejections is at most `rate`. Returns an empty list if there are no tests. Only p-values that could be rejected are
 * sorted. Benjamini & Hochberg (1995).
 */
export function rejectedAt(pValues: readonly number[], rate: number): number[] {
  const small = Float64Array.from(pValues.filter((p) => p <= rate * WITH_ROUNDING)).sort();
  let rank = small.length;
  while (rank > 0 && ((small[rank - 1] ?? 1) * pValues.length) / rank > rate) rank -= 1;
  const largest = small[rank - 1];
  const rejected: number[] = [];
  pValues.forEach((p, place) => {
    if (largest !== undefined && p <= largest) rejected.push(place);
  });
  return rejected;
}
