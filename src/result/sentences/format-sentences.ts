import type { FormatDrift } from '../../verdict/validity/format-drift.ts';
import type { OneReason, Truncation } from '../../verdict/validity/nothing-measured.ts';
import type { OutcomeDrift } from '../../verdict/validity/outcome-drift.ts';
import { explainCommand } from './commands.ts';
import { faultClause, faultRemedy, TRUNCATED_REMEDY, UNPARSEABLE_REMEDY } from './faults.ts';
import * as numbers from './numbers.ts';

/**
 * Reports by how many points a measure changes under each way of grading, which extraction rules changed, and an item
 * to look at.
 */
export function formatDriftSentence(drift: FormatDrift): string {
  const { suite, measure, strict, lenient, rules, examples, decides } = drift;
  const on = suite ?? 'all target suites';
  const by = (figures: FormatDrift['strict']): string =>
    `${numbers.points(figures.delta)} points (${numbers.percent(figures.old)} to ${numbers.percent(figures.new)})`;
  const claim = decides
    ? `The change in ${measure} on ${on} depends on how answers are written, not on whether they are right`
    : `The checkpoints write their answers on ${on} differently, but this does not affect the verdict on ${measure}`;
  const moved = rules.map(
    (rule) => `${rule.rule} ${numbers.percent(rule.old)} to ${numbers.percent(rule.new)}`,
  );
  const found = moved.length === 0 ? '' : ` Answers found by rule: ${moved.join(', ')}.`;
  const [first] = examples;
  const look =
    first === undefined
      ? ''
      : ` Examples: ${examples.map(({ suite: of, id, side, index }) => `${of}/${id} (${side}, sample ${index})`).join('; ')}. To read one: ${explainCommand(first.suite, first.id)}`;
  return `${claim}: ${by(strict)} if only explicitly stated answers count, ${by(lenient)} if a correct value at the end of the text also counts. The difference is ${numbers.points(drift.drift.delta)} points ${numbers.interval(drift.drift.interval, numbers.points)}.${decides ? ` ${UNPARSEABLE_REMEDY}` : ''}${found}${look}`;
}

/** Reports which outcome is more frequent on one side, and whether the verdict depends on it. */
export function outcomeDriftSentence(drift: OutcomeDrift): string {
  const { suite, outcome, old, new: candidate, changesClaim, rule } = drift;
  const are = outcome === 'truncated' ? 'were cut off by the token limit' : 'have no readable answer';
  const shares = `On ${suite}, ${numbers.percent(old)} of the baseline's samples and ${numbers.percent(candidate)} of the candidate's ${are}`;
  if (!changesClaim)
    return `${shares}. They count as wrong, which works against the ${candidate > old ? 'candidate' : 'baseline'}; the verdict is the same without them.`;
  if (rule === 'wrong') {
    return `${shares}. They count as wrong because the suite sets unparseable: wrong; the verdict would be different without them.`;
  }
  const differs = `${shares}. The verdict would be different without them`;
  return outcome === 'truncated'
    ? `${differs}. ${TRUNCATED_REMEDY}`
    : `${differs}, so the change depends on how answers are written, not on whether they are right. ${UNPARSEABLE_REMEDY} If an answer in another format is a wrong answer, set unparseable: wrong on the suite.`;
}

/**
 * Explains that most of a suite's samples have the same fault, such as an empty completion, rather than a wrong answer.
 */
export function oneReasonSentence({
  suite,
  fault,
  old,
  new: candidate,
  example,
  decides,
}: OneReason): string {
  const clause = faultClause(fault);
  const detail = example.reason === undefined || example.reason === clause ? '' : `: ${example.reason}`;
  return `${measured(decides)} on ${suite}: in ${numbers.percent(old)} of the baseline's samples and ${numbers.percent(candidate)} of the candidate's, ${clause} (${example.id}, ${example.side}${detail}). ${faultRemedy(fault)} To read an example: ${explainCommand(suite, example.id)}`;
}

/** Reports the share of each side's samples that the token limit cut off, and the share that ended during reasoning. */
export function truncationSentence({ suite, old, new: candidate, inReasoning, decides }: Truncation): string {
  const inside =
    inReasoning.old + inReasoning.new === 0
      ? ''
      : `; ${numbers.percent(inReasoning.old)} and ${numbers.percent(inReasoning.new)} ended during reasoning`;
  return `${measured(decides)} on ${suite}: the token limit cut off ${numbers.percent(old)} of the baseline's samples and ${numbers.percent(candidate)} of the candidate's${inside}. ${TRUNCATED_REMEDY}`;
}

function measured(decides: boolean): string {
  return decides ? 'Nothing was measured' : 'Little was measured';
}
