import { r as __name } from "./rolldown-runtime.js";
import { n as GitHubError, t as ConfigError } from "./errors.js";
import { i as shortId, n as localGit, r as isObjectId, t as gitIn } from "./local-git.js";
import { _ as string, a as array, m as object, o as boolean, p as number, r as _enum } from "./schemas.js";
import { n as printable, r as quoted } from "./printable.js";
import { t as readRegularFile } from "./regular-file.js";
import { S as connectGitHub, _ as ARTIFACT_MODES, n as parseShard, o as findPullRequestOf, s as COMMENT_MODES } from "./shard.js";
import { t as systemTiming } from "./timing.js";
import { createHash } from "node:crypto";
import { dirname, join, posix, relative, resolve } from "node:path";
import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";

// src/versions/clone-root.ts
const exists = (path) => access(path).then(() => true, () => false);
/** The folders from `from` up to and including `top`; only `top` if `from` is not inside it. */
const upwards = (from, top) => {
	if (from === top || relative(top, from).startsWith("..") || dirname(from) === from) return [top];
	return [from, ...upwards(dirname(from), top)];
};
/**
* Finds the clone that contains a configuration: the first folder, going up from the configuration's folder to the
* workspace, that is a clone and has `commit`. Requiring the commit rules out submodules and other nested repositories.
* Falls back to the workspace.
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

// src/versions/history.ts
const unknown$1 = /* @__PURE__ */ __name((what) => new ConfigError({
	what,
	where: "the Git history",
	fix: "Set fetch-depth: 0 for actions/checkout, or set the github-token input to a token with contents: read."
}), "unknown");
/**
* Combines the history of a clone and a server, either of which may be absent. The clone is tried first, because it
* needs no request. For tags, the server is tried first, because a clone that lacks tags still looks complete.
*/
const createHistory = ({ clone, server }) => {
	const first = async (sources, ask) => {
		for (const source of sources) {
			const answer = source && await ask(source);
			if (answer !== void 0) return answer;
		}
	};
	return {
		mergeBase: async (branch, commit) => {
			const found = await first([clone, server], (source) => source.mergeBase(branch, commit));
			if (found !== void 0) return found;
			throw unknown$1(`cannot find the commit at which ${shortId(commit)} diverged from the branch ${branch}`);
		},
		tags: async () => {
			const found = await first([server, clone], (source) => source.tags());
			if (found !== void 0) return found;
			throw unknown$1("cannot read the tags of the repository");
		},
		isAncestor: async (older, newer) => {
			const found = await first([clone, server], (source) => source.isAncestor(older, newer));
			if (found !== void 0) return found;
			throw unknown$1(`cannot determine whether commit ${shortId(newer)} is based on ${shortId(older)}`);
		},
		isOnBranch: async (branch, commit) => {
			const here = await clone?.isOnBranch(branch, commit);
			const found = here === true ? here : await server?.isOnBranch(branch, commit) ?? here;
			if (found !== void 0) return found;
			throw unknown$1(`cannot determine whether commit ${shortId(commit)} is on the branch ${branch}`);
		},
		hasEverything: async () => await first([server, clone], (source) => source.hasEverything()) ?? false,
		isPrerelease: async (tag) => await first([server], (source) => source.isPrerelease(tag)) ?? false
	};
};

// src/versions/local-history.ts
/** Git's exit code for "no". */
const NO = 1;
/**
* Answers questions about how commits are related, using a local clone. Returns `undefined` if the folder is not a
* clone, if the clone is shallow, or if it lacks the commit.
*/
const localHistory = (options) => {
	const git = gitIn(options.folder, options.env);
	let whole;
	const isWhole = async () => {
		const finished = await git(["rev-parse", "--is-shallow-repository"], "");
		return finished?.code === 0 && finished.output.toString().trim() === "false";
	};
	/** Git's output; `undefined` if the clone is incomplete. */
	const ask = async (...parameters) => {
		whole ??= isWhole();
		if (!await whole) return void 0;
		const finished = await git(parameters, "");
		return finished && {
			code: finished.code,
			text: finished.output.toString().trim()
		};
	};
	const isAncestor = async (older, newer) => {
		const found = await ask("merge-base", "--is-ancestor", older, newer);
		if (found?.code === 0) return true;
		return found?.code === NO ? false : void 0;
	};
	return {
		mergeBase: async (branch, commit) => {
			const found = await ask("merge-base", `refs/remotes/origin/${branch}`, commit);
			return found?.code === 0 && isObjectId(found.text) ? found.text : void 0;
		},
		tags: async () => {
			const found = await ask("for-each-ref", "--format=%(objectname) %(*objectname) %(refname:lstrip=2)", "refs/tags");
			if (found?.code !== 0) return void 0;
			return found.text.split("\n").flatMap((line) => {
				const [, own = "", peeled = "", name] = /^(\S+) (\S*) (.+)$/u.exec(line) ?? [];
				return name === void 0 ? [] : [{
					name,
					commit: peeled || own
				}];
			});
		},
		isAncestor,
		isOnBranch: (branch, commit) => isAncestor(commit, `refs/remotes/origin/${branch}`),
		hasEverything: async () => {
			whole ??= isWhole();
			return await whole ? true : void 0;
		},
		isPrerelease: () => Promise.resolve(void 0)
	};
};

