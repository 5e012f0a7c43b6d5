import type { Finding } from '../../verdict/validity/validity.ts';
import { findingSentence } from './finding-sentences.ts';
import { marginOf, withUnit } from './margins.ts';
import * as numbers from './numbers.ts';
import { measureRow } from './measure-row.ts';
import type { MeasureResult } from '../result.ts';
import { waivedSentence } from './waiver-sentences.ts';

/** Names a measure and its suite for the start of a sentence, such as `Coverage (pass@32) on gsm8k`. */
function measureName(measure: MeasureResult): string {
  return `${subjectOf(measure)} on ${measureRow(measure).suite}`;
}

/** Names a measure and its suite within a sentence, such as `coverage (pass@32) on gsm8k`. */
export function nameInSentence(measure: MeasureResult): string {
  return measureName(measure).replace(/^./u, (first) => first.toLowerCase());
}

/** One complete sentence about a guardrail: measure, suite, numbers, interval, state and margin. */
export function measureSentence(measure: MeasureResult): string {
  const { old, new: candidate, change, interval } = measureRow(measure);
  const subject = measureName(measure);
  const reason = measure.reason ?? '';
  if (measure.change === null) return `${subject} was not measured: ${reason}.`;
  const moved = `${subject} ${movement(measure.change.estimate, old, candidate)}, ${withUnit(measure, change)} ${interval}`;
  const margin = marginOf(measure);
  switch (measure.state) {
    case 'lost':
      return `${moved}: lost, margin ${margin} (adjusted p ${numbers.pValue(measure.p_loss_adjusted ?? 1)}).${measure.waiver === undefined ? '' : ` ${waivedSentence(measure.waiver)}`}`;
    case 'kept':
      if (measure.change.interval[0] > 0) return `${moved}: gained.`;
      return measure.change.interval[1] < 0
        ? `${moved}: kept; it fell by less than the margin of ${margin}.`
        : `${moved}: kept, margin ${margin}.`;
    case 'unclear':
      return `${moved}: unclear (margin ${margin}), because ${reason}.`;
    case null:
      return `${moved}.`;
  }
}

/** The reasons for the verdict: findings first, then lost, unclear and kept guardrails. */
export function reasonsOf(measures: readonly MeasureResult[], findings: readonly Finding[]): string[] {
  const gating = measures.filter(({ gates }) => gates);
  const inState = (state: MeasureResult['state']): string[] =>
    gating.filter((measure) => measure.state === state).map(measureSentence);
  return [...findings.map(findingSentence), ...inState('lost'), ...inState('unclear'), ...inState('kept')];
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

function movement(delta: number, old: string, candidate: string): string {
  if (old === candidate) return `stayed at ${old}`;
  return `${delta > 0 ? 'rose' : 'fell'} from ${old} to ${candidate}`;
}
