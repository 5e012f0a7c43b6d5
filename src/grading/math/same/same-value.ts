import { power, product, reduced, sum, type Rational } from '../../numbers/rational.ts';
import { agree, isNear, isZero, ratio } from './agreement.ts';
import { approximate, NoValue, type Approximation } from '../terms/approximate.ts';
import { ALL_POINTS, realPoint, SMALL_POINTS, wholePoint, type Point } from './sample-points.ts';
import type { Head, Term } from '../terms/term.ts';

const CONSTANTS: ReadonlySet<string> = new Set(['Pi', 'ExponentialE', 'ImaginaryUnit']);

function addSymbols(term: Term, names: Set<string>): void {
  if (term.kind === 'symbol' && !CONSTANTS.has(term.name)) names.add(term.name);
  if (term.kind === 'call') for (const arg of term.args) addSymbols(arg, names);
}

/** The symbols of the terms, without constants, sorted. */
export function symbolsOf(...terms: readonly Term[]): readonly string[] {
  const names = new Set<string>();
  for (const term of terms) addSymbols(term, names);
  return [...names].sort();
}

/**
 * The exact value of a term made up of sums, products and integer powers; undefined for any other term, and for a division
 * by 0.
 */
function exactValue(term: Term, point: Point): Rational | undefined {
  if (term.kind === 'number') return term.value;
  if (term.kind === 'symbol') return point.get(term.name);
  if (term.head === 'Power') {
    const [base, exponent] = term.args;
    if (base === undefined || exponent?.kind !== 'number' || exponent.value.denominator !== 1n)
      return undefined;
    const value = exactValue(base, point);
    return value && power(value, exponent.value.numerator);
  }
  if (term.head !== 'Add' && term.head !== 'Multiply') return undefined;
  const together = term.head === 'Add' ? sum : product;
  let total: Rational | undefined;
  for (const arg of term.args) {
    const value = exactValue(arg, point);
    if (value === undefined) return undefined;
    total = total === undefined ? value : reduced(together(total, value));
  }
  return total;
}

function isSame(a: Rational, b: Rational): boolean {
  return a.numerator * b.denominator === b.numerator * a.denominator;
}

/**
 * Compares two terms exactly, at two points with whole coordinates. Two points suffice, because the coordinates are
 * large compared with the degree of any term that is computed. Undefined if there is no exact value.
 */
function sameExactly(a: Term, b: Term, names: readonly string[]): boolean | undefined {
  for (const at of [0, 1]) {
    const point = wholePoint(names, at);
    const [ofA, ofB] = [exactValue(a, point), exactValue(b, point)];
    if (ofA === undefined || ofB === undefined) return undefined;
    if (!isSame(ofA, ofB)) return false;
  }
  return true;
}

type Values = readonly [Approximation, Approximation];

/** Caches computed values for as long as their term is alive, because the right answer is compared with many answers. */
const computed = new WeakMap<Term, Map<string, Approximation | NoValue>>();

/** A term's value at one of the real points, or why there is no value. */
function valueAt(term: Term, at: number, realOnly: boolean): Approximation | NoValue {
  const ofTerm = computed.get(term) ?? new Map<string, Approximation | NoValue>();
  computed.set(term, ofTerm);
  const place = `${at} ${realOnly}`;
  let value = ofTerm.get(place);
  if (value === undefined) {
    try {
      value = approximate(term, realPoint(symbolsOf(term), at), realOnly);
    } catch (error) {
      if (!(error instanceof NoValue)) throw error;
      value = error;
    }
    ofTerm.set(place, value);
  }
  return value;
}

/** Piecewise functions: two such functions may agree at all small numbers and still differ elsewhere. */
const IN_PIECES: ReadonlySet<Head> = new Set(['Abs', 'Floor', 'Ceil', 'Root', 'Arcsin', 'Arccos', 'Arctan']);
/** Functions that are fast to compute. */
const CHEAP: ReadonlySet<Head> = new Set(['Add', 'Multiply', 'Abs', 'Floor', 'Ceil', 'Root', 'Power']);
/**
 * Maximum number of evaluations of slow functions. At least `FEWEST_LARGE` large points are always checked, even beyond
 * this limit.
 */
const MOST_VALUES = 400;
const FEWEST_LARGE = 12;

function* headsOf(term: Term): Generator<Head> {
  if (term.kind !== 'call') return;
  yield term.head;
  for (const arg of term.args) yield* headsOf(arg);
}

