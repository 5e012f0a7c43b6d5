import { a as __toESM, r as __name, t as __commonJSMin } from "./rolldown-runtime.js";
import { S as words, _ as relativePercent, a as withUnit, b as ways, c as counted, d as interval, f as pValue, g as relativeChange, h as points, l as dissimilarity, m as plain, n as marginOf, o as bits, p as percent, s as count, t as marginInColumn, u as dissimilarityChange, v as tokens, x as waysChange, y as usd } from "./margins.js";
import { a as explainCommand } from "./commands.js";
import { a as sparkline, i as intervalStrip, n as UNICODE_STRIP, r as bar, t as ASCII_STRIP } from "./bars.js";
import { a as oneLine, c as terminalText, i as markdownText, n as markdownCode, r as markdownFence, t as htmlCode } from "./neutralise.js";
import { createHash } from "node:crypto";

// src/result/sentences/enumerated.ts
/** Lists names, followed by the number of remaining names. */
function listed(named, all) {
	const rest = all - named.length;
	return `${named.join("; ")}${rest > 0 ? `; and ${count(rest)} more` : ""}`;
}
/** Joins parts into an English list, such as `a, b and c`; empty if there are no parts. */
function joined(parts) {
	if (parts.length < 2) return parts.join("");
	return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}
/** Lists the first `most` names, followed by the number of remaining names, such as `a, b and 3 more`. */
function namedAtMost(most, names) {
	const more = names.length - most;
	return joined([...names.slice(0, most), ...more > 0 ? [`${count(more)} more`] : []]);
}

// src/result/sentences/faults.ts
/** Advice for completions without a readable answer. */
const UNPARSEABLE_REMEDY = "Ask for a specific answer format in the suite's template, or set the grader's fallback.";
/** Advice for samples that the token limit cuts off. */
const TRUNCATED_REMEDY = "Increase sampling.max-tokens.";
const FAULTS = {
	"no answer read": {
		clause: "no answer could be read",
		remedy: UNPARSEABLE_REMEDY
	},
	empty: {
		clause: "the completion is empty",
		remedy: "Check the server's log, and whether the server returns the text in a field that is not part of OpenAI's API."
	},
	"reasoning-apart": {
		clause: "the server returned reasoning but no text",
		remedy: "Turn off the server's reasoning parser, or use the one for this model. It treats the complete text as reasoning."
	},
	"only-reasoning": {
		clause: "the completion has no text after its reasoning",
		remedy: "Increase sampling.max-tokens, or set sampling.reasoning-tags to the tags of the reasoning."
	},
	NameError: {
		clause: "the program or its test uses a name that is not defined",
		remedy: "Check that the prompt names the function that the tests call."
	},
	ImportError: {
		clause: "the program needs a module that the sandbox does not have",
		remedy: "Ask for programs that use only modules that the sandbox provides."
	},
	SyntaxError: {
		clause: "the completion is not a valid program",
		remedy: "Ask for a specific program format in the suite's template."
	}
};
function faultClause(fault) {
	return FAULTS[fault].clause;
}
function faultRemedy(fault) {
	return FAULTS[fault].remedy;
}

// src/result/sentences/finding-clauses.ts
/** The two checkpoints' names in sentences. */
const SIDE_WORDS = {
	old: "the baseline",
	new: "the candidate"
};
/**
* The end of a headline that explains why the measurement cannot be trusted: at most 24 words, without a full stop. The
* reasons below the headline contain the complete sentence, with examples and advice.
*/
function findingClause(finding) {
	switch (finding.cause) {
		case "cut": return `budget.${finding.cut.limit} ended sampling before enough items were complete`;
		case "missing": {
			const count = finding.samples.reduce((sum, { indices }) => sum + indices.length, 0);
			return `${counted(count, "sample is", "samples are")} missing`;
		}
		case "unexpected": return `${counted(finding.samples.length, "completion does", "completions do")} not belong to any requested sample`;
		case "failed": return `${count(finding.failed)} of ${counted(finding.of, "sample")} of ${SIDE_WORDS[finding.side]} failed on ${finding.suite}`;
		case "dropped": return `${count(finding.dropped)} of ${counted(finding.of, "item")} in ${finding.suite} have too few graded samples`;
		case "dropped-could-decide": return `${counted(finding.dropped, "item has", "items have")} too few graded samples and could change the verdict`;
		case "one-reason": return `on ${finding.suite}, ${faultClause(finding.fault)} in most samples`;
		case "truncation": return `on ${finding.suite}, the token limit cut off most samples`;
		case "nothing-solved": return `none of the ${counted(finding.samples, "sample")} is correct, so nothing could be lost or gained`;
		case "format-drift": return `on ${finding.suite ?? "all target suites"}, ${finding.measure} depends on how answers are written, not on whether they are right`;
		case "outcome-drift": return `on ${finding.suite}, the verdict depends on samples ${finding.outcome === "truncated" ? "that the token limit cut off" : "without a readable answer"}`;
		case "stack-changed": return `${SIDE_WORDS[finding.side]}'s completions come from ${count(finding.stacks.length)} serving stacks`;
		case "stacks-apart": return "different serving stacks produced the completions of the two checkpoints";
		case "same-completions":
		case "same-model": return "the server seems to use the same model for both names";
	}
}

// src/result/sentences/format-sentences.ts
/**
* Reports by how many points a measure changes under each way of grading, which extraction rules changed, and an item
* to look at.
*/
function formatDriftSentence(drift) {
	const { suite, measure, strict, lenient, rules, examples, decides } = drift;
	const on = suite ?? "all target suites";
	const by = (figures) => `${points(figures.delta)} points (${percent(figures.old)} to ${percent(figures.new)})`;
	const claim = decides ? `The change in ${measure} on ${on} depends on how answers are written, not on whether they are right` : `The checkpoints write their answers on ${on} differently, but this does not affect the verdict on ${measure}`;
	const moved = rules.map((rule) => `${rule.rule} ${percent(rule.old)} to ${percent(rule.new)}`);
	const found = moved.length === 0 ? "" : ` Answers found by rule: ${moved.join(", ")}.`;
	const [first] = examples;
	const look = first === void 0 ? "" : ` Examples: ${examples.map(({ suite: of, id, side, index }) => `${of}/${id} (${side}, sample ${index})`).join("; ")}. To read one: ${explainCommand(first.suite, first.id)}`;
	return `${claim}: ${by(strict)} if only explicitly stated answers count, ${by(lenient)} if a correct value at the end of the text also counts. The difference is ${points(drift.drift.delta)} points ${interval(drift.drift.interval, points)}.${decides ? ` ${UNPARSEABLE_REMEDY}` : ""}${found}${look}`;
}
/** Reports which outcome is more frequent on one side, and whether the verdict depends on it. */
function outcomeDriftSentence(drift) {
	const { suite, outcome, old, new: candidate, changesClaim, rule } = drift;
	const are = outcome === "truncated" ? "were cut off by the token limit" : "have no readable answer";
	const shares = `On ${suite}, ${percent(old)} of the baseline's samples and ${percent(candidate)} of the candidate's ${are}`;
	if (!changesClaim) return `${shares}. They count as wrong, which works against the ${candidate > old ? "candidate" : "baseline"}; the verdict is the same without them.`;
	if (rule === "wrong") return `${shares}. They count as wrong because the suite sets unparseable: wrong; the verdict would be different without them.`;
	const differs = `${shares}. The verdict would be different without them`;
	return outcome === "truncated" ? `${differs}. ${TRUNCATED_REMEDY}` : `${differs}, so the change depends on how answers are written, not on whether they are right. ${UNPARSEABLE_REMEDY} If an answer in another format is a wrong answer, set unparseable: wrong on the suite.`;
}
/**
* Explains that most of a suite's samples have the same fault, such as an empty completion, rather than a wrong answer.
*/
function oneReasonSentence({ suite, fault, old, new: candidate, example, decides }) {
	const clause = faultClause(fault);
	const detail = example.reason === void 0 || example.reason === clause ? "" : `: ${example.reason}`;
	return `${measured(decides)} on ${suite}: in ${percent(old)} of the baseline's samples and ${percent(candidate)} of the candidate's, ${clause} (${example.id}, ${example.side}${detail}). ${faultRemedy(fault)} To read an example: ${explainCommand(suite, example.id)}`;
}
/** Reports the share of each side's samples that the token limit cut off, and the share that ended during reasoning. */
function truncationSentence({ suite, old, new: candidate, inReasoning, decides }) {
	const inside = inReasoning.old + inReasoning.new === 0 ? "" : `; ${percent(inReasoning.old)} and ${percent(inReasoning.new)} ended during reasoning`;
	return `${measured(decides)} on ${suite}: the token limit cut off ${percent(old)} of the baseline's samples and ${percent(candidate)} of the candidate's${inside}. ${TRUNCATED_REMEDY}`;
}
function measured(decides) {
	return decides ? "Nothing was measured" : "Little was measured";
}

// src/result/sentences/finding-sentences.ts
/** Maximum number of samples that a sentence lists by name. */
const NAMED$1 = 3;
const OF_THE_STACK = "A difference between the checkpoints may come from the stack instead of the model.";
const ONE_MODEL = "The server seems to use the same model for both names, so no change could be found. Check both model names.";
/** Explains why the measurement cannot be trusted, or which side it may favor, and what to do about it. */
function findingSentence(finding) {
	switch (finding.cause) {
		case "cut": return cutSentence(finding.cut);
		case "missing": {
			const count = finding.samples.reduce((sum, { indices }) => sum + indices.length, 0);
			const named = finding.samples.slice(0, NAMED$1).map(({ suite, id, side, indices }) => `${id} of ${suite} (${side}, ${indexWords(indices)})`);
			return `${counted(count, "sample is", "samples are")} missing: ${listed(named, finding.samples.length)}. Give every item the same number of samples on both sides.`;
		}
		case "unexpected": {
			const named = finding.samples.slice(0, NAMED$1).map(unexpectedWords);
			return `${counted(finding.samples.length, "completion does", "completions do")} not belong to any requested sample: ${listed(named, finding.samples.length)}. Remove the completions that do not belong to this eval set.`;
		}
		case "failed": return `${count(finding.failed)} of ${counted(finding.of, "sample")} of ${SIDE_WORDS[finding.side]} failed on ${finding.suite}, expected at most 1%. The most common reason: ${finding.reason}. Fix it and run the check again.`;
		case "dropped": return `${count(finding.dropped)} of ${counted(finding.of, "item")} in ${finding.suite} have too few graded samples, expected at most 2%. Run the check again to replace the failed samples.`;
		case "dropped-could-decide": return `${counted(finding.dropped, "item")} with too few graded samples could decide the verdict: it would be different if all of them had changed in the same direction. Run the check again to replace the failed samples.`;
		case "one-reason": return oneReasonSentence(finding);
		case "truncation": return truncationSentence(finding);
		case "nothing-solved": return `None of the ${counted(finding.samples, "sample")} from both checkpoints is correct, so nothing could be lost or gained. Use items that the baseline can solve.`;
		case "format-drift": return formatDriftSentence(finding);
		case "outcome-drift": return outcomeDriftSentence(finding);
		case "stack-changed": return `The completions of ${SIDE_WORDS[finding.side]} come from ${count(finding.stacks.length)} serving stacks, as reported by the servers: ${listed(finding.stacks.slice(0, NAMED$1).map(stackWords), finding.stacks.length)}. ${OF_THE_STACK} To rule that out, sample them again from one stack.`;
		case "stacks-apart": return `The checkpoints were sampled one after the other, from serving stacks that report different fingerprints for the same model: ${stackWords(finding.old)} for the baseline, ${stackWords(finding.new)} for the candidate. ${OF_THE_STACK} To rule that out, sample both again at the same time.`;
		case "same-completions": return `All ${counted(finding.completions, "completion")} from the candidate (${finding.new}) are identical to those from the baseline (${finding.old}). ${ONE_MODEL}`;
		case "same-model": return `The server reports the model ${finding.model} for requests to ${finding.old} and to ${finding.new}. ${ONE_MODEL}`;
	}
}
/**
* Names both sides' serving stacks if the sides were sampled one after the other and it is unknown whether the stack
* changed in between.
*/
function incomparableSentence({ old, new: candidate }) {
	return `${stackWords(old)} for the baseline, ${stackWords(candidate)} for the candidate, sampled one after the other. A fingerprint may identify the model rather than the stack, so it is unknown whether the stack changed in between`;
}
function stackWords({ model, fingerprint, completions, oldest, newest }) {
	const name = [model ?? "a model without a name", fingerprint === null ? "no fingerprint" : `fingerprint ${fingerprint}`].join(", ");
	const [first, last] = [oldest.slice(0, 10), newest.slice(0, 10)];
	const when = first === last ? `on ${first}` : `from ${first} to ${last}`;
	return `${name} (${counted(completions, "completion")} ${when})`;
}
/** Explains that a budget ended sampling, which part of the plan is compared, and which budget the whole plan needs. */
function cutSentence(cut) {
	const { limit, allowed, byDefault, unasked, wouldTake, suites, isEnough, needed } = cut;
	const shares = suites.map(({ suite, judged, of }) => `${count(judged)} of ${counted(of, "item")} of ${suite}`);
	const outcome = isEnough ? "Only these are compared." : `That is too few: each suite needs ${count(needed)} independent items.`;
	const amount = (value) => budgetAmount(limit, value);
	const whole = wouldTake === void 0 ? "" : `; set budget.${limit} to about ${amount(wouldTake)}`;
	return `budget.${limit} (${amount(allowed)}${byDefault ? ", the default" : ""}) ended sampling. Both checkpoints have enough samples for ${joined(shares)}. ${outcome} The rest of the plan requires ${counted(unasked, "more sample")}${whole}.`;
}
function budgetAmount(limit, value) {
	switch (limit) {
		case "max-requests": return count(Math.ceil(value));
		case "max-tokens": return tokens(value);
		case "max-cost": return usd(value);
		case "max-minutes": return `${plain(value)} min`;
	}
}
function unexpectedWords({ kind, suite, id, side, index }) {
	switch (kind) {
		case "duplicate": return `sample ${index} of ${id} in ${suite} (${side}) occurs twice`;
		case "unknown-item": return `${suite} has no item ${id} (${side})`;
		case "beyond-n": return `${id} in ${suite} (${side}) has a sample with index ${index}, expected an index below n`;
	}
}
function indexWords(indices) {
	return indices.length === 1 ? `sample ${indices[0] ?? ""}` : `${indices.length} samples`;
}

