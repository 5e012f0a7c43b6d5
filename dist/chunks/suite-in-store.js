import { r as __name } from "./rolldown-runtime.js";
import { a as SamplingError, t as ConfigError } from "./errors.js";
import { _ as string, d as literal, m as object, p as number, r as _enum } from "./schemas.js";
import { D as VERSION_FIX, F as datetime, O as versionFault } from "./read-suite.js";
import { H as baseUrlFault, V as BASE_URL_FIX, c as counted, j as judgeOf, s as count } from "./margins.js";
import { r as quoted } from "./printable.js";
import { n as LONGEST_LINE_BYTES, o as decodeUtf8 } from "./json-lines.js";
import { i as contentHash, n as streamRegularFile } from "./regular-file.js";
import { t as RequestFailure } from "./request-failure.js";
import { t as parseJson } from "./parse-json.js";
import { crc32 } from "node:zlib";
import { dirname, join } from "node:path";
import { mkdir, open, truncate } from "node:fs/promises";

// src/servers/address.ts
/**
* Replaces `{version}` in a base URL, and removes a trailing slash.
*
* @throws {ConfigError} if the URL is invalid. `where` is the setting or variable that contains it.
*/
const checkBaseUrl = (url, where, version) => {
	const what = baseUrlFault(url);
	if (what !== void 0) throw new ConfigError({
		what,
		where,
		fix: BASE_URL_FIX
	});
	return (version === void 0 ? url : url.replaceAll("{version}", () => version)).replace(/\/+$/, "");
};
/**
* Reads a base URL from the environment variable `name`. `key` is the configuration key that refers to the variable.
*
* @throws {ConfigError} if the variable is unset or empty
*/
const addressFrom = (name, key, env) => {
	const value = env[name]?.trim() ?? "";
	if (value !== "") return value;
	throw new ConfigError({
		what: `the environment variable ${name} is ${env[name] === void 0 ? "not set" : "empty"}, expected the base URL of the server`,
		where: key,
		fix: `Set ${name}. In a workflow, pass it under env:.`
	});
};

// src/servers/resolve-checkpoints.ts
const inVersion = (text, version) => text.split("{version}").join(version);
const checkVersion = (side, version, pattern) => {
	const what = versionFault(version, pattern);
	if (what !== void 0) throw new ConfigError({
		what,
		where: `the version of ${side}`,
		fix: VERSION_FIX
	});
};
const addressOf = (config, side, version, env) => {
	const own = config[side].baseUrl;
	if (own !== void 0) return { baseUrl: checkBaseUrl(own, `checkpoints.${side}.base-url`, version) };
	if (config.baseUrl !== void 0) return { baseUrl: checkBaseUrl(config.baseUrl, "checkpoints.base-url", version) };
	const name = config.baseUrlEnv;
	if (name === void 0) throw new ConfigError({
		what: `missing, so the server for ${side} is unknown`,
		where: "checkpoints.base-url",
		fix: `Add base-url, base-url-env or serve to checkpoints, or add base-url or serve to checkpoints.${side}.`
	});
	const value = addressFrom(name, "checkpoints.base-url-env", env);
	return {
		baseUrlEnv: name,
		baseUrl: checkBaseUrl(value, `the environment variable ${name}`, version)
	};
};
/** The base URL of a checkpoint that this run serves, used until the server's port is known. */
const SERVED_BASE_URL = "http://127.0.0.1/v1";
/** The server to sample a side from. The side's own settings override the shared ones. */
const placeOf = (config, side, version, env) => {
	const serve = config[side].serve ?? (config[side].baseUrl === void 0 ? config.serve : void 0);
	if (serve !== void 0) {
		const command = serve.command.map((argument) => inVersion(argument, version));
		const variables = serve.variables && Object.fromEntries(Object.entries(serve.variables).map(([name, value]) => [name, inVersion(value, version)]));
		return {
			baseUrl: SERVED_BASE_URL,
			serve: {
				...serve,
				command,
				...variables && { variables }
			}
		};
	}
	const apiKeyEnv = config[side].apiKeyEnv ?? config.apiKeyEnv;
	return {
		...addressOf(config, side, version, env),
		...apiKeyEnv === void 0 ? {} : { apiKeyEnv },
		...config.headersEnv === void 0 ? {} : { headersEnv: config.headersEnv }
	};
};
/** Whether two checkpoints use the same server: the same address, or the same command. */
const isSamePlace = (one, other) => one.baseUrl === other.baseUrl && JSON.stringify(one.serve?.command) === JSON.stringify(other.serve?.command);
/** Whether a checkpoint is compared with itself, and neither side was sampled again on purpose. */
const isOneCheckpoint = ({ old, new: candidate }) => old.model === candidate.model && isSamePlace(old, candidate) && old.digest === candidate.digest && old.draw === candidate.draw;
const modelOf = (config, side, version) => {
	const model = config[side].model ?? config.model;
	if (model !== void 0) return inVersion(model, version);
	throw new ConfigError({
		what: `missing, so the model for ${side} is unknown`,
		where: "checkpoints.model",
		fix: `Add model to checkpoints or to checkpoints.${side}, for example model: acme/math-7b-{version}`
	});
};
const resolveSide = (config, side, version, env, draw) => {
	checkVersion(side, version, config.versionPattern);
	const { digest, limits = config.limits } = config[side];
	return {
		side,
		version,
		model: modelOf(config, side, version),
		...placeOf(config, side, version, env),
		...digest === void 0 ? {} : { digest },
		...draw === void 0 ? {} : { draw },
		...limits !== void 0 && { limits: {
			...config.limits,
			...limits
		} },
		api: config.api,
		extraBody: config.extraBody
	};
};
/**
* Resolves a check's two checkpoints. Replaces `{version}`, lets each side's own settings override the shared ones, and
* reads base URLs from the environment if so configured. Equal versions are allowed, because sampling the same model
* twice reveals drift in its serving stack.
*
* @throws {ConfigError} if a version, a model or an address is missing or invalid, or if two different versions would
* resolve to the same model at the same address
*/
const resolveCheckpoints = (options) => {
	const { checkpoints, versions, draws = {}, env } = options;
	if (checkpoints === void 0) throw new ConfigError({
		what: "missing, so there is no model to sample",
		where: "checkpoints",
		fix: "Add checkpoints with model and base-url, or compare files of completions: reversal-check compare OLD NEW"
	});
	const pair = {
		old: resolveSide(checkpoints, "old", versions.old, env, draws.old),
		new: resolveSide(checkpoints, "new", versions.new, env, draws.new)
	};
	if (pair.old.model === pair.new.model && isSamePlace(pair.old, pair.new) && versions.old !== versions.new) throw new ConfigError({
		what: `${quoted(versions.old)} and ${quoted(versions.new)} would both use the model ${quoted(pair.old.model)} at the same ${pair.old.serve === void 0 ? "address" : "server"}`,
		where: "checkpoints.model",
		fix: "Add {version} to model, base-url or serve.command, or set a different model, base-url or serve in checkpoints.old and checkpoints.new."
	});
	return pair;
};

