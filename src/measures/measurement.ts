import type { Role } from '../evalset/suite.ts';

/** One item's value of a measure on each side; higher is better. */
export interface PairedItem {
  readonly id: string;
  readonly cluster: string;
  readonly old: number;
  readonly new: number;
}

/**
 * What a measure gave on a suite. `not-applicable` is decided by the configuration and by old alone and asks nothing of
 * new; `unmeasurable` leaves a guardrail unclear and says why: a measure is never dropped (method.md, section 1).
 */
export type Measurement =
  | {
      readonly kind: 'measured';
      /** Eligible items, at least one. */
      readonly items: readonly PairedItem[];
      /** The largest value that one item can have: 1 for probabilities, the largest seen for diversity and reach. */
      readonly largestValue: number;
      /** The largest absolute mean difference that the measure can reach. */
      readonly reach: number;
    }
  | { readonly kind: 'unmeasurable'; readonly reason: string }
  | { readonly kind: 'not-applicable'; readonly reason: string };

export type Dimension = 'accuracy' | 'coverage' | 'diversity' | 'generalization';

export type Unit = 'probability' | 'dissimilarity' | 'ways' | 'equations' | 'ratio' | 'bits' | 'tokens';

export interface Measure {
  /** Undefined where suites are pooled. */
  readonly suite: string | undefined;
  readonly role: Role;
  readonly dimension: Dimension;
  /** `pass@1`, `pass@32`, `cover@0.5`, `syntactic`, `logical`, `semantic`, `reach@32`, `hardest group`, `maj@32`, `greedy`, … */
  readonly name: string;
  /** The group of items that the measure is restricted to. */
  readonly group?: string;
  readonly unit: Unit;
  readonly measurement: Measurement;
}

/** Paired probabilities as a measurement; unmeasurable where no item is left. */
export function measuredProbabilities(items: readonly PairedItem[]): Measurement {
  if (items.length === 0)
    return { kind: 'unmeasurable', reason: 'no item has enough graded samples on both sides' };
  return { kind: 'measured', items, largestValue: 1, reach: 1 };
}

/** Paired amounts of 0 or more as a measurement; `reach` is the largest mean difference, Infinity where there is none. */
export function measuredAmounts(
  items: readonly PairedItem[],
  { reach, reason }: { readonly reach: number; readonly reason: string },
): Measurement {
  if (items.length === 0) return { kind: 'unmeasurable', reason };
  const largestValue = items.reduce((most, item) => Math.max(most, item.old, item.new), 0);
  return { kind: 'measured', items, largestValue, reach };
}