// src/result/sentences/measure-row.ts
const GLYPHS = {
	gained: "▲",
	kept: "✓",
	within: "▽",
	lost: "▼",
	unclear: "?",
	up: "▲",
	down: "▼",
	level: "·",
	unmeasured: "·"
};
/** Shown in place of a missing value. */
const NONE$1 = "–";
const DIMENSIONS = {
	accuracy: "Accuracy",
	coverage: "Coverage",
	diversity: "Diversity",
	generalization: "Generalization"
};
const VALUES = {
	probability: percent,
	dissimilarity,
	ways,
	equations: ways,
	ratio: dissimilarity,
	bits,
	tokens: words
};
/** Formats a measure's value in its unit. */
const readValue = (value, unit) => VALUES[unit](value);
const CHANGES = {
	probability: points,
	dissimilarity: dissimilarityChange,
	ways: waysChange,
	equations: waysChange,
	ratio: dissimilarityChange,
	bits: dissimilarityChange,
	tokens: waysChange
};
/**
* A change is shown in the same unit as its margin: as a share of the baseline's value if the margin is relative,
* otherwise in the measure's unit. A relative loss is at most 100%.
*/
const scaleOf = ({ unit, old, margin }) => margin?.kind === "relative" && old !== null && old > 0 ? {
	change: (value) => relativePercent(value / old),
	bound: (value) => relativeChange(Math.max(-1, value / old))
} : {
	change: CHANGES[unit],
	bound: CHANGES[unit]
};
const markOf = ({ state, change }) => {
	if (state === "lost" || state === "unclear") return state;
	if (change === null) return state === "kept" ? "kept" : "unmeasured";
	const [lower, upper] = change.interval;
	if (state === "kept") return lower > 0 ? "gained" : upper < 0 ? "within" : "kept";
	return lower > 0 ? "up" : upper < 0 ? "down" : "level";
};
const stateWords$1 = /* @__PURE__ */ __name((mark, margin, isWaived) => {
	switch (mark) {
		case "lost": return `lost${isWaived ? " (waived)" : ""}${margin === "" ? "" : `, margin\u00A0${margin}`}`;
		case "within": return `kept, loss within the margin of\u00A0${margin}`;
		case "level": return "no change shown";
		case "unmeasured": return "not measured";
	}
	return mark;
}, "stateWords");
/** Formats one measure. A null value is shown as `–`, and the state gives the reason if the result has one. */
const measureRow = (measure) => {
	const { dimension, name, group, unit } = measure;
	const scale = scaleOf(measure);
	const change = measure.change === null ? "–" : scale.change(measure.change.estimate);
	const mark = markOf(measure);
	const margin = marginInColumn(measure);
	const state = stateWords$1(mark, margin, measure.waiver !== void 0);
	return {
		dimension: DIMENSIONS[dimension],
		name: group === null ? name : `${name} ${group}`,
		plain: name === "pass@1" && group === null && (dimension === "accuracy" || dimension === "generalization"),
		suite: measure.suite ?? "all target suites",
		old: measure.old === null ? "–" : VALUES[unit](measure.old),
		new: measure.new === null ? "–" : VALUES[unit](measure.new),
		change,
		interval: measure.change === null ? "" : interval(measure.change.interval, scale.bound),
		mark,
		state,
		shortState: mark === "within" ? `kept, margin\u00A0${margin}` : state,
		reason: measure.reason
	};
};
/** Formats the smallest loss that would be detected, in the same unit as the change; `–` if it was not computed. */
const readDetectable = (measure) => {
	if (measure.detectable_loss === null) return "–";
	return scaleOf(measure).change(-measure.detectable_loss);
};
const RANK = {
	lost: 0,
	unclear: 1,
	within: 2,
	gained: 3,
	kept: 3,
	down: 4,
	unmeasured: 5,
	up: 5,
	level: 5
};
/** Whether this is the target's accuracy, on which the verdict depends. */
const isTargetAccuracy = (measure, gating) => {
	const targets = gating.filter(({ dimension, role, name }) => dimension === "accuracy" && role === "target" && name === "pass@1");
	return measure === (targets.find(({ suite }) => suite === null) ?? (targets.length === 1 ? targets[0] : void 0));
};
/** Gating measures in reading order: the target's accuracy, then lost, unclear and kept measures. */
const gatingInOrder = (measures) => {
	const gating = measures.filter(({ gates }) => gates);
	const rank = (measure) => isTargetAccuracy(measure, gating) ? -1 : RANK[markOf(measure)];
	return gating.toSorted((one, other) => rank(one) - rank(other));
};

// src/result/sentences/waiver-sentences.ts
/** A complete sentence about a waiver, to show next to the loss that it accepts. */
const waivedSentence = ({ reason, by, expires }) => `Waived by ${by} until ${expires}: ${ended(reason)}`;
/** A complete sentence that explains why a waiver has no effect in this check. */
const idleSentence = (idle, versions) => {
	const { waiver } = idle;
	const subject = `The waiver of ${waiver.measure} on ${waiver.suite} (by ${waiver.by})`;
	switch (idle.cause) {
		case "other-versions": return `${subject} has no effect: it is for ${waiver.old} → ${waiver.new}, but this check compares ${versions.old} → ${versions.new}.`;
		case "expired": return `${subject} expired on ${waiver.expires} and has no effect. Renew it in reversal-waivers.yml, or remove it.`;
		case "unknown": return `${subject} has no effect: no guardrail of this check has that name. Its guardrails: ${idle.known.join(", ") || "none"}.`;
		case "target": return `${subject} has no effect: a loss of the target's accuracy cannot be waived.`;
		case "not-lost": return `${subject} has no effect: the guardrail is ${idle.state}, not lost.`;
	}
};
const ended = (text) => /[.!?]$/u.test(text) ? text : `${text}.`;

// src/result/sentences/guardrail-sentences.ts
/** Names a measure and its suite for the start of a sentence, such as `Coverage (pass@32) on gsm8k`. */
function measureName$1(measure) {
	return `${subjectOf(measure)} on ${measureRow(measure).suite}`;
}
__name(measureName$1, "measureName");
/** Names a measure and its suite within a sentence, such as `coverage (pass@32) on gsm8k`. */
function nameInSentence(measure) {
	return measureName$1(measure).replace(/^./u, (first) => first.toLowerCase());
}
/** One complete sentence about a guardrail: measure, suite, numbers, interval, state and margin. */
function measureSentence(measure) {
	const { old, new: candidate, change, interval } = measureRow(measure);
	const subject = measureName$1(measure);
	const reason = measure.reason ?? "";
	if (measure.change === null) return `${subject} was not measured: ${reason}.`;
	const moved = `${subject} ${movement(measure.change.estimate, old, candidate)}, ${withUnit(measure, change)} ${interval}`;
	const margin = marginOf(measure);
	switch (measure.state) {
		case "lost": return `${moved}: lost, margin ${margin} (adjusted p ${pValue(measure.p_loss_adjusted ?? 1)}).${measure.waiver === void 0 ? "" : ` ${waivedSentence(measure.waiver)}`}`;
		case "kept":
			if (measure.change.interval[0] > 0) return `${moved}: gained.`;
			return measure.change.interval[1] < 0 ? `${moved}: kept; it fell by less than the margin of ${margin}.` : `${moved}: kept, margin ${margin}.`;
		case "unclear": return `${moved}: unclear (margin ${margin}), because ${reason}.`;
		case null: return `${moved}.`;
	}
}
/** The reasons for the verdict: findings first, then lost, unclear and kept guardrails. */
function reasonsOf(measures, findings) {
	const gating = measures.filter(({ gates }) => gates);
	const inState = (state) => gating.filter((measure) => measure.state === state).map(measureSentence);
	return [
		...findings.map(findingSentence),
		...inState("lost"),
		...inState("unclear"),
		...inState("kept")
	];
}
const SUBJECTS = {
	accuracy: "Accuracy",
	coverage: "Coverage",
	diversity: "Diversity",
	generalization: "Generalization"
};
function subjectOf({ dimension, name, group }) {
	const of = group === null ? name : `${name}: ${group}`;
	return `${SUBJECTS[dimension]} (${of})`;
}
function movement(delta, old, candidate) {
	if (old === candidate) return `stayed at ${old}`;
	return `${delta > 0 ? "rose" : "fell"} from ${old} to ${candidate}`;
}

// src/result/sentences/verdict-names.ts
/** Each verdict's display name. */
const VERDICT_WORDS = {
	progress: "Progress",
	unchanged: "Unchanged",
	reversal: "Self-improvement reversal",
	regression: "Regression",
	inconclusive: "Inconclusive",
	invalid: "Invalid measurement",
	skipped: "Skipped"
};
/** Each verdict's kind of Markdown alert. */
const VERDICT_ALERTS = {
	progress: "TIP",
	unchanged: "NOTE",
	reversal: "CAUTION",
	regression: "CAUTION",
	inconclusive: "WARNING",
	invalid: "CAUTION",
	skipped: "NOTE"
};
/**
* The verdict's name, including whether the check passes only because of waivers and whether an earlier look determined
* the verdict.
*/
const verdictName = ({ verdict: { status, waived, exploratory } }) => {
	const name = VERDICT_WORDS[status];
	if (exploratory !== void 0) return `Exploratory; the first verdict counts: ${name}`;
	return waived === true ? `${name} (waived)` : name;
};
/** Whether the headline needs the reasons, which are then shown unfolded. */
const needsReasons = ({ status, waived, exploratory }) => [
	"invalid",
	"inconclusive",
	"skipped"
].includes(status) || waived === true || exploratory !== void 0;
/** The headline without the verdict's name, if it starts with that name: callers show the name separately. */
const headlineAfterName = (status, headline) => {
	const name = VERDICT_WORDS[status];
	const begins = headline.toLowerCase().startsWith(name.toLowerCase());
	const rest = headline.slice(name.length);
	return begins && !/^\w/u.test(rest) ? rest.replace(/^[.:,;\s—–-]+/u, "") : headline;
};

