import type { Measure } from '../measures/measurement.ts';
import type { SuiteMeasures } from '../measures/measure-suite.ts';
import type { Part } from './estimate.ts';
import { pooledTarget } from './pooled-target.ts';
import type { Guardrail, GuardrailName, Margin, Policy } from '../config/policy.ts';
import { guardrailOn } from './guardrail-on.ts';

/** The pooled target's margin if its guardrail is off: `unchanged` and `regression` still need a margin. */
const DEFAULT_TARGET_MARGIN: Margin = { kind: 'points', fraction: 0.02 };

/** A "no loss" hypothesis in the family to which Holm's procedure is applied. */
export interface FamilyMember {
  readonly measure: Measure;
  readonly margin: Margin;
  /** The parts to estimate from; undefined if the measure could not be measured or does not apply. */
  readonly parts: readonly Part[] | undefined;
  /**
   * For diversity, if the different ways of solving an item are known: the measure that counts them. Diversity is lost
   * only if this measure is also shown to have fallen.
   */
  readonly reach: Measure | undefined;
  /** The guardrail that the hypothesis belongs to; undefined for the pooled target if its guardrail is off. */
  readonly guardrail: GuardrailName | undefined;
  /** Whether this is the pooled target's accuracy. */
  readonly pooledTarget: boolean;
  /** Whether the measure gates only if it could be kept. */
  readonly onlyIfKeepable: boolean;
}

/**
 * The family consists of: pass@1, coverage, each kind of diversity and the hardest group for every target suite; pass@1
 * for every ood suite; diversity for every open suite; and the pooled target's pass@1, which for a single target suite
 * is that suite's own pass@1. Only the configuration determines the family: a measure that cannot be measured stays in
 * it (method.md, section "Several guardrails: Holm").
 */
export function family(suites: readonly SuiteMeasures[], policy: Policy): FamilyMember[] {
  const targets = suites.filter(({ suite }) => suite.role === 'target');
  const members: FamilyMember[] = [];
  const pooled = pooledTargetMember(targets, policy);
  if (pooled !== undefined) members.push(pooled);
  for (const suite of suites) {
    const { name, role } = suite.suite;
    const add = (
      measure: Measure | undefined,
      guardrail: GuardrailName,
      rest: Partial<FamilyMember> = {},
    ): void => {
      const setting = guardrailOn(policy, guardrail, name);
      if (measure === undefined || setting === 'off') return;
      members.push({
        measure,
        margin: setting.margin,
        parts: singlePart(measure),
        reach: undefined,
        guardrail,
        pooledTarget: false,
        onlyIfKeepable: false,
        ...rest,
      });
    };
    const reach = suite.reach.measurement.kind === 'not-applicable' ? undefined : suite.reach;
    if (role === 'target') {
      if (targets.length > 1) add(suite.accuracy, 'accuracy');
      add(suite.coverage, 'coverage');
    }
    if (role === 'target' || role === 'open') {
      add(suite.syntactic, 'diversity', { reach });
      add(suite.logical, 'diversity', { reach });
      add(suite.semantic, 'diversity', { reach });
    }
    if (role === 'target') add(suite.hardestGroup, 'hardest-group', { onlyIfKeepable: true });
    if (role === 'ood') add(suite.accuracy, 'ood');
  }
  return members;
}

function pooledTargetMember(targets: readonly SuiteMeasures[], policy: Policy): FamilyMember | undefined {
  const [first] = targets;
  if (first?.accuracy === undefined) return undefined;
  const single = targets.length === 1;
  const setting: Guardrail = single
    ? guardrailOn(policy, 'accuracy', first.suite.name)
    : policy.guardrails.accuracy;
  const parts = pooledTarget(targets);
  return {
    measure: single
      ? first.accuracy
      : {
          ...first.accuracy,
          suite: undefined,
          measurement:
            targets.find(({ accuracy }) => accuracy?.measurement.kind !== 'measured')?.accuracy
              ?.measurement ?? first.accuracy.measurement,
        },
    margin: setting === 'off' ? DEFAULT_TARGET_MARGIN : setting.margin,
    parts,
    reach: undefined,
    guardrail: single && setting !== 'off' ? 'accuracy' : undefined,
    pooledTarget: true,
    onlyIfKeepable: false,
  };
}

function singlePart({ measurement }: Measure): readonly Part[] | undefined {
  return measurement.kind === 'measured' ? [{ measurement, weight: 1 }] : undefined;
}
