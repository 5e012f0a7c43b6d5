import type { Rational } from './rational.ts';
import type { NumeralStyle } from './magnitude.ts';
import { isRational, numeralFrom, type Numeral } from './numeral.ts';
import { plainNotation } from './plain-notation.ts';

/** How many characters to read around the last digit. `before` is longer than any number. */
const WIDE = { before: 1000, after: 200 };
/** A smaller window, sufficient for nearly all numbers if a word precedes the number within it. */
const NARROW = { before: 30, after: 200 };

export interface LastNumber {
  readonly rule: 'last-number';
  /** The last number's value; undefined if the number cannot be read. */
  readonly value: Rational | undefined;
}

const DIGITS = /\p{Nd}/u;

/** Index of the last digit before `end`, or -1. */
function lastDigitBefore(text: string, end: number): number {
  for (let at = end - 1; at >= 0; at--) {
    const code = text.charCodeAt(at);
    if ((code >= 48 && code <= 57) || (code > 127 && DIGITS.test(text.charAt(at)))) return at;
  }
  return -1;
}

/** The last numeral in the window around the last digit, and whether that numeral is certain to be complete. */
function lastIn(
  text: string,
  lastDigit: number,
  { before, after }: typeof WIDE,
  style: NumeralStyle,
): { readonly start: number; readonly last: Numeral | undefined; readonly isWhole: boolean } {
  const start = Math.max(0, lastDigit - before);
  const plain = plainNotation(text.slice(start, lastDigit + after));
  let last: Numeral | undefined;
  for (
    let next = numeralFrom(plain, 0, style);
    next;
    next = numeralFrom(plain, Math.max(next.end, next.start + 1), style)
  )
    last = next;
  const isWhole =
    last !== undefined && (start === 0 || (last.start > 0 && /\p{L}/u.test(plain.slice(0, last.start))));
  return { start, last, isWhole };
}

/**
 * The last number in the text; undefined if there is none. Searches backwards window by window, because digits in names
 * (`H2O`) do not count.
 */
export function lastNumber(text: string, style: NumeralStyle): LastNumber | undefined {
  let end = text.length;
  while (end > 0) {
    const lastDigit = lastDigitBefore(text, end);
    if (lastDigit === -1) return undefined;
    const narrow = lastIn(text, lastDigit, NARROW, style);
    const { start, last } = narrow.isWhole ? narrow : lastIn(text, lastDigit, WIDE, style);
    if (last !== undefined && (start === 0 || last.start > 0)) {
      return { rule: 'last-number', value: isRational(last.value) ? last.value : undefined };
    }
    if (last !== undefined && last.end > WIDE.before) return { rule: 'last-number', value: undefined };
    end = start + Math.min(100, lastDigit - start);
  }
  return undefined;
}
