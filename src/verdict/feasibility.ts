import type { Role } from '../evalset/suite.ts';
import { CLUSTERS_TO_GATE, effectiveClusters } from '../statistics/clustered-mean.ts';
import { ALPHA } from '../statistics/interval.ts';
import { couldBeKept, itemsToBeKeptAtNoDifference, leastLossExcluded } from '../statistics/power.ts';
import type { GuardrailName, Margin, Policy } from '../config/policy.ts';
import { guardrailOn } from './guardrail-on.ts';

/** A suite in the eval set, before anything is sampled. */
export interface PlannedSuite {
  readonly name: string;
  readonly role: Role;
  readonly items: readonly { readonly cluster: string }[];
}

/** A guardrail whose suite is so small that the guardrail could never be lost or could never be kept. */
export interface Infeasible {
  readonly guardrail: GuardrailName;
  readonly suite: string;
  readonly margin: Margin;
  /** The suite's C_eff: the number of independent items that would provide as much information as the suite. */
  readonly effectiveClusters: number;
  /** Minimum number of independent items with which the guardrail could be lost or kept. */
  readonly needed: number;
  /**
   * The smallest margin, as a fraction, at which the guardrail could still be `kept` with these items; undefined if
   * there are too few items for any margin.
   */
  readonly leastFraction: number | undefined;
}

/**
 * Returns the guardrails whose state no data could decide: either the suite has fewer than 30 effective clusters, or
 * even a difference of zero on every item would not exclude a loss as large as the margin. The hardest group is not
 * included, because it gates only if it can be kept. `alpha` is the one-sided level of the look that decides the
 * verdict (method.md, section "The interval").
 */
export function infeasibleGuardrails(
  suites: readonly PlannedSuite[],
  policy: Policy,
  alpha = ALPHA,
): Infeasible[] {
  return suites.flatMap(({ name, role, items }) =>
    guardrailsOf(role).flatMap((guardrail): Infeasible[] => {
      const setting = guardrailOn(policy, guardrail, name);
      if (setting === 'off') return [];
      const { margin } = setting;
      const accepted = { fraction: margin.fraction, relative: margin.kind === 'relative' };
      const clusters = effectiveClusters(items);
      if (clusters >= CLUSTERS_TO_GATE && couldBeKept(items, accepted, alpha)) return [];
      const needed = Math.max(CLUSTERS_TO_GATE, itemsToBeKeptAtNoDifference(accepted, alpha));
      const leastFraction =
        clusters >= CLUSTERS_TO_GATE && !accepted.relative ? leastLossExcluded(items, alpha) : undefined;
      return [{ guardrail, suite: name, margin, effectiveClusters: clusters, needed, leastFraction }];
    }),
  );
}

function guardrailsOf(role: Role): readonly GuardrailName[] {
  switch (role) {
    case 'target':
      return ['accuracy', 'coverage', 'diversity'];
    case 'ood':
      return ['ood'];
    case 'open':
      return ['diversity'];
  }
}
