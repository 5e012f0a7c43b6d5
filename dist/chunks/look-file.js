import { r as __name } from "./rolldown-runtime.js";
import { a as SamplingError, i as ReversalCheckError, t as ConfigError } from "./errors.js";
import { R as NEVER, _ as string, a as array, l as int, m as object, o as boolean, p as number, r as _enum, y as union$1 } from "./schemas.js";
import { d as readLock, o as existingLockPath, p as readConfig, s as lockHash } from "./read-suite.js";
import { A as graderVersion, E as asksForChoice, c as counted, j as judgeOf, m as plain, s as count, v as tokens } from "./margins.js";
import { o as decodeUtf8, r as byteLines } from "./json-lines.js";
import { i as contentHash, n as streamRegularFile } from "./regular-file.js";
import { C as exploratoryHeadline, F as faultClause, I as faultRemedy, M as findingSentence, N as incomparableSentence, O as reasonsOf, P as TRUNCATED_REMEDY, S as comparedHeadline, a as measureId, b as unmeasuredResult, i as guardrailOf, k as idleSentence, o as measureName, s as suiteName } from "./report-to-publish.js";
import { n as checkArguments, r as checkCommand, s as pinnedCommand } from "./commands.js";
import { C as ENGINE_VERSION, i as shardNumbers, r as shardName } from "./shard.js";
import { t as systemTiming } from "./timing.js";
import { t as writeWhole } from "./write-whole.js";
import { r as uniformFloat64, t as xoroshiro128plus } from "./xoroshiro128plus.js";
import { C as itemsNeeded, D as clusteredMean, E as pOfNoLoss, O as effectiveClusters, S as detectableLoss, T as intervalOf, _ as standingOf, b as LARGEST_MOVE_OF_PROBABILITY, d as outlookOf, j as exclusionsOf, o as checkFeasible, t as RequestFailure, w as ALPHA, x as couldBeKept, y as guardrailOn } from "./request-failure.js";
import { a as NoGrade, o as reasoningReader, r as FailedKnownAnswer } from "./registry.js";
import { A as NONE_REUSED, C as costOfBoth, D as sampleAll, F as measuredProbabilities, I as isOneCheckpoint, N as greedyAccuracy, O as NOTHING_SPENT, P as measuredAmounts, R as addressFrom, T as greedyNotes, d as readKeyedLines, f as isSound, m as pairIdentities, n as readSuite, r as suiteInStore, t as completionOf, u as openKeyedLines, x as exclusionSentence, z as checkBaseUrl } from "./suite-in-store.js";
import { r as outlookWarnings } from "./plan.js";
import { t as parseJson } from "./parse-json.js";
import { C as samplingShare, D as openGraders, E as judgesOf, S as payingFor, T as isJudged, c as mostOf, d as refuseWholeFailure, f as gaveUpAdvice, h as readShard, l as openThrottle, m as SHARD_STORE, o as ServedByTally, p as SHARD_FILE, s as runBounded, u as openServerSession, v as prepare, w as withJudging, x as judgingShare } from "./open-servers.js";
import { a as malformed, i as jsonOf, n as foreignResponse, s as pathOf, t as openConnection, u as shownAddress } from "./connection.js";
import { createHash } from "node:crypto";
import { basename, dirname, join, relative } from "node:path";
import { appendFile, mkdir, readdir } from "node:fs/promises";

// src/grading/pairing.ts
function compareCodeUnits(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
/**
* Compares the text first, then everything else that could affect the outcome, so that the first element of a sorted list
* does not depend on the input order.
*/
function compareGenerations(a, b) {
	return a.index - b.index || compareCodeUnits(a.text, b.text) || compareCodeUnits(a.finish_reason ?? "", b.finish_reason ?? "") || compareCodeUnits(a.error ?? "", b.error ?? "") || compareCodeUnits(a.outcome ?? "", b.outcome ?? "") || compareCodeUnits(a.answer ?? "", b.answer ?? "");
}
/**
* Groups one side's completions for a suite by item id, and orders each group by sample index. Leaves out completions for
* other suites and for excluded items, which may also be in the files. If a sample has several completions, the one with
* the smallest text (in code unit order) is kept, and a problem is reported for each of the others, even if all are
* equal.
*/
function pairWithItems(suite, side, generations) {
	const problems = [];
	const excluded = new Set(suite.excluded?.items.map(({ id }) => id));
	const received = new Map(suite.items.map((item) => [item.id, []]));
	for (const generation of generations) {
		if (generation.suite !== suite.name || excluded.has(generation.id)) continue;
		const ofItem = received.get(generation.id);
		if (ofItem === void 0) problems.push({
			kind: "unknown-item",
			side,
			id: generation.id,
			index: generation.index
		});
		else ofItem.push(generation);
	}
	const byItem = /* @__PURE__ */ new Map();
	for (const [id, ofItem] of received) {
		const kept = [];
		for (const generation of ofItem.sort(compareGenerations)) if (kept.at(-1)?.index === generation.index) problems.push({
			kind: "duplicate",
			side,
			id,
			index: generation.index
		});
		else kept.push(generation);
		byItem.set(id, kept);
	}
	problems.sort((a, b) => compareCodeUnits(a.kind, b.kind) || compareCodeUnits(a.id, b.id) || a.index - b.index);
	return {
		byItem,
		problems
	};
}

// src/grading/grade-suite.ts
function messageOf(cause) {
	return cause instanceof Error ? cause.message : String(cause);
}
/**
* Returns the sample if no grader is needed because the sample failed or was truncated. `text` is compared between
* samples; `visible` is the text after the reasoning.
*/
function ungraded(generation, text, visible) {
	const { index, error, finish_reason: finishReason } = generation;
	if (typeof error === "string") return {
		index,
		outcome: "failed",
		text: "",
		reason: error || "no reason given"
	};
	if (finishReason === "content_filter") return {
		index,
		outcome: "failed",
		text: "",
		reason: "stopped by a content filter"
	};
	if (finishReason !== "length") return void 0;
	return {
		index,
		outcome: "truncated",
		text,
		...visible.trim() === "" && { endedInReasoning: true },
		...reasoningTokensOf(generation)
	};
}
function reasoningTokensOf({ usage }) {
	const tokens = usage?.reasoning_tokens;
	return tokens === void 0 ? {} : { reasoningTokens: tokens };
}
const BLANK = {
	empty: "the completion is empty",
	"only-reasoning": "the completion has no text after its reasoning",
	"reasoning-apart": "the server returned reasoning but no text"
};
function blankOf({ text, reasoning_only: isApart }, visible) {
	if (visible.trim() !== "") return void 0;
	if (text.trim() !== "") return "only-reasoning";
	return isApart === true ? "reasoning-apart" : "empty";
}
function gradeSample(generation, item, refusal, withoutReasoning, { grader, reasoning }) {
	const { index } = generation;
	const visible = withoutReasoning(generation.text, item.messages.at(-1)?.content);
	const text = reasoning === "strip" ? visible : generation.text;
	const asIs = ungraded(generation, text, visible);
	if (asIs !== void 0) return asIs;
	if (grader === void 0) return {
		index,
		outcome: "correct",
		text,
		...reasoningTokensOf(generation)
	};
	const failed = (reason) => ({
		index,
		outcome: "failed",
		text: "",
		reason
	});
	if (refusal !== void 0) return failed(`the grader ${grader.name} cannot grade this item: ${refusal}`);
	const isGiven = (generation.outcome ?? void 0) !== void 0;
	const graded = ({ outcome, answer, rule, lenient, key, reason }) => {
		const blank = isGiven || outcome === "correct" ? void 0 : blankOf(generation, visible);
		const why = reason ?? (blank && BLANK[blank]);
		return {
			index,
			outcome,
			text,
			...reasoningTokensOf(generation),
			...answer !== void 0 && { answer },
			...rule !== void 0 && { rule },
			...lenient !== void 0 && { lenient },
			...key !== void 0 && { key },
			...blank !== void 0 && { blank },
			...why !== void 0 && { reason: why }
		};
	};
	const notGraded = (cause) => {
		if (cause instanceof ReversalCheckError) throw cause;
		if (cause instanceof NoGrade) return failed(`the grader ${grader.name} returned no grade: ${cause.message}`);
		return failed(`the grader ${grader.name} crashed: ${messageOf(cause)}`);
	};
	try {
		const grade = grader.grade(visible, item, {
			outcome: generation.outcome ?? void 0,
			answer: generation.answer ?? void 0
		});
		return grade instanceof Promise ? grade.then(graded, notGraded) : graded(grade);
	} catch (cause) {
		return cause instanceof ReversalCheckError ? Promise.reject(cause) : notGraded(cause);
	}
}
/**
* Grades both sides' completions for a suite (method.md, section "What is compared"). The order of the completions
* makes no difference.
*
* - `error`, a content filter or a grader that throws: `failed`, with the reason.
* - stopped by the token limit: `truncated`, even if an answer could be read.
* - no grader (open suites): every other sample is `correct`, which means only that the sample counts.
*
* The answer is always read from the text after the reasoning; `reasoning` determines whether the reasoning is part of
* the text that is compared between samples. The grader is called for all samples without waiting for earlier results.
*
* @throws ReversalCheckError thrown by the grader; Error if a suite with right answers has no grader, which is a bug in
* the caller
*/
async function gradeSuite(options) {
	const { suite, grader, generations } = options;
	if (grader === void 0 && suite.role !== "open") throw new Error(`suite ${suite.name} has role ${suite.role} and no grader`);
	const sides = {
		old: pairWithItems(suite, "old", generations.old),
		new: pairWithItems(suite, "new", generations.new)
	};
	const withoutReasoning = reasoningReader(options.reasoningTags);
	const gradeSide = (side, item, refusal) => inHand((sides[side].byItem.get(item.id) ?? []).map((generation) => gradeSample(generation, item, refusal, withoutReasoning, options)));
	const gradeItem = async (item) => {
		const refusal = grader?.checkItem(item);
		const both = inHand([gradeSide("old", item, refusal), gradeSide("new", item, refusal)]);
		const [ofOld = [], ofNew = []] = both instanceof Promise ? await both : both;
		const { id, group, cluster } = item;
		const chance = grader?.chanceOf?.(item);
		const graded = {
			id,
			group,
			cluster,
			...chance !== void 0 && { chance },
			old: ofOld,
			new: ofNew
		};
		options.onItem?.(graded);
		return graded;
	};
	return {
		items: await Promise.all(suite.items.map(gradeItem)),
		problems: [...sides.old.problems, ...sides.new.problems]
	};
}
/**
* Returns the values synchronously if none of them is pending, because a promise for each value would cost more than
* grading.
*/
function inHand(values) {
	return values.every((value) => !(value instanceof Promise)) ? values : Promise.all(values);
}

// src/measures/dropped-items.ts
/**
* Recomputes the measures as if the value of every dropped item had moved as far as possible: all up (`+1`) or all down
* (`-1`). The two directions bound the effect that the dropped items could have had (method.md, section "Validity").
*/
function withDroppedItems(measures, direction) {
	const { dropped } = measures.suite;
	const extend = (measure) => extended(measure, dropped, direction);
	const extendIfAny = (measure) => measure && extend(measure);
	return {
		...measures,
		accuracy: extendIfAny(measures.accuracy),
		coverage: extendIfAny(measures.coverage),
		syntactic: extendIfAny(measures.syntactic),
		logical: extend(measures.logical),
		semantic: extendIfAny(measures.semantic),
		reach: extend(measures.reach),
		hardestGroup: extendIfAny(measures.hardestGroup)
	};
}
function extended(measure, dropped, direction) {
	const { measurement, group } = measure;
	if (measurement.kind !== "measured") return measure;
	const value = measurement.largestValue;
	const added = dropped.filter((item) => group === void 0 || item.group === group).map(({ id, cluster }) => ({
		id,
		cluster,
		old: direction === 1 ? 0 : value,
		new: direction === 1 ? value : 0
	}));
	return {
		...measure,
		measurement: {
			...measurement,
			items: [...measurement.items, ...added]
		}
	};
}

// src/measures/accuracy/accuracy.ts
/** One side's pass@1 on an item: the share of its samples that are correct. */
function shareCorrect({ samples, correct }) {
	return correct / samples.length;
}
/** Accuracy: pass@1 = c/n on every item (method.md, section "Accuracy"). */
function accuracy(items) {
	return measuredProbabilities(items.map((item) => pairBy(item, shareCorrect)));
}
/** Applies one measure to both sides of an item. */
function pairBy(item, value) {
	return {
		id: item.id,
		cluster: item.cluster,
		old: value(item.old),
		new: value(item.new)
	};
}

// src/measures/accuracy/pass-at-k.ts
/**
* An unbiased estimate of the probability that at least one of k samples is correct, based on n samples of which c are
* correct: 1 − C(n−c, k)/C(n, k), computed as a product. Undefined if n < k, because the probability cannot be estimated
* from fewer than k samples. Chen et al. (2107.03374).
*
* 0 ≤ c ≤ n, k ≥ 1; O(min(c, k)).
*/
function passAtK(n, c, k) {
	if (n < k) return void 0;
	return 1 - shareWithout(n, c, k);
}
/**
* C(n−c, k)/C(n, k): the chance that k of n elements, drawn without replacement, include none of the c marked elements.
* k ≤ n.
*/
function shareWithout(n, c, k) {
	if (n - c < k) return 0;
	let share = 1;
	if (c <= k) for (let marked = 0; marked < c; marked += 1) share *= (n - k - marked) / (n - marked);
	else for (let drawn = 0; drawn < k; drawn += 1) share *= (n - c - drawn) / (n - drawn);
	return share;
}

// src/measures/accuracy/coverage.ts
/** The threshold τ of cover@τ. */
const SOLVED_SHARE = .5;
/** pass@k for every item. Each item has n ≥ K ≥ k samples. */
function passAt(items, k) {
	return measuredProbabilities(items.map((item) => pairBy(item, ({ samples, correct }) => {
		const value = passAtK(samples.length, correct, k);
		if (value === void 0) throw new RangeError(`cannot compute pass@${k} from ${samples.length} samples`);
		return value;
	})));
}
/** cover@0.5: whether at least half of an item's samples are correct. Dragoi et al. (2510.08325). */
function coverAtHalf(items) {
	return measuredProbabilities(items.map((item) => pairBy(item, (side) => Number(shareCorrect(side) >= SOLVED_SHARE))));
}
/** The values of k on the curve: 1, 2, 4, … up to K. */
function curvePoints({ k }) {
	return Array.from({ length: Math.log2(k) + 1 }, (_, power) => 2 ** power);
}

// src/measures/accuracy/hardest-group.ts
/** Smallest n at which the hardest group can be chosen using some samples and compared using others. */
const SAMPLES_FOR_HARDEST_GROUP = 4;
/** Groups the items by group name. Items without a group are left out. */
function byGroup(items) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		if (item.group === void 0) continue;
		const members = groups.get(item.group);
		if (members === void 0) groups.set(item.group, [item]);
		else members.push(item);
	}
	return new Map([...groups].sort(([a], [b]) => a < b ? -1 : 1));
}
/**
* Accuracy on the suite's hardest group. A configured group is compared on all its samples. Otherwise, the baseline's
* even-indexed samples determine the group with the lowest accuracy, and both sides' odd-indexed samples are compared.
* A group that was chosen and compared on the same samples would regress to the mean. Only groups with a C_eff of at
* least 30 clusters are considered; ties are broken by name. Undefined if the items have no groups.
*/
function hardestGroup(suite) {
	const groups = byGroup(suite.items);
	const configured = suite.hardestGroup;
	if (configured !== void 0) return {
		group: configured,
		measurement: accuracyOnGroup(suite, configured)
	};
	if (groups.size === 0) return void 0;
	if (suite.samplesPerItem < 4) return {
		group: void 0,
		measurement: {
			kind: "unmeasurable",
			reason: `choosing and comparing the hardest group needs at least ${4} samples per item`
		}
	};
	const worst = [...groups].filter(([, items]) => effectiveClusters(items) >= 30).flatMap(([name, items]) => {
		const value = meanOfShares(items.map(({ old }) => half(old, 0)));
		return value === void 0 ? [] : [{
			name,
			value
		}];
	}).reduce((best, group) => best === void 0 || group.value < best.value ? group : best, void 0);
	if (worst === void 0) return {
		group: void 0,
		measurement: {
			kind: "not-applicable",
			reason: `no group is equivalent to at least ${30} independent items`
		}
	};
	return {
		group: worst.name,
		measurement: accuracyOnGroup(suite, worst.name)
	};
}
/**
* Accuracy on a group, measured as for the hardest group: on all samples if the group is configured, otherwise on the
* odd-indexed samples.
*/
function accuracyOnGroup(suite, group) {
	const items = byGroup(suite.items).get(group) ?? [];
	return accuracy(suite.hardestGroup === void 0 ? oddHalves(items) : items);
}
function oddHalves(items) {
	return items.map((item) => ({
		...item,
		old: half(item.old, 1),
		new: half(item.new, 1)
	})).filter((item) => item.old.samples.length > 0 && item.new.samples.length > 0);
}
function half({ samples }, parity) {
	const chosen = samples.filter(({ index }) => index % 2 === parity);
	return {
		samples: chosen,
		correct: chosen.filter(({ outcome }) => outcome === "correct").length
	};
}
/** The mean pass@1 of the items that have samples; undefined if there are none. */
function meanOfShares(items) {
	const shares = items.filter(({ samples }) => samples.length > 0).map(shareCorrect);
	if (shares.length === 0) return void 0;
	return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

// src/measures/samples.ts
/** Minimum share of the planned samples that an item must have on each side. */
const LEAST_SHARE = .9;
/** Whether each item of a suite is a choice among given answers. */
function isChoice({ grader, choice = grader === "choice" }) {
	return choice;
}
/** The largest power of two ≤ n; 1 for n < 1. */
function largestPowerOfTwo(n) {
	return n < 2 ? 1 : 2 ** Math.floor(Math.log2(n));
}
/**
* Keeps the items on which each side has at least max(K, 0.9·n) graded samples. K is the largest power of two ≤ n, or ≤
* 0.9·n if any sample of the suite failed (method.md, section "Coverage"). 0.9·n is rounded down, because otherwise a
* single failed sample would drop an item at n < 10.
*/
function eligibleSuite(suite) {
	const { samplesPerItem, items, leastShare = LEAST_SHARE, ...rest } = suite;
	const k = largestPowerOfTwo(items.some((item) => [...item.old, ...item.new].some(({ outcome }) => outcome === "failed")) ? leastShare * samplesPerItem : samplesPerItem);
	const needed = Math.max(k, Math.floor(leastShare * samplesPerItem));
	const eligible = [];
	const dropped = [];
	for (const item of [...items].sort((a, b) => a.id < b.id ? -1 : 1)) {
		const old = withoutFailed(item.old);
		const candidate = withoutFailed(item.new);
		if (old.samples.length >= needed && candidate.samples.length >= needed) {
			const { id, group, cluster, chance } = item;
			eligible.push({
				id,
				group,
				cluster,
				chance,
				old,
				new: candidate
			});
		} else dropped.push(item);
	}
	return {
		...rest,
		samplesPerItem,
		leastShare,
		items: eligible,
		dropped,
		k
	};
}
function withoutFailed(samples) {
	const graded = samples.filter(({ outcome }) => outcome !== "failed");
	return {
		samples: graded,
		correct: graded.filter(({ outcome }) => outcome === "correct").length
	};
}

// src/measures/lenient-measures.ts
/**
* Recomputes measures with the lenient grade: pass@1 and pass@K (cover@0.5 on choice suites) of the same items, and
* pass@1 of the group that is hardest according to the strict grade. Undefined if no sample has a separate lenient
* grade, because then both grades are equal.
*/
function lenientMeasures({ suite, accuracy: strictAccuracy, coverage, hardestGroup }) {
	if (!suite.items.some(({ old, new: candidate }) => hasLenient(old) || hasLenient(candidate))) return void 0;
	const items = suite.items.map((item) => ({
		...item,
		old: leniently(item.old),
		new: leniently(item.new)
	}));
	const group = hardestGroup?.group;
	return {
		accuracy: measuredAs(strictAccuracy, () => accuracy(items)),
		coverage: measuredAs(coverage, () => isChoice(suite) ? coverAtHalf(items) : passAt(items, suite.k)),
		hardestGroup: group === void 0 ? hardestGroup : measuredAs(hardestGroup, () => accuracyOnGroup({
			...suite,
			items
		}, group))
	};
}
/** Replaces a measure's measurement with a new one if it has been measured; otherwise returns the measure unchanged. */
function measuredAs(measure, remeasure) {
	return measure?.measurement.kind === "measured" ? {
		...measure,
		measurement: remeasure()
	} : measure;
}
function hasLenient({ samples }) {
	return samples.some(({ lenient }) => lenient !== void 0);
}
function leniently({ samples }) {
	const graded = samples.map((sample) => sample.lenient === void 0 ? sample : {
		...sample,
		outcome: sample.lenient
	});
	return {
		samples: graded,
		correct: graded.filter(({ outcome }) => outcome === "correct").length
	};
}

// src/measures/text/resized.ts
/** A longer copy of an array, padded with zeros. */
function resized(array, length) {
	const longer = new Int32Array(length);
	longer.set(array);
	return longer;
}

// src/measures/text/pair-numbers.ts
/** Returned for a pair without a number. */
const NO_NUMBER = -1;
const LEAST_SLOTS = 64;
/**
* Maximum number of possible pairs at which each pair gets its own slot. This many slots still fit into a processor's
* cache.
*/
const MOST_OWN_SLOTS = 2 ** 18;
const UNBOUNDED = {
	firsts: Number.POSITIVE_INFINITY,
	seconds: Number.POSITIVE_INFINITY
};
/**
* Numbers pairs of 32-bit whole numbers from 0 in order of first appearance: an n-gram is a pair of numbers, one for its
* first n − 1 tokens and one for its last token. Looking up a pair takes constant expected time. If few pairs are
* possible, each has its own slot; otherwise a hash table with open addressing is used, at most half full. The slots and
* the pairs are flat arrays that keep their memory when cleared.
*/
var PairNumbers = class {
	/** The number in each slot, or NO_NUMBER. */
	#slots = new Int32Array(LEAST_SLOTS).fill(-1);
	/** Number of slots for each first number if every possible pair has its own slot; 0 if pairs are hashed. */
	#ownSlots = 0;
	/** Both elements of each pair, side by side, in the order of the pairs' numbers. */
	#pairs = new Int32Array(LEAST_SLOTS);
	/** The slot of each number. The array's length is the capacity for pairs. */
	#slotOf = new Int32Array(LEAST_SLOTS / 2);
	#size = 0;
	/** Pairs beyond `bounds` must not be looked up. */
	constructor(bounds = UNBOUNDED) {
		this.clear(bounds);
	}
	get size() {
		return this.#size;
	}
	/**
	* Both elements of each pair, side by side, in the order of the pairs' numbers. Read this array before the next pair is
	* numbered.
	*/
	get pairs() {
		return this.#pairs;
	}
	/** Forgets all pairs, in time proportional to their number. Pairs looked up from now on must be within `bounds`. */
	clear({ firsts, seconds } = UNBOUNDED) {
		for (let number = 0; number < this.#size; number += 1) this.#slots[this.#slotOf[number] ?? 0] = -1;
		this.#size = 0;
		this.#ownSlots = firsts * seconds <= MOST_OWN_SLOTS ? seconds : 0;
		if (this.#ownSlots > 0) while (this.#slots.length < firsts * seconds) this.#growSlots();
		this.#reserve(this.#size);
	}
	/** The pair's number; a new number is assigned to an unknown pair. */
	numberOf(first, second) {
		const slot = this.#seek(first, second);
		const known = this.#slots[slot] ?? -1;
		if (known !== -1) return known;
		const number = this.#size;
		this.#slots[slot] = number;
		this.#pairs[2 * number] = first;
		this.#pairs[2 * number + 1] = second;
		this.#slotOf[number] = slot;
		this.#size += 1;
		if (this.#size === this.#slotOf.length) this.#reserve(this.#size + 1);
		return number;
	}
	/**
	* Numbers many pairs in one call, which is faster than numbering them one by one. Pairs each element of `firsts` with
	* the element `offset` positions further in `seconds`, up to position `end` of `seconds`, and overwrites the element
	* of `firsts` with the pair's number.
	*/
	numberAll(firsts, seconds, { offset, end }) {
		this.#reserve(this.#size + end);
		const slots = this.#slots;
		const pairs = this.#pairs;
		const slotOf = this.#slotOf;
		const ownSlots = this.#ownSlots;
		const last = slots.length - 1;
		let size = this.#size;
		for (let place = 0; place + offset < end; place += 1) {
			const first = firsts[place] ?? 0;
			const second = seconds[place + offset] ?? 0;
			let slot = ownSlots > 0 ? first * ownSlots + second : hashOf(first, second) & last;
			let number = slots[slot] ?? -1;
			if (ownSlots === 0) while (number !== -1 && (pairs[2 * number] !== first || pairs[2 * number + 1] !== second)) {
				slot = slot + 1 & last;
				number = slots[slot] ?? -1;
			}
			if (number === -1) {
				number = size;
				slots[slot] = number;
				pairs[2 * number] = first;
				pairs[2 * number + 1] = second;
				slotOf[number] = slot;
				size += 1;
			}
			firsts[place] = number;
		}
		this.#size = size;
	}
	/** The pair's number, or NO_NUMBER. */
	find(first, second) {
		return this.#slots[this.#seek(first, second)] ?? -1;
	}
	/** Visits every pair in numerical order. */
	forEach(visit) {
		for (let number = 0; number < this.#size; number += 1) visit(this.#pairs[2 * number] ?? 0, this.#pairs[2 * number + 1] ?? 0, number);
	}
	/** The slot that contains the pair, or the free slot where it belongs. */
	#seek(first, second) {
		if (this.#ownSlots > 0) return first * this.#ownSlots + second;
		const slots = this.#slots;
		const pairs = this.#pairs;
		const last = slots.length - 1;
		let slot = hashOf(first, second) & last;
		for (;;) {
			const number = slots[slot] ?? -1;
			if (number === -1) return slot;
			if (pairs[2 * number] === first && pairs[2 * number + 1] === second) return slot;
			slot = slot + 1 & last;
		}
	}
	/** Makes room for this many pairs. */
	#reserve(pairs) {
		while (this.#slotOf.length < pairs) {
			this.#pairs = resized(this.#pairs, 2 * this.#pairs.length);
			this.#slotOf = resized(this.#slotOf, 2 * this.#slotOf.length);
		}
		if (this.#ownSlots === 0) while (this.#slots.length < 2 * this.#slotOf.length) this.#growSlots();
	}
	#growSlots() {
		this.#slots = new Int32Array(2 * this.#slots.length).fill(-1);
		this.forEach((first, second, number) => {
			const slot = this.#seek(first, second);
			this.#slots[slot] = number;
			this.#slotOf[number] = slot;
		});
	}
};
function hashOf(first, second) {
	const mixed = Math.imul(Math.imul(first, 2654435761) ^ Math.imul(second, 2246822507), 739982445);
	return mixed ^ mixed >>> 15;
}

// src/measures/text/boilerplate.ts
/** Length of the longest n-grams that are compared. */
const LONGEST_NGRAM = 4;
/** An n-gram is boilerplate if it occurs in more than this share of a side's items. */
const BOILERPLATE_SHARE = .5;
/** Marks an n-gram that is not boilerplate. */
const NOT_BOILERPLATE = -1;
/**
* N-grams that occur in more than half of a suite's items on either side, for example because they belong to a fixed
* preamble or format, or consist of function words. Such n-grams distinguish formats, not solutions, so syntactic
* diversity ignores them (method.md, section "Diversity").
*
* An n-gram can occur in more than half of the items only if both of its (n−1)-grams do, so only such candidates are
* counted. Memory use is proportional to the number of frequent n-grams, not to the amount of text.
*/
var Boilerplate = class {
	/**
	* The entry at index n − 2 maps the number of an (n−1)-gram and the number of the next token to the number of the
	* n-gram.
	*/
	#longer = [];
	/** For each token, its index among the boilerplate tokens, or NOT_BOILERPLATE. */
	#single;
	/** Number of boilerplate tokens. */
	#singles;
	constructor(sides, vocabularySize) {
		const { numbers, found } = frequentTokens(sides, vocabularySize);
		this.#single = numbers;
		this.#singles = found;
		for (let n = 2; n <= 4; n += 1) this.#longer.push(this.#frequent(sides, n));
	}
	/** Number of different tokens on all sides together. */
	get vocabularySize() {
		return this.#single.length;
	}
	/** The token's index among the boilerplate tokens, or NOT_BOILERPLATE. */
	ofToken(token) {
		return this.#single[token] ?? NOT_BOILERPLATE;
	}
	/**
	* The number of the n-gram that consists of an (n−1)-gram and the token after it, or NOT_BOILERPLATE. Both
	* arguments are numbers assigned by this class.
	*/
	extended(prefix, last, n) {
		if (prefix === NOT_BOILERPLATE || last === NOT_BOILERPLATE) return NOT_BOILERPLATE;
		return this.#longer[n - 2]?.find(prefix, last) ?? NOT_BOILERPLATE;
	}
	/** Numbers the n-grams that occur in more than half of the items of at least one side. */
	#frequent(sides, n) {
		const bounds = {
			firsts: this.#longer.at(-1)?.size ?? this.#singles,
			seconds: this.#singles
		};
		const found = new PairNumbers(bounds);
		for (const items of sides) {
			const candidates = new PairNumbers(bounds);
			const counts = new ItemCounts(0);
			items.forEach((texts, item) => {
				for (const text of texts) this.#countCandidates(text, n, {
					item,
					candidates,
					counts
				});
			});
			candidates.forEach((prefix, token, candidate) => {
				if (isFrequent(counts.of(candidate), items)) found.numberOf(prefix, token);
			});
		}
		return found;
	}
	/** Counts the text's n-grams whose first n − 1 tokens and last token are boilerplate. */
	#countCandidates(text, n, seen) {
		const single = this.#single;
		const longer = this.#longer;
		const { item, candidates, counts } = seen;
		/** Length of the run of boilerplate tokens that ends at the current token. */
		let inARow = 0;
		for (let end = 0; end < text.length; end += 1) {
			const last = single[text[end] ?? 0] ?? NOT_BOILERPLATE;
			inARow = last === NOT_BOILERPLATE ? 0 : inARow + 1;
			if (inARow < n) continue;
			const start = end - n + 1;
			let prefix = single[text[start] ?? 0] ?? NOT_BOILERPLATE;
			for (let length = 2; length < n && prefix !== NOT_BOILERPLATE; length += 1) prefix = longer[length - 2]?.find(prefix, single[text[start + length - 1] ?? 0] ?? 0) ?? NOT_BOILERPLATE;
			if (prefix !== NOT_BOILERPLATE) counts.see(candidates.numberOf(prefix, last), item);
		}
	}
};
/** For each token, its index among the tokens that occur in more than half of a side's items, or NOT_BOILERPLATE. */
function frequentTokens(sides, vocabularySize) {
	const numbers = new Int32Array(vocabularySize).fill(NOT_BOILERPLATE);
	let found = 0;
	for (const items of sides) {
		const counts = new ItemCounts(vocabularySize);
		items.forEach((texts, item) => {
			for (const text of texts) for (let place = 0; place < text.length; place += 1) counts.see(text[place] ?? 0, item);
		});
		for (let token = 0; token < vocabularySize; token += 1) {
			if (numbers[token] !== NOT_BOILERPLATE || !isFrequent(counts.of(token), items)) continue;
			numbers[token] = found;
			found += 1;
		}
	}
	return {
		numbers,
		found
	};
}
function isFrequent(itemsWith, items) {
	return itemsWith > BOILERPLATE_SHARE * items.length;
}
/** For each number, counts the items in which it occurs. Items must be visited one after the other. */
var ItemCounts = class {
	#counts;
	/** For each number, one more than the index of the last item in which it occurred. */
	#seenLast;
	/** Numbers below `expected` need no further allocation. */
	constructor(expected) {
		this.#counts = new Int32Array(expected);
		this.#seenLast = new Int32Array(expected);
	}
	see(number, item) {
		if (number >= this.#counts.length) this.#grow(number);
		if (this.#seenLast[number] === item + 1) return;
		this.#seenLast[number] = item + 1;
		this.#counts[number] = this.of(number) + 1;
	}
	of(number) {
		return this.#counts[number] ?? 0;
	}
	#grow(number) {
		const length = Math.max(64, 2 * number);
		this.#counts = resized(this.#counts, length);
		this.#seenLast = resized(this.#seenLast, length);
	}
};

// src/measures/text/compressed-side.ts
/**
* The compression ratio of each of a side's items; undefined for an item without words. `vocabularySize` covers both
* sides.
*/
function compressedSide(items, vocabularySize) {
	const phrases = new PairNumbers();
	const bits = new PhraseBits(Math.log2(Math.max(2, vocabularySize)));
	return items.map((texts) => ratioOf(texts, phrases, bits));
}
/** The empty phrase; every other phrase is represented by its number plus one. */
const NO_PHRASE = 0;
function ratioOf(texts, phrases, bits) {
	phrases.clear();
	let tokens = 0;
	/** Total size, in bits, of the texts' incomplete last phrases: known phrases with no token after them. */
	let bitsOfEnds = 0;
	for (const text of texts) {
		tokens += text.length;
		let phrase = NO_PHRASE;
		for (let place = 0; place < text.length; place += 1) {
			const known = phrases.size;
			const longer = phrases.numberOf(phrase, text[place] ?? 0);
			phrase = longer < known ? longer + 1 : NO_PHRASE;
		}
		if (phrase !== NO_PHRASE) bitsOfEnds += Math.log2(phrases.size + 1);
	}
	return tokens === 0 ? void 0 : (bits.of(phrases.size) + bitsOfEnds) / (tokens * bits.ofToken);
}
/** The total size in bits of the first N phrases, for any N; computed once and cached. */
var PhraseBits = class {
	ofToken;
	#sums = [0];
	constructor(ofToken) {
		this.ofToken = ofToken;
	}
	of(phrases) {
		for (let count = this.#sums.length; count <= phrases; count += 1) this.#sums.push((this.#sums[count - 1] ?? 0) + Math.log2(count) + this.ofToken);
		return this.#sums[phrases] ?? 0;
	}
};

// src/measures/diversity/counting-samples.ts
/**
* The samples whose diversity is compared: the correct samples, on items with at least two of them on both sides. A
* truncated sample is never correct. On open suites, where nothing is right or wrong, every sample that was not truncated
* is graded `correct`.
*/
function samplesThatCount(items) {
	return items.map(({ id, cluster, old, new: candidate }) => ({
		id,
		cluster,
		old: correctOnes(old),
		new: correctOnes(candidate)
	})).filter((item) => item.old.length >= 2 && item.new.length >= 2);
}
/** Whether a sample counts for diversity. */
function countsForDiversity({ outcome }) {
	return outcome === "correct";
}
function correctOnes({ samples }) {
	return samples.filter(countsForDiversity);
}

// src/measures/diversity/dissimilarity.ts
/**
* Mean pairwise dissimilarity D of m feature vectors of length 1, computed from their sum alone:
*
*     D = 1 − (‖u₁ + … + u_m‖² − m) / (m(m − 1))
*
* Unbiased for every m ≥ 2, so D does not change simply because a model is right more often. Ranges from 0 to `most`: 1
* if no feature is negative, `mostDissimilar(m)` if features may be. Rounding errors are clipped. `squaredLengthOfSum` is
* ‖Σu‖². Undefined for m < 2 (method.md, section "Diversity").
*/
function meanPairwiseDissimilarity(squaredLengthOfSum, m, most = 1) {
	if (m < 2) return void 0;
	const value = 1 - (squaredLengthOfSum - m) / (m * (m - 1));
	return Math.min(Math.max(value, 0), most);
}
/**
* The largest possible D for m ≥ 2 vectors whose features may be negative: 1 + 1/(m − 1), reached when the vectors cancel
* out.
*/
function mostDissimilar(m) {
	return 1 + 1 / (m - 1);
}
/**
* D over sets of features, each represented by its indicator vector scaled to length 1. An empty set counts
* as the single feature ∅: two empty sets are equal to each other and different from every other set. Linear
* in the number of features.
*/
function dissimilarityOfSets(sets) {
	const sums = /* @__PURE__ */ new Map();
	let withoutFeatures = 0;
	for (const set of sets) {
		if (set.size === 0) withoutFeatures += 1;
		const weight = 1 / Math.sqrt(set.size);
		for (const feature of set) sums.set(feature, (sums.get(feature) ?? 0) + weight);
	}
	let squares = withoutFeatures ** 2;
	for (const sum of sums.values()) squares += sum ** 2;
	return meanPairwiseDissimilarity(squares, sets.length);
}

// src/measures/diversity/rarefaction.ts
/** Number of samples to which counts of distinct features are rarefied. */
const RAREFIED_TO = 4;
/**
* The expected number of different features among r of m samples, drawn without replacement: Σ over features of 1 − C(m −
* m_g, r)/C(m, r), where m_g is the number of samples that have feature g. Unlike a plain count, this number does not
* grow with m. Hurlbert (1971).
*
* `featuresHeldBy[h]` is the number of features that exactly h samples have, for h from 0 to m; m ≥ r.
*/
function expectedDistinct(featuresHeldBy, m, r = 4) {
	let expected = 0;
	for (let holders = 1; holders <= m; holders += 1) expected += (featuresHeldBy[holders] ?? 0) * (1 - shareWithout(m, holders, r));
	return expected;
}

// src/measures/text/ngram-diversity.ts
/**
* The n-grams of one side's texts for an item, for increasing n. The n-grams are numbered within these texts: an n-gram
* is a pair of numbers, one for its first n − 1 tokens and one for its last token. Numbering dominates the cost, so a
* single numbering is shared by all measures. Memory is reused from item to item.
*/
var ItemNgrams = class {
	#boilerplate;
	#n = 0;
	/** The start of each text in `#tokens` and `#grams`, followed by the end of the last text. */
	#starts = [0];
	#counts = [];
	/** Each token's number within these texts, which is its n-gram at n = 1. Small numbers keep the tables small. */
	#tokens = /* @__PURE__ */ new Int32Array(0);
	/** Number of different tokens. */
	#vocabularySize = 0;
	/** Index of each token among the boilerplate tokens. */
	#commonTokens = /* @__PURE__ */ new Int32Array(0);
	/**
	* For each position, the number of the n-gram that begins there. An n-gram that crosses into the next text gets a
	* number like any other but belongs to no text.
	*/
	#grams = /* @__PURE__ */ new Int32Array(0);
	/** One text's n-grams that are features. */
	#features = /* @__PURE__ */ new Int32Array(0);
	#numbers = new PairNumbers();
	/** Index of each n-gram, and of each (n − 1)-gram of the previous step, among the boilerplate n-grams of its length. */
	#common = /* @__PURE__ */ new Int32Array(0);
	#commonBefore = /* @__PURE__ */ new Int32Array(0);
	/**
	* For each n-gram, Σ 1/√(number of the text's features) over the texts that contain the n-gram: once for the texts that
	* count, and once for those that do not.
	*/
	#sumsOfCounting = /* @__PURE__ */ new Float64Array(0);
	#sumsOfOthers = /* @__PURE__ */ new Float64Array(0);
	/** For each n-gram, how many of the texts that count contain it. */
	#holders = /* @__PURE__ */ new Int32Array(0);
	/** For each n-gram, the last text that contained it. Texts are numbered across all items ever read. */
	#lastHeldBy = /* @__PURE__ */ new Int32Array(0);
	#textsRead = 0;
	constructor(boilerplate) {
		this.#boilerplate = boilerplate;
	}
	/** Starts an item; the first call of `next` then gives the values for n = 1. `counts` marks the texts that count. */
	read(texts, counts) {
		this.#n = 0;
		this.#vocabularySize = this.#boilerplate.vocabularySize;
		this.#counts = counts;
		this.#starts = [0];
		let length = 0;
		for (const text of texts) {
			length += text.length;
			this.#starts.push(length);
		}
		if (length > this.#tokens.length) this.#reserve(2 * length);
		texts.forEach((text, place) => this.#tokens.set(text, this.#starts[place]));
		this.#grams.fill(0, 0, length);
	}
	/** The values for the next n, starting at 1. */
	next() {
		this.#n += 1;
		this.#lengthen();
		const all = {
			texts: 0,
			withoutFeatures: 0
		};
		const counting = {
			texts: 0,
			withoutFeatures: 0,
			ngrams: 0
		};
		for (let text = 0; text + 1 < this.#starts.length; text += 1) {
			const start = this.#starts[text] ?? 0;
			const end = (this.#starts[text + 1] ?? 0) - this.#n + 1;
			if (end <= start) continue;
			const counts = this.#counts[text] === true;
			const isEmpty = this.#take(start, end, counts) === 0;
			all.texts += 1;
			if (isEmpty) all.withoutFeatures += 1;
			if (!counts) continue;
			counting.texts += 1;
			if (isEmpty) counting.withoutFeatures += 1;
			counting.ngrams += end - start;
		}
		const squares = this.#squares();
		return {
			dissimilarity: meanPairwiseDissimilarity(squares.ofCounting + counting.withoutFeatures ** 2, counting.texts),
			dissimilarityOfAll: meanPairwiseDissimilarity(squares.ofAll + all.withoutFeatures ** 2, all.texts),
			distinctShare: this.#distinctShare(counting)
		};
	}
	/** Extends the (n−1)-grams to n-grams. */
	#lengthen() {
		const n = this.#n;
		const numbers = this.#numbers;
		const end = this.#starts.at(-1) ?? 0;
		numbers.clear({
			firsts: n === 1 ? 1 : numbers.size,
			seconds: this.#vocabularySize
		});
		numbers.numberAll(this.#grams, this.#tokens, {
			offset: n - 1,
			end
		});
		[this.#common, this.#commonBefore] = [this.#commonBefore, this.#common];
		if (n === 1) this.#takeTokens(end);
		else this.#findCommon();
		this.#sumsOfCounting.fill(0, 0, numbers.size);
		this.#sumsOfOthers.fill(0, 0, numbers.size);
		this.#holders.fill(0, 0, numbers.size);
	}
	/** Replaces each token's number in the vocabulary with its number within these texts. */
	#takeTokens(end) {
		const { pairs, size } = this.#numbers;
		for (let token = 0; token < size; token += 1) this.#commonTokens[token] = this.#boilerplate.ofToken(pairs[2 * token + 1] ?? 0);
		this.#common.set(this.#commonTokens.subarray(0, size));
		this.#tokens.set(this.#grams.subarray(0, end));
		this.#vocabularySize = size;
	}
	#findCommon() {
		const { pairs, size } = this.#numbers;
		const common = this.#common;
		const commonBefore = this.#commonBefore;
		const commonTokens = this.#commonTokens;
		for (let gram = 0; gram < size; gram += 1) {
			const prefix = commonBefore[pairs[2 * gram] ?? 0] ?? NOT_BOILERPLATE;
			const last = commonTokens[pairs[2 * gram + 1] ?? 0] ?? NOT_BOILERPLATE;
			common[gram] = this.#boilerplate.extended(prefix, last, this.#n);
		}
	}
	/**
	* Counts the text's n-grams that begin at positions from `start` up to, but not including, `end`. Returns how many of
	* these n-grams are features.
	*/
	#take(start, end, counts) {
		const grams = this.#grams;
		const common = this.#common;
		const lastHeldBy = this.#lastHeldBy;
		const holders = this.#holders;
		const features = this.#features;
		this.#textsRead += 1;
		const text = this.#textsRead;
		const held = counts ? 1 : 0;
		let found = 0;
		for (let place = start; place < end; place += 1) {
			const gram = grams[place] ?? 0;
			const isNew = (lastHeldBy[gram] ?? 0) - text >>> 31;
			lastHeldBy[gram] = text;
			holders[gram] = (holders[gram] ?? 0) + (isNew & held);
			features[found] = gram;
			found += isNew & (common[gram] ?? 0) >>> 31;
		}
		const weight = 1 / Math.sqrt(found);
		const sums = counts ? this.#sumsOfCounting : this.#sumsOfOthers;
		for (let place = 0; place < found; place += 1) {
			const gram = features[place] ?? 0;
			sums[gram] = (sums[gram] ?? 0) + weight;
		}
		return found;
	}
	/** ‖Σu‖² without ∅, over the texts that count and over all texts. */
	#squares() {
		const sumsOfCounting = this.#sumsOfCounting;
		const sumsOfOthers = this.#sumsOfOthers;
		let ofCounting = 0;
		let ofAll = 0;
		for (let gram = 0; gram < this.#numbers.size; gram += 1) {
			const sum = sumsOfCounting[gram] ?? 0;
			ofCounting += sum * sum;
			const sumOfAll = sum + (sumsOfOthers[gram] ?? 0);
			ofAll += sumOfAll * sumOfAll;
		}
		return {
			ofCounting,
			ofAll
		};
	}
	/** The expected share of different n-grams. Boilerplate n-grams count like any others here. */
	#distinctShare({ texts, ngrams }) {
		if (texts < 4) return void 0;
		const featuresHeldBy = new Float64Array(texts + 1);
		for (let gram = 0; gram < this.#numbers.size; gram += 1) {
			const holders = this.#holders[gram] ?? 0;
			featuresHeldBy[holders] = (featuresHeldBy[holders] ?? 0) + 1;
		}
		return expectedDistinct(featuresHeldBy, texts) / (4 * ngrams / texts);
	}
	#reserve(tokens) {
		this.#tokens = new Int32Array(tokens);
		this.#grams = new Int32Array(tokens);
		this.#features = new Int32Array(tokens);
		this.#commonTokens = new Int32Array(tokens);
		this.#common = new Int32Array(tokens);
		this.#commonBefore = new Int32Array(tokens);
		this.#sumsOfCounting = new Float64Array(tokens);
		this.#sumsOfOthers = new Float64Array(tokens);
		this.#holders = new Int32Array(tokens);
		this.#lastHeldBy = new Int32Array(tokens);
	}
};

