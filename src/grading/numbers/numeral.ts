import { decimal, negated, product, sum, type Rational } from './rational.ts';
import { endsWell } from './ending.ts';
import { magnitudeAt, type NumeralStyle } from './magnitude.ts';
import { matchAt } from './match-at.ts';
import { multiplierAt } from './multipliers.ts';
import { noNumberAt, type NoNumber } from './other-values.ts';
import { plainNotation } from './plain-notation.ts';

/** A number in the text, with its sign and multiplier but without its unit. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: Rational | NoNumber;
}

export function isRational(value: Rational | NoNumber): value is Rational {
  return typeof value !== 'string';
}

const ENGLISH: NumeralStyle = { decimalComma: false };

const CENTS = /\s?(?:dollars?|euros?)(?:,? and|,)? (\d{1,2}) cents?(?!\p{L})/iuy;
const SIGN_WORD =
  /(?:^|[\s(:=*])(?:minus|negative|negativ[ao]?|moins|menos|meno|минус|ऋणात्मक|ऋण|माइनस|ऋणात्मक|మైనస్|ঋণাত্মক|মাইনাস|ลบ|âm|trừ|hasi|마이너스|ناقص|سالب)[\s)*]{1,3}$|(?:[负負]|マイナス|ลบ|마이너스)\s?$/iu;
/** Matches words that change the meaning of the number after them. */
const CHANGED_BEFORE =
  /(?:\b(?:less|more|fewer|greater|larger|smaller|bigger|other) than|\b(?:double|twice|triple|thrice|half of|half past|quarter past|root of|square of|cube of|reciprocal of|opposite of|power of|multiple of|minutes to|log(?: of)?|ln|sin|cos|tan|sqrt|ceil|floor)|(?<!\p{L})(?:साढ़े|सवा|elfu|milioni|laki|mia)|[±√∛⌈⌊<>≤≥≠]|\\(?:pm|mp|sqrt|geq?|leq?|neq?|log|ln|sin|cos|tan)\b\s?\{?)\s?[($€£¥]?\s?$/iu;
const VERB = /(?:\b(?:is|be|are|was|equals?|of|to|by)|[=:≈(⇒])\s*$/i;

/**
 * The start of a number's sign and currency, and whether the number is negative. A dash after a word or a number is not a
 * minus sign.
 */
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
  const from = Math.max(0, start - 16);
  const word = SIGN_WORD.exec(text.slice(from, digits).replace(/[$€£¥₹+(]+\s?$/, ''));
  if (word !== null) return { start: from + word.index, isNegative: true };
  return { start: digits, isNegative: false };
}

/** Whether a digit belongs to a name or an exponent rather than a number: `H2O`, `x_1`, `x_{1}`, `x^2`. */
function isInName(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '_' || before === '^') return /[\p{L}\p{N}})]/u.test(text.charAt(at - 2));
  if (before === '{') return /[_^]/.test(text.charAt(at - 2));
  return /[\p{Script=Latin}\p{Script=Greek}\d]/u.test(before);
}

/** The next index at which a number may start; -1 if there is none. */
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

/** The number at an index from {@link nextStart}. */
function numeralAt(text: string, at: number, style: NumeralStyle): Numeral {
  const { start, isNegative } = signBefore(text, at);
  const isChanged = CHANGED_BEFORE.test(text.slice(Math.max(0, start - 24), start));
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
  return signed({ start, end, value: isChanged ? undefined : value }, isNegative);
}

function signed(
  { start, end, value }: { start: number; end: number; value: Rational | undefined },
  isNegative: boolean,
): Numeral {
  if (value === undefined) return { start, end, value: 'unreadable' };
  return { start, end, value: isNegative ? negated(value) : value };
}

/**
 * The first number at or after `from`, in the output of `plainNotation`. Reads signs (also detached or spelled out),
 * thousands separated by commas, apostrophes, underscores and spaces, `18.00`, `.5`, `1.5e3`, `1.5 × 10^3`, `3/4`, `1 1/2`,
 * `2½`, `\frac{-3}{4}`, `2²`, `20k`, `1.5 million`, `12 dollars and 50 cents`. Units, percent signs and currency signs are
 * not part of the number: `18%` is 18. The number is `unreadable` if any other text after it may change its value.
 */
export function numeralFrom(text: string, from: number, style = ENGLISH): Numeral | undefined {
  const start = nextStart(text, from);
  return start === -1 ? undefined : numeralAt(text, start, style);
}

/**
 * Reads the whole text as one number, for an eval set's answer or an option. Allows whitespace, one currency sign, a
 * percent sign and a final period around the number. Undefined for any other text, and for texts over 1,000 characters.
 */
export function wholeNumber(text: string, style = ENGLISH): Rational | undefined {
  if (text.length > 1000) return undefined;
  const plain = plainNotation(text).trim();
  const numeral = numeralFrom(plain, 0, style);
  if (numeral === undefined || !isRational(numeral.value)) return undefined;
  const isAlone =
    /^\+?[$€£¥₹]?\+?$/.test(plain.slice(0, numeral.start).trim()) &&
    /^%?\.?$/.test(plain.slice(numeral.end).trim());
  return isAlone ? numeral.value : undefined;
}

/** The exact value of a tolerance that has passed validation of the configuration. */
export function exactTolerance(written: number | string): Rational {
  const value = wholeNumber(String(written));
  if (value === undefined) throw new Error(`the configuration accepted the invalid tolerance ${written}`);
  return value;
}
