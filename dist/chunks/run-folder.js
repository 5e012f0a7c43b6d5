import { r as __name } from "./rolldown-runtime.js";
import { t as ConfigError } from "./errors.js";
import { _ as string, a as array, b as unknown, d as literal, g as strictObject, h as record, m as object, o as boolean, p as number, r as _enum, u as json, v as tuple } from "./schemas.js";
import { F as datetime } from "./read-suite.js";
import { l as renderMarkdown, u as inKeyOrder } from "./report-to-publish.js";
import { d as identityOf, f as userSchema, l as associationSchema, u as authorOf } from "./shard.js";
import { c as terminalText, l as jsonForLogs } from "./neutralise.js";
import { t as writeWhole } from "./write-whole.js";
import { join } from "node:path";
import { mkdir } from "node:fs/promises";

// src/github/publish/issue-comments.ts
const commentSchema = object({
	id: number().int(),
	body: string().nullish(),
	html_url: string(),
	user: userSchema.nullable(),
	author_association: associationSchema
}).transform(({ id, body, html_url: url, user, author_association: association }) => ({
	id,
	body: body ?? "",
	url,
	author: user?.login,
	by: authorOf(user, association)
}));
const PERMISSION = "pull-requests: write";
const LIST = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
const CREATE = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
const UPDATE = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
const DELETE = "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}";
/** Maximum number of pages, with 100 comments each. GitHub allows 2,500 comments per issue, far fewer than this. */
const MOST_PAGES = 1e3;
/** The comments on issue or pull request `number`. Every method throws GitHubError as `GitHubApi.request` does. */
function issueComments(api, number) {
	return {
		list: async () => {
			const all = [];
			for (let page = 1; page <= MOST_PAGES; page += 1) {
				const { data, hasNextPage } = await api.request({
					route: LIST,
					parameters: {
						issue_number: number,
						per_page: 100,
						page
					},
					answer: array(commentSchema),
					purpose: `reading the comments of #${number}`,
					permission: "pull-requests: read"
				});
				all.push(...data);
				if (!hasNextPage) break;
			}
			return all.toSorted((a, b) => a.id - b.id);
		},
		create: async (body) => {
			const { data } = await api.request({
				route: CREATE,
				parameters: {
					issue_number: number,
					body
				},
				answer: commentSchema,
				purpose: `commenting on #${number}`,
				permission: PERMISSION
			});
			return data;
		},
		update: async (id, body) => {
			const { data } = await api.request({
				route: UPDATE,
				parameters: {
					comment_id: id,
					body
				},
				answer: commentSchema,
				purpose: `updating the comment on #${number}`,
				permission: PERMISSION
			});
			return data;
		},
		remove: async (id) => {
			await api.request({
				route: DELETE,
				parameters: { comment_id: id },
				answer: unknown(),
				purpose: `deleting a duplicate comment on #${number}`,
				permission: PERMISSION
			});
		},
		identity: identityOf(api)
	};
}

// src/result/schema/values.ts
const bySide$1 = /* @__PURE__ */ __name((value) => object({
	old: value,
	new: value
}), "bySide");
const count$1 = number().int().nonnegative();
const fraction$1 = number().min(0).max(1);
const time = datetime().describe("ISO 8601, UTC");
const interval$1 = tuple([number(), number()]);
const role$1 = _enum([
	"target",
	"ood",
	"open"
]);
const change = object({
	estimate: number().describe("new − old"),
	se: number().nonnegative().optional().describe("Standard error; absent if the interval is from a bootstrap, and in results of schema 1"),
	df: number().positive().optional().describe("Degrees of freedom; absent if se is absent"),
	interval: interval$1.describe("95% interval of the change")
}).describe("A change from old to new, in the same unit as old and new");