// src/measures/text/token-table.ts
const FREE = -1;
const LEAST_TOKENS = 512;
/**
* Numbers tokens from 0 in order of first appearance. A token is given as a range of UTF-16 code units, so that no string
* needs to be created for it. The hash table uses open addressing over flat arrays and is at most half full.
*/
var TokenTable = class {
	#size = 0;
	/** Number of the token in each slot, or FREE. */
	#slots = new Int32Array(2 * LEAST_TOKENS).fill(FREE);
	#hashes = new Int32Array(LEAST_TOKENS);
	/** For each token, the index of its first unit in `#units`. Its units end where those of the next token begin. */
	#starts = new Int32Array(LEAST_TOKENS);
	/** The units of all tokens, one after the other. */
	#units = new Uint16Array(8 * LEAST_TOKENS);
	get size() {
		return this.#size;
	}
	/**
	* The number of the token that consists of the first `length` code units in `units` and has the hash `hash`. Assigns
	* the next number to an unknown token.
	*/
	numberOf(units, length, hash) {
		const slots = this.#slots;
		const last = slots.length - 1;
		let slot = (hash ^ hash >>> 16) & last;
		for (;;) {
			const number = slots[slot] ?? FREE;
			if (number === FREE) break;
			if (this.#hashes[number] === hash && this.#equals(number, units, length)) return number;
			slot = slot + 1 & last;
		}
		return this.#add(units.subarray(0, length), slot, hash);
	}
	#equals(number, units, length) {
		const known = this.#units;
		const from = this.#starts[number] ?? 0;
		if ((this.#starts[number + 1] ?? 0) - from !== length) return false;
		for (let place = 0; place < length; place += 1) if (known[from + place] !== units[place]) return false;
		return true;
	}
	#add(token, slot, hash) {
		const number = this.#size;
		const start = this.#starts[number] ?? 0;
		while (start + token.length > this.#units.length) this.#growUnits();
		this.#units.set(token, start);
		this.#slots[slot] = number;
		this.#hashes[number] = hash;
		this.#size += 1;
		if (2 * this.#size === this.#slots.length) this.#growSlots();
		this.#starts[this.#size] = start + token.length;
		return number;
	}
	#growSlots() {
		const slots = new Int32Array(2 * this.#slots.length).fill(FREE);
		const last = slots.length - 1;
		for (let number = 0; number < this.#size; number += 1) {
			const hash = this.#hashes[number] ?? 0;
			let slot = (hash ^ hash >>> 16) & last;
			while (slots[slot] !== FREE) slot = slot + 1 & last;
			slots[slot] = number;
		}
		this.#slots = slots;
		this.#hashes = resized(this.#hashes, slots.length / 2);
		this.#starts = resized(this.#starts, slots.length / 2);
	}
	#growUnits() {
		const longer = new Uint16Array(2 * this.#units.length);
		longer.set(this.#units);
		this.#units = longer;
	}
};
/** The hash of a token after appending one unit. */
function withUnit(hash, unit) {
	const mixed = Math.imul(hash ^ unit, 16777619);
	return mixed ^ mixed >>> 15;
}

// src/measures/text/tokens.ts
const WORD_OR_MARK = /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu;
/**
* The text's words and single marks, in lower case: `\w+|[^\w\s]` with Unicode letters and numbers. Returns an empty list
* for an empty string.
*/
function tokensOf(text) {
	return text.toLowerCase().match(WORD_OR_MARK) ?? [];
}
/**
* Matches code units whose kind or lower case depends on their neighbors: surrogates, a capital letter whose lower case
* is two units, and sigma, which has another form at the end of a word.
*/
const UNSURE = /[\uD800-\uDFFFİΣ]/;
/** The kind of any other UTF-16 code unit; 0 until the unit is first seen. */
const SPACE$1 = 1;
const MARK$1 = 2;
const WORD$1 = 3;
const TOKENS_TOGETHER = 2 ** 16;
/**
* Assigns every distinct token a number, from 0 in order of first appearance. One vocabulary serves both sides of a suite.
*/
var Vocabulary = class {
	#table = new TokenTable();
	/** The kind and the lower case of each code unit, filled in when the unit is first seen. */
	#kinds = /* @__PURE__ */ new Uint8Array(65536);
	#lower = /* @__PURE__ */ new Uint16Array(65536);
	/** The word being read, in lower case. */
	#word = /* @__PURE__ */ new Uint16Array(0);
	/**
	* A buffer for the tokens of many texts, one after the other; allocating an array per text would take longer than
	* reading the text.
	*/
	#tokens = /* @__PURE__ */ new Int32Array(0);
	#used = 0;
	get size() {
		return this.#table.size;
	}
	/** The numbers of the tokens that `tokensOf` returns for the text. */
	encode(text) {
		if (UNSURE.test(text)) return Int32Array.from(tokensOf(text), (token) => this.#numberOfString(token));
		return this.#readUnits(text);
	}
	#readUnits(text) {
		this.#reserve(text.length);
		const table = this.#table;
		const kinds = this.#kinds;
		const lower = this.#lower;
		const word = this.#word;
		const tokens = this.#tokens;
		const first = this.#used;
		let end = first;
		for (let place = 0; place < text.length;) {
			let unit = text.charCodeAt(place);
			let kind = kinds[unit] || this.#learn(unit);
			place += 1;
			if (kind === SPACE$1) continue;
			let length = 0;
			let hash = 0;
			for (;;) {
				const small = lower[unit] ?? 0;
				word[length] = small;
				length += 1;
				hash = withUnit(hash, small);
				if (kind === MARK$1 || place === text.length) break;
				unit = text.charCodeAt(place);
				kind = kinds[unit] || this.#learn(unit);
				if (kind !== WORD$1) break;
				place += 1;
			}
			tokens[end] = table.numberOf(word, length, hash);
			end += 1;
		}
		this.#used = end;
		return tokens.subarray(first, end);
	}
	/** Makes room for as many tokens as the text has units, and for a token as long as the text. */
	#reserve(length) {
		if (length > this.#word.length) this.#word = new Uint16Array(2 * length);
		if (this.#used + length <= this.#tokens.length) return;
		this.#tokens = new Int32Array(Math.max(length, TOKENS_TOGETHER));
		this.#used = 0;
	}
	#numberOfString(token) {
		const units = Uint16Array.from({ length: token.length }, (_, place) => token.charCodeAt(place));
		return this.#table.numberOf(units, units.length, units.reduce(withUnit, 0));
	}
	#learn(unit) {
		const character = String.fromCharCode(unit);
		const kind = kindOf$1(character);
		this.#kinds[unit] = kind;
		const lower = character.toLowerCase().charCodeAt(0);
		this.#lower[unit] = lower;
		return kind;
	}
};
function kindOf$1(character) {
	const lower = character.toLowerCase();
	if (/\s/u.test(lower)) return SPACE$1;
	return /[\p{L}\p{N}_]/u.test(lower) ? WORD$1 : MARK$1;
}
__name(kindOf$1, "kindOf");

// src/measures/text/encoded-texts.ts
/** A suite's graded samples as token numbers. Each text is read once for all wording measures. */
var EncodedTexts = class {
	/** The texts' tokens, indexed by item, then by sample, whether right or wrong. */
	old;
	new;
	/** Number of different tokens on both sides together. */
	vocabularySize;
	#items;
	#boilerplate;
	#ngrams;
	#onProgress;
	#compressed;
	constructor(items, onProgress = () => {}) {
		const vocabulary = new Vocabulary();
		let read = 0;
		const encode = ({ samples }) => {
			read += 1;
			onProgress("encoding", read / (2 * items.length));
			return samples.map(({ text }) => vocabulary.encode(text));
		};
		this.#items = items;
		this.#onProgress = onProgress;
		this.old = items.map((item) => encode(item.old));
		this.new = items.map((item) => encode(item.new));
		this.vocabularySize = vocabulary.size;
	}
	get boilerplate() {
		this.#boilerplate ??= new Boilerplate([this.old, this.new], this.vocabularySize);
		return this.#boilerplate;
	}
	/**
	* N-gram values by item, computed on first access. Boilerplate is determined from all graded samples, whether right or
	* wrong.
	*/
	get ngrams() {
		this.#ngrams ??= {
			old: this.#ngramsOf("old"),
			new: this.#ngramsOf("new")
		};
		return this.#ngrams;
	}
	/** The compression ratio of each item's texts, computed on first access. */
	get compressed() {
		this.#compressed ??= {
			old: compressedSide(this.old, this.vocabularySize),
			new: compressedSide(this.new, this.vocabularySize)
		};
		return this.#compressed;
	}
	#ngramsOf(side) {
		const memory = new ItemNgrams(this.boilerplate);
		const before = side === "old" ? 0 : this.#items.length;
		return this.#items.map((item, place) => {
			this.#onProgress("n-grams", (before + place + 1) / (2 * this.#items.length));
			memory.read(this[side][place] ?? [], item[side].samples.map(countsForDiversity));
			return Array.from({ length: 4 }, () => memory.next());
		});
	}
};

// src/measures/diversity/dissimilarity-measurement.ts
/** Minimum mean D of the baseline. Below this value, there is nothing to lose and D does not apply. */
const LEAST_OLD_MEAN = .02;
/**
* Turns each item's D values, one per side, into a measurement (method.md, section "Diversity"). `reach` is the largest
* possible mean difference in D: 1, unless features may be negative.
*/
function measuredDissimilarity(items, reach = 1) {
	if (items.length === 0) return {
		kind: "unmeasurable",
		reason: "no item has at least two samples to compare on both sides"
	};
	if (items.reduce((sum, item) => sum + item.old, 0) / items.length < LEAST_OLD_MEAN) return {
		kind: "not-applicable",
		reason: "the baseline's solutions hardly differ, so there is nothing to lose"
	};
	return {
		kind: "measured",
		items,
		largestValue: items.reduce((most, item) => Math.max(most, item.old, item.new), 0),
		reach
	};
}

// src/measures/diversity/logical-diversity.ts
/** The result of every way-based measure if `waysOf` returns undefined for the suite. */
const NO_WAYS = {
	kind: "not-applicable",
	reason: "fewer than half of the baseline's correct solutions contain an equation or were assigned an approach by the grader"
};
/**
* Logical diversity: D over the ways in which correct solutions solve an item, on items with at least two correct
* solutions on both sides (method.md, section "Diversity").
*/
function logicalDiversity(ways) {
	if (ways === void 0) return NO_WAYS;
	return measuredDissimilarity(ways.flatMap(({ id, cluster, old, new: candidate }) => {
		const ofOld = dissimilarityOfSets(old.correct);
		const ofNew = dissimilarityOfSets(candidate.correct);
		return ofOld === void 0 || ofNew === void 0 ? [] : [{
			id,
			cluster,
			old: ofOld,
			new: ofNew
		}];
	}));
}

// src/measures/diversity/reach.ts
/**
* reach@K: the expected number of distinct correct ways in K samples, Σ over ways g of 1 − C(n − n_g, K)/C(n, K). Because
* this is an absolute number, a gain in the most common way does not look like a loss in the other ways. All correct
* solutions that show no way count together as a single way. Between 0 and K (method.md, section "Diversity").
*/
function reachAt(ways, k) {
	if (ways === void 0) return NO_WAYS;
	const measurement = measuredProbabilities(ways.map(({ id, cluster, old, new: candidate }) => ({
		id,
		cluster,
		old: expectedWays(old, k),
		new: expectedWays(candidate, k)
	})));
	if (measurement.kind !== "measured") return measurement;
	const largestValue = measurement.items.reduce((most, item) => Math.max(most, item.old, item.new), 0);
	return {
		...measurement,
		largestValue,
		reach: k
	};
}
function expectedWays({ correct, samples }, k) {
	const counts = /* @__PURE__ */ new Map();
	for (const way of correct) counts.set(way, (counts.get(way) ?? 0) + 1);
	return [...counts.values()].sort((a, b) => a - b).reduce((ways, count) => ways + 1 - shareWithout(samples, count, k), 0);
}

// src/measures/solved-items.ts
/** The correct solutions of every item; failed samples are not counted. */
function solvedItems(items) {
	return items.map(({ id, cluster, old, new: candidate }) => ({
		id,
		cluster,
		old: solutionsOf(old.samples),
		new: solutionsOf(candidate.samples)
	}));
}
function solutionsOf(samples) {
	return {
		correct: samples.filter(countsForDiversity).map(({ key, text }) => key === void 0 ? { text } : {
			key,
			text: ""
		}),
		samples: samples.filter(({ outcome }) => outcome !== "failed").length
	};
}

