import { r as __name } from "./rolldown-runtime.js";
import { _ as string, a as array, b as unknown, m as object, p as number, y as union } from "./schemas.js";
import { t as RETRY_AFTER_HEADERS } from "./retry-after.js";
import { t as parseJson } from "./parse-json.js";
import { r as RATE_LIMIT_HEADERS, t as STREAMED_HEADER } from "./streaming.js";
import { Agent, request } from "node:http";
import { Agent as Agent$1, request as request$1 } from "node:https";

// node_modules/eventsource-parser/dist/errors.js
/**
* Error thrown when encountering an issue during parsing.
*
* @public
*/
var ParseError = class extends Error {
	constructor(message, options) {
		super(message);
		this.name = "ParseError";
		this.type = options.type;
		this.field = options.field;
		this.value = options.value;
		this.line = options.line;
	}
};

// node_modules/eventsource-parser/dist/parse.js
/**
* EventSource/Server-Sent Events parser
* @see https://html.spec.whatwg.org/multipage/server-sent-events.html
*/
const LF = 10;
const CR = 13;
const SPACE = 32;
const MAX_FIELD_PREFIX_LENGTH = 6;
/**
* Creates a new EventSource parser.
*
* @param config - Parser configuration. Accepts callbacks (see {@link ParserCallbacks})
*   and options like `maxBufferSize` (see {@link ParserConfig}).
*
* @returns A new EventSource parser, with `feed` and `reset` methods.
* @public
*/
function createParser(config) {
	if (typeof config === "function") throw new TypeError("`config` must be an object, got a function instead. Did you mean `createParser({onEvent: fn})`?");
	const { maxBufferSize, onComment, onError, onEvent, onId, onRetry } = config;
	const pendingFragments = [];
	let pendingFragmentsLength = 0;
	let bomPrefix = "";
	let id;
	let data = "";
	let dataLines = 0;
	let eventType;
	let terminated = false;
	let skippingLine = false;
	let skipNextLineFeed = false;
	/**
	* Feeds a chunk of the SSE stream to the parser. Any trailing bytes that do
	* not yet form a complete line are held back and prepended to the next chunk,
	* so callers can pass arbitrary slices of the stream without worrying about
	* line boundaries.
	*
	* Per the SSE spec, one leading UTF-8 BOM is stripped before parsing,
	* even when split across chunks. This handles both the raw 3-byte form (0xEF 0xBB
	* 0xBF) and a single decoded U+FEFF, so a leading BOM is ignored regardless of
	* how the caller decoded the bytes.
	*
	* @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
	*/
	function feed(chunk) {
		if (terminated) throw new Error("Cannot feed parser: it was terminated after exceeding the configured max buffer size. Call `reset()` to resume parsing.");
		if (bomPrefix !== void 0) {
			chunk = bomPrefix + chunk;
			if (chunk === "" || chunk === "ï" || chunk === "ï»") {
				bomPrefix = chunk;
				return;
			}
			bomPrefix = void 0;
			chunk = chunk.replace(/^(?:\uFEFF|\xEF\xBB\xBF)/, "");
		}
		if (skippingLine || skipNextLineFeed) {
			chunk = resumeAfterSkip(chunk);
			if (!chunk) return;
		}
		if (!pendingFragments.length) {
			const trailing = processLines(chunk);
			if (trailing !== "") storeTrailing(trailing);
			checkForBufferOverflow();
			return;
		}
		if (chunk.indexOf("\n") === -1 && chunk.indexOf("\r") === -1) {
			if (pendingFragmentsLength < MAX_FIELD_PREFIX_LENGTH) {
				if (!shouldBufferTrailing(pendingFragments.join("") + chunk.slice(0, MAX_FIELD_PREFIX_LENGTH - pendingFragmentsLength))) {
					pendingFragments.length = 0;
					pendingFragmentsLength = 0;
					skippingLine = true;
					return;
				}
			}
			pendingFragments.push(chunk);
			pendingFragmentsLength += chunk.length;
			checkForBufferOverflow();
			return;
		}
		pendingFragments.push(chunk);
		const input = pendingFragments.join("");
		pendingFragments.length = 0;
		pendingFragmentsLength = 0;
		storeTrailing(processLines(input));
		checkForBufferOverflow();
	}
	function resumeAfterSkip(chunk) {
		if (chunk.length === 0) return chunk;
		if (skipNextLineFeed) {
			skipNextLineFeed = false;
			return chunk.charCodeAt(0) === LF ? chunk.slice(1) : chunk;
		}
		const crIndex = chunk.indexOf("\r");
		const lfIndex = chunk.indexOf("\n");
		const lineEnd = crIndex === -1 ? lfIndex : lfIndex === -1 ? crIndex : crIndex < lfIndex ? crIndex : lfIndex;
		if (lineEnd === -1) return "";
		if (lineEnd === chunk.length - 1 && chunk.charCodeAt(lineEnd) === CR) {
			skippingLine = false;
			skipNextLineFeed = true;
			return "";
		}
		skippingLine = false;
		return chunk.slice(lineEnd + (chunk.charCodeAt(lineEnd) === CR && chunk.charCodeAt(lineEnd + 1) === LF ? 2 : 1));
	}
	function storeTrailing(trailing) {
		if (!trailing) return;
		if (trailing.charCodeAt(trailing.length - 1) === CR) {
			parseLine(trailing, 0, trailing.length - 1);
			if (checkForBufferOverflow()) return;
			skipNextLineFeed = true;
			return;
		}
		if (shouldBufferTrailing(trailing)) {
			pendingFragments.push(trailing);
			pendingFragmentsLength = trailing.length;
			return;
		}
		skippingLine = true;
	}
	function shouldBufferTrailing(trailing) {
		const firstCharCode = trailing.charCodeAt(0);
		return firstCharCode === 58 && !!onComment || firstCharCode === 100 && isPotentialField(trailing, "data") || firstCharCode === 101 && isPotentialField(trailing, "event") || firstCharCode === 105 && isPotentialField(trailing, "id") || firstCharCode === 114 && isPotentialField(trailing, "retry");
	}
	function checkForBufferOverflow() {
		if (terminated) return true;
		if (maxBufferSize === void 0) return false;
		if (pendingFragmentsLength + data.length <= maxBufferSize) return false;
		terminated = true;
		pendingFragments.length = 0;
		pendingFragmentsLength = 0;
		id = void 0;
		data = "";
		dataLines = 0;
		eventType = void 0;
		skippingLine = false;
		skipNextLineFeed = false;
		onError === null || onError === void 0 || onError(new ParseError(`Buffered data exceeded max buffer size of ${maxBufferSize} characters`, { type: "max-buffer-size-exceeded" }));
		return true;
	}
	/**
	* Splits `chunk` into SSE lines and dispatches each to the appropriate handler.
	* Returns any trailing bytes that did not terminate with a line break, so the
	* caller can prepend them to the next chunk.
	*
	* The SSE spec permits three line terminators: `\n`, `\r`, and `\r\n`. Real-world
	* streams almost always use plain `\n`, so we take a fast path when no `\r` is
	* present in the chunk. The slow path is spec-correct but does more work per line.
	*/
	function processLines(chunk) {
		let searchIndex = 0;
		if (chunk.indexOf("\r") === -1) {
			let lfIndex = chunk.indexOf("\n", searchIndex);
			while (lfIndex !== -1) {
				if (searchIndex === lfIndex) {
					if (id !== void 0) onId === null || onId === void 0 || onId(id);
					if (dataLines > 0) onEvent === null || onEvent === void 0 || onEvent({
						id,
						event: eventType,
						data
					});
					id = void 0;
					data = "";
					dataLines = 0;
					eventType = void 0;
					searchIndex = lfIndex + 1;
					lfIndex = chunk.indexOf("\n", searchIndex);
					continue;
				}
				const firstCharCode = chunk.charCodeAt(searchIndex);
				if (isDataPrefix(chunk, searchIndex, firstCharCode)) {
					const valueStart = chunk.charCodeAt(searchIndex + 5) === SPACE ? searchIndex + 6 : searchIndex + 5;
					const value = chunk.slice(valueStart, lfIndex);
					if (dataLines === 0 && chunk.charCodeAt(lfIndex + 1) === LF) {
						if (id !== void 0) onId === null || onId === void 0 || onId(id);
						onEvent === null || onEvent === void 0 || onEvent({
							id,
							event: eventType,
							data: value
						});
						id = void 0;
						data = "";
						eventType = void 0;
						searchIndex = lfIndex + 2;
						lfIndex = chunk.indexOf("\n", searchIndex);
						continue;
					}
					data = dataLines === 0 ? value : `${data}\n${value}`;
					dataLines++;
				} else if (isEventPrefix(chunk, searchIndex, firstCharCode)) eventType = chunk.slice(chunk.charCodeAt(searchIndex + 6) === SPACE ? searchIndex + 7 : searchIndex + 6, lfIndex) || void 0;
				else parseLine(chunk, searchIndex, lfIndex);
				if (checkForBufferOverflow()) return "";
				searchIndex = lfIndex + 1;
				lfIndex = chunk.indexOf("\n", searchIndex);
			}
			return chunk.slice(searchIndex);
		}
		let crIndex = chunk.indexOf("\r", searchIndex);
		let lfIndex = chunk.indexOf("\n", searchIndex);
		while (searchIndex < chunk.length) {
			let lineEnd = -1;
			if (crIndex !== -1 && lfIndex !== -1) lineEnd = crIndex < lfIndex ? crIndex : lfIndex;
			else if (crIndex !== -1) {
				if (crIndex === chunk.length - 1) lineEnd = -1;
				else lineEnd = crIndex;
			} else if (lfIndex !== -1) lineEnd = lfIndex;
			if (lineEnd === -1) break;
			parseLine(chunk, searchIndex, lineEnd);
			if (checkForBufferOverflow()) return "";
			searchIndex = lineEnd + 1;
			if (chunk.charCodeAt(searchIndex - 1) === CR && chunk.charCodeAt(searchIndex) === LF) searchIndex++;
			if (crIndex !== -1 && crIndex < searchIndex) crIndex = chunk.indexOf("\r", searchIndex);
			if (lfIndex !== -1 && lfIndex < searchIndex) lfIndex = chunk.indexOf("\n", searchIndex);
		}
		return chunk.slice(searchIndex);
	}
	function parseLine(chunk, start, end) {
		if (start === end) {
			dispatchEvent();
			return;
		}
		const firstCharCode = chunk.charCodeAt(start);
		if (isDataPrefix(chunk, start, firstCharCode)) {
			const valueStart = chunk.charCodeAt(start + 5) === SPACE ? start + 6 : start + 5;
			const value = chunk.slice(valueStart, end);
			data = dataLines === 0 ? value : `${data}\n${value}`;
			dataLines++;
			return;
		}
		if (isEventPrefix(chunk, start, firstCharCode)) {
			eventType = chunk.slice(chunk.charCodeAt(start + 6) === SPACE ? start + 7 : start + 6, end) || void 0;
			return;
		}
		if (firstCharCode === 105 && chunk.charCodeAt(start + 1) === 100 && chunk.charCodeAt(start + 2) === 58) {
			const value = chunk.slice(chunk.charCodeAt(start + 3) === SPACE ? start + 4 : start + 3, end);
			if (!value.includes("\0")) id = value;
			return;
		}
		if (firstCharCode === 58) {
			if (onComment) {
				const line = chunk.slice(start, end);
				onComment(line.slice(chunk.charCodeAt(start + 1) === SPACE ? 2 : 1));
			}
			return;
		}
		const line = chunk.slice(start, end);
		const fieldSeparatorIndex = line.indexOf(":");
		if (fieldSeparatorIndex === -1) {
			processField(line, "", line);
			return;
		}
		const field = line.slice(0, fieldSeparatorIndex);
		const offset = line.charCodeAt(fieldSeparatorIndex + 1) === SPACE ? 2 : 1;
		processField(field, line.slice(fieldSeparatorIndex + offset), line);
	}
	function processField(field, value, line) {
		switch (field) {
			case "event":
				eventType = value || void 0;
				break;
			case "data":
				data = dataLines === 0 ? value : `${data}\n${value}`;
				dataLines++;
				break;
			case "id":
				if (!value.includes("\0")) id = value;
				break;
			case "retry":
				if (/^\d+$/.test(value)) onRetry === null || onRetry === void 0 || onRetry(parseInt(value, 10));
				else onError === null || onError === void 0 || onError(new ParseError(`Invalid \`retry\` value: "${value}"`, {
					type: "invalid-retry",
					value,
					line
				}));
				break;
			default: onError === null || onError === void 0 || onError(new ParseError(`Unknown field "${field.length > 20 ? `${field.slice(0, 20)}…` : field}"`, {
				type: "unknown-field",
				field,
				value,
				line
			}));
		}
	}
	function dispatchEvent() {
		if (id !== void 0) onId === null || onId === void 0 || onId(id);
		if (dataLines > 0) onEvent === null || onEvent === void 0 || onEvent({
			id,
			event: eventType,
			data
		});
		id = void 0;
		data = "";
		dataLines = 0;
		eventType = void 0;
	}
	function reset(options = {}) {
		if (options.consume && pendingFragments.length > 0) {
			const incompleteLine = pendingFragments.join("");
			parseLine(incompleteLine, 0, incompleteLine.length);
		}
		bomPrefix = "";
		id = void 0;
		data = "";
		dataLines = 0;
		eventType = void 0;
		pendingFragments.length = 0;
		pendingFragmentsLength = 0;
		terminated = false;
		skippingLine = false;
		skipNextLineFeed = false;
	}
	return {
		feed,
		reset
	};
}
/**
* Checks if `chunk` starts with the literal `data:` at index `i`.
*
* Equivalent to `chunk.startsWith('data:', i)`, but benchmarks show this
* hand-unrolled char-code comparison is ~20% faster on common event types.
* The caller passes `firstCharCode` (the code at `i`) so it can be reused
* across prefix checks.
*
* ASCII: 'd' = 100, 'a' = 97, 't' = 116, 'a' = 97, ':' = 58
*/
function isDataPrefix(chunk, i, firstCharCode) {
	return firstCharCode === 100 && chunk.charCodeAt(i + 1) === 97 && chunk.charCodeAt(i + 2) === 116 && chunk.charCodeAt(i + 3) === 97 && chunk.charCodeAt(i + 4) === 58;
}
/**
* Checks if `chunk` starts with the literal `event:` at index `i`.
*
* See {@link isDataPrefix} for why this is hand-unrolled rather than using
* `String.prototype.startsWith`.
*
* ASCII: 'e' = 101, 'v' = 118, 'e' = 101, 'n' = 110, 't' = 116, ':' = 58
*/
function isEventPrefix(chunk, i, firstCharCode) {
	return firstCharCode === 101 && chunk.charCodeAt(i + 1) === 118 && chunk.charCodeAt(i + 2) === 101 && chunk.charCodeAt(i + 3) === 110 && chunk.charCodeAt(i + 4) === 116 && chunk.charCodeAt(i + 5) === 58;
}
function isPotentialField(line, field) {
	let i = 1;
	while (i < line.length && i < field.length) {
		if (line.charCodeAt(i) !== field.charCodeAt(i)) return false;
		i++;
	}
	return line.length <= field.length || line.charCodeAt(field.length) === 58;
}