function pointsFor(a: Term, b: Term): number {
  const heads = [...headsOf(a), ...headsOf(b)];
  if (!heads.some((head) => IN_PIECES.has(head))) return SMALL_POINTS;
  const slow = heads.filter((head) => !CHEAP.has(head)).length;
  const more = slow === 0 ? ALL_POINTS : Math.max(FEWEST_LARGE, Math.floor(MOST_VALUES / slow));
  return Math.min(ALL_POINTS, SMALL_POINTS + more);
}

interface Common {
  readonly values: Values;
  readonly isSmall: boolean;
}

/** The values of both terms at every point at which both have a value. */
function* commonValues(a: Term, b: Term, points: number, realOnly: boolean): Generator<Common> {
  for (let at = 0; at < points; at++) {
    const ofA = valueAt(a, at, realOnly);
    if (ofA instanceof NoValue) continue;
    const ofB = valueAt(b, at, realOnly);
    if (!(ofB instanceof NoValue)) yield { values: [ofA, ofB], isSmall: at < SMALL_POINTS };
  }
}

/** Minimum number of small points at which terms with symbols must be compared to reach a decision. */
const FEWEST_POINTS = 2;

/**
 * Whether a relation holds at all points at which both terms have values; undefined if there are too few small points.
 * At the other points, larger errors are tolerated.
 */
function holds(
  a: Term,
  b: Term,
  relation: (values: Values, isSmall: boolean) => boolean,
): boolean | undefined {
  const constant = symbolsOf(a, b).length === 0;
  const all = constant ? 1 : pointsFor(a, b);
  for (const realOnly of constant ? [false] : [true, false]) {
    let points = 0;
    for (const { values, isSmall } of commonValues(a, b, all, realOnly)) {
      if (!relation(values, isSmall)) return false;
      if (isSmall) points++;
    }
    if (points >= (constant ? 1 : FEWEST_POINTS)) return true;
  }
  return undefined;
}

/**
 * Whether two terms have the same value. Numbers, polynomials and their quotients are compared exactly. Other terms are
 * compared to 60 digits, at points at which both terms are defined over the reals. These points depend only on the
 * symbols' names, and include both signs of every symbol (|x| is not x). If the comparison is inconclusive, terms count
 * as different unless they are written alike.
 */
export function sameValue(a: Term, b: Term): boolean {
  if (a.key === b.key) return true;
  if (a.kind === 'number' && b.kind === 'number') return false;
  return (
    sameExactly(a, b, symbolsOf(a, b)) ??
    holds(a, b, ([ofA, ofB], isSmall) => agree(ofA, ofB, isSmall)) ??
    false
  );
}

/** Whether two terms without symbols differ by at most the tolerance. */
export function nearValue(a: Term, b: Term, tolerance: Rational): boolean {
  if (tolerance.numerator === 0n || symbolsOf(a, b).length > 0) return false;
  return holds(a, b, ([ofA, ofB]) => isNear(ofA, ofB, tolerance)) ?? false;
}

/** The sign of a real number without symbols; undefined if the number has no value, or no real value. */
export function signOf(term: Term): -1 | 0 | 1 | undefined {
  if (term.kind === 'number') return term.value.numerator < 0n ? -1 : term.value.numerator > 0n ? 1 : 0;
  if (symbolsOf(term).length > 0) return undefined;
  const value = valueAt(term, 0, false);
  if (value instanceof NoValue || !value.im.isZero()) return undefined;
  if (value.re.isZero()) return 0;
  return value.re.isNegative() ? -1 : 1;
}

/**
 * Whether one term is a nonzero multiple of the other, so that both are 0 for the same values of their symbols. With
 * `positive`, the factor must be above 0, so that both are also above 0 for the same values.
 */
export function proportional(a: Term, b: Term, positive = false): boolean {
  if (a.key === b.key) return true;
  let first: Approximation | undefined;
  const constant = holds(a, b, ([ofA, ofB], isSmall) => {
    if (isZero(ofA) && isZero(ofB)) return true;
    const quotient = ratio(ofA, ofB);
    if (quotient === undefined || (positive && (!quotient.im.isZero() || !quotient.re.isPositive())))
      return false;
    first ??= quotient;
    return agree(first, quotient, isSmall);
  });
  return (constant ?? false) && first !== undefined;
}
