import { CLUSTERS_TO_GATE } from '../statistics/clustered-mean.ts';
import { holm } from '../statistics/holm.ts';
import { ALPHA } from '../statistics/interval.ts';
import { couldBeKept, detectableLoss, itemsNeeded } from '../statistics/power.ts';
import type { Estimate, Part } from './estimate.ts';
import { estimate, marginInUnits, shownKept } from './estimate.ts';
import type { FamilyMember } from './family.ts';
import type { Margin } from '../config/policy.ts';

/** Why a guardrail is neither lost nor kept. */
export type Unclear =
  | { readonly cause: 'unmeasurable'; readonly reason: string }
  | { readonly cause: 'too-few-clusters'; readonly needed: number }
  /** Diversity is lost beyond its margin, but reach is not shown to have fallen. */
  | { readonly cause: 'concentrated' }
  /** The baseline solves so few items that even losing all of them could not be shown to exceed the margin. */
  | { readonly cause: 'nothing-to-lose'; readonly solved: number; readonly of: number }
  /**
   * Neither a loss nor the absence of a loss is shown. With `itemsNeeded` items, the absence of a loss would be shown
   * in 80% of runs if nothing had been lost.
   */
  | { readonly cause: 'not-shown'; readonly itemsNeeded: number | undefined };

export type State =
  | { readonly kind: 'lost' }
  /** `withinMargin`: the data show a loss, but it does not exceed the margin. */
  | { readonly kind: 'kept'; readonly withinMargin: boolean }
  | { readonly kind: 'unclear'; readonly why: Unclear };

/** A family member and its result. */
export interface DecidedMember {
  readonly member: FamilyMember;
  readonly estimate: Estimate | undefined;
  /** Undefined if the measure does not gate after all, because it does not apply or could never have been kept. */
  readonly state: State | undefined;
  /** The p-value of "no loss" that entered Holm's procedure; 1 if the member was not measured or does not gate. */
  readonly pLoss: number;
  readonly pLossAdjusted: number;
  /** The accepted loss, in the same unit as the difference; undefined if it is relative to a value that was not measured. */
  readonly marginInUnits: number | undefined;
  /** The smallest loss that would be found in 80% of runs; undefined if not measured. */
  readonly detectable: number | undefined;
}

/**
 * Decides every family member's state by applying Holm's procedure to all of them and then classifying each as lost,
 * kept or unclear (method.md, section "The states of a guardrail"). Decisions are one-sided at level `alpha`.
 */
export function decideStates(members: readonly FamilyMember[], alpha = ALPHA): DecidedMember[] {
  const seen = members.map((member) => seenMember(member, alpha));
  const alone = holm(seen.map(({ pAlone }) => pAlone));
  const adjusted = holm(seen.map(({ pLoss }) => pLoss));
  return seen.map(({ member, measured, pLoss }, place): DecidedMember => {
    const pLossAdjusted = adjusted[place] ?? 1;
    if (measured === undefined) {
      const state = stateOfUnmeasured(member);
      return {
        member,
        estimate: undefined,
        state,
        pLoss,
        pLossAdjusted,
        marginInUnits: undefined,
        detectable: undefined,
      };
    }
    const { parts, gates, estimate: found } = measured;
    const margin = marginInUnits(member.margin, found);
    const significant = pLossAdjusted <= alpha;
    const significantAlone = (alone[place] ?? 1) <= alpha;
    const seenLoss = { accepted: member.margin, parts, found, margin, significant, significantAlone, alpha };
    return {
      member,
      estimate: found,
      state: gates ? stateOf(seenLoss) : undefined,
      pLoss,
      pLossAdjusted,
      marginInUnits: margin,
      detectable: detectableLoss({ ...found, margin, familySize: members.length, alpha }),
    };
  });
}

interface SeenMember {
  readonly member: FamilyMember;
  readonly measured:
    | { readonly parts: readonly Part[]; readonly estimate: Estimate; readonly gates: boolean }
    | undefined;
  /** The measure's own p-value. */
  readonly pAlone: number;
  /**
   * The p-value that determines whether a loss is shown. If the ways of solving an item are counted, the larger of this
   * measure's and reach's p-values.
   */
  readonly pLoss: number;
}

