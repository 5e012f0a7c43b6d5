import { decimal, negated, power, product, quotient, sum, type Rational } from '../rational.ts';
import { multiplierAt } from './multipliers.ts';
import { plainText } from './plain-text.ts';

/** How numbers are written. */
export interface NumeralStyle {
  /** Whether `1,5` is one and a half and `1.500` is 1500. Without it a comma is never a decimal comma. */
  readonly decimalComma: boolean;
}

/**
 * What begins with digits and is no number to compare: `other` is read and is no rational number (`2√3`, `2π`, `3:30`);
 * `unknown` names an unknown (`2x`); `unreadable` may be any number (`1,5`, `1.2.3`, `3/0`, `10^3`).
 */
export type NoNumber = 'other' | 'unknown' | 'unreadable';

/** A number in a text, with its sign and all that belongs to it; units are not part of it. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: Rational | NoNumber;
}

export function isRational(value: Rational | NoNumber): value is Rational {
  return typeof value !== 'string';
}

const ENGLISH: NumeralStyle = { decimalComma: false };

// Groups of thousands by one separator throughout; Indian groups; plain digits. Then decimals, or decimals alone.
const DIGITS =
  /(?:[1-9]\d{0,2}([,_ '\u2009])\d{3}(?!\d)(?:\1\d{3}(?!\d))*|[1-9]\d?(?:,\d{2})+,\d{3}(?!\d)|\d+)(?:\.\d+)?|\.\d+/y;
const COMMA_DIGITS = /(?:[1-9]\d{0,2}([._ '\u2009])\d{3}(?!\d)(?:\1\d{3}(?!\d))*|\d+)(?:,\d+)?|,\d+/y;
const VULGAR: Readonly<Record<string, string>> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅕': '1/5',
  '⅖': '2/5',
  '⅗': '3/5',
  '⅘': '4/5',
  '⅙': '1/6',
  '⅚': '5/6',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
};
const VULGAR_AT = new RegExp(`\\s?([${Object.keys(VULGAR).join('')}])`, 'uy');
const AND_A_PART = /\sand\s(?:an?|one)?[ -]?(half|quarter|third)(?!\p{L})/iuy;
const PARTS: Readonly<Record<string, string>> = { half: '1/2', quarter: '1/4', third: '1/3' };
const MIXED = /\s(?:and )?(\d{1,9})\s?\/\s?(\d{1,9})(?![\d./])/y;
const FRAC =
  /\s?\\frac(?:\s?\{\s?([-+]?)\s?([\d.,\u2009]+)\s?\}|\s?()(\d))(?:\s?\{\s?([-+]?)\s?([\d.,\u2009]+)\s?\}|\s?()(\d))/y;
const DENOMINATOR = /\s?\/\s?(\d+(?:\.\d+)?)/y;
const EXPONENT = /[eE]([-+]?\d{1,9})(?![\p{L}\d])/uy;
const TIMES_TEN = /\s?[×·*x]\s?10\s?(?:\^\s?\{?\s?([-+]?\d{1,9})(?!\d)\s?\}?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))/y;
const SUPERSCRIPT = /[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/y;
const CENTS = /\s?(?:dollars?|euros?)(?:,? and|,)? (\d{1,2}) cents?(?!\p{L})/iuy;

/** Read, but no rational number: the root of a number that is no square, a multiple of π, a time of day. */
const ROOT = /\s?(?:\\sqrt\s?(?:\{\s?(\d{1,9})\s?\}|(\d))|√\s?\(?(\d{1,9})\)?)/y;
const PI = /\s?(?:\\pi(?![a-zA-Z])|π)/y;
const TIME = /:[0-5]\d(?![\d:])/y;
const UNKNOWN =
  /\s?(?:[a-zA-Z](?![\p{L}\d'’])|\\(?:alpha|beta|theta|lambda|mu|phi|omega)(?![a-zA-Z]))(?:\^\{?\d+\}?)?/uy;

/** Letters that are units where they stand directly behind a number. */
const ATTACHED_UNIT =
  /(?:st|nd|rd|th|er|re|km|m|cm|mm|kg|g|mg|lbs?|oz|h|hrs?|s|secs?|ms|ft|in|yd|mi|mph|L|l|ml|mL|am|pm|a\.m|p\.m|AM|PM|[KMGT]B|W|kW|V|Hz|N|J|C|F|c|pts?|cal)(?![\p{L}\d])|(?:[cmk]?m|in|ft|mi|yd)(?:\^\{?[23]\}?|[²³])|(?!sqrt|log|sin|cos|tan|exp)\p{Script=Latin}{3,}/uy;
const UNIT_LETTER = 'mgshlLNWVJCFacI';
/** Letters of scripts without spaces between words, and of others whose words may follow directly. */
const OTHER_SCRIPT = /(?!分[の之]|.?半)[\p{L}\p{M}](?<!\p{Script=Latin}|\p{Script=Greek})/uy;
const CHANGING_WORD =
  /[ -](?:dozens?|score|squared|cubed|factorial|choose|mod|divided|multiplied|plus \d|minus \d|times \d|over \d|percent of \d|or (?:more|less|fewer)|to the power)(?!\p{L})/iuy;
const MARK = /[.,;:!?'"…)\]}*_|>&]/;
const SIGN_WORD = /(?:^|[\s(:=])(?:minus|negative|moins|menos|meno|минус|ऋण|ఋణ)\s{1,2}$|[负負]|マイナス$/iu;
const VERB = /(?:\b(?:is|be|are|was|equals?|of|to|by)|[=:≈(⇒])\s*$/i;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Where a number's sign and currency begin, and whether the sign is a minus. A dash after a word or a number is none. */
function signBefore(text: string, digits: number): { readonly start: number; readonly isNegative: boolean } {
  let start = digits;
  while (start > 0 && /[\s$€£¥₹+(]/.test(text.charAt(start - 1)) && digits - start < 8) start--;
  const dash = text.charAt(start - 1);
  if (dash === '-' || dash === '–') {
    const before = text.slice(Math.max(0, start - 16), start - 1);
    const isAttached = start === digits || !/\s/.test(text.charAt(start));
    const isSign =
      before.trim() === '' ||
      VERB.test(before) ||
      (isAttached ? /[^\p{L}\p{N})\]}%.]$/u.test(before) : /[$€£¥₹]$/.test(before));
    if (isSign) return { start: start - 1, isNegative: true };
  }
  const word = SIGN_WORD.exec(text.slice(Math.max(0, start - 12), digits));
  if (word !== null) return { start: Math.max(0, start - 12) + word.index, isNegative: true };
  return { start: digits, isNegative: false };
}

/** A digit belongs to a name or an exponent in `H2O`, `x_1`, `x_{1}`, `x^2`, and to no number. */
function isInName(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '_' || before === '^') return /[\p{L}\p{N}})]/u.test(text.charAt(at - 2));
  if (before === '{') return /[_^]/.test(text.charAt(at - 2));
  return /[\p{Script=Latin}\p{Script=Greek}\d]/u.test(before);
}

function fractionOf(top: string, bottom: string): Rational | undefined {
  const [numerator, denominator] = [decimal(top), decimal(bottom)];
  return numerator && denominator && quotient(numerator, denominator);
}

function written(fraction: string): Rational | undefined {
  const [top = '', bottom = ''] = fraction.split('/');
  return fractionOf(top, bottom);
}

interface Read {
  readonly value: Rational | undefined;
  readonly end: number;
}

function fracAt(text: string, at: number): Read | undefined {
  const match = matchAt(FRAC, text, at);
  if (match === undefined) return undefined;
  const [, signOfTop = '', long, , short, signOfBottom = '', longBottom, , shortBottom] = match;
  const plain = (digits = ''): string => digits.replaceAll(/[,\u2009](?=\d{3})/g, '');
  const [top, bottom] = [plain(long ?? short), plain(longBottom ?? shortBottom)];
  const isPlain = /^(?:\d+(?:\.\d+)?|\.\d+)$/;
  const value = isPlain.test(top) && isPlain.test(bottom) ? fractionOf(top, bottom) : undefined;
  const isNegative = (signOfTop === '-') !== (signOfBottom === '-');
  return { value: value && isNegative ? negated(value) : value, end: at + match[0].length };
}

/** What is added to a whole number: `½`, ` 1/2`, `\frac{1}{2}`, ` and a half`. */
function partAt(text: string, at: number): Read | undefined {
  const vulgar = matchAt(VULGAR_AT, text, at);
  if (vulgar) return { value: written(VULGAR[vulgar[1] ?? ''] ?? ''), end: at + vulgar[0].length };
  const worded = matchAt(AND_A_PART, text, at);
  if (worded)
    return { value: written(PARTS[(worded[1] ?? '').toLowerCase()] ?? ''), end: at + worded[0].length };
  const mixed = matchAt(MIXED, text, at);
  const part = mixed
    ? { value: fractionOf(mixed[1] ?? '', mixed[2] ?? ''), end: at + mixed[0].length }
    : fracAt(text, at);
  const isProper = part?.value && part.value.numerator > 0n && part.value.numerator < part.value.denominator;
  return isProper ? part : undefined;
}

function superscriptValue(digits: string): string {
  return digits.replaceAll(/./gu, (digit) =>
    '⁻' === digit ? '-' : digit === '⁺' ? '' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)),
  );
}