// src/result/schema/cost.ts
/** A run's cost. */
const samplingOfSide = object({
	requests: count$1.optional().describe("Requests sent, including retries. Requests and tokens are absent in results of schema 1, which have no counts by side"),
	prompt_tokens: count$1.optional(),
	completion_tokens: count$1.optional(),
	retries: count$1.optional().describe("Requests that were sent again after a failure, included in `requests`; absent if unknown"),
	seconds: number().nonnegative().optional().describe("Seconds during which at least one request was in progress, added up over shards; absent if unknown. `completion_tokens` divided by this is the throughput"),
	cost_usd: number().nonnegative().optional().describe("Cost according to prices; absent if no prices are set, or if the server counts no tokens"),
	reused: count$1.describe("Completions reused from the store"),
	oldest_reused: time.optional().describe("When the oldest reused completion was sampled; absent if none was reused"),
	newest_reused: time.optional()
});
const sampling = object({
	requests: count$1.describe("Requests for both sides"),
	prompt_tokens: count$1,
	completion_tokens: count$1,
	cost_usd: number().nonnegative().optional().describe("Cost according to prices; absent if no prices are set, or if a server counts no tokens"),
	reused: count$1,
	by_side: bySide$1(samplingOfSide).optional().describe("Absent in results of schema 1 that do not record when completions were sampled")
});
const embeddings$1 = object({
	requests: count$1,
	prompt_tokens: count$1,
	reused: count$1.describe("Embeddings reused from the store")
});
const judge = object({
	requests: count$1,
	prompt_tokens: count$1,
	completion_tokens: count$1,
	reused: count$1.describe("Judge responses reused from the store"),
	cost_usd: number().nonnegative().optional().describe("Cost according to prices.judge; absent if no prices are set")
});
const cost = object({
	sampling: sampling.optional().describe("Absent if nothing was sampled: completions came from files, or no version changed"),
	embeddings: embeddings$1.optional().describe("Absent if nothing was embedded"),
	judge: judge.optional().describe("Cost of the judge models; absent if no suite uses a judge")
}).describe("What this run spent; the only part that may differ between runs on the same completions");

// src/result/schema/measure.ts
/** One measure in a result. */
const margin = object({
	kind: _enum(["absolute", "relative"]),
	value: number().positive().describe("absolute: in the measure's unit, so 0.02 is 2 points; relative: a fraction of the baseline's value"),
	accepted_loss: number().positive().nullable().describe("The margin in the measure's unit; null if it is relative to a value that is 0 or unknown")
}).describe("The accepted loss");
const waiver = object({
	reason: string(),
	by: string(),
	expires: string().describe("Last day of the waiver, UTC")
}).describe("Why and by whom the loss was accepted, and until when");
const measure$1 = object({
	id: string().describe("suite/dimension/name; unique in a result"),
	suite: string().nullable().describe("Name of the suite, or of several pooled suites; null if all target suites are pooled"),
	pooled: array(string()).min(1).optional().describe("The pooled suites; absent if the measure covers one suite"),
	role: role$1,
	dimension: _enum([
		"accuracy",
		"coverage",
		"diversity",
		"generalization"
	]),
	name: string().describe("pass@1, pass@32, cover@0.5, syntactic, logical, semantic, reach@32, hardest group, …"),
	group: string().nullable().describe("The group of items that the measure is restricted to; null if it is not restricted"),
	unit: _enum([
		"probability",
		"dissimilarity",
		"ways",
		"equations",
		"ratio",
		"bits",
		"tokens"
	]).describe("Unit of old, new and change. probability: 0 to 1, shown as percent; dissimilarity: 0 to 1 (semantic: 0 to 2); ways, equations: an expected count; ratio: a share of 1, shown unchanged; bits: entropy; tokens: words and punctuation marks"),
	gates: boolean().describe("Whether the verdict depends on this measure"),
	guardrail: string().optional().describe("Key of the measure under guardrails in the configuration. Absent if the measure does not gate, or gates only as the target (several target suites are pooled, or guardrails.accuracy is off). Also absent for the accuracy of the only target suite in results of schema 1"),
	old: number().nullable().describe("Mean over eligible items; null if it was not measured"),
	new: number().nullable(),
	change: change.nullable().describe("null if it was not measured"),
	p_loss: fraction$1.nullable().describe("One-sided p for \"no loss\"; 1 if a guardrail was not measured"),
	p_loss_adjusted: fraction$1.nullable().describe("p_loss after Holm's correction over all gating measures; null if the measure does not gate"),
	margin: margin.nullable().describe("null if the measure does not gate"),
	state: _enum([
		"kept",
		"lost",
		"unclear"
	]).nullable().describe("null if the measure does not gate"),
	reason: string().nullable().describe("Why the state is unclear, or why the measure could not be computed"),
	detectable_loss: number().positive().nullable().describe("Smallest loss that 80% of runs would report as lost, in the measure's unit; null if it is unknown"),
	items: count$1.describe("Eligible items"),
	eligible_share: fraction$1.describe("Eligible items as a share of the suite's items"),
	effective_clusters: number().nonnegative().describe("The number of equally large clusters that would carry the same information"),
	waiver: waiver.optional().describe("Absent if the loss is not waived")
});