// src/measures/diversity/semantic-diversity.ts
/** Maximum share of items that may lack an embedding. Beyond this share, the remaining items are not representative. */
const MOST_LEFT_OUT = .1;
/**
* Semantic diversity: D over sentence embeddings of length 1, on items with at least two samples that count on both sides.
* Cosines may be negative, so the D of m samples can be as large as 1 + 1/(m − 1) (method.md, section "Diversity").
*
* A blank text has no meaning to embed and therefore counts as the single feature ∅: equal to other blank texts and
* different from every other text. An item is left out if any of its samples that count has no embedding. If more than a
* tenth of the items are left out, the measure is unmeasurable.
*/
function semanticDiversity(items, embeddingOf) {
	const counted = samplesThatCount(items);
	const paired = [];
	const most = {
		old: 0,
		new: 0
	};
	for (const { id, cluster, old, new: candidate } of counted) {
		const ofOld = dissimilarityOfMeanings(old, embeddingOf);
		const ofNew = dissimilarityOfMeanings(candidate, embeddingOf);
		if (ofOld === void 0 || ofNew === void 0) continue;
		paired.push({
			id,
			cluster,
			old: ofOld,
			new: ofNew
		});
		most.old += mostDissimilar(old.length);
		most.new += mostDissimilar(candidate.length);
	}
	const leftOut = counted.length - paired.length;
	if (leftOut > MOST_LEFT_OUT * counted.length) return {
		kind: "unmeasurable",
		reason: `${leftOut} of ${counted.length} items have a solution that could not be embedded`
	};
	return measuredDissimilarity(paired, Math.max(most.old, most.new) / paired.length);
}
/**
* The texts that semantic diversity may need embeddings for: those of correct samples on items with at least two correct
* samples on both sides. Ineligible items are included, so that the embeddings suffice when a verdict is recomputed without
* suspect samples.
*/
function textsToEmbed(items) {
	return items.flatMap((item) => {
		const old = correctTexts(item.old);
		const candidate = correctTexts(item.new);
		return old.length < 2 || candidate.length < 2 ? [] : [...old, ...candidate].filter((text) => !isBlank(text));
	});
}
function correctTexts(samples) {
	return samples.filter(({ outcome }) => outcome === "correct").map(({ text }) => text);
}
function isBlank(text) {
	return text.trim() === "";
}
/** D of the samples' embeddings; undefined for fewer than two samples, or if an embedding is missing. */
function dissimilarityOfMeanings(samples, embeddingOf) {
	let sum;
	let blank = 0;
	for (const { text } of samples) {
		if (isBlank(text)) {
			blank += 1;
			continue;
		}
		const embedding = embeddingOf(text);
		if (embedding === void 0) return void 0;
		sum ??= new Float64Array(embedding.length);
		addUnit(sum, embedding);
	}
	const squares = blank ** 2 + (sum?.reduce((total, value) => total + value ** 2, 0) ?? 0);
	return meanPairwiseDissimilarity(squares, samples.length, mostDissimilar(samples.length));
}
/** Adds `vector`, scaled to length 1, to `sum`. */
function addUnit(sum, vector) {
	const length = Math.sqrt(vector.reduce((total, value) => total + value ** 2, 0));
	vector.forEach((value, place) => {
		sum[place] = (sum[place] ?? 0) + value / length;
	});
}

// src/measures/diversity/syntactic-diversity.ts
/**
* Syntactic diversity: D over sets of word n-grams for n = 1 … 4, averaged over those n at which both sides have at least
* two texts. Boilerplate is determined from all graded samples, whether right or wrong. `of` selects the samples whose
* diversity is compared: the correct ones (default) or all (method.md, section "Diversity").
*/
function syntacticDiversity(items, encoded = new EncodedTexts(items), of = "dissimilarity") {
	const { old: ofOld, new: ofNew } = encoded.ngrams;
	const paired = items.flatMap(({ id, cluster }, place) => {
		const both = (ofOld[place] ?? []).flatMap((ngrams, n) => {
			const value = ngrams[of];
			const other = ofNew[place]?.[n]?.[of];
			return value === void 0 || other === void 0 ? [] : [{
				old: value,
				new: other
			}];
		});
		if (both.length === 0) return [];
		return [{
			id,
			cluster,
			old: both.reduce((sum, value) => sum + value.old, 0) / both.length,
			new: both.reduce((sum, value) => sum + value.new, 0) / both.length
		}];
	});
	return measuredDissimilarity(paired);
}

// src/measures/equations/equation-tokens.ts
/** Every spelling of an arithmetic mark, with its canonical form. */
const MARKS = /* @__PURE__ */ new Map([
	["+", "+"],
	["-", "-"],
	["−", "-"],
	["–", "-"],
	["*", "*"],
	["×", "*"],
	["·", "*"],
	["⋅", "*"],
	["∙", "*"],
	["/", "/"],
	["÷", "/"],
	["∕", "/"],
	["^", "^"],
	["%", "%"],
	["(", "("],
	[")", ")"],
	["=", "="]
]);
const FRACTION = /\\[dt]?frac\{([^{}\n]*)\}\{([^{}\n]*)\}/g;
const LATEX = [
	[/\\(?:times|cdot|ast)(?![a-zA-Z])/g, "*"],
	[/\\div(?![a-zA-Z])/g, "/"],
	[/\\(?:left|right)(?![a-zA-Z])/g, ""],
	[/\\([$%])/g, "$1"],
	[/\\[,!;: ]/g, " "]
];
const NUMBER = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+/y;
const PLAIN_WHOLE = /^[1-9]\d*$/u;
const WORD = String.raw`\p{L}{2,30}(?:\/\p{L}{2,30})?`;
/**
* Matches a number's unit, which is up to three words between the number and the next mark, as in `12 miles per hour`. A
* single letter is not a unit but a variable.
*/
const UNIT = new RegExp(String.raw`(?<=[\d)%])[^\S\n]?${WORD}(?:[^\S\n]${WORD}){0,2}(?=[^\S\n]*[-−–+*×·⋅∙/÷∕=])`, "uy");
/** Matches the start of an operand after an `x`, which shows that the `x` is a multiplication sign. */
const LETTER_TIMES = /^\s*[\d.($€£¥]/u;
const LINE_START = /(?:^|\n)[^\S\n]*$/u;
const BULLET = /^[-–*+]\s/u;
/**
* A character's role in a run of arithmetic. Roles are plain numbers for speed, because the role of every character is
* looked up.
*/
const OTHER = 0;
const SPACE = 1;
const DIGIT = 2;
const POINT = 3;
const CURRENCY = 4;
const MARK = 5;
const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));
function kindOf(character) {
	if (MARKS.has(character) || character === "x" || character === "X") return MARK;
	if (/\d/u.test(character)) return DIGIT;
	if (/\s/u.test(character)) return SPACE;
	if (/[$€£¥]/u.test(character)) return CURRENCY;
	return character === "." ? POINT : OTHER;
}
function kindAt(text, place) {
	return ASCII_KINDS[text.charCodeAt(place)] ?? kindOf(text.charAt(place));
}
/**
* The runs of arithmetic in text that contain `=`: maximal sequences of numbers and marks on one line, separated only
* by spaces, units, and currency signs before or after numbers (`$` only before a number, because after a number it
* ends LaTeX). A run is returned without spaces, with canonical marks and canonical numbers: no separators, no leading
* or trailing zeros. Linear in the length of the text.
*/
function arithmeticRuns(text) {
	const plain = text.includes("\\") ? withoutLatex(text) : text;
	const runs = new Runs();
	let end = 0;
	for (let equals = plain.indexOf("="); equals !== -1; equals = plain.indexOf("=", end)) {
		const lineBreak = plain.indexOf("\n", equals);
		end = lineBreak === -1 ? plain.length : lineBreak;
		readLine(plain, {
			start: plain.lastIndexOf("\n", equals) + 1,
			end
		}, runs);
	}
	return runs.found;
}
function withoutLatex(text) {
	return LATEX.reduce((plain, [pattern, replacement]) => plain.replace(pattern, replacement), text.replace(FRACTION, "(($1)/($2))"));
}
var Runs = class {
	found = [];
	/** The last token added, a number or a mark; empty at the beginning of a run. */
	last = "";
	#run = "";
	#hasEquals = false;
	get afterOperand() {
		return isNumber(this.last) || this.last === ")" || this.last === "%";
	}
	addNumber(number) {
		if (isNumber(this.last)) this.end();
		this.#add(number);
	}
	addMark(mark) {
		if (mark === "=") this.#hasEquals = true;
		this.#add(mark);
	}
	end() {
		if (this.last === "") return;
		if (this.#hasEquals) this.found.push(this.#run);
		this.last = "";
		this.#run = "";
		this.#hasEquals = false;
	}
	#add(token) {
		this.last = token;
		this.#run += token;
	}
};
function readLine(text, { start, end }, runs) {
	let place = start;
	while (place < end) {
		switch (kindAt(text, place)) {
			case DIGIT:
			case POINT: {
				const length = lengthAt(NUMBER, text, place);
				if (length > 0) runs.addNumber(canonicalNumber(text.slice(place, place + length)));
				else runs.end();
				place += Math.max(1, length);
				if (length > 0) place += lengthAt(UNIT, text, place);
				continue;
			}
			case MARK: {
				const mark = markAt(text, place, runs);
				if (mark === void 0) runs.end();
				else runs.addMark(mark);
				place += 1;
				if (mark === ")" || mark === "%") place += lengthAt(UNIT, text, place);
				continue;
			}
			case CURRENCY:
				if (!isPartOfAmount(text, place, runs)) runs.end();
				break;
			case OTHER:
				runs.end();
				while (place + 1 < end && isLetterOrSpace(text.charCodeAt(place + 1))) place += 1;
				break;
			case SPACE:
		}
		place += 1;
	}
	runs.end();
}
/** Whether the currency sign at `place` belongs to an amount, as in `$3`, `€.5` and `3 €`. */
function isPartOfAmount(text, place, { afterOperand }) {
	return afterOperand && text.charAt(place) !== "$" || /[\d.]/u.test(text.charAt(place + 1));
}
function isLetterOrSpace(code) {
	return code >= 97 && code <= 122 || code >= 65 && code <= 90 || code === 32;
}
/** The length of a sticky pattern's match at a position; 0 if the pattern does not match. */
function lengthAt(pattern, text, place) {
	pattern.lastIndex = place;
	return pattern.test(text) ? pattern.lastIndex - place : 0;
}
/** Whether a token of a run is a number. */
function isNumber(token) {
	return token >= "0" && token < ":";
}
function markAt(text, place, { last, afterOperand }) {
	const character = text.charAt(place);
	if (character === "x" || character === "X") return afterOperand && LETTER_TIMES.test(text.slice(place + 1, place + 8)) ? "*" : void 0;
	return last === "" && BULLET.test(text.slice(place, place + 2)) && LINE_START.test(text.slice(Math.max(0, place - 8), place)) ? void 0 : MARKS.get(character);
}
/** Normalizes a number: 1,000 → 1000, 18.00 → 18, .5 → 0.5, 007 → 7. */
function canonicalNumber(written) {
	if (PLAIN_WHOLE.test(written)) return written;
	const [whole = "", decimals = ""] = written.replaceAll(",", "").split(".");
	const shortWhole = whole.replace(/^0+(?=\d)/u, "") || "0";
	const shortDecimals = decimals.replace(/0+$/u, "");
	return shortDecimals === "" ? shortWhole : `${shortWhole}.${shortDecimals}`;
}

