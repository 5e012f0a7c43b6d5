import { r as __name } from "./rolldown-runtime.js";
import { t as ConfigError } from "./errors.js";
import { M as shortId, k as printable } from "./timing.js";
import { C as readSuite, F as readLock, J as graderFilesOf, L as readConfig, M as lockPathOf, k as waiversPathOf } from "./bars.js";
import { constants } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { open, realpath } from "node:fs/promises";

// src/files/lfs-pointer.ts
const BEGINNING = new TextEncoder().encode("version https://git-lfs.github.com/spec/v1\n");
/** Longer files are never pointers, as Git LFS has it. */
const LONGEST = 1024;
/** Whether these bytes are the pointer that Git LFS keeps in place of a file. */
const isLfsPointer = (bytes) => bytes.length < LONGEST && BEGINNING.every((byte, place) => bytes[place] === byte);

// src/checkpoints/repository-path.ts
/**
* A path of this machine as one of the repository: from its root, parted by `/`. `root` and `path` are absolute, or both
* start at the same folder.
*
* @throws ConfigError where it leads out of the repository, or is its root.
*/
const repositoryPath = (root, path) => {
	const inside = relative(resolve(root), resolve(path));
	if (!(inside === "" || inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside))) return inside.split(sep).join("/");
	throw new ConfigError({
		what: "this path leads out of the repository, expected a file in it",
		where: printable(path),
		mend: "On a pull request every file is taken from the repository: keep the file there, and name it by a path relative to the configuration."
	});
};

// src/check/workspace-file.ts
/** What reading a file that is not there, or is no file, fails with. */
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
* The bytes of a regular file below `root`, read once; `undefined` where there is none, and where a symbolic link stands
* at the path or on the way to it. Pipes and devices are not read. `path` is parted by `/`, without `.` and `..`.
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

