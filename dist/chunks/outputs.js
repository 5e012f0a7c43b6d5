import { r as __name } from "./rolldown-runtime.js";
import { i as shortId } from "./local-git.js";
import { t as ConfigError } from "./errors.js";
import { d as readLock, i as waiversPathOf, o as existingLockPath, p as readConfig, t as readSuite } from "./read-suite.js";
import { D as graderFilesOf } from "./margins.js";
import { n as printable } from "./printable.js";
import { t as isLfsPointer } from "./lfs-pointer.js";
import { constants } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { open, realpath } from "node:fs/promises";

// src/versions/repository-path.ts
/**
* Converts a path on this machine to a path in the repository: relative to the repository's root, with `/` as
* separator. `root` and `path` are absolute, or both are relative to the same folder.
*
* @throws {ConfigError} if the path leads out of the repository or is its root
*/
const repositoryPath = (root, path) => {
	const inside = relative(resolve(root), resolve(path));
	if (!(inside === "" || inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside))) return inside.split(sep).join("/");
	throw new ConfigError({
		what: "this path leads outside the repository, expected a file inside it",
		where: printable(path),
		fix: "Keep the file in the repository, and write its path relative to the configuration. On a pull request, every file is read from the repository."
	});
};

// src/run/stages/workspace-file.ts
/** The error codes for a path that does not exist or is not a file. */
const NOT_A_FILE = /* @__PURE__ */ new Set([
	"ENOENT",
	"ENOTDIR",
	"EISDIR",
	"ELOOP",
	"EACCES",
	"EPERM",
	"ENXIO",
	"EINVAL"
]);
const codeOf = (error) => error instanceof Error && "code" in error ? error.code : void 0;
/**
* Reads the bytes of a regular file below `root`. `undefined` if it does not exist, or if the path contains a symbolic
* link. Pipes and devices are not read. `path` uses `/` as the separator, without `.` and `..`.
*/
const workspaceFile = async (root, path) => {
	const file = join(root, path);
	let handle;
	try {
		if (await realpath(dirname(file)) !== join(await realpath(root), dirname(path))) return void 0;
		handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
		return (await handle.stat()).isFile() ? await handle.readFile() : void 0;
	} catch (error) {
		if (NOT_A_FILE.has(String(codeOf(error)))) return void 0;
		throw error;
	} finally {
		await handle?.close();
	}
};

