/**
 * The values' quantile at `probability` (0 to 1), interpolated linearly between neighboring values in sorted order
 * (definition 7 of Hyndman and Fan). Needs at least one value.
 */
export function quantile(values: ArrayLike<number>, probability: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = probability * (sorted.length - 1);
  const below = Math.floor(place);
  const [lower, upper] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]];
  if (lower === undefined || upper === undefined) throw new RangeError('a quantile needs at least one value');
  return lower + (place - below) * (upper - lower);
}
