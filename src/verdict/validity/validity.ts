import type { GradedSample } from '../../grading/outcome.ts';
import type { SuiteSamples } from '../../measures/samples.ts';
import type { Claim } from '../claim.ts';
import type { FormatDrift } from './format-drift.ts';
import {
  type NothingSolved,
  nothingSolved,
  type OneReason,
  oneReasons,
  type Truncation,
  truncations,
} from './nothing-measured.ts';
import type { OneModel } from './one-model.ts';
import { isDecisive, type OutcomeDrift, outcomeDrifts } from './outcome-drift.ts';
import type { OnStackChange } from '../../config/policy.ts';
import type { ServingStacks, StackChange } from './stack-change.ts';
import { stackChanges } from './stack-change.ts';
import type { BudgetCut } from './budget-cut.ts';

type Side = 'old' | 'new';

/** Identifies a sample, or an item, that is missing or duplicated. */
export interface SampleName {
  readonly suite: string;
  readonly side: Side;
  readonly id: string;
  /** Indexes among the item's samples. */
  readonly indices: readonly number[];
}

/** A completion that belongs to no requested sample, or to a sample that already has a completion. */
export interface Unexpected {
  /** `beyond-n`: the sample's index is n or greater, so the item would have more samples than on the other side. */
  readonly kind: 'duplicate' | 'unknown-item' | 'beyond-n';
  readonly suite: string;
  readonly side: Side;
  readonly id: string;
  readonly index: number;
}

/** A reason why a measurement cannot be trusted, or a condition that it depends on (method.md, section "Validity"). */
export type Finding =
  | { readonly cause: 'cut'; readonly cut: BudgetCut }
  | { readonly cause: 'missing'; readonly samples: readonly SampleName[] }
  | { readonly cause: 'unexpected'; readonly samples: readonly Unexpected[] }
  | {
      readonly cause: 'failed';
      readonly suite: string;
      readonly side: Side;
      readonly failed: number;
      readonly of: number;
      readonly reason: string;
    }
  | { readonly cause: 'dropped'; readonly suite: string; readonly dropped: number; readonly of: number }
  | { readonly cause: 'dropped-could-decide'; readonly dropped: number }
  | FormatDrift
  | OutcomeDrift
  | OneReason
  | Truncation
  | NothingSolved
  | StackChange
  | OneModel;

export interface Validity {
  /** Findings that show that the measurement cannot be trusted; empty if it can be trusted. */
  readonly invalid: readonly Finding[];
  readonly warnings: readonly Finding[];
}

const MOST_FAILED = 0.01;
const MOST_DROPPED = 0.02;
/** Recomputes the claim or the verdict from other data. */
export interface DecideAgain {
  /** The claim based on these samples instead. */
  readonly claimOn: (suites: readonly SuiteSamples[]) => Claim;
  /** The verdict if every dropped item had moved as far as possible in `direction`. */
  readonly droppedItems: (direction: 1 | -1) => string;
}

/**
 * Decides whether the verdict can be trusted. It can be trusted if every requested sample was delivered once, few
 * samples failed, something was measured at all, and the verdict does not depend on dropped items, on truncation or on
 * the way answers are written.
 */
