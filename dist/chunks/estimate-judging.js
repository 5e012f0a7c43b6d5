import { a as __toESM, r as __name } from "./rolldown-runtime.js";
import { M as lockedOptionsOf, c as counted$1, i as marginWords, j as judgeOf, l as dissimilarity, m as plain, p as percent, s as count, v as tokens, y as usd } from "./margins.js";
import { _ as wrap, d as blocks, f as list, g as fit, p as table, v as stringWidth, y as require_picocolors } from "./report-to-publish.js";
import { c as terminalText, i as markdownText } from "./neutralise.js";
import { t as systemTiming } from "./timing.js";
import { A as refuseGivenOutcomes, c as checkSamplesSuffice, d as outlookOf, h as ASSUMED_DIVERSITY, j as exclusionsOf, l as firstLook, o as checkFeasible, p as readPlan } from "./request-failure.js";
import { E as greedyRequest, L as resolveCheckpoints, S as refuseOwnJudge, b as countBlocks, m as pairIdentities, n as readSuite, o as withoutExpectedText, p as checkpointIdentity, r as suiteInStore, t as completionOf, v as perRequestOf, w as greedyName } from "./suite-in-store.js";
import { i as planWarnings, n as nameOf, o as totalsOf, t as UNLIMITED_COMPLETIONS } from "./plan.js";

// src/run/plan/plan-run.ts
/**
* Estimates the requests, cost and statistical power of a check of these versions. Sends no requests and writes
* nothing.
*
* Without versions, the store is assumed to be empty, and addresses need not be set.
*
* @throws {ConfigError} as `readPlan` and `resolveCheckpoints` do
* @throws {SamplingError} if the store cannot be read
*/
async function planRun({ configPath, versions, files, estimator, embeddingEstimator, judgingEstimator, storeDir, env }) {
	const plan = await readPlan(configPath, files);
	refuseGivenOutcomes(plan);
	const { config } = plan;
	checkSamplesSuffice(plan, config.sampling.n);
	const look = firstLook(plan);
	checkFeasible(plan, look);
	const request = {
		checkpoints: versions && resolveCheckpoints({
			checkpoints: config.checkpoints,
			versions,
			env
		}),
		suites: plan.suites.map(({ suite }) => suite),
		settings: config.sampling,
		prices: config.prices,
		storeDir
	};
	if (request.checkpoints !== void 0) refuseOwnJudge(plan, request.checkpoints);
	const sides = [...await estimator(request)];
	const embedding = config.embeddings && embeddingEstimator(sides, config.embeddings);
	if (config.sampling.greedy) {
		const greedy = await estimator(greedyRequest(request));
		sides.push(...greedy.map((side) => ({
			...side,
			suite: greedyName(side.suite)
		})));
	}
	return {
		versions,
		samplesPerItem: config.sampling.n,
		sides,
		embedding,
		judging: judgingOf(plan, sides, judgingEstimator),
		budget: config.budget,
		outlook: outlookOf(plan, look),
		exclusions: exclusionsOf(plan)
	};
}
/** The cost of judging, for each suite whose grader is a judge model. */
function judgingOf({ config, suites }, sides, estimator) {
	return suites.flatMap(({ suite, grader, graderFiles }) => {
		const judge = grader && judgeOf(grader);
		if (grader === void 0 || judge === void 0) return [];
		const { rubric } = lockedOptionsOf(grader);
		const inFiles = [...graderFiles.values()].reduce((sum, { length }) => sum + length, 0);
		const names = /* @__PURE__ */ new Set([suite.name, greedyName(suite.name)]);
		return [estimator({
			sides: sides.filter((side) => names.has(side.suite)),
			suite,
			judge,
			rubricCharacters: inFiles + (typeof rubric === "string" ? rubric.length : 0),
			price: config.prices?.judge
		})];
	});
}

