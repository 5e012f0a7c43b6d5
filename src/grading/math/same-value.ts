import { power, product, reduced, sum, type Rational } from '../rational.ts';
import { agree, approximate, isNear, NoValue, ratio, type Approximation } from './approximate.ts';
import type { Term } from './term.ts';

const CONSTANTS: ReadonlySet<string> = new Set(['Pi', 'ExponentialE', 'ImaginaryUnit']);

/** Signs of the symbols at the points where terms are compared: which of them may be negative, by their number. */
const SIGNS: readonly ((hash: number) => bigint)[] = [
  () => 1n,
  () => 1n,
  () => -1n,
  (hash) => (hash % 2 === 0 ? 1n : -1n),
  (hash) => (hash % 2 === 0 ? -1n : 1n),
];

/** The same number for the same name at the same point on every machine (FNV-1a). From 0 to 2³¹ − 1. */
function hashOf(name: string, point: number): number {
  let hash = 2_166_136_261 ^ point;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519);
  return (hash ^ (hash >>> 13)) >>> 1;
}

function addSymbols(term: Term, names: Set<string>): void {
  if (term.kind === 'symbol' && !CONSTANTS.has(term.name)) names.add(term.name);
  if (term.kind === 'call') for (const arg of term.args) addSymbols(arg, names);
}

/** The symbols of terms that are no constants, sorted. */
export function symbolsOf(...terms: readonly Term[]): readonly string[] {
  const names = new Set<string>();
  for (const term of terms) addSymbols(term, names);
  return [...names].sort();
}

type Point = ReadonlyMap<string, Rational>;

function wholePoint(names: readonly string[], at: number): Point {
  return new Map(names.map((name) => [name, { numerator: BigInt(hashOf(name, at)), denominator: 1n }]));
}

/** Symbols lie between 0.2 and 3.2, up to their signs. */
function realPoint(names: readonly string[], at: number): Point {
  return new Map(
    names.map((name) => {
      const hash = hashOf(name, at);
      const sign = SIGNS[at]?.(hash >>> 7) ?? 1n;
      return [name, { numerator: sign * BigInt((hash % 3001) + 203), denominator: 1003n }];
    }),
  );
}

/** The exact value of a term of sums, products and whole powers; undefined for every other, and where it divides by 0. */
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

/** Two whole points suffice: they are large against any degree that is computed. Undefined where there is no exact value. */
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

/** What was computed already, while its term lives: the right answer is compared with many. */
const computed = new WeakMap<Term, Map<string, Approximation | NoValue>>();

/** The value at one of the real points, or why there is none. */
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

/** Both terms at every point at which both have a value. */
function* commonValues(a: Term, b: Term, points: number, realOnly: boolean): Generator<Values> {
  for (let at = 0; at < points; at++) {
    const ofA = valueAt(a, at, realOnly);
    if (ofA instanceof NoValue) continue;
    const ofB = valueAt(b, at, realOnly);
    if (!(ofB instanceof NoValue)) yield [ofA, ofB];
  }
}

/** Points at which terms with symbols must be compared for a decision. */
const FEWEST_POINTS = 2;

/** Whether a relation holds at all common points; undefined where there are too few. */
function holds(a: Term, b: Term, relation: (values: Values) => boolean): boolean | undefined {
  const constant = symbolsOf(a, b).length === 0;
  for (const realOnly of constant ? [false] : [true, false]) {
    let points = 0;
    for (const values of commonValues(a, b, constant ? 1 : SIGNS.length, realOnly)) {
      if (!relation(values)) return false;
      points++;
    }
    if (points >= (constant ? 1 : FEWEST_POINTS)) return true;
  }
  return undefined;
}

/**
 * Whether two terms have the same value. Numbers, polynomials and their quotients are compared exactly; others to 60
 * digits, at five points that depend on the symbols' names alone, where both are defined over the reals (with both signs
 * of every symbol: |x| is not x). What cannot be decided is different unless it is written alike.
 */
export function sameValue(a: Term, b: Term): boolean {
  if (a.key === b.key) return true;
  if (a.kind === 'number' && b.kind === 'number') return false;
  return sameExactly(a, b, symbolsOf(a, b)) ?? holds(a, b, ([ofA, ofB]) => agree(ofA, ofB)) ?? false;
}

/** Whether two terms without symbols differ by at most the tolerance. */
export function nearValue(a: Term, b: Term, tolerance: Rational): boolean {
  if (tolerance.numerator === 0n || symbolsOf(a, b).length > 0) return false;
  return holds(a, b, ([ofA, ofB]) => isNear(ofA, ofB, tolerance)) ?? false;
}

/** The sign of a real number without symbols; undefined where it has no value, or none that is real. */
export function signOf(term: Term): -1 | 0 | 1 | undefined {
  if (term.kind === 'number') return term.value.numerator < 0n ? -1 : term.value.numerator > 0n ? 1 : 0;
  if (symbolsOf(term).length > 0) return undefined;
  const value = valueAt(term, 0, false);
  if (value instanceof NoValue || !value.im.isZero()) return undefined;
  if (value.re.isZero()) return 0;
  return value.re.isNegative() ? -1 : 1;
}

/**
 * Whether one term is the other times a number that is not 0: then both are 0 for the same values of their symbols. With
 * `positive`, times a number above 0: then both are also above 0 for the same values.
 */
export function proportional(a: Term, b: Term, positive = false): boolean {
  if (a.key === b.key) return true;
  let first: Approximation | undefined;
  const constant = holds(a, b, ([ofA, ofB]) => {
    const quotient = ratio(ofA, ofB);
    if (quotient === undefined || (positive && (!quotient.im.isZero() || !quotient.re.isPositive())))
      return false;
    first ??= quotient;
    return agree(first, quotient);
  });
  return constant ?? false;
}
