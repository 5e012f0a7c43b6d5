import { r as __name } from "./rolldown-runtime.js";
import { i as filesAtBase, r as changesToBaseFiles } from "./outputs.js";
import { D as nameInSentence, L as joined$1, i as guardrailOf, n as lostIn, r as lostUnwaivedIn, w as unconfirmedHeadline, x as UNTRUSTED_CONFIRMATION } from "./report-to-publish.js";
import { p as readConfig } from "./read-suite.js";
import { n as bringCompletions } from "./keep-completions.js";
import { n as jobOutcomeOf } from "./job-outcome.js";
import { i as embed, n as joinStores, o as merge, r as gatherStored, s as check, t as openLooks } from "./look-file.js";
import { i as sample } from "./open-servers.js";
import { n as runWithProgress, t as refusePlanted } from "./refuse-planted-results.js";
import { t as baseFilesOf } from "./job-context.js";
import { t as readAlarm } from "./track.js";

// src/verdict/nightly.ts
/**
* Returns the guardrails that need a second look before they raise an alarm: the ones lost tonight without an active
* alarm.
*/
function suspicions(lost, alarmed) {
	return lost.filter((guardrail) => !alarmed.includes(guardrail));
}
/**
* Returns a nightly check's alarm. The chance of a false loss accumulates from night to night, so a loss is only a
* suspicion until the same guardrail is lost again on fresh samples from both sides. Reusing the baseline's samples
* would repeat their noise in the second look. An alarm lasts until its guardrail is shown to be kept: `unclear` does
* not end it (method.md, section "Checking the same checkpoints again").
*/
function alarmOf({ lost, state, again, alarmed }) {
	const suspected = suspicions(lost, alarmed);
	const hasRecovered = (guardrail) => ["kept", void 0].includes(state(guardrail));
	return {
		confirmed: suspected.filter((guardrail) => again(guardrail) === "lost"),
		unconfirmed: suspected.filter((guardrail) => again(guardrail) !== "lost"),
		standing: alarmed.filter((guardrail) => !hasRecovered(guardrail)),
		recovered: alarmed.filter(hasRecovered)
	};
}

// src/result/cost-together.ts
/** The total cost of two runs. If only one run has a count, that count is omitted, because the sum is unknown. */
function costTogether(one, other) {
	const sampling = joined(one.sampling, other.sampling, samplingTogether);
	const embeddings = joined(one.embeddings, other.embeddings, embeddingsTogether);
	const judge = joined(one.judge, other.judge, judgeTogether);
	return {
		...sampling && { sampling },
		...embeddings && { embeddings },
		...judge && { judge }
	};
}
/** Combines one kind of cost. If only one run has a cost of this kind, the other run's cost counts as zero. */
function joined(one, other, together) {
	return one === void 0 ? other : other === void 0 ? one : together(one, other);
}
function samplingTogether(one, other) {
	const [a, b] = [one.by_side, other.by_side];
	const costUsd = sum(one.cost_usd, other.cost_usd);
	return {
		requests: one.requests + other.requests,
		prompt_tokens: one.prompt_tokens + other.prompt_tokens,
		completion_tokens: one.completion_tokens + other.completion_tokens,
		...costUsd !== void 0 && { cost_usd: costUsd },
		reused: one.reused + other.reused,
		...a && b && { by_side: {
			old: sideTogether(a.old, b.old),
			new: sideTogether(a.new, b.new)
		} }
	};
}
function sideTogether(one, other) {
	const requests = sum(one.requests, other.requests);
	const promptTokens = sum(one.prompt_tokens, other.prompt_tokens);
	const completionTokens = sum(one.completion_tokens, other.completion_tokens);
	const retries = sum(one.retries, other.retries);
	const seconds = sum(one.seconds, other.seconds);
	const costUsd = sum(one.cost_usd, other.cost_usd);
	const oldest = [one.oldest_reused, other.oldest_reused].filter((time) => time !== void 0).toSorted();
	const newest = [one.newest_reused, other.newest_reused].filter((time) => time !== void 0).toSorted();
	const [first, last] = [oldest.at(0), newest.at(-1)];
	return {
		...requests !== void 0 && { requests },
		...promptTokens !== void 0 && { prompt_tokens: promptTokens },
		...completionTokens !== void 0 && { completion_tokens: completionTokens },
		...retries !== void 0 && { retries },
		...seconds !== void 0 && { seconds },
		...costUsd !== void 0 && { cost_usd: costUsd },
		reused: one.reused + other.reused,
		...first !== void 0 && { oldest_reused: first },
		...last !== void 0 && { newest_reused: last }
	};
}
function embeddingsTogether(one, other) {
	return {
		requests: one.requests + other.requests,
		prompt_tokens: one.prompt_tokens + other.prompt_tokens,
		reused: one.reused + other.reused
	};
}
function judgeTogether(one, other) {
	const costUsd = sum(one.cost_usd, other.cost_usd);
	return {
		requests: one.requests + other.requests,
		prompt_tokens: one.prompt_tokens + other.prompt_tokens,
		completion_tokens: one.completion_tokens + other.completion_tokens,
		reused: one.reused + other.reused,
		...costUsd !== void 0 && { cost_usd: costUsd }
	};
}
function sum(one, other) {
	return one === void 0 || other === void 0 ? void 0 : one + other;
}

