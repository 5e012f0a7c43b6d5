import type { Location } from './clustered-mean.ts';
import { clusteredMean } from './clustered-mean.ts';
import { ALPHA, intervalOf } from './interval.ts';
import { studentsTQuantile } from './students-t.ts';

/** 80 % quantile of the standard normal distribution: the power that every size is planned for. */
const Z_80 = 0.841621233572914;

/** R of a probability: 4/3 of the whole range that one item can move. */
export const LARGEST_MOVE_OF_PROBABILITY = 4 / 3;

/**
 * The smallest loss that would be found `lost` in about 80 % of runs (method.md, section 4): it must be significant
 * within a family of `familySize` ≥ 1 guardrails, and its estimate must lie beyond `margin` > 0.
 */
export function detectableLoss({
  standardError,
  degreesOfFreedom,
  margin,
  familySize,
}: {
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly margin: number;
  readonly familySize: number;
}): number {
  const t = studentsTQuantile(1 - ALPHA / familySize, degreesOfFreedom);
  return Math.max((t + Z_80) * standardError, margin + Z_80 * standardError);
}

/** An accepted loss: a fraction, of the whole range of a probability or (`relative`) of old's value. */
export interface AcceptedLoss {
  readonly fraction: number;
  readonly relative: boolean;
}

/**
 * Whether a guardrail could be `kept` if these items showed no difference at all, at old's best value of 1. False for no
 * items. A suite on which this fails is too small for its margin, whatever the models do.
 */
export function couldBeKept(
  items: readonly { readonly cluster: string }[],
  { fraction, relative }: AcceptedLoss,
): boolean {
  if (items.length === 0) return false;
  const unchanged = items.map(({ cluster }) => ({ cluster, value: relative ? fraction : 0 }));
  const [lower] = intervalOf(clusteredMean(unchanged, LARGEST_MOVE_OF_PROBABILITY), { range: [-1, 1] });
  return relative ? lower > 0 : lower > -fraction;
}

/** The smallest loss of a probability that these items exclude if they show no difference at all. At least one item. */
export function leastLossExcluded(items: readonly { readonly cluster: string }[]): number {
  const unchanged = items.map(({ cluster }) => ({ cluster, value: 0 }));
  return -intervalOf(clusteredMean(unchanged, LARGEST_MOVE_OF_PROBABILITY), { range: [-1, 1] })[0];
}

/**
 * The least number of single items at which `couldBeKept` holds, for a fraction > 0. A margin of 2 points needs 185.
 * Bisects over the closed form of clusteredMean for single items that all have the same value.
 */
export function itemsToBeKeptAtNoDifference(accepted: AcceptedLoss): number {
  const enough = (count: number): boolean => {
    const [lower] = intervalOf(locationOfUnchanged(count, accepted), { range: [-1, 1] });
    return accepted.relative ? lower > 0 : lower > -accepted.fraction;
  };
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

function locationOfUnchanged(count: number, { fraction, relative }: AcceptedLoss): Location {
  const value = relative ? fraction : 0;
  const centre = (value * count) / (count + 2);
  const residuals = [
    value - centre,
    LARGEST_MOVE_OF_PROBABILITY - centre,
    -LARGEST_MOVE_OF_PROBABILITY - centre,
  ];
  const powers = (exponent: number): number => {
    const [item = 0, above = 0, below = 0] = residuals.map((residual) => residual ** exponent);
    return count * item + (above + below);
  };
  return {
    centre,
    standardError: Math.sqrt(((count + 2) / (count + 1)) * powers(2)) / (count + 2),
    skewness: powers(3) / powers(2) ** 1.5,
    degreesOfFreedom: count + 1,
  };
}

/**
 * How many items, like those seen, a guardrail needs to be `kept` in 80 % of runs when nothing changed (method.md,
 * section 4). Undefined where a single cluster was seen, or where the margin is 0.
 */
export function itemsToBeKept({
  items,
  plainStandardError,
  degreesOfFreedom,
  margin,
}: {
  readonly items: number;
  readonly plainStandardError: number | undefined;
  readonly degreesOfFreedom: number;
  readonly margin: number;
}): number | undefined {
  if (plainStandardError === undefined || margin <= 0) return undefined;
  const t = studentsTQuantile(1 - ALPHA, degreesOfFreedom);
  const bySpread = items * (((t + Z_80) * plainStandardError) / margin) ** 2;
  return Math.max(Math.ceil(bySpread), itemsToBeKeptAtNoDifference({ fraction: margin, relative: false }));
}

/**
 * Standard deviation of an item's difference of pass@1 that is assumed where no data were seen: solve probabilities
 * spread evenly (1/(3n) from n samples a side), and items that differ by 10 points for reasons of their own.
 */
export function assumedSpread(samplesPerItem: number): number {
  return Math.sqrt(1 / (3 * samplesPerItem) + 0.1 ** 2);
}

/** How many single items a guardrail on a probability needs to be `kept` in 80 % of runs when nothing changed. */
export function itemsRecommended(samplesPerItem: number, margin: number): number {
  const minimum = itemsToBeKeptAtNoDifference({ fraction: margin, relative: false });
  const t = studentsTQuantile(1 - ALPHA, minimum);
  return Math.max(minimum, Math.ceil((((t + Z_80) * assumedSpread(samplesPerItem)) / margin) ** 2));
}
