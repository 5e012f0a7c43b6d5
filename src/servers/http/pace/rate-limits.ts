/** The remaining quota under a limit, and the milliseconds until the limit resets. */
export interface Allowance {
  readonly remaining: number;
  readonly resetMs: number;
}

/** The remaining quota under each of a server's limits; undefined for a limit that the server does not report. */
export interface RateLimits {
  readonly requests: Allowance | undefined;
  readonly tokens: Allowance | undefined;
}

/** The headers to read. Servers that limit only requests may omit the suffix `-requests`. */
export const RATE_LIMIT_HEADERS = ['remaining', 'reset'].flatMap((part) =>
  ['', '-requests', '-tokens'].map((kind) => `x-ratelimit-${part}${kind}`),
);

/** Numbers of at least this size are seconds since 1970; smaller numbers are durations in seconds. Both are common. */
const FIRST_MOMENT_SECONDS = 1e9;
const FIRST_MOMENT_MS = 1e12;

const MS = new Map(
  Object.entries({ h: 3_600_000, m: 60_000, s: 1_000, ms: 1, us: 1e-3, µs: 1e-3, ns: 1e-6 }),
);
const PART = /(\d+(?:\.\d+)?)(ms|us|µs|ns|h|m|s)/g;

/** Reads the `x-ratelimit-*` headers of any response, successful or not. Unreadable values are ignored. */
export function readRateLimits(headers: Headers, now: number): RateLimits {
  const allowance = (kind: string): Allowance | undefined => {
    const remaining = headers.get(`x-ratelimit-remaining${kind}`)?.trim() ?? '';
    const resetMs = parseReset(headers.get(`x-ratelimit-reset${kind}`), now);
    return /^\d+$/.test(remaining) && resetMs !== undefined
      ? { remaining: Number(remaining), resetMs }
      : undefined;
  };
  return { requests: allowance('-requests') ?? allowance(''), tokens: allowance('-tokens') };
}

/**
 * Parses the time at which a limit resets, and returns the milliseconds from `now` until then. Accepts a duration
 * (`1s`, `6m0s`, `20ms`), a number of seconds, seconds or milliseconds since 1970, or a date. Returns 0 for a time in
 * the past, and undefined if the value is unreadable.
 */
export function parseReset(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) {
    const number = Number(text);
    if (number < FIRST_MOMENT_SECONDS) return number * 1_000;
    return Math.max(0, (number < FIRST_MOMENT_MS ? number * 1_000 : number) - now);
  }
  if (text !== '' && text.replaceAll(PART, '') === '') {
    const parts = [...text.matchAll(PART)];
    return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (MS.get(unit ?? '') ?? 0), 0);
  }
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