/** The number that begins at a digit, a decimal point, a vulgar fraction or `\frac`, without what multiplies it. */
function magnitudeAt(text: string, start: number, { decimalComma }: NumeralStyle): Read | undefined {
  const alone =
    fracAt(text, start) ?? (VULGAR[text.charAt(start)] === undefined ? undefined : partAt(text, start));
  if (alone !== undefined) return alone;
  const digits = matchAt(decimalComma ? COMMA_DIGITS : DIGITS, text, start);
  if (!digits) return undefined;
  const point = decimalComma ? ',' : '.';
  const plain = digits[0].replaceAll(decimalComma ? /[^\d,]/g : /[^\d.]/g, '').replace(',', '.');
  let end = start + digits[0].length;
  if (!digits[0].includes(point)) {
    const part = partAt(text, end);
    const whole = part && decimal(plain);
    if (part?.value && whole) return { value: sum(whole, part.value), end: part.end };
  }
  const exponent = matchAt(EXPONENT, text, end) ?? matchAt(TIMES_TEN, text, end);
  if (exponent) end += exponent[0].length;
  let value = decimal(plain, exponent === undefined ? '0' : superscriptOrPlain(exponent));
  const raised = exponent ? undefined : matchAt(SUPERSCRIPT, text, end);
  if (raised) {
    end += raised[0].length;
    value = value && power(value, BigInt(superscriptValue(raised[0])));
  }
  const denominator = matchAt(DENOMINATOR, text, end);
  if (denominator) {
    end += denominator[0].length;
    const divisor = decimal(denominator[1] ?? '');
    value = value && divisor && quotient(value, divisor);
  }
  return { value, end };
}

