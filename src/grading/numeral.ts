import { decimal, negated, quotient, sum, type Rational } from './rational.ts';

/** A number in a text, from its first digit (or `\frac`, or the point of `.5`) to its end. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** Undefined where something that looks like a number cannot be read as one: `1,5`, `1.2.3`, `3/0`, `10^3`. */
  readonly value: Rational | undefined;
}

const LATEX: readonly (readonly [string, string])[] = [
  ['\\dfrac', '\\frac'],
  ['\\tfrac', '\\frac'],
  ['\\times', '×'],
  ['\\cdot', '·'],
  ['\\div', '÷'],
  ['\\approx', '≈'],
  ['\\left', ''],
  ['\\right', ''],
  ['\\!', ''],
  ['\\,', '\u2009'],
  ['\\;', ' '],
  ['\\ ', ' '],
  ['\\$', '$'],
  ['\\%', '%'],
  ['{,}', ','],
];

/** The text with the LaTeX that stands in and between numbers written plainly. */
export function withoutLatex(text: string): string {
  if (!text.includes('\\') && !text.includes('{,}')) return text;
  return LATEX.reduce((plain, [command, character]) => plain.replaceAll(command, character), text);
}

// Groups of thousands by one separator throughout; Indian groups; plain digits. Then decimals, or decimals alone.
const DIGITS =
  /(?:[1-9]\d{0,2}([,_\u00a0\u2009\u202f])\d{3}(?!\d)(?:\1\d{3}(?!\d))*|[1-9]\d?(?:,\d{2})+,\d{3}(?!\d)|\d+)(?:\.\d+)?|\.\d+/y;
const EXPONENT = /[eE]([-+−]?\d{1,9})(?![\p{L}\d])|\s?[×·*x]\s?10\^\{?([-+−]?\d{1,9})(?!\d)\}?/uy;
const DENOMINATOR = /\s?\/\s?(\d+(?:\.\d+)?)/y;
const MIXED = /\s(\d+)\/(\d+)(?![\d./])/y;
const FRAC = /\s?\\frac\s?\{(\d+(?:\.\d+)?)\}\s?\{(\d+(?:\.\d+)?)\}/y;
const RUNS_ON = /[.,/]\d|\^\{?[-+−]?\d/y;
const NEGATIVE = /(?:^|[^\p{L}\p{N})\]}%.])[-−–](?:[$€£¥₹]\s?)?$/u;
const WORD = /[\p{L}\d]/u;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function isNegative(text: string, start: number): boolean {
  return NEGATIVE.test(text.slice(Math.max(0, start - 5), start));
}

/** A digit belongs to a name in `H2O`, `x_1`, `x_{1}`, and to no number. */
function isInName(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '_') return WORD.test(text.charAt(at - 2));
  if (before === '{') return text.charAt(at - 2) === '_';
  return WORD.test(before);
}

function fraction(top: string, bottom: string): Rational | undefined {
  const [numerator, denominator] = [decimal(top), decimal(bottom)];
  return numerator && denominator && quotient(numerator, denominator);
}

/** A proper fraction after a whole number: `1 1/2`, `1\frac{1}{2}`. */
function properFractionAt(text: string, at: number): { value: Rational; end: number } | undefined {
  const match = matchAt(MIXED, text, at) ?? matchAt(FRAC, text, at);
  if (match === undefined) return undefined;
  const value = fraction(match[1] ?? '', match[2] ?? '');
  if (value === undefined || value.numerator >= value.denominator) return undefined;
  return { value, end: at + match[0].length };
}

function magnitudeAt(text: string, start: number): { value: Rational | undefined; end: number } | undefined {
  const frac = matchAt(FRAC, text, start);
  if (frac) return { value: fraction(frac[1] ?? '', frac[2] ?? ''), end: start + frac[0].length };
  const digits = matchAt(DIGITS, text, start);
  if (!digits) return undefined;
  const plain = digits[0].replaceAll(/[^\d.]/g, '');
  let end = start + digits[0].length;
  const whole = !plain.includes('.');
  const mixed = whole ? properFractionAt(text, end) : undefined;
  const integer = mixed && decimal(plain);
  if (mixed && integer) return { value: sum(integer, mixed.value), end: mixed.end };
  const exponent = matchAt(EXPONENT, text, end);
  if (exponent) end += exponent[0].length;
  let value = decimal(plain, (exponent?.[1] ?? exponent?.[2] ?? '0').replace('−', '-'));
  const denominator = matchAt(DENOMINATOR, text, end);
  if (denominator) {
    end += denominator[0].length;
    const divisor = decimal(denominator[1] ?? '');
    value = value && divisor && quotient(value, divisor);
  }
  return { value, end };
}

/** Index of the next digit, decimal point or `\frac` at which a number may start, or -1. */
function nextStart(text: string, from: number): number {
  const candidate = /\d|\\frac/g;
  candidate.lastIndex = from;
  for (let found = candidate.exec(text); found; found = candidate.exec(text)) {
    const at = found.index;
    if (found[0] === '\\frac') return at;
    const afterPoint = text.charAt(at - 1) === '.';
    if (afterPoint && at - 1 >= from) return isInName(text, at - 1) ? at : at - 1;
    if (!isInName(text, at)) return at;
    const rest = /\d*/y;
    candidate.lastIndex = at + (matchAt(rest, text, at)?.[0].length ?? 1);
  }
  return -1;
}

/**
 * The first number at or after `from`, in a text whose LaTeX was written plainly ({@link withoutLatex}). Read are signs
 * (also U+2212, and before or after a currency sign), `1,000`, `1,00,000`, `1_000`, `1 000` with a no-break or thin
 * space, `18.00`, `.5`, `1.5e3`, `1.5 × 10^3`, `3/4`, `1 1/2`, `\frac{3}{4}`. Units, percent and currency signs around it
 * are not part of it: `18%` is 18. A comma is never a decimal comma: `1,5` has no value. A plain space groups nothing.
 */
export function numeralFrom(text: string, from: number): Numeral | undefined {
  for (let start = nextStart(text, from); start !== -1; start = nextStart(text, start + 1)) {
    const magnitude = magnitudeAt(text, start);
    if (magnitude === undefined) continue;
    const { value, end } = magnitude;
    const runOn = matchAt(RUNS_ON, text, end);
    if (runOn) return { start, end: end + runOn[0].length, value: undefined };
    return { start, end, value: value && isNegative(text, start) ? negated(value) : value };
  }
  return undefined;
}

/**
 * The whole text as one number, as an eval set's answer or an option gives it: white space, one currency sign, a percent
 * sign and a final period may stand around it. Undefined for anything else, and beyond 1,000 characters.
 */
export function wholeNumber(text: string): Rational | undefined {
  if (text.length > 1000) return undefined;
  const plain = withoutLatex(text).trim();
  const numeral = numeralFrom(plain, 0);
  if (numeral === undefined) return undefined;
  const around = /^\+?[-−–]?[$€£¥₹]?\+?[-−–]?$/.test(plain.slice(0, numeral.start).trim());
  return around && /^%?\.?$/.test(plain.slice(numeral.end).trim()) ? numeral.value : undefined;
}
