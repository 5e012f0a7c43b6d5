import { r as __name } from "./rolldown-runtime.js";

// src/retry-after.ts
/** The headers that `readRetryAfter` reads. */
const RETRY_AFTER_HEADERS = [
	"retry-after-ms",
	"retry-after",
	"llm_provider-retry-after"
];
/**
* How long a server asks clients to wait, in milliseconds from `now`. Reads `retry-after-ms`, which some servers send,
* `Retry-After`, or `llm_provider-retry-after`, which LiteLLM's proxy sends instead. Undefined if none can be parsed.
*/
function readRetryAfter(headers, now) {
	const [inMs, ...others] = RETRY_AFTER_HEADERS;
	const ms = headers?.get(inMs)?.trim() ?? "";
	if (/^\d+(\.\d+)?$/.test(ms)) return Number(ms);
	return others.map((name) => parseRetryAfter(headers?.get(name), now)).find((wait) => wait !== void 0);
}
/**
* Converts a `Retry-After` header, which contains a number of seconds or an HTTP date (RFC 9110, section 10.2.3), to
* milliseconds from `now`. Returns 0 for a date in the past, and undefined for an invalid header.
*/
function parseRetryAfter(value, now) {
	const text = value?.trim() ?? "";
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1e3;
	const date = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}
const UNITS_MS = {
	h: 36e5,
	m: 6e4,
	s: 1e3,
	ms: 1
};
const ADVICE = /\b(?:try again|retry)(?: (?:the|this|your) requests?)? (?:in|after) ((?:\d+(?:\.\d+)? ?[a-z]+ ?)+)/i;
const PART = /(\d+(?:\.\d+)?) ?(ms|milliseconds?|s|seconds?|m|minutes?|h|hours?)\b/gi;
/**
* How long an error message tells clients to wait, in milliseconds; undefined if it does not mention a wait. Some
* servers mention the time only there: `Try again in 60 seconds`, `Please try again in 1m26.4s`, `Please retry after 26
* seconds`, `Please retry in 37.6s`.
*/
function retryAfterInText(text) {
	const [, advice = ""] = ADVICE.exec(text) ?? [];
	const parts = [...advice.replaceAll(/(?<=[a-z])(?=\d)/gi, " ").matchAll(PART)];
	if (parts.length === 0) return void 0;
	return parts.reduce((sum, [, count, unit = ""]) => {
		const key = /^mi?l?l?i?s/i.test(unit) ? "ms" : unit.charAt(0).toLowerCase();
		return sum + Number(count) * (UNITS_MS[key] ?? 0);
	}, 0);
}

export { retryAfterInText as i, parseRetryAfter as n, readRetryAfter as r, RETRY_AFTER_HEADERS as t };