import { r as __name } from "./rolldown-runtime.js";
import { S as words, _ as relativePercent, b as ways, c as counted, d as interval, f as pValue, g as relativeChange, h as points, l as dissimilarity, m as plain, o as bits, p as percent, r as bar, s as count, u as dissimilarityChange, v as tokens, x as waysChange, y as usd } from "./bars.js";
import { a as oneLine, i as markdownText, n as markdownCode, r as markdownFence, t as htmlCode } from "./neutralise.js";
import { createHash } from "node:crypto";

// src/result/unmeasured.ts
/** The result of a check that measured nothing: no version changed, or it could not be measured here. */
function unmeasuredResult({ status, versions, headline, reasons, failOn, engine, config }) {
	return {
		schema: 1,
		old: {
			version: versions.old,
			model: ""
		},
		new: {
			version: versions.new,
			model: ""
		},
		verdict: {
			status,
			headline,
			reasons: [...reasons],
			passed: !failOn.includes(status)
		},
		warnings: [],
		measures: [],
		suites: [],
		cost: {
			requests: 0,
			prompt_tokens: 0,
			completion_tokens: 0,
			cached: 0
		},
		provenance: {
			engine,
			config,
			lock: null,
			sampling: {},
			graders: {},
			reproduce: ""
		}
	};
}

// src/run/stages/exit-code.ts
/** 0: pass; 1: the verdict fails the check; 3: the measurement cannot be trusted, and that fails the check. */
function exitCodeOf({ verdict: { status, passed } }) {
	if (passed) return 0;
	return status === "invalid" ? 3 : 1;
}

// src/result/sentences/waiver-sentences.ts
/** A waiver beside the loss that it accepts, as a whole sentence. */
const waivedSentence = ({ reason, by, expires }) => `Waived by ${by} until ${expires}: ${ended(reason)}`;
/** Why a waiver has no effect in this check, as a whole sentence. */
const idleSentence = (idle, versions) => {
	const { waiver } = idle;
	const subject = `The waiver of ${waiver.measure} on ${waiver.suite} (by ${waiver.by})`;
	switch (idle.cause) {
		case "other-versions": return `${subject} is unused: it is for ${waiver.old} → ${waiver.new}, and this check compares ${versions.old} → ${versions.new}.`;
		case "expired": return `${subject} expired on ${waiver.expires} and counts for nothing: renew it in reversal-waivers.yml, or remove it.`;
		case "unknown": return `${subject} is unused: no guardrail of this check has that name; there are ${idle.known.join(", ") || "none"}.`;
		case "target": return `${subject} counts for nothing: the loss of the target itself cannot be waived.`;
		case "not-lost": return `${subject} is unused: the guardrail is ${idle.state}, not lost.`;
	}
};
/** The short reasons of the waived losses, as shown after the verdict's name. */
const waivedReasons = (waivers) => `waived: ${[...new Set(waivers.map(({ reason }) => reason.replace(/[.\s]+$/u, "")))].join("; ")}`;
const ended = (text) => /[.!?]$/u.test(text) ? text : `${text}.`;

// src/result/sentences/verdict-words.ts
/** The display name of each verdict. */
const VERDICT_WORDS = {
	progress: "Progress",
	unchanged: "Unchanged",
	reversal: "Self-improvement reversal",
	regression: "Regression",
	inconclusive: "Inconclusive",
	invalid: "Invalid measurement",
	skipped: "Skipped"
};
/** The kind of Markdown alert for each verdict. */
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
* The verdict's name. If the check passes only because of waivers, it includes their reasons: `Regression
* (waived: …)`. `harmless` neutralises the reasons for the output format. If an earlier look decides, the
* name says so.
*/
const verdictName = ({ verdict: { status, waived, exploratory }, measures }, harmless) => {
	const waivers = measures.flatMap(({ waiver }) => waiver === void 0 ? [] : [waiver]);
	if (exploratory !== void 0) return `Exploratory: the first verdict stands, ${VERDICT_WORDS[status]}`;
	return `${VERDICT_WORDS[status]}${waived === true ? ` (${harmless(waivedReasons(waivers))})` : ""}`;
};
/** Whether the verdict alone says too little, so that its reasons are shown unfolded. */
const explainsItself = (status) => status === "invalid" || status === "inconclusive" || status === "skipped";
/** The headline without the verdict's name, if it begins with it: callers show the name separately. */
const headlineAfterName = (status, headline) => {
	const name = VERDICT_WORDS[status];
	const begins = headline.toLowerCase().startsWith(name.toLowerCase());
	const rest = headline.slice(name.length);
	return begins && !/^\w/u.test(rest) ? rest.replace(/^[.:,;\s—–-]+/u, "") : headline;
};

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
/** A fold as Markdown. The blank lines switch back from HTML to Markdown for the body. */
const renderFold = ({ summary, body }) => `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
/**
* A table of neutralised cells. The source is not padded, because comments have a size limit. `align` has one
* letter per column.
*/
const table = (head, rows, align) => markdownTable([head, ...rows].map((row) => Array.from(row)), {
	align: [...align],
	alignDelimiters: false
});
/** Blocks of Markdown one below the other, without empty ones. */
const blocks = (...parts) => parts.filter((part) => part !== "").join("\n\n");
/** A list of neutralised sentences. */
const list = (entries) => entries.map((entry) => `- ${entry}`).join("\n");