// src/measures/measurement.ts
/** Turns paired probabilities into a measurement; unmeasurable without items. */
function measuredProbabilities(items) {
	if (items.length === 0) return {
		kind: "unmeasurable",
		reason: "no item has enough graded samples on both sides"
	};
	return {
		kind: "measured",
		items,
		largestValue: 1,
		reach: 1
	};
}
/**
* Turns paired amounts ≥ 0 into a measurement. `reach` is the largest possible mean difference, or Infinity if the
* difference is unbounded.
*/
function measuredAmounts(items, { reach, reason }) {
	if (items.length === 0) return {
		kind: "unmeasurable",
		reason
	};
	return {
		kind: "measured",
		items,
		largestValue: items.reduce((most, item) => Math.max(most, item.old, item.new), 0),
		reach
	};
}

// src/measures/accuracy/greedy-accuracy.ts
/**
* Greedy accuracy: 1 if the single completion at temperature 0 is correct and 0 otherwise, over the items on which neither
* side's completion failed. Each of the `items` has at most one sample per side.
*/
function greedyAccuracy(items) {
	return measuredProbabilities([...items].sort((a, b) => a.id < b.id ? -1 : 1).flatMap(({ id, cluster, old, new: candidate }) => {
		const ofOld = creditOf(old);
		const ofNew = creditOf(candidate);
		return ofOld === void 0 || ofNew === void 0 ? [] : [{
			id,
			cluster,
			old: ofOld,
			new: ofNew
		}];
	}));
}
function creditOf([sample]) {
	if (sample === void 0 || sample.outcome === "failed") return void 0;
	return sample.outcome === "correct" ? 1 : 0;
}

// src/sampling/reused.ts
const NONE_REUSED = {
	completions: 0,
	oldest: null,
	newest: null
};
/** Summarizes completions sampled at these times (milliseconds since 1970). */
function reusedAt(times) {
	if (times.length === 0) return NONE_REUSED;
	let [oldest, newest] = [Infinity, -Infinity];
	for (const time of times) {
		oldest = Math.min(oldest, time);
		newest = Math.max(newest, time);
	}
	return {
		completions: times.length,
		oldest: new Date(oldest).toISOString(),
		newest: new Date(newest).toISOString()
	};
}
/** Combines two summaries. */
function reusedTogether(one, other) {
	return {
		completions: one.completions + other.completions,
		oldest: firstBy(one.oldest, other.oldest, (a, b) => a <= b),
		newest: firstBy(one.newest, other.newest, (a, b) => a >= b)
	};
}
function firstBy(one, other, isFirst) {
	if (one === null || other === null) return one ?? other;
	return isFirst(Date.parse(one), Date.parse(other)) ? one : other;
}

// src/sampling/spent.ts
const NOTHING_SPENT = {
	requests: 0,
	prompt_tokens: 0,
	completion_tokens: 0,
	retries: 0,
	seconds: 0
};
function spentTogether(one, other) {
	return {
		requests: one.requests + other.requests,
		prompt_tokens: one.prompt_tokens + other.prompt_tokens,
		completion_tokens: one.completion_tokens + other.completion_tokens
	};
}
function sideSpentTogether(one, other) {
	const sum = (a, b) => a === void 0 || b === void 0 ? void 0 : a + b;
	const retries = sum(one.retries, other.retries);
	const seconds = sum(one.seconds, other.seconds);
	return {
		...spentTogether(one, other),
		...retries !== void 0 && { retries },
		...seconds !== void 0 && { seconds }
	};
}

