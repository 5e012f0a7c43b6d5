import { r as __name } from "./rolldown-runtime.js";
import { a as SamplingError, t as ConfigError } from "./errors.js";
import { _ as string, a as array, b as unknown, d as literal, g as strictObject, m as object, o as boolean, p as number, r as _enum, y as union } from "./schemas.js";
import { F as datetime, O as versionFault, _ as secretsNamedBy, d as readLock, o as existingLockPath } from "./read-suite.js";
import { N as userProgramOf, c as counted, j as judgeOf, s as count$3 } from "./margins.js";
import { r as quoted } from "./printable.js";
import { a as unreadableFile } from "./json-lines.js";
import { i as contentHash, r as canonicalJson, t as readRegularFile } from "./regular-file.js";
import { t as MOST_SHARDS } from "./shard.js";
import { l as jsonForLogs } from "./neutralise.js";
import { a as withRetry, i as backoffMs, r as MODEL_SERVER } from "./retry.js";
import { t as systemTiming } from "./timing.js";
import { t as writeWhole } from "./write-whole.js";
import { i as APIUserAbortError } from "./error.js";
import { A as refuseGivenOutcomes, a as isModeration, c as checkSamplesSuffice, i as refusal, j as exclusionsOf, p as readPlan, r as isBusyFailure, t as RequestFailure, u as lockOf } from "./request-failure.js";
import { c as abandonedProcesses, h as secretsIn, i as runKnownAnswer, l as newMark, m as programEnvironment, n as knownAnswersOf, p as endTree, s as MARKER, t as createGrader, u as processTree } from "./registry.js";
import { A as NONE_REUSED, L as resolveCheckpoints, M as reusedTogether, R as addressFrom, S as refuseOwnJudge, _ as openBlockRequests, a as readStore, b as countBlocks, c as finishReasonOf, g as isDivisible, i as openStore, j as reusedAt, k as spentTogether, l as isBrokenOff, m as pairIdentities, r as suiteInStore, t as completionOf, u as openKeyedLines, v as perRequestOf, x as exclusionSentence, y as blocksOf, z as checkBaseUrl } from "./suite-in-store.js";
import { a as malformed, c as sectionOf, i as jsonOf, l as serverName, n as foreignResponse, o as addressSetting, r as namesThePath, s as pathOf, t as openConnection, u as shownAddress } from "./connection.js";
import { t as progressDisplay } from "./progress.js";
import { createServer } from "node:net";
import { isDeepStrictEqual } from "node:util";
import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, isAbsolute, join, resolve, sep } from "node:path";
import { mkdir } from "node:fs/promises";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { setTimeout } from "node:timers/promises";
import { StringDecoder } from "node:string_decoder";
import { finished } from "node:stream/promises";

// src/grading/known-answers/known-answers.ts
const OWN = "Its grades cannot be trusted. Fix the grader, or correct the case under known if it is wrong.";
/**
* Runs a grader's known-answer cases. The cases test the engine on this machine rather than the user's options, so each
* case is graded with its own options. If a grader also needs some of the user's options, it declares which.
*
* @throws FailedKnownAnswer for the first case with an unexpected outcome; GraderError if the grader crashes on a case
*/
async function runKnownAnswers(spec, edges) {
	for (const { grader, cases, areOwn } of knownAnswersOf(spec, edges)) {
		const fix = areOwn ? grader.fix ?? OWN : void 0;
		try {
			const runs = await Promise.allSettled(cases.map((known) => runKnownAnswer(grader, known, fix)));
			for (const run of runs) if (run.status === "rejected") throw run.reason;
		} finally {
			await grader.close?.();
		}
	}
}

// src/servers/judge-model.ts
/**
* Returns a suite's judge. Reads its base URL from the environment if `base-url-env` is set.
*
* @throws {ConfigError} if that variable is unset or empty, or contains an invalid address
*/
const resolveJudgeModel = (config, suite, env) => {
	const { baseUrl, baseUrlEnv, ...rest } = config;
	const key = `the grader of suite ${suite}`;
	if (baseUrl !== void 0) return {
		...rest,
		baseUrl: checkBaseUrl(baseUrl, `${key}: base-url`)
	};
	if (baseUrlEnv === void 0) throw new Error(`${key} has neither base-url nor base-url-env`);
	const address = addressFrom(baseUrlEnv, `${key}: base-url-env`, env);
	return {
		...rest,
		baseUrlEnv,
		baseUrl: checkBaseUrl(address, `the environment variable ${baseUrlEnv}`)
	};
};

// src/run/stages/head-folder.ts
/**
* Returns the first word of a command that refers to a file in the pull request's folder, from which nothing may be
* executed; undefined if no word does.
*/
function namedInside(words, judgedFolder) {
	if (judgedFolder === void 0) return void 0;
	return words.find((word) => `${word}${sep}`.includes(`${judgedFolder}${sep}`));
}

// src/run/stages/open-graders.ts
/** The client for a plan's judge models; undefined without judges. Sends no requests yet. */
function judgesOf({ suites }, { openJudges }) {
	return suites.some(({ grader }) => isJudged(grader)) ? openJudges?.() : void 0;
}
/** Whether every grade needs a request to a model. */
function isJudged(grader) {
	return grader !== void 0 && judgeOf(grader) !== void 0;
}
/**
* Creates a plan's graders and checks them against their known answers. Called before anything is spent, and only if
* something will be graded, because a grader may execute code. Closing the graders also closes `judges`.
*
* @throws {GraderError} if a grader fails its known answers
* @throws {SamplingError} if a judge cannot be reached
* @throws {ConfigError} if a judge's address is missing, or if a grader would run a program for a fork's pull request
* or from the pull request's files
*/
async function openGraders(plan, edges, judges) {
	const bySuite = /* @__PURE__ */ new Map();
	const close = async () => {
		await Promise.all([...bySuite.values()].map(async (grader) => grader.close?.()));
		await judges?.close();
	};
	try {
		for (const { suite, grader, graderFiles } of plan.suites) {
			if (grader === void 0) continue;
			refuseProgram(grader, {
				suite: suite.name,
				configPath: plan.configPath,
				edges
			});
			const model = judgeOf(grader);
			const own = edgesFor(edges, {
				files: graderFiles,
				judge: model && judges?.of(resolveJudgeModel(model, suite.name, edges.env))
			});
			await runKnownAnswers(grader, own);
			bySuite.set(suite.name, createGrader(grader, own));
		}
	} catch (error) {
		await close().catch(() => {});
		throw error;
	}
	return {
		of: (suite) => bySuite.get(suite),
		close
	};
}
/**
* The signal is read lazily, because reading it starts listening for interrupts. Only graders that start something need
* the signal.
*/
function edgesFor(edges, { files, judge }) {
	const { env, headIsTrusted } = edges;
	return {
		env,
		headIsTrusted,
		files,
		...judge === void 0 ? {} : { judge },
		get signal() {
			return edges.signal;
		}
	};
}
function refuseProgram(grader, { suite, configPath, edges }) {
	const words = userProgramOf(grader);
	if (words === void 0) return;
	if (!edges.headIsTrusted) throw new ConfigError({
		what: `the grader ${grader.type} of suite ${suite} runs a program on this machine, but this pull request comes from a fork`,
		where: configPath,
		fix: "Review the change, push it to a branch of this repository, and check it there."
	});
	const inside = namedInside(words, edges.headFolder);
	if (inside === void 0) return;
	throw new ConfigError({
		what: `the grader ${grader.type} of suite ${suite} refers to ${quoted(inside)}, which is a file in the pull request`,
		where: configPath,
		fix: "Write the path of the file relative to the configuration and list it under files, so that the pinned file from the base commit is used."
	});
}

// src/run/stages/judge-budget.ts
/**
* The part of a budget that sampling may spend. If there are judge models, the budget is divided in proportion to the
* numbers of samples and verdicts, so that enough is left for the verdicts on these samples. Otherwise, sampling may
* spend the whole budget.
*/
function samplingShare(suites, whole) {
	const share = shareOfSampling(suites);
	return share === 1 ? whole : whole.part(share);
}
/**
* The part of a budget that is left for judges if another run spent the part for sampling. If there are no judge
* models, this is the whole budget.
*/
function judgingShare(suites, whole) {
	const share = shareOfSampling(suites);
	return share === 1 ? whole : whole.part(1 - share);
}
/**
* Runs `work` within the remaining budget. `verdicts` is the maximum number of verdicts that it requests from judges.
*/
async function payingFor(judging, verdicts, work) {
	const rest = judging?.budget?.part(1);
	rest?.expect(verdicts, MOST_AT_ONCE);
	judging?.judges.spendFrom(rest);
	try {
		return await work();
	} finally {
		rest?.end();
	}
}
/** A run's cost, including its judges. */
function withJudging(cost, judges, prices) {
	if (judges === void 0) return cost;
	const { cached, ...spent } = judges.cost();
	const judge = {
		...spent,
		reused: cached
	};
	const price = prices?.judge;
	if (price === void 0) return {
		...cost,
		judge
	};
	const usd = (judge.prompt_tokens * price.promptUsdPerMillion + judge.completion_tokens * price.completionUsdPerMillion) / 1e6;
	return {
		...cost,
		judge: {
			...judge,
			cost_usd: usd
		}
	};
}
/** Maximum number of concurrent requests across all judges. */
const MOST_AT_ONCE = 256;
/**
* Sampling's share of the budget: the number of samples divided by the number of samples plus verdicts. At least 0.5,
* and 1 if there are no judge models.
*/
function shareOfSampling(suites) {
	const all = itemsIn(suites);
	const judged = itemsIn(suites.filter(({ grader }) => isJudged(grader)));
	return judged === 0 ? 1 : all / (all + judged);
}
const itemsIn = (suites) => suites.reduce((sum, { suite }) => sum + suite.items.length, 0);

// src/config/lock/compare-lock.ts
const NOTHING$1 = {
	differences: [],
	notes: []
};
const written = (value) => value === void 0 ? "nothing" : canonicalJson(value);
/** The mapping's own value for the key. Ignores inherited members such as `constructor`. */
const own = (mapping, key) => Object.hasOwn(mapping, key) ? mapping[key] : void 0;
/** The keys whose values differ between two mappings. */
const differingMembers = (label, locked, current) => [.../* @__PURE__ */ new Set([...Object.keys(locked), ...Object.keys(current)])].toSorted().map((key) => ({
	key,
	was: written(own(locked, key)),
	is: written(own(current, key))
})).filter(({ was, is }) => was !== is).map(({ key, was, is }) => `${label}${key}: pinned ${was}, now ${is}`);
const compareGraders = (name, locked, current) => {
	if (locked?.type !== current?.type) {
		const words = (grader) => grader === null ? "no grader" : `grader ${grader.type}`;
		return {
			differences: [`suite ${name}: pinned with ${words(locked)}, now ${words(current)}`],
			notes: []
		};
	}
	if (locked === null || current === null) return NOTHING$1;
	const differences = [...differingMembers(`suite ${name}: grader option `, locked.options, current.options), ...differingMembers(`suite ${name}: grader file `, locked.files ?? {}, current.files ?? {})];
	if (locked.version === current.version) return {
		differences,
		notes: []
	};
	const versions = `suite ${name}: pinned with version ${locked.version} of grader ${current.type}, but this reversal-check has version ${current.version}`;
	return Number(current.version) > Number(locked.version) ? {
		differences,
		notes: [`${versions}, which grades both sides`]
	} : {
		differences: [...differences, `${versions}, which is older`],
		notes: []
	};
};
const compareSuites = (name, locked, current) => {
	const differences = [];
	const { items, prompt } = current;
	if (items.hash !== locked.items.hash) differences.push(items.count === locked.items.count ? `suite ${name}: its ${items.count} items differ from the pinned items` : `suite ${name}: pinned with ${locked.items.count} items, now ${items.count}`);
	if (prompt !== locked.prompt) differences.push(`suite ${name}: its system message or template differs from the pinned one`);
	const graders = compareGraders(name, locked.grader, current.grader);
	return {
		differences: [...differences, ...graders.differences],
		notes: graders.notes
	};
};
/** Compares the lock with a check's current inputs. Suites are ordered by name. */
const compareLock = (options) => {
	const { locked, current } = options;
	const suites = [.../* @__PURE__ */ new Set([...Object.keys(locked.suites), ...Object.keys(current.suites)])].toSorted().map((name) => {
		const was = own(locked.suites, name);
		const is = own(current.suites, name);
		if (was === void 0) return {
			differences: [`suite ${name}: in the configuration, but not pinned`],
			notes: []
		};
		if (is === void 0) return {
			differences: [`suite ${name}: pinned, but not in the configuration`],
			notes: []
		};
		return compareSuites(name, was, is);
	});
	return {
		differences: [
			...differingMembers("sampling ", locked.sampling, current.sampling),
			...differingMembers("embeddings ", locked.embeddings ?? {}, current.embeddings ?? {}),
			...suites.flatMap(({ differences }) => differences)
		],
		notes: suites.flatMap(({ notes }) => notes)
	};
};
/**
* Throws if the inputs differ from the locked inputs.
*
* @returns notes for the report about graders that are newer than the lock
* @throws {ConfigError} listing every difference
*/
const checkLock = (options) => {
	const { differences, notes } = compareLock(options);
	if (differences.length === 0) return notes;
	const [only] = differences;
	throw new ConfigError({
		what: differences.length === 1 && only !== void 0 ? only : `${differences.length} differences from the pinned inputs\n  ${differences.join("\n  ")}`,
		where: options.path,
		fix: "If you intend this change, run reversal-check pin and commit the lock, so that reviewers see the difference."
	});
};

// src/run/stages/serve-checkpoints.ts
/**
* The servers for checkpoints with `serve`; undefined if neither has `serve`, or if nothing is sampled. Does not start
* the servers yet.
*
* @throws {ConfigError} if a command would run for a fork's pull request, or if it refers to a file in the pull request
*/
function serveCheckpoints(checkpoints, options) {
	const { config, configPath, env, edges } = options;
	const commands = [checkpoints.old, checkpoints.new].flatMap(({ serve }) => serve?.command ?? []);
	if (commands.length === 0 || edges === void 0) return void 0;
	if (!edges.headIsTrusted) throw new ConfigError({
		what: "checkpoints.serve starts a program on this machine, but this pull request comes from a fork",
		where: configPath,
		fix: "Review the change, push it to a branch of this repository, and check it there."
	});
	const root = dirname(resolve(configPath));
	const values = [checkpoints.old, checkpoints.new].flatMap(({ serve }) => Object.values(serve?.variables ?? {}));
	const inside = namedInside([...commands, ...values].map((word) => word.replaceAll("{root}", root)), edges.judgedFolder);
	if (inside !== void 0) throw new ConfigError({
		what: `checkpoints.serve refers to ${quoted(inside)}, which is a file in the pull request`,
		where: configPath,
		fix: "Use programs and weights that are on the machine, and write their absolute paths, without {root}. A server never receives files from a pull request."
	});
	return edges.openServers({
		secrets: secretsNamedBy(config, env),
		root
	});
}

// src/run/stages/prepare.ts
/**
* @throws {ConfigError} as `readPlan` and `resolveCheckpoints` do, if the eval set does not match the lock,
* and if serving is not permitted
*/
async function prepare({ configPath, versions, draws, files, serving, openBudget, shares = 1, storeDir, env, signal, onProgress, onWarning }) {
	const plan = await readPlan(configPath, files);
	refuseGivenOutcomes(plan);
	const { config } = plan;
	const suites = plan.suites.map(({ suite }) => suite);
	checkSamplesSuffice(plan, config.sampling.n);
	const path = await existingLockPath(configPath, files.readIfThere);
	const locked = await readLock({
		path,
		readFile: files.readFile
	});
	const newer = checkLock({
		locked,
		current: lockOf(plan),
		path
	});
	const checkpoints = resolveCheckpoints({
		checkpoints: config.checkpoints,
		versions,
		draws,
		env
	});
	refuseOwnJudge(plan, checkpoints);
	const servers = serveCheckpoints(checkpoints, {
		config,
		configPath,
		env,
		edges: serving
	});
	for (const exclusion of exclusionsOf(plan)) onWarning?.(exclusionSentence(exclusion));
	return {
		plan,
		locked,
		checkpoints,
		newer,
		request: {
			checkpoints,
			suites,
			settings: config.sampling,
			budget: openBudget({
				limits: inShares(config.budget, shares),
				prices: config.prices
			}),
			storeDir,
			env,
			signal,
			...onWarning && { onWarning },
			onProgress: (progress) => onProgress({
				...progress,
				...costOf(progress, config.prices)
			}),
			...servers === void 0 ? {} : { servers }
		}
	};
}
function costOf({ side, promptTokens, completionTokens }, prices) {
	if (prices === void 0) return {};
	const { promptUsdPerMillion, completionUsdPerMillion } = prices[side];
	return { costUsd: (promptTokens * promptUsdPerMillion + completionTokens * completionUsdPerMillion) / 1e6 };
}
/** The limits for each of several machines that share a budget and run at the same time. */
function inShares(limits, shares) {
	const { maxRequests, maxTokens, maxCostUsd } = limits;
	return {
		...limits,
		...maxRequests !== void 0 && { maxRequests: Math.floor(maxRequests / shares) },
		...maxTokens !== void 0 && { maxTokens: Math.floor(maxTokens / shares) },
		...maxCostUsd !== void 0 && { maxCostUsd: maxCostUsd / shares }
	};
}

