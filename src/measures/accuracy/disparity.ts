import { CLUSTERS_TO_GATE, effectiveClusters } from '../../statistics/clustered-mean.ts';
import { shareCorrect } from './accuracy.ts';
import { byGroup } from './hardest-group.ts';
import type { EligibleItem, ItemSamples } from '../samples.ts';

/** Each side's gap between groups: (best − worst)/best of pass@1, between 0 and 1. */
export interface Disparity {
  readonly old: number;
  readonly new: number;
}

/**
 * The disparity over the groups with a C_eff of at least 30 clusters: a smaller group could be the best or the worst by
 * chance. Undefined if there are fewer than two such groups, or if one side solves no items in these groups.
 */
export function disparityOf(items: readonly EligibleItem[]): Disparity | undefined {
  const groups = [...byGroup(items).values()].filter(
    (members) => effectiveClusters(members) >= CLUSTERS_TO_GATE,
  );
  const old = spread(groups, (item) => item.old);
  const candidate = spread(groups, (item) => item.new);
  return old === undefined || candidate === undefined ? undefined : { old, new: candidate };
}

function spread(
  groups: readonly (readonly EligibleItem[])[],
  side: (item: EligibleItem) => ItemSamples,
): number | undefined {
  const means = groups.map(
    (items) => items.reduce((sum, item) => sum + shareCorrect(side(item)), 0) / items.length,
  );
  const best = means.reduce((most, mean) => Math.max(most, mean), 0);
  const worst = means.reduce((least, mean) => Math.min(least, mean), Infinity);
  return means.length < 2 || best === 0 ? undefined : (best - worst) / best;
}
