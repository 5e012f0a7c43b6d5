import { r as __name } from "./rolldown-runtime.js";
import { t as ConfigError } from "./errors.js";
import { C as sortItems, k as graderSpecSchema, r as marginSetting } from "./margins.js";
import { r as quoted } from "./printable.js";
import { t as createGrader } from "./registry.js";
import { a as formOf, c as ASK_FOR_BOX, l as ASK_FOR_LETTER, u as ASK_FOR_NUMBER } from "./select-rows.js";
import { createHash } from "node:crypto";

// src/import/import-rows.ts
/** Number of places that are listed for a reason. */
const PLACES = 3;
/** Length of a content-derived id's hash in hexadecimal digits: 64 bits, so that even a million items have different ids. */
const HASH_DIGITS = 16;
/**
* Makes a suite's items from the rows of a data set. Rows that cannot be used are left out and counted, never changed:
* rows without an answer, rows that the grader cannot grade, and repeated questions. If the same question has different
* answers, none of its rows is used.
*
* The ids are the source's own if every row has one and no two are the same. Otherwise, an id is a hash of the prompt, so
* that an item keeps its id if the file is sorted, filtered or split.
*
* @param onRow called after each row with the number of rows done
* @throws {ConfigError} if no row can be used
*/
function importRows({ format, rows, onRow = () => {} }) {
	const leftOut = /* @__PURE__ */ new Map();
	const leave = (reason, { path, place }) => {
		const counted = leftOut.get(reason) ?? {
			count: 0,
			places: []
		};
		leftOut.set(reason, counted);
		counted.count += 1;
		if (counted.places.length < PLACES) counted.places.push(`${path}:${place}`);
	};
	const grader = format.grader && createGrader(graderSpecSchema.parse(format.grader));
	const ungradable = grader && oneReason(grader);
	const drafts = [];
	for (const [done, row] of rows.entries()) {
		const drafted = draftOf(format, row);
		const reason = "leftOut" in drafted ? drafted.leftOut : ungradable?.(drafted);
		if (reason !== void 0) leave(reason, row);
		else if (!("leftOut" in drafted)) drafts.push({
			row,
			draft: drafted
		});
		onRow(done + 1);
	}
	const kept = withoutRepeats(drafts, leave);
	const reasons = [...leftOut].map(([reason, counted]) => ({
		reason,
		...counted
	})).toSorted((a, b) => b.count - a.count);
	if (kept.length === 0) throw nothingLeft(format, rows, reasons);
	const own = new Set(kept.map(({ draft }) => draft.id));
	const hasOwnIds = !own.has(void 0) && own.size === kept.length;
	return {
		items: kept.map(({ draft }) => itemOf(draft, hasOwnIds ? draft.id : void 0, format.name)),
		rows: rows.length,
		leftOut: reasons,
		hasOwnIds
	};
}
function draftOf(format, row) {
	const form = formOf(format, row);
	if (form === void 0) return { leftOut: `the row does not have the fields of ${format.title}` };
	const drafted = form.draft(row);
	return "prompt" in drafted && drafted.prompt.trim() === "" ? { leftOut: "the question is empty" } : drafted;
}
/** Checks drafts with the grader. The first reason stands for all, because it quotes the item. */
function oneReason(grader) {
	let shown;
	return ({ prompt, answer, meta }) => {
		const found = grader.checkItem({
			id: "",
			prompt,
			answer,
			meta
		});
		if (found === void 0) return void 0;
		shown ??= `the grader ${grader.name} cannot grade the item (for example: ${found})`;
		return shown;
	};
}
function withoutRepeats(drafts, leave) {
	const byPrompt = Map.groupBy(drafts, ({ draft }) => draft.prompt);
	return drafts.filter((placed) => {
		const same = byPrompt.get(placed.draft.prompt) ?? [];
		if (same.length === 1) return true;
		if (same.some(({ draft }) => draft.answer !== placed.draft.answer)) {
			leave("the same question has a different answer in another row", placed.row);
			return false;
		}
		if (placed === same[0]) return true;
		leave("the question repeats an earlier row", placed.row);
		return false;
	});
}
/** Writes the parts in the order in which people read them; absent parts are left out. */
function itemOf({ prompt, answer, group, cluster, meta }, id, name) {
	return {
		id: id ?? `${name}-${createHash("sha256").update(prompt).digest("hex").slice(0, HASH_DIGITS)}`,
		prompt,
		...answer !== void 0 && { answer },
		...group !== void 0 && { group },
		...cluster !== void 0 && { cluster },
		...meta !== void 0 && { meta }
	};
}
function nothingLeft({ title }, rows, reasons) {
	const why = reasons.slice(0, PLACES).map(({ reason, count }) => `${reason} (${count})`);
	return new ConfigError({
		what: `none of the ${rows.length} rows can be used as an item of ${title}: ${why.join("; ")}`,
		where: rows[0]?.path ?? "",
		fix: "Check that this is the right file and split. The fields of the first row are ".concat(Object.keys(rows[0]?.fields ?? {}).map(quoted).join(", "), ".")
	});
}
/** The text of a suite's file: one item per line. */
function* itemLines(items) {
	for (const item of items) yield `${JSON.stringify(item)}\n`;
}