// src/measures/equations/equations.ts
/**
* Maximum length of a run, in tokens. Longer runs are skipped, because they are not calculations that a person would
* write.
*/
const LONGEST_RUN = 200;
const ANNOTATION = /<<([^<>\n]*)>>/g;
const NUMBER_OR_MARK = /[\d.]+|[^\d.]/g;
/**
* The canonical equations of the text: calculator annotations (`<<3*4=12>>`), plain calculations (`3 x 4 = $12`),
* calculations with units (`6 miles * 2 = 12 miles`), LaTeX operators and fractions, and chains (`3 + 4 = 7 = 14 / 2`
* gives two). Operands of + and × are sorted, including subtrahends and divisors; the two sides of `=` are sorted;
* nested sums and products are flattened; numbers are canonical.
*
* An equation needs `=` and a calculation on at least one side. Dates, ratios, version numbers and `x = 5`
* are not equations.
*
*     equation = sum "=" sum { "=" sum }        factor = [ "-" ] atom [ "^" factor ]
*     sum      = product { ("+" | "-") product }   atom = number [ "%" ] | "(" sum ")" [ "%" ]
*     product  = factor { ("*" | "/") factor | "(" sum ")" }
*/
function equationsOf(text, known = /* @__PURE__ */ new Map()) {
	const found = /* @__PURE__ */ new Set();
	if (!text.includes("=")) return found;
	const annotated = text.includes("<<");
	if (annotated) for (const [, annotation = ""] of text.matchAll(ANNOTATION)) collect(annotation, found, known);
	collect(annotated ? text.replace(ANNOTATION, "") : text, found, known);
	return found;
}
function collect(text, found, known) {
	for (const run of arithmeticRuns(text)) {
		let equations = known.get(run);
		if (equations === void 0) {
			equations = equationsOfRun(run);
			known.set(run, equations);
		}
		for (const equation of equations) found.add(equation);
	}
}
function equationsOfRun(run) {
	const tokens = run.match(NUMBER_OR_MARK) ?? [];
	if (tokens.length > LONGEST_RUN) return [];
	const sides = splitAtEquals(tokens);
	const last = sides.length - 1;
	const parsed = sides.map((side, place) => place === 0 ? longestSuffix(side) : place === last ? longestPrefix(side) : parseSide(side));
	return parsed.slice(1).flatMap((right, place) => {
		const left = parsed[place];
		if (left === void 0 || right === void 0 || !(left.calculates || right.calculates)) return [];
		return [[left.text, right.text].sort().join("=")];
	});
}
function splitAtEquals(tokens) {
	const sides = [[]];
	for (const token of tokens) if (token === "=") sides.push([]);
	else sides.at(-1)?.push(token);
	return sides;
}
/**
* Finds the longest suffix of the tokens that is a side of an equation. The text before the first `=` may begin with
* marks that belong to the sentence. The text after the last `=` may end with such marks.
*/
function longestSuffix(tokens) {
	for (let start = 0; start < tokens.length; start += 1) {
		const side = parseSide(tokens.slice(start));
		if (side !== void 0) return side;
	}
}
function longestPrefix(tokens) {
	for (let end = tokens.length; end > 0; end -= 1) {
		const side = parseSide(tokens.slice(0, end));
		if (side !== void 0) return side;
	}
}
function parseSide(tokens) {
	const parser = new Parser(tokens);
	const sum = parser.sum();
	if (sum === void 0 || !parser.atEnd) return void 0;
	return {
		text: sumText(sum),
		calculates: parser.operators > 0
	};
}
var Parser = class {
	#tokens;
	#place = 0;
	operators = 0;
	constructor(tokens) {
		this.#tokens = tokens;
	}
	get atEnd() {
		return this.#place === this.#tokens.length;
	}
	sum() {
		const terms = [];
		let negative = false;
		for (;;) {
			const product = this.#product();
			if (product === void 0) return void 0;
			terms.push(...product.map((term) => ({
				...term,
				negative: term.negative !== negative
			})));
			const mark = this.#take("+", "-");
			if (mark === void 0) return terms;
			this.operators += 1;
			negative = mark === "-";
		}
	}
	/** Returns one term, or several if the product is just a sum in parentheses. */
	#product() {
		let product = this.#factor();
		if (product === void 0) return void 0;
		for (;;) {
			const mark = this.#take("*", "/") ?? (this.#tokens[this.#place] === "(" ? "*" : void 0);
			if (mark === void 0) return product;
			this.operators += 1;
			const factor = this.#factor();
			if (factor === void 0) return void 0;
			const left = asTerm(product);
			const right = asTerm(factor);
			product = [{
				negative: left.negative !== right.negative,
				factors: [...left.factors, ...right.factors.map(({ inverse, text }) => ({
					inverse: inverse !== (mark === "/"),
					text
				}))]
			}];
		}
	}
	#factor() {
		if (this.#take("-") !== void 0) return this.#factor()?.map((term) => ({
			...term,
			negative: !term.negative
		}));
		const atom = this.#atom();
		if (atom === void 0 || this.#take("^") === void 0) return atom;
		this.operators += 1;
		const exponent = this.#factor();
		if (exponent === void 0) return void 0;
		return [plainTerm(`${nestedText(atom)}^${nestedText(exponent)}`)];
	}
	#atom() {
		const token = this.#tokens[this.#place];
		if (token !== void 0 && isNumber(token)) {
			this.#place += 1;
			return [plainTerm(this.#take("%") === void 0 ? token : `${token}%`)];
		}
		if (this.#take("(") === void 0) return void 0;
		const sum = this.sum();
		if (sum === void 0 || this.#take(")") === void 0) return void 0;
		return this.#take("%") === void 0 ? sum : [plainTerm(`${nestedText(sum)}%`)];
	}
	#take(...marks) {
		const token = this.#tokens[this.#place];
		if (token === void 0 || !marks.includes(token)) return void 0;
		this.#place += 1;
		return token;
	}
};
function plainTerm(text) {
	return {
		negative: false,
		factors: [{
			inverse: false,
			text
		}]
	};
}
function asTerm(sum) {
	const [only] = sum;
	return sum.length === 1 && only !== void 0 ? only : plainTerm(nestedText(sum));
}
function sumText(sum) {
	const text = sum.map((term) => `${term.negative ? "-" : "+"}${productText(term.factors)}`).sort().join("");
	return text.startsWith("+") ? text.slice(1) : text;
}
/**
* The canonical text of a product. The text begins with `*`, because a product always has a factor that is not inverted,
* and `*` sorts before `/`.
*/
function productText(factors) {
	return factors.map((factor) => `${factor.inverse ? "/" : "*"}${factor.text}`).sort().join("").slice(1);
}
function nestedText(sum) {
	const text = sumText(sum);
	return /^[\d.]+%?$/u.test(text) ? text : `(${text})`;
}

// src/measures/equations/ways.ts
/**
* Minimum share of the baseline's correct solutions that must show a way. Below this share, way-based measures do not
* apply.
*/
const LEAST_SHARE_WITH_WAYS = .5;
/**
* Determines each correct solution's way: the grader's key or, without a key, the canonical equations in its text.
* Undefined if fewer than half of the baseline's correct solutions show a way. Whether it is undefined depends on the
* baseline alone (method.md, section "Diversity").
*/
function waysOf(items) {
	return shownWays(items.map(readWays));
}
/** Returns `ways`, or undefined if fewer than half of the baseline's correct solutions show a way. */
function shownWays(ways) {
	const ofOld = ways.flatMap(({ old }) => old.correct);
	const shown = ofOld.filter(({ size }) => size > 0).length;
	return ofOld.length > 0 && shown >= LEAST_SHARE_WITH_WAYS * ofOld.length ? ways : void 0;
}
function readWays({ id, cluster, old, new: candidate }) {
	const wayOf = wayReader();
	const waysOn = ({ correct, samples }) => ({
		correct: correct.map(wayOf),
		samples
	});
	return {
		id,
		cluster,
		old: waysOn(old),
		new: waysOn(candidate)
	};
}
/** Returns a reader for one item's ways. The reader caches results, because an item's solutions resemble one another. */
function wayReader() {
	const ofKeys = /* @__PURE__ */ new Map();
	const ofEquations = /* @__PURE__ */ new Map();
	const ofRuns = /* @__PURE__ */ new Map();
	const fromKey = (key) => remembered(ofKeys, key, () => /* @__PURE__ */ new Set([key]));
	const fromText = (text) => {
		const equations = equationsOf(text, ofRuns);
		return remembered(ofEquations, [...equations].sort().join(";"), () => equations);
	};
	return ({ key, text }) => key === void 0 ? fromText(text) : fromKey(key);
}
function remembered(known, name, read) {
	let value = known.get(name);
	if (value === void 0) {
		value = read();
		known.set(name, value);
	}
	return value;
}

// src/measures/measure-suite.ts
/**
* The shares of the whole work at which the slow parts begin and end, measured with 4,000 items and 32 samples per side.
*/
const PARTS = {
	encoding: [0, .2],
	"n-grams": [.5, 1]
};
/**
* Finds a suite's eligible items and computes their measures that may gate (method.md). `onProgress` is called with the
* completed share of the work, from 0 to 1.
*/
function measureSuite(samples, onProgress = () => {}) {
	const suite = eligibleSuite(samples);
	const { name, role, items, k } = suite;
	const texts = new EncodedTexts(items, (part, share) => {
		const [begin, end] = PARTS[part];
		onProgress(begin + share * (end - begin));
	});
	const ways = waysOf(solvedItems(items));
	onProgress(.3);
	const graded = role !== "open";
	const choice = isChoice(suite);
	const of = (measure) => ({
		suite: name,
		role,
		...measure
	});
	const probability = (dimension, name, measurement) => of({
		dimension,
		name,
		unit: "probability",
		measurement
	});
	const hardest = graded ? hardestGroup(suite) : void 0;
	return {
		suite,
		accuracy: graded ? probability(role === "ood" ? "generalization" : "accuracy", "pass@1", accuracy(items)) : void 0,
		coverage: !graded ? void 0 : choice ? probability("coverage", "cover@0.5", coverAtHalf(items)) : probability("coverage", `pass@${k}`, passAt(items, k)),
		syntactic: choice ? void 0 : of({
			dimension: "diversity",
			name: "syntactic",
			unit: "dissimilarity",
			measurement: syntacticDiversity(items, texts)
		}),
		logical: of({
			dimension: "diversity",
			name: "logical",
			unit: "dissimilarity",
			measurement: logicalDiversity(ways)
		}),
		semantic: suite.embeddingOf === void 0 ? void 0 : of({
			dimension: "diversity",
			name: "semantic",
			unit: "dissimilarity",
			measurement: semanticDiversity(items, suite.embeddingOf)
		}),
		reach: of({
			dimension: "diversity",
			name: `reach@${k}`,
			unit: "ways",
			measurement: reachAt(ways, k)
		}),
		hardestGroup: hardest === void 0 ? void 0 : {
			...probability("generalization", "hardest group", hardest.measurement),
			...hardest.group === void 0 ? {} : { group: hardest.group }
		},
		texts,
		ways
	};
}

// src/verdict/claim.ts
function claimOf({ status, gain, family }) {
	const lost = family.flatMap(({ member, state }) => state?.kind === "lost" ? [measureId(member.measure)] : []);
	return {
		status,
		changes: JSON.stringify([gain, lost])
	};
}
/** Whether two decisions have the same verdict and claim the same changes. */
function isSameClaim(one, other) {
	return one.status === other.status && one.changes === other.changes;
}

// src/statistics/pooling.ts
/**
* The weighted mean of independent means, with the pool's skewness and its (Welch–Satterthwaite) degrees of freedom.
* Weights are normalized to sum to 1. A single part is returned unchanged.
* @throws {RangeError} if there are no parts
*/
function pool(parts) {
	if (parts.length === 0) throw new RangeError("a pool needs at least one part");
	const [only] = parts;
	if (parts.length === 1 && only !== void 0) return only;
	const totalWeight = parts.reduce((sum, { weight }) => sum + weight, 0);
	const scaled = parts.map((part) => ({
		...part,
		se: part.weight / totalWeight * part.standardError
	}));
	const variance = scaled.reduce((sum, { se }) => sum + se ** 2, 0);
	const standardError = Math.sqrt(variance);
	return {
		centre: scaled.reduce((sum, { weight, centre }) => sum + weight / totalWeight * centre, 0),
		standardError,
		skewness: standardError === 0 ? 0 : scaled.reduce((sum, { skewness, se }) => sum + skewness * se ** 3, 0) / standardError ** 3,
		degreesOfFreedom: standardError === 0 ? Math.min(...scaled.map(({ degreesOfFreedom }) => degreesOfFreedom)) : variance ** 2 / scaled.reduce((sum, { se, degreesOfFreedom }) => sum + se ** 4 / degreesOfFreedom, 0)
	};
}

// src/verdict/estimate.ts
/** Returns the estimate over `parts`, which must not be empty. Decisions are one-sided at level `alpha`. */
function estimate(parts, alpha = ALPHA) {
	const differences = parts.map(({ measurement }) => difference(measurement, 1));
	const location = locate(parts, differences);
	const weighted = (value) => parts.reduce((sum, part, place) => sum + part.weight * value(part, place), 0);
	const plain = differences.map(({ plainStandardError }) => plainStandardError);
	return {
		old: weighted(({ measurement }) => mean$1(measurement.items.map((item) => item.old))),
		new: weighted(({ measurement }) => mean$1(measurement.items.map((item) => item.new))),
		delta: weighted((_, place) => differences[place]?.estimate ?? NaN),
		interval: intervalOf(location, { range: rangeOf(parts) }),
		bounds: intervalOf(location, {
			range: rangeOf(parts),
			alpha
		}),
		pLoss: pOfNoLoss(location),
		standardError: location.standardError,
		degreesOfFreedom: location.degreesOfFreedom,
		plainStandardError: plain.includes(void 0) ? void 0 : Math.hypot(...parts.map(({ weight }, place) => weight * (plain[place] ?? 0))),
		items: differences.reduce((sum, { items }) => sum + items, 0),
		effectiveClusters: differences.reduce((sum, { effectiveClusters }) => sum + effectiveClusters, 0)
	};
}
/** The accepted loss, in the same unit as the difference. */
function marginInUnits(margin, { old }) {
	return margin.kind === "relative" ? margin.fraction * old : margin.fraction;
}
/**
* Whether the loss is shown to be no larger than the margin: the lower bound of `new − old` is above `−margin`. For a
* relative margin, the lower bound of `new − (1 − margin)·old` must be above 0, so that the baseline's own uncertainty
* is included.
*/
function shownKept(parts, margin, alpha = ALPHA) {
	const share = margin.kind === "relative" ? 1 - margin.fraction : 1;
	const location = locate(parts, parts.map(({ measurement }) => difference(measurement, share)));
	const [lower] = intervalOf(location, {
		range: rangeOf(parts),
		alpha
	});
	return margin.kind === "relative" ? lower > 0 : lower > -margin.fraction;
}
/** The clustered mean of `new − share·old`. */
function difference({ items, largestValue }, share) {
	return clusteredMean(items.map((item) => ({
		cluster: item.cluster,
		value: item.new - share * item.old
	})), LARGEST_MOVE_OF_PROBABILITY * largestValue);
}
function locate(parts, differences) {
	return pool(differences.map((location, place) => ({
		...location,
		weight: parts[place]?.weight ?? 0
	})));
}
function rangeOf(parts) {
	const reach = Math.max(...parts.map(({ measurement }) => measurement.reach));
	return [-reach, reach];
}
function mean$1(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
__name(mean$1, "mean");

// src/verdict/validity/extraction.ts
/** Maximum number of rules that a finding lists. */
const NAMED = 3;
/** A rule is listed only if its share of samples changed by at least this fraction. */
const WORTH_NAMING = .01;
/** With S samples per side, the sides are expected to differ by at most `BASE + SPREAD / √S`, as a fraction. */
const BASE = .1;
const SPREAD = 1;
/** Returns at most three rules that found answers more or less often than before, with the largest change first. */
function movedRules(items) {
	return sharesOf$2(items).filter((rule) => moveOf(rule) >= WORTH_NAMING).toSorted((a, b) => moveOf(b) - moveOf(a) || (a.rule < b.rule ? -1 : 1)).slice(0, NAMED);
}
/**
* The total variation distance, from 0 to 1, between the distributions of the rules that found the two sides' answers.
* Undefined if the distance is at most 10 points + 100 points/√S for S graded samples per side, or if a side has no
* graded samples. The distance is only used in notes and never affects the verdict: models that write differently but
* are right equally often can reach 1.
*/
function notableDistance(items) {
	const samples = Math.min(gradedOn("old", items), gradedOn("new", items));
	if (samples === 0) return void 0;
	const distance = sharesOf$2(items).reduce((sum, rule) => sum + moveOf(rule), 0) / 2;
	return distance > BASE + SPREAD / Math.sqrt(samples) ? Math.min(distance, 1) : void 0;
}
function moveOf({ old, new: candidate }) {
	return Math.abs(candidate - old);
}
function gradedOn(side, items) {
	return items.reduce((sum, item) => sum + item[side].filter(({ outcome }) => outcome !== "failed").length, 0);
}
function sharesOf$2(items) {
	const counts = {
		old: countsOn("old", items),
		new: countsOn("new", items)
	};
	const of = {
		old: Math.max(1, gradedOn("old", items)),
		new: Math.max(1, gradedOn("new", items))
	};
	return [.../* @__PURE__ */ new Set([...counts.old.keys(), ...counts.new.keys()])].map((rule) => ({
		rule,
		old: (counts.old.get(rule) ?? 0) / of.old,
		new: (counts.new.get(rule) ?? 0) / of.new
	}));
}
__name(sharesOf$2, "sharesOf");
function countsOn(side, items) {
	const counts = /* @__PURE__ */ new Map();
	for (const item of items) for (const { outcome, rule = "none" } of item[side]) if (outcome !== "failed") counts.set(rule, (counts.get(rule) ?? 0) + 1);
	return counts;
}

// src/verdict/pooled-target.ts
/**
* The pooled target's pass@1, in which every target suite has equal weight. Suites that share an item or a cluster are
* not independent, so they are joined into one clustered sample that carries their combined weight. Undefined if there
* are no target suites or if one of them could not be measured (method.md, section "The verdict").
*/
function pooledTarget(targets) {
	const measured = targets.map(({ accuracy }) => accuracy?.measurement.kind === "measured" ? accuracy.measurement : void 0);
	if (measured.length === 0 || measured.includes(void 0)) return void 0;
	const samples = [];
	for (const measurement of measured) {
		if (measurement === void 0) continue;
		const clusters = new Set(measurement.items.map(({ cluster }) => cluster));
		const joined = {
			items: [...measurement.items],
			clusters,
			suites: 1
		};
		for (const sample of samples.filter((other) => !other.clusters.isDisjointFrom(clusters))) {
			samples.splice(samples.indexOf(sample), 1);
			joined.items = [...sample.items, ...joined.items];
			joined.clusters = joined.clusters.union(sample.clusters);
			joined.suites += sample.suites;
		}
		samples.push(joined);
	}
	return samples.map(({ items, suites }) => ({
		measurement: {
			kind: "measured",
			items,
			largestValue: 1,
			reach: 1
		},
		weight: suites / targets.length
	}));
}

// src/verdict/validity/sample-shares.ts
/** The share of graded samples that match. Failed samples are ignored; undefined if there are no graded samples. */
function shareOf$1(samples, fits) {
	const graded = samples.filter(({ outcome }) => outcome !== "failed");
	return graded.length === 0 ? void 0 : graded.filter(fits).length / graded.length;
}
__name(shareOf$1, "shareOf");
/** The same share over all of each side's samples; 0 if there are no graded samples. */
function sharesOf$1(items, fits) {
	return {
		old: shareOf$1(items.flatMap(({ old }) => old), fits) ?? 0,
		new: shareOf$1(items.flatMap(({ new: candidate }) => candidate), fits) ?? 0
	};
}
__name(sharesOf$1, "sharesOf");
/** Items ordered by id, so that the items named in a finding do not depend on the order of lines in a file. */
function byId(items) {
	return items.toSorted((a, b) => a.id < b.id ? -1 : 1);
}

// src/verdict/validity/format-drift.ts
/** Maximum number of examples that a finding lists. */
const EXAMPLES$1 = 3;
/** A drift that opposes a claimed change may have caused it if the drift is at least this fraction of the change. */
const MAKES_THE_CHANGE = .5;
/**
* The measures for which the lenient grade is shown to drift (docs/method.md, section "Validity"). A drift is decisive if
* the lenient grade changes a claim, or if the drift opposes a claimed change and is at least half of it.
*/
function formatDrifts({ suites, measures, lenient, decision, judge }) {
	const byLenient = new Map(measures.map((suite, place) => [suite, lenient[place]]));
	return [...measures.flatMap((suite) => ofSuite(suite, measures, byLenient)), ...pooled(measures, byLenient)].flatMap(({ measure, strict, lenient: graded, leniently, of }) => {
		const drift = estimate(driftParts(strict, graded));
		if (drift.interval[0] <= 0 && drift.interval[1] >= 0) return [];
		const changesClaim = !isSameClaim(claimOf(judge(leniently)), claimOf(decision));
		const own = suites.filter(({ name }) => of.some(({ suite }) => suite.name === name));
		return [{
			cause: "format-drift",
			suite: measure.suite,
			measure: measure.name,
			strict: figures$1(estimate(strict)),
			lenient: figures$1(estimate(graded)),
			drift: {
				delta: drift.delta,
				interval: drift.interval
			},
			decides: changesClaim || opposesClaim(drift.delta, claimedChange(measure, decision)),
			rules: movedRules(own.flatMap(({ items }) => items)),
			examples: examplesOf(own, drift.delta > 0 ? "new" : "old")
		}];
	});
}
function ofSuite(suite, measures, byLenient) {
	const lenient = byLenient.get(suite);
	if (lenient === void 0) return [];
	return [
		"accuracy",
		"coverage",
		"hardestGroup"
	].flatMap((kind) => {
		const [measure, leniently] = [suite[kind], lenient[kind]];
		if (measure?.measurement.kind !== "measured" || leniently?.measurement.kind !== "measured") return [];
		return [{
			measure,
			strict: [{
				measurement: measure.measurement,
				weight: 1
			}],
			lenient: [{
				measurement: leniently.measurement,
				weight: 1
			}],
			leniently: measures.map((each) => each === suite ? {
				...each,
				[kind]: leniently
			} : each),
			of: [suite]
		}];
	});
}
/**
* The pooled target, if it consists of several suites. A single target suite is already covered by its accuracy
* measure.
*/
function pooled(measures, byLenient) {
	const leniently = measures.map((suite) => suite.suite.role === "target" ? {
		...suite,
		accuracy: byLenient.get(suite)?.accuracy ?? suite.accuracy
	} : suite);
	const targets = measures.filter(({ suite }) => suite.role === "target");
	const [first] = targets;
	if (targets.length < 2 || first?.accuracy === void 0) return [];
	if (targets.every((suite) => byLenient.get(suite) === void 0)) return [];
	const strict = pooledTarget(targets);
	const lenient = pooledTarget(leniently.filter(({ suite }) => suite.role === "target"));
	if (strict === void 0 || lenient === void 0) return [];
	return [{
		measure: {
			...first.accuracy,
			suite: void 0
		},
		strict,
		lenient,
		leniently,
		of: targets
	}];
}
/** Subtracts the strict values from the lenient ones, item by item. Both have the same items in the same order. */
function driftParts(strict, lenient) {
	return strict.map(({ measurement, weight }, part) => {
		const others = lenient[part]?.measurement.items ?? [];
		const items = measurement.items.map((item, place) => {
			const other = others[place] ?? item;
			return {
				...item,
				old: other.old - item.old,
				new: other.new - item.new
			};
		});
		return {
			measurement: {
				...measurement,
				items,
				largestValue: 1,
				reach: 1
			},
			weight
		};
	});
}
/** The change in this measure that the verdict claims: a gain of the target, or a loss. */
function claimedChange(measure, { family, gain }) {
	const judged = family.find(({ member }) => member.measure === measure || measure.suite === void 0 && member.pooledTarget);
	if (judged?.estimate === void 0) return void 0;
	return judged.member.pooledTarget && gain || judged.state?.kind === "lost" ? judged.estimate.delta : void 0;
}
function opposesClaim(drift, claimed) {
	if (claimed === void 0 || Math.sign(drift) === Math.sign(claimed)) return false;
	return Math.abs(drift) >= MAKES_THE_CHANGE * Math.abs(claimed);
}
function figures$1({ old, new: candidate, delta }) {
	return {
		old,
		new: candidate,
		delta
	};
}
__name(figures$1, "figures");
/**
* Selects samples that only the lenient grade counts as correct. Prefers samples from different items and from `side`.
*/
function examplesOf(suites, side) {
	const found = (of) => suites.flatMap(({ name, items }) => byId(items).flatMap((item) => exampleOf(item, of, name)));
	return [...found(side), ...found(side === "old" ? "new" : "old")].slice(0, EXAMPLES$1);
}
function exampleOf(item, side, suite) {
	const sample = item[side].find(({ lenient }) => lenient !== void 0);
	return sample === void 0 ? [] : [{
		suite,
		id: item.id,
		side,
		index: sample.index
	}];
}

// src/verdict/validity/nothing-measured.ts
/**
* If one reason accounts for at least this share of both sides' samples, nothing was measured. If the share is smaller
* on either side, the finding is only a warning.
*/
const NOTHING_MEASURED = .8;
const WORTH_A_WARNING = .5;
/** The same limit for truncated samples. */
const NEARLY_ALL_TRUNCATED = .8;
const OFTEN_TRUNCATED = .5;
const FAULTS_OF_PROGRAMS = [
	[/\bNameError\b/, "NameError"],
	[/\b(?:ImportError|ModuleNotFoundError)\b|, because the sandbox does not have /, "ImportError"],
	[/\b(?:SyntaxError|IndentationError|TabError)\b|^not a valid Python program/, "SyntaxError"]
];
/**
* Returns the reason why a sample has no usable answer; undefined for a wrong answer, a failed assertion, a time limit
* or a truncated sample.
*/
function faultOf({ outcome, blank, reason = "" }) {
	if (outcome !== "incorrect" && outcome !== "unparseable") return void 0;
	if (blank !== void 0) return blank;
	if (outcome === "unparseable") return "no answer read";
	return FAULTS_OF_PROGRAMS.find(([pattern]) => pattern.test(reason))?.[1];
}
/** Returns the reasons that account for at least half of a side's samples on a suite with right answers. */
function oneReasons({ name, role, items }) {
	if (role === "open") return [];
	const faults = /* @__PURE__ */ new Map();
	for (const side of ["old", "new"]) for (const { id, [side]: samples } of byId(items)) for (const sample of samples) {
		const fault = faultOf(sample);
		if (fault !== void 0 && !faults.has(fault)) faults.set(fault, {
			id,
			side,
			reason: sample.reason
		});
	}
	return [...faults].toSorted(([a], [b]) => a < b ? -1 : 1).flatMap(([fault, example]) => {
		const share = sharesOf$1(items, (sample) => faultOf(sample) === fault);
		if (Math.max(share.old, share.new) < WORTH_A_WARNING) return [];
		const decides = Math.min(share.old, share.new) >= NOTHING_MEASURED;
		return [{
			cause: "one-reason",
			suite: name,
			fault,
			...share,
			example,
			decides
		}];
	});
}
/** Returns a finding if more than half of a side's samples on a suite were cut off. */
function truncations({ name, items }) {
	const share = sharesOf$1(items, ({ outcome }) => outcome === "truncated");
	if (Math.max(share.old, share.new) <= OFTEN_TRUNCATED) return [];
	const inReasoning = sharesOf$1(items, ({ endedInReasoning }) => endedInReasoning === true);
	const decides = Math.min(share.old, share.new) > NEARLY_ALL_TRUNCATED;
	return [{
		cause: "truncation",
		suite: name,
		...share,
		inReasoning,
		decides
	}];
}
/** Returns a finding if no suite with right answers has a single correct sample. */
function nothingSolved(suites) {
	const graded = suites.filter(({ role }) => role !== "open").flatMap(({ items }) => items.flatMap((item) => [...item.old, ...item.new])).filter(({ outcome }) => outcome !== "failed");
	return graded.length > 0 && graded.every(({ outcome }) => outcome !== "correct") ? [{
		cause: "nothing-solved",
		samples: graded.length
	}] : [];
}

// src/verdict/validity/outcome-drift.ts
/**
* Truncated samples may have changed a verdict if their share on a side exceeds the first limit and the sides differ by more
* than the second.
*/
const MOST_TRUNCATED = .05;
const TRUNCATED_APART = .02;
const UNPARSEABLE_APART = .05;
/** Minimum share of an item's samples that must remain when suspect samples are left out. */
const LEAST_SHARE_WITHOUT_SUSPECTS = .5;
/**
* Finds the outcomes whose shares differ notably between the sides. `claim` is the actual claim; `claimOn` computes the
* claim from other samples.
*/
function outcomeDrifts(suites, { claim, claimOn }) {
	return suites.flatMap((suite) => ["truncated", "unparseable"].filter((outcome) => outcome === "truncated" ? isTruncatedApart(suite) : isUnparseableApart(suite)).map((outcome) => {
		const without = suites.map((each) => each === suite ? leaveOut(each, outcome) : each);
		return {
			cause: "outcome-drift",
			suite: suite.name,
			outcome,
			...sharesOf$1(suite.items, (sample) => sample.outcome === outcome),
			changesClaim: isOther(outcome, claim, claimOn(without)),
			rule: outcome === "unparseable" ? suite.unparseable ?? "unknown" : "unknown"
		};
	}));
}
/**
* Whether the claim changes without the suspect samples. Without truncated samples, only the verdict must stay the
* same: a side that is worse on the samples it finished really is worse. Without unparseable samples, every claim must
* stay the same.
*/
function isOther(outcome, claim, without) {
	return outcome === "truncated" ? claim.status !== without.status : !isSameClaim(claim, without);
}
/** Whether a drift makes the result `invalid` rather than a warning. */
function isDecisive({ changesClaim, rule }) {
	return changesClaim && rule === "unknown";
}
function isTruncatedApart({ items }) {
	const share = sharesOf$1(items, ({ outcome }) => outcome === "truncated");
	return Math.max(share.old, share.new) > MOST_TRUNCATED && Math.abs(share.new - share.old) > TRUNCATED_APART;
}
/** Whether the shares differ by more than 5 points, and the interval of the paired difference excludes 0. */
function isUnparseableApart({ items }) {
	const paired = items.flatMap((item) => {
		const old = shareOf$1(item.old, isUnparseable);
		const candidate = shareOf$1(item.new, isUnparseable);
		return old === void 0 || candidate === void 0 ? [] : [{
			id: item.id,
			cluster: item.cluster,
			old,
			new: candidate
		}];
	});
	if (paired.length === 0) return false;
	const { delta, interval } = estimate([{
		measurement: {
			kind: "measured",
			items: paired,
			largestValue: 1,
			reach: 1
		},
		weight: 1
	}]);
	return Math.abs(delta) > UNPARSEABLE_APART && (interval[0] > 0 || interval[1] < 0);
}
const isUnparseable = ({ outcome }) => outcome === "unparseable";
/** Returns the suite without the suspect samples. Items that keep less than half of their samples are then dropped. */
function leaveOut(suite, outcome) {
	const without = (samples) => samples.map((sample) => sample.outcome === outcome ? {
		...sample,
		outcome: "failed",
		text: ""
	} : sample);
	return {
		...suite,
		leastShare: LEAST_SHARE_WITHOUT_SUSPECTS,
		items: suite.items.map((item) => ({
			...item,
			old: without(item.old),
			new: without(item.new)
		}))
	};
}

// src/verdict/validity/stack-change.ts
/**
* Finds changes in the serving stack (method.md, section "Validity"), either within one side's completions or between
* the baseline's and the candidate's. The evidence is the stack and the time recorded with each completion, so the
* result is the same for new completions and for stored ones. Different fingerprints are accepted if the sides were
* sampled concurrently or have different model names, because many servers use a separate fingerprint for each model.
*/
function stackChanges({ old, new: candidate }) {
	const changed = [...changedWithin("old", old, candidate), ...changedWithin("new", candidate, old)];
	if (changed.length > 0) return changed;
	const apart = stacksApart(old, candidate);
	return apart !== void 0 && isOneModel(apart) ? [{
		cause: "stacks-apart",
		...apart
	}] : [];
}
/**
* The two sides' stacks, if one side was sampled entirely before the other and both their model names and their
* fingerprints differ. In that case, fingerprints cannot show whether the model or the stack changed. Undefined if
* there is no such doubt.
*/
function incomparableStacks({ old, new: candidate }) {
	if (old.length > 1 || candidate.length > 1) return void 0;
	const apart = stacksApart(old, candidate);
	return apart === void 0 || isOneModel(apart) ? void 0 : apart;
}
function stacksApart([old], [candidate]) {
	if (old === void 0 || candidate === void 0) return void 0;
	return old.fingerprint !== candidate.fingerprint && drawnApart(old, candidate) ? {
		old,
		new: candidate
	} : void 0;
}
function isOneModel({ old, new: candidate }) {
	return old.model !== null && old.model === candidate.model;
}
function changedWithin(side, stacks, others) {
	if (stacks.length < 2) return [];
	return new Set(stacks.map(({ model }) => model)).size === 1 && fingerprints(stacks) === fingerprints(others) ? [] : [{
		cause: "stack-changed",
		side,
		stacks
	}];
}
function fingerprints(stacks) {
	return JSON.stringify([...new Set(stacks.map(({ fingerprint }) => fingerprint ?? ""))].sort());
}
function drawnApart(one, other) {
	return one.newest < other.oldest || other.newest < one.oldest;
}

// src/verdict/validity/validity.ts
const MOST_FAILED = .01;
const MOST_DROPPED = .02;
/**
* Decides whether the verdict can be trusted. It can be trusted if every requested sample was delivered once, few
* samples failed, something was measured at all, and the verdict does not depend on dropped items, on truncation or on
* the way answers are written.
*/
function validity({ suites, unexpected, droppedItems, cut, claim, rejudge, formatDrifts = [], served, oneModel }) {
	const invalid = [];
	const cutFindings = cut === void 0 ? [] : [{
		cause: "cut",
		cut
	}];
	const isCutShort = cut?.isEnough === false;
	if (isCutShort) invalid.push(...cutFindings);
	const missing = cut === void 0 ? suites.flatMap(missingSamples) : [];
	if (missing.length > 0) invalid.push({
		cause: "missing",
		samples: missing
	});
	const unasked = [...unexpected, ...suites.flatMap(samplesBeyondN)];
	if (unasked.length > 0) invalid.push({
		cause: "unexpected",
		samples: unasked
	});
	invalid.push(...suites.flatMap(tooManyFailed));
	suites.forEach(({ name, items }, place) => {
		const dropped = droppedItems[place] ?? 0;
		if (dropped > MOST_DROPPED * items.length) invalid.push({
			cause: "dropped",
			suite: name,
			dropped,
			of: items.length
		});
	});
	const allDropped = droppedItems.reduce((sum, count) => sum + count, 0);
	if (allDropped > 0 && [1, -1].some((direction) => rejudge.droppedItems(direction) !== claim.status)) invalid.push({
		cause: "dropped-could-decide",
		dropped: allDropped
	});
	const outcomes = outcomeDrifts(suites, {
		claim,
		claimOn: rejudge.claimOn
	});
	const reasons = suites.flatMap(oneReasons);
	const cutOff = suites.flatMap(truncations);
	const changes = served === void 0 ? [] : stackChanges(served.by);
	const refused = served?.onChange === "invalid";
	return {
		invalid: [
			...invalid,
			...reasons.filter(({ decides }) => decides),
			...cutOff.filter(({ decides }) => decides),
			...nothingSolved(suites),
			...formatDrifts.filter(({ decides }) => decides),
			...outcomes.filter(isDecisive),
			...refused ? changes : []
		],
		warnings: [
			...isCutShort ? [] : cutFindings,
			...reasons.filter(({ decides }) => !decides),
			...cutOff.filter(({ decides }) => !decides),
			...formatDrifts.filter(({ decides }) => !decides),
			...outcomes.filter((drift) => !isDecisive(drift)),
			...refused ? [] : changes,
			...oneModel === void 0 ? [] : [oneModel]
		]
	};
}
const SIDES = ["old", "new"];
function missingSamples({ name, items, samplesPerItem }) {
	return items.flatMap((item) => SIDES.flatMap((side) => {
		const received = new Set(item[side].map(({ index }) => index));
		const indices = Array.from({ length: samplesPerItem }, (_, index) => index).filter((index) => !received.has(index));
		return indices.length === 0 ? [] : [{
			suite: name,
			side,
			id: item.id,
			indices
		}];
	}));
}
function samplesBeyondN({ name, items, samplesPerItem }) {
	return items.flatMap((item) => SIDES.flatMap((side) => item[side].filter(({ index }) => index >= samplesPerItem).map(({ index }) => ({
		kind: "beyond-n",
		suite: name,
		side,
		id: item.id,
		index
	}))));
}
function tooManyFailed({ name, items }) {
	return SIDES.flatMap((side) => {
		const samples = items.flatMap((item) => item[side]);
		const failed = samples.filter(({ outcome }) => outcome === "failed");
		if (failed.length <= MOST_FAILED * samples.length) return [];
		return [{
			cause: "failed",
			suite: name,
			side,
			failed: failed.length,
			of: samples.length,
			reason: commonestReason(failed)
		}];
	});
}
function commonestReason(failed) {
	const counts = /* @__PURE__ */ new Map();
	for (const { reason = "no reason given" } of failed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? "";
}

// src/verdict/family.ts
/** The pooled target's margin if its guardrail is off: `unchanged` and `regression` still need a margin. */
const DEFAULT_TARGET_MARGIN = {
	kind: "points",
	fraction: .02
};
/**
* The family consists of: pass@1, coverage, each kind of diversity and the hardest group for every target suite; pass@1
* for every ood suite; diversity for every open suite; and the pooled target's pass@1, which for a single target suite
* is that suite's own pass@1. Only the configuration determines the family: a measure that cannot be measured stays in
* it (method.md, section "Several guardrails: Holm").
*/
function family(suites, policy) {
	const targets = suites.filter(({ suite }) => suite.role === "target");
	const members = [];
	const pooled = pooledTargetMember(targets, policy);
	if (pooled !== void 0) members.push(pooled);
	for (const suite of suites) {
		const { name, role } = suite.suite;
		const add = (measure, guardrail, rest = {}) => {
			const setting = guardrailOn(policy, guardrail, name);
			if (measure === void 0 || setting === "off") return;
			members.push({
				measure,
				margin: setting.margin,
				parts: singlePart(measure),
				reach: void 0,
				guardrail,
				pooledTarget: false,
				onlyIfKeepable: false,
				...rest
			});
		};
		const reach = suite.reach.measurement.kind === "not-applicable" ? void 0 : suite.reach;
		if (role === "target") {
			if (targets.length > 1) add(suite.accuracy, "accuracy");
			add(suite.coverage, "coverage");
		}
		if (role === "target" || role === "open") {
			add(suite.syntactic, "diversity", { reach });
			add(suite.logical, "diversity", { reach });
			add(suite.semantic, "diversity", { reach });
		}
		if (role === "target") add(suite.hardestGroup, "hardest-group", { onlyIfKeepable: true });
		if (role === "ood") add(suite.accuracy, "ood");
	}
	return members;
}
function pooledTargetMember(targets, policy) {
	const [first] = targets;
	if (first?.accuracy === void 0) return void 0;
	const single = targets.length === 1;
	const setting = single ? guardrailOn(policy, "accuracy", first.suite.name) : policy.guardrails.accuracy;
	const parts = pooledTarget(targets);
	return {
		measure: single ? first.accuracy : {
			...first.accuracy,
			suite: void 0,
			measurement: targets.find(({ accuracy }) => accuracy?.measurement.kind !== "measured")?.accuracy?.measurement ?? first.accuracy.measurement
		},
		margin: setting === "off" ? DEFAULT_TARGET_MARGIN : setting.margin,
		parts,
		reach: void 0,
		guardrail: single && setting !== "off" ? "accuracy" : void 0,
		pooledTarget: true,
		onlyIfKeepable: false
	};
}
function singlePart({ measurement }) {
	return measurement.kind === "measured" ? [{
		measurement,
		weight: 1
	}] : void 0;
}

// src/statistics/holm.ts
/**
* Holm's step-down adjustment: adjusted p-values, in the given order, that control the chance of making even one false
* rejection in the whole family. An empty family gives an empty list. Holm (1979).
*/
function holm(pValues) {
	const adjusted = Array.from({ length: pValues.length });
	let largestSoFar = 0;
	pValues.map((p, place) => ({
		p,
		place
	})).sort((a, b) => a.p - b.p).forEach(({ p, place }, rank) => {
		largestSoFar = Math.max(largestSoFar, Math.min(1, (pValues.length - rank) * p));
		adjusted[place] = largestSoFar;
	});
	return adjusted;
}

// src/verdict/states.ts
/**
* Decides every family member's state by applying Holm's procedure to all of them and then classifying each as lost,
* kept or unclear (method.md, section "The states of a guardrail"). Decisions are one-sided at level `alpha`.
*/
function decideStates(members, alpha = ALPHA) {
	const seen = members.map((member) => seenMember(member, alpha));
	const alone = holm(seen.map(({ pAlone }) => pAlone));
	const adjusted = holm(seen.map(({ pLoss }) => pLoss));
	return seen.map(({ member, measured, pLoss }, place) => {
		const pLossAdjusted = adjusted[place] ?? 1;
		if (measured === void 0) return {
			member,
			estimate: void 0,
			state: stateOfUnmeasured(member),
			pLoss,
			pLossAdjusted,
			marginInUnits: void 0,
			detectable: void 0
		};
		const { parts, gates, estimate: found } = measured;
		const margin = marginInUnits(member.margin, found);
		const significant = pLossAdjusted <= alpha;
		const significantAlone = (alone[place] ?? 1) <= alpha;
		const seenLoss = {
			accepted: member.margin,
			parts,
			found,
			margin,
			significant,
			significantAlone,
			alpha
		};
		return {
			member,
			estimate: found,
			state: gates ? stateOf(seenLoss) : void 0,
			pLoss,
			pLossAdjusted,
			marginInUnits: margin,
			detectable: detectableLoss({
				...found,
				margin,
				familySize: members.length,
				alpha
			})
		};
	});
}
function seenMember(member, alpha) {
	const { parts, reach, margin, onlyIfKeepable } = member;
	if (parts === void 0) return {
		member,
		measured: void 0,
		pAlone: 1,
		pLoss: 1
	};
	const measured = estimate(parts, alpha);
	const gates = couldBeKept(parts.flatMap(({ measurement }) => measurement.items), {
		fraction: margin.fraction,
		relative: margin.kind === "relative"
	}, alpha) || !onlyIfKeepable;
	const seen = {
		parts,
		estimate: measured,
		gates
	};
	if (!gates || measured.effectiveClusters < 30) return {
		member,
		measured: seen,
		pAlone: 1,
		pLoss: 1
	};
	const pOfReach = reach === void 0 ? 0 : reach.measurement.kind === "measured" ? estimate([{
		measurement: reach.measurement,
		weight: 1
	}]).pLoss : 1;
	return {
		member,
		measured: seen,
		pAlone: measured.pLoss,
		pLoss: Math.max(measured.pLoss, pOfReach)
	};
}
/** The state of a measure that was not measured; undefined if it does not apply. */
function stateOfUnmeasured({ measure: { measurement } }) {
	return measurement.kind === "unmeasurable" ? {
		kind: "unclear",
		why: {
			cause: "unmeasurable",
			reason: measurement.reason
		}
	} : void 0;
}
function stateOf({ accepted, parts, found, margin, significant, significantAlone, alpha }) {
	if (found.effectiveClusters < 30) return {
		kind: "unclear",
		why: {
			cause: "too-few-clusters",
			needed: 30
		}
	};
	const beyondMargin = found.delta <= -margin;
	if (significant && beyondMargin) return { kind: "lost" };
	if (shownKept(parts, accepted, alpha)) return found.bounds[0] >= 0 || couldBeLost(parts, accepted, alpha) ? {
		kind: "kept",
		withinMargin: found.bounds[1] < 0
	} : {
		kind: "unclear",
		why: {
			cause: "nothing-to-lose",
			...solvedByOld(parts)
		}
	};
	if (significantAlone && beyondMargin) return {
		kind: "unclear",
		why: { cause: "concentrated" }
	};
	return {
		kind: "unclear",
		why: {
			cause: "not-shown",
			itemsNeeded: itemsThatSettle(found, margin, alpha)
		}
	};
}
/**
* Whether a total collapse would be detected: if every value of the candidate were 0, the measured loss would be at
* least as large as the margin, and significant on its own. Depends only on the baseline. Always true for relative
* margins.
*/
function couldBeLost(parts, margin, alpha) {
	if (margin.kind === "relative") return true;
	const collapsed = parts.map(({ measurement, weight }) => ({
		measurement: {
			...measurement,
			items: measurement.items.map((item) => ({
				...item,
				new: 0
			}))
		},
		weight
	}));
	const { delta, pLoss } = estimate(collapsed, alpha);
	return delta <= -margin.fraction && pLoss <= alpha;
}
/** The number of items that the baseline solves in at least one sample. */
function solvedByOld(parts) {
	const items = parts.flatMap(({ measurement }) => measurement.items);
	return {
		solved: items.filter(({ old }) => old > 0).length,
		of: items.length
	};
}
/**
* The number of items with which a guardrail would probably be `kept` if nothing had been lost, assuming items like
* those measured.
*/
function itemsThatSettle({ plainStandardError, items, effectiveClusters }, margin, alpha) {
	if (plainStandardError === void 0) return void 0;
	return itemsNeeded({
		spread: plainStandardError * Math.sqrt(items),
		itemsPerCluster: items / effectiveClusters,
		margin,
		alpha
	});
}

// src/verdict/verdict.ts
/**
* Decides the verdict for measured suites (method.md, section "The verdict"). Requires a target suite or a guardrail.
* Decisions are one-sided at level `alpha`, which is smaller if this is one of several looks.
*/
function decideVerdict(suites, policy, alpha = ALPHA) {
	const judged = decideStates(family(suites, policy), alpha);
	const target = judged.find(({ member }) => member.pooledTarget);
	const guardrails = judged.filter(({ member, state }) => member.guardrail !== void 0 && state !== void 0);
	const anyLost = guardrails.some(({ state }) => state?.kind === "lost");
	const allKept = guardrails.every(({ state }) => state?.kind === "kept");
	const besidesAccuracy = guardrails.some(({ member }) => member.guardrail !== "accuracy");
	const found = {
		family: judged,
		target
	};
	if (target === void 0) {
		const status = anyLost ? "regression" : allKept && guardrails.length > 0 ? "unchanged" : "inconclusive";
		return {
			...found,
			status,
			gain: false
		};
	}
	const gainsMoreThan = (fraction) => target.estimate !== void 0 && target.estimate.effectiveClusters >= 30 && target.estimate.bounds[0] > fraction;
	const up = gainsMoreThan(0);
	const gain = gainsMoreThan(policy.minGain);
	const targetLost = target.state?.kind === "lost";
	if (up && anyLost) return {
		...found,
		status: "reversal",
		gain
	};
	if (!up && (anyLost || targetLost)) return {
		...found,
		status: "regression",
		gain
	};
	if (besidesAccuracy && allKept && gain) return {
		...found,
		status: "progress",
		gain
	};
	if (besidesAccuracy && allKept && withinMargin(target)) return {
		...found,
		status: "unchanged",
		gain
	};
	return {
		...found,
		status: "inconclusive",
		gain
	};
}
/** Whether the target is shown to have changed by no more than its margin, although a loss was possible. */
function withinMargin({ estimate, marginInUnits, state }) {
	if (estimate === void 0 || marginInUnits === void 0 || state?.kind !== "kept") return false;
	const [lower, upper] = estimate.bounds;
	return lower >= -marginInUnits && upper <= marginInUnits;
}

// src/run/stages/decide.ts
/** Decides the verdict for graded samples, and whether it can be trusted. Pure: the same samples give the same result. */
function decide({ suites, measures = suites.map((suite) => measureSuite(suite)), unexpected, cut, policy, alpha, served, oneModel }) {
	const decision = decideVerdict(measures, policy, alpha);
	return {
		measures,
		decision,
		validity: validity({
			suites,
			unexpected,
			cut,
			droppedItems: measures.map(({ suite }) => suite.dropped.length),
			claim: claimOf(decision),
			served,
			oneModel,
			formatDrifts: formatDrifts({
				suites,
				measures,
				lenient: measures.map(lenientMeasures),
				decision,
				judge: (others) => decideVerdict(others, policy, alpha)
			}),
			rejudge: {
				claimOn: (others) => {
					const again = others.map((samples) => measures[suites.indexOf(samples)] ?? measureSuite(samples));
					return claimOf(decideVerdict(again, policy, alpha));
				},
				droppedItems: (direction) => decideVerdict(measures.map((measured) => withDroppedItems(measured, direction)), policy, alpha).status
			}
		})
	};
}

// src/measures/accuracy/answer-entropy.ts
/**
* Answer entropy: the Shannon entropy, in bits, of the answers to an item, whether right or wrong. Samples without an answer
* are ignored. The entropy is 0 if all answers agree and log₂ of the number of answers if no two agree. Only items with at
* least two answers on both sides count. With few samples the estimate is biased low, equally on both sides.
*/
function answerEntropy(items) {
	const paired = items.flatMap(({ id, cluster, old, new: candidate }) => {
		const [ofOld, ofNew] = [entropyOf(old), entropyOf(candidate)];
		return ofOld === void 0 || ofNew === void 0 ? [] : [{
			id,
			cluster,
			old: ofOld,
			new: ofNew
		}];
	});
	const most = items.reduce((samples, { old, new: candidate }) => Math.max(samples, old.samples.length, candidate.samples.length), 1);
	return measuredAmounts(paired, {
		reach: Math.log2(most),
		reason: "no item has at least two answers on both sides"
	});
}
function entropyOf({ samples }) {
	const counts = /* @__PURE__ */ new Map();
	let answers = 0;
	for (const { answer } of samples) {
		if (answer === void 0) continue;
		answers += 1;
		counts.set(answer, (counts.get(answer) ?? 0) + 1);
	}
	if (answers < 2) return void 0;
	return [...counts.values()].sort((a, b) => a - b).reduce((sum, count) => sum + count / answers * Math.log2(answers / count), 0);
}

// src/measures/diversity/compression.ts
/**
* Compression ratio of an item's graded samples, whether right or wrong: compressed size divided by original size. The
* ratio is low if samples repeat one another or themselves, and 1 or slightly more if nothing is repeated. Only items
* with at least one word on both sides count.
*
* The compressor is LZ78 (Ziv and Lempel, 1978) over words and marks, with one dictionary for all samples of an item. A
* phrase is the longest known phrase plus the token after it; the j-th phrase costs log₂ j bits plus the size of a token
* in bits. The compressor is implemented here because general-purpose compressors give different sizes on different
* processors, and a result must not depend on the processor.
*/
function compressionRatio(items, encoded) {
	const { old, new: candidate } = encoded.compressed;
	const paired = items.flatMap(({ id, cluster }, place) => {
		const [ofOld, ofNew] = [old[place], candidate[place]];
		return ofOld === void 0 || ofNew === void 0 ? [] : [{
			id,
			cluster,
			old: ofOld,
			new: ofNew
		}];
	});
	return measuredAmounts(paired, {
		reach: Number.POSITIVE_INFINITY,
		reason: "no item has any words on both sides"
	});
}

// src/measures/accuracy/chance-corrected.ts
/**
* Accuracy corrected for guessing: (c/n − g)/(1 − g) on every item, where g is the probability that a guess is right. The
* value is 1 if all samples are correct, 0 at chance level, and negative below chance level. Not applicable unless g is
* known for every item. Source: Cohen's kappa with a fixed chance agreement (Bennett, Alpert and Goldstein's S).
*/
function chanceCorrected(items) {
	const known = items.flatMap((item) => item.chance === void 0 ? [] : [{
		item,
		chance: item.chance
	}]);
	if (known.length < items.length) return {
		kind: "not-applicable",
		reason: "some items do not specify how many options they have"
	};
	if (known.length === 0) return {
		kind: "unmeasurable",
		reason: "no item has enough graded samples on both sides"
	};
	const moves = known.map(({ chance }) => 1 / (1 - chance));
	return {
		kind: "measured",
		items: known.map(({ item, chance }) => pairBy(item, (side) => (shareCorrect(side) - chance) / (1 - chance))),
		largestValue: moves.reduce((most, move) => Math.max(most, move), 0),
		reach: moves.reduce((sum, move) => sum + move, 0) / moves.length
	};
}

// src/measures/accuracy/disparity.ts
/**
* The disparity over the groups with a C_eff of at least 30 clusters: a smaller group could be the best or the worst by
* chance. Undefined if there are fewer than two such groups, or if one side solves no items in these groups.
*/
function disparityOf(items) {
	const groups = [...byGroup(items).values()].filter((members) => effectiveClusters(members) >= 30);
	const old = spread(groups, (item) => item.old);
	const candidate = spread(groups, (item) => item.new);
	return old === void 0 || candidate === void 0 ? void 0 : {
		old,
		new: candidate
	};
}
function spread(groups, side) {
	const means = groups.map((items) => items.reduce((sum, item) => sum + shareCorrect(side(item)), 0) / items.length);
	const best = means.reduce((most, mean) => Math.max(most, mean), 0);
	const worst = means.reduce((least, mean) => Math.min(least, mean), Infinity);
	return means.length < 2 || best === 0 ? void 0 : (best - worst) / best;
}

// src/measures/diversity/distinct-equations.ts
/**
* Distinct equations: the expected number of different canonical equations (or grader keys) in four correct solutions of an
* item. Only items with at least four correct solutions on both sides count. Applicable whenever logical diversity is
* (method.md, section "Diversity").
*/
function distinctEquations(ways) {
	if (ways === void 0) return NO_WAYS;
	return measuredAmounts(ways.filter(({ old, new: candidate }) => Math.min(old.correct.length, candidate.correct.length) >= 4).map(({ id, cluster, old, new: candidate }) => ({
		id,
		cluster,
		old: expectedEquations(old),
		new: expectedEquations(candidate)
	})), {
		reach: Number.POSITIVE_INFINITY,
		reason: `no item has ${4} correct solutions on both sides`
	});
}
function expectedEquations({ correct }) {
	const holders = /* @__PURE__ */ new Map();
	for (const way of correct) for (const equation of way) holders.set(equation, (holders.get(equation) ?? 0) + 1);
	const featuresHeldBy = new Float64Array(correct.length + 1);
	for (const count of holders.values()) featuresHeldBy[count] = (featuresHeldBy[count] ?? 0) + 1;
	return expectedDistinct(featuresHeldBy, correct.length);
}

// src/measures/diversity/distinct-ngrams.ts
/**
* distinct-n for n = 1 … 4: the expected share of different word n-grams among all n-grams of four randomly chosen correct
* solutions of an item. Between 0 and 1; longer solutions have a lower share. Only items that have at least four correct
* solutions of n words or more on both sides count. Li et al. (1510.03055), rarefied (method.md, section "Diversity").
*/
function distinctNgrams(items, { ngrams }) {
	return Array.from({ length: 4 }, (_, n) => measuredAmounts(items.flatMap(({ id, cluster }, place) => {
		const ofOld = ngrams.old[place]?.[n]?.distinctShare;
		const ofNew = ngrams.new[place]?.[n]?.distinctShare;
		return ofOld === void 0 || ofNew === void 0 ? [] : [{
			id,
			cluster,
			old: ofOld,
			new: ofNew
		}];
	}), {
		reach: 1,
		reason: `no item has ${4} correct solutions of at least ${n + 1} ${n === 0 ? "word" : "words"} on both sides`
	}));
}

// src/measures/accuracy/majority.ts
/**
* maj@n: 1 if the most frequent answer is correct, and 0 if it is not. Tied answers are averaged, as if one of them
* were picked at random, so the order of samples does not matter. Samples without an answer do not vote; an item with
* no answers at all scores 0. Not applicable if no sample of any item has an answer, for example because the grader
* does not extract one.
*/
function majority(items) {
	const anyAnswer = items.some(({ old, new: candidate }) => [...old.samples, ...candidate.samples].some(({ answer }) => answer !== void 0));
	if (items.length > 0 && !anyAnswer) return {
		kind: "not-applicable",
		reason: "no sample has an answer"
	};
	return measuredProbabilities(items.map((item) => pairBy(item, expectedCredit)));
}
function expectedCredit({ samples }) {
	const votes = /* @__PURE__ */ new Map();
	for (const { answer, outcome } of samples) {
		if (answer === void 0 || outcome === "truncated") continue;
		const tally = votes.get(answer) ?? {
			count: 0,
			correct: 0
		};
		tally.count += 1;
		if (outcome === "correct") tally.correct += 1;
		votes.set(answer, tally);
	}
	const most = [...votes.values()].reduce((largest, { count }) => Math.max(largest, count), 0);
	const winners = [...votes.values()].filter(({ count }) => count === most);
	if (winners.length === 0) return 0;
	return winners.reduce((sum, { count, correct }) => sum + correct / count, 0) / winners.length;
}

// src/measures/diversity/mean-length.ts
/**
* Mean length of an item's graded samples, whether right or wrong, in words and marks (as in tokens.ts, not a model's own
* tokens). An empty string has length 0. Unmeasurable if all texts are empty, which happens if options were scored by their
* likelihood and no text was generated.
*/
function meanLength(items, encoded) {
	const lengths = items.map(({ id, cluster }, place) => ({
		id,
		cluster,
		old: meanOf(encoded.old[place]),
		new: meanOf(encoded.new[place])
	}));
	if (lengths.length > 0 && lengths.every(({ old, new: candidate }) => old + candidate === 0)) return {
		kind: "unmeasurable",
		reason: "no completion contains any text"
	};
	return measuredAmounts(lengths, {
		reach: Number.POSITIVE_INFINITY,
		reason: "no item has enough graded samples on both sides"
	});
}
function meanOf(texts = []) {
	return texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
}

// src/statistics/quantile.ts
/**
* The values' quantile at `probability` (0 to 1), interpolated linearly between neighboring values in sorted order
* (definition 7 of Hyndman and Fan). Needs at least one value.
*/
function quantile(values, probability) {
	const sorted = Float64Array.from(values).sort();
	const place = probability * (sorted.length - 1);
	const below = Math.floor(place);
	const [lower, upper] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]];
	if (lower === void 0 || upper === void 0) throw new RangeError("a quantile needs at least one value");
	return lower + (place - below) * (upper - lower);
}

// src/statistics/band-matrix.ts
/** Number of vectors multiplied in one pass, so that each element of the matrix is read once for all of them. */
const LANES = 4;
/**
* A matrix that is multiplied very often, by four vectors at a time. Rows are processed in pairs, over the columns that
* matter to either row: the sums of two rows and four vectors just fit into a processor's registers.
*
* Multiplying in this way takes 40% of the processor time needed to multiply one vector at a time over the same bands:
* 400 mixture fits take 0.39 s instead of 0.94 s for 16 samples per item, and 1.5 s instead of 3.8 s for 128.
*/
var BandMatrix = class {
	/** The elements, row by row. If the number of rows is odd, a row of zeros follows. */
	#values;
	#columns;
	/** For each pair of rows: the columns that matter, from `#from` up to, but not including, `#to`. */
	#from = [];
	#to = [];
	/**
	* The `rows` must have equal lengths. Values of at most `negligible` ≥ 0 at either end of a row may be treated as 0.
	*/
	constructor(rows, negligible) {
		this.#columns = rows[0]?.length ?? 0;
		this.#values = new Float64Array((rows.length + rows.length % 2) * this.#columns);
		rows.forEach((row, place) => this.#values.set(row, place * this.#columns));
		const matters = (value) => value > negligible;
		for (let first = 0; first < rows.length; first += 2) {
			const pair = rows.slice(first, first + 2).filter((row) => row.some(matters));
			this.#from.push(pair.length === 0 ? 0 : Math.min(...pair.map((row) => row.findIndex(matters))));
			this.#to.push(1 + Math.max(-1, ...pair.map((row) => row.findLastIndex(matters))));
		}
	}
	/** Number of elements in a product with four vectors: four per row, including the zero row after an odd last row. */
	get size() {
		return this.#from.length * 2 * 4;
	}
	/**
	* Writes the products with four vectors into `product`. The elements j of the four vectors are at 4j … 4j + 3 of
	* `vectors`.
	*/
	times(vectors, product) {
		const values = this.#values;
		const columns = this.#columns;
		for (let pair = 0; pair < this.#from.length; pair += 1) {
			const upper = 2 * pair * columns;
			const lower = upper + columns;
			const end = this.#to[pair] ?? 0;
			let a0 = 0;
			let a1 = 0;
			let a2 = 0;
			let a3 = 0;
			let b0 = 0;
			let b1 = 0;
			let b2 = 0;
			let b3 = 0;
			for (let column = this.#from[pair] ?? 0; column < end; column += 1) {
				const a = at(values, upper + column);
				const b = at(values, lower + column);
				const x0 = at(vectors, column * 4);
				const x1 = at(vectors, column * 4 + 1);
				const x2 = at(vectors, column * 4 + 2);
				const x3 = at(vectors, column * 4 + 3);
				a0 += a * x0;
				a1 += a * x1;
				a2 += a * x2;
				a3 += a * x3;
				b0 += b * x0;
				b1 += b * x1;
				b2 += b * x2;
				b3 += b * x3;
			}
			const place = 2 * pair * 4;
			product[place] = a0;
			product[place + 1] = a1;
			product[place + 2] = a2;
			product[place + 3] = a3;
			product[place + 4] = b0;
			product[place + 5] = b1;
			product[place + 6] = b2;
			product[place + 7] = b3;
		}
	}
};
/** Returns an element. The index always exists, because every index comes from the matrix's own shape. */
function at(array, place) {
	return array[place] ?? 0;
}

// src/statistics/mixture.ts
const LAST = 200;
/** The solve probabilities on which a mixture can put weight: 0, .005, …, 1 (method.md, section "Coverage"). */
const GRID = Array.from({ length: 201 }, (_, place) => place / LAST);
/** Number of expectation–maximization steps. This number is part of the definition of coverage beyond n. */
const STEPS = 300;
/** Fraction of the grid's largest likelihood below which a likelihood is lost in rounding. */
const NEGLIGIBLE = 1e-16;
/** Added to likelihoods to avoid a division by one that underflowed to 0; too small to change any other likelihood. */
const TINY = 1e-300;
/**
* Fits the distribution of the probabilities behind binomial tallies, by nonparametric maximum likelihood on a grid:
* exactly 300 expectation–maximization steps, starting from equal weights. Kiefer & Wolfowitz (1956), Laird (1978).
*
* Returns one fit per entry of `samples`. An entry gives how often each tally was observed (≥ 0, not all 0). A fit
* consists of the weights of the grid's probabilities, which sum to 1. Many samples of the same tallies, for example
* bootstraps, are fitted together. O(steps · tallies · grid) per fit.
*/
function fitMixtures(tallies, samples) {
	const order = [...tallies.keys()].sort((a, b) => shareOf(tallyAt(tallies, a)) - shareOf(tallyAt(tallies, b)));
	const rows = order.map((place) => relativeLikelihood(tallyAt(tallies, place)));
	const columns = GRID.map((_, place) => Float64Array.from(rows, (row) => row[place] ?? 0));
	const likelihood = new BandMatrix(rows, NEGLIGIBLE);
	const transposed = new BandMatrix(columns, NEGLIGIBLE);
	const fits = [];
	for (let first = 0; first < samples.length; first += 4) {
		const lanes = samples.slice(first, first + 4).map((sample) => sharesOf(sample, order));
		const weights = fitLanes({
			likelihood,
			transposed,
			lanes
		});
		for (const lane of lanes.keys()) fits.push(Float64Array.from(GRID, (_, place) => weights[place * 4 + lane] ?? 0));
	}
	return fits;
}
/**
* The mean of 1 − (1 − p)^k over a mixture: the chance that k ≥ 1 samples of a random item include a correct one. The
* result is at most 1, even though the weights sum to 1 only up to rounding.
*/
function passAtKOfMixture(weights, k) {
	const chance = weights.reduce((sum, weight, place) => sum - weight * Math.expm1(k * Math.log1p(-(GRID[place] ?? 0))), 0);
	return Math.min(1, chance);
}
/** A tally's likelihood over the grid, relative to its largest value there. */
function relativeLikelihood({ successes, trials }) {
	const failures = trials - successes;
	const logs = Float64Array.from(GRID, (p) => (successes === 0 ? 0 : successes * Math.log(p)) + (failures === 0 ? 0 : failures * Math.log1p(-p)));
	const largest = logs.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
	return logs.map((value) => Math.exp(value - largest));
}
/** Each tally's share of all observations, in the given `order`. */
function sharesOf(sample, order) {
	const total = Array.from(sample).reduce((sum, count) => sum + count, 0);
	return Float64Array.from(order, (place) => (sample[place] ?? 0) / total);
}
/** Fits up to four mixtures side by side; the weights of grid point j are at 4j … 4j + 3. */
function fitLanes({ likelihood, transposed, lanes }) {
	const seen = new Float64Array(likelihood.size);
	lanes.forEach((shares, lane) => shares.forEach((share, row) => seen[row * 4 + lane] = share));
	const ratios = new Float64Array(likelihood.size);
	const gains = new Float64Array(transposed.size);
	const weights = new Float64Array(GRID.length * 4).fill(1 / GRID.length);
	for (let step = 0; step < STEPS; step += 1) {
		likelihood.times(weights, ratios);
		for (let place = 0; place < ratios.length; place += 1) ratios[place] = (seen[place] ?? 0) / ((ratios[place] ?? 0) + TINY);
		transposed.times(ratios, gains);
		for (let place = 0; place < weights.length; place += 1) weights[place] = (weights[place] ?? 0) * (gains[place] ?? 0);
	}
	return weights;
}
function shareOf({ successes, trials }) {
	return trials === 0 ? 0 : successes / trials;
}
function tallyAt(tallies, place) {
	const tally = tallies[place];
	if (tally === void 0) throw new RangeError(`no tally ${place}`);
	return tally;
}

// node_modules/pure-rand/lib/esm/distribution/uniformInt.js
/**
* Uniformly generate number in range [0 ; rangeSize[
* With rangeSize <= 0x100000000
* @internal
*/
function uniformIntInternal(rng, rangeSize) {
	const MaxAllowed = rangeSize > 2 ? ~~(4294967296 / rangeSize) * rangeSize : 4294967296;
	let deltaV = rng.next() + 2147483648;
	while (deltaV >= MaxAllowed) deltaV = rng.next() + 2147483648;
	return deltaV % rangeSize;
}
/**
* We only accept safe integers here
* @internal
*/
function fromNumberToArrayInt64(out, n) {
	if (n < 0) {
		const posN = -n;
		out.sign = -1;
		out.data[0] = ~~(posN / 4294967296);
		out.data[1] = posN >>> 0;
	} else {
		out.sign = 1;
		out.data[0] = ~~(n / 4294967296);
		out.data[1] = n >>> 0;
	}
	return out;
}
/**
* Substract two ArrayInt of 64 bits on 64 bits.
* With arrayIntA - arrayIntB >= 0
* @internal
*/
function substractArrayInt64(out, arrayIntA, arrayIntB) {
	const lowA = arrayIntA.data[1];
	const highA = arrayIntA.data[0];
	const signA = arrayIntA.sign;
	const lowB = arrayIntB.data[1];
	const highB = arrayIntB.data[0];
	const signB = arrayIntB.sign;
	out.sign = 1;
	if (signA === 1 && signB === -1) {
		const low = lowA + lowB;
		const high = highA + highB + (low > 4294967295 ? 1 : 0);
		out.data[0] = high >>> 0;
		out.data[1] = low >>> 0;
		return out;
	}
	let lowFirst = lowA;
	let highFirst = highA;
	let lowSecond = lowB;
	let highSecond = highB;
	if (signA === -1) {
		lowFirst = lowB;
		highFirst = highB;
		lowSecond = lowA;
		highSecond = highA;
	}
	let reminderLow = 0;
	let low = lowFirst - lowSecond;
	if (low < 0) {
		reminderLow = 1;
		low = low >>> 0;
	}
	out.data[0] = highFirst - highSecond - reminderLow;
	out.data[1] = low;
	return out;
}
/**
* Uniformly generate ArrayInt64 in range [0 ; rangeSize[
*
* @remarks
* In the worst case scenario it may discard half of the randomly generated value.
* Worst case being: most significant number is 1 and remaining part evaluates to 0.
*
* @internal
*/
function uniformArrayIntInternal(rng, out, rangeSize) {
	const maxIndex0 = rangeSize[0] + 1;
	out[0] = uniformIntInternal(rng, maxIndex0);
	out[1] = uniformIntInternal(rng, 4294967296);
	while (out[0] >= rangeSize[0] && (out[0] !== rangeSize[0] || out[1] >= rangeSize[1])) {
		out[0] = uniformIntInternal(rng, maxIndex0);
		out[1] = uniformIntInternal(rng, 4294967296);
	}
	return out;
}
const safeNumberMaxSafeInteger = Number.MAX_SAFE_INTEGER;
const sharedA = {
	sign: 1,
	data: [0, 0]
};
const sharedB = {
	sign: 1,
	data: [0, 0]
};
const sharedC = {
	sign: 1,
	data: [0, 0]
};
const sharedData = [0, 0];
function uniformLargeIntInternal(rng, from, to, rangeSize) {
	const rangeSizeArrayIntValue = rangeSize <= safeNumberMaxSafeInteger ? fromNumberToArrayInt64(sharedC, rangeSize) : substractArrayInt64(sharedC, fromNumberToArrayInt64(sharedA, to), fromNumberToArrayInt64(sharedB, from));
	if (rangeSizeArrayIntValue.data[1] === 4294967295) {
		rangeSizeArrayIntValue.data[0] += 1;
		rangeSizeArrayIntValue.data[1] = 0;
	} else rangeSizeArrayIntValue.data[1] += 1;
	uniformArrayIntInternal(rng, sharedData, rangeSizeArrayIntValue.data);
	return sharedData[0] * 4294967296 + sharedData[1] + from;
}
/**
* Uniformly generate random integer values between `from` (included) and `to` (included)
*
* @param rng - Instance of RandomGenerator to extract random values from
* @param from - Lower bound of the range (included)
* @param to - Upper bound of the range (included)
*
* @public
*/
function uniformInt(rng, from, to) {
	const rangeSize = to - from;
	if (rangeSize <= 4294967295) return uniformIntInternal(rng, rangeSize + 1) + from;
	return uniformLargeIntInternal(rng, from, to, rangeSize);
}

// src/statistics/random.ts
/** Creates a seeded source of randomness. `seed` is any whole number; only its lower 32 bits are used. */
function seededRandom(seed) {
	const generator = xoroshiro128plus(seed | 0);
	const uniform = () => uniformFloat64(generator);
	const below = (limit) => uniformInt(generator, 0, limit - 1);
	const binomial = (n, p) => {
		if (p <= 0) return 0;
		if (p >= 1) return n;
		let successes = 0;
		for (let trial = 0; trial < n; trial += 1) if (uniform() < p) successes += 1;
		return successes;
	};
	return {
		uniform,
		below,
		binomial,
		multinomial: (n, weights) => {
			let left = n;
			let weightLeft = weights.reduce((sum, weight) => sum + weight, 0);
			return weights.map((weight, place) => {
				const count = place === weights.length - 1 || weight >= weightLeft ? left : binomial(left, weight / weightLeft);
				left -= count;
				weightLeft -= weight;
				return count;
			});
		},
		shuffle: (array) => {
			for (let end = array.length - 1; end > 0; end -= 1) {
				const other = below(end + 1);
				const [one, two] = [array[end], array[other]];
				if (one === void 0 || two === void 0) continue;
				array[end] = two;
				array[other] = one;
			}
			return array;
		}
	};
}

// src/measures/frozen/forecast.ts
/** Smallest n for which pass@k beyond n is forecast. Coverage also gates from this n. */
const SAMPLES_TO_FORECAST = 8;
/** The forecast goes up to this multiple of n. */
const REACH = 4;
const BOOTSTRAPS = 200;
/** Seeds the bootstraps, so that the same samples always give the same forecast. */
const SEED$1 = 1956;
const CONFIDENCE_TAIL = .025;
/**
* Forecasts coverage beyond n: pass@k at the powers of two above n, up to 4n. On each side the distribution of the items'
* solve probabilities is fitted to their counts of correct samples, and pass@k is the mean of 1 − (1 − p)^k over that
* distribution. The interval for the change comes from 200 paired bootstraps over clusters: a cluster is resampled with
* all its items and both sides of each item. The forecast is reported but never gates. Empty if n < 8 or if no item is
* eligible (method.md, section "Coverage").
*/
function forecast({ items, samplesPerItem }) {
	if (samplesPerItem < SAMPLES_TO_FORECAST || items.length === 0) return [];
	const draws = resamples(items);
	const old = fit(items, ({ old: side }) => side, draws);
	const candidate = fit(items, ({ new: side }) => side, draws);
	return pointsBeyond(samplesPerItem).map((k) => {
		const ofOld = old.map((mixture) => passAtKOfMixture(mixture, k));
		const ofNew = candidate.map((mixture) => passAtKOfMixture(mixture, k));
		const [delta = 0, ...deltas] = ofNew.map((value, place) => value - (ofOld[place] ?? 0));
		return {
			k,
			old: ofOld[0] ?? 0,
			new: ofNew[0] ?? 0,
			delta,
			interval: [quantile(deltas, CONFIDENCE_TAIL), quantile(deltas, .975)]
		};
	});
}
/** Powers of two above n, up to 4n. */
function pointsBeyond(n) {
	const points = [];
	for (let k = 2 ** (Math.floor(Math.log2(n)) + 1); k <= REACH * n; k *= 2) points.push(k);
	return points;
}
/** How often each item is used. The first entry uses every item once; each later entry is a bootstrap of whole clusters. */
function resamples(items) {
	const random = seededRandom(SEED$1);
	const clusters = [...Map.groupBy(items.keys(), (place) => items[place]?.cluster).values()];
	const draws = [new Uint32Array(items.length).fill(1)];
	for (let bootstrap = 0; bootstrap < BOOTSTRAPS; bootstrap += 1) {
		const times = new Uint32Array(items.length);
		for (let drawn = 0; drawn < clusters.length; drawn += 1) for (const place of clusters[random.below(clusters.length)] ?? []) times[place] = (times[place] ?? 0) + 1;
		draws.push(times);
	}
	return draws;
}
/** Fits one mixture per resample of the items. Items with equal counts share one tally. */
function fit(items, side, draws) {
	const tallies = [];
	const known = /* @__PURE__ */ new Map();
	const tallyOf = items.map((item) => {
		const tally = side(item);
		const key = `${tally.successes}/${tally.trials}`;
		const place = known.get(key) ?? tallies.push(tally) - 1;
		known.set(key, place);
		return place;
	});
	return fitMixtures(tallies, draws.map((times) => {
		const counts = new Float64Array(tallies.length);
		tallyOf.forEach((tally, item) => {
			counts[tally] = (counts[tally] ?? 0) + (times[item] ?? 0);
		});
		return counts;
	}));
}

// src/statistics/mcnemar.ts
/**
* Returns the two-sided p-value of McNemar's exact test, given the number of pairs that changed each way. The null
* hypothesis is that a changed pair is equally likely to have changed either way. The p-value is twice the binomial
* tail at 1/2, capped at 1. It is 1 if no pair changed. O(pairs).
*/
function mcnemarExact(oneWay, otherWay) {
	const pairs = oneWay + otherWay;
	const fewer = Math.min(oneWay, otherWay);
	let term = 1;
	let relative = 1;
	for (let x = fewer; x > 0; x -= 1) {
		term *= x / (pairs - x + 1);
		relative += term;
	}
	return Math.min(1, 2 * binomialAtHalf(pairs, fewer) * relative);
}
/** C(n, x)/2ⁿ, as a product with the factors of 1/2 interleaved, so that it neither overflows nor underflows early. */
function binomialAtHalf(n, x) {
	let chance = 1;
	let halvings = n;
	for (let step = 1; step <= x; step += 1) {
		chance *= (n - x + step) / step;
		while (chance > 1 && halvings > 0) {
			chance /= 2;
			halvings -= 1;
		}
	}
	return chance * .5 ** halvings;
}

// src/measures/frozen/flips.ts
function talliesOf({ old, new: candidate }) {
	return {
		old: tallyOf(old),
		new: tallyOf(candidate)
	};
}
function tallyOf({ samples, correct }) {
	return {
		successes: correct,
		trials: samples.length
	};
}
/** Counts how items moved across the threshold of cover@0.5. Every tally must have at least one trial. */
function flipsOf(pairs) {
	const flips = {
		both: 0,
		onlyOld: 0,
		onlyNew: 0,
		neither: 0
	};
	for (const { old, new: candidate } of pairs) {
		const [before, after] = [solves(old), solves(candidate)];
		if (before && after) flips.both += 1;
		else if (before) flips.onlyOld += 1;
		else if (after) flips.onlyNew += 1;
		else flips.neither += 1;
	}
	return flips;
}
function solves({ successes, trials }) {
	return successes / trials >= SOLVED_SHARE;
}

// src/statistics/hypergeometric.ts
/**
* The chance of each number of marked elements among those drawn without replacement: entry x is P(X = x), for x from 0
* to `drawn`. Works outwards from the mode, using the ratios of neighboring terms, and divides by the sum, so that all
* terms are positive and far tails keep their relative precision. Chances 1e300 times smaller than the mode's are 0.
* O(drawn).
*/
function hypergeometric({ population, marked, drawn }) {
	const chances = new Float64Array(drawn + 1);
	const least = Math.max(0, drawn + marked - population);
	const most = Math.min(drawn, marked);
	const mode = Math.floor((drawn + 1) * (marked + 1) / (population + 2));
	let total = 1;
	chances[mode] = 1;
	let chance = 1;
	for (let x = mode; x < most; x += 1) {
		chance *= (marked - x) * (drawn - x) / ((x + 1) * (population - marked - drawn + x + 1));
		chances[x + 1] = chance;
		total += chance;
	}
	chance = 1;
	for (let x = mode; x > least; x -= 1) {
		chance *= x * (population - marked - drawn + x) / ((marked - x + 1) * (drawn - x + 1));
		chances[x - 1] = chance;
		total += chance;
	}
	return chances.map((value) => value / total);
}

// src/statistics/benjamini-hochberg.ts
/** Factor that allows for rounding errors when a p-value is compared with the rate. */
const WITH_ROUNDING = 1 + 1e-9;
/**
* Returns the indexes of the tests that Benjamini and Hochberg's step-up procedure rejects at `rate` (0 < rate < 1), in
* ascending order. For independent or positively dependent tests, the expected share of false rejections among all
* rejections is at most `rate`. Returns an empty list if there are no tests. Only p-values that could be rejected are
* sorted. Benjamini & Hochberg (1995).
*/
function rejectedAt(pValues, rate) {
	const small = Float64Array.from(pValues.filter((p) => p <= rate * WITH_ROUNDING)).sort();
	let rank = small.length;
	while (rank > 0 && (small[rank - 1] ?? 1) * pValues.length / rank > rate) rank -= 1;
	const largest = small[rank - 1];
	const rejected = [];
	pValues.forEach((p, place) => {
		if (largest !== void 0 && p <= largest) rejected.push(place);
	});
	return rejected;
}

// src/statistics/fisher.ts
/**
* Fisher's exact test of two tallies, in each direction: the chance, with all margins fixed, of a second tally at least
* as high (or as low) as the observed tally. Both p-values are 1 if either tally has no trials. O(trials of the second
* tally).
*/
function fisherExact(first, second) {
	const chances = hypergeometric({
		population: first.trials + second.trials,
		marked: first.successes + second.successes,
		drawn: second.trials
	});
	let more = 0;
	for (let x = second.trials; x >= second.successes; x -= 1) more += chances[x] ?? 0;
	let fewer = 0;
	for (let x = 0; x <= second.successes; x += 1) fewer += chances[x] ?? 0;
	return {
		more: Math.min(1, more),
		fewer: Math.min(1, fewer)
	};
}
/** The smallest p that Fisher's test can reach with n trials on both sides: 1/C(2n, n). 1 at n = 0. */
function smallestFisherP(n) {
	let p = 1;
	for (let step = 1; step <= n; step += 1) p *= step / (n + step);
	return p;
}

// src/measures/frozen/moved-items.ts
/** Maximum false discovery rate in each direction: the expected share of wrongly named items among all named items. */
const FALSE_DISCOVERY_RATE = .05;
/**
* The p-value that Fisher's test must be able to reach; otherwise the test could not single out one problem among many.
*/
const P_TO_REACH = 5e-4;
/**
* Whether n samples per side are enough to name individual problems: 1/C(2n, n) ≤ .0005, which is the case from n = 7.
*/
function canName(n) {
	return smallestFisherP(n) <= P_TO_REACH;
}
/**
* Finds moved items: one-sided Fisher tests of every item in each direction, then Benjamini and Hochberg's procedure at
* 5% per direction over all items. The finder caches test results, so equal pairs are tested only once.
*/
function movedItemsFinder() {
	const tests = new TallyTests();
	return (pairs) => {
		const more = [];
		const fewer = [];
		for (const pair of pairs) {
			const tails = tests.of(pair);
			more.push(tails.more);
			fewer.push(tails.fewer);
		}
		return {
			learned: rejectedAt(more, FALSE_DISCOVERY_RATE),
			corrupted: rejectedAt(fewer, FALSE_DISCOVERY_RATE)
		};
	};
}
/** Caches Fisher's tests. A tally's two counts, each below 2²⁶, are combined into one unique whole number. */
var TallyTests = class {
	#known = /* @__PURE__ */ new Map();
	of({ old, new: candidate }) {
		const [first, second] = [numberOf(old), numberOf(candidate)];
		let ofFirst = this.#known.get(first);
		if (ofFirst === void 0) {
			ofFirst = /* @__PURE__ */ new Map();
			this.#known.set(first, ofFirst);
		}
		let tails = ofFirst.get(second);
		if (tails === void 0) {
			tails = fisherExact(old, candidate);
			ofFirst.set(second, tails);
		}
		return tails;
	}
};
const COUNTS$1 = 2 ** 26;
function numberOf({ successes, trials }) {
	return trials * COUNTS$1 + successes;
}

// src/measures/frozen/frozen-null.ts
const SPLITS = 200;
/** Number of splits outside the range at each end: 2.5%. */
const OUTSIDE = SPLITS / 40;
/** Seeds the splits, so that the same samples always give the same null. */
const SEED = 2608;
/**
* Splits the baseline's samples into random halves, 200 times, and computes the counts as if one half came from the baseline and
* the other from the candidate. For the same splits, also compares half of the candidate's samples with half of the baseline's.
* Undefined for n = 1 (method.md, section "The ledger").
*
* Only the counts of correct samples matter, so each half is a hypergeometric draw that uses one random number. Items are
* ordered by id, so the draws do not depend on the order of lines in a file.
*/
function frozenNull(pairs, samplesPerItem) {
	const samples = Math.floor(samplesPerItem / 2);
	if (samples === 0) return void 0;
	const count = counter(canName(samples));
	const split = splitter(seededRandom(SEED));
	const real = [];
	const frozen = [];
	const changed = [];
	const unchanged = [];
	for (let round = 0; round < SPLITS; round += 1) {
		pairs.forEach((pair, place) => {
			const [half, other] = split(pair.old);
			const [candidate] = split(pair.new);
			changed[place] = {
				old: half,
				new: candidate
			};
			unchanged[place] = {
				old: half,
				new: other
			};
		});
		real.push(count(changed));
		frozen.push(count(unchanged));
	}
	const against = (value) => {
		const ofFrozen = frozen.map(value).sort((a, b) => a - b);
		return {
			real: mean(real.map(value)),
			frozen: mean(ofFrozen),
			frozenRange: [ofFrozen.at(OUTSIDE) ?? 0, ofFrozen.at(-6) ?? 0]
		};
	};
	return {
		samples,
		splits: SPLITS,
		onlyOld: against(({ onlyOld }) => onlyOld),
		onlyNew: against(({ onlyNew }) => onlyNew),
		moved: canName(samples) ? {
			learned: against(({ learned }) => learned),
			learnedSolvedBefore: against(({ learnedSolvedBefore }) => learnedSolvedBefore),
			corrupted: against(({ corrupted }) => corrupted)
		} : void 0
	};
}
function counter(naming) {
	const movedItems = movedItemsFinder();
	return (pairs) => {
		const { onlyOld, onlyNew } = flipsOf(pairs);
		const { learned, corrupted } = movedItems(naming ? pairs : []);
		const solvedBefore = learned.filter((place) => (pairs[place]?.old.successes ?? 0) > 0);
		return {
			onlyOld,
			onlyNew,
			learned: learned.length,
			learnedSolvedBefore: solvedBefore.length,
			corrupted: corrupted.length
		};
	};
}
/** An exclusive upper bound on the number of an item's trials. */
const COUNTS = 2 ** 26;
/**
* Splits a tally at random into two tallies with half of its trials each. If the number of trials is odd, one trial is left
* out.
*/
function splitter(random) {
	/** Keyed by population and number drawn, then indexed by the number marked. */
	const distributions = /* @__PURE__ */ new Map();
	const cumulatedOf = (population, marked, drawn) => {
		const key = population * COUNTS + drawn;
		let known = distributions.get(key);
		if (known === void 0) {
			known = [];
			distributions.set(key, known);
		}
		return known[marked] ??= cumulated(hypergeometric({
			population,
			marked,
			drawn
		}));
	};
	const draw = (population, marked, drawn) => {
		const cumulative = cumulatedOf(population, marked, drawn);
		const target = random.uniform() * (cumulative[drawn] ?? 1);
		let found = 0;
		while ((cumulative[found] ?? Number.POSITIVE_INFINITY) <= target) found += 1;
		return found;
	};
	return ({ successes, trials }) => {
		const half = Math.floor(trials / 2);
		const one = draw(trials, successes, half);
		const left = successes - one;
		const other = trials % 2 === 0 ? left : draw(trials - half, left, half);
		return [{
			successes: one,
			trials: half
		}, {
			successes: other,
			trials: half
		}];
	};
}
function cumulated(chances) {
	let sum = 0;
	return chances.map((chance) => sum += chance);
}
function mean(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// src/measures/frozen/ledger.ts
function ledgerOf({ items, samplesPerItem }) {
	const flips = flipsOf(items);
	return {
		flips,
		pOfFlips: samplesPerItem === 1 && areIndependent(items) ? mcnemarExact(flips.onlyOld, flips.onlyNew) : void 0,
		moved: canName(samplesPerItem) ? movedOf(items) : {
			kind: "unnamed",
			reason: `n = ${samplesPerItem} is too small to name individual problems`
		},
		frozen: frozenNull(items, samplesPerItem)
	};
}
function movedOf(items) {
	const moved = movedItemsFinder()(items);
	const at = (places) => places.flatMap((place) => items[place] ?? []);
	const learned = at(moved.learned);
	return {
		kind: "named",
		learned: learned.map(({ id }) => id),
		corrupted: at(moved.corrupted).map(({ id }) => id),
		learnedSolvedBefore: learned.filter(({ old }) => old.successes > 0).length
	};
}
function areIndependent(items) {
	return new Set(items.map(({ cluster }) => cluster)).size === items.length;
}

// src/measures/frozen/resample.ts
/** The value for open suites, which have no right or wrong answers. */
const NOTHING_RESAMPLED = {
	forecast: [],
	ledger: void 0
};
/**
* Resamples a graded suite's tallies hundreds of times, with bootstraps for the forecast and splits for the frozen null.
* The time does not depend on the length of the texts.
*/
function resample(suite) {
	return {
		forecast: forecast(suite),
		ledger: ledgerOf(suite)
	};
}

// src/measures/frozen/tallied-suite.ts
/** A graded suite's tallies. */
function talliedSuite({ items, samplesPerItem }) {
	return {
		samplesPerItem,
		items: items.map((item) => ({
			id: item.id,
			cluster: item.cluster,
			...talliesOf(item)
		}))
	};
}

// src/measures/describe-suite.ts
/** Computes a suite's measures that are reported but never gate (method.md). */
function describeSuite(measures) {
	const { suite } = measures;
	const { items } = suite;
	const graded = suite.role !== "open";
	return {
		reported: [...graded ? reportedOfAnswers(measures) : [], ...reportedOfTexts(measures)],
		curve: graded ? curvePoints(suite).map((k) => ({
			k,
			measurement: passAt(items, k)
		})) : [],
		groups: graded ? [...byGroup(items)].map(([name, members]) => ({
			name,
			measurement: accuracy(members)
		})) : [],
		disparity: graded ? disparityOf(items) : void 0,
		...graded ? resample(talliedSuite(suite)) : NOTHING_RESAMPLED
	};
}
function reportedOfAnswers({ suite }) {
	const { name, role, items, k, samplesPerItem: n } = suite;
	const of = {
		suite: name,
		role,
		unit: "probability"
	};
	return [
		...isChoice(suite) ? [{
			...of,
			dimension: "accuracy",
			name: "corrected for guessing",
			measurement: chanceCorrected(items)
		}] : [],
		isChoice(suite) ? {
			...of,
			dimension: "coverage",
			name: `pass@${k}`,
			measurement: passAt(items, k)
		} : {
			...of,
			dimension: "coverage",
			name: "cover@0.5",
			measurement: coverAtHalf(items)
		},
		...n > 1 ? [{
			...of,
			dimension: "accuracy",
			name: `maj@${n}`,
			measurement: majority(items)
		}] : [],
		...suite.greedy === void 0 ? [] : [{
			...of,
			dimension: "accuracy",
			name: "greedy",
			measurement: greedyAccuracy(suite.greedy)
		}]
	];
}
/**
* The reported diversity measures. The wording of completions is not compared on choice suites. On open suites,
* measures over answers do not apply, and measures over all samples would repeat the guardrails.
*/
function reportedOfTexts({ suite, texts, ways }) {
	const { name, role, items } = suite;
	const of = (measure) => ({
		suite: name,
		role,
		dimension: "diversity",
		...measure
	});
	const graded = role !== "open";
	const wordings = !isChoice(suite);
	return [
		...graded && wordings ? [of({
			name: "syntactic, all samples",
			unit: "dissimilarity",
			measurement: syntacticDiversity(items, texts, "dissimilarityOfAll")
		})] : [],
		...wordings ? distinctNgrams(items, texts).map((measurement, place) => of({
			name: `distinct-${place + 1}`,
			unit: "ratio",
			measurement
		})) : [],
		of({
			name: "distinct equations",
			unit: "equations",
			measurement: distinctEquations(ways)
		}),
		...graded ? [of({
			name: "answer entropy, bits",
			unit: "bits",
			measurement: answerEntropy(items)
		})] : [],
		...wordings ? [of({
			name: "compression ratio",
			unit: "ratio",
			measurement: compressionRatio(items, texts)
		})] : [],
		of({
			name: "mean length, words",
			unit: "tokens",
			measurement: meanLength(items, texts)
		})
	];
}

// src/run/stages/measured-suite.ts
/** The share of the work spent on measures that may gate. The rest is spent on measures that are only reported. */
const GATING_SHARE = .8;
/** Measures and describes graded suites. `onStage` counts completions. */
function measureSuites(suites, onStage) {
	const total = suites.reduce((sum, suite) => sum + sizeOf(suite), 0);
	let before = 0;
	return suites.map((samples) => {
		const size = sizeOf(samples);
		const tell = (share) => onStage({
			stage: "measuring",
			done: before + share * size,
			total
		});
		const measures = measureSuite(samples, (share) => tell(share * GATING_SHARE));
		const description = describeSuite(measures);
		tell(1);
		before += size;
		return {
			samples,
			measures,
			description
		};
	});
}
const sizeOf = ({ items, samplesPerItem }) => items.length * samplesPerItem;

// src/run/stages/stage-progress.ts
/**
* Counts the items that are graded on this machine. Each item is graded `times` times: once for its samples and, if
* there are greedy samples, once for those.
*/
function itemCounter(suites, times, onStage) {
	const total = suites.filter(({ grader }) => !isJudged(grader)).reduce((sum, { suite }) => sum + times * suite.items.length, 0);
	let done = 0;
	return () => {
		done += 1;
		onStage({
			stage: "grading",
			done,
			total
		});
	};
}

// src/result/lowered-k.ts
/**
* For each suite whose K was lowered because samples failed (method.md, section "Coverage"): the planned K, the actual K,
* and whether coverage gates at the actual K.
*/
function loweredKs(suites, measures) {
	return suites.flatMap(({ name: suite, k, samples_per_item: n, outcomes, samples }) => {
		if (2 * k > n) return [];
		const failed = outcomes.old.failed + outcomes.new.failed;
		const asked = samples.old + samples.new + failed;
		const at = `pass@${k}`;
		const isJudged = measures.some((measure) => measure.gates && measure.suite === suite && measure.dimension === "coverage" && measure.name === at);
		return [`On ${suite}, ${count(failed)} of ${counted(asked, "sample")} failed. pass@k is therefore measured only up to K = ${count(k)}, the largest power of two that is at most 0.9 · n, instead of K = ${count(2 ** Math.floor(Math.log2(n)))}.${isJudged ? ` The coverage guardrail is ${at}.` : ""}`];
	});
}

// src/result/change.ts
/** An estimate's change and its uncertainty, in the result's format. */
function changeOf({ delta, standardError, degreesOfFreedom, interval }) {
	return {
		estimate: delta,
		se: standardError,
		df: degreesOfFreedom,
		interval: [...interval]
	};
}

// src/result/measure-results.ts
/**
* Returns a check's measures: the gating measures in order, followed by the measures that are only reported, if they
* were measured.
*/
function measureResults(suites, { family }, { losses }) {
	const itemsOf = new Map(suites.map(({ measures: { suite } }) => [suite.name, suite.items.length + suite.dropped.length]));
	const targets = suites.flatMap(({ measures: { suite } }) => suite.role === "target" ? [suite.name] : []);
	const gating = new Set(family.map(({ member }) => member.measure));
	const reported = suites.flatMap(({ measures: { accuracy, coverage, syntactic, logical, semantic, reach, hardestGroup }, description }) => [
		accuracy,
		coverage,
		syntactic,
		logical,
		semantic,
		reach,
		hardestGroup,
		...description.reported
	]).filter((measure) => measure !== void 0).filter((measure) => !gating.has(measure) && measure.measurement.kind === "measured" && !repeats(measure));
	const itemsIn = ({ suite }) => (suite === void 0 ? targets : [suite]).reduce((sum, name) => sum + (itemsOf.get(name) ?? 0), 0);
	return [...family.map((judged) => ({
		...judgedResult(judged, {
			suiteItems: itemsIn(judged.member.measure),
			pooled: targets
		}),
		...waiverOf(losses.get(judged))
	})), ...reported.map((measure) => reportedResult(measure, itemsIn(measure)))];
}
/**
* Whether a measure repeats accuracy and is therefore not reported as well: coverage at K = 1 always does, and reach at
* K = 1 does if every correct solution has a recognized way.
*/
function repeats({ name, dimension }) {
	return name === "pass@1" && dimension === "coverage" || name === "reach@1";
}
/** The end of a sentence that explains why a guardrail is unclear. */
function whyUnclear(why, effectiveClusters) {
	switch (why.cause) {
		case "unmeasurable": return why.reason;
		case "too-few-clusters": return `its items are equivalent to ${count(Math.floor(effectiveClusters))} independent items, expected at least ${why.needed}`;
		case "concentrated": return "solutions concentrate on fewer ways, but no way is shown to be lost";
		case "nothing-to-lose": return `the baseline solves ${count(why.solved)} of ${count(why.of)} items, so there is nothing to lose`;
		case "not-shown": return why.itemsNeeded === void 0 ? "a loss beyond the margin is neither shown nor ruled out" : `a loss beyond the margin is neither shown nor ruled out; about ${count(why.itemsNeeded)} items like these would settle it if nothing had been lost`;
	}
}
function judgedResult(judged, { suiteItems, pooled }) {
	const { member, estimate: measured, state } = judged;
	const { measure } = member;
	const gates = state !== void 0;
	return {
		...identity(measure),
		...measure.suite === void 0 && { pooled: [...pooled] },
		gates,
		...gates && member.guardrail !== void 0 && { guardrail: member.guardrail },
		...figures(measured, suiteItems),
		p_loss: judged.pLoss,
		p_loss_adjusted: gates ? judged.pLossAdjusted : null,
		margin: gates ? marginOf(judged) : null,
		state: state?.kind ?? null,
		reason: reasonOf(judged),
		detectable_loss: judged.detectable ?? null
	};
}
function waiverOf(waiver) {
	if (waiver === void 0) return {};
	const { reason, by, expires } = waiver;
	return { waiver: {
		reason,
		by,
		expires
	} };
}
function marginOf({ member: { margin }, marginInUnits }) {
	const { kind, fraction: value } = margin;
	if (kind === "points") return {
		kind: "absolute",
		value,
		accepted_loss: value
	};
	return {
		kind,
		value,
		accepted_loss: marginInUnits !== void 0 && marginInUnits > 0 ? marginInUnits : null
	};
}
function reasonOf({ member, estimate: measured, state }) {
	if (state?.kind === "unclear") return whyUnclear(state.why, measured?.effectiveClusters ?? 0);
	if (state !== void 0) return null;
	const { measurement } = member.measure;
	return measurement.kind === "measured" ? "not a guardrail here: with so few items, it could never be kept" : measurement.reason;
}
function reportedResult(measure, suiteItems) {
	const { measurement } = measure;
	const measured = measurement.kind === "measured" ? estimate([{
		measurement,
		weight: 1
	}]) : void 0;
	return {
		...identity(measure),
		gates: false,
		...figures(measured, suiteItems),
		p_loss: measured?.pLoss ?? null,
		p_loss_adjusted: null,
		margin: null,
		state: null,
		reason: reasonNotMeasured(measurement),
		detectable_loss: null
	};
}
function reasonNotMeasured(measurement) {
	return measurement.kind === "measured" ? null : measurement.reason;
}
function identity(measure) {
	const { suite, role, dimension, name, group, unit } = measure;
	return {
		id: measureId(measure),
		suite: suite ?? null,
		role,
		dimension,
		name,
		group: group ?? null,
		unit
	};
}
function figures(measured, suiteItems) {
	if (measured === void 0) return {
		old: null,
		new: null,
		change: null,
		items: 0,
		eligible_share: 0,
		effective_clusters: 0
	};
	return {
		old: measured.old,
		new: measured.new,
		change: changeOf(measured),
		items: measured.items,
		eligible_share: suiteItems === 0 ? 0 : Math.min(1, measured.items / suiteItems),
		effective_clusters: measured.effectiveClusters
	};
}

// src/result/generalization-gap.ts
/**
* The amount by which the pooled target gained more than an ood suite: Δtarget − Δood of pass@1, with its 95%
* interval. It is computed as twice the pooled mean of the target's differences and the ood suite's differences with
* `old` and `new` swapped. Null if the target or the ood suite was not measured, or if they share a cluster and are
* therefore not independent.
*/
function generalizationGap(target, { role, measurement }) {
	if (target === void 0 || role !== "ood" || measurement.kind !== "measured") return null;
	const clusters = new Set(target.flatMap((part) => part.measurement.items.map(({ cluster }) => cluster)));
	if (measurement.items.some(({ cluster }) => clusters.has(cluster))) return null;
	const exchanged = measurement.items.map((item) => ({
		...item,
		old: item.new,
		new: item.old
	}));
	const { delta, interval, standardError, degreesOfFreedom } = estimate([...target.map((part) => ({
		...part,
		weight: part.weight / 2
	})), {
		measurement: {
			...measurement,
			items: exchanged
		},
		weight: 1 / 2
	}]);
	return {
		estimate: 2 * delta,
		se: 2 * standardError,
		df: degreesOfFreedom,
		interval: [2 * interval[0], 2 * interval[1]]
	};
}

// src/result/ledger-result.ts
/** A suite's ledger in the result's format. */
function ledgerResult({ flips, pOfFlips, moved, frozen }) {
	return {
		both: flips.both,
		only_old: flips.onlyOld,
		only_new: flips.onlyNew,
		neither: flips.neither,
		p_mcnemar: pOfFlips ?? null,
		moved: moved.kind === "named" ? {
			learned: [...moved.learned],
			corrupted: [...moved.corrupted],
			learned_solved_before: moved.learnedSolvedBefore
		} : null,
		reason: moved.kind === "unnamed" ? moved.reason : null,
		frozen: frozen === void 0 ? null : frozenResult(frozen)
	};
}
function frozenResult({ samples, splits, onlyOld, onlyNew, moved }) {
	return {
		samples,
		splits,
		only_old: against(onlyOld),
		only_new: against(onlyNew),
		learned: moved === void 0 ? null : against(moved.learned),
		learned_solved_before: moved === void 0 ? null : against(moved.learnedSolvedBefore),
		corrupted: moved === void 0 ? null : against(moved.corrupted)
	};
}
function against({ real, frozen, frozenRange }) {
	return {
		real,
		frozen,
		frozen_range: [...frozenRange]
	};
}

// src/result/suite-results.ts
/** One suite's results, except for its measures: outcomes, extraction, the curve, groups and the ledger. */
function suiteResult({ samples, measures, description, target, excluded }) {
	const { suite, accuracy } = measures;
	const { ledger, forecast, disparity } = description;
	const distance = notableDistance(samples.items);
	const outcomes = bySide((side) => countOutcomes(samples.items, side));
	const curve = description.curve.flatMap(({ k, measurement }) => {
		const point = estimateOf(measurement);
		return point === void 0 ? [] : [{
			k,
			old: point.old,
			new: point.new,
			change: changeOf(point)
		}];
	});
	return {
		name: suite.name,
		role: suite.role,
		grader: suite.grader ?? "none",
		items: samples.items.length,
		dropped_items: suite.dropped.length,
		...excluded !== void 0 && { excluded: excluded.map(({ id, reason }) => ({
			id,
			reason
		})) },
		samples_per_item: suite.samplesPerItem,
		k: suite.k,
		samples: bySide((side) => total(outcomes[side]) - outcomes[side].failed),
		outcomes,
		extraction: bySide((side) => countRules(samples.items, side)),
		...distance === void 0 ? {} : { extraction_distance: distance },
		...reasoningResult(samples.items),
		ledger: ledger === void 0 ? null : ledgerResult(ledger),
		curve,
		crossover: crossover(curve),
		forecast: forecast.map(({ k, old, new: candidate, delta, interval }) => ({
			k,
			old,
			new: candidate,
			change: {
				estimate: delta,
				interval: [...interval]
			}
		})),
		groups: description.groups.flatMap(({ name, measurement }) => {
			const group = estimateOf(measurement);
			if (group === void 0) return [];
			return [{
				name,
				items: group.items,
				old: group.old,
				new: group.new,
				change: changeOf(group)
			}];
		}),
		group_disparity: disparity === void 0 ? null : { ...disparity },
		generalization_gap: accuracy === void 0 ? null : generalizationGap(target, accuracy)
	};
}
/**
* The smallest k such that the candidate is shown to be below the baseline at k and at every larger k on the curve;
* null if there is no such k (method.md, section "Coverage"). Comparing the curves alone would not be enough, because
* an unchanged model's curves cross most of the time.
*/
function crossover(curve) {
	let from = null;
	for (const { k, change } of curve.toReversed()) {
		if (change.interval[1] >= 0) break;
		from = k;
	}
	return from;
}
function estimateOf(measurement) {
	return measurement.kind === "measured" ? estimate([{
		measurement,
		weight: 1
	}]) : void 0;
}
function bySide(value) {
	return {
		old: value("old"),
		new: value("new")
	};
}
function countOutcomes(items, side) {
	const counts = {
		correct: 0,
		incorrect: 0,
		unparseable: 0,
		truncated: 0,
		failed: 0
	};
	for (const item of items) for (const { outcome } of item[side]) counts[outcome] += 1;
	return counts;
}
function total(counts) {
	return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
/**
* Each side's reasoning tokens and number of samples that ended inside reasoning; empty if nothing is known about
* reasoning.
*/
function reasoningResult(items) {
	const reasoning = bySide((side) => {
		const samples = items.flatMap((item) => item[side]);
		const counted = samples.flatMap(({ reasoningTokens }) => reasoningTokens ?? []);
		return {
			tokens: counted.length === 0 ? null : counted.reduce((sum, tokens) => sum + tokens, 0),
			ended_inside: samples.filter(({ endedInReasoning }) => endedInReasoning === true).length
		};
	});
	return Object.values(reasoning).some((side) => side.tokens !== null || side.ended_inside > 0) ? { reasoning } : {};
}
function countRules(items, side) {
	const counts = /* @__PURE__ */ new Map();
	for (const item of items) for (const { rule } of item[side]) if (rule !== void 0) counts.set(rule, (counts.get(rule) ?? 0) + 1);
	return Object.fromEntries([...counts].sort(([a], [b]) => a < b ? -1 : 1));
}

// src/result/assemble.ts
/** Assembles a check's result. The numbers are not rounded, and the sentences are final. */
function assembleResult({ old, new: candidate, suites, decision, validity, policy, waived, exclusions, notes, cost, provenance }) {
	const status = validity.invalid.length > 0 ? "invalid" : decision.status;
	const measures = measureResults(suites, decision, waived);
	const suiteResults = suites.map((suite) => suiteResult({
		...suite,
		target: decision.target?.member.parts,
		excluded: exclusions.find((each) => each.suite === suite.samples.name)?.items
	}));
	const versions = {
		old: old.version,
		new: candidate.version
	};
	const fails = policy.failOn.includes(status);
	const excused = fails && status !== "invalid" && waived.excuses;
	return {
		schema: 2,
		old,
		new: candidate,
		verdict: {
			status,
			headline: comparedHeadline({
				status: decision.status,
				findings: validity.invalid,
				measures,
				target: measures[decision.family.findIndex(({ member }) => member.pooledTarget)],
				hasRisen: hasRisen(decision),
				versions
			}),
			reasons: reasonsOf(measures, validity.invalid),
			passed: !fails || excused,
			...excused ? { waived: true } : {}
		},
		warnings: [
			...exclusions.map(exclusionSentence),
			...notes,
			...loweredKs(suiteResults, measures),
			...waived.idle.map((idle) => idleSentence(idle, versions)),
			...validity.warnings.map(findingSentence)
		],
		measures,
		suites: suiteResults,
		cost,
		provenance
	};
}
/** Whether the target is shown to have risen at all, even by less than the policy's minimum gain. */
function hasRisen({ gain, target }) {
	return gain || target?.state?.kind === "kept" && (target.estimate?.bounds[0] ?? 0) > 0;
}

// src/verdict/validity/one-model.ts
/**
* Minimum number of equal completions to count as evidence. Fewer may be a coincidence, because one-letter answers are
* often equal.
*/
const FEWEST = 50;
/**
* Returns the number of completions per side if each of the candidate's completions is identical to the baseline's;
* undefined if any completion differs, failed or is missing.
*/
function sameCompletions({ old, new: candidate }) {
	if (old.length !== candidate.length) return void 0;
	return old.every((one, place) => {
		const other = candidate[place];
		return one.error === void 0 && other?.error === void 0 && one.text === other?.text;
	}) ? old.length : void 0;
}
/**
* Returns a finding if two requested names appear to refer to one model. The evidence is at least 50 equal completions,
* or the model name that the server reports if both sides use the same server. Undefined if there is no such evidence,
* or if a model was compared with itself on purpose.
*/
function oneModel({ names, same, served }) {
	if (names.old === names.new) return void 0;
	const completions = same.reduce((sum, count) => sum + (count ?? NaN), 0);
	if (completions >= FEWEST) return {
		...names,
		cause: "same-completions",
		completions
	};
	if (served?.atOneAddress !== true) return void 0;
	const reported = [served.by.old, served.by.new].map((stacks) => stacks.map(({ model }) => model));
	const [model, ...others] = new Set(reported.flat());
	return reported.every((side) => side.length > 0) && typeof model === "string" && others.length === 0 ? {
		...names,
		cause: "same-model",
		model
	} : void 0;
}

// src/verdict/waivers.ts
/**
* Applies waivers to a decision. They change neither states nor the verdict: they excuse a `reversal` or a `regression`
* if every lost guardrail is waived and the pooled target is not lost.
*
* @param today the check's date in UTC, such as `2026-11-04`
*/
function applyWaivers({ waivers, decision: { family, target, status }, versions, today }) {
	const guardrails = family.filter(({ state }) => state !== void 0);
	const losses = /* @__PURE__ */ new Map();
	const idle = [];
	for (const waiver of waivers) {
		const guardrail = guardrails.find(({ member: { measure } }) => guardrailOf(measureId(measure)) === guardrailOf(`${waiver.suite}/${waiver.measure}`));
		if (waiver.old !== versions.old || waiver.new !== versions.new) idle.push({
			waiver,
			cause: "other-versions"
		});
		else if (waiver.expires < today) idle.push({
			waiver,
			cause: "expired"
		});
		else if (guardrail?.state === void 0) idle.push({
			waiver,
			cause: "unknown",
			known: namesFor(waiver, guardrails)
		});
		else if (guardrail === target) idle.push({
			waiver,
			cause: "target"
		});
		else if (guardrail.state.kind === "lost") losses.set(guardrail, waiver);
		else idle.push({
			waiver,
			cause: "not-lost",
			state: guardrail.state.kind
		});
	}
	const lost = guardrails.filter(({ state }) => state?.kind === "lost");
	return {
		losses,
		idle,
		excuses: (status === "reversal" || status === "regression") && lost.every((guardrail) => losses.has(guardrail))
	};
}
/**
* Names the guardrails that may have been meant: the ones on the waiver's suite, or all of them if there is no suite
* with that name.
*/
function namesFor({ suite }, guardrails) {
	const measures = guardrails.map(({ member }) => member.measure);
	const ofSuite = measures.filter((measure) => suiteName(measure) === suite);
	return ofSuite.length > 0 ? ofSuite.map(measureName) : measures.map((measure) => `${measureName(measure)} of ${suiteName(measure)}`);
}

// src/run/stages/conclude.ts
/** Turns completions into a result: grades and measures them, and decides the verdict. */
async function conclude({ config, configHash, suites, waivers, gradedBy }, { graders, judging, generations, greedy, cut, embedSolutions, samplesPerItem, alpha, nowMs, servedBy, atOneAddress = false, notes, cost, lock, sampling, command, onStage = () => {}, ...known }) {
	const unexpected = [];
	const gradedSuites = [];
	const same = [];
	const { reasoning, reasoningTags } = config.sampling;
	const onItem = itemCounter(suites, greedy === void 0 ? 1 : 2, onStage);
	const gradeAll = async () => {
		for (const { suite, grader: spec, hardestGroup, unparseable } of suites) {
			const grader = graders.of(suite.name);
			const ofSuite = await generations(suite.name);
			same.push(sameCompletions(ofSuite));
			const { items, problems } = await gradeSuite({
				suite,
				grader,
				generations: ofSuite,
				reasoning,
				reasoningTags,
				...isJudged(spec) ? {} : { onItem }
			});
			const ofGreedy = greedy === void 0 || grader === void 0 ? void 0 : await gradeSuite({
				suite,
				grader,
				generations: await greedy(suite.name),
				reasoning,
				reasoningTags,
				...isJudged(spec) ? {} : { onItem }
			});
			for (const problem of problems) unexpected.push({
				...problem,
				suite: suite.name
			});
			gradedSuites.push({
				name: suite.name,
				role: suite.role,
				grader: grader?.name,
				choice: asksForChoice(spec),
				samplesPerItem: samplesPerItem(suite.name),
				hardestGroup,
				...unparseable === void 0 ? {} : { unparseable },
				items,
				...ofGreedy === void 0 ? {} : { greedy: ofGreedy.items }
			});
		}
	};
	await payingFor(judging, await judgedIn(suites, [generations, greedy]), gradeAll);
	const embedded = await embedSolutions?.(gradedSuites);
	const graded = gradedSuites.map((samples) => embedded === void 0 ? samples : {
		...samples,
		embeddingOf: embedded.embeddingOf
	});
	const measured = measureSuites(graded, onStage);
	const { decision, validity } = decide({
		suites: graded,
		measures: measured.map(({ measures }) => measures),
		unexpected,
		cut,
		policy: config.policy,
		alpha,
		served: servedBy && {
			by: servedBy,
			onChange: config.stackChange
		},
		oneModel: oneModel({
			names: {
				old: known.old.model ?? "",
				new: known.new.model ?? ""
			},
			same,
			served: servedBy && {
				by: servedBy,
				atOneAddress
			}
		})
	});
	const unlike = servedBy && incomparableStacks(servedBy);
	return {
		result: assembleResult({
			...known,
			exclusions: exclusionsOf({ suites }),
			notes: [
				...notes,
				...greedyNotes(graded),
				...judging?.judges.notes() ?? [],
				...embedded?.notes ?? []
			],
			cost: {
				...withJudging(cost, judging?.judges, config.prices),
				...embedded === void 0 ? {} : { embeddings: embedded.cost }
			},
			suites: measured,
			decision,
			validity,
			policy: config.policy,
			waived: applyWaivers({
				waivers,
				decision,
				versions: {
					old: known.old.version,
					new: known.new.version
				},
				today: new Date(nowMs).toISOString().slice(0, 10)
			}),
			provenance: {
				engine: ENGINE_VERSION,
				...configHash !== "" && { config_hash: configHash },
				...lock !== void 0 && { lock_hash: lock },
				sampling,
				graders: Object.fromEntries(suites.map(({ suite, grader }) => [suite.name, graderInWords(grader, gradedBy?.get(suite.name))])),
				...embedded === void 0 ? {} : { embeddings: embedded.provenance },
				...unlike === void 0 ? {} : { serving: incomparableSentence(unlike) },
				reproduce: pinnedCommand(ENGINE_VERSION, command)
			}
		}),
		graded
	};
}
/**
* Describes a grader: its type and version, and the model if it is a judge. For given outcomes, the description
* includes who assigned them.
*/
function graderInWords(grader, by = "with the completions") {
	if (grader === void 0) return "none";
	if (grader.type === "given") return `given: ${by}`;
	const judge = judgeOf(grader);
	return `${grader.type} ${graderVersion(grader)}${judge === void 0 ? "" : ` by ${judge.model}`}`;
}
/** The number of completions that judge models will grade. Reads nothing if there are no judges. */
async function judgedIn(suites, read) {
	let completions = 0;
	for (const { suite } of suites.filter(({ grader }) => isJudged(grader))) for (const generations of read) {
		const both = await generations?.(suite.name);
		completions += (both?.old.length ?? 0) + (both?.new.length ?? 0);
	}
	return completions;
}

// src/run/stages/invalid-if-distrusted.ts
/**
* Returns the result of `work`. If a grader fails a known answer, returns an `invalid` result that reports this case
* instead, because nothing could be measured (method.md, section "Validity").
*/
async function invalidIfDistrusted({ config, configHash }, work, about) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof FailedKnownAnswer)) throw error;
		const { where = "a grader", what, fix } = error;
		const result = unmeasuredResult({
			why: { cause: "failed-known-answer" },
			versions: {
				old: about.old.version,
				new: about.new.version
			},
			reasons: [`${where}: ${what}.`, fix],
			failOn: config.policy.failOn,
			engine: ENGINE_VERSION,
			...configHash !== "" && { config: configHash }
		});
		const { old, new: candidate, lock, cost } = about;
		const provenance = {
			...result.provenance,
			...lock !== void 0 && { lock_hash: lock }
		};
		return {
			result: {
				...result,
				old,
				new: candidate,
				cost: cost(),
				provenance
			},
			graded: []
		};
	}
}

