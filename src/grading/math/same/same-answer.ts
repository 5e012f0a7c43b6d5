import type { Answer, Matrix, Relation, Several, Tuple, Value } from '../answer.ts';
import { sameTerm, type Comparing, type Comparison } from './comparison.ts';
import { realSetOf, sameRealSet } from './real-set.ts';
import { allSame, assignments, isOnly, sameLists, sameSets } from './same-lists.ts';
import { sameAsQuotient, sameMeasured, sameRatio } from './same-measure.ts';
import { sameEquation, sameName, sameSteps, statedValue } from './same-relation.ts';
import { symbolsOf } from './same-value.ts';

function isPoint({ open, close }: Tuple): boolean {
  return (open === '(' && close === ')') || (open === '\\langle' && close === '\\rangle');
}

function sameTuples(a: Tuple, b: Tuple, { same }: Comparing): boolean {
  const alike = (a.open === b.open && a.close === b.close) || (isPoint(a) && isPoint(b));
  return alike && allSame(a.parts, b.parts, same);
}

function sameMatrices(a: Matrix, b: Matrix, { same }: Comparing): boolean {
  return (
    a.isDeterminant === b.isDeterminant &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, at) => allSame(row, b.rows[at] ?? [], same))
  );
}

function sameRealSets(a: Answer, b: Answer, { comparison }: Comparing): boolean {
  const left = realSetOf(a);
  const right = left && realSetOf(b);
  if (left === undefined || right === undefined) return false;
  return sameRealSet(left, right, (x, y) => sameTerm(x, y, comparison));
}

function sameRelations(a: Relation, b: Relation, comparing: Comparing): boolean {
  if (sameSteps(a, b) || sameRealSets(a, b, comparing)) return true;
  const alike = a.signs.length === b.signs.length && a.signs.every((sign, at) => sign === b.signs[at]);
  if (!alike) return false;
  return (
    allSame(a.sides, b.sides, comparing.same) ||
    (a.signs[0] === '≠' && allSame(a.sides.toReversed(), b.sides, comparing.same))
  );
}

function isRelationList(answer: Answer): boolean {
  return (
    answer.kind === 'several' &&
    answer.parts.length > 0 &&
    answer.parts.every(({ kind }) => kind === 'relation')
  );
}

/** Whether two answers of the same kind are equal; undefined if their kinds differ. */
function sameOfKind(a: Answer, b: Answer, comparing: Comparing): boolean | undefined {
  const { comparison, same } = comparing;
  if (a.kind === 'value' && b.kind === 'value') return sameMeasured(a, b, comparison);
  if (a.kind === 'words' && b.kind === 'words') return a.text === b.text;
  if (a.kind === 'several' && b.kind === 'several') {
    if (sameLists(a, b, comparing)) return true;
    return isRelationList(a) && isRelationList(b) && sameRealSets(a, b, comparing);
  }
  if (a.kind === 'tuple' && b.kind === 'tuple') return sameTuples(a, b, comparing);
  if (a.kind === 'combined' && b.kind === 'combined') {
    const samesParts = a.operator === '∖' ? allSame : sameSets;
    return (a.operator === b.operator && samesParts(a.parts, b.parts, same)) || sameRealSets(a, b, comparing);
  }
  if (a.kind === 'builder' && b.kind === 'builder') {
    const alike = a.element === b.element && a.domain === b.domain && same(a.condition, b.condition);
    return alike || sameRealSets(a, b, comparing);
  }
  if (a.kind === 'matrix' && b.kind === 'matrix') return sameMatrices(a, b, comparing);
  if (a.kind === 'ratio' && b.kind === 'ratio') return sameRatio(a, b, comparing);
  if (a.kind === 'labelled' && b.kind === 'labelled') return a.label === b.label && same(a.value, b.value);
  if (a.kind === 'named' && b.kind === 'named') {
    return (sameName(a, b) && same(a.value, b.value)) || sameEquation(a, b);
  }
  if (a.kind === 'relation' && b.kind === 'relation') return sameRelations(a, b, comparing);
  if (a.kind === 'equation' && b.kind === 'equation') return sameEquation(a, b);
  return undefined;
}

function isLetter(answer: Answer, letter: string): boolean {
  return answer.kind === 'value' && answer.term.kind === 'symbol' && answer.term.name === letter;
}

/**
 * Whether two answers are equal if at least one is an equation. An equation with a number also answers a question that
 * asks for that number.
 */
function sameAsEquation(gold: Answer, answer: Answer, comparison: Comparison): boolean {
  if (gold.kind === 'value' && answer.kind === 'equation' && symbolsOf(gold.term).length === 0) {
    const value = statedValue(answer);
    return value !== undefined && sameTerm(gold.term, value, comparison);
  }
  return sameEquation(gold, answer);
}

/**
 * Whether a list equals a point, because it has the point's coordinates: `p = 2, q = 5` is (2, 5), and `1, 2, 3` is (1,
 * 2, 3). Two numbers alone may be the ends of an interval, and a set or `2 or 5` has no order.
 */
