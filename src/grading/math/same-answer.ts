import type { Rational } from '../rational.ts';
import { readAnswer, type Answer } from './answer.ts';
import { nearValue, proportional, sameValue } from './same-value.ts';
import { add, divide, integer, multiply, negate, symbol, type Term } from './term.ts';

/** How answers are compared. */
export interface Comparison {
  /** Whether `1, 2` is `2, 1`. Sets and solutions of one unknown are in any order anyway. */
  readonly lists: 'ordered' | 'any-order';
  /** Largest difference between numbers that are still equal; 0 asks for exact equality. */
  readonly tolerance: Rational;
}

/** Longer lists are compared in order. */
const LONGEST_UNORDERED = 64;

const INFINITY = {
  kind: 'value',
  term: symbol('PositiveInfinity'),
  unit: undefined,
  percent: false,
} as const satisfies Answer;

type Value = Extract<Answer, { kind: 'value' }>;

function sameTerm(a: Term, b: Term, { tolerance }: Comparison): boolean {
  return sameValue(a, b) || nearValue(a, b, tolerance);
}

/** 10 % is 10 where the question asks for percents, and 0.1 where it asks for a share. */
function sameMeasured(a: Value, b: Value, comparison: Comparison): boolean {
  if (a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit) return false;
  if (sameTerm(a.term, b.term, comparison)) return true;
  if (a.percent === b.percent) return false;
  const hundredth = (term: Term): Term => divide(term, integer(100)) ?? term;
  return sameTerm(a.percent ? hundredth(a.term) : a.term, b.percent ? hundredth(b.term) : b.term, comparison);
}

function allSame(a: readonly Answer[], b: readonly Answer[], comparison: Comparison): boolean {
  return (
    a.length === b.length &&
    a.every((part, at) => {
      const other = b[at];
      return other !== undefined && same(part, other, comparison);
    })
  );
}

/** As sets: how often a part is listed makes no difference. */
function sameSets(a: readonly Answer[], b: readonly Answer[], comparison: Comparison): boolean {
  if (a.length > LONGEST_UNORDERED || b.length > LONGEST_UNORDERED) return allSame(a, b, comparison);
  return (
    a.every((part) => b.some((other) => same(part, other, comparison))) &&
    b.every((other) => a.some((part) => same(part, other, comparison)))
  );
}

function sameInAnyOrder(a: readonly Answer[], b: readonly Answer[], comparison: Comparison): boolean {
  if (a.length !== b.length) return false;
  if (a.length > LONGEST_UNORDERED) return allSame(a, b, comparison);
  const left = [...b];
  return a.every((part) => {
    const at = left.findIndex((other) => same(part, other, comparison));
    if (at === -1) return false;
    left.splice(at, 1);
    return true;
  });
}

/** Points and intervals may be listed in any order: each says itself what its numbers are. */
function isSelfContained(part: Answer): boolean {
  return (
    part.kind === 'tuple' || part.kind === 'named' || part.kind === 'relation' || part.kind === 'equation'
  );
}

function sameLists(
  a: Extract<Answer, { kind: 'several' }>,
  b: Extract<Answer, { kind: 'several' }>,
  comparison: Comparison,
): boolean {
  const selfContained = a.parts.every(isSelfContained) && b.parts.every(isSelfContained);
  if (!a.ordered || !b.ordered || selfContained) return sameSets(a.parts, b.parts, comparison);
  return (comparison.lists === 'any-order' ? sameInAnyOrder : allSame)(a.parts, b.parts, comparison);
}

function difference(left: Term, right: Term): Term {
  return add([left, negate(right)]);
}

/** `x = 5` as an equation, where both its sides are expressions. */
function asDifference(answer: Answer): Term | undefined {
  if (answer.kind === 'equation') return difference(answer.left, answer.right);
  if (answer.kind !== 'named' || answer.value.kind !== 'value') return undefined;
  const name = readAnswer(answer.name);
  return name.kind === 'value' ? difference(name.term, answer.value.term) : undefined;
}

function sameEquation(a: Answer, b: Answer): boolean {
  const [left, right] = [asDifference(a), asDifference(b)];
  return left !== undefined && right !== undefined && proportional(left, right);
}

function sameNamed(
  a: Extract<Answer, { kind: 'named' }>,
  b: Extract<Answer, { kind: 'named' }>,
  comparison: Comparison,
): boolean {
  return a.name.toLowerCase() === b.name.toLowerCase() && same(a.value, b.value, comparison)
    ? true
    : sameEquation(a, b);
}

function sameRelation(
  a: Extract<Answer, { kind: 'relation' }>,
  b: Extract<Answer, { kind: 'relation' }>,
  comparison: Comparison,
): boolean {
  if (a.signs.length !== b.signs.length || a.signs.some((sign, at) => sign !== b.signs[at])) return false;
  if (allSame(a.sides, b.sides, comparison)) return true;
  return a.signs[0] === '≠' && allSame(a.sides.toReversed(), b.sides, comparison);
}