// src/servers/embedding-model.ts
/**
* Returns the configured embedding model. Reads its base URL from the environment if `base-url-env` is set.
*
* @throws {ConfigError} if that variable is unset or empty, or contains an invalid address
*/
const resolveEmbeddingModel = (config, env) => {
	const { baseUrl, baseUrlEnv, ...rest } = config;
	if (baseUrl !== void 0) return {
		...rest,
		baseUrl: checkBaseUrl(baseUrl, "embeddings.base-url")
	};
	if (baseUrlEnv === void 0) throw new Error("embeddings have neither base-url nor base-url-env");
	const address = addressFrom(baseUrlEnv, "embeddings.base-url-env", env);
	return {
		...rest,
		baseUrlEnv,
		baseUrl: checkBaseUrl(address, `the environment variable ${baseUrlEnv}`)
	};
};

// src/run/stages/embed-solutions.ts
/**
* Prepares to embed the solutions after grading. Called before anything is spent. Returns undefined if the
* configuration has no embeddings.
*
* @throws {ConfigError} if the environment variable for the embedding server's address is not set
*/
function solutionEmbedder({ embeddings, sampling }, { embed, storeDir, env, onEmbedding, onWarning }) {
	if (embeddings === void 0) return void 0;
	const model = resolveEmbeddingModel(embeddings, env);
	return async (suites) => {
		const { embeddingOf, texts, failed, cost } = await embed({
			storeDir,
			env,
			...onEmbedding && { onEmbedding },
			...onWarning && { onWarning },
			model,
			texts: suites.flatMap(({ items }) => textsToEmbed(items)),
			concurrency: sampling.concurrency,
			timeoutMs: sampling.timeoutMs
		});
		return {
			embeddingOf,
			notes: failed === void 0 ? [] : [`${failed.texts} of ${texts} different solutions could not be embedded (${failed.reason}); items with such a solution are excluded from semantic diversity.`],
			cost: {
				requests: cost.requests,
				prompt_tokens: cost.prompt_tokens,
				reused: cost.cached
			},
			provenance: {
				model: model.model,
				max_characters: model.maxCharacters,
				...model.digest === void 0 ? {} : { digest: model.digest }
			}
		};
	};
}

