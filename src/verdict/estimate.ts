import type { Measurement } from '../measures/measurement.ts';
import type { ClusteredMean, Location } from '../statistics/clustered-mean.ts';
import { clusteredMean } from '../statistics/clustered-mean.ts';
import type { Interval } from '../statistics/interval.ts';
import { ALPHA, intervalOf, pOfNoLoss } from '../statistics/interval.ts';
import { pool } from '../statistics/pooling.ts';
import { LARGEST_MOVE_OF_PROBABILITY } from '../statistics/power.ts';
import type { Margin } from '../config/policy.ts';

export type Measured = Extract<Measurement, { kind: 'measured' }>;

/** A weighted, independent part of an estimate. A measure on one suite has a single part. */
export interface Part {
  readonly measurement: Measured;
  /** The part's weight, above 0. All weights sum to 1. */
  readonly weight: number;
}

/** A measured difference with its uncertainty (method.md, section "The interval"). */
export interface Estimate {
  readonly old: number;
  readonly new: number;
  /** The unweighted mean of `new − old` over items. */
  readonly delta: number;
  /** Two-sided 95% interval. */
  readonly interval: Interval;
  /** The interval used for decisions: wider than `interval` if this look uses a stricter level. */
  readonly bounds: Interval;
  /** One-sided p-value of the hypothesis "no loss". */
  readonly pLoss: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** Standard error without pseudo-clusters; undefined if it cannot be computed. */
  readonly plainStandardError: number | undefined;
  readonly items: number;
  readonly effectiveClusters: number;
}

/** Returns the estimate over `parts`, which must not be empty. Decisions are one-sided at level `alpha`. */
export function estimate(parts: readonly Part[], alpha = ALPHA): Estimate {
  const differences = parts.map(({ measurement }) => difference(measurement, 1));
  const location = locate(parts, differences);
  const weighted = (value: (part: Part, place: number) => number): number =>
    parts.reduce((sum, part, place) => sum + part.weight * value(part, place), 0);
  const plain = differences.map(({ plainStandardError }) => plainStandardError);
  return {
    old: weighted(({ measurement }) => mean(measurement.items.map((item) => item.old))),
    new: weighted(({ measurement }) => mean(measurement.items.map((item) => item.new))),
    delta: weighted((_, place) => differences[place]?.estimate ?? Number.NaN),
    interval: intervalOf(location, { range: rangeOf(parts) }),
    bounds: intervalOf(location, { range: rangeOf(parts), alpha }),
    pLoss: pOfNoLoss(location),
    standardError: location.standardError,
    degreesOfFreedom: location.degreesOfFreedom,
    plainStandardError: plain.includes(undefined)
      ? undefined
      : Math.hypot(...parts.map(({ weight }, place) => weight * (plain[place] ?? 0))),
    items: differences.reduce((sum, { items }) => sum + items, 0),
    effectiveClusters: differences.reduce((sum, { effectiveClusters }) => sum + effectiveClusters, 0),
  };
}

/** The accepted loss, in the same unit as the difference. */
export function marginInUnits(margin: Margin, { old }: Pick<Estimate, 'old'>): number {
  return margin.kind === 'relative' ? margin.fraction * old : margin.fraction;
}

/**
 * Whether the loss is shown to be no larger than the margin: the lower bound of `new − old` is above `−margin`. For a
 * relative margin, the lower bound of `new − (1 − margin)·old` must be above 0, so that the baseline's own uncertainty
 * is included.
 */
export function shownKept(parts: readonly Part[], margin: Margin, alpha = ALPHA): boolean {
  const share = margin.kind === 'relative' ? 1 - margin.fraction : 1;
  const location = locate(
    parts,
    parts.map(({ measurement }) => difference(measurement, share)),
  );
  const [lower] = intervalOf(location, { range: rangeOf(parts), alpha });
  return margin.kind === 'relative' ? lower > 0 : lower > -margin.fraction;
}

/** The clustered mean of `new − share·old`. */
function difference({ items, largestValue }: Measured, share: number): ClusteredMean {
  return clusteredMean(
    items.map((item) => ({ cluster: item.cluster, value: item.new - share * item.old })),
    LARGEST_MOVE_OF_PROBABILITY * largestValue,
  );
}

function locate(parts: readonly Part[], differences: readonly ClusteredMean[]): Location {
  return pool(differences.map((location, place) => ({ ...location, weight: parts[place]?.weight ?? 0 })));
}

function rangeOf(parts: readonly Part[]): Interval {
  const reach = Math.max(...parts.map(({ measurement }) => measurement.reach));
  return [-reach, reach];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
