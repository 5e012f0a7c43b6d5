import type { GradedItem, Outcome } from '../grading/outcome.ts';
import type { Measurement } from '../measures/measurement.ts';
import type { SuiteDescription } from '../measures/describe-suite.ts';
import type { SuiteMeasures } from '../measures/measure-suite.ts';
import type { SuiteSamples } from '../measures/samples.ts';
import type { Estimate, Part } from '../verdict/estimate.ts';
import { estimate } from '../verdict/estimate.ts';
import { notableDistance } from '../verdict/validity/extraction.ts';
import { changeOf } from './change.ts';
import type { Exclusion } from './exclusions.ts';
import { generalizationGap } from './generalization-gap.ts';
import { ledgerResult } from './ledger-result.ts';
import type { SuiteResult } from './result.ts';

type Side = 'old' | 'new';

/** One suite's results, except for its measures: outcomes, extraction, the curve, groups and the ledger. */
export function suiteResult({
  samples,
  measures,
  description,
  target,
  excluded,
}: {
  readonly samples: SuiteSamples;
  readonly measures: SuiteMeasures;
  readonly description: SuiteDescription;
  /** The pooled target's accuracy; undefined if it was not measured. */
  readonly target: readonly Part[] | undefined;
  readonly excluded: Exclusion['items'] | undefined;
}): SuiteResult {
  const { suite, accuracy } = measures;
  const { ledger, forecast, disparity } = description;
  const distance = notableDistance(samples.items);
  const outcomes = bySide((side) => countOutcomes(samples.items, side));
  const curve = description.curve.flatMap(({ k, measurement }) => {
    const point = estimateOf(measurement);
    return point === undefined ? [] : [{ k, old: point.old, new: point.new, change: changeOf(point) }];
  });
  return {
    name: suite.name,
    role: suite.role,
    grader: suite.grader ?? 'none',
    items: samples.items.length,
    dropped_items: suite.dropped.length,
    ...(excluded !== undefined && { excluded: excluded.map(({ id, reason }) => ({ id, reason })) }),
    samples_per_item: suite.samplesPerItem,
    k: suite.k,
    samples: bySide((side) => total(outcomes[side]) - outcomes[side].failed),
    outcomes,
    extraction: bySide((side) => countRules(samples.items, side)),
    ...(distance === undefined ? {} : { extraction_distance: distance }),
    ...reasoningResult(samples.items),
    ledger: ledger === undefined ? null : ledgerResult(ledger),
    curve,
    crossover: crossover(curve),
    forecast: forecast.map(({ k, old, new: candidate, delta, interval }) => ({
      k,
      old,
      new: candidate,
      change: { estimate: delta, interval: [...interval] },
    })),
    groups: description.groups.flatMap(({ name, measurement }) => {
      const group = estimateOf(measurement);
      if (group === undefined) return [];
      return [{ name, items: group.items, old: group.old, new: group.new, change: changeOf(group) }];
    }),
    group_disparity: disparity === undefined ? null : { ...disparity },
    generalization_gap: accuracy === undefined ? null : generalizationGap(target, accuracy),
  };
}

/**
 * The smallest k such that the candidate is shown to be below the baseline at k and at every larger k on the curve;
 * null if there is no such k (method.md, section "Coverage"). Comparing the curves alone would not be enough, because
 * an unchanged model's curves cross most of the time.
 */
export function crossover(
  curve: readonly {
    readonly k: number;
    readonly change: { readonly interval: readonly [number, number] };
  }[],
): number | null {
  let from: number | null = null;
  for (const { k, change } of curve.toReversed()) {
    if (change.interval[1] >= 0) break;
    from = k;
  }
  return from;
}

function estimateOf(measurement: Measurement): Estimate | undefined {
  return measurement.kind === 'measured' ? estimate([{ measurement, weight: 1 }]) : undefined;
}

function bySide<T>(value: (side: Side) => T): Record<Side, T> {
  return { old: value('old'), new: value('new') };
}

function countOutcomes(items: readonly GradedItem[], side: Side): Record<Outcome, number> {
  const counts = { correct: 0, incorrect: 0, unparseable: 0, truncated: 0, failed: 0 };
  for (const item of items) for (const { outcome } of item[side]) counts[outcome] += 1;
  return counts;
}

function total(counts: Record<Outcome, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/**
 * Each side's reasoning tokens and number of samples that ended inside reasoning; empty if nothing is known about
 * reasoning.
 */
function reasoningResult(items: readonly GradedItem[]): Pick<SuiteResult, 'reasoning'> {
  const reasoning = bySide((side) => {
    const samples = items.flatMap((item) => item[side]);
    const counted = samples.flatMap(({ reasoningTokens }) => reasoningTokens ?? []);
    return {
      tokens: counted.length === 0 ? null : counted.reduce((sum, tokens) => sum + tokens, 0),
      ended_inside: samples.filter(({ endedInReasoning }) => endedInReasoning === true).length,
    };
  });
  const isKnown = Object.values(reasoning).some((side) => side.tokens !== null || side.ended_inside > 0);
  return isKnown ? { reasoning } : {};
}

function countRules(items: readonly GradedItem[], side: Side): Record<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const { rule } of item[side]) if (rule !== undefined) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
