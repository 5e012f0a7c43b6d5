import type { Look } from '../store/look-file.ts';
import { ALPHA } from '../statistics/interval.ts';

/** How a look relates to earlier looks at the same pair. */
export interface Standing {
  /** One-sided significance level for decisions at this look. */
  readonly alpha: number;
  /** The look's position among the looks at different data, starting at 1. */
  readonly number: number;
  /** Whether no earlier look used the same data. */
  readonly fresh: boolean;
  /** Whether an earlier look used data with the same n that have since been sampled again. */
  readonly redrawn: boolean;
  /**
   * The look whose verdict remains in force if this look uses other data and looks are not extended: the last look at
   * the same data as the first look.
   */
  readonly exploratoryAfter: Look | undefined;
}

/**
 * Relates a look at n samples to earlier looks (method.md, section "Checking the same checkpoints again"). With
 * `extend`, look r uses the level ALPHA/2^r, so that all looks together stay within ALPHA. Without it, the first
 * verdict remains in force and a look at other data is exploratory. Looking at the same data again is not a new look,
 * and neither is a look at data whose verdict could not be trusted.
 */
export function standingOf({
  earlier,
  n,
  extend,
  drawn,
}: {
  /** The earlier looks in chronological order. */
  readonly earlier: readonly Look[];
  readonly n: number;
  readonly extend: boolean;
  /**
   * The time at which sampling of the data began, as ISO 8601 in UTC. Present if completions may have been sampled
   * again because of their age. An earlier look with another value used other data, regardless of its n. If absent, the
   * same n means the same data.
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
