import type { SuiteMeasures } from '../measures/measure-suite.ts';
import { CLUSTERS_TO_GATE } from '../statistics/clustered-mean.ts';
import { ALPHA } from '../statistics/interval.ts';
import type { Estimate } from './estimate.ts';
import { family } from './family.ts';
import type { Policy, VerdictStatus } from '../config/policy.ts';
import type { DecidedMember } from './states.ts';
import { decideStates } from './states.ts';

/** The decision from the data, before checking whether the measurement can be trusted. */
export interface Decision {
  readonly status: Exclude<VerdictStatus, 'invalid' | 'skipped'>;
  readonly family: readonly DecidedMember[];
  /** The pooled target; undefined if there is no target suite or if the target could not be measured. */
  readonly target: DecidedMember | undefined;
  /** Whether the pooled target's gain is shown to exceed the policy's minimum gain. */
  readonly gain: boolean;
}

/**
 * Decides the verdict for measured suites (method.md, section "The verdict"). Requires a target suite or a guardrail.
 * Decisions are one-sided at level `alpha`, which is smaller if this is one of several looks.
 */
export function decideVerdict(suites: readonly SuiteMeasures[], policy: Policy, alpha = ALPHA): Decision {
  const judged = decideStates(family(suites, policy), alpha);
  const target = judged.find(({ member }) => member.pooledTarget);
  const guardrails = judged.filter(
    ({ member, state }) => member.guardrail !== undefined && state !== undefined,
  );
  const anyLost = guardrails.some(({ state }) => state?.kind === 'lost');
  const allKept = guardrails.every(({ state }) => state?.kind === 'kept');
  const besidesAccuracy = guardrails.some(({ member }) => member.guardrail !== 'accuracy');
  const found = { family: judged, target };

  if (target === undefined) {
    const status = anyLost ? 'regression' : allKept && guardrails.length > 0 ? 'unchanged' : 'inconclusive';
    return { ...found, status, gain: false };
  }
  const gainsMoreThan = (fraction: number): boolean =>
    target.estimate !== undefined &&
    target.estimate.effectiveClusters >= CLUSTERS_TO_GATE &&
    target.estimate.bounds[0] > fraction;
  const up = gainsMoreThan(0);
  const gain = gainsMoreThan(policy.minGain);
  const targetLost = target.state?.kind === 'lost';
  if (up && anyLost) return { ...found, status: 'reversal', gain };
  if (!up && (anyLost || targetLost)) return { ...found, status: 'regression', gain };
  if (besidesAccuracy && allKept && gain) return { ...found, status: 'progress', gain };
  if (besidesAccuracy && allKept && withinMargin(target)) return { ...found, status: 'unchanged', gain };
  return { ...found, status: 'inconclusive', gain };
}

/** Whether the target is shown to have changed by no more than its margin, although a loss was possible. */
function withinMargin({ estimate, marginInUnits, state }: DecidedMember): boolean {
  if (estimate === undefined || marginInUnits === undefined || state?.kind !== 'kept') return false;
  const [lower, upper]: Estimate['bounds'] = estimate.bounds;
  return lower >= -marginInUnits && upper <= marginInUnits;
}