// src/result/schema/provenance.ts
/** A result's provenance: models, settings and versions. */
const embeddings = object({
	model: string(),
	max_characters: number().int().positive().describe("Longer texts are truncated to this length before they are embedded"),
	digest: string().optional()
});
const provenance = object({
	engine: string().describe("Version of reversal-check"),
	config_hash: string().optional().describe("sha256:… of the configuration as read; absent if none was read"),
	lock_hash: string().optional().describe("sha256:… of reversal.lock; absent if none was used"),
	sampling: record(string(), unknown()).describe("Sampling settings of the completions"),
	graders: record(string(), string()).describe("Grader and version of each suite, by suite name"),
	embeddings: embeddings.optional().describe("Model that embedded the solutions; absent if nothing was embedded"),
	serving: string().optional().describe("Which serving stacks sampled old and new. Present if they were sampled one after the other with different model names and fingerprints, so a change of the stack in between would not be noticed"),
	reproduce: string().optional().describe("The command that reproduces this result; absent if nothing was measured")
});

// src/result/schema/ledger.ts
/** A suite's items that moved, and the number expected to move if nothing had changed. */
const againstFrozen$1 = object({
	real: number().nonnegative().describe("Half of the baseline's samples compared with half of the candidate's, averaged over all splits"),
	frozen: number().nonnegative().describe("One half of the baseline's samples compared with the other half, averaged over all splits"),
	frozen_range: tuple([count$1, count$1]).describe("Range that contains 95% of the splits of old")
}).describe("A count from half the samples of each side, with the count for an unchanged model");
const ledger$1 = object({
	both: count$1.describe("Items that both sides solve in at least half of their samples"),
	only_old: count$1,
	only_new: count$1,
	neither: count$1,
	p_mcnemar: fraction$1.nullable().describe("Two-sided p of McNemar's exact test on only_old and only_new; null unless n is 1 and the items are independent"),
	moved: object({
		learned: array(string()).describe("Ids of the items that new is shown to solve more often"),
		corrupted: array(string()).describe("Ids of the items that new is shown to solve less often"),
		learned_solved_before: count$1.describe("Learned items that old had solved at least once")
	}).nullable().describe("One-sided Fisher tests with the Benjamini-Hochberg procedure at 5% in each direction; null if no item can be named"),
	reason: string().nullable().describe("Why no single item can be named"),
	frozen: object({
		samples: count$1.positive().describe("Samples per item in each half"),
		splits: count$1.positive(),
		only_old: againstFrozen$1,
		only_new: againstFrozen$1,
		learned: againstFrozen$1.nullable().describe("null if half the samples are too few to name items"),
		learned_solved_before: againstFrozen$1.nullable().describe("Learned items that the baseline's half had solved at least once"),
		corrupted: againstFrozen$1.nullable()
	}).nullable().describe("The same counts if nothing had changed, from random halves of the baseline's samples; null at n = 1")
});

