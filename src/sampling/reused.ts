/** Completions that came from the store, and when they were drawn: ISO 8601, UTC; no times where there are none. */
export interface Reused {
  readonly completions: number;
  readonly oldest: string | null;
  readonly newest: string | null;
}

export const NONE_REUSED: Reused = { completions: 0, oldest: null, newest: null };

/** What completions drawn at these times (ISO 8601) come to. */
export function reusedAt(times: readonly string[]): Reused {
  let [oldest, newest]: (string | null)[] = [null, null];
  let [first, last] = [Infinity, -Infinity];
  for (const time of times) {
    const drawn = Date.parse(time);
    if (drawn < first) [first, oldest] = [drawn, time];
    if (drawn > last) [last, newest] = [drawn, time];
  }
  return { completions: times.length, oldest: oldest ?? null, newest: newest ?? null };
}

/** Two lots as one. */
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