/** The numbers that a relation leaves to one name: `x ≥ 5` is [5, ∞). Undefined where it is about more than one. */
function intervalOf({ sides, signs }: Extract<Answer, { kind: 'relation' }>): Answer | undefined {
  const [first, second, third] = sides;
  const [left, right] = signs;
  if (first === undefined || second === undefined || left === '≠') return undefined;
  const isNumber = (answer: Answer): boolean => answer.kind === 'value' && answer.term.kind === 'number';
  const open = (sign: string | undefined): string => (sign === '≤' ? '[' : '(');
  const close = (sign: string | undefined): string => (sign === '≤' ? ']' : ')');
  if (third !== undefined) {
    if (sides.length > 3 || isNumber(second)) return undefined;
    return { kind: 'tuple', open: open(left), close: close(right), parts: [first, third] };
  }
  if (isNumber(first)) return { kind: 'tuple', open: open(left), close: ')', parts: [first, INFINITY] };
  const term = symbol('PositiveInfinity');
  const below: Answer = { ...INFINITY, term: multiply([integer(-1), term]) };
  return isNumber(second)
    ? { kind: 'tuple', open: '(', close: close(left), parts: [below, second] }
    : undefined;
}

function sameRows(
  a: Extract<Answer, { kind: 'matrix' }>,
  b: Extract<Answer, { kind: 'matrix' }>,
  comparison: Comparison,
): boolean {
  return (
    a.determinant === b.determinant &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, at) => allSame(row, b.rows[at] ?? [], comparison))
  );
}

function sameOfKind(a: Answer, b: Answer, comparison: Comparison): boolean | undefined {
  if (a.kind === 'value' && b.kind === 'value') return sameMeasured(a, b, comparison);
  if (a.kind === 'text' && b.kind === 'text') return a.text === b.text;
  if (a.kind === 'several' && b.kind === 'several') return sameLists(a, b, comparison);
  if (a.kind === 'tuple' && b.kind === 'tuple') {
    return a.open === b.open && a.close === b.close && allSame(a.parts, b.parts, comparison);
  }
  if (a.kind === 'union' && b.kind === 'union') return sameSets(a.parts, b.parts, comparison);
  if (a.kind === 'matrix' && b.kind === 'matrix') return sameRows(a, b, comparison);
  if (a.kind === 'ratio' && b.kind === 'ratio') return allSame(a.parts, b.parts, comparison);
  if (a.kind === 'named' && b.kind === 'named') return sameNamed(a, b, comparison);
  if (a.kind === 'relation' && b.kind === 'relation') return sameRelation(a, b, comparison);
  if (a.kind === 'equation' && b.kind === 'equation') return sameEquation(a, b);
  return undefined;
}

/** Gold and answer may be exchanged but for one case: an interval answers what asks for `x ≥ 5`, not the reverse. */
function same(gold: Answer, answer: Answer, comparison: Comparison): boolean {
  const ofKind = sameOfKind(gold, answer, comparison);
  if (ofKind !== undefined) return ofKind;
  if (gold.kind === 'equation' || answer.kind === 'equation') return sameEquation(gold, answer);
  if (gold.kind === 'named') return same(gold.value, answer, comparison);
  if (answer.kind === 'named') return same(gold, answer.value, comparison);
  if (gold.kind === 'several') return isOne(gold.parts, (part) => same(part, answer, comparison));
  if (answer.kind === 'several') return isOne(answer.parts, (part) => same(gold, part, comparison));
  if (gold.kind === 'relation') {
    const interval = intervalOf(gold);
    return interval !== undefined && same(interval, answer, comparison);
  }
  return false;
}

function isOne(parts: readonly Answer[], isSame: (part: Answer) => boolean): boolean {
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 && isSame(only);
}

/** White space between words or numbers is not nothing: `1 2` is not `12`. */
function compact(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/(?<!\w) | (?!\w)/g, '');
}

function writtenAlike(a: string, b: string): boolean {
  return compact(a) === compact(b);
}

/** Right answers as read: each is compared with many. */
const golds = new Map<string, Answer>();
const MOST_GOLDS = 1000;

function readGold(latex: string): Answer {
  const known = golds.get(latex);
  if (known !== undefined) return known;
  const answer = readAnswer(latex);
  if (golds.size >= MOST_GOLDS) golds.clear();
  golds.set(latex, answer);
  return answer;
}

/** Whether an answer says the same as the right one, both as LaTeX or plain text without what stands around them. */
export function sameAnswer(gold: string, answer: string, comparison: Comparison): boolean {
  return writtenAlike(gold, answer) || same(readGold(gold), readAnswer(answer), comparison);
}
