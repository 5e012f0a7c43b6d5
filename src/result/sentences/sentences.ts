import type { Finding } from '../../verdict/validity/validity.ts';
import type { Decision } from '../../verdict/verdict.ts';
import { joined } from './enumerated.ts';
import { findingSentence } from './finding-sentences.ts';
import * as numbers from './numbers.ts';
import { measureRow, readMargin } from './measure-row.ts';
import type { MeasureResult, Result } from '../result.ts';
import { waivedSentence } from './waiver-sentences.ts';

/** A measure and its suite, as named in a sentence. */
export function measureName(measure: MeasureResult): string {
  return `${subjectOf(measure)} on ${measureRow(measure).suite}`;
}

/** One whole sentence about a guardrail: measure, suite, numbers, interval, margin and state. */
export function measureSentence(measure: MeasureResult): string {
  const { old, new: candidate, change, interval } = measureRow(measure);
  const subject = measureName(measure);
  const reason = measure.reason ?? '';
  if (measure.delta === null) return `${subject} could not be measured: ${reason}.`;
  const moved = `${movement(measure.delta, old, candidate)}, ${withUnit(measure, change)} ${interval}`;
  const accepted = `the accepted ${withUnit(measure, readMargin(measure))}`;
  switch (measure.state) {
    case 'lost':
      return `${subject} ${moved}: lost, by more than ${accepted} (adjusted p ${numbers.pValue(measure.p_loss_adjusted ?? 1)}).${measure.waiver === undefined ? '' : ` ${waivedSentence(measure.waiver)}`}`;
    case 'kept':
      if ((measure.interval?.[0] ?? 0) > 0) return `${subject} ${moved}: gained.`;
      return (measure.interval?.[1] ?? 0) < 0
        ? `${subject} ${moved}: a loss, shown to lie within ${accepted}.`
        : `${subject} ${moved}: kept, no loss beyond ${accepted}.`;
    case 'unclear':
      return `${subject} ${moved}: unclear; ${reason} (margin: ${withUnit(measure, readMargin(measure))}).`;
    case null:
      return `${subject} ${moved}.`;
  }
}

/** The verdict's reasons: lost guardrails first, then unclear ones, then kept ones. */
export function reasonsOf(measures: readonly MeasureResult[], findings: readonly Finding[]): string[] {
  const gating = measures.filter(({ gates }) => gates);
  const inState = (state: MeasureResult['state']): string[] =>
    gating.filter((measure) => measure.state === state).map(measureSentence);
  return [...findings.map(findingSentence), ...inState('lost'), ...inState('unclear'), ...inState('kept')];
}

/** The first sentence that a reader sees, without the verdict's name. */
export function headlineOf({
  status,
  decision,
  findings,
  measures,
  versions,
}: {
  readonly status: Result['verdict']['status'];
  readonly decision: Decision;
  readonly findings: readonly Finding[];
  readonly measures: readonly MeasureResult[];
  readonly versions: { readonly old: string; readonly new: string };
}): string {
  const gating = measures.filter(({ gates }) => gates);
  const target = measures[decision.family.findIndex(({ member }) => member.pooledTarget)];
  const lost = gating.filter(({ state }) => state === 'lost');
  const gain = target === undefined ? '' : gainWords(target, versions);
  const losses = joined(lossesInWords(lost));
  switch (status) {
    case 'invalid':
      return `The measurement cannot be trusted: ${findings.slice(0, 1).map(findingSentence).join('')}`;
    case 'reversal':
      return `${gain}, but ${losses}.`;
    case 'regression':
      return target === undefined || target.state === 'lost'
        ? `Against ${versions.old}, ${versions.new} lost: ${losses}.`
        : `${versions.new} is not shown to gain on ${versions.old}, and ${losses}.`;
    case 'progress':
      return `${gain}, and every guardrail is shown kept.`;
    case 'unchanged':
      return target === undefined
        ? `${versions.new} shows no loss beyond the margins against ${versions.old}.`
        : `${versions.new} answers as much of ${measureRow(target).suite} as ${versions.old} does, within ±${withUnit(target, readMargin(target))}, and every guardrail is shown kept.`;
    case 'inconclusive':
      return inconclusiveWords({ decision, gating, gain, versions });
    case 'skipped':
      return `The model version did not change (${versions.new}); nothing was measured.`;
  }
}

