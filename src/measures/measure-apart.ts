import type { Resampled } from './resample.ts';
import { NOTHING_RESAMPLED, resample } from './resample.ts';
import type { EligibleSuite } from './samples.ts';
import type { SolvedItem } from './solved-items.ts';
import { solvedItems } from './solved-items.ts';
import type { TalliedSuite } from './tallied-suite.ts';
import { talliedSuite } from './tallied-suite.ts';
import type { ItemWays } from './ways.ts';
import { waysOf } from './ways.ts';

/** All that `measureApart` needs of a suite; plain data that can be handed to another thread. */
export interface ApartRequest {
  readonly items: readonly SolvedItem[];
  /** Undefined on open suites. */
  readonly tallied: TalliedSuite | undefined;
}

/** What is measured without looking at how solutions are worded. */
export interface MeasuredApart extends Resampled {
  readonly ways: readonly ItemWays[] | undefined;
}

/** What there is to measure apart in an eligible suite. */
export function apartOf(suite: EligibleSuite): ApartRequest {
  return {
    items: solvedItems(suite.items),
    tallied: suite.role === 'open' ? undefined : talliedSuite(suite),
  };
}

/** About half the work of measuring a suite. The other half reads the wording of all samples, and neither needs the other. */
export function measureApart({ items, tallied }: ApartRequest): MeasuredApart {
  return {
    ways: waysOf(items),
    ...(tallied === undefined ? NOTHING_RESAMPLED : resample(tallied)),
  };
}
