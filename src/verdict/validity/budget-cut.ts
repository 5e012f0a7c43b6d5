import { CLUSTERS_TO_GATE, effectiveClusters } from '../../statistics/clustered-mean.ts';

/**
 * Describes sampling that a budget stopped: how much of each suite can still be compared, and the budget that would
 * have covered everything.
 */
export interface BudgetCut {
  readonly limit: 'max-requests' | 'max-tokens' | 'max-cost' | 'max-minutes';
  /** The limit, in requests, tokens, US dollars or minutes. */
  readonly allowed: number;
  readonly byDefault: boolean;
  /** Total number of samples that were not requested, over both sides. */
  readonly unasked: number;
  /**
   * The limit that would have covered all samples, extrapolated from the requested samples; undefined if none were
   * requested.
   */
  readonly wouldTake: number | undefined;
  readonly suites: readonly {
    readonly suite: string;
    /** Number of items that can still be compared. */
    readonly judged: number;
    readonly of: number;
  }[];
  /** Whether each suite that lost items still has as many independent items as a measure needs to gate. */
  readonly isEnough: boolean;
  /** Minimum number of independent items for a measure to gate. */
  readonly needed: number;
}

interface Suite {
  readonly name: string;
  readonly items: readonly { readonly cluster: string }[];
}

/** Returns what remains of each planned suite after a cut, in the same order. */
export function leftByCut(
  planned: readonly Suite[],
  left: readonly Suite[],
): Pick<BudgetCut, 'suites' | 'isEnough' | 'needed'> {
  const suites = planned.map(({ name, items }, place) => {
    const own = left[place]?.items ?? [];
    return { suite: name, judged: own.length, of: items.length, worth: effectiveClusters(own) };
  });
  return {
    suites: suites.map(({ suite, judged, of }) => ({ suite, judged, of })),
    isEnough: suites.every(({ judged, of, worth }) => judged === of || worth >= CLUSTERS_TO_GATE),
    needed: CLUSTERS_TO_GATE,
  };
}
