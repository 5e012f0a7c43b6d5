import { z } from 'zod';
import { readStated, type Reading } from './answers/read-stated.ts';
import { MAX_ANSWER_LENGTH, type StatedAnswer } from './answers/stated-answer.ts';
import type { Marker } from './answers/stated-answers.ts';
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
import { withShortRuns } from './typography.ts';
import { OPTION_WORDS, statedLetter, withoutMarkup } from './stated-letter.ts';

const name = 'choice';
const version = '2';

interface Found {
  readonly rule: string;
  /** Undefined where an answer is stated that names no option. */
  readonly stated: Named | undefined;
}

const OPTION_IS =
  /\b(?:option(?: letter)?|choice|answer(?=["*_]{0,3}[ \t]- ))["*_]{0,3}[ \t]{0,3}(?:[:=]|- )|\b(?:option(?: letter)?|choice|solution)(?: (?:to|for) [^\n.:=]{1,80}?)?["*_]{0,3}[ \t]{0,3}\b(?:is|was|(?:would|must|should|can only|has to) be)\b/gi;
/** Words before a letter that do not change which one it is. */
const ADVERB =
  /^(?:(?:definitely|clearly|probably|likely|most likely|therefore|thus|indeed|simply|actually|then)[,:]? )+(?=\S)/i;
/** "I choose", not "to choose", and no question. */
const SELECTION =
  /\b(?:I|I'd|I'll|I’d|I’ll|we)(?: (?:would|will|can|must|should|therefore|thus|have to))?(?: to)? (?:choose|pick|select|chose|picked|selected|go with|went with)\b/gi;
/** A labelled line of its own, below what ends in "is:": `The best description is:`, and no list of options. */
const LABELLED_BELOW =
  /\b(?:is|be|was)\s?:\s{0,4}\n\s{0,4}(?=[*_>\s]{0,6}\(?[A-Z][).:]\s?)(?![^\n]{0,1000}\n[*_>\s]{0,8}\(?[A-Z][).:])/g;
/** As Chinese exams have it: `故选：B`. */
const CHOSEN =
  /(?:故(?:答案)?(?:选|選)|(?:应|應|因此|所以|则|則)(?:选|選)(?:择|擇)?|正确(?:的)?选项(?:应)?(?:是|为)|选项(?:应)?(?:是|为))[:：]?/g;
const MARKERS = [
  ['answer-marker', CHOSEN],
  ['answer-marker', LABELLED_BELOW],
  ['answer-marker', OPTION_IS],
  ['selection', SELECTION],
] as const;
const IS_CORRECT =
  /(?:\b[Oo]ption |\b[Cc]hoice |^|[.!?] |\b(?:[Tt]hus|[Hh]ence|[Tt]herefore|[Ss]o|[Bb]ecause),? )[*_]{0,2}\(?([A-Z])[).]?[*_]{0,2} is (?:the )?(?:correct|right|best|valid|answer)\b/gm;
const OPTION_BEFORE = /(?:[Oo]ption |[Cc]hoice )?[*_]{0,2}\(?[A-Z][).]?[*_]{0,2} is /;
const MENTION = new RegExp(
  `(?<!\\b[Nn]ot )(?:\\(([A-Z])\\)|\\*\\*\\(?([A-Z])[).]?\\*\\*|(?<!\\p{L})(?:${OPTION_WORDS}) \\(?([A-Z])(?![\\p{Script=Latin}\\d])\\)?)(?![、和及与或]|, ?[A-Z]\\b| (?:is|was) (?:not|wrong|incorrect|false)\\b)`,
  'gu',
);
/** What stands before a number that is only a term of a formula: `3/`, `2 + `, a sign. */
const WITHIN_FORMULA = /(?:[/^+×·÷]\s?|\d\s?[-:]\s?|-)$/;
const AMBIGUOUS = 'the letter that it states is the letter of one option and the text of another';
/** `A:` begins an answer as often as it names an option. */
const LABELLED = /^\(?([A-Z])(?:(?:[).]|(?<!A):)\s+(?!(?:is|was|and|or)\b)\S|,? (?:because|since)\b)/;

function stated(statement: string, options: readonly Option[]): Named | undefined {
  const plain = withoutMarkup(statement).replace(ADVERB, '');
  const byText = namedByText(plain, options);
  if (byText !== undefined) return byText;
  const letter = statedLetter(plain);
  return typeof letter === 'object' ? namedByLetter(letter, options) : letter;
}

/** Where a text says which option is chosen, in words that only a question with options has. */
function choicesMarked(text: string): Marker[] {
  const found: Marker[] = [];
  for (const [rule, pattern] of MARKERS) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      found.push({ start: match.index, end, rule, form: 'sentence' });
    }
  }
  for (const match of text.matchAll(IS_CORRECT)) {
    // The option stands before the words that call it correct: it begins the statement.
    const option = match.index + match[0].search(OPTION_BEFORE);
    found.push({ start: match.index, end: option, rule: 'option-is-correct', form: 'sentence' });
  }
  return found;
}

function readChoice(statement: StatedAnswer, options: readonly Option[]): Reading<Named> {
  const { text, at, rule, form, isLast } = statement;
  // What nothing marks is looked for below, by rules that know the options.
  if (at < 0) return 'none';
  const found = stated(text, options);
  if (found !== undefined) return { value: found };
  // What is said to be the answer is one, if only a sentence about an option, or about none.
  const isAnswer = (form === 'label' && isLast) || rule === 'answer-tag' || rule === 'json';
  if (!isAnswer) return 'none';
  const within = onlyMention(text, options) ?? onlyText(text, options);
  return within?.stated === undefined ? 'unreadable' : { value: within.stated };
}

const LABEL = /^[>*_#\-\s]{0,8}(?:[Oo]ption )?\(?([A-Z])[*_]{0,2}[).:][*_]{0,2}\s/gm;

/** Whether lines begin with the letters of different options: they are gone through, and none of them is chosen so. */
function areListed(text: string): boolean {
  const [first, ...others] = text.matchAll(LABEL);
  return others.some((label) => label[1] !== first?.[1]);
}

/** A line that is a letter, or a letter and its text. */
function inLine(line: string, isListed: boolean, options: readonly Option[]): Found | undefined {
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
  const others = [...line.matchAll(MENTION)].some((match) => (match[1] ?? match[2] ?? match[3]) !== label);
  return label === undefined || isListed || others ? undefined : { rule: 'labelled-line', stated: found };
}

/**
 * The one option that is mentioned; undefined where none is, or more than one. Nobody says that a mention is the answer, so a letter in
 * brackets or bold that is the text of another option (`boron (B)`) leaves open which is mentioned, and none is taken.
 */
function onlyMention(text: string, options: readonly Option[]): Found | undefined {
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
function onlyText(line: string, options: readonly Option[]): Found | undefined {
  if (line.length > MAX_ANSWER_LENGTH) return undefined;
  const plain = withoutMarkup(line);
  let rest = foldedText(plain);
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
  // Among other numbers one that an option happens to be is no answer.
  if (/\d/.test(only.folded) && /\d/.test(rest.split(/[.!?]\s/).at(-1) ?? '')) return undefined;
  return { rule: 'option-text', stated: namedWithin(plain, only.folded, options) };
}

function extract(whole: string, prompt: string | undefined, options: readonly Option[]): Found | undefined {
  const text = withShortRuns(whole).normalize('NFKC').trim();
  const found = readStated(text, prompt, {
    read: (stated) => readChoice(stated, options),
    alsoMarked: choicesMarked,
  });
  if (found !== undefined) return { rule: found.rule, stated: found.value };
  const [first = ''] = text.split('\n', 1);
  const last = text.slice(text.lastIndexOf('\n') + 1);
  const isListed = areListed(text);
  return (
    inLine(last, isListed, options) ??
    inLine(first, isListed, options) ??
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
      const found = extract(text, item.prompt, question.options);
      if (found === undefined) return { outcome: 'unparseable' };
      const { rule, stated: answer } = found;
      if (answer === undefined || answer === 'several') return { outcome: 'unparseable', rule };
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
    { text: '<answer>B</answer>', answer: 'B', expected: 'correct' },
    { text: '故选：B', answer: 'B', expected: 'correct' },
    { text: 'It is Paris.', answer: '1', meta: { choices: ['Rome', 'Paris'] }, expected: 'correct' },
    { text: 'The answer is H', answer: 'D', meta: { choices: ['He', 'Li', 'Be', 'H'] }, expected: 'correct' },
    { text: 'The answer is A', answer: '0', meta: { choices: ['B', 'A'] }, expected: 'unparseable' },
    { text: 'The answer is (A)', answer: '0', meta: { choices: ['B', 'A'] }, expected: 'correct' },
  ],
});
