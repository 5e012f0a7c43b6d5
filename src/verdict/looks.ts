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
  /** Whether data of this n were judged before, and have been drawn again. */
  readonly redrawn: boolean;
  /**
   * The look whose verdict stands, where this one is on other data and looks are not extended: the first, as its data were
   * judged last.
   */
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
  drawn,
}: {
  /** In the order in which they were taken. */
  readonly earlier: readonly Look[];
  readonly n: number;
  readonly extend: boolean;
  /**
   * When the data began to be drawn, ISO 8601 in UTC, where completions may have been drawn again for their age: a look before it
   * was on other data, of whatever n. Absent: the same n is the same data.
   */
  readonly drawn?: string | undefined;
}): Standing {
  const looks = earlier.filter(({ verdict }) => verdict !== 'invalid' && verdict !== 'skipped');
  const onData = looks.filter(
    (look, place) => look.redrawn === true || looks.findIndex((each) => each.n === look.n) === place,
  );
  const first = looks.findLast((look) => look.n === looks[0]?.n && look.redrawn !== true);
  const seen = onData.findLastIndex((look) => look.n === n && (drawn === undefined || look.time >= drawn));
  const number = (seen === -1 ? onData.length : seen) + 1;
  return {
    alpha: extend ? ALPHA / 2 ** number : ALPHA,
    number,
    fresh: seen === -1,
    redrawn: seen === -1 && onData.some((look) => look.n === n),
    exploratoryAfter: extend || number === 1 ? undefined : first,
  };
}