export function validity({
  suites,
  unexpected,
  droppedItems,
  cut,
  claim,
  rejudge,
  formatDrifts = [],
  served,
  oneModel,
}: {
  readonly suites: readonly SuiteSamples[];
  readonly unexpected: readonly Unexpected[];
  /** Number of dropped items in each suite, in the order of `suites`. */
  readonly droppedItems: readonly number[];
  /**
   * The effect of a budget that ended sampling. If present, the remaining items' missing samples are not a separate
   * finding.
   */
  readonly cut?: BudgetCut | undefined;
  /** The verdict's claims. */
  readonly claim: Claim;
  readonly rejudge: DecideAgain;
  /** Measures for which the lenient grade drifts; default: empty. */
  readonly formatDrifts?: readonly FormatDrift[];
  /** The stacks that served the completions; absent if the completions come from files. */
  readonly served?: { readonly by: ServingStacks; readonly onChange: OnStackChange } | undefined;
  /** Present if one model seems to have answered for both sides. */
  readonly oneModel?: OneModel | undefined;
}): Validity {
  const invalid: Finding[] = [];
  const cutFindings: Finding[] = cut === undefined ? [] : [{ cause: 'cut', cut }];
  const isCutShort = cut?.isEnough === false;
  if (isCutShort) invalid.push(...cutFindings);
  const missing = cut === undefined ? suites.flatMap(missingSamples) : [];
  if (missing.length > 0) invalid.push({ cause: 'missing', samples: missing });
  const unasked = [...unexpected, ...suites.flatMap(samplesBeyondN)];
  if (unasked.length > 0) invalid.push({ cause: 'unexpected', samples: unasked });
  invalid.push(...suites.flatMap(tooManyFailed));
  suites.forEach(({ name, items }, place) => {
    const dropped = droppedItems[place] ?? 0;
    if (dropped > MOST_DROPPED * items.length)
      invalid.push({ cause: 'dropped', suite: name, dropped, of: items.length });
  });
  const allDropped = droppedItems.reduce((sum, count) => sum + count, 0);
  if (
    allDropped > 0 &&
    ([1, -1] as const).some((direction) => rejudge.droppedItems(direction) !== claim.status)
  ) {
    invalid.push({ cause: 'dropped-could-decide', dropped: allDropped });
  }

  const outcomes = outcomeDrifts(suites, { claim, claimOn: rejudge.claimOn });
  const reasons = suites.flatMap(oneReasons);
  const cutOff = suites.flatMap(truncations);
  const changes = served === undefined ? [] : stackChanges(served.by);
  const refused = served?.onChange === 'invalid';
  return {
    invalid: [
      ...invalid,
      ...reasons.filter(({ decides }) => decides),
      ...cutOff.filter(({ decides }) => decides),
      ...nothingSolved(suites),
      ...formatDrifts.filter(({ decides }) => decides),
      ...outcomes.filter(isDecisive),
      ...(refused ? changes : []),
    ],
    warnings: [
      ...(isCutShort ? [] : cutFindings),
      ...reasons.filter(({ decides }) => !decides),
      ...cutOff.filter(({ decides }) => !decides),
      ...formatDrifts.filter(({ decides }) => !decides),
      ...outcomes.filter((drift) => !isDecisive(drift)),
      ...(refused ? [] : changes),
      ...(oneModel === undefined ? [] : [oneModel]),
    ],
  };
}

const SIDES = ['old', 'new'] as const;

function missingSamples({ name, items, samplesPerItem }: SuiteSamples): SampleName[] {
  return items.flatMap((item) =>
    SIDES.flatMap((side) => {
      const received = new Set(item[side].map(({ index }) => index));
      const indices = Array.from({ length: samplesPerItem }, (_, index) => index).filter(
        (index) => !received.has(index),
      );
      return indices.length === 0 ? [] : [{ suite: name, side, id: item.id, indices }];
    }),
  );
}

function samplesBeyondN({ name, items, samplesPerItem }: SuiteSamples): Unexpected[] {
  return items.flatMap((item) =>
    SIDES.flatMap((side) =>
      item[side]
        .filter(({ index }) => index >= samplesPerItem)
        .map(({ index }): Unexpected => ({ kind: 'beyond-n', suite: name, side, id: item.id, index })),
    ),
  );
}

function tooManyFailed({ name, items }: SuiteSamples): Finding[] {
  return SIDES.flatMap((side) => {
    const samples = items.flatMap((item) => item[side]);
    const failed = samples.filter(({ outcome }) => outcome === 'failed');
    if (failed.length <= MOST_FAILED * samples.length) return [];
    return [
      {
        cause: 'failed',
        suite: name,
        side,
        failed: failed.length,
        of: samples.length,
        reason: commonestReason(failed),
      },
    ];
  });
}

function commonestReason(failed: readonly GradedSample[]): string {
  const counts = new Map<string, number>();
  for (const { reason = 'no reason given' } of failed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';
}
