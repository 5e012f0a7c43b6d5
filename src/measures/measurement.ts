import type { Role } from '../evalset/suite.ts';

/** One item's value of a measure on each side; higher is better. */
export interface PairedItem {
  readonly id: string;
  readonly cluster: string;
  readonly old: number;
  readonly new: number;
}

/**
 * The result of a measure on a suite. Whether it is `not-applicable` depends on the configuration and the baseline alone,
 * never on the candidate. `unmeasurable` leaves a guardrail unclear and gives the reason. A measure is never dropped.
 */
export type Measurement =
  | {
      readonly kind: 'measured';
      /** Eligible items, at least one. */
      readonly items: readonly PairedItem[];
      /**
       * The largest value that an item can have: 1 for probabilities, the largest observed value for diversity and reach.
       */
      readonly largestValue: number;
      /** The largest absolute mean difference that the measure can have. */
      readonly reach: number;
    }
  | { readonly kind: 'unmeasurable'; readonly reason: string }
  | { readonly kind: 'not-applicable'; readonly reason: string };

export type Dimension = 'accuracy' | 'coverage' | 'diversity' | 'generalization';

export type Unit = 'probability' | 'dissimilarity' | 'ways' | 'equations' | 'ratio' | 'bits' | 'tokens';

export interface Measure {
  /** The suite's name; undefined if suites are pooled. */
  readonly suite: string | undefined;
  readonly role: Role;
  readonly dimension: Dimension;
  /**
   * The measure's name: `pass@1`, `pass@32`, `cover@0.5`, `syntactic`, `logical`, `semantic`, `reach@32`,
   * `hardest group`, `maj@32`, `greedy`, …
   */
  readonly name: string;
  /** The group of items to which the measure is restricted. */
  readonly group?: string;
  readonly unit: Unit;
  readonly measurement: Measurement;
}

/** Turns paired probabilities into a measurement; unmeasurable without items. */
export function measuredProbabilities(items: readonly PairedItem[]): Measurement {
  if (items.length === 0)
    return { kind: 'unmeasurable', reason: 'no item has enough graded samples on both sides' };
  return { kind: 'measured', items, largestValue: 1, reach: 1 };
}

/**
 * Turns paired amounts ≥ 0 into a measurement. `reach` is the largest possible mean difference, or Infinity if the
 * difference is unbounded.
 */
export function measuredAmounts(
  items: readonly PairedItem[],
  { reach, reason }: { readonly reach: number; readonly reason: string },
): Measurement {
  if (items.length === 0) return { kind: 'unmeasurable', reason };
  const largestValue = items.reduce((most, item) => Math.max(most, item.old, item.new), 0);
  return { kind: 'measured', items, largestValue, reach };
}