// src/versions/repository.ts
const REFUSED = {
	symlink: {
		what: "a symbolic link",
		fix: "Replace the link with the file itself. Links are not followed, because they could lead anywhere."
	},
	submodule: {
		what: "a submodule",
		fix: "Move the file into this repository. The contents of a submodule are not part of its commits."
	},
	folder: {
		what: "a folder",
		fix: "Specify the path of a file in this folder."
	}
};
/**
* Combines sources: takes each object from the first source that has it, and caches it, because an id always identifies
* the same object.
*/
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
/** The id that git assigns to these bytes, computed with the same hash function as `id`. */
const blobId = (bytes, id) => createHash(id.length === 64 ? "sha256" : "sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
const missing = (where) => new ConfigError({
	what: "this part of the history is not in the checkout, and the server could not provide it",
	where,
	fix: "Set fetch-depth: 2 for actions/checkout, or set the github-token input to a token with contents: read."
});
/**
* A repository whose objects come from `sources`, tried in order: first the local clone, then the server, which has the
* history that a shallow clone lacks.
*/
const createRepository = (sources) => {
	const objects = objectsOf(sources);
	const commitOf = async (id) => {
		const commit = await objects.commit(id);
		if (commit === void 0) throw missing(`commit ${shortId(id)}`);
		return commit;
	};
	/** The entry at a path, or the first entry on the way to it that is not a folder. */
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
		has: async (commit) => await objects.commit(commit) !== void 0,
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
				const { what, fix } = REFUSED[entry.kind];
				throw new ConfigError({
					what: `found ${what}, expected a file`,
					where,
					fix
				});
			}
			if (entry.reached !== path) return void 0;
			const bytes = await objects.blob(entry.id);
			if (bytes === void 0) throw missing(where);
			if (blobId(bytes, entry.id) === entry.id) return bytes;
			throw new ConfigError({
				what: "the bytes received do not match the hash in the commit",
				where,
				fix: "Run the job again. If the error persists, check out the repository again."
			});
		}
	};
};

// src/versions/trial-merge.ts
/** Git's exit code if the files conflict. */
const CONFLICTS = 1;
const WHO = "reversal-check <reversal-check@localhost> 0 +0000";
/** Number of hexadecimal digits in a SHA-256 id; a SHA-1 id has 40. */
const SHA256_DIGITS = 64;
const unknown = (why, errors = "") => {
	const said = errors.split("\n")[0]?.trim() ?? "";
	return {
		kind: "unknown",
		why: said === "" ? why : `${why}: ${said}`
	};
};
/**
* Makes the trial merge from a local clone's objects, for servers that do not make trial merges. No branch, index or
* file in the workspace changes. The merge is made in a separate empty repository, so that no hook, filter or merge
* driver from the clone's settings runs: an earlier step may have run the pull request's code, which could have changed
* those settings. The same two commits always give the same merge commit. Shallow clones are not used, because they may
* lack the merge base.
*/
const localTrialMerge = (options) => {
	const { folder, env } = options;
	const git = gitIn(folder, env);
	return async (base, head) => {
		for (const id of [base, head]) if (!isObjectId(id)) throw new Error(`not the id of a commit: ${id}`);
		const clone = await git([
			"rev-parse",
			"--is-shallow-repository",
			"--path-format=absolute",
			"--git-path",
			"objects"
		], "");
		if (clone === void 0) return unknown("Git is not installed on this machine");
		if (clone.code !== 0) return unknown("the workspace contains no clone");
		const [isShallow, objects = ""] = clone.output.toString().split(/\r?\n/u);
		if (isShallow !== "false") return unknown("the clone is shallow");
		const repository = await mkdtemp(join(tmpdir(), "reversal-check-"));
		try {
			const format = base.length === SHA256_DIGITS ? "sha256" : "sha1";
			const made = await git([
				"init",
				"--quiet",
				"--bare",
				"--template=",
				`--object-format=${format}`,
				repository
			], "");
			if (made?.code !== 0) return unknown("cannot create a temporary repository for the merge", made?.errors);
			return await mergeWith(gitIn(folder, env, {
				repository,
				objects
			}), base, head);
		} finally {
			await rm(repository, {
				recursive: true,
				force: true
			});
		}
	};
};
async function mergeWith(git, base, head) {
	const merged = await git([
		"merge-tree",
		"--write-tree",
		"--no-messages",
		base,
		head
	], "");
	const [tree = ""] = merged?.output.toString().split("\n") ?? [];
	if (merged?.code === CONFLICTS && isObjectId(tree)) return { kind: "conflicts" };
	if (merged?.code !== 0 || !isObjectId(tree)) return unknown("git merge-tree failed", merged?.errors);
	const written = await git([
		"hash-object",
		"-t",
		"commit",
		"-w",
		"--stdin"
	], [
		`tree ${tree}`,
		`parent ${base}`,
		`parent ${head}`,
		`author ${WHO}`,
		`committer ${WHO}`,
		"",
		"Trial merge",
		""
	].join("\n"));
	const id = written?.output.toString().trim() ?? "";
	return written?.code === 0 && isObjectId(id) ? {
		kind: "merged",
		commit: id
	} : unknown("cannot write to the clone", written?.errors);
}