function superscriptOrPlain([, plain, superscript = '']: RegExpExecArray): string {
  return plain ?? superscriptValue(superscript);
}

function isSquare(digits: string): boolean {
  const value = Number(digits);
  return Math.round(Math.sqrt(value)) ** 2 === value;
}

/** What makes the number before it none that can be compared, and where that ends. */
function noNumberAt(text: string, at: number): { readonly kind: NoNumber; readonly end: number } | undefined {
  const root = matchAt(ROOT, text, at);
  if (root) {
    const isRead = !isSquare(root[1] ?? root[2] ?? root[3] ?? '') && endsWell(text, at + root[0].length);
    return { kind: isRead ? 'other' : 'unreadable', end: at + root[0].length };
  }
  const match = matchAt(PI, text, at) ?? matchAt(TIME, text, at);
  if (match) {
    const end = at + match[0].length;
    // Two o'clock may be meant by 2.
    const isRead = match[0] !== ':00' && endsWell(text, end);
    return { kind: isRead ? 'other' : 'unreadable', end };
  }
  const unknown = matchAt(UNKNOWN, text, at);
  if (unknown && !endsWell(text, at)) {
    const end = at + unknown[0].length;
    return { kind: endsWell(text, end) ? 'unknown' : 'unreadable', end };
  }
  return undefined;
}

