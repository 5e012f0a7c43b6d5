import { NO_WAYS } from './logical-diversity.ts';
import type { Measurement } from '../measurement.ts';
import { measuredProbabilities } from '../measurement.ts';
import { shareWithout } from '../accuracy/pass-at-k.ts';
import type { ItemWays, SideWays } from '../equations/ways.ts';

/**
 * reach@K: the expected number of distinct correct ways in K samples, Σ over ways g of 1 − C(n − n_g, K)/C(n, K). Because
 * this is an absolute number, a gain in the most common way does not look like a loss in the other ways. All correct
 * solutions that show no way count together as a single way. Between 0 and K (method.md, section "Diversity").
 */
export function reachAt(ways: readonly ItemWays[] | undefined, k: number): Measurement {
  if (ways === undefined) return NO_WAYS;
  const measurement = measuredProbabilities(
    ways.map(({ id, cluster, old, new: candidate }) => ({
      id,
      cluster,
      old: expectedWays(old, k),
      new: expectedWays(candidate, k),
    })),
  );
  if (measurement.kind !== 'measured') return measurement;
  const largestValue = measurement.items.reduce((most, item) => Math.max(most, item.old, item.new), 0);
  return { ...measurement, largestValue, reach: k };
}

function expectedWays({ correct, samples }: SideWays, k: number): number {
  const counts = new Map<ReadonlySet<string>, number>();
  for (const way of correct) counts.set(way, (counts.get(way) ?? 0) + 1);
  // Summing the counts in ascending order makes the result independent of the ways' names, to the last bit.
  return [...counts.values()]
    .sort((a, b) => a - b)
    .reduce((ways, count) => ways + 1 - shareWithout(samples, count, k), 0);
}
