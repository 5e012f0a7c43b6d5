import type { Answer, Named, Several } from '../answer.ts';
import type { Comparing } from './comparison.ts';

/** Maximum length of a list that is compared in any order. Longer lists are compared in order. */
const LONGEST_UNORDERED = 64;

type Parts = readonly Answer[];

/** Compares the parts one by one, in order. */
export function allSame(a: Parts, b: Parts, same: Comparing['same']): boolean {
  return (
    a.length === b.length &&
    a.every((part, at) => {
      const other = b[at];
      return other !== undefined && same(part, other);
    })
  );
}

/** Compares the parts as sets: neither order nor repetition makes a difference. */
export function sameSets(a: Parts, b: Parts, same: Comparing['same']): boolean {
  if (a.length > LONGEST_UNORDERED || b.length > LONGEST_UNORDERED) return allSame(a, b, same);
  return (
    a.every((part) => b.some((other) => same(part, other))) &&
    b.every((other) => a.some((part) => same(part, other)))
  );
}

function sameInAnyOrder(a: Parts, b: Parts, same: Comparing['same']): boolean {
  if (a.length !== b.length) return false;
  if (a.length > LONGEST_UNORDERED) return allSame(a, b, same);
  const left = [...b];
  return a.every((part) => {
    const at = left.findIndex((other) => same(part, other));
    if (at === -1) return false;
    left.splice(at, 1);
    return true;
  });
}

/**
 * The values of different names, in the order of the names if these are consecutive letters of the alphabet (`q = 5, p =
 * 2`).
 */
export function assignments({ parts, isSet, join }: Several): Parts | undefined {
  if (isSet || join === 'or') return undefined;
  const named = parts.filter((part): part is Named => part.kind === 'named');
  const names = named.map(({ name }) => name);
  if (named.length < parts.length || named.length < 2 || new Set(names).size < names.length) return undefined;
  const sorted = named.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const areNeighbours = sorted.every(
    ({ name }, at) => name.length === 1 && name.charCodeAt(0) === (sorted[0]?.name.charCodeAt(0) ?? 0) + at,
  );
  return (areNeighbours ? sorted : named).map(({ value }) => value);
}

/** Parts that are meaningful on their own, so that their order in a list has no meaning. */
const SELF_CONTAINED: ReadonlySet<Answer['kind']> = new Set(['tuple', 'named', 'relation', 'equation']);

export function sameLists(a: Several, b: Several, { comparison, same }: Comparing): boolean {
  const all = [...a.parts, ...b.parts];
  const areStatements = all.some(({ kind }) => kind !== 'tuple' && SELF_CONTAINED.has(kind));
  if (areStatements && a.join !== b.join && (a.join === 'or' || b.join === 'or')) return false;
  const [first, second] = [assignments(a), assignments(b)];
  if (first !== undefined && second !== undefined) return sameInAnyOrder(a.parts, b.parts, same);
  if (first !== undefined || second !== undefined) {
    // One of the lists has names, which put its values in order. A set has no order.
    return !a.isSet && !b.isSet && allSame(first ?? a.parts, second ?? b.parts, same);
  }
  const isUnordered = a.isSet || b.isSet || a.join !== 'comma' || b.join !== 'comma';
  if (isUnordered || all.every(({ kind }) => SELF_CONTAINED.has(kind)))
    return sameSets(a.parts, b.parts, same);
  return (comparison.lists === 'any-order' ? sameInAnyOrder : allSame)(a.parts, b.parts, same);
}

/** Whether a set or list that contains only one value, possibly repeated, equals that value. */
export function isOnly({ parts, isSet, join }: Several, isSame: (part: Answer) => boolean): boolean {
  const mayRepeat = isSet || join === 'or';
  return parts.length > 0 && (parts.length === 1 || mayRepeat) && parts.every(isSame);
}
