import { r as __name } from "./chunks/rolldown-runtime.js";
import { createInterface } from "node:readline";

// src/grading/program/module-child.ts
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
/** Answers each input sample with one line: the grade, or `failed` with the reason if the module throws. */
async function answerLines(grade) {
	if (typeof grade !== "function") throw new TypeError("the default export of the module is not a function");
	for await (const line of createInterface({ input: process.stdin })) {
		let answer;
		try {
			answer = await grade(JSON.parse(line));
		} catch (error) {
			answer = {
				outcome: "failed",
				reason: messageOf(error)
			};
		}
		write(`${JSON.stringify(answer ?? null)}\n`);
	}
}

export { answerLines };