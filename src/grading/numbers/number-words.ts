import type { Rational } from './rational.ts';

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const VALUES = new Map<string, number>([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ['fourty', 40],
]);
const WORD = [...VALUES.keys()].sort((a, b) => b.length - a.length).join('|');
const WORDS = new RegExp(
  `(?<![\\p{L}-])(?:(?:${WORD}|hundred|thousand)(?:[ -](?:and )?(?:${WORD}|hundred|thousand)(?![\\p{L}]))*|an? (?:hundred|thousand)(?: (?:and )?(?:${WORD})(?:-(?:${WORD}))?(?!\\p{L}))?)(?!\\p{L})`,
  'giu',
);
/**
 * Matches words that make the number before them part of another number: "two thirds" is not two, and "one in three" is
 * not one.
 */
const GOES_ON =
  /^(?:[ -](?:and a half|hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|thousandths?|dozens?|\(?\d|millions?|billions?|trillions?|point|over|times|plus|minus|divided|squared|cubed|or|to|in|and)(?!\p{L})|-\p{L})/iu;

/** Whether the first word of the text may start a number. Fast, but allows false positives. */
export function beginsWithNumberWord(text: string): boolean {
  const word = /^[a-z]{1,9}/i.exec(text)?.[0].toLowerCase();
  return word !== undefined && (VALUES.has(word) || /^(?:an?|hundred|thousand|minus|negative)$/.test(word));
}

/** Matches words that make the number after them part of another number: "one million two hundred" is not two hundred. */
const GOES_BEFORE = /\b(?:millions?|billions?|trillions?|quarter to|half past|past)\s(?:and )?$/i;
const SIGN = /\b(?:minus|negative)\s$/i;

/** A number in words, from its first letter to its last. */
export interface WordNumber {
  readonly start: number;
  readonly end: number;
  /** Undefined if the words before or after change the value, or if the words are not a number up to 999,999. */
  readonly value: Rational | undefined;
}

function valueOf(words: readonly string[]): number | undefined {
  let total = 0;
  let current = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (word === 'and') continue;
    if (word === 'a' || word === 'an') {
      current = 1;
      last = 1;
      continue;
    }
    if (word === 'hundred') {
      if (current > 9) return undefined;
      current = (current || 1) * 100;
      last = 100;
      continue;
    }
    if (word === 'thousand') {
      if (total > 0) return undefined;
      total = (current || 1) * 1000;
      current = 0;
      last = Number.POSITIVE_INFINITY;
      continue;
    }
    const value = VALUES.get(word);
    if (value === undefined) return undefined;
    // "Five six" is two numbers, whereas "twenty six" and "hundred six" are each one number.
    const fits =
      last === Number.POSITIVE_INFINITY ||
      (last === 100 && value < 100) ||
      (last >= 20 && last < 100 && value < 10 && value > 0);
    if (!fits) return undefined;
    current += value;
    last = value;
  }
  return total + current;
}

/** The numbers written in English words, from "zero" to 999,999, in text order. Runs in linear time. */
export function wordNumbers(text: string): readonly WordNumber[] {
  return [...text.matchAll(WORDS)].map((match) => {
    const words = match[0].toLowerCase().split(/[ -]+/);
    const end = match.index + match[0].length;
    const isPart =
      GOES_ON.test(text.slice(end, end + 20)) ||
      GOES_BEFORE.test(text.slice(Math.max(0, match.index - 14), match.index));
    const size = isPart ? undefined : valueOf(words);
    const sign = SIGN.exec(text.slice(Math.max(0, match.index - 10), match.index));
    const value = size === undefined ? undefined : BigInt(sign === null ? size : -size);
    return {
      start: sign === null ? match.index : match.index - sign[0].length,
      end,
      value: value === undefined ? undefined : { numerator: value, denominator: 1n },
    };
  });
}