// src/result/schema/suite.ts
/** One suite in a result, except for its measures. */
const curvePoint$1 = object({
	k: number().int().positive(),
	old: fraction$1,
	new: fraction$1,
	change
});
const group$1 = object({
	name: string(),
	items: count$1,
	old: fraction$1,
	new: fraction$1,
	change
}).describe("pass@1 on a group of items");
const outcomes$1 = object({
	correct: count$1,
	incorrect: count$1,
	unparseable: count$1,
	truncated: count$1,
	failed: count$1
});
const excluded = object({
	id: string(),
	reason: string()
});
const reasoning = object({
	tokens: count$1.nullable().describe("Reasoning tokens of all samples, as counted by the server; null if the server does not count them"),
	ended_inside: count$1.describe("Samples that the token limit cut off during reasoning")
});
const suite$1 = object({
	name: string(),
	role: role$1,
	grader: string().describe("The grader's type; none on open suites"),
	items: count$1,
	dropped_items: count$1.describe("Items that were dropped because a side has too few graded samples"),
	excluded: array(excluded).min(1).optional().describe("Items of the file that the grader cannot grade. They are neither sampled nor counted in items; absent if there are none"),
	samples_per_item: count$1.describe("The planned n"),
	k: count$1.describe("K: the k at which coverage gates, the largest power of two ≤ n (lower if samples failed)"),
	samples: bySide$1(count$1).describe("Graded samples"),
	outcomes: bySide$1(outcomes$1).describe("Number of samples by outcome"),
	extraction: bySide$1(record(string(), count$1)).describe("Answers found by each extraction rule"),
	extraction_distance: fraction$1.optional().describe("Total variation distance between the frequencies of extraction rules on both sides; present if it is above 0.1 + 1/√S for S samples per side"),
	reasoning: bySide$1(reasoning).optional().describe("Absent if no sample has known reasoning"),
	ledger: ledger$1.nullable().describe("Which items moved; null on open suites"),
	curve: array(curvePoint$1).describe("pass@k; empty on open suites"),
	crossover: number().int().positive().nullable().describe("Smallest k such that new is shown to be below old at k and at every larger k of the curve"),
	forecast: array(curvePoint$1).describe("pass@k beyond n, up to 4n, as estimated from n samples; empty on open suites and for n < 8"),
	groups: array(group$1),
	group_disparity: bySide$1(fraction$1).nullable().describe("(best − worst)/best of pass@1 over the groups equivalent to at least 30 independent items; null if there are fewer than two such groups"),
	generalization_gap: change.nullable().describe("Change of the pooled target's pass@1 minus the change of this suite's; null unless the suite is ood")
});

// src/result/schema/verdict.ts
/** A result's verdict. */
const status$1 = _enum([
	"progress",
	"unchanged",
	"reversal",
	"regression",
	"inconclusive",
	"invalid",
	"skipped"
]);
const exploratory = object({
	status: status$1.describe("The verdict that the data of this run alone would give"),
	first: object({
		samples_per_item: count$1.positive(),
		time: string().describe("ISO 8601, UTC")
	}).describe("The look whose verdict applies: its samples per item and its time")
});
const verdict = object({
	status: status$1,
	headline: string().describe("One sentence: the verdict and why"),
	reasons: array(string()).describe("Complete sentences, each with the measure, suite, numbers, interval and margin"),
	passed: boolean().describe("False if the status is in the policy's fail-on and not every loss is waived"),
	waived: literal(true).optional().describe("The check passes only because every lost guardrail is waived; absent otherwise"),
	exploratory: exploratory.optional().describe("Present if an earlier look at this pair, on other data, already reached a verdict. status and passed come from that look, measures and reasons from this run")
});

// src/result/result.ts
/**
* The published format of a result, version 2: everything that a report shows, unrounded. `schema/result.schema.json`
* is generated from it. While the schema number stays the same, fields are only added, and added fields are optional:
* readers must ignore fields that they do not know. Renaming or removing a field, requiring a new one, adding a value
* to an enumeration or changing a field's meaning requires a new schema number.
*/
const checkpoint$1 = object({
	version: string(),
	model: string().optional().describe("Its name on the server; absent if completions came from files")
});
const resultSchema = object({
	schema: literal(2),
	old: checkpoint$1,
	new: checkpoint$1,
	verdict,
	warnings: array(string()),
	measures: array(measure$1),
	suites: array(suite$1),
	cost,
	provenance
}).describe("Ignore fields that you do not know: within this schema number, later versions only add optional fields. A new schema number means that fields were renamed or removed, became required or changed their meaning, or that an enumeration has a new value. null means that a value does not apply or could not be measured; the descriptions of optional fields say when they are absent.");