// src/github/job/closed-or-deleted.ts
/** Matches the id that means "no commit", which is 40 or 64 zeros. */
const NO_COMMIT$1 = /^0+$/;
/** A nested property; undefined if any part of the path is missing. */
const at = (value, ...path) => path.reduce((inner, name) => typeof inner === "object" && inner !== null ? Object.entries(inner).find(([key]) => key === name)?.[1] : void 0, value);
/** Removes the prefix of a full ref. GitHub names a deleted branch or tag without it, Gitea with it. */
const shortRef = (ref) => ref.replace(/^refs\/(?:heads|tags)\//u, "");
const textAt = (value, ...path) => {
	const found = at(value, ...path);
	return typeof found === "string" || typeof found === "number" ? String(found) : "";
};
/**
* A complete sentence reporting that the event's subject was closed or deleted, so that nothing is left to check;
* undefined if the subject still exists. Servers report this in different fields of the event and do not always set all
* of them, so one field is enough.
*/
function closedOrDeleted(name, payload, commit) {
	const action = textAt(payload, "action");
	switch (name) {
		case "push": {
			if (!(at(payload, "deleted") === true) && !NO_COMMIT$1.test(textAt(payload, "after")) && !NO_COMMIT$1.test(commit)) return void 0;
			const ref = textAt(payload, "ref");
			return `The ${ref.startsWith("refs/tags/") ? "tag" : "branch"} ${shortRef(ref)} was deleted.`;
		}
		case "delete": return `The ${textAt(payload, "ref_type") || "ref"} ${shortRef(textAt(payload, "ref"))} was deleted.`;
		case "pull_request": {
			const pull = at(payload, "pull_request");
			return action === "closed" || textAt(pull, "state") === "closed" || at(pull, "merged") === true ? `Pull request ${textAt(pull, "number")} is closed.` : void 0;
		}
		case "merge_group": return action === "destroyed" ? "The merge group left the queue." : void 0;
		case "release": return ["deleted", "unpublished"].includes(action) || at(payload, "release", "draft") === true ? `The release ${textAt(payload, "release", "tag_name")} is not published.` : void 0;
		default: return;
	}
}

// src/github/job/event.ts
const sha$2 = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "expected the id of a commit");
const repository = object({ full_name: string() });
const pullRequestEvent = object({ pull_request: object({
	number: number().int().positive(),
	head: object({
		sha: sha$2,
		repo: repository.nullable()
	}),
	base: object({
		sha: sha$2,
		ref: string(),
		repo: repository
	})
}) });
const mergeGroupEvent = object({ merge_group: object({
	head_sha: sha$2,
	base_sha: sha$2
}) });
/**
* Dependabot's login. Although its branches are in the repository, its runs do not get the repository's secrets, just
* like runs for a fork.
*/
const DEPENDABOT = "dependabot[bot]";
const NO_COMMIT = /^0+$/;
const pushEvent = object({
	ref: string(),
	before: sha$2,
	forced: boolean().nullish(),
	repository: object({ default_branch: string() })
});
/**
* The events for which the runner's event file determines what to compare, or shows that nothing is left to compare.
*/
const TOLD_BY_A_FILE = /* @__PURE__ */ new Set([
	"pull_request",
	"merge_group",
	"push",
	"release",
	"delete"
]);
const releaseEvent = object({ release: object({ tag_name: string() }) });
/**
* Reads the event that started the job from the runner's file. Reads only the fields that determine the comparison.
*
* @throws {ConfigError} if the file does not describe such an event
*/
async function readEvent({ name, path, commit, actor }, readFile) {
	const here = parsed(sha$2, commit, "GITHUB_SHA");
	if (name === "pull_request_target") return { name };
	if (name === "schedule" || name === "workflow_dispatch") return {
		name,
		commit: here
	};
	if (!TOLD_BY_A_FILE.has(name)) return {
		name: "other",
		event: name,
		commit: here
	};
	const payload = await jsonIn(path, readFile);
	const reason = closedOrDeleted(name, payload, here);
	if (reason !== void 0) return {
		name: "gone",
		event: name,
		reason
	};
	if (name === "merge_group") {
		const { merge_group: group } = parsed(mergeGroupEvent, payload, path);
		return {
			name,
			commit: group.head_sha,
			baseCommit: group.base_sha
		};
	}
	if (name === "push") return pushOf(parsed(pushEvent, payload, path), here);
	if (name === "release") {
		const { release } = parsed(releaseEvent, payload, path);
		return {
			name: "tag",
			event: name,
			commit: here,
			tag: release.tag_name
		};
	}
	const { pull_request: pull } = parsed(pullRequestEvent, payload, path);
	return {
		name: "pull_request",
		commit: here,
		number: pull.number,
		headCommit: pull.head.sha,
		baseCommit: pull.base.sha,
		baseBranch: pull.base.ref,
		headRepository: pull.head.repo?.full_name,
		baseRepository: pull.base.repo.full_name,
		isDependabots: actor === DEPENDABOT
	};
}
function pushOf({ ref, before, forced, repository: { default_branch } }, commit) {
	const [, kind, name = ""] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
	if (kind === "tags") return {
		name: "tag",
		event: "push",
		commit,
		tag: name
	};
	return {
		name: "push",
		commit,
		before: NO_COMMIT.test(before) ? void 0 : before,
		branch: name,
		defaultBranch: default_branch,
		isForced: forced ?? void 0
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
		what: `the event file is invalid: ${what}`,
		where,
		fix: "The runner writes this file. Run the job again, and report the error if it persists.",
		cause
	});
}

