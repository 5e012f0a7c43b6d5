import type { Answer, Builder, Combined, Relation, Several, Tuple } from '../answer.ts';
import {
  ALL,
  between,
  complement,
  INFINITE,
  intersected,
  NotReal,
  sameIntervals,
  united,
  type Bound,
  type Interval,
  type SameTerm,
} from './intervals.ts';
import { sameValue, signOf, symbolsOf } from './same-value.ts';
import { add, divide, integer, multiply, negate, substituted, symbol, type Term } from '../terms/term.ts';

/** A set of real numbers, as intervals from left to right, no two of which touch. */
export interface RealSet {
  /** The unknown that has these values; undefined if the set does not name an unknown. */
  readonly unknown: string | undefined;
  readonly intervals: readonly Interval[];
}

const POSITIVE_INFINITY = symbol('PositiveInfinity').key;
const NEGATIVE_INFINITY = multiply([integer(-1), symbol('PositiveInfinity')]).key;

function numberIn(answer: Answer): Term {
  if (answer.kind !== 'value' || answer.percent || symbolsOf(answer.term).length > 0) throw new NotReal();
  return answer.term;
}

function boundOf(answer: Answer, isClosed: boolean, infinity: string): Bound {
  if (answer.kind === 'value' && answer.term.key === infinity) return INFINITE;
  return { term: numberIn(answer), isClosed };
}

function ofTuple({ open, close, parts }: Tuple): readonly Interval[] {
  const [left, right, ...others] = parts;
  const isInterval = /^[([\]]$/.test(open) && /^[)\][]$/.test(close);
  if (left === undefined || right === undefined || others.length > 0 || !isInterval) throw new NotReal();
  const low = boundOf(left, open === '[', NEGATIVE_INFINITY);
  const high = boundOf(right, close === ']', POSITIVE_INFINITY);
  const interval = between(low, high);
  if (interval === undefined) throw new NotReal();
  return [interval];
}

/** The values for which a linear expression of one unknown is at least 0 or above 0. */
function solved(difference: Term, unknown: string, isClosed: boolean): readonly Interval[] {
  const [at0, at1, at2] = [0, 1, 2].map((value) => substituted(difference, unknown, integer(value)));
  if (at0 === undefined || at1 === undefined || at2 === undefined) throw new NotReal();
  const slope = add([at1, negate(at0)]);
  const line = add([at0, multiply([slope, symbol(unknown)])]);
  const sign = signOf(slope);
  const root = sign === undefined || sign === 0 ? undefined : divide(negate(at0), slope);
  if (root === undefined || !sameValue(line, difference)) throw new NotReal();
  const bound = { term: root, isClosed };
  return [sign === 1 ? { low: bound, high: INFINITE } : { low: INFINITE, high: bound }];
}

/** The values for which one side is below the other (or not above it), even if the unknown is inside an absolute value. */
function solvedStep(left: Term, right: Term, unknown: string, isClosed: boolean): readonly Interval[] {
  const solve = (low: Term, high: Term): readonly Interval[] =>
    solved(add([high, negate(low)]), unknown, isClosed);
  const inside = (term: Term): Term | undefined =>
    term.kind === 'call' && term.head === 'Abs' ? term.args[0] : undefined;
  const [leftInside, rightInside] = [inside(left), inside(right)];
  if (leftInside !== undefined && symbolsOf(right).length === 0) {
    return intersected(solve(leftInside, right), solve(negate(leftInside), right));
  }
  if (rightInside !== undefined && symbolsOf(left).length === 0) {
    if (signOf(left) === -1) return ALL;
    return united([...solve(left, rightInside), ...solve(left, negate(rightInside))]);
  }
  return solve(left, right);
}

function isInfinite(answer: Answer): boolean {
  return answer.kind === 'value' && [POSITIVE_INFINITY, NEGATIVE_INFINITY].includes(answer.term.key);
}

