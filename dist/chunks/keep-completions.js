import { r as __name } from "./rolldown-runtime.js";
import { _ as string, g as strictObject, p as number } from "./schemas.js";
import { n as isOfFork, o as isGitHubs } from "./job-context.js";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { readdir, rm, stat } from "node:fs/promises";

// src/github/job/completion-cache.ts
/** The cache format's version. Increase it if the format changes. */
const FORM = 1;
/**
* Maximum size of a cache in bytes. A repository's caches share 10 GB, so the oldest files are omitted from a larger
* cache.
*/
const LARGEST_BYTES = 2 ** 30;
const noteSchema = strictObject({
	key: string(),
	folder: string(),
	bytes: number()
});
/**
* Parses a note written with `JSON.stringify`; undefined if there is none, for example because there was nothing to
* sample.
*/
function readNote(text) {
	return text === "" ? void 0 : noteSchema.parse(JSON.parse(text));
}
/**
* The cache keys for completions. A cache cannot be changed once written, so each attempt of a run writes under its own
* key, and restores the newest earlier cache whose key has the check's common prefix. A run's shards would overwrite
* each other's caches, so each shard has its own key. A shard without an earlier cache restores the newest cache of the
* whole check. Keys contain no secrets.
*/
function cacheKeys({ commentKey, config }, env, shard) {
	const check = createHash("sha256").update(commentKey ?? config).digest("hex").slice(0, 16);
	const name = `reversal-check-completions-${FORM}-${check}`;
	const own = shard === void 0 ? `${name}-` : `${name}.${shard}-`;
	return {
		key: `${own}${env["GITHUB_RUN_ID"] ?? "0"}-${env["GITHUB_RUN_ATTEMPT"] ?? "1"}`,
		prefixes: shard === void 0 ? [own] : [own, `${name}-`]
	};
}
/**
* Restores completions from earlier runs to the folder if it is empty. If this fails, `onWarning` is called, and the
* completions will be sampled again.
*/
async function restoreCompletions(options) {
	const { folder, inputs, shard, env, load, onWarning } = options;
	if ((env["ACTIONS_RESULTS_URL"] ?? "") === "" && (env["ACTIONS_CACHE_URL"] ?? "") === "") {
		onWarning(NO_SERVICE);
		return;
	}
	try {
		const service = await load();
		if (!service.isFeatureAvailable()) {
			onWarning(NO_SERVICE);
			return;
		}
		const { key, prefixes } = cacheKeys(inputs, env, shard);
		if (await sizeOf(folder) === 0) await service.restoreCache([folder], key, [...prefixes]);
		return {
			key,
			folder,
			bytes: await sizeOf(folder)
		};
	} catch (error) {
		onWarning(`Could not restore completions from earlier runs: ${reasonOf(error)}.`);
		return;
	}
}
const NO_SERVICE = "Completions are kept only for this run, because there is no cache service. Set the `store` input to a persistent folder, or set cache: false.";
/** Saves the completions for later runs, if this run added any. Never throws: a failure is a warning. */
async function saveCompletions(options) {
	const { note, load, onWarning } = options;
	try {
		const bytes = await sizeOf(note.folder);
		if (bytes === 0 || bytes === note.bytes) return "unchanged";
		await leaveOutOldest(note.folder, LARGEST_BYTES);
		return await (await load()).saveCache([note.folder], note.key) === -1 ? "not saved" : "saved";
	} catch (error) {
		onWarning(`Could not save completions for later runs: ${reasonOf(error)}.`);
		return "not saved";
	}
}
/** Removes the oldest files until at most `most` bytes remain. */
async function leaveOutOldest(folder, most) {
	const files = (await filesIn(folder)).toSorted((a, b) => b.writtenMs - a.writtenMs);
	let bytes = 0;
	for (const file of files) {
		bytes += file.bytes;
		if (bytes > most) await rm(file.path, { force: true });
	}
}
async function sizeOf(folder) {
	return (await filesIn(folder)).reduce((sum, { bytes }) => sum + bytes, 0);
}
/** All files below a folder; empty if the folder does not exist. */
async function filesIn(folder) {
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true
	}).catch(() => []);
	return Promise.all(entries.filter((entry) => entry.isFile()).map(async ({ parentPath, name }) => {
		const path = join(parentPath, name);
		const { size, mtimeMs } = await stat(path);
		return {
			path,
			bytes: size,
			writtenMs: mtimeMs
		};
	}));
}
function reasonOf(error) {
	return error instanceof Error ? error.message : String(error);
}

// src/action/keep-completions.ts
/** The key under which the main step saves its note for the post step. */
const CACHE_STATE = "completions";
/** GitHub's cache client. Loaded only if something will be sampled. */
const loadCache = () => import("./cache.js");
const NOT_USED_HERE = "Completions are kept only for this run, because on this server any workflow can write a cache that other branches restore. To reuse completions, set the `store` input to a persistent folder.";
const ANYBODY_WRITES = "cache: true is not safe on this server: anyone who can run a workflow here, even from a fork, can replace the completions and any of this job's files. Set the `store` input to a persistent folder instead.";
const NOT_FOR_FORKS = "Completions from earlier runs are not restored in a job for a fork's pull request.";
/**
* Restores completions from earlier runs to the store, and leaves a note that tells the post step to save the store. As
* a result, even a cancelled job keeps the completions that it paid for.
*
* Unpacking a cache can overwrite any of the job's files before its contents can be checked. A cache is therefore
* restored only on servers with GitHub's rules, under which a branch cannot read a cache that an unrelated branch
* wrote, or if the workflow explicitly enables it.
*/
async function bringCompletions(place) {
	const { env, event, inputs, log, saveState, shard } = place;
	if (inputs.cache === "never") return;
	if (event.name === "pull_request" && isOfFork(event)) return log.info(NOT_FOR_FORKS);
	if (!isGitHubs(env)) {
		log.warning(inputs.cache === "always" ? ANYBODY_WRITES : NOT_USED_HERE);
		if (inputs.cache !== "always") return;
	}
	const note = await restoreCompletions({
		folder: inputs.store,
		inputs,
		shard: shard === void 0 ? void 0 : `${shard.number}-${shard.of}`,
		env,
		load: loadCache,
		onWarning: (message) => log.warning(message)
	});
	if (note !== void 0) saveState(CACHE_STATE, JSON.stringify(note));
}

export { saveCompletions as a, readNote as i, bringCompletions as n, loadCache as r, CACHE_STATE as t };