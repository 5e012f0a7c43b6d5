/** The headers that `readRetryAfter` reads. */
export const RETRY_AFTER_HEADERS = ['retry-after-ms', 'retry-after', 'llm_provider-retry-after'] as const;

/**
 * How long a server asks clients to wait, in milliseconds from `now`. Reads `retry-after-ms`, which some servers send,
 * `Retry-After`, or `llm_provider-retry-after`, which LiteLLM's proxy sends instead. Undefined if none can be parsed.
 */
export function readRetryAfter(headers: Headers | undefined, now: number): number | undefined {
  const [inMs, ...others] = RETRY_AFTER_HEADERS;
  const ms = headers?.get(inMs)?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(ms)) return Number(ms);
  return others.map((name) => parseRetryAfter(headers?.get(name), now)).find((wait) => wait !== undefined);
}

/**
 * Converts a `Retry-After` header, which contains a number of seconds or an HTTP date (RFC 9110, section 10.2.3), to
 * milliseconds from `now`. Returns 0 for a date in the past, and undefined for an invalid header.
 */
export function parseRetryAfter(value: string | null | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

const UNITS_MS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };
const ADVICE =
  /\b(?:try again|retry)(?: (?:the|this|your) requests?)? (?:in|after) ((?:\d+(?:\.\d+)? ?[a-z]+ ?)+)/i;
const PART = /(\d+(?:\.\d+)?) ?(ms|milliseconds?|s|seconds?|m|minutes?|h|hours?)\b/gi;

/**
 * How long an error message tells clients to wait, in milliseconds; undefined if it does not mention a wait. Some
 * servers mention the time only there: `Try again in 60 seconds`, `Please try again in 1m26.4s`, `Please retry after 26
 * seconds`, `Please retry in 37.6s`.
 */
export function retryAfterInText(text: string): number | undefined {
  const [, advice = ''] = ADVICE.exec(text) ?? [];
  const parts = [...advice.replaceAll(/(?<=[a-z])(?=\d)/gi, ' ').matchAll(PART)];
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, [, count, unit = '']) => {
    const key = /^mi?l?l?i?s/i.test(unit) ? 'ms' : unit.charAt(0).toLowerCase();
    return sum + Number(count) * (UNITS_MS[key] ?? 0);
  }, 0);
}