function ofRelation({ sides, signs }: Relation): RealSet {
  const terms = sides.map((side) => {
    if (side.kind !== 'value') throw new NotReal();
    return side.term;
  });
  const unknowns = symbolsOf(...terms).filter((name) => name !== 'PositiveInfinity');
  const [unknown] = unknowns;
  if (unknown === undefined || unknowns.length > 1) throw new NotReal();
  let intervals = ALL;
  signs.forEach((sign, at) => {
    const [left, right] = [terms[at], terms[at + 1]];
    const [below, above] = [sides[at], sides[at + 1]];
    if (left === undefined || right === undefined || below === undefined || above === undefined) return;
    if (isInfinite(below) || isInfinite(above)) return;
    const part =
      sign === '≠'
        ? [...solvedStep(left, right, unknown, false), ...solvedStep(right, left, unknown, false)]
        : solvedStep(left, right, unknown, sign === '≤');
    intervals = intersected(intervals, part);
  });
  return { unknown, intervals: united(intervals) };
}

function joined(parts: readonly RealSet[], join: Several['join'] | Combined['operator']): RealSet {
  const [first, ...others] = parts;
  if (first === undefined) throw new NotReal();
  const unknowns = new Set(parts.flatMap(({ unknown }) => unknown ?? []));
  if (unknowns.size > 1) throw new NotReal();
  const [unknown] = unknowns;
  const all = parts.map(({ intervals }) => intervals);
  if (join === '∪' || join === 'or') return { unknown, intervals: united(all.flat()) };
  if (join === '∖') {
    const removed = others.flatMap(({ intervals }) => intervals);
    return { unknown, intervals: intersected(first.intervals, complement(removed)) };
  }
  const common = all.reduce(intersected);
  // No number satisfies both parts of `x < 1, x > 5`, so the comma means "or".
  const isOr = join === 'comma' && common.length === 0;
  return { unknown, intervals: united(isOr ? all.flat() : common) };
}

/** The numbers in a set written in braces. */
function ofPoints(parts: readonly Answer[]): RealSet {
  const points = parts.map((part) => {
    const bound = { term: numberIn(part), isClosed: true };
    return { low: bound, high: bound };
  });
  return { unknown: undefined, intervals: united(points) };
}

function ofSeveral({ parts, isSet, join }: Several): RealSet {
  if (isSet) return ofPoints(parts);
  if (parts.some(({ kind }) => kind === 'tuple')) return joined(parts.map(ofAnswer), '∪');
  if (!parts.every(({ kind }) => kind === 'relation')) throw new NotReal();
  return joined(parts.map(ofAnswer), join);
}

function ofBuilder({ element, domain, condition }: Builder): RealSet {
  const { unknown, intervals } = ofAnswer(condition);
  // A letter from i to n usually represents a whole number.
  if (unknown !== element || domain !== undefined || /^[i-n]$/.test(element)) throw new NotReal();
  return { unknown: undefined, intervals };
}

function ofAnswer(answer: Answer): RealSet {
  if (answer.kind === 'tuple') return { unknown: undefined, intervals: ofTuple(answer) };
  if (answer.kind === 'relation') return ofRelation(answer);
  if (answer.kind === 'combined') return joined(answer.parts.map(ofAnswer), answer.operator);
  if (answer.kind === 'builder') return ofBuilder(answer);
  if (answer.kind === 'several') return ofSeveral(answer);
  if (answer.kind === 'named') return ofAnswer(answer.value);
  if (answer.kind !== 'value') throw new NotReal();
  if (answer.term.key === 'RealNumbers') return { unknown: undefined, intervals: ALL };
  if (answer.term.key === 'EmptySet') return { unknown: undefined, intervals: [] };
  throw new NotReal();
}

/**
 * The set of real numbers that an answer describes; undefined if the answer describes no such set, or if the set's bounds
 * are not numbers.
 */
export function realSetOf(answer: Answer): RealSet | undefined {
  try {
    return ofAnswer(answer);
  } catch (error) {
    if (error instanceof NotReal) return undefined;
    throw error;
  }
}

/** Whether two sets contain the same numbers, and refer to the same unknown if both name an unknown. */
export function sameRealSet(a: RealSet, b: RealSet, sameTerm: SameTerm): boolean {
  if (a.unknown !== undefined && b.unknown !== undefined && a.unknown !== b.unknown) return false;
  return sameIntervals(a.intervals, b.intervals, sameTerm);
}
