import { r as __name } from "./rolldown-runtime.js";
import { t as ConfigError } from "./errors.js";
import { s as sha256OfParts } from "./regular-file.js";
import { r as quoted } from "./printable.js";
import { a as unreadableFile } from "./json-lines.js";
import { t as writeWhole } from "./write-whole.js";
import { c as ASK_FOR_BOX, d as below, i as PUBLISHED_FORMATS, l as ASK_FOR_LETTER, m as NO_ANSWER, n as rowsAs, o as formatNamed, p as lettered, r as readRows, s as isFields, t as recogniseFile, u as ASK_FOR_NUMBER } from "./select-rows.js";
import { n as CUSTOM_GRADERS, t as CUSTOM } from "./format-names.js";
import { a as importRows, i as proposeGrader, o as itemLines, r as suiteLines } from "./draft-config.js";
import { o as importCommand } from "./commands.js";
import { c as terminalText, l as jsonForLogs } from "./neutralise.js";
import { t as localFiles } from "./files.js";
import { t as progressDisplay } from "./progress.js";
import { t as withReadingStage } from "./reading-stage.js";
import { c as counted, s as count } from "./margins.js";
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { mkdir, realpath } from "node:fs/promises";

// src/import/custom-format.ts
const PLACEHOLDER = /\{\{\s*([^{}]+?)\s*\}\}/gu;
const TEMPLATES = {
	numeric: below(ASK_FOR_NUMBER),
	math: below(ASK_FOR_BOX),
	choice: below(ASK_FOR_LETTER),
	exact: void 0,
	contains: void 0
};
/** The paths of the fields that a template names. */
const placeholdersOf = (template) => Array.from(template.matchAll(PLACEHOLDER), ([, path = ""]) => path);
/** The value at a path such as `question.stem` or `choices.0`; a field with this whole name takes precedence. */
function valueAt(fields, path) {
	if (Object.hasOwn(fields, path)) return fields[path];
	let value = fields;
	for (const key of path.split(".")) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
		value = Reflect.get(value, key);
	}
	return value;
}
/** The template filled in; the reason why it cannot be. */
function filled(template, fields) {
	const parts = [];
	let end = 0;
	for (const match of template.matchAll(PLACEHOLDER)) {
		const [whole, path = ""] = match;
		const value = valueAt(fields, path);
		if (value === void 0 || value === null || value === "") return { leftOut: `the field ${quoted(path)} is missing or empty` };
		if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return { leftOut: `the field ${quoted(path)} is not text or a number` };
		parts.push(template.slice(end, match.index), String(value));
		end = match.index + whole.length;
	}
	return { text: parts.join("") + template.slice(end) };
}
function optionsAt(template, fields) {
	const value = valueAt(fields, placeholdersOf(template)[0] ?? "");
	const list = isFields(value) && Array.isArray(value["text"]) ? value["text"] : value;
	return Array.isArray(list) && list.length > 1 && list.length <= 26 && list.every((each) => typeof each === "string") ? list : void 0;
}
function drafted(parts, fields) {
	const found = {};
	for (const key of [
		"prompt",
		"answer",
		"group",
		"id"
	]) {
		const template = parts[key];
		if (template === void 0) continue;
		const value = filled(template, fields);
		if ("leftOut" in value) {
			if (key === "group") continue;
			return value;
		}
		found[key] = value.text;
	}
	if (found.prompt === void 0 || found.prompt.trim() === "") return { leftOut: "the prompt is empty" };
	if (parts.answer !== void 0 && (found.answer ?? "").trim() === "") return NO_ANSWER;
	const draft = {
		...found,
		prompt: found.prompt
	};
	if (parts.choices === void 0) return draft;
	const options = optionsAt(parts.choices, fields);
	if (options === void 0) return { leftOut: "the options are not a list of 2 to 26 texts" };
	if (options.some((option) => option.trim() === "")) return { leftOut: "an option is empty" };
	return {
		...draft,
		prompt: `${found.prompt}\n\n${lettered(options)}`,
		meta: { choices: options }
	};
}
/**
* A format for any data, defined by templates. Without an answer, the suite is open.
*
* @throws {ConfigError} for a template without a placeholder
*/
function customFormat(parts, grader) {
	for (const [option, template] of Object.entries(parts)) {
		if (template === void 0 || placeholdersOf(String(template)).length > 0) continue;
		throw new ConfigError({
			what: `found ${quoted(String(template))}, expected a template with at least one field in double braces`,
			where: `--${option}`,
			fix: `Write the name of a field of your file in double braces, for example: --${option} '{{question}}'`
		});
	}
	const needed = [
		parts.prompt,
		parts.answer ?? "",
		parts.choices ?? ""
	].flatMap(placeholdersOf);
	return {
		name: CUSTOM,
		title: "your own data",
		license: "see the source of your data",
		page: "",
		paper: "",
		grader,
		template: grader && TEMPLATES[grader],
		forms: [{
			fields: needed.join(", "),
			fits: () => true,
			isTypical: () => true,
			draft: ({ fields }) => drafted(parts, fields)
		}]
	};
}