// src/result/sentences/headlines.ts
/**
* The first sentence of every result, without the verdict's name: at most 30 words, counting each version, suite or
* group name as one word. Everything else is in the reasons below it.
*/
/** Maximum number of guardrails that a headline lists by name. */
const NAMED = 2;
/** The headline for a result whose samples were compared. */
function comparedHeadline(compared) {
	const { status, findings, measures, target, versions } = compared;
	const [finding] = findings;
	if (finding !== void 0) return `The measurement cannot be trusted: ${findingClause(finding)}.`;
	const gating = measures.filter(({ gates }) => gates);
	const losses = lossesInWords(gating.filter(({ state }) => state === "lost"));
	switch (status) {
		case "reversal": return `${gainInWords(target, versions)}, but lost ${losses}.`;
		case "regression": return target === void 0 || target.state === "lost" ? `Compared with ${versions.old}, ${versions.new} lost ${losses}.` : `${versions.new} shows no gain over ${versions.old} and lost ${losses}.`;
		case "progress": return `${gainInWords(target, versions)} and kept every guardrail.`;
		case "unchanged": return target === void 0 ? `${versions.new} kept every guardrail compared with ${versions.old}.` : `${versions.new} stayed within ${marginOf(target)} of ${versions.old} on ${measureRow(target).suite} and kept every guardrail.`;
		case "inconclusive": return inconclusiveHeadline(compared, gating);
	}
}
function inconclusiveHeadline({ target, hasRisen, versions }, gating) {
	const unclear = gating.filter(({ state }) => state === "unclear").map(nameInSentence);
	const isOnlyAccuracy = gating.every(({ dimension, role }) => dimension === "accuracy" && role === "target");
	if (hasRisen && isOnlyAccuracy) return `${gainInWords(target, versions)}, but no other guardrail was checked, so this is not progress.`;
	if (hasRisen && unclear.length > 0) return `${gainInWords(target, versions)}, but it is unclear whether it kept ${namedAtMost(NAMED, unclear)}.`;
	if (hasRisen) return `${gainInWords(target, versions)}, but the gain is not shown to exceed policy.min-gain.`;
	const start = target === void 0 ? `A loss from ${versions.old} to ${versions.new} is neither shown nor ruled out` : `Neither a gain nor a loss from ${versions.old} to ${versions.new} is shown`;
	if (isOnlyAccuracy) return `${start}, and no guardrail except accuracy was checked.`;
	if (unclear.length > 0) return `${start}; ${namedAtMost(NAMED, unclear)} ${unclear.length === 1 ? "is" : "are"} unclear.`;
	return `${start}: every guardrail was kept, but a gain beyond the margin is not ruled out.`;
}
/** The headline for a result without samples. */
function unmeasuredHeadline(why) {
	switch (why.cause) {
		case "nothing-left": return "Nothing was measured: there is nothing left to compare.";
		case "version-unchanged": return `Nothing was measured: the model version did not change (${why.version}).`;
		case "nothing-before": return `Nothing was measured: there is no earlier version to compare ${why.version} with.`;
		case "first-adoption": return "Nothing was measured: the base commit has no usable configuration yet. This pull request's configuration was checked.";
		case "not-measurable": return `Nothing was measured: the version changed from ${why.versions.old} to ${why.versions.new}, but this run cannot measure the change.`;
		case "failed-known-answer": return "Nothing was measured: a grader failed its known answers.";
	}
}
/** The headline for a look at data other than those that determined the verdict. */
function exploratoryHeadline(status, { n, time }) {
	return `This pair already has a verdict, from ${counted(n, "sample")} per item (${time.slice(0, 10)}). This run's data alone would give: ${VERDICT_WORDS[status].toLowerCase()}.`;
}
/** The headline for a night whose loss could not be checked again. */
const UNTRUSTED_CONFIRMATION = "A loss was found, but the measurement on fresh samples that was meant to confirm it cannot be trusted.";
/** The headline for a night whose losses did not recur on fresh samples. `names` are the lost guardrails. */
function unconfirmedHeadline(names) {
	return `Tonight's loss of ${namedAtMost(NAMED, names)} was not confirmed on fresh samples from both versions.`;
}
function gainInWords(target, versions) {
	if (target === void 0) return `${versions.new} gained`;
	return `${versions.new} gained ${amountOf(target)} on ${measureRow(target).suite}`;
}
function lossesInWords(lost) {
	const clauses = lost.slice(0, NAMED).map((measure, place, named) => {
		const { loss, on } = lossInWords(measure);
		const next = named[place + 1];
		return next !== void 0 && lossInWords(next).on === on ? loss : `${loss} on ${on}`;
	});
	const more = lost.length - clauses.length;
	return `${clauses.join(" and ")}${more > 0 ? `, and ${counted(more, "more guardrail")}` : ""}`;
}
/** Describes how much was lost, and on which suite. */
function lossInWords(measure) {
	const { suite } = measureRow(measure);
	const amount = amountOf(measure);
	switch (measure.dimension) {
		case "diversity": return {
			loss: `${amount} ${measure.margin?.kind === "relative" ? "of" : "in"} ${measure.name} diversity`,
			on: suite
		};
		case "coverage": return {
			loss: `${amount} of coverage (${measure.name})`,
			on: suite
		};
		case "generalization": return measure.role === "ood" ? {
			loss: `${amount} of accuracy`,
			on: suite
		} : {
			loss: amount,
			on: `${suite} (hardest group)`
		};
		case "accuracy": return {
			loss: `${amount} of accuracy`,
			on: suite
		};
	}
}
/** Formats the size of a change with its unit but without its sign. */
function amountOf(measure) {
	return withUnit(measure, measureRow(measure).change).replace(/^[−+]/u, "");
}

// src/result/unmeasured.ts
/** The verdict for each cause. Only a changed version that was not measured makes the result invalid. */
const STATUS = {
	"nothing-left": "skipped",
	"version-unchanged": "skipped",
	"nothing-before": "skipped",
	"first-adoption": "skipped",
	"not-measurable": "invalid",
	"failed-known-answer": "invalid"
};
/**
* Returns the result for a check that measured nothing, because no version changed or the change could not be measured
* here.
*/
function unmeasuredResult({ why, versions, reasons, failOn, engine, config }) {
	const status = STATUS[why.cause];
	return {
		schema: 2,
		old: { version: versions.old },
		new: { version: versions.new },
		verdict: {
			status,
			headline: unmeasuredHeadline(why),
			reasons: [...reasons],
			passed: !failOn.includes(status)
		},
		warnings: [],
		measures: [],
		suites: [],
		cost: {},
		provenance: {
			engine,
			...config !== void 0 && { config_hash: config },
			sampling: {},
			graders: {}
		}
	};
}

// node_modules/picocolors/picocolors.js
var require_picocolors = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let p = process || {};
	let argv = p.argv || [];
	let env = p.env || {};
	let isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
	let formatter = (open, close, replace = open) => (input) => {
		let string = "" + input;
		let index = string.indexOf(close, open.length);
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
	};
	let replaceClose = (string, close, replace, index) => {
		let result = "";
		let cursor = 0;
		do {
			result += string.substring(cursor, index) + replace;
			cursor = index + close.length;
			index = string.indexOf(close, cursor);
		} while (~index);
		return result + string.substring(cursor);
	};
	let createColors = (enabled = isColorSupported) => {
		let f = enabled ? formatter : () => String;
		return {
			isColorSupported: enabled,
			reset: f("\x1B[0m", "\x1B[0m"),
			bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
			dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
			italic: f("\x1B[3m", "\x1B[23m"),
			underline: f("\x1B[4m", "\x1B[24m"),
			inverse: f("\x1B[7m", "\x1B[27m"),
			hidden: f("\x1B[8m", "\x1B[28m"),
			strikethrough: f("\x1B[9m", "\x1B[29m"),
			black: f("\x1B[30m", "\x1B[39m"),
			red: f("\x1B[31m", "\x1B[39m"),
			green: f("\x1B[32m", "\x1B[39m"),
			yellow: f("\x1B[33m", "\x1B[39m"),
			blue: f("\x1B[34m", "\x1B[39m"),
			magenta: f("\x1B[35m", "\x1B[39m"),
			cyan: f("\x1B[36m", "\x1B[39m"),
			white: f("\x1B[37m", "\x1B[39m"),
			gray: f("\x1B[90m", "\x1B[39m"),
			bgBlack: f("\x1B[40m", "\x1B[49m"),
			bgRed: f("\x1B[41m", "\x1B[49m"),
			bgGreen: f("\x1B[42m", "\x1B[49m"),
			bgYellow: f("\x1B[43m", "\x1B[49m"),
			bgBlue: f("\x1B[44m", "\x1B[49m"),
			bgMagenta: f("\x1B[45m", "\x1B[49m"),
			bgCyan: f("\x1B[46m", "\x1B[49m"),
			bgWhite: f("\x1B[47m", "\x1B[49m"),
			blackBright: f("\x1B[90m", "\x1B[39m"),
			redBright: f("\x1B[91m", "\x1B[39m"),
			greenBright: f("\x1B[92m", "\x1B[39m"),
			yellowBright: f("\x1B[93m", "\x1B[39m"),
			blueBright: f("\x1B[94m", "\x1B[39m"),
			magentaBright: f("\x1B[95m", "\x1B[39m"),
			cyanBright: f("\x1B[96m", "\x1B[39m"),
			whiteBright: f("\x1B[97m", "\x1B[39m"),
			bgBlackBright: f("\x1B[100m", "\x1B[49m"),
			bgRedBright: f("\x1B[101m", "\x1B[49m"),
			bgGreenBright: f("\x1B[102m", "\x1B[49m"),
			bgYellowBright: f("\x1B[103m", "\x1B[49m"),
			bgBlueBright: f("\x1B[104m", "\x1B[49m"),
			bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
			bgCyanBright: f("\x1B[106m", "\x1B[49m"),
			bgWhiteBright: f("\x1B[107m", "\x1B[49m")
		};
	};
	module.exports = createColors();
	module.exports.createColors = createColors;
}));

