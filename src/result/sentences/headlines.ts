import type { Look } from '../../store/look-file.ts';
import type { Finding } from '../../verdict/validity/validity.ts';
import type { Decision } from '../../verdict/verdict.ts';
import type { MeasureResult } from '../result.ts';
import { namedAtMost } from './enumerated.ts';
import { findingClause } from './finding-clauses.ts';
import { marginOf, withUnit } from './margins.ts';
import { nameInSentence } from './guardrail-sentences.ts';
import * as numbers from './numbers.ts';
import { measureRow } from './measure-row.ts';
import { VERDICT_WORDS } from './verdict-names.ts';

/**
 * The first sentence of every result, without the verdict's name: at most 30 words, counting each version, suite or
 * group name as one word. Everything else is in the reasons below it.
 */

/** Maximum number of guardrails that a headline lists by name. */
const NAMED = 2;

interface Versions {
  readonly old: string;
  readonly new: string;
}

/** The inputs to a comparison's headline. */
interface Compared {
  readonly status: Decision['status'];
  /** The reasons why the measurement cannot be trusted; empty if it can be trusted. */
  readonly findings: readonly Finding[];
  readonly measures: readonly MeasureResult[];
  /** The pooled target's accuracy; undefined without target suites. */
  readonly target: MeasureResult | undefined;
  /** Whether the target is shown to have risen, however slightly. */
  readonly hasRisen: boolean;
  readonly versions: Versions;
}

/** The headline for a result whose samples were compared. */
export function comparedHeadline(compared: Compared): string {
  const { status, findings, measures, target, versions } = compared;
  const [finding] = findings;
  if (finding !== undefined) return `The measurement cannot be trusted: ${findingClause(finding)}.`;
  const gating = measures.filter(({ gates }) => gates);
  const losses = lossesInWords(gating.filter(({ state }) => state === 'lost'));
  switch (status) {
    case 'reversal':
      return `${gainInWords(target, versions)}, but lost ${losses}.`;
    case 'regression':
      return target === undefined || target.state === 'lost'
        ? `Compared with ${versions.old}, ${versions.new} lost ${losses}.`
        : `${versions.new} shows no gain over ${versions.old} and lost ${losses}.`;
    case 'progress':
      return `${gainInWords(target, versions)} and kept every guardrail.`;
    case 'unchanged':
      return target === undefined
        ? `${versions.new} kept every guardrail compared with ${versions.old}.`
        : `${versions.new} stayed within ${marginOf(target)} of ${versions.old} on ${measureRow(target).suite} and kept every guardrail.`;
    case 'inconclusive':
      return inconclusiveHeadline(compared, gating);
  }
}

function inconclusiveHeadline(
  { target, hasRisen, versions }: Compared,
  gating: readonly MeasureResult[],
): string {
  const unclear = gating.filter(({ state }) => state === 'unclear').map(nameInSentence);
  const isOnlyAccuracy = gating.every(({ dimension, role }) => dimension === 'accuracy' && role === 'target');
  if (hasRisen && isOnlyAccuracy) {
    return `${gainInWords(target, versions)}, but no other guardrail was checked, so this is not progress.`;
  }
  if (hasRisen && unclear.length > 0) {
    return `${gainInWords(target, versions)}, but it is unclear whether it kept ${namedAtMost(NAMED, unclear)}.`;
  }
  if (hasRisen)
    return `${gainInWords(target, versions)}, but the gain is not shown to exceed policy.min-gain.`;
  const start =
    target === undefined
      ? `A loss from ${versions.old} to ${versions.new} is neither shown nor ruled out`
      : `Neither a gain nor a loss from ${versions.old} to ${versions.new} is shown`;
  if (isOnlyAccuracy) return `${start}, and no guardrail except accuracy was checked.`;
  if (unclear.length > 0)
    return `${start}; ${namedAtMost(NAMED, unclear)} ${unclear.length === 1 ? 'is' : 'are'} unclear.`;
  return `${start}: every guardrail was kept, but a gain beyond the margin is not ruled out.`;
}

