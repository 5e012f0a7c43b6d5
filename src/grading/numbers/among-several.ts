import type { Reading } from '../answers/read-stated.ts';
import type { StatedAnswer } from '../answers/stated-answer.ts';
import { wholeNumber } from './numeral.ts';
import {
  beginsWithNumber,
  givenNumbers,
  keyOf,
  leadingNumber,
  onlyNumber,
  type NumberOptions,
  type StatedNumber,
} from './numbers-in-text.ts';
import { questionOf } from './only-sentence.ts';

/** Matches arithmetic directly before an equals sign. */
const CALCULATES = /\d[%)]*\s?(?:[-+*/×÷−x]\s?[($]*[\d.,]+[%)]*\s*)+$/;

/** Matches a number in a phrase that specifies when, for how many, or how often. */
const CIRCUMSTANCE =
  /(?<!\p{L})(?:in|for|per|after|over|during|within|at|from|of|by|with|under|each|every|to \p{L}+|en|por|durante|tras|después de|pendant|après|dans|für|nach|innerhalb von|während|em|após|dopo|kwa|baada ya|katika|за|через|после|в течение)\s(?:(?:the|all|a|an|these|those|her|his|their|its|both|first|next|last|past|previous|remaining|other|whole|entire|same|agreed|total|only) )*[$€£]?\d[\d,.]*(?:-\d+)?(?:\s?%|\s?[ap]\.?m\b|:\d\d)?|\d{1,2}(?::\d\d)?\s?[ap]\.?m\b/giu;
const NUMERALS = /(?<![\d.,])\d[\d,]*(?:\.\d+)?(?![\d,]*\d)/g;
const SEVERAL_VALUES = /\b(?:and|or)\s[$€£]?\d/i;
const ORDINAL = /\b\d+(?:st|nd|rd|th)\b/gi;
/** Matches a clause that lists the parts of a total. */
const MADE_OF = /,? (?:consisting of|made up of|including|comprising|which (?:includes|consists of))\s.*$/is;

/**
 * The result of a sentence's calculations, if any numbers after it only describe circumstances: "a total of (7 x 2) + 8
 * = 22 slices", "she runs 30 + 20 = 50 miles in 7 hours".
 */
