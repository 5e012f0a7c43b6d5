import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { ALPHA } from './interval.ts';
import { withPseudoClusters } from './power.ts';
import { studentsTQuantile } from './students-t.ts';

/** Assumed standard deviation of the items' true differences, in addition to sampling noise. */
const OWN_SPREAD = 0.1;

/** The expected uncertainty of a difference, before any data are seen. */
export interface PlannedError {
  /** SE₀, without pseudo-clusters: how much the estimate itself will vary. */
  readonly plain: number;
  /** With the two pseudo-clusters: determines the width of the interval. */
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** Standard deviation of a single item's difference that gives `plain` with this many items. */
  readonly spread: number;
}

/**
 * The standard error that a difference of probabilities will have, assuming a variance of 1/(3n) + 0.1² per item. The
 * second term is the variation beyond sampling noise, which a cluster's items share. If every item is a cluster of its
 * own, the variance of the mean is SD²/N. `items` and `effectiveClusters` are at least 1.
 */
export function plannedError({
  samplesPerItem,
  items,
  effectiveClusters,
}: {
  readonly samplesPerItem: number;
  readonly items: number;
  readonly effectiveClusters: number;
}): PlannedError {
  const plain = Math.sqrt(1 / (3 * samplesPerItem * items) + OWN_SPREAD ** 2 / effectiveClusters);
  return {
    plain,
    standardError: withPseudoClusters(plain, effectiveClusters),
    degreesOfFreedom: effectiveClusters + 1,
    spread: plain * Math.sqrt(items),
  };
}

/**
 * The chance that a guardrail is `kept` if nothing changed. That is the chance that the guardrail's lower bound lies
 * above −margin, where the bound is a normal estimate around 0 minus t·SE. `margin` is in the same unit as the
 * difference.
 */
export function chanceKept(
  { plain, standardError, degreesOfFreedom }: PlannedError,
  margin: number,
  alpha = ALPHA,
): number {
  const t = studentsTQuantile(1 - alpha, degreesOfFreedom);
  return normalCdf((margin - t * standardError) / plain, 0, 1);
}
