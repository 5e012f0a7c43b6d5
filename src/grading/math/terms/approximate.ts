import { Decimal } from 'decimal.js';
import type { Rational } from '../../numbers/rational.ts';
import type { Term } from './term.ts';

/** Decimals that are precise enough to distinguish different values within the bounds below. */
export const Real = Decimal.clone({ precision: 100, maxE: 9_000_000, minE: -9_000_000 });
export type Real = Decimal;

/** Bounds of the numbers that are compared by their digits. Beyond them, a small summand could be lost. */
const LARGEST = new Real('1e30');
const SMALLEST = new Real('1e-30');
/** Upper bound of the rounding error that remains if numbers below 10^30 cancel out. */
const CANCELLED = new Real('1e-62');
export const RELATIVE = new Real('1e-60');
const PI = Real.acos(-1);

/**
 * Upper bound of the integers that are compared by their digits. Larger integers are compared exactly or not at all,
 * because their digits could be just the first digits of another number.
 */
const LONGEST_EXACT = 10n ** 60n;

/** A complex number. */
export interface Approximation {
  readonly re: Real;
  readonly im: Real;
}

/** Why there is no value: the point is outside a function's real domain, or the number is undefined or out of bounds. */
export class NoValue extends Error {
  readonly outsideDomain: boolean;
  constructor(outsideDomain: boolean) {
    super('no value');
    this.outsideDomain = outsideDomain;
  }
}

const ZERO = new Real(0);
const ONE = new Real(1);

function real(re: Real): Approximation {
  return { re, im: ZERO };
}

export function magnitude({ re, im }: Approximation): Real {
  return im.isZero() ? re.abs() : re.times(re).plus(im.times(im)).sqrt();
}

/** Returns the number unchanged if its size permits a comparison; otherwise throws `NoValue`. */
function bounded(value: Approximation): Approximation {
  const size = magnitude(value);
  if (!size.isFinite() || (!size.isZero() && (size.gt(LARGEST) || size.lt(SMALLEST)))) {
    throw new NoValue(false);
  }
  return value;
}

/** Replaces a value that is smaller than its rounding errors with 0. */
function settled({ re, im }: Approximation): Approximation {
  return bounded({
    re: re.abs().lt(CANCELLED) ? ZERO : re,
    im: im.abs().lt(CANCELLED) ? ZERO : im,
  });
}

export function times(a: Approximation, b: Approximation): Approximation {
  if (a.im.isZero() && b.im.isZero()) return real(a.re.times(b.re));
  return { re: a.re.times(b.re).minus(a.im.times(b.im)), im: a.re.times(b.im).plus(a.im.times(b.re)) };
}

export function inverse(value: Approximation): Approximation {
  const square = value.re.times(value.re).plus(value.im.times(value.im));
  if (square.isZero()) throw new NoValue(false);
  return { re: value.re.div(square), im: value.im.neg().div(square) };
}

function wholePower(base: Approximation, exponent: number): Approximation {
  let result = real(ONE);
  let square = exponent < 0 ? inverse(base) : base;
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = bounded(times(result, square));
    if (rest > 1) square = bounded(times(square, square));
  }
  return result;
}

function exponential({ re, im }: Approximation): Approximation {
  if (re.abs().gt(70) || im.abs().gt(1e6)) throw new NoValue(false);
  const size = re.exp();
  return im.isZero() ? real(size) : settled({ re: size.times(im.cos()), im: size.times(im.sin()) });
}

/** The principal branch of the logarithm. */
function naturalLogarithm(value: Approximation): Approximation {
  const size = magnitude(value);
  if (size.isZero()) throw new NoValue(false);
  return settled({ re: size.ln(), im: Real.atan2(value.im, value.re) });
}

function isReal(value: Approximation): boolean {
  return value.im.isZero();
}

function sine(value: Approximation): Approximation {
  return settled(real(onReal(value).sin()));
}

function cosine(value: Approximation): Approximation {
  return settled(real(onReal(value).cos()));
}

function onReal(value: Approximation): Real {
  if (!isReal(value) || value.re.abs().gt(1e6)) throw new NoValue(false);
  return value.re;
}

/** Replaces a value that differs from a whole number only by rounding errors with that whole number. */
function settledWhole(value: Real): Real {
  const whole = value.round();
  return value.minus(whole).abs().lt(RELATIVE) ? whole : value;
}

function within(value: Real, most: number): Real {
  if (value.abs().gt(most)) throw new NoValue(true);
  return value;
}

/** The values of symbols. Must contain every symbol that is not a constant. */
export type Point = ReadonlyMap<string, Rational>;

