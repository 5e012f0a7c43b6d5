import { r as __name } from "./rolldown-runtime.js";
import { i as filesAtBase, r as changesToBaseFiles } from "./outputs.js";
import { i as guardrailOf, n as lostIn, r as lostUnwaivedIn } from "./report-to-publish.js";
import { E as measureName, T as renderTerminal, i as embed, n as joinStores, o as merge, r as gatherStored, s as check, t as openLooks } from "./look-file.js";
import { z as readConfig } from "./bars.js";
import { n as bringCompletions } from "./keep-completions.js";
import { t as findingOf } from "./finding.js";
import { a as sample } from "./open-servers.js";
import { n as asking, t as refusePlanted } from "./planted.js";
import { t as baseFilesOf } from "./job-context.js";
import { t as readAlarm } from "./track.js";

// src/verdict/nightly.ts
/** The guardrails that need a second look before they raise an alarm: lost tonight, and not yet in alarm. */
function suspicions(lost, alarmed) {
	return lost.filter((guardrail) => !alarmed.includes(guardrail));
}
/**
* The alarm of a check that runs every night. A night's chance of a false loss adds up over a year, so a loss
* is a suspicion until the same guardrail is lost again on fresh samples of both sides; reusing old's samples
* would repeat their noise in the second look. An alarm lasts until its guardrail is shown kept: `unclear`
* does not end it (method.md, section "Looking again").
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

// src/result/nightly.ts
/** Whether a result can be trusted. */
function isTrusted({ verdict: { status } }) {
	return status !== "invalid" && status !== "skipped";
}
/**
* The result of a scheduled run (method.md, section "Looking again"). It is tonight's result with one change:
* a loss that is not confirmed by fresh samples of both sides is only a suspicion. Notes say what became of
* each. A waived loss is not a suspicion: the verdict keeps its name and passes, if nothing else is lost. If
* the measurement cannot be trusted, earlier alarms continue.
*
* @param again the check on fresh samples of both sides; required if tonight shows a loss that was not in
* alarm before.
*/
function nightlyResult({ tonight, again, alarmed, failOn }) {
	if (!isTrusted(tonight)) return {
		result: tonight,
		alarmed
	};
	const named = namesIn(tonight);
	if (again !== void 0 && !isTrusted(again)) {
		const headline = `A loss was found, and the samples that were to confirm it cannot be trusted: ${again.verdict.headline}`;
		const { reasons } = again.verdict;
		const verdict = {
			status: "invalid",
			headline,
			reasons,
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
				headline: `A suspicion that was not confirmed: ${named(unconfirmed)} ${unconfirmed.length === 1 ? "was" : "were"} lost on tonight's samples, and not again on fresh ones of both versions.`,
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
/** The guardrails in a sentence, by their display names. */
function namesIn({ measures }) {
	const names = new Map(measures.map((measure) => [guardrailOf(measure.id), measureName(measure)]));
	return (guardrails) => new Intl.ListFormat("en", { type: "conjunction" }).format(guardrails.map((each) => names.get(each) ?? each));
}
function withNotes(result, alarm, named) {
	const told = [
		["confirmed", "Alarm: lost tonight, and again on fresh samples of both versions"],
		["unconfirmed", "Suspicion, not confirmed on fresh samples of both versions"],
		["standing", "In alarm since an earlier night, until it is kept"],
		["recovered", "Kept again, after an alarm on an earlier night"]
	].flatMap(([kind, words]) => alarm[kind].length === 0 ? [] : [`${words}: ${named(alarm[kind])}.`]);
	return {
		...result,
		warnings: [...told, ...result.warnings]
	};
}
/** The cost of both looks of a night. */
function withCostOf(again, tonight) {
	if (again === void 0) return tonight;
	const [a, b] = [tonight.cost, again.cost];
	return {
		...tonight,
		cost: {
			...a,
			requests: a.requests + b.requests,
			prompt_tokens: a.prompt_tokens + b.prompt_tokens,
			completion_tokens: a.completion_tokens + b.completion_tokens,
			cached: a.cached + b.cached,
			...a.embeddings === void 0 || b.embeddings === void 0 ? {} : { embeddings: {
				requests: a.embeddings.requests + b.embeddings.requests,
				prompt_tokens: a.embeddings.prompt_tokens + b.embeddings.prompt_tokens,
				cached: a.embeddings.cached + b.embeddings.cached
			} }
		}
	};
}

// src/run/check/nightly.ts
/**
* A check that runs every night: new is sampled afresh, old's samples are kept from night to night. A
* guardrail that is lost, and is not yet in alarm, gets a second look in the same run on fresh samples of
* both sides, so that one night settles it and no suspicion has to be remembered. A waived loss is not a
* suspicion. The samples of a night are stored under its date, so a second run on the same day requests
* nothing twice.
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

// src/action/look.ts
/** One check of a comparison: the models are asked or, where other jobs have asked them in shards, those are joined. */
async function lookAt(comparison, { by, notes, draws }, place) {
	const { inputs, signal } = place;
	const afresh = draws?.old === void 0 ? "" : ", both afresh";
	const title = `Measuring ${comparison.old} against ${comparison.new}${afresh}`;
	return asking(title, {
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
			onEmbedding: progress.onEmbedding
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

// src/action/measure.ts
/** Columns of a log. */
const LOG_COLUMNS = 100;
/** Samples both versions, or joins the shards that they were sampled in, and judges them by the files of the judge's commit. */
async function measure(comparison, place, checkout) {
	const { job, log } = place;
	const { judge, head } = comparison;
	const by = baseFilesOf(judge, place, checkout);
	await refusePlanted(comparison, place, checkout);
	const changes = judge === head ? [] : await changesToBaseFiles(by, head);
	const notes = comparison.note === void 0 ? changes : [comparison.note, ...changes];
	await bringCompletions(place);
	const look = (draws) => lookAt(comparison, {
		by,
		notes,
		draws
	}, place);
	const night = comparison.isScheduled === true ? await atNight(by, look, place) : void 0;
	const checked = night?.checked ?? await look();
	log.info(renderTerminal(checked.result, {
		colour: false,
		columns: LOG_COLUMNS,
		unicode: true
	}));
	return findingOf(checked, {
		runUrl: job.runUrl,
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