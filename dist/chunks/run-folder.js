import { r as __name } from "./rolldown-runtime.js";
import { R as ConfigError, _ as tuple, a as boolean, f as number, g as string, h as strictObject, i as array, l as json, m as record, r as _enum, u as literal, y as unknown } from "./schemas.js";
import { Ot as datetime, f as inKeyOrder, i as renderMarkdown, k as terminalText } from "./timing.js";
import { join } from "node:path";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";

// src/files/write-whole.ts
/** Characters that are written at one time: each write is a turn of the event loop. */
const CHUNK_CHARACTERS = 2 ** 20;
/**
* Writes a file in one step: it is there whole, or as it was before, also when the process is killed half-way. Its folder must
* be there.
*/
async function writeWhole(path, content) {
	const beside = `${path}.${process.pid}.tmp`;
	try {
		await writeFile(beside, typeof content === "string" ? content : chunks(content));
		await rename(beside, path);
	} finally {
		await rm(beside, { force: true });
	}
}
function* chunks(pieces) {
	let chunk = "";
	for (const piece of pieces) {
		chunk += piece;
		if (chunk.length < CHUNK_CHARACTERS) continue;
		yield chunk;
		chunk = "";
	}
	yield chunk;
}

// src/report/result.ts
/** The published form of a result: everything that a report shows, unrounded. `schema/result.schema.json` is made of it. */
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
	model: string().describe("The name by which the server knows it; empty where generations came from files")
});
const measure = strictObject({
	id: string().describe("suite/dimension/name; unique in a result"),
	suite: string().nullable().describe("null where suites are pooled"),
	role,
	dimension: _enum([
		"accuracy",
		"coverage",
		"diversity",
		"generalization"
	]),
	name: string().describe("pass@1, pass@32, cover@0.5, syntactic, logical, semantic, reach@32, hardest group, …"),
	group: string().nullable().describe("The group of items it is restricted to"),
	unit: _enum([
		"probability",
		"dissimilarity",
		"ways",
		"equations",
		"ratio",
		"bits",
		"tokens"
	]).describe("probability: 0 to 1, shown as percent; dissimilarity: 0 to 1 (semantic: to 2); ways, equations: an expected number of them; ratio: a share of 1, shown as it is; bits: of entropy; tokens: words and marks"),
	gates: boolean().describe("Whether it is a guardrail, or the pooled target, of this check"),
	old: number().nullable().describe("Mean over eligible items; null where not measured"),
	new: number().nullable(),
	delta: number().nullable().describe("new − old"),
	interval: interval.nullable().describe("95 % interval of delta"),
	p_loss: fraction.nullable().describe("One-sided p of \"no loss\"; 1 where not measured"),
	p_loss_adjusted: fraction.nullable().describe("p_loss after Holm over the family; null where it does not gate"),
	margin: number().positive().nullable().describe("Accepted loss in the unit of delta; null where it does not gate"),
	margin_relative: number().positive().nullable().describe("The margin as a fraction of old's value, where it was given so"),
	state: _enum([
		"kept",
		"lost",
		"unclear"
	]).nullable().describe("null where it does not gate"),
	reason: string().nullable().describe("Why it is unclear, or why it could not be measured"),
	items: count.describe("Eligible items"),
	eligible_share: fraction.describe("Eligible items as a share of the suite's items"),
	effective_clusters: number().nonnegative(),
	detectable: number().positive().nullable().describe("Smallest loss that would be found lost in 80 % of runs"),
	waiver: strictObject({
		reason: string(),
		by: string(),
		expires: string()
	}).optional().describe("By whom and why the loss was accepted, and until when; absent where it was not")
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
	real: number().nonnegative().describe("Half of old's samples against half of new's: mean over the splits"),
	frozen: number().nonnegative().describe("One half of old against the other: mean over the splits"),
	frozen_range: tuple([count, count]).describe("What 95 % of the splits of old lie in")
}).describe("A count from half the samples of a side, beside that of a model that never changed");
const ledger = strictObject({
	both: count.describe("Items that both sides solve in at least half of their samples"),
	only_old: count,
	only_new: count,
	neither: count,
	p_flips: fraction.nullable().describe("McNemar's exact two-sided p of only_old and only_new; null unless n is 1 and items are independent"),
	moved: strictObject({
		learned: array(string()).describe("Ids of the items that new is shown to solve more often"),
		corrupted: array(string()).describe("Ids of the items that new is shown to solve less often"),
		learned_solved_before: count.describe("Learned items that old had solved at least once")
	}).nullable().describe("One-sided Fisher tests, Benjamini and Hochberg at 5 % each way; null where none can be named"),
	reason: string().nullable().describe("Why no single item can be named"),
	frozen: strictObject({
		samples: count.positive().describe("Samples of a half"),
		splits: count.positive(),
		only_old: againstFrozen,
		only_new: againstFrozen,
		learned: againstFrozen.nullable().describe("null where half the samples are too few to name items"),
		corrupted: againstFrozen.nullable()
	}).nullable().describe("The same counts where nothing changed, from random halves of old's samples; null at n = 1")
});
const reused = strictObject({
	completions: count,
	oldest: datetime().nullable().describe("ISO 8601, UTC; null where there are none"),
	newest: datetime().nullable()
});
const suite = strictObject({
	name: string(),
	role,
	grader: string(),
	items: count,
	dropped_items: count.describe("Items with too few graded samples on a side"),
	samples_per_item: count.describe("n, as planned"),
	k: count.describe("K: the k at which coverage gates, the largest power of two ≤ n (lower where samples failed)"),
	samples: bySide(count).describe("Graded samples"),
	outcomes: bySide(outcomes),
	extraction: bySide(record(string(), count)).describe("Answers found by each extraction rule"),
	ledger: ledger.nullable().describe("Which items moved; null on open suites"),
	curve: array(curvePoint).describe("pass@k; empty on open suites"),
	crossover: number().int().positive().nullable().describe("Smallest k from which new is shown below old at every larger k that was looked at"),
	forecast: array(curvePoint).describe("pass@k beyond n, up to 4n, as estimated from n samples; empty on open suites and for n < 8"),
	groups: array(group),
	disparity: bySide(fraction).nullable().describe("(best − worst)/best of pass@1 over the groups worth 30 items; null with fewer than two"),
	gap: strictObject({
		delta: number(),
		interval
	}).nullable().describe("Change of the pooled target's pass@1 minus the change of this suite's; null but on ood suites")
});
const resultSchema = strictObject({
	schema: literal(1),
	old: checkpoint,
	new: checkpoint,
	verdict: strictObject({
		status,
		headline: string().describe("One sentence: the verdict and why"),
		reasons: array(string()).describe("Whole sentences, each with measure, suite, numbers, interval and margin"),
		passed: boolean().describe("False where the status is in the policy's fail-on and not every loss is waived"),
		waived: literal(true).optional().describe("The check passes only because every lost guardrail is waived; else absent")
	}),
	warnings: array(string()),
	measures: array(measure),
	suites: array(suite),
	cost: strictObject({
		requests: count,
		prompt_tokens: count,
		completion_tokens: count,
		cached: count.describe("Completions that were already in the store"),
		reused: bySide(reused).optional().describe("The same by side, and when they were drawn; absent where files were compared"),
		embeddings: strictObject({
			requests: count,
			prompt_tokens: count,
			cached: count.describe("Embeddings that were already in the store")
		}).optional().describe("What embedding the solutions took; absent where none were")
	}).describe("What this run spent; the only part that may differ between runs on the same completions"),
	provenance: strictObject({
		engine: string().describe("Version of reversal-check"),
		config: string().describe("sha256:… of the configuration as read"),
		lock: string().nullable().describe("sha256:… of reversal.lock; null where none was used"),
		sampling: record(string(), unknown()),
		graders: record(string(), string()).describe("Suite to grader and version"),
		embeddings: strictObject({
			model: string(),
			max_characters: number().int().positive().describe("Of a longer text its beginning is embedded"),
			digest: string().optional()
		}).optional().describe("What embedded the solutions; absent where none were"),
		reproduce: string().describe("The command that gives this result again")
	})
});