// src/github/api/git-objects.ts
const sha$1 = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const commitSchema = object({
	sha: sha$1,
	tree: object({ sha: sha$1 }),
	parents: array(object({ sha: sha$1 }))
});
const treeSchema = object({
	truncated: boolean(),
	tree: array(object({
		path: string(),
		mode: string(),
		sha: sha$1
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
/** Reads the repository's git objects from GitHub's API, for checkouts without history. */
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
				fix: "Set fetch-depth: 0 for actions/checkout, so that the local Git history is used instead."
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

// src/github/api/history.ts
const sha = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const tagsSchema = array(object({
	name: string(),
	commit: object({ sha })
}));
/** `total_commits` counts the head's commits that the base lacks. Gitea does not name the merge base. */
const comparisonSchema = object({
	total_commits: number(),
	merge_base_commit: object({ sha }).optional()
});
const releaseSchema = object({ prerelease: boolean() });
/** Maximum number of pages, with 100 entries each. */
const MOST_PAGES = 1e3;
/** Uses GitHub's API to answer questions about how the repository's commits are related. */
function historyOf(api) {
	const answer = async (call) => {
		try {
			return await api.request({
				...call,
				permission: "contents: read"
			});
		} catch (error) {
			if (error instanceof GitHubError && error.status === 404) return void 0;
			throw error;
		}
	};
	const compare = async (base, head) => (await answer({
		route: "GET /repos/{owner}/{repo}/compare/{basehead}",
		parameters: {
			basehead: `${base}...${head}`,
			per_page: 1
		},
		answer: comparisonSchema,
		purpose: `comparing ${base} with ${head}`
	}))?.data;
	const includes = async (base, commit) => {
		const found = await compare(base, commit);
		return found && found.total_commits === 0;
	};
	return {
		mergeBase: async (branch, commit) => (await compare(branch, commit))?.merge_base_commit?.sha,
		tags: async () => {
			const tags = [];
			for (let page = 1; page <= MOST_PAGES; page += 1) {
				const found = await answer({
					route: "GET /repos/{owner}/{repo}/tags",
					parameters: {
						per_page: 100,
						page
					},
					answer: tagsSchema,
					purpose: "reading the tags"
				});
				if (found === void 0) return void 0;
				tags.push(...found.data.map(({ name, commit }) => ({
					name,
					commit: commit.sha
				})));
				if (!found.hasNextPage) break;
			}
			return tags;
		},
		isAncestor: (older, newer) => includes(newer, older),
		isOnBranch: includes,
		hasEverything: () => Promise.resolve(true),
		isPrerelease: async (tag) => (await answer({
			route: "GET /repos/{owner}/{repo}/releases/tags/{tag}",
			parameters: { tag },
			answer: releaseSchema,
			purpose: `reading the release ${tag}`
		}))?.data.prerelease
	};
}

// src/github/job/inputs.ts
/** Each input's default, as in `action.yml`. */
const DEFAULTS = {
	config: "reversal.yml",
	comment: "always",
	artifact: "report",
	preflight: "true",
	out: ".reversal-check"
};
const LONGEST_KEY = 100;
/**
* Reads the inputs from the runner's `INPUT_…` variables and trims them.
*
* @throws {ConfigError} if a value is invalid
*/
function readInputs(env) {
	const read = (name) => (env[`INPUT_${name.toUpperCase()}`] ?? "").trim() || (DEFAULTS[name] ?? "");
	const [old, candidate, token] = [
		"old",
		"new",
		"github-token"
	].map(read);
	const config = pathInRepository(read("config"));
	const out = read("out");
	const pr = read("pr");
	const key = read("comment-key");
	const [shard = "", merge = ""] = ["shard", "merge"].map(read);
	if (shard !== "" && merge !== "") throw bothShardAndMerge();
	return {
		config,
		...old ? { old } : {},
		...candidate ? { new: candidate } : {},
		...pr === "" ? {} : { pr: pullRequestNumber(pr) },
		...token ? { token } : {},
		comment: oneOf(COMMENT_MODES, "comment", read("comment")),
		artifact: oneOf(ARTIFACT_MODES, "artifact", read("artifact")),
		...key === "" ? {} : { commentKey: keyOf(key) },
		out,
		...shard === "" ? {} : { shard },
		...merge === "" ? {} : { merge },
		store: read("store") || posix.join(out, "completions"),
		preflight: trueOrFalse("preflight", read("preflight")),
		cache: read("store") === "" ? cacheUse(read("cache")) : "never"
	};
}
function bothShardAndMerge() {
	return new ConfigError({
		what: "found together with shard, expected only one of the two",
		where: "input merge",
		fix: "Set shard in the jobs that sample, and merge in the job that merges the shards."
	});
}
function pathInRepository(path) {
	const normal = posix.normalize(path);
	if (!posix.isAbsolute(normal) && normal !== ".." && !normal.startsWith("../")) return normal;
	throw new ConfigError({
		what: `found ${quoted(path)}, expected a path within the repository`,
		where: "input config",
		fix: "Write the path from the root of the repository, for example evals/reversal.yml."
	});
}
function pullRequestNumber(text) {
	const number = /^#?(\d{1,9})$/.exec(text)?.[1];
	if (number !== void 0 && Number(number) > 0) return Number(number);
	throw new ConfigError({
		what: `found ${quoted(text)}, expected the number of a pull request`,
		where: "input pr",
		fix: "Write only the number, for example 123."
	});
}
function oneOf(modes, name, text) {
	const mode = modes.find((known) => known === text);
	if (mode !== void 0) return mode;
	throw new ConfigError({
		what: `found ${quoted(text)}, expected ${modes.slice(0, -1).join(", ")} or ${modes.at(-1) ?? ""}`,
		where: `input ${name}`,
		fix: `Use one of these values, or remove the input to use ${DEFAULTS[name] ?? ""}.`
	});
}
function trueOrFalse(name, text) {
	if (text === "true" || text === "false") return text === "true";
	throw new ConfigError({
		what: `found ${quoted(text)}, expected true or false`,
		where: `input ${name}`,
		fix: "Use true or false, or remove the input to use true."
	});
}
function cacheUse(text) {
	if (text === "") return "where safe";
	return trueOrFalse("cache", text) ? "always" : "never";
}
function keyOf(text) {
	if (text.length <= LONGEST_KEY) return text;
	throw new ConfigError({
		what: `found ${text.length} characters, expected at most ${LONGEST_KEY}`,
		where: "input comment-key",
		fix: "Use a short name that is different for each check on the same pull request."
	});
}

// src/github/job/job.ts
/** @throws {ConfigError} if this is not a job of GitHub Actions */
function readJob(env) {
	const repository = needed(env, "GITHUB_REPOSITORY");
	const runId = env["GITHUB_RUN_ID"] ?? "";
	const server = (env["GITHUB_SERVER_URL"] ?? "https://github.com").replace(/\/+$/u, "");
	const summaryPath = env["GITHUB_STEP_SUMMARY"] ?? "";
	const outputPath = env["GITHUB_OUTPUT"] ?? "";
	const actor = env["GITHUB_ACTOR"] ?? "";
	const isRun = /^\d{1,15}$/.test(runId);
	return {
		repository,
		apiUrl: (env["GITHUB_API_URL"] ?? "") || "https://api.github.com",
		run: isRun ? Number(runId) : 0,
		...Number(env["GITHUB_RUN_ATTEMPT"] ?? "") > 1 ? { isRerun: true } : {},
		...isRun ? { runUrl: `${server}/${repository}/actions/runs/${runId}` } : {},
		event: {
			name: needed(env, "GITHUB_EVENT_NAME"),
			path: needed(env, "GITHUB_EVENT_PATH"),
			commit: needed(env, "GITHUB_SHA"),
			...actor === "" ? {} : { actor }
		},
		...summaryPath === "" ? {} : { summaryPath },
		...outputPath === "" ? {} : { outputPath }
	};
}
/**
* Whether the job runs on github.com or a company's `*.ghe.com`, according to the server address that the runner sets.
* On these servers, a cache can be read only by the branch that wrote it and by branches created from that branch.
* False if the runner sets no address.
*/
function isGitHubs(env) {
	const server = env["GITHUB_SERVER_URL"] ?? "";
	if (!URL.canParse(server)) return false;
	const { hostname, protocol } = new URL(server);
	return protocol === "https:" && (hostname === "github.com" || /^[a-z0-9-]+\.ghe\.com$/u.test(hostname));
}
function needed(env, name) {
	const value = env[name] ?? "";
	if (value !== "") return value;
	throw new ConfigError({
		what: `the environment variable ${name} is not set, although GitHub Actions sets it in every job`,
		where: name,
		fix: "Use the Action in a workflow. Elsewhere, use the command line: reversal-check check --help"
	});
}

// src/action/job-context.ts
/** @throws {ConfigError} if an input or a value from the runner is invalid */
async function readJobContext(edges) {
	const { env, log, signal } = edges;
	const inputs = readInputs(env);
	const job = readJob(env);
	const { token } = inputs;
	const event = await readEvent(job.event, readRegularFile);
	const shard = inputs.shard === void 0 ? {} : { shard: parseShard(inputs.shard, "input shard") };
	if (token === void 0) return {
		...edges,
		inputs,
		job,
		event,
		...shard
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
		...shard,
		api
	};
}
/** Opens the clone in the workspace. History that was not checked out is read through the API. */
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
		history: createHistory({
			clone: objects && localHistory({
				folder: root,
				env
			}),
			server: api && historyOf(api)
		}),
		tryMerge: localTrialMerge({
			folder: root,
			env
		}),
		findPullRequest: api === void 0 ? refuseWithoutToken : findPullRequestOf(api)
	};
}
const refuseWithoutToken = () => Promise.reject(new ConfigError({
	what: "empty, but a token is required to read the pull request",
	where: "input github-token",
	fix: "Remove this input to use the job's own token."
}));
/** Whether the run gets a read-only token, as do runs for a fork's pull request and runs that Dependabot started. */
function mayOnlyRead(event) {
	return event.name === "pull_request" && (isOfFork(event) || event.isDependabots);
}
/** Whether the pull request's branch is in another repository. */
function isOfFork({ headRepository, baseRepository }) {
	return headRepository?.toLowerCase() !== baseRepository.toLowerCase();
}
/** The commit whose files apply to a comparison, and their location. */
function baseFilesOf(base, { folder, inputs }, { repository, root }) {
	return {
		repository,
		commit: base,
		root,
		folder,
		configPath: inputs.config
	};
}

export { readJobContext as a, openCheckout as i, isOfFork as n, isGitHubs as o, mayOnlyRead as r, baseFilesOf as t };