import type { Measurement, PairedItem } from '../measurement.ts';
import { measuredProbabilities } from '../measurement.ts';
import type { EligibleItem, ItemSamples } from '../samples.ts';

/** One side's pass@1 on an item: the share of its samples that are correct. */
export function shareCorrect({ samples, correct }: ItemSamples): number {
  return correct / samples.length;
}

/** Accuracy: pass@1 = c/n on every item (method.md, section "Accuracy"). */
export function accuracy(items: readonly EligibleItem[]): Measurement {
  return measuredProbabilities(items.map((item) => pairBy(item, shareCorrect)));
}

/** Applies one measure to both sides of an item. */
export function pairBy(item: EligibleItem, value: (side: ItemSamples) => number): PairedItem {
  return { id: item.id, cluster: item.cluster, old: value(item.old), new: value(item.new) };
}