// src/result/sentences/shard-sentences.ts
/** The result of sampling a shard, in complete sentences. All figures are whole numbers. */
function shardSentences({ shard, of, requests, cached, failed, limit }) {
	const extent = limit === void 0 ? "is complete" : `is incomplete, because it used up its share of budget.${limit}`;
	return `Shard ${count$3(shard)} of ${count$3(of)} ${extent}: ${counted(requests, "request")}, ${counted(cached, "completion")} from the store, ${count$3(failed)} failed. To get a verdict, merge all shards with reversal-check merge.`;
}

// src/run/shards/shard-file.ts
/** The file in a shard's folder that describes the shard, next to its completions. */
const SHARD_FILE = "shard.json";
/** The subfolder of a shard's folder that contains its completion store. */
const SHARD_STORE = "completions";
const count$2 = number().int().nonnegative();
/** A hash or the program's version. Its length is limited because errors quote it. */
const word = string().max(100);
/** A version's name. Its characters are restricted because errors print ready-to-copy commands that contain it. */
const version = string().refine((text) => versionFault(text) === void 0 || versionFault(text, ".*") === void 0);
const time$1 = datetime().nullable();
const reused = strictObject({
	completions: count$2,
	oldest: time$1,
	newest: time$1
});
const spent = strictObject({
	requests: count$2,
	prompt_tokens: count$2,
	completion_tokens: count$2
});
const spentOnSide = spent.extend({
	retries: count$2.optional(),
	seconds: number().nonnegative().optional()
});
const failure = strictObject({
	draw: _enum(["samples", "greedy"]),
	side: _enum(["old", "new"]),
	suite: string(),
	id: string(),
	index: count$2,
	error: string()
});
const shardSchema = strictObject({
	schema: literal(1),
	shard: number().int().positive().max(MOST_SHARDS),
	of: number().int().positive().max(MOST_SHARDS),
	engine: word,
	old: version,
	new: version,
	config: word,
	lock: word,
	/** `cut` means that the shard's part of the budget was spent before sampling was complete. */
	status: _enum(["sampled", "cut"]),
	cut: strictObject({
		limit: _enum([
			"max-requests",
			"max-tokens",
			"max-cost",
			"max-minutes"
		]),
		allowed: number().nonnegative(),
		by_default: boolean()
	}).nullable(),
	/** The time at which sampling began. Completions that had expired by then were sampled again. */
	began: datetime(),
	cost: strictObject({
		...spent.shape,
		cached: count$2,
		reused: strictObject({
			old: reused,
			new: reused
		}),
		/** Absent from shards written by earlier versions. */
		by_side: strictObject({
			old: spentOnSide,
			new: spentOnSide
		}).optional()
	}),
	failed: array(failure)
});
const shardText = (record) => `${jsonForLogs(shardSchema.parse(record), 2)}\n`;
/** Summarizes a shard in a few sentences. */
const sentencesOf = ({ shard, of, cost, failed, cut }) => shardSentences({
	shard,
	of,
	requests: cost.requests,
	cached: cost.cached,
	failed: failed.length,
	limit: cut?.limit
});
/**
* Reads a shard's description in `folder`.
*
* @throws {ConfigError} if it cannot be read or is invalid
*/
async function readShard(folder) {
	const path = join(folder, SHARD_FILE);
	const fix = "Specify a complete folder that check --shard wrote.";
	const bytes = await readRegularFile(path).catch((error) => {
		throw unreadableFile(path, error, fix);
	});
	try {
		return shardSchema.parse(JSON.parse(bytes.toString()));
	} catch (cause) {
		throw new ConfigError({
			what: "found no valid shard record",
			where: path,
			fix,
			cause
		});
	}
}

// src/servers/http/refused-setting.ts
const REFUSAL = /unsupported|not support|n't support|unexpected|unknown|unrecognized|invalid|deprecated|not (?:be )?(?:allowed|permitted|specified)|extra (?:inputs|fields)|cannot both|only the default|must be|should be/i;
const TOO_LARGE = /\bmax_(?:completion_)?tokens\b.{0,80}?(?:too large|above maximum|at most|exceed|less than or equal|valid range|<=)/i;
const BY_PROMPT = /\b(?:input|prompt) tokens\b|\bcontext length\b/i;
const INSTEAD = /'max_tokens' is not supported with this model\. Use 'max_completion_tokens' instead/;
/**
* The setting that a server's error message rejects; undefined if the message does not mention a setting. Recognizes
* messages from OpenAI, Anthropic, LiteLLM and others that mention the request member.
*
* @param message the failure's message, which was sent with HTTP status 400 or 422
*/
function refusedSetting(message, endpoint) {
	if (endpoint.side === "embeddings") return void 0;
	const isJudge = sectionOf(endpoint) === "grader";
	if (INSTEAD.test(message)) return isJudge ? {
		member: "max_tokens",
		isByPrompt: false,
		where: "grader.extra-body",
		fix: "Set extra-body: { max_tokens: null, max_completion_tokens: 1024 } in the grader."
	} : {
		member: "max_tokens",
		isByPrompt: false,
		where: "sampling.max-tokens",
		fix: "Set sampling.max-completion-tokens instead of sampling.max-tokens."
	};
	if (TOO_LARGE.test(message)) {
		const key = /max_completion_tokens/.test(message) && !/max_tokens/.test(message) ? "max-completion-tokens" : "max-tokens";
		const where = isJudge ? "grader.max-tokens" : `sampling.${key}`;
		return {
			member: key.replaceAll("-", "_"),
			isByPrompt: BY_PROMPT.test(message),
			where,
			fix: `Lower ${where}.`
		};
	}
	const member = ["top_p", "temperature"].find((name) => isRefused(message, name));
	if (member === void 0) return void 0;
	if (isJudge) return {
		member,
		isByPrompt: false,
		where: "grader.extra-body",
		fix: `Set extra-body: { ${member}: null } in the grader to leave it out of requests.`
	};
	const where = member === "top_p" ? "sampling.top-p" : "sampling.temperature";
	return {
		member,
		isByPrompt: false,
		where,
		fix: `Set ${where}: default to leave it out of requests, so that the server's own value applies, or set it to a value that the server accepts.`
	};
}
/**
* Whether a message rejects a request member. The member's name must be close to words that reject it, because the
* message may also quote a prompt that contains the name.
*/
function isRefused(message, member) {
	const named = new RegExp(`(?:^|[^\\w-])${member}(?![\\w-])`, "g");
	return [...message.matchAll(named)].some(({ index }) => REFUSAL.test(message.slice(Math.max(0, index - 60), index + member.length + 80)));
}

// src/servers/http/busy-server.ts
const RESUMES$2 = "Everything received so far is stored. Run the same command again to request only the rest.";
/** Advice on sending a server fewer requests, with the settings for concurrency and per-minute limits. */
function slowerAdvice(endpoint, lower = "Lower") {
	const section = sectionOf(endpoint);
	return `${lower} ${section === "grader" ? "grader.concurrency" : "sampling.concurrency"}, or set ${section}.requests-per-minute (and tokens-per-minute) to the limits of the server.`;
}
/** Advice on fixing a server that responds but returns no results. */
function gaveUpAdvice(failure, endpoint) {
	if (failure.status === 429) return slowerAdvice(endpoint);
	return refusedSetting(failure.message, endpoint)?.fix ?? "Check the server's log.";
}
/** The error for a server that asks for a longer wait than a run allows. */
function asksTooMuch(failure, endpoint) {
	return new SamplingError({
		what: `${serverName(endpoint)} (${endpoint.model}) will not accept requests for a long time: ${failure.message}.`,
		where: shownAddress(endpoint),
		fix: `Wait at least that long. ${RESUMES$2}`,
		cause: failure
	});
}
/** The error for a server that refused every request for `silentMs`. */
function staysBusy(failure, endpoint, silentMs) {
	return new SamplingError({
		what: `${serverName(endpoint)} (${endpoint.model}) has accepted no request for ${Math.floor(silentMs / 6e4)} minutes, most recently with: ${failure.message}.`,
		where: shownAddress(endpoint),
		fix: `${failure.status === 429 ? `Its limit may apply per hour or per day, or be shared with other users. ${slowerAdvice(endpoint, "If not, lower")}` : "Check that the server can load the model and has capacity for it."} ${RESUMES$2}`,
		cause: failure
	});
}
/** One sentence about a pause that a server has caused. */
function pauseMessage(failure, endpoint, { silentMs, pauseMs }) {
	const seconds = (ms) => `${Math.ceil(ms / 1e3)} s`;
	const since = silentMs === 0 ? "" : ` It has accepted no request for ${seconds(silentMs)}.`;
	const advice = failure.status === 429 && silentMs === 0 ? ` ${slowerAdvice(endpoint, "To avoid this, lower")}` : "";
	return `${serverName(endpoint)} (${endpoint.model}) is busy (${failure.message}).${since} Pausing requests for ${seconds(pauseMs)}.${advice}`;
}

// src/servers/http/unusable-server.ts
const RESUMES$1 = "Completions received so far are stored. Run the same command again to sample only the rest.";
const WITHOUT_EMBEDDINGS = "Semantic diversity requires this server, even to compare files. To skip it, remove embeddings from the configuration.";
const UNREACHABLE_ADVICE = {
	ECONNREFUSED: "No server is listening there. Check that the server is running, and check the port.",
	ENOTFOUND: "This host does not exist. Check its spelling, and check that this machine can resolve it.",
	ERR_TLS_CERT_ALTNAME_INVALID: "Its certificate is for another host. Use the host in the certificate, or install a certificate for this host.",
	CERT_HAS_EXPIRED: "Its certificate has expired. Renew it on the server.",
	CERT_NOT_YET_VALID: "Its certificate is not valid yet. Check the clocks of the server and of this machine.",
	EPROTO: "It does not use TLS, or it uses a version that this machine does not support. For plain HTTP, start the address with http://.",
	EAI_AGAIN: "The host name could not be resolved. Check the network and DNS of this machine.",
	DEPTH_ZERO_SELF_SIGNED_CERT: "Its certificate is self-signed. Set NODE_EXTRA_CA_CERTS to the path of its CA file.",
	SELF_SIGNED_CERT_IN_CHAIN: "Its certificate was issued by a private CA. Set NODE_EXTRA_CA_CERTS to the path of the CA file.",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "Its certificate was issued by an unknown CA. Set NODE_EXTRA_CA_CERTS to the path of the CA file.",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "Its certificate was issued by an unknown CA. Set NODE_EXTRA_CA_CERTS to the path of the CA file."
};
/** Matches the messages with which LiteLLM, OpenRouter and others reject an unknown model (HTTP status 400). */
const UNKNOWN_MODEL = /\binvalid model\b|\bis not a valid model\b/i;
/** Maximum number of models that a message lists. */
const MODELS_TO_NAME = 5;
/** Whether the failure means that the server does not know the model or the path. */
function namesTheModel({ status, code, message }) {
	return status === 404 || code === "model_not_found" || status === 400 && UNKNOWN_MODEL.test(message);
}
/**
* Whether a server error may be due to an unknown model. This is possible if the error gives no reason, as when
* `transformers serve` cannot load a model, or if the server returns nothing but errors (`isConstant`).
*/
function hidesTheReason({ status = 0, message, isBusy }, isConstant) {
	return status >= 500 && !isBusy && (isConstant || /^HTTP 500(?:: internal server error)?$/i.test(message));
}
/**
* The error that ends the run if a failure would affect every request to this server and waiting would not help;
* otherwise undefined.
*
* @param options.answeredEver whether the server has responded in this run, even with an error
* @param options.succeededEver whether a request has succeeded in this run
* @param options.models the models that the server lists, if the failure may be due to the model; may be empty
*/
function serverUnusable(options) {
	const { failure, endpoint, answeredEver, succeededEver, models } = options;
	const { side, model, apiKeyEnv } = endpoint;
	const address = shownAddress(endpoint);
	const section = sectionOf(endpoint);
	const { kind, status, message } = failure;
	const keyPlace = apiKeyEnv === void 0 ? `${section}.api-key-env` : `environment variable ${apiKeyEnv}`;
	const end = (what, where, fix) => new SamplingError({
		what,
		where,
		fix: side === "embeddings" ? `${fix} ${WITHOUT_EMBEDDINGS}` : fix,
		cause: failure
	});
	if (kind === "quota") return end(`The account for ${side} (${model}) has no credit left: ${message}.`, keyPlace, `Add credit or increase its limit. ${RESUMES$1}`);
	if (kind === "moderated") return void 0;
	if (status === 401 || status === 403) return end(`The server refused access to ${side} (${model}): ${message}.`, keyPlace, apiKeyEnv === void 0 ? `The server at ${address} requires an API key. Set ${section}.api-key-env to the name of the environment variable that contains it.` : `Set ${apiKeyEnv} to a key with access to ${model} at ${address}.`);
	const offers = models.length === 0 ? "The server lists no models. Most base URLs end in /v1." : `The server offers ${models.slice(0, MODELS_TO_NAME).join(", ")}.`;
	if (failure.wrong === "api" && !succeededEver) {
		const other = endpoint.api === "completions" ? "chat" : "completions";
		return end(`${serverName(endpoint)} (${model}) does not use the expected API: ${message}.`, `${section}.api`, section === "checkpoints" ? `Set checkpoints.api: ${other}.` : `Check the base URL ${address}.`);
	}
	if (failure.wrong === "path" && !succeededEver || status === 404 && namesThePath(message)) return end(`${serverName(endpoint)} (${model}) has no ${pathOf(endpoint)} at ${address}: ${message}.`, addressSetting(endpoint), pathFix(endpoint, models));
	if (status !== void 0 && status >= 500 && models.length > 0 && !isListed(model, models)) return end(`Every request for the model ${model} (${side}) fails, and the server does not list this model: ${message}.`, `${section}.model`, `Check ${section}.model. ${offers}`);
	if (namesTheModel(failure)) return end(`The server does not know the model ${model} (${side}): ${message}.`, `${section}.model`, `Check ${section}.model, and the base URL ${address}. ${offers}`);
	const refused = status === 400 || status === 422 ? refusedSetting(message, endpoint) : void 0;
	if (refused !== void 0 && !refused.isByPrompt && !succeededEver) return end(`${serverName(endpoint)} (${model}) rejects requests because of ${refused.member}: ${message}.`, refused.where, refused.fix);
	if (status !== void 0 && status >= 300 && status < 400) return end(`${serverName(endpoint)} (${model}) redirects to another address (HTTP ${status}). Redirects are not followed.`, addressSetting(endpoint), `Replace ${address} with the target of the redirect.`);
	if (!answeredEver && (kind === "connection" || kind === "timeout")) return end(`${serverName(endpoint)} (${model}) is not reachable at ${address}: ${message}.`, addressSetting(endpoint), UNREACHABLE_ADVICE[failure.code ?? ""] ?? "Check that the server is running, that the address is correct, and that no proxy or firewall blocks this machine.");
}
function pathFix(endpoint, models) {
	const { side, baseUrl, baseUrlEnv } = endpoint;
	const isSide = side === "old" || side === "new";
	if (models.length > 0 && isSide && endpoint.api !== "completions") return "The server lists models at this address, so it may offer only the completions API. If so, set checkpoints.api: completions.";
	const tip = baseUrlEnv === void 0 && !/\/v\d/.test(baseUrl) ? ` Try ${baseUrl}/v1.` : "";
	return `Check the base URL ${shownAddress(endpoint)}. Most base URLs end in /v1.${tip}`;
}
/** Whether a server lists a model, possibly with a revision or tag. */
function isListed(model, models) {
	return models.some((id) => id === model || id.startsWith(`${model}@`) || id.startsWith(`${model}:`));
}
/** The error for a server that responds but returns no completions, or no longer returns any. */
function serverGaveUp(options) {
	const { failure, checkpoint, failedInARow } = options;
	return new SamplingError({
		what: `The server for ${checkpoint.side} (${checkpoint.model}) returns no completions: the last ${failedInARow} samples failed after all retries, most recently with: ${failure.message}.`,
		where: shownAddress(checkpoint),
		fix: `${gaveUpAdvice(failure, checkpoint)} ${RESUMES$1}`,
		cause: failure
	});
}
/**
* The error for a side without a single completion; undefined if the side has at least one completion, or if none were
* requested.
*/
function everySampleFailed(checkpoint, { inHand, failed }) {
	if (inHand > 0) return void 0;
	const reasons = /* @__PURE__ */ new Map();
	for (const { error } of failed) {
		const reason = error ?? "";
		reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
	}
	const [commonest] = [...reasons].sort(([, a], [, b]) => b - a);
	if (commonest === void 0) return void 0;
	const [reason, count] = commonest;
	return new SamplingError({
		what: `All ${failed.length} samples of ${checkpoint.side} (${checkpoint.model}) failed, ${count} of them with: ${reason}.`,
		where: shownAddress(checkpoint),
		fix: `${refusedSetting(reason, checkpoint)?.fix ?? "Fix the server, or change the sampling settings that it refuses."} Then run the same command again.`
	});
}
/** @throws {SamplingError} if a side has no completions at all */
function refuseWholeFailure(checkpoints, failed, inHand) {
	for (const side of ["old", "new"]) {
		const error = everySampleFailed(checkpoints[side], {
			inHand: inHand[side],
			failed: failed[side]
		});
		if (error !== void 0) throw error;
	}
}
/**
* The error for an interrupted run. If the reason is a SamplingError (because the budget is spent), that error is
* returned unchanged.
*/
function interrupted(options) {
	const { reason, kept, storeDir } = options;
	if (reason instanceof SamplingError) return reason;
	return new SamplingError({
		what: "Sampling was interrupted.",
		where: storeDir,
		fix: `${kept} completion${kept === 1 ? " is" : "s are"} stored there. Run the same command again to sample only the rest.`,
		cause: reason
	});
}