function resultOf(plain: string, options: NumberOptions): Reading<StatedNumber> | undefined {
  const [first = '', ...parts] = plain.split('=');
  const result = parts.pop();
  if (result === undefined || ![first, ...parts].every((part) => CALCULATES.test(part))) return undefined;
  // A calculation in brackets shows how the number before it was found.
  if (/\([^()]*$/.test([first, ...parts].join('='))) return undefined;
  const leading = beginsWithNumber(result, options) ? leadingNumber(result, options) : 'none';
  if (typeof leading === 'string' || /\d/.test(leading.rest.replaceAll(CIRCUMSTANCE, ''))) return undefined;
  return /^\s?(?:and|or|,)\s/.test(leading.rest) && /\d/.test(leading.rest) ? undefined : leading;
}

/** Matches a calculation in brackets, without its result. */
const HOW_FOUND = /\s\([^()=]*\d[^()=]*(?:\)|$)/;
/** Matches a stated total: "she pays a total of $28 for 10 gallons". */
const TOTAL =
  /\b(?:a|the) (?:grand |combined |overall )?total (?:amount |number |sum |cost )?of\s(?=[$€£]?\d)/gi;

/** The only total in a sentence that has no calculation and no other value. */
function ofTotal(plain: string, options: NumberOptions): Reading<StatedNumber> | undefined {
  const [only, ...others] = plain.matchAll(TOTAL);
  if (only === undefined || others.length > 0 || /[=+*×]/.test(plain)) return undefined;
  const rest = plain
    .slice(only.index + only[0].length)
    .replace(HOW_FOUND, '')
    .replaceAll(CIRCUMSTANCE, '');
  const leading = leadingNumber(rest, options);
  return typeof leading === 'string' || /\d/.test(leading.rest) ? undefined : leading;
}

/** Matches joined clauses, which may state different values. */
const SEVERAL_CLAUSES = /\b(?:while|whereas|but|and)\b[^\d]*\p{L}[^\d]*\d/iu;

/** The number that a sentence repeats from the working above it, if the other numbers only describe circumstances. */
function ofWorking(
  plain: string,
  stated: StatedAnswer,
  options: NumberOptions,
): Reading<StatedNumber> | undefined {
  if (stated.repeats === undefined || SEVERAL_CLAUSES.test(plain)) return undefined;
  const { repeats } = stated;
  const bare = plain.replaceAll(CIRCUMSTANCE, (clause) =>
    clause
      .replaceAll(',', '')
      .match(/\d[\d.]*$/)?.[0]
      .replace(/\.$/, '') === repeats
      ? clause
      : '',
  );
  const only = onlyNumber(bare, { ...options, prompt: undefined });
  if (typeof only === 'string' || 'other' in only.value) return undefined;
  return Number(only.value.numerator) / Number(only.value.denominator) === Number(stated.repeats)
    ? only
    : undefined;
}

/**
 * Matches a number next to the repeated number that may be part of the same value: "2 weeks 3 days", "1 hour and 5".
 */
const MAY_JOIN_BEFORE = /(?:\d\s?(?:\p{L}+[,.]?\s)?(?:and\s|or\s)?|\bout of\s[$€£]?)$/u;
const MAY_JOIN_AFTER = /^\s\p{L}+,?\s(?:and\s|or\s)?[$€£]?\d/u;
/** Matches a second number, which describes what is counted: "9 5 dollar games". */
const SIZE_BESIDE = /^\s\d[\d.]*(?=[\s-]\p{L})/u;

/** The number that a conclusion or marked answer repeats from the working above it, whatever the other numbers are. */
function ofResult(
  plain: string,
  stated: StatedAnswer,
  options: NumberOptions,
): Reading<StatedNumber> | undefined {
  const { repeats } = stated;
  if (repeats === undefined || (stated.at < 0 && stated.rule !== 'conclusion')) return undefined;
  if (/[=+*×/]|[-−]\s?\d|\bthan\b/.test(plain)) return undefined;
  const all = [...plain.matchAll(NUMERALS)].map((it) => ({ it, value: Number(it[0].replaceAll(',', '')) }));
  const [only, ...again] = all.filter(({ value }) => value === Number(repeats)).map(({ it }) => it);
  if (only === undefined || again.length > 0) return undefined;
  const given = options.prompt === undefined ? undefined : givenNumbers(options.prompt, options);
  const others = all.filter(({ it }) => it !== only).map(({ it }) => wholeNumber(it[0]));
  const isEachGiven = others.every((value) => value !== undefined && given?.has(keyOf(value)) === true);
  if (!isEachGiven && (SEVERAL_CLAUSES.test(plain) || SEVERAL_VALUES.test(plain))) return undefined;
  const behind = plain.slice(only.index + only[0].length);
  const after = behind.replace(SIZE_BESIDE, '');
  if (MAY_JOIN_BEFORE.test(plain.slice(0, only.index)) || (after === behind && MAY_JOIN_AFTER.test(behind)))
    return undefined;
  const leading = leadingNumber(`${only[0]}${after}`, options);
  if (typeof leading === 'string' || 'other' in leading.value) return undefined;
  return Number(leading.value.numerator) / Number(leading.value.denominator) === Number(repeats)
    ? leading
    : undefined;
}

/**
 * A marked answer's number, if the question does not contain it and the other numbers only describe circumstances, such
 * as when or for how many.
 */
function besideCircumstances(
  plain: string,
  stated: StatedAnswer,
  options: NumberOptions,
): Reading<StatedNumber> | undefined {
  if (stated.at < 0 || options.prompt === undefined || /[=+*×]/.test(plain)) return undefined;
  const main = plain.replace(MADE_OF, '');
  if (SEVERAL_CLAUSES.test(main) || SEVERAL_VALUES.test(main)) return undefined;
  const bare = main.replaceAll(CIRCUMSTANCE, (it) => (/^to\s/i.test(it) ? it : '')).replaceAll(ORDINAL, '');
  const only = onlyNumber(bare, { ...options, prompt: undefined });
  if (typeof only === 'string') return undefined;
  return givenNumbers(options.prompt, options).has(keyOf(only.value)) ? undefined : only;
}

/** Matches a quantity with its value: "the total cost of 5 pens is $10". */
const QUANTITY =
  /^.*\b(?:total|number|amount|sum|cost|price|profit|value|difference|average|mean|distance|time|age|result|rest|change|balance|length|area|perimeter|volume|speed|weight|height|probability|ratio|percentage|limit|degree|term|accuracy|rate|gap)\b[^,;]*?\s(?:is|was|equals|will be|would be)\s(?!not\b)/is;

/** The value of the last quantity in a sentence, if every other number is in a remark in brackets. */
function ofQuantity(plain: string, options: NumberOptions): Reading<StatedNumber> {
  const match = QUANTITY.exec(plain);
  if (match === null) return 'none';
  // A sentence with two quantities states two values.
  if (/\b(?:is|was|equals|will be|would be)\s[$€£]?\d.*\b(?:and|while|whereas|but)\b/is.test(match[0]))
    return 'none';
  const rest = plain.slice(match[0].length).replace(/\([^()]*\)?/, '');
  const leading = beginsWithNumber(rest, options) ? leadingNumber(rest, options) : 'none';
  return typeof leading === 'string' || /\d/.test(leading.rest) ? 'none' : leading;
}

/** Matches the things that a question wants counted: "How many red eggs does she have?" */
const COUNTED =
  /\b(?:how many|number of) ((?:[\p{L}'’-]+\s){0,3}?[\p{L}'’-]+?)(?=\s(?:do|does|did|are|is|were|was|will|would|can|could|ha[sd]|have|in|on|at|for|from|that|left|remain|altogether|must|should)\b|\s?[?,]|$)/iu;
/** Matches a number and the words that follow it. */
const WITH_WORDS = /(?<![\d.,])\d[\d,]*(?:\.\d+)?(?![\d.,]*\d)((?:\s(?!and\b|or\b)[\p{L}'’-]+){0,3})/gu;

function stemOf(word: string): string {
  return word.toLowerCase().replace(/(?:es|s)$/, '');
}

/** The only count of the things that the question asks about, if all other numbers count something else. */
function ofCounted(
  plain: string,
  stated: StatedAnswer,
  options: NumberOptions,
): Reading<StatedNumber> | undefined {
  const question = options.prompt === undefined ? undefined : questionOf(options.prompt);
  const asked = COUNTED.exec(question ?? '')?.[1]?.split(/\s/) ?? [];
  const noun = stemOf(asked.at(-1) ?? '');
  if (stated.at < 0 || noun.length < 3 || asked.some((word) => /^(?:more|less|fewer|total)$/i.test(word)))
    return undefined;
  if (/[=+*×/]|\bthan\b/.test(plain)) return undefined;
  const counts = [...plain.matchAll(WITH_WORDS)].map((match) => ({
    whole: match[0],
    words: (match[1] ?? '').trim().split(/\s/).map(stemOf),
  }));
  const [only, ...others] = counts.filter(({ words }) => words.includes(noun));
  const isEachCounted = counts.every(({ words }) => words.some((word) => word.length >= 3));
  if (only === undefined || others.length > 0 || !isEachCounted) return undefined;
  const leading = leadingNumber(only.whole, options);
  return typeof leading === 'string' ? undefined : leading;
}

/**
 * Chooses the answer among several numbers in a sentence: the result of its calculation, its total, a result repeated
 * from the working, the count of the things that the question asks about, or the value of a quantity. `none` if the
 * sentence does not single out a number.
 */
export function amongSeveral(
  plain: string,
  stated: StatedAnswer,
  options: NumberOptions,
): Reading<StatedNumber> {
  return (
    resultOf(plain, options) ??
    ofTotal(plain, options) ??
    ofWorking(plain, stated, options) ??
    ofResult(plain, stated, options) ??
    besideCircumstances(plain, stated, options) ??
    ofCounted(plain, stated, options) ??
    ofQuantity(plain, options)
  );
}
