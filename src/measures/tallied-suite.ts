import { talliesOf, type TallyPair } from './flips.ts';
import type { EligibleSuite } from './samples.ts';

/** An eligible item of which nothing is known but how many samples are correct. */
export interface TalliedItem extends TallyPair {
  readonly id: string;
  readonly cluster: string;
}

/** A suite without its samples: all that is needed where only numbers of correct ones count. */
export interface TalliedSuite {
  /** Ordered by id. */
  readonly items: readonly TalliedItem[];
  /** n ≥ 1. */
  readonly samplesPerItem: number;
}

/** The tallies of a graded suite. */
export function talliedSuite({ items, samplesPerItem }: EligibleSuite): TalliedSuite {
  return {
    samplesPerItem,
    items: items.map((item) => ({ id: item.id, cluster: item.cluster, ...talliesOf(item) })),
  };
}