// src/servers/http/server-session.ts
/** Maximum number of listed models to read. This is enough to find the configured model. */
const MODELS_TO_LIST = 1e3;
/** The run ends if a server refuses every request for this long because it is busy. */
const LONGEST_SILENCE_MS = 9e5;
/**
* How many times a request may go first and be refused before it lets others go first, and how many times it may be to
* blame before it is given up.
*/
const MOST_FIRST = 4;
const MOST_BLAMED = 3;
function openServerSession(options) {
	const { endpoint, models, timing, throttle, mostInARow, mostAtFirst, gaveUp, onPause } = options;
	let requests = 0;
	let answeredEver = false;
	let succeededEver = false;
	let failedInARow = 0;
	let most = mostAtFirst;
	let verdict;
	/**
	* Sends a request again and again until the server is no longer too busy to accept it. The request is given up only
	* if the server repeatedly refuses it when it goes first but then accepts others. This shows that the server cannot
	* serve this particular request.
	*/
	const untilAccepted = async (send, signal) => {
		const priority = openPriority();
		let pass = await throttle.enter(signal);
		let outcome = { kind: "other" };
		try {
			for (;;) {
				requests += 1;
				const result = await resultOf(send);
				outcome = outcomeOf(result);
				if (!(result instanceof RequestFailure) || result.isAnswer) answeredEver = true;
				if (!(result instanceof RequestFailure) || !result.isBusy) return result;
				const refusal = pass.refused(result);
				if (refusal === void 0) throw asksTooMuch(result, endpoint);
				if (refusal.silentMs >= LONGEST_SILENCE_MS) throw staysBusy(result, endpoint, refusal.silentMs);
				if (refusal.isNews) onPause(pauseMessage(result, endpoint, refusal));
				const next = priority.refused(refusal);
				if (next === "none") return result;
				pass = await pass.again(signal, next === "yields");
			}
		} finally {
			pass.leave(outcome);
		}
	};
	const judge = async (failure) => {
		const offered = namesTheModel(failure) || failure.wrong !== void 0 || !succeededEver && hidesTheReason(failure, failedInARow > most) ? await models(MODELS_TO_LIST) : [];
		return serverUnusable({
			failure,
			endpoint,
			answeredEver,
			succeededEver,
			models: offered
		}) ?? (failedInARow > most ? gaveUp(failure, failedInARow) : void 0);
	};
	/**
	* Returns the failure if the request should be retried; otherwise undefined. A wrong path is retried only if a
	* request has already succeeded, because the server may be restarting.
	*/
	const faultIn = (result) => {
		if (!(result instanceof RequestFailure) || result.isBusy) return void 0;
		return result.wrong !== void 0 && !succeededEver ? void 0 : result;
	};
	return {
		requests: () => requests,
		ask: async (send, signal, isForgiven = () => false) => {
			const answer = await withRetry(MODEL_SERVER, {
				send: () => untilAccepted(send, signal),
				faultIn,
				timing,
				signal
			});
			if (!(answer instanceof RequestFailure)) {
				failedInARow = 0;
				most = mostInARow;
				succeededEver = true;
				return answer;
			}
			if (answer.kind !== "moderated" && !isForgiven(answer)) failedInARow += 1;
			verdict = Promise.resolve(verdict).then((fatal) => fatal ?? judge(answer));
			const fatal = await verdict;
			if (fatal !== void 0) throw fatal;
			return answer;
		}
	};
}
/** Returns the result of `send`, or the `RequestFailure` that it throws. */
async function resultOf(send) {
	try {
		return await send();
	} catch (error) {
		if (error instanceof RequestFailure) return error;
		throw error;
	}
}
/**
* Decides whether a refused request goes first again, lets others go first, or is given up. If a request goes first and
* is refused too often, it yields. If the server then accepts others but refuses this request again, the request is to
* blame.
*/
function openPriority() {
	let wentFirst = 0;
	let blamed = 0;
	let answersAtYield = Number.POSITIVE_INFINITY;
	return { refused: (refusal) => {
		if (refusal.answers > answersAtYield) blamed += 1;
		answersAtYield = Number.POSITIVE_INFINITY;
		if (blamed >= MOST_BLAMED) return "none";
		if (refusal.wentFirst) wentFirst += 1;
		if (wentFirst < MOST_FIRST) return "first";
		wentFirst = 0;
		answersAtYield = refusal.answers;
		return "yields";
	} };
}
function outcomeOf(result) {
	if (!(result instanceof RequestFailure)) return {
		kind: "answered",
		usage: result.usage
	};
	return { kind: result.isFault ? "faltered" : "other" };
}

// src/servers/http/pace/adaptive-concurrency.ts
/**
* How long to wait, after a limit has proved too high, before the next attempt. A multiple of the failed attempt's
* duration.
*/
const REST = 40;
/** A step is kept if throughput grows by at least this share of the relative increase in the limit. */
const WORTHWHILE = .2;
/** A step is kept or undone once the standard error of the throughput is at most this share of the step. */
const PRECISION = .07;
const SMALLEST_STEP = 1 / 8;
const FEWEST_ANSWERS = 16;
/**
* A trial counts only if at least this share of the limit was used. Otherwise, it shows nothing about the server's
* capacity.
*/
const USED = .9;
/**
* Once the server has responded to this many requests while a given number were in flight, it is assumed to be able to
* handle that number. If it then refuses a request at that number, it must be limiting the rate.
*/
const ENOUGH_ANSWERED = 8;
/**
* Searches for the best limit between 1 and `most` in steps, beginning at `start`. Each step is tried for one round of
* responses. It is kept if throughput grew by at least a fifth of the relative increase in the limit: for example, if a
* limit that is 50% higher gives at least 10% more throughput. Throughput is computed from the time per response (or
* per unit of size). The next step is then twice as large. Otherwise, the step is undone and smaller steps are tried,
* down to an eighth. After the smallest step, the search pauses. This method uses a server's full capacity without
* overloading a server that slows down under load. Latency alone never lowers the limit below a value that has proved
* good, so noise cannot make it collapse.
*
* A refusal halves the limit. If requests sent before this refusal are refused too, they do not halve it again. Each
* response then raises the limit by one, up to just below the limit at which the refusal occurred, where the search
* pauses. The limit stays unchanged if the refusal cannot be due to the number of requests in flight. This is the case
* if there was only one request, or if the server has answered enough requests at that number since the last refusal.
* After a server failure, the limit does not grow until as many responses have arrived as the limit allows requests.
*/
function openConcurrency({ start, most }) {
	/** The server's estimated capacity. */
	let carried = start;
	let step = start;
	let trial;
	/** The current limit during recovery from a refusal; undefined otherwise. */
	let recovery;
	let sent = 0;
	/** Number of requests that had been sent by the time of the last refusal. */
	let sentBeforeRefusal = 0;
	let wasCut = false;
	/**
	* Number of responses since the last refusal, by the number of requests that were in flight when the request was
	* sent.
	*/
	const answeredAt = /* @__PURE__ */ new Map();
	let restUntil = Number.NEGATIVE_INFINITY;
	/** Number of responses that must arrive before the limit may grow. */
	let quiet = 0;
	let round = openRound(0);
	let throughput = 0;
	let typicalMs = 0;
	const limit = () => Math.max(1, Math.floor(Math.min(trial ?? carried, recovery ?? most)));
	const isRateLimit = (inFlight) => {
		const enough = [...answeredAt].reduce((sum, [at, answers]) => sum + (at >= inFlight ? answers : 0), 0);
		return inFlight <= 1 || enough >= ENOUGH_ANSWERED;
	};
	const smallestStep = () => Math.ceil(carried * SMALLEST_STEP);
	const restFor = (costMs, now) => {
		step = smallestStep();
		restUntil = now + REST * costMs;
	};
	const begin = (next) => {
		trial = next;
		round = openRound(sent);
	};
	const decide = (now) => {
		const measured = limit() / round.msPerSize();
		if (trial === void 0) throughput = measured;
		else if (measured / throughput - 1 >= WORTHWHILE * (trial / carried - 1)) {
			carried = trial;
			throughput = measured;
			step *= 2;
		} else if (step > smallestStep()) step = Math.max(smallestStep(), Math.floor(step / 4));
		else restFor(typicalMs, now);
		begin(now >= restUntil && carried < most ? Math.min(most, carried + step) : void 0);
	};
	return {
		limit,
		send: (at, inFlight) => {
			sent += 1;
			return {
				number: sent,
				at,
				inFlight
			};
		},
		answered: (request, now, size) => {
			answeredAt.set(request.inFlight, (answeredAt.get(request.inFlight) ?? 0) + 1);
			typicalMs += (now - request.at - typicalMs) / (typicalMs === 0 ? 1 : FEWEST_ANSWERS);
			if (quiet > 0) {
				quiet -= 1;
				return;
			}
			if (recovery !== void 0) {
				recovery = recovery + 1 < carried ? recovery + 1 : void 0;
				if (recovery === void 0) begin(void 0);
				return;
			}
			round.add(request, now, size);
			if (round.answers() < Math.max(FEWEST_ANSWERS, 2 * limit())) return;
			if (round.relativeError() > PRECISION * step / carried) return;
			if (round.mostInFlight() < USED * limit()) begin(trial);
			else decide(now);
		},
		refused: ({ number, at, inFlight }, now, waitMs) => {
			if (number <= sentBeforeRefusal) {
				if (wasCut) carried = Math.max(1, Math.min(carried, inFlight - 1));
				return;
			}
			sentBeforeRefusal = sent;
			wasCut = !isRateLimit(inFlight);
			answeredAt.clear();
			if (!wasCut) return;
			const refusedAt = limit();
			carried = Math.max(1, Math.min(refusedAt, inFlight - 1));
			recovery = Math.max(1, refusedAt / 2);
			restFor(waitMs + Math.max(typicalMs, now - at), now);
			begin(void 0);
		},
		faltered: () => {
			quiet = limit();
			begin(void 0);
		}
	};
}
function openRound(sentBefore) {
	let answers = 0;
	let most = 0;
	let sized = true;
	const sum = {
		ms: 0,
		size: 0,
		msSquared: 0,
		sizeSquared: 0,
		product: 0
	};
	const isSized = () => sized && sum.size > 0;
	const msPerSize = () => Math.max(sum.ms, 1) / (isSized() ? sum.size : answers);
	return {
		add: ({ number, at, inFlight }, now, size = 0) => {
			if (number <= sentBefore) return;
			const ms = now - at;
			answers += 1;
			most = Math.max(most, inFlight);
			sized &&= size > 0;
			sum.ms += ms;
			sum.size += size;
			sum.msSquared += ms * ms;
			sum.sizeSquared += size * size;
			sum.product += ms * size;
		},
		answers: () => answers,
		mostInFlight: () => most,
		msPerSize,
		relativeError: () => {
			const each = msPerSize();
			const [product, sizeSquared] = isSized() ? [sum.product, sum.sizeSquared] : [sum.ms, answers];
			const residual = sum.msSquared - 2 * each * product + each * each * sizeSquared;
			return Math.sqrt(Math.max(residual, 0)) / Math.max(sum.ms, 1);
		}
	};
}

// src/servers/http/pace/bursts.ts
const MINUTE_MS = 6e4;
/**
* If a server refuses all requests for at least this long, it has a per-minute limit. Limits on concurrent requests
* cause shorter silences.
*/
const SHORTEST_SILENCE_MS = 45e3;
const FEWEST_BURSTS = 2;
function openBursts(now) {
	let burst = {
		beganAt: now(),
		accepted: 0
	};
	let refusedAt;
	/** The burst that begins if the request that goes first is accepted. */
	let next;
	let bursts = 0;
	let latest = 0;
	return {
		sent: (isFirst) => {
			if (isFirst) next = {
				beganAt: now(),
				accepted: 0
			};
			if (next === void 0 && burst.accepted === 0) burst = {
				beganAt: now(),
				accepted: 0
			};
			const own = next ?? burst;
			own.accepted += 1;
			return own;
		},
		refused: (of) => {
			of.accepted -= 1;
			refusedAt ??= now();
			if (of === next) next = void 0;
		},
		resumed: (silentMs) => {
			if (refusedAt !== void 0 && refusedAt - burst.beganAt < MINUTE_MS && silentMs >= SHORTEST_SILENCE_MS) {
				bursts += 1;
				latest = burst.accepted;
			}
			burst = next ?? {
				beganAt: now(),
				accepted: 0
			};
			next = void 0;
			refusedAt = void 0;
			return bursts >= FEWEST_BURSTS ? latest : void 0;
		}
	};
}

// src/servers/http/pace/sleep-unless.ts
/**
* Sleeps for `ms`, or until `event` aborts. Returns whether the whole time has passed.
*
* @throws the reason of `signal`, if that aborts
*/
async function sleepUnless(event, { ms, timing, signal }) {
	try {
		await timing.sleep(ms, AbortSignal.any([signal, event]));
		return true;
	} catch (error) {
		signal.throwIfAborted();
		if (!event.aborted) throw error;
		return false;
	}
}

// src/servers/http/pace/pace.ts
/**
* One second longer than a minute. Requests take different times to reach the server, so requests sent over exactly one
* minute could arrive within less than a minute.
*/
const WINDOW_MS = 61e3;
const LEARNED_MS = 9e5;
function openPace(limits, timing) {
	const { requestsPerMinute = Infinity, tokensPerMinute: mostTokens } = limits;
	let learned = {
		most: Infinity,
		until: 0
	};
	/**
	* The times of the requests sent in the last minute, and the token counts of the requests that ended in the last
	* minute; oldest first.
	*/
	const sent = [];
	const used = [];
	let sum = 0;
	let inFlight = 0;
	const all = {
		tokens: 0,
		requests: 0
	};
	let change = new AbortController();
	const forget = (before) => {
		while (sent[0] !== void 0 && sent[0] <= before) sent.shift();
		while (used[0] !== void 0 && used[0].at <= before) sum -= used.shift()?.tokens ?? 0;
	};
	const changed = async (signal) => {
		await sleepUnless(change.signal, {
			ms: WINDOW_MS,
			timing,
			signal
		});
	};
	/** How long to wait before the next request; `change` if that depends on how a request in flight ends. */
	const waitFor = (now) => {
		const mostRequests = Math.min(requestsPerMinute, now < learned.until ? learned.most : Infinity);
		const oldest = sent.at(-mostRequests);
		if (sent.length >= mostRequests && oldest !== void 0) return oldest + WINDOW_MS - now;
		if (mostTokens === void 0) return void 0;
		if (all.requests === 0) return inFlight === 0 ? void 0 : "change";
		let expected = sum + (inFlight + 1) * (all.tokens / all.requests);
		if (expected <= mostTokens) return void 0;
		for (const { at, tokens } of used) {
			expected -= tokens;
			if (expected <= mostTokens) return at + WINDOW_MS - now;
		}
		if (inFlight > 0) return "change";
		const last = used.at(-1);
		return last && last.at + WINDOW_MS - now;
	};
	return {
		wait: (signal) => {
			const now = timing.now();
			forget(now - WINDOW_MS);
			const wait = waitFor(now);
			if (wait === void 0) return void 0;
			return wait === "change" ? changed(signal) : timing.sleep(wait, signal);
		},
		send: () => {
			inFlight += 1;
			if (requestsPerMinute !== Infinity || learned.most !== Infinity) sent.push(timing.now());
		},
		learn: (most) => {
			learned = {
				most: Math.max(1, most),
				until: timing.now() + LEARNED_MS
			};
		},
		ended: (usage) => {
			inFlight -= 1;
			change.abort();
			change = new AbortController();
			if (usage === void 0 || mostTokens === void 0) return;
			const tokens = usage.prompt_tokens + usage.completion_tokens;
			all.tokens += tokens;
			all.requests += 1;
			used.push({
				at: timing.now(),
				tokens
			});
			sum += tokens;
		}
	};
}

