/**
 * How long a server asks to wait, in milliseconds from `now`: `retry-after-ms`, which some servers send, or `Retry-After`.
 * Undefined where neither can be read.
 */
export function readRetryAfter(headers: Headers | undefined, now: number): number | undefined {
  const ms = headers?.get('retry-after-ms')?.trim() ?? '';
  return /^\d+(\.\d+)?$/.test(ms) ? Number(ms) : parseRetryAfter(headers?.get('retry-after'), now);
}

/**
 * A `Retry-After` header, in milliseconds from `now`: seconds or an HTTP date (RFC 9110, section 10.2.3). A date that
 * is past gives 0; what cannot be read gives undefined.
 */
export function parseRetryAfter(value: string | null | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
