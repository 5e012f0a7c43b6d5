import { r as __name } from "./rolldown-runtime.js";
import { Worker } from "node:worker_threads";

// src/grading/math/comparer.ts
/** A comparison takes a few milliseconds; what takes so long would take for ever. */
const TIME_LIMIT_MS = 1500;
const MEMORY_LIMIT_MB = 512;
/** Beside the sources as TypeScript, beside the chunks in `dist/` as an entry of its own. */
const WORKER_FILE = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "../math-worker.js", import.meta.url);
/**
* Compares answers in a worker, one after another: what the parser of LaTeX hangs on costs its time limit and a new
* worker, and the next comparison goes on. The worker keeps no process alive between comparisons.
*/
var Comparer = class {
	#timeLimitMs;
	#worker;
	#last = Promise.resolve();
	constructor(timeLimitMs = TIME_LIMIT_MS) {
		this.#timeLimitMs = timeLimitMs;
	}
	/** @throws Error where no worker can be started */
	compare(request) {
		const answer = this.#last.then(() => this.#ask(request));
		this.#last = answer.catch(() => void 0);
		return answer;
	}
	/** Ends the worker; a later comparison starts another. */
	async close() {
		await this.#last;
		const worker = await this.#worker?.catch(() => void 0);
		this.#worker = void 0;
		await worker?.terminate();
	}
	async #ask(request) {
		this.#worker ??= started();
		const worker = await this.#worker;
		const answer = await answerOf(worker, request, this.#timeLimitMs);
		if ("unreadable" in answer && answer.ended) {
			this.#worker = void 0;
			await worker.terminate();
		}
		return "unreadable" in answer ? { unreadable: answer.unreadable } : answer;
	}
};
/** Resolves when the worker listens, so that no comparison pays for its start. */
function started() {
	return new Promise((resolve, reject) => {
		const worker = new Worker(WORKER_FILE, {
			env: {},
			execArgv: [],
			resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB }
		});
		worker.once("error", reject);
		worker.once("message", () => {
			worker.off("error", reject);
			worker.unref();
			resolve(worker);
		});
	});
}
function answerOf(worker, request, timeLimitMs) {
	return new Promise((resolve) => {
		const settle = (answer) => {
			clearTimeout(timer);
			worker.off("message", onMessage);
			worker.off("error", onError);
			worker.off("exit", onExit);
			worker.unref();
			resolve(answer);
		};
		const onMessage = (answer) => settle("same" in answer ? answer : {
			...answer,
			ended: false
		});
		const onError = (error) => settle({
			unreadable: error.message,
			ended: true
		});
		const onExit = () => settle({
			unreadable: "the worker ended",
			ended: true
		});
		const timer = setTimeout(() => settle({
			unreadable: `no result within ${timeLimitMs} ms`,
			ended: true
		}), timeLimitMs);
		worker.ref();
		worker.on("message", onMessage);
		worker.on("error", onError);
		worker.on("exit", onExit);
		worker.postMessage(request);
	});
}

export { Comparer };