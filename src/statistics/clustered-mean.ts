/** Smallest C_eff at which a measure gates (method.md, section "The interval"). */
export const CLUSTERS_TO_GATE = 30;

/** One item's difference and its cluster. */
export interface Difference {
  readonly cluster: string;
  readonly value: number;
}

/** A mean and its uncertainty. The interval and the one-sided p are functions of these four figures. */
export interface Location {
  /** d̄', the center of the interval; shrunk toward 0 by the pseudo-clusters. */
  readonly centre: number;
  readonly standardError: number;
  /** λ, the skewness that Hall's transformation corrects. */
  readonly skewness: number;
  /** ν, which is greater than 0. */
  readonly degreesOfFreedom: number;
}

export interface ClusteredMean extends Location {
  /** The plain mean over items: the estimate that is reported. */
  readonly estimate: number;
  readonly items: number;
  readonly clusters: number;
  /** C_eff = N² / Σ s_g²: the number of clusters of equal size that would carry the same information. */
  readonly effectiveClusters: number;
  /** SE₀: the cluster-robust standard error without pseudo-clusters; undefined for a single cluster. */
  readonly plainStandardError: number | undefined;
}

/**
 * Mean of paired differences over clustered items, with two pseudo-clusters appended: one at +R and one at −R, each of
 * size N / C_eff. The pseudo-clusters keep the interval from collapsing just because few differences were observed
 * (method.md, section "The interval"). The skewness is computed from the real clusters alone: if the mean is far from 0,
 * the pseudo-clusters are asymmetric around it and would make a loss of half the answers on 30 items look less certain
 * than a loss of a fifth.
 *
 * `differences` has at least one element; `largestMove` is R ≥ 0, 4/3 of the largest possible difference of one item.
 * With a single item, the result is still defined, but its interval spans nearly the full range of the measure.
 *
 * @throws {RangeError} if there are no differences
 */
export function clusteredMean(differences: readonly Difference[], largestMove: number): ClusteredMean {
  if (differences.length === 0) throw new RangeError('a mean needs at least one difference');
  const sums = new Map<string, { size: number; sum: number }>();
  let total = 0;
  for (const { cluster, value } of differences) {
    total += value;
    const known = sums.get(cluster);
    if (known === undefined) sums.set(cluster, { size: 1, sum: value });
    else {
      known.size += 1;
      known.sum += value;
    }
  }
  const clusters = [...sums.values()];
  const items = differences.length;
  const sumOfSquaredSizes = clusters.reduce((sum, { size }) => sum + size ** 2, 0);
  const pseudoSize = sumOfSquaredSizes / items;
  const itemsWithPseudo = items + 2 * pseudoSize;
  const centre = total / itemsWithPseudo;
  const residuals = clusters.map(({ size, sum }) => sum - size * centre);
  const above = pseudoSize * largestMove - pseudoSize * centre;
  const below = -pseudoSize * largestMove - pseudoSize * centre;
  // Adding the pseudo-clusters to each other first ensures that swapping the two sides changes nothing but signs, down to
  // the last bit.
  const squares = residuals.reduce((sum, e) => sum + e ** 2, 0) + (above ** 2 + below ** 2);
  const cubes = residuals.reduce((sum, e) => sum + e ** 3, 0);
  const count = clusters.length + 2;
  const estimate = total / items;
  return {
    estimate,
    centre,
    standardError: Math.sqrt(((count / (count - 1)) * squares) / itemsWithPseudo ** 2),
    skewness: squares === 0 ? 0 : cubes / squares ** 1.5,
    degreesOfFreedom: itemsWithPseudo ** 2 / (sumOfSquaredSizes + 2 * pseudoSize ** 2) - 1,
    items,
    clusters: clusters.length,
    effectiveClusters: items ** 2 / sumOfSquaredSizes,
    plainStandardError: plainStandardError(clusters, estimate, items),
  };
}

function plainStandardError(
  clusters: readonly { readonly size: number; readonly sum: number }[],
  mean: number,
  items: number,
): number | undefined {
  if (clusters.length < 2) return undefined;
  const squares = clusters.reduce((sum, { size, sum: value }) => sum + (value - size * mean) ** 2, 0);
  return Math.sqrt((clusters.length / (clusters.length - 1)) * squares) / items;
}

/**
 * C_eff = N² / Σ s_g²: the number of clusters of equal size that would carry the same information. 0 if there are no
 * items.
 */
export function effectiveClusters(items: readonly { readonly cluster: string }[]): number {
  const sizes = new Map<string, number>();
  for (const { cluster } of items) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  const squares = [...sizes.values()].reduce((sum, size) => sum + size ** 2, 0);
  return squares === 0 ? 0 : items.length ** 2 / squares;
}
