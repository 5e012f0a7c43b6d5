import { r as __name } from "./chunks/rolldown-runtime.js";
import { c as saveState, i as getInput, l as setOutput, t as core_exports } from "./chunks/core.js";
import { i as shortId } from "./chunks/local-git.js";
import { a as SamplingError, i as ReversalCheckError, n as GitHubError, t as ConfigError } from "./chunks/errors.js";
import { f as looseObject } from "./chunks/schemas.js";
import { K as expectations } from "./chunks/margins.js";
import { E as versionKeysOf, N as mistakes, P as mergeConflict, T as modelFileKeys, _ as secretsNamedBy, j as parseYaml, p as readConfig, v as unsetVariables } from "./chunks/read-suite.js";
import { c as configError, o as decodeUtf8, s as notUtf8 } from "./chunks/json-lines.js";
import { t as isLfsPointer } from "./chunks/lfs-pointer.js";
import { n as versionIn } from "./chunks/model-file.js";
import { r as quoted } from "./chunks/printable.js";
import { a as repositoryPath, i as filesAtBase, t as NO_OUTPUTS } from "./chunks/outputs.js";
import { b as unmeasuredResult, d as blocks } from "./chunks/report-to-publish.js";
import { C as ENGINE_VERSION, b as keepArtifact, c as publishComment, m as LONGEST_COMMENT, v as artifactName, x as named, y as filesBelow } from "./chunks/shard.js";
import { n as jobOutcomeOf, r as annotationsOf } from "./chunks/job-outcome.js";
import { a as readJobContext, i as openCheckout, r as mayOnlyRead, t as baseFilesOf } from "./chunks/job-context.js";
import { i as markdownText } from "./chunks/neutralise.js";
import { i as issueComments, t as writeRunFolder } from "./chunks/run-folder.js";
import { t as writeWhole } from "./chunks/write-whole.js";
import { t as systemTiming } from "./chunks/timing.js";
import { i as checkKeyOf, n as track, r as publishTargetOf } from "./chunks/track.js";
import { t as jobLog } from "./chunks/log.js";
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { appendFile, stat } from "node:fs/promises";

// src/config/model-file-keys.ts
const schema = looseObject({ checkpoints: looseObject(modelFileKeys).transform(versionKeysOf).register(expectations, {
	expected: "a mapping",
	example: "{ file: model.yaml, version: /revision }"
}).prefault({}) }).register(expectations, {
	expected: "a mapping",
	example: "checkpoints: { file: model.yaml, … }"
});
/**
* Reads only the keys that locate the version, because mistakes elsewhere in the configuration do not matter if a pull
* request does not change the version.
*
* @throws {ConfigError} if the text is not YAML, or if these keys are invalid
*/
const readVersionKeys = (text, path) => {
	const conflict = mergeConflict(text);
	if (conflict !== void 0) throw configError(path, [conflict]);
	const document = parseYaml(text.replace(/^\uFEFF/, ""));
	if (document.problems !== void 0) throw configError(path, document.problems);
	const value = document.data ?? {};
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data.checkpoints;
	throw configError(path, mistakes({
		schema,
		error: parsed.error,
		value,
		notation: "yaml"
	}).map(({ path: key, at, what, fix }) => ({
		...document.locate(key, at),
		what,
		fix
	})));
};

// src/versions/file-text.ts
/**
* Maximum size of a configuration or model file in bytes: far more than any such file needs, yet small enough to read
* safely from an untrusted source.
*/
const MOST_BYTES = 1048576;
/**
* The text of a small file in a commit; `undefined` if the commit has no such file.
*
* @throws {ConfigError} if the file is larger than 1 MiB, not UTF-8 or stored in Git LFS, and in the same cases as
* `Repository.fileAt`
*/
const fileText = async (repository, commit, path) => {
	const bytes = await repository.fileAt(commit, path);
	if (bytes === void 0) return void 0;
	const where = `${path}, in commit ${shortId(commit)}`;
	if (bytes.length > MOST_BYTES) {
		const what = `found ${bytes.length} bytes, expected at most ${MOST_BYTES}`;
		throw new ConfigError({
			what,
			where,
			fix: "Make this file smaller. A configuration or model file needs only a few lines."
		});
	}
	if (isLfsPointer(bytes)) throw new ConfigError({
		what: "found a Git LFS pointer, expected the file itself",
		where,
		fix: "Remove this file from Git LFS, because its history must be in the repository."
	});
	const text = decodeUtf8(bytes);
	if (text === void 0) throw configError(where, [{
		...notUtf8(bytes, 1),
		line: void 0
	}]);
	return text;
};