// src/run/stages/sampling-cost.ts
/** The cost of sampling, as recorded in the result. It includes US dollars if prices are configured. */
function samplingCost({ cached, reused, bySide, ...spent }, prices) {
	const usd = (side) => bySide && prices && dollarsOf(bySide[side], prices[side]);
	const ofSide = (side) => {
		const { completions, oldest, newest } = reused[side];
		const dollars = usd(side);
		return {
			...bySide?.[side],
			...dollars !== void 0 && { cost_usd: dollars },
			reused: completions,
			...oldest !== null && { oldest_reused: oldest },
			...newest !== null && { newest_reused: newest }
		};
	};
	const [old, candidate] = [usd("old"), usd("new")];
	return { sampling: {
		...spent,
		...old !== void 0 && candidate !== void 0 && { cost_usd: old + candidate },
		reused: cached,
		by_side: {
			old: ofSide("old"),
			new: ofSide("new")
		}
	} };
}
/** Undefined if requests were sent but the server counted no tokens. */
function dollarsOf({ requests, prompt_tokens: prompt, completion_tokens: completion }, { promptUsdPerMillion, completionUsdPerMillion }) {
	if (requests > 0 && prompt + completion === 0) return void 0;
	return (prompt * promptUsdPerMillion + completion * completionUsdPerMillion) / 1e6;
}

