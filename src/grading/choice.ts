import { z } from 'zod';
import { boxes } from './boxed.ts';
import {
  endsBefore,
  foldedText,
  isLetterOfOption,
  type Named,
  namedByLetter,
  namedByText,
  namedWithin,
  type Option,
} from './choice-option.ts';
import { readChoiceQuestion } from './choice-question.ts';
import { defineGrader } from './grader.ts';
import { statedLetter, withoutMarkup } from './stated-letter.ts';
import { MAX_ANSWER_LENGTH, statements } from './statements.ts';

const name = 'choice';
const version = '2';

type Rule =
  | 'boxed'
  | 'answer-marker'
  | 'selection'
  | 'option-is-correct'
  | 'letter-line'
  | 'labelled-line'
  | 'mention'
  | 'option-text';

interface Found {
  readonly rule: Rule;
  readonly stated: Named;
  /** Index in the text; the last statement counts. */
  readonly at: number;
}

const MARKER =
  /<answer>|\b(?:answer|option|choice)(?: (?:to|for) [^\n.:=]{1,60}?)?["*_]{0,3}[ \t]{0,3}(?:[:=]|- |\b(?:is|was|(?:would|must|should|can only|has to) be)\b)(?: (?:definitely|clearly|probably|likely|most likely|therefore|thus|indeed|simply|actually))?/gi;
/** "I choose", not "to choose", and no question. */
const SELECTION =
  /\b(?:I|I'd|I'll|I’d|I’ll|we)(?: (?:would|will|can|must|should|therefore|thus|have to))?(?: to)? (?:choose|pick|select|chose|picked|selected|go with|went with)\b/gi;
const IS_CORRECT =
  /(?:\b[Oo]ption |\b[Cc]hoice |^|[.!?] |\b(?:[Tt]hus|[Hh]ence|[Tt]herefore|[Ss]o|[Bb]ecause),? )[*_]{0,2}\(?([A-Z])[).]?[*_]{0,2} is (?:the )?(?:correct|right|best|valid)\b/gm;
const MENTION =
  /(?<!\b[Nn]ot )(?:\(([A-Z])\)|\*\*\(?([A-Z])[).]?\*\*|\b(?:[Oo]ption|[Cc]hoice) \(?([A-Z])\b\)?)(?! (?:is|was) (?:not|wrong|incorrect|false)\b)/g;
/** What stands before a number that is only a term of a formula: `3/`, `2 + `, a sign. */
const WITHIN_FORMULA = /(?:[/^+×·÷]\s?|\d\s?[-:]\s?|-)$/;
const AMBIGUOUS = 'the letter that it states is the letter of one option and the text of another';
const LABELLED = /^\(?([A-Z])(?:[).:]\s+(?!(?:is|was|and|or)\b)\S|,? (?:because|since)\b)/;

function stated(statement: string, options: readonly Option[]): Named | undefined {
  const plain = withoutMarkup(statement);
  const byText = namedByText(plain, options);
  if (byText !== undefined) return byText;
  const letter = statedLetter(plain);
  return typeof letter === 'object' ? namedByLetter(letter, options) : letter;
}

function inBox(text: string, options: readonly Option[]): Found | undefined {
  for (const { start, end } of boxes(text).toReversed()) {
    const found = end - start > MAX_ANSWER_LENGTH ? undefined : stated(text.slice(start, end), options);
    if (found !== undefined) return { rule: 'boxed', stated: found, at: start };
  }
  return undefined;
}

function after(marker: RegExp, rule: Rule, text: string, options: readonly Option[]): Found | undefined {
  for (const { start, end } of statements(text, marker)) {
    const found = stated(text.slice(start, end), options);
    if (found !== undefined) return { rule, stated: found, at: start };
  }
  return undefined;
}

function calledCorrect(text: string, options: readonly Option[]): Found | undefined {
  let found: Found | undefined;
  for (const match of text.matchAll(IS_CORRECT)) {
    const written = match[1] ?? '';
    const isLabel = /option|choice|[()]/i.test(match[0]);
    const named = namedByLetter({ written, isLabel, rest: '' }, options) ?? { letter: written };
    found = { rule: 'option-is-correct', stated: named, at: match.index };
  }
  return found;
}

function lastStatement(text: string, options: readonly Option[]): Found | undefined {
  const all = [
    inBox(text, options),
    after(MARKER, 'answer-marker', text, options),
    after(SELECTION, 'selection', text, options),
    calledCorrect(text, options),
  ];
  return all.reduce(
    (last, next) => (next !== undefined && next.at > (last?.at ?? -1) ? next : last),
    undefined,
  );
}

/** The first two lines and the last two, from the outside in, of a text without white space at its ends. */
function outerLines(text: string): { first: string; second: string; last: string; lastButOne: string } {
  const firstEnd = text.indexOf('\n');
  const lastStart = text.lastIndexOf('\n') + 1;
  const afterFirst = firstEnd === -1 ? '' : text.slice(firstEnd).trimStart();
  const beforeLast = lastStart === 0 ? '' : text.slice(0, lastStart).trimEnd();
  return {
    first: firstEnd === -1 ? text : text.slice(0, firstEnd),
    second: afterFirst.slice(0, MAX_ANSWER_LENGTH).split('\n', 1)[0] ?? '',
    last: text.slice(lastStart),
    lastButOne: beforeLast.slice(-MAX_ANSWER_LENGTH).split('\n').at(-1) ?? '',
  };
}

/** A line that is a letter, or a letter and its text, unless the neighbouring line shows that the options are listed. */
function inLine(line: string, neighbour: string, options: readonly Option[]): Omit<Found, 'at'> | undefined {
  if (line.length > MAX_ANSWER_LENGTH) return undefined;
  const plain = withoutMarkup(line);
  const letter = statedLetter(plain);
  if (letter === undefined) return undefined;
  const found = letter === 'several' ? letter : namedByLetter(letter, options);
  if (found === undefined) return undefined;
  if (
    letter === 'several' ||
    /^\P{L}*(?:(?:option|choice|answer|letter):? )?\P{L}*\p{L}\P{L}*$/iu.test(plain)
  ) {
    return plain.length <= 40 ? { rule: 'letter-line', stated: found } : undefined;
  }
  const label = LABELLED.exec(plain)?.[1];
  const neighbourLabel = LABELLED.exec(withoutMarkup(neighbour))?.[1];
  const listed = neighbourLabel !== undefined && neighbourLabel !== label;
  const others = [...line.matchAll(MENTION)].some((match) => (match[1] ?? match[2] ?? match[3]) !== label);
  return label === undefined || listed || others ? undefined : { rule: 'labelled-line', stated: found };
}

/**
 * The one option that is mentioned; undefined where none is, or more than one. Nobody says that a mention is the answer, so a letter in
 * brackets or bold that is the text of another option (`boron (B)`) leaves open which is mentioned, and none is taken.
 */
function onlyMention(text: string, options: readonly Option[]): Omit<Found, 'at'> | undefined {
  let only: string | undefined;
  for (const match of text.matchAll(MENTION)) {
    const letter = match[1] ?? match[2] ?? match[3] ?? '';
    if (!isLetterOfOption(letter, options)) continue;
    const named = namedByLetter({ written: letter, isLabel: match[3] !== undefined, rest: '' }, options);
    if (named === 'ambiguous' || (only !== undefined && only !== letter)) return undefined;
    only = letter;
  }
  return only === undefined ? undefined : { rule: 'mention', stated: { letter: only } };
}

/**
 * The one option whose text stands in the line. A text within a longer option's text does not count, nor does a single letter within a
 * line, which is more often a word or a label.
 */
function onlyText(line: string, options: readonly Option[]): Omit<Found, 'at'> | undefined {
  if (line.length > MAX_ANSWER_LENGTH) return undefined;
  let rest = foldedText(line);
  const longestFirst = options
    .filter(({ folded }) => folded !== '')
    .toSorted((a, b) => b.folded.length - a.folded.length);
  const found = longestFirst.filter((option) => {
    const text = option.folded;
    let occurs = false;
    for (let at = rest.indexOf(text); at !== -1; at = rest.indexOf(text, at + 1)) {
      const before = rest.slice(Math.max(0, at - 4), at);
      const inWord =
        /[\p{L}\p{M}\p{N}_]$|\d[.,]$/u.test(before) || (/^\d/.test(text) && WITHIN_FORMULA.test(before));
      const after = rest.slice(at + text.length);
      if (!inWord && endsBefore(after, option) && (rest === text || !/^\p{L}$/u.test(text))) {
        occurs = true;
        rest = `${rest.slice(0, at)}\0${after}`;
      }
    }
    return occurs;
  });
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return undefined;
  return { rule: 'option-text', stated: namedWithin(line, only.folded, options) };
}

function extract(whole: string, options: readonly Option[]): Omit<Found, 'at'> | undefined {
  const text = whole.normalize('NFKC').trim();
  const { first, second, last, lastButOne } = outerLines(text);
  return (
    lastStatement(text, options) ??
    inLine(last, lastButOne, options) ??
    inLine(first, second, options) ??
    onlyMention(last, options) ??
    onlyText(last, options) ??
    onlyMention(text, options)
  );
}

/**
 * One letter of several options. The last statement counts ("the answer is (B)", `\boxed{B}`, "I choose B", "Option B is correct"; by
 * letter or by the option's text where `meta.choices` gives it); failing that, a last or first line that is a letter
 * (with its text); failing that, the only option that the last line names, or else the whole text. A statement of
 * several options, one of a letter that is the text of another option than its own, or nothing of all this, is unparseable.
 */
export const choice = defineGrader({
  name,
  version,
  optionsSchema: z.strictObject({
    type: z.literal(name),
    options: z
      .int()
      .min(2)
      .max(26)
      .optional()
      .describe(
        'How many options an item has that lists none in `meta.choices`; for accuracy corrected for guessing',
      ),
  }),
  create: ({ options }) => ({
    name,
    version,
    checkItem(item) {
      const question = readChoiceQuestion(item);
      return 'reason' in question ? question.reason : undefined;
    },
    excludeItem(item) {
      const question = readChoiceQuestion(item);
      return 'reason' in question && question.flawOf === 'item' ? question.reason : undefined;
    },
    chanceOf(item) {
      const question = readChoiceQuestion(item);
      const count = 'reason' in question ? 0 : question.options.length || options;
      return count === undefined || count === 0 ? undefined : 1 / count;
    },
    grade(text, item) {
      const question = readChoiceQuestion(item);
      if ('reason' in question) throw new Error(question.reason);
      const found = extract(text, question.options);
      if (found === undefined) return { outcome: 'unparseable' };
      const { rule, stated: answer } = found;
      if (answer === 'several') return { outcome: 'unparseable', rule };
      if (answer === 'ambiguous') return { outcome: 'unparseable', rule, reason: AMBIGUOUS };
      const outcome = answer.letter === question.answer ? 'correct' : 'incorrect';
      return { outcome, answer: answer.letter, rule };
    },
  }),
  knownAnswers: [
    { text: 'So the answer is (B).', answer: 'B', expected: 'correct' },
    { text: 'The answer is (A). No: the answer is (B).', answer: 'B', expected: 'correct' },
    { text: '**B**', answer: 'B', expected: 'correct' },
    { text: 'B. Paris', answer: 'B', expected: 'correct' },
    { text: 'Hence \\boxed{\\text{C}}', answer: 'B', expected: 'incorrect' },
    { text: 'A dog is an animal.', answer: 'A', expected: 'unparseable' },
    { text: 'The answer is A or B.', answer: 'A', expected: 'unparseable' },
    { text: 'It is Paris.', answer: '1', meta: { choices: ['Rome', 'Paris'] }, expected: 'correct' },
    { text: 'The answer is H', answer: 'D', meta: { choices: ['He', 'Li', 'Be', 'H'] }, expected: 'correct' },
    { text: 'The answer is A', answer: '0', meta: { choices: ['B', 'A'] }, expected: 'unparseable' },
    { text: 'The answer is (A)', answer: '0', meta: { choices: ['B', 'A'] }, expected: 'correct' },
  ],
});