// src/versions/version-reader.ts
const missing = (fault) => ({
	fault,
	isMissing: true
});
/** Returns errors in a commit's files and rethrows all other errors. */
const attempt = (read) => {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		return {
			fault: error,
			isMissing: false
		};
	}
};
/** Adds the commit to an error about a file. */
const inCommit = (commit, read) => {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		const { what, where, fix, mistakes } = error;
		const place = where === void 0 ? {} : { where };
		throw new ConfigError({
			what: `in commit ${shortId(commit)}: ${what}`,
			fix,
			mistakes,
			...place,
			cause: error
		});
	}
};
/** The model file's path in the repository. */
const modelPath = (configPath, file) => {
	const path = posix.join(posix.dirname(configPath), file);
	if (path !== ".." && !path.startsWith("../")) return path;
	throw new ConfigError({
		what: "this path leads outside the repository, expected a file inside it",
		where: `${configPath}, checkpoints.file`,
		fix: "Correct the path. It is relative to the configuration's folder."
	});
};
/** @param options `configPath` is a path in the repository */
const versionReader = (options) => {
	const { repository, configPath } = options;
	const versionBy = async (commit, keys) => {
		const { modelFile, versionPattern: pattern } = keys;
		if (modelFile === void 0) return missing(new ConfigError({
			what: "missing, so the model version cannot be located",
			where: `${configPath} in commit ${shortId(commit)}, checkpoints.file`,
			fix: "Add file and version to checkpoints, for example file: model.yaml and version: /revision, or set the Action's inputs old and new."
		}));
		const { pointer } = modelFile;
		const path = attempt(() => modelPath(configPath, modelFile.file));
		if (typeof path !== "string") return path;
		const text = await fileText(repository, commit, path);
		const nothing = (what) => missing(new ConfigError({
			what: `${what}, expected the version`,
			where: `${path}, ${pointer === "" ? "the whole file" : pointer}, in commit ${shortId(commit)}`,
			fix: "Correct checkpoints.file and checkpoints.version, or put the version back in this place."
		}));
		if (text === void 0) return nothing("there is no such file");
		const read = attempt(() => versionIn({
			text,
			path,
			pointer,
			pattern,
			commit
		}));
		if ("fault" in read) return read;
		return "missing" in read ? nothing(read.missing) : {
			keys,
			version: read.version
		};
	};
	const keysAt = async (commit) => {
		const text = await fileText(repository, commit, configPath);
		if (text !== void 0) return attempt(() => inCommit(commit, () => readVersionKeys(text, configPath)));
		return {
			fault: new ConfigError({
				what: "there is no such file",
				where: `${configPath}, in commit ${shortId(commit)}`,
				fix: "Create it with reversal-check init, or set the Action's config input to the path of another file."
			}),
			isMissing: true
		};
	};
	const foundAt = async (commit, pattern) => {
		const keys = await keysAt(commit);
		if ("fault" in keys) return keys;
		return versionBy(commit, pattern === void 0 ? keys : {
			...keys,
			versionPattern: pattern
		});
	};
	return {
		keysAt,
		versionBy,
		foundAt
	};
};

// src/versions/nightly-comparison.ts
/**
* The comparison for a scheduled run, between the configured baseline and today's version. The comparison is made even
* if both versions are equal, because sampling the same model again shows drift in its serving stack.
*
* @throws {ConfigError} if there is no baseline, or if the version cannot be read
*/
const nightlyComparison = async (options) => {
	const { commit, configPath } = options;
	const found = await versionReader(options).foundAt(commit);
	if ("fault" in found) throw found.fault;
	const { baseline } = found.keys;
	if (baseline === void 0) throw new ConfigError({
		what: "missing, so a scheduled run has no version to compare with",
		where: `${configPath} in commit ${shortId(commit)}, checkpoints.baseline`,
		fix: "Add a version to checkpoints, for example baseline: v2, or set the Action's inputs old and new."
	});
	return {
		kind: "moved",
		base: commit,
		head: commit,
		old: baseline,
		new: found.version,
		headIsTrusted: true,
		isScheduled: true
	};
};

// src/versions/refuse.ts
/** @throws {ConfigError} always, with the location, what is wrong, and how to fix it */
const refuse = (where, what, fix) => {
	throw new ConfigError({
		what,
		where,
		fix
	});
};