// node_modules/ansi-regex/index.js
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
const ST = String.raw`(?:\u001B\u005C|\u009C)`;
const stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
const osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;
const controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;
const pattern = `${String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`}|${osc}|${controlString}|${String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`}|${String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`}`;
function ansiRegex({ onlyFirst = false } = {}) {
	return new RegExp(pattern, onlyFirst ? void 0 : "g");
}

// node_modules/strip-ansi/index.js
const regex = ansiRegex();
function stripAnsi(string) {
	if (typeof string !== "string") throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
	if (!string.includes("\x1B") && !string.includes("")) return string;
	return string.replace(regex, "");
}

// node_modules/get-east-asian-width/lookup-data.js
const ambiguousMaximumCodePoint = 1114109;
const ambiguousRanges = [
	161,
	161,
	164,
	164,
	167,
	168,
	170,
	170,
	173,
	174,
	176,
	180,
	182,
	186,
	188,
	191,
	198,
	198,
	208,
	208,
	215,
	216,
	222,
	225,
	230,
	230,
	232,
	234,
	236,
	237,
	240,
	240,
	242,
	243,
	247,
	250,
	252,
	252,
	254,
	254,
	257,
	257,
	273,
	273,
	275,
	275,
	283,
	283,
	294,
	295,
	299,
	299,
	305,
	307,
	312,
	312,
	319,
	322,
	324,
	324,
	328,
	331,
	333,
	333,
	338,
	339,
	358,
	359,
	363,
	363,
	462,
	462,
	464,
	464,
	466,
	466,
	468,
	468,
	470,
	470,
	472,
	472,
	474,
	474,
	476,
	476,
	593,
	593,
	609,
	609,
	708,
	708,
	711,
	711,
	713,
	715,
	717,
	717,
	720,
	720,
	728,
	731,
	733,
	733,
	735,
	735,
	768,
	879,
	913,
	929,
	931,
	937,
	945,
	961,
	963,
	969,
	1025,
	1025,
	1040,
	1103,
	1105,
	1105,
	8208,
	8208,
	8211,
	8214,
	8216,
	8217,
	8220,
	8221,
	8224,
	8226,
	8228,
	8231,
	8240,
	8240,
	8242,
	8243,
	8245,
	8245,
	8251,
	8251,
	8254,
	8254,
	8308,
	8308,
	8319,
	8319,
	8321,
	8324,
	8364,
	8364,
	8451,
	8451,
	8453,
	8453,
	8457,
	8457,
	8467,
	8467,
	8470,
	8470,
	8481,
	8482,
	8486,
	8486,
	8491,
	8491,
	8531,
	8532,
	8539,
	8542,
	8544,
	8555,
	8560,
	8569,
	8585,
	8585,
	8592,
	8601,
	8632,
	8633,
	8658,
	8658,
	8660,
	8660,
	8679,
	8679,
	8704,
	8704,
	8706,
	8707,
	8711,
	8712,
	8715,
	8715,
	8719,
	8719,
	8721,
	8721,
	8725,
	8725,
	8730,
	8730,
	8733,
	8736,
	8739,
	8739,
	8741,
	8741,
	8743,
	8748,
	8750,
	8750,
	8756,
	8759,
	8764,
	8765,
	8776,
	8776,
	8780,
	8780,
	8786,
	8786,
	8800,
	8801,
	8804,
	8807,
	8810,
	8811,
	8814,
	8815,
	8834,
	8835,
	8838,
	8839,
	8853,
	8853,
	8857,
	8857,
	8869,
	8869,
	8895,
	8895,
	8978,
	8978,
	9312,
	9449,
	9451,
	9547,
	9552,
	9587,
	9600,
	9615,
	9618,
	9621,
	9632,
	9633,
	9635,
	9641,
	9650,
	9651,
	9654,
	9655,
	9660,
	9661,
	9664,
	9665,
	9670,
	9672,
	9675,
	9675,
	9678,
	9681,
	9698,
	9701,
	9711,
	9711,
	9733,
	9734,
	9737,
	9737,
	9742,
	9743,
	9756,
	9756,
	9758,
	9758,
	9792,
	9792,
	9794,
	9794,
	9824,
	9825,
	9827,
	9829,
	9831,
	9834,
	9836,
	9837,
	9839,
	9839,
	9886,
	9887,
	9919,
	9919,
	9926,
	9933,
	9935,
	9939,
	9941,
	9953,
	9955,
	9955,
	9960,
	9961,
	9963,
	9969,
	9972,
	9972,
	9974,
	9977,
	9979,
	9980,
	9982,
	9983,
	10045,
	10045,
	10102,
	10111,
	11094,
	11097,
	12872,
	12879,
	57344,
	63743,
	65024,
	65039,
	65533,
	65533,
	127232,
	127242,
	127248,
	127277,
	127280,
	127337,
	127344,
	127373,
	127375,
	127376,
	127387,
	127404,
	917760,
	917999,
	983040,
	1048573,
	1048576,
	1114109
];
const fullwidthMinimalCodePoint = 12288;
const fullwidthMaximumCodePoint = 65510;
const fullwidthRanges = [
	12288,
	12288,
	65281,
	65376,
	65504,
	65510
];
const wideMinimalCodePoint = 4352;
const wideMaximumCodePoint = 262141;
const wideRanges = [
	4352,
	4447,
	8986,
	8987,
	9001,
	9002,
	9193,
	9196,
	9200,
	9200,
	9203,
	9203,
	9725,
	9726,
	9748,
	9749,
	9776,
	9783,
	9800,
	9811,
	9855,
	9855,
	9866,
	9871,
	9875,
	9875,
	9889,
	9889,
	9898,
	9899,
	9917,
	9918,
	9924,
	9925,
	9934,
	9934,
	9940,
	9940,
	9962,
	9962,
	9970,
	9971,
	9973,
	9973,
	9978,
	9978,
	9981,
	9981,
	9989,
	9989,
	9994,
	9995,
	10024,
	10024,
	10060,
	10060,
	10062,
	10062,
	10067,
	10069,
	10071,
	10071,
	10133,
	10135,
	10160,
	10160,
	10175,
	10175,
	11035,
	11036,
	11088,
	11088,
	11093,
	11093,
	11904,
	11929,
	11931,
	12019,
	12032,
	12245,
	12272,
	12287,
	12289,
	12350,
	12353,
	12438,
	12441,
	12543,
	12549,
	12591,
	12593,
	12686,
	12688,
	12773,
	12783,
	12830,
	12832,
	12871,
	12880,
	42124,
	42128,
	42182,
	43360,
	43388,
	44032,
	55203,
	63744,
	64255,
	65040,
	65049,
	65072,
	65106,
	65108,
	65126,
	65128,
	65131,
	94176,
	94180,
	94192,
	94198,
	94208,
	101594,
	101631,
	101664,
	101760,
	101874,
	101888,
	102801,
	102816,
	102866,
	110576,
	110579,
	110581,
	110587,
	110589,
	110590,
	110592,
	110888,
	110898,
	110898,
	110928,
	110930,
	110933,
	110933,
	110948,
	110952,
	110960,
	111355,
	119552,
	119638,
	119648,
	119670,
	126980,
	126980,
	127183,
	127183,
	127374,
	127374,
	127377,
	127386,
	127406,
	127406,
	127488,
	127490,
	127504,
	127547,
	127552,
	127560,
	127568,
	127569,
	127584,
	127589,
	127744,
	127776,
	127789,
	127797,
	127799,
	127868,
	127870,
	127891,
	127904,
	127946,
	127951,
	127955,
	127968,
	127984,
	127988,
	127988,
	127992,
	128062,
	128064,
	128064,
	128066,
	128252,
	128255,
	128317,
	128331,
	128334,
	128336,
	128359,
	128378,
	128378,
	128405,
	128406,
	128420,
	128420,
	128507,
	128591,
	128640,
	128709,
	128716,
	128716,
	128720,
	128722,
	128725,
	128729,
	128732,
	128735,
	128747,
	128748,
	128756,
	128764,
	128986,
	128986,
	128992,
	129003,
	129008,
	129008,
	129292,
	129338,
	129340,
	129349,
	129351,
	129535,
	129648,
	129660,
	129664,
	129734,
	129736,
	129736,
	129740,
	129757,
	129759,
	129771,
	129775,
	129786,
	131072,
	196605,
	196608,
	262141
];

// node_modules/get-east-asian-width/utilities.js
/**
Binary search on a sorted flat array of [start, end] pairs.

@param {number[]} ranges - Flat array of inclusive [start, end] range pairs, e.g. [0, 5, 10, 20].
@param {number} codePoint - The value to search for.
@returns {boolean} Whether the value falls within any of the ranges.
*/
const isInRange = (ranges, codePoint) => {
	let low = 0;
	let high = Math.floor(ranges.length / 2) - 1;
	while (low <= high) {
		const mid = Math.floor((low + high) / 2);
		const i = mid * 2;
		if (codePoint < ranges[i]) high = mid - 1;
		else if (codePoint > ranges[i + 1]) low = mid + 1;
		else return true;
	}
	return false;
};

// node_modules/get-east-asian-width/lookup.js
const commonCjkCodePoint = 19968;
const [wideFastPathStart, wideFastPathEnd] = /* #__PURE__ */ findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
	let fastPathStart = ranges[0];
	let fastPathEnd = ranges[1];
	for (let index = 0; index < ranges.length; index += 2) {
		const start = ranges[index];
		const end = ranges[index + 1];
		if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) return [start, end];
		if (end - start > fastPathEnd - fastPathStart) {
			fastPathStart = start;
			fastPathEnd = end;
		}
	}
	return [fastPathStart, fastPathEnd];
}
const isAmbiguous = (codePoint) => {
	if (codePoint < 161 || codePoint > 1114109) return false;
	return isInRange(ambiguousRanges, codePoint);
};
const isFullwidth = (codePoint) => {
	if (codePoint < 12288 || codePoint > 65510) return false;
	return isInRange(fullwidthRanges, codePoint);
};
const isWide = (codePoint) => {
	if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) return true;
	if (codePoint < 4352 || codePoint > 262141) return false;
	return isInRange(wideRanges, codePoint);
};

// node_modules/get-east-asian-width/index.js
function validate(codePoint) {
	if (!Number.isSafeInteger(codePoint)) throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
	validate(codePoint);
	if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) return 2;
	return 1;
}

// node_modules/string-width/index.js
/**
Logic:
- Segment graphemes to match how terminals render clusters.
- Width rules:
1. Skip non-printing clusters (Default_Ignorable, Control, Format except spacing prepended concatenation marks like ARABIC NUMBER SIGN, pure nonspacing/enclosing Mark). Tabs are ignored by design. Lone surrogates are measured as U+FFFD, which is how they are written out.
2. Clusters starting with an RGI emoji (\p{RGI_Emoji}), regional indicators, or a digit/#/* with VS16 are double-width, even with trailing extenders (e.g., a dangling ZWJ, an extra variation selector, or a spacing mark). Only a stray emoji modifier adds its own swatch width.
A wide BMP emoji followed by VS15 (text presentation) is one column; anything after the VS15 is ignored.
3. Minimally-qualified emoji ZWJ sequences (2+ Extended_Pictographic) are double-width, except that a stray emoji modifier after the sequence adds its own swatch width. An unqualified keycap (no VS16) is text, so it uses the width of its base.
4. A cluster starting with Hangul (jamo or a precomposed syllable) is one syllable block with the width of its first code point (plus stray emoji modifiers), as in iTerm, Ghostty, and kitty.
5. Otherwise sum the East Asian Width of every visible code point in the cluster: the base plus trailing spacing marks (including Thai/Lao AM), stray emoji modifiers, Indic conjunct consonants, and halfwidth dakuten/handakuten. Nothing after a ZWJ is counted.
6. Spacing prepended concatenation marks (e.g., ARABIC NUMBER SIGN before digits) are one column each, unless the following glyph is wide (East Asian Wide or emoji, but not in VS15 text style), which takes them into its own cell.
*/
const segmenter = new Intl.Segmenter();
const nonAsciiOrControlRegex = /[^\u{20}-\u{7E}]/v;
const prependedConcatenationMarks = String.raw`\u{600}-\u{605}\u{6DD}\u{890}\u{891}\u{8E2}\u{110BD}\u{110CD}`;
const prependedConcatenationMarksRegex = new RegExp(`^[${prependedConcatenationMarks}]+`, "v");
const visibleCharacterRegex = new RegExp(String.raw`[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Enclosing_Mark}\p{Nonspacing_Mark}[\p{Format}--[${prependedConcatenationMarks}]]]`, "v");
const emojiPrefixRegex = /^(?:\p{RGI_Emoji}|\p{Regional_Indicator}{1,2}|[\d#*]\u{FE0F})/v;
const textPresentationEmojiRegex = /^[\p{Emoji_Presentation}--[\u{10000}-\u{10FFFF}]]\u{FE0E}/v;
function strayEmojiModifierCount(string, fromIndex) {
	if (fromIndex >= string.length) return 0;
	const modifierRegex = /(?<![\p{Emoji_Modifier_Base}\u{200D}])\p{Emoji_Modifier}/gv;
	modifierRegex.lastIndex = fromIndex;
	let count = 0;
	while (modifierRegex.test(string)) count++;
	return count;
}
const emojiZwjSequenceRegex = /\u{200D}\p{Extended_Pictographic}/v;
function baseVisible(segment) {
	const index = segment.search(visibleCharacterRegex);
	return index === -1 ? void 0 : segment.slice(index);
}
function isHangul(codePoint) {
	return codePoint >= 4352 && codePoint <= 4607 || codePoint >= 43360 && codePoint <= 43388 || codePoint >= 44032 && codePoint <= 55203 || codePoint >= 55216 && codePoint <= 55238 || codePoint >= 55243 && codePoint <= 55291;
}
function visibleCodePointsWidth(visibleSegment, eastAsianWidthOptions) {
	let width = 0;
	for (const character of visibleSegment) {
		if (character === "‍") break;
		if (visibleCharacterRegex.test(character)) width += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
	}
	return width;
}
function clusterWidth(segment, eastAsianWidthOptions) {
	const firstCodePoint = segment.codePointAt(0);
	const marks = firstCodePoint === 69821 || firstCodePoint === 69837 || firstCodePoint >= 1536 && firstCodePoint <= 2303 ? prependedConcatenationMarksRegex.exec(segment) : void 0;
	if (marks) {
		const rest = segment.slice(marks[0].length);
		const restWidth = clusterWidth(rest, eastAsianWidthOptions);
		const visibleRest = baseVisible(rest);
		return restWidth >= 2 && (eastAsianWidth(visibleRest.codePointAt(0), eastAsianWidthOptions) === 2 || emojiPrefixRegex.test(visibleRest) || emojiZwjSequenceRegex.test(visibleRest)) ? restWidth : [...marks[0]].length + restWidth;
	}
	const visibleSegment = baseVisible(segment);
	if (visibleSegment === void 0) return 0;
	if (isHangul(firstCodePoint)) return eastAsianWidth(firstCodePoint, eastAsianWidthOptions) + strayEmojiModifierCount(segment, 1) * 2;
	if (textPresentationEmojiRegex.test(visibleSegment)) return 1;
	const emoji = emojiPrefixRegex.exec(visibleSegment);
	if (emoji) return 2 + strayEmojiModifierCount(visibleSegment, emoji[0].length) * 2;
	const zwjSequence = emojiZwjSequenceRegex.exec(visibleSegment);
	return zwjSequence ? 2 + strayEmojiModifierCount(visibleSegment, zwjSequence.index + zwjSequence[0].length) * 2 : visibleCodePointsWidth(visibleSegment, eastAsianWidthOptions);
}
function unicodeWidth(string, ambiguousIsNarrow) {
	let width = 0;
	const firstNonAsciiIndex = string.search(nonAsciiOrControlRegex);
	if (firstNonAsciiIndex > 1) {
		width = firstNonAsciiIndex - 1;
		string = string.slice(width);
	}
	let suffixStart = string.length;
	while (suffixStart > 0) {
		const codePoint = string.codePointAt(suffixStart - 1);
		if (codePoint < 32 || codePoint > 126) break;
		suffixStart--;
	}
	if (suffixStart + 1 < string.length) {
		width += string.length - suffixStart - 1;
		string = string.slice(0, suffixStart + 1);
	}
	if (!/[^\u{20}-\u{7E}\u{4E00}-\u{9FFF}\u{AC00}-\u{D7A3}]/v.test(string)) return width + string.length + string.replaceAll(/[\u{20}-\u{7E}]/gv, "").length;
	string = string.toWellFormed();
	string = string.replaceAll(/(?<=[\u{16D63}-\u{16D6A}])[\u{16D63}-\u{16D6A}]+/gv, "");
	const eastAsianWidthOptions = { ambiguousAsWide: !ambiguousIsNarrow };
	for (const { segment } of segmenter.segment(string)) {
		if (segment.length === 1) {
			if (visibleCharacterRegex.test(segment)) width += eastAsianWidth(segment.codePointAt(0), eastAsianWidthOptions);
			continue;
		}
		width += clusterWidth(segment, eastAsianWidthOptions);
	}
	return width;
}
function stringWidth(input, options = {}) {
	if (typeof input !== "string" || input.length === 0) return 0;
	const { ambiguousIsNarrow = true, countAnsiEscapeCodes = false } = options;
	let string = input;
	if (!countAnsiEscapeCodes && (string.includes("\x1B") || string.includes(""))) string = stripAnsi(string);
	return nonAsciiOrControlRegex.test(string) ? unicodeWidth(string, ambiguousIsNarrow) : string.length;
}

// src/report/columns.ts
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/**
* Fits text into exactly `width` terminal columns: pads it, or shortens it with an ellipsis (…). Wide characters count
* as two columns.
*/
const fit = (text, width, align = "l") => {
	const shown = stringWidth(text) <= width ? text : shortened(text, width);
	const padding = " ".repeat(Math.max(0, width - stringWidth(shown)));
	return align === "l" ? shown + padding : padding + shown;
};
/** Shortens text with an ellipsis. Also drops the first grapheme if it is wider than the available space. */
const shortened = (text, width) => {
	const [start] = head(text, width - 1);
	return stringWidth(start) < width ? `${start}…` : "…";
};
/** Splits text after as many graphemes as fit in `width` columns, but at least one. */
const head = (text, width) => {
	let taken = "";
	for (const { segment } of graphemes.segment(text)) {
		if (taken !== "" && stringWidth(taken + segment) > width) break;
		taken += segment;
	}
	return [taken, text.slice(taken.length)];
};
/** Breaks one line of text at spaces into lines of at most `width` columns. Longer words are broken. */
const wrap = (text, width) => {
	const lines = [];
	let line = "";
	for (let word of text.split(" ")) {
		if (line !== "" && stringWidth(`${line} ${word}`) <= width) {
			line += ` ${word}`;
			continue;
		}
		if (line !== "") lines.push(line);
		while (stringWidth(word) > width) {
			const [start, rest] = head(word, width);
			lines.push(start);
			word = rest;
		}
		line = word;
	}
	return line === "" ? lines : [...lines, line];
};

// src/result/sentences/cost-sentence.ts
/**
* Sentences, without a full stop, about the cost of sampling, the models' speed, and the cost of judge models. Empty if
* nothing was requested or reused.
*/
const costSentence = (cost) => [
	...sampled(cost),
	...speed(cost),
	...judged(cost)
];
const sampled = ({ sampling }) => sampling === void 0 || sampling.requests === 0 && sampling.reused === 0 ? [] : [`${counted(sampling.requests, "request")}, ${tokens(sampling.prompt_tokens)} prompt and ${tokens(sampling.completion_tokens)} completion tokens${inDollars(sampling)}; ${counted(sampling.reused, "completion")} from the store${sampledWhen(sampling.by_side)}`];
const judged = ({ judge }) => judge === void 0 ? [] : [`judge: ${counted(judge.requests, "request")}, ${tokens(judge.prompt_tokens)} prompt and ${tokens(judge.completion_tokens)} completion tokens${inDollars(judge)}; ${counted(judge.reused, "grade")} from the store`];
const inDollars = ({ cost_usd: usd$1 }) => usd$1 === void 0 ? "" : ` (${usd(usd$1)})`;
/** Each side's completion tokens per second, and its retries if there are any. Omits a side without new samples. */
const speed = ({ sampling }) => {
	const sides = ["old", "new"].flatMap((side) => {
		const { completion_tokens: tokens = 0, seconds = 0, retries = 0 } = sampling?.by_side?.[side] ?? {};
		const facts = [...tokens > 0 && seconds > 0 ? [`${plain(tokens / seconds)} completion tokens per second`] : [], ...retries > 0 ? [counted(retries, "retry", "retries")] : []];
		return facts.length === 0 ? [] : [`${side}: ${facts.join(", ")}`];
	});
	return sides.length === 0 ? [] : [sides.join("; ")];
};
/** Lists, in parentheses, how many samples each side reused and the dates on which they were sampled. */
const sampledWhen = (bySide) => {
	const sides = ["old", "new"].flatMap((side) => {
		const { reused = 0, oldest_reused: oldest, newest_reused: newest } = bySide?.[side] ?? {};
		if (oldest === void 0 || newest === void 0) return [];
		const [first, last] = [dayOf(oldest), dayOf(newest)];
		return [`${side}: ${count(reused)}, sampled ${first === last ? `on ${first}` : `${first} to ${last}`}`];
	});
	return sides.length === 0 ? "" : ` (${sides.join("; ")})`;
};
/** The date part of an ISO 8601 time. */
const dayOf = (time) => time.slice(0, 10);

// src/report/version-names.ts
/** Maximum number of characters in a table's column heading on a phone. */
const HEAD_LIMIT = 12;
/**
* Returns the two sides' names. Falls back to `old` and `new` if the versions are long, or if they are equal or look equal after
* neutralizing.
*/
const sidesOf = (result) => {
	const [older, newer] = [oneLine(result.old.version), oneLine(result.new.version)];
	const byVersion = older !== newer && Math.max(older.length, newer.length) <= HEAD_LIMIT;
	const side = (version, word) => byVersion ? {
		markdown: markdownCode(version),
		html: htmlCode(version)
	} : {
		markdown: word,
		html: word
	};
	return {
		byVersion,
		old: side(older, "old"),
		new: side(newer, "new")
	};
};

// src/report/terminal.ts
const ASCII_MARKS = {
	gained: "+",
	kept: "=",
	within: "~",
	lost: "!",
	unclear: "?",
	up: "+",
	down: "-",
	level: ".",
	unmeasured: "."
};
const ASCII = {
	"−": "-",
	"–": "-",
	"…": "...",
	"→": "->",
	"±": "+/-",
	"·": "*"
};
/** Maximum number of non-gating measures to show. If there are more, they appear only in the report. */
const MOST_OTHERS = 6;
const STRIP_WIDTH = 19;
const STRIP_FROM = 104;
const LABEL_AT_LEAST = 12;
const verdictPaint = (colours, { verdict }) => ({
	CAUTION: colours.red,
	WARNING: colours.yellow,
	TIP: colours.green,
	NOTE: (text) => text
})[VERDICT_ALERTS[verdict.status]];
const markPaint = (colours, mark) => {
	if (mark === "lost") return colours.red;
	if (mark === "unclear" || mark === "within") return colours.yellow;
	if (mark === "gained" || mark === "kept") return colours.green;
	return colours.dim;
};
const longLabel = ({ dimension, name, plain, suite }) => terminalText(`${dimension} ${plain ? "" : `${name} `}${oneLine(suite)}`);
const shortLabel = ({ name, suite }) => terminalText(`${oneLine(name)} ${suite}`);
const widest = (texts) => texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0);
const stripOf = ({ change, margin, gates }, unicode) => {
	const loss = margin?.accepted_loss ?? null;
	if (!gates || change === null || loss === null) return "";
	const { estimate: delta, interval } = change;
	return intervalStrip({
		delta,
		interval,
		margin: loss
	}, STRIP_WIDTH, unicode ? UNICODE_STRIP : ASCII_STRIP);
};
/** Measures as aligned rows, with a heading above those that do not gate. */
const measureLines = (gating, others, [older, newer], { columns, unicode, colours }) => {
	const measures = [...gating, ...others];
	if (measures.length === 0) return [];
	const readings = measures.map(measureRow);
	const strips = columns >= STRIP_FROM ? measures.map((measure) => stripOf(measure, unicode)) : [];
	const change = widest(readings.map(({ change }) => change));
	const widths = {
		old: widest([older, ...readings.map((reading) => reading.old)]),
		new: widest([newer, ...readings.map((reading) => reading.new)]),
		change: Math.max(change + 1 + widest(readings.map(({ interval }) => interval)), 20),
		strip: strips.some((strip) => strip !== "") ? 21 : 0,
		state: widest(readings.map(({ shortState }) => shortState))
	};
	const room = columns - (4 + widths.old + 2 + widths.new + 2 + widths.change + widths.strip + 2 + widths.state);
	const long = readings.map(longLabel);
	const labels = widest(long) <= room ? long : readings.map(shortLabel);
	const label = Math.min(widest(labels), Math.max(LABEL_AT_LEAST, room));
	const line = (mark, cells) => [
		`${mark} ${fit(cells[0], label)}`,
		fit(cells[1], widths.old, "r"),
		fit(cells[2], widths.new, "r"),
		fit(cells[3], widths.change),
		...widths.strip === 0 ? [] : [fit(cells[4], STRIP_WIDTH)],
		cells[5]
	].join("  ");
	const rows = readings.map((reading, at) => {
		const { mark, reason } = reading;
		const paint = markPaint(colours, mark);
		return [line(paint(unicode ? GLYPHS[mark] : ASCII_MARKS[mark]), [
			labels[at] ?? "",
			reading.old,
			reading.new,
			`${fit(reading.change, change, "r")} ${reading.interval}`,
			strips[at] ?? "",
			paint(reading.shortState)
		]).trimEnd(), ...(reason === null ? [] : wrap(terminalText(reason, 800), columns - 4)).map((text) => colours.dim(`    ${text}`))];
	});
	return [
		colours.dim(line(" ", [
			"",
			older,
			newer,
			"change, 95% interval",
			"-margin  0",
			""
		]).trimEnd()),
		...rows.slice(0, gating.length).flat(),
		...others.length === 0 ? [] : [colours.dim("  not guardrails:")],
		...rows.slice(gating.length).flat()
	];
};
const curveLines = (suites, [older, newer], { unicode, columns }) => suites.flatMap(({ name, curve, crossover }) => {
	const [first, last] = [curve.at(0), curve.at(-1)];
	if (first === void 0 || last === void 0) return [];
	const sorted = curve.flatMap((point) => [point.old, point.new]).toSorted((one, other) => one - other);
	const range = [sorted.at(0) ?? 0, sorted.at(-1) ?? 1];
	const side = (label, of) => {
		const values = curve.map((point) => point[of]);
		return `  ${label}  ${unicode ? `${sparkline(values, range)} ` : ""}${percent(first[of])} → ${percent(last[of])}`;
	};
	const width = Math.max(stringWidth(older), stringWidth(newer));
	const crossing = crossover === null ? "no crossover shown" : `the candidate falls below the baseline from k = ${crossover}`;
	return [
		...wrap(`pass@k of ${terminalText(name)}, k = ${first.k} to ${last.k}: ${crossing}`, columns),
		side(fit(older, width), "old"),
		side(fit(newer, width), "new")
	];
});
const listLines = (sentences, lead, { columns }) => sentences.flatMap((sentence) => wrap(terminalText(sentence, 800), columns - stringWidth(lead)).map((line, at) => (at === 0 ? lead : " ".repeat(stringWidth(lead))) + line));
const paragraphs = (...parts) => parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n");
const inAscii = (text) => text.replace(/[−–…→±·]/gu, (sign) => ASCII[sign] ?? sign);
/**
* A result for a terminal or a log: the verdict and the reason for it, the measures (gating ones first), the reasons,
* the pass@k curves, the warnings and the cost. No text from the result can move the cursor, set a color or be
* mistaken for a workflow command. Ends with a newline.
*/
const renderTerminal = (result, { colour, columns, unicode }) => {
	const colours = import_picocolors.default.createColors(colour);
	const page = {
		columns: Math.max(60, columns),
		unicode,
		colours
	};
	const { verdict, measures, suites, warnings, cost } = result;
	const heads = sidesOf(result).byVersion ? [terminalText(result.old.version), terminalText(result.new.version)] : ["old", "new"];
	const paint = verdictPaint(colours, result);
	const others = measures.filter(({ gates }) => !gates);
	const text = paragraphs([
		`${colours.bold(paint(`${verdictName(result)}.`))} The check ${verdict.passed ? "passes" : "fails"}.`,
		...listLines([headlineAfterName(verdict.status, verdict.headline)], "", page),
		...heads[0] === "old" ? listLines([`old: ${oneLine(result.old.version)}, new: ${oneLine(result.new.version)}`], "", page) : []
	], measureLines(gatingInOrder(measures), others.length > MOST_OTHERS ? [] : others, heads, page), others.length > MOST_OTHERS ? [colours.dim(`The report contains ${count(others.length)} more measures that are not guardrails.`)] : [], listLines(verdict.reasons, "- ", page), curveLines(suites, heads, page), listLines(warnings, "Warning: ", page), listLines(costSentence(cost).map((sentence) => `${sentence}.`), "", page)).replaceAll("\xA0", " ");
	return `${unicode ? text : inAscii(text)}\n`;
};

// src/run/stages/exit-code.ts
/**
* Returns 0 if the check passes, 1 if the verdict fails the check, and 3 if the check fails because the measurement
* cannot be trusted.
*/
function exitCodeOf({ verdict: { status, passed } }) {
	if (passed) return 0;
	return status === "invalid" ? 3 : 1;
}

// node_modules/markdown-table/index.js
/**
* @typedef {Options} MarkdownTableOptions
*   Configuration.
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [alignDelimiters=true]
*   Whether to align the delimiters (default: `true`);
*   they are aligned by default:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   Pass `false` to make them staggered:
*
*   ```markdown
*   | Alpha | B |
*   | - | - |
*   | C | Delta |
*   ```
* @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
*   How to align columns (default: `''`);
*   one style for all columns or styles for their respective columns;
*   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
*   other values are treated as `''`, which doesn’t place the colon in the
*   alignment row but does align left;
*   *only the lowercased first character is used, so `Right` is fine.*
* @property {boolean | null | undefined} [delimiterEnd=true]
*   Whether to end each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are ending delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no ending delimiters:
*
*   ```markdown
*   | Alpha | B
*   | ----- | -----
*   | C     | Delta
*   ```
* @property {boolean | null | undefined} [fillRows=true]
*   Whether to fill rows with empty cells up to the most cells in a row
*   (default: `true`).
*
*   When `true`, all rows have as many cells as the longest row:
*
*   ```markdown
*   | Alpha | B    |   |
*   | ----- | ---- | - |
*   | C     |      |   |
*   | D     | Echo | F |
*   ```
*
*   When `false`, rows keep their cells,
*   and the delimiter row has as many cells as the header row:
*
*   ```markdown
*   | Alpha | B    |
*   | ----- | ---- |
*   | C     |
*   | D     | Echo | F |
*   ```
* @property {boolean | null | undefined} [delimiterStart=true]
*   Whether to begin each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are starting delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no starting delimiters:
*
*   ```markdown
*   Alpha | B     |
*   ----- | ----- |
*   C     | Delta |
*   ```
* @property {boolean | null | undefined} [padding=true]
*   Whether to add a space of padding between delimiters and cells
*   (default: `true`).
*
*   When `true`, there is padding:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there is no padding:
*
*   ```markdown
*   |Alpha|B    |
*   |-----|-----|
*   |C    |Delta|
*   ```
* @property {((value: string) => number) | null | undefined} [stringLength]
*   Function to detect the length of table cell content (optional);
*   this is used when aligning the delimiters (`|`) between table cells;
*   full-width characters and emoji mess up delimiter alignment when viewing
*   the markdown source;
*   to fix this, you can pass this function,
*   which receives the cell content and returns its “visible” size;
*   note that what is and isn’t visible depends on where the text is displayed.
*
*   Without such a function, the following:
*
*   ```js
*   markdownTable([
*     ['Alpha', 'Bravo'],
*     ['中文', 'Charlie'],
*     ['👩‍❤️‍👩', 'Delta']
*   ])
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo |
*   | - | - |
*   | 中文 | Charlie |
*   | 👩‍❤️‍👩 | Delta |
*   ```
*
*   With [`string-width`](https://github.com/sindresorhus/string-width):
*
*   ```js
*   import stringWidth from 'string-width'
*
*   markdownTable(
*     [
*       ['Alpha', 'Bravo'],
*       ['中文', 'Charlie'],
*       ['👩‍❤️‍👩', 'Delta']
*     ],
*     {stringLength: stringWidth}
*   )
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo   |
*   | ----- | ------- |
*   | 中文  | Charlie |
*   | 👩‍❤️‍👩    | Delta   |
*   ```
*/
/**
* Get the length of a cell.
*
* @param {string} value
*   Cell value.
* @returns {number}
*   Cell size.
*/
function defaultStringLength(value) {
	return value.length;
}
/**
* Generate a markdown
* ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
* table.
*
* @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
*   Table data (matrix of strings).
* @param {Readonly<Options> | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Result.
*/
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	/** @type {Array<number>} Character codes as symbols for alignment per column. */
	const alignments = [];
	/** @type {Array<Array<string>>} Cells per row. */
	const cellMatrix = [];
	/** @type {Array<Array<number>>} Sizes of each cell per row. */
	const sizeMatrix = [];
	/** @type {Array<number>} */
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		/** @type {Array<string>} */
		const row = [];
		/** @type {Array<number>} */
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	/** @type {Array<string>} */
	const row = [];
	/** @type {Array<number>} */
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	/** @type {Array<string>} */
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
		columnIndex = -1;
		/** @type {Array<string>} */
		const line = [];
		while (++columnIndex < cellsInRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					const half = size / 2;
					if (size % 2) {
						before = " ".repeat(half + .5);
						after = " ".repeat(half - .5);
					} else {
						before = " ".repeat(half);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
/**
* Serialize a cell value.
*
* @param {string | null | undefined} [value]
*   Value to serialize.
* @returns {string}
*   Result.
*/
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
/**
* Get the alignment character code from a value.
*
* @param {string | null | undefined} value
*   Value.
* @returns {number}
*   Alignment.
*/
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// src/report/fold.ts
/** A fold as Markdown. The blank lines switch from HTML back to Markdown for the body. */
const renderFold = ({ summary, body }) => `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
/**
* Formats neutralized cells as a Markdown table. The source is not padded, because comments have a size limit. `align`
* has one letter per column.
*/
const table = (head, rows, align) => markdownTable([head, ...rows].map((row) => Array.from(row)), {
	align: [...align],
	alignDelimiters: false
});
/** Joins blocks of Markdown with blank lines; drops empty blocks. */
const blocks = (...parts) => parts.filter((part) => part !== "").join("\n\n");
/** Formats neutralized sentences as a Markdown list. */
const list = (entries) => entries.map((entry) => `- ${entry}`).join("\n");

