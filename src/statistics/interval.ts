import type { Location } from './clustered-mean.ts';
import { hallInverse, hallTransform } from './hall.ts';
import { studentsTCdf, studentsTQuantile } from './students-t.ts';

/** Lower and upper bound, lower ≤ upper. */
export type Interval = readonly [lower: number, upper: number];

/** α a side: intervals are 95 % two-sided, decisions one-sided at 2.5 % (method.md, section 3). */
export const ALPHA = 0.025;

/**
 * The two-sided 1 − 2α interval of a mean, corrected for skewness, clipped to `range`, what the measure can reach.
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
 * One-sided p of "no loss beyond `beyond`" (≥ 0): small where the mean is shown to lie below −beyond. 1 where there is
 * no variation at all and the centre is not below −beyond; 0 where it is.
 */
export function pOfNoLoss(
  { centre, standardError, skewness, degreesOfFreedom }: Location,
  beyond = 0,
): number {
  const shifted = centre + beyond;
  if (standardError === 0) return shifted < 0 ? 0 : 1;
  return studentsTCdf(hallTransform(shifted / standardError, skewness), degreesOfFreedom);
}