/** Computes a term at a point. */
class Evaluator {
  readonly #point: Point;
  /** Whether a root or logarithm of a negative number rules out the point. False if the whole term is constant. */
  readonly #realOnly: boolean;

  constructor(point: Point, realOnly: boolean) {
    this.#point = point;
    this.#realOnly = realOnly;
  }

  value(term: Term): Approximation {
    if (term.kind === 'number') return this.#exact(term.value);
    if (term.kind === 'symbol') return this.#symbol(term.name);
    const args = term.args.map((arg) => this.value(arg));
    const [first, second] = args;
    if (first === undefined) throw new NoValue(false);
    switch (term.head) {
      case 'Add':
        return settled({
          re: args.reduce((sum, { re }) => sum.plus(re), ZERO),
          im: args.reduce((sum, { im }) => sum.plus(im), ZERO),
        });
      case 'Multiply':
        return args.reduce((product, arg) => bounded(times(product, arg)));
      case 'Power':
        return this.#power(first, second ?? real(ONE));
      case 'Root':
        return this.#root(first, second?.re.toNumber() ?? 2);
      case 'Exp':
        return exponential(first);
      case 'Ln':
        return this.#logarithm(first);
      case 'Log': {
        const base = this.#logarithm(second ?? real(new Real(10)));
        return bounded(times(this.#logarithm(first), inverse(base)));
      }
      case 'Abs':
        return real(magnitude(first));
      case 'Sin':
        return sine(first);
      case 'Cos':
        return cosine(first);
      case 'Tan':
        return bounded(times(sine(first), inverse(cosine(first))));
      case 'Arcsin':
        return real(within(onReal(first), 1).asin());
      case 'Arccos':
        return settled(real(within(onReal(first), 1).acos()));
      case 'Arctan':
        return real(onReal(first).atan());
      case 'Sinh':
        return settled(real(within(onReal(first), 70).sinh()));
      case 'Cosh':
        return real(within(onReal(first), 70).cosh());
      case 'Tanh':
        return real(onReal(first).tanh());
      case 'Floor':
        return real(settledWhole(onReal(first)).floor());
      case 'Ceil':
        return real(settledWhole(onReal(first)).ceil());
    }
  }

  #exact({ numerator, denominator }: Rational): Approximation {
    const size = numerator < 0n ? -numerator : numerator;
    if (size > LONGEST_EXACT || denominator > LONGEST_EXACT) throw new NoValue(false);
    return bounded(real(new Real(numerator.toString()).div(new Real(denominator.toString()))));
  }

  #symbol(name: string): Approximation {
    if (name === 'Pi') return real(PI);
    if (name === 'ExponentialE') return real(ONE.exp());
    if (name === 'ImaginaryUnit') return { re: ZERO, im: ONE };
    const value = this.#point.get(name);
    if (value === undefined) throw new NoValue(false);
    return this.#exact(value);
  }

  #logarithm(of: Approximation): Approximation {
    if (this.#realOnly && isReal(of) && of.re.isNegative()) throw new NoValue(true);
    return naturalLogarithm(of);
  }

  /** The real root of a real number if it has one, otherwise the principal root. */
  #root(of: Approximation, degree: number): Approximation {
    if (isReal(of)) {
      if (of.re.isZero()) return of;
      const size = of.re.abs();
      const root = degree === 2 ? size.sqrt() : degree === 3 ? size.cbrt() : size.pow(ONE.div(degree));
      if (of.re.isPositive()) return real(root);
      if (degree % 2 === 1) return real(root.neg());
      if (this.#realOnly) throw new NoValue(true);
      if (degree === 2) return { re: ZERO, im: root };
    }
    return exponential(times(naturalLogarithm(of), real(ONE.div(degree))));
  }

  #power(base: Approximation, exponent: Approximation): Approximation {
    if (isReal(exponent) && exponent.re.isInteger() && exponent.re.abs().lt(10_000)) {
      return wholePower(base, exponent.re.toNumber());
    }
    if (magnitude(base).isZero()) {
      if (isReal(exponent) && exponent.re.isPositive()) return base;
      throw new NoValue(false);
    }
    return bounded(exponential(times(exponent, this.#logarithm(base))));
  }
}

/**
 * The value of a term at a point, computed with 100 digits. A root or logarithm of a negative number is outside the domain
 * if `realOnly` is set, and complex otherwise.
 *
 * @throws NoValue if there is no value, or if an intermediate number is beyond 10^±30
 */
export function approximate(term: Term, point: Point, realOnly: boolean): Approximation {
  return new Evaluator(point, realOnly).value(term);
}