// src/cli/render-imported.ts
const PATH_LIMIT = 200;
/** The suite as it can be added to the configuration in the current folder. */
function suiteOf({ format: { grader, template }, out }) {
	return {
		name: basename(out).replace(/\.jsonl$/u, "").replaceAll(/[^A-Za-z0-9._-]+/gu, "-").replace(/^[^A-Za-z0-9]+/u, "").slice(0, 64) || "suite",
		role: grader === void 0 ? "open" : "target",
		items: out,
		grader,
		template
	};
}
/** Describes the items that were written, the rows that were left out and why, and the next steps. Ends with a newline. */
function renderImported(suite) {
	const { format, imported, out, isNew, notes } = suite;
	const { items, rows, leftOut, hasOwnIds } = imported;
	const shown = (text) => terminalText(text, 800);
	const groups = new Set(items.flatMap(({ group }) => group ?? []));
	const all = [
		...notes,
		...format.note === void 0 ? [] : [format.note],
		hasOwnIds ? "The ids are those of the data." : "The data has no unique ids, so the ids are hashes of the prompts. An item keeps its id if the file is sorted or split.",
		...groups.size > 0 ? [`The items have ${counted(groups.size, "group")}.`] : []
	];
	return [
		`${isNew ? "Wrote" : "Kept"} ${terminalText(out, PATH_LIMIT)}${isNew ? "" : ", which already has this content"}: ${counted(items.length, "item")} from ${counted(rows, "row")} of ${format.title}.`,
		...leftOut.length === 0 ? [] : [`Left out ${counted(rows - items.length, "row")}:`],
		...leftOut.map((each) => `  ${count(each.count)}: ${shown(each.reason)} (${shown(each.places.join(", "))}${each.count > each.places.length ? ", …" : ""})`),
		...all.map(shown),
		"",
		...format.grader === void 0 ? ["Add this suite to reversal.yml:"] : ["Add this suite to reversal.yml. Use the role ood if the model was not trained for this task:"],
		"",
		"suites:",
		...suiteLines(suiteOf(suite)),
		"",
		...format.page === "" ? [] : [`License of the data: ${format.license}. Page: ${format.page}. Paper to cite: ${format.paper}`, "Check that the license allows your use, above all before you commit the items to a public repository."],
		"Next: reversal-check pin",
		""
	].join("\n").replaceAll("\xA0", " ");
}
/** The same as a JSON value. */
function importedJson(suite) {
	const { format, imported, out, isNew, notes } = suite;
	const { name, role, items, grader, template } = suiteOf(suite);
	return {
		out,
		written: isNew,
		format: format.name,
		items: imported.items.length,
		rows: imported.rows,
		left_out: imported.leftOut,
		own_ids: imported.hasOwnIds,
		notes: [...notes, ...format.note === void 0 ? [] : [format.note]],
		suite: {
			name,
			role,
			items,
			grader: grader ?? null,
			template: template ?? null
		},
		license: format.license,
		page: format.page === "" ? null : format.page,
		paper: format.paper === "" ? null : format.paper
	};
}

