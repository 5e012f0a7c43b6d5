import { r as __name } from "./rolldown-runtime.js";
import { R as ConfigError, a as boolean, f as number, g as string, i as array, p as object, r as _enum, z as GitHubError } from "./schemas.js";
import { A as blocks, B as ENGINE_VERSION, E as oneLine, F as headlineAfterName, N as VERDICT_ALERTS, P as VERDICT_WORDS, Tt as quoted, V as readSuite, W as waiversPathOf, X as readLock, Z as readConfig, i as renderMarkdown, n as FULL, q as lockPathOf, r as renderDetail, t as systemTiming, wt as printable, z as exitCodeOf } from "./timing.js";
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { dirname, isAbsolute, join, parse, posix, relative, resolve, sep } from "node:path";
import { access, open, readFile, realpath } from "node:fs/promises";
import { spawn } from "node:child_process";

// src/checkpoints/git-objects.ts
/** Whether a text is a whole id: nothing shorter is ever looked up. */
const isObjectId = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
/** An id as people read it. */
const shortId = (id) => id.slice(0, 10);

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
/** A suite's items, as an absolute path. */
const itemsPath = ({ folder, configPath }, { items }) => isAbsolute(items) ? items : join(dirname(resolve(folder, configPath)), items);
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
		...config.suites.map((suite) => itemsPath(by, suite))
	].map((path) => repositoryPath(root, resolve(folder, path)));
	const changed = [];
	for (const path of new Set(paths)) {
		const [before, after] = [await repository.stampAt(judge, path), await repository.stampAt(head, path)];
		if (before !== after) changed.push(path);
	}
	if (changed.length === 0) return [];
	return [`This pull request changes ${new Intl.ListFormat("en", { type: "conjunction" }).format(changed)}; it was judged by what its base has there (commit ${shortId(judge)}).`];
};

// src/github/annotations.ts
/** GitHub shows this many errors of a step, and drops the rest. */
const MOST_SHOWN = 10;
const PLACE = /^(?<file>.+?)(?::(?<line>\d+))?(?::(?<column>\d+))?$/u;
/**
* What the user can mend, each mistake beside its line. `isFile` tells whether a text is the path of a file in the repository.
*/
function annotationsOf(error, isFile) {
	const { where = "", what, mend, mistakes } = error;
	const { file = where, line, column } = PLACE.exec(where)?.groups ?? {};
	const title = isFile(file) || where === "" ? error.name : where;
	if (mistakes.length === 0 || !isFile(file)) return [{
		title,
		message: `${what}\n${mend}`,
		...isFile(file) ? placed(file, {
			line,
			column
		}) : {}
	}];
	const shown = mistakes.slice(0, mistakes.length > MOST_SHOWN ? 9 : MOST_SHOWN);
	const left = mistakes.length - shown.length;
	return [...shown.map((mistake) => ({
		title,
		message: `${mistake.what}\n${mistake.mend}`,
		...placed(file, mistake)
	})), ...left > 0 ? [{
		title,
		message: `and ${left} more mistakes, in the log`,
		file
	}] : []];
}
/** Why a verdict fails the check. */
function annotationOf({ verdict: { status, headline } }) {
	return {
		title: VERDICT_WORDS[status],
		message: headlineAfterName(status, headline)
	};
}
function placed(file, { line, column }) {
	return {
		file,
		...line === void 0 ? {} : { line: Number(line) },
		...line === void 0 || column === void 0 ? {} : { column: Number(column) }
	};
}

// src/github/outputs.ts
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

// src/report/comment.ts
const SHORTER = [
	{
		rows: 8,
		reasons: 8,
		folds: "why"
	},
	{
		rows: 4,
		reasons: 4,
		folds: "none"
	},
	{
		rows: 0,
		reasons: 1,
		folds: "none"
	}
];
/**
* The report as a comment of at most `maxCharacters` (UTF-16 code units, which is never fewer than the platform
* counts): whole if it fits, else with fewer folds and rows, else verdict and table, at the least the verdict's name.
* A shortened one says so and links to `reportUrl`, which is ours and not taken from the result.
* `maxCharacters` is at least 500.
*/
const renderComment = (result, { maxCharacters, reportUrl }) => {
	const whole = renderDetail(result, FULL);
	if (whole.length < maxCharacters) return `${whole}\n`;
	const note = `Shortened to fit a comment. ${reportUrl === void 0 ? "The whole report is in the job summary and in `report.md`." : `[The whole report](${reportUrl})`}`;
	const { status, passed } = result.verdict;
	const least = `> [!${VERDICT_ALERTS[status]}]\n> **${VERDICT_WORDS[status]}.** The check **${passed ? "passes" : "fails"}**.`;
	return `${[...SHORTER.map((detail) => renderDetail(result, detail)), least].map((text) => blocks(text, note)).find((text) => text.length < maxCharacters) ?? least}\n`;
};

