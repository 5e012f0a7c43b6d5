import type { Location } from './clustered-mean.ts';
import { hallInverse, hallTransform } from './hall.ts';
import { studentsTCdf, studentsTQuantile } from './students-t.ts';

/** Lower and upper bound, lower ≤ upper. */
export type Interval = readonly [lower: number, upper: number];

/** α per side: intervals are 95% two-sided, decisions one-sided at 2.5% (method.md, section "The interval"). */
export const ALPHA = 0.025;

/**
 * The two-sided 1 − 2α interval of a mean, corrected for skewness and clipped to `range`, the values that the
 * measure can have.
 */
export function intervalOf(
  { centre, standardError, skewness, degreesOfFreedom }: Location,
  { range, alpha = ALPHA }: { readonly range: Interval; readonly alpha?: number },
): Interval {
  const t = studentsTQuantile(1 - alpha, degreesOfFreedom);
  const clip = (value: number): number => Math.min(Math.max(value, range[0]), range[1]);
  return [
    clip(centre - standardError * hallInverse(t, skewness)),
    clip(centre - standardError * hallInverse(-t, skewness)),
  ];
}

/**
 * One-sided p of "no loss beyond `beyond`" (≥ 0): small if the mean is shown to lie below −beyond. Without any variation,
 * p is 0 if the center is below −beyond and 1 otherwise.
 */
export function pOfNoLoss(
  { centre, standardError, skewness, degreesOfFreedom }: Location,
  beyond = 0,
): number {
  const shifted = centre + beyond;
  if (standardError === 0) return shifted < 0 ? 0 : 1;
  return studentsTCdf(hallTransform(shifted / standardError, skewness), degreesOfFreedom);
}