// src/result/schema-1/result-1.ts
/**
* The format of stored results before version 2. The format is frozen; `upgrade.ts` converts such a result to the
* current format.
*/
const bySide = (value) => strictObject({
	old: value,
	new: value
});
const count = number().int().nonnegative();
const fraction = number().min(0).max(1);
const interval = tuple([number(), number()]);
const role = _enum([
	"target",
	"ood",
	"open"
]);
const status = _enum([
	"progress",
	"unchanged",
	"reversal",
	"regression",
	"inconclusive",
	"invalid",
	"skipped"
]);
const checkpoint = strictObject({
	version: string(),
	model: string()
});
const measure = strictObject({
	id: string(),
	suite: string().nullable(),
	role,
	dimension: _enum([
		"accuracy",
		"coverage",
		"diversity",
		"generalization"
	]),
	name: string(),
	group: string().nullable(),
	unit: _enum([
		"probability",
		"dissimilarity",
		"ways",
		"equations",
		"ratio",
		"bits",
		"tokens"
	]),
	gates: boolean(),
	old: number().nullable(),
	new: number().nullable(),
	delta: number().nullable(),
	interval: interval.nullable(),
	p_loss: fraction.nullable(),
	p_loss_adjusted: fraction.nullable(),
	margin: number().positive().nullable(),
	margin_relative: number().positive().nullable(),
	state: _enum([
		"kept",
		"lost",
		"unclear"
	]).nullable(),
	reason: string().nullable(),
	items: count,
	eligible_share: fraction,
	effective_clusters: number().nonnegative(),
	detectable: number().positive().nullable(),
	waiver: strictObject({
		reason: string(),
		by: string(),
		expires: string()
	}).optional()
});
const curvePoint = strictObject({
	k: number().int().positive(),
	old: fraction,
	new: fraction,
	delta: number(),
	interval
});
const group = strictObject({
	name: string(),
	items: count,
	old: fraction,
	new: fraction,
	delta: number(),
	interval
});
const outcomes = strictObject({
	correct: count,
	incorrect: count,
	unparseable: count,
	truncated: count,
	failed: count
});
const againstFrozen = strictObject({
	real: number().nonnegative(),
	frozen: number().nonnegative(),
	frozen_range: tuple([count, count])
});
const ledger = strictObject({
	both: count,
	only_old: count,
	only_new: count,
	neither: count,
	p_flips: fraction.nullable(),
	moved: strictObject({
		learned: array(string()),
		corrupted: array(string()),
		learned_solved_before: count
	}).nullable(),
	reason: string().nullable(),
	frozen: strictObject({
		samples: count.positive(),
		splits: count.positive(),
		only_old: againstFrozen,
		only_new: againstFrozen,
		learned: againstFrozen.nullable(),
		learned_solved_before: againstFrozen.nullable(),
		corrupted: againstFrozen.nullable()
	}).nullable()
});
const reused = strictObject({
	completions: count,
	oldest: datetime().nullable(),
	newest: datetime().nullable()
});
const suite = strictObject({
	name: string(),
	role,
	grader: string(),
	items: count,
	dropped_items: count,
	excluded: array(strictObject({
		id: string(),
		reason: string()
	})).min(1).optional(),
	samples_per_item: count,
	k: count,
	samples: bySide(count),
	outcomes: bySide(outcomes),
	extraction: bySide(record(string(), count)),
	extraction_distance: fraction.optional(),
	reasoning: bySide(strictObject({
		tokens: count.nullable(),
		ended_inside: count
	})).optional(),
	ledger: ledger.nullable(),
	curve: array(curvePoint),
	crossover: number().int().positive().nullable(),
	forecast: array(curvePoint),
	groups: array(group),
	disparity: bySide(fraction).nullable(),
	gap: strictObject({
		delta: number(),
		interval
	}).nullable()
});
const resultSchema1 = strictObject({
	schema: literal(1),
	old: checkpoint,
	new: checkpoint,
	verdict: strictObject({
		status,
		headline: string(),
		reasons: array(string()),
		passed: boolean(),
		waived: literal(true).optional(),
		exploratory: strictObject({
			verdict: status,
			after: strictObject({
				n: count.positive(),
				time: string()
			})
		}).optional()
	}),
	warnings: array(string()),
	measures: array(measure),
	suites: array(suite),
	cost: strictObject({
		requests: count,
		prompt_tokens: count,
		completion_tokens: count,
		cached: count,
		reused: bySide(reused).optional(),
		embeddings: strictObject({
			requests: count,
			prompt_tokens: count,
			cached: count
		}).optional(),
		judge: strictObject({
			requests: count,
			prompt_tokens: count,
			completion_tokens: count,
			cached: count,
			cost_usd: number().nonnegative().optional()
		}).optional()
	}),
	provenance: strictObject({
		engine: string(),
		config: string(),
		lock: string().nullable(),
		sampling: record(string(), unknown()),
		graders: record(string(), string()),
		embeddings: strictObject({
			model: string(),
			max_characters: number().int().positive(),
			digest: string().optional()
		}).optional(),
		serving: string().optional(),
		reproduce: string()
	})
});