// src/github/showing.ts
/** A result as it is shown; `reportUrl` is where the whole report stands. */
function showingOf(result, reportUrl) {
	const { verdict, measures } = result;
	const lost = measures.filter(({ state }) => state === "lost").map(({ id }) => id);
	return {
		whole: renderMarkdown(result),
		atMost: (maxCharacters) => renderComment(result, {
			maxCharacters,
			...reportUrl === void 0 ? {} : { reportUrl }
		}),
		outcome: `${verdict.status}-${digestOf(lost.toSorted())}`,
		passed: verdict.passed
	};
}
function digestOf(names) {
	return createHash("sha256").update(JSON.stringify(names)).digest("hex").slice(0, 16);
}

// src/action/finding.ts
/** A result as a finding. */
function findingOf(checked, { runUrl, mayCreateComment, showing = showingOf(checked.result, runUrl) }) {
	const { result } = checked;
	const exitCode = exitCodeOf(result);
	return {
		showing,
		outputs: outputsOf(result),
		exitCode,
		mayCreateComment,
		annotations: exitCode === 0 ? [] : [annotationOf(result)],
		checked
	};
}

// src/checkpoints/clone-root.ts
const exists = (path) => access(path).then(() => true, () => false);
/** The folders from `from` up to `top`, both included; `top` alone where `from` is not in it. */
const upwards = (from, top) => {
	if (from === top || relative(top, from).startsWith("..") || dirname(from) === from) return [top];
	return [from, ...upwards(dirname(from), top)];
};
/**
* The clone that a configuration lies in: of the folders from the configuration's up to the workspace the first that is a
* clone and holds `commit`, so that neither a submodule nor another repository beside it is taken. The workspace where none is.
*/
const findClone = async (options) => {
	const { configPath, commit, gitIn } = options;
	const workspace = resolve(options.workspace);
	for (const root of upwards(dirname(resolve(workspace, configPath)), workspace)) {
		if (!await exists(join(root, ".git"))) continue;
		const objects = gitIn(root);
		if (await objects.commit(commit) !== void 0) return {
			root,
			objects
		};
	}
	return { root: workspace };
};

// src/checkpoints/local-git.ts
const LINE_FEED = 10;
const SPACE = 32;
/** Kinds by the mode of a tree's entry; files are the rest. */
const KINDS$1 = {
	"40000": "folder",
	"120000": "symlink",
	"160000": "submodule"
};
/** What git needs of the environment; no `GIT_*`, which could point it elsewhere. */
const PASSED_ON = [
	"PATH",
	"HOME",
	"SystemRoot",
	"USERPROFILE",
	"TMPDIR",
	"TEMP"
];
/**
* Settings that no file can override: nothing is fetched behind our back (a partial clone would), and the folder may belong
* to another user, as it does in a container; objects are read only, so nothing of its configuration is run.
*/
const SETTINGS = [
	"-c",
	"protocol.allow=never",
	"-c",
	"safe.directory=*",
	"-c",
	"core.fsmonitor=false"
];
/** What git says where the folder is no clone, or where a partial clone lacks the object. */
const NOT_HERE = /not a git repository|cannot change to|could not get object info|promisor|lazy/iu;
/**
* Runs git without a shell; `undefined` where there is none on this machine. It starts at the file system's root, for
* some systems look for programs in the folder they start in, and this one holds what a pull request brought.
*/
const gitIn = (folder, env) => (parameters, input) => new Promise((resolve$1, reject) => {
	const own = Object.fromEntries(PASSED_ON.map((name) => [name, env[name]]));
	const child = spawn("git", [
		"-C",
		folder,
		...SETTINGS,
		...parameters
	], {
		cwd: parse(resolve(folder)).root,
		env: {
			...own,
			LC_ALL: "C",
			GIT_NO_REPLACE_OBJECTS: "1",
			GIT_TERMINAL_PROMPT: "0",
			GIT_NO_LAZY_FETCH: "1"
		},
		stdio: "pipe",
		windowsHide: true
	});
	const output = [];
	const errors = [];
	child.stdout.on("data", (chunk) => output.push(chunk));
	child.stderr.on("data", (chunk) => errors.push(chunk));
	child.on("error", (error) => {
		if (error.code === "ENOENT") resolve$1(void 0);
		else reject(error);
	});
	child.on("close", (code) => resolve$1({
		code,
		output: Buffer.concat(output),
		errors: Buffer.concat(errors).toString()
	}));
	child.stdin.on("error", () => {});
	child.stdin.end(input);
});
const parseCommit = (id, bytes) => {
	const [header = ""] = Buffer.from(bytes).toString("latin1").split("\n\n", 1);
	const values = (key) => header.split("\n").filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
	const [tree = ""] = values("tree");
	return {
		id,
		tree,
		parents: values("parent")
	};
};
/** A tree's bytes: for every entry its mode, a space, its name, a zero byte, and its id in half as many bytes as digits. */
const parseTree = (bytes, idBytes) => {
	const entries = [];
	for (let at = 0; at < bytes.length;) {
		const space = bytes.indexOf(SPACE, at);
		const end = bytes.indexOf(0, space);
		const mode = bytes.toString("latin1", at, space);
		entries.push({
			name: bytes.toString("utf8", space + 1, end),
			kind: KINDS$1[mode] ?? "file",
			id: bytes.toString("hex", end + 1, end + 1 + idBytes)
		});
		at = end + 1 + idBytes;
	}
	return entries;
};
/**
* The objects of a local clone, read by the `git` of this machine. Objects that a shallow or partial clone lacks are absent,
* and so is everything where the folder is no repository or git is not installed; nothing is fetched. A commit's parents
* are the ones written in it, also where the clone was cut off at it.
*
* @throws ConfigError where git fails in another way.
*/
const localGit = (options) => {
	const { folder, env } = options;
	const git = gitIn(folder, env);
	const read = async (id, type) => {
		if (!isObjectId(id)) throw new Error(`not the id of a git object: ${id}`);
		const finished = await git(["cat-file", "--batch"], `${id}\n`);
		if (finished === void 0) return void 0;
		const { code, output, errors } = finished;
		if (code !== 0) {
			if (NOT_HERE.test(errors)) return void 0;
			throw new ConfigError({
				what: `git cat-file failed: ${errors.trim()}`,
				where: folder,
				mend: "Check the checkout: a fresh actions/checkout before this step is enough."
			});
		}
		const end = output.indexOf(LINE_FEED);
		const [, kind, size] = output.toString("latin1", 0, end).split(" ");
		if (kind === "missing" || size === void 0) return void 0;
		if (kind !== type) throw new Error(`git object ${id} is a ${kind}, expected a ${type}`);
		return output.subarray(end + 1, end + 1 + Number(size));
	};
	return {
		commit: async (id) => {
			const bytes = await read(id, "commit");
			return bytes && parseCommit(id, bytes);
		},
		tree: async (id) => {
			const bytes = await read(id, "tree");
			return bytes && parseTree(bytes, id.length / 2);
		},
		blob: (id) => read(id, "blob")
	};
};

