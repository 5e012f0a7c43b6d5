import { z } from 'zod';
import { readStated, type Reading } from './answers/read-stated.ts';
import { MAX_ANSWER_LENGTH, type StatedAnswer } from './answers/stated-answer.ts';
import type { Marker } from './answers/stated-answers.ts';
import { letterAt, normalisedText, readChoiceQuestion } from './choice-question.ts';
import { defineGrader } from './grader.ts';
import { statedLetter, withoutMarkup, type StatedLetter } from './stated-letter.ts';

const name = 'choice';
const version = '1';

interface Found {
  readonly rule: string;
  readonly stated: StatedLetter;
}

const OPTION_IS =
  /\b(?:option(?: letter)?|choice|answer(?=["*_]{0,3}[ \t]- ))(?: (?:to|for) [^\n.:=]{1,80}?)?["*_]{0,3}[ \t]{0,3}(?:[:=]|- |\b(?:is|was|(?:would|must|should|can only|has to) be)\b)/gi;
/** Words before a letter that do not change which one it is. */
const ADVERB =
  /^(?:(?:definitely|clearly|probably|likely|most likely|therefore|thus|indeed|simply|actually|then|option|choice)[,:]? )+(?=\S)/i;
/** "I choose", not "to choose", and no question. */
const SELECTION =
  /\b(?:I|I'd|I'll|I’d|I’ll|we)(?: (?:would|will|can|must|should|therefore|thus|have to))?(?: to)? (?:choose|pick|select|chose|picked|selected|go with|went with)\b/gi;
const MARKERS = [
  ['answer-marker', OPTION_IS],
  ['selection', SELECTION],
] as const;
const IS_CORRECT =
  /(?:\b[Oo]ption |\b[Cc]hoice |^|[.!?] |\b(?:[Tt]hus|[Hh]ence|[Tt]herefore|[Ss]o|[Bb]ecause),? )[*_]{0,2}\(?([A-Z])[).]?[*_]{0,2} is (?:the )?(?:correct|right|best|valid|answer)\b/gm;
const MENTION =
  /(?<!\b[Nn]ot )(?:\(([A-Z])\)|\*\*\(?([A-Z])[).]?\*\*|\b(?:[Oo]ption|[Cc]hoice) \(?([A-Z])\b\)?)(?! (?:is|was) (?:not|wrong|incorrect|false)\b)/g;
const LABELLED = /^\(?([A-Z])(?:[).:]\s+(?!(?:is|was|and|or)\b)\S|,? (?:because|since)\b)/;

function afterText(text: string, option: string): boolean {
  const next = text.slice(option.length, option.length + 2);
  return !/^(?:[\p{L}\p{M}\p{N}_]|[.,]\d)/u.test(next);
}

/** The option whose text a statement begins with; the longest where several do. */
function statedText(statement: string, texts: readonly string[]): StatedLetter | undefined {
  const text = normalisedText(statement);
  let best = -1;
  texts.forEach((option, index) => {
    const matches = !/^\p{L}$/u.test(option) && text.startsWith(option) && afterText(text, option);
    if (matches && option.length > (texts[best]?.length ?? 0)) best = index;
  });
  return best === -1 ? undefined : { letter: letterAt(best) };
}

function stated(statement: string, texts: readonly string[]): StatedLetter | undefined {
  const plain = withoutMarkup(statement).replace(ADVERB, '');
  return statedText(plain, texts) ?? statedLetter(plain);
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
    // The letter stands before the words that call it correct: it begins the statement.
    const letter = match.index + match[0].lastIndexOf(match[1] ?? '');
    found.push({ start: match.index, end: letter, rule: 'option-is-correct', form: 'sentence' });
  }
  return found;
}

function readChoice({ text, at }: StatedAnswer, texts: readonly string[]): Reading<StatedLetter> {
  // What nothing marks is looked for below, by rules that know the options.
  if (at < 0) return 'none';
  const found = stated(text, texts);
  return found === undefined ? 'none' : found === 'several' ? 'unreadable' : { value: found };
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
function inLine(line: string, neighbour: string): Found | undefined {
  if (line.length > MAX_ANSWER_LENGTH) return undefined;
  const plain = withoutMarkup(line);
  const found = statedLetter(plain);
  if (found === undefined) return undefined;
  if (
    found === 'several' ||
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

/** The one option that is mentioned; undefined where none is, or more than one. */
function onlyMention(text: string, optionCount: number): Found | undefined {
  let only: string | undefined;
  for (const match of text.matchAll(MENTION)) {
    const letter = match[1] ?? match[2] ?? match[3] ?? '';
    if (optionCount > 0 && letter.charCodeAt(0) - 65 >= optionCount) continue;
    if (only !== undefined && only !== letter) return undefined;
    only = letter;
  }
  return only === undefined ? undefined : { rule: 'mention', stated: { letter: only } };
}

/** The one option whose text stands in the line. A text within a longer option's text does not count. */
function onlyText(line: string, texts: readonly string[]): Found | undefined {
  if (line.length > MAX_ANSWER_LENGTH) return undefined;
  let rest = normalisedText(line);
  const longestFirst = texts
    .map((text, index) => ({ text, index }))
    .sort((a, b) => b.text.length - a.text.length);
  const found = longestFirst.filter(({ text }) => {
    let occurs = false;
    for (let at = rest.indexOf(text); at !== -1; at = rest.indexOf(text, at + 1)) {
      const inWord = /[\p{L}\p{M}\p{N}_]$|\d[.,]$/u.test(rest.slice(Math.max(0, at - 2), at));
      if (!inWord && afterText(rest.slice(at), text) && (rest === text || !/^\p{L}$/u.test(text))) {
        occurs = true;
        rest = `${rest.slice(0, at)}\0${rest.slice(at + text.length)}`;
      }
    }
    return occurs;
  });
  const [only, ...others] = found;
  return only === undefined || others.length > 0
    ? undefined
    : { rule: 'option-text', stated: { letter: letterAt(only.index) } };
}

function extract(whole: string, prompt: string | undefined, texts: readonly string[]): Found | undefined {
  const text = whole.normalize('NFKC').trim();
  const { first, second, last, lastButOne } = outerLines(text);
  const found = readStated(text, prompt, {
    read: (stated) => readChoice(stated, texts),
    alsoMarked: choicesMarked,
  });
  if (found !== undefined) return { rule: found.rule, stated: found.value ?? 'several' };
  return (
    inLine(last, lastButOne) ??
    inLine(first, second) ??
    onlyMention(last, texts.length) ??
    onlyText(last, texts) ??
    onlyMention(text, texts.length)
  );
}

/**
 * One letter of several options. The last statement counts ("the answer is (B)", `\boxed{B}`, "I choose B", "Option B is correct"; by
 * letter or by the option's text where `meta.choices` gives it); failing that, a last or first line that is a letter
 * (with its text); failing that, the only option that the last line names, or else the whole text. A statement of
 * several letters, or nothing of all this, is unparseable.
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
      return typeof question === 'string' ? question : undefined;
    },
    chanceOf(item) {
      const question = readChoiceQuestion(item);
      const count = typeof question === 'string' ? 0 : question.texts.length || options;
      return count === undefined || count === 0 ? undefined : 1 / count;
    },
    grade(text, item) {
      const question = readChoiceQuestion(item);
      if (typeof question === 'string') throw new Error(question);
      const found = extract(text, item.prompt, question.texts);
      if (found === undefined) return { outcome: 'unparseable' };
      const { rule, stated: answer } = found;
      if (answer === 'several') return { outcome: 'unparseable', rule };
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
  ],
});