// src/check/judged-files.ts
const chunks = (bytes) => (async function* once() {
	await Promise.resolve();
	yield bytes;
})();
/** A suite's items, as an absolute path; its folder where it names none, which reading the plan refuses. */
const itemsPath = ({ folder, configPath }, { items = "" }) => isAbsolute(items) ? items : join(dirname(resolve(folder, configPath)), items);
/** The files of a suite's grader, as absolute paths. */
const graderPaths = ({ folder, configPath }, { grader }) => grader === void 0 ? [] : graderFilesOf(grader).map((file) => join(dirname(resolve(folder, configPath)), file));
/** The hash of the items that these bytes hold; `undefined` where they hold no eval set. */
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
* The files that a check of a pull request may read. Configuration and lock are the judge's commit's. A file of the eval set
* is the workspace's where its items are the ones in that lock, which also serves files that no commit holds, and else the
* commit's. Each file is read once: what was hashed is what is used.
*
* A path that leads out of the repository, and a symbolic link on it, is refused; so is the pointer of Git LFS where the
* workspace has not the file itself.
*/
const judgedFiles = (by) => {
	const { repository, judge, root, folder, configPath } = by;
	const inRepository = (path) => repositoryPath(root, resolve(folder, path));
	const commit = `commit ${shortId(judge)}`;
	const readIfThere = async (path) => {
		const bytes = await repository.fileAt(judge, inRepository(path));
		if (bytes === void 0 || !isLfsPointer(bytes)) return bytes;
		throw new ConfigError({
			what: `found the pointer of Git LFS in ${commit}, expected the file itself`,
			where: path,
			mend: "Keep this file out of Git LFS: it is small, and it must be readable at every commit."
		});
	};
	const readFile = async (path) => {
		const bytes = await readIfThere(path);
		if (bytes === void 0) throw new ConfigError({
			what: `there is no such file in ${commit}, by whose files this is judged`,
			where: path,
			mend: "Commit it to the base branch first: a pull request cannot bring its own judge."
		});
		return bytes;
	};
	/** What the judge pins at this path; nothing where its lock cannot be read, which `check` tells by itself. */
	const pinnedAt = async (path) => {
		const { config } = await readConfig({
			path: configPath,
			readFile
		});
		const suites = config.suites.filter((suite) => itemsPath(by, suite) === resolve(folder, path));
		const lock = await readLock({
			path: lockPathOf(configPath),
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
/** Why neither the workspace nor the commit has the file that is pinned. */
const unobtainable = (options) => {
	const { path, commit, own, isInLfs } = options;
	const isDifferent = own !== void 0 && !isLfsPointer(own);
	if (isInLfs && isDifferent) return new ConfigError({
		what: `${commit} keeps this file in Git LFS, and the workspace has not the one that its lock pins`,
		where: path,
		mend: "Change the eval set in a pull request of its own, and the version in the next."
	});
	if (isInLfs) return new ConfigError({
		what: `${commit} keeps this file in Git LFS, and the workspace has only its pointer, or nothing`,
		where: path,
		mend: "Set lfs: true in actions/checkout."
	});
	return new ConfigError({
		what: isDifferent ? `the file in the workspace is not the one that the lock pins, and ${commit} has none` : `there is no such file in ${commit}, nor (as a file, not a link) in the workspace`,
		where: path,
		mend: "Commit it to the base branch, or bring the very file that was pinned into the workspace by an earlier step."
	});
};
/**
* Sentences for the report on what a pull request changes of what it is judged by; none where it changes nothing of it. It
* was judged by the judge's files, whatever these sentences say.
*
* @param head the commit that is judged.
* @throws ConfigError where the judge's configuration cannot be read.
*/
const changesToJudge = async (by, head) => {
	const { repository, judge, root, folder, configPath } = by;
	const { config } = await readConfig({
		path: configPath,
		readFile: judgedFiles(by).readFile
	});
	const paths = [
		configPath,
		lockPathOf(configPath),
		waiversPathOf(configPath),
		...config.suites.flatMap((suite) => [itemsPath(by, suite), ...graderPaths(by, suite)])
	].map((path) => repositoryPath(root, resolve(folder, path)));
	const changed = [];
	for (const path of new Set(paths)) {
		const [before, after] = [await repository.stampAt(judge, path), await repository.stampAt(head, path)];
		if (before !== after) changed.push(path);
	}
	if (changed.length === 0) return [];
	return [`This pull request changes ${new Intl.ListFormat("en", { type: "conjunction" }).format(changed)}; it was judged by what its base has there (commit ${shortId(judge)}).`];
};

// src/github/outputs.ts
/** Where nothing was judged. */
const NO_OUTPUTS = {
	verdict: "",
	passed: "",
	"accuracy-delta": "",
	"diversity-delta": "",
	"ood-delta": ""
};
/** The outputs that a result gives, unrounded. */
function outputsOf({ verdict, measures }) {
	const gating = measures.filter(({ gates }) => gates);
	return {
		verdict: verdict.status,
		passed: String(verdict.passed),
		"accuracy-delta": shown(pooledTarget(measures)?.delta ?? void 0),
		"diversity-delta": shown(least(gating.filter(({ dimension }) => dimension === "diversity").map(relativeDelta))),
		"ood-delta": shown(least(measures.filter(({ role, dimension, name }) => role === "ood" && dimension === "generalization" && name === "pass@1").map(({ delta }) => delta ?? void 0)))
	};
}
/** Accuracy over all target suites; of the only one where there is one. */
function pooledTarget(measures) {
	const accuracies = measures.filter(({ role, dimension, name }) => role === "target" && dimension === "accuracy" && name === "pass@1");
	return accuracies.find(({ suite }) => suite === null) ?? accuracies[0];
}
function relativeDelta({ old, delta }) {
	return old === null || delta === null || old <= 0 ? void 0 : delta / old;
}
function least(values) {
	const known = values.filter((value) => value !== void 0);
	return known.length === 0 ? void 0 : Math.min(...known);
}
function shown(value) {
	return value === void 0 ? "" : String(value);
}

export { repositoryPath as a, judgedFiles as i, outputsOf as n, isLfsPointer as o, changesToJudge as r, NO_OUTPUTS as t };