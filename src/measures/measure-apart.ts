import type { Resampled } from './resample.ts';
import { NOTHING_RESAMPLED, resample } from './resample.ts';
import type { EligibleSuite } from './samples.ts';
import type { Solutions, SolvedItem } from './solved-items.ts';
import type { TalliedItem } from './tallied-suite.ts';
import type { ItemWays } from './ways.ts';
import { readWays, shownWays } from './ways.ts';

/** All that is asked of a suite once its items are read; plain data that can be handed to another thread. */
export interface ApartRequest {
  /** The eligible items, ordered by id. */
  readonly ids: readonly string[];
  /** n ≥ 1. */
  readonly samplesPerItem: number;
  /** False on open suites, where nothing is right or wrong. */
  readonly isGraded: boolean;
}

/** What is measured without looking at how solutions are worded. */
export interface MeasuredApart extends Resampled {
  readonly ways: readonly ItemWays[] | undefined;
}

/** What there is to measure apart in an eligible suite. */
export function apartOf({ items, samplesPerItem, role }: EligibleSuite): ApartRequest {
  return { ids: items.map(({ id }) => id), samplesPerItem, isGraded: role !== 'open' };
}

interface ReadItem {
  readonly ways: ItemWays;
  readonly tallied: TalliedItem;
}

/**
 * About half the work of measuring a suite. The other half reads the wording of all samples, and neither needs the other. Items can
 * be read while others are still graded, in any order.
 */
export class ApartMeasurement {
  #items = new Map<string, ReadItem>();

  read(items: readonly SolvedItem[]): void {
    for (const item of items) {
      const { id, cluster, old, new: fresh } = item;
      this.#items.set(id, {
        ways: readWays(item),
        tallied: { id, cluster, old: tallyOf(old), new: tallyOf(fresh) },
      });
    }
  }

  /** Measures the suite of which items were read, and forgets them. @throws RangeError where one of `ids` was not. */
  measure({ ids, samplesPerItem, isGraded }: ApartRequest): MeasuredApart {
    const items = ids.map((id) => {
      const item = this.#items.get(id);
      if (item === undefined) throw new RangeError(`item ${id} was not read`);
      return item;
    });
    this.#items = new Map();
    return {
      ways: shownWays(items.map(({ ways }) => ways)),
      ...(isGraded
        ? resample({ samplesPerItem, items: items.map(({ tallied }) => tallied) })
        : NOTHING_RESAMPLED),
    };
  }
}

function tallyOf({ correct, samples }: Solutions): TalliedItem['old'] {
  return { successes: correct.length, trials: samples };
}