// src/cli/commands/import-files.ts
/** `reversal-check import`: writes a suite's items, and prints how to use them. */
async function importFiles(name, paths, options, terminal) {
	const named = namedFormat(name, options);
	const out = options.out ?? join("evals", `${named.name}.jsonl`);
	await refuseToOverwriteSource(out, paths);
	const progress = progressDisplay(terminal, () => performance.now());
	try {
		const { rows, notes } = await readAll(named, paths, withReadingStage(localFiles, progress.onStage).open);
		const onRow = (done) => progress.onStage({
			stage: "converting",
			done,
			total: rows.length
		});
		const format = named.name === "custom" ? await withGrader(named, rows, options) : named;
		const imported = importRows({
			format,
			rows,
			onRow
		});
		progress.stop();
		const suite = {
			format,
			imported,
			out,
			isNew: await writeItems(out, imported.items, options.force),
			notes
		};
		terminal.out.write(options.json ? `${jsonForLogs(importedJson(suite))}\n` : renderImported(suite));
		return 0;
	} finally {
		progress.stop();
	}
}
function namedFormat(name, options) {
	const given = [
		"prompt",
		"answer",
		"group",
		"id",
		"choices",
		"grader"
	].find((option) => options[option] !== void 0);
	if (name === "custom") {
		const parts = partsOf(options);
		if (parts !== void 0) return customFormat(parts, options.grader);
		throw new ConfigError({
			what: `found no --prompt, which the format ${CUSTOM} needs`,
			where: "the command line",
			fix: "Write the prompt with the names of your fields in double braces, for example: --prompt '{{question}}' --answer '{{answer}}'"
		});
	}
	const format = formatNamed(name);
	if (format === void 0) throw new ConfigError({
		what: `found the format ${quoted(name)}, expected one of ${PUBLISHED_FORMATS.map((each) => each.name).join(", ")}, or ${CUSTOM}`,
		where: "the command line",
		fix: `For other data, use templates: reversal-check import ${CUSTOM} FILE --prompt '{{question}}' --answer '{{answer}}'`
	});
	if (given === void 0) return format;
	throw new ConfigError({
		what: `found --${given}, but ${format.title} has a known structure`,
		where: "the command line",
		fix: `Remove --${given}, or write ${CUSTOM} instead of ${format.name}.`
	});
}
async function readAll(format, paths, open) {
	const read = [];
	const notes = /* @__PURE__ */ new Set();
	for (const path of paths) {
		const file = await readRows(path, open);
		read.push(rowsAs(format, file, {
			path,
			commandFor: (other) => importCommand(other.name, [path])
		}));
		const seen = format.name === "custom" ? void 0 : recogniseFile(file)?.format;
		if (seen !== void 0 && seen !== format) notes.add(`The rows look like ${seen.title}, which has the same fields. They were read as ${format.title}.`);
	}
	return {
		rows: read.flat(),
		notes: [...notes]
	};
}
/** The templates among the options; undefined if there is none for the prompt. */
function partsOf({ prompt, answer, group, id, choices }) {
	return prompt === void 0 ? void 0 : {
		prompt,
		answer,
		group,
		id,
		choices
	};
}
/** The user's own format with the grader that the user chose or, if none was chosen, the first that fits the answers. */
async function withGrader(format, rows, options) {
	const parts = partsOf(options);
	if (parts?.answer === void 0 || options.grader !== void 0) return format;
	const { items } = importRows({
		format,
		rows
	});
	const proposed = await proposeGrader(items.map(({ id, prompt, answer, meta }) => ({
		id,
		prompt,
		answer,
		meta
	})));
	const found = CUSTOM_GRADERS.find((name) => name === proposed?.spec.type);
	if (found !== void 0) return customFormat(parts, found);
	throw new ConfigError({
		what: "no built-in grader reads all of these answers",
		where: "--answer",
		fix: `Choose a grader with --grader (${CUSTOM_GRADERS.join(", ")}); items that it cannot grade are left out. Or omit --answer, and use a grader of your own (docs/graders.md).`
	});
}
async function refuseToOverwriteSource(out, paths) {
	const target = await realpath(out).catch(() => void 0);
	for (const path of paths) {
		if (target === void 0 || await realpath(path).catch(() => void 0) !== target) continue;
		throw new ConfigError({
			what: "the items would replace the file that they are read from",
			where: out,
			fix: "Choose another file with --out."
		});
	}
}
/** Writes the items if the file does not exist or may be replaced. Returns whether the file is new or has changed. */
async function writeItems(out, items, force) {
	const before = await hashOf(out);
	if (before === sha256OfParts(itemLines(items))) return false;
	if (before !== void 0 && !force) throw new ConfigError({
		what: "this file exists and has other content",
		where: out,
		fix: "Choose another file with --out, or replace this one with --force. If reversal.lock pins it, run reversal-check pin afterwards."
	});
	try {
		await mkdir(dirname(out), { recursive: true });
		await writeWhole(out, itemLines(items));
		return true;
	} catch (cause) {
		throw new ConfigError({
			what: `cannot write this file: ${cause instanceof Error ? cause.message : String(cause)}`,
			where: out,
			fix: `Nothing was written. Free up disk space, or choose a folder that you can write to: --out FOLDER/${basename(out)}`,
			cause
		});
	}
}
/** The hash of a file's content; undefined if there is no such file. */
async function hashOf(path) {
	const hash = createHash("sha256");
	try {
		for await (const chunk of localFiles.open(path)) hash.update(chunk);
		return `sha256:${hash.digest("hex")}`;
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : void 0;
		if (code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw unreadableFile(path, error, "Choose another file with --out.");
	}
}

export { importFiles };