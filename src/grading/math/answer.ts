import type { Term } from './terms/term.ts';

/** A number or expression, possibly with a unit. */
export interface Value {
  readonly kind: 'value';
  readonly term: Term;
  /** One of the known units; undefined if there is no unit or it is not known. */
  readonly unit: string | undefined;
  readonly percent: boolean;
  /** The words after the value, if they are not a known unit. */
  readonly counted?: string | undefined;
}

/** Words, which are equal only to the same words. */
export interface Words {
  readonly kind: 'words';
  readonly text: string;
}

/** Several values, or a set of values, as in `1, 2`. */
export interface Several {
  readonly kind: 'several';
  readonly parts: readonly Answer[];
  /** Whether the values are written in braces. */
  readonly isSet: boolean;
  /**
   * How the parts are joined. With a comma, it is unknown whether the order matters. With `or` and `±`, the order does
   * not matter.
   */
  readonly join: 'comma' | 'and' | 'or';
}

/** A point or an interval, such as `(1, 2)` or `[0, 1)`. */
export interface Tuple {
  readonly kind: 'tuple';
  readonly open: string;
  readonly close: string;
  readonly parts: readonly Answer[];
}

/** Sets combined with an operator: `A ∪ B`, `A ∩ B`, `A ∖ B`. */
export interface Combined {
  readonly kind: 'combined';
  readonly operator: '∪' | '∩' | '∖';
  readonly parts: readonly Answer[];
}

/** A set in builder notation, such as `{x | x > 2}`. */
export interface Builder {
  readonly kind: 'builder';
  readonly element: string;
  /**
   * The set from which the elements come, as written; undefined if the text gives no set, or the set of real numbers.
   */
  readonly domain: string | undefined;
  readonly condition: Answer;
}

export interface Matrix {
  readonly kind: 'matrix';
  readonly isDeterminant: boolean;
  readonly rows: readonly (readonly Answer[])[];
}

/** A name and its value, as in `x = 5`. */
export interface Named {
  readonly kind: 'named';
  readonly name: string;
  readonly value: Answer;
}

/** Both sides of an equation that does not assign a value to a name. */
export interface Equation {
  readonly kind: 'equation';
  readonly left: Term;
  readonly right: Term;
}

/**
 * A chain of inequalities, such as `a < b ≤ c`: the sides in ascending order and the signs between them. For `≠`, the two
 * sides in any order.
 */
export interface Relation {
  readonly kind: 'relation';
  readonly sides: readonly Answer[];
  readonly signs: readonly ('<' | '≤' | '≠')[];
}

/** A ratio such as `7 : 32`. A ratio such as `7:32` may also be a time of day. */
export interface Ratio {
  readonly kind: 'ratio';
  readonly parts: readonly Answer[];
  readonly mayBeTime: boolean;
}

/** An answer, classified by its outermost form. */
export type Answer =
  | Value
  | Words
  | Several
  | Tuple
  | Combined
  | Builder
  | Matrix
  | Named
  | Equation
  | Relation
  | Ratio
  /** An option's letter with its value. */
  | { readonly kind: 'labelled'; readonly label: string; readonly value: Answer }
  /** Text that is not an answer, or that cannot be read. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads a part of an answer. */
export type Read = (latex: string) => Answer;

export function unreadable(reason: string): Answer {
  return { kind: 'unreadable', reason };
}