// src/versions/pull-request-commits.ts
/** Explains why a pull request is not measured in a run without secrets, and how a maintainer can measure it. */
const withoutSecrets = (whose, number) => ({
	reason: `${whose} pull request runs without secrets, so the models cannot be sampled`,
	ways: ["Review the change, then add the pull request to the merge queue. If the workflow runs on merge_group, the pull request is measured there before it merges.", `Or review the change, then run the workflow manually (workflow_dispatch) with pr: ${number}. The pull request is then measured with the secrets of this repository and the configuration of the base commit.`]
});
const isFork = ({ headRepository, baseRepository }) => headRepository?.toLowerCase() !== baseRepository.toLowerCase();
/**
* Returns a trial merge's first parent: the base commit that the server merged into. This must be a commit on the base
* branch. After a pull request's base branch is changed, GitHub may still return the trial merge into the previous
* base. Using it would check the pull request's changes against the wrong base.
*/
const baseOf = async (mergeCommit, { headCommit, baseCommit, baseBranch }, { repository, history }) => {
	const [base, merged, ...others] = await repository.parents(mergeCommit);
	if (base === void 0 || merged !== headCommit || others.length > 0) return refuse(`commit ${shortId(mergeCommit)}`, `this is not a trial merge of ${shortId(headCommit)} into its base, so the changes of the pull request are unknown`, "Run the workflow on pull_request with the types opened, synchronize, reopened and edited. If the branch has just changed, run the job again.");
	if (base === baseCommit || await history.isOnBranch(baseBranch, base)) return base;
	return refuse(`commit ${shortId(mergeCommit)}`, `this is a trial merge into ${shortId(base)}, which is not on ${baseBranch}. The base of the pull request was changed or rewritten, and the server has not created a new trial merge yet`, "Push to the branch of the pull request, so that the server creates a new trial merge: git commit --allow-empty -m \"Check against the new base\" && git push. Rerunning this job is not enough, because it would get the same commit.");
};
/** Makes the trial merge that the server did not make, or returns the reason why its result is unknown. */
const mergedHere = async ({ baseCommit, headCommit }, tryMerge) => {
	const merge = await tryMerge(baseCommit, headCommit);
	if (merge.kind === "merged") return merge.commit;
	if (merge.kind === "unknown") return { unknown: merge.why };
	const what = `it conflicts with its base, ${shortId(baseCommit)}, so the changes of the pull request are unknown`;
	return refuse(`commit ${shortId(headCommit)}`, what, "Resolve the conflicts and push. The check then runs on the new commit.");
};
/**
* The result of merging a pull request into its base. On Gitea and Forgejo, the event's commit is the head itself, so
* the merge is made locally.
*/
const trialMergeOf = async (event, tryMerge) => {
	if (event.commit !== event.headCommit) return event.commit;
	const merge = await mergedHere(event, tryMerge);
	if (typeof merge === "string") return merge;
	return refuse(`commit ${shortId(event.headCommit)}`, `the server does not create trial merges, and reversal-check could not create one: ${merge.unknown}`, "Set fetch-depth: 0 for actions/checkout, and use a runner with Git 2.38 or newer.");
};
/**
* Rejects a rerun if the pull request's base has changed. A rerun gets the event of its first run, but its verdict
* becomes the newest for this commit, so it must be based on the pull request's current base.
*/
const refuseOldBase = async ({ number, baseBranch }, findPullRequest) => {
	const now = await findPullRequest(number);
	if (now === void 0 || now.baseBranch === baseBranch) return;
	refuse(`pull request ${number}`, `this run checks a merge into ${baseBranch}, but the base of the pull request is now ${now.baseBranch}`, `Use the run that started when the base was changed. If there is no such run, push to the branch of the pull request.`);
};
/** Returns a pull request event's commits. `isRerun` is set if the job was rerun. */
const ofPullRequest = async (event, { isRerun, ...sources }) => {
	const { number, isDependabots } = event;
	if (isRerun) await refuseOldBase(event, sources.findPullRequest);
	const head = await trialMergeOf(event, sources.tryMerge);
	const base = await baseOf(head, event, sources);
	if (isFork(event)) return {
		base,
		head,
		headIsTrusted: false,
		withoutSecrets: withoutSecrets("a fork's", number)
	};
	return {
		base,
		head,
		headIsTrusted: true,
		...isDependabots ? { withoutSecrets: withoutSecrets("Dependabot's", number) } : {}
	};
};
/** Returns a pull request's commits if its number was passed explicitly. */
const ofPullRequestByNumber = async (number, sources) => {
	const where = "the input pr";
	if (!Number.isSafeInteger(number) || number < 1) return refuse(where, `found ${number}, expected the number of a pull request`, "Write the number of a pull request, for example pr: 17.");
	const pull = await sources.findPullRequest(number);
	if (pull === void 0) return refuse(where, `found no pull request ${number} in this repository`, "Check the number. It must be the number of a pull request, not of an issue.");
	if (!pull.isOpen) throw new ConfigError({
		what: `pull request ${number} is closed, so it has no changes to measure`,
		where,
		fix: "Set the inputs old and new instead.",
		isOfWhatIsGone: true
	});
	const mergeCommit = pull.mergeCommit ?? await mergedHere(pull, sources.tryMerge);
	if (typeof mergeCommit !== "string") return refuse(where, `pull request ${number} has no trial merge. It may have conflicts, the server may not have created the merge yet, or the server never creates one (Gitea, Forgejo). reversal-check could not create one either: ${mergeCommit.unknown}`, `Resolve any conflicts, or run the job again in a minute. On Gitea and Forgejo, set ref: refs/pull/${number}/head and fetch-depth: 0 for actions/checkout.`);
	return {
		base: await baseOf(mergeCommit, pull, sources),
		head: mergeCommit,
		headIsTrusted: !isFork(pull)
	};
};

// src/versions/push-commits.ts
/**
* The branch's commits before and after a push. For a new branch, the earlier commit is the one where the branch
* diverged from the default branch. The same applies after a force push if the previous commit no longer exists.
*
* @returns `nothingBefore`, a complete sentence, if there is nothing to compare with
* @throws {ConfigError} if history is missing
*/
const ofPush = async ({ before, branch, commit, defaultBranch, isForced }, { repository, history }) => {
	const isDefault = branch === defaultBranch;
	if (before === void 0) {
		if (isDefault) return { nothingBefore: `The branch ${branch} is new and is the default branch, so there is no earlier version to compare with.` };
		return {
			base: await history.mergeBase(defaultBranch, commit),
			head: commit,
			headIsTrusted: true
		};
	}
	if (!(isForced !== false && !await repository.has(before) && await history.hasEverything())) return {
		base: before,
		head: commit,
		headIsTrusted: true
	};
	const gone = `The branch ${branch} was force-pushed, and its previous commit ${shortId(before)} no longer exists`;
	if (isDefault) return { nothingBefore: `${gone}, so the changes of this push are unknown.` };
	const base = await history.mergeBase(defaultBranch, commit);
	return {
		base,
		head: commit,
		headIsTrusted: true,
		note: `${gone}. The check compares against ${shortId(base)}, where the branch diverged from ${defaultBranch}.`
	};
};

