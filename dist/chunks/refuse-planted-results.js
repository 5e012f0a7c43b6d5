import { r as __name } from "./rolldown-runtime.js";
import { t as ConfigError } from "./errors.js";
import { i as filesAtBase } from "./outputs.js";
import { t as systemTiming } from "./timing.js";
import { a as openBudget, n as openJudges, r as runProgress, t as openServers } from "./open-servers.js";
import { isAbsolute, relative, resolve, sep } from "node:path";

// src/action/run-with-progress.ts
/**
* Runs `work` inside a log group that also shows its progress. Logs from any servers started for `work` follow, each in
* its own group.
*/
async function runWithProgress(title, { comparison, by }, { env, inputs, log, signal, stream }, work) {
	const { old, new: candidate, base, head, headIsTrusted } = comparison;
	const logs = [];
	try {
		return await log.group(title, async () => {
			const judged = base === head ? {} : { judgedFolder: by.root };
			const progress = runProgress({
				err: stream,
				env: {
					...env,
					CI: "true"
				},
				folder: inputs.out
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
						openServers: (options) => openServers({
							...options,
							logDir: inputs.out,
							env,
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
/** Prints each server's log in its own group. */
async function showLogs(logs, log) {
	for (const { side, path, lines } of logs) await log.group(`Log of the server for ${side} (last lines; complete log: ${path})`, () => {
		log.info(lines.join("\n"));
		return Promise.resolve();
	});
}

// src/action/refuse-planted-results.ts
/**
* Rejects a pull request that contains a store, a run's folder or shards. Such files could replace the models'
* completions or point outside the workspace.
*
* @throws {ConfigError} if the pull request's commit has anything at the path of one of these inputs, or if that path
* is the repository's root or above it
*/
async function refusePlanted({ head, base }, { folder, inputs }, { repository, root }) {
	if (base === head) return;
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
			fix: "Remove it from the branch and add it to .gitignore, or choose another folder. A pull request's files must not be used as model completions."
		});
	}
}
/**
* The location of a folder relative to a repository: its path inside the repository, with `/` as the separator;
* `around` if the folder is the repository's root or above it; or `outside`.
*/
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