// src/run/stages/base-files.ts
const chunks = (bytes) => (async function* once() {
	await Promise.resolve();
	yield bytes;
})();
/**
* The absolute path of a suite's items file. If the suite has no file, this is the folder's path, which is rejected
* when the plan is read.
*/
const itemsPath = ({ folder, configPath }, { items = "" }) => isAbsolute(items) ? items : join(dirname(resolve(folder, configPath)), items);
/** The absolute paths of a suite's grader files. */
const graderPaths = ({ folder, configPath }, { grader }) => grader === void 0 ? [] : graderFilesOf(grader).map((file) => join(dirname(resolve(folder, configPath)), file));
/** Returns the hash of the items in these bytes; `undefined` if the bytes are not an eval set. */
const hashOf = async (bytes, suite) => {
	try {
		return (await readSuite({
			suite,
			folder: "",
			open: () => chunks(bytes)
		})).hash;
	} catch (error) {
		if (error instanceof ConfigError) return void 0;
		throw error;
	}
};
const isPinned = async (bytes, pinned) => {
	for (const { suite, hash } of pinned) if (await hashOf(bytes, suite) !== hash) return false;
	return pinned.length > 0;
};
/**
* The files that a check of a pull request may read. The configuration and the lock come from the base commit. An eval
* set file comes from the workspace if its items match the lock, so files outside Git can be used too. Otherwise, it
* comes from the base commit. Each file is read once, so the bytes that were hashed are the bytes that are used.
*
* Rejects paths that lead out of the repository or contain a symbolic link, and Git LFS pointers if the workspace does
* not have the file itself.
*/
const filesAtBase = (by) => {
	const { repository, commit: judge, root, folder, configPath } = by;
	const inRepository = (path) => repositoryPath(root, resolve(folder, path));
	const commit = `commit ${shortId(judge)}`;
	const readIfThere = async (path) => {
		const bytes = await repository.fileAt(judge, inRepository(path));
		if (bytes === void 0 || !isLfsPointer(bytes)) return bytes;
		throw new ConfigError({
			what: `found a Git LFS pointer in ${commit}, expected the file itself`,
			where: path,
			fix: "Keep this file out of Git LFS, because it must be readable at every commit."
		});
	};
	const readFile = async (path) => {
		const bytes = await readIfThere(path);
		if (bytes === void 0) throw new ConfigError({
			what: `this file does not exist in ${commit}, whose files this check uses`,
			where: path,
			fix: "Commit it to the base branch first: a pull request cannot change the files that it is checked with."
		});
		return bytes;
	};
	/**
	* The files that the base commit pins at this path; empty if its lock cannot be read, which `check` reports
	* separately.
	*/
	const pinnedAt = async (path) => {
		const { config } = await readConfig({
			path: configPath,
			readFile
		});
		const suites = config.suites.filter((suite) => itemsPath(by, suite) === resolve(folder, path));
		const lockPath = await existingLockPath(configPath, readIfThere);
		const lock = await readLock({
			path: lockPath,
			readFile
		}).catch((error) => {
			if (error instanceof ConfigError) return void 0;
			throw error;
		});
		return suites.map((suite) => ({
			suite,
			hash: lock?.suites[suite.name]?.items.hash ?? ""
		}));
	};
	const evalFile = async (path) => {
		const place = inRepository(path);
		const own = await workspaceFile(root, place);
		if (own !== void 0 && await isPinned(own, await pinnedAt(path))) return own;
		const bytes = await repository.fileAt(judge, place);
		if (bytes !== void 0 && !isLfsPointer(bytes)) return bytes;
		throw unobtainable({
			path,
			commit,
			own,
			isInLfs: bytes !== void 0
		});
	};
	return {
		readFile,
		readIfThere,
		open: (path) => (async function* read() {
			yield await evalFile(path);
		})()
	};
};
/** The error to throw if neither the workspace nor the commit has the pinned file. */
const unobtainable = (options) => {
	const { path, commit, own, isInLfs } = options;
	const isDifferent = own !== void 0 && !isLfsPointer(own);
	if (isInLfs && isDifferent) return new ConfigError({
		what: `${commit} stores this file in Git LFS, but the file in the workspace is not the one that its lock pins`,
		where: path,
		fix: "Change the eval set in a separate pull request, and the version in the next one."
	});
	if (isInLfs) return new ConfigError({
		what: `${commit} stores this file in Git LFS, but the workspace contains only its pointer`,
		where: path,
		fix: "Set lfs: true in actions/checkout."
	});
	return new ConfigError({
		what: isDifferent ? `the file in the workspace is not the one that the lock pins, and ${commit} does not contain it` : `neither ${commit} nor the workspace contains this file (symbolic links are not followed)`,
		where: path,
		fix: "Commit it to the base branch, or, in an earlier step, copy the pinned file into the workspace unchanged."
	});
};
/**
* Sentences for the report about a pull request's changes to files that the check takes from the base commit; empty if
* there are none. These changes do not affect the check.
*
* @param head the pull request's commit
* @throws {ConfigError} if the base commit's configuration cannot be read
*/
const changesToBaseFiles = async (by, head) => {
	const { repository, commit: judge, root, folder, configPath } = by;
	const { readFile, readIfThere } = filesAtBase(by);
	const { config } = await readConfig({
		path: configPath,
		readFile
	});
	const paths = [
		configPath,
		await existingLockPath(configPath, readIfThere),
		waiversPathOf(configPath),
		...config.suites.flatMap((suite) => [itemsPath(by, suite), ...graderPaths(by, suite)])
	].map((path) => repositoryPath(root, resolve(folder, path)));
	const changed = [];
	for (const path of new Set(paths)) {
		const [before, after] = [await repository.stampAt(judge, path), await repository.stampAt(head, path)];
		if (before !== after) changed.push(path);
	}
	if (changed.length === 0) return [];
	return [`This pull request changes ${new Intl.ListFormat("en", { type: "conjunction" }).format(changed)}. The check ignored these changes and used the files of the base commit (${shortId(judge)}).`];
};

// src/github/job/outputs.ts
/** The outputs of a run without a verdict. */
const NO_OUTPUTS = {
	verdict: "",
	passed: "",
	"accuracy-delta": "",
	"diversity-delta": "",
	"ood-delta": ""
};
/** A result's outputs, without rounding. */
function outputsOf({ verdict, measures }) {
	const gating = measures.filter(({ gates }) => gates);
	return {
		verdict: verdict.status,
		passed: String(verdict.passed),
		"accuracy-delta": shown(pooledTarget(measures)?.change?.estimate),
		"diversity-delta": shown(least(gating.filter(({ dimension }) => dimension === "diversity").map(relativeDelta))),
		"ood-delta": shown(least(measures.filter(({ role, dimension, name }) => role === "ood" && dimension === "generalization" && name === "pass@1").map(({ change }) => change?.estimate)))
	};
}
/** The accuracy over all target suites or, if there is only one, the accuracy on that suite. */
function pooledTarget(measures) {
	const accuracies = measures.filter(({ role, dimension, name }) => role === "target" && dimension === "accuracy" && name === "pass@1");
	return accuracies.find(({ suite }) => suite === null) ?? accuracies[0];
}
function relativeDelta({ old, change }) {
	return old === null || change === null || old <= 0 ? void 0 : change.estimate / old;
}
function least(values) {
	const known = values.filter((value) => value !== void 0);
	return known.length === 0 ? void 0 : Math.min(...known);
}
function shown(value) {
	return value === void 0 ? "" : String(value);
}

export { repositoryPath as a, filesAtBase as i, outputsOf as n, changesToBaseFiles as r, NO_OUTPUTS as t };