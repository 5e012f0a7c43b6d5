import { r as __name } from "./rolldown-runtime.js";
import { x as exclusionSentence } from "./suite-in-store.js";
import { l as jsonForLogs } from "./neutralise.js";
import { c as counted, i as marginWords, p as percent, s as count, v as tokens, y as usd } from "./margins.js";

// src/report/plan.ts
/**
* If a guardrail's chance of being kept is lower than this, the plan warns about it. Recommended item counts are based
* on the same chance.
*/
const LIKELY = .8;
/** A guardrail's name with its kind of diversity or its group, such as `diversity syntactic`. */
const nameOf = ({ guardrail, kind, group }) => [
	guardrail,
	...kind === void 0 ? [] : [kind],
	...group === void 0 ? [] : [`(${group})`]
].join(" ");
/**
* A sentence about each guardrail that would often be unclear for an unchanged pair: its chance of being kept, and how
* many items would be enough.
*/
const outlookWarnings = (run) => run.outlook.filter(({ gates, chanceKept }) => gates && chanceKept < LIKELY).map((each) => `guardrails.${each.guardrail}: with ${counted(each.items, "item")} and ${counted(run.samplesPerItem, "sample")} per item on ${each.suite}, ${nameOf(each)} (margin ${marginWords(each.margin)}) is kept in ${percent(each.chanceKept)} of checks of an unchanged pair, and unclear in the others. About ${count(each.itemsRecommended)} items are recommended (assuming a standard deviation of √(1/(3n) + 0.1²) per item).`);
/** The maximum total cost of all judge models; a sum is undefined if any of its terms is. */
const judgingTotals = (judging) => {
	let [verdicts, tokens, costUsd] = [
		0,
		0,
		0
	];
	for (const each of judging) {
		verdicts += each.verdicts;
		tokens = added(tokens, added(each.promptTokens, each.completionTokens));
		costUsd = added(costUsd, each.costUsd);
	}
	return {
		verdicts,
		tokens,
		costUsd
	};
};
const added = (one, other) => one === void 0 || other === void 0 ? void 0 : one + other;
/** One sentence for each budget limit that the plan, including judge models, exceeds. */
const budgetWarnings = ({ budget, sides, judging }) => {
	const sampled = totalsOf(sides);
	const judged = judgingTotals(judging);
	const { promptTokens, completionTokens } = sampled;
	const requests = sampled.requests + judged.verdicts;
	const singly = sampled.singly.requests + judged.verdicts;
	const costUsd = added(sampled.costUsd, judged.costUsd);
	const bounded = sampled.bounded || judging.length > 0;
	const { maxRequests = Infinity, maxTokens = Infinity, maxCostUsd = Infinity } = budget;
	const tokens$1 = added(added(promptTokens, completionTokens), judged.tokens);
	const about = bounded ? "up to" : "about";
	const warning = (limit, most, takes) => `budget.${limit}: ${most} may not be enough, because the check needs ${takes}. If the limit is reached, only the samples that both checkpoints have are compared.`;
	const whole = requests > maxRequests ? counted(requests, "request") : `${counted(singly, "request")} if a server returns one completion per request`;
	return [
		...Math.max(requests, singly) > maxRequests ? [warning("max-requests", count(maxRequests), whole)] : [],
		...tokens$1 !== void 0 && tokens$1 > maxTokens ? [warning("max-tokens", tokens(maxTokens), `${about} ${tokens(tokens$1)} tokens`)] : [],
		...costUsd !== void 0 && costUsd > maxCostUsd ? [warning("max-cost", usd(maxCostUsd), `${about} ${usd(costUsd)}`)] : []
	];
};
/** All warnings of a plan. */
const planWarnings = (run) => [
	...run.exclusions.map(exclusionSentence),
	...budgetWarnings(run),
	...outlookWarnings(run)
];
/** The sentence that replaces the number of completion tokens if they have no limit. */
const UNLIMITED_COMPLETIONS = "There is no limit on the number of completion tokens, because sampling.max-tokens is not set.";
/** The sums over all suites and sides; a sum is undefined if any of its terms is. */
const totalsOf = (sides) => {
	const sum = (value) => sides.reduce((total, side) => total + value(side), 0);
	const sending = (each) => ({
		requests: sum((side) => each(side).requests),
		promptTokens: sum((side) => each(side).promptTokens),
		costUsd: sides.some((side) => each(side).costUsd === void 0) ? void 0 : sum((side) => each(side).costUsd ?? 0)
	});
	const asked = sides.filter(({ requests }) => requests > 0);
	return {
		...sending((side) => side),
		stored: sum(({ stored }) => stored),
		completionTokens: asked.some(({ completionTokens }) => completionTokens === void 0) ? void 0 : sum((side) => side.requests > 0 ? side.completionTokens?.tokens ?? 0 : 0),
		bounded: asked.some(({ completionTokens }) => completionTokens?.basis === "limit"),
		singly: sending(({ singly }) => singly)
	};
};
const sendingJson = ({ requests, promptTokens, costUsd }) => ({
	requests,
	prompt_tokens: promptTokens,
	cost_usd: costUsd ?? null
});
/** A plan as JSON, unrounded, with a final newline. */
const serialisePlan = (run) => {
	const totals = totalsOf(run.sides);
	return `${jsonForLogs({
		schema: 1,
		old: run.versions?.old ?? null,
		new: run.versions?.new ?? null,
		samples_per_item: run.samplesPerItem,
		suites: run.sides.map((side) => ({
			name: side.suite,
			side: side.side,
			samples: side.samples,
			stored: side.stored,
			requests: side.requests,
			prompt_tokens: side.promptTokens,
			completion_tokens: side.completionTokens?.tokens ?? null,
			completion_tokens_from: side.completionTokens?.basis ?? null,
			cost_usd: side.costUsd ?? null,
			singly: sendingJson(side.singly)
		})),
		total: {
			requests: totals.requests,
			stored: totals.stored,
			prompt_tokens: totals.promptTokens,
			completion_tokens: totals.completionTokens ?? null,
			cost_usd: totals.costUsd ?? null,
			singly: sendingJson(totals.singly)
		},
		embeddings: run.embedding === void 0 ? null : {
			model: run.embedding.model,
			texts_at_most: run.embedding.texts,
			requests_at_most: run.embedding.requests,
			prompt_tokens_at_most: run.embedding.promptTokens
		},
		judging: run.judging.map((each) => ({
			suite: each.suite,
			model: each.model,
			requests_at_most: each.verdicts,
			prompt_tokens_at_most: each.promptTokens ?? null,
			completion_tokens_at_most: each.completionTokens,
			cost_usd_at_most: each.costUsd ?? null
		})),
		budget: {
			max_requests: run.budget.maxRequests ?? null,
			max_tokens: run.budget.maxTokens ?? null,
			max_cost_usd: run.budget.maxCostUsd ?? null,
			max_minutes: run.budget.maxMinutes ?? null
		},
		guardrails: run.outlook.map((each) => ({
			guardrail: each.guardrail,
			kind: each.kind ?? null,
			group: each.group ?? null,
			suite: each.suite,
			gates: each.gates,
			margin: each.margin.fraction,
			margin_is_relative: each.margin.kind === "relative",
			items: each.items,
			effective_clusters: each.effectiveClusters,
			detectable: each.detectable,
			chance_kept: each.chanceKept,
			items_recommended: each.itemsRecommended
		})),
		excluded: run.exclusions.flatMap(({ suite, items }) => items.map(({ id, reason }) => ({
			suite,
			id,
			reason
		}))),
		warnings: planWarnings(run)
	}, 2)}\n`;
};

export { serialisePlan as a, planWarnings as i, nameOf as n, totalsOf as o, outlookWarnings as r, UNLIMITED_COMPLETIONS as t };