import { r as __name } from "./rolldown-runtime.js";
import { t as ConfigError } from "./errors.js";
import { parse, resolve } from "node:path";
import { spawn } from "node:child_process";
import { devNull } from "node:os";

// src/versions/git-objects.ts
/** Whether text is a full id. Abbreviated ids are never looked up. */
const isObjectId = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
/** A shortened id for display. */
const shortId = (id) => id.slice(0, 10);

// src/versions/local-git.ts
const LINE_FEED = 10;
const SPACE = 32;
/** The kinds of tree entries by mode. All other modes denote files. */
const KINDS = {
	"40000": "folder",
	"120000": "symlink",
	"160000": "submodule"
};
/** The environment variables that git needs. `GIT_*` variables are excluded, because they could redirect git. */
const PASSED_ON = [
	"PATH",
	"HOME",
	"SystemRoot",
	"USERPROFILE",
	"TMPDIR",
	"TEMP"
];
/**
* Settings that no file can override. They prevent implicit fetches, which a partial clone would make, and allow the
* folder to belong to another user, as in a container. System and user settings are ignored, because they could specify
* programs to run.
*/
const SETTINGS = [
	"-c",
	"protocol.allow=never",
	"-c",
	"safe.directory=*",
	"-c",
	"core.fsmonitor=false"
];
/** Matches git's messages for a folder that is not a clone and for a partial clone that lacks the object. */
const NOT_HERE = /not a git repository|cannot change to|could not get object info|promisor|lazy/iu;
/**
* Runs git without a shell; `undefined` if git is not installed. The working directory is the file system's root,
* because some systems look for programs in the current folder, and the clone contains the pull request's files.
*/
const gitIn = (folder, env, instead) => (parameters, input) => new Promise((resolve$1, reject) => {
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
			GIT_CONFIG_NOSYSTEM: "1",
			GIT_CONFIG_GLOBAL: devNull,
			GIT_ATTR_NOSYSTEM: "1",
			GIT_NO_REPLACE_OBJECTS: "1",
			GIT_TERMINAL_PROMPT: "0",
			GIT_NO_LAZY_FETCH: "1",
			...instead && {
				GIT_DIR: instead.repository,
				GIT_OBJECT_DIRECTORY: instead.objects
			}
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
/** Parses a tree's bytes. Each entry consists of its mode, a space, its name, a zero byte, and its id in binary. */
const parseTree = (bytes, idBytes) => {
	const entries = [];
	for (let at = 0; at < bytes.length;) {
		const space = bytes.indexOf(SPACE, at);
		const end = bytes.indexOf(0, space);
		const mode = bytes.toString("latin1", at, space);
		entries.push({
			name: bytes.toString("utf8", space + 1, end),
			kind: KINDS[mode] ?? "file",
			id: bytes.toString("hex", end + 1, end + 1 + idBytes)
		});
		at = end + 1 + idBytes;
	}
	return entries;
};
/**
* Reads a local clone's objects with the installed `git`. Returns `undefined` for objects that a shallow or partial
* clone lacks, and for all objects if the folder is not a repository or git is not installed. Nothing is fetched. A
* commit's parents are the ones recorded in it, even if a shallow clone's history ends at that commit.
*
* @throws {ConfigError} if git fails in another way
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
				fix: "Check out the repository again, for example with actions/checkout before this step."
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

export { shortId as i, localGit as n, isObjectId as r, gitIn as t };