import { r as __name } from "./rolldown-runtime.js";
import { n as asciiLine } from "./turns.js";
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

// src/grading/python/child-process.ts
/** Maximum time that a child may take to start on a busy machine. */
const START_MS = 12e4;
/** Running children. All are killed when this process exits normally. */
const living = /* @__PURE__ */ new Set();
const endAll = () => {
	for (const child of living) child.kill();
};
/**
* One child process and its pipe. The child has an empty environment and its own process group, which is killed together
* with it. The child handles one request at a time and is killed if it does not answer in time.
*/
var Child = class {
	#process;
	#waiting;
	#complaint = "";
	#dead = false;
	constructor(command) {
		const [file, ...parameters] = command;
		this.#process = spawn(file, parameters, {
			env: {},
			cwd: "/",
			detached: true,
			stdio: [
				"pipe",
				"pipe",
				"pipe"
			]
		});
		this.#process.stdin.on("error", () => {});
		this.#process.stderr.setEncoding("utf8").on("data", (text) => {
			this.#complaint = `${this.#complaint}${text}`.slice(-500);
		});
		createInterface({ input: this.#process.stdout }).on("line", (line) => this.#hear({ line }));
		this.#process.on("error", (error) => this.#die(error.message));
		this.#process.on("close", () => this.#die(""));
		if (living.size === 0) process.once("exit", endAll);
		living.add(this);
	}
	get isDead() {
		return this.#dead;
	}
	/** The end of the child's standard error output. */
	get complaint() {
		return this.#complaint.trim();
	}
	async begin(how) {
		const heard = await this.#say(how, START_MS);
		return typeof heard === "string" ? heard : JSON.parse(heard.line);
	}
	async ask(what, timeoutMs) {
		const heard = await this.#say(what, timeoutMs);
		return typeof heard === "string" ? heard : JSON.parse(heard.line);
	}
	/** Kills the child and every process that it started. */
	kill() {
		const { pid } = this.#process;
		if (pid !== void 0 && !this.#dead) try {
			process.kill(-pid, "SIGKILL");
		} catch {
			this.#process.kill("SIGKILL");
		}
		this.#die("");
	}
	#say(message, timeoutMs) {
		if (this.#dead) return Promise.resolve("death");
		return new Promise((resolve) => {
			const timer = setTimeout(() => {
				this.#hear("timeout");
				this.kill();
			}, timeoutMs);
			this.#waiting = (heard) => {
				clearTimeout(timer);
				resolve(heard);
			};
			this.#process.stdin.write(asciiLine(message));
		});
	}
	#hear(heard) {
		const waiting = this.#waiting;
		this.#waiting = void 0;
		waiting?.(heard);
	}
	#die(why) {
		this.#dead = true;
		if (living.delete(this) && living.size === 0) process.off("exit", endAll);
		if (why !== "") this.#complaint = why;
		this.#hear("death");
	}
};

// src/grading/python/sandbox-files.ts
/**
* Locates the files. In `dist/`, the folder `python/` contains all of them. If run from source, the interpreter is in
* its npm package.
*/
function sandboxFiles() {
	const bundled = join(import.meta.dirname, "..", "python");
	if (existsSync(join(bundled, "child.js"))) return {
		child: join(bundled, "child.js"),
		module: join(bundled, "pyodide.asm.wasm"),
		library: join(bundled, "python_stdlib.zip"),
		inside: join(bundled, "inside"),
		folders: [bundled]
	};
	const interpreter = createRequire(import.meta.url).resolve("pyodide/python_stdlib.zip");
	return {
		child: join(import.meta.dirname, "child.ts"),
		module: join(dirname(interpreter), "pyodide.asm.wasm"),
		library: interpreter,
		inside: join(import.meta.dirname, "inside"),
		folders: [import.meta.dirname, dirname(interpreter)]
	};
}

export { Child as n, sandboxFiles as t };