// src/servers/http/pace/pauses.ts
/**
* The length of the first pauses, used if the server does not say how long to wait. Most limits are per minute, so if
* no attempt has succeeded within a minute, further attempts at this rate would not help.
*/
const FIRST_PAUSE_MS = 15e3;
const SHORT_PAUSES = 4;
const LATER_PAUSE_MS = 6e4;
/**
* How long other requests wait for the one that goes first. A refusal arrives within this time, whereas a completion
* can take minutes.
*/
const HEAD_START_MS = 3e3;
/** After a pause, each lower rank waits this much longer than the rank above it. */
const RANK_MS = 100;
/** How long to wait before reporting a pause again. */
const REPORT_EVERY_MS = 6e4;
const RANKS = [
	"refused",
	"new",
	"yields"
];
function openPauses(timing) {
	let pausedUntil = 0;
	let pauses = 0;
	/** Number of pauses since the last response that was not a refusal. */
	let inARow = 0;
	let silentMs = 0;
	let answers = 0;
	/** How long the server had been silent at the last report; undefined before the first report. */
	let reportedAtMs;
	let isOneFirst = false;
	let first;
	/** The index of the first rank that waits in the current pause. */
	let firstPlace = RANKS.length;
	const sleepUntilOver = async (signal, rank) => {
		const until = pausedUntil;
		const ms = until - timing.now();
		const place = RANKS.indexOf(rank);
		firstPlace = Math.min(firstPlace, place);
		if (ms > 0) await timing.sleep(ms, signal);
		if (place > firstPlace) await timing.sleep(RANK_MS * (place - firstPlace), signal);
		if (pausedUntil === until) pausedUntil = 0;
	};
	const sleepUntilAccepted = async (first, signal) => {
		if (await sleepUnless(first.left.signal, {
			ms: HEAD_START_MS,
			timing,
			signal
		})) first.isAwaited = false;
	};
	const release = () => {
		first?.left.abort();
		first = void 0;
		isOneFirst = false;
	};
	const lengthOf = (askedMs) => {
		if (askedMs === void 0) return inARow < SHORT_PAUSES ? FIRST_PAUSE_MS : LATER_PAUSE_MS;
		return Math.max(askedMs, backoffMs(MODEL_SERVER, inARow + 1, timing.random));
	};
	const isNews = () => {
		if (reportedAtMs !== void 0 && silentMs < reportedAtMs + REPORT_EVERY_MS) return false;
		reportedAtMs = silentMs;
		return true;
	};
	return {
		wait: (signal, rank) => {
			if (pausedUntil > 0) return sleepUntilOver(signal, rank);
			return first?.isAwaited === true ? sleepUntilAccepted(first, signal) : void 0;
		},
		begin: () => {
			const isFirst = isOneFirst && first === void 0;
			if (isFirst) first = {
				left: new AbortController(),
				isAwaited: true
			};
			return {
				pauses,
				isFirst
			};
		},
		until: (time) => {
			pausedUntil = Math.max(pausedUntil, time);
		},
		refused: (turn, askedMs) => {
			const now = timing.now();
			const refusal = {
				wentFirst: turn.isFirst,
				answers,
				silentMs
			};
			if (turn.pauses < pauses) {
				if (askedMs !== void 0) pausedUntil = Math.max(pausedUntil, now + askedMs);
				return {
					...refusal,
					pauseMs: Math.max(0, pausedUntil - now),
					isNews: false
				};
			}
			const pauseMs = lengthOf(askedMs ?? (pausedUntil > now ? pausedUntil - now : void 0));
			const news = isNews();
			pauses += 1;
			inARow += 1;
			silentMs += pauseMs;
			pausedUntil = Math.max(pausedUntil, now + pauseMs);
			firstPlace = RANKS.length;
			release();
			isOneFirst = true;
			return {
				...refusal,
				pauseMs,
				isNews: news
			};
		},
		answered: (turn) => {
			answers += 1;
			if (turn.pauses < pauses) return void 0;
			const pausedMs = silentMs;
			inARow = 0;
			silentMs = 0;
			if (reportedAtMs !== void 0) reportedAtMs = 0;
			firstPlace = RANKS.length;
			release();
			return pausedMs === 0 ? void 0 : pausedMs;
		},
		lost: (turn) => {
			if (turn.isFirst && turn.pauses === pauses) release();
		}
	};
}

// src/servers/http/pace/throttle.ts
/** Maximum pause. Requests for longer pauses are ignored, because the server can still refuse requests. */
const LONGEST_PAUSE_MS = MODEL_SERVER.longestAskedMs;
const NO_TOKENS = {
	prompt_tokens: 0,
	completion_tokens: 0
};
/** The initial and the maximum concurrency for `auto`. */
const FIRST = 8;
const MOST = 256;
/** The maximum concurrency for a setting. */
function mostOf(setting) {
	return setting === "auto" ? MOST : setting;
}
/**
* Opens a server's throttle. A fixed concurrency applies from the start and is lowered if the server refuses requests.
* With `auto`, the concurrency grows to what the server can handle. Per-minute limits are never exceeded, and apply to
* everything that uses this throttle. A limit that is not configured is learned from the server's refusals.
*/
function openThrottle(options) {
	const { concurrency, limits = {}, timing } = options;
	const most = mostOf(concurrency);
	const carried = openConcurrency({
		start: concurrency === "auto" ? FIRST : most,
		most
	});
	const pauses = openPauses(timing);
	const pace = openPace(limits, timing);
	const bursts = openBursts(timing.now);
	/** Callbacks of the waiting callers. Each is called with the number of requests in flight. */
	const waiting = [];
	let active = 0;
	let allowed = {
		most: Number.POSITIVE_INFINITY,
		until: 0
	};
	const tokens = {
		sum: 0,
		answers: 0
	};
	const limit = () => Math.min(carried.limit(), timing.now() < allowed.until ? allowed.most : most);
	const admit = () => {
		while (waiting.length > 0 && active < limit()) {
			active += 1;
			waiting.shift()?.(active);
		}
	};
	const turn = (signal, rank) => new Promise((resolve, reject) => {
		const admitted = (inFlight) => {
			signal.removeEventListener("abort", aborted);
			resolve(inFlight);
		};
		const aborted = () => {
			waiting.splice(waiting.indexOf(admitted), 1);
			reject(new DOMException("aborted while waiting", "AbortError"));
		};
		signal.addEventListener("abort", aborted, { once: true });
		if (rank === "refused") waiting.unshift(admitted);
		else waiting.push(admitted);
		admit();
	});
	/** Waits until neither a pause nor a per-minute limit forbids the request. */
	const ready = async (signal, rank) => {
		for (;;) {
			const wait = pauses.wait(signal, rank) ?? pace.wait(signal);
			if (wait === void 0) break;
			await wait;
		}
		pace.send();
		return pauses.begin();
	};
	const settle = (request, turn, outcome) => {
		const now = timing.now();
		if (outcome.kind === "faltered") {
			carried.faltered();
			pauses.lost(turn);
			pace.ended(void 0);
			return;
		}
		const pausedMs = pauses.answered(turn);
		const perMinute = pausedMs === void 0 ? void 0 : bursts.resumed(pausedMs);
		if (perMinute !== void 0) pace.learn(perMinute);
		if (outcome.kind === "other") {
			pace.ended(void 0);
			return;
		}
		const { usage } = outcome;
		carried.answered(request, now, usage?.completion_tokens);
		if (usage !== void 0) {
			tokens.sum += usage.prompt_tokens + usage.completion_tokens;
			tokens.answers += 1;
		}
		pace.ended(usage ?? NO_TOKENS);
	};
	const release = () => {
		active -= 1;
		admit();
	};
	const enter = async (signal, rank) => {
		const inFlight = await turn(signal, rank);
		let begun;
		try {
			begun = await ready(signal, rank);
		} catch (error) {
			release();
			throw error;
		}
		const request = carried.send(timing.now(), inFlight);
		const burst = bursts.sent(begun.isFirst);
		let isSettled = false;
		let hasLeft = false;
		return {
			leave: (outcome) => {
				if (hasLeft) return;
				if (!isSettled) settle(request, begun, outcome);
				release();
			},
			refused: ({ status, retryAfterMs }) => {
				isSettled = true;
				pace.ended(void 0);
				if (retryAfterMs !== void 0 && retryAfterMs > LONGEST_PAUSE_MS) return void 0;
				if (status === 429) bursts.refused(burst);
				const refusal = pauses.refused(begun, retryAfterMs);
				carried.refused(request, timing.now(), refusal.pauseMs);
				return refusal;
			},
			again: async (signal, yields) => {
				hasLeft = true;
				if (signal.aborted) release();
				signal.throwIfAborted();
				active -= 1;
				return enter(signal, yields ? "yields" : "refused");
			}
		};
	};
	return {
		enter: async (signal) => {
			signal.throwIfAborted();
			return enter(signal, "new");
		},
		heard: ({ requests, tokens: left }) => {
			const now = timing.now();
			const each = tokens.sum === 0 ? 1 : tokens.sum / tokens.answers;
			const kinds = [...requests === void 0 ? [] : [requests], ...left === void 0 ? [] : [{
				...left,
				remaining: Math.floor(left.remaining / each)
			}]].filter(({ resetMs }) => resetMs <= LONGEST_PAUSE_MS);
			if (kinds.length > 0) allowed = {
				most: Number.POSITIVE_INFINITY,
				until: 0
			};
			for (const { remaining, resetMs } of kinds) {
				const until = now + resetMs;
				if (remaining === 0) pauses.until(until);
				else if (remaining < allowed.most) allowed = {
					most: remaining,
					until
				};
			}
		}
	};
}

// src/sampling/scheduler.ts
/**
* Starts jobs in the given order, at most `concurrency` at a time, until all are done, one throws, or the signal
* aborts. In the last two cases, no further job starts, and the signal passed to `run` aborts so that running jobs can
* end. The promise settles only after all of them have ended. Errors after the first are ignored.
*
* @throws the first error from a job, or the signal's reason if the signal aborted first
*/
async function runBounded(options) {
	const stop = new AbortController();
	const signal = AbortSignal.any([options.signal, stop.signal]);
	const queue = options.jobs[Symbol.iterator]();
	const worker = async () => {
		while (!signal.aborted) {
			const next = queue.next();
			if (next.done === true) return;
			try {
				await options.run(next.value, signal);
			} catch (error) {
				stop.abort(error);
			}
		}
	};
	await Promise.all(Array.from({ length: options.concurrency }, worker));
	signal.throwIfAborted();
}

// src/store/served-by.ts
/** Counts completions by the serving stack that their server reports. Ignores completions without a reported stack. */
var ServedByTally = class {
	#found = /* @__PURE__ */ new Map();
	/**
	* The previous completion's stack. It is tried first, because most completions come from the same stack as the
	* previous completion.
	*/
	#last;
	/** Counts one completion. `drawn` is the time of sampling, in milliseconds since 1970. */
	see({ model, system_fingerprint }, drawn) {
		if (model === void 0 && system_fingerprint === void 0) return;
		const stack = this.#stackOf(model ?? null, system_fingerprint ?? null);
		stack.completions += 1;
		stack.oldestMs = Math.min(stack.oldestMs, drawn);
		stack.newestMs = Math.max(stack.newestMs, drawn);
	}
	/** Returns the stacks sorted by name, regardless of the order of completions. */
	found() {
		return [...this.#found].sort(([a], [b]) => a < b ? -1 : 1).map(([, { oldestMs, newestMs, ...stack }]) => ({
			...stack,
			oldest: new Date(oldestMs).toISOString(),
			newest: new Date(newestMs).toISOString()
		}));
	}
	#stackOf(model, fingerprint) {
		if (this.#last?.model === model && this.#last.fingerprint === fingerprint) return this.#last;
		const name = JSON.stringify([model, fingerprint]);
		const found = this.#found.get(name) ?? {
			model,
			fingerprint,
			completions: 0,
			oldestMs: Infinity,
			newestMs: -Infinity
		};
		this.#found.set(name, found);
		this.#last = found;
		return found;
	}
};

// src/sampling/budget.ts
/** Thrown if nothing more may be spent. */
var BudgetSpent = class extends Error {
	name = "BudgetSpent";
};
const DEFAULT_SHARE = 1.25;
const LEAST_SLACK = 100;
/** Opens a budget. Its clock starts when the first request is expected. */
function openBudget({ limits, prices, timing, onEnd }) {
	const { maxTokens = Infinity, maxCostUsd = Infinity, maxMinutes = Infinity } = limits;
	const closed = new AbortController();
	const over = new AbortController();
	const clock = new AbortController();
	const spent = {
		requests: 0,
		tokens: 0,
		costUsd: 0,
		minutes: 0
	};
	const reserved = {
		requests: 0,
		tokens: 0,
		costUsd: 0
	};
	let expected;
	let began;
	let reached;
	let waiting = [];
	const reach = (limit, allowed, byDefault = false) => {
		reached ??= {
			limit,
			allowed,
			byDefault
		};
		const error = new BudgetSpent(limit);
		if (!closed.signal.aborted) closed.abort(error);
		wake();
		return error;
	};
	const mostRequests = () => limits.maxRequests ?? Math.floor(expected ?? Infinity);
	const wake = () => {
		const woken = waiting;
		waiting = [];
		for (const resolve of woken) resolve();
	};
	const costOf = (side, { prompt, completion }) => {
		const price = prices?.[side];
		if (price === void 0) return 0;
		const { promptUsdPerMillion, completionUsdPerMillion } = price;
		return (prompt * promptUsdPerMillion + completion * completionUsdPerMillion) / 1e6;
	};
	const minutesGone = () => began === void 0 ? 0 : (timing.now() - began) / 6e4;
	const startClock = () => {
		if (began !== void 0) return;
		began = timing.now();
		if (maxMinutes === Infinity) return;
		timing.sleep((maxMinutes - spent.minutes) * 6e4, clock.signal).then(() => over.abort(reach("max-minutes", maxMinutes)), () => {});
	};
	/** Reserves the maximum that a request may use. Waits if other requests may still free enough of the budget. */
	const reserve = async (tokens, costUsd) => {
		for (;;) {
			if (closed.signal.aborted) throw closed.signal.reason;
			const maxRequests = mostRequests();
			if (spent.requests >= maxRequests && reserved.requests === 0) throw reach("max-requests", maxRequests, limits.maxRequests === void 0);
			if (spent.requests < maxRequests && spent.tokens + reserved.tokens + tokens <= maxTokens && spent.costUsd + reserved.costUsd + costUsd <= maxCostUsd) break;
			if (reserved.requests === 0) throw spent.tokens + tokens > maxTokens ? reach("max-tokens", maxTokens) : reach("max-cost", maxCostUsd);
			await new Promise((resolve) => waiting.push(resolve));
		}
		spent.requests += 1;
		reserved.requests += 1;
		reserved.tokens += tokens;
		reserved.costUsd += costUsd;
	};
	return {
		closed: closed.signal,
		over: over.signal,
		reached: () => reached,
		end: () => {
			clock.abort();
			onEnd?.({
				...spent,
				minutes: spent.minutes + minutesGone()
			});
		},
		expect: (requests, atOnce) => {
			startClock();
			const slack = Math.max(.25 * requests, MODEL_SERVER.attempts * Math.min(atOnce, requests), LEAST_SLACK);
			expected = (expected ?? 0) + Math.ceil(requests + slack);
		},
		expectOneMore: () => {
			if (expected !== void 0) expected += DEFAULT_SHARE;
		},
		spend: async ({ side, most, send, isFree, usage }) => {
			const mostTokens = most.prompt + most.completion;
			const mostUsd = costOf(side, most);
			await reserve(mostTokens, mostUsd);
			let took = {
				prompt: 0,
				completion: 0
			};
			try {
				const answer = await send();
				took = usage(answer) ?? most;
				return answer;
			} catch (error) {
				if (isFree?.(error) === true) spent.requests -= 1;
				throw error;
			} finally {
				reserved.requests -= 1;
				reserved.tokens -= mostTokens;
				reserved.costUsd -= mostUsd;
				spent.tokens += took.prompt + took.completion;
				spent.costUsd += costOf(side, took);
				wake();
			}
		},
		part: (share) => openBudget({
			timing,
			prices,
			onEnd: ({ requests, tokens, costUsd, minutes }) => {
				spent.requests += requests;
				spent.tokens += tokens;
				spent.costUsd += costUsd;
				spent.minutes += minutes;
			},
			limits: {
				...limits.maxRequests !== void 0 && { maxRequests: Math.floor(share * (limits.maxRequests - spent.requests)) },
				...maxTokens !== Infinity && { maxTokens: Math.floor(share * (maxTokens - spent.tokens)) },
				...maxCostUsd !== Infinity && { maxCostUsd: share * (maxCostUsd - spent.costUsd) },
				...maxMinutes !== Infinity && { maxMinutes: share * (maxMinutes - spent.minutes - minutesGone()) }
			}
		})
	};
}

