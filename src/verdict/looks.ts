import type { Look } from '../sampling/look-file.ts';
import { ALPHA } from '../statistics/interval.ts';

/** Where a look stands among those that were taken before. */
export interface Standing {
  /** One-sided level at which this look decides. */
  readonly alpha: number;
  /** Its number among the looks on different data, from 1. */
  readonly number: number;
  /** Whether it is on data that were not judged before. */
  readonly fresh: boolean;
  /** The first look, whose verdict stands, where this one is on other data and looks are not extended. */
  readonly exploratoryAfter: Look | undefined;
}

/**
 * Where a look on n samples stands (method.md, section 4). With `extend` look r decides at ALPHA/2^r, so that all looks
 * together keep ALPHA; without, the first verdict stands and a look on other data is exploratory. The same data again is
 * no new look, and data on which no verdict could be trusted are none.
 */
export function standingOf({
  earlier,
  n,
  extend,
}: {
  /** In the order in which they were taken. */
  readonly earlier: readonly Look[];
  readonly n: number;
  readonly extend: boolean;
}): Standing {
  const looks = earlier.filter(({ verdict }) => verdict !== 'invalid' && verdict !== 'skipped');
  const sizes = [...new Set(looks.map((look) => look.n))];
  const seen = sizes.indexOf(n);
  const number = (seen === -1 ? sizes.length : seen) + 1;
  return {
    alpha: extend ? ALPHA / 2 ** number : ALPHA,
    number,
    fresh: seen === -1,
    exploratoryAfter: extend || number === 1 ? undefined : looks[0],
  };
}
