import type { Answer, Ratio, Value } from '../answer.ts';
import { sameTerm, type Comparing, type Comparison } from './comparison.ts';
import { countAlike, withoutCounted } from '../latex/units.ts';
import { divide, integer, multiply, symbol, type Term } from '../terms/term.ts';

/**
 * The number converted to the other value's unit, if both are money, or if one is an angle in degrees and the other a
 * multiple of π.
 */
function converted(value: Value, other: Value): Term {
  if (value.unit === 'cent' && other.unit === 'dollar') {
    return divide(value.term, integer(100)) ?? value.term;
  }
  const isAngle =
    value.unit === 'degree' &&
    (other.unit ?? 'radian') === 'radian' &&
    /(?<![a-zA-Z])Pi(?![a-zA-Z])/.test(other.term.key);
  return isAngle ? (divide(multiply([value.term, symbol('Pi')]), integer(180)) ?? value.term) : value.term;
}

/** Whether a unit is the word "unit" itself, as in `5 units`, which can be 5 of any unit. */
function isGeneric(unit: string): boolean {
  return /^unit(?:\^|$)/.test(unit);
}

/** Whether a unit is a degree without a scale, which matches a degree on any scale. */
function isDegree(unit: string): boolean {
  return unit === 'degree';
}

/** Whether the units, or the words for what is counted, permit two values to be equal. */
function sameUnit(a: Value, b: Value, { ignoresCounted = false }: Comparison): boolean {
  if (a.unit !== undefined && b.unit !== undefined) {
    if (a.unit === b.unit) return true;
    if (ignoresCounted && withoutCounted(a.unit) === withoutCounted(b.unit)) return true;
    if (isGeneric(a.unit) || isGeneric(b.unit)) {
      const [first, second] = [a.unit, b.unit].map((unit) => /\^.*$/.exec(unit)?.[0]);
      return first === second || (ignoresCounted && isGeneric(a.unit) !== isGeneric(b.unit));
    }
    return (
      a.unit.startsWith('degree') && b.unit.startsWith('degree') && (isDegree(a.unit) || isDegree(b.unit))
    );
  }
  const [left, right] = [a.unit ?? a.counted, b.unit ?? b.counted];
  if (left === undefined || right === undefined || ignoresCounted) return true;
  return countAlike(a.counted ?? left, b.counted ?? right);
}

/**
 * Whether two values with their units are equal. A unit on only one side makes no difference. 10% equals 10 if the question
 * asks for a percentage, and 0.1 if it asks for a fraction.
 */
export function sameMeasured(a: Value, b: Value, comparison: Comparison): boolean {
  const [left, right] = [converted(a, b), converted(b, a)];
  const isConverted = left !== a.term || right !== b.term;
  if (!isConverted && !sameUnit(a, b, comparison)) return false;
  if ((a.percent && b.unit !== undefined) || (b.percent && a.unit !== undefined)) return false;
  if (sameTerm(left, right, comparison)) return true;
  if (a.percent === b.percent) return false;
  const hundredth = (term: Term): Term => divide(term, integer(100)) ?? term;
  return sameTerm(a.percent ? hundredth(left) : left, b.percent ? hundredth(right) : right, comparison);
}

function quotientOf(parts: readonly (Answer | undefined)[]): Term | undefined {
  const [top, bottom, ...others] = parts;
  if (top?.kind !== 'value' || bottom?.kind !== 'value' || others.length > 0) return undefined;
  return divide(top.term, bottom.term);
}

/** The time of day that a ratio may represent (`8:30`), in seconds. Undefined for other ratios. */
function timeOf({ parts, mayBeTime }: Ratio): number | undefined {
  if (!mayBeTime) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = parts.map((part) =>
    part.kind === 'value' && part.term.kind === 'number' ? Number(part.term.value.numerator) : Number.NaN,
  );
  return hours <= 24 && minutes < 60 ? hours * 3600 + minutes * 60 + seconds : undefined;
}

/** Whether two ratios are equal. 2 : 1 equals 4 : 2, but 10:20 as a time does not equal 5:10. */
export function sameRatio(a: Ratio, b: Ratio, { comparison, same }: Comparing): boolean {
  const alike =
    a.parts.length === b.parts.length && a.parts.every((part, at) => samePart(part, b.parts[at], same));
  if (alike || (timeOf(a) !== undefined && timeOf(a) === timeOf(b))) return true;
  if ((a.mayBeTime && b.mayBeTime) || a.parts.length !== b.parts.length) return false;
  const [first, ...others] = a.parts;
  const [last, ...counterparts] = b.parts;
  return others.every((part, at) => {
    const [left, right] = [quotientOf([part, first]), quotientOf([counterparts[at], last])];
    return left !== undefined && right !== undefined && sameTerm(left, right, comparison);
  });
}

function samePart(part: Answer, other: Answer | undefined, same: Comparing['same']): boolean {
  return other !== undefined && same(part, other);
}

/** Whether the quotient of a ratio's two numbers equals a value. */
export function sameAsQuotient({ parts }: Ratio, value: Value, comparison: Comparison): boolean {
  const quotient = quotientOf(parts);
  return quotient !== undefined && !value.percent && sameTerm(quotient, value.term, comparison);
}
