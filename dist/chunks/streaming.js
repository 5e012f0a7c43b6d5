import { r as __name } from "./rolldown-runtime.js";

// src/servers/http/pace/rate-limits.ts
/** The headers to read. Servers that limit only requests may omit the suffix `-requests`. */
const RATE_LIMIT_HEADERS = ["remaining", "reset"].flatMap((part) => [
	"",
	"-requests",
	"-tokens"
].map((kind) => `x-ratelimit-${part}${kind}`));
/** Numbers of at least this size are seconds since 1970; smaller numbers are durations in seconds. Both are common. */
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
/** Reads the `x-ratelimit-*` headers of any response, successful or not. Unreadable values are ignored. */
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
* Parses the time at which a limit resets, and returns the milliseconds from `now` until then. Accepts a duration
* (`1s`, `6m0s`, `20ms`), a number of seconds, seconds or milliseconds since 1970, or a date. Returns 0 for a time in
* the past, and undefined if the value is unreadable.
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

// src/servers/http/streaming.ts
/** The header that marks a response as streamed by the server. */
const STREAMED_HEADER = "x-was-streamed";
/**
* The forms in which a response can be requested. `whole`: in one piece. `stream-with-usage`: in chunks, the last of
* which has the token counts. `stream`: in chunks, for servers that do not accept `stream_options`.
*/
const FORMS = [
	"whole",
	"stream-with-usage",
	"stream"
];
const MEMBERS = {
	whole: { stream: false },
	"stream-with-usage": {
		stream: true,
		stream_options: { include_usage: true }
	},
	stream: { stream: true }
};
/** The status codes that servers return when they reject a parameter. */
const REFUSED = /* @__PURE__ */ new Set([
	400,
	404,
	405,
	415,
	422,
	501
]);
/**
* Decides whether a server's responses are streamed. Completions do not depend on this. Responses are requested whole.
* They are streamed only if the server refuses to return them whole (as is the case for Qwen's reasoning models) or
* streams them anyway.
*/
var Streaming = class {
	#form = "whole";
	#refused = /* @__PURE__ */ new Set();
	/** The form for the next request. */
	get form() {
		return this.#form;
	}
	/** Returns the request body's members for a form. */
	membersOf(form) {
		return MEMBERS[form];
	}
	/** Records that the server streamed a response. */
	sawStream() {
		if (this.#form === "whole" && this.#refused.size === 0) this.#form = "stream-with-usage";
	}
	/**
	* Records that a request in this form failed.
	*
	* @returns whether the same request should be sent again in another form
	*/
	sawFailure(form, { status, message }) {
		if (!REFUSED.has(status ?? 0) || !/\bstream|include_usage/i.test(message)) return false;
		this.#refused.add(form);
		if (this.#form === form) this.#form = FORMS.find((one) => !this.#refused.has(one)) ?? "whole";
		return !this.#refused.has(this.#form);
	}
};

export { readRateLimits as i, Streaming as n, RATE_LIMIT_HEADERS as r, STREAMED_HEADER as t };