function seenMember(member: FamilyMember, alpha: number): SeenMember {
  const { parts, reach, margin, onlyIfKeepable } = member;
  if (parts === undefined) return { member, measured: undefined, pAlone: 1, pLoss: 1 };
  const measured = estimate(parts, alpha);
  const keepable = couldBeKept(
    parts.flatMap(({ measurement }) => measurement.items),
    { fraction: margin.fraction, relative: margin.kind === 'relative' },
    alpha,
  );
  const gates = keepable || !onlyIfKeepable;
  const seen = { parts, estimate: measured, gates };
  if (!gates || measured.effectiveClusters < CLUSTERS_TO_GATE) {
    return { member, measured: seen, pAlone: 1, pLoss: 1 };
  }
  const pOfReach =
    reach === undefined
      ? 0
      : reach.measurement.kind === 'measured'
        ? estimate([{ measurement: reach.measurement, weight: 1 }]).pLoss
        : 1;
  return {
    member,
    measured: seen,
    pAlone: measured.pLoss,
    pLoss: Math.max(measured.pLoss, pOfReach),
  };
}

/** The state of a measure that was not measured; undefined if it does not apply. */
function stateOfUnmeasured({ measure: { measurement } }: FamilyMember): State | undefined {
  return measurement.kind === 'unmeasurable'
    ? { kind: 'unclear', why: { cause: 'unmeasurable', reason: measurement.reason } }
    : undefined;
}

function stateOf({
  accepted,
  parts,
  found,
  margin,
  significant,
  significantAlone,
  alpha,
}: {
  readonly accepted: Margin;
  readonly parts: readonly Part[];
  readonly found: Estimate;
  /** The accepted loss, in the same unit as the difference. */
  readonly margin: number;
  readonly significant: boolean;
  readonly significantAlone: boolean;
  readonly alpha: number;
}): State {
  if (found.effectiveClusters < CLUSTERS_TO_GATE) {
    return { kind: 'unclear', why: { cause: 'too-few-clusters', needed: CLUSTERS_TO_GATE } };
  }
  const beyondMargin = found.delta <= -margin;
  if (significant && beyondMargin) return { kind: 'lost' };
  if (shownKept(parts, accepted, alpha)) {
    return found.bounds[0] >= 0 || couldBeLost(parts, accepted, alpha)
      ? { kind: 'kept', withinMargin: found.bounds[1] < 0 }
      : { kind: 'unclear', why: { cause: 'nothing-to-lose', ...solvedByOld(parts) } };
  }
  if (significantAlone && beyondMargin) return { kind: 'unclear', why: { cause: 'concentrated' } };
  return {
    kind: 'unclear',
    why: { cause: 'not-shown', itemsNeeded: itemsThatSettle(found, margin, alpha) },
  };
}

/**
 * Whether a total collapse would be detected: if every value of the candidate were 0, the measured loss would be at
 * least as large as the margin, and significant on its own. Depends only on the baseline. Always true for relative
 * margins.
 */
function couldBeLost(parts: readonly Part[], margin: Margin, alpha: number): boolean {
  if (margin.kind === 'relative') return true;
  const collapsed = parts.map(({ measurement, weight }) => ({
    measurement: { ...measurement, items: measurement.items.map((item) => ({ ...item, new: 0 })) },
    weight,
  }));
  const { delta, pLoss } = estimate(collapsed, alpha);
  return delta <= -margin.fraction && pLoss <= alpha;
}

/** The number of items that the baseline solves in at least one sample. */
function solvedByOld(parts: readonly Part[]): { readonly solved: number; readonly of: number } {
  const items = parts.flatMap(({ measurement }) => measurement.items);
  return { solved: items.filter(({ old }) => old > 0).length, of: items.length };
}

/**
 * The number of items with which a guardrail would probably be `kept` if nothing had been lost, assuming items like
 * those measured.
 */
function itemsThatSettle(
  { plainStandardError, items, effectiveClusters }: Estimate,
  margin: number,
  alpha: number,
): number | undefined {
  if (plainStandardError === undefined) return undefined;
  return itemsNeeded({
    spread: plainStandardError * Math.sqrt(items),
    itemsPerCluster: items / effectiveClusters,
    margin,
    alpha,
  });
}
