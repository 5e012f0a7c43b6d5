import type { Asked } from '../answers/asked/asked.ts';
import { readStated, type Found } from '../answers/read-stated.ts';
import type { StatedAnswer } from '../answers/stated-answer.ts';
import { leadingNumber } from '../numbers/numbers-in-text.ts';
import { plainNotation } from '../numbers/plain-notation.ts';
import { statedNumber } from '../numbers/stated-number.ts';
import { canonical, type Rational } from '../numbers/rational.ts';
import { letterAt, type Option } from './option.ts';

/** The answer that the text gives instead of a letter: an option, or a value that matches no option. */
export type ByValue = { readonly letter: string } | { readonly noneOfThem: string };

const STYLE = { decimalComma: false, isTolerant: false };
/** Matches a unit's exponent: `cm^2`, `m³`. */
const UNIT_EXPONENT = /(?<=[a-zA-Z])\s?(?:\^\s?\{?\s?[-−]?\d\s?\}?|[²³]|(?<=(?:cm|mm|km|m))[23]\b)/g;
const NUMBER_WORD =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|fourth|half|double|once|twice)\b/i;
const DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const DATE_WITHIN = /(?<!\d)\d{1,2}\/\d{1,2}\/\d{4}(?!\d)/g;

interface Quantity {
  readonly value: Rational;
  /** The quantity's unit, without marks; empty if there is none. */
  readonly unit: string;
}

function toNumber({ numerator, denominator }: Rational): number {
  return Number(numerator) / Number(denominator);
}

function unitOf(rest: string): string {
  return rest.toLowerCase().replaceAll(/[^\p{L}%°$€£]/gu, '');
}

function withoutExponents(text: string): string {
  return plainNotation(text).replaceAll(UNIT_EXPONENT, '');
}

/** An option's number and unit; undefined if the option is anything else. */
function quantityOf({ text }: Option): Quantity | undefined {
  const plain = withoutExponents(text).trim();
  const leading = leadingNumber(plain, STYLE);
  if (typeof leading === 'string' || 'other' in leading.value) return undefined;
  const isAlone = !/\d/.test(leading.rest) && leading.rest.trim().split(/\s+/).length <= 3;
  return isAlone && /^[^\p{L}]*(?:\d|\\frac)/u.test(plain)
    ? { value: leading.value, unit: unitOf(leading.rest) }
    : undefined;
}

/** Maximum relative difference, ignoring powers of ten, between two numbers that may be meant to be equal. */
const NEAR = 0.1;

/** Whether two numbers may represent the same value, in different units or rounded. */
function isNear(a: Rational, b: Rational): boolean {
  const [x, y] = [Math.abs(toNumber(a)), Math.abs(toNumber(b))];
  if (x === 0 || y === 0) return Math.max(x, y) < NEAR;
  const power = Math.log10(x / y);
  return Math.abs(power - Math.round(power)) < Math.log10(1 + NEAR) && Math.abs(power) < 7;
}

function hasOtherUnit(stated: string, unit: string): boolean {
  return unit !== '' && stated !== '' && !stated.startsWith(unit) && !unit.startsWith(stated);
}