// src/result/schema-1/upgrade.ts
/**
* Converts a schema 1 result to the current format. Fields that schema 1 lacks remain absent: standard errors, degrees
* of freedom, and requests and tokens by side.
*/
function upgradeResult(result) {
	const targets = result.suites.filter(({ role }) => role === "target").map(({ name }) => name);
	return {
		schema: 2,
		old: upgradeCheckpoint(result.old),
		new: upgradeCheckpoint(result.new),
		verdict: upgradeVerdict(result.verdict),
		warnings: result.warnings,
		measures: result.measures.map((measure) => upgradeMeasure(measure, targets)),
		suites: result.suites.map(upgradeSuite),
		cost: upgradeCost(result.cost),
		provenance: upgradeProvenance(result.provenance)
	};
}
function upgradeCheckpoint({ version, model }) {
	return {
		version,
		...model !== "" && { model }
	};
}
function upgradeVerdict({ exploratory, ...verdict }) {
	if (exploratory === void 0) return verdict;
	const { n, time } = exploratory.after;
	return {
		...verdict,
		exploratory: {
			status: exploratory.verdict,
			first: {
				samples_per_item: n,
				time
			}
		}
	};
}
function upgradeMeasure(measure, targets) {
	const { delta, interval, margin, margin_relative: relative, detectable, ...same } = measure;
	const guardrail = guardrailOf(measure, targets);
	return {
		...same,
		...measure.suite === null && targets.length > 0 && { pooled: [...targets] },
		...guardrail !== void 0 && { guardrail },
		change: delta === null || interval === null ? null : {
			estimate: delta,
			interval
		},
		margin: relative !== null ? {
			kind: "relative",
			value: relative,
			accepted_loss: margin
		} : margin === null ? null : {
			kind: "absolute",
			value: margin,
			accepted_loss: margin
		},
		detectable_loss: detectable
	};
}
/**
* A guardrail's key. Undefined for the accuracy of all targets: this measure gates even if `guardrails.accuracy` is
* `off`, and schema 1 does not distinguish the two cases.
*/
function guardrailOf({ gates, dimension, role, suite }, targets) {
	if (!gates) return void 0;
	if (dimension === "generalization") return role === "ood" ? "ood" : "hardest-group";
	const isWholeTarget = suite === null || targets.length < 2;
	return dimension === "accuracy" && isWholeTarget ? void 0 : dimension;
}
function upgradeSuite({ disparity, gap, ledger, curve, forecast, groups, ...same }) {
	return {
		...same,
		ledger: ledger === null ? null : upgradeLedger(ledger),
		curve: curve.map(withChange),
		forecast: forecast.map(withChange),
		groups: groups.map(withChange),
		group_disparity: disparity,
		generalization_gap: gap === null ? null : {
			estimate: gap.delta,
			interval: gap.interval
		}
	};
}
function upgradeLedger({ p_flips: p, ...same }) {
	return {
		...same,
		p_mcnemar: p
	};
}
function withChange({ delta, interval, ...same }) {
	return {
		...same,
		change: {
			estimate: delta,
			interval
		}
	};
}
function upgradeCost({ embeddings, judge, reused, ...total }) {
	const { requests, prompt_tokens, completion_tokens, cached } = total;
	return {
		...(reused !== void 0 || requests > 0 || cached > 0) && { sampling: {
			requests,
			prompt_tokens,
			completion_tokens,
			reused: cached,
			...reused && { by_side: {
				old: upgradeReused(reused.old),
				new: upgradeReused(reused.new)
			} }
		} },
		...embeddings && { embeddings: upgradeCached(embeddings) },
		...judge && { judge: upgradeCached(judge) }
	};
}
function upgradeReused({ completions, oldest, newest }) {
	return {
		reused: completions,
		...oldest !== null && { oldest_reused: oldest },
		...newest !== null && { newest_reused: newest }
	};
}
function upgradeCached({ cached, ...same }) {
	return {
		...same,
		reused: cached
	};
}
function upgradeProvenance({ config, lock, reproduce, sampling: { drawn, ...sampling }, ...same }) {
	return {
		...same,
		sampling: {
			...sampling,
			...drawn !== void 0 && { logged: drawn }
		},
		...config !== "" && { config_hash: config },
		...lock !== null && { lock_hash: lock },
		...reproduce !== "" && { reproduce }
	};
}