// src/report/plan-rendering.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
const completionWords = ({ requests, completionTokens }) => {
	if (requests === 0) return "0";
	if (completionTokens === void 0) return "no limit";
	return `${completionTokens.basis === "limit" ? "≤ " : ""}${tokens(completionTokens.tokens)}`;
};
/** Number of table columns that contain names; the others contain numbers from this tool. */
const NAMES = 2;
const ASCII = {
	"≤": "<=",
	"√": "sqrt",
	"²": "^2",
	"−": "-",
	"…": "..."
};
const samplingCells = (sides) => ({
	head: [
		"suite",
		"side",
		"samples",
		"stored",
		"requests",
		"prompt tokens",
		"completion tokens"
	],
	align: [
		"l",
		"l",
		"r",
		"r",
		"r",
		"r",
		"r"
	],
	rows: sides.map((each) => [
		each.suite,
		each.side,
		count(each.samples),
		count(each.stored),
		count(each.requests),
		tokens(each.promptTokens),
		completionWords(each)
	])
});
const outlookCells = (outlook) => ({
	head: [
		"guardrail",
		"suite",
		"margin",
		"items",
		"C_eff",
		"detectable loss",
		"kept if unchanged",
		"recommended"
	],
	align: [
		"l",
		"l",
		"r",
		"r",
		"r",
		"r",
		"r",
		"r"
	],
	rows: outlook.map((each) => [
		nameOf(each),
		each.suite,
		marginWords(each.margin),
		count(each.items),
		count(Math.floor(each.effectiveClusters)),
		marginWords({
			kind: each.margin.kind,
			fraction: each.detectable
		}),
		each.gates ? percent(each.chanceKept) : "not a guardrail",
		each.gates ? `${count(each.itemsRecommended)} items` : ""
	])
});
/** A sentence with the total requests, tokens and cost. */
const totalSentence = ({ sides }) => {
	const { requests, stored, promptTokens, completionTokens, bounded, costUsd } = totalsOf(sides);
	const sent = `${counted$1(requests, "request")} (${counted$1(stored, "sample")} in the store)`;
	const prompt = tokens(promptTokens);
	if (completionTokens === void 0) return `The check needs ${sent} and about ${prompt} prompt tokens. ${UNLIMITED_COMPLETIONS}`;
	const about = bounded ? "at most" : "about";
	const cost = costUsd === void 0 ? "" : `; ${about} ${usd(costUsd)}`;
	return `The check needs ${sent}, about ${prompt} prompt and ${about} ${tokens(completionTokens)} completion tokens${cost}.`;
};
/**
* Sentences about the requests and cost if a server returns only one sample per request; empty if this makes no
* difference.
*/
const singlySentences = ({ sides }) => {
	const { requests, bounded, singly } = totalsOf(sides);
	if (singly.requests === requests) return [];
	const cost = singly.costUsd === void 0 ? "" : `; ${bounded ? "at most " : "about "}${usd(singly.costUsd)} in total`;
	return [`One request asks for several samples of an item (sampling.n-per-request). If the servers return only one completion per request, the check needs ${counted$1(singly.requests, "request")} and about ${tokens(singly.promptTokens)} prompt tokens${cost}.`];
};
/** The additional cost of embedding solutions; empty if there are no embeddings. */
const embeddingSentences = ({ embedding }) => embedding === void 0 ? [] : [`Embedding solutions with ${embedding.model} needs at most ${counted$1(embedding.requests, "request")} for ${counted$1(embedding.texts, "solution")} and ${tokens(embedding.promptTokens)} tokens. Wrong, repeated and stored solutions are not sent. The numbers above do not include these requests, whose price is unknown.`];
/** The additional cost of judge models: one sentence for each suite that uses a judge. */
const judgingSentences = ({ judging }) => judging.map(({ suite, model, verdicts, promptTokens, completionTokens, costUsd }) => {
	const completion = `${tokens(completionTokens)} completion tokens`;
	const cost = costUsd === void 0 ? "" : ` (${usd(costUsd)})`;
	const [tokens$1, unlimited] = promptTokens === void 0 ? [` and ${completion}`, " There is no limit on the number of prompt tokens, because the prompts contain completions and sampling.max-tokens is not set."] : [`, ${tokens(promptTokens)} prompt and ${completion}${cost}`, ""];
	return `Judging ${suite} with ${model} needs at most ${counted$1(verdicts, "request")}${tokens$1}, in addition to the judge's known answers.${unlimited} Repeated and stored completions are not sent. The numbers above do not include this, but the budget does.`;
});
/** The budget, including limits that apply by default. */
const budgetSentence = ({ budget: { maxRequests, maxTokens, maxCostUsd, maxMinutes } }) => {
	return `Budget: at most ${[
		maxRequests === void 0 ? "a quarter more requests than needed, or 100 more if that is larger (by default)" : counted$1(maxRequests, "request"),
		...maxTokens === void 0 ? [] : [`${tokens(maxTokens)} tokens`],
		...maxCostUsd === void 0 ? [] : [usd(maxCostUsd)],
		...maxMinutes === void 0 ? [] : [`${plain(maxMinutes)} min`]
	].join(", ")}.`;
};
const notes = (run) => {
	const { versions, sides, outlook } = run;
	return [
		...singlySentences(run),
		budgetSentence(run),
		...judgingSentences(run),
		...embeddingSentences(run),
		"Prompt tokens are estimated at one per four characters.",
		...sides.some(({ requests, completionTokens }) => requests > 0 && completionTokens?.basis === "store") ? ["Completion tokens are estimated from the mean of stored completions; ≤ marks upper bounds from the token limit."] : [],
		...versions === void 0 ? ["Without --old and --new, the plan assumes that nothing is stored."] : [],
		...outlook.length === 0 ? [] : [`The table assumes that differences have a standard deviation of √(1/(3n) + 0.1²) per item${outlook.some(({ margin }) => margin.kind === "relative") ? `, and that the baseline's diversity is ${dissimilarity(ASSUMED_DIVERSITY)}` : ""}. Detectable loss: the smallest loss that 80% of checks would detect. Recommended: the number of items at which all guardrails are kept in 80% of checks of an unchanged pair.`]
	];
};
const markdownCells = ({ head, rows, align }) => rows.length === 0 ? "" : table(head, rows.map((cells) => cells.map((cell, column) => column < NAMES ? markdownText(cell) : cell)), align);
const sentences = (texts) => list(texts.map((text) => markdownText(text, 800)));
/** A plan in Markdown, with all text neutralized and a final newline. */
const renderPlanMarkdown = (run) => {
	const warnings = planWarnings(run);
	return `${blocks(`**The plan.** ${markdownText(totalSentence(run), 800)}`, markdownCells(samplingCells(run.sides)), markdownCells(outlookCells(run.outlook)), warnings.length === 0 ? "" : blocks("**Warnings**", sentences(warnings)), sentences(notes(run)))}\n`;
};
/** A plan for a terminal or a log, with all text neutralized and a final newline. */
const renderPlanTerminal = (run, { colour, columns, unicode }) => {
	const colours = import_picocolors.default.createColors(colour);
	const width = Math.max(60, columns);
	const aligned = ({ head, rows, align }) => {
		const lines = [head, ...rows].map((cells) => cells.map((cell) => terminalText(cell, 40)));
		const widths = head.map((_, at) => Math.max(...lines.map((cells) => stringWidth(cells[at] ?? ""))));
		return lines.map((cells, at) => {
			const line = cells.map((cell, column) => fit(cell, widths[column] ?? 0, align[column])).join("  ").trimEnd();
			return at === 0 ? colours.dim(line) : line;
		}).join("\n");
	};
	const sentence = (text, lead = "") => wrap(terminalText(text, 800), width - lead.length).map((line, at) => (at === 0 ? lead : " ".repeat(lead.length)) + line).join("\n");
	const plain = [
		sentence(totalSentence(run)),
		aligned(samplingCells(run.sides)),
		run.outlook.length === 0 ? "" : aligned(outlookCells(run.outlook)),
		planWarnings(run).map((warning) => sentence(warning, "Warning: ")).join("\n"),
		notes(run).map((note) => sentence(note)).join("\n")
	].filter((part) => part !== "").join("\n\n").replaceAll("\xA0", " ");
	return `${unicode ? plain : plain.replace(/[≤√²−…]/gu, (sign) => ASCII[sign] ?? sign)}\n`;
};

// src/store/stored.ts
/**
* Looks up the stored samples of one suite for both sides. Writes nothing and sends no requests.
*
* @throws {SamplingError} if the store cannot be read
*/
async function storedSamples(options) {
	const identities = pairIdentities(options.checkpoints);
	const [old, candidate] = await Promise.all([identities.old, identities.new].map((identity) => storedIn(options, identity)));
	return {
		old: counted(old ?? []),
		new: counted(candidate ?? [])
	};
}
/**
* Reads a checkpoint's stored completions for a suite, regardless of age, by item and index.
*
* @throws {SamplingError} if the store cannot be read
*/
async function storedCompletions(options) {
	const identity = checkpointIdentity(options.checkpoint, 0);
	return generations(options.suite, await storedIn(options, identity));
}
/**
* Reads both checkpoints' stored completions for a suite, regardless of age, by item and index.
*
* @throws {SamplingError} if the store cannot be read
*/
async function storedPair({ checkpoints, ...where }) {
	const identities = pairIdentities(checkpoints);
	const [old, candidate] = await Promise.all([storedIn(where, identities.old), storedIn(where, identities.new)]);
	return {
		old: generations(where.suite, old),
		new: generations(where.suite, candidate)
	};
}
function generations({ name }, found) {
	return found.map(({ sample, stored }) => completionOf(name, sample, stored));
}
async function storedIn({ suite, settings, storeDir, now }, identity) {
	return (await readSuite(suiteInStore({
		identity,
		suite,
		settings,
		storeDir,
		now
	}))).flatMap(({ sample, stored }) => stored === void 0 ? [] : [{
		sample,
		stored
	}]);
}
function counted(found) {
	const byItem = /* @__PURE__ */ new Map();
	const tokens = [];
	const isRequestedAgain = withoutExpectedText(found.map(({ stored }) => stored));
	for (const { sample, stored } of found) {
		if (isRequestedAgain(stored)) continue;
		const indexes = byItem.get(sample.item.id) ?? /* @__PURE__ */ new Set();
		byItem.set(sample.item.id, indexes.add(sample.index));
		if (stored.usage) tokens.push(stored.usage.completion_tokens);
	}
	return {
		byItem,
		meanCompletionTokens: tokens.length === 0 ? void 0 : tokens.reduce((sum, count) => sum + count, 0) / tokens.length
	};
}

// src/sampling/estimate/estimate.ts
/** Assumed characters per token. English text has about four; other scripts have fewer. */
const CHARACTERS_PER_TOKEN = 4;
/**
* Estimates a run from the stored completions. Sends no requests and writes nothing.
*
* @throws {SamplingError} if the store cannot be read
*/
const estimateSampling = estimatorWith(systemTiming);
/** Creates the estimator with a given clock. */
function estimatorWith({ now }) {
	return async ({ checkpoints, suites, settings, prices, storeDir }) => {
		const estimates = [];
		for (const suite of suites) {
			const stored = checkpoints && await storedSamples({
				checkpoints,
				suite,
				settings,
				storeDir,
				now: now()
			});
			estimates.push(...estimateSuite({
				suite,
				settings,
				prices,
				stored
			}));
		}
		return estimates;
	};
}
/**
* Estimates one suite. `stored` contains each side's stored samples; if it is undefined, no sample counts as stored.
* The estimate of completion tokens uses the mean of this side's stored completions for the suite. If there are none,
* it uses the other side's mean. If neither side has any, it uses the token limit as an upper bound.
*/
function estimateSuite({ suite, settings, prices, stored }) {
	const { n } = settings;
	const limit = settings.maxTokens ?? settings.maxCompletionTokens;
	const samples = n * suite.items.length;
	return ["old", "new"].map((side) => {
		const own = stored?.[side];
		const mean = own?.meanCompletionTokens ?? stored?.[side === "old" ? "new" : "old"].meanCompletionTokens;
		const items = suite.items.map((item) => {
			const there = own?.byItem.get(item.id);
			const missing = Array.from({ length: n }, (_, index) => ({
				item,
				index
			})).filter(({ index }) => there?.has(index) !== true);
			return {
				missing: missing.length,
				blocks: countBlocks(missing, perRequestOf(settings)),
				promptTokens: tokensOfPrompt(item.messages)
			};
		});
		const missing = items.reduce((sum, item) => sum + item.missing, 0);
		const completions = completionTokens(missing, mean, limit);
		const mostCompletions = missing === 0 ? 0 : completions?.tokens;
		/** The requests, prompt tokens and cost if each item takes the given number of requests. */
		const sending = (requestsOf) => {
			const promptTokens = items.reduce((sum, item) => sum + requestsOf(item) * item.promptTokens, 0);
			return {
				requests: items.reduce((sum, item) => sum + requestsOf(item), 0),
				promptTokens,
				costUsd: prices && costUsd(promptTokens, mostCompletions, prices[side])
			};
		};
		return {
			suite: suite.name,
			side,
			samples,
			stored: samples - missing,
			...sending(({ blocks }) => blocks),
			completionTokens: completions,
			tokensPerCompletion: mean ?? limit,
			singly: sending((item) => item.missing)
		};
	});
}
function completionTokens(completions, mean, limit) {
	if (mean !== void 0) return {
		tokens: Math.round(mean * completions),
		basis: "store"
	};
	return limit === void 0 ? void 0 : {
		tokens: limit * completions,
		basis: "limit"
	};
}
function tokensOfPrompt(messages) {
	return messages.reduce((sum, { content }) => sum + Math.ceil(content.length / 4), 0);
}
function costUsd(promptTokens, completionTokens, { promptUsdPerMillion, completionUsdPerMillion }) {
	if (completionTokens === void 0) return void 0;
	return (promptTokens * promptUsdPerMillion + completionTokens * completionUsdPerMillion) / 1e6;
}

// src/sampling/estimate/estimate-embedding.ts
/** Computes an upper bound on the cost of embedding these sides' completions. */
const estimateEmbedding = (sides, { model, batch, maxCharacters }) => {
	const longest = Math.ceil(maxCharacters / 4);
	const texts = sides.reduce((sum, { samples }) => sum + samples, 0);
	return {
		model,
		texts,
		requests: Math.ceil(texts / batch),
		promptTokens: Math.round(sides.reduce((sum, { samples, tokensPerCompletion = longest }) => sum + samples * Math.min(longest, tokensPerCompletion), 0))
	};
};

// src/sampling/estimate/estimate-judging.ts
/** Assumed tokens for the rules before a rubric and the JSON around an item. */
const RULES_TOKENS = 250;
/** Computes an upper bound on the cost of judging a suite's completions. */
const estimateJudging = ({ sides, suite, judge, rubricCharacters, price }) => {
	const verdicts = sides.reduce((sum, { samples }) => sum + samples, 0);
	const tokensOf = (characters) => Math.ceil(characters / 4);
	const ofItems = suite.items.reduce((sum, item) => sum + tokensOf(JSON.stringify(item).length), 0);
	const around = RULES_TOKENS + tokensOf(rubricCharacters) + ofItems / Math.max(1, suite.items.length);
	const promptTokens = sides.every(({ tokensPerCompletion }) => tokensPerCompletion !== void 0) ? Math.round(sides.reduce((sum, { samples, tokensPerCompletion = 0 }) => sum + samples * (around + tokensPerCompletion), 0)) : void 0;
	const completionTokens = verdicts * judge.maxTokens;
	return {
		suite: suite.name,
		model: judge.model,
		verdicts,
		promptTokens,
		completionTokens,
		costUsd: price === void 0 || promptTokens === void 0 ? void 0 : (promptTokens * price.promptUsdPerMillion + completionTokens * price.completionUsdPerMillion) / 1e6
	};
};

export { storedPair as a, planRun as c, storedCompletions as i, estimateEmbedding as n, renderPlanMarkdown as o, estimateSampling as r, renderPlanTerminal as s, estimateJudging as t };