// src/sampling/budgeted-turns.ts
/**
* Gives each turn a budget. A single turn gets the whole budget. If there are several turns, each one gets a share of
* what the previous turns left, in proportion to its requests and those of later turns, so that it leaves enough for
* them. The number of requests assumes that the server returns `perRequest` samples per request.
*/
function budgeted(turns, runs, { whole, perRequest }) {
	const counts = turns.map(({ sides }) => runs.reduce((sum, { side, missing }) => sum + (sides.includes(side) ? countBlocks(missing, perRequest) : 0), 0));
	return turns.map((turn, place) => {
		const [requests = 0, ...later] = counts.slice(place);
		const share = requests / later.reduce((sum, count) => sum + count, requests);
		return {
			...turn,
			requests,
			openBudget: () => turns.length === 1 ? whole : whole.part(share)
		};
	});
}
/** The result of `ask`; undefined if the budget did not allow the request or ran out before `ask` finished. */
async function unlessSpent(budget, ask) {
	if (budget.closed.aborted) return void 0;
	try {
		return await ask();
	} catch (error) {
		if (!budget.closed.aborted || !isEnd(error)) throw error;
		return;
	}
}
function isEnd(error) {
	if (error instanceof BudgetSpent || error instanceof APIUserAbortError) return true;
	return error instanceof Error && error.name === "AbortError";
}

// src/sampling/request-blocks.ts
function blockRequester({ budget, signal, concurrency, sideOf, now, onProgress, onBlock }) {
	const askOne = async (job, signal, onDone) => {
		const { run, block } = job;
		const all = [];
		const began = now();
		for await (const drawn of sideOf(run.side)?.ask(block, signal, budget) ?? []) {
			if ("failure" in drawn) run.fail(drawn.samples, drawn.failure.message);
			else {
				await run.keep(drawn.samples, drawn.completions, now());
				if (onDone !== void 0) drawn.completions.forEach((completion, place) => {
					const sample = drawn.samples[place];
					if (sample !== void 0) all.push({
						sample,
						completion
					});
				});
			}
			onProgress(run);
		}
		onBlock?.({
			side: run.side,
			suite: run.suite,
			ms: now() - began
		});
		onDone?.(job, all);
	};
	return (jobs, onDone) => runBounded({
		jobs,
		concurrency,
		signal,
		run: (job, own) => unlessSpent(budget, () => askOne(job, own, onDone))
	}).catch((error) => {
		if (!budget.over.aborted || error !== budget.over.reason) throw error;
	});
}

// src/sampling/request-first-blocks.ts
/**
* Number of additional blocks for a side whose first block failed. They are requested before the other side is sampled
* further.
*/
const SECOND_TRIES = 3;
/**
* Requests each side's first block. If the block yields no completions and the side has none in the store, requests a
* few more blocks. If these fail too, that is enough evidence to end the run. Requested blocks are removed from the
* other stages.
*/
async function requestFirstBlocks(stages, { ask, runs, onFirst }) {
	const told = /* @__PURE__ */ new Set();
	const tell = async (jobs) => {
		const answers = [];
		await ask(jobs, (job, drawn) => answers.push({
			job,
			drawn
		}));
		for (const { job, drawn } of answers) {
			const { side, suite } = job.run;
			if (drawn.length === 0 || told.has(side)) continue;
			told.add(side);
			await onFirst?.({
				side,
				suite,
				requested: job.block.length,
				completions: drawn.map(({ completion }) => completion),
				generations: drawn.map(({ sample, completion }) => completionOf(suite, sample, completion))
			});
		}
	};
	await tell(stages.first);
	const silent = stages.first.map(({ run }) => run.side).filter((side) => runs.every((run) => run.side !== side || run.progress().done === 0));
	if (silent.length === 0) return;
	const more = silent.flatMap((side) => ofOtherItems(stages, side, stages.first.find(({ run }) => run.side === side)?.block[0].item));
	for (const stage of [stages.lead, stages.rest]) stage.splice(0, stage.length, ...stage.filter((job) => !more.includes(job)));
	await tell(more);
}
/** Takes one block from each of a side's next items, because the server may refuse only the first item. */
function ofOtherItems({ lead, rest }, side, first) {
	const seen = /* @__PURE__ */ new Set([first]);
	return [...lead, ...rest].filter(({ run, block }) => {
		const [{ item }] = block;
		const isNext = run.side === side && !seen.has(item);
		if (isNext) seen.add(item);
		return isNext;
	}).slice(0, SECOND_TRIES);
}

// src/sampling/collect.ts
/** The samples that were not requested because a turn's budget was spent; empty if all were requested. */
function cutBy(budgets, runs) {
	const reached = budgets.map((budget) => budget.reached()).find((one) => one !== void 0);
	const unasked = (side) => total(runs, (run) => {
		const { done, failed, total: all } = run.progress();
		return run.side === side ? all - done - failed : 0;
	});
	const cut = {
		old: unasked("old"),
		new: unasked("new")
	};
	return reached === void 0 || cut.old + cut.new === 0 ? {} : { cut: {
		...reached,
		unasked: cut
	} };
}
/** Collects the results of all runs, with their requests and tokens. */
function collect(runs, sides) {
	const failed = (side) => runs.filter((run) => run.side === side).flatMap((run) => run.failed());
	const read = async (suite, side) => await runs.find((run) => run.suite === suite && run.side === side)?.generations() ?? [];
	const reusedBy = (side) => runs.filter((run) => run.side === side).reduce((all, { reused }) => reusedTogether(all, reused), NONE_REUSED);
	const spentBy = (side) => {
		const ofSide = runs.filter((run) => run.side === side);
		return {
			requests: sides[side]?.requests() ?? 0,
			retries: sides[side]?.retries() ?? 0,
			seconds: sides[side]?.seconds() ?? 0,
			prompt_tokens: total(ofSide, ({ promptTokens }) => promptTokens()),
			completion_tokens: total(ofSide, ({ progress }) => progress().completionTokens)
		};
	};
	const bySide = {
		old: spentBy("old"),
		new: spentBy("new")
	};
	return {
		generations: async (suite) => ({
			old: await read(suite, "old"),
			new: await read(suite, "new")
		}),
		failed: {
			old: failed("old"),
			new: failed("new")
		},
		cost: {
			...spentTogether(bySide.old, bySide.new),
			cached: total(runs, ({ reused }) => reused.completions),
			reused: {
				old: reusedBy("old"),
				new: reusedBy("new")
			},
			bySide
		}
	};
}
/** Sums a count over runs. */
function total(runs, count) {
	return runs.reduce((sum, run) => sum + count(run), 0);
}

// src/sampling/preflight.ts
/** Number of samples per suite and side that are checked before the remaining samples are requested. */
const FIRST_SAMPLES = 20;
/** Whether checking the first samples can save the cost of the remaining ones. */
function isWorthALook({ missing, progress }) {
	return missing.length > Math.max(0, 20 - progress().cached);
}
/** Passes each run's first samples to `look`, which may throw. Skips runs with too few samples. */
async function lookAt(runs, look) {
	for (const run of runs) {
		const { side, suite } = run;
		const generations = (await run.generations()).filter(({ error }) => typeof error !== "string");
		if (generations.length < 20) continue;
		await look({
			side,
			suite,
			generations: generations.slice(0, 20)
		});
	}
}
/**
* Splits jobs into stages, keeping their order. The lead has one block per item, so that the first samples cover as
* many items as possible. Without `look`, there is no lead.
*/
function stagesOf(jobs, { look }) {
	const stages = {
		first: [],
		lead: [],
		rest: []
	};
	const begun = /* @__PURE__ */ new Set();
	const leads = /* @__PURE__ */ new Map();
	for (const job of jobs) {
		const { run, block } = job;
		const [{ item }] = block;
		const led = leads.get(run) ?? {
			samples: run.progress().cached,
			items: /* @__PURE__ */ new Set()
		};
		leads.set(run, led);
		const isFirst = !begun.has(run.side);
		const isLead = look && led.samples < 20 && !led.items.has(item) && isWorthALook(run);
		if (isFirst || isLead) {
			led.samples += block.length;
			led.items.add(item);
		}
		begun.add(run.side);
		stages[isFirst ? "first" : isLead ? "lead" : "rest"].push(job);
	}
	return stages;
}

// src/servers/chat/message-content.ts
const optionalText$1 = string().nullish().catch(void 0);
/**
* A choice's message, with the members that may contain its text. `content` is a string or a list of parts. Mistral's
* reasoning models and gateways in front of other reasoning models return lists.
*/
const messageSchema = object({
	content: union([string(), array(unknown())]).nullish(),
	reasoning_content: optionalText$1,
	reasoning: optionalText$1
}).transform(({ content, reasoning_content, reasoning }) => {
	const parts = Array.isArray(content) ? content : [content];
	return {
		text: parts.map((part) => isReasoning(part) ? "" : textOf(part)).join(""),
		reasoning: [reasoning_content ?? reasoning, ...parts.filter(isReasoning)].map(textOf).join("")
	};
});
const partSchema = object({
	type: string().optional().catch(void 0),
	text: unknown().optional(),
	thinking: unknown().optional(),
	reasoning: unknown().optional()
});
function isReasoning(part) {
	return /^(?:redacted_)?(?:thinking|reasoning)/.test(partSchema.safeParse(part).data?.type ?? "");
}
/** Returns a part's text; empty for parts without text, such as references and images. */
function textOf(part) {
	if (typeof part === "string") return part;
	if (Array.isArray(part)) return part.map(textOf).join("");
	const { thinking, reasoning, text } = partSchema.safeParse(part).data ?? {};
	const held = thinking ?? reasoning ?? text;
	return held === void 0 ? "" : textOf(held);
}

// src/servers/chat/completion-response.ts
const count$1 = number().int().nonnegative();
const optionalText = string().optional().catch(void 0);
const common = {
	usage: object({
		prompt_tokens: count$1,
		completion_tokens: count$1,
		completion_tokens_details: object({ reasoning_tokens: count$1.optional().catch(void 0) }).nullish().catch(void 0)
	}).transform(({ prompt_tokens, completion_tokens, completion_tokens_details: details }) => ({
		prompt_tokens,
		completion_tokens,
		...details?.reasoning_tokens !== void 0 && { reasoning_tokens: details.reasoning_tokens }
	})).optional().catch(void 0),
	timings: object({ predicted_n: count$1 }).optional().catch(void 0),
	model: optionalText,
	system_fingerprint: optionalText
};
const finish_reason = optionalText;
const index = count$1.optional().catch(void 0);
const answerSchemas = {
	chat: object({
		...common,
		choices: array(object({
			index,
			message: messageSchema,
			finish_reason
		}))
	}),
	completions: object({
		...common,
		choices: array(object({
			index,
			text: string(),
			finish_reason
		}))
	})
};
const reportedSchema = object({ error: object({
	code: unknown().optional(),
	message: string().catch("")
}).loose() });
/**
* The failure reported in the body of a response with HTTP status 200. Routers send such responses when their model
* fails, and servers report errors this way within a stream. LiteLLM sends the error code as a string. Undefined if the
* body reports no failure, or if the failure has no code and does not concern the prompt's content.
*/
function reported(answer, redact) {
	const { error } = reportedSchema.safeParse(answer).data ?? {};
	if (error === void 0) return void 0;
	const { code, message } = error;
	const status = /^[45]\d\d$/.test(String(code)) ? Number(code) : 200;
	return status !== 200 || isModeration({
		status,
		message,
		body: error
	}) ? refusal({
		status,
		message,
		body: error,
		redact
	}) : void 0;
}
/** The failure for a body that is not a completion, or is a completion from the other API. */
function unreadable(body, api, redact) {
	const other = api === "chat" ? "completions" : "chat";
	if (answerSchemas[other].safeParse(jsonOf(body)).data?.choices.length) {
		const message = `the response has the format of the ${other} API`;
		return new RequestFailure({
			kind: "malformed",
			message,
			wrong: "api"
		});
	}
	return foreignResponse({
		body,
		expected: "completion",
		redact
	});
}
/**
* Reads a response body: parsed JSON, or text that may be JSON sent with another content type. Completions are ordered
* by `index`, and secrets are removed.
*
* @throws {RequestFailure} `malformed` if the body is not a completion, has no choices, or was cut off by the server;
* the reported failure if the body is an error with its own code
*/
function readCompletionResponse(body, api, redact) {
	const answer = jsonOf(body);
	const parsed = answerSchemas[api].safeParse(answer);
	if (!parsed.success) throw reported(answer, redact) ?? unreadable(body, api, redact);
	const { choices, usage, timings, model, system_fingerprint } = parsed.data;
	if (choices.length === 0) throw malformed("has no choices");
	if (choices.some((choice) => isBrokenOff(choice.finish_reason ?? ""))) throw malformed("was cut off by the server");
	const about = {
		...model !== void 0 && { model: redact.message(model) },
		...system_fingerprint !== void 0 && { system_fingerprint: redact.message(system_fingerprint) }
	};
	const completions = choices.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0)).map((choice) => {
		const { text, reasoning } = "text" in choice ? {
			text: choice.text,
			reasoning: ""
		} : choice.message;
		return {
			text: redact.completion(text),
			...text.trim() === "" && reasoning.trim() !== "" && { reasoning_only: true },
			...reasoning !== "" && { reasoning_bytes: Buffer.byteLength(reasoning) },
			...choice.finish_reason !== void 0 && { finish_reason: finishReasonOf(redact.message(choice.finish_reason)) },
			...about
		};
	});
	const isOfFirst = completions.length > 1 && usage !== void 0 && timings?.predicted_n === usage.completion_tokens;
	return {
		completions,
		...usage !== void 0 && { usage },
		...isOfFirst && { usageIsOfFirst: true }
	};
}

// src/servers/chat/request-seed.ts
/**
* Number of possible base seeds. Small enough that seeds stay below 2³¹ after an index is added, because some servers
* accept only signed 32-bit seeds.
*/
const SEEDS = 2 ** 30;
/**
* The seed of an item's first sample; each later sample's seed is 1 higher. The seed depends on the configured seed,
* the draw, and the item's id and messages. Both sides use the same seeds.
*
* Every item has its own seeds. A server that honors seeds uses no other randomness, so a seed shared by all items
* would correlate the items, and every interval assumes that items vary independently. Each draw of a checkpoint also
* has its own seeds; otherwise, every draw would return the same completions.
*/
function firstSeedOf(options) {
	const { seed, draw, item } = options;
	const messages = item.messages.map(({ role, content }) => [role, content]);
	const name = JSON.stringify([
		seed,
		draw ?? null,
		item.id,
		messages
	]);
	return createHash("sha256").update(name).digest().readUInt32BE(0) % SEEDS;
}

// src/servers/chat/client.ts
/** @throws {SamplingError} if a configured environment variable is missing or cannot be sent */
function openClient(options) {
	const { checkpoint, settings } = options;
	const { timeoutMs } = settings;
	const { post, models, redact, close } = openConnection({
		...options,
		endpoint: checkpoint,
		timeoutMs
	});
	const path = pathOf(checkpoint);
	return {
		models,
		close,
		ask: ({ item, index, count, signal }) => post({
			path,
			body: requestBody$1({
				checkpoint,
				settings,
				item,
				index,
				count
			}),
			signal,
			read: (answer) => readCompletionResponse(answer, checkpoint.api, redact)
		})
	};
}
/**
* Builds a request body. The sampling settings override `extra-body`. For `completions`, the prompt is the content of
* all messages, joined by blank lines, because a base model has no roles.
*/
function requestBody$1(options) {
	const { checkpoint, settings, item, index, count } = options;
	const { messages } = item;
	const { temperature, topP, maxTokens, maxCompletionTokens, stop, seed } = settings;
	return {
		...checkpoint.extraBody,
		model: checkpoint.model,
		...checkpoint.api === "chat" ? { messages: messages.map(({ role, content }) => ({
			role,
			content
		})) } : { prompt: messages.map(({ content }) => content).join("\n\n") },
		...temperature !== "default" && { temperature },
		...topP !== "default" && { top_p: topP },
		...maxTokens !== void 0 && { max_tokens: maxTokens },
		...maxCompletionTokens !== void 0 && { max_completion_tokens: maxCompletionTokens },
		...stop !== void 0 && stop.length > 0 && { stop },
		...seed !== void 0 && { seed: firstSeedOf({
			seed,
			draw: checkpoint.draw,
			item
		}) + index },
		...count > 1 && { n: count },
		stream: false
	};
}
__name(requestBody$1, "requestBody");

