import type { ServedBy } from '../../store/served-by.ts';
import type { BudgetCut } from '../../verdict/validity/budget-cut.ts';
import type { incomparableStacks } from '../../verdict/validity/stack-change.ts';
import type { Finding, Unexpected } from '../../verdict/validity/validity.ts';
import { joined, listed } from './enumerated.ts';
import { SIDE_WORDS } from './finding-clauses.ts';
import {
  formatDriftSentence,
  oneReasonSentence,
  outcomeDriftSentence,
  truncationSentence,
} from './format-sentences.ts';
import * as numbers from './numbers.ts';

/** Maximum number of samples that a sentence lists by name. */
const NAMED = 3;

const OF_THE_STACK = 'A difference between the checkpoints may come from the stack instead of the model.';

const ONE_MODEL =
  'The server seems to use the same model for both names, so no change could be found. Check both model names.';

/** Explains why the measurement cannot be trusted, or which side it may favor, and what to do about it. */
export function findingSentence(finding: Finding): string {
  switch (finding.cause) {
    case 'cut':
      return cutSentence(finding.cut);
    case 'missing': {
      const count = finding.samples.reduce((sum, { indices }) => sum + indices.length, 0);
      const named = finding.samples
        .slice(0, NAMED)
        .map(({ suite, id, side, indices }) => `${id} of ${suite} (${side}, ${indexWords(indices)})`);
      return `${numbers.counted(count, 'sample is', 'samples are')} missing: ${listed(named, finding.samples.length)}. Give every item the same number of samples on both sides.`;
    }
    case 'unexpected': {
      const named = finding.samples.slice(0, NAMED).map(unexpectedWords);
      return `${numbers.counted(finding.samples.length, 'completion does', 'completions do')} not belong to any requested sample: ${listed(named, finding.samples.length)}. Remove the completions that do not belong to this eval set.`;
    }
    case 'failed':
      return `${numbers.count(finding.failed)} of ${numbers.counted(finding.of, 'sample')} of ${SIDE_WORDS[finding.side]} failed on ${finding.suite}, expected at most 1%. The most common reason: ${finding.reason}. Fix it and run the check again.`;
    case 'dropped':
      return `${numbers.count(finding.dropped)} of ${numbers.counted(finding.of, 'item')} in ${finding.suite} have too few graded samples, expected at most 2%. Run the check again to replace the failed samples.`;
    case 'dropped-could-decide':
      return `${numbers.counted(finding.dropped, 'item')} with too few graded samples could decide the verdict: it would be different if all of them had changed in the same direction. Run the check again to replace the failed samples.`;
    case 'one-reason':
      return oneReasonSentence(finding);
    case 'truncation':
      return truncationSentence(finding);
    case 'nothing-solved':
      return `None of the ${numbers.counted(finding.samples, 'sample')} from both checkpoints is correct, so nothing could be lost or gained. Use items that the baseline can solve.`;
    case 'format-drift':
      return formatDriftSentence(finding);
    case 'outcome-drift':
      return outcomeDriftSentence(finding);
    case 'stack-changed':
      return `The completions of ${SIDE_WORDS[finding.side]} come from ${numbers.count(finding.stacks.length)} serving stacks, as reported by the servers: ${listed(finding.stacks.slice(0, NAMED).map(stackWords), finding.stacks.length)}. ${OF_THE_STACK} To rule that out, sample them again from one stack.`;
    case 'stacks-apart':
      return `The checkpoints were sampled one after the other, from serving stacks that report different fingerprints for the same model: ${stackWords(finding.old)} for the baseline, ${stackWords(finding.new)} for the candidate. ${OF_THE_STACK} To rule that out, sample both again at the same time.`;
    case 'same-completions':
      return `All ${numbers.counted(finding.completions, 'completion')} from the candidate (${finding.new}) are identical to those from the baseline (${finding.old}). ${ONE_MODEL}`;
    case 'same-model':
      return `The server reports the model ${finding.model} for requests to ${finding.old} and to ${finding.new}. ${ONE_MODEL}`;
  }
}

/**
 * Names both sides' serving stacks if the sides were sampled one after the other and it is unknown whether the stack
 * changed in between.
 */
export function incomparableSentence({
  old,
  new: candidate,
}: NonNullable<ReturnType<typeof incomparableStacks>>): string {
  return `${stackWords(old)} for the baseline, ${stackWords(candidate)} for the candidate, sampled one after the other. A fingerprint may identify the model rather than the stack, so it is unknown whether the stack changed in between`;
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

/** Explains that a budget ended sampling, which part of the plan is compared, and which budget the whole plan needs. */
function cutSentence(cut: BudgetCut): string {
  const { limit, allowed, byDefault, unasked, wouldTake, suites, isEnough, needed } = cut;
  const shares = suites.map(
    ({ suite, judged, of }) => `${numbers.count(judged)} of ${numbers.counted(of, 'item')} of ${suite}`,
  );
  const outcome = isEnough
    ? 'Only these are compared.'
    : `That is too few: each suite needs ${numbers.count(needed)} independent items.`;
  const amount = (value: number): string => budgetAmount(limit, value);
  const whole = wouldTake === undefined ? '' : `; set budget.${limit} to about ${amount(wouldTake)}`;
  return `budget.${limit} (${amount(allowed)}${byDefault ? ', the default' : ''}) ended sampling. Both checkpoints have enough samples for ${joined(shares)}. ${outcome} The rest of the plan requires ${numbers.counted(unasked, 'more sample')}${whole}.`;
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
      return `sample ${index} of ${id} in ${suite} (${side}) occurs twice`;
    case 'unknown-item':
      return `${suite} has no item ${id} (${side})`;
    case 'beyond-n':
      return `${id} in ${suite} (${side}) has a sample with index ${index}, expected an index below n`;
  }
}

function indexWords(indices: readonly number[]): string {
  return indices.length === 1 ? `sample ${indices[0] ?? ''}` : `${indices.length} samples`;
}
