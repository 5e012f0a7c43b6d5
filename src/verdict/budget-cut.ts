import { CLUSTERS_TO_GATE, effectiveClusters } from '../statistics/clustered-mean.ts';

/** Sampling that a budget ended: what is left to judge of each suite, and what all of it would take. */
export interface BudgetCut {
  readonly limit: 'max-requests' | 'max-tokens' | 'max-cost' | 'max-minutes';
  /** In requests, tokens, US dollars or minutes. */
  readonly allowed: number;
  readonly byDefault: boolean;
  /** Samples that were not asked, both sides. */
  readonly unasked: number;
  /** The limit with which all would have been asked, by what was asked so far; undefined where nothing was. */
  readonly wouldTake: number | undefined;
  readonly suites: readonly {
    readonly suite: string;
    /** Items that both sides have the samples of. */
    readonly judged: number;
    readonly of: number;
  }[];
  /** Whether each suite that lost items still has as many independent ones as a measure needs to gate. */
  readonly isEnough: boolean;
  /** How many those are. */
  readonly needed: number;
}

interface Suite {
  readonly name: string;
  readonly items: readonly { readonly cluster: string }[];
}

/** What a cut left of the suites that were planned, in the same order. */
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
