import { wordNumbers } from '../../numbers/number-words.ts';
import { negated, product, type Rational } from '../../numbers/rational.ts';
import type { Answer } from '../answer.ts';
import { integer, number as numberTerm, symbol, type Term } from '../terms/term.ts';
import { canonicalUnit } from './units.ts';

const NEGATED =
  /\b(?:not|no|never|cannot|neither|nor|without|except|unless|other than|wrong|incorrect)\b|n't\b/;
/** Matches words that make the number next to them a bound, or change it: `5 or more`, `negative 5`, `5 squared`. */
const CHANGED =
  /\b(?:at least|at most|(?:more|less|greater|larger|smaller|fewer) than|or (?:more|less|fewer|greater|higher|lower|above|below)|between|up to|over|under|above|below|negative|minus|plus|half|halves|twice|double|triple|(?<!seconds? )squared|cubed|factorial|reciprocal|square root|cube root|divided|multiplied|dozens?|hundreds?|(?:multiples?|factors?|divisors?|squares?|cubes?|powers?|logarithm|third|quarter) of|(?:of|with) (?:radius|diameter|side|length|order|degree|period|size|base)|(?:odd|even) for|exceed(?:s|ing)?|besides|excluding|divid(?:es|ing)|coprime|congruent|modulo|divisible|close to|none|nothing|undefined|impossible|unknown|infinite(?:ly)?|yes|consistent|independent)\b/;

const MULTIPLIERS: Readonly<Record<string, bigint>> = {
  thousand: 1000n,
  million: 1_000_000n,
  billion: 1_000_000_000n,
  trillion: 1_000_000_000_000n,
};

const PARTS: Readonly<Record<string, bigint>> = {
  half: 2n,
  halve: 2n,
  third: 3n,
  quarter: 4n,
  fourth: 4n,
  fifth: 5n,
  sixth: 6n,
  seventh: 7n,
  eighth: 8n,
  ninth: 9n,
  tenth: 10n,
  hundredth: 100n,
};

/** Answers with several spellings. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:the (?:limit|value|sum|integral|answer|solution) )?(?:dne|doesn't exist|does not exist)$/,
    'does not exist',
  ],
  [
    /^no (?:such )?(?:real )?solutions?(?: exists?)?$|^(?:that )?(?:there (?:is|are)|(?:it|the (?:equation|system|problem)) has) no (?:real )?solutions?$/,
    'no solution',
  ],
  [/^(?:infinitely many|an infinite number of)(?: solutions)?$/, 'infinitely many'],
  [/^(?:all|any) real numbers?$|^all reals?$|^(?:the )?set of (?:all )?real numbers$/, 'all real numbers'],
  [/^(?:the )?(?:empty|null) set$/, 'empty set'],
  [/^none(?: exists?)?$/, 'no solution'],
];

/** Words that can answer a question that asks for a number or a set. */
const ANSWERS_OF_WORDS = new Set(
  (
    'yes;no;true;false;none;even;odd;neither;both;undefined;impossible;never;always;sometimes;no solution;' +
    'does not exist;infinitely many;indeterminate;diverges;converges;prime;composite;rational;irrational;' +
    'positive;negative;nonnegative;not possible;unlimited;infinite;unbounded;increasing;decreasing'
  ).split(';'),
);

