import type { ForecastPoint } from './forecast.ts';
import { forecast } from './forecast.ts';
import type { Ledger } from './ledger.ts';
import { ledgerOf } from './ledger.ts';
import type { TalliedSuite } from './tallied-suite.ts';

/** Results of resampling a suite's tallies. */
export interface Resampled {
  /** Forecasts of pass@k beyond n; empty on open suites and if n is too small. */
  readonly forecast: readonly ForecastPoint[];
  /** Which problems moved; undefined on open suites. */
  readonly ledger: Ledger | undefined;
}

/** The value for open suites, which have no right or wrong answers. */
export const NOTHING_RESAMPLED: Resampled = { forecast: [], ledger: undefined };

/**
 * Resamples a graded suite's tallies hundreds of times, with bootstraps for the forecast and splits for the frozen null.
 * The time does not depend on the length of the texts.
 */
export function resample(suite: TalliedSuite): Resampled {
  return { forecast: forecast(suite), ledger: ledgerOf(suite) };
}