// src/result/json.ts
/** Maximum nesting depth of a result: its own structure needs six levels, and free-form settings a few more. */
const DEPTH_LIMIT = 32;
const ISSUES_SHOWN = 5;
/**
* Serializes a result as JSON: two spaces of indentation, keys in the schema's order, keys of free-form records in code
* unit order, and a final newline. Equal results give equal bytes, regardless of the order in which their objects were
* built.
*
* @throws {ZodError} if JSON or the schema cannot represent a value, such as NaN; {Error} if a field is not in the
* schema. Both indicate bugs, not user mistakes.
*/
const serialiseResult = (result) => {
	json().parse(result.provenance.sampling);
	const written = resultSchema.parse(inKeyOrder(result));
	const unknown = fieldNotIn(written, result);
	if (unknown !== void 0) throw new Error(`result.json has no field ${unknown.join(".")}`);
	return `${jsonForLogs(written, 2)}\n`;
};
/** The path of the first field in `value` that is missing from `kept`; undefined if there is none. */
function fieldNotIn(kept, value) {
	if (typeof value !== "object" || value === null) return void 0;
	const others = new Map(typeof kept === "object" && kept !== null ? Object.entries(kept) : []);
	for (const [key, entry] of Object.entries(value)) {
		if (entry === void 0) continue;
		const deeper = others.has(key) ? fieldNotIn(others.get(key), entry) : [];
		if (deeper !== void 0) return [key, ...deeper];
	}
}
const nestsDeeperThan = (value, limit) => {
	let level = [value];
	for (let depth = 0; level.length > 0; depth += 1) {
		if (depth > limit) return true;
		level = level.flatMap((entry) => typeof entry === "object" && entry !== null ? Object.values(entry) : []);
	}
	return false;
};
const schemaOf = (value) => typeof value === "object" && value !== null && "schema" in value ? value.schema : void 0;
const parseJson = (text, where) => {
	try {
		return JSON.parse(text.replace(/^\uFEFF/u, ""));
	} catch (cause) {
		throw new ConfigError({
			what: "is not valid JSON, expected a result.json",
			where,
			fix: "Use the result.json that a run wrote to its --out folder.",
			cause
		});
	}
};
/**
* Reads a stored schema 1 or schema 2 result; a schema 1 result is converted. Fields that are not in schema 2 are
* dropped, because a later version may have written them. The text is untrusted. `where` is the file name to use in
* errors. Numbers that are valid in JSON but not in a result (1e400) are rejected.
*
* @throws {ConfigError} if the text does not match the schema, listing the mismatches
*/
const parseResult = (text, where = "result.json") => {
	const value = parseJson(text, where);
	const version = schemaOf(value);
	if (typeof version === "number" && version !== 1 && version !== 2) throw new ConfigError({
		what: `uses result schema ${version}, but this version of reversal-check reads only schemas 1 and 2`,
		where,
		fix: "Use the version of reversal-check that wrote it (provenance.engine), or a later one."
	});
	if (nestsDeeperThan(value, DEPTH_LIMIT)) throw new ConfigError({
		what: `is nested more than ${DEPTH_LIMIT} levels deep, but results never are`,
		where,
		fix: "Use the original result.json of a run, without changes."
	});
	const parsed = version === 1 ? resultSchema1.safeParse(value) : resultSchema.safeParse(value);
	if (parsed.success) return parsed.data.schema === 1 ? upgradeResult(parsed.data) : parsed.data;
	const { issues } = parsed.error;
	const found = issues.slice(0, ISSUES_SHOWN).map(({ path, message }) => `${path.length === 0 ? "the whole file" : path.join(".")}: ${message}`);
	const left = issues.length - found.length;
	throw new ConfigError({
		what: terminalText(`is not a valid result: ${found.join("; ")}${left > 0 ? `; and ${left} more` : ""}`, 800),
		where,
		fix: "Use the original result.json of a run, without changes, or run the check again.",
		cause: parsed.error
	});
};

