import type { ServedBy } from '../sampling/served-by.ts';
import type { incomparableStacks } from '../verdict/stack-change.ts';
import type { BudgetCut } from '../verdict/budget-cut.ts';
import type { Finding, Unexpected } from '../verdict/validity.ts';
import type { Judgement } from '../verdict/verdict.ts';
import {
  formatDriftSentence,
  oneReasonSentence,
  outcomeDriftSentence,
  truncationSentence,
} from './format-sentences.ts';
import * as numbers from './numbers.ts';
import { read, readMargin } from './reading.ts';
import type { MeasureResult, Result } from './result.ts';
import { waivedSentence } from './waiver-sentences.ts';

/** Names of samples that a sentence spells out before it counts the rest. */
const NAMED = 3;

/** A measure and its suite, as a sentence calls them. */
export function measureName(measure: MeasureResult): string {
  return `${subjectOf(measure)} on ${read(measure).suite}`;
}

/** One whole sentence about a guardrail: measure, suite, numbers, interval, margin and state. */
export function measureSentence(measure: MeasureResult): string {
  const { old, new: fresh, change, interval } = read(measure);
  const subject = measureName(measure);
  const reason = measure.reason ?? '';
  if (measure.delta === null) return `${subject} could not be measured: ${reason}.`;
  const moved = `${movement(measure.delta, old, fresh)}, ${withUnit(measure, change)} ${interval}`;
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

/** Why the measurement cannot be trusted, or which way it leans. */
export function findingSentence(finding: Finding): string {
  switch (finding.cause) {
    case 'cut':
      return cutSentence(finding.cut);
    case 'missing': {
      const count = finding.samples.reduce((sum, { indices }) => sum + indices.length, 0);
      const named = finding.samples
        .slice(0, NAMED)
        .map(({ suite, id, side, indices }) => `${suite} ${id} (${side}, ${indexWords(indices)})`);
      return `${numbers.counted(count, 'sample is', 'samples are')} missing: ${listed(named, finding.samples.length)}.`;
    }
    case 'unexpected': {
      const named = finding.samples.slice(0, NAMED).map(unexpectedWords);
      return `${numbers.counted(finding.samples.length, 'completion belongs', 'completions belong')} to no sample that was asked for: ${listed(named, finding.samples.length)}.`;
    }
    case 'failed':
      return `${numbers.counted(finding.failed, 'sample', 'samples')} of ${numbers.count(finding.of)} failed on ${finding.suite} (${finding.side}), more than the 1 % that is allowed; the commonest reason: ${finding.reason}.`;
    case 'dropped':
      return `${numbers.counted(finding.dropped, 'item', 'items')} of ${numbers.count(finding.of)} in ${finding.suite} have too few graded samples, more than the 2 % that is allowed.`;
    case 'dropped-could-decide':
      return `${numbers.counted(finding.dropped, 'item was', 'items were')} left out for want of graded samples, and the verdict would be another if all of them had moved one way.`;
    case 'one-reason':
      return oneReasonSentence(finding);
    case 'truncation':
      return truncationSentence(finding);
    case 'nothing-solved':
      return `Not one of ${numbers.count(finding.samples)} samples of both sides is correct, so nothing was measured that could be lost or gained: use items that old can solve.`;
    case 'format-drift':
      return formatDriftSentence(finding);
    case 'outcome-drift':
      return outcomeDriftSentence(finding);
    case 'stack-changed':
      return `${finding.side}'s completions come from ${numbers.count(finding.stacks.length)} serving stacks, by what the servers say: ${listed(finding.stacks.slice(0, NAMED).map(stackWords), finding.stacks.length)}. What differs may be theirs, not the model's; completions that are drawn afresh by one stack tell.`;
    case 'stacks-apart':
      return `old's completions and new's were drawn one after the other, by serving stacks that call one model by other fingerprints: ${stackWords(finding.old)} for old, ${stackWords(finding.new)} for new. What differs may be theirs, not the model's; completions that are drawn afresh together tell.`;
    case 'same-completions':
      return `All ${numbers.count(finding.completions)} completions of new (${finding.new}) are those of old (${finding.old}) to the letter: the server seems to answer with one model under both names, so no change could be found.`;
    case 'same-model':
      return `Asked for ${finding.old} and for ${finding.new}, the server says each time that ${finding.model} answered: it seems to answer with one model under both names, so no change could be found.`;
  }
}

/** Which stacks served sides that were drawn apart, where nothing tells whether one stack changed in between. */
export function incomparableSentence({
  old,
  new: fresh,
}: NonNullable<ReturnType<typeof incomparableStacks>>): string {
  return `${stackWords(old)} for old, ${stackWords(fresh)} for new, one after the other. A fingerprint may be the model's own, so these do not tell whether the stack changed in between`;
}

function stackWords({ model, fingerprint, completions, oldest, newest }: ServedBy): string {
  const name = [
    model ?? 'a model without a name',
    fingerprint === null ? 'no fingerprint' : `fingerprint ${fingerprint}`,
  ].join(', ');
  const [first, last] = [oldest.slice(0, 10), newest.slice(0, 10)];
  const when = first === last ? `on ${first}` : `from ${first} to ${last}`;
  return `${name} (${numbers.counted(completions, 'completion')} ${when})`;
}

/** That a budget ended sampling, what is judged of what was planned, and what the whole would take. */
function cutSentence(cut: BudgetCut): string {
  const { limit, allowed, byDefault, unasked, wouldTake, suites, isEnough, needed } = cut;
  const shares = suites.map(
    ({ suite, judged, of }) => `${numbers.count(judged)} of ${numbers.counted(of, 'item')} of ${suite}`,
  );
  const outcome = isEnough
    ? 'and only these are judged'
    : `too few to judge (each suite needs ${needed} that are independent)`;
  const amount = (value: number): string => budgetAmount(limit, value);
  const whole = wouldTake === undefined ? '' : `, and budget.${limit} of about ${amount(wouldTake)}`;
  return `The budget ended sampling (${limit}${byDefault ? ', by default' : ''}: ${amount(allowed)}). Both sides have ${joined(shares)}, ${outcome}; the rest takes ${numbers.counted(unasked, 'more sample')}${whole}.`;
}

function budgetAmount(limit: BudgetCut['limit'], value: number): string {
  switch (limit) {
    case 'max-requests':
      return numbers.count(Math.ceil(value));
    case 'max-tokens':
      return numbers.tokens(value);
    case 'max-cost':
      return numbers.usd(value);
    case 'max-minutes':
      return `${numbers.plain(value)} min`;
  }
}

function unexpectedWords({ kind, suite, id, side, index }: Unexpected): string {
  switch (kind) {
    case 'duplicate':
      return `${suite} ${id} (${side}, sample ${index}) came twice`;
    case 'unknown-item':
      return `${suite} has no item ${id} (${side})`;
    case 'beyond-n':
      return `${suite} ${id} (${side}) has a sample ${index}, which is n or more`;
  }
}

/** The verdict's reasons: what is lost first, then what is unclear, then what is kept. */
export function reasonsOf(measures: readonly MeasureResult[], findings: readonly Finding[]): string[] {
  const gating = measures.filter(({ gates }) => gates);
  const inState = (state: MeasureResult['state']): string[] =>
    gating.filter((measure) => measure.state === state).map(measureSentence);
  return [...findings.map(findingSentence), ...inState('lost'), ...inState('unclear'), ...inState('kept')];
}

/** The first sentence that a reader sees, without the verdict's name. */
export function headlineOf({
  status,
  judgement,
  findings,
  measures,
  versions,
}: {
  readonly status: Result['verdict']['status'];
  readonly judgement: Judgement;
  readonly findings: readonly Finding[];
  readonly measures: readonly MeasureResult[];
  readonly versions: { readonly old: string; readonly new: string };
}): string {
  const gating = measures.filter(({ gates }) => gates);
  const target = measures[judgement.family.findIndex(({ member }) => member.pooledTarget)];
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
        : `${versions.new} answers as much of ${read(target).suite} as ${versions.old} does, within ±${withUnit(target, readMargin(target))}, and every guardrail is shown kept.`;
    case 'inconclusive':
      return inconclusiveWords({ judgement, gating, gain, versions });
    case 'skipped':
      return `The model version did not change (${versions.new}); nothing was measured.`;
  }
}