/** The cause if nothing was measured. */
export type Unmeasured =
  /** The branch was deleted, or the pull request was closed. */
  | { readonly cause: 'nothing-left' }
  | { readonly cause: 'version-unchanged'; readonly version: string }
  | { readonly cause: 'nothing-before'; readonly version: string }
  /** The base commit has no usable configuration. */
  | { readonly cause: 'first-adoption' }
  /** The version changed, but this run is not allowed to measure the change. */
  | { readonly cause: 'not-measurable'; readonly versions: Versions }
  | { readonly cause: 'failed-known-answer' };

/** The headline for a result without samples. */
export function unmeasuredHeadline(why: Unmeasured): string {
  switch (why.cause) {
    case 'nothing-left':
      return 'Nothing was measured: there is nothing left to compare.';
    case 'version-unchanged':
      return `Nothing was measured: the model version did not change (${why.version}).`;
    case 'nothing-before':
      return `Nothing was measured: there is no earlier version to compare ${why.version} with.`;
    case 'first-adoption':
      return "Nothing was measured: the base commit has no usable configuration yet. This pull request's configuration was checked.";
    case 'not-measurable':
      return `Nothing was measured: the version changed from ${why.versions.old} to ${why.versions.new}, but this run cannot measure the change.`;
    case 'failed-known-answer':
      return 'Nothing was measured: a grader failed its known answers.';
  }
}

/** The headline for a look at data other than those that determined the verdict. */
export function exploratoryHeadline(
  status: Decision['status'],
  { n, time }: Pick<Look, 'n' | 'time'>,
): string {
  return `This pair already has a verdict, from ${numbers.counted(n, 'sample')} per item (${time.slice(0, 10)}). This run's data alone would give: ${VERDICT_WORDS[status].toLowerCase()}.`;
}

/** The headline for a night whose loss could not be checked again. */
export const UNTRUSTED_CONFIRMATION =
  'A loss was found, but the measurement on fresh samples that was meant to confirm it cannot be trusted.';

/** The headline for a night whose losses did not recur on fresh samples. `names` are the lost guardrails. */
export function unconfirmedHeadline(names: readonly string[]): string {
  return `Tonight's loss of ${namedAtMost(NAMED, names)} was not confirmed on fresh samples from both versions.`;
}

function gainInWords(target: MeasureResult | undefined, versions: Versions): string {
  if (target === undefined) return `${versions.new} gained`;
  return `${versions.new} gained ${amountOf(target)} on ${measureRow(target).suite}`;
}

function lossesInWords(lost: readonly MeasureResult[]): string {
  const clauses = lost.slice(0, NAMED).map((measure, place, named) => {
    const { loss, on } = lossInWords(measure);
    const next = named[place + 1];
    // If two consecutive losses are on the same suite, the suite is named once.
    return next !== undefined && lossInWords(next).on === on ? loss : `${loss} on ${on}`;
  });
  const more = lost.length - clauses.length;
  return `${clauses.join(' and ')}${more > 0 ? `, and ${numbers.counted(more, 'more guardrail')}` : ''}`;
}

/** Describes how much was lost, and on which suite. */
function lossInWords(measure: MeasureResult): { readonly loss: string; readonly on: string } {
  const { suite } = measureRow(measure);
  const amount = amountOf(measure);
  switch (measure.dimension) {
    case 'diversity':
      return {
        loss: `${amount} ${measure.margin?.kind === 'relative' ? 'of' : 'in'} ${measure.name} diversity`,
        on: suite,
      };
    case 'coverage':
      return { loss: `${amount} of coverage (${measure.name})`, on: suite };
    case 'generalization':
      return measure.role === 'ood'
        ? { loss: `${amount} of accuracy`, on: suite }
        : { loss: amount, on: `${suite} (hardest group)` };
    case 'accuracy':
      return { loss: `${amount} of accuracy`, on: suite };
  }
}

/** Formats the size of a change with its unit but without its sign. */
function amountOf(measure: MeasureResult): string {
  return withUnit(measure, measureRow(measure).change).replace(/^[−+]/u, '');
}
