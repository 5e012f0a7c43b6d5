import { talliesOf, type TallyPair } from './flips.ts';
import type { EligibleSuite } from '../samples.ts';

/** An eligible item, reduced to each side's counts of correct samples and of all samples. */
export interface TalliedItem extends TallyPair {
  readonly id: string;
  readonly cluster: string;
}

/** A suite without its samples, for measures that need only the counts of correct samples. */
export interface TalliedSuite {
  /** The eligible items, ordered by id. */
  readonly items: readonly TalliedItem[];
  /** n ≥ 1: the number of samples planned per item and side. */
  readonly samplesPerItem: number;
}

/** A graded suite's tallies. */
export function talliedSuite({ items, samplesPerItem }: EligibleSuite): TalliedSuite {
  return {
    samplesPerItem,
    items: items.map((item) => ({ id: item.id, cluster: item.cluster, ...talliesOf(item) })),
  };
}