// src/report/json.ts
/** Levels that a result may nest; its own need six, free settings a few more. */
const DEPTH_LIMIT = 32;
const ISSUES_SHOWN = 5;
/**
* A result as JSON: two spaces, keys in the schema's order and those of free records in the order of code units, a
* line end at the end. Equal results give equal bytes, whatever order their objects were built in. Throws zod's error
* on what JSON or the schema cannot hold, such as NaN: that is a defect of ours, not the user's.
*/
const serialiseResult = (result) => {
	json().parse(result.provenance.sampling);
	return `${JSON.stringify(resultSchema.parse(inKeyOrder(result)), null, 2)}\n`;
};
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
			what: "is not JSON, so it holds no result",
			where,
			mend: "Give the result.json that a run wrote into its --out folder.",
			cause
		});
	}
};
/**
* Reads a stored result. The text is not trusted: it is a result by the schema, or a `ConfigError` says what in it is
* not. `where` names the file in that error. Numbers that JSON writes but no result holds (1e400) are refused.
*/
const parseResult = (text, where = "result.json") => {
	const value = parseJson(text, where);
	const version = schemaOf(value);
	if (typeof version === "number" && version !== 1) throw new ConfigError({
		what: `is a result of schema ${version}; this version of reversal-check reads schema 1`,
		where,
		mend: "Render it with the version of reversal-check that wrote it (provenance.engine)."
	});
	if (nestsDeeperThan(value, DEPTH_LIMIT)) throw new ConfigError({
		what: `nests deeper than ${DEPTH_LIMIT} levels, which no result does`,
		where,
		mend: "Give the result.json that a run wrote, unedited."
	});
	const parsed = resultSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	const { issues } = parsed.error;
	const found = issues.slice(0, ISSUES_SHOWN).map(({ path, message }) => `${path.length === 0 ? "the whole" : path.join(".")}: ${message}`);
	const left = issues.length - found.length;
	throw new ConfigError({
		what: terminalText(`is no result: ${found.join("; ")}${left > 0 ? `; and ${left} more` : ""}`, 800),
		where,
		mend: "Give the result.json that a run wrote, unedited, or run the check again.",
		cause: parsed.error
	});
};