/** The text's words, without LaTeX, case, leading articles, and punctuation at the ends. */
export function wordsOf(latex: string): string {
  const text = latex
    .replaceAll(/\\text\{([^{}]*)\}/g, ' $1 ')
    .replaceAll(/[\\{}]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.;:!?])/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(/,? and (?=\S)/g, ', ')
    .replaceAll(/^[\s"'.,;:!?()]+|[\s"'.,;:!?()]+$/g, '');
  // "Yes, it is possible" counts as "yes".
  const reply = /^(yes|no|true|false)[,.;:!]\s/.exec(text)?.[1];
  if (reply !== undefined) return reply;
  const stated = isNegated(text) ? text : text.replace(/^.*\b(?:is|are|was|were|will be) (?=\S)/, '');
  const bare = stated.replace(/^(?:an?|the|on|at) (?=\S)/, '');
  const synonym = SYNONYMS.find(([pattern]) => pattern.test(bare) || pattern.test(text));
  return synonym === undefined ? bare : synonym[1];
}

export function isNegated(words: string): boolean {
  return NEGATED.test(words.toLowerCase());
}

/** Whether words make the number next to them a bound, or change it, so that the number alone is not the answer. */
export function changesNumber(words: string): boolean {
  return CHANGED.test(words.toLowerCase());
}

/** Whether words can answer a question that asks for a number or an expression. */
export function answersWithoutNumber(words: string): boolean {
  return ANSWERS_OF_WORDS.has(words) || /^[a-z]$/.test(words);
}

const ONE: Rational = { numerator: 1n, denominator: 1n };

/** The number that the text expresses in words; undefined for any other text. */
function wholeOf(words: string): Rational | undefined {
  const [number, ...others] = wordNumbers(words);
  const isAll = number?.start === 0 && number.end === words.length && others.length === 0;
  return isAll ? number.value : undefined;
}

/**
 * Reads a number in words: `minus twenty-one`, `two thirds`, `one million`. Undefined for words that are not a number.
 */
function numberOf(text: string): Rational | undefined {
  const [, sign, words = ''] = /^((?:negative|minus) )?(.*)$/s.exec(text) ?? [];
  const [, count = '', last = ''] = /^(.*?)[ -]?([a-z]+)$/s.exec(words) ?? [];
  const part = PARTS[last] ?? PARTS[last.replace(/s$/, '')];
  const factor = MULTIPLIERS[last];
  let number = wholeOf(words);
  if (part !== undefined || (factor !== undefined && number === undefined)) {
    const times = /^an?$/.test(count) || (count === '' && last === 'half') ? ONE : wholeOf(count);
    number = times && product(times, { numerator: factor ?? 1n, denominator: part ?? 1n });
  }
  return number && sign !== undefined ? negated(number) : number;
}

/** A number in words, and the unit after it. */
function measureOf(
  text: string,
): { readonly number: Rational; readonly unit: string | undefined } | undefined {
  const alone = numberOf(text);
  if (alone !== undefined) return { number: alone, unit: undefined };
  const [, words = '', last = ''] = /^(.*) ([a-z]+)$/s.exec(text) ?? [];
  const unit = canonicalUnit(last);
  const number = unit === undefined ? undefined : numberOf(words);
  return number && { number, unit };
}

/** Maximum length of a number in words. */
const LONGEST_NUMBER = 100;

/** Whether words express a number, with or without its unit, or infinity. */
export function isNumberInWords(words: string): boolean {
  if (words.length > LONGEST_NUMBER || /[^\p{L}\s.*,-]/u.test(words)) return false;
  const text = wordsOf(words.replaceAll('*', ''));
  return /^(?:(?:negative|minus|positive) )?infinity$/.test(text) || measureOf(text) !== undefined;
}

/** The multiplier at the start of the words after a number, as in `3 million`; undefined for other words. */
export function multiplierOf(words: string): Term | undefined {
  const [first = ''] = words.trim().toLowerCase().split(' ');
  const value = MULTIPLIERS[first];
  return value === undefined ? undefined : integer(value);
}

/** Reads words as an answer. Words that express a number become that number, and "all real numbers" becomes a set. */
export function wordsAnswer(latex: string): Answer {
  const text = wordsOf(latex);
  const value = { kind: 'value', unit: undefined, percent: false } as const;
  const measure = text.length > LONGEST_NUMBER ? undefined : measureOf(text);
  if (measure !== undefined) return { ...value, term: numberTerm(measure.number), unit: measure.unit };
  if (text === 'all real numbers') return { ...value, term: symbol('RealNumbers') };
  if (text === 'empty set' || text === 'no solution') return { ...value, term: symbol('EmptySet') };
  return { kind: 'words', text };
}
