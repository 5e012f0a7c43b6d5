import { r as __name } from "./rolldown-runtime.js";
import { t as RATE_LIMIT_HEADERS } from "./rate-limits.js";
import { Agent, request } from "node:http";
import { Agent as Agent$1, request as request$1 } from "node:https";

// src/servers/http/transport.ts
/** A completion takes a few kilobytes. A larger response cannot be a completion and is aborted. */
const LARGEST_ANSWER_BYTES = 64 * 2 ** 20;
/** The status codes of responses without a body. */
const BODILESS = /* @__PURE__ */ new Set([
	204,
	205,
	304
]);
/** The response headers to read. */
const HEADERS = [
	"content-type",
	"retry-after",
	"retry-after-ms",
	...RATE_LIMIT_HEADERS
];
/**
* A `fetch` based on Node's HTTP module. The global `fetch` has three drawbacks: it gives up after 300 s without
* headers, which a long reasoning trace can exceed; it follows redirects with the user's headers; and its overhead is
* 50 % higher. Connections are kept alive. Only the headers listed in `headers` (in lower case) are sent, because the
* SDK adds some from its own environment variables. Proxy variables apply if `NODE_USE_ENV_PROXY` is set, as elsewhere
* in Node.
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