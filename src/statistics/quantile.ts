/**
 * The quantile at `probability` (0 to 1) of values, interpolated linearly between neighbours in order (the seventh of
 * Hyndman and Fan's definitions). At least one value.
 */
export function quantile(values: ArrayLike<number>, probability: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = probability * (sorted.length - 1);
  const below = Math.floor(place);
  const [lower, upper] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]];
  if (lower === undefined || upper === undefined) throw new RangeError('a quantile needs at least one value');
  return lower + (place - below) * (upper - lower);
}