// src/versions/tag-version.ts
const START = String.raw`(?<series>(?:.*[-_/@])?v?)`;
/**
* Patterns for the supported version formats: semantic versions, dates, and anything that ends in a number. The first
* match wins.
*/
const FORMS = [
	/^(?<series>(?:.*?[-_/@])??v?)(?<numbers>\d+\.\d+\.\d+)(?<more>-[^+]+)?(?:\+.*)?$/u,
	new RegExp(String.raw`^${START}(?<numbers>\d{4}-\d{2}-\d{2})(?<more>)$`, "u"),
	new RegExp(String.raw`^${START}(?<numbers>\d+(?:\.\d+)*)(?<more>[-._]?[A-Za-z][^/]*)?$`, "u")
];
/** The version in a tag; `undefined` if the tag contains no number. */
const tagVersion = (tag) => {
	for (const form of FORMS) {
		const { series, numbers, more = "" } = form.exec(tag)?.groups ?? {};
		if (series === void 0 || numbers === void 0) continue;
		return {
			series,
			numbers: numbers.split(/[.-]/u).map(BigInt),
			isPrerelease: more !== ""
		};
	}
};
/**
* Returns a negative number if `a` is earlier, 0 if both are equal, and a positive number otherwise. 1.2 equals 1.2.0.
*/
const compareVersionNumbers = (a, b) => {
	for (let place = 0; place < Math.max(a.length, b.length); place += 1) {
		const [left, right] = [a[place] ?? 0n, b[place] ?? 0n];
		if (left !== right) return left < right ? -1 : 1;
	}
	return 0;
};

// src/versions/earlier-tag.ts
/**
* Returns the tag to compare a release with: the tag with the highest version among all tags that belong to the same
* series, have an earlier version, are not pre-releases and point to ancestors of this commit. `undefined` if there is
* no such tag.
*
* @throws {ConfigError} if the tag does not contain a version, or if the history is unknown
*/
const earlierTag = async ({ tag, commit, history }) => {
	const own = tagVersion(tag);
	if (own === void 0) throw new ConfigError({
		what: "found a tag without a number, so the previous release cannot be determined",
		where: `tag ${tag}`,
		fix: "Name releases by version or date, for example v1.2.3, math-v4 or 2026-11-04, or set the inputs old and new."
	});
	const candidates = (await history.tags()).flatMap(({ name, commit: at }) => {
		const version = tagVersion(name);
		return version === void 0 ? [] : [{
			name,
			commit: at,
			version
		}];
	}).filter(({ version }) => version.series === own.series && !version.isPrerelease && compareVersionNumbers(version.numbers, own.numbers) < 0).toSorted((a, b) => compareVersionNumbers(b.version.numbers, a.version.numbers));
	for (const { name, commit: at } of candidates) {
		if (!await history.isAncestor(at, commit)) continue;
		if (await history.isPrerelease(name)) continue;
		return {
			name,
			commit: at
		};
	}
};

// src/versions/release-comparison.ts
/**
* The comparison for a release, between the version at the previous release and the version at this release. The
* configuration, lock and eval set of this release's commit apply, because a release's contents have been reviewed and
* the previous release's eval set may not fit today's model. If the previous release has no version, there is nothing
* to compare with.
*
* @throws {ConfigError} if the tag does not contain a version, if a version cannot be read, or if history is missing
*/
const releaseComparison = async (options) => {
	const { tag, commit } = options;
	const { foundAt, versionBy } = versionReader(options);
	const own = await foundAt(commit);
	if ("fault" in own) throw own.fault;
	const commits = {
		base: commit,
		head: commit
	};
	const earlier = await earlierTag(options);
	if (earlier === void 0) {
		const reason = `Found no earlier release in this series that ${tag} is based on.`;
		return {
			kind: "nothing-before",
			...commits,
			new: own.version,
			reason
		};
	}
	const kept = await versionBy(earlier.commit, own.keys);
	const old = "fault" in kept && kept.isMissing ? await foundAt(earlier.commit, own.keys.versionPattern) : kept;
	if ("fault" in old) {
		if (!old.isMissing) throw old.fault;
		const reason = `The previous release, ${earlier.name}, has no version: ${old.fault.what}.`;
		return {
			kind: "nothing-before",
			...commits,
			new: own.version,
			reason
		};
	}
	if (old.version === own.version) return {
		kind: "unchanged",
		...commits,
		version: own.version
	};
	return {
		kind: "moved",
		...commits,
		old: old.version,
		new: own.version,
		headIsTrusted: true
	};
};

// src/versions/version-change.ts
/** Tells a maintainer how to move the version to another location without hiding a change. */
const TWO_PULL_REQUESTS = "To move the version, use two pull requests. In the first, add the current version in the new place, keep it in the old place, and point checkpoints.file and checkpoints.version to the new place. After merging it, use the second to remove the old place and change the version.";
/**
* Reads the version before and after a change, at the location specified by the base commit's configuration.
*
* A pull request (`isProposed`) must keep that location: if it could empty that location and point the configuration
* elsewhere, it could choose what counts as the version. It may configure a new location for later use if that location
* contains the same version. Its configuration must still find a version; otherwise, the next pull request would have
* no version to compare with. For changes that are already merged, the location in the changed configuration is used.
*
* @param options `configPath` is a path in the repository
* @throws {ConfigError} if `head` has no readable version, if a pull request empties the version's location or
* configures a location with a different version or none, or if history is missing
*/
const versionChange = async (options) => {
	const { base, head, isProposed } = options;
	const { foundAt, versionBy } = versionReader(options);
	const old = await foundAt(base);
	if ("fault" in old) {
		const own = await foundAt(head);
		if ("fault" in own) throw own.fault;
		const { where, what } = old.fault;
		return { cannotJudge: where === void 0 ? what : `${where}: ${what}` };
	}
	const kept = await versionBy(head, old.keys);
	if ("fault" in kept) {
		if (!kept.isMissing) throw kept.fault;
		if (isProposed) throw placeIsGone(kept.fault);
		const moved = await foundAt(head, old.keys.versionPattern);
		if ("fault" in moved) throw kept.fault;
		return {
			old: old.version,
			new: moved.version
		};
	}
	if (!isProposed) return {
		old: old.version,
		new: kept.version
	};
	const named = await foundAt(head, old.keys.versionPattern);
	if ("fault" in named) throw leadsNowhere(named.fault);
	const asBase = await foundAt(head);
	if ("fault" in asBase) throw leadsNowhere(asBase.fault);
	if (![old.version, kept.version].includes(named.version)) throw placeHoldsAnother(named, kept, head);
	return {
		old: old.version,
		new: kept.version
	};
};
function placeIsGone({ what, where }) {
	return new ConfigError({
		what: `${what}. The configuration of the base commit reads the version from there, and a pull request cannot change where it is read from`,
		...where === void 0 ? {} : { where },
		fix: TWO_PULL_REQUESTS
	});
}
function leadsNowhere({ what, where }) {
	return new ConfigError({
		what: `${what}. With this configuration on the base branch, the next pull request could change the version without being measured`,
		...where === void 0 ? {} : { where },
		fix: `Correct the configuration. ${TWO_PULL_REQUESTS} To stop using the check, remove its step from the workflow in the same pull request.`
	});
}
function placeHoldsAnother(named, kept, head) {
	const place = ({ keys: { modelFile } }) => modelFile === void 0 ? "nowhere" : `${modelFile.file} (${modelFile.pointer || "the whole file"})`;
	return new ConfigError({
		what: `this pull request reads the version from ${place(named)}, which has ${quoted(named.version)}, instead of ${place(kept)}, which has ${quoted(kept.version)}. The difference would never be checked`,
		where: `checkpoints.file and checkpoints.version, in commit ${shortId(head)}`,
		fix: TWO_PULL_REQUESTS
	});
}

