import type { Measurement, PairedItem } from '../measurement.ts';

/** Minimum mean D of the baseline. Below this value, there is nothing to lose and D does not apply. */
const LEAST_OLD_MEAN = 0.02;

/**
 * Turns each item's D values, one per side, into a measurement (method.md, section "Diversity"). `reach` is the largest
 * possible mean difference in D: 1, unless features may be negative.
 */
export function measuredDissimilarity(items: readonly PairedItem[], reach = 1): Measurement {
  if (items.length === 0) {
    return { kind: 'unmeasurable', reason: 'no item has at least two samples to compare on both sides' };
  }
  const oldMean = items.reduce((sum, item) => sum + item.old, 0) / items.length;
  if (oldMean < LEAST_OLD_MEAN) {
    return {
      kind: 'not-applicable',
      reason: "the baseline's solutions hardly differ, so there is nothing to lose",
    };
  }
  const largestValue = items.reduce((most, item) => Math.max(most, item.old, item.new), 0);
  return { kind: 'measured', items, largestValue, reach };
}
