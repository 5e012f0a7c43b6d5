import { r as __name } from "./rolldown-runtime.js";
import { t as RATE_LIMIT_HEADERS } from "./rate-limits.js";
import { Agent, request } from "node:http";
import { Agent as Agent$1, request as request$1 } from "node:https";

// src/servers/http/transport.ts
/** A completion is some kilobytes; an answer beyond this is no completion and is broken off. */
const LARGEST_ANSWER_BYTES = 64 * 2 ** 20;
/** Statuses whose answer has no body. */
const BODILESS = /* @__PURE__ */ new Set([
	204,
	205,
	304
]);
/** What is read of an answer's headers. */
const HEADERS = [
	"content-type",
	"retry-after",
	"retry-after-ms",
	...RATE_LIMIT_HEADERS
];
/**
* A `fetch` over Node's own HTTP, for three reasons: the global one gives up after 300 s without headers, which a long
* reasoning trace exceeds; it follows redirects with the user's headers; and it costs half as much again. Connections
* are kept alive. Only headers named in `headers` (lower case) are sent: the SDK adds some from environment variables
* of its own. Proxy variables count where `NODE_USE_ENV_PROXY` says so, as elsewhere in Node.
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
					readBody(message).then((bytes) => resolve(response(message, bytes)), reject).catch(reject);
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
async function readBody(message) {
	const chunks = [];
	let size = 0;
	for await (const chunk of message) {
		size += chunk.length;
		if (size > LARGEST_ANSWER_BYTES) throw Object.assign(/* @__PURE__ */ new Error("the response is too large"), { code: "ANSWER_TOO_LARGE" });
		chunks.push(chunk);
	}
	return Buffer.concat(chunks, size);
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