// src/checkpoints/repository.ts
const REFUSED = {
	symlink: {
		what: "a symbolic link",
		mend: "Put the file itself in its place: a link could lead anywhere, so none is followed."
	},
	submodule: {
		what: "a submodule",
		mend: "Keep the file in this repository: what a submodule holds is not part of its commits."
	},
	folder: {
		what: "a folder",
		mend: "Name a file in it."
	}
};
/** Of each object the first source's that has it; asked once, since an id always names the same object. */
const objectsOf = (sources) => {
	const first = (ask) => {
		const asked = /* @__PURE__ */ new Map();
		const find = async (id) => {
			for (const source of sources) {
				const object = await ask(source, id);
				if (object !== void 0) return object;
			}
		};
		return (id) => {
			const known = asked.get(id) ?? find(id);
			asked.set(id, known);
			return known;
		};
	};
	return {
		commit: first((source, id) => source.commit(id)),
		tree: first((source, id) => source.tree(id)),
		blob: first((source, id) => source.blob(id))
	};
};
/** The id that git gives to these bytes, by the hash that `id` is of. */
const blobId = (bytes, id) => createHash(id.length === 64 ? "sha256" : "sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
const missing = (where) => new ConfigError({
	what: "this part of the history is neither in the checkout nor to be had from the server",
	where,
	mend: "Give actions/checkout fetch-depth: 2, or the action a github-token with contents: read."
});
/**
* A repository whose objects are in `sources`, asked in their order: the local clone first, then the server, which has the
* history that a shallow clone lacks.
*/
const createRepository = (sources) => {
	const objects = objectsOf(sources);
	const commitOf = async (id) => {
		const commit = await objects.commit(id);
		if (commit === void 0) throw missing(`commit ${shortId(id)}`);
		return commit;
	};
	/** The entry at a path, or the first on the way to it that is no folder. */
	const walk = async (commit, path) => {
		const steps = path.split("/");
		let tree = (await commitOf(commit)).tree;
		for (const [place, name] of steps.entries()) {
			const reached = steps.slice(0, place + 1).join("/");
			const entries = await objects.tree(tree);
			if (entries === void 0) throw missing(`${printable(reached)}, in commit ${shortId(commit)}`);
			const entry = entries.find((candidate) => candidate.name === name);
			if (entry === void 0) return void 0;
			if (entry.kind !== "folder" || reached === path) return {
				...entry,
				reached
			};
			tree = entry.id;
		}
	};
	return {
		parents: async (commit) => (await commitOf(commit)).parents,
		stampAt: async (commit, path) => {
			const entry = await walk(commit, path);
			return entry && `${entry.kind} ${entry.id} at ${entry.reached}`;
		},
		fileAt: async (commit, path) => {
			const entry = await walk(commit, path);
			if (entry === void 0) return void 0;
			const where = `${printable(entry.reached)}, in commit ${shortId(commit)}`;
			if (entry.kind !== "file") {
				const { what, mend } = REFUSED[entry.kind];
				throw new ConfigError({
					what: `found ${what}, expected a file`,
					where,
					mend
				});
			}
			if (entry.reached !== path) return void 0;
			const bytes = await objects.blob(entry.id);
			if (bytes === void 0) throw missing(where);
			if (blobId(bytes, entry.id) === entry.id) return bytes;
			throw new ConfigError({
				what: "the bytes that came are not the ones that the commit names",
				where,
				mend: "Run it again; if it happens again, check out anew."
			});
		}
	};
};

// src/github/api-failure.ts
/** Where GitHub limits requests and does not say for how long. */
const RATE_LIMIT_WAIT_MS = 6e4;
/** The failure behind an error of octokit; any other error is a bug of ours and is thrown on. */
function failureOf(error, now) {
	if (!(error instanceof Error)) throw error;
	const response = responseOf(error);
	if (response === void 0) {
		if (!isNetworkError(error)) throw error;
		return {
			kind: "unreachable",
			isTransient: true,
			message: error.message,
			cause: error
		};
	}
	const { status, headers, data } = response;
	const message = messageOf(data);
	const isRateLimit = status === 429 || status === 403 && (headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(message));
	const retryAfterMs = isRateLimit || status === 503 ? askedWait(headers, isRateLimit, now) : void 0;
	return {
		kind: "refused",
		isTransient: isRateLimit || status >= 500,
		message,
		status,
		isRateLimit,
		...retryAfterMs === void 0 ? {} : { retryAfterMs },
		cause: error
	};
}
/** What to tell the user of a failure that stays. */
function explainFailure(failure, { purpose, permission }) {
	const { status, message, cause } = failure;
	const said = message === "" ? "" : `: ${oneLine(message, 800)}`;
	const answered = status === void 0 ? "" : ` (HTTP ${status}${said})`;
	return {
		what: `${purpose} failed${failure.kind === "unreachable" ? said : answered}`,
		where: "GitHub API",
		mend: mendOf(failure, permission),
		cause,
		...status === void 0 ? {} : { status }
	};
}
function mendOf({ kind, status, isRateLimit, message }, permission) {
	if (kind === "unreachable") return "Check that the runner reaches the API (GITHUB_API_URL, proxy variables), and run the job again.";
	if (kind === "unreadable") return "Something between the runner and GitHub may have changed the answer; run the job again.";
	if (isRateLimit === true) return "The token has asked too much for now; run the job again later, or give github-token a token of its own.";
	if (/\blocked\b/i.test(message)) return "Unlock the conversation, and run the job again.";
	switch (status) {
		case 401: return "Give github-token a token that is valid; the token of a job ends with the job.";
		case 403: return permission === void 0 ? "Give github-token a token that may do this." : `Add \`${permission}\` to the job's \`permissions:\`. A pull request from a fork or by Dependabot has a read-only token whatever they say.`;
		case 404: return `It is not there, or the token may not see it${permission === void 0 ? "" : ` (it needs \`${permission}\`)`}.`;
		case 410: return "It was deleted, or issues are switched off in the repository.";
		case 422: return "GitHub does not accept what was sent; please report this as a bug with the message above.";
		case void 0:
		default: return (status ?? 0) >= 500 ? "Run the job again; GitHub's status page tells of outages." : "Look at the message above, and run the job again.";
	}
}
function responseOf(error) {
	const response = "response" in error ? error.response : void 0;
	if (typeof response !== "object" || response === null || !("status" in response)) return void 0;
	const { status } = response;
	if (typeof status !== "number") return void 0;
	const headers = {};
	if ("headers" in response && typeof response.headers === "object" && response.headers !== null) for (const [name, value] of Object.entries(response.headers)) headers[name] = String(value);
	return {
		status,
		headers,
		data: "data" in response ? response.data : void 0
	};
}
/** Octokit's errors, and those of a connection that ends or takes too long. */
function isNetworkError(error) {
	if ([
		"HttpError",
		"AbortError",
		"TimeoutError"
	].includes(error.name)) return true;
	return error instanceof TypeError && /fetch failed|terminated|network/i.test(error.message);
}
function messageOf(data) {
	if (typeof data !== "object" || data === null || !("message" in data)) return "";
	const details = "errors" in data && Array.isArray(data.errors) ? data.errors.map(detailOf).filter(Boolean) : [];
	return [String(data.message), ...details].join("; ");
}
function detailOf(detail) {
	if (typeof detail === "string") return detail;
	return typeof detail === "object" && detail !== null && "message" in detail ? String(detail.message) : "";
}
function askedWait(headers, isRateLimit, now) {
	const seconds = Number(headers["retry-after"] ?? NaN);
	if (Number.isFinite(seconds)) return seconds * 1e3;
	const reset = Number(headers["x-ratelimit-reset"] ?? NaN);
	if (headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset)) return Math.max(0, reset * 1e3 - now);
	return isRateLimit ? RATE_LIMIT_WAIT_MS : void 0;
}

// src/github/api.ts
const ATTEMPTS = 5;
const LONGEST_BACKOFF_MS = 2e4;
/** A wait that GitHub asks for and that is longer is not waited for. */
const LONGEST_ASKED_WAIT_MS = 12e4;
/** The API over a way to send requests. `repository` is `owner/name`; `timeoutMs` is the longest wait for one answer. */
function gitHubApi({ send, repository, timing, signal, timeoutMs, onRetry }) {
	const [owner = "", repo = ""] = repository.split("/");
	const ask = async ({ route, parameters, answer }) => {
		try {
			const { data, headers } = await send(route, {
				...route.includes("{owner}") ? {
					owner,
					repo
				} : {},
				...parameters,
				headers: { "x-github-api-version": "2022-11-28" },
				request: { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) }
			});
			const parsed = answer.safeParse(data);
			if (parsed.success) return {
				data: parsed.data,
				hasNextPage: namesNextPage(headers["link"])
			};
			return {
				kind: "unreadable",
				isTransient: typeof data === "string",
				message: "",
				cause: parsed.error
			};
		} catch (error) {
			if (signal.aborted) throw signal.reason;
			return failureOf(error, timing.now());
		}
	};
	return { request: async (call) => {
		for (let attempt = 1;; attempt += 1) {
			const answer = await ask(call);
			if (!("kind" in answer)) return answer;
			const wait = waitFor(answer, attempt, timing);
			if (wait === void 0) throw new GitHubError(explainFailure(answer, call));
			onRetry(`${call.purpose}: ${summaryOf(answer)}; asking again in ${Math.ceil(wait / 1e3)} s`);
			await timing.sleep(wait, signal);
		}
	} };
}
/** How long to wait before asking again; undefined where asking again makes no sense. */
function waitFor(failure, attempt, timing) {
	const asked = failure.retryAfterMs ?? 0;
	if (!failure.isTransient || attempt >= ATTEMPTS || asked > LONGEST_ASKED_WAIT_MS) return void 0;
	return Math.max(asked, timing.random() * Math.min(LONGEST_BACKOFF_MS, 1e3 * 2 ** (attempt - 1)));
}
function summaryOf({ kind, status }) {
	if (status !== void 0) return `GitHub answered ${status}`;
	return kind === "unreadable" ? "GitHub's answer was cut off" : "no answer from GitHub";
}
function namesNextPage(link) {
	return typeof link === "string" && /;\s*rel="?next"?/.test(link);
}

// src/github/connect.ts
const TIMEOUT_MS = 3e4;
/**
* The API of the GitHub that `baseUrl` names (`GITHUB_API_URL`), through the proxy that the environment names. The client is
* loaded with the first request: a run that asks nothing does not wait for it.
*/
function connectGitHub({ token, baseUrl, timeoutMs = TIMEOUT_MS, ...options }) {
	let client;
	const load = async () => {
		const { getOctokit } = await import("./github.js");
		const octokit = getOctokit(token, {
			baseUrl,
			userAgent: `reversal-check/${ENGINE_VERSION}`
		});
		return (route, parameters) => octokit.request(route, parameters);
	};
	return gitHubApi({
		...options,
		timeoutMs,
		send: async (route, parameters) => {
			client ??= load();
			return (await client)(route, parameters);
		}
	});
}

// src/github/event.ts
const sha$1 = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "expected the id of a commit");
const repository$1 = object({ full_name: string() });
const pullRequestEvent = object({ pull_request: object({
	number: number().int().positive(),
	head: object({
		sha: sha$1,
		repo: repository$1.nullable()
	}),
	base: object({ repo: repository$1 })
}) });
const mergeGroupEvent = object({ merge_group: object({
	head_sha: sha$1,
	base_sha: sha$1
}) });
/**
* What started the job, from the file that the runner wrote. Only what decides the comparison is read.
*
* @throws ConfigError where the file is not the description of such an event.
*/
async function readEvent({ name, path, commit }, readFile) {
	const here = parsed(sha$1, commit, "GITHUB_SHA");
	if (name === "pull_request_target") return { name };
	if (name === "merge_group") {
		const { merge_group: group } = parsed(mergeGroupEvent, await jsonIn(path, readFile), path);
		return {
			name,
			commit: group.head_sha,
			baseCommit: group.base_sha
		};
	}
	if (name === "workflow_dispatch") return {
		name,
		commit: here
	};
	if (name !== "pull_request") return {
		name: "other",
		event: name,
		commit: here
	};
	const { pull_request: pull } = parsed(pullRequestEvent, await jsonIn(path, readFile), path);
	return {
		name,
		commit: here,
		number: pull.number,
		headCommit: pull.head.sha,
		headRepository: pull.head.repo?.full_name,
		baseRepository: pull.base.repo.full_name
	};
}
async function jsonIn(path, readFile) {
	try {
		return JSON.parse(new TextDecoder().decode(await readFile(path)));
	} catch (cause) {
		throw unusable(path, cause instanceof Error ? cause.message : String(cause), cause);
	}
}
function parsed(schema, value, where) {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	const key = issue?.path.join(".") ?? "";
	throw unusable(where, `${key === "" ? "" : `${key}: `}${issue?.message ?? "unreadable"}`, result.error);
}
function unusable(where, what, cause) {
	return new ConfigError({
		what: `the description of the event cannot be used: ${what}`,
		where,
		mend: "The runner writes it; run the job again, and report this if it stays.",
		cause
	});
}

// src/github/git-objects.ts
const sha = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const commitSchema = object({
	sha,
	tree: object({ sha }),
	parents: array(object({ sha }))
});
const treeSchema = object({
	truncated: boolean(),
	tree: array(object({
		path: string(),
		mode: string(),
		sha
	}))
});
const blobSchema = object({
	content: string(),
	encoding: _enum(["base64", "utf-8"])
});
const KINDS = {
	"040000": "folder",
	"120000": "symlink",
	"160000": "submodule"
};
const PERMISSION = "contents: read";
/** The repository's git objects as GitHub's API serves them: for a checkout without its history. */
function gitObjectsOf(api) {
	const objectOf = async (call) => {
		try {
			return (await api.request({
				...call,
				permission: PERMISSION
			})).data;
		} catch (error) {
			if (error instanceof GitHubError && error.status === 404) return void 0;
			throw error;
		}
	};
	return {
		commit: async (id) => {
			const commit = await objectOf({
				route: "GET /repos/{owner}/{repo}/git/commits/{commit_sha}",
				parameters: { commit_sha: id },
				answer: commitSchema,
				purpose: `reading commit ${id}`
			});
			if (commit === void 0) return void 0;
			return {
				id,
				tree: commit.tree.sha,
				parents: commit.parents.map(({ sha: parent }) => parent)
			};
		},
		tree: async (id) => {
			const listing = await objectOf({
				route: "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
				parameters: { tree_sha: id },
				answer: treeSchema,
				purpose: `reading the folder ${id}`
			});
			if (listing?.truncated === true) throw new GitHubError({
				what: `the folder ${id} has more entries than GitHub's API lists`,
				where: "GitHub API",
				mend: "Check out the history in the workflow (actions/checkout with fetch-depth: 0), so that git is asked instead."
			});
			return listing?.tree.map(({ path, mode, sha: entry }) => ({
				name: path,
				kind: KINDS[mode] ?? "file",
				id: entry
			}));
		},
		blob: async (id) => {
			const blob = await objectOf({
				route: "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
				parameters: { file_sha: id },
				answer: blobSchema,
				purpose: `reading the file ${id}`
			});
			return blob === void 0 ? void 0 : new Uint8Array(Buffer.from(blob.content, blob.encoding === "base64" ? "base64" : "utf8"));
		}
	};
}