function inconclusiveWords({
  decision: { gain: gained, target },
  gating,
  gain,
  versions,
}: {
  readonly decision: Decision;
  readonly gating: readonly MeasureResult[];
  readonly gain: string;
  readonly versions: { readonly old: string; readonly new: string };
}): string {
  const start = gained
    ? `Gain, not shown safe: ${gain}`
    : target === undefined
      ? `No loss of ${versions.new} against ${versions.old} is shown, nor its absence`
      : `Neither a gain nor a loss of ${versions.new} against ${versions.old} is shown`;
  const unclear = gating.filter(({ state }) => state === 'unclear');
  const besides = gating.filter(({ dimension, role }) => !(dimension === 'accuracy' && role === 'target'));
  if (besides.length === 0) {
    return `${start}. No guardrail besides the target's own accuracy was looked at, so no progress can be claimed.`;
  }
  if (unclear.length === 0) return `${start}.`;
  return `${start}; unclear: ${joined(unclear.map((measure) => `${subjectOf(measure)} on ${measureRow(measure).suite}`.replace(/^./u, (first) => first.toLowerCase())))}.`;
}

function gainWords(target: MeasureResult, versions: { readonly old: string; readonly new: string }): string {
  const { change, suite } = measureRow(target);
  return `${versions.new} answers ${withUnit(target, change)} more of ${suite} than ${versions.old}`;
}

/** Diversity may be lost in several kinds on one suite; they share one clause. */
function lossesInWords(lost: readonly MeasureResult[]): string[] {
  const isDiversity = ({ dimension, margin_relative: relative }: MeasureResult): boolean =>
    dimension === 'diversity' && relative !== null;
  const told = new Set<string>();
  return lost.flatMap((measure) => {
    if (!isDiversity(measure)) return [lossWords(measure)];
    const { suite } = measureRow(measure);
    if (told.has(suite)) return [];
    told.add(suite);
    const kinds = lost.filter((other) => isDiversity(other) && other.suite === measure.suite);
    return [`its solutions to ${suite} are ${joined(kinds.map(lessDiverse))} less diverse`];
  });
}

function lessDiverse(measure: MeasureResult): string {
  return `${lostAmount(measure)} (${measure.name})`;
}

function lostAmount(measure: MeasureResult): string {
  return withUnit(measure, measureRow(measure).change).replace(/^[−-]/u, '');
}

function lossWords(measure: MeasureResult): string {
  const { suite } = measureRow(measure);
  const amount = lostAmount(measure);
  switch (measure.dimension) {
    case 'diversity':
      return `the ${measure.name} diversity of its solutions to ${suite} fell by ${amount}`;
    case 'coverage':
      return `${amount} of ${suite} is out of its reach now (${measure.name})`;
    case 'generalization':
      return measure.role === 'ood'
        ? `it lost ${amount} on ${suite}, which it was not trained for`
        : `it lost ${amount} on the hardest group of ${suite}`;
    case 'accuracy':
      return `it lost ${amount} on ${suite}`;
  }
}

const SUBJECTS = {
  accuracy: 'Accuracy',
  coverage: 'Coverage',
  diversity: 'Diversity',
  generalization: 'Generalization',
} as const;

function subjectOf({ dimension, name, group }: MeasureResult): string {
  const of = group === null ? name : `${name}: ${group}`;
  return `${SUBJECTS[dimension]} (${of})`;
}

/** Adds "points" if the measure is a probability. A share of old already has its sign; other units have no name. */
function withUnit({ unit, margin_relative: relative }: MeasureResult, amount: string): string {
  if (unit !== 'probability' || relative !== null) return amount;
  return amount === '1' ? '1 point' : `${amount} points`;
}

function movement(delta: number, old: string, candidate: string): string {
  if (old === candidate) return `stayed at ${old}`;
  return `${delta > 0 ? 'rose' : 'fell'} from ${old} to ${candidate}`;
}
