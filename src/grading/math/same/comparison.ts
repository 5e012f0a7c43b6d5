import type { Rational } from '../../numbers/rational.ts';
import type { Answer } from '../answer.ts';
import { nearValue, sameValue } from './same-value.ts';
import type { Term } from '../terms/term.ts';

/** How answers are compared. */
export interface Comparison {
  /** Whether `1, 2` is `2, 1`. Sets and solutions of one unknown are in any order anyway. */
  readonly lists: 'ordered' | 'any-order';
  /** Largest difference between numbers that are still equal; 0 requires exact equality. */
  readonly tolerance: Rational;
  /** Whether words for counted things that are not known units make no difference. */
  readonly ignoresCounted?: boolean;
}

/** A comparison in progress: how the parts of two answers are compared. */
export interface Comparing {
  readonly comparison: Comparison;
  readonly same: (gold: Answer, answer: Answer) => boolean;
}

export function sameTerm(a: Term, b: Term, { tolerance }: Comparison): boolean {
  return sameValue(a, b) || nearValue(a, b, tolerance);
}