// src/sampling/stopwatch.ts
function openStopwatch(now) {
	let pendingNow = 0;
	let began = 0;
	let totalMs = 0;
	return {
		during: async (pending) => {
			if (pendingNow === 0) began = now();
			pendingNow += 1;
			try {
				return await pending;
			} finally {
				pendingNow -= 1;
				if (pendingNow === 0) totalMs += now() - began;
			}
		},
		seconds: () => (totalMs + (pendingNow === 0 ? 0 : now() - began)) / 1e3
	};
}

// src/sampling/usage-check.ts
/**
* An upper bound on the text's mean number of bytes per token. English has four or five, and other scripts have fewer.
*/
const MOST_BYTES_PER_TOKEN = 16;
/**
* Opens a check of the usage that one server reports. The check returns each response with plausible usage. Usage is
* implausible if it reports fewer tokens than the texts and the returned reasoning must contain. If there are several
* completions, it is also implausible if it reports fewer tokens than the completions that reached the token limit must
* have in total. A single completion may have reached the end of the context instead of the limit, so it proves
* nothing.
*
* If the usage may cover only the first completion (as reported by llama.cpp's server), it shows this model's tokens
* per byte. The tokens of the other completions are estimated with the mean ratio of all such responses. If the maximum
* were counted instead, a run would end after spending only a fraction of its budget.
*
* @param limit the maximum tokens per completion; without it, each byte is assumed to have at most one token
*/
function openUsageCheck({ limit, onFix }) {
	const ofFirst = {
		tokens: 0,
		bytes: 0
	};
	const mostOf = (choice) => limit ?? bytesOf(choice);
	/** Estimates the total tokens of all completions from the `tokens` of the first. */
	const estimated = ([first, ...others], tokens) => {
		ofFirst.tokens += tokens;
		ofFirst.bytes += first === void 0 ? 0 : bytesOf(first);
		const perByte = ofFirst.bytes === 0 ? 1 : ofFirst.tokens / ofFirst.bytes;
		return others.reduce((sum, choice) => {
			return sum + (choice.finish_reason === "length" && limit !== void 0 ? limit : Math.min(mostOf(choice), Math.ceil(perByte * bytesOf(choice))));
		}, tokens);
	};
	return (response) => {
		const { completions, usage, usageIsOfFirst } = response;
		if (usage === void 0) return response;
		const tokens = usage.completion_tokens;
		const [first, ...others] = completions;
		const atLimit = others.length === 0 ? [] : completions.filter((one) => one.finish_reason === "length");
		const least = Math.max(completions.reduce((sum, choice) => sum + bytesOf(choice), 0) / MOST_BYTES_PER_TOKEN, atLimit.length * (limit ?? 0));
		if (usageIsOfFirst !== true && tokens >= least) return response;
		const canBeOfFirst = first !== void 0 && others.length > 0 && tokens > 0 && tokens >= bytesOf(first) / MOST_BYTES_PER_TOKEN && tokens <= (limit ?? Infinity);
		onFix(canBeOfFirst ? "others-estimated" : "most-counted");
		const counted = canBeOfFirst ? estimated(completions, tokens) : completions.reduce((sum, choice) => sum + mostOf(choice), 0);
		const { prompt_tokens } = usage;
		return {
			...response,
			usage: {
				prompt_tokens,
				completion_tokens: counted
			}
		};
	};
}
function bytesOf({ text, reasoning_bytes = 0 }) {
	return Buffer.byteLength(text) + reasoning_bytes;
}

// src/sampling/side-server.ts
/**
* The run ends after this many consecutive failures if more than 1% of the run's samples have failed, because the
* result could only be `invalid`.
*/
const FEWEST_FAILURES_IN_A_ROW = 20;
const INVALID_SHARE = .01;
/**
* Maximum number of failures, each after all retries, before a server's first completion. One more failure ends the
* run.
*/
const MOST_WITHOUT_ANY = 3;
/**
* Maximum number of tokens that a chat template is assumed to add. Apart from these, the number of tokens is at most
* the number of bytes, because each token has at least one byte.
*/
const TEMPLATE_TOKENS$1 = 64;
function mostTokensOf$1(messages) {
	return messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), TEMPLATE_TOKENS$1);
}
__name(mostTokensOf$1, "mostTokensOf");
/** @throws {SamplingError} if an environment variable that the checkpoint needs is missing or unusable */
function openSideServer(options) {
	const { checkpoint, settings, timing, throttle, onWarning, samples } = options;
	const client = openClient({
		...options,
		heard: throttle.heard
	});
	const session = openServerSession({
		endpoint: checkpoint,
		models: client.models,
		timing,
		throttle,
		mostInARow: Math.max(FEWEST_FAILURES_IN_A_ROW, INVALID_SHARE * samples),
		mostAtFirst: MOST_WITHOUT_ANY,
		gaveUp: (failure, failedInARow) => serverGaveUp({
			failure,
			checkpoint,
			failedInARow
		}),
		onPause: onWarning
	});
	const limit = settings.maxTokens ?? settings.maxCompletionTokens;
	const fixes = /* @__PURE__ */ new Set();
	const withPlausibleUsage = openUsageCheck({
		limit,
		onFix: (fix) => {
			if (!fixes.has(fix)) onWarning(usageReplaced(checkpoint, fix));
			fixes.add(fix);
		}
	});
	let refused = 0;
	const several = openBlockRequests({
		perRequest: perRequestOf(settings),
		isGreedy: settings.temperature === 0,
		onRepetition: () => onWarning(repeatsItself(checkpoint))
	});
	let retries = 0;
	const busy = openStopwatch(timing.now);
	const within = async (samples, attempt, signal, budget) => {
		const [{ item, index }] = samples;
		const count = samples.length;
		try {
			return await budget.spend({
				side: checkpoint.side,
				most: {
					prompt: mostTokensOf$1(item.messages),
					completion: count * (limit ?? 0)
				},
				send: async () => {
					if (attempt > 1) retries += 1;
					return withPlausibleUsage(await busy.during(client.ask({
						item,
						index,
						count,
						signal
					})));
				},
				isFree: isBusyFailure,
				usage: ({ usage }) => usage && {
					prompt: usage.prompt_tokens,
					completion: usage.completion_tokens
				}
			});
		} catch (error) {
			if (error instanceof BudgetSpent) refused += 1;
			throw error;
		}
	};
	const waits = /* @__PURE__ */ new WeakMap();
	const untilClosed = (signal, budget) => {
		const known = waits.get(signal) ?? AbortSignal.any([signal, budget.closed]);
		waits.set(signal, known);
		return known;
	};
	return {
		requests: () => session.requests() - refused,
		retries: () => retries,
		seconds: busy.seconds,
		close: client.close,
		ask: (block, signal, budget) => {
			let sent = 0;
			return several(block, (samples) => {
				if (sent > 0) budget.expectOneMore();
				sent += 1;
				let attempt = 0;
				return session.ask(() => within(samples, attempt += 1, signal, budget), untilClosed(signal, budget), (failure) => samples.length > 1 && isDivisible(failure));
			});
		}
	};
}
function repeatsItself({ side, model }) {
	return `The server for ${side} (${model}) returns identical completions when a request asks for several. From now on, each request asks for one completion.`;
}
function usageReplaced({ side, model }, fix) {
	return fix === "others-estimated" ? `The server for ${side} (${model}) counts only the tokens of the first completion if a request asks for several. The tokens of the others are estimated from their lengths, for the budget and in the report.` : `The server for ${side} (${model}) reports fewer tokens than its completions have. The budget and the report use the maximum that these completions can have.`;
}

// src/sampling/suite-run.ts
async function openSuiteRun(options) {
	const { suite, side, identity, settings, storeDir, now, servedBy } = options;
	const { samples, file } = suiteInStore({
		identity,
		suite,
		settings,
		storeDir,
		now
	});
	const { path } = file;
	const { missing, reused, held, ...store } = await openSamples(file, samples, servedBy);
	const cached = reused.completions;
	let done = cached;
	let promptTokens = 0;
	let completionTokens = 0;
	const spend = (answer) => {
		promptTokens += answer.usage?.prompt_tokens ?? 0;
		completionTokens += answer.usage?.completion_tokens ?? 0;
	};
	const failed = /* @__PURE__ */ new Map();
	const note = (sample, error, answer) => {
		failed.set(sample.place, {
			...completionOf(suite.name, sample, {
				...answer,
				text: ""
			}),
			error
		});
	};
	return {
		suite: suite.name,
		side,
		path,
		missing,
		reused,
		damagedLines: store.damagedLines,
		close: store.close,
		failed: () => [...failed].sort(([a], [b]) => a - b).map(([, one]) => one),
		generations: async () => {
			if (held !== void 0) return held.map(({ sample, stored }) => completionOf(suite.name, sample, stored));
			const completions = await readStore(file);
			if (completions.size < done) throw lost(path, done - completions.size);
			return samples.flatMap((sample) => {
				const stored = completions.get(sample.key);
				return failed.get(sample.place) ?? (stored ? completionOf(suite.name, sample, stored) : []);
			});
		},
		promptTokens: () => promptTokens,
		progress: () => ({
			suite: suite.name,
			side,
			done,
			failed: failed.size,
			cached,
			total: samples.length,
			promptTokens,
			completionTokens
		}),
		keep: async (samples, completions, now) => {
			const time = new Date(now).toISOString();
			const kept = samples.flatMap((sample, place) => {
				const completion = completions[place];
				if (completion === void 0) throw new Error(`no completion for sample ${sample.key}`);
				spend(completion);
				if (completion.finish_reason !== "content_filter") return [{
					sample,
					completion
				}];
				note(sample, "content filter", completion);
				return [];
			});
			const lines = kept.map(({ sample, completion: { model, system_fingerprint, ...completion } }) => ({
				key: sample.key,
				...completionOf(suite.name, sample, completion),
				...model !== void 0 && { model },
				...system_fingerprint !== void 0 && { system_fingerprint },
				time
			}));
			await store.append(lines);
			for (const { completion } of kept) servedBy.see(completion, now);
			done += kept.length;
		},
		fail: (samples, error) => {
			for (const sample of samples) note(sample, error);
		}
	};
}
/**
* Looks up stored completions. If no sample is missing, also returns their texts, because nothing will be requested.
* Otherwise, the texts are dropped to save memory.
*/
async function openSamples(file, samples, servedBy) {
	const { completions, ...store } = await openStore(file);
	const missing = [];
	const held = [];
	const times = [];
	let time;
	let drawn = 0;
	for (const sample of samples) {
		const stored = completions.get(sample.key);
		if (stored === void 0) {
			missing.push(sample);
			continue;
		}
		if (stored.time !== time) {
			time = stored.time;
			drawn = Date.parse(time);
		}
		servedBy.see(stored, drawn);
		times.push(drawn);
		held.push({
			sample,
			stored
		});
	}
	return {
		...store,
		missing,
		reused: reusedAt(times),
		held: missing.length === 0 ? held : void 0
	};
}
function lost(path, count) {
	return new SamplingError({
		what: `The completion store no longer contains ${count} completion${count === 1 ? "" : "s"} that this run wrote.`,
		where: path,
		fix: "Check whether another program deletes files from this folder, or choose another folder with --store. Then run the same command again."
	});
}

// src/sampling/turns.ts
/**
* A run's turns, each with at least one missing sample. Within a turn, samples are ordered by item, in blocks of at
* most `perRequest` samples, `old` before `new`. If there are several suites, they advance in proportion to their
* sizes, so that an interrupted run has the same share of each.
*/
function turnsOf(runs, { order, first = "old", perRequest }) {
	const sides = first === "old" ? ["old", "new"] : ["new", "old"];
	return (order === "interleaved" ? [sides] : sides.map((side) => [side])).flatMap((turn) => {
		const own = runs.filter(({ side, missing }) => turn.includes(side) && missing.length > 0);
		const asked = turn.filter((side) => own.some((run) => run.side === side));
		return own.length === 0 ? [] : [{
			sides: asked,
			missing: inOrder(own, perRequest)
		}];
	});
}
function* inOrder(runs, perRequest) {
	yield* runs.flatMap((run) => {
		const { total } = run.progress();
		return [...blocksOf(run.missing, perRequest)].map((block) => ({
			run,
			block,
			share: (block[0].place + .5) / total
		}));
	}).sort((a, b) => a.share - b.share);
}

// src/sampling/sampler.ts
/**
* Requests n samples of every item of every suite from both checkpoints, and stores each completion as it arrives.
* Stored completions are reused. A failed sample becomes a completion with `error`, never an incorrect answer.
*
* @throws {SamplingError} if further requests would be pointless (credentials, model, quota, unreachable server), if a
* side has no samples at all, if the store cannot be written, or if `signal` aborted. Completions received before the
* error remain stored.
*/
const sample = samplerWith(systemTiming);
/** Creates the sampler with a given clock. */
function samplerWith(timing) {
	return async (request) => {
		const { checkpoints, settings, storeDir, env, signal, onProgress, onWarning = () => {} } = request;
		const runs = [];
		const throttleAt = pacesOfServers(checkpoints, ({ limits = {} }) => openThrottle({
			...settings,
			limits,
			timing
		}));
		const sides = {};
		const servedBy = {
			old: new ServedByTally(),
			new: new ServedByTally()
		};
		const whole = request.budget ?? openBudget({
			limits: {},
			prices: void 0,
			timing
		});
		const budgets = [];
		let closing = [];
		try {
			signal.throwIfAborted();
			for await (const run of openRuns(request, timing.now(), servedBy)) runs.push(run);
			for (const run of runs) if (run.damagedLines > 0) onWarning(damaged$1(run));
			const open = (checkpoint, env) => {
				const own = runs.filter(({ side }) => side === checkpoint.side);
				const samples = total(own, ({ progress }) => progress().total);
				const throttle = throttleAt(checkpoint);
				sides[checkpoint.side] = openSideServer({
					checkpoint,
					settings,
					env,
					timing,
					throttle,
					onWarning,
					samples
				});
			};
			for (const checkpoint of [checkpoints.old, checkpoints.new]) if (runs.some(({ side, missing }) => side === checkpoint.side && missing.length > 0) && checkpoint.serve === void 0) open(checkpoint, env);
			for (const run of runs) onProgress(run.progress());
			const perRequest = perRequestOf(settings);
			const inTurn = turnsOf(runs, {
				order: orderOf(request),
				first: request.servers?.running(),
				perRequest
			});
			const turns = budgeted(inTurn, runs, {
				whole,
				perRequest
			});
			const { preflight } = request;
			const concurrency = mostOf(settings.concurrency);
			for (const { sides: asked, openBudget: openOwn, missing, requests } of turns) {
				const budget = openOwn();
				budgets.push(budget);
				try {
					const ended = [];
					for (const side of asked) {
						if (checkpoints[side].serve === void 0) continue;
						const server = await startFor(request, side);
						ended.push(server.ended);
						open({
							...checkpoints[side],
							baseUrl: server.baseUrl
						}, {});
					}
					if (request.budget !== void 0) budget.expect(requests, concurrency);
					const ask = blockRequester({
						budget,
						concurrency,
						signal: AbortSignal.any([
							signal,
							...ended,
							budget.over
						]),
						sideOf: (side) => sides[side],
						now: timing.now,
						onProgress: (run) => onProgress(run.progress()),
						onBlock: request.onBlock
					});
					const stages = stagesOf(missing, { look: preflight?.look !== void 0 });
					await requestFirstBlocks(stages, {
						ask,
						runs,
						onFirst: preflight?.onFirst
					});
					const worth = runs.filter((run) => asked.includes(run.side) && isWorthALook(run));
					await ask(stages.lead);
					if (preflight?.look !== void 0) await lookAt(worth, preflight.look);
					await ask(stages.rest);
				} finally {
					if (budget !== whole) budget.end();
				}
			}
		} catch (error) {
			if (!signal.aborted || error !== signal.reason) throw error;
			throw interrupted({
				reason: error,
				kept: total(runs, ({ progress }) => progress().done),
				storeDir
			});
		} finally {
			sides.old?.close();
			sides.new?.close();
			closing = await Promise.allSettled(runs.map((run) => run.close()));
		}
		for (const closed of closing) if (closed.status === "rejected") throw closed.reason;
		const sampled = {
			...collect(runs, sides),
			...cutBy(budgets, runs),
			servedBy: {
				old: servedBy.old.found(),
				new: servedBy.new.found()
			}
		};
		if (request.isPart !== true) {
			const inHand = (side) => total(runs, (run) => run.side === side ? run.progress().done : 0);
			refuseWholeFailure(checkpoints, sampled.failed, {
				old: inHand("old"),
				new: inHand("new")
			});
		}
		return sampled;
	};
}
/**
* If both sides use the same server with the same limits, they share its throttle. Servers started here are separate
* for each side.
*/
function pacesOfServers({ old, new: candidate }, open) {
	const ofOld = open(old);
	const ofNew = candidate.baseUrl === old.baseUrl && old.serve === void 0 && candidate.serve === void 0 && isDeepStrictEqual(old.limits, candidate.limits) ? ofOld : open(candidate);
	return ({ side }) => side === "old" ? ofOld : ofNew;
}
/** The sampling order. Checkpoints that can only be served one at a time are sampled one after the other. */
function orderOf({ checkpoints, order }) {
	return checkpoints.old.serve !== void 0 && checkpoints.new.serve !== void 0 ? "one-side-after-the-other" : order ?? "interleaved";
}
async function startFor({ checkpoints, servers }, side) {
	if (servers === void 0) throw new Error(`found no server for ${side}`);
	return servers.start(checkpoints[side]);
}
/** Opens the runs suite by suite, `old` before `new`. */
async function* openRuns(request, now, servedBy) {
	const { checkpoints, suites, settings, storeDir } = request;
	const identities = pairIdentities(checkpoints);
	for (const suite of suites) for (const side of ["old", "new"]) yield openSuiteRun({
		suite,
		side,
		identity: identities[side],
		settings,
		storeDir,
		now,
		servedBy: servedBy[side]
	});
}
function damaged$1({ path, damagedLines }) {
	return `${path}: skipped ${damagedLines === 1 ? "1 damaged line" : `${damagedLines} damaged lines`}; the missing completions will be requested again.`;
}
__name(damaged$1, "damaged");