// src/result/nightly.ts
/** Whether a result can be trusted. */
function isTrusted({ verdict: { status } }) {
	return status !== "invalid" && status !== "skipped";
}
/**
* A scheduled run's result (method.md, section "Checking the same checkpoints again"). It is tonight's result, except
* that a loss that is not confirmed on fresh samples from both sides is only a suspicion. Notes explain what happened
* to each loss. A waived loss is not a suspicion: the verdict keeps its name, and the check passes if nothing else is
* lost. If the measurement cannot be trusted, earlier alarms remain active.
*
* @param again the check on fresh samples from both sides; required if tonight shows a loss without an active alarm
*/
function nightlyResult({ tonight, again, alarmed, failOn }) {
	if (!isTrusted(tonight)) return {
		result: tonight,
		alarmed
	};
	const named = namesIn(tonight);
	if (again !== void 0 && !isTrusted(again)) {
		const verdict = {
			status: "invalid",
			headline: UNTRUSTED_CONFIRMATION,
			reasons: [again.verdict.headline, ...again.verdict.reasons],
			passed: !failOn.includes("invalid")
		};
		return {
			result: {
				...withCostOf(again, tonight),
				verdict
			},
			alarmed
		};
	}
	const alarm = alarmOf({
		lost: lostUnwaivedIn(tonight),
		state: stateIn(tonight),
		again: again === void 0 ? () => void 0 : stateIn(again),
		alarmed
	});
	const { confirmed, standing, unconfirmed } = alarm;
	const noted = withNotes(withCostOf(again, tonight), alarm, named);
	const isLoss = ["reversal", "regression"].includes(tonight.verdict.status);
	const left = lostIn(tonight).filter((each) => !unconfirmed.includes(each));
	if (!isLoss || unconfirmed.length === 0 || left.some((each) => lostUnwaivedIn(tonight).includes(each))) return {
		result: noted,
		alarmed: [...standing, ...confirmed]
	};
	const { passed, reasons } = tonight.verdict;
	if (left.length > 0) {
		const verdict = passed ? noted.verdict : {
			...noted.verdict,
			passed: true,
			waived: true
		};
		return {
			result: {
				...noted,
				verdict
			},
			alarmed: standing
		};
	}
	return {
		result: {
			...noted,
			verdict: {
				reasons,
				status: "inconclusive",
				headline: unconfirmedHeadline(named(unconfirmed)),
				passed: !failOn.includes("inconclusive")
			}
		},
		alarmed: standing
	};
}
function stateIn({ measures }) {
	const states = /* @__PURE__ */ new Map();
	for (const measure of measures) {
		const guardrail = guardrailOf(measure.id);
		if (measure.state !== null || !states.has(guardrail)) states.set(guardrail, measure.state ?? "unclear");
	}
	return (guardrail) => states.get(guardrail);
}
/** Returns a function that looks up guardrails' display names. */
function namesIn({ measures }) {
	const names = new Map(measures.map((measure) => [guardrailOf(measure.id), nameInSentence(measure)]));
	return (guardrails) => guardrails.map((each) => names.get(each) ?? each);
}
function withNotes(result, alarm, named) {
	const told = [
		["confirmed", "Alarm triggered by a loss tonight that was confirmed on fresh samples from both versions"],
		["unconfirmed", "Suspected loss that was not confirmed on fresh samples from both versions"],
		["standing", "Alarm still active from an earlier night, until the guardrail is kept"],
		["recovered", "Kept again after an alarm on an earlier night"]
	].flatMap(([kind, words]) => alarm[kind].length === 0 ? [] : [`${words}: ${joined$1(named(alarm[kind]))}.`]);
	return {
		...result,
		warnings: [...told, ...result.warnings]
	};
}
/** Adds the cost of the night's second look to the result. */
function withCostOf(again, tonight) {
	return again === void 0 ? tonight : {
		...tonight,
		cost: costTogether(tonight.cost, again.cost)
	};
}