// src/result/sentences/reading.ts
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
/** Shown for a missing value. */
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
/** A value of a measure in its unit, as a reader sees it. */
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
* Changes are shown in the terms of their margin: as a share of old if the margin is relative, else in the
* measure's unit. No more than all of old can be lost.
*/
const scaleOf = ({ unit, old, margin_relative }) => margin_relative !== null && old !== null && old > 0 ? {
	change: (value) => relativePercent(value / old),
	bound: (value) => relativeChange(Math.max(-1, value / old))
} : {
	change: CHANGES[unit],
	bound: CHANGES[unit]
};
/** The margin in the terms of the change: `2`, `10 %`; empty if the measure has no margin. */
const readMargin = ({ margin, margin_relative, unit }) => {
	if (margin_relative !== null) return `${plain(margin_relative * 100)}\u00A0%`;
	if (margin === null) return "";
	return plain(unit === "probability" ? margin * 100 : margin);
};
const markOf = ({ state, interval }) => {
	if (state === "lost" || state === "unclear") return state;
	if (interval === null) return state === "kept" ? "kept" : "unmeasured";
	const [lower, upper] = interval;
	if (state === "kept") return lower > 0 ? "gained" : upper < 0 ? "within" : "kept";
	return lower > 0 ? "up" : upper < 0 ? "down" : "level";
};
const stateWords$1 = /* @__PURE__ */ __name((mark, change, margin, isWaived) => {
	switch (mark) {
		case "lost": return `lost${isWaived ? " (waived)" : ""}${margin === "" ? "" : `, margin\u00A0${margin}`}`;
		case "within": return `lost ${change.replace(/^[−+]/u, "")}, within the accepted\u00A0${margin}`;
		case "level": return "no change shown";
		case "unmeasured": return "not measured";
	}
	return mark;
}, "stateWords");
/** Reads one measure. A null value reads `–`, and the state gives the reason if the result does. */
const read = (measure) => {
	const { dimension, name, group, unit, delta, interval: interval$2 } = measure;
	const scale = scaleOf(measure);
	const change = delta === null ? "–" : scale.change(delta);
	const mark = markOf(measure);
	const margin = readMargin(measure);
	const state = stateWords$1(mark, change, margin, measure.waiver !== void 0);
	return {
		dimension: DIMENSIONS[dimension],
		name: group === null ? name : `${name} ${group}`,
		plain: name === "pass@1" && group === null && (dimension === "accuracy" || dimension === "generalization"),
		suite: measure.suite ?? "all target suites",
		old: measure.old === null ? "–" : VALUES[unit](measure.old),
		new: measure.new === null ? "–" : VALUES[unit](measure.new),
		change,
		interval: interval$2 === null ? "" : interval(interval$2, scale.bound),
		mark,
		state,
		shortState: mark === "within" ? `lost, within\u00A0${margin}` : state,
		reason: measure.reason
	};
};
/** The smallest loss that would be found, in the terms of the change; `–` if it was not computed. */
const readDetectable = (measure) => {
	if (measure.detectable === null) return "–";
	return scaleOf(measure).change(-measure.detectable);
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
/** Gating measures in reading order: the target's accuracy, then lost, unclear and kept ones. */
const gatingInOrder = (measures) => {
	const gating = measures.filter(({ gates }) => gates);
	const rank = (measure) => isTargetAccuracy(measure, gating) ? -1 : RANK[markOf(measure)];
	return gating.toSorted((one, other) => rank(one) - rank(other));
};

// src/report/measure-table.ts
const label = ({ dimension, name, plain, suite }) => `**${dimension}** ${plain ? "" : `${markdownText(name)} `}${markdownText(suite)}`;
/** Length, in graphemes, of a reason that fits into a table on a phone. */
const CLAUSE_LIMIT = 60;
/** The state in words. The reason is added if there is no change to show, or if `reasons` is `whole`. */
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
* Measures as a table of three columns, which fits on a phone: name and state icon; old and new; the change
* with its interval and state in words. `reasons` sets how much of a reason is shown.
*/
const measureTable = (measures, sides, reasons) => table([
	"",
	`${sides.old.markdown} → ${sides.new.markdown}`,
	"change, 95\xA0% interval"
], measures.map(read).map((reading) => [
	`${GLYPHS[reading.mark]}\u00A0${label(reading)}`,
	levels(reading),
	changeAndState(reading, reasons)
]), [
	"l",
	"r",
	"l"
]);
/** The evidence behind each measure: sample size, certainty, and the smallest loss it could have found. */
const evidenceTable = (measures) => table([
	"",
	"p of no loss",
	"adjusted",
	"detectable",
	"items",
	"effective clusters"
], measures.map((measure) => [
	label(read(measure)),
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

// src/result/sentences/cost-sentence.ts
/**
* The cost of a run: one sentence for sampled models and one for judge models, without a full stop. Empty if
* nothing was requested or reused.
*/
const costSentence = (cost) => [...sampled(cost), ...judged(cost)];
const sampled = ({ requests, prompt_tokens, completion_tokens, cached, reused }) => requests === 0 && cached === 0 ? [] : [`${counted(requests, "request")}, ${tokens(prompt_tokens)} prompt and ${tokens(completion_tokens)} completion tokens; ${counted(cached, "completion")} taken from the store${drawnWhen(reused)}`];
const judged = ({ judge }) => judge === void 0 ? [] : [`judging: ${counted(judge.requests, "request")}, ${tokens(judge.prompt_tokens)} prompt and ${tokens(judge.completion_tokens)} completion tokens${judge.cost_usd === void 0 ? "" : ` (${usd(judge.cost_usd)})`}; ${counted(judge.cached, "verdict")} taken from the store`];
/** How many reused samples each side has and when they were sampled: ` (old: 64, drawn 2026-11-01 to 2026-11-03)`. */
const drawnWhen = (reused) => {
	const sides = ["old", "new"].flatMap((side) => {
		const { completions, oldest, newest } = reused?.[side] ?? {
			completions: 0,
			oldest: null,
			newest: null
		};
		if (oldest === null || newest === null) return [];
		const [first, last] = [dayOf(oldest), dayOf(newest)];
		return [`${side}: ${count(completions)}, drawn ${first === last ? `on ${first}` : `${first} to ${last}`}`];
	});
	return sides.length === 0 ? "" : ` (${sides.join("; ")})`;
};
/** The day of an ISO 8601 time. */
const dayOf = (time) => time.slice(0, 10);

// src/report/method-fold.ts
const servedAs = ({ version, model }) => model === "" ? markdownCode(version) : `${markdownCode(version)}, served as ${markdownCode(model)}`;
const byKey = ([one], [other]) => one < other ? -1 : 1;
const settings = (record) => Object.entries(record).toSorted(byKey).map(([key, value]) => markdownCode(`${key}: ${JSON.stringify(inKeyOrder(value))}`)).join(", ");
const suitesTable = ({ suites }) => suites.length === 0 ? "" : table([
	"suite",
	"role",
	"grader",
	"items",
	"dropped",
	"samples an item",
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
	cached: 0
};
const STATES = `Both sides were asked the same items in the same way; every change is paired by item, and its 95\u00A0% interval is over clusters of items. **kept**: the whole interval lies above the margin. **lost**: the change is at least the margin, and a loss is shown after adjusting for all guardrails together. **unclear**: neither was shown. Changes are in percentage points, or in percent of the old value where they say %.`;
/** The model that embedded the solutions and its cost; empty without embeddings. */
const embeddingsLine = ({ cost, provenance }) => {
	const { embeddings } = provenance;
	if (embeddings === void 0) return [];
	const { requests, prompt_tokens: tokens$1, cached } = cost.embeddings ?? NO_COST;
	return [`Embeddings: ${markdownCode(embeddings.model)}, of at most ${counted(embeddings.max_characters, "character")}; ${counted(requests, "request")}, ${tokens(tokens$1)} tokens; ${counted(cached, "embedding")} taken from the store`];
};
/** The engine, and the configuration and lock if they were read. */
const engineLine = ({ provenance: { engine, config, lock } }) => {
	const read = config === "" ? [] : [`configuration ${markdownCode(config)}`, lock === null ? "no lock" : `lock ${markdownCode(lock)}`];
	return [`reversal-check ${markdownCode(engine)}`, ...read].join(", ");
};
/** How the result was measured, the cost, and the command that reproduces it. */
const methodFold = (result) => {
	const { cost, provenance } = result;
	const sampling = settings(provenance.sampling);
	const graders = settings(provenance.graders);
	return {
		summary: result.suites.length === 0 ? "Versions" : "How this was measured, what it cost, how to reproduce it",
		body: blocks(result.measures.length === 0 ? "" : STATES, list([
			`Old: ${servedAs(result.old)}`,
			`New: ${servedAs(result.new)}`,
			...sampling === "" ? [] : [`Sampling: ${sampling}`],
			...graders === "" ? [] : [`Graders: ${graders}`],
			...costSentence(cost).map((sentence) => `Cost: ${sentence}`),
			...embeddingsLine(result),
			...provenance.serving === void 0 ? [] : [`Served by: ${markdownText(provenance.serving, 800)}`],
			engineLine(result)
		]), suitesTable(result), provenance.reproduce === "" ? "" : markdownFence(provenance.reproduce, "sh"))
	};
};

// src/report/sides.ts
/** Maximum characters of a column heading in a table on a phone. */
const HEAD_LIMIT = 12;
/**
* The names of the two sides. Falls back to `old` and `new` if versions are long, equal or look equal after
* neutralising.
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

// src/report/problems-fold.ts
/** Problems named in each direction; the others are in the result file. */
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
				`of these, solved before by ${sides.old.markdown}`,
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
const remarks = ({ moved, reason, both, neither, p_flips: p }, sides) => list([
	...moved === null ? [] : [
		...names("Learned", moved.learned),
		...moved.learned.length === 0 ? [] : [`Solved before: ${sides.old.markdown} had solved ${count(moved.learned_solved_before)} of those learned at least once: better selection rather than new ability`],
		...names("Corrupted", moved.corrupted)
	],
	...reason === null ? [] : [markdownText(reason)],
	`Solved by both ${count(both)}, by neither ${count(neither)}`,
	...p === null ? [] : [`Solved by one side only: exact McNemar test, p ${pValue(p)}`]
]);
const explanation = (ledgers) => [
	...ledgers.some(({ moved }) => moved !== null) ? ["Learned, corrupted: problems whose share of correct samples is shown to have moved (Fisher’s exact test; at most 5\xA0% of those named each way are expected to be false). A gain spread thinly over many problems names none."] : [],
	"Solved: at least half of the samples are correct.",
	...ledgers.some(({ frozen }) => frozen !== null) ? ["Frozen: a random half of the old samples against the other half, as if nothing had changed; mean and 95\xA0% range."] : ["Near that half an unchanged model moves problems both ways too."]
].join(" ");
const summary = (ledgers, sides) => {
	const sum = (value) => ledgers.reduce((total, ledger) => total + value(ledger), 0);
	if (ledgers.every(({ moved }) => moved === null)) return `${counted(sum((ledger) => ledger.only_new), "problem")} solved only by ${sides.new.html}, ${count(sum((ledger) => ledger.only_old))} only by ${sides.old.html}`;
	const frozen = ledgers.every(({ moved, frozen: counts }) => moved === null || counts !== null && counts.learned !== null) ? ` (a frozen model: ${count(sum((ledger) => (ledger.frozen?.learned?.frozen ?? 0) + (ledger.frozen?.corrupted?.frozen ?? 0)))})` : "";
	return `${counted(sum(({ moved }) => moved?.learned.length ?? 0), "problem")} learned, ${count(sum(({ moved }) => moved?.corrupted.length ?? 0))} corrupted${frozen}`;
};
/** The problems that moved, beside the counts of an unchanged model; undefined if no suite has right answers. */
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
/** Groups of a suite that are listed; the others are in the result file. */
const GROUP_LIMIT = 60;
const BAR_WIDTH = 12;
const byName = (one, other) => one < other ? -1 : one > other ? 1 : 0;
const change = (delta, interval$1) => `**${points(delta)}** ${interval(interval$1, points)}`;
const title = ({ name }) => `**${markdownText(name)}**`;
const crossing = ({ crossover, curve }, newer, older) => crossover === null ? `no crossover shown up to k = ${count(curve.at(-1)?.k ?? 0)}` : `${newer} falls below ${older} from k = ${count(crossover)}`;
const curveChart = ({ curve }) => markdownFence([`${"k".padStart(5)}  ${"old".padEnd(BAR_WIDTH)}  new`, ...curve.map(({ k, old, new: newer }) => `${String(k).padStart(5)}  ${bar(old, BAR_WIDTH)}  ${bar(newer, BAR_WIDTH)}`.trimEnd())].join("\n"), "text");
const curveRow = ({ k, old, new: newer, delta, interval }) => [
	count(k),
	percent(old),
	percent(newer),
	change(delta, interval)
];
const forecastTable = ({ forecast, samples_per_item: n }, sides) => forecast.length === 0 ? "" : blocks(`Forecast beyond the ${counted(n, "sample")} taken; it gates nothing:`, table([
	"k",
	sides.old.markdown,
	sides.new.markdown,
	"change, 95\xA0% interval"
], forecast.map(curveRow), [
	"r",
	"r",
	"r",
	"l"
]));
/** pass@k over k, for the suites that have it; undefined if no suite does. */
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
			"change, 95\xA0% interval"
		], suite.curve.map(curveRow), [
			"r",
			"r",
			"r",
			"l"
		]), forecastTable(suite, sides))))
	};
};
const disparitySentence = ({ disparity }, sides) => disparity === null ? "" : `Disparity, (best − worst)/best over the groups worth 30 items: ${percent(disparity.old)} for ${sides.old.markdown}, ${percent(disparity.new)} for ${sides.new.markdown}.`;
/** Accuracy by group, largest loss first; undefined if no suite has groups. */
const groupsFold = (suites, sides) => {
	const shown = suites.filter(({ groups }) => groups.length > 0);
	if (shown.length === 0) return void 0;
	return {
		summary: "By group",
		body: blocks(...shown.map((suite) => {
			const ordered = suite.groups.toSorted((one, other) => one.delta - other.delta || byName(one.name, other.name));
			const left = ordered.length - GROUP_LIMIT;
			return blocks(title(suite), table([
				"group",
				sides.old.markdown,
				sides.new.markdown,
				"change, 95\xA0% interval",
				"items"
			], ordered.slice(0, GROUP_LIMIT).map((group) => [
				markdownText(group.name),
				percent(group.old),
				percent(group.new),
				change(group.delta, group.interval),
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
const outcomesTable = ({ outcomes }, sides) => {
	const [older, newer] = [outcomes.old, outcomes.new].map((side) => shares(OUTCOMES.map((name) => side[name])));
	return table([
		"outcome",
		sides.old.markdown,
		sides.new.markdown
	], OUTCOMES.map((name, at) => [
		name,
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
const distanceSentence = ({ extraction_distance: distance }) => distance === void 0 ? "" : `The rules that found the answers differ by ${percent(distance)} between the sides (total variation). By itself that says nothing of what is right.`;
const reasoningSentence = ({ reasoning, samples }, sides) => {
	if (reasoning === void 0) return "";
	const of = (side) => {
		const { tokens, ended_inside: ended } = reasoning[side];
		const mean = tokens === null || samples[side] === 0 ? "not told" : count(tokens / samples[side]);
		return `${sides[side].markdown} ${mean} (${counted(ended, "sample")} ended inside it)`;
	};
	return `Reasoning tokens a sample: ${of("old")}, ${of("new")}.`;
};
/** Outcomes of the samples, and the rules that found their answers; undefined without suites. */
const outcomesFold = (suites, sides) => suites.length === 0 ? void 0 : {
	summary: "Outcomes of the samples, and how their answers were found",
	body: blocks(...suites.map((suite) => blocks(title(suite), outcomesTable(suite, sides), extractionTable(suite, sides), distanceSentence(suite), reasoningSentence(suite, sides))))
};

// src/report/markdown.ts
const FULL = {
	rows: 8,
	reasons: 8,
	folds: "all"
};
const sentence = (text) => markdownText(text, 800);
/** The verdict, its reason and its effect on the check, as an alert at the top. */
const renderAlert = (result) => {
	const { status, headline, passed } = result.verdict;
	return [
		`> [!${VERDICT_ALERTS[status]}]`,
		`> **${verdictName(result, sentence)}.** ${sentence(headlineAfterName(status, headline))}`,
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
/** How much more the target gained than each ood suite. */
const gapTable = ({ suites }) => {
	const rows = suites.flatMap(({ name, gap }) => gap === null ? [] : [[markdownText(name), `**${points(gap.delta)}** ${interval(gap.interval, points)}`]]);
	return rows.length === 0 ? "" : table(["gap: the gain on target less that on", "points, 95\xA0% interval"], rows, ["l", "l"]);
};
const moreMeasures = (result, shown, sides) => {
	const rest = [...gatingInOrder(result.measures).filter((measure) => !shown.includes(measure)), ...result.measures.filter(({ gates }) => !gates)];
	if (rest.length === 0) return void 0;
	const free = rest.every(({ gates }) => !gates);
	return {
		summary: `${counted(rest.length, "more measure")}${free ? ", not gating" : ""}`,
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
* A report in GitHub's Markdown at the given level of detail. The output depends on the result and the detail
* alone, and every text in the result is neutralised. Ends without a line end.
*/
const renderDetail = (result, detail) => {
	const sides = sidesOf(result);
	const { status, reasons } = result.verdict;
	const visible = gatingInOrder(result.measures).slice(0, detail.rows);
	const unfolded = explainsItself(status) ? reasons.slice(0, detail.reasons) : [];
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
* The whole report in Markdown, the content of `report.md`. The verdict comes first, then a table of at most
* 8 gating measures; everything else is folded. Rendering a result again gives the same bytes.
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
* The report as a comment of at most `maxCharacters` UTF-16 code units (never fewer than the platform
* counts). It is whole if it fits; otherwise it has fewer folds and rows, then only verdict and table, and at
* least the verdict's name. A shortened comment says so and links to `reportUrl`, which comes from the caller
* and never from the result. `maxCharacters` is at least 500.
*/
const renderComment = (result, { maxCharacters, reportUrl }) => {
	const whole = renderDetail(result, FULL);
	if (whole.length < maxCharacters) return `${whole}\n`;
	const note = `Shortened to fit a comment. ${reportUrl === void 0 ? "The whole report is in the job summary and in `report.md`." : `[The whole report](${reportUrl})`}`;
	const { status, passed } = result.verdict;
	const least = `> [!${VERDICT_ALERTS[status]}]\n> **${VERDICT_WORDS[status]}.** The check **${passed ? "passes" : "fails"}**.`;
	return `${[...SHORTER.map((detail) => renderDetail(result, detail)), least].map((text) => blocks(text, note)).find((text) => text.length < maxCharacters) ?? least}\n`;
};

// src/verdict/measure-id.ts
/** The suite name used for pooled suites. */
const POOLED = "all targets";
/** A measure's name within its suite: `coverage/pass@32`. */
const measureName = ({ dimension, name }) => `${dimension}/${name}`;
/** The suite part of a measure's id; `all targets` if suites are pooled. */
const suiteName = ({ suite }) => suite ?? POOLED;
/** A measure's unique name in a result: `gsm8k/coverage/pass@32`. */
const measureId = (measure) => `${suiteName(measure)}/${measureName(measure)}`;
/**
* The name of a guardrail that is stable from run to run, from a measure's id: `gsm8k/coverage/pass` for
* `gsm8k/coverage/pass@32`. The k of coverage is lower if samples failed (method.md, section "Coverage"), but
* it remains the same guardrail.
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
/** A result as it is shown; `reportUrl` is where the whole report stands. */
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

export { headlineAfterName as C, exitCodeOf as D, waivedSentence as E, unmeasuredResult as O, VERDICT_WORDS as S, idleSentence as T, readValue as _, measureId as a, table as b, renderDetail as c, costSentence as d, inKeyOrder as f, readMargin as g, read as h, guardrailOf as i, renderMarkdown as l, gatingInOrder as m, lostIn as n, measureName as o, GLYPHS as p, lostUnwaivedIn as r, suiteName as s, reportToPublish as t, sidesOf as u, blocks as v, verdictName as w, VERDICT_ALERTS as x, list as y };