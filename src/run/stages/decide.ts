import { withDroppedItems } from '../../measures/dropped-items.ts';
import { lenientMeasures } from '../../measures/lenient-measures.ts';
import type { SuiteMeasures } from '../../measures/measure-suite.ts';
import { measureSuite } from '../../measures/measure-suite.ts';
import type { SuiteSamples } from '../../measures/samples.ts';
import { claimOf } from '../../verdict/claim.ts';
import { formatDrifts } from '../../verdict/validity/format-drift.ts';
import type { OneModel } from '../../verdict/validity/one-model.ts';
import type { OnStackChange, Policy } from '../../config/policy.ts';
import type { ServingStacks } from '../../verdict/validity/stack-change.ts';
import type { BudgetCut } from '../../verdict/validity/budget-cut.ts';
import type { Unexpected, Validity } from '../../verdict/validity/validity.ts';
import { validity } from '../../verdict/validity/validity.ts';
import type { Decision } from '../../verdict/verdict.ts';
import { decideVerdict } from '../../verdict/verdict.ts';

export interface Decided {
  /** In the order of the suites. */
  readonly measures: readonly SuiteMeasures[];
  readonly decision: Decision;
  readonly validity: Validity;
}

/** Decides the verdict for graded samples, and whether it can be trusted. Pure: the same samples give the same result. */
export function decide({
  suites,
  measures = suites.map((suite) => measureSuite(suite)),
  unexpected,
  cut,
  policy,
  alpha,
  served,
  oneModel,
}: {
  readonly suites: readonly SuiteSamples[];
  /** The suites' measures if they have already been computed. */
  readonly measures?: readonly SuiteMeasures[];
  readonly unexpected: readonly Unexpected[];
  /** Present if a budget ended sampling. */
  readonly cut?: BudgetCut | undefined;
  readonly policy: Policy;
  /** The one-sided significance level of the decision if this is one of several looks. */
  readonly alpha?: number | undefined;
  /** Absent if the completions come from files. */
  readonly served?: { readonly by: ServingStacks; readonly onChange: OnStackChange } | undefined;
  /** Present if one model seems to serve both sides. */
  readonly oneModel?: OneModel | undefined;
}): Decided {
  const decision = decideVerdict(measures, policy, alpha);
  return {
    measures,
    decision,
    validity: validity({
      suites,
      unexpected,
      cut,
      droppedItems: measures.map(({ suite }) => suite.dropped.length),
      claim: claimOf(decision),
      served,
      oneModel,
      formatDrifts: formatDrifts({
        suites,
        measures,
        lenient: measures.map(lenientMeasures),
        decision,
        judge: (others) => decideVerdict(others, policy, alpha),
      }),
      rejudge: {
        claimOn: (others) => {
          const again = others.map((samples) => measures[suites.indexOf(samples)] ?? measureSuite(samples));
          return claimOf(decideVerdict(again, policy, alpha));
        },
        droppedItems: (direction) =>
          decideVerdict(
            measures.map((measured) => withDroppedItems(measured, direction)),
            policy,
            alpha,
          ).status,
      },
    }),
  };
}
