import { r as __name } from "./chunks/rolldown-runtime.js";
import { a as getState, t as core_exports } from "./chunks/core.js";
import { a as saveCompletions, i as readNote, r as loadCache, t as CACHE_STATE } from "./chunks/keep-completions.js";
import { t as jobLog } from "./chunks/log.js";
import { randomUUID } from "node:crypto";

// src/post.ts
/** The post step. It saves the completions for later runs, regardless of the job's outcome. It never fails the job. */
const log = jobLog({
	commands: core_exports,
	write: (text) => process.stdout.write(text),
	randomWord: randomUUID
});
const note = readNote(getState(CACHE_STATE));
if (note !== void 0) {
	const kept = await saveCompletions({
		note,
		load: loadCache,
		onWarning: (message) => log.warning(message)
	});
	log.info(`Completions: ${kept}.`);
}

export {  };