// src/servers/http/chunk-stream.ts
const text = string().nullish().catch(void 0);
const chunkSchema = object({
	error: unknown().optional(),
	model: text,
	system_fingerprint: text,
	usage: object({
		prompt_tokens: number(),
		completion_tokens: number()
	}).loose().nullish().catch(void 0),
	choices: array(object({
		index: number().optional().catch(void 0),
		delta: object({
			content: union([string(), array(unknown())]).nullish().catch(void 0),
			reasoning_content: text,
			reasoning: text
		}).nullish().catch(void 0),
		text,
		finish_reason: text
	})).catch([])
});
function openChunkStream() {
	const choices = /* @__PURE__ */ new Map();
	const about = {};
	let usage;
	/** The usage reports from chunks without choices. */
	const totals = [];
	let instead;
	let isDone = false;
	const choiceAt = (index) => {
		const known = choices.get(index) ?? {
			content: [],
			reasoning: "",
			text: void 0,
			finishReason: void 0
		};
		choices.set(index, known);
		return known;
	};
	const readChunk = (chunk) => {
		if (typeof chunk.model === "string" && chunk.model !== "") about.model ??= chunk.model;
		if (typeof chunk.system_fingerprint === "string") about.system_fingerprint ??= chunk.system_fingerprint;
		if (chunk.usage) {
			usage = chunk.usage;
			if (chunk.choices.length === 0) totals.push(chunk.usage);
		}
		for (const { index = 0, delta, text, finish_reason } of chunk.choices) {
			const choice = choiceAt(index);
			for (const part of [delta?.content ?? []].flat()) choice.content.push(part);
			choice.reasoning += delta?.reasoning_content ?? delta?.reasoning ?? "";
			if (typeof text === "string") choice.text = (choice.text ?? "") + text;
			choice.finishReason = finish_reason ?? choice.finishReason;
		}
	};
	const parser = createParser({ onEvent: ({ event, data }) => {
		if (isDone || instead !== void 0) return;
		if (data.trim() === "[DONE]") {
			isDone = true;
			return;
		}
		const value = parseJson(data);
		const chunk = chunkSchema.safeParse(value).data;
		if (chunk === void 0) instead = data;
		else if (chunk.error !== void 0 && chunk.error !== null) instead = JSON.stringify({ error: chunk.error });
		else if (event === "error") instead = JSON.stringify({ error: value });
		else readChunk(chunk);
	} });
	return {
		feed: (part) => parser.feed(part),
		isOver: () => isDone || instead !== void 0,
		body: () => {
			parser.feed("\n\n");
			if (instead !== void 0) return instead;
			const all = [...choices];
			if (all.length === 0 || all.some(([, { finishReason }]) => finishReason === void 0)) return void 0;
			return JSON.stringify({
				...about,
				choices: all.map(([index, choice]) => ({
					index,
					...choice.text === void 0 ? { message: messageOf(choice) } : { text: choice.text },
					finish_reason: choice.finishReason
				})),
				usage: usageOf(usage, totals, all.length)
			});
		}
	};
}
function messageOf({ content, reasoning }) {
	return {
		content: content.every((part) => typeof part === "string") ? content.join("") : content,
		...reasoning !== "" && { reasoning }
	};
}
/**
* The usage of the whole stream. This is the last usage reported, because servers report either the total at the end or
* the tokens so far in every chunk. llama.cpp's server is an exception: if there are several choices, it reports each
* choice's usage in a separate chunk without choices.
*/
function usageOf(last, totals, choices) {
	if (choices < 2 || totals.length !== choices) return last;
	return {
		prompt_tokens: totals.reduce((most, { prompt_tokens }) => Math.max(most, prompt_tokens), 0),
		completion_tokens: totals.reduce((sum, { completion_tokens }) => sum + completion_tokens, 0)
	};
}

