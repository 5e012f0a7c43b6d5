import { r as __name } from "./rolldown-runtime.js";

// src/servers/http/rate-limits.ts
/** The headers that are read. Some servers limit requests alone and name none of the two kinds. */
const RATE_LIMIT_HEADERS = ["remaining", "reset"].flatMap((part) => [
	"",
	"-requests",
	"-tokens"
].map((kind) => `x-ratelimit-${part}${kind}`));
/** Seconds from here on are a moment since 1970 and no duration: some servers tell the one, some the other. */
const FIRST_MOMENT_SECONDS = 1e9;
const FIRST_MOMENT_MS = 0xe8d4a51000;
const MS = new Map(Object.entries({
	h: 36e5,
	m: 6e4,
	s: 1e3,
	ms: 1,
	us: .001,
	µs: .001,
	ns: 1e-6
}));
const PART = /(\d+(?:\.\d+)?)(ms|us|µs|ns|h|m|s)/g;
/** Reads the `x-ratelimit-*` headers of an answer, successful or not. What cannot be read counts as not said. */
function readRateLimits(headers, now) {
	const allowance = (kind) => {
		const remaining = headers.get(`x-ratelimit-remaining${kind}`)?.trim() ?? "";
		const resetMs = parseReset(headers.get(`x-ratelimit-reset${kind}`), now);
		return /^\d+$/.test(remaining) && resetMs !== void 0 ? {
			remaining: Number(remaining),
			resetMs
		} : void 0;
	};
	return {
		requests: allowance("-requests") ?? allowance(""),
		tokens: allowance("-tokens")
	};
}
/**
* When a limit is whole again, in milliseconds from `now`: a duration (`1s`, `6m0s`, `20ms`), seconds, seconds or
* milliseconds since 1970, or a date. A moment that is past gives 0; what cannot be read gives undefined.
*/
function parseReset(value, now) {
	const text = value?.trim() ?? "";
	if (/^\d+(\.\d+)?$/.test(text)) {
		const number = Number(text);
		if (number < FIRST_MOMENT_SECONDS) return number * 1e3;
		return Math.max(0, (number < FIRST_MOMENT_MS ? number * 1e3 : number) - now);
	}
	if (text !== "" && text.replaceAll(PART, "") === "") return [...text.matchAll(PART)].reduce((sum, [, count, unit]) => sum + Number(count) * (MS.get(unit ?? "") ?? 0), 0);
	const date = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}

export { readRateLimits as n, RATE_LIMIT_HEADERS as t };