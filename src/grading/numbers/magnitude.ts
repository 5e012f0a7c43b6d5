import { decimal, negated, power, quotient, sum, type Rational } from './rational.ts';
import { matchAt } from './match-at.ts';

/** The notation in which the text writes its numbers. */
export interface NumeralStyle {
  /** Whether `1,5` means one and a half and `1.500` means 1500. If false, a comma is never a decimal comma. */
  readonly decimalComma: boolean;
}

// Thousands groups with a consistent separator, Indian groups, or plain digits, with optional decimals; or only decimals.
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

function fractionOf(top: string, bottom: string): Rational | undefined {
  const [numerator, denominator] = [decimal(top), decimal(bottom)];
  return numerator && denominator && quotient(numerator, denominator);
}

function written(fraction: string): Rational | undefined {
  const [top = '', bottom = ''] = fraction.split('/');
  return fractionOf(top, bottom);
}

/** An unsigned number and its end index. The value is undefined if it cannot be read. */
export interface Magnitude {
  readonly value: Rational | undefined;
  readonly end: number;
}

function fracAt(text: string, at: number): Magnitude | undefined {
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

/** A fraction after a whole number: `½`, ` 1/2`, `\frac{1}{2}`, ` and a half`. */
function partAt(text: string, at: number): Magnitude | undefined {
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

/** The number that starts at a digit, a decimal point, a vulgar fraction or `\frac`, without any multiplier after it. */
export function magnitudeAt(
  text: string,
  start: number,
  { decimalComma }: NumeralStyle,
): Magnitude | undefined {
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