// src/report/measure-table.ts
const label = ({ dimension, name, plain, suite }) => `**${dimension}** ${plain ? "" : `${markdownText(name)} `}${markdownText(suite)}`;
/** Maximum length, in graphemes, of a reason that fits into a table on a phone. */
const CLAUSE_LIMIT = 60;
/** The state in words. The reason is added if there is no change to show or if `reasons` is `whole`. */
const stateWords = ({ state, change, reason }, reasons) => {
	if (reason === null || reasons === "brief" && change !== "–") return state;
	return reasons === "whole" ? `${state}: ${markdownText(reason, 800)}` : `${state}: ${markdownText(reason.split("; ", 1).join(""), CLAUSE_LIMIT)}`;
};
const levels = ({ old, new: newer }) => old === "–" && newer === "–" ? "–" : `${old} → ${newer}`;
const changeAndState = (reading, reasons) => {
	const { change, interval } = reading;
	const words = stateWords(reading, reasons);
	if (change === "–") return words;
	return interval === "" ? `${change} ${words}` : `**${change}** ${interval} ${words}`;
};
/**
* Measures as a table of three columns, which fits on a phone: name and state icon; both sides' values; the change with
* its interval and state in words. `reasons` determines how much of each reason is shown.
*/
const measureTable = (measures, sides, reasons) => table([
	"",
	`${sides.old.markdown} → ${sides.new.markdown}`,
	"change, 95% interval"
], measures.map(measureRow).map((reading) => [
	`${GLYPHS[reading.mark]}\u00A0${label(reading)}`,
	levels(reading),
	changeAndState(reading, reasons)
]), [
	"l",
	"r",
	"l"
]);
/**
* The evidence behind each measure: sample size, certainty, and the smallest loss that the check could have detected.
*/
const evidenceTable = (measures) => table([
	"",
	"p for no loss",
	"adjusted",
	"detectable",
	"items",
	"effective clusters"
], measures.map((measure) => [
	label(measureRow(measure)),
	measure.p_loss === null ? "–" : pValue(measure.p_loss),
	measure.p_loss_adjusted === null ? "–" : pValue(measure.p_loss_adjusted),
	readDetectable(measure),
	`${count(measure.items)} (${percent(measure.eligible_share)})`,
	count(measure.effective_clusters)
]), [
	"l",
	"r",
	"r",
	"r",
	"r",
	"r"
]);

