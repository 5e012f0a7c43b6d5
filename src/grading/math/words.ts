import type { Answer } from './answer.ts';
import { integer, symbol, type Term } from './term.ts';

const NEGATED =
  /\b(?:not|no|never|cannot|neither|nor|without|except|unless|other than|wrong|incorrect)\b|n't\b/;
/** Words that give a bound, or change the number beside them: `5 or more`, `negative 5`, `5 squared`. */
const CHANGED =
  /\b(?:at least|at most|(?:more|less|greater|larger|smaller|fewer) than|or (?:more|less|fewer|greater|higher|lower|above|below)|between|up to|over|under|above|below|negative|minus|plus|half|halves|twice|double|triple|(?<!seconds? )squared|cubed|factorial|reciprocal|square root|cube root|divided|multiplied|dozens?|hundreds?)\b/;

const UNITS_OF_WORDS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const MULTIPLIERS: Readonly<Record<string, bigint>> = {
  thousand: 1000n,
  million: 1_000_000n,
  billion: 1_000_000_000n,
  trillion: 1_000_000_000_000n,
};

/** Answers that are written in several ways. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:the (?:limit|value|sum|integral|answer|solution) )?(?:dne|doesn't exist|does not exist)$/,
    'does not exist',
  ],
  [
    /^no (?:such )?(?:real )?solutions?(?: exists?)?$|^(?:there (?:is|are)|(?:it|the (?:equation|system|problem)) has) no (?:real )?solutions?$/,
    'no solution',
  ],
  [/^(?:infinitely many|an infinite number of)(?: solutions)?$/, 'infinitely many'],
  [/^(?:all|any) real numbers?$|^all reals?$|^(?:the )?set of (?:all )?real numbers$/, 'all real numbers'],
  [/^(?:the )?(?:empty|null) set$/, 'empty set'],
];

/** Words that answer a question about a number or a set. */
const ANSWERS_OF_WORDS = new Set(
  (
    'yes;no;true;false;none;even;odd;neither;both;undefined;impossible;never;always;sometimes;no solution;' +
    'does not exist;infinitely many;indeterminate;diverges;converges;prime;composite;rational;irrational;' +
    'positive;negative;nonnegative;not possible;unlimited;infinite;unbounded;increasing;decreasing'
  ).split(';'),
);

/** The words of a text without LaTeX, case, punctuation at their ends and articles before them. */
export function wordsOf(latex: string): string {
  const text = latex
    .replaceAll(/\\text\{([^{}]*)\}/g, ' $1 ')
    .replaceAll(/[\\{}]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.;:!?])/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(/^[\s"'.,;:!?()]+|[\s"'.,;:!?()]+$/g, '');
  // "Yes, it is possible" is a yes.
  const reply = /^(yes|no|true|false)[,.;:!]\s/.exec(text)?.[1];
  if (reply !== undefined) return reply;
  const stated = isNegated(text) ? text : text.replace(/^.*\b(?:is|are|was|were) (?=\S)/, '');
  const bare = stated.replace(/^(?:an?|the|on|at) (?=\S)/, '');
  const synonym = SYNONYMS.find(([pattern]) => pattern.test(bare) || pattern.test(text));
  return synonym === undefined ? bare : synonym[1];
}

export function isNegated(words: string): boolean {
  return NEGATED.test(words.toLowerCase());
}

/** Whether words bound or change the number next to them, so that the number alone is not the answer. */
export function changesNumber(words: string): boolean {
  return CHANGED.test(words.toLowerCase());
}

/** Whether words can answer what asks for a number or an expression. */
export function answersWithoutNumber(words: string): boolean {
  return ANSWERS_OF_WORDS.has(words) || /^[a-z]$/.test(words);
}

/** A whole number that is written in words, up to 99; undefined for every other text. */
function numberOf(words: string): number | undefined {
  const unit = UNITS_OF_WORDS.indexOf(words);
  if (unit !== -1) return unit;
  const [first = '', second, ...rest] = words.split(/[- ]/);
  const ten = TENS.indexOf(first);
  if (ten === -1 || rest.length > 0) return undefined;
  if (second === undefined) return 20 + 10 * ten;
  const last = UNITS_OF_WORDS.indexOf(second);
  return last >= 1 && last <= 9 ? 20 + 10 * ten + last : undefined;
}

/** What multiplies a number that is followed by words, as in `3 million`; undefined for other words. */
export function multiplierOf(words: string): Term | undefined {
  const [first = ''] = words.trim().toLowerCase().split(' ');
  const value = MULTIPLIERS[first];
  return value === undefined ? undefined : integer(value);
}

/** Words as an answer: a number in words is a number, and all real numbers are a set. */
export function wordsAnswer(latex: string): Answer {
  const text = wordsOf(latex);
  const value = { kind: 'value', unit: undefined, percent: false } as const;
  const number = numberOf(text);
  if (number !== undefined) return { ...value, term: integer(number) };
  if (text === 'all real numbers') return { ...value, term: symbol('RealNumbers') };
  if (text === 'empty set') return { ...value, term: symbol('EmptySet') };
  return { kind: 'words', text };
}