// src/github/comment-text.ts
/** What GitHub takes, in characters. */
const LONGEST_COMMENT = 65536;
/**
* The hidden last line of a check's comment. Any key gives a marker that no other key gives, and that closes where it
* should: what could end it is written as in a URL.
*/
function markerOf(key) {
	return `<!-- reversal-check:${encodeURIComponent(key.toWellFormed()).replaceAll("%2F", "/").replaceAll(/(?<=-)-|[!'()*~]/g, hex)} -->`;
}
const hex = (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
/** Whether a comment ends with this marker. One that merely quotes it is none of ours. */
function hasMarker(body, marker) {
	return lastLines(body).at(-1) === marker;
}
const STATE = /^<!-- reversal-check-state run:(?<run>\d{1,15}) outcome:(?<outcome>[a-z0-9-]{1,60}) -->$/;
/** What a comment of ours says of itself; undefined where it says nothing that can be read. */
function stateOf(body) {
	const groups = STATE.exec(lastLines(body).at(-2) ?? "")?.groups;
	return groups === void 0 ? void 0 : {
		run: Number(groups["run"]),
		outcome: groups["outcome"] ?? ""
	};
}
function lastLines(body) {
	return body.trimEnd().split("\n").slice(-2).map((line) => line.trim());
}
/** The whole text of a comment, never longer than GitHub takes: what is shown, and what marks it as this check's. */
function commentText(showing, { key, run }) {
	const tail = `\n<!-- reversal-check-state run:${run} outcome:${showing.outcome} -->\n${markerOf(key)}`;
	return `${showing.atMost(LONGEST_COMMENT - tail.length)}${tail}`;
}

// src/github/comment.ts
/** When a comment is written: whenever something was measured, when the outcome changed, when the check fails, never. */
const COMMENT_MODES = [
	"always",
	"changes",
	"failure",
	"never"
];
/** As whom the job's own token writes. */
const JOB_LOGIN = "github-actions[bot]";
/**
* Keeps one comment for a check: made once, then updated in place. It is found by its marker and by being the token's own,
* on all pages; another's comment with our marker is left alone. Where several are there, because jobs ran at the same
* time, the oldest stays and the others go, whichever job comes last.
*
* @throws GitHubError where the comment cannot be read or written.
*/
async function publishComment(request) {
	const { comments, showing, key, mode } = request;
	if (mode === "never") return { kind: "none" };
	const login = await comments.login() ?? JOB_LOGIN;
	const published = await settle(await ownComments(comments, {
		key,
		login
	}), request);
	if (published !== void 0) return published;
	if (!request.mayCreate || mode === "failure" && showing.passed) return { kind: "none" };
	const created = await comments.create(commentText(showing, request));
	const settled = await settle([...(await ownComments(comments, {
		key,
		login: created.author ?? login
	})).filter(({ id }) => id !== created.id), created].toSorted((a, b) => a.id - b.id), request);
	return settled === void 0 || settled.url === created.url ? {
		kind: "created",
		url: created.url
	} : settled;
}
async function ownComments(comments, { key, login }) {
	const marker = markerOf(key);
	return (await comments.list()).filter(({ body, author }) => author?.toLowerCase() === login.toLowerCase() && hasMarker(body, marker));
}
/**
* Brings the oldest of our comments up to date and removes the others; one that was deleted meanwhile gives way to the
* next. Undefined where none is left.
*/
async function settle(own, request) {
	for (const [place, comment] of own.entries()) {
		const kept = await bringUpToDate(comment, request);
		if (kept === "gone") continue;
		await removeAll(own.slice(place + 1), request);
		return {
			kind: kept,
			url: comment.url
		};
	}
}
async function bringUpToDate({ id, body }, request) {
	const { comments, showing, mode, run } = request;
	const state = stateOf(body);
	if (state !== void 0 && state.run > run) return "left";
	if (mode === "changes" && state?.outcome === showing.outcome) return "left";
	const text = commentText(showing, request);
	if (body.trim() === text.trim()) return "left";
	try {
		await comments.update(id, text);
		return "updated";
	} catch (error) {
		if (error instanceof GitHubError && (error.status === 404 || error.status === 410)) return "gone";
		throw error;
	}
}
async function removeAll(duplicates, { comments, onWarning }) {
	for (const { id, url } of duplicates) try {
		await comments.remove(id);
	} catch (error) {
		if (!(error instanceof GitHubError)) throw error;
		if (error.status !== 404 && error.status !== 410) onWarning(`a second comment of this check stays at ${url}: ${error.what}`);
	}
}

// src/github/inputs.ts
/** What an input is where the workflow does not set it; `action.yml` says the same. */
const DEFAULTS = {
	config: "reversal.yml",
	comment: "always",
	out: ".reversal-check"
};
const LONGEST_KEY = 100;
/**
* The inputs as the runner passes them on, `INPUT_…`; surrounding white space is cut off.
*
* @throws ConfigError for a value that cannot be meant.
*/
function readInputs(env) {
	const read = (name) => (env[`INPUT_${name.toUpperCase()}`] ?? "").trim() || (DEFAULTS[name] ?? "");
	const [old, fresh, token] = [
		"old",
		"new",
		"github-token"
	].map(read);
	const config = pathInRepository(read("config"));
	const out = read("out");
	const pr = read("pr");
	return {
		config,
		...old ? { old } : {},
		...fresh ? { new: fresh } : {},
		...pr === "" ? {} : { pr: pullRequestNumber(pr) },
		...token ? { token } : {},
		comment: commentMode(read("comment")),
		commentKey: keyOf(read("comment-key") || config),
		out,
		store: read("store") || posix.join(out, "completions")
	};
}
function pathInRepository(path) {
	const normal = posix.normalize(path);
	if (!posix.isAbsolute(normal) && normal !== ".." && !normal.startsWith("../")) return normal;
	throw new ConfigError({
		what: `found ${quoted(path)}, expected a path within the repository`,
		where: "input config",
		mend: "Name the file from the repository's root, as in evals/reversal.yml."
	});
}
function pullRequestNumber(text) {
	const number = /^#?(\d{1,9})$/.exec(text)?.[1];
	if (number !== void 0 && Number(number) > 0) return Number(number);
	throw new ConfigError({
		what: `found ${quoted(text)}, expected the number of a pull request`,
		where: "input pr",
		mend: "Give the number alone, as in 123."
	});
}
function commentMode(text) {
	const mode = COMMENT_MODES.find((known) => known === text);
	if (mode !== void 0) return mode;
	throw new ConfigError({
		what: `found ${quoted(text)}, expected ${COMMENT_MODES.slice(0, -1).join(", ")} or ${COMMENT_MODES.at(-1) ?? ""}`,
		where: "input comment",
		mend: "Leave it out for always."
	});
}
function keyOf(text) {
	if (text.length <= LONGEST_KEY) return text;
	throw new ConfigError({
		what: `found ${text.length} characters, expected at most ${LONGEST_KEY}`,
		where: "input comment-key",
		mend: "Give a short name, one for each check that comments on the same pull request."
	});
}

// src/github/job.ts
/** @throws ConfigError where this is no job of GitHub Actions. */
function readJob(env) {
	const repository = needed(env, "GITHUB_REPOSITORY");
	const runId = env["GITHUB_RUN_ID"] ?? "";
	const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
	const summaryPath = env["GITHUB_STEP_SUMMARY"] ?? "";
	const outputPath = env["GITHUB_OUTPUT"] ?? "";
	const isRun = /^\d{1,15}$/.test(runId);
	return {
		repository,
		apiUrl: (env["GITHUB_API_URL"] ?? "") || "https://api.github.com",
		run: isRun ? Number(runId) : 0,
		...isRun ? { runUrl: `${server}/${repository}/actions/runs/${runId}` } : {},
		event: {
			name: needed(env, "GITHUB_EVENT_NAME"),
			path: needed(env, "GITHUB_EVENT_PATH"),
			commit: needed(env, "GITHUB_SHA")
		},
		...summaryPath === "" ? {} : { summaryPath },
		...outputPath === "" ? {} : { outputPath }
	};
}
function needed(env, name) {
	const value = env[name] ?? "";
	if (value !== "") return value;
	throw new ConfigError({
		what: `the environment variable ${name} is not set, so this is no job of GitHub Actions`,
		where: name,
		mend: "Use the Action in a workflow; elsewhere use the command: npx reversal-check check --help."
	});
}

// src/github/pull-request.ts
const repository = object({ full_name: string() }).nullable();
const pullSchema = object({
	number: number().int().positive(),
	state: _enum(["open", "closed"]),
	merge_commit_sha: string().nullable(),
	mergeable: boolean().nullish(),
	head: object({
		sha: string(),
		repo: repository
	}),
	base: object({ repo: object({ full_name: string() }) })
});
/** Asks the API for pull requests. While GitHub has not yet tried the merge, or found conflicts, its commit is not known. */
function findPullRequestOf(api) {
	return async (number) => {
		try {
			const { data } = await api.request({
				route: "GET /repos/{owner}/{repo}/pulls/{pull_number}",
				parameters: { pull_number: number },
				answer: pullSchema,
				purpose: `reading pull request #${number}`,
				permission: "pull-requests: read"
			});
			const isOpen = data.state === "open";
			return {
				number,
				isOpen,
				mergeCommit: !isOpen || data.mergeable === true ? data.merge_commit_sha ?? void 0 : void 0,
				headCommit: data.head.sha,
				headRepository: data.head.repo?.full_name,
				baseRepository: data.base.repo.full_name
			};
		} catch (error) {
			if (error instanceof GitHubError && error.status === 404) return void 0;
			throw error;
		}
	};
}

// src/action/place.ts
/** @throws ConfigError where an input or what the runner says cannot be used. */
async function readPlace(edges) {
	const { env, log, signal } = edges;
	const inputs = readInputs(env);
	const job = readJob(env);
	const { token } = inputs;
	const event = await readEvent(job.event, (path) => readFile(path));
	if (token === void 0) return {
		...edges,
		inputs,
		job,
		event
	};
	const api = connectGitHub({
		token,
		baseUrl: job.apiUrl,
		repository: job.repository,
		timing: systemTiming,
		signal,
		onRetry: (message) => log.info(message)
	});
	return {
		...edges,
		inputs,
		job,
		event,
		api
	};
}
/** The clone in the workspace and, behind it, the API: for history that was not checked out. */
async function openCheckout({ api, env, event, folder, inputs, job }) {
	const commit = "commit" in event ? event.commit : job.event.commit;
	const { root, objects } = await findClone({
		workspace: folder,
		configPath: resolve(folder, inputs.config),
		commit,
		gitIn: (clone) => localGit({
			folder: clone,
			env
		})
	});
	const sources = [objects, api && gitObjectsOf(api)].filter((source) => source !== void 0);
	return {
		root,
		repository: createRepository(sources),
		findPullRequest: api === void 0 ? refuseWithoutToken : findPullRequestOf(api)
	};
}
const refuseWithoutToken = () => Promise.reject(new ConfigError({
	what: "empty, so a pull request cannot be looked up",
	where: "input github-token",
	mend: "Leave the input out: the token of the job is then used."
}));
/** Whose files judge a comparison. */
function judgedBy(judge, { folder, inputs }, { repository, root }) {
	return {
		repository,
		judge,
		root,
		folder,
		configPath: inputs.config
	};
}
/** The pull request that the comment belongs to; undefined where there is none, or where nothing may be posted. */
function commentedOn({ event, inputs }) {
	if (event.name !== "pull_request") return inputs.pr;
	return event.headRepository?.toLowerCase() !== event.baseRepository.toLowerCase() ? void 0 : event.number;
}

export { publishComment as a, annotationsOf as c, repositoryPath as d, isLfsPointer as f, readPlace as i, changesToJudge as l, judgedBy as n, findingOf as o, shortId as p, openCheckout as r, showingOf as s, commentedOn as t, judgedFiles as u };