// src/result/key-order.ts
/** A copy of a JSON value with object keys in code unit order, so that equal values print equally. */
const inKeyOrder = (value) => {
	if (Array.isArray(value)) return value.map(inKeyOrder);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => one < other ? -1 : 1).map(([key, entry]) => [key, inKeyOrder(entry)]));
};

// src/report/method-fold.ts
const servedAs = ({ version, model }) => model === void 0 ? markdownCode(version) : `${markdownCode(version)}, served as ${markdownCode(model)}`;
const byKey = ([one], [other]) => one < other ? -1 : 1;
const settings = (record) => Object.entries(record).toSorted(byKey).map(([key, value]) => markdownCode(`${key}: ${JSON.stringify(inKeyOrder(value))}`)).join(", ");
const suitesTable = ({ suites }) => suites.length === 0 ? "" : table([
	"suite",
	"role",
	"grader",
	"items",
	"dropped",
	"samples per item",
	"K"
], suites.map((suite) => [
	markdownText(suite.name),
	suite.role,
	markdownText(suite.grader),
	count(suite.items),
	count(suite.dropped_items),
	count(suite.samples_per_item),
	count(suite.k)
]), [
	"l",
	"l",
	"l",
	"r",
	"r",
	"r",
	"r"
]);
const NO_COST = {
	requests: 0,
	prompt_tokens: 0,
	reused: 0
};
const STATES = `Both checkpoints were sampled on the same items with the same settings. Changes are paired by item, and their 95% intervals account for clusters of items. **lost**: a loss at or beyond the margin is shown, after adjusting for the number of guardrails. **kept**: a loss beyond the margin is ruled out. **unclear**: a loss is neither shown nor ruled out. Changes are in percentage points or, if marked with %, in percent of the baseline's value. \`docs/glossary.md\` in reversal-check's repository explains every term.`;
/** The model that embedded the solutions, and the embedding cost; empty if there are no embeddings. */
const embeddingsLine = ({ cost, provenance }) => {
	const { embeddings } = provenance;
	if (embeddings === void 0) return [];
	const { requests, prompt_tokens: tokens$1, reused } = cost.embeddings ?? NO_COST;
	return [`Embeddings: ${markdownCode(embeddings.model)}, at most ${counted(embeddings.max_characters, "character")} per text; ${counted(requests, "request")}, ${tokens(tokens$1)} tokens; ${counted(reused, "embedding")} from the store`];
};
/** The engine, plus the configuration and lock if they were read. */
const engineLine = ({ provenance: { engine, config_hash: config, lock_hash: lock } }) => {
	const read = config === void 0 ? [] : [`configuration ${markdownCode(config)}`, lock === void 0 ? "no lock" : `lock ${markdownCode(lock)}`];
	return [`reversal-check ${markdownCode(engine)}`, ...read].join(", ");
};
/** A fold that describes how the result was measured, its cost and the command that reproduces it. */
const methodFold = (result) => {
	const { cost, provenance } = result;
	const sampling = settings(provenance.sampling);
	const graders = settings(provenance.graders);
	return {
		summary: result.suites.length === 0 ? "Versions" : "Method, cost and how to reproduce this",
		body: blocks(result.measures.length === 0 ? "" : STATES, list([
			`Old: ${servedAs(result.old)}`,
			`New: ${servedAs(result.new)}`,
			...sampling === "" ? [] : [`Sampling: ${sampling}`],
			...graders === "" ? [] : [`Graders: ${graders}`],
			...costSentence(cost).map((sentence) => `Cost: ${sentence}`),
			...embeddingsLine(result),
			...provenance.serving === void 0 ? [] : [`Served by: ${markdownText(provenance.serving, 800)}`],
			engineLine(result)
		]), suitesTable(result), provenance.reproduce === void 0 ? "" : markdownFence(provenance.reproduce, "sh"))
	};
};

