/**
 * The number of completions from the store, and the times at which they were sampled (ISO 8601, UTC). The times are
 * absent if there are no completions.
 */
export interface Reused {
  readonly completions: number;
  readonly oldest: string | null;
  readonly newest: string | null;
}

export const NONE_REUSED: Reused = { completions: 0, oldest: null, newest: null };

/** Summarizes completions sampled at these times (milliseconds since 1970). */
export function reusedAt(times: readonly number[]): Reused {
  if (times.length === 0) return NONE_REUSED;
  let [oldest, newest] = [Infinity, -Infinity];
  for (const time of times) {
    oldest = Math.min(oldest, time);
    newest = Math.max(newest, time);
  }
  return {
    completions: times.length,
    oldest: new Date(oldest).toISOString(),
    newest: new Date(newest).toISOString(),
  };
}

/** Combines two summaries. */
export function reusedTogether(one: Reused, other: Reused): Reused {
  return {
    completions: one.completions + other.completions,
    oldest: firstBy(one.oldest, other.oldest, (a, b) => a <= b),
    newest: firstBy(one.newest, other.newest, (a, b) => a >= b),
  };
}

function firstBy(
  one: string | null,
  other: string | null,
  isFirst: (a: number, b: number) => boolean,
): string | null {
  if (one === null || other === null) return one ?? other;
  return isFirst(Date.parse(one), Date.parse(other)) ? one : other;
}
