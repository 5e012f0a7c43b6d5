import type { Rational } from '../../numbers/rational.ts';
import { inverse, magnitude, Real, RELATIVE, times, type Approximation } from '../terms/approximate.ts';

/** The relative tolerance for values computed from large numbers. */
const ROUGHLY = new Real('1e-30');

export function isZero(value: Approximation): boolean {
  return magnitude(value).isZero();
}

/** Whether two values agree to 60 digits if `isExact`, or otherwise to 30. */
export function agree(a: Approximation, b: Approximation, isExact: boolean): boolean {
  const distance = magnitude({ re: a.re.minus(b.re), im: a.im.minus(b.im) });
  const size = Real.max(magnitude(a), magnitude(b));
  return distance.lte(size.times(isExact ? RELATIVE : ROUGHLY));
}

/** Whether two real values differ by at most the tolerance. */
export function isNear(a: Approximation, b: Approximation, tolerance: Rational): boolean {
  const most = new Real(tolerance.numerator.toString()).div(new Real(tolerance.denominator.toString()));
  return magnitude({ re: a.re.minus(b.re), im: a.im.minus(b.im) }).lte(most);
}

/** The quotient of two values; undefined if one is 0. */
export function ratio(a: Approximation, b: Approximation): Approximation | undefined {
  return isZero(a) || isZero(b) ? undefined : times(a, inverse(b));
}