// src/versions/from-event.ts
/** The safe alternative to `pull_request_target`. */
const TARGET_RECIPE = "Use on: pull_request, which measures pull requests from branches of this repository. For a fork's pull request, add workflow_dispatch with an input named pr and pass it to the Action (with: pr: ${{ inputs.pr }}). Review the change, then run the workflow manually. Alternatively, run the workflow on merge_group.";
/** The two versions that were passed explicitly; `undefined` if neither was. */
const givenVersions = ({ old, new: candidate }) => {
	if (old === void 0 && candidate === void 0) return void 0;
	if (old !== void 0 && candidate !== void 0) return {
		old,
		new: candidate
	};
	return refuse(`the input ${old === void 0 ? "old" : "new"}`, "missing, expected both old and new", "Set both old and new, or neither.");
};
/** The event's name as it is spelled in workflows. */
const nameOf = (event) => "event" in event ? event.event : event.name;
/**
* The commits before and after a change, or why there is nothing to compare with. `undefined` if the event is not a
* change, or if the versions were passed explicitly.
*/
const commitsOf = async (event, options) => {
	const { given, inputs } = options;
	switch (event.name) {
		case "pull_request": return ofPullRequest(event, options);
		case "merge_group": return {
			base: event.baseCommit,
			head: event.commit,
			headIsTrusted: true
		};
		case "workflow_dispatch": return inputs.pr === void 0 ? void 0 : ofPullRequestByNumber(inputs.pr, options);
		case "push": return given === void 0 ? ofPush(event, options) : void 0;
		case "tag":
		case "schedule":
		case "other": return;
	}
};
const nothingBefore$1 = /* @__PURE__ */ __name(async (reason, { commit }, options) => {
	const found = await versionReader(options).foundAt(commit);
	if ("fault" in found) throw found.fault;
	return {
		kind: "nothing-before",
		base: commit,
		head: commit,
		new: found.version,
		reason
	};
}, "nothingBefore");
/** The comparison for an event that is not a change. */
const withoutChange = async (event, options) => {
	if (event.name === "tag") return releaseComparison({
		...options,
		...event
	});
	if (event.name === "schedule") return nightlyComparison({
		...options,
		...event
	});
	const what = `missing, but ${nameOf(event)} does not determine which versions to compare`;
	return refuse("the inputs old and new", what, "Set both old and new or, on workflow_dispatch, set pr.");
};
/**
* Determines what a run compares, based on the event that started it.
*
* - Pull request: the version at the first parent of the trial merge, and at the trial merge itself. This way, commits
*   that the base branch has gained since the branch was created do not count as the pull request's changes. If the
*   server makes no trial merge, it is made locally.
* - Push to a branch: its previous commit and its current commit.
* - Tag: the previous release and the tag.
* - Schedule: the configured baseline and today's version.
*
* Versions that are passed explicitly replace those in the files. Only the configuration keys that locate the version
* are read. A pull request cannot change both that location and the version.
*
* @throws {ConfigError} if inputs contradict each other or the event, if a version cannot be read at the head, or if
* history is missing; always on `pull_request_target`
*/
const comparisonOf = async (options) => {
	const { event, inputs, configPath, repository } = options;
	if (event.name === "pull_request_target") return refuse("on: pull_request_target", "this event gives code from forks access to secrets, so it is not allowed", TARGET_RECIPE);
	const given = givenVersions(inputs);
	if (given !== void 0 && inputs.pr !== void 0) return refuse("the input pr", "found together with old and new, expected either pr or both old and new", "Remove pr, or remove old and new.");
	if (inputs.pr !== void 0 && event.name !== "workflow_dispatch") {
		const what = `it is set on ${nameOf(event)}, but it only works on workflow_dispatch`;
		return refuse("the input pr", what, "Remove it. On pull_request, the event contains the number.");
	}
	const commits = await commitsOf(event, {
		...options,
		given,
		isRerun: options.isRerun === true
	});
	if (commits === void 0) {
		if (given === void 0) return withoutChange(event, options);
		const { commit } = event;
		const scheduled = event.name === "schedule" ? { isScheduled: true } : {};
		return {
			kind: "moved",
			...given,
			base: commit,
			head: commit,
			headIsTrusted: true,
			...scheduled
		};
	}
	if ("nothingBefore" in commits) return nothingBefore$1(commits.nothingBefore, event, options);
	const { base, head, headIsTrusted, withoutSecrets: unmeasured } = commits;
	const note = commits.note === void 0 ? {} : { note: commits.note };
	const change = given ?? await versionChange({
		repository,
		configPath,
		base,
		head,
		isProposed: event.name !== "push"
	});
	if ("cannotJudge" in change) return {
		kind: "first-adoption",
		base,
		head,
		reason: change.cannotJudge
	};
	if (change.old === change.new) return {
		kind: "unchanged",
		base,
		head,
		version: change.new,
		...note
	};
	if (given !== void 0 && await repository.stampAt(base, configPath) === void 0) return {
		kind: "first-adoption",
		base,
		head,
		reason: `${configPath}, in commit ${shortId(base)}: there is no such file`
	};
	if (unmeasured !== void 0 && !headIsTrusted) return {
		kind: "not-measurable",
		base,
		head,
		...change,
		...unmeasured
	};
	const ifUnmeasured = unmeasured === void 0 ? {} : { withoutSecrets: unmeasured };
	return {
		kind: "moved",
		base,
		head,
		headIsTrusted,
		...change,
		...ifUnmeasured,
		...note
	};
};