// src/result/exploratory.ts
/**
* Marks a result as exploratory if its data differ from those of the pair's first look: the first verdict remains in
* force, whatever the new data show (method.md, section "Checking the same checkpoints again"). Waivers apply only to
* losses in the first look's data, so they have no effect here. A measurement that cannot be trusted stays invalid,
* because it does not count as a look.
*
* @param first the look that determines the verdict; undefined if this result is based on that look's data.
*/
function exploratoryResult(result, first, { failOn }) {
	const { status, headline, reasons } = result.verdict;
	if (first === void 0 || status === "invalid" || status === "skipped") return result;
	const { verdict, n, time } = first;
	return {
		...result,
		verdict: {
			status: verdict,
			headline: exploratoryHeadline(status, {
				n,
				time
			}),
			reasons: [`This run alone: ${headline}`, ...reasons],
			passed: !failOn.includes(verdict),
			exploratory: {
				status,
				first: {
					samples_per_item: n,
					time
				}
			}
		}
	};
}

// src/result/look-notes.ts
/** Complete sentences about earlier looks at the same pair; empty if this is the first and only look. */
function lookNotes({ alpha, number, exploratoryAfter }, { extend }) {
	if (extend) return [`This is look ${number} at this pair of checkpoints. It decides at a one-sided level of ${plain(alpha * 100)}%, so that all looks together stay within 2.5%. The intervals shown are 95% intervals.`];
	if (exploratoryAfter === void 0) return [];
	const { n, verdict, time } = exploratoryAfter;
	return [`Exploratory: this pair of checkpoints already has a verdict from ${n} samples per item (${verdict}, ${time}), and that verdict counts. To allow a new decision from more samples, set policy.extend: true.`];
}

// src/run/check/open-look.ts
async function openLook({ plan: { config }, locked, checkpoints }, { openLooks, storeDir, nowMs }) {
	const { n, maxAgeMs } = config.sampling;
	const looks = await openLooks({
		checkpoints,
		lock: locked,
		storeDir
	});
	const standing = {
		earlier: looks.earlier,
		n,
		extend: config.extend
	};
	return {
		expected: standingOf(standing),
		on: ({ cost }) => {
			const drawn = maxAgeMs === void 0 ? void 0 : sampledSince(cost.reused, nowMs);
			const look = standingOf({
				...standing,
				drawn
			});
			return {
				alpha: look.alpha,
				notes: lookNotes(look, config),
				record: async (checked, samplesPerItem) => {
					const { status } = checked.result.verdict;
					const isOther = look.number === 1 && status !== looks.earlier.findLast((each) => each.n === n)?.verdict;
					if (look.fresh || isOther) await looks.add({
						n: samplesPerItem,
						verdict: status,
						...look.redrawn && { redrawn: true }
					});
					return {
						...checked,
						result: exploratoryResult(checked.result, look.exploratoryAfter, config.policy)
					};
				}
			};
		}
	};
}
/**
* The time at which sampling began for the side that was sampled last: the time of that side's oldest stored
* completion, or the current time if there is none.
*/
function sampledSince(reused, nowMs) {
	const now = new Date(nowMs).toISOString();
	const [old, candidate] = [reused.old.oldest ?? now, reused.new.oldest ?? now];
	return old > candidate ? old : candidate;
}

// src/run/stages/by-suite.ts
/** Provides completions that are already in memory through the interface for reading them suite by suite. */
function bySuite({ old, new: candidate }) {
	const ofOld = Map.groupBy(old, ({ suite }) => suite);
	const ofNew = Map.groupBy(candidate, ({ suite }) => suite);
	return (suite) => Promise.resolve({
		old: ofOld.get(suite) ?? [],
		new: ofNew.get(suite) ?? []
	});
}

// src/verdict/validity/budget-cut.ts
/** Returns what remains of each planned suite after a cut, in the same order. */
function leftByCut(planned, left) {
	const suites = planned.map(({ name, items }, place) => {
		const own = left[place]?.items ?? [];
		return {
			suite: name,
			judged: own.length,
			of: items.length,
			worth: effectiveClusters(own)
		};
	});
	return {
		suites: suites.map(({ suite, judged, of }) => ({
			suite,
			judged,
			of
		})),
		isEnough: suites.every(({ judged, of, worth }) => judged === of || worth >= 30),
		needed: 30
	};
}

// src/run/check/balance.ts
/**
* Keeps the part of an interrupted run for which both sides have samples: pairs of samples with the same index, and
* items with at least max(K, 0.9·n) pairs (method.md, section "Validity"). A failed sample was requested, so it is kept
* and counts as failed. Only the budget, never an answer, determines which samples are omitted.
*/
function balance({ suites, samples, generations, greedy, cut }) {
	const needed = Math.max(largestPowerOfTwo(samples), Math.floor(LEAST_SHARE * samples));
	const paired = pairsOf(generations);
	const judged = suites.map((planned) => {
		const { suite } = planned;
		const items = suite.items.filter(({ id }) => (paired.perItem.get(keyOf$1(suite.name, id)) ?? 0) >= needed);
		return {
			...planned,
			suite: {
				...suite,
				items
			}
		};
	});
	const kept = new Set(judged.flatMap(({ suite: { name, items } }) => items.map(({ id }) => keyOf$1(name, id))));
	const keep = (side, alsoPaired) => side.filter((one) => kept.has(keyOf$1(one.suite, one.id)) && (!alsoPaired || paired.both.has(sampleKey(one))));
	const pairs = keep(generations.old, true).length;
	const planned = suites.reduce((sum, { suite }) => sum + suite.items.length, 0);
	const had = generations.old.length + generations.new.length;
	const rest = cut.unasked.old + cut.unasked.new;
	return {
		suites: judged,
		generations: {
			old: keep(generations.old, true),
			new: keep(generations.new, true)
		},
		greedy: greedy && {
			old: keep(greedy.old, false),
			new: keep(greedy.new, false)
		},
		samplesPerItem: Math.max(1, Math.floor(pairs / planned)),
		cut: {
			limit: cut.limit,
			allowed: cut.allowed,
			byDefault: cut.byDefault,
			unasked: rest,
			wouldTake: had === 0 ? void 0 : cut.allowed * ((had + rest) / had),
			...leftByCut(suites.map(({ suite }) => suite), judged.map(({ suite }) => suite))
		}
	};
}
/**
* Applies `balance` to completions that have not been read yet. Reads all of them first, to find the samples that both
* sides have.
*/
async function balanceRead({ suites, generations, greedy, ...run }) {
	const all = async (read) => {
		const sides = {
			old: [],
			new: []
		};
		for (const { suite } of suites) {
			const { old, new: candidate } = await read(suite.name);
			for (const one of old) sides.old.push(one);
			for (const one of candidate) sides.new.push(one);
		}
		return sides;
	};
	const balanced = balance({
		...run,
		suites,
		generations: await all(generations),
		greedy: greedy && await all(greedy)
	});
	const { generations: kept, greedy: keptGreedy } = balanced;
	return {
		...balanced,
		generations: bySuite(kept),
		greedy: keptGreedy && bySuite(keptGreedy)
	};
}
/** The samples that both sides have, and their number per item. */
function pairsOf({ old, new: candidate }) {
	const ofNew = new Set(candidate.map(sampleKey));
	const both = /* @__PURE__ */ new Set();
	const perItem = /* @__PURE__ */ new Map();
	for (const one of old) {
		const key = sampleKey(one);
		if (!ofNew.has(key) || both.has(key)) continue;
		both.add(key);
		const item = keyOf$1(one.suite, one.id);
		perItem.set(item, (perItem.get(item) ?? 0) + 1);
	}
	return {
		both,
		perItem
	};
}
function keyOf$1(suite, id) {
	return JSON.stringify([suite, id]);
}
__name(keyOf$1, "keyOf");
function sampleKey({ suite, id, index }) {
	return JSON.stringify([
		suite,
		id,
		index
	]);
}

// src/run/check/preflight.ts
/** The number of examples in an error, and the number of characters that each quotes from the end of a completion. */
const EXAMPLES = 3;
/**
* Examines the start of a check. Reports each side's first response in one line, and checks the first 20 samples of
* each suite and side. If all of these samples are truncated, or if all fail for the same reason other than a wrong
* answer, the run stops before it spends more, unless `goesOn` is set. Suites with a judge are examined without the
* judge.
*/
function openPreflight({ config, suites }, { graders, models, goesOn, onNote }) {
	const told = /* @__PURE__ */ new Set();
	const gradeFirst = async (name, side, generations) => {
		const planned = suites.find(({ suite }) => suite.name === name);
		if (planned === void 0) return [];
		const grader = isJudged(planned.grader) ? void 0 : graders.of(name);
		const { items } = await gradeSuite({
			suite: suiteOf(planned.suite, {
				generations,
				grader
			}),
			grader,
			generations: {
				old: [],
				new: [],
				[side]: generations
			},
			reasoning: config.sampling.reasoning,
			reasoningTags: config.sampling.reasoningTags
		});
		return items.flatMap((item) => item[side].map((sample) => ({
			sample,
			id: item.id
		})));
	};
	return {
		onFirst: async (answer) => {
			if (told.has(answer.side)) return;
			told.add(answer.side);
			const graded = await gradeFirst(answer.suite, answer.side, answer.generations);
			onNote(firstLine(answer, models[answer.side], graded.map(({ sample }) => sample)));
		},
		...goesOn ? {} : { look: async ({ side, suite, generations }) => {
			const graded = await gradeFirst(suite, side, generations);
			const why = whyUseless(graded.map(({ sample }) => sample));
			if (why !== void 0) throw useless({
				side,
				suite,
				why,
				graded
			});
		} }
	};
}
/** The suite, reduced to the items that have a completion. It is an open suite if the items are not graded. */
function suiteOf(suite, { generations, grader }) {
	const ids = new Set(generations.map(({ id }) => id));
	const items = suite.items.filter(({ id }) => ids.has(id));
	return {
		...suite,
		items,
		...grader === void 0 && { role: "open" }
	};
}
/**
* Describes one side's first response: the model, the samples, how they ended, their tokens, and the rules that found
* their answers.
*/
function firstLine({ side, requested, completions }, model, graded) {
	const [first] = completions;
	const named = first?.model === void 0 || first.model === model ? "" : ` (reported as ${first.model})`;
	const ends = [...new Set(completions.map(({ finish_reason: reason }) => reason ?? "unknown"))].join(", ");
	const rules = graded.flatMap(({ rule }) => rule ?? []);
	const answers = graded.some(({ outcome, rule }) => outcome !== "correct" || rule !== void 0) ? `answers found in ${rules.length} of ${graded.length}${rules.length === 0 ? "" : ` (${[...new Set(rules)].join(", ")})`}` : `${graded.filter(({ text }) => text.trim() !== "").length} of ${graded.length} not empty`;
	return `preflight, ${side}: ${model}${named}; ${completions.length} of ${counted(requested, "sample")} in the first response; finish reason ${ends}; ${usageWords(completions)}; ${answers}. The seed is not checked.`;
}
function usageWords(completions) {
	const usage = completions.flatMap(({ usage: of }) => of ?? []);
	if (usage.length === 0) return "the server reports no token counts, so a budget in tokens or dollars counts each request at its limit";
	const sum = (key) => usage.reduce((total, one) => total + one[key], 0);
	const [prompt, completion] = [sum("prompt_tokens"), sum("completion_tokens")];
	const characters = completions.reduce((total, { text }) => total + text.length, 0);
	const counts = `${tokens(prompt)} prompt and ${tokens(completion)} completion tokens`;
	if (characters === 0 && completion > 0) return `${counts}, but no text`;
	return prompt === 0 || completion === 0 && characters > 0 || completion * MOST_CHARACTERS < characters ? `${counts}, which cannot be right for ${counted(characters, "character")}` : counts;
}
/** An upper bound on any tokenizer's mean number of characters per token. */
const MOST_CHARACTERS = 40;
/** The reason why all samples are unusable; undefined if any is usable, or if they fail for different reasons. */
function whyUseless(samples) {
	if (samples.every(({ outcome }) => outcome === "truncated")) {
		const inside = samples.filter(({ endedInReasoning }) => endedInReasoning === true).length;
		return {
			what: `are cut off by the token limit${inside === 0 ? "" : `, ${inside} of them during reasoning`}`,
			remedy: TRUNCATED_REMEDY,
			areReused: true
		};
	}
	const [fault, ...others] = new Set(samples.map((sample) => faultOf(sample)));
	if (fault === void 0 || others.length > 0) return void 0;
	return {
		what: `fail for the same reason: ${faultClause(fault)}`,
		remedy: faultRemedy(fault),
		areReused: fault !== "empty" && fault !== "reasoning-apart"
	};
}
function useless({ side, suite, why, graded }) {
	const examples = [...new Map(graded.map((each) => [each.id, each])).values()].slice(0, EXAMPLES).map(({ id, sample: { text, reason } }) => {
		const end = text.trim().slice(-120).replaceAll(/\s+/gu, " ");
		return `${id}: ${reason === void 0 ? "" : `${reason}; `}${end === "" ? "nothing" : `… ${end}`}`;
	});
	return new SamplingError({
		what: `The first ${graded.length} samples of ${suite} (${side}) ${why.what}. Examples (the end of each):\n${examples.map((example) => `    ${example}`).join("\n")}`,
		where: `suite ${suite}`,
		fix: `${why.remedy} To continue anyway, run again with --no-preflight (in the Action, preflight: false); ${why.areReused ? "these samples are kept" : "these samples will be requested again"}.`
	});
}

// src/run/check/sample-check.ts
/** Samples both checkpoints within the budget, after a preflight on the first samples. */
async function sampleCheck({ plan, checkpoints, request }, { sampler, isSampled = false, preflight = true, onNote = () => {} }, { graders, budget }) {
	const { config, suites } = plan;
	const models = {
		old: checkpoints.old.model,
		new: checkpoints.new.model
	};
	const share = isSampled ? budget : samplingShare(suites, budget);
	const sampled = await sampleAll({
		...request,
		budget: share,
		preflight: openPreflight(plan, {
			graders,
			models,
			goesOn: !preflight,
			onNote
		})
	}, {
		sampler,
		greedy: config.sampling.greedy
	}).finally(() => {
		if (share !== budget) share.end();
	});
	const { n } = config.sampling;
	const whole = {
		suites,
		generations: sampled.generations,
		greedy: sampled.greedy?.generations
	};
	if (sampled.cut === void 0) return {
		sampled,
		...whole,
		cut: void 0,
		samplesPerItem: n
	};
	const cut = asConfigured(sampled.cut, config.budget);
	return {
		sampled,
		...await balanceRead({
			...whole,
			samples: n,
			cut
		})
	};
}
/**
* Replaces the limit that ended sampling, which may be only part of the configured limit, with the full configured
* limit.
*/
function asConfigured(cut, budget) {
	const { maxRequests, maxTokens, maxCostUsd, maxMinutes } = budget;
	const set = {
		"max-requests": maxRequests,
		"max-tokens": maxTokens,
		"max-cost": maxCostUsd,
		"max-minutes": maxMinutes
	};
	return {
		...cut,
		allowed: set[cut.limit] ?? cut.allowed
	};
}

// src/run/check/check.ts
/**
* Runs a complete check, from the configuration, lock and eval set through completions, grades and measures to the
* verdict and the result.
*/
async function check(request) {
	const prepared = await prepare(request);
	const { plan, checkpoints, locked, newer } = prepared;
	const { config } = plan;
	const { n } = config.sampling;
	const opened = await openLook(prepared, request);
	checkFeasible(plan, opened.expected);
	const embedSolutions = solutionEmbedder(config, request);
	const expected = outlookWarnings({
		outlook: outlookOf(plan, opened.expected),
		samplesPerItem: n
	});
	for (const warning of expected) request.onWarning?.(warning);
	const budget = request.isSampled ? judgingShare(plan.suites, prepared.request.budget) : prepared.request.budget;
	const judges = judgesOf(plan, request.grading);
	judges?.spendFrom(budget);
	const sides = sidesOf(checkpoints);
	const itself = comparedWithItself(checkpoints);
	for (const note of itself) request.onWarning?.(note);
	const lock = lockHash(locked);
	let cost = {};
	const run = async () => {
		const graders = await openGraders(plan, request.grading, judges);
		try {
			const { sampled, suites, samplesPerItem, ...completions } = await sampleCheck(prepared, request, {
				graders,
				budget
			});
			cost = samplingCost(sampled.cost, config.prices);
			const look = opened.on(sampled);
			const checked = await conclude({
				...plan,
				suites
			}, {
				...completions,
				...sides,
				graders,
				judging: judges && {
					judges,
					budget
				},
				embedSolutions,
				samplesPerItem: () => n,
				alpha: look.alpha,
				nowMs: request.nowMs,
				servedBy: sampled.servedBy,
				atOneAddress: areAtOneAddress(checkpoints),
				notes: [
					...request.notes ?? [],
					...itself,
					...newer,
					...look.notes,
					...expected
				],
				cost,
				lock,
				sampling: locked.sampling,
				command: checkArguments({
					...request,
					fresh: request.draws?.new
				}),
				onStage: request.onStage
			});
			return await look.record(checked, samplesPerItem);
		} finally {
			budget.end();
			await graders.close();
		}
	};
	return invalidIfDistrusted(plan, run, {
		...sides,
		lock,
		cost: () => withJudging(cost, judges, config.prices)
	});
}
function sidesOf({ old, new: candidate }) {
	return {
		old: {
			version: old.version,
			model: old.model
		},
		new: {
			version: candidate.version,
			model: candidate.model
		}
	};
}
/** A sentence for the report if both sides are the same checkpoint. */
function comparedWithItself(checkpoints) {
	if (!isOneCheckpoint(checkpoints)) return [];
	const { version } = checkpoints.old;
	return [`This compares the version ${version} with itself, because --old and --new are the same. Any difference between the sides is noise, or is caused by a change on the server. To look for a change in the model, specify two different versions.`];
}
/**
* Whether both sides are sampled at the same address. If the check starts the servers, each side has its own address.
*/
function areAtOneAddress({ old, new: candidate }) {
	return old.baseUrl === candidate.baseUrl && old.serve === void 0 && candidate.serve === void 0;
}

