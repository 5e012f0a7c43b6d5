import type { Location } from './clustered-mean.ts';
import { clusteredMean } from './clustered-mean.ts';
import { ALPHA, intervalOf } from './interval.ts';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { studentsTQuantile } from './students-t.ts';

/** Share of runs in which the loss that a sample size is planned for may be missed. */
const MISSED = 0.2;

/** 80% quantile of the standard normal distribution. */
const Z_80 = 0.841621233572914;

/** R for a probability: 4/3 of the largest possible difference of one item, which is 1. */
export const LARGEST_MOVE_OF_PROBABILITY = 4 / 3;

/**
 * The smallest loss that would be classed as `lost` in about 80% of runs (method.md, section "The states of a guardrail"):
 * it must be significant within a family of `familySize` ≥ 1 guardrails, and its estimate must lie beyond `margin` > 0.
 */
export function detectableLoss({
  standardError,
  degreesOfFreedom,
  margin,
  familySize,
  alpha = ALPHA,
}: {
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly margin: number;
  readonly familySize: number;
  readonly alpha?: number;
}): number {
  const t = studentsTQuantile(1 - alpha / familySize, degreesOfFreedom);
  return Math.max((t + Z_80) * standardError, margin + Z_80 * standardError);
}

/** The accepted loss of a probability: an absolute fraction or, if `relative`, a fraction of the baseline's value. */
export interface AcceptedLoss {
  readonly fraction: number;
  readonly relative: boolean;
}

/**
 * Whether a guardrail could be `kept` if these items showed no difference at all and the baseline had the best possible
 * value, 1. False if there are no items. A suite for which this is false is too small for its margin, no matter how the
 * models perform.
 */
export function couldBeKept(
  items: readonly { readonly cluster: string }[],
  { fraction, relative }: AcceptedLoss,
  alpha = ALPHA,
): boolean {
  if (items.length === 0) return false;
  const unchanged = items.map(({ cluster }) => ({ cluster, value: relative ? fraction : 0 }));
  const mean = clusteredMean(unchanged, LARGEST_MOVE_OF_PROBABILITY);
  const [lower] = intervalOf(mean, { range: [-1, 1], alpha });
  return relative ? lower > 0 : lower > -fraction;
}

/**
 * The smallest loss of a probability that can be ruled out if these items show no difference at all. Needs at least one
 * item.
 */
export function leastLossExcluded(items: readonly { readonly cluster: string }[], alpha = ALPHA): number {
  const unchanged = items.map(({ cluster }) => ({ cluster, value: 0 }));
  return -intervalOf(clusteredMean(unchanged, LARGEST_MOVE_OF_PROBABILITY), { range: [-1, 1], alpha })[0];
}

/**
 * The smallest number of independent items for which `couldBeKept` is true, for a fraction > 0. A margin of 2 points
 * needs 185 items. Bisects over the closed form of `clusteredMean` for independent items that all have the same value.
 */
export function itemsToBeKeptAtNoDifference(accepted: AcceptedLoss, alpha = ALPHA): number {
  const enough = (count: number): boolean => {
    const [lower] = intervalOf(locationOfUnchanged(count, accepted), { range: [-1, 1], alpha });
    return accepted.relative ? lower > 0 : lower > -accepted.fraction;
  };
  return leastWhere(enough);
}

function locationOfUnchanged(count: number, { fraction, relative }: AcceptedLoss): Location {
  const value = relative ? fraction : 0;
  const centre = (value * count) / (count + 2);
  const squares =
    count * (value - centre) ** 2 +
    ((LARGEST_MOVE_OF_PROBABILITY - centre) ** 2 + (-LARGEST_MOVE_OF_PROBABILITY - centre) ** 2);
  return {
    centre,
    standardError: Math.sqrt(((count + 2) / (count + 1)) * squares) / (count + 2),
    skewness: (count * (value - centre) ** 3) / squares ** 1.5,
    degreesOfFreedom: count + 1,
  };
}

/**
 * The standard error of a probability's difference, including the two pseudo-clusters. `plain` is SE₀, computed over
 * `clusters` ≥ 1 clusters of equal size.
 */
export function withPseudoClusters(plain: number, clusters: number): number {
  const pseudo = (Math.SQRT2 * LARGEST_MOVE_OF_PROBABILITY) / (clusters + 2);
  return Math.sqrt((clusters + 2) / (clusters + 1)) * Math.hypot(plain, pseudo);
}

/**
 * The number of items with which a guardrail has an 80% chance of being `kept` if nothing changed: the smallest N with
 * t·SE + z·SE₀ ≤ margin, where SE₀ is the spread over √N and SE includes the two pseudo-clusters. If several
 * `guardrails` must all be kept, the remaining 20% is divided among them. Undefined if the margin is 0.
 *
 * `spread` ≥ 0 is the standard deviation of one item's difference, and `itemsPerCluster` ≥ 1 the number of items that
 * vary together. Without the pseudo-clusters in SE, the result would be too small for suites with little noise: in a
 * suite that is just large enough if no item differs at all, the slightest noise hides the fact that nothing was lost.
 */
export function itemsNeeded({
  spread,
  margin,
  itemsPerCluster = 1,
  guardrails = 1,
  alpha = ALPHA,
}: {
  readonly spread: number;
  readonly margin: number;
  readonly itemsPerCluster?: number;
  readonly guardrails?: number;
  readonly alpha?: number;
}): number | undefined {
  if (margin <= 0) return undefined;
  const z = normalQuantile(1 - MISSED / guardrails, 0, 1);
  const enough = (count: number): boolean => {
    const plain = spread / Math.sqrt(count);
    const t = studentsTQuantile(1 - alpha, count / itemsPerCluster + 1);
    return t * withPseudoClusters(plain, count / itemsPerCluster) + z * plain <= margin;
  };
  return leastWhere(enough);
}

/** The smallest whole number ≥ 1 for which `enough` is true. `enough` must be true for all larger numbers too. */
function leastWhere(enough: (count: number) => boolean): number {
  let tooFew = 0;
  let found = 1;
  while (!enough(found)) {
    tooFew = found;
    found *= 2;
  }
  while (found - tooFew > 1) {
    const middle = Math.floor((found + tooFew) / 2);
    if (enough(middle)) found = middle;
    else tooFew = middle;
  }
  return found;
}
