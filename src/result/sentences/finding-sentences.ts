import type { ServedBy } from '../../store/served-by.ts';
import type { BudgetCut } from '../../verdict/validity/budget-cut.ts';
import type { incomparableStacks } from '../../verdict/validity/stack-change.ts';
import type { Finding, Unexpected } from '../../verdict/validity/validity.ts';
import { joined, listed } from './enumerated.ts';
import {
  formatDriftSentence,
  oneReasonSentence,
  outcomeDriftSentence,
  truncationSentence,
} from './format-sentences.ts';
import * as numbers from './numbers.ts';

/** Names of samples that a sentence spells out before it counts the rest. */
const NAMED = 3;

/** Why the measurement cannot be trusted, or which side it may favour. */
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

/** Names the stacks of two sides that were sampled apart, if it is unknown whether one stack changed in between. */
export function incomparableSentence({
  old,
  new: candidate,
}: NonNullable<ReturnType<typeof incomparableStacks>>): string {
  return `${stackWords(old)} for old, ${stackWords(candidate)} for new, one after the other. A fingerprint may be the model's own, so these do not tell whether the stack changed in between`;
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

/** Says that a budget ended sampling, which part of the plan is compared, and what the whole plan would take. */
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

function indexWords(indices: readonly number[]): string {
  return indices.length === 1 ? `sample ${indices[0] ?? ''}` : `${indices.length} samples`;
}