// src/servers/http/transport.ts
/**
* Maximum size of a response. A completion is a few kilobytes, so a larger response is not a completion and is aborted.
*/
const LARGEST_ANSWER_BYTES = 64 * 2 ** 20;
/**
* Maximum size of a streamed response. It is larger because each token takes a few hundred bytes. The chunks are not
* kept.
*/
const LARGEST_STREAM_BYTES = 2 ** 30;
/** The status codes of responses without a body. */
const BODILESS = /* @__PURE__ */ new Set([
	204,
	205,
	304
]);
/** The response headers to read. */
const HEADERS = [
	"content-type",
	...RETRY_AFTER_HEADERS,
	...RATE_LIMIT_HEADERS
];
/**
* A `fetch` based on Node's HTTP module. The global `fetch` has three drawbacks: it gives up after 300 s without
* headers, which a long reasoning trace can exceed; it follows redirects with the user's headers; and it has 50% more
* overhead. Connections are kept alive. Only the headers listed in `headers` (in lower case) are sent, because the SDK
* adds headers from environment variables of its own. Proxy variables apply if `NODE_USE_ENV_PROXY` is set, as
* elsewhere in Node.
*/
function openTransport(options) {
	const agentOptions = {
		keepAlive: true,
		...(options.env["NODE_USE_ENV_PROXY"] ?? "") !== "" && options.env["NODE_USE_ENV_PROXY"] !== "0" && { proxyEnv: { ...options.env } }
	};
	const http = new Agent(agentOptions);
	const https = new Agent$1(agentOptions);
	return {
		close: () => {
			http.destroy();
			https.destroy();
		},
		fetch: (input, init) => {
			const url = new URL(input instanceof Request ? input.url : input);
			const all = [...new Headers(init?.headers)];
			const headers = Object.fromEntries(all.filter(([name]) => options.headers.has(name)));
			const signal = init?.signal ?? void 0;
			const method = init?.method ?? "GET";
			const body = typeof init?.body === "string" ? init.body : void 0;
			return new Promise((resolve, reject) => {
				const answer = (message) => {
					readResponse(message).then(resolve, reject);
				};
				const sent = url.protocol === "https:" ? request$1(url, {
					method,
					headers,
					agent: https,
					...signal && { signal }
				}, answer) : request(url, {
					method,
					headers,
					agent: http,
					...signal && { signal }
				}, answer);
				sent.on("error", reject);
				sent.end(body);
			});
		}
	};
}
async function readResponse(message) {
	const chunks = [];
	const decoder = new TextDecoder();
	let stream;
	let size = 0;
	const parts = message.iterator({ destroyOnReturn: false });
	for await (const part of parts) {
		if (size === 0 && isStream(message, part)) stream = openChunkStream();
		size += part.length;
		if (size > (stream === void 0 ? LARGEST_ANSWER_BYTES : LARGEST_STREAM_BYTES)) {
			message.destroy();
			throw Object.assign(/* @__PURE__ */ new Error("the response is too large"), { code: "ANSWER_TOO_LARGE" });
		}
		if (stream === void 0) chunks.push(part);
		else stream.feed(decoder.decode(part, { stream: true }));
		if (stream?.isOver() === true) break;
	}
	if (stream === void 0) return response(message, Buffer.concat(chunks, size));
	message.on("error", () => {}).resume();
	const body = stream.body();
	if (body === void 0) throw Object.assign(/* @__PURE__ */ new Error("the stream broke off"), { code: "STREAM_BROKE_OFF" });
	const whole = response(message, Buffer.from(body));
	whole.headers.set("content-type", "application/json");
	whole.headers.set(STREAMED_HEADER, "true");
	return whole;
}
/**
* Whether a response is an event stream. Some servers send a stream with another content type, or JSON with a stream's
* content type.
*/
function isStream({ statusCode, headers }, firstPart) {
	if (statusCode !== 200) return false;
	const start = firstPart.subarray(0, 10).toString();
	return /^text\/event-stream\b/i.test(headers["content-type"] ?? "") ? !/^\s*\{/.test(start) : /^\uFEFF?(?:data|event|id|retry)?:/.test(start);
}
function response(message, bytes) {
	const status = message.statusCode ?? 0;
	const headers = new Headers();
	for (const name of HEADERS) {
		const value = message.headers[name];
		if (typeof value === "string") headers.set(name, value);
	}
	return new Response(BODILESS.has(status) ? null : new Uint8Array(bytes), {
		status,
		headers
	});
}

export { openTransport };