function sameAsPoint(several: Several, tuple: Tuple, same: Comparing['same']): boolean {
  const isList = several.join === 'comma' && several.parts.length > 2;
  const values = assignments(several) ?? (isList ? several.parts : undefined);
  const isBracketed = tuple.open === '(' && tuple.close === ')';
  return values !== undefined && !several.isSet && isBracketed && allSame(values, tuple.parts, same);
}

/** Whether a row or a column has the same entries as a point or vector. */
function sameAsVector({ rows, isDeterminant }: Matrix, tuple: Tuple, same: Comparing['same']): boolean {
  const isColumn = rows.every(({ length }) => length === 1);
  const entries = rows.length === 1 ? rows[0] : isColumn ? rows.flat() : undefined;
  const isVector = isPoint(tuple) || (tuple.open === '[' && tuple.close === ']');
  return entries !== undefined && isVector && !isDeterminant && allSame(entries, tuple.parts, same);
}

/** The two answers of given kinds, in either order; undefined for other kinds. */
function pairOf<A extends Answer['kind'], B extends Answer['kind']>(
  gold: Answer,
  answer: Answer,
  first: A,
  second: B,
): readonly [Extract<Answer, { kind: A }>, Extract<Answer, { kind: B }>] | undefined {
  const isKind = <K extends Answer['kind']>(it: Answer, kind: K): it is Extract<Answer, { kind: K }> =>
    it.kind === kind;
  if (isKind(gold, first) && isKind(answer, second)) return [gold, answer];
  return isKind(answer, first) && isKind(gold, second) ? [answer, gold] : undefined;
}

/** The formula in `x/2, x ≠ 0`, which is a list of a formula and conditions on its letters. */
function withoutConditions({ parts, isSet, join }: Several): Answer | undefined {
  const [first, ...conditions] = parts;
  const isFormula = first?.kind === 'value' || first?.kind === 'named' || first?.kind === 'equation';
  if (!isFormula || isSet || join === 'or' || conditions.length === 0) return undefined;
  const letters = lettersOf(first);
  const areConditions = conditions.every(
    (part) =>
      part.kind === 'relation' &&
      lettersOf(part).length > 0 &&
      lettersOf(part).every((name) => letters.includes(name)),
  );
  return areConditions ? first : undefined;
}

function lettersOf(answer: Answer): readonly string[] {
  if (answer.kind === 'value') return symbolsOf(answer.term);
  if (answer.kind === 'named') return lettersOf(answer.value);
  if (answer.kind === 'equation') return symbolsOf(answer.left, answer.right);
  return answer.kind === 'relation' ? answer.sides.flatMap(lettersOf) : [];
}

function isSetName({ term }: Value): boolean {
  return term.key === 'RealNumbers' || term.key === 'EmptySet';
}

function sameAcrossKinds(gold: Answer, answer: Answer, comparing: Comparing): boolean {
  const { comparison, same } = comparing;
  const [asked, given] = [gold, answer].map((it) =>
    it.kind === 'several' ? withoutConditions(it) : undefined,
  );
  if (asked !== undefined && answer.kind !== 'several') return same(asked, answer);
  if (given !== undefined && gold.kind !== 'several') return same(gold, given);
  if (gold.kind === 'labelled') return isLetter(answer, gold.label) || same(gold.value, answer);
  if (answer.kind === 'labelled') return isLetter(gold, answer.label) || same(gold, answer.value);
  if (gold.kind === 'equation' || answer.kind === 'equation') return sameAsEquation(gold, answer, comparison);
  if (gold.kind === 'named') return same(gold.value, answer);
  if (answer.kind === 'named') return same(gold, answer.value);
  const point = pairOf(gold, answer, 'several', 'tuple');
  if (point !== undefined && sameAsPoint(...point, same)) return true;
  if (gold.kind === 'several' && isOnly(gold, (part) => same(part, answer))) return true;
  if (answer.kind === 'several' && isOnly(answer, (part) => same(gold, part))) return true;
  const ratio = pairOf(gold, answer, 'ratio', 'value');
  if (ratio !== undefined) return sameAsQuotient(...ratio, comparison);
  const vector = pairOf(gold, answer, 'matrix', 'tuple');
  if (vector !== undefined) return sameAsVector(...vector, same);
  const value = gold.kind === 'value' ? gold : answer.kind === 'value' ? answer : undefined;
  if (value !== undefined && !isSetName(value)) return false;
  // An inequality does not answer a question that asks for an interval.
  const asksForRelation = gold.kind === 'relation' || isRelationList(gold);
  if (!asksForRelation && (answer.kind === 'relation' || isRelationList(answer))) return false;
  return sameRealSets(gold, answer, comparing);
}

/**
 * Whether an answer means the same as the right answer. The two are interchangeable unless the question asks for a
 * relation or a number: an interval answers a question that asks for `x ≥ 5`, but `x ≥ 5` does not answer a question
 * that asks for an interval.
 */
export function same(gold: Answer, answer: Answer, comparison: Comparison): boolean {
  const comparing: Comparing = { comparison, same: (a, b) => same(a, b, comparison) };
  return sameOfKind(gold, answer, comparing) ?? sameAcrossKinds(gold, answer, comparing);
}
