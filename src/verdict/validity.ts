import type { GradedItem, GradedSample, Outcome } from '../grading/outcome.ts';
import type { SuiteSamples } from '../measures/samples.ts';
import type { OneModel } from './one-model.ts';
import type { OnStackChange } from './policy.ts';
import type { ServingStacks, StackChange } from './stack-change.ts';
import { stackChanges } from './stack-change.ts';
import type { BudgetCut } from './budget-cut.ts';

type Side = 'old' | 'new';

/** Names a sample, or an item, that is missing or double. */
export interface SampleName {
  readonly suite: string;
  readonly side: Side;
  readonly id: string;
  /** Places among the item's samples. */
  readonly indices: readonly number[];
}

/** A completion that belongs to no sample that was asked for, or to one that has been delivered already. */
export interface Unexpected {
  /** `beyond-n`: its index is n or more, so the item would be measured on more samples than the other side's. */
  readonly kind: 'duplicate' | 'unknown-item' | 'beyond-n';
  readonly suite: string;
  readonly side: Side;
  readonly id: string;
  readonly index: number;
}

/** Why a measurement cannot be trusted, or what it leans on (method.md, section 5). */
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
  | {
      readonly cause: 'drift';
      readonly suite: string;
      readonly outcome: 'truncated' | 'unparseable';
      readonly old: number;
      readonly new: number;
      readonly changesVerdict: boolean;
    }
  /** Most answers could not be read on a side: a grader or prompt that does not fit is likelier than wrong answers. */
  | { readonly cause: 'unreadable'; readonly suite: string; readonly old: number; readonly new: number }
  | StackChange
  | OneModel;

export interface Validity {
  /** Not empty: the measurement cannot be trusted. */
  readonly invalid: readonly Finding[];
  readonly warnings: readonly Finding[];
}

const MOST_FAILED = 0.01;
const MOST_DROPPED = 0.02;
const MOST_TRUNCATED = 0.05;
const TRUNCATED_APART = 0.02;
const UNPARSEABLE_APART = 0.05;

/** Shares of unparseable samples: above the first on a side a reader is told; above the second on both nothing is measured. */
const OFTEN_UNREADABLE = 0.5;
const UNREADABLE = 0.95;

/** Share of the samples that must be left on an item when suspect ones are left out. */
const LEAST_SHARE_WITHOUT_SUSPECTS = 0.5;

/** What the verdict would be on other data. */
export interface Rejudge {
  /** On these samples instead. */
  readonly samples: (suites: readonly SuiteSamples[]) => string;
  /** If every dropped item had moved as far as it can. */
  readonly droppedItems: (direction: 1 | -1) => string;
}

/**
 * Whether the verdict `status` can be trusted: everything asked for was delivered once, little failed, and neither
 * dropped items nor a drift of truncation or format could have decided it.
 */
export function validity({
  suites,
  unexpected,
  droppedItems,
  cut,
  status,
  rejudge,
  served,
  oneModel,
}: {
  readonly suites: readonly SuiteSamples[];
  readonly unexpected: readonly Unexpected[];
  /** Dropped items by suite, in the order of `suites`. */
  readonly droppedItems: readonly number[];
  /** Present where a budget ended sampling: what is then missing on items that stayed is no finding of its own. */
  readonly cut?: BudgetCut | undefined;
  readonly status: string;
  readonly rejudge: Rejudge;
  /** Absent where files hold the completions. */
  readonly served?: { readonly by: ServingStacks; readonly onChange: OnStackChange } | undefined;
  /** Present where one model seems to answer for both sides. */
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
  if (allDropped > 0 && ([1, -1] as const).some((direction) => rejudge.droppedItems(direction) !== status)) {
    invalid.push({ cause: 'dropped-could-decide', dropped: allDropped });
  }

  const unreadable = suites.flatMap(oftenUnreadable);
  const measuresNothing = unreadable.filter((finding) => Math.min(finding.old, finding.new) > UNREADABLE);

  const drifts = suites.flatMap(drifted).map((drift): Extract<Finding, { cause: 'drift' }> => {
    const without = suites.map((suite) =>
      suite.name === drift.suite ? leaveOut(suite, drift.outcome) : suite,
    );
    return { ...drift, changesVerdict: rejudge.samples(without) !== status };
  });
  const changes = served === undefined ? [] : stackChanges(served.by);
  const refused = served?.onChange === 'invalid';
  return {
    invalid: [
      ...invalid,
      ...measuresNothing,
      ...drifts.filter(({ changesVerdict }) => changesVerdict),
      ...(refused ? changes : []),
    ],
    warnings: [
      ...(isCutShort ? [] : cutFindings),
      ...unreadable.filter((finding) => !measuresNothing.includes(finding)),
      ...drifts.filter(({ changesVerdict }) => !changesVerdict),
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

function drifted({
  name,
  items,
}: SuiteSamples): Omit<Extract<Finding, { cause: 'drift' }>, 'changesVerdict'>[] {
  const truncated = shares(items, 'truncated');
  const unparseable = shares(items, 'unparseable');
  const found = [];
  if (Math.max(truncated.old, truncated.new) > MOST_TRUNCATED && apart(truncated) > TRUNCATED_APART) {
    found.push({ cause: 'drift' as const, suite: name, outcome: 'truncated' as const, ...truncated });
  }
  if (apart(unparseable) > UNPARSEABLE_APART) {
    found.push({ cause: 'drift' as const, suite: name, outcome: 'unparseable' as const, ...unparseable });
  }
  return found;
}

function oftenUnreadable({ name, items }: SuiteSamples): Extract<Finding, { cause: 'unreadable' }>[] {
  const share = shares(items, 'unparseable');
  return Math.max(share.old, share.new) > OFTEN_UNREADABLE
    ? [{ cause: 'unreadable', suite: name, ...share }]
    : [];
}

function shares(items: readonly GradedItem[], outcome: Outcome): Record<Side, number> {
  const share = (side: Side): number => {
    const graded = items.flatMap((item) => item[side]).filter((sample) => sample.outcome !== 'failed');
    return graded.length === 0
      ? 0
      : graded.filter((sample) => sample.outcome === outcome).length / graded.length;
  };
  return { old: share('old'), new: share('new') };
}

function apart(share: Record<Side, number>): number {
  return Math.abs(share.new - share.old);
}

/** The suite with the suspect samples counted as nothing; items need half of their samples left. */
function leaveOut(suite: SuiteSamples, outcome: Outcome): SuiteSamples {
  const without = (samples: readonly GradedSample[]): GradedSample[] =>
    samples.map((sample) =>
      sample.outcome === outcome ? { ...sample, outcome: 'failed', text: '' } : sample,
    );
  return {
    ...suite,
    leastShare: LEAST_SHARE_WITHOUT_SUSPECTS,
    items: suite.items.map((item) => ({ ...item, old: without(item.old), new: without(item.new) })),
  };
}