// src/action/compare.ts
/**
* Determines what to compare and, if there is something to measure, measures it. The code for measuring is loaded only
* if it is needed.
*
* @throws {ConfigError | GraderError | SamplingError | GitHubError} if no result can be obtained
*/
async function compareVersions(place) {
	const { event, folder, inputs, job } = place;
	if (event.name === "gone") return nothingLeft(event.reason, place);
	const checkout = await openCheckout(place);
	const found = await comparisonOf({
		event,
		inputs,
		isRerun: job.isRerun === true && place.api !== void 0,
		configPath: repositoryPath(checkout.root, resolve(folder, inputs.config)),
		repository: checkout.repository,
		history: checkout.history,
		findPullRequest: checkout.findPullRequest,
		tryMerge: checkout.tryMerge
	});
	const comparison = await lacksSecrets(found, place, checkout) ?? found;
	if (place.shard !== void 0 && comparison.kind !== "moved") return noShare();
	switch (comparison.kind) {
		case "unchanged": return unchanged(comparison, place);
		case "nothing-before": return nothingBefore(comparison, place);
		case "not-measurable": return notMeasurable(comparison, place, checkout);
		case "first-adoption": {
			const { adopt } = await import("./chunks/adopt.js");
			return adopt(comparison, place, checkout);
		}
		case "moved": {
			refuseShardsAtNight(comparison, place);
			await maskSecrets(comparison, place, checkout);
			if (place.shard !== void 0) {
				const { sampleShare } = await import("./chunks/sample-shard.js");
				return sampleShare(comparison, place.shard, place, checkout);
			}
			const { measure } = await import("./chunks/measure-comparison.js");
			return measure(comparison, place, checkout);
		}
	}
}
async function noShare() {
	const { nothingToSample } = await import("./chunks/sample-shard.js");
	return nothingToSample();
}
/** The outcome if the event's subject was closed or deleted. */
async function nothingLeft(reason, { job: { runUrl }, shard }) {
	if (shard !== void 0) return noShare();
	const result = unmeasuredResult({
		why: { cause: "nothing-left" },
		versions: {
			old: "none",
			new: "none"
		},
		reasons: [reason],
		failOn: [],
		engine: ENGINE_VERSION
	});
	return jobOutcomeOf({
		result,
		graded: []
	}, {
		runUrl,
		mayCreateComment: false
	});
}
/**
* Rejects shards in a nightly check. Such a check may need a second look, but this is known only after the first
* verdict, when the shards have already been sampled.
*/
function refuseShardsAtNight({ isScheduled }, { inputs: { shard, merge } }) {
	if (isScheduled !== true || shard === void 0 && merge === void 0) return;
	throw new ConfigError({
		what: "found in a scheduled run, which cannot be split into shards, because it measures lost guardrails again",
		where: `input ${shard === void 0 ? "merge" : "shard"}`,
		fix: "Remove this input for scheduled runs. To sample faster in one job, increase sampling.concurrency."
	});
}
/**
* Returns the comparison as not measurable if sampling needs a secret that this run does not have; otherwise undefined.
* A run that Dependabot started may have the secret.
*/
async function lacksSecrets(comparison, place, checkout) {
	if (comparison.kind !== "moved" || comparison.withoutSecrets === void 0) return void 0;
	const { base, head, old, new: candidate, withoutSecrets } = comparison;
	const { readFile } = filesAtBase(baseFilesOf(base, place, checkout));
	const { config } = await readConfig({
		path: place.inputs.config,
		readFile
	});
	const { checkpoints: _, ...withoutModels } = config;
	const asked = hasShards(place) ? withoutModels : config;
	if (unsetVariables(asked, place.env).length === 0) return void 0;
	return {
		kind: "not-measurable",
		base,
		head,
		old,
		new: candidate,
		...withoutSecrets
	};
}
/**
* Whether other jobs of this run have already sampled the checkpoints. If so, this job calls only judges and embedding
* models.
*/
function hasShards({ folder, inputs: { merge } }) {
	const path = merge === void 0 ? void 0 : resolve(folder, merge);
	return path !== void 0 && existsSync(path) && readdirSync(path).length > 0;
}
function unchanged({ version, note }, { job: { runUrl } }) {
	const result = unmeasuredResult({
		why: {
			cause: "version-unchanged",
			version
		},
		versions: {
			old: version,
			new: version
		},
		reasons: note === void 0 ? [] : [note],
		failOn: [],
		engine: ENGINE_VERSION
	});
	return jobOutcomeOf({
		result,
		graded: []
	}, {
		runUrl,
		mayCreateComment: false
	});
}
function nothingBefore({ new: version, reason }, { job: { runUrl } }) {
	const result = unmeasuredResult({
		why: {
			cause: "nothing-before",
			version
		},
		versions: {
			old: "none",
			new: version
		},
		reasons: [reason],
		failOn: [],
		engine: ENGINE_VERSION
	});
	return jobOutcomeOf({
		result,
		graded: []
	}, {
		runUrl,
		mayCreateComment: false
	});
}
async function notMeasurable({ base, reason, ways, ...versions }, place, checkout) {
	const { readFile } = filesAtBase(baseFilesOf(base, place, checkout));
	const { config, hash } = await readConfig({
		path: place.inputs.config,
		readFile
	});
	const result = unmeasuredResult({
		why: {
			cause: "not-measurable",
			versions
		},
		versions,
		reasons: [`${reason.replace(/^./u, (first) => first.toUpperCase())}.`, ...ways],
		failOn: config.policy.failOn,
		engine: ENGINE_VERSION,
		config: hash
	});
	return jobOutcomeOf({
		result,
		graded: []
	}, {
		runUrl: place.job.runUrl,
		mayCreateComment: true
	});
}
async function maskSecrets({ base }, place, checkout) {
	const { readFile } = filesAtBase(baseFilesOf(base, place, checkout));
	const { config } = await readConfig({
		path: place.inputs.config,
		readFile
	});
	for (const secret of secretsNamedBy(config, place.env)) place.log.mask(secret);
}

