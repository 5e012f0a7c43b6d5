import { CLUSTERS_TO_GATE, effectiveClusters } from '../../statistics/clustered-mean.ts';

/**
 * Sampling that a budget ended: how much of each suite can still be compared, and the budget that would cover
 * all of it.
 */
export interface BudgetCut {
  readonly limit: 'max-requests' | 'max-tokens' | 'max-cost' | 'max-minutes';
  /** In requests, tokens, US dollars or minutes. */
  readonly allowed: number;
  readonly byDefault: boolean;
  /** Samples that were not requested, on both sides together. */
  readonly unasked: number;
  /** The limit that would have covered all samples, extrapolated from those requested; undefined if there were none. */
  readonly wouldTake: number | undefined;
  readonly suites: readonly {
    readonly suite: string;
    /** Items for which both sides have their samples. */
    readonly judged: number;
    readonly of: number;
  }[];
  /** Whether each suite that lost items still has as many independent ones as a measure needs to gate. */
  readonly isEnough: boolean;
  /** The number of independent items that a measure needs to gate. */
  readonly needed: number;
}

interface Suite {
  readonly name: string;
  readonly items: readonly { readonly cluster: string }[];
}

/** What a cut left of each planned suite, in the same order. */
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
