import type { FormatDrift } from '../../verdict/validity/format-drift.ts';
import type { Fault, OneReason, Truncation } from '../../verdict/validity/nothing-measured.ts';
import type { OutcomeDrift } from '../../verdict/validity/outcome-drift.ts';
import { explainCommand } from './commands.ts';
import * as numbers from './numbers.ts';

const UNPARSEABLE_REMEDY =
  "Ask for the answer's format in the suite's template, or set fallback on the grader.";

/** The advice if the token limit truncates samples. */
export const TRUNCATED_REMEDY = 'Raise sampling.max-tokens.';

const SAME = 'without them the verdict is the same';

/** By how many points a measure changes by each grade, which rules moved, and where to look. */
export function formatDriftSentence(drift: FormatDrift): string {
  const { suite, measure, strict, lenient, rules, examples, decides } = drift;
  const on = suite ?? 'all targets';
  const by = (figures: FormatDrift['strict']): string =>
    `${numbers.points(figures.delta)} points (${numbers.percent(figures.old)} to ${numbers.percent(figures.new)})`;
  const claim = decides
    ? 'The change depends on how answers are written, not on whether they are right'
    : 'The sides write their answers differently, which decides nothing';
  const moved = rules.map(
    (rule) => `${rule.rule} ${numbers.percent(rule.old)} to ${numbers.percent(rule.new)}`,
  );
  const found = moved.length === 0 ? '' : ` Answers found by rule: ${moved.join(', ')}.`;
  const [first] = examples;
  const look =
    first === undefined
      ? ''
      : ` Examples: ${examples.map(({ suite: of, id, side, index }) => `${of}/${id} (${side}, sample ${index})`).join('; ')}; to read one: ${explainCommand(first.suite, first.id)}`;
  return `${claim}: on ${on}, ${measure} moves by ${by(strict)} by the answer that is stated, and by ${by(lenient)} if the right value may also be the last one in the text. The difference of ${numbers.points(drift.drift.delta)} points has the interval ${numbers.interval(drift.drift.interval, numbers.points)}.${found}${look}`;
}

/** Which outcome is more frequent on a side, and whether the verdict depends on it. */
export function outcomeDriftSentence(drift: OutcomeDrift): string {
  const { suite, outcome, old, new: candidate, changesClaim, rule } = drift;
  const word =
    outcome === 'truncated' ? 'cut off by the token limit' : 'without an answer that could be read';
  const shares = `${numbers.percent(old)} of old's samples and ${numbers.percent(candidate)} of new's on ${suite} are ${word}`;
  if (!changesClaim)
    return `${shares}: they count as wrong, which leans against ${candidate > old ? 'new' : 'old'}; ${SAME}.`;
  if (rule === 'wrong') {
    return `${shares}: they count as wrong, as the suite's unparseable: wrong says, and without them the verdict would be another.`;
  }
  const remedy =
    outcome === 'truncated'
      ? TRUNCATED_REMEDY
      : `${UNPARSEABLE_REMEDY} If an answer in another format is a wrong answer, set unparseable: wrong on the suite.`;
  return `${shares}; without them the verdict would be another, so the change depends on how answers are written, not on whether they are right. ${remedy}`;
}

const FAULTS: Readonly<Record<Fault, readonly [what: string, remedy: string]>> = {
  'no answer read': ['no answer could be read', UNPARSEABLE_REMEDY],
  empty: [
    'the completion is empty',
    "Look into the server's log: it may send all text as reasoning and none as content.",
  ],
  'only-reasoning': [
    'the completion has nothing after its reasoning',
    'Raise sampling.max-tokens, or name the tags of the reasoning in sampling.reasoning-tags.',
  ],
  NameError: [
    'a name is not defined, in the program or the one that the tests call',
    'Check that the prompt names the function that the tests call.',
  ],
  ImportError: [
    'the program needs a module that the sandbox does not have',
    'Ask for programs that need only what the sandbox has.',
  ],
  SyntaxError: [
    'the completion is no valid program',
    "Ask for the program's format in the suite's template.",
  ],
};

export function faultWords(fault: Fault): string {
  return FAULTS[fault][0];
}

export function faultRemedy(fault: Fault): string {
  return FAULTS[fault][1];
}

/** Says that one reason other than a wrong answer accounts for most samples. */
export function oneReasonSentence({
  suite,
  fault,
  old,
  new: candidate,
  example,
  decides,
}: OneReason): string {
  const [what, remedy] = [faultWords(fault), faultRemedy(fault)];
  const detail = example.reason === undefined || example.reason === what ? '' : `: ${example.reason}`;
  const start = decides ? 'Nothing was measured' : 'Little was measured';
  return `${start} on ${suite}: in ${numbers.percent(old)} of old's samples and ${numbers.percent(candidate)} of new's ${what} (${example.side}, ${example.id}${detail}). ${remedy} To read an example: ${explainCommand(suite, example.id)}`;
}

/** How many samples were truncated, and where. */
export function truncationSentence({ suite, old, new: candidate, inReasoning, decides }: Truncation): string {
  const start = decides ? 'Nothing was measured' : 'Little was measured';
  const inside =
    inReasoning.old + inReasoning.new === 0
      ? ''
      : `; ${numbers.percent(inReasoning.old)} and ${numbers.percent(inReasoning.new)} ended inside the reasoning`;
  return `${start} on ${suite}: ${numbers.percent(old)} of old's samples and ${numbers.percent(candidate)} of new's were cut off by the token limit${inside}. ${TRUNCATED_REMEDY}`;
}
