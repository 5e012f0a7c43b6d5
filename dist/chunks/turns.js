import { r as __name } from "./rolldown-runtime.js";

// src/grading/python/ascii-line.ts
const BEYOND_ASCII = /[\u007f-\uffff]/g;
/**
* A value as one line of JSON in ASCII. Who reads lines may end them at U+2028 or U+0085 too, and may not read UTF-8: no text
* of a model may become two lines, or other text.
*/
function asciiLine(value) {
	return `${JSON.stringify(value).replaceAll(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

// src/grading/turns.ts
/** Lets so many pieces of work run at a time, in the order in which they came. */
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