// src/report/problems-fold.ts
/** Maximum number of problems named in each direction; the others are in the result file. */
const NAME_LIMIT = 12;
const NONE = "–";
const frozenCells = (against) => against === null ? [NONE, NONE] : [ways(against.real), `${ways(against.frozen)} ${interval(against.frozen_range, count)}`];
const countsTable = ({ samples_per_item: n }, { moved, frozen, only_old: onlyOld, only_new: onlyNew }, sides) => {
	const rows = [
		...moved === null ? [] : [
			[
				"learned",
				moved.learned.length,
				frozen?.learned ?? null
			],
			[
				`of these, solved at least once by ${sides.old.markdown}`,
				moved.learned_solved_before,
				frozen?.learned_solved_before ?? null
			],
			[
				"corrupted",
				moved.corrupted.length,
				frozen?.corrupted ?? null
			]
		],
		[
			`solved only by ${sides.new.markdown}`,
			onlyNew,
			frozen?.only_new ?? null
		],
		[
			`solved only by ${sides.old.markdown}`,
			onlyOld,
			frozen?.only_old ?? null
		]
	];
	const half = frozen === null ? "" : `${count(frozen.samples)} of them`;
	return table([
		"",
		counted(n, "sample"),
		...frozen === null ? [] : [half, `frozen, ${half}`]
	], rows.map(([label, counted, against]) => [
		label,
		count(counted),
		...frozen === null ? [] : frozenCells(against)
	]), [
		"l",
		"r",
		"r",
		"r"
	]);
};
const names = (word, ids) => {
	if (ids.length === 0) return [];
	const left = ids.length - NAME_LIMIT;
	const more = left > 0 ? ` and ${count(left)} more in \`result.json\`` : "";
	return [`${word}: ${ids.slice(0, NAME_LIMIT).map((id) => markdownCode(id)).join(", ")}${more}`];
};
const remarks = ({ moved, reason, both, neither, p_mcnemar: p }, sides) => list([
	...moved === null ? [] : [
		...names("Learned", moved.learned),
		...moved.learned.length === 0 ? [] : [`${sides.old.markdown} had solved ${count(moved.learned_solved_before)} of the learned problems at least once, which suggests better selection rather than new ability`],
		...names("Corrupted", moved.corrupted)
	],
	...reason === null ? [] : [markdownText(reason)],
	`Solved by both: ${count(both)}; by neither: ${count(neither)}`,
	...p === null ? [] : [`Solved by one side only: exact McNemar test, p ${pValue(p)}`]
]);
const explanation = (ledgers) => [
	...ledgers.some(({ moved }) => moved !== null) ? ["Learned problems are solved significantly more often, and corrupted problems significantly less often (Fisher’s exact test; at most 5% of the problems in each list are expected to be there by mistake). If many problems each gain only a little, none of them is listed."] : [],
	"A problem is solved if at least half of its samples are correct.",
	...ledgers.some(({ frozen }) => frozen !== null) ? ["The frozen column compares one random half of the baseline’s samples with the other half, as if nothing had changed; it shows the mean and the 95% range."] : ["An unchanged model also gains and loses problems for which about half of its samples are correct."]
].join(" ");
const summary = (ledgers, sides) => {
	const sum = (value) => ledgers.reduce((total, ledger) => total + value(ledger), 0);
	if (ledgers.every(({ moved }) => moved === null)) return `${counted(sum((ledger) => ledger.only_new), "problem")} solved only by ${sides.new.html}, ${count(sum((ledger) => ledger.only_old))} only by ${sides.old.html}`;
	const frozen = ledgers.every(({ moved, frozen: counts }) => moved === null || counts !== null && counts.learned !== null) ? ` (a frozen model: ${count(sum((ledger) => (ledger.frozen?.learned?.frozen ?? 0) + (ledger.frozen?.corrupted?.frozen ?? 0)))})` : "";
	return `${counted(sum(({ moved }) => moved?.learned.length ?? 0), "problem")} learned, ${count(sum(({ moved }) => moved?.corrupted.length ?? 0))} corrupted${frozen}`;
};
/** The problems that moved, next to the counts for an unchanged model; undefined if all suites are open. */
const problemsFold = (suites, sides) => {
	const shown = suites.flatMap((suite) => suite.ledger === null ? [] : [{
		suite,
		ledger: suite.ledger
	}]);
	if (shown.length === 0) return void 0;
	const ledgers = shown.map(({ ledger }) => ledger);
	return {
		summary: summary(ledgers, sides),
		body: blocks(...shown.map(({ suite, ledger }) => blocks(`**${markdownText(suite.name)}**`, countsTable(suite, ledger, sides), remarks(ledger, sides))), explanation(ledgers))
	};
};

