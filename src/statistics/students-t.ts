import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** P(T ≤ x) for Student's t with `degreesOfFreedom` > 0 (not necessarily whole). */
export function studentsTCdf(x: number, degreesOfFreedom: number): number {
  return tCdf(x, degreesOfFreedom);
}

/** The x with P(T ≤ x) = `probability` (0 < probability < 1) for Student's t with `degreesOfFreedom` > 0. */
export function studentsTQuantile(probability: number, degreesOfFreedom: number): number {
  return tQuantile(probability, degreesOfFreedom);
}