/** Whether what stands behind a number leaves its value as it is: a unit, a word, a mark, the end. */
function endsWell(text: string, at: number): boolean {
  let end = at;
  for (;;) {
    const next = text.charAt(end);
    if (next === '' || next === '\n') return true;
    if (/[%°º$€£¥₹₩฿₫¢]/.test(next)) {
      end++;
      if (next === '%' && /^\s?of (?:\d|\$)/.test(text.slice(end, end + 6))) return false;
    } else break;
  }
  const next = text.charAt(end);
  const after = text.charAt(end + 1);
  if (MARK.test(next)) {
    if (next === '.' && text.startsWith('...', end))
      return !/\.\d*$/.test(text.slice(Math.max(0, end - 30), end));
    if (next === '…') return !/\.\d+$/.test(text.slice(Math.max(0, end - 30), end));
    if (next === ':') return !/^\s?\d/.test(text.slice(end + 1, end + 3));
    if (next === '_') return !/[\d{]/.test(after);
    if (next === ')' || next === '}' || next === ']' || next === '*' || next === '|') {
      return (
        after === '' ||
        (next === '*' ? !/^\s?[\d(]/.test(text.slice(end + 1, end + 3)) : endsWell(text, end + 1))
      );
    }
    return !/\d/.test(after);
  }
  if (next === ' ' || next === '\u2009' || next === '\t') return wordEndsWell(text, end);
  if (next === '-' || next === '–' || next === '—')
    return (
      /\p{L}{2}/u.test(text.slice(end + 1, end + 3)) ||
      /^[-–—]*\s*(?:$|\n)/.test(text.slice(end + 1, end + 4))
    );
  if (next === '/') return /^\s?\p{L}{2}/u.test(text.slice(end + 1, end + 4));
  if (next === '=' || next === '≈' || next === '⇒' || next === ';') return true;
  if (next === '<') return /[/a-zA-Z|]/.test(after);
  if (next === '(') return /^\([\p{L} ]{3}/u.test(text.slice(end, end + 4));
  return (
    matchAt(ATTACHED_UNIT, text, end) !== undefined ||
    matchAt(OTHER_SCRIPT, text, end) !== undefined ||
    (/[\p{So}\p{Sk}\p{Pd}\p{Ps}\p{Pe}\p{Pf}\p{Pi}\p{Po}]/u.test(next) && !/[\\#@/&*^]/.test(next))
  );
}

function wordEndsWell(text: string, space: number): boolean {
  if (matchAt(CHANGING_WORD, text, space) !== undefined) return false;
  const rest = text.slice(space, space + 40).trimStart();
  if (rest === '') return true;
  const word = /^[\p{L}\p{M}'’]+/u.exec(rest)?.[0];
  if (word !== undefined) {
    if (/^[a-zA-Z]$/.test(word)) {
      return word === 'x' ? !/^x\s?\d/.test(rest) && false : UNIT_LETTER.includes(word);
    }
    return !/^(?:sqrt|log|sin|cos|tan|exp|mod)$/.test(word);
  }
  if (/^[-–—]/.test(rest)) return /^[-–—]+\s*(?:\p{L}{2}|$|[*_"(])/u.test(rest);
  if (/^\(/.test(rest)) return !/^\(\s?[-+]?(?:\d+\s?[+\-*/^]|[a-zA-Z](?!\p{L}))/u.test(rest);
  if (/^[+×·÷^√\\±∗*≤≥]/.test(rest)) return false;
  if (/^[<>]/.test(rest)) return /^<[/a-zA-Z|]/.test(rest);
  if (/^:\s?\d/.test(rest)) return false;
  if (/^\//.test(rest)) return /^\/\s?\p{L}{2}/u.test(rest);
  return !/^\d/.test(rest) || /^\d{1,3}[.)]\s/.test(rest);
}

/** Index of the next place at which a number may begin, or -1. */
function nextStart(text: string, from: number): number {
  const candidate = /\d|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\\frac|\\sqrt|√|\\pi(?![a-zA-Z])|π/g;
  candidate.lastIndex = from;
  for (let found = candidate.exec(text); found; found = candidate.exec(text)) {
    const at = found.index;
    if (!/\d/.test(found[0])) return at;
    const afterPoint = text.charAt(at - 1) === '.';
    if (afterPoint && at - 1 >= from && !isInName(text, at - 1)) return at - 1;
    if (!isInName(text, at) && !(afterPoint && /\d/.test(text.charAt(at - 2)))) return at;
    const rest = /\d*/y;
    candidate.lastIndex = at + (matchAt(rest, text, at)?.[0].length ?? 1);
  }
  return -1;
}

/** The number at an index that {@link nextStart} gave. */
function numeralAt(text: string, at: number, style: NumeralStyle): Numeral {
  const { start, isNegative } = signBefore(text, at);
  const magnitude = magnitudeAt(text, at, style);
  if (magnitude === undefined) {
    const none = noNumberAt(text, at);
    return { start, end: none?.end ?? at + 1, value: none?.kind === 'other' ? 'other' : 'unreadable' };
  }
  let { value, end } = magnitude;
  const isMoney = /[$€£¥₹]\s?$/.test(text.slice(Math.max(0, at - 2), at));
  const cents = matchAt(CENTS, text, end);
  if (cents) {
    const part = decimal(cents[1] ?? '', '-2');
    return signed(
      { start, end: end + cents[0].length, value: value && part && sum(value, part) },
      isNegative,
    );
  }
  const multiplied = multiplierAt(text, end, isMoney);
  if (multiplied) {
    end = multiplied.end;
    value = value && product(value, { numerator: multiplied.factor, denominator: 1n });
    const further = multiplierAt(text, end, false);
    if (further) {
      end = further.end;
      value = value && product(value, { numerator: further.factor, denominator: 1n });
    }
  } else {
    const none = noNumberAt(text, end);
    if (none) return { start, end: none.end, value: none.kind };
  }
  if (!endsWell(text, end))
    return { start, end: end + (matchAt(/[.,/:]?\d*/y, text, end)?.[0].length ?? 0), value: 'unreadable' };
  return signed({ start, end, value }, isNegative);
}

function signed(
  { start, end, value }: { start: number; end: number; value: Rational | undefined },
  isNegative: boolean,
): Numeral {
  if (value === undefined) return { start, end, value: 'unreadable' };
  return { start, end, value: isNegative ? negated(value) : value };
}

/**
 * The first number at or after `from`, in a text whose characters and LaTeX are plain (`plainText`). Read are signs (detached
 * and spelled too), thousands separated by commas, apostrophes, underscores and spaces, `18.00`, `.5`, `1.5e3`, `1.5 × 10^3`,
 * `3/4`, `1 1/2`, `2½`, `\frac{-3}{4}`, `2²`, `20k`, `1.5 million`, `12 dollars and 50 cents`. Units, percent and currency
 * signs are no part of it: `18%` is 18. Whatever else stands behind it and may change it makes it `unreadable`.
 */
export function numeralFrom(text: string, from: number, style = ENGLISH): Numeral | undefined {
  const start = nextStart(text, from);
  return start === -1 ? undefined : numeralAt(text, start, style);
}

/**
 * The whole text as one number, as an eval set's answer or an option gives it: white space, one currency sign, a percent
 * sign and a final period may stand around it. Undefined for anything else, and beyond 1,000 characters.
 */
export function wholeNumber(text: string, style = ENGLISH): Rational | undefined {
  if (text.length > 1000) return undefined;
  const plain = plainText(text).trim();
  const numeral = numeralFrom(plain, 0, style);
  if (numeral === undefined || !isRational(numeral.value)) return undefined;
  const isAlone =
    /^\+?[$€£¥₹]?\+?$/.test(plain.slice(0, numeral.start).trim()) &&
    /^%?\.?$/.test(plain.slice(numeral.end).trim());
  return isAlone ? numeral.value : undefined;
}