// src/run/stages/run-folder.ts
/**
* Writes `result.json`, `report.md` and `graded.jsonl` into a folder, creating it if needed. Each file is
* written completely or not at all, even if the process is killed midway.
*
* @throws {ConfigError} if the folder cannot be written
*/
async function writeRunFolder(folder, { result, graded }) {
	const files = {
		result: join(folder, "result.json"),
		report: join(folder, "report.md"),
		graded: join(folder, "graded.jsonl")
	};
	const serialised = serialiseResult(result);
	const report = renderMarkdown(result);
	try {
		await mkdir(folder, { recursive: true });
		await writeWhole(files.result, serialised);
		await writeWhole(files.report, report);
		await writeWhole(files.graded, gradedLines(graded));
	} catch (cause) {
		if (!isSystemError(cause)) throw cause;
		throw new ConfigError({
			what: `could not write the results: ${cause.message}`,
			where: folder,
			fix: "Free up disk space or choose another folder with --out. All completions are in the store.",
			cause
		});
	}
	return files;
}
/** Whether the error came from the file system. Any other error is a bug and keeps its stack. */
function isSystemError(cause) {
	return cause instanceof Error && "syscall" in cause;
}
/**
* One line per sample: side, suite, id, index (`greedy` for greedy samples), outcome, answer and the rule that found
* it, the lenient grade if it differs, the grader's key for the solution's approach, and the grader's reason.
*/
function* gradedLines(suites) {
	for (const { name, items, greedy = [] } of suites) {
		for (const item of items) for (const side of ["old", "new"]) for (const { index, outcome, answer, rule, lenient, key, reason } of item[side]) yield `${JSON.stringify({
			side,
			suite: name,
			id: item.id,
			index,
			outcome,
			answer,
			rule,
			lenient,
			key,
			reason
		})}\n`;
		for (const item of greedy) for (const side of ["old", "new"]) for (const { outcome, answer, rule, lenient, reason } of item[side]) yield `${JSON.stringify({
			side,
			suite: name,
			id: item.id,
			greedy: true,
			outcome,
			answer,
			rule,
			lenient,
			reason
		})}\n`;
	}
}

export { issueComments as i, parseResult as n, serialiseResult as r, writeRunFolder as t };