import { r as __name } from "./rolldown-runtime.js";
import { c as terminalText, o as terminalLines } from "./neutralise.js";

// src/github/job/log.ts
/**
* The log that the runner reads from standard output. Anything that could move the cursor or start a workflow command
* is removed from text. In addition, workflow commands are stopped while untrusted text is written; they resume when
* the runner reads an unguessable word.
*/
function jobLog({ commands, write, randomWord }) {
	let word;
	const stop = () => {
		word = randomWord();
		write(`::stop-commands::${word}\n`);
	};
	const resume = () => {
		write(`::${word ?? ""}::\n`);
		word = void 0;
	};
	/** Issues one command so that it takes effect even while commands are stopped. */
	const obeyed = (issue) => {
		const wasStopped = word !== void 0;
		if (wasStopped) resume();
		issue();
		if (wasStopped) stop();
	};
	return {
		info: (text) => {
			const wasStopped = word !== void 0;
			if (!wasStopped) stop();
			write(`${terminalLines(text).join("\n")}\n`);
			if (!wasStopped) resume();
		},
		warning: (message) => {
			obeyed(() => commands.warning(terminalText(message, 800), { title: "reversal-check" }));
		},
		error: ({ title, message, file, line, column }) => {
			obeyed(() => commands.error(terminalLines(message).join("\n"), {
				title: terminalText(title, 80),
				...file === void 0 ? {} : { file },
				...line === void 0 ? {} : { startLine: line },
				...column === void 0 ? {} : { startColumn: column }
			}));
		},
		mask: (secret) => obeyed(() => {
			for (const form of formsOf(secret)) commands.setSecret(form);
		}),
		group: async (name, work) => {
			commands.startGroup(terminalText(name, 80));
			stop();
			try {
				return await work();
			} finally {
				resume();
				commands.endGroup();
			}
		}
	};
}
/** Minimum length of a form to mask. Masking shorter forms would hide ordinary text. */
const SHORTEST_FORM = 4;
/** The secret itself, followed by the forms that it takes in an escaped log line, in JSON and in a URL. */
function formsOf(secret) {
	const changed = [
		...secret.split(/\r?\n/u),
		terminalLines(secret).join("\n"),
		JSON.stringify(secret).slice(1, -1),
		encodeURIComponent(secret)
	].filter(({ length }) => length >= SHORTEST_FORM);
	return [.../* @__PURE__ */ new Set([secret, ...changed])];
}

export { jobLog as t };