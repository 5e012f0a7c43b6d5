import { measureId } from '../verdict/measure-id.ts';
import type { Measure, Measurement } from '../measures/measurement.ts';
import type { SuiteDescription } from '../measures/describe-suite.ts';
import type { SuiteMeasures } from '../measures/measure-suite.ts';
import { estimate } from '../verdict/estimate.ts';
import type { DecidedMember, Unclear } from '../verdict/states.ts';
import type { Decision } from '../verdict/verdict.ts';
import type { Waived } from '../verdict/waivers.ts';
import type { Waiver } from '../config/waiver.ts';
import { changeOf } from './change.ts';
import { count } from './sentences/numbers.ts';
import type { MeasureResult } from './result.ts';

/**
 * Returns a check's measures: the gating measures in order, followed by the measures that are only reported, if they
 * were measured.
 */
export function measureResults(
  suites: readonly { readonly measures: SuiteMeasures; readonly description: SuiteDescription }[],
  { family }: Decision,
  { losses }: Pick<Waived, 'losses'>,
): MeasureResult[] {
  const itemsOf = new Map(
    suites.map(({ measures: { suite } }) => [suite.name, suite.items.length + suite.dropped.length]),
  );
  const targets = suites.flatMap(({ measures: { suite } }) => (suite.role === 'target' ? [suite.name] : []));
  const gating = new Set(family.map(({ member }) => member.measure));
  const reported = suites
    .flatMap(
      ({
        measures: { accuracy, coverage, syntactic, logical, semantic, reach, hardestGroup },
        description,
      }) => [accuracy, coverage, syntactic, logical, semantic, reach, hardestGroup, ...description.reported],
    )
    .filter((measure) => measure !== undefined)
    .filter(
      (measure) => !gating.has(measure) && measure.measurement.kind === 'measured' && !repeats(measure),
    );
  const itemsIn = ({ suite }: Measure): number =>
    (suite === undefined ? targets : [suite]).reduce((sum, name) => sum + (itemsOf.get(name) ?? 0), 0);
  return [
    ...family.map((judged) => ({
      ...judgedResult(judged, { suiteItems: itemsIn(judged.member.measure), pooled: targets }),
      ...waiverOf(losses.get(judged)),
    })),
    ...reported.map((measure) => reportedResult(measure, itemsIn(measure))),
  ];
}

/**
 * Whether a measure repeats accuracy and is therefore not reported as well: coverage at K = 1 always does, and reach at
 * K = 1 does if every correct solution has a recognized way.
 */
function repeats({ name, dimension }: Measure): boolean {
  return (name === 'pass@1' && dimension === 'coverage') || name === 'reach@1';
}

/** The end of a sentence that explains why a guardrail is unclear. */
export function whyUnclear(why: Unclear, effectiveClusters: number): string {
  switch (why.cause) {
    case 'unmeasurable':
      return why.reason;
    case 'too-few-clusters':
      return `its items are equivalent to ${count(Math.floor(effectiveClusters))} independent items, expected at least ${why.needed}`;
    case 'concentrated':
      return 'solutions concentrate on fewer ways, but no way is shown to be lost';
    case 'nothing-to-lose':
      return `the baseline solves ${count(why.solved)} of ${count(why.of)} items, so there is nothing to lose`;
    case 'not-shown':
      return why.itemsNeeded === undefined
        ? 'a loss beyond the margin is neither shown nor ruled out'
        : `a loss beyond the margin is neither shown nor ruled out; about ${count(why.itemsNeeded)} items like these would settle it if nothing had been lost`;
  }
}

function judgedResult(
  judged: DecidedMember,
  { suiteItems, pooled }: { readonly suiteItems: number; readonly pooled: readonly string[] },
): MeasureResult {
  const { member, estimate: measured, state } = judged;
  const { measure } = member;
  const gates = state !== undefined;
  return {
    ...identity(measure),
    ...(measure.suite === undefined && { pooled: [...pooled] }),
    gates,
    ...(gates && member.guardrail !== undefined && { guardrail: member.guardrail }),
    ...figures(measured, suiteItems),
    p_loss: judged.pLoss,
    p_loss_adjusted: gates ? judged.pLossAdjusted : null,
    margin: gates ? marginOf(judged) : null,
    state: state?.kind ?? null,
    reason: reasonOf(judged),
    detectable_loss: judged.detectable ?? null,
  };
}

function waiverOf(waiver: Waiver | undefined): Pick<MeasureResult, 'waiver'> {
  if (waiver === undefined) return {};
  const { reason, by, expires } = waiver;
  return { waiver: { reason, by, expires } };
}

function marginOf({ member: { margin }, marginInUnits }: DecidedMember): MeasureResult['margin'] {
  const { kind, fraction: value } = margin;
  if (kind === 'points') return { kind: 'absolute', value, accepted_loss: value };
  const isKnown = marginInUnits !== undefined && marginInUnits > 0;
  return { kind, value, accepted_loss: isKnown ? marginInUnits : null };
}

function reasonOf({ member, estimate: measured, state }: DecidedMember): string | null {
  if (state?.kind === 'unclear') return whyUnclear(state.why, measured?.effectiveClusters ?? 0);
  if (state !== undefined) return null;
  const { measurement } = member.measure;
  return measurement.kind === 'measured'
    ? 'not a guardrail here: with so few items, it could never be kept'
    : measurement.reason;
}

function reportedResult(measure: Measure, suiteItems: number): MeasureResult {
  const { measurement } = measure;
  const measured = measurement.kind === 'measured' ? estimate([{ measurement, weight: 1 }]) : undefined;
  return {
    ...identity(measure),
    gates: false,
    ...figures(measured, suiteItems),
    p_loss: measured?.pLoss ?? null,
    p_loss_adjusted: null,
    margin: null,
    state: null,
    reason: reasonNotMeasured(measurement),
    detectable_loss: null,
  };
}

function reasonNotMeasured(measurement: Measurement): string | null {
  return measurement.kind === 'measured' ? null : measurement.reason;
}

function identity(
  measure: Measure,
): Pick<MeasureResult, 'id' | 'suite' | 'role' | 'dimension' | 'name' | 'group' | 'unit'> {
  const { suite, role, dimension, name, group, unit } = measure;
  return {
    id: measureId(measure),
    suite: suite ?? null,
    role,
    dimension,
    name,
    group: group ?? null,
    unit,
  };
}

function figures(
  measured: DecidedMember['estimate'],
  suiteItems: number,
): Pick<MeasureResult, 'old' | 'new' | 'change' | 'items' | 'eligible_share' | 'effective_clusters'> {
  if (measured === undefined) {
    return {
      old: null,
      new: null,
      change: null,
      items: 0,
      eligible_share: 0,
      effective_clusters: 0,
    };
  }
  return {
    old: measured.old,
    new: measured.new,
    change: changeOf(measured),
    items: measured.items,
    eligible_share: suiteItems === 0 ? 0 : Math.min(1, measured.items / suiteItems),
    effective_clusters: measured.effectiveClusters,
  };
}
