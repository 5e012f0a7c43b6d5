import { lastQuestion } from '../answers/asked/demonstrated.ts';
import type { Reading } from '../answers/read-stated.ts';
import { canonical, type Rational } from './rational.ts';
import type { NumeralStyle } from './magnitude.ts';
import { isRational, numeralFrom, type Numeral } from './numeral.ts';
import { beginsWithNumberWord, wordNumbers } from './number-words.ts';
import { plainNotation } from './plain-notation.ts';

/** A rational number, or the text of a value that is not rational. */
export type StatedNumber = Rational | { readonly other: string };

export interface NumberOptions extends NumeralStyle {
  /** Whether a value after `≈` counts if no exact value can be read. If so, an irrational value such as √2 is unreadable. */
  readonly isTolerant: boolean;
  /** The question. If a sentence contains several numbers, those that also occur in the question are not the answer. */
  readonly prompt?: string | undefined;
}

/** The number at the start of the text, and the text after it. */
export interface Leading {
  readonly value: StatedNumber;
  readonly rest: string;
}

/** Maximum number of a prompt's characters that are read. */
const LONGEST_PROMPT = 10_000;

/**
 * Matches text allowed between a marker and a number: currency signs, names (`x =`), and words that do not affect the
 * value.
 */
const DECORATION =
  /^(?:[\s*_$€£¥₹₽₩฿₫`({[~:;=+"'|•·-]|(?:Rs|USD|US|EUR|GBP|CNY|RMB|HK)\.?(?= ?[$\d])|\b(?:approximately|approx|about|around|roughly|exactly|simply|just|only|therefore|thus|then|hence|so|now|indeed|clearly|actually|also|still|equal to|a total of|total|is|be|of|at least|at most|the number|the value|number)(?![\p{L}])\.?|\p{L}[\p{L}\d_']{0,3}\s?=)*$/iu;
/** Words and signs that join two values, in the languages of the answer markers. */
const JOINT =
  '(?:,\\s?)?(?:(?<!\\p{L})(?:and|or|to|then|times|minus|plus|divided by|multiplied by|split (?:between|among)|less|into|by|x|past|i\\.e\\.,?|that is,?|so|y|o|ó|u|und|en|och|và|و|oder|bis|mal|et|ou|à|fois|veces|или|и|и|e|ed|lub|або|au|hoặc|đến|atau|veya|ile|eller|বা|থেকে|లేదా|నుండి|या|से|أو|إلى)(?![\\p{L}\\p{M}])|または?|もしくは|から|か(?=\\s?\\d)|及|和|或|到|至|乘以|หรือ|ถึง)|[,;|&+*×÷/–—-]';
const NUMBER_WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|a half|a quarter|three quarters|half|media|medio|meia|meio|demie?|mezz[oa]|cuarto|halb|een half|nusu|nửa|نصف|نیم|חצי|половин\\p{L}+)(?!\\p{L})';
/** Matches another value after the first one: `2 or 3`, `2-3`, `x = 2, y = 3`, `18 eggs and 5 hens`. */
const ANOTHER = new RegExp(
  `^(?:\\s?(?:[%°$€£]|[\\p{L}\\p{M}.'’-]+)){0,4}?(?:\\s?\\([^()]{0,60}\\))?\\s?(?:${JOINT})\\s?(?:also\\s|the\\s)?(?:\\p{L}[\\p{L}\\d_]{0,3}\\s?=\\s?)?[({]?[$€£]?(?:[-+−]?\\s?(?:\\d|[½⅓⅔¼¾]|\\\\frac)|${NUMBER_WORD})`,
  'iu',
);
/** Matches text that continues a value after its first number: `5時間30分`, or a list on separate lines. */
const RUNS_ON =
  /^(?:\s?(?:(?!\p{Script=Latin})\p{L}[\p{L}\p{M}]{0,8}?)\s?(?:\d|半|반(?!\p{L}{3})|ครึ่ง)|[^\n\d]{0,30}\n\s*[-*•]?\s?[$€£]?[-−]?\d)/u;
const LEADING_MARKS = /^[^\p{L}\p{N}]+|\b(?:approximately|about|exactly|simply|just|only)\s+/giu;
/** Matches the rest of a value that is made up of two numbers: `5 feet 6 inches`. */
const COMPOUND = new RegExp(
  `^\\$?\\s?[\\p{L}\\p{M}]+\\.?,?\\s(?:\\$?\\d+(?:\\.\\d+)?\\$?\\s?[\\p{L}'"]|${NUMBER_WORD}\\s\\p{L})`,
  'iu',
);

function read(numeral: Numeral, text: string, { isTolerant }: NumberOptions): StatedNumber | 'unreadable' {
  const { value, start, end } = numeral;
  if (isRational(value)) return value;
  if (value === 'unreadable' || (value === 'other' && isTolerant)) return 'unreadable';
  return { other: text.slice(start, end).trim() };
}

export function keyOf(value: StatedNumber): string {
  return 'other' in value ? value.other : canonical(value);
}

/** The value at the start of the text; `none` if the text starts with something else. */
function beginning(text: string, options: NumberOptions): Leading | Exclude<Reading<StatedNumber>, object> {
  const first = numeralFrom(text, 0, options);
  const prefix = first === undefined ? text : text.slice(0, first.start);
  if (first === undefined || !DECORATION.test(prefix)) return wordBeginning(text);
  const value = read(first, text, options);
  if (value === 'unreadable') return value;
  const rest = text.slice(first.end);
  if (/[([{]\s*$/.test(prefix) && /^\s?[,;]/.test(rest)) return 'unreadable';
  if (/-\s?[({]?\s?[-−]/.test(`${prefix}${text.slice(first.start, first.start + 3)}`)) return 'unreadable';
  if (ANOTHER.test(rest) || COMPOUND.test(rest) || RUNS_ON.test(rest)) {
    const next = numeralFrom(text, first.end, options);
    const isSame =
      next !== undefined &&
      !RUNS_ON.test(rest) &&
      isRational(next.value) &&
      keyOf(next.value) === keyOf(value);
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

/** Matches a remark in brackets after a number. */
const REMARK = /^([^()=≈]*\d[^()=≈]*)\([^()]*=[^()]*\)/;
/** Matches an unknown with a factor or an exponent. */
const COEFFICIENT = /(?<![\p{L}\d])(?:\d+\s?(?!x\s?[\d$(])[a-zA-Z]|[a-zA-Z]\s?(?:\^|²|³))(?!\p{L})/u;
/** Matches text that is only a number and its unit. */
const ALONE = /^\s*[$€£]?[-−]?\d[\d.,/]*\s?%?(?:\s?\p{L}+)?\s*\.?\s*$/u;

/** Matches a second name after the first name's value, as in `a = 1, b = 2`. */
const NEXT_NAME = /\d[^=]*(?:,|;|\band\b|\bor\b)\s*\$?\p{L}[\p{L}\d_]{0,3}\s*$/u;

/**
 * The number at the start of the text, or the last exact value of a chain `a = b = c ≈ d`. `none` if no part starts with a
 * number; `unreadable` if the number cannot be compared, or if another number is next to the number (`2 or 3`,
 * `x = 2, y = 3`).
 */
export function leadingNumber(
  text: string,
  options: NumberOptions,
): Leading | Exclude<Reading<StatedNumber>, object> {
  // Calculations in brackets are removed because they only show how the number was found.
  const [exact = '', ...approximate] = text
    .replace(REMARK, '$1')
    .replaceAll(/=>|->|→/g, '⇒')
    .split('≈');
  const parts = exact.split(/(?<![<>!=])=(?!=)|⇒/);
  // `x = 5 and y = 6` gives two values, and `3x = 12` does not give the value of x.
  if (parts.slice(1, -1).some((part) => NEXT_NAME.test(part))) return 'unreadable';
  if (parts.length > 1 && parts.slice(0, -1).some((part) => COEFFICIENT.test(part))) return 'unreadable';
  let isUnreadable = false;
  for (const part of parts.toReversed()) {
    const reading = beginning(part, options);
    if (typeof reading !== 'string') return disagrees(parts, part, options) ? 'unreadable' : reading;
    isUnreadable ||= reading === 'unreadable';
  }
  if (approximate.length > 0 && (options.isTolerant || exact.trim() === '')) {
    return beginning(approximate[0] ?? '', options);
  }
  return isUnreadable ? 'unreadable' : 'none';
}

/** Whether another part of a chain is a different number: `1/2 = 50%`, `180 minutes = 3 hours`. */
function disagrees(parts: readonly string[], counted: string, options: NumberOptions): boolean {
  if (parts.length === 1 || !ALONE.test(counted)) return false;
  const alone = parts.flatMap((part) => (ALONE.test(part) ? [beginning(part, options)] : []));
  const keys = alone.flatMap((reading) => (typeof reading === 'string' ? [] : [keyOf(reading.value)]));
  return new Set(keys).size > 1;
}

/** A number in the text, with its position. */
interface Place {
  readonly value: StatedNumber | 'unreadable';
  readonly start: number;
  readonly end: number;
}

/** The separate values in the text. A calculation contributes only its result. */
function* valuesIn(text: string, options: NumberOptions): Generator<Place> {
  let from = 0;
  for (let next = numeralFrom(text, from, options); next; next = numeralFrom(text, from, options)) {
    from = Math.max(next.end, next.start + 1);
    const isOperand =
      /^\s?(?:[\p{L}$€£%*]+\s?){0,2}[-+×·*/÷x]?\s?=/u.test(text.slice(next.end)) ||
      (next.value === 'unreadable' && /^[^=(\n]{0,40}=\s?[$€£]?[-\d]/.test(text.slice(next.end)));
    if (!isOperand) yield { value: read(next, text, options), start: next.start, end: next.end };
  }
}

/** Matches text that shows that the numbers before and after it are parts of one value, or two answers. */
const JOINED = new RegExp(
  `^(?:[^\\p{L}\\d]*[\\p{L}\\p{M}]+){0,2}[^\\p{L}\\d]*(?:${JOINT}|:)[^\\p{L}\\d]*$|^\\s?[\\p{L}\\p{M}]+,?\\s?$`,
  'iu',
);
/** Matches text that shows that the number after it restates the number before it. */
const SAYS_MORE = /,? which (?:is|was|means|equals|makes|gives)\b[^\d]{0,30}$/i;
/** Matches the start of a clause that gives a reason or a condition. */
const REASON =
  /^\s*(?:(?:therefore|thus|so|hence),?\s)?(?:with|since|because|as|given|after|if|when|while)\b/i;
/** Matches signs of a formula, in which a number is only one part. */
const MATHEMATICAL =
  /[\\^√∛±≥≤≠<>⌈⌊∞]|(?<!\p{L})(?:log|sin|cos|tan|sqrt|ceil|floor|ln)\s?\(|(?<![\p{L}'’])[b-hj-zB-HJ-Z]\s?(?:[+*/^=−-]|!=)\s?\d|\d\s?%\s?\d|\+\s?\/\s?[-−]/u;

/** Matches words that change the meaning of the number after them. */
const BOUND =
  /(?:(?<!\p{L})(?:not|never|cannot|twice|double|triple|(?:half|third|fourth|fifth|quarter|tenth|root|square|cube|multiple|factor|power|divisor|percent|percentage)s? of|divisible by|over|under|above|below|quarter to|half past|past|divided by|negative|less than|more than|greater than|fewer than)|n['’]t(?: be| equal)?|(?:Hälfte|Doppelte|Dreifache) von|(?:mitad|doble|triple|moitié|metade|dobro|metà|doppio) d[ei]l?|половин\p{L}+(?: от)?|(?:menos|más|mais|moins|plus) d[eo]|(?:meno|più) di|(?:weniger|mehr) als|(?:minder|meer) dan|(?:mniej|więcej) niż|менее|более|меньше|больше|(?:kurang|lebih) dari|nusu ya|نصف|ضعف|সাড়ে)\s(?:equal to\s|the (?:number|sum|total) (?:of )?)?[$€£]?$|(?:大于|小于|根号|超过|少于|不是|不等于)\s?$/iu;

function isBounded(text: string, { start }: { readonly start: number }): boolean {
  return BOUND.test(text.slice(Math.max(0, start - 60), start));
}

/** The only value in the text; `none` if there is no number, `unreadable` if there are several numbers. */
export function onlyNumber(text: string, options: NumberOptions): Reading<StatedNumber> {
  if (MATHEMATICAL.test(text)) return /\d/.test(text) ? 'unreadable' : 'none';
  const all = [...valuesIn(text, options)];
  // A number in a compound word is not a separate value: "a 30-minute show".
  const alone = all.filter(({ end }) => !/^-\p{L}{2}/u.test(text.slice(end)));
  const found = alone.length === 0 ? all : alone;
  if (found.some(({ value }) => value === 'unreadable') || (found.length > 0 && /\bzero\b/i.test(text)))
    return 'unreadable';
  const values = new Map(
    found.flatMap(({ value }) => (value === 'unreadable' ? [] : [[keyOf(value), value]])),
  );
  const asked = values.size > 1 ? withoutGiven(text, found, options) : values;
  const [only, ...more] = asked.values();
  if (more.length > 0 || (only === undefined && values.size > 0)) return 'unreadable';
  if (only !== undefined) {
    const key = keyOf(only);
    const isOther = found.every(
      (it) => it.value === 'unreadable' || keyOf(it.value) !== key || isBounded(text, it),
    );
    return isOther ? 'unreadable' : { value: only };
  }
  const words = wordNumbers(text).filter(({ start, end }) => !/^one$/i.test(text.slice(start, end)));
  const [word, ...others] = words;
  if (word === undefined) return 'none';
  const isOther = others.length > 0 || word.value === undefined || isBounded(text, word);
  return isOther || word.value === undefined ? 'unreadable' : { value: word.value };
}

/** The numbers that a prompt's question gives. Demonstrations above the question are ignored. */
export function givenNumbers(prompt: string, options: NumberOptions): ReadonlySet<string> {
  const plain = plainNotation(lastQuestion(prompt).slice(-LONGEST_PROMPT));
  return new Set(
    [...valuesIn(plain, options)].flatMap(({ value }) => (value === 'unreadable' ? [] : [keyOf(value)])),
  );
}

/**
 * Removes the numbers that the question gives. Returns no numbers if a given number is joined to another ("6 hours and 30
 * minutes"), or if the remaining numbers are in a clause that gives a reason.
 */
function withoutGiven(
  text: string,
  found: readonly Place[],
  options: NumberOptions,
): ReadonlyMap<string, StatedNumber> {
  if (options.prompt === undefined) return new Map();
  const given = givenNumbers(options.prompt, options);
  const kept = new Map<string, StatedNumber>();
  for (const [at, { value, start, end }] of found.entries()) {
    if (value === 'unreadable' || given.has(keyOf(value))) continue;
    const [before, behind] = [found[at - 1], found[at + 1]];
    const isJoined =
      (before !== undefined && JOINED.test(text.slice(before.end, start))) ||
      (behind !== undefined &&
        (JOINED.test(text.slice(end, behind.start)) || SAYS_MORE.test(text.slice(end, behind.start))));
    const clause =
      text
        .slice(0, start)
        .split(/[,;]\s/)
        .at(-1) ?? '';
    if (isJoined || REASON.test(clause)) return new Map();
    kept.set(keyOf(value), value);
  }
  return kept;
}

/** Whether only punctuation, names and filler words precede the first number of the text. */
export function beginsWithNumber(text: string, options: NumberOptions): boolean {
  return DECORATION.test(text.slice(0, numeralFrom(text, 0, options)?.start ?? text.length));
}