// src/action/failure.ts
/** The outcome of a run without a result. The log has all details. The report neither mentions nor quotes any server. */
function failureOf(error, { isFile, runUrl }) {
	const known = error instanceof ReversalCheckError ? error : void 0;
	return {
		showing: showingOfFailure(known, runUrl),
		logText: "",
		outputs: {
			...NO_OUTPUTS,
			passed: "false"
		},
		exitCode: known?.exitCode ?? 3,
		mayCreateComment: true,
		isOfWhatIsGone: known?.isOfWhatIsGone ?? false,
		annotations: known === void 0 ? [{
			title: "A bug in reversal-check",
			message: `${stackOf(error)}\n${REPORT}`
		}] : annotationsOf(known, isFile)
	};
}
const REPORT = `This is a bug in reversal-check ${ENGINE_VERSION}. Please report it with the lines above.`;
function stackOf(error) {
	return error instanceof Error ? error.stack ?? error.message : String(error);
}
function showingOfFailure(error, runUrl) {
	const inLog = runUrl === void 0 ? "For details, see the job log." : `For details, see [the job log](${runUrl}).`;
	const text = `${blocks(`> [!CAUTION]\n> **No result.** ${whatOf(error)}\n>\n> The check **fails**.`, error === void 0 || error instanceof SamplingError ? "" : markdownText(error.fix, 800), inLog)}\n`;
	return {
		whole: text,
		atMost: (maxCharacters) => text.length <= maxCharacters ? text : "> [!CAUTION]\n> **No result.**\n",
		outcome: `no-result-${(error?.name ?? "defect").toLowerCase()}`,
		passed: false
	};
}
function whatOf(error) {
	if (error === void 0) return "The run failed because of a bug in reversal-check.";
	if (error instanceof SamplingError) return "Could not get completions.";
	return `${error.where === void 0 ? "" : `${markdownText(error.where)}: `}${markdownText(error.what, 800)}`;
}

// src/github/job/summary.ts
/** Maximum size of a step's summary in bytes. A larger summary is dropped completely. */
const LONGEST_SUMMARY = 1048576;
/** Maximum number of bytes that a UTF-16 code unit takes in UTF-8. */
const BYTES_A_UNIT = 3;
/** The smallest length, in characters, to which a report can be cut. */
const LEAST_CHARACTERS = 500;
/**
* Adds the report to the step's summary, shortened to the remaining space. Never throws: failing to write a summary
* does not fail the check.
*/
async function writeSummary(showing, path) {
	if (path === void 0) return {
		kind: "unwritten",
		reason: "the runner does not support step summaries"
	};
	try {
		const written = await stat(path).then(({ size }) => size, () => 0);
		const fitted = fit(showing, LONGEST_SUMMARY - written);
		if (fitted === void 0) return {
			kind: "unwritten",
			reason: "the step summary is already full"
		};
		await appendFile(path, fitted.text);
		return { kind: fitted.isWhole ? "written" : "shortened" };
	} catch (error) {
		return {
			kind: "unwritten",
			reason: error instanceof Error ? error.message : String(error)
		};
	}
}
function fit(showing, roomBytes) {
	if (Buffer.byteLength(showing.whole) <= roomBytes) return {
		text: showing.whole,
		isWhole: true
	};
	for (const maxCharacters of [roomBytes, Math.floor(roomBytes / BYTES_A_UNIT)]) {
		if (maxCharacters < LEAST_CHARACTERS) return void 0;
		const text = showing.atMost(maxCharacters);
		if (Buffer.byteLength(text) <= roomBytes) return {
			text,
			isWhole: false
		};
	}
}