// src/result/status.ts
/**
* The published format of `status.json`, which describes a run's progress, version 2. `schema/status.schema.json` is
* generated from it. As with results, later versions only add optional fields while the schema number stays the same.
*/
const count = number().int().nonnegative();
const time = datetime().describe("ISO 8601, UTC");
const part = object({
	suite: string().describe("Name of the suite; greedy completions are a separate part"),
	side: _enum(["old", "new"]),
	done: count.describe("Samples that are complete, whether reused or sampled by this run"),
	failed: count,
	reused: count.describe("The number of samples in `done` that were already in the store when the run began"),
	total: count,
	prompt_tokens: count.describe("Spent by this run"),
	completion_tokens: count.describe("Spent by this run"),
	cost_usd: number().nonnegative().nullable().describe("Spent by this run; null without prices")
});
const embeddings = object({
	done: count,
	failed: count,
	reused: count,
	total: count
});
const statusSchema = object({
	schema: literal(2),
	state: _enum([
		"running",
		"done",
		"failed"
	]).describe("done: the result is written; failed: the run ended without one, or was stopped"),
	started: time,
	updated: time,
	done: count,
	failed: count,
	total: count.describe("Number of samples in all parts known so far"),
	samples_per_second: number().nonnegative().describe("Average over the whole run so far, not counting reused samples"),
	seconds_left: number().nonnegative().nullable().describe("Remaining sampling time at this rate; null if unknown"),
	cost_usd: number().nonnegative().nullable().describe("Spent by this run; null without prices"),
	parts: array(part).describe("One for each suite and side"),
	embeddings: embeddings.nullable().describe("Solutions to embed; null if there are none, or none yet")
}).describe("Ignore fields that you do not know: within this schema number, later versions only add optional fields.");
/** Combines the progress of a run's parts into the run's progress. */
function statusOf({ state, parts, embeddings, started, updated, seconds }) {
	const sum = (value) => parts.reduce((total, each) => total + value(each), 0);
	const [done, failed, total] = [
		sum((each) => each.done),
		sum((each) => each.failed),
		sum((each) => each.total)
	];
	const rate = seconds > 0 ? (done + failed - sum(({ reused }) => reused)) / seconds : 0;
	const left = total - done - failed;
	const isPriced = parts.length > 0 && parts.every(({ cost_usd: cost }) => cost !== null);
	return {
		schema: 2,
		state,
		started,
		updated,
		done,
		failed,
		total,
		samples_per_second: rate,
		seconds_left: left === 0 ? 0 : rate > 0 ? left / rate : null,
		cost_usd: isPriced ? sum(({ cost_usd: cost }) => cost ?? 0) : null,
		parts: [...parts],
		embeddings
	};
}

// src/run/check/status-file.ts
const WRITTEN_EVERY_MS = 1e3;
/**
* Opens a run's status file. The file is replaced atomically, at most once a second while the run makes progress, and
* once at the end. A run that never starts sampling has no status. A failure to write the file is reported once and
* does not end the run.
*/
function openStatusFile({ folder, now, onWarning }) {
	const startedMs = now();
	const parts = /* @__PURE__ */ new Map();
	let embeddings = null;
	let hasNews = false;
	let isBroken = false;
	let writing = Promise.resolve();
	const write = async (state) => {
		if (isBroken || parts.size === 0 && embeddings === null) return;
		const nowMs = now();
		const status = statusOf({
			state,
			parts: [...parts.values()],
			embeddings,
			started: new Date(startedMs).toISOString(),
			updated: new Date(nowMs).toISOString(),
			seconds: (nowMs - startedMs) / 1e3
		});
		try {
			await mkdir(folder, { recursive: true });
			await writeWhole(join(folder, "status.json"), `${JSON.stringify(statusSchema.parse(status), null, 2)}\n`);
		} catch (error) {
			if (!(error instanceof Error) || !("code" in error)) throw error;
			isBroken = true;
			onWarning(`Could not write status.json in ${folder}: ${error.message}.`);
		}
	};
	const timer = setInterval(() => {
		if (!hasNews) return;
		hasNews = false;
		writing = writing.then(() => write("running"));
	}, WRITTEN_EVERY_MS);
	timer.unref();
	return {
		onProgress: ({ suite, side, done, failed, cached, total, ...spent }) => {
			hasNews = true;
			parts.set(`${suite}\n${side}`, {
				suite,
				side,
				done,
				failed,
				reused: cached,
				total,
				prompt_tokens: spent.promptTokens,
				completion_tokens: spent.completionTokens,
				cost_usd: spent.costUsd ?? null
			});
		},
		onEmbedding: ({ done, failed, cached, total }) => {
			hasNews = true;
			embeddings = {
				done,
				failed,
				reused: cached,
				total
			};
		},
		end: async (state) => {
			clearInterval(timer);
			await writing;
			await write(state);
		}
	};
}

// src/cli/run-progress.ts
/** Shows the progress of a run, and stores it in `status.json` in the run's folder. */
function runProgress({ err, env, folder }) {
	const display = progressDisplay({
		err,
		env
	}, () => performance.now());
	const file = openStatusFile({
		folder,
		now: Date.now,
		onWarning: display.onWarning
	});
	let state = "failed";
	return {
		...display,
		onProgress: (progress) => {
			display.onProgress(progress);
			file.onProgress(progress);
		},
		onEmbedding: (progress) => {
			display.onEmbedding(progress);
			file.onEmbedding(progress);
		},
		finish: () => {
			state = "done";
		},
		end: async () => {
			display.stop();
			await file.end(state);
		}
	};
}

// src/servers/judge/judge-errors.ts
const RESUMES = "Verdicts received so far are stored. Run the same command again to request only the rest.";
/** The error for a judge whose server responds but no longer returns verdicts. */
function judgeGaveUp(options) {
	const { failure, judge, failedInARow } = options;
	return new SamplingError({
		what: `The judge's server (${judge.model}) returns no verdicts: the last ${failedInARow} requests failed after all retries, most recently with: ${failure.message}.`,
		where: shownAddress(judge),
		fix: `${gaveUpAdvice(failure, {
			...judge,
			side: "the judge"
		})} ${RESUMES}`,
		cause: failure
	});
}
/** The error for a budget that was used up before every completion was judged. */
function judgingUnpaid(judge, reached) {
	const limit = reached === void 0 ? "" : ` (${reached.limit}: ${reached.allowed} ${reached.byDefault ? "by default" : "left for the judge"})`;
	return new SamplingError({
		what: `The budget${limit} was used up before the judge (${judge.model}) had graded every completion.`,
		where: "budget",
		fix: `Increase the limit. ${RESUMES}`
	});
}
/** The error for an interrupted run. If the reason is a SamplingError, that error is returned unchanged. */
function judgingInterrupted(options) {
	const { reason, storeDir } = options;
	if (reason instanceof SamplingError) return reason;
	return new SamplingError({
		what: "Grading by the judge was interrupted.",
		where: storeDir,
		fix: RESUMES,
		cause: reason
	});
}

// src/servers/judge/judge-server.ts
/** The methods of requesting an answer in the expected form, strictest first. */
const FORMS = [
	"json_schema",
	"json_object",
	"words"
];
/** The run ends if more than this many consecutive requests fail after all retries. */
const MOST_FAILURES_IN_A_ROW = 20;
/**
* Maximum number of tokens that a chat template and a schema are assumed to add. Apart from these, the number of tokens
* is at most the number of bytes, because each token has at least one byte.
*/
const TEMPLATE_TOKENS = 512;
/** The status codes that servers return for a `response_format` that they do not support. */
const REFUSED = /* @__PURE__ */ new Set([
	400,
	415,
	422,
	501
]);
/** @throws {SamplingError} if an environment variable that the judge needs is missing or unusable */
function openJudgeServer({ judge, env, timing, onWarning = () => {} }) {
	const { concurrency, limits = {}, timeoutMs, maxTokens } = judge;
	const endpoint = {
		...judge,
		side: "the judge"
	};
	const throttle = openThrottle({
		concurrency,
		limits,
		timing
	});
	const { post, models, close, redact } = openConnection({
		endpoint,
		timeoutMs,
		env,
		timing,
		heard: throttle.heard
	});
	const most = MOST_FAILURES_IN_A_ROW + mostOf(concurrency);
	const session = openServerSession({
		endpoint,
		models,
		timing,
		throttle,
		mostInARow: most,
		mostAtFirst: MOST_FAILURES_IN_A_ROW,
		gaveUp: (failure, failedInARow) => judgeGaveUp({
			failure,
			judge,
			failedInARow
		}),
		onPause: onWarning
	});
	const tokens = {
		prompt: 0,
		completion: 0
	};
	let taken;
	let unsent = 0;
	const send = async (question, form, { over, budget }) => {
		let isSent = false;
		const request = async () => {
			isSent = true;
			const { completions, usage } = await post({
				path: pathOf(endpoint),
				body: requestBody(judge, question, form),
				signal: over,
				read: (body) => readCompletionResponse(body, "chat", redact)
			});
			tokens.prompt += usage?.prompt_tokens ?? 0;
			tokens.completion += usage?.completion_tokens ?? 0;
			const [completion = { text: "" }] = completions;
			return {
				completion,
				...usage && { usage }
			};
		};
		if (budget === void 0) return request();
		try {
			return await budget.spend({
				side: "judge",
				most: {
					prompt: mostTokensOf(question),
					completion: maxTokens
				},
				send: request,
				isFree: isBusyFailure,
				usage: ({ usage }) => usage && {
					prompt: usage.prompt_tokens,
					completion: usage.completion_tokens
				}
			});
		} catch (error) {
			if (!isSent) unsent += 1;
			throw error;
		}
	};
	return {
		close,
		spent: () => ({
			requests: session.requests() - unsent,
			prompt_tokens: tokens.prompt,
			completion_tokens: tokens.completion
		}),
		ask: async (question, purse) => {
			let form = taken ?? FORMS[0];
			let misfits = 0;
			let refusedFirst;
			for (;;) {
				const next = taken === void 0 ? FORMS[FORMS.indexOf(form) + 1] : void 0;
				const mayRefuse = (failure) => next !== void 0 && failure.kind !== "moderated" && REFUSED.has(failure.status ?? 0);
				const answer = await session.ask(() => send(question, form, purse), purse.closed, mayRefuse);
				if (answer instanceof RequestFailure) {
					if (!mayRefuse(answer) || next === void 0) return {
						failure: (refusedFirst ?? answer).message,
						byJudge: false
					};
					refusedFirst ??= answer;
					form = next;
					continue;
				}
				const { completion } = answer;
				const verdict = question.read(completion.text);
				if (verdict !== void 0) {
					taken ??= form;
					return {
						verdict,
						completion
					};
				}
				misfits += 1;
				if (misfits > 1) return {
					failure: misfit(completion),
					byJudge: true
				};
			}
		}
	};
}
/** Builds a request body. A member of `extraBody` overrides the default member, and `null` removes it. */
function requestBody({ model, maxTokens, extraBody }, { messages, schema }, form) {
	const body = {
		temperature: 0,
		max_tokens: maxTokens,
		...extraBody,
		model,
		messages,
		...formatOf(form, schema),
		stream: false
	};
	return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}
function formatOf(form, schema) {
	if (form === "words") return {};
	if (form === "json_object") return { response_format: { type: form } };
	return { response_format: {
		type: form,
		json_schema: {
			name: "verdict",
			strict: true,
			schema
		}
	} };
}
function mostTokensOf({ messages }) {
	return messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), TEMPLATE_TOKENS);
}
const SHOWN_CHARACTERS = 200;
function misfit({ text, finish_reason }) {
	if (finish_reason === "length") return "the judge reached max-tokens before it gave a verdict";
	if (finish_reason === "content_filter") return "a content filter stopped the judge before it gave a verdict";
	if (text.trim() === "") return "the judge's response is empty";
	return `the judge answered in an unexpected form: ${JSON.stringify(text.slice(0, SHOWN_CHARACTERS))}`;
}

// src/store/judge-store.ts
/** The key format's version. Increase it if the meaning of a key changes, so that answers are requested again. */
const KEY_VERSION = 1;
const storedSchema = object({
	key: string(),
	/** The judge's answer, unchanged. */
	content: string(),
	model: string().optional(),
	system_fingerprint: string().optional(),
	/** ISO 8601, UTC. */
	time: datetime()
});
const readStored = (line) => storedSchema.safeParse(line).data;
/**
* Identifies the source of answers: SHA-256 of the model's name, its declared digest (or its base URL if no digest is
* declared) and the settings that affect an answer.
*/
function identityOf({ model, digest, baseUrl, maxTokens, extraBody }) {
	return contentHash({
		version: KEY_VERSION,
		kind: "judge",
		model,
		origin: digest === void 0 ? { baseUrl } : { digest },
		maxTokens,
		extraBody
	});
}
/**
* An answer's key: SHA-256 of the judge's identity and the messages, which contain the rubric, the item and the
* completion.
*/
function judgeKeys(judge) {
	const common = createHash("sha256").update(identityOf(judge));
	return (messages) => common.copy().update(`\n${canonicalJson(messages)}`).digest("hex");
}
/** The path of a judge's file. The file name is valid on every file system. */
function judgeFile(storeDir, judge) {
	const readable = judge.model.replaceAll(/[^A-Za-z0-9_-]+/g, "-").slice(0, 60);
	return join(storeDir, "judges", `${readable}-${identityOf(judge).slice(7, 23)}.jsonl`);
}
/** @throws {SamplingError} if the file cannot be read or written */
function openJudgeStore(path) {
	return openKeyedLines({
		path,
		read: readStored
	});
}

// src/sampling/judges/judge-drift.ts
/**
* Reports that a judge's serving stack was replaced by another between verdicts, so the judge may have changed between
* its verdicts on `old` and those on `new`. Undefined if the stack did not change, or if the server does not identify
* itself. Stacks that responded during the same period are treated as replicas of one server.
*/
function judgeDrift(model, stacks) {
	const inTime = stacks.toSorted((a, b) => a.oldest < b.oldest ? -1 : 1);
	const [first] = inTime;
	const later = inTime.find(({ oldest }) => first !== void 0 && first.newest < oldest);
	if (first === void 0 || later === void 0) return void 0;
	return `The judge ${model} was served as ${nameOf(first)} until ${dayOf(first.newest)} and as ${nameOf(later)} from ${dayOf(later.oldest)}. If its grading changed, the grades of the two checkpoints are not comparable. To grade all completions again, delete the judge's file under judges/ in the store.`;
}
const nameOf = ({ model, fingerprint }) => [model, fingerprint].filter((name) => name !== null).join(", ");
/** The date in an ISO 8601 time. */
const dayOf = (time) => time.slice(0, 10);