// src/report/suite-folds.ts
/** Maximum number of groups to list per suite; the others are in the result file. */
const GROUP_LIMIT = 60;
const BAR_WIDTH = 12;
const byName = (one, other) => one < other ? -1 : one > other ? 1 : 0;
const changeCell = ({ estimate, interval: interval$1 }) => `**${points(estimate)}** ${interval(interval$1, points)}`;
const title = ({ name }) => `**${markdownText(name)}**`;
const crossing = ({ crossover, curve }, newer, older) => crossover === null ? `no crossover shown up to k = ${count(curve.at(-1)?.k ?? 0)}` : `${newer} falls below ${older} from k = ${count(crossover)}`;
const curveChart = ({ curve }) => markdownFence([`${"k".padStart(5)}  ${"old".padEnd(BAR_WIDTH)}  new`, ...curve.map(({ k, old, new: newer }) => `${String(k).padStart(5)}  ${bar(old, BAR_WIDTH)}  ${bar(newer, BAR_WIDTH)}`.trimEnd())].join("\n"), "text");
const curveRow = ({ k, old, new: newer, change }) => [
	count(k),
	percent(old),
	percent(newer),
	changeCell(change)
];
const forecastTable = ({ forecast, samples_per_item: n }, sides) => forecast.length === 0 ? "" : blocks(`Forecast for more than ${counted(n, "sample")} (does not affect the verdict):`, table([
	"k",
	sides.old.markdown,
	sides.new.markdown,
	"change, 95% interval"
], forecast.map(curveRow), [
	"r",
	"r",
	"r",
	"l"
]));
/** pass@k as a function of k, for the suites that have this curve; undefined if no suite does. */
const curveFold = (suites, sides) => {
	const shown = suites.filter(({ curve }) => curve.length > 0);
	const [first] = shown.toSorted((one, other) => (one.crossover ?? Infinity) - (other.crossover ?? Infinity));
	if (first === void 0) return void 0;
	return {
		summary: `pass@k${shown.length > 1 && first.crossover !== null ? ` of ${htmlCode(first.name)}` : ""}: ${crossing(first, sides.new.html, sides.old.html)}`,
		body: blocks(...shown.map((suite) => blocks(`${title(suite)}: ${crossing(suite, sides.new.markdown, sides.old.markdown)}.`, curveChart(suite), table([
			"k",
			sides.old.markdown,
			sides.new.markdown,
			"change, 95% interval"
		], suite.curve.map(curveRow), [
			"r",
			"r",
			"r",
			"l"
		]), forecastTable(suite, sides))))
	};
};
const disparitySentence = ({ group_disparity: disparity }, sides) => disparity === null ? "" : `The disparity, (best − worst)/best over groups equivalent to at least 30 independent items, is ${percent(disparity.old)} for ${sides.old.markdown} and ${percent(disparity.new)} for ${sides.new.markdown}.`;
/** Accuracy by group, largest loss first; undefined if no suite has groups. */
const groupsFold = (suites, sides) => {
	const shown = suites.filter(({ groups }) => groups.length > 0);
	if (shown.length === 0) return void 0;
	return {
		summary: "By group",
		body: blocks(...shown.map((suite) => {
			const ordered = suite.groups.toSorted((one, other) => one.change.estimate - other.change.estimate || byName(one.name, other.name));
			const left = ordered.length - GROUP_LIMIT;
			return blocks(title(suite), table([
				"group",
				sides.old.markdown,
				sides.new.markdown,
				"change, 95% interval",
				"items"
			], ordered.slice(0, GROUP_LIMIT).map((group) => [
				markdownText(group.name),
				percent(group.old),
				percent(group.new),
				changeCell(group.change),
				count(group.items)
			]), [
				"l",
				"r",
				"r",
				"l",
				"r"
			]), left > 0 ? `${counted(left, "more group")} in \`result.json\`.` : "", disparitySentence(suite, sides));
		}))
	};
};
const OUTCOMES = [
	"correct",
	"incorrect",
	"unparseable",
	"truncated",
	"failed"
];
const shares = (counts) => {
	const total = counts.reduce((sum, value) => sum + value, 0);
	return counts.map((value) => total === 0 ? "–" : `${count(value)} (${percent(value / total)})`);
};
/** The outcomes of a suite's samples. On open suites, the outcome `correct` only means that the text is complete. */
const outcomesTable = ({ role, outcomes }, sides) => {
	const isOpen = role === "open";
	const names = OUTCOMES.filter((name) => !isOpen || name !== "incorrect" && name !== "unparseable");
	const [older, newer] = [outcomes.old, outcomes.new].map((side) => shares(names.map((name) => side[name])));
	return table([
		"outcome",
		sides.old.markdown,
		sides.new.markdown
	], names.map((name, at) => [
		isOpen && name === "correct" ? "not graded" : name,
		older?.[at] ?? "",
		newer?.[at] ?? ""
	]), [
		"l",
		"r",
		"r"
	]);
};
const extractionTable = ({ extraction }, sides) => {
	const rules = [.../* @__PURE__ */ new Set([...Object.keys(extraction.old), ...Object.keys(extraction.new)])].sort(byName);
	if (rules.length === 0) return "";
	const [older, newer] = [extraction.old, extraction.new].map((side) => shares(rules.map((rule) => Object.hasOwn(side, rule) ? side[rule] ?? 0 : 0)));
	return table([
		"answer found by",
		sides.old.markdown,
		sides.new.markdown
	], rules.map((rule, at) => [
		markdownText(rule),
		older?.[at] ?? "",
		newer?.[at] ?? ""
	]), [
		"l",
		"r",
		"r"
	]);
};
const distanceSentence = ({ extraction_distance: distance }) => distance === void 0 ? "" : `The rules that found the answers differ by ${percent(distance)} between the checkpoints (total variation). This alone does not mean that either checkpoint is correct more often.`;
const reasoningSentence = ({ reasoning, samples }, sides) => {
	if (reasoning === void 0) return "";
	const of = (side) => {
		const { tokens, ended_inside: ended } = reasoning[side];
		const mean = tokens === null || samples[side] === 0 ? "unknown" : count(tokens / samples[side]);
		return `${sides[side].markdown} ${mean} (${counted(ended, "sample")} ended during reasoning)`;
	};
	return `Reasoning tokens per sample: ${of("old")}, ${of("new")}.`;
};
/** Outcomes of the samples, and the rules that found their answers; undefined if there are no suites. */
const outcomesFold = (suites, sides) => suites.length === 0 ? void 0 : {
	summary: "Outcomes of the samples and how their answers were found",
	body: blocks(...suites.map((suite) => blocks(title(suite), outcomesTable(suite, sides), extractionTable(suite, sides), distanceSentence(suite), reasoningSentence(suite, sides))))
};

// src/report/markdown.ts
const FULL = {
	rows: 8,
	reasons: 8,
	folds: "all"
};
const sentence = (text) => markdownText(text, 800);
/** The alert at the top of the report: the verdict, the reason for it and its effect on the check. */
const renderAlert = (result) => {
	const { status, headline, passed } = result.verdict;
	return [
		`> [!${VERDICT_ALERTS[status]}]`,
		`> **${verdictName(result)}.** ${sentence(headlineAfterName(status, headline))}`,
		">",
		`> The check **${passed ? "passes" : "fails"}**.`
	].join("\n");
};
const identities = ({ old, new: newer }, sides) => sides.byVersion ? "" : `old: ${markdownCode(old.version)}, new: ${markdownCode(newer.version)}`;
const foldedReasons = (reasons, shown) => {
	const left = reasons.slice(shown);
	if (left.length === 0) return void 0;
	const noun = shown === 0 ? "reason" : "more reason";
	return {
		summary: shown === 0 ? "Why" : counted(left.length, noun),
		body: list(left.map(sentence))
	};
};
/** A table that shows how much more the target gained than each ood suite. */
const gapTable = ({ suites }) => {
	const rows = suites.flatMap(({ name, generalization_gap: gap }) => gap === null ? [] : [[markdownText(name), `**${points(gap.estimate)}** ${interval(gap.interval, points)}`]]);
	return rows.length === 0 ? "" : table(["gap: gain on the target minus gain on this suite", "points, 95% interval"], rows, ["l", "l"]);
};
const moreMeasures = (result, shown, sides) => {
	const rest = [...gatingInOrder(result.measures).filter((measure) => !shown.includes(measure)), ...result.measures.filter(({ gates }) => !gates)];
	if (rest.length === 0) return void 0;
	const free = rest.every(({ gates }) => !gates);
	return {
		summary: `${counted(rest.length, "more measure")}${free ? " that are not guardrails" : ""}`,
		body: blocks(measureTable(rest, sides, "whole"), gapTable(result))
	};
};
const evidence = ({ measures }) => {
	const gating = measures.filter(({ gates }) => gates);
	return gating.length === 0 ? void 0 : {
		summary: "Items, p values and detectable losses",
		body: evidenceTable(gating)
	};
};
const warnings = ({ warnings }) => warnings.length === 0 ? void 0 : {
	summary: counted(warnings.length, "warning"),
	body: list(warnings.map(sentence))
};
/**
* A report in GitHub's Markdown at the given level of detail. The output depends only on the result and the detail, and all
* text in the result is neutralized. It has no final newline.
*/
const renderDetail = (result, detail) => {
	const sides = sidesOf(result);
	const { reasons } = result.verdict;
	const visible = gatingInOrder(result.measures).slice(0, detail.rows);
	const unfolded = needsReasons(result.verdict) ? reasons.slice(0, detail.reasons) : [];
	const curve = curveFold(result.suites, sides);
	const problems = problemsFold(result.suites, sides);
	const explained = foldedReasons(reasons, unfolded.length);
	const ending = [warnings(result), methodFold(result)];
	const folds = {
		all: [
			explained,
			moreMeasures(result, visible, sides),
			curve,
			problems,
			groupsFold(result.suites, sides),
			outcomesFold(result.suites, sides),
			evidence(result),
			...ending
		],
		why: [
			explained,
			curve,
			problems,
			...ending
		],
		none: []
	}[detail.folds];
	return blocks(renderAlert(result), list(unfolded.map(sentence)), visible.length === 0 ? "" : blocks(identities(result, sides), measureTable(visible, sides, "brief")), ...folds.flatMap((fold) => fold === void 0 ? [] : [renderFold(fold)]));
};
/**
* The complete report in Markdown, as written to `report.md`. The verdict comes first, then a table of at most 8 gating
* measures; everything else is folded. Rendering a result again gives the same bytes.
*/
const renderMarkdown = (result) => `${renderDetail(result, FULL)}\n`;

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
* The report as a comment of at most `maxCharacters` UTF-16 code units (the platform's own count is never higher). The
* report is complete if it fits. Otherwise, folds and rows are omitted first, then everything except the verdict and
* the table; the verdict's name always remains. A shortened comment contains a note that it was shortened and a link to
* `reportUrl`, which comes from the caller and never from the result. `maxCharacters` is at least 500.
*/
const renderComment = (result, { maxCharacters, reportUrl }) => {
	const whole = renderDetail(result, FULL);
	if (whole.length < maxCharacters) return `${whole}\n`;
	const note = `Shortened to fit a comment. ${reportUrl === void 0 ? "The full report is in the job summary and in `report.md`." : `[Full report](${reportUrl})`}`;
	const { status, passed } = result.verdict;
	const least = `> [!${VERDICT_ALERTS[status]}]\n> **${VERDICT_WORDS[status]}.** The check **${passed ? "passes" : "fails"}**.`;
	return `${[...SHORTER.map((detail) => renderDetail(result, detail)), least].map((text) => blocks(text, note)).find((text) => text.length < maxCharacters) ?? least}\n`;
};

// src/verdict/measure-id.ts
/** The suite name used for pooled suites. */
const POOLED = "all targets";
/** A measure's name within its suite, such as `coverage/pass@32`. */
const measureName = ({ dimension, name }) => `${dimension}/${name}`;
/** The suite part of a measure's id; `all targets` if suites are pooled. */
const suiteName = ({ suite }) => suite ?? POOLED;
/** A measure's unique name in a result, such as `gsm8k/coverage/pass@32`. */
const measureId = (measure) => `${suiteName(measure)}/${measureName(measure)}`;
/**
* A guardrail's stable name, derived from a measure's id so that it stays the same from run to run:
* `gsm8k/coverage/pass` for `gsm8k/coverage/pass@32`. Coverage uses a lower k if samples failed (method.md, section
* "Coverage"), but the guardrail is still the same.
*/
const guardrailOf = (id) => id.replace(/(\/coverage\/pass)@\d+$/u, "$1");

// src/result/lost-guardrails.ts
/** The stable names of the guardrails that are lost in a result, in the result's order. */
function lostIn({ measures }) {
	return measures.filter(({ state }) => state === "lost").map(({ id }) => guardrailOf(id));
}
/** The lost guardrails whose loss is not waived. */
function lostUnwaivedIn({ measures }) {
	return lostIn({ measures: measures.filter(({ waiver }) => waiver === void 0) });
}

// src/github/publish/report-to-publish.ts
/** A result's report; `reportUrl` is the address of the full report. */
function reportToPublish(result, reportUrl) {
	const { verdict } = result;
	return {
		whole: renderMarkdown(result),
		atMost: (maxCharacters) => renderComment(result, {
			maxCharacters,
			...reportUrl === void 0 ? {} : { reportUrl }
		}),
		outcome: `${verdict.status}-${digestOf(lostIn(result).toSorted())}`,
		passed: verdict.passed
	};
}
function digestOf(names) {
	return createHash("sha256").update(JSON.stringify(names)).digest("hex").slice(0, 16);
}

export { measureRow as A, exploratoryHeadline as C, nameInSentence as D, headlineAfterName as E, faultClause as F, faultRemedy as I, joined as L, findingSentence as M, incomparableSentence as N, reasonsOf as O, TRUNCATED_REMEDY as P, comparedHeadline as S, VERDICT_WORDS as T, wrap as _, measureId as a, unmeasuredResult as b, renderDetail as c, blocks as d, list as f, fit as g, renderTerminal as h, guardrailOf as i, readValue as j, idleSentence as k, renderMarkdown as l, exitCodeOf as m, lostIn as n, measureName as o, table as p, lostUnwaivedIn as r, suiteName as s, reportToPublish as t, inKeyOrder as u, stringWidth as v, unconfirmedHeadline as w, UNTRUSTED_CONFIRMATION as x, require_picocolors as y };