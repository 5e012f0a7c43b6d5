import type { Measure } from '../measures/measurement.ts';
import type { Part } from '../verdict/estimate.ts';
import { estimate } from '../verdict/estimate.ts';
import type { SuiteResult } from './result.ts';

/**
 * The amount by which the pooled target gained more than an ood suite: Δtarget − Δood of pass@1, with its 95%
 * interval. It is computed as twice the pooled mean of the target's differences and the ood suite's differences with
 * `old` and `new` swapped. Null if the target or the ood suite was not measured, or if they share a cluster and are
 * therefore not independent.
 */
export function generalizationGap(
  target: readonly Part[] | undefined,
  { role, measurement }: Measure,
): SuiteResult['generalization_gap'] {
  if (target === undefined || role !== 'ood' || measurement.kind !== 'measured') return null;
  const clusters = new Set(target.flatMap((part) => part.measurement.items.map(({ cluster }) => cluster)));
  if (measurement.items.some(({ cluster }) => clusters.has(cluster))) return null;
  const exchanged = measurement.items.map((item) => ({ ...item, old: item.new, new: item.old }));
  const { delta, interval, standardError, degreesOfFreedom } = estimate([
    ...target.map((part) => ({ ...part, weight: part.weight / 2 })),
    { measurement: { ...measurement, items: exchanged }, weight: 1 / 2 },
  ]);
  return {
    estimate: 2 * delta,
    se: 2 * standardError,
    df: degreesOfFreedom,
    interval: [2 * interval[0], 2 * interval[1]],
  };
}
