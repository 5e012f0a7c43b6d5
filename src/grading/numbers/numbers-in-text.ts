import type { Reading } from '../answers/read-stated.ts';
import { canonical, type Rational } from '../rational.ts';
import type { NumeralStyle } from './magnitude.ts';
import { isRational, numeralFrom, type Numeral } from './numeral.ts';
import { beginsWithNumberWord, wordNumbers } from './number-words.ts';
import { plainNotation } from './plain-notation.ts';

/** A rational number, or a text of something else that is no rational number. */
export type StatedNumber = Rational | { readonly other: string };

export interface NumberOptions extends NumeralStyle {
  /** Whether what follows `≈` counts where nothing exact is read, and a root of two is no number yet. */
  readonly isTolerant: boolean;
  /** The question: of several numbers in a sentence those that it gives are not the answer. */
  readonly prompt?: string | undefined;
}

/** A number that a text begins with, and what follows it. */
export interface Leading {
  readonly value: StatedNumber;
  readonly rest: string;
}

/** A longer prompt is read so far. */
const LONGEST_PROMPT = 10_000;

/** What may stand between a marker and a number: signs of currency, names (`x =`), words that say nothing of the value. */
const DECORATION =
  /^(?:[\s*_$€£¥₹₽₩฿₫`({[~:;=+"'|>•·-]|(?:Rs|USD|US|EUR|GBP|CNY|RMB|HK)\.?(?= ?[$\d])|\b(?:approximately|approx|about|around|roughly|exactly|simply|just|only|therefore|thus|then|hence|so|now|indeed|clearly|actually|also|still|equal to|a total of|total|is|be|of|at least|at most|the number|the value|number)(?![\p{L}])\.?|\p{L}[\p{L}\d_']{0,3}\s?=)*$/iu;
/** Another value beside the first: `2 or 3`, `2-3`, `x = 2, y = 3`, `18 eggs and 5 hens`. */
const ANOTHER =
  /^(?:\s?(?:[%°$€£]|[\p{L}\p{M}.'’-]+)){0,4}?\s?(?:(?:,\s?)?(?<!\p{L})(?:and|or|to|y|o|u|und|oder|bis|et|ou|à|или|и|e|及|和|或)(?!\p{L})|[,;&–—-]|\/)\s?(?:[\p{L}][\p{L}\d_]{0,3}\s?=\s?)?[({]?[$€£]?[-+−]?\d/iu;
const LEADING_MARKS = /^[^\p{L}\p{N}]+|\b(?:approximately|about|exactly|simply|just|only)\s+/giu;
/** `5 feet 6 inches` is one value of two numbers. */
const COMPOUND = /^\s?\p{L}+\.?,?\s\d+(?:\.\d+)?\s?\p{L}/u;
function read(numeral: Numeral, text: string, { isTolerant }: NumberOptions): StatedNumber | 'unreadable' {
  const { value, start, end } = numeral;
  if (isRational(value)) return value;
  if (value === 'unreadable' || (value === 'other' && isTolerant)) return 'unreadable';
  return { other: text.slice(start, end).trim() };
}

function keyOf(value: StatedNumber): string {
  return 'other' in value ? value.other : canonical(value);
}

/** The value that a text begins with; `none` where it begins with something else. */
function beginning(text: string, options: NumberOptions): Leading | Exclude<Reading<StatedNumber>, object> {
  const first = numeralFrom(text, 0, options);
  const prefix = first === undefined ? text : text.slice(0, first.start);
  if (first === undefined || !DECORATION.test(prefix)) return wordBeginning(text);
  const value = read(first, text, options);
  if (value === 'unreadable') return value;
  const rest = text.slice(first.end);
  if (ANOTHER.test(rest) || COMPOUND.test(rest)) {
    const next = numeralFrom(text, first.end, options);
    const isSame = next !== undefined && isRational(next.value) && keyOf(next.value) === keyOf(value);
    if (!isSame) return 'unreadable';
  }
  return { value, rest };
}

function wordBeginning(text: string): Leading | Exclude<Reading<StatedNumber>, object> {
  if (!beginsWithNumberWord(text.replace(LEADING_MARKS, ''))) return 'none';
  const [first, ...others] = wordNumbers(text);
  if (first === undefined || !DECORATION.test(text.slice(0, first.start))) return 'none';
  const next = text.slice(first.end);
  if (/^\s(?:of|that|who|which|more|way|thing|by|or)\b/i.test(next)) return 'none';
  const isRead =
    first.value !== undefined && others.length === 0 && !/\d/.test(next.replace(/^[\s*]*\([^)]*\)/, ''));
  return isRead && first.value !== undefined ? { value: first.value, rest: next } : 'unreadable';
}

/** After the value of one name, another name. */
const NEXT_NAME = /\d[^=]*(?:,|;|\band\b|\bor\b)\s*\p{L}[\p{L}\d_]{0,3}\s*$/u;

/**
 * The number that a text begins with, or the last exact one of a chain `a = b = c ≈ d`. `none` where no part of it begins
 * with a number, `unreadable` where that is no number to compare, or another stands beside it (`2 or 3`, `x = 2, y = 3`).
 */
export function leadingNumber(
  text: string,
  options: NumberOptions,
): Leading | Exclude<Reading<StatedNumber>, object> {
  const [exact = '', ...approximate] = text.split('≈');
  const parts = exact.split(/(?<![<>!=])=(?!=)|⇒/);
  // `x = 5 and y = 6` are two values.
  if (parts.slice(1, -1).some((part) => NEXT_NAME.test(part))) return 'unreadable';
  let isUnreadable = false;
  for (const part of parts.toReversed()) {
    const reading = beginning(part, options);
    if (typeof reading !== 'string') return reading;
    isUnreadable ||= reading === 'unreadable';
  }
  if (approximate.length > 0 && (options.isTolerant || exact.trim() === '')) {
    return beginning(approximate[0] ?? '', options);
  }
  return isUnreadable ? 'unreadable' : 'none';
}

/** Every number of a text that stands for itself: of a calculation only its result. */
function* valuesIn(text: string, options: NumberOptions): Generator<StatedNumber | 'unreadable'> {
  let from = 0;
  for (let next = numeralFrom(text, from, options); next; next = numeralFrom(text, from, options)) {
    from = Math.max(next.end, next.start + 1);
    const isOperand =
      /^\s?(?:[\p{L}$€£%*]+\s?){0,2}[-+×·*/÷x]?\s?=/u.test(text.slice(next.end)) ||
      (next.value === 'unreadable' && /^[^=\n]{0,40}=\s?[$€£]?[-\d]/.test(text.slice(next.end)));
    if (!isOperand) yield read(next, text, options);
  }
}

/** The one value that a text holds; `none` where it holds no number, `unreadable` where it holds several. */
export function onlyNumber(text: string, options: NumberOptions): Reading<StatedNumber> {
  const values = new Map<string, StatedNumber>();
  for (const value of valuesIn(text, options)) {
    if (value === 'unreadable') return 'unreadable';
    values.set(keyOf(value), value);
  }
  if (values.size > 1 && options.prompt !== undefined) {
    const given = plainNotation(options.prompt.slice(0, LONGEST_PROMPT));
    for (const value of valuesIn(given, options)) if (value !== 'unreadable') values.delete(keyOf(value));
    if (values.size === 0) return 'unreadable';
  }
  const [only, ...more] = values.values();
  if (more.length > 0) return 'unreadable';
  if (only !== undefined) return { value: only };
  const words = wordNumbers(text).filter(({ start, end }) => !/^one$/i.test(text.slice(start, end)));
  const [word, ...others] = words;
  if (word === undefined) return 'none';
  return others.length > 0 || word.value === undefined ? 'unreadable' : { value: word.value };
}

/** Whether nothing but marks, names and words without meaning stands before the first number of a text. */
export function beginsWithNumber(text: string, options: NumberOptions): boolean {
  return DECORATION.test(text.slice(0, numeralFrom(text, 0, options)?.start ?? text.length));
}
