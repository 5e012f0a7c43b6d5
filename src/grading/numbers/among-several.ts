import type { Reading } from '../answers/read-stated.ts';
import type { StatedAnswer } from '../answers/stated-answer.ts';
import {
  beginsWithNumber,
  givenNumbers,
  keyOf,
  leadingNumber,
  onlyNumber,
  type NumberOptions,
  type StatedNumber,
} from './numbers-in-text.ts';

/** Arithmetic at the end of what stands before an equals sign. */
const CALCULATES = /\d[%)]*\s?(?:[-+*/×÷−x]\s?[($]*[\d.,]+[%)]*\s*)+$/;

/** A number in a clause that says when, for how many, or how often. */
const CIRCUMSTANCE =
  /(?<!\p{L})(?:in|for|per|after|over|during|within|at|from|of|by|with|under|each|every|to \p{L}+|en|por|durante|tras|después de|pendant|après|dans|für|nach|innerhalb von|während|em|após|dopo|kwa|baada ya|katika|за|через|после|в течение)\s(?:(?:the|all|a|an|these|those|her|his|their|its|both|first|next|last|past|previous|remaining|other|whole|entire|same|agreed|total|only) )*[$€£]?\d[\d,.]*(?:-\d+)?(?:\s?%|\s?[ap]\.?m\b|:\d\d)?|\d{1,2}(?::\d\d)?\s?[ap]\.?m\b/giu;
const SEVERAL_VALUES = /\b(?:and|or)\s[$€£]?\d/i;
const ORDINAL = /\b\d+(?:st|nd|rd|th)\b/gi;
/** What the total of a sentence is made of. */
const MADE_OF = /,? (?:consisting of|made up of|including|comprising|which (?:includes|consists of))\s.*$/is;

/**
 * The result of the calculations of a sentence, if no other number follows but one that says when or for how many: "a total of
 * (7 x 2) + 8 = 22 slices", "she runs 30 + 20 = 50 miles in 7 hours".
 */
function resultOf(plain: string, options: NumberOptions): Reading<StatedNumber> | undefined {
  const [first = '', ...parts] = plain.split('=');
  const result = parts.pop();
  if (result === undefined || ![first, ...parts].every((part) => CALCULATES.test(part))) return undefined;
  // In brackets it says how the number before them was found.
  if (/\([^()]*$/.test([first, ...parts].join('='))) return undefined;
  const leading = beginsWithNumber(result, options) ? leadingNumber(result, options) : 'none';
  if (typeof leading === 'string' || /\d/.test(leading.rest.replaceAll(CIRCUMSTANCE, ''))) return undefined;
  return /^\s?(?:and|or|,)\s/.test(leading.rest) && /\d/.test(leading.rest) ? undefined : leading;
}

/** A calculation in brackets, without its result. */
const HOW_FOUND = /\s\([^()=]*\d[^()=]*(?:\)|$)/;
/** What a sentence says that the total is: "she pays a total of $28 for 10 gallons". */
const TOTAL =
  /\b(?:a|the) (?:grand |combined |overall )?total (?:amount |number |sum |cost )?of\s(?=[$€£]?\d)/gi;

/** The number of the one total of a sentence, if no calculation or other value stands beside it. */
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

/** Several clauses may say several things. */
const SEVERAL_CLAUSES = /\b(?:while|whereas|but|and)\b[^\d]*\p{L}[^\d]*\d/iu;

/** The number that a sentence repeats from the working above it, where the others only say when or for how many. */
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
 * The number of a marked answer, where the others only say when, for how many or of what, and the question does not give it.
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

/** What a sentence says that a quantity is: "the total cost of 5 pens is $10". */
const QUANTITY =
  /^.*\b(?:total|number|amount|sum|cost|price|profit|value|difference|average|mean|distance|time|age|result|rest|change|balance|length|area|perimeter|volume|speed|weight|height|probability|ratio|percentage|limit|degree|term|accuracy|rate|gap)\b[^,;]*?\s(?:is|was|equals|will be|would be)\s(?!not\b)/is;

/** The number of the last quantity of a sentence, if nothing but a remark in brackets holds another one. */
function ofQuantity(plain: string, options: NumberOptions): Reading<StatedNumber> {
  const match = QUANTITY.exec(plain);
  if (match === null) return 'none';
  // Two quantities are two values.
  if (/\b(?:is|was|equals|will be|would be)\s[$€£]?\d.*\b(?:and|while|whereas|but)\b/is.test(match[0]))
    return 'none';
  const rest = plain.slice(match[0].length).replace(/\([^()]*\)?/, '');
  const leading = beginsWithNumber(rest, options) ? leadingNumber(rest, options) : 'none';
  return typeof leading === 'string' || /\d/.test(leading.rest) ? 'none' : leading;
}

/**
 * Which of the several numbers of a sentence it states: the result of its calculation, its total, the result of the working that
 * it repeats, or the value of the quantity that it names. `none` where it marks none of them.
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
    besideCircumstances(plain, stated, options) ??
    ofQuantity(plain, options)
  );
}
