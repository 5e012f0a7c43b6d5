import type { Rational } from '../../numbers/rational.ts';
import type { Answer } from '../answer.ts';
import { nearValue, sameValue } from './same-value.ts';
import type { Term } from '../terms/term.ts';

/** How answers are compared. */
export interface Comparison {
  /** Whether `1, 2` equals `2, 1`. Sets and the solutions of one unknown never have an order. */
  readonly lists: 'ordered' | 'any-order';
  /** Largest difference between numbers that still count as equal; 0 requires exact equality. */
  readonly tolerance: Rational;
  /** Whether to ignore words for what is counted, if they are not known units. */
  readonly ignoresCounted?: boolean;
}

/** A comparison in progress: how to compare the parts of two answers. */
export interface Comparing {
  readonly comparison: Comparison;
  readonly same: (gold: Answer, answer: Answer) => boolean;
}

export function sameTerm(a: Term, b: Term, { tolerance }: Comparison): boolean {
  return sameValue(a, b) || nearValue(a, b, tolerance);
}