function inconclusiveWords({
  judgement: { gain: gained, target },
  gating,
  gain,
  versions,
}: {
  readonly judgement: Judgement;
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
  return `${start}; unclear: ${joined(unclear.map((measure) => `${subjectOf(measure)} on ${read(measure).suite}`.replace(/^./u, (first) => first.toLowerCase())))}.`;
}

function gainWords(target: MeasureResult, versions: { readonly old: string; readonly new: string }): string {
  const { change, suite } = read(target);
  return `${versions.new} answers ${withUnit(target, change)} more of ${suite} than ${versions.old}`;
}

/** Diversity may be lost in several kinds on one suite: one clause for all of them. */
function lossesInWords(lost: readonly MeasureResult[]): string[] {
  const isDiversity = ({ dimension, margin_relative: relative }: MeasureResult): boolean =>
    dimension === 'diversity' && relative !== null;
  const told = new Set<string>();
  return lost.flatMap((measure) => {
    if (!isDiversity(measure)) return [lossWords(measure)];
    const { suite } = read(measure);
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
  return withUnit(measure, read(measure).change).replace(/^[−-]/u, '');
}

function lossWords(measure: MeasureResult): string {
  const { suite } = read(measure);
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

/** Points are named where the measure is a probability; a share of old has its sign already, other units none. */
function withUnit({ unit, margin_relative: relative }: MeasureResult, amount: string): string {
  if (unit !== 'probability' || relative !== null) return amount;
  return amount === '1' ? '1 point' : `${amount} points`;
}

function movement(delta: number, old: string, fresh: string): string {
  if (old === fresh) return `stayed at ${old}`;
  return `${delta > 0 ? 'rose' : 'fell'} from ${old} to ${fresh}`;
}

function indexWords(indices: readonly number[]): string {
  return indices.length === 1 ? `sample ${indices[0] ?? ''}` : `${indices.length} samples`;
}

function listed(named: readonly string[], all: number): string {
  const rest = all - named.length;
  return `${named.join('; ')}${rest > 0 ? `; and ${numbers.count(rest)} more` : ''}`;
}

function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