// src/init/propose-grader.ts
/** Number of items on which a grader is tried. */
const TRIED = 25;
/**
* Maximum length of a short answer. Longer answers are free text, and no built-in grader can decide whether a
* completion means the same.
*/
const LONGEST_PHRASE = 60;
/** Whether an answer is mathematics: it contains symbols or digits, and no words except LaTeX commands. */
const isMathematics = (answer) => /[\d\\^=]/u.test(answer) && !/(?<![\\A-Za-z])[A-Za-z]{4,}/u.test(answer);
const CANDIDATES = [
	{ name: "code" },
	{
		name: "choice",
		ask: ASK_FOR_LETTER
	},
	{
		name: "numeric",
		ask: ASK_FOR_NUMBER,
		stated: (answer) => `The answer is ${answer}`
	},
	{
		name: "math",
		ask: ASK_FOR_BOX,
		stated: (answer) => String.raw`So it is \boxed{${answer}}.`,
		suits: (answers) => 2 * answers.filter(isMathematics).length >= answers.length
	},
	{
		name: "contains",
		stated: (answer) => `It is ${answer}.`,
		suits: (answers) => answers.every((answer) => answer.length <= LONGEST_PHRASE)
	}
];
/**
* Proposes the first grader that accepts the items as a suite would (a few may be excluded) and that grades completions
* with the items' own answers as correct. Undefined if there is no such grader; in that case, the suite's completions
* can be compared but not graded. Runs no code from the items. Requires at least one item.
*/
async function proposeGrader(items) {
	const edges = {
		env: {},
		signal: new AbortController().signal,
		headIsTrusted: true
	};
	const answers = items.flatMap(({ answer }) => answer === void 0 ? [] : [answer]);
	for (const { name, ask, stated, suits } of CANDIDATES) {
		const spec = graderSpecSchema.parse(name);
		const grader = createGrader(spec, edges);
		try {
			const { problems } = sortItems(items, {
				checks: grader,
				asked: (item) => item,
				grader: name,
				fix: ""
			});
			if (problems.length > 0) continue;
			if (suits?.(answers) === false) continue;
			if (stated === void 0 || await findsAll(grader, items, stated)) return {
				spec,
				ask
			};
		} finally {
			await grader.close?.();
		}
	}
}
async function findsAll(grader, items, stated) {
	const step = Math.max(1, Math.floor(items.length / TRIED));
	const tried = items.filter((_, place) => place % step === 0).slice(0, TRIED);
	return (await Promise.all(tried.map(async (item) => grader.grade(stated(item.answer ?? ""), item)))).every(({ outcome }) => outcome === "correct");
}

// src/init/draft-config.ts
/** The path of the configuration that is drafted. */
const CONFIG = "reversal.yml";
/** Samples per item and side. */
const SAMPLES_PER_ITEM = 16;
/** Writes text as a plain scalar if YAML reads it back unchanged; otherwise, in double quotes with JSON's escapes. */
const scalar = (text) => /^(?:[A-Za-z]|\/)[\w./{}:-]*[\w/}]$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/iu.test(text) ? text : JSON.stringify(text);
const settingText = (setting) => setting === "off" ? "off" : `{ margin: ${marginSetting(setting.margin)} }`;
/** The lines of a suite's own guardrails; empty if it has none. */
function guardrailLines(margins) {
	const own = margins.filter(({ isDefault }) => !isDefault);
	if (own.length === 0) return [];
	return [`    guardrails:${own.some(({ setting }) => setting !== "off") ? " # the narrowest margins that its items can support" : ""}`, ...own.map(({ guardrail, setting, why }) => `      ${guardrail}: ${settingText(setting)}${why === void 0 ? "" : ` # ${why}`}`)];
}
/** The lines of a suite under `suites:`. */
const suiteLines = ({ name, role, items, grader, template, margins = [] }) => [
	`  - name: ${scalar(name)}`,
	`    role: ${role}`,
	`    items: ${scalar(items)}`,
	...grader === void 0 ? [] : [`    grader: ${grader}`],
	...template === void 0 ? [] : [`    template: ${JSON.stringify(template)}`],
	...guardrailLines(margins)
];
/** Returns the text of `reversal.yml`. */
function configText(draft) {
	const { modelFile, baseline, model, servedAt, apiKeyEnv, suites, notCarried } = draft;
	return [
		"checkpoints:",
		...modelFile === void 0 ? [] : [`  file: ${scalar(modelFile.path)} # pull requests that change the version in this file are checked`, `  version: ${scalar(modelFile.pointer)}`],
		`  model: ${scalar(model)}`,
		"url" in servedAt ? `  base-url: ${scalar(servedAt.url)}` : `  base-url-env: ${servedAt.env}`,
		...apiKeyEnv === void 0 ? [] : [`  api-key-env: ${apiKeyEnv}`],
		...baseline === void 0 ? [] : [`  baseline: ${scalar(baseline)} # the baseline of the nightly run`],
		"",
		`sampling: { n: ${16}, temperature: 0.8, top-p: 0.95, max-tokens: 1024 }`,
		"",
		"suites:",
		...suites.flatMap(suiteLines),
		"",
		...notCarried.length === 0 ? [] : [
			"guardrails:",
			...notCarried.map(({ guardrail, why }) => `  ${guardrail}: off # ${why}`),
			""
		],
		"policy: { fail-on: [reversal, regression, invalid] }",
		""
	].join("\n");
}

export { importRows as a, proposeGrader as i, configText as n, itemLines as o, suiteLines as r, CONFIG as t };