import { r as __name } from "./rolldown-runtime.js";
import { Agent, request } from "node:http";

// src/servers/serve/server-readiness.ts
/**
* The paths to try, in this order, if none is configured. The second is tried only if the server does not know the
* first.
*/
const USUAL_PATHS = ["/health", "/v1/models"];
const UNKNOWN_PATH = /* @__PURE__ */ new Set([
	404,
	405,
	501
]);
const LONGEST_ANSWER_MS = 5e3;
/**
* Checks once whether a server on this machine is ready. A server is ready if it returns 200 at `path` or, if `path` is
* undefined, at the first usual path that it knows. Returns `undefined` if the server is ready, otherwise a description
* of the response.
*/
async function whyNotReady(options) {
	const { port, path, signal } = options;
	let why = "";
	for (const each of path === void 0 ? USUAL_PATHS : [path]) {
		const status = await statusAt(port, each, signal);
		if (status === 200) return void 0;
		why = typeof status === "number" ? `HTTP ${status} at ${each}` : status;
		if (typeof status !== "number" || !UNKNOWN_PATH.has(status)) return why;
	}
	return why;
}
/**
* The status code of the response, or the reason why there is none. Never uses a proxy, because the server is on this
* machine.
*/
function statusAt(port, path, signal) {
	const agent = new Agent();
	return new Promise((resolve) => {
		const inTime = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_ANSWER_MS)]);
		const sent = request({
			host: "127.0.0.1",
			port,
			path,
			agent,
			signal: inTime
		}, (answer) => {
			resolve(answer.statusCode ?? 0);
			answer.destroy();
		});
		sent.on("error", (error) => {
			const code = "code" in error && typeof error.code === "string" ? error.code : error.message;
			resolve(code === "ECONNREFUSED" ? "no server is listening there yet" : `no response (${code})`);
		});
		sent.end();
	}).finally(() => agent.destroy());
}

export { whyNotReady };