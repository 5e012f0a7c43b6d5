import type { ForecastPoint } from './forecast.ts';
import { forecast } from './forecast.ts';
import type { Ledger } from './ledger.ts';
import { ledgerOf } from './ledger.ts';
import type { TalliedSuite } from './tallied-suite.ts';

/** What is drawn again and again from a suite's tallies. */
export interface Resampled {
  /** pass@k beyond n; empty on open suites and where n is too small. */
  readonly forecast: readonly ForecastPoint[];
  /** Undefined on open suites. */
  readonly ledger: Ledger | undefined;
}

/** That of an open suite, where nothing is right or wrong. */
export const NOTHING_RESAMPLED: Resampled = { forecast: [], ledger: undefined };

/**
 * What takes hundreds of draws from the tallies of a graded suite: bootstraps of the forecast, splits of the frozen null. It
 * takes much the same time however long the texts are, needs none of them, and can be had apart from all that reads them.
 */
export function resample(suite: TalliedSuite): Resampled {
  return { forecast: forecast(suite), ledger: ledgerOf(suite) };
}
