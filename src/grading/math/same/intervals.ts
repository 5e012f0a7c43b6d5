import { sameValue, signOf } from './same-value.ts';
import { add, negate, type Term } from '../terms/term.ts';

/** An end of an interval; infinity has no term. */
export interface Bound {
  readonly term: Term | undefined;
  readonly isClosed: boolean;
}

export interface Interval {
  readonly low: Bound;
  readonly high: Bound;
}

export const INFINITE: Bound = { term: undefined, isClosed: false };
export const ALL: readonly Interval[] = [{ low: INFINITE, high: INFINITE }];

/** Thrown if numbers cannot be ordered and therefore are not a set of real numbers. */
export class NotReal extends Error {}

function compared(a: Term, b: Term): number {
  if (sameValue(a, b)) return 0;
  const sign = signOf(add([a, negate(b)]));
  if (sign === undefined || sign === 0) throw new NotReal();
  return sign;
}

/** Compares where `a` and `b` begin: negative if `a` begins further left, 0 if both begin at the same place. */
function byLow(a: Interval, b: Interval): number {
  if (a.low.term === undefined || b.low.term === undefined) {
    return Number(a.low.term !== undefined) - Number(b.low.term !== undefined);
  }
  return compared(a.low.term, b.low.term) || Number(b.low.isClosed) - Number(a.low.isClosed);
}

function byHigh(a: Interval, b: Interval): number {
  if (a.high.term === undefined || b.high.term === undefined) {
    return Number(a.high.term === undefined) - Number(b.high.term === undefined);
  }
  return compared(a.high.term, b.high.term) || Number(a.high.isClosed) - Number(b.high.isClosed);
}

function touches(left: Interval, right: Interval): boolean {
  if (left.high.term === undefined || right.low.term === undefined) return true;
  const order = compared(left.high.term, right.low.term);
  return order > 0 || (order === 0 && (left.high.isClosed || right.low.isClosed));
}

export function united(intervals: readonly Interval[]): readonly Interval[] {
  const all: Interval[] = [];
  for (const next of intervals.toSorted(byLow)) {
    const last = all.at(-1);
    if (last === undefined || !touches(last, next)) all.push(next);
    else all[all.length - 1] = { low: last.low, high: byHigh(last, next) < 0 ? next.high : last.high };
  }
  return all;
}

/** The interval between two bounds; undefined if there is nothing between them. */
export function between(low: Bound, high: Bound): Interval | undefined {
  if (low.term !== undefined && high.term !== undefined) {
    const order = compared(low.term, high.term);
    if (order > 0 || (order === 0 && !(low.isClosed && high.isClosed))) return undefined;
  }
  return { low, high };
}

export function intersected(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  return a.flatMap((left) =>
    b.flatMap((right) => {
      const low = byLow(left, right) < 0 ? right.low : left.low;
      const high = byHigh(left, right) < 0 ? left.high : right.high;
      return between(low, high) ?? [];
    }),
  );
}

export function complement(intervals: readonly Interval[]): readonly Interval[] {
  let rest = ALL;
  for (const { low, high } of intervals) {
    const below = low.term && { low: INFINITE, high: { term: low.term, isClosed: !low.isClosed } };
    const above = high.term && { low: { term: high.term, isClosed: !high.isClosed }, high: INFINITE };
    rest = intersected(
      rest,
      [below, above].flatMap((part) => part ?? []),
    );
  }
  return rest;
}

export type SameTerm = (a: Term, b: Term) => boolean;

function sameBound(a: Bound, b: Bound, sameTerm: SameTerm): boolean {
  if (a.term === undefined || b.term === undefined) return a.term === b.term;
  return a.isClosed === b.isClosed && sameTerm(a.term, b.term);
}

/** Whether two sets of intervals, each ordered from left to right, contain the same numbers. */
export function sameIntervals(a: readonly Interval[], b: readonly Interval[], sameTerm: SameTerm): boolean {
  return (
    a.length === b.length &&
    a.every(({ low, high }, at) => {
      const other = b[at];
      return (
        other !== undefined && sameBound(low, other.low, sameTerm) && sameBound(high, other.high, sameTerm)
      );
    })
  );
}
