import type { Resampled } from './frozen/resample.ts';
import { NOTHING_RESAMPLED, resample } from './frozen/resample.ts';
import type { EligibleSuite } from './samples.ts';
import type { Solutions, SolvedItem } from './solved-items.ts';
import type { TalliedItem } from './frozen/tallied-suite.ts';
import type { ItemWays } from './equations/ways.ts';
import { readWays, shownWays } from './equations/ways.ts';

/** The request to measure a suite whose items have been read; plain data, so it can be sent to another thread. */
export interface ApartRequest {
  /** The eligible items, ordered by id. */
  readonly ids: readonly string[];
  /** n ≥ 1. */
  readonly samplesPerItem: number;
  /** False on open suites, where nothing is right or wrong. */
  readonly isGraded: boolean;
}

/** The measures that do not depend on how solutions are worded. */
export interface MeasuredApart extends Resampled {
  readonly ways: readonly ItemWays[] | undefined;
}

/** The request for an eligible suite. */
export function apartOf({ items, samplesPerItem, role }: EligibleSuite): ApartRequest {
  return { ids: items.map(({ id }) => id), samplesPerItem, isGraded: role !== 'open' };
}

interface ReadItem {
  readonly ways: ItemWays;
  readonly tallied: TalliedItem;
}

/**
 * Does about half of the work of measuring a suite; the other half reads the wording of all samples. The
 * halves do not depend on each other. Items can be read in any order while others are still being graded.
 */
export class ApartMeasurement {
  #items = new Map<string, ReadItem>();

  read(items: readonly SolvedItem[]): void {
    for (const item of items) {
      const { id, cluster, old, new: candidate } = item;
      this.#items.set(id, {
        ways: readWays(item),
        tallied: { id, cluster, old: tallyOf(old), new: tallyOf(candidate) },
      });
    }
  }

  /**
   * Measures a suite whose items have been read, and forgets them.
   * @throws {RangeError} if an item of `ids` has not been read.
   */
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