// src/check/run-folder.ts
/**
* Writes `result.json`, `report.md` and `graded.jsonl` into a folder, which is made where it is not there. Each file is
* there whole or not at all, also when the process is killed half-way.
*
* @throws ConfigError where the folder cannot be written.
*/
async function writeRunFolder(folder, { result, graded }) {
	const files = {
		result: join(folder, "result.json"),
		report: join(folder, "report.md"),
		graded: join(folder, "graded.jsonl")
	};
	try {
		await mkdir(folder, { recursive: true });
		await writeWhole(files.result, serialiseResult(result));
		await writeWhole(files.report, renderMarkdown(result));
		await writeWhole(files.graded, gradedLines(graded));
	} catch (cause) {
		throw new ConfigError({
			what: `the results cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
			where: folder,
			mend: "Make room or choose another folder with --out. Completions that were paid for are in the store.",
			cause
		});
	}
	return files;
}
/**
* One line a sample: side, suite, id, index (greedy samples: `greedy`), outcome, answer and the rule that found it, or why
* there is none.
*/
function* gradedLines(suites) {
	for (const { name, items, greedy = [] } of suites) {
		for (const item of items) for (const side of ["old", "new"]) for (const { index, outcome, answer, rule, reason } of item[side]) yield `${JSON.stringify({
			side,
			suite: name,
			id: item.id,
			index,
			outcome,
			answer,
			rule,
			reason
		})}\n`;
		for (const item of greedy) for (const side of ["old", "new"]) for (const { outcome, answer, rule, reason } of item[side]) yield `${JSON.stringify({
			side,
			suite: name,
			id: item.id,
			greedy: true,
			outcome,
			answer,
			rule,
			reason
		})}\n`;
	}
}

export { writeWhole as i, parseResult as n, serialiseResult as r, writeRunFolder as t };