import { r as __name } from "./rolldown-runtime.js";
import { Worker } from "node:worker_threads";

// src/grading/math/comparer.ts
/**
* Processor-time limit of a comparison. A comparison usually takes a few milliseconds; if a comparison takes this long,
* it will probably never end.
*/
const TIME_LIMIT_MS = 1500;
const MEMORY_LIMIT_MB = 512;
/**
* Maximum duration of a comparison, as a multiple of its processor-time limit. If the comparison has not received that
* much processor time by then, the machine is too busy to be usable.
*/
const PATIENCE = 60;
/** Minimum interval between checks of a worker's processor time. */
const LEAST_WAIT_MS = 20;
/**
* The worker's script. In a run from source, it is with the other sources; in `dist/`, it is a separate entry next to
* the chunks.
*/
const WORKER_FILE = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "../math-worker.js", import.meta.url);
function isLost(attempt) {
	return typeof attempt === "object" && "lost" in attempt;
}
/**
* Compares answers in a worker, one after another. If the LaTeX parser hangs on an answer, the cost is only that
* comparison's time limit and a new worker, and the next comparison proceeds. The worker does not keep the process
* alive between comparisons.
*
* The limit is on processor time, so a slow or busy machine does not affect any grade. If the worker ends without a
* result, a second worker tries again. Only an answer that exhausts the memory of both workers cannot be compared.
*/
var Comparer = class {
	#limits;
	#workerFile;
	#worker;
	#last = Promise.resolve();
	constructor({ timeLimitMs = TIME_LIMIT_MS, memoryLimitMb = MEMORY_LIMIT_MB, patience = PATIENCE, workerFile = WORKER_FILE } = {}) {
		this.#limits = {
			timeLimitMs,
			memoryLimitMb,
			patience
		};
		this.#workerFile = workerFile;
	}
	/** @throws Error if no worker can be started, or if two workers in a row ended for reasons unrelated to the answer */
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
		const first = await this.#attempt(request);
		const attempt = isLost(first) ? await this.#attempt(request) : first;
		if (!isLost(attempt)) return attempt;
		if (attempt.byAnswer) return { unreadable: attempt.lost };
		throw new Error(`answers could not be compared: ${attempt.lost}`);
	}
	async #attempt(request) {
		this.#worker ??= started(this.#workerFile, this.#limits);
		const worker = await this.#worker.catch((error) => {
			this.#worker = void 0;
			throw error;
		});
		const { attempt, goesOn } = await answerOf(worker, request, this.#limits);
		if (!goesOn) {
			this.#worker = void 0;
			await worker.terminate();
		}
		return attempt;
	}
};
/** Resolves when the worker is listening, so that no comparison includes its start. */
function started(workerFile, { memoryLimitMb }) {
	return new Promise((resolve, reject) => {
		const worker = new Worker(workerFile, {
			env: {},
			execArgv: [],
			resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb }
		});
		worker.once("error", reject);
		worker.once("message", () => {
			worker.off("error", reject);
			worker.unref();
			resolve(worker);
		});
	});
}
/** The worker's processor time so far or, if Node cannot measure it (before 24.6), the whole process's processor time. */
async function processorTimeMs(worker) {
	const had = "cpuUsage" in worker ? await worker.cpuUsage() : process.cpuUsage();
	return (had.user + had.system) / 1e3;
}
function answerOf(worker, request, { timeLimitMs, memoryLimitMb, patience }) {
	return new Promise((resolve) => {
		let isSettled = false;
		const settle = (attempt, goesOn) => {
			isSettled = true;
			clearTimeout(timer);
			worker.off("message", onMessage);
			worker.off("error", onError);
			worker.off("exit", onExit);
			worker.unref();
			resolve({
				attempt,
				goesOn
			});
		};
		const onMessage = (answer) => settle(answer, true);
		const onError = (error) => {
			const byAnswer = error.code === "ERR_WORKER_OUT_OF_MEMORY";
			settle({
				lost: byAnswer ? `the comparison needs more than ${memoryLimitMb} MB` : error.message,
				byAnswer
			}, false);
		};
		const onExit = () => settle({
			lost: "the worker exited",
			byAnswer: false
		}, false);
		const atBegin = processorTimeMs(worker).catch(() => 0);
		const beganAt = performance.now();
		const look = async () => {
			const had = await processorTimeMs(worker) - await atBegin;
			if (isSettled) return;
			if (had >= timeLimitMs) settle({ unreadable: `no result within ${timeLimitMs} ms of processor time` }, false);
			else if (performance.now() - beganAt > patience * timeLimitMs) {
				const lost = `the worker got only ${Math.round(had)} ms of processor time within ${patience * timeLimitMs} ms`;
				settle({
					lost,
					byAnswer: false
				}, false);
			} else timer = setTimeout(onTime, Math.max(timeLimitMs - had, LEAST_WAIT_MS));
		};
		const onTime = () => void look().catch(() => {});
		let timer = setTimeout(onTime, timeLimitMs);
		worker.ref();
		worker.on("message", onMessage);
		worker.on("error", onError);
		worker.on("exit", onExit);
		worker.postMessage(request);
	});
}

export { Comparer };