// src/action/artifact.ts
/**
* Uploads the artifact that the input `artifact` asks for. Uploads nothing if there is no result, or if the result does
* not justify a comment. A run that is not allowed to post its own comment uploads its artifact even if no comment is
* justified, because another workflow posts the comment from the artifact.
*/
async function leaveArtifact(finding, files, place) {
	const { event, inputs, log, env, shard, signal } = place;
	if (inputs.artifact === "none") return;
	if (!(shard === void 0 ? files !== void 0 && (finding.mayCreateComment || mayOnlyRead(event)) : inputs.artifact === "full" && finding.shard !== void 0)) return;
	const name = artifactName(inputs.commentKey ?? inputs.config, shard && `${shard.number}-${shard.of}`);
	if (await keepArtifact({
		name,
		files: async () => {
			if (finding.shard !== void 0) return filesBelow(finding.shard);
			if (files === void 0) return [];
			const comment = join(inputs.out, "comment.md");
			await writeWhole(comment, finding.showing.atMost(65536));
			return inputs.artifact === "full" ? filesBelow(inputs.out) : named([
				files.result,
				files.report,
				comment
			]);
		},
		env,
		timing: systemTiming,
		signal,
		load: () => import("./chunks/artifact-service.js"),
		onSecret: (secret) => log.mask(secret),
		onWarning: (message) => log.warning(message)
	}) === "kept") log.info(`Uploaded the artifact ${name}.`);
}

// src/action/publish.ts
/**
* Publishes the outcome of a run: the log, the folder, the summary, the outputs, the artifact, the comment and the annotations,
* in this order, so that everything is available when the check fails. A failure to publish is a warning and does not
* change the verdict.
*/
async function publish(finding, place) {
	const { job, log } = place;
	if (finding.logText !== "") log.info(finding.logText);
	const files = await writeFolder(finding, place);
	const summary = await writeSummary(finding.showing, job.summaryPath);
	if (summary.kind === "unwritten") log.warning(`Could not write the job summary: ${summary.reason}.`);
	writeOutputs(finding, files, place);
	if (!place.signal.aborted) await leaveArtifact(finding, files, place);
	if (!place.signal.aborted && place.shard === void 0) await post(finding, place);
	for (const annotation of finding.annotations) log.error(annotation);
}
async function writeFolder({ checked }, { inputs, log }) {
	if (checked === void 0) return void 0;
	try {
		return await writeRunFolder(inputs.out, checked);
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		log.warning(`No files were written: ${error.what}. ${error.fix}`);
		return;
	}
}
function writeOutputs({ outputs, shard }, files, place) {
	setOutputs({
		...outputs,
		...files === void 0 ? {} : {
			result: files.result,
			report: files.report
		},
		...shard === void 0 ? {} : { shard }
	}, place);
}
function setOutputs(outputs, { job, log, setOutput }) {
	if (job.outputPath === void 0) return;
	try {
		for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
	} catch (error) {
		log.warning(`Could not set the outputs: ${error instanceof Error ? error.message : String(error)}.`);
	}
}
/** Posts the report as a comment or in the tracking issue. */
async function post(finding, place) {
	const at = publishTargetOf(place);
	if (finding.isOfWhatIsGone === true || at.kind === "nowhere") return;
	if (at.kind === "issue") return track(finding, place);
	const url = await comment(finding, at.number, place);
	if (url !== void 0) setOutputs({ "comment-url": url }, place);
}
/** Creates or updates the pull request's comment, and returns its address. */
async function comment({ showing, mayCreateComment }, number, place) {
	const { api, inputs, job, log } = place;
	if (api === void 0) {
		log.warning("No comment was written, because the github-token input is empty.");
		return;
	}
	try {
		const published = await publishComment({
			comments: issueComments(api, number),
			showing,
			key: checkKeyOf(place),
			mode: inputs.comment,
			run: job.run,
			mayCreate: mayCreateComment,
			onWarning: (message) => log.warning(message)
		});
		return published.kind === "none" ? void 0 : published.url;
	} catch (error) {
		if (!(error instanceof GitHubError)) throw error;
		log.warning(`Could not write the comment: ${error.what}. ${error.fix}`);
		return;
	}
}

// src/action.ts
const cancelled = new AbortController();
for (const [name, exitCode] of [
	["SIGINT", 130],
	["SIGTERM", 143],
	["SIGHUP", 129]
]) process.on(name, () => {
	if (cancelled.signal.aborted) process.exit(exitCode);
	cancelled.abort(new Error(name));
});
const edges = {
	env: process.env,
	folder: process.cwd(),
	log: jobLog({
		commands: core_exports,
		write: (text) => process.stdout.write(text),
		randomWord: randomUUID
	}),
	stream: process.stdout,
	setOutput,
	saveState,
	signal: cancelled.signal
};
const isFile = (path) => statSync(join(edges.folder, path), { throwIfNoEntry: false })?.isFile() === true;
/** Runs the Action and returns its exit code. An error becomes a "no result" outcome and is published like a result. */
async function run() {
	const token = getInput("github-token");
	if (token !== "") edges.log.mask(token);
	let place;
	try {
		place = await readJobContext(edges);
		const finding = await foundAt(place);
		await publish(finding, place);
		return finding.exitCode;
	} catch (error) {
		const failure = failureOf(error, {
			isFile,
			runUrl: place?.job.runUrl
		});
		for (const annotation of failure.annotations) edges.log.error(annotation);
		await writeSummary(failure.showing, process.env["GITHUB_STEP_SUMMARY"]);
		return failure.exitCode;
	}
}
async function foundAt(place) {
	try {
		return await compareVersions(place);
	} catch (error) {
		return failureOf(error, {
			isFile,
			runUrl: place.job.runUrl
		});
	}
}
process.exitCode = await run();

export {  };