// src/run/shards/merge.ts
/**
* Merges a check's shards and decides the verdict. The result is the same as for a single run, regardless of the order
* and overlap of the folders. Sends no requests to the checkpoints. The shards' completions are copied to the merge's
* store.
*
* @throws {ConfigError} if a shard is missing or belongs to another check, and in the same cases as for a check
*/
async function merge({ folders, configPath, versions, files, join: joinAll, gather, ...edges }) {
	const shards = await findShards(folders);
	const { readFile, readIfThere } = files;
	const { hash } = await readConfig({
		path: configPath,
		readFile
	});
	const path = await existingLockPath(configPath, readIfThere);
	const whole = refuseOthers(shards, {
		config: hash,
		lock: lockHash(await readLock({
			path,
			readFile
		})),
		engine: ENGINE_VERSION,
		...versions
	});
	refuseIncomplete(shards, whole, configPath);
	await joinAll({
		from: shards.map(({ folder }) => join(folder, SHARD_STORE)),
		to: edges.storeDir
	});
	const failed = new Map(shards.flatMap(({ record }) => record.failed).toSorted((a, b) => a.error < b.error ? 1 : -1).map((sample) => [keyOf(sample), sample.error]));
	let cost = shards.map(({ record }) => costOf(record)).reduce(costOfBoth, NOTHING);
	const began = Math.min(...shards.map(({ record }) => Date.parse(record.began)));
	const sampler = async (request) => {
		const draw = request.storeDir === edges.storeDir ? "samples" : "greedy";
		const lacking = [];
		const absent = (place) => {
			const { side, suite, item, index } = place;
			const error = failed.get(keyOf({
				draw,
				side,
				suite: suite.name,
				id: item.id,
				index
			}));
			if (error === void 0) lacking.push(place);
			return error;
		};
		const gathered = await gather(request, {
			absent,
			now: began
		});
		const numbers = shardNumbers(request.suites, whole.of);
		const numberOf = ({ suite, item }) => numbers.get(suite.name)?.get(item.id);
		const cut = shards.filter(({ record }) => record.status === "cut");
		const mayLack = new Set(cut.map(({ record }) => record.shard));
		const unasked = lacking.filter((place) => mayLack.has(numberOf(place)));
		const lost = lacking.find((place) => !mayLack.has(numberOf(place)));
		if (lost !== void 0) {
			const number = numberOf(lost);
			throw notWhole(lost, shards.find(({ record }) => record.shard === number)?.folder);
		}
		const generations = bySuite(gathered.generations);
		const sampled = {
			...gathered,
			generations,
			cost,
			...cutOf(cut, unasked)
		};
		cost = NOTHING;
		return sampled;
	};
	return check({
		...edges,
		configPath,
		versions: {
			old: whole.old,
			new: whole.new
		},
		files,
		sampler,
		isSampled: true,
		onProgress: () => {}
	});
}
const NOTHING = {
	requests: 0,
	prompt_tokens: 0,
	completion_tokens: 0,
	cached: 0,
	reused: {
		old: NONE_REUSED,
		new: NONE_REUSED
	},
	bySide: {
		old: NOTHING_SPENT,
		new: NOTHING_SPENT
	}
};
function costOf({ cost: { by_side: bySide, ...cost } }) {
	return {
		...cost,
		...bySide && { bySide }
	};
}
async function findShards(folders) {
	const found = /* @__PURE__ */ new Set();
	for (const folder of folders) {
		const own = (await readdir(folder, {
			recursive: true,
			withFileTypes: true
		}).catch((cause) => {
			throw new ConfigError({
				what: `the folder cannot be read (${cause instanceof Error ? cause.message : String(cause)})`,
				where: folder,
				fix: "Specify the folders that check --shard wrote, or a folder that contains them.",
				cause
			});
		})).filter((entry) => entry.isFile() && basename(entry.name) === "shard.json");
		if (own.length === 0) throw new ConfigError({
			what: `found no ${SHARD_FILE} in this folder or its subfolders`,
			where: folder,
			fix: "Specify complete folders that check --shard wrote."
		});
		for (const { parentPath, name } of own) found.add(dirname(join(parentPath, name)));
	}
	return Promise.all([...found].toSorted().map(async (folder) => ({
		folder,
		record: await readShard(folder)
	})));
}
/** The properties that all shards of a check share, with their names. */
const SAME = [
	["engine", "version of reversal-check"],
	["config", "configuration"],
	["lock", "lock"],
	["old", "old version"],
	["new", "new version"],
	["of", "number of shards"]
];
/**
* Returns the properties that all shards share.
*
* @throws {ConfigError} if a shard belongs to another check
*/
function refuseOthers(shards, expected) {
	const [first] = shards;
	if (first === void 0) throw new Error("no shards");
	const whole = {
		...first.record,
		...expected
	};
	for (const { folder, record } of shards) for (const [key, name] of SAME) {
		if (record[key] === whole[key]) continue;
		throw new ConfigError({
			what: `the shard has a different ${name}: found ${record[key]}, expected ${whole[key]} as in ${key in expected ? "this merge" : first.folder}`,
			where: join(folder, SHARD_FILE),
			fix: "Merge only shards of one check, sampled with the same files and the same version of reversal-check. If these have changed, run this shard again."
		});
	}
	return whole;
}
function refuseIncomplete(shards, whole, configPath) {
	const there = new Set(shards.map(({ record }) => record.shard));
	const missing = Array.from({ length: whole.of }, (_, place) => place + 1).filter((number) => !there.has(number));
	const [next] = missing;
	if (next === void 0) return;
	const names = missing.slice(0, 10).map((number) => shardName({
		number,
		of: whole.of
	}));
	throw new ConfigError({
		what: `found ${there.size} of ${whole.of} shards; missing: ${names.join(", ")}${missing.length > names.length ? ", …" : ""}`,
		fix: `Run each missing shard, then merge again: ${checkCommand({
			shard: shardName({
				number: next,
				of: whole.of
			}),
			configPath,
			versions: whole
		})}`
	});
}
/** Describes the samples that were not requested because the shards' budgets were spent. */
function cutOf(cut, unasked) {
	const [first] = cut.flatMap(({ record }) => record.cut ?? []);
	if (first === void 0 || unasked.length === 0) return {};
	const of = (side) => unasked.filter((place) => place.side === side).length;
	const { limit, by_default: byDefault } = first;
	const same = cut.flatMap(({ record }) => record.cut?.limit === limit ? [record.cut.allowed] : []);
	return { cut: {
		limit,
		byDefault,
		allowed: limit === "max-minutes" ? Math.max(...same) : same.reduce((sum, each) => sum + each, 0),
		unasked: {
			old: of("old"),
			new: of("new")
		}
	} };
}
/**
* The error for a sample that is neither stored nor recorded as failed, which happens if the folder was copied
* incompletely.
*/
function notWhole({ side, suite, item, index }, folder) {
	return new ConfigError({
		what: `sample ${index} of ${item.id} (${suite.name}, ${side}) is neither stored nor recorded as failed`,
		...folder === void 0 ? {} : { where: folder },
		fix: `Copy the whole folder that check --shard wrote, including ${SHARD_STORE}, and use the same server addresses as for the shard.`
	});
}
function keyOf({ draw, side, suite, id, index }) {
	return JSON.stringify([
		draw,
		side,
		suite,
		id,
		index
	]);
}

// src/servers/embeddings/embedding-errors.ts
const RESUMES = "Embeddings received so far are stored. Run the same command again to request only the rest.";
/** The error for a server that responds but no longer returns embeddings. */
function embeddingGaveUp(options) {
	const { failure, model, failedInARow } = options;
	return new SamplingError({
		what: `The embedding server (${model.model}) returns no embeddings: the last ${failedInARow} requests failed after all retries, most recently with: ${failure.message}.`,
		where: shownAddress(model),
		fix: `${gaveUpAdvice(failure, {
			...model,
			side: "embeddings"
		})} ${RESUMES}`,
		cause: failure
	});
}
/** The error for a run in which no text could be embedded. `texts` must be at least 1. */
function noTextEmbedded(options) {
	const { model, texts, reason } = options;
	return new SamplingError({
		what: `${model.model} could not embed any of the ${texts} texts: ${reason}.`,
		where: shownAddress(model),
		fix: "Fix the server, or change the settings under embeddings that it refuses. Then run the same command again."
	});
}
/**
* The error for embeddings of different lengths from one model, either within the store or between the store and the
* server.
*/
function otherDimensions(options) {
	const { model, path, stored, given } = options;
	return new SamplingError({
		what: `Found embeddings of lengths ${stored} and ${given} from ${model.model}, but all embeddings from a model must have the same length.`,
		where: path,
		fix: "Delete this file to request all embeddings again. To avoid mixing models, set embeddings.digest to a string that changes when the weights change."
	});
}
/**
* The error for an interrupted run. If the reason is a SamplingError (because the budget is spent), that error is
* returned unchanged.
*/
function embeddingInterrupted(options) {
	const { reason, storeDir } = options;
	if (reason instanceof SamplingError) return reason;
	return new SamplingError({
		what: "Embedding was interrupted.",
		where: storeDir,
		fix: RESUMES,
		cause: reason
	});
}

// src/servers/embeddings/embedding-text.ts
const LEADING_SURROGATE = /[\uD800-\uDBFF]$/;
/**
* Returns the text as it is sent to the server: trimmed, cut to `maxCharacters` (UTF-16 code units, never inside a
* surrogate pair), and without lone surrogates, which UTF-8 cannot encode. Empty if the text is blank.
*/
function embeddableText(text, maxCharacters) {
	const trimmed = text.trim();
	if (trimmed.length <= maxCharacters) return trimmed.toWellFormed();
	return trimmed.slice(0, maxCharacters).replace(LEADING_SURROGATE, "").toWellFormed();
}

// src/servers/embeddings/vector.ts
const BYTES = Float32Array.BYTES_PER_ELEMENT;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Encodes a vector as base64 of little-endian 32-bit floats. */
function encodeVector(vector) {
	const bytes = Buffer.alloc(vector.length * BYTES);
	vector.forEach((value, place) => bytes.writeFloatLE(value, place * BYTES));
	return bytes.toString("base64");
}
/** Decodes a vector from base64; undefined if the text is not an encoded vector. */
function decodeVector(text) {
	const bytes = Buffer.from(BASE64.test(text) ? text : "", "base64");
	if (bytes.length === 0 || bytes.length % BYTES !== 0) return void 0;
	return Float32Array.from({ length: bytes.length / BYTES }, (_, place) => bytes.readFloatLE(place * BYTES));
}
/** Whether all numbers of the vector are finite. */
function isFiniteVector(vector) {
	return vector.every(Number.isFinite);
}
/**
* Whether the vector has a direction. A zero vector has no direction, so its similarity to other vectors is undefined.
*/
function hasDirection(vector) {
	return vector.some((value) => value !== 0);
}

// src/store/embedding-store.ts
/**
* The key format's version. Increase it if the meaning of a key changes, so that older embeddings are requested again.
*/
const KEY_VERSION = 1;
const storedSchema = object({
	key: string(),
	vector: string().transform((text, context) => {
		const vector = decodeVector(text);
		if (vector !== void 0 && isFiniteVector(vector) && hasDirection(vector)) return vector;
		context.addIssue({
			code: "custom",
			message: "no vector"
		});
		return NEVER;
	})
});
const readStored = (line) => storedSchema.safeParse(line).data;
/**
* Identifies the source of embeddings: SHA-256 of the model's name and of its declared digest (or its base URL if no
* digest is declared).
*/
function identityOf({ model, digest, baseUrl }) {
	return contentHash({
		version: KEY_VERSION,
		kind: "embedding",
		model,
		origin: digest === void 0 ? { baseUrl } : { digest }
	});
}
/** The key of the text's embedding: SHA-256 of the model's identity and the text as sent. */
function embeddingKeys(model) {
	const common = createHash("sha256").update(identityOf(model));
	return (text) => common.copy().update(`\n${text}`).digest("hex");
}
/** The path of a model's file. The file name is valid on every file system. */
function embeddingFile(storeDir, model) {
	const readable = model.model.replaceAll(/[^A-Za-z0-9_-]+/g, "-").slice(0, 60);
	return join(storeDir, "embeddings", `${readable}-${identityOf(model).slice(7, 23)}.jsonl`);
}
/** @throws {SamplingError} if the file cannot be read or written */
function openEmbeddingStore(options) {
	return openKeyedLines({
		...options,
		read: readStored
	});
}
/**
* Looks up the stored embeddings of texts; undefined for text without a stored embedding. Sends no requests and
* writes nothing.
*
* @throws {SamplingError} if the file cannot be read
*/
async function storedEmbeddings({ model, texts, storeDir }) {
	const keyOf = embeddingKeys(model);
	const keyOfText = (text) => keyOf(embeddableText(text, model.maxCharacters));
	const found = await readKeyedLines({
		path: embeddingFile(storeDir, model),
		wanted: new Set(texts.map(keyOfText)),
		read: readStored
	});
	return (text) => found.get(keyOfText(text))?.vector;
}

// src/sampling/embeddings/embedding-run.ts
/** @throws {SamplingError} if the store cannot be read or written, or has vectors of different lengths */
async function openEmbeddingRun(request) {
	const { model, storeDir } = request;
	const keyOf = embeddingKeys(model);
	const shortened = (text) => embeddableText(text, model.maxCharacters);
	const keys = new Map(request.texts.map(shortened).map((text) => [text, keyOf(text)]));
	keys.delete("");
	const path = embeddingFile(storeDir, model);
	const store = await openEmbeddingStore({
		path,
		wanted: new Set(keys.values())
	});
	const vectors = /* @__PURE__ */ new Map();
	const reasons = /* @__PURE__ */ new Map();
	let dimensions;
	let failed = 0;
	let promptTokens = 0;
	const keep = (text, vector) => {
		dimensions ??= vector.length;
		if (vector.length !== dimensions) throw otherDimensions({
			model,
			path,
			stored: dimensions,
			given: vector.length
		});
		vectors.set(text, vector);
	};
	const fail = (texts, reason) => {
		failed += texts;
		reasons.set(reason, (reasons.get(reason) ?? 0) + texts);
	};
	const keepNew = async (text, vector) => {
		if (vector === void 0 || !hasDirection(vector)) {
			fail(1, "its embedding is all zeros");
			return;
		}
		keep(text, vector);
		await store.append([{
			key: keyOf(text),
			vector: encodeVector(vector)
		}]);
	};
	try {
		for (const [text, key] of keys) {
			const stored = store.lines.get(key);
			if (stored !== void 0) keep(text, stored.vector);
		}
	} catch (error) {
		await store.close();
		throw error;
	}
	const cached = vectors.size;
	return {
		path,
		missing: [...keys.keys()].filter((text) => !vectors.has(text)),
		damagedLines: store.damagedLines,
		reasons,
		close: store.close,
		promptTokens: () => promptTokens,
		progress: () => ({
			done: vectors.size,
			failed,
			cached,
			total: keys.size
		}),
		embeddingOf: (text) => vectors.get(shortened(text)),
		settle: async (embedding) => {
			if ("failure" in embedding) {
				fail(embedding.texts.length, embedding.failure.message);
				return;
			}
			const { texts, answer } = embedding;
			promptTokens += answer.usage?.prompt_tokens ?? 0;
			await Promise.all(texts.map((text, place) => keepNew(text, answer.vectors[place])));
		}
	};
}

// src/servers/embeddings/embedding-answer.ts
const answerSchema = object({
	data: array(object({
		index: int().nonnegative(),
		embedding: union$1([array(number()).min(1), string()])
	})),
	usage: object({ prompt_tokens: int().nonnegative() }).optional().catch(void 0)
});
/**
* Reads the body of an `/embeddings` response: vectors as lists of numbers or as base64, in any order.
*
* @param expected.texts the number of texts sent
* @param expected.dimensions the length of this model's vectors, if known
* @throws {RequestFailure} `malformed`, unless there is exactly one valid vector for every text
*/
function readEmbeddings(body, expected) {
	const answer = jsonOf(body);
	const parsed = answerSchema.safeParse(answer);
	if (!parsed.success) throw foreignResponse({
		body,
		expected: "embeddings",
		redact: expected.redact
	});
	const { data, usage } = parsed.data;
	if (data.length !== expected.texts) throw malformed(`contains ${data.length} embeddings for ${expected.texts} texts`);
	const vectors = [];
	for (const { index, embedding } of data) {
		if (index >= expected.texts) throw malformed(`contains an embedding with the unknown index ${index}`);
		if (vectors[index] !== void 0) throw malformed(`contains two embeddings with index ${index}`);
		vectors[index] = vectorOf(embedding);
	}
	const dimensions = expected.dimensions ?? vectors[0]?.length;
	const odd = vectors.find(({ length }) => length !== dimensions);
	if (odd !== void 0) throw malformed(`contains an embedding of ${odd.length} numbers, but others have ${dimensions}`);
	return {
		vectors,
		...usage !== void 0 && { usage: {
			prompt_tokens: usage.prompt_tokens,
			completion_tokens: 0
		} }
	};
}
function vectorOf(embedding) {
	const vector = typeof embedding === "string" ? decodeVector(embedding) : Float32Array.from(embedding);
	if (vector === void 0) throw malformed("contains an embedding that is not base64-encoded numbers");
	if (!isFiniteVector(vector)) throw malformed("contains an embedding with a non-finite number");
	return vector;
}

// src/servers/embeddings/embedding-server.ts
/**
* The run ends if the number of consecutive failures exceeds this number plus the concurrency limit. A failure is a
* text or batch that failed after all retries. The concurrency limit is added because each concurrent request may
* contain text that the server refuses.
*/
const MOST_FAILURES_IN_A_ROW = 20;
/** @throws {SamplingError} if an environment variable that the model needs is missing or unusable */
function openEmbeddingServer(options) {
	const { model, timing, concurrency, onWarning = () => {} } = options;
	const { limits = {} } = model;
	const endpoint = {
		...model,
		side: "embeddings"
	};
	const throttle = openThrottle({
		concurrency,
		limits,
		timing
	});
	const { post, models, redact, close } = openConnection({
		...options,
		endpoint,
		heard: throttle.heard
	});
	const session = openServerSession({
		endpoint,
		models,
		timing,
		throttle,
		mostInARow: MOST_FAILURES_IN_A_ROW + mostOf(concurrency),
		mostAtFirst: MOST_FAILURES_IN_A_ROW + mostOf(concurrency),
		gaveUp: (failure, failedInARow) => embeddingGaveUp({
			failure,
			model,
			failedInARow
		}),
		onPause: onWarning
	});
	let dimensions;
	const read = (body, texts) => {
		const answer = readEmbeddings(body, {
			texts,
			dimensions,
			redact
		});
		dimensions ??= answer.vectors[0]?.length;
		return answer;
	};
	async function* embed(texts, signal) {
		const send = () => post({
			path: pathOf(endpoint),
			body: {
				model: model.model,
				input: texts,
				encoding_format: "float"
			},
			signal,
			read: (body) => read(body, texts.length)
		});
		const isDivisible = (failure) => texts.length > 1 && failure.isAnswer && !failure.isBusy;
		const isForgiven = (failure) => isDivisible(failure) && !failure.isTransient;
		const answer = await session.ask(send, signal, isForgiven);
		if (!(answer instanceof RequestFailure)) yield {
			texts,
			answer
		};
		else if (isDivisible(answer)) {
			const half = Math.ceil(texts.length / 2);
			yield* embed(texts.slice(0, half), signal);
			yield* embed(texts.slice(half), signal);
		} else yield {
			texts,
			failure: answer
		};
	}
	return {
		embed,
		requests: session.requests,
		close
	};
}

// src/sampling/embeddings/embeddings.ts
/**
* Embeds texts with `POST /embeddings`, in batches, and stores each embedding as it arrives. Stored embeddings are
* reused. If all are stored, no server is needed.
*
* @throws {SamplingError} if further requests would be pointless (credentials, model, quota, unreachable server), if no
* text could be embedded, if the store cannot be written or contains another model's vectors, or if `signal` aborted
*/
const embed = embedderWith(systemTiming);
/** Creates the embedder with a given clock. */
function embedderWith(timing) {
	return async (request) => {
		const { model, concurrency, storeDir, signal, onEmbedding, onWarning } = request;
		const run = await openEmbeddingRun(request);
		let server;
		try {
			signal.throwIfAborted();
			if (run.damagedLines > 0) onWarning?.(damaged(run));
			onEmbedding?.(run.progress());
			if (run.missing.length > 0) {
				const asked = openEmbeddingServer({
					...request,
					timing
				});
				server = asked;
				await runBounded({
					jobs: batches(run.missing, model.batch),
					concurrency: mostOf(concurrency),
					signal,
					run: async (texts, signal) => {
						for await (const embedding of asked.embed(texts, signal)) {
							await run.settle(embedding);
							onEmbedding?.(run.progress());
						}
					}
				});
			}
		} catch (error) {
			if (!signal.aborted || error !== signal.reason) throw error;
			throw embeddingInterrupted({
				reason: error,
				storeDir
			});
		} finally {
			server?.close();
			await run.close();
		}
		const { done, failed, cached, total } = run.progress();
		const reason = commonest(run.reasons);
		if (done === 0 && reason !== void 0) throw noTextEmbedded({
			model,
			texts: failed,
			reason
		});
		return {
			embeddingOf: run.embeddingOf,
			texts: total,
			failed: reason === void 0 ? void 0 : {
				texts: failed,
				reason
			},
			cost: {
				requests: server?.requests() ?? 0,
				prompt_tokens: run.promptTokens(),
				cached
			}
		};
	};
}
function* batches(texts, size) {
	for (let start = 0; start < texts.length; start += size) yield texts.slice(start, start + size);
}
/**
* The most common reason. A tie goes to the alphabetically first reason, so that the result does not depend on the
* order of arrival.
*/
function commonest(reasons) {
	const [most] = [...reasons].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	return most?.[0];
}
function damaged({ path, damagedLines }) {
	return `${path}: skipped ${damagedLines === 1 ? "1 damaged line" : `${damagedLines} damaged lines`}; the missing embeddings will be requested again.`;
}

// src/store/gather-stored.ts
/**
* Reads all of a request's samples from the store without sending requests, in the order in which sampling returns
* them. `absent` is called for each missing sample and returns the reason to record as its failure, or undefined to
* omit the sample.
*
* @throws {SamplingError} if the store cannot be read, or if a side has no samples at all
*/
async function gatherStored({ checkpoints, suites, settings, storeDir }, { absent, now }) {
	const identities = pairIdentities(checkpoints);
	const gathered = {
		old: [],
		new: []
	};
	const servedBy = {
		old: new ServedByTally(),
		new: new ServedByTally()
	};
	for (const suite of suites) for (const side of ["old", "new"]) {
		const found = await readSuite(suiteInStore({
			identity: identities[side],
			suite,
			settings,
			storeDir,
			now
		}));
		for (const { sample, stored } of found) {
			if (stored !== void 0) {
				servedBy[side].see(stored, Date.parse(stored.time));
				gathered[side].push(completionOf(suite.name, sample, stored));
				continue;
			}
			const error = absent({
				side,
				suite,
				item: sample.item,
				index: sample.index
			});
			if (error !== void 0) gathered[side].push({
				...completionOf(suite.name, sample, { text: "" }),
				error
			});
		}
	}
	const failedOf = (side) => gathered[side].filter(({ error }) => error !== void 0);
	const failed = {
		old: failedOf("old"),
		new: failedOf("new")
	};
	const inHand = (side) => gathered[side].length - failed[side].length;
	refuseWholeFailure(checkpoints, failed, {
		old: inHand("old"),
		new: inHand("new")
	});
	return {
		generations: gathered,
		failed,
		servedBy: {
			old: servedBy.old.found(),
			new: servedBy.new.found()
		}
	};
}

// src/store/join-stores.ts
/**
* Merges the stores in `from` into the store at `to`. Duplicate lines are kept once. Lines are sorted by time, then by
* text, so the result is byte-identical for any order and overlap of the stores. If a sample has two completions, the
* earlier one wins, as it does everywhere else. Damaged and truncated lines are dropped.
*
* @throws {SamplingError} if a store cannot be read or written. Each file of `to` is then either unchanged or complete.
*/
async function joinStores({ from, to }) {
	const sources = /* @__PURE__ */ new Map();
	for (const folder of /* @__PURE__ */ new Set([to, ...from])) for (const file of await guarded$1(folder, () => storeFiles(folder))) sources.set(file, [...sources.get(file) ?? [], join(folder, file)]);
	for (const [file, paths] of sources) {
		const path = join(to, file);
		await guarded$1(path, async () => {
			const lines = await union(paths);
			await mkdir(dirname(path), { recursive: true });
			await writeWhole(path, lines);
		});
	}
}
/** The paths of a store's files, relative to the store; empty if the folder does not exist. Does not follow links. */
async function storeFiles(folder) {
	return (await readdir(folder, {
		recursive: true,
		withFileTypes: true
	}).catch((error) => {
		if (codeOf(error) === "ENOENT") return [];
		throw error;
	})).filter((entry) => entry.isFile() && entry.name.endsWith(".jsonl")).map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}
/** The distinct complete lines of several files, each including its line feed. */
async function union(paths) {
	const times = /* @__PURE__ */ new Map();
	for (const path of paths) for await (const bytes of byteLines(streamRegularFile(path), { lastIsWhole: false })) {
		const line = (bytes && decodeUtf8(bytes)) ?? "";
		const value = isSound(line) ? parseJson(line) : void 0;
		if (typeof value === "object" && value !== null && !Array.isArray(value)) times.set(`${line}\n`, timeOf(value));
	}
	return [...times].sort(([a, early], [b, late]) => compare(early, late) || compare(a, b)).map(([line]) => line);
}
function timeOf(value) {
	return "time" in value && typeof value.time === "string" ? value.time : "";
}
function compare(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
async function guarded$1(path, work) {
	try {
		return await work();
	} catch (error) {
		const code = codeOf(error);
		if (code === void 0) throw error;
		throw new SamplingError({
			what: `Cannot merge the completion stores (${code}).`,
			where: path,
			fix: "Check the folder, its permissions and the free disk space, then run the same command again.",
			cause: error
		});
	}
}
__name(guarded$1, "guarded");
function codeOf(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
}

// src/store/look-file.ts
const lookSchema = object({
	pair: string(),
	n: number().int().positive(),
	verdict: _enum([
		"progress",
		"unchanged",
		"reversal",
		"regression",
		"inconclusive",
		"invalid",
		"skipped"
	]),
	/** ISO 8601, UTC. */
	time: string(),
	redrawn: boolean().optional()
});
const FILE = "looks.jsonl";
/**
* Opens the record of looks at a pair of checkpoints: an append-only file next to the completions, with one look per
* line. Damaged lines are skipped.
*
* @throws {SamplingError} if the file cannot be read or written
*/
async function openLooks({ checkpoints, lock, storeDir, now }) {
	const path = join(storeDir, FILE);
	const { n: _, ...sampling } = lock.sampling;
	const pair = contentHash({
		...pairIdentities(checkpoints),
		lock: {
			...lock,
			sampling
		}
	});
	return {
		earlier: (await guarded(path, () => readLines(path))).filter((line) => line.pair === pair).map(({ n, verdict, time, redrawn }) => ({
			n,
			verdict,
			time,
			...redrawn && { redrawn }
		})),
		add: (look) => guarded(path, async () => {
			const line = {
				pair,
				...look,
				time: new Date(now()).toISOString()
			};
			await mkdir(storeDir, { recursive: true });
			await appendFile(path, `${JSON.stringify(line)}\n`);
		})
	};
}
async function readLines(path) {
	const lines = [];
	try {
		for await (const bytes of byteLines(streamRegularFile(path))) {
			const line = parsed(bytes === void 0 ? "" : new TextDecoder().decode(bytes));
			if (line !== void 0) lines.push(line);
		}
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
	}
	return lines;
}
function parsed(line) {
	try {
		return lookSchema.safeParse(JSON.parse(line)).data;
	} catch {
		return;
	}
}
async function guarded(path, work) {
	try {
		return await work();
	} catch (error) {
		if (error instanceof ReversalCheckError) throw error;
		throw new SamplingError({
			what: `Cannot read or write the record of looks (${error instanceof Error ? error.message : String(error)}).`,
			where: path,
			fix: "Check the folder and its permissions, then run the same command again. Stored completions are reused.",
			cause: error
		});
	}
}

export { logicalDiversity as C, NOT_BOILERPLATE as D, Boilerplate as E, isChoice as O, reachAt as S, Vocabulary as T, measureSuite as _, storedEmbeddings as a, equationsOf as b, bySuite as c, invalidIfDistrusted as d, conclude as f, decideVerdict as g, seededRandom as h, embed as i, gradeSuite as k, solutionEmbedder as l, describeSuite as m, joinStores as n, merge as o, itemCounter as p, gatherStored as r, check as s, openLooks as t, resolveEmbeddingModel as u, shownWays as v, measuredDissimilarity as w, textsToEmbed as x, wayReader as y };