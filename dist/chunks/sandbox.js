import { r as __name } from "./rolldown-runtime.js";
import { r as GraderError } from "./errors.js";
import { n as Child, t as sandboxFiles } from "./sandbox-files.js";
import { t as Turns } from "./turns.js";
import { availableParallelism } from "node:os";

// src/grading/python/host/memory-limit.ts
/** A page of WebAssembly memory, in bytes. */
const PAGE_BYTES = 65536;

// src/grading/python/sandbox.ts
const MEBIBYTE = 1048576;
/**
* Size of a child's native stack, in kilobytes: less than the 8 MB that most systems allow, but more than Python needs.
*/
const STACK_KB = 3900;
/**
* Maximum memory that a child uses outside its interpreters, for example for a completion and the child's image. A
* program cannot use this memory.
*/
const HEAP_MEBIBYTES = 192;
/** Images of interpreters that have already started, by memory limit. Creating an image takes seconds. */
const images = /* @__PURE__ */ new Map();
/**
* Child processes that grade programs, one per processor. A child that exceeds a program's time limit is killed. If a
* child is killed or dies, only its current program is affected. If a child died, its program is tried once more, because
* the machine may have caused the death.
*/
var Sandbox = class {
	#files = sandboxFiles();
	#wall;
	#memoryPages;
	#timeoutMs;
	#signal;
	#idle = [];
	#all = /* @__PURE__ */ new Set();
	#turns = new Turns(Math.max(1, availableParallelism()));
	#closed = false;
	/** The start of the child that makes the image for the other children. */
	#firstStart;
	constructor(options) {
		this.#wall = options.wall;
		this.#memoryPages = Math.ceil(options.memoryMebibytes * MEBIBYTE / PAGE_BYTES);
		this.#timeoutMs = options.timeoutMs;
		this.#signal = options.signal;
		this.#signal.addEventListener("abort", this.#killAll);
	}
	/** @throws {GraderError} if no child starts, or if the run is stopped */
	label(task) {
		return this.#turns.take(async () => {
			const first = await this.#labelOnce(task);
			return first === "death" ? this.#labelOnce(task) : first;
		});
	}
	async close() {
		this.#closed = true;
		this.#signal.removeEventListener("abort", this.#killAll);
		this.#killAll();
	}
	#killAll = () => {
		for (const child of this.#all) child.kill();
		this.#all.clear();
		this.#idle.length = 0;
	};
	async #labelOnce(task) {
		const child = this.#idle.pop() ?? await this.#start();
		const answer = await child.ask(task, this.#timeoutMs);
		this.#throwIfStopped();
		if (child.isDead) this.#all.delete(child);
		else this.#idle.push(child);
		return answer;
	}
	async #start() {
		if (!images.has(this.#memoryPages) && this.#firstStart === void 0) {
			const child = this.#startWith(void 0);
			this.#firstStart = Promise.allSettled([child]);
			return child;
		}
		await this.#firstStart;
		return this.#startWith(images.get(this.#memoryPages));
	}
	async #startWith(image) {
		this.#throwIfStopped();
		const child = new Child(this.#command());
		this.#all.add(child);
		const begun = await child.begin({
			memoryPages: this.#memoryPages,
			image
		});
		this.#throwIfStopped();
		if (begun === "timeout" || begun === "death") {
			this.#all.delete(child);
			throw new GraderError({
				what: `cannot start the sandbox: ${begun === "timeout" ? "it timed out" : child.complaint || "its process exited"}`,
				where: this.#wall === void 0 ? "grader code" : `grader code, inside ${this.#wall.name}`,
				fix: "Check that Node is version 24, that about 0.3 GB of memory per processor is free, and that all files of this package are present."
			});
		}
		if (begun.image !== void 0) images.set(this.#memoryPages, begun.image);
		return child;
	}
	#command() {
		const { child, module, library, inside, folders } = this.#files;
		const command = [
			process.execPath,
			"--permission",
			"--allow-worker",
			`--max-old-space-size=${HEAP_MEBIBYTES}`,
			...folders.map((folder) => `--allow-fs-read=${folder}`),
			`--stack-size=${STACK_KB}`,
			"--no-warnings",
			child,
			module,
			library,
			inside
		];
		return this.#wall?.around(command, folders) ?? command;
	}
	#throwIfStopped() {
		if (!this.#signal.aborted && !this.#closed) return;
		throw new GraderError({
			what: "grading was interrupted",
			where: "grader code",
			fix: "Run the command again. It reuses the stored completions."
		});
	}
};

export { Sandbox };