function amongQuantities(
  value: Rational,
  statement: StatedAnswer,
  quantities: readonly Quantity[],
): ByValue | undefined {
  const same = quantities.flatMap((it, index) => (canonical(it.value) === canonical(value) ? [index] : []));
  const [only, ...others] = same;
  if (only === undefined) {
    if (quantities.some((it) => isNear(it.value, value))) return undefined;
    return { noneOfThem: canonical(value) };
  }
  const leading = leadingNumber(withoutExponents(statement.text), STYLE);
  const unit = typeof leading === 'string' ? '' : unitOf(leading.rest.split(/[.,;(\n]/, 1)[0] ?? '');
  const isAlike = quantities.some((it, index) => index !== only && isTenfold(it.value, value));
  return others.length > 0 || isAlike || hasOtherUnit(unit, quantities[only]?.unit ?? '')
    ? undefined
    : { letter: letterAt(only) };
}

function isTenfold(a: Rational, b: Rational): boolean {
  const power = Math.log10(Math.abs(toNumber(a) / toNumber(b)));
  return Number.isFinite(power) && power !== 0 && Math.abs(power - Math.round(power)) < 1e-9;
}

/** Matches the first label in a prompt that labels its options with letters, or with numbers that start at 0. */
const LISTED_OTHERWISE = /^\s{0,8}[>*-]{0,2}\s?\(?(?:A|a|0)[).:]\s?\S/m;

/**
 * Whether a number can only refer to an option by its position, because no option contains a number and the prompt does
 * not label the options with letters or from 0.
 */
function arePlaces(options: readonly Option[], prompt: string | undefined): boolean {
  const isShortNumber = ({ folded }: Option): boolean =>
    folded.length <= 24 && (/\d/.test(folded) || NUMBER_WORD.test(folded));
  return !options.some(isShortNumber) && !(prompt !== undefined && LISTED_OTHERWISE.test(prompt));
}

function dateOf(text: string): string | undefined {
  const [, month, day, year] = DATE.exec(text.trim()) ?? [];
  return month === undefined ? undefined : [Number(month), Number(day), Number(year)].join('/');
}

function amongDates({ text }: StatedAnswer, dates: readonly string[]): ByValue | undefined {
  const [only, ...others] = new Set((text.match(DATE_WITHIN) ?? []).map(dateOf));
  if (only === undefined || others.length > 0) return undefined;
  const at = dates.indexOf(only);
  return at === -1 ? { noneOfThem: only } : { letter: letterAt(at) };
}

/** Matches the label in a line such as `A: 5`, which may give either option A's text or an answer. */
const OPTION_A = /^[>*_#\- \t]{0,8}A[*_]{0,3}\s{0,3}[:：]/;
const HOLDS_NUMBER = /\p{Nd}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/iu;
/** How far from the end of the text to search for a value, in UTF-16 code units. */
const SEARCHED = 20_000;

/**
 * Finds the option that the text gives by its value (if all options are numbers or all are dates) or by its position,
 * counted from 1 (if no option is a number). Returns the value itself if it is neither equal nor close to any option. Use
 * this function only for texts that give no option by its letter or in words.
 */
export function statedByValue(
  text: string,
  prompt: string | undefined,
  options: readonly Option[],
  asked: Asked | undefined,
): Found<ByValue> | undefined {
  if (options.length === 0 || !HOLDS_NUMBER.test(text)) return undefined;
  const quantities = options.map(quantityOf).filter((it) => it !== undefined);
  const dates = options.map((option) => dateOf(option.text)).filter((it) => it !== undefined);
  const areQuantities = quantities.length === options.length;
  const areDates = dates.length === options.length;
  if (!areQuantities && !areDates && !arePlaces(options, prompt)) return undefined;
  const searched = text.slice(-SEARCHED);
  const read = (statement: StatedAnswer): { value: ByValue } | 'unreadable' | 'none' => {
    if (OPTION_A.test(searched.slice(Math.max(0, statement.at), statement.at + 20))) return 'none';
    if (areDates) {
      const date = amongDates(statement, dates);
      return date === undefined ? 'none' : { value: date };
    }
    const plain = { ...statement, text: withoutExponents(statement.text) };
    const number = statedNumber(plain, { ...STYLE, prompt });
    if (typeof number === 'string') return number;
    if ('other' in number.value) return 'unreadable';
    const value = areQuantities
      ? amongQuantities(number.value, statement, quantities)
      : atPlace(number.value, statement, options);
    return value === undefined ? 'unreadable' : { value };
  };
  return readStated<ByValue>(searched, asked, { read });
}

/** Matches a number that only gives a position: "4", "option 4", "4번입니다". */
const PLACE =
  /^[\s*_("'[]*(?:(?:option|choice|number|no\.|statement|선택지|보기|选项|選択肢)\s?)?[*_("'[]*[1-9]\d?[*_)"'\].:]*(?:\s?(?:번|番|号|입니다|이다|です|[*_.。]))*(?:[\s,.:;(]|$)/iu;

function atPlace(
  value: Rational,
  { text, at }: StatedAnswer,
  options: readonly Option[],
): ByValue | undefined {
  const place = toNumber(value);
  if (!Number.isInteger(place) || place < 1 || place > options.length || !PLACE.test(text)) return undefined;
  return at < -3 ? undefined : { letter: letterAt(place - 1) };
}
