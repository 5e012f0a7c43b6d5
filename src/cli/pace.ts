/**
 * The rate is measured over the last minute, because servers warm up, slow down and pause. If the last 20 parts took
 * longer, the rate is measured over those.
 */
const WINDOW_MS = 60_000;
const WINDOW_PARTS = 20;
const POINT_EVERY_MS = 500;
/**
 * The remaining time is estimated only after this much time, and after this many answers or this share of all answers,
 * whichever is less.
 */
const LEAST_MS = 20_000;
const LEAST_ANSWERS = 50;
const LEAST_SHARE = 0.1;
/**
 * No estimate is given while the rate changes by more than this factor within the window. This delays the estimate by
 * at most this long.
 */
const STEADY = 2;
const LONGEST_WAIT_MS = 120_000;

interface Point {
  readonly ms: number;
  readonly done: number;
}

/** The speed of work whose parts arrive one by one, such as a server's responses. */
export interface Pace {
  /** Records how many parts are done. */
  readonly see: (done: number, nowMs: number) => void;
  /** Recent parts per second; 0 until the second part. */
  readonly perSecond: (nowMs: number) => number;
  /**
   * Seconds until `left` parts are done; undefined until enough parts have arrived for an estimate that is not wrong by
   * orders of magnitude.
   */
  readonly secondsLeft: (left: number, nowMs: number) => number | undefined;
}

export function openPace(): Pace {
  let points: Point[] = [];
  let first: Point | undefined;
  let last: Point = { ms: 0, done: 0 };

  const rateSince = (from: Point | undefined, to: Point): number =>
    from === undefined || to.ms <= from.ms ? 0 : ((to.done - from.done) / (to.ms - from.ms)) * 1000;
  const perSecond = (nowMs: number): number => rateSince(points[0], { ms: nowMs, done: last.done });
  /** Whether the second half of the window is about as fast as the first. */
  const isSteady = (nowMs: number): boolean => {
    const [from] = points;
    if (from === undefined) return false;
    const middle = points.find(({ ms }) => ms >= (from.ms + nowMs) / 2) ?? last;
    const [before, after] = [rateSince(from, middle), rateSince(middle, { ms: nowMs, done: last.done })];
    return after <= STEADY * before && before <= STEADY * after;
  };
  return {
    see: (done, nowMs) => {
      if (done <= 0) return;
      last = { ms: nowMs, done };
      first ??= last;
      const latest = points.at(-1);
      if (latest === undefined || nowMs - latest.ms >= POINT_EVERY_MS) points.push(last);
      // Keeps one point from before the window, so that the window is complete.
      const start = points.findLastIndex(
        (point) => point.ms <= nowMs - WINDOW_MS && point.done <= done - WINDOW_PARTS,
      );
      if (start > 0) points = points.slice(start);
    },
    perSecond,
    secondsLeft: (left, nowMs) => {
      if (first === undefined) return undefined;
      const [waited, answers] = [nowMs - first.ms, last.done - first.done];
      const isEnough =
        waited >= LEAST_MS && answers >= Math.min(LEAST_ANSWERS, LEAST_SHARE * (left + answers));
      const rate = perSecond(nowMs);
      if (!isEnough || rate <= 0) return undefined;
      return isSteady(nowMs) || waited >= LONGEST_WAIT_MS ? left / rate : undefined;
    },
  };
}
