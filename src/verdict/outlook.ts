import { CLUSTERS_TO_GATE, effectiveClusters } from '../statistics/clustered-mean.ts';
import { ALPHA } from '../statistics/interval.ts';
import { chanceKept, plannedError } from '../statistics/planning.ts';
import { couldBeKept, detectableLoss, itemsNeeded } from '../statistics/power.ts';
import type { PlannedSuite } from './feasibility.ts';
import type { GuardrailName, Margin, Policy } from '../config/policy.ts';
import { guardrailOn } from './guardrail-on.ts';

/** The baseline's assumed diversity, used to plan with a relative margin before any data are available. */
export const ASSUMED_DIVERSITY = 0.5;

/** A suite in the eval set, with the properties that determine its guardrails. */
export interface SuiteToPlan extends PlannedSuite {
  readonly items: readonly { readonly cluster: string; readonly group: string | undefined }[];
  /** Name of the grader; undefined for open suites. */
  readonly grader: string | undefined;
  readonly hardestGroup: string | undefined;
}

/** A guardrail's expected result, before anything is sampled. */
export interface GuardrailOutlook {
  readonly guardrail: GuardrailName;
  readonly suite: string;
  /** `syntactic`, `logical` or `semantic`, if the guardrail has several measures. */
  readonly kind: 'syntactic' | 'logical' | 'semantic' | undefined;
  /**
   * The group of items to which the guardrail is restricted: the configured group, or the smallest group that could
   * become the hardest.
   */
  readonly group: string | undefined;
  readonly margin: Margin;
  readonly items: number;
  readonly effectiveClusters: number;
  /** False if a group is so small that the guardrail could never be kept and is only reported. */
  readonly gates: boolean;
  /** Probability that the guardrail is kept if nothing changed. */
  readonly chanceKept: number;
  /**
   * The smallest loss that would be found in 80% of runs: an absolute fraction, or a fraction of the baseline's value if the
   * margin is relative.
   */
  readonly detectable: number;
  /** The number of similar items with which all guardrails would be kept in 80% of runs if nothing changed. */
  readonly itemsRecommended: number;
}

interface Hypothesis extends Pick<GuardrailOutlook, 'guardrail' | 'suite' | 'kind' | 'group' | 'margin'> {
  readonly items: SuiteToPlan['items'];
  readonly samplesPerItem: number;
}

/**
 * Returns each guardrail's expected result under the assumed spread, in the family's order. `semantic` specifies
 * whether solutions are embedded. If no hardest group is configured, the plan uses the smallest group that gates,
 * compared on half of the samples. A suite without items has no guardrails.
 */
export function outlook({
  suites,
  policy,
  samplesPerItem,
  semantic,
  alpha = ALPHA,
}: {
  readonly suites: readonly SuiteToPlan[];
  readonly policy: Policy;
  readonly samplesPerItem: number;
  readonly semantic: boolean;
  /** One-sided level of decisions, if looks are extended. */
  readonly alpha?: number;
}): readonly GuardrailOutlook[] {
  const hypotheses = suites
    .filter(({ items }) => items.length > 0)
    .flatMap((suite) => hypothesesOf(suite, policy, { samplesPerItem, semantic }));
  const familySize = hypotheses.length + extraHypotheses(suites, policy);
  const guardrails = hypotheses.filter((hypothesis) => gatesAtAll(hypothesis, alpha)).length;
  return hypotheses.map((hypothesis) => {
    const { guardrail, suite, kind, group, margin, items } = hypothesis;
    const clusters = effectiveClusters(items);
    const error = plannedError({ ...hypothesis, items: items.length, effectiveClusters: clusters });
    const unit = margin.kind === 'relative' ? ASSUMED_DIVERSITY : 1;
    const inUnits = margin.fraction * unit;
    return {
      guardrail,
      suite,
      kind,
      group,
      margin,
      items: items.length,
      effectiveClusters: clusters,
      gates: gatesAtAll(hypothesis, alpha),
      chanceKept: chanceKept(error, inUnits, alpha),
      detectable: detectableLoss({ ...error, margin: inUnits, familySize, alpha }) / unit,
      itemsRecommended:
        itemsNeeded({
          spread: error.spread,
          margin: inUnits,
          itemsPerCluster: items.length / clusters,
          guardrails: Math.max(1, guardrails),
          alpha,
        }) ?? items.length,
    };
  });
}

/**
 * The number of family members in addition to the guardrails. With several targets, the pooled target is an additional
 * family member. With a single target, the additional member is that suite's accuracy if the accuracy guardrail is off.
 */
function extraHypotheses(suites: readonly SuiteToPlan[], policy: Policy): number {
  const [target, ...others] = suites.filter(({ role }) => role === 'target');
  if (target === undefined) return 0;
  return others.length > 0 || guardrailOn(policy, 'accuracy', target.name) === 'off' ? 1 : 0;
}

function hypothesesOf(
  suite: SuiteToPlan,
  policy: Policy,
  { samplesPerItem, semantic }: { readonly samplesPerItem: number; readonly semantic: boolean },
): Hypothesis[] {
  const found: Hypothesis[] = [];
  const add = (guardrail: GuardrailName, rest: Partial<Hypothesis> = {}): void => {
    const { name, items } = suite;
    const setting = guardrailOn(policy, guardrail, name);
    if (setting === 'off') return;
    found.push({
      guardrail,
      suite: name,
      kind: undefined,
      group: undefined,
      margin: setting.margin,
      items,
      samplesPerItem,
      ...rest,
    });
  };
  if (suite.role === 'ood') add('ood');
  if (suite.role === 'target') {
    add('accuracy');
    add('coverage');
  }
  if (suite.role !== 'ood') {
    if (suite.grader !== 'choice') add('diversity', { kind: 'syntactic' });
    add('diversity', { kind: 'logical' });
    if (semantic) add('diversity', { kind: 'semantic' });
  }
  const hardest = suite.role === 'target' ? hardestToPlan(suite, samplesPerItem) : undefined;
  if (hardest !== undefined) add('hardest-group', hardest);
  return found;
}

function hardestToPlan(
  { items, hardestGroup }: SuiteToPlan,
  samplesPerItem: number,
): Pick<Hypothesis, 'group' | 'items' | 'samplesPerItem'> | undefined {
  const groups = Map.groupBy(items, ({ group }) => group);
  if (hardestGroup !== undefined) {
    const members = groups.get(hardestGroup);
    return members && { group: hardestGroup, items: members, samplesPerItem };
  }
  const [smallest] = [...groups]
    .map(([group, members]) => ({ group, items: members, clusters: effectiveClusters(members) }))
    .filter(({ group, clusters }) => group !== undefined && clusters >= CLUSTERS_TO_GATE)
    .sort((a, b) => a.clusters - b.clusters);
  return smallest && { ...smallest, samplesPerItem: Math.floor(samplesPerItem / 2) };
}

function gatesAtAll({ guardrail, items, margin }: Hypothesis, alpha: number): boolean {
  if (guardrail !== 'hardest-group') return true;
  return couldBeKept(items, { fraction: margin.fraction, relative: margin.kind === 'relative' }, alpha);
}