// src/sampling/judges/judges.ts
/** Opens a run's judges without sending requests. */
const openJudges = judgesWith(systemTiming);
/** Creates `openJudges` with a given clock. */
function judgesWith(timing) {
	return (request) => {
		const end = {
			closed: new AbortController(),
			over: new AbortController()
		};
		const judges = /* @__PURE__ */ new Map();
		const counts = {
			done: 0,
			failed: 0,
			cached: 0,
			total: 0
		};
		const purseOf = (budget) => {
			const over = AbortSignal.any([
				request.signal,
				end.over.signal,
				...budget === void 0 ? [] : [budget.over]
			]);
			return {
				budget,
				over,
				closed: AbortSignal.any([over, end.closed.signal])
			};
		};
		let purse = purseOf(void 0);
		let closing;
		const closeAll = async () => {
			if (!end.closed.signal.aborted) end.over.abort();
			const closed = await Promise.allSettled([...judges.values()].map(({ close }) => close()));
			for (const one of closed) if (one.status === "rejected") throw one.reason;
		};
		const count = (what) => {
			counts[what] += 1;
			request.onJudging?.({ ...counts });
		};
		const open = (judge, path) => {
			const opened = openJudge(judge, {
				...request,
				path,
				timing,
				end,
				purse: () => purse,
				count
			});
			judges.set(path, opened);
			return opened;
		};
		return {
			of: (judge) => {
				const path = judgeFile(request.storeDir, judge);
				return judges.get(path) ?? open(judge, path);
			},
			spendFrom: (budget) => {
				purse = purseOf(budget);
			},
			cost: () => {
				const all = [...judges.values()].map(({ spent }) => spent());
				const sum = (key) => all.reduce((total, one) => total + one[key], 0);
				return {
					requests: sum("requests"),
					prompt_tokens: sum("prompt_tokens"),
					completion_tokens: sum("completion_tokens"),
					cached: counts.cached
				};
			},
			notes: () => [...judges.values()].map(({ drift }) => drift()).filter((note) => note !== void 0),
			close: () => closing ??= closeAll()
		};
	};
}
const NOTHING = {
	requests: 0,
	prompt_tokens: 0,
	completion_tokens: 0
};
function openJudge(judge, options) {
	const { path, timing, env, end, purse, count } = options;
	const keyOf = judgeKeys(judge);
	/** The questions asked in this run, by key. */
	const asked = /* @__PURE__ */ new Map();
	const reused = /* @__PURE__ */ new Set();
	const servedBy = new ServedByTally();
	let store;
	let server;
	const open = async () => {
		const file = await openJudgeStore(path);
		if (file.damagedLines > 0) options.onWarning?.(damaged(path, file.damagedLines));
		return file;
	};
	const opened = () => store ??= open();
	const put = async (key, question) => {
		count("total");
		const { lines, append } = await opened();
		server ??= openJudgeServer({
			judge,
			env,
			timing,
			onWarning: options.onWarning
		});
		const answered = await server.ask(question, purse());
		if ("failure" in answered) {
			count("failed");
			return answered;
		}
		const line = lineOf(key, answered.completion, timing.now());
		if (!lines.has(key)) await append([line]);
		servedBy.see(line, Date.parse(line.time));
		count("done");
		return answered;
	};
	const putOrStop = async (key, question) => {
		try {
			return await put(key, question);
		} catch (error) {
			const { closed, over } = end;
			if (!closed.signal.aborted) {
				closed.abort(ending(error, {
					judge,
					...options
				}));
				if (!(error instanceof BudgetSpent)) over.abort();
			}
			throw closed.signal.reason;
		}
	};
	const askOnce = (key, question) => {
		const known = asked.get(key) ?? putOrStop(key, question);
		asked.set(key, known);
		return known;
	};
	return {
		stored: async (question) => {
			const key = keyOf(question.messages);
			const now = await asked.get(key);
			if (now !== void 0) return "failure" in now ? void 0 : question.read(now.completion.text);
			const line = (await opened()).lines.get(key);
			const verdict = line && question.read(line.content);
			if (line !== void 0 && verdict !== void 0 && !reused.has(key)) {
				reused.add(key);
				servedBy.see(line, Date.parse(line.time));
				for (const what of [
					"total",
					"cached",
					"done"
				]) count(what);
			}
			return verdict;
		},
		ask: async (question) => {
			const answered = await askOnce(keyOf(question.messages), question);
			if ("failure" in answered) return answered;
			const verdict = question.read(answered.completion.text);
			if (verdict === void 0) throw new Error("one answer was read in two ways");
			return {
				...answered,
				verdict
			};
		},
		spent: () => server?.spent() ?? NOTHING,
		drift: () => judgeDrift(judge.model, servedBy.found()),
		close: async () => {
			await Promise.allSettled(asked.values());
			server?.close();
			await (await store?.catch(() => void 0))?.close();
		}
	};
}
/** The error to report for the run: the interruption, the spent budget, or the original error. */
function ending(error, { judge, signal, storeDir, purse }) {
	const { budget } = purse();
	if (signal.aborted) return judgingInterrupted({
		reason: signal.reason,
		storeDir
	});
	return error instanceof BudgetSpent || budget?.over.aborted === true ? judgingUnpaid(judge, budget?.reached()) : error;
}
function lineOf(key, { text, model, system_fingerprint }, now) {
	return {
		key,
		content: text,
		...model !== void 0 && { model },
		...system_fingerprint !== void 0 && { system_fingerprint },
		time: new Date(now).toISOString()
	};
}
function damaged(path, count) {
	return `${path}: skipped ${count === 1 ? "1 damaged line" : `${count} damaged lines`}; the missing verdicts will be requested again.`;
}

// src/servers/serve/free-port.ts
/** Finds a port on this machine that is currently unused. */
async function freePort() {
	const server = createServer();
	const { promise, resolve, reject } = Promise.withResolvers();
	server.once("error", reject);
	server.listen({
		port: 0,
		host: "127.0.0.1",
		exclusive: true
	}, resolve);
	await promise;
	const address = server.address();
	await new Promise((closed) => {
		server.close(closed);
	});
	if (typeof address === "object" && address !== null) return address.port;
	throw new SamplingError({
		what: "found no free port on 127.0.0.1 to serve a checkpoint",
		fix: "Allow this process to listen on 127.0.0.1."
	});
}

// src/servers/serve/server-log.ts
/** Maximum characters per line. Longer lines are split. */
const LONGEST_LINE = 16384;
/** Number of most recent lines kept in memory. */
const KEPT_LINES = 400;
const LARGEST_FILE_BYTES = 64 * 2 ** 20;
/**
* Appends to the file at `path`. If the file cannot be written, `onFailure` is called once, and the end of the log is
* still kept in memory.
*/
function openServerLog(options) {
	const { path, secrets, onFailure } = options;
	const file = createWriteStream(path, { flags: "a" });
	const lines = [];
	const rests = [];
	let bytes = 0;
	let failed = false;
	file.on("error", (error) => {
		if (!failed) onFailure(error.message);
		failed = true;
	});
	const add = (line) => {
		const clean = secrets.reduce((text, secret) => text.replaceAll(secret, "[secret]"), line);
		lines.push(clean);
		if (lines.length > KEPT_LINES) lines.shift();
		const size = Buffer.byteLength(clean) + 1;
		if (failed || bytes > LARGEST_FILE_BYTES) return;
		bytes += size;
		file.write(bytes > LARGEST_FILE_BYTES ? "[log truncated: the size limit was reached]\n" : `${clean}\n`);
	};
	return {
		path,
		tail: () => lines.filter((line) => line.trim() !== ""),
		follow: (output) => {
			const decoder = new StringDecoder("utf8");
			let rest = "";
			const take = (text) => {
				const parts = `${rest}${text}`.split(/\r\n|\n|\r(?!$)/);
				rest = parts.pop() ?? "";
				for (const part of parts) add(part);
				for (; rest.length > LONGEST_LINE; rest = rest.slice(LONGEST_LINE)) add(rest.slice(0, LONGEST_LINE));
			};
			output.on("data", (chunk) => take(decoder.write(chunk)));
			output.on("error", () => {});
			rests.push(() => {
				take(decoder.end());
				if (rest !== "") add(rest);
				rest = "";
			});
		},
		close: async () => {
			for (const flush of rests.splice(0)) flush();
			file.end();
			await finished(file).catch(() => {});
		}
	};
}

// src/servers/serve/server-process.ts
/** How long to wait for output that may still arrive after a process has ended. */
const LAST_WORDS_MS = 250;
/**
* Starts a program and writes its output to `log`. When this process exits, the program is also killed, unless this
* process was itself killed.
*/
function startProcess(options) {
	const [program = "", ...rest] = options.command;
	const mark = newMark();
	const folder = mkdtempSync(join(tmpdir(), "reversal-check-serve-"));
	const child = spawn(program, rest, {
		cwd: folder,
		env: {
			...options.env,
			[MARKER]: mark
		},
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		detached: true
	});
	options.log.follow(child.stdout);
	options.log.follow(child.stderr);
	const leader = child.pid;
	const tree = leader === void 0 ? void 0 : processTree({
		leader,
		mark
	});
	const killNow = () => {
		tree?.signal("SIGKILL");
		rmSync(folder, {
			recursive: true,
			force: true
		});
	};
	process.on("exit", killNow);
	const end = async (graceMs) => {
		const left = tree === void 0 ? [] : await endTree(tree, graceMs);
		process.off("exit", killNow);
		rmSync(folder, {
			recursive: true,
			force: true,
			maxRetries: 3
		});
		child.stdout.destroy();
		child.stderr.destroy();
		return left;
	};
	let ending;
	return {
		ended: endOf(child),
		stop: (graceMs) => ending ??= end(graceMs)
	};
}
async function endOf(child) {
	const { promise, resolve } = Promise.withResolvers();
	child.once("error", (error) => {
		resolve(error.code === "ENOENT" ? "no such program" : error.message);
	});
	child.once("exit", (code, signal) => resolve(signal === null ? `exit code ${code}` : signal));
	const ending = await promise;
	const closed = new Promise((done) => {
		child.once("close", done);
	});
	await Promise.race([closed, setTimeout(LAST_WORDS_MS)]);
	return ending;
}

// src/servers/serve/where-it-ran.ts
/**
* Matches arguments that look like paths, such as `./serve.sh`, `../weights` and `models/v3.gguf`, but not
* `acme/math-7b-v3`, which may be a model's name.
*/
const LOOKS_LIKE_PATH = /^\.{1,2}\/|\/.*\.[A-Za-z]\w*$/u;
/**
* Advice on the paths in a command that failed. A server runs in an empty folder, so relative paths do not refer to the
* user's files. Empty if no argument is a path that exists in `root` or looks like a relative path.
*/
function whereItRan(command, root) {
	const paths = command.flatMap(pathsIn);
	const meant = paths.find((path) => existsSync(join(root, path))) ?? paths.find((path) => LOOKS_LIKE_PATH.test(path));
	if (meant === void 0) return "";
	return `It ran in an empty folder, where ${quoted(meant)} does not exist. For a path in ${root}, write {root}/${meant.replace(/^\.\//u, "")} in serve.command. `;
}
/** The relative paths that an argument may contain: the whole argument, or the value in `--model=value`. */
function pathsIn(argument) {
	return [argument, argument.slice(argument.indexOf("=") + 1)].filter((path) => path !== "" && !path.startsWith("-") && !path.includes("://") && !isAbsolute(path));
}

// src/servers/serve/open-servers.ts
const LOOK_EVERY_MS = 100;
/**
* How long a server may take to exit. It has less time if the run is aborted, so that it exits before the CI runner
* kills this process.
*/
const GRACE_MS = 1e4;
const GRACE_WHEN_STOPPED_MS = 2e3;
const QUOTED_CHARACTERS = 300;
/**
* Creates the servers for a run's checkpoints. Their logs are written to `logDir` as `serve-old.log` and
* `serve-new.log`, replacing an earlier run's logs.
*/
function openServers(options) {
	const { logDir, env, root, signal, onNote, onWarning, onLog } = options;
	const secrets = secretsIn(env, options.secrets);
	const begun = /* @__PURE__ */ new Set();
	let current;
	let endedAbandoned = false;
	const logOf = (side) => {
		const path = join(logDir, `serve-${side}.log`);
		mkdirSync(logDir, { recursive: true });
		if (!begun.has(side)) rmSync(path, { force: true });
		begun.add(side);
		return openServerLog({
			path,
			secrets,
			onFailure: (reason) => onWarning?.(`Cannot write the log of the server for ${side}: ${reason}.`)
		});
	};
	const stop = async () => {
		if (current === void 0) return;
		const { side, process, log } = current;
		current = void 0;
		const left = await process.stop(signal.aborted ? GRACE_WHEN_STOPPED_MS : GRACE_MS);
		await log.close();
		onLog?.({
			side,
			path: log.path,
			lines: log.tail()
		});
		if (left.length === 0) return;
		onWarning?.(`Could not stop the server for ${side}: process ${left.join(", ")} is still running and may use memory.`);
	};
	const start = async (checkpoint, serve) => {
		const { side } = checkpoint;
		const port = await freePort();
		const filledIn = (text) => text.replaceAll("{port}", String(port)).replaceAll("{root}", root);
		const command = serve.command.map(filledIn);
		const set = Object.entries(serve.variables ?? {}).map(([name, value]) => [name, filledIn(value)]);
		const log = logOf(side);
		const process = startProcess({
			command,
			env: {
				...programEnvironment(env, serve.env),
				...Object.fromEntries(set)
			},
			log
		});
		const ended = new AbortController();
		const serving = {
			side,
			baseUrl: `http://127.0.0.1:${port}/v1`,
			ended: ended.signal,
			process,
			log
		};
		current = serving;
		const began = performance.now();
		onNote?.(`Starting the server for ${side}: ${command.join(" ")}`);
		let isReady = false;
		const watch = async () => {
			const ending = await process.ended;
			const when = isReady ? "during sampling" : "before it was ready";
			const what = `The server for ${side} (${checkpoint.model}) exited ${when}: ${ending}.`;
			ended.abort(failed(what, log, isReady ? "" : whereItRan(command, root)));
		};
		watch();
		const given = AbortSignal.any([signal, ended.signal]);
		const { whyNotReady } = await import("./server-readiness.js");
		for (let why;; await pause(given)) {
			given.throwIfAborted();
			why = await whyNotReady({
				port,
				path: serve.ready,
				signal: given
			});
			given.throwIfAborted();
			if (why === void 0) break;
			if (performance.now() - began < serve.timeoutMs) continue;
			const seconds = serve.timeoutMs / 1e3;
			throw failed(`The server for ${side} (${checkpoint.model}) was not ready after ${seconds} s: ${why}.`, log, "Increase serve.timeout if the server needs more time, or check serve.ready. ");
		}
		isReady = true;
		onNote?.(`The server for ${side} is ready after ${Math.round((performance.now() - began) / 1e3)} s.`);
		return serving;
	};
	/** Ends the servers of earlier runs that were killed, because they may occupy the memory that this one needs. */
	const endAbandoned = async () => {
		if (endedAbandoned) return;
		endedAbandoned = true;
		const found = abandonedProcesses();
		const pids = found.members();
		if (pids.length === 0) return;
		onNote?.(`Stopping a server left behind by an earlier run that was killed: process ${pids.join(", ")}`);
		const left = await endTree(found, GRACE_MS);
		if (left.length > 0) onWarning?.(`Could not stop process ${left.join(", ")}, which may still use memory.`);
	};
	return {
		stop,
		running: () => current?.side,
		start: async (checkpoint) => {
			const { serve, side } = checkpoint;
			if (serve === void 0) throw new Error(`found no server for ${side}`);
			if (current?.side === side && !current.ended.aborted) return current;
			await stop();
			refuseWindows();
			signal.throwIfAborted();
			await endAbandoned();
			try {
				return await start(checkpoint, serve);
			} catch (error) {
				await stop();
				throw error;
			}
		}
	};
}
/** Creates an error that quotes the end of a server's log. */
function failed(what, log, advice = "") {
	const lines = log.tail().slice(-20);
	const quoted = lines.map((line) => `\n    ${line.slice(0, QUOTED_CHARACTERS)}`).join("");
	return new SamplingError({
		what,
		where: log.path,
		fix: `${advice}${lines.length === 0 ? "It wrote no output. Run checkpoints.serve.command yourself to find the cause. It must stay in the foreground." : `Its log ends with:${quoted}`}`
	});
}
function refuseWindows() {
	if (process.platform !== "win32") return;
	throw new SamplingError({
		what: "Serving a checkpoint requires Linux or macOS, because it uses process groups.",
		where: "checkpoints.serve",
		fix: "Start the server in an earlier step, and set base-url to its address."
	});
}
async function pause(signal) {
	try {
		await setTimeout(LOOK_EVERY_MS, void 0, { signal });
	} catch {
		signal.throwIfAborted();
	}
}

export { samplingShare as C, openGraders as D, judgesOf as E, payingFor as S, isJudged as T, shardText as _, openBudget as a, compareLock as b, mostOf as c, refuseWholeFailure as d, gaveUpAdvice as f, sentencesOf as g, readShard as h, sample as i, openThrottle as l, SHARD_STORE as m, openJudges as n, ServedByTally as o, SHARD_FILE as p, runProgress as r, runBounded as s, openServers as t, openServerSession as u, prepare as v, withJudging as w, judgingShare as x, serveCheckpoints as y };