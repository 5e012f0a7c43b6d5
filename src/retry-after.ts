/**
 * How long a server asks clients to wait, in milliseconds from `now`. Reads `retry-after-ms`, which some servers send,
 * or `Retry-After`. Undefined if neither can be parsed.
 */
export function readRetryAfter(headers: Headers | undefined, now: number): number | undefined {
  const ms = headers?.get('retry-after-ms')?.trim() ?? '';
  return /^\d+(\.\d+)?$/.test(ms) ? Number(ms) : parseRetryAfter(headers?.get('retry-after'), now);
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
