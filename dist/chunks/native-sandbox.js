import { r as __name } from "./rolldown-runtime.js";
import { r as GraderError, t as ConfigError } from "./errors.js";
import { _ as string, a as array, v as tuple } from "./schemas.js";
import { n as Child, t as sandboxFiles } from "./sandbox-files.js";
import { t as Turns } from "./turns.js";
import { promisify } from "node:util";
import { join } from "node:path";
import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";

// src/grading/python/native-sandbox.ts
const MEBIBYTE = 1048576;
const placesSchema = tuple([string(), array(string())]);
/** Python code that prints the location of its installation: the executable and the folders that it reads. */
const WHERE = "import json, sys; print(json.dumps([sys.executable, sorted({sys.prefix, sys.base_prefix, sys.exec_prefix})]))";
/**
* Grades programs with the user's own Python and its installed packages, behind bubblewrap. Each program runs in its own
* process, and its tests in another. The namespace isolates programs from the machine, and the kernel's process isolation
* keeps programs away from the tests.
*/
var NativeSandbox = class {
	#turns = new Turns(Math.max(1, availableParallelism()));
	#running = /* @__PURE__ */ new Set();
	#command;
	#memory;
	#timeoutMs;
	#signal;
	#closed = false;
	constructor(options) {
		this.#command = options.command;
		this.#memory = options.memoryMebibytes * MEBIBYTE;
		this.#timeoutMs = options.timeoutMs;
		this.#signal = options.signal;
		this.#signal.addEventListener("abort", this.#killAll);
	}
	/** @throws {GraderError} if the run is stopped */
	label(task) {
		return this.#turns.take(async () => {
			this.#throwIfStopped();
			const child = new Child([...this.#command, String(this.#memory)]);
			this.#running.add(child);
			try {
				const answer = await child.ask({ ...task }, this.#timeoutMs);
				this.#throwIfStopped();
				return answer;
			} finally {
				child.kill();
				this.#running.delete(child);
			}
		});
	}
	async close() {
		this.#closed = true;
		this.#signal.removeEventListener("abort", this.#killAll);
		this.#killAll();
	}
	#killAll = () => {
		for (const child of this.#running) child.kill();
	};
	#throwIfStopped() {
		if (!this.#signal.aborted && !this.#closed) return;
		throw new GraderError({
			what: "grading was interrupted",
			where: "grader code",
			fix: "Run the command again. It reuses the stored completions."
		});
	}
};
/**
* Returns the command that grades one program with a Python that runs behind a wall.
*
* @throws {ConfigError} if that Python cannot be started
*/
async function nativeCommand(python, { wall, path = "" }) {
	const { inside, folders } = sandboxFiles();
	const { stdout } = await promisify(execFile)(python, [
		"-I",
		"-c",
		WHERE
	], { env: { PATH: path } }).catch((cause) => {
		throw new ConfigError({
			what: `cannot start the Python interpreter ${JSON.stringify(python)}: ${cause instanceof Error ? cause.message : String(cause)}`,
			where: "grader code, option python",
			fix: "Set python to the name of a Python interpreter on the PATH, or to its path.",
			cause
		});
	});
	const [program, places] = placesSchema.parse(JSON.parse(stdout));
	return wall.around([
		program,
		"-I",
		join(inside, "native.py"),
		inside
	], [...folders, ...places]);
}

export { NativeSandbox, nativeCommand };