// src/run/stages/greedy.ts
/** The name of a suite's greedy completions in reports, plans and progress. */
function greedyName(suite) {
	return `${suite}, greedy`;
}
/**
* The request for a run's greedy completions: one at temperature 0 for each item that has a correct answer. The greedy
* completions have their own folder in the store, so that no file has two completions with the same index.
*/
function greedyRequest(request) {
	return {
		...request,
		suites: request.suites.filter(({ role }) => role !== "open"),
		settings: {
			...request.settings,
			n: 1,
			temperature: 0
		},
		storeDir: join(request.storeDir, "greedy")
	};
}
/** The combined cost of two runs. */
function costOfBoth(one, other) {
	return {
		...spentTogether(one, other),
		cached: one.cached + other.cached,
		reused: {
			old: reusedTogether(one.reused.old, other.reused.old),
			new: reusedTogether(one.reused.new, other.reused.new)
		},
		...one.bySide && other.bySide && { bySide: {
			old: sideSpentTogether(one.bySide.old, other.bySide.old),
			new: sideSpentTogether(one.bySide.new, other.bySide.new)
		} }
	};
}
/** One sentence for each suite with items that are excluded from greedy accuracy. */
function greedyNotes(suites) {
	return suites.flatMap(({ name, greedy }) => {
		if (greedy === void 0) return [];
		const measurement = greedyAccuracy(greedy);
		const leftOut = greedy.length - (measurement.kind === "measured" ? measurement.items.length : 0);
		return leftOut === 0 ? [] : [`Greedy accuracy on ${name} excludes ${leftOut} of ${greedy.length} items, because their greedy completions failed.`];
	});
}
/**
* Samples all completions of a check: first the greedy ones, if requested, then n samples of every item. The servers
* have stopped when it returns.
*/
async function sampleAll(request, { sampler, greedy }) {
	try {
		const ofGreedy = greedy ? await sampler({
			...greedyRequest(request),
			onProgress: (progress) => request.onProgress({
				...progress,
				suite: greedyName(progress.suite)
			})
		}) : void 0;
		const sampled = await sampler(request);
		return {
			...sampled,
			greedy: ofGreedy,
			cost: ofGreedy === void 0 ? sampled.cost : costOfBoth(sampled.cost, ofGreedy.cost)
		};
	} finally {
		await request.servers?.stop();
	}
}

// src/run/stages/refuse-own-judge.ts
/**
* Rejects a judge that is also one of the two checkpoints, wherever it is served, because a model must not judge its
* own work.
*
* @throws {ConfigError} with the name of the suite
*/
function refuseOwnJudge({ suites, configPath }, checkpoints) {
	for (const { suite, grader } of suites) {
		const judge = grader && judgeOf(grader);
		if (judge === void 0) continue;
		const itself = [checkpoints.old, checkpoints.new].find(({ model, digest }) => nameOf(model) === nameOf(judge.model) || digest !== void 0 && digest === judge.digest);
		if (itself === void 0) continue;
		throw new ConfigError({
			what: `the judge of suite ${suite.name}, ${quoted(judge.model)}, is also the model of ${itself.side === "old" ? "the baseline" : "the candidate"}, expected a different model`,
			where: configPath,
			fix: "Choose another model for the suite's grader: a model must not grade its own completions."
		});
	}
}
/** Some servers ignore case in model names. */
const nameOf = (model) => model.trim().toLowerCase();

// src/result/exclusions.ts
/** Maximum number of items that a sentence lists by name. */
const NAMED = 3;
/**
* Maximum number of characters of an id to show. Without a limit, a very long id from a file would fill the sentence.
*/
const ID_LIMIT = 60;
const shortId = (id) => id.length > ID_LIMIT ? `${id.slice(0, ID_LIMIT)}…` : id;
/** One complete sentence: how many items are excluded, by which grader, and the first few items with their reasons. */
function exclusionSentence({ suite, grader, of, items }) {
	const named = items.slice(0, NAMED).map(({ id, reason }) => `${shortId(id)} (${reason})`);
	const others = items.length - named.length;
	const all = others > 0 ? `${named.join(", ")} and ${count(others)} more` : named.join(", ");
	const verb = items.length === 1 ? "is" : "are";
	return `${count(items.length)} of ${counted(of, "item")} of ${suite} ${verb} excluded on both sides, because the grader ${grader} cannot grade ${items.length === 1 ? "it" : "them"}: ${all}.`;
}

// src/sampling/blocks.ts
/**
* Groups missing samples into blocks of at most `size`. Block boundaries depend only on the index (0 to size − 1, size
* to 2·size − 1, …), so a resumed run requests the same blocks. If some of a block's samples are stored, only the
* missing ones are requested.
*
* @param missing ordered by item, then by index
*/
function* blocksOf(missing, size) {
	let block;
	for (const sample of missing) {
		const last = block?.at(-1);
		const goesOn = last?.item === sample.item && last.index + 1 === sample.index && sample.index % size !== 0;
		if (block !== void 0 && goesOn) block.push(sample);
		else {
			if (block !== void 0) yield block;
			block = [sample];
		}
	}
	if (block !== void 0) yield block;
}
/** Number of requests needed for the missing samples if the server can return several samples per request. */
function countBlocks(missing, size) {
	let blocks = 0;
	for (const _ of blocksOf(missing, size)) blocks += 1;
	return blocks;
}

// src/sampling/repetition-test.ts
/**
* A server counts as repeating itself once the probability that an honest server would behave this way is at most this
* value.
*/
const LEAST_PROBABILITY = .001;
/**
* Decides whether a server that returns one text several times repeats itself or serves a confident model. A control is
* a sample of the same item that was requested alone.
*
* If the server samples each text independently, the texts of a block and of its controls are exchangeable. If j of
* them differ from the block's text, the probability that all j are controls is at most C(m, j) / C(m + k, j), for k
* texts in the block and m controls. The product over all blocks so far is the inverse of a test martingale. The
* probability that this product ever falls below 0.001 is therefore at most 0.001 (Ville's inequality), no matter how
* often it is checked.
*/
var RepetitionTest = class {
	#state = "untested";
	#probability = 1;
	get state() {
		return this.#state;
	}
	/** Records that a block has at least two different texts. */
	sawDifferentTexts() {
		if (this.#state !== "repeats") this.#state = "varies";
	}
	/**
	* Records a block of `texts` identical texts, and how many of the block's controls differ from that text. Controls
	* that failed are not counted. Without controls, nothing changes.
	*
	* @returns whether this block has shown that the server repeats itself
	*/
	sawOneText({ texts, controls, differing }) {
		if (this.#state === "varies" || this.#state === "repeats" || controls === 0) return false;
		for (let drawn = 0; drawn < differing; drawn += 1) this.#probability *= (controls - drawn) / (controls + texts - drawn);
		const isConvincing = this.#probability <= LEAST_PROBABILITY;
		this.#state = isConvincing ? "repeats" : differing === 0 ? "trusted" : "untested";
		return isConvincing;
	}
};

// src/sampling/samples-per-request.ts
/** Samples per request for `auto`. Some servers do not accept more. */
const AUTO = 8;
/** Maximum number of samples per request; 1 if not configured. */
function perRequestOf({ nPerRequest = 1 }) {
	return nPerRequest === "auto" ? AUTO : nPerRequest;
}
/**
* Requests blocks of samples from a server: one request per block if the server supports `n`, otherwise one per sample.
* The first block tests this while the other blocks wait. If the server refuses the request but accepts a request for a
* single sample, the next request asks for half as many samples. A server does not support `n` if it refuses even two
* samples, if it ignores `n` (in that case, the one completion that it returns is kept), or if it repeats itself. A
* server repeats itself if it returns one text several times although sampling should make the texts differ.
*
* A confident model may also return one text several times. Therefore, until a block has different texts, each block of
* identical texts is compared with controls, which are samples that are requested alone and replace samples of the
* block. At first, controls replace all but the block's first sample. Once all of these have agreed with their block,
* each later block gets only one control. See {@link RepetitionTest}.
*
* Later, if a request for several samples is refused, or fails after all retries although the server responds, its
* samples are requested one by one, because one of them may be to blame. If a response has fewer completions than
* requested, those completions are kept, and later requests ask for at most that number.
*/
function openBlockRequests(options) {
	const { isGreedy, onRepetition } = options;
	const repetition = new RepetitionTest();
	let most = options.perRequest;
	let takes = most > 1 ? void 0 : false;
	/** The largest number of completions in any response so far. */
	let proven = 1;
	let test;
	const isTesting = () => takes === void 0 || !isGreedy && repetition.state === "untested";
	/** Sends one request for several samples; undefined if smaller requests may succeed. */
	const together = async (samples, send) => {
		const answer = await send(samples);
		if (answer instanceof RequestFailure) return answer.kind === "moderated" || takes === true && !isDivisible(answer) ? answer : void 0;
		const completions = answer.completions.slice(0, samples.length);
		if (completions.length > 1 && completions.length < samples.length) most = Math.min(most, completions.length);
		proven = Math.max(proven, completions.length);
		takes ??= completions.length > 1;
		return {
			...answer,
			completions
		};
	};
	const alone = async (sample, send) => {
		const answer = await send([sample]);
		return answer instanceof RequestFailure ? {
			samples: [sample],
			failure: answer
		} : {
			samples: [sample],
			completions: shared(answer.completions.slice(0, 1), answer.usage)
		};
	};
	async function* singly(samples, send) {
		for (const sample of samples) yield await alone(sample, send);
	}
	/** Yields a block's completions. If their texts are identical, some of them are replaced with controls. */
	async function* controlled(samples, { completions, usage }, send) {
		const isSuspect = completions.length > 1 && !isGreedy && areEqual(completions);
		if (completions.length > 1 && !isSuspect) repetition.sawDifferentTexts();
		let replaced = 0;
		if (isSuspect && repetition.state !== "varies") {
			const needsOne = repetition.state === "trusted";
			let controls = 0;
			let differing = 0;
			for (const sample of samples.slice(1)) {
				const control = await alone(sample, send);
				yield control;
				replaced += 1;
				if ("completions" in control) {
					controls += 1;
					differing += areEqual([...completions.slice(0, 1), ...control.completions]) ? 0 : 1;
				}
				if (needsOne && differing === 0) break;
			}
			if (repetition.sawOneText({
				texts: completions.length,
				controls,
				differing
			})) {
				takes = false;
				onRepetition();
			}
		}
		const counts = (all) => [...all.slice(0, 1), ...all.slice(1 + replaced)];
		yield {
			samples: counts(samples),
			completions: shared(counts(completions), usage)
		};
	}
	return async function* ask(block, send) {
		let rest = block;
		while (isBlock(rest) && takes !== false) {
			if (isTesting() && test !== void 0) {
				await test;
				continue;
			}
			const { promise, resolve } = Promise.withResolvers();
			if (isTesting()) test = promise;
			try {
				const samples = firstOf(rest, most);
				const answer = await together(samples, send);
				if (answer === void 0) {
					const single = await alone(samples[0], send);
					const isTooMany = "completions" in single && samples.length > proven;
					if (isTooMany) most = Math.min(most, Math.max(proven, Math.floor(samples.length / 2)));
					if (most === 1) takes = false;
					yield single;
					rest = rest.slice(1);
					if (!isTooMany) break;
				} else if (answer instanceof RequestFailure) {
					yield {
						samples,
						failure: answer
					};
					rest = rest.slice(samples.length);
				} else {
					const answered = samples.slice(0, answer.completions.length);
					yield* controlled(answered, answer, send);
					rest = rest.slice(answered.length);
				}
			} finally {
				if (test === promise) test = void 0;
				resolve();
			}
		}
		yield* singly(rest, send);
	};
}
/**
* Whether a request for fewer samples may succeed: the server responded, was not merely busy, and did not refuse the
* prompt's content.
*/
function isDivisible(failure) {
	return failure.isAnswer && !failure.isBusy && failure.kind !== "moderated";
}
function isBlock(samples) {
	return samples.length > 1;
}
function firstOf([first, ...others], most) {
	return [first, ...others.slice(0, most - 1)];
}
function areEqual([first, ...others]) {
	return others.every(({ text }) => text === first?.text);
}
/** The completions, each with its share of the response's tokens. The shares are whole numbers that add up to the total. */
function shared(completions, usage) {
	if (usage === void 0) return completions;
	const count = completions.length;
	const share = (whole, place) => Math.floor(whole * (place + 1) / count) - Math.floor(whole * place / count);
	return completions.map((completion, place) => ({
		...completion,
		usage: {
			prompt_tokens: share(usage.prompt_tokens, place),
			completion_tokens: share(usage.completion_tokens, place),
			...usage.reasoning_tokens !== void 0 && { reasoning_tokens: share(usage.reasoning_tokens, place) }
		}
	}));
}

// src/store/identity.ts
/**
* The key format's version. Increase it if the meaning of a key changes, so that older completions are sampled again.
*/
const KEY_VERSION = 3;
/**
* Identifies the source of completions: SHA-256 of the model's name, its declared digest (or, without a digest, the
* base URL or the serve command) and everything else about the source that affects a completion (`api`, `extra-body`).
* Two servers share completions only if the same digest is declared for the same model.
*
* `draw` distinguishes two draws from one checkpoint, because the two sides must not share completions if a checkpoint
* is compared with itself. A checkpoint's own `draw` takes precedence.
*/
function checkpointIdentity(checkpoint, draw) {
	const { model, digest, baseUrl, serve, api, extraBody } = checkpoint;
	const place = serve === void 0 ? { baseUrl } : { serve: serve.command };
	return contentHash({
		version: KEY_VERSION,
		model,
		origin: digest === void 0 ? place : { digest },
		api,
		extraBody,
		draw: checkpoint.draw ?? draw
	});
}
/** Both sides' identities. If a checkpoint is compared with itself, the sides have different draws. */
function pairIdentities(checkpoints) {
	const old = checkpointIdentity(checkpoints.old, 0);
	const first = checkpointIdentity(checkpoints.new, 0);
	return {
		old,
		new: old === first ? checkpointIdentity(checkpoints.new, 1) : first
	};
}
/**
* The keys of an item's samples: SHA-256 of the checkpoint's identity, the item's id and messages, and the sampling
* settings that affect a completion (not n, concurrency or timeout), followed by the sample's index. The id is included
* so that two items with the same messages are sampled separately.
*/
function sampleKeys(options) {
	const { identity, item, settings } = options;
	const { n, temperature, topP, maxTokens, maxCompletionTokens, seed } = settings;
	const stop = settings.stop?.length === 0 ? void 0 : settings.stop;
	const messages = item.messages.map(({ role, content }) => [role, content]);
	const common = contentHash({
		identity,
		id: item.id,
		messages,
		sampling: {
			temperature,
			topP,
			maxTokens,
			maxCompletionTokens,
			stop,
			seed
		}
	});
	return Array.from({ length: n }, (_, index) => [common, index].join("/"));
}
/**
* Returns a store file's relative path, such as `folder/suite-name-1a2b3c4d.jsonl`. Each checkpoint has its own folder
* and each suite its own file, with names that are safe on every file system.
*/
function storeFile(identity, suite) {
	const readable = suite.replaceAll(/[^A-Za-z0-9_-]+/g, "-").slice(0, 60);
	return `${digits(identity, 16)}/${readable}-${digits(contentHash(suite), 8)}.jsonl`;
}
function digits(hash, count) {
	return hash.slice(7).slice(0, count);
}

// src/store/line-checksum.ts
/** The length of the end of a line: `,"sum":"`, eight digits, a quotation mark and the closing brace. */
const TAIL_LENGTH = 18;
const SPACE = 32;
const TAIL = /^,"(.{3})":"(.{8})"\}$/su;
/** Adds the CRC-32 of a JSON object's text as the object's last member. */
function withChecksum(line) {
	const open = line.slice(0, -1);
	return `${open},"sum":"${sumOf(open)}"}`;
}
/**
* Whether a line matches its checksum. A line without a checksum, as written by older versions, is valid. A line whose
* checksum has a damaged name or value is invalid.
*/
function isSound(line) {
	let end = line.length;
	while (end > 0 && line.charCodeAt(end - 1) <= SPACE) end -= 1;
	const [, name, sum] = TAIL.exec(line.slice(Math.max(0, end - TAIL_LENGTH), end)) ?? [];
	if (name === void 0) return true;
	return name === "sum" && sum === sumOf(line.slice(0, end - TAIL_LENGTH));
}
function sumOf(text) {
	return crc32(text).toString(16).padStart(8, "0");
}

// src/store/keyed-lines.ts
const LINE_FEED = 10;
/**
* Opens the file at `path`. If a wanted line is missing, creates the file and its folders if they do not exist. If the
* last line has no line feed, the process was killed while writing it. The incomplete line is removed, so that the next
* append starts a new line.
*
* @throws {SamplingError} if the file cannot be read or written
*/
async function openKeyedLines(options) {
	const { path, wanted } = options;
	const { lines, damagedLines } = await guarded(path, async () => {
		const { tornAt, ...read } = await readLines(options);
		if (tornAt !== void 0) await truncate(path, tornAt);
		const isToReplace = options.toReplace?.(read.lines.values());
		for (const [key, line] of read.lines) if (isToReplace?.(line) === true) read.lines.delete(key);
		return read;
	});
	if (lines.size === wanted?.size) return {
		lines,
		damagedLines,
		append: () => Promise.reject(/* @__PURE__ */ new Error("all is stored")),
		close: async () => {}
	};
	const file = await guarded(path, async () => {
		await mkdir(dirname(path), { recursive: true });
		return open(path, "a");
	});
	let pending = "";
	let writing;
	let broken;
	const write = async () => {
		try {
			while (pending !== "") {
				const text = pending;
				pending = "";
				await file.appendFile(text);
			}
		} finally {
			writing = void 0;
		}
	};
	return {
		lines,
		damagedLines,
		append: (lines) => guarded(path, async () => {
			if (broken !== void 0) throw broken;
			if (lines.length === 0) return;
			pending += lines.map((line) => `${withChecksum(JSON.stringify(line))}\n`).join("");
			try {
				await (writing ??= write());
			} catch (error) {
				broken = error instanceof Error ? error : /* @__PURE__ */ new Error("could not write the store");
				throw error;
			}
		}),
		close: () => guarded(path, async () => {
			try {
				await file.sync();
			} finally {
				await file.close();
			}
		})
	};
}
/**
* Reads the wanted lines in the file, by key; empty if the file does not exist. Writes nothing.
*
* @throws {SamplingError} if the file cannot be read
*/
async function readKeyedLines(options) {
	return (await guarded(options.path, () => readLines(options))).lines;
}
async function readLines({ path, wanted, read, counts = () => true, isReplaceable = () => false, together = () => void 0 }) {
	const lines = /* @__PURE__ */ new Map();
	const parts = /* @__PURE__ */ new Map();
	const take = (line) => {
		if (!counts(line)) return;
		const known = lines.get(line.key);
		if (known === void 0 ? wanted?.has(line.key) ?? true : isReplaceable(known) && !isReplaceable(line)) lines.set(line.key, line);
	};
	const takePart = (line, whole) => {
		const part = (parts.get(whole.as) ?? /* @__PURE__ */ new Map()).set(line.key, line);
		parts.set(whole.as, part);
		if (part.size < whole.lines) return;
		parts.delete(whole.as);
		for (const one of part.values()) take(one);
	};
	let damagedLines = 0;
	let wholeBytes = 0;
	let rest = [];
	/** Length of the current incomplete line. `rest` contains its bytes unless it is too long. */
	let restBytes = 0;
	const isTooLong = () => restBytes > LONGEST_LINE_BYTES;
	const hold = (piece) => {
		restBytes += piece.length;
		if (isTooLong()) rest = [];
		else rest.push(piece);
	};
	const takeLine = (line) => {
		const stored = line === void 0 || !isSound(line) ? void 0 : read(parseJson(line));
		const whole = stored && together(stored);
		if (stored === void 0) damagedLines += 1;
		else if (whole === void 0) take(stored);
		else takePart(stored, whole);
	};
	try {
		for await (const chunk of streamRegularFile(path)) {
			const end = chunk.lastIndexOf(LINE_FEED);
			if (end === -1) {
				hold(chunk);
				continue;
			}
			const start = isTooLong() ? chunk.indexOf(LINE_FEED) + 1 : 0;
			if (isTooLong()) damagedLines += 1;
			if (start <= end) {
				const whole = chunk.subarray(start, end);
				for (const line of decodedLines(rest.length === 0 ? whole : Buffer.concat([...rest, whole]))) takeLine(line);
			}
			wholeBytes += restBytes + end + 1;
			rest = [];
			restBytes = 0;
			if (end + 1 < chunk.length) hold(chunk.subarray(end + 1));
		}
	} catch (error) {
		if (codeOf(error) !== "ENOENT") throw error;
	}
	return {
		lines,
		damagedLines,
		tornAt: restBytes > 0 ? wholeBytes : void 0
	};
}
/**
* Splits bytes into lines; undefined for a line that is not UTF-8. Decodes many lines in one call, which is several
* times faster than decoding each line separately.
*/
function decodedLines(bytes) {
	const text = decodeUtf8(bytes);
	if (text !== void 0) return text.split("\n");
	const lines = [];
	let start = 0;
	for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
		lines.push(decodeUtf8(bytes.subarray(start, end)));
		start = end + 1;
	}
	return [...lines, decodeUtf8(bytes.subarray(start))];
}
async function guarded(path, work) {
	try {
		return await work();
	} catch (error) {
		const code = codeOf(error);
		if (code === void 0) throw error;
		throw new SamplingError({
			what: `Cannot read or write the completion store (${code}).`,
			where: path,
			fix: "Check the folder, its permissions and the free disk space, then run the same command again. Stored completions are reused.",
			cause: error
		});
	}
}
function codeOf(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
}

// src/servers/chat/finish-reason.ts
/**
* The spellings that servers use for each reason. Comparisons ignore case, `_`, `-`, spaces and SDK prefixes
* (`FINISH_REASON_`, `FinishReason.`, `StopReason.`), so `MAX_TOKENS`, `maxTokens` and `max-tokens` are equal.
*/
const SPELLINGS = {
	stop: [
		"stop",
		"stop_sequence",
		"end_turn",
		"eos",
		"eos_token",
		"endoftext",
		"complete",
		"finish"
	],
	length: [
		"length",
		"max_tokens",
		"max_output_tokens",
		"maximum_tokens",
		"max_length",
		"max_len",
		"max_context",
		"model_length",
		"model_context_window_exceeded",
		"error_limit",
		"token_limit",
		"token_limit_reached",
		"limit"
	],
	content_filter: [
		"content_filter",
		"content_filtered",
		"guardrail_intervened",
		"refusal",
		"error_toxic",
		"sensitive",
		"safety",
		"recitation",
		"blocklist",
		"prohibited_content",
		"spii",
		"language",
		"model_armor"
	]
};
/**
* The finish reasons that servers give for completions that they did not finish. The text of such a completion is not
* the model's complete answer.
*/
const BROKEN_OFF = [
	"abort",
	"aborted",
	"cancelled",
	"canceled",
	"error",
	"insufficient_system_resource",
	"network_error",
	"time_limit",
	"timeout",
	"user_cancel"
];
const plain = (reason) => reason.toLowerCase().replaceAll(/[\s_.-]/g, "").replace(/^[a-z]*reason/, "");
const ENDINGS = new Map([
	"stop",
	"length",
	"content_filter"
].flatMap((ending) => SPELLINGS[ending].map((spelling) => [plain(spelling), ending])));
const UNFINISHED = new Set(BROKEN_OFF.map(plain));
/**
* Normalizes a finish reason: `length` if the completion reached the token limit or the end of the context,
* `content_filter` if a filter stopped it, `stop` if it ended on its own. Any other reason is returned unchanged.
*/
function finishReasonOf(reason) {
	if (reason === "stop" || reason === "length") return reason;
	return ENDINGS.get(plain(reason)) ?? reason;
}
/** Whether the server failed to finish the completion. A new request may return a finished completion. */
const isBrokenOff = (reason) => UNFINISHED.has(plain(reason));

// src/servers/chat/completion.ts
/** Token counts, as reported by the server. */
const usage = object({
	prompt_tokens: number().int().nonnegative(),
	completion_tokens: number().int().nonnegative(),
	/** Number of reasoning tokens in the completion; absent if the server does not report it. */
	reasoning_tokens: number().int().nonnegative().optional()
});
/**
* One line of a completions file, and one result from the sampler: either a completion or the reason why there is none
* (`error`).
*/
const completionSchema = object({
	suite: string().min(1),
	id: string().min(1),
	/** The sample's index within its item, from 0. */
	index: number().int().nonnegative(),
	text: string(),
	/** Set if the server returned reasoning but no text, so `text` is blank. */
	reasoning_only: literal(true).nullish().catch(void 0),
	/**
	* `length` marks the sample as truncated, and `content_filter` as failed. If absent, `stop` is assumed. Other
	* spellings are mapped to these.
	*/
	finish_reason: string().transform(finishReasonOf).nullish(),
	usage: usage.nullish(),
	/** A grade assigned by another program. Used only by the grader `given`. */
	outcome: _enum([
		"correct",
		"incorrect",
		"unparseable"
	]).nullish(),
	/** The answer extracted by the program that set `outcome`. Two answers are equal if their texts are equal. */
	answer: string().nullish(),
	/** Present if there is no completion, in which case `text` is ignored. */
	error: string().nullish()
});

// src/store/stored-line.ts
/**
* One line of the store: a completion (never a failed sample), its key, the serving stack that its server reported, and
* the time. If a response contained several completions, the line also identifies their block. Each line is also valid
* in a completions file.
*/
const storedSchema = completionSchema.omit({
	error: true,
	outcome: true,
	answer: true
}).extend({
	key: string(),
	model: string().optional(),
	system_fingerprint: string().optional(),
	/** ISO 8601, UTC. */
	time: datetime(),
	/**
	* The group of lines that were written together: `lines` is their number, and `first` is their lowest index. If one
	* is missing, none of them counts.
	*/
	block: object({
		first: number().int().nonnegative(),
		lines: number().int().positive()
	}).optional()
});

// src/store/store.ts
/**
* Opens the file at `path`. If a wanted completion is missing, creates the file and its folders if they do not exist.
*
* @throws {SamplingError} if the file cannot be read or written
*/
async function openStore(options) {
	const { lines, append, ...store } = await openKeyedLines(fileOf(options));
	return {
		completions: lines,
		append: (completions) => append(linesOf(completions)),
		...store
	};
}
/**
* Reads the wanted completions in the file at `path`, by key; empty if the file does not exist. Writes nothing.
*
* @throws {SamplingError} if the file cannot be read
*/
function readStore(options) {
	return readKeyedLines(fileOf(options));
}
/**
* Skips lines older than `notBefore` (milliseconds since 1970), and completions stopped by a content filter. Such
* completions are no longer stored, but older versions did not recognize every server's spelling of that reason and
* stored them as complete.
*/
function fileOf({ notBefore, ...file }) {
	return {
		...file,
		read: (line) => storedSchema.safeParse(line).data,
		counts: ({ time, finish_reason }) => finish_reason !== "content_filter" && (notBefore === void 0 || Date.parse(time) >= notBefore),
		isReplaceable: isEmpty,
		toReplace: withoutExpectedText,
		together: writtenTogether()
	};
}
function isEmpty({ text, finish_reason }) {
	return text.trim() === "" && finish_reason !== "length";
}
/**
* Maximum number of tokens in a completion that the model ended immediately: the end token and those that a chat
* template may add.
*/
const MOST_WITHOUT_TEXT = 4;
/**
* Selects the stored completions of a suite that a later run samples again, because the server was probably
* misconfigured when it returned them. These are the completions whose text was mistaken for reasoning, or all
* completions if none has text. The run that received them still grades them.
*
* Other empty completions are kept, because the model ended them immediately. If every run sampled these again,
* completions with text would gradually replace them, and a stored side would look better with each run.
*/
function withoutExpectedText(stored) {
	const isAllEmpty = [...stored].every(isEmpty);
	return (completion) => isEmpty(completion) && (isAllEmpty || isTakenForReasoning(completion));
}
/**
* Completions that were returned together share their tokens evenly, so tokens are evidence only for completions that
* were returned alone.
*/
const isTakenForReasoning = ({ reasoning_only, usage, block }) => reasoning_only === true || !block && (usage?.completion_tokens ?? 0) > MOST_WITHOUT_TEXT;
/** Identifies lines that were written together. They are adjacent, so the previous line's group is tried first. */
function writtenTogether() {
	let last;
	let whole;
	return (line) => {
		const { id, time, block } = line;
		if (block === void 0) return void 0;
		const { first, lines } = block;
		const isSame = last?.id === id && last.time === time && last.block?.first === first && last.block.lines === lines;
		if (whole === void 0 || !isSame) whole = {
			as: JSON.stringify([
				id,
				time,
				first,
				lines
			]),
			lines
		};
		last = line;
		return whole;
	};
}
/** The lines for storing these completions with one write. */
function linesOf(completions) {
	const first = Math.min(...completions.map(({ index }) => index));
	const block = completions.length > 1 ? {
		first,
		lines: completions.length
	} : void 0;
	return completions.map((completion) => ({
		...completion,
		block
	}));
}

// src/store/suite-in-store.ts
/**
* Returns a suite's samples with their store file and keys. Completions that have expired by `now` are ignored. If
* `now` is absent, completions of any age count.
*/
function suiteInStore({ identity, suite, settings, storeDir, now }) {
	const samples = suite.items.flatMap((item, i) => sampleKeys({
		identity,
		item,
		settings
	}).map((key, index) => ({
		item,
		index,
		key,
		place: i * settings.n + index
	})));
	const { maxAgeMs } = settings;
	return {
		samples,
		file: {
			path: join(storeDir, storeFile(identity, suite.name)),
			wanted: new Set(samples.map(({ key }) => key)),
			...now !== void 0 && maxAgeMs !== void 0 && { notBefore: now - maxAgeMs }
		}
	};
}
/**
* Reads a suite's samples with their stored completions, in order. A missing completion is undefined.
*
* @throws {SamplingError} if the store cannot be read
*/
async function readSuite({ samples, file }) {
	const completions = await readStore(file);
	return samples.map((sample) => ({
		sample,
		stored: completions.get(sample.key)
	}));
}
/**
* Converts a stored line to a completion. The result is the same whether the completion has just arrived or was read
* from the store.
*/
function completionOf(suite, { item, index }, { text, reasoning_only, finish_reason, usage }) {
	return {
		suite,
		id: item.id,
		index,
		text,
		...reasoning_only === true && { reasoning_only },
		...typeof finish_reason === "string" && { finish_reason },
		...usage && { usage }
	};
}

export { NONE_REUSED as A, costOfBoth as C, sampleAll as D, greedyRequest as E, measuredProbabilities as F, isOneCheckpoint as I, resolveCheckpoints as L, reusedTogether as M, greedyAccuracy as N, NOTHING_SPENT as O, measuredAmounts as P, addressFrom as R, refuseOwnJudge as S, greedyNotes as T, openBlockRequests as _, readStore as a, countBlocks as b, finishReasonOf as c, readKeyedLines as d, isSound as f, isDivisible as g, storeFile as h, openStore as i, reusedAt as j, spentTogether as k, isBrokenOff as l, pairIdentities as m, readSuite as n, withoutExpectedText as o, checkpointIdentity as p, suiteInStore as r, completionSchema as s, completionOf as t, openKeyedLines as u, perRequestOf as v, greedyName as w, exclusionSentence as x, blocksOf as y, checkBaseUrl as z };