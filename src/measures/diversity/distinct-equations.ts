import { NO_WAYS } from './logical-diversity.ts';
import type { Measurement, PairedItem } from '../measurement.ts';
import { measuredAmounts } from '../measurement.ts';
import { expectedDistinct, RAREFIED_TO } from './rarefaction.ts';
import type { ItemWays, SideWays } from '../equations/ways.ts';

/**
 * Distinct equations: the expected number of different canonical equations (or grader keys) in four correct solutions of an
 * item. Only items with at least four correct solutions on both sides count. Applicable whenever logical diversity is
 * (method.md, section "Diversity").
 */
export function distinctEquations(ways: readonly ItemWays[] | undefined): Measurement {
  if (ways === undefined) return NO_WAYS;
  return measuredAmounts(
    ways
      .filter(
        ({ old, new: candidate }) => Math.min(old.correct.length, candidate.correct.length) >= RAREFIED_TO,
      )
      .map(({ id, cluster, old, new: candidate }): PairedItem => ({
        id,
        cluster,
        old: expectedEquations(old),
        new: expectedEquations(candidate),
      })),
    {
      reach: Number.POSITIVE_INFINITY,
      reason: `no item has ${RAREFIED_TO} correct solutions on both sides`,
    },
  );
}

function expectedEquations({ correct }: SideWays): number {
  const holders = new Map<string, number>();
  for (const way of correct)
    for (const equation of way) holders.set(equation, (holders.get(equation) ?? 0) + 1);
  const featuresHeldBy = new Float64Array(correct.length + 1);
  for (const count of holders.values()) featuresHeldBy[count] = (featuresHeldBy[count] ?? 0) + 1;
  return expectedDistinct(featuresHeldBy, correct.length);
}