// src/run/check/nightly.ts
/**
* Runs a nightly check. The candidate is sampled again every night, and the baseline's samples are reused. If a
* guardrail is lost and has no active alarm, it gets a second look in the same run, with new samples from both sides.
* This settles the question in one night, so suspected losses need not be stored. A waived loss does not get a second
* look. A night's samples are stored under its date, so a second run on the same day reuses them.
*/
async function checkNightly({ look, date, alarmed, failOn }) {
	const tonight = await look({ new: date });
	const again = isTrusted(tonight.result) && suspicions(lostUnwaivedIn(tonight.result), alarmed).length > 0 ? await look({
		old: `${date} again, old`,
		new: `${date} again, new`
	}) : void 0;
	const night = nightlyResult({
		tonight: tonight.result,
		again: again?.result,
		alarmed,
		failOn
	});
	return {
		checked: {
			...tonight,
			result: night.result
		},
		alarmed: night.alarmed
	};
}

// src/action/check-comparison.ts
/** Runs one check of a comparison. Samples the checkpoints, or merges the shards that other jobs sampled. */
async function checkComparison(comparison, { by, notes, draws }, place) {
	const { inputs, signal } = place;
	const afresh = draws?.old === void 0 ? "" : " on fresh samples";
	const title = `Comparing ${comparison.old} with ${comparison.new}${afresh}`;
	return runWithProgress(title, {
		comparison,
		by
	}, place, (edges, progress) => {
		const judging = {
			...edges,
			notes,
			openLooks: (at) => openLooks({
				...at,
				now: Date.now
			}),
			nowMs: Date.now(),
			embed: (request) => embed({
				...request,
				signal
			}),
			onEmbedding: progress.onEmbedding,
			onStage: progress.onStage
		};
		return inputs.merge === void 0 ? check({
			...judging,
			draws,
			sampler: sample,
			preflight: inputs.preflight,
			onNote: progress.onNote
		}) : merge({
			...judging,
			folders: [inputs.merge],
			join: joinStores,
			gather: gatherStored
		});
	});
}

// src/action/measure-comparison.ts
/** Samples both versions or merges their shards, and decides the verdict using the base commit's files. */
async function measure(comparison, place, checkout) {
	const { base, head } = comparison;
	const by = baseFilesOf(base, place, checkout);
	await refusePlanted(comparison, place, checkout);
	const changes = base === head ? [] : await changesToBaseFiles(by, head);
	const notes = comparison.note === void 0 ? changes : [comparison.note, ...changes];
	await bringCompletions(place);
	const look = (draws) => checkComparison(comparison, {
		by,
		notes,
		draws
	}, place);
	const night = comparison.isScheduled === true ? await atNight(by, look, place) : void 0;
	const checked = night?.checked ?? await look();
	return jobOutcomeOf(checked, {
		runUrl: place.job.runUrl,
		mayCreateComment: true,
		alarmed: night?.alarmed
	});
}
async function atNight(by, look, place) {
	const { readFile } = filesAtBase(by);
	const { config } = await readConfig({
		path: place.inputs.config,
		readFile
	});
	return checkNightly({
		look,
		date: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
		alarmed: await readAlarm(place),
		failOn: config.policy.failOn
	});
}

export { measure };