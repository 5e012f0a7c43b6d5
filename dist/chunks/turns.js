import { r as __name } from "./rolldown-runtime.js";

// src/grading/python/ascii-line.ts
const BEYOND_ASCII = /[\u007f-\uffff]/g;
/**
* Formats a value as one line of ASCII JSON. Some readers also end lines at U+2028 or U+0085, or do not read UTF-8. ASCII
* ensures that a model's text cannot become two lines or be misread.
*/
function asciiLine(value) {
	return `${JSON.stringify(value).replaceAll(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

// src/grading/turns.ts
/** Runs tasks in the order in which they arrived, with a maximum number running at a time. */
var Turns = class {
	#most;
	#waiting = [];
	#running = 0;
	/** @param most at least 1. */
	constructor(most) {
		this.#most = most;
	}
	async take(work) {
		if (this.#running >= this.#most) await new Promise((resolve) => this.#waiting.push(resolve));
		else this.#running += 1;
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next === void 0) this.#running -= 1;
			else next();
		}
	}
};

export { asciiLine as n, Turns as t };