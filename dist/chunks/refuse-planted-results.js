import { r as __name } from "./rolldown-runtime.js";
import { t as systemTiming } from "./timing.js";
import { t as ConfigError } from "./errors.js";
import { i as filesAtBase } from "./outputs.js";
import { n as openJudges, o as openBudget, r as runProgress, t as openServers } from "./open-servers.js";
import { isAbsolute, relative, resolve, sep } from "node:path";

// src/action/run-with-progress.ts
/** How often a job's log tells how far sampling is. */
const LOG_EVERY_MS = 3e4;
/** Asks in a fold of the log, with its progress; the logs of servers that were started for it follow in folds of their own. */
async function runWithProgress(title, { comparison, by }, { env, inputs, log, signal, stream }, work) {
	const { old, new: candidate, judge, head, headIsTrusted } = comparison;
	const logs = [];
	try {
		return await log.group(title, async () => {
			const judged = judge === head ? {} : { judgedFolder: by.root };
			const progress = runProgress({
				err: stream,
				folder: inputs.out,
				logEveryMs: LOG_EVERY_MS
			});
			try {
				const done = await work({
					configPath: inputs.config,
					versions: {
						old,
						new: candidate
					},
					files: filesAtBase(by),
					openBudget: (budget) => openBudget({
						...budget,
						timing: systemTiming
					}),
					grading: {
						env,
						signal,
						headIsTrusted,
						...judged,
						openJudges: () => openJudges({
							storeDir: inputs.store,
							env,
							signal,
							...progress
						})
					},
					serving: {
						headIsTrusted,
						...judged,
						openServers: ({ secrets }) => openServers({
							logDir: inputs.out,
							env,
							secrets,
							signal,
							...progress,
							onLog: (each) => logs.push(each)
						})
					},
					storeDir: inputs.store,
					env,
					signal,
					onProgress: progress.onProgress,
					onWarning: progress.onWarning
				}, progress);
				progress.finish();
				return done;
			} finally {
				await progress.end();
			}
		});
	} finally {
		await showLogs(logs, log);
	}
}
/** Each server's log as a fold of its own. */
async function showLogs(logs, log) {
	for (const { side, path, lines } of logs) await log.group(`Log of the server of ${side} (the last lines; complete log: ${path})`, () => {
		log.info(lines.join("\n"));
		return Promise.resolve();
	});
}

// src/action/refuse-planted-results.ts
/**
* What the pull request brought along would answer in place of the models, or lead out of the workspace: a store, a folder of results,
* shards.
*
* @throws ConfigError where the commit that is judged has anything at the path of an input, or is itself below it.
*/
async function refusePlanted({ head, judge }, { folder, inputs }, { repository, root }) {
	if (judge === head) return;
	for (const input of [
		"store",
		"out",
		"merge"
	]) {
		const path = inputs[input];
		if (path === void 0) continue;
		const place = placeIn(root, resolve(folder, path));
		if (place === "outside" || place !== "around" && !await hasAnything(repository, head, place.path)) continue;
		throw new ConfigError({
			what: `the pull request contains ${place === "around" ? "this folder" : place.path}, but only this run may write completions and results there`,
			where: `input ${input}`,
			fix: "Remove it from the branch and add it to .gitignore, or choose another folder. Files of a pull request must not be used as completions of the models."
		});
	}
}
/** Where a folder is, seen from a repository: a path in it, parted by `/`; around it, or it itself; or elsewhere. */
function placeIn(root, folder) {
	const inside = relative(root, folder);
	if (inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside)) return inside === "" ? "around" : { path: inside.split(sep).join("/") };
	return inside.split(sep).every((part) => part === "..") ? "around" : "outside";
}
async function hasAnything(repository, commit, path) {
	try {
		return await repository.stampAt(commit, path) !== void 0;
	} catch (error) {
		if (error instanceof ConfigError) return true;
		throw error;
	}
}

export { runWithProgress as n, refusePlanted as t };