import { r as __name } from "./rolldown-runtime.js";
import { t as ConfigError } from "./errors.js";
import { c as terminalText, l as jsonForLogs, s as terminalMessage } from "./neutralise.js";
import { M as require_dist, O as versionFault, S as appliesTo, c as lockPathOf, f as parseConfig, j as parseYaml, m as GUARDRAIL_NAMES, n as itemLineSchema, t as readSuite, x as SAMPLES_NEEDED } from "./read-suite.js";
import { t as pin } from "./pin.js";
import { E as asksForChoice, H as baseUrlFault, V as BASE_URL_FIX, c as counted, i as marginWords, s as count } from "./margins.js";
import { r as quoted } from "./printable.js";
import { t as createGrader } from "./registry.js";
import { a as importRows, i as proposeGrader, n as configText, o as itemLines, r as suiteLines, t as CONFIG } from "./draft-config.js";
import { g as outlook, t as RequestFailure, v as infeasibleGuardrails } from "./request-failure.js";
import { d as below, f as labelled, p as lettered, r as readRows, s as isFields, t as recogniseFile } from "./select-rows.js";
import { t as boxes } from "./boxes.js";
import { n as streamRegularFile, t as readRegularFile } from "./regular-file.js";
import { t as textsIn$1 } from "./model-file.js";
import { t as openConnection } from "./connection.js";
import { t as systemTiming } from "./timing.js";
import { t as localFiles } from "./files.js";
import { t as gitIn } from "./local-git.js";
import { r as checkCommand, t as addCommand } from "./commands.js";
import { isDeepStrictEqual } from "node:util";
import { existsSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";

// src/cli/question-answers.ts
/**
* Answers every question with its default.
*
* @throws {ConfigError} with the question, if it has no default
*/
const fallbacks = ({ text, fallback = "", option, read }) => {
	const found = read(fallback);
	if ("value" in found) return Promise.resolve(found.value);
	throw new ConfigError({
		what: `this question has no default answer: ${text}`,
		where: "--yes",
		fix: option === void 0 ? "Run reversal-check init without --yes, or answer the question with an option. To list the options: reversal-check init --help" : `Answer it with ${option}, or run reversal-check init without --yes.`
	});
};
/**
* Writes questions to `output` and reads one line of `input` per answer. After an invalid answer, it asks again. Lines
* that arrive early are queued. `onInterrupt` is called for Ctrl-C on a terminal.
*/
function answersFrom({ input, output, onInterrupt }) {
	const reader = createInterface({
		input,
		output,
		terminal: input.isTTY === true
	});
	reader.on("SIGINT", onInterrupt);
	let ended = false;
	reader.once("close", () => {
		ended = true;
	});
	const lines = reader[Symbol.asyncIterator]();
	return {
		ask: async ({ text, fallback, read }) => {
			for (;;) {
				const proposal = fallback === void 0 ? "" : ` [${terminalMessage(fallback)}]`;
				const prompt = `${terminalMessage(text)}${proposal}: `;
				reader.setPrompt(prompt);
				if (ended) output.write(prompt);
				else reader.prompt();
				const next = await lines.next();
				if (next.done === true) throw noAnswer();
				if (input.isTTY !== true) output.write("\n");
				const found = read(next.value.trim() || (fallback ?? ""));
				if ("value" in found) return found.value;
				output.write(`  ${terminalMessage(found.fault)}\n`);
			}
		},
		close: () => reader.close()
	};
}
const noAnswer = () => new ConfigError({
	what: "standard input ended before the question was answered, so nothing was written",
	where: "reversal-check init",
	fix: "Run the command in a terminal, or accept every proposal: reversal-check init --yes. To list the options that answer a question: reversal-check init --help"
});

// src/files/write-together.ts
/**
* Writes either all of the files or none of them. Creates missing folders. Each file is first written next to its
* destination. The files are moved into place only after all have been written.
*/
async function writeTogether(files) {
	const beside = files.map(({ path, text }) => ({
		path,
		text,
		draft: `${path}.${process.pid}.tmp`
	}));
	const made = [];
	const written = [];
	try {
		for (const { path, text, draft } of beside) {
			const first = await mkdir(dirname(path), { recursive: true });
			if (first !== void 0) made.push(first);
			written.push(draft);
			await writeFile(draft, text);
		}
	} catch (error) {
		for (const draft of written) await rm(draft, { force: true });
		for (const folder of made) await rm(folder, {
			recursive: true,
			force: true
		});
		throw error;
	}
	for (const { path, draft } of beside) await rename(draft, path);
}

// src/files/yaml-append.ts
var import_dist = require_dist();
/**
* Adds an element to the list at the top-level key `key`, and changes no other byte if the list has an element per line. A
* list in square brackets is rewritten with the rest of the file; comments are kept. Undefined if `key` has no list.
*
* @param element the element as lines that begin with `  - `
*/
function appendToList(text, key, element) {
	const wanted = withElement(text, key, element);
	if (wanted === void 0) return void 0;
	return [inserted(text, key, element), rewritten(text, key, element)].find((candidate) => candidate !== void 0 && isDeepStrictEqual(dataOf(candidate), wanted));
}
const dataOf = (text) => {
	const parsed = parseYaml(text);
	return parsed.problems === void 0 ? parsed.data : void 0;
};
/** The data of the file with the element. */
function withElement(text, key, element) {
	const data = dataOf(text);
	if (typeof data !== "object" || data === null) return void 0;
	const list = Reflect.get(data, key);
	const added = dataOf(element.join("\n"));
	return Array.isArray(list) && Array.isArray(added) ? {
		...data,
		[key]: [...list, ...added]
	} : void 0;
}
/** Inserts lines below the list's last element, with the indentation of that element. */
function inserted(text, key, element) {
	const list = (0, import_dist.parseDocument)(text).get(key);
	const last = (0, import_dist.isSeq)(list) && list.flow !== true ? list.items.at(-1) : void 0;
	const range = (0, import_dist.isNode)(last) ? last.range : void 0;
	if (range === void 0 || range === null) return void 0;
	const [start, end] = range;
	const dash = text.lastIndexOf("-", start - 1);
	const indent = text.slice(text.lastIndexOf("\n", dash) + 1, dash);
	if (indent.trim() !== "") return void 0;
	const lineEnd = text[end - 1] === "\n" ? end - 1 : text.indexOf("\n", end);
	const place = lineEnd === -1 ? text.length : lineEnd + 1;
	const newline = text.includes("\r\n") ? "\r\n" : "\n";
	const lines = element.map((line) => `${indent}${line.slice(2)}${newline}`).join("");
	return `${text.slice(0, place)}${lineEnd === -1 ? newline : ""}${lines}${text.slice(place)}`;
}
function rewritten(text, key, element) {
	const document = (0, import_dist.parseDocument)(text);
	const { contents } = (0, import_dist.parseDocument)(element.join("\n"));
	if (!(0, import_dist.isSeq)(contents)) return void 0;
	for (const item of contents.items) document.addIn([key], item);
	return document.toString({ lineWidth: 0 });
}

// src/init/answers.ts
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/u;
/** Parses a base URL, or the name of the variable that contains a base URL. */
function readServedAt(text) {
	if (text === "") return { fault: "an address is needed: this command does not guess where your model is served." };
	if (VARIABLE.test(text)) return { value: { env: text } };
	const fault = baseUrlFault(text);
	return fault === void 0 ? { value: { url: text } } : { fault: `${fault}. ${BASE_URL_FIX}` };
}
/** Parses a variable's name. Empty text or `none` means that there is no variable. */
function readVariable(text) {
	if (text === "" || text === "none") return { value: void 0 };
	return VARIABLE.test(text) ? { value: text } : { fault: "this is not a valid environment variable name. Enter a name such as INFERENCE_API_KEY, never the key itself." };
}
/**
* Parses a model's name. The name must contain `{version}` if the address does not. If it contains the current version
* instead, as the server's own names do, `{version}` takes its place.
*/
function readModel(name, servedAt, version) {
	const text = name.includes("{version}") ? name : withVersion(name, version) ?? name;
	return text !== "" && (text + ("url" in servedAt ? servedAt.url : "")).includes("{version}") ? { value: text } : { fault: "this does not contain {version}, so both sides would use the same model. Include {version}, for example acme/math-7b-{version}." };
}
/** A model's name with `{version}` in place of a version; undefined if the name does not contain the version as a word. */
function withVersion(name, version) {
	if (version === void 0 || version === "") return void 0;
	for (let end = name.length; end > 0;) {
		const place = name.lastIndexOf(version, end - 1);
		if (place === -1) return void 0;
		const around = `${name[place - 1] ?? ""}${name[place + version.length] ?? ""}`;
		if (!/[A-Za-z0-9]/u.test(around)) return `${name.slice(0, place)}{version}${name.slice(place + version.length)}`;
		end = place;
	}
}
/** Parses a choice among `options`, specified by its position (starting at 1) or its name. */
function readChoice(text, options) {
	const place = options.indexOf(text);
	if (place !== -1) return { value: place };
	const number = Number(text);
	return Number.isInteger(number) && number >= 1 && number <= options.length ? { value: number - 1 } : { fault: `this is not one of the options. Write a number from 1 to ${options.length}.` };
}
/** Parses yes or no. */
function readYes(text) {
	if (/^y(?:es)?$/iu.test(text)) return { value: true };
	if (/^no?$/iu.test(text)) return { value: false };
	return { fault: "write y or n." };
}
const MACHINE = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/u;
/** Private and link-local addresses, and names that only a network of one's own resolves. */
const NETWORK = /^(?:10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])(?:\.\d+){2}|\[f[cde][0-9a-f]{2}:.*\]|[^.:[\]]+|.*\.(?:local|internal|intranet|lan|home\.arpa))$/u;
/** From where a URL can be reached, judged by its host; `everywhere` if it is not a URL. */
function reachOf(url) {
	if (!URL.canParse(url)) return "everywhere";
	const { hostname } = new URL(url);
	return MACHINE.test(hostname) ? "machine" : NETWORK.test(hostname) ? "network" : "everywhere";
}

// src/init/composed.ts
/** Reads the suites of a configuration in the same way as a check does. */
async function toPlan(text, folder, files) {
	const { config } = parseConfig(text, CONFIG);
	return Promise.all(config.suites.map(async (suite) => {
		const grader = suite.grader === void 0 ? void 0 : createGrader(suite.grader);
		return {
			...await readSuite({
				suite,
				folder,
				open: files.open,
				grader
			}),
			grader: asksForChoice(suite.grader) ? "choice" : suite.grader?.type,
			hardestGroup: suite.hardestGroup
		};
	}));
}
/** The options that decide these keys of the configuration. */
const OPTIONS = {
	model: "--model",
	"base-url": "--base-url",
	"base-url-env": "--base-url",
	"api-key-env": "--api-key-env"
};
/**
* Explains an error in text or a file that was composed but not written, so that a line number in it would help nobody:
* the error names the decision behind the line instead.
*/
function explainComposed(error, text, suites) {
	if (!(error instanceof ConfigError)) return error;
	const { where = "", what, fix, mistakes } = error;
	const [first] = mistakes;
	const reason = mistakes.length > 1 ? `${first?.what ?? what}, and ${mistakes.length - 1} more mistakes` : what;
	const line = first?.line ?? Number(/^[^:]*:(\d+)/u.exec(where)?.[1] ?? NaN);
	const isConfig = where.startsWith(CONFIG);
	const named = /\bsuite ([A-Za-z0-9][A-Za-z0-9._-]*)/u.exec(reason)?.[1];
	const above = isConfig ? text.split("\n").slice(0, Number.isNaN(line) ? 0 : line) : [];
	const name = named ?? above.findLast((each) => /^ {2}- name: /u.test(each))?.replace(/^ {2}- name: /u, "").replaceAll("\"", "");
	const suite = suites.find(({ drafted, file }) => isConfig ? drafted.name === name : [drafted.items, file?.path].some((path) => path !== void 0 && where.includes(join(path))));
	if (suite !== void 0) {
		const { drafted, found } = suite;
		return new ConfigError({
			what: `the suite that this command composed from this data is not valid (${drafted.name}, role ${drafted.role}, ${drafted.grader === void 0 ? "no grader" : `grader ${drafted.grader}`}): ${reason}`,
			where: found.sources.join(", "),
			fix: `Nothing was written. Correct the data, or move it out of this folder, and run the command again. Or convert it first: reversal-check import --help`,
			cause: error
		});
	}
	const key = /^\s*([a-z-]+):/u.exec(above.at(-1) ?? "")?.[1] ?? "";
	const option = OPTIONS[key];
	return new ConfigError({
		what: `the configuration that this command composed is not valid${key === "" ? "" : ` (${quoted((above.at(-1) ?? "").trim())})`}: ${reason}`,
		where: option ?? "the answers and the data found in this folder",
		fix: `Nothing was written. ${option === void 0 ? fix : `Give another value with ${option}.`}`,
		cause: error
	});
}

// src/init/propose-margins.ts
/**
* The smallest margin to propose, which is the default, and the largest meaningful margin, in points or, for diversity, as
* a percentage of the baseline's value.
*/
const NARROWEST = {
	accuracy: 2,
	coverage: 2,
	diversity: 10,
	"hardest-group": 2,
	ood: 2
};
const WIDEST = {
	accuracy: 20,
	coverage: 20,
	diversity: 40,
	"hardest-group": 10,
	ood: 20
};
const kindOf = (name) => name === "diversity" ? "relative" : "points";
const at = (name, amount) => ({ margin: {
	kind: kindOf(name),
	fraction: Number(`${amount}e-2`)
} });
/** The margin for all suites in points or percent; the default if there is none, or none of the usual kind. */
function narrowest(name, { guardrails }) {
	const setting = guardrails[name];
	return setting !== "off" && setting.margin.kind === kindOf(name) ? Number((setting.margin.fraction * 100).toPrecision(6)) : NARROWEST[name];
}
/** The policy without settings of the user. */
const DEFAULT_POLICY = {
	guardrails: {
		accuracy: at("accuracy", NARROWEST.accuracy),
		coverage: at("coverage", NARROWEST.coverage),
		diversity: at("diversity", NARROWEST.diversity),
		ood: at("ood", NARROWEST.ood),
		"hardest-group": at("hardest-group", NARROWEST["hardest-group"])
	},
	failOn: [],
	minGain: 0
};
/** The guardrails that apply to a suite. On multiple choice, only embeddings could measure diversity. */
function guardrailsOf({ role, grader, items }) {
	if (role === "ood") return ["ood"];
	if (role === "open") return ["diversity"];
	const some = grader === "choice" ? ["accuracy", "coverage"] : [
		"accuracy",
		"coverage",
		"diversity"
	];
	return items.some(({ group }) => group !== void 0) ? [...some, "hardest-group"] : some;
}
const NO_DIVERSITY = "multiple choice leaves no room for diversity";
const tooFew = (name, items) => {
	const widest = `${WIDEST[name]}${name === "diversity" ? "%" : " points"}`;
	return name === "hardest-group" ? `its smallest group is too small for a margin of ${widest}` : `its ${items} items are too few independent ones for a margin of ${widest}`;
};
/**
* Proposes margins for all guardrails that apply to the suites, in configuration order. Each is the smallest margin, in
* whole points or percent and not below the default, at which all guardrails together are kept in 80% of checks of an
* unchanged pair. A guardrail is `off` for a suite if that margin would exceed 20 points (for diversity, 40%; for the
* hardest group, 10 points), so a small suite never turns it off for the others.
*
* @param settled the policy for suites whose margins are not proposed but given: those that `proposed` does not name
*/
function proposeMargins(suites, samplesPerItem, settled = DEFAULT_POLICY, proposed = new Set(suites.map(({ name }) => name))) {
	const open = suites.filter(({ name }) => proposed.has(name)).flatMap((suite) => guardrailsOf(suite).map((guardrail) => ({
		suite,
		guardrail,
		amount: narrowest(guardrail, settled)
	})));
	const settingOf = ({ guardrail, amount }) => amount > WIDEST[guardrail] ? "off" : at(guardrail, amount);
	for (;;) {
		const own = new Map(settled.suiteGuardrails);
		for (const { name, grader } of suites) if (proposed.has(name)) own.set(name, grader === "choice" ? { diversity: "off" } : {});
		for (const each of open) own.set(each.suite.name, {
			...own.get(each.suite.name),
			[each.guardrail]: settingOf(each)
		});
		const policy = {
			...settled,
			suiteGuardrails: own
		};
		const expected = outlook({
			suites,
			policy,
			samplesPerItem,
			semantic: false
		});
		const never = infeasibleGuardrails(suites, policy);
		const shownOf = ({ suite, guardrail }) => expected.filter((each) => each.guardrail === guardrail && each.suite === suite.name);
		const tooNarrow = open.filter((each) => settingOf(each) !== "off" && (never.some(({ guardrail, suite }) => guardrail === each.guardrail && suite === each.suite.name) || shownOf(each).some(({ gates, itemsRecommended, items }) => !gates || itemsRecommended > items)));
		if (tooNarrow.length > 0) {
			for (const each of tooNarrow) each.amount += 1;
			continue;
		}
		const idle = suites.filter(({ name, role, grader }) => proposed.has(name) && role === "target" && grader === "choice").map(({ name: suite }) => ({
			suite,
			guardrail: "diversity",
			setting: "off",
			why: NO_DIVERSITY,
			isDefault: settled.guardrails.diversity === "off",
			outlook: []
		}));
		return [...open.flatMap((each) => {
			const { suite, guardrail, amount } = each;
			const setting = settingOf(each);
			const shown = shownOf(each);
			if (setting !== "off" && shown.length === 0) return [];
			const isDefault = amount === narrowest(guardrail, settled) && settled.guardrails[guardrail] !== "off";
			const why = setting === "off" ? tooFew(guardrail, suite.items.length) : void 0;
			return [{
				suite: suite.name,
				guardrail,
				setting,
				why,
				isDefault,
				outlook: shown
			}];
		}), ...idle];
	}
}
const NOT_CARRIED = {
	accuracy: () => "there is no suite with right answers",
	coverage: () => "there is no suite with right answers",
	diversity: (suites) => suites.some(({ role }) => role === "target") ? `${NO_DIVERSITY}, and there is no open suite` : "there is no target suite and no open suite",
	ood: () => "there is no suite with the role ood",
	"hardest-group": (suites) => suites.some(({ role }) => role === "target") ? "the items of the target suite have no groups" : "there is no suite with right answers"
};
/** The guardrails that apply to none of the suites, with the reason. */
const notCarried = (suites) => {
	const carried = new Set(suites.flatMap(guardrailsOf));
	return GUARDRAIL_NAMES.filter((name) => !carried.has(name)).map((guardrail) => ({
		guardrail,
		why: NOT_CARRIED[guardrail](suites)
	}));
};

// src/init/suite-files.ts
/** Gives data a role and, if it must be converted, a file in `evals/`. No other file has this path. */
async function placeSuite(found, role, { folder, files }) {
	const { name, rewritten: text, grader, template, sources } = found;
	const path = text === void 0 ? void 0 : await freePath(name, text, {
		folder,
		files
	});
	return {
		found,
		drafted: {
			name,
			role,
			items: path ?? sources[0] ?? "",
			grader: role === "open" ? void 0 : grader,
			template: role === "open" ? void 0 : template
		},
		file: path === void 0 || text === void 0 ? void 0 : {
			path,
			text
		}
	};
}
/** A path in `evals/` where no file is, or one with exactly these items. */
async function freePath(name, text, { folder, files }) {
	for (let number = 0;; number += 1) {
		const path = `evals/${name}${["", ".items"][number] ?? `.items-${number}`}.jsonl`;
		const there = await files.readIfThere(join(folder, path));
		if (there === void 0 || Buffer.from(there).equals(Buffer.from(text))) return path;
	}
}
/** Numbers suites that have the same name, because they would otherwise share files. The first one keeps its name. */
function onePerName(suites, taken = []) {
	const names = new Set(taken.map((name) => name.toLowerCase()));
	return suites.map((suite) => {
		let { name } = suite;
		for (let number = 2; names.has(name.toLowerCase()); number += 1) name = `${suite.name.slice(0, 60)}-${number}`;
		names.add(name.toLowerCase());
		return {
			...suite,
			name
		};
	});
}
/** A view of a folder's files as they will be after the files in `overlay` have been written. */
function withOverlay(files, folder, overlay) {
	const drafted = (path) => {
		for (const [name, text] of overlay) if (join(folder, name) === path) return Buffer.from(text);
	};
	return {
		readFile: async (path, mostBytes) => drafted(path) ?? files.readFile(path, mostBytes),
		readIfThere: async (path) => drafted(path) ?? files.readIfThere(path),
		open: async function* open(path) {
			const bytes = drafted(path);
			if (bytes === void 0) yield* files.open(path);
			else yield bytes;
		}
	};
}

// src/init/compose-suites.ts
/**
* Composes a configuration whose lock can be written: with margins that its suites can support, and without suites that can
* support none.
*
* @throws {ConfigError} that names the data or the option behind a mistake, or if no suite can support a margin
*/
async function composeSuites(placed, { textOf, folder, files }) {
	const bare = textOf(placed.map(({ drafted }) => drafted), []);
	const { used, margins, leftOut } = supported(placed, await explained(bare, placed, () => toPlan(bare, folder, withOverlay(files, folder, filesOf(placed)))));
	const suites = used.map(({ placed: { drafted, found, file }, planned: { excluded } }) => ({
		...drafted,
		margins: margins.filter(({ suite }) => suite === drafted.name),
		count: found.count,
		excluded: excluded?.items.length ?? 0,
		convertedFrom: file === void 0 ? [] : found.sources
	}));
	const idle = notCarried(used.map((each) => each.planned));
	const text = textOf(withoutIdle(suites, idle), idle);
	const some = used.map((each) => each.placed);
	const overlay = filesOf(some).set(CONFIG, text);
	const lock = await explained(text, some, () => pin(join(folder, CONFIG), withOverlay(files, folder, overlay)));
	return {
		files: [...[...overlay].map(([path, content]) => ({
			path,
			text: content
		})), {
			path: lockPathOf(CONFIG),
			text: lock.text
		}],
		suites,
		leftOut,
		notCarried: idle
	};
}
const filesOf = (placed) => new Map(placed.flatMap(({ file }) => file === void 0 ? [] : [[file.path, file.text]]));
/** Runs a check of what was composed, and explains its errors. */
async function explained(text, placed, run) {
	try {
		return await run();
	} catch (error) {
		throw explainComposed(error, text, placed);
	}
}
/** The suites without the settings that the configuration already has for all of them. */
const withoutIdle = (suites, idle) => suites.map((suite) => ({
	...suite,
	margins: suite.margins?.filter((each) => !idle.some(({ guardrail }) => guardrail === each.guardrail)) ?? []
}));
/** The suites that can support a margin, with their margins. The target is kept in any case, because its gain counts. */
function supported(placed, planned) {
	let used = placed.flatMap((each, place) => {
		const plan = planned[place];
		return plan === void 0 ? [] : [{
			placed: each,
			planned: plan
		}];
	});
	const leftOut = [];
	for (;;) {
		const margins = proposeMargins(used.map((each) => each.planned), 16);
		const whyNone = ({ name }) => {
			const own = margins.filter(({ suite }) => suite === name);
			return own.every(({ setting }) => setting === "off") ? own[0]?.why ?? "no guardrail applies to it" : void 0;
		};
		const without = used.filter((each) => whyNone(each.planned) !== void 0);
		if (without.length === used.length) throw nothingSupported(without.map(({ placed: { found }, planned: plan }) => ({
			source: found.sources.join(", "),
			why: whyNone(plan) ?? ""
		})));
		const useless = without.filter((each) => each.planned.role !== "target");
		if (useless.length === 0) return {
			used,
			margins,
			leftOut
		};
		leftOut.push(...useless.flatMap(({ placed: { found }, planned: plan }) => found.sources.map((source) => ({
			source,
			why: whyNone(plan) ?? ""
		}))));
		used = used.filter((each) => !useless.includes(each));
	}
}
const nothingSupported = (suites) => new ConfigError({
	what: `found no eval set that can support a guardrail: ${suites.map(({ source, why }) => `${source}: ${why}`).join("; ")}`,
	where: "the current folder and its subfolders",
	fix: "Add items to an eval set. With 185 independent items, the default margins work."
});

// src/init/item-fields.ts
/** The names of an item's fields in other data sets, most likely first. */
const NAMES = {
	prompt: [
		"prompt",
		"question",
		"problem",
		"instruction",
		"text",
		"query",
		"input"
	],
	answer: [
		"answer",
		"target",
		"expected",
		"gold",
		"label",
		"answerKey",
		"output",
		"solution",
		"response"
	],
	id: [
		"id",
		"task_id",
		"question_id",
		"qid",
		"uid",
		"unique_id",
		"uuid"
	],
	group: [
		"group",
		"level",
		"difficulty",
		"subject",
		"category",
		"topic",
		"type"
	],
	choices: ["choices", "options"]
};
/** Number of names of prompts that mean a prompt in any file. The others mean one only in JSONL, the usual format of eval sets. */
const CERTAIN = 4;
/** The fields that contain a programming task's tests. The grader `code` reads them from `meta`. */
const TEST_FIELDS = [
	"test",
	"test_list",
	"test_imports",
	"test_setup_code",
	"entry_point"
];
/** Maximum number of groups. If there are more distinct names, they probably refer to single items. */
const MOST_GROUPS = 20;
const textOf = (value) => {
	if (typeof value === "string" && value.trim() !== "") return value;
	return typeof value === "number" && Number.isFinite(value) ? String(value) : void 0;
};
/** The first of `names` whose field contains text in every row. */
const fieldIn = (rows, names) => names.find((name) => rows.every((row) => textOf(row[name]) !== void 0));
const textsIn = (value) => Array.isArray(value) && value.length > 1 && value.every((each) => typeof each === "string") ? value : void 0;
/** Options as a list of texts, as a list of texts with a list of labels, or as a list of texts with one label each. */
function optionsIn(value) {
	const texts = textsIn(value);
	if (texts !== void 0) return {
		texts,
		labels: void 0
	};
	const columns = Array.isArray(value) ? {
		text: value.map((each) => isFields(each) && each["text"]),
		label: value.map((each) => isFields(each) && each["label"])
	} : isFields(value) ? value : {};
	const found = {
		texts: textsIn(columns["text"]),
		labels: textsIn(columns["label"])
	};
	return found.texts !== void 0 && found.labels?.length === found.texts.length ? {
		texts: found.texts,
		labels: found.labels
	} : void 0;
}
/** The answer at the end of a worked solution, which follows the last `####` or is in the last `\boxed{}`. */
function finalAnswer(text) {
	const marked = text.lastIndexOf("####");
	if (marked !== -1) return text.slice(marked + 4).trim();
	const box = boxes(text).at(-1);
	return box === void 0 ? text.trim() : text.slice(box.start, box.end).trim();
}
/**
* The index of the first choice, 0 or 1, if answers are choice indexes. Undefined if the answers do not show whether
* the indexes start at 0 or 1.
*/
function firstNumber(rows, { answer, choices }) {
	const numbers = rows.map((row) => ({
		found: Number(textOf(row[answer]) ?? NaN),
		count: optionsIn(row[choices])?.texts.length ?? 0
	}));
	if (!numbers.every(({ found, count }) => Number.isInteger(found) && found <= count)) return void 0;
	if (numbers.some(({ found }) => found === 0)) return 0;
	return numbers.some(({ found, count }) => found === count) ? 1 : void 0;
}
/** The letter that the prompt shows for the option with this label; undefined if the data has no labels, or not this one. */
function letterOf(label, options) {
	const place = options?.labels === void 0 ? -1 : labelled(options.labels, label) ?? -1;
	return place === -1 ? void 0 : String.fromCharCode(65 + place);
}
/** Tests that a programming task's prompt needs, because only they name the function; empty if the prompt has its name. */
function shownTests(row) {
	const tests = Array.isArray(row["test_list"]) ? row["test_list"].filter((each) => typeof each === "string") : [];
	return tests.length === 0 || row["entry_point"] !== void 0 ? "" : ` Your code should pass these tests:\n\n${tests.join("\n")}`;
}
/** Whether the rows already have the format of a suite's file. */
const areItems = (rows) => rows.every((row) => itemLineSchema.safeParse(row).success);
/**
* Converts another data set's rows to items. The fields for prompt, answer, id and group are recognized by their names.
* A worked solution is reduced to its final answer, and choices are listed with letters below the question. Undefined
* if no field is a prompt. `rows` must not be empty.
*
* @param options.isTable whether the rows are from a table or a document, whose `text` or `input` may be anything
*/
function itemsFromRows(rows, name, { isTable = false } = {}) {
	const prompt = fieldIn(rows, isTable ? NAMES.prompt.slice(0, CERTAIN) : NAMES.prompt);
	if (prompt === void 0) return void 0;
	const others = (names) => names.filter((each) => each !== prompt);
	const hasTests = rows.every((row) => TEST_FIELDS.slice(0, 2).some((field) => row[field] !== void 0));
	const answer = hasTests ? void 0 : fieldIn(rows, others(NAMES.answer));
	const choices = NAMES.choices.find((field) => rows.every((row) => (optionsIn(row[field])?.texts.length ?? 99) <= 26));
	const id = NAMES.id.find((field) => rows.every((row) => textOf(row[field]) !== void 0) && new Set(rows.map((row) => textOf(row[field]))).size === rows.length);
	const group = NAMES.group.find((field) => {
		const names = new Set(rows.map((row) => textOf(row[field])));
		return !names.has(void 0) && names.size > 1 && names.size <= MOST_GROUPS;
	});
	const first = answer === void 0 || choices === void 0 ? void 0 : firstNumber(rows, {
		answer,
		choices
	});
	const answerOf = (text) => first === void 0 ? finalAnswer(text) || text : String.fromCharCode(65 + Number(text) - first);
	const digits = String(rows.length).length;
	return rows.map((row, place) => {
		const options = choices === void 0 ? void 0 : optionsIn(row[choices]);
		const asked = `${textOf(row[prompt]) ?? ""}${shownTests(row)}`;
		const found = answer === void 0 ? void 0 : textOf(row[answer]);
		const grouped = group === void 0 ? void 0 : textOf(row[group]);
		const meta = hasTests ? Object.fromEntries(TEST_FIELDS.filter((field) => row[field] !== void 0 && row[field] !== null).map((field) => [field, row[field]])) : options && { choices: options.texts };
		return {
			id: (id === void 0 ? void 0 : textOf(row[id])) ?? `${name}-${String(place + 1).padStart(digits, "0")}`,
			prompt: options === void 0 ? asked : `${asked}\n\n${lettered(options.texts)}`,
			...found === void 0 ? {} : { answer: letterOf(found, options) ?? answerOf(found) },
			...grouped === void 0 ? {} : { group: grouped },
			...meta === void 0 ? {} : { meta }
		};
	});
}

// src/init/find-eval-sets.ts
/** Matches prompts that ask for the answer in a form that graders read. */
const ASKS = /answer is|answer:|boxed|####|final answer|only the letter/iu;
/** The share of prompts that must ask for the form themselves, so that no template is needed. */
const MOST = .9;
/** A suite's name: the name of its file without endings, as far as a suite's name may contain it. */
const suiteName = (path) => basename(path).replace(/(?:\.(?:jsonl|ndjson|json|csv|tsv|parquet|gz|items))+$/iu, "").replaceAll(/[^A-Za-z0-9._-]+/gu, "-").replace(/^[^A-Za-z0-9]+/u, "").slice(0, 64) || "suite";
/** Whether a file can be a suite's file if its rows are items. */
const isSuiteFile = (source, { kind }) => kind === "JSONL" && !/\.gz$/iu.test(source);
/**
* Reads the rows of a file as a suite. Recognizes fields by their names, and proposes the first grader that grades the
* file's own answers as correct.
*/
async function readEvalSet(source, file) {
	const rows = file.rows.map(({ fields }) => fields);
	if (rows.every((row) => "suite" in row && "index" in row)) return {
		source,
		why: "it contains completions"
	};
	const name = suiteName(source);
	const own = areItems(rows);
	const converted = own ? void 0 : itemsFromRows(rows, name, { isTable: file.kind !== "JSONL" });
	const items = (converted ?? rows).flatMap((row) => itemLineSchema.safeParse(row).data ?? []);
	if (items.length < rows.length) return {
		source,
		why: "no field was recognized as the prompt"
	};
	if (new Set(items.map(({ id }) => id)).size < items.length) return {
		source,
		why: "two of its items have the same id"
	};
	const grader = await proposeGrader(items.map(({ id, prompt, answer, meta }) => ({
		id,
		prompt,
		answer,
		meta
	})));
	const hasAnswers = items.some(({ answer, meta }) => answer !== void 0 || meta !== void 0);
	return {
		name,
		sources: [source],
		title: void 0,
		count: items.length,
		rewritten: own && isSuiteFile(source, file) ? void 0 : (converted ?? rows).map((item) => `${JSON.stringify(item)}\n`).join(""),
		grader: grader?.spec.type,
		template: grader?.ask === void 0 || !mayNeedTemplate(items) ? void 0 : below(grader.ask),
		prompts: new Set(items.map(questionOf)),
		notes: grader === void 0 && hasAnswers ? ["No built-in grader reads its answers, so it is an open suite (docs/graders.md)."] : []
	};
}
/** Whether prompts lack the instruction. A template cannot be added to items with messages. */
function mayNeedTemplate(items) {
	if (items.some(({ prompt }) => prompt === void 0)) return false;
	return items.filter(({ prompt }) => ASKS.test(prompt ?? "")).length < MOST * items.length;
}
const questionOf = ({ prompt, messages }) => prompt ?? JSON.stringify(messages);

// src/init/data-sets.ts
/** Reads files as suites. `open` reads a file by its path in `sources`. Files of one split of a data set are combined. */
async function readDataSets(sources, open) {
	const suites = [];
	const unusable = [];
	const parts = [];
	for (const source of sources) {
		const file = await rowsOrReason(source, open);
		if ("why" in file) {
			unusable.push(file);
			continue;
		}
		const known = file.kind === "JSON" && file.rows.length === 1 ? void 0 : recogniseFile(file);
		if (known !== void 0) {
			parts.push({
				source,
				...known
			});
			continue;
		}
		const found = await readEvalSet(source, file);
		if ("why" in found) unusable.push(found);
		else suites.push(found);
	}
	const published = suitesOfParts(parts);
	return {
		suites: [...published.suites, ...suites],
		unusable: [...published.unusable, ...unusable]
	};
}
async function rowsOrReason(source, open) {
	try {
		return await readRows(source, open);
	} catch (error) {
		if (error instanceof ConfigError) return {
			source,
			why: shortReason(error, source)
		};
		throw error;
	}
}
/** An error's first sentence, with the line if the error is about one. */
function shortReason({ what, where, mistakes }, source) {
	const [first] = mistakes;
	const line = first?.line ?? /^:(\d+)/u.exec(where?.slice(source.length) ?? "")?.[1];
	return `${line === void 0 ? "" : `line ${line}: `}${first?.what ?? what}`;
}
/** The splits of a data set, the most suitable for an eval set first. Any other name comes between these two. */
const SPLITS = [/test/iu, /val(?:id(?:ation)?)?|dev/iu];
const named = (split) => new RegExp(`(?:^|[/_.-])(?:${split.source})(?=[/_.-]|$)`, "iu");
const TEST = named(SPLITS[0]);
const VALIDATION = named(SPLITS[1]);
const rankOf = (path) => TEST.test(path) ? 0 : VALIDATION.test(path) ? 2 : 1;
/** A folder without the parts of its path that name a split. */
const placeOf = (path) => dirname(path).replace(TEST, "").replace(VALIDATION, "");
/**
* One suite for each data set and folder, from the files of one split. The test split is preferred; another one is used if
* it has no answers.
*/
function suitesOfParts(parts) {
	const suites = [];
	const unusable = [];
	for (const set of Map.groupBy(parts, ({ source, format }) => `${format.name} ${placeOf(source)}`).values()) {
		let used;
		for (const split of bySplit(set)) {
			if (used !== void 0) {
				const why = `another split of ${used.title ?? used.name} is used: ${used.sources.join(", ")}`;
				unusable.push(...split.map(({ source }) => ({
					source,
					why
				})));
				continue;
			}
			const found = suiteOfParts(split);
			if ("why" in found) unusable.push(...split.map(({ source }) => ({
				source,
				why: found.why
			})));
			else suites.push(used = found);
		}
	}
	return {
		suites,
		unusable
	};
}
const bySplit = (parts) => [...Map.groupBy(parts, ({ source }) => rankOf(source))].toSorted(([a], [b]) => a - b).map(([, split]) => split);
/** The data set's name, unless the file has a name of its own, because other data can have the same structure. */
function nameOf({ source, format }) {
	return plainName(source).includes(plainName(format.name)) || rankOf(source) !== 1 ? format.name : suiteName(source);
}
const plainName = (name) => name.toLowerCase().replaceAll(/[^a-z0-9]/gu, "");
function suiteOfParts(parts) {
	const [first] = parts;
	if (first === void 0) throw new Error("a suite needs a file");
	const { format } = first;
	try {
		const { items, rows, leftOut } = importRows({
			format,
			rows: parts.flatMap((part) => part.rows)
		});
		return {
			name: parts.length === 1 ? nameOf(first) : format.name,
			sources: parts.map(({ source }) => source),
			title: format.title,
			count: items.length,
			rewritten: [...itemLines(items)].join(""),
			grader: format.grader,
			template: format.template,
			prompts: new Set(items.map(({ prompt }) => prompt)),
			notes: [`License of ${format.title}: ${format.license}.`, ...leftOut.length === 0 ? [] : [`Left out ${rows - items.length} of ${rows} rows: ${leftOut.map(({ reason, count }) => `${reason} (${count})`).join("; ")}.`]]
		};
	} catch (error) {
		if (error instanceof ConfigError) return { why: error.what };
		throw error;
	}
}

// src/init/find-model-file.ts
/** Matches files that contain a version of something other than a model. */
const NOT_A_MODEL = /(?:^|\/)(?:package|package-lock|composer|tsconfig[^/]*|pyproject|cargo|pipfile|poetry|uv|docker-compose[^/]*|compose|mkdocs|reversal|reversal-waivers|chart|pubspec|openapi|swagger|manifest|renovate|dependabot)\.(?:ya?ml|json|toml)$/iu;
const KEY = /^(?:model[_-]?)?(?:version|revision|checkpoint|tag)$/iu;
const MODEL_WORDS = /model|checkpoint|serving|deploy|inference|weights/iu;
/** Whether a file's name suggests that the file is worth opening. */
const mayBeModelFile = (path) => /\.(?:ya?ml|json|toml)$/u.test(path) && !NOT_A_MODEL.test(path);
/** Scores how likely a place is to contain the served model's version; 0 if it cannot. */
function likeliness(path, { pointer, text }) {
	const steps = pointer.split("/").slice(1);
	if (!KEY.test(steps.at(-1) ?? "") || versionFault(text) !== void 0) return 0;
	const inName = MODEL_WORDS.test(path);
	const inPointer = MODEL_WORDS.test(pointer);
	if (!inName && !inPointer) return 0;
	return (inName ? 4 : 0) + (inPointer ? 2 : 0) + 1 / (1 + steps.length + path.split("/").length);
}
/**
* The places in `files` that seem to contain a model's version, most likely first. A place counts if its key is
* `version`, `revision`, `checkpoint` or `tag`, and the file's name or the path to the key mentions a model.
*/
function findModelFiles(files) {
	return files.flatMap(({ path, text }) => {
		const texts = textsIn$1({
			path,
			text
		});
		return texts.map((placed) => ({
			path,
			placed,
			texts,
			how: likeliness(path, placed)
		}));
	}).filter(({ how }) => how > 0).toSorted((a, b) => b.how - a.how || (a.path < b.path ? -1 : 1)).map(({ path, placed, texts }) => ({
		path,
		pointer: placed.pointer,
		version: placed.text,
		model: modelName(texts, placed)
	}));
}
/** The name next to the version or at the top level, with `{version}` appended; `model-{version}` if there is no name. */
function modelName(texts, { pointer, text: version }) {
	const name = [pointer.slice(0, pointer.lastIndexOf("/")), ""].flatMap((place) => [
		"model",
		"name",
		"id"
	].map((key) => `${place}/${key}`)).map((place) => texts.find((each) => each.pointer === place)?.text).find((text) => text !== void 0 && text !== "" && text !== version);
	if (name === void 0) return "model-{version}";
	return name.includes(version) ? name.replace(version, "{version}") : `${name}-{version}`;
}

// src/init/workflows.ts
/** The Action's name if it is not known where the copy of the Action is. */
const UNKNOWN_ACTION = "OWNER/reversal-check@v1";
/**
* Workflow folders. Forgejo and Gitea use the first one that exists and ignore the others; Gitea does not support
* Forgejo's folder.
*/
const WORKFLOW_FOLDERS = [
	".forgejo/workflows",
	".gitea/workflows",
	".github/workflows"
];
const PULL_REQUEST_WORKFLOW = "reversal-check.yml";
const NIGHTLY_WORKFLOW = "reversal-check-nightly.yml";
/** The step's environment. The API key and an address in a variable are read from repository secrets. */
const environment = ({ servedAt, apiKeyEnv }) => {
	const lines = ["env" in servedAt ? servedAt.env : void 0, apiKeyEnv].flatMap((name) => name === void 0 ? [] : [`${name}: \${{ secrets.${name} }}`]);
	return lines.length === 0 ? [] : ["        env:", ...lines.map((line) => `          ${line}`)];
};
const RUNNERS = {
	everywhere: "ubuntu-latest",
	network: "[self-hosted, linux] # GitHub's own runners cannot reach an address in a private network",
	machine: "[self-hosted, linux] # the server is on the machine of the runner"
};
/** Runners of Gitea and Forgejo are in one's own network, and this is their usual label. */
const runner = ({ reach, folder }) => `    runs-on: ${RUNNERS[folder === ".github/workflows" ? reach : "everywhere"]}`;
const action = ({ action: name }) => `      - uses: ${name}${name === "OWNER/reversal-check@v1" ? " # replace OWNER with the owner of your copy of the Action" : ""}`;
/** The workflow that checks every pull request. It has no `paths:`, because a required check must always report. */
const pullRequestWorkflow = (draft) => [
	"name: reversal-check",
	"on:",
	"  pull_request:",
	"    types: [opened, synchronize, reopened, edited] # edited: also check again if the base branch changes",
	"permissions:",
	"  contents: read",
	"  pull-requests: write",
	"concurrency:",
	"  group: reversal-check-${{ github.event.pull_request.number }}",
	"  cancel-in-progress: true",
	"jobs:",
	"  reversal-check:",
	runner(draft),
	"    timeout-minutes: 120",
	"    steps:",
	"      - uses: actions/checkout@v6",
	"        with:",
	"          fetch-depth: 0 # all history: Gitea and Forgejo need it; on GitHub, 2 is enough and faster",
	action(draft),
	...environment(draft),
	""
].join("\n");
/** The workflow that compares the served version with the baseline every night. */
const nightlyWorkflow = (draft) => [
	"name: reversal-check nightly",
	"on:",
	"  schedule:",
	"    - cron: '17 3 * * *'",
	"permissions:",
	"  contents: read",
	"  issues: write",
	"concurrency:",
	"  group: reversal-check-nightly",
	"jobs:",
	"  reversal-check:",
	runner(draft),
	"    timeout-minutes: 240",
	"    steps:",
	"      - uses: actions/checkout@v6",
	action(draft),
	...environment(draft),
	""
].join("\n");

// src/init/without-repeats.ts
/** The share of the smaller suite's questions that must be in the other one, so that the two are the same data. */
const SAME = .5;
/** Whether two suites share at least half of the smaller one's questions. */
function sameQuestions(a, b) {
	const [small, large] = a.prompts.size <= b.prompts.size ? [a.prompts, b.prompts] : [b.prompts, a.prompts];
	let both = 0;
	for (const prompt of small) if (large.has(prompt)) both += 1;
	return both >= SAME * small.size;
}
/** Whether a suite's items are in a file already. */
const isFile = ({ rewritten }) => rewritten === void 0;
/** Items that were converted from other data, asked as that data is. */
const asConverted = (items, { name, title, template }) => ({
	...items,
	name,
	title,
	template
});
/**
* Leaves out suites whose questions are in another one. If items were converted from another file that is there too, they
* are used as they are, because the user may have edited them; the other file determines how they are asked. Of other
* repeats, the first is used.
*/
function withoutRepeats(suites) {
	const kept = [];
	const unusable = [];
	for (const suite of suites) {
		const place = kept.findIndex((each) => sameQuestions(each, suite));
		const same = kept[place];
		if (same === void 0) {
			kept.push(suite);
			continue;
		}
		const [used, repeat] = isFile(suite) && !isFile(same) ? [suite, same] : [same, suite];
		kept[place] = isFile(used) && !isFile(repeat) && used.grader === repeat.grader ? asConverted(used, repeat) : used;
		const why = `it has the same questions as ${used.sources.join(", ")}`;
		unusable.push(...repeat.sources.map((source) => ({
			source,
			why
		})));
	}
	return {
		suites: kept,
		unusable
	};
}

// src/init/look-around.ts
/** Minimum number of items in a suite. A suite with fewer items cannot fail a check, regardless of the margins. */
const FEWEST_ITEMS = 30;
const DEEPEST = 4;
const MOST_FILES = 5e3;
const LARGEST_MODEL_FILE = 262144;
const LARGEST_EVAL_SET = 52428800;
const MOST_EVAL_SETS = 100;
const PASSED_OVER = /^(?:\..*|node_modules|dist|build|venv|__pycache__|vendor|target|site-packages|wandb)$/u;
const TRAINING = /(?:^|[/_.-])train(?:ing)?(?:[/_.-]|$)/iu;
const DATA = /\.(?:jsonl|ndjson|json|csv|tsv|parquet)(?:\.gz)?$/iu;
/** Files of these kinds are often something else than data, and are then not worth mentioning. */
const OFTEN_OTHER = /\.json(?:\.gz)?$/iu;
/**
* Searches a folder and its subfolders, four levels deep. Skips hidden folders and folders of installed packages. Does
* not change or run anything.
*/
async function lookAround(folder, open) {
	const paths = [];
	await walk(folder, "", 0, paths);
	const models = await Promise.all(paths.filter(mayBeModelFile).map(async (path) => {
		const { size } = await stat(join(folder, path));
		return size > LARGEST_MODEL_FILE ? [] : [{
			path,
			text: (await readRegularFile(join(folder, path))).toString()
		}];
	}));
	const usable = [];
	const unusable = [];
	const data = paths.filter((path) => DATA.test(path));
	for (const source of [...data.filter((path) => !OFTEN_OTHER.test(path)), ...data.filter((path) => OFTEN_OTHER.test(path))]) {
		const why = await whyNotRead(join(folder, source), source, usable.length);
		if (why === void 0) usable.push(source);
		else unusable.push({
			source,
			why
		});
	}
	const found = await readDataSets(usable, (path) => open(join(folder, path)));
	const large = found.suites.filter(({ count }) => count >= 30);
	const small = found.suites.filter(({ count }) => count < 30).flatMap(({ sources, count }) => sources.map((source) => ({
		source,
		why: `it has ${count} item${count === 1 ? "" : "s"}, but at least ${30} are required`
	})));
	const distinct = withoutRepeats(large.toSorted((a, b) => b.count - a.count || ((a.sources[0] ?? "") < (b.sources[0] ?? "") ? -1 : 1)));
	return {
		modelFiles: findModelFiles(models.flat()),
		suites: distinct.suites,
		unusable: [...[
			...unusable,
			...found.unusable,
			...small
		].filter(({ source }) => !OFTEN_OTHER.test(source)), ...distinct.unusable],
		workflowFolder: await workflowFolderIn(folder)
	};
}
async function workflowFolderIn(folder) {
	for (const path of WORKFLOW_FOLDERS) if ((await stat(join(folder, path)).catch(() => void 0))?.isDirectory() === true) return path;
	return ".github/workflows";
}
async function whyNotRead(path, source, read) {
	if (TRAINING.test(source)) return "its name indicates training data";
	if (read >= MOST_EVAL_SETS) return `only the first ${MOST_EVAL_SETS} files are read`;
	const { size } = await stat(path);
	return size > LARGEST_EVAL_SET ? "it is larger than 50 MB" : void 0;
}
/**
* Adds the paths of the files below `inside`, with `/` as separator, ordered by name. Skips files and folders that it
* is not permitted to read.
*/
async function walk(folder, inside, depth, found) {
	const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch(() => []);
	for (const entry of entries.toSorted((a, b) => a.name < b.name ? -1 : 1)) {
		if (found.length >= MOST_FILES) return;
		const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
		if (entry.isFile()) found.push(path);
		else if (entry.isDirectory() && depth < DEEPEST && !PASSED_OVER.test(entry.name)) await walk(folder, path, depth + 1, found);
	}
}

// src/init/add-suite.ts
/**
* Drafts a configuration with one more suite, and its lock. Does not write files.
*
* @throws {ConfigError} if there is no valid configuration, or if the file cannot be a suite
*/
async function draftAddition({ folder, source, files, given, ask }) {
	const bytes = await files.readIfThere(join(folder, CONFIG));
	if (bytes === void 0) throw new ConfigError({
		what: "there is no configuration yet that a suite could be added to",
		where: CONFIG,
		fix: "Create it first: reversal-check init"
	});
	const text = Buffer.from(bytes).toString();
	const { config } = parseConfig(text, CONFIG);
	const data = await readOne(source, folder, files);
	const same = await suiteWith(data, {
		config,
		folder,
		files
	});
	if (same !== void 0) return { same };
	const [found = data] = onePerName([data], config.suites.map(({ name }) => name));
	const role = await roleOf(found, config, given, ask);
	const placed = await placeSuite(found, role, {
		folder,
		files
	});
	const overlay = new Map(placed.file === void 0 ? [] : [[placed.file.path, placed.file.text]]);
	const textWith = (drafted) => added(text, drafted);
	const bare = textWith(placed.drafted);
	const planned = await explained(bare, [placed], () => toPlan(bare, folder, withOverlay(files, folder, overlay)));
	const margins = withoutOff(proposeMargins(planned, config.sampling.n, config.policy, /* @__PURE__ */ new Set([found.name])), config, planned.filter(({ name }) => name !== found.name));
	const [useless] = margins;
	if (useless !== void 0 && role !== "target" && margins.every(({ setting }) => setting === "off")) throw new ConfigError({
		what: `this suite could support no guardrail: ${useless.why ?? "they are off"}`,
		where: source,
		fix: "Add items. With 185 independent items, the default margins work."
	});
	const drafted = {
		...placed.drafted,
		margins
	};
	const complete = textWith(drafted);
	const wasPinned = await isPinned(folder, files);
	const lock = await explained(complete, [placed], () => pin(join(folder, CONFIG), withOverlay(files, folder, new Map([...overlay, [CONFIG, complete]]))));
	return {
		files: [
			...[...overlay].map(([path, content]) => ({
				path,
				text: content,
				needed: true
			})),
			{
				path: CONFIG,
				text: complete,
				needed: true,
				extends: true
			},
			{
				path: lockPathOf(CONFIG),
				text: lock.text,
				needed: true,
				extends: true
			}
		],
		suite: {
			...drafted,
			margins,
			count: found.count,
			excluded: planned.find(({ name }) => name === found.name)?.excluded?.items.length ?? 0,
			convertedFrom: placed.file === void 0 ? [] : found.sources
		},
		notes: [...found.notes, ...wasPinned ? [] : ["The lock was not up to date before. It now pins the other suites as they are, too."]]
	};
}
/** The data of a file, with its path relative to the folder. Data outside the folder is copied into it. */
async function readOne(source, folder, files) {
	const { suites, unusable } = await readDataSets([source], files.open);
	const [found] = suites;
	const why = unusable[0]?.why ?? ((found?.count ?? 0) < 30 ? `it has ${found?.count ?? 0} items, but at least ${30} are required` : void 0);
	if (found === void 0 || why !== void 0) throw new ConfigError({
		what: `this file cannot be a suite: ${why ?? "it has no items"}`,
		where: source,
		fix: "Expected items, or a data set as it is published. For other data, see: reversal-check import --help"
	});
	const path = relative(folder, source).split(sep).join("/");
	const isInside = !path.startsWith("../") && !isAbsolute(path);
	const rewritten = found.rewritten ?? (isInside ? void 0 : Buffer.from(await files.readFile(source)).toString());
	return {
		...found,
		sources: [isInside ? path : source],
		rewritten
	};
}
/** The suite of the configuration that has the same questions; undefined if there is none. */
async function suiteWith(data, { config, folder, files }) {
	for (const { name, items } of config.suites) {
		if (items === void 0) continue;
		const { suites } = await readDataSets([join(folder, items)], files.open);
		if (suites.some((suite) => sameQuestions(suite, data))) return name;
	}
}
async function roleOf({ name, grader }, { suites }, given, ask) {
	if (grader === void 0) return "open";
	if (given.target !== void 0) return given.target === name ? "target" : "ood";
	return await ask({
		text: `Was the model trained for ${name}? y or n`,
		fallback: suites.some(({ role }) => role === "target") ? "n" : "y",
		read: readYes
	}) ? "target" : "ood";
}
function added(text, suite) {
	const lines = suiteLines(suite);
	const found = appendToList(text, "suites", lines);
	if (found !== void 0) return found;
	throw new ConfigError({
		what: "cannot add a suite to the list of suites as it is written here",
		where: CONFIG,
		fix: `Add it yourself, then run reversal-check pin:\n${lines.join("\n")}`
	});
}
/**
* Leaves out guardrails that the user turned off although a suite has them, and those that the number of samples cannot
* measure. A guardrail that is off because no suite had it is on for the new suite.
*/
const withoutOff = (margins, config, others) => {
	const isOff = (name) => {
		const needed = {
			accuracy: 1,
			ood: 1,
			...SAMPLES_NEEDED
		}[name];
		if (config.sampling.n < needed) return true;
		return config.policy.guardrails[name] === "off" && appliesTo(config, name, others).length > 0;
	};
	return margins.filter(({ guardrail }) => !isOff(guardrail));
};
async function isPinned(folder, files) {
	const before = await files.readIfThere(join(folder, lockPathOf(CONFIG)));
	const { text } = await pin(join(folder, CONFIG), files);
	return before !== void 0 && Buffer.from(before).toString() === text;
}

// src/init/ignored.ts
/** The folder of a run, as a line of `.gitignore`. */
const LINE = ".reversal-check/";
/** The text of `.gitignore` with the folder of a run; undefined if this line is in it already. */
function withIgnoredRuns(text) {
	if (text.split("\n").some((line) => /^\/?\.reversal-check\/?$/u.test(line.trim()))) return void 0;
	return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${LINE}\n`;
}

// src/init/questions.ts
/** Returns the parsed option if it was given; otherwise, the user's answer to a question. */
async function either(given, option, read, answered) {
	if (given === void 0) return answered();
	const found = read(given);
	if ("value" in found) return found.value;
	throw new ConfigError({
		what: found.fault,
		where: option,
		fix: "Correct the option, or omit it and answer the question."
	});
}
async function wantsExample(unusable, given, ask) {
	if (given.example === true) return true;
	const seen = unusable.map(({ source, why }) => `${source}: ${why}`).join("; ");
	if (given.example ?? await ask({
		text: `No eval set was found${seen === "" ? "" : ` (${seen})`}. Start with the example's eval set (300 word problems and 300 longer chains)? y or n`,
		fallback: "n",
		read: readYes
	})) return true;
	throw new ConfigError({
		what: `found no eval set${seen === "" ? "" : ` (${seen})`}, expected a JSONL file of at least ${30} items, each with a prompt, or a published data set`,
		where: "the current folder and its subfolders",
		fix: "Create a file such as evals/gsm8k.jsonl with lines like {\"id\": \"q1\", \"prompt\": \"2 + 2 = ?\", \"answer\": \"4\"}, copy a starter suite (examples/suites), or start with the eval set of the example: reversal-check init --example"
	});
}
async function chooseModelFile(found, ask) {
	const [only] = found;
	if (found.length < 2) return only;
	const options = found.slice(0, 9).map(({ path, pointer, version }) => `${path} ${pointer} (${version})`);
	return found[await ask({
		text: `Which file contains the model version that pull requests change?\n${numbered(options)}\n`,
		fallback: "1",
		read: (answer) => readChoice(answer, options)
	})];
}
/**
* Chooses the graded suite that the model was trained for; undefined if no suite is graded. Proposes the largest one that is
* not multiple choice.
*/
async function chooseTarget(suites, given, ask) {
	const names = suites.filter(({ grader }) => grader !== void 0).toSorted((a, b) => Number(a.grader === "choice") - Number(b.grader === "choice")).map(({ name }) => name);
	const read = (answer) => readChoice(answer, names);
	if (given.target !== void 0 && !names.includes(given.target)) throw new ConfigError({
		what: `found ${quoted(given.target)}, expected one of ${names.map(quoted).join(", ") || "the graded suites, but no suite has answers that a grader can read"}`,
		where: "--target",
		fix: "Specify the name of the suite that the model was trained for."
	});
	if (given.target !== void 0 || names.length < 2) return given.target ?? names[0];
	return names[await ask({
		text: `Which of these suites was the model trained for? The others are used to detect losses\n${numbered(names)}\n`,
		fallback: "1",
		read
	})];
}
const numbered = (options) => options.map((option, place) => `  ${place + 1} ${option}`).join("\n");

// src/init/served.ts
/** The names of variables that usually contain the address of a server with OpenAI's API. */
const USUAL = ["INFERENCE_BASE_URL", "OPENAI_BASE_URL"];
/** Number of model names that are shown. */
const MOST_NAMES = 20;
/**
* Asks where the checkpoints are served and under which name, as far as the options do not say so. Sends `GET /models` to
* the address to complete it with `/v1` and to propose the models' names. A server that does not answer is no error,
* because it may be started later.
*
* @throws {ConfigError} if an option is invalid, or if nobody can be asked for an address or a name
*/
async function findServer(questions) {
	const { given, ask, attended, env, say, version, likely } = questions;
	const asked = await either(given.baseUrl, "--base-url", readServedAt, () => ask({
		text: "Where is the model served? Enter the URL up to and including /v1, or the name of the environment variable that contains it",
		option: "--base-url",
		...fallbackOf(likely.baseUrl ?? USUAL.find((name) => (env[name]?.trim() ?? "") !== "")),
		read: readServedAt
	}));
	const keyOption = given.apiKeyEnv === void 0 ? void 0 : readVariable(given.apiKeyEnv);
	const key = keyOption !== void 0 && "value" in keyOption ? keyOption.value : void 0;
	let found = await contact(asked, key, questions);
	const { servedAt, reach } = found;
	const needsKey = "why" in found.listed && found.listed.kind === "refused";
	const mayNeedNone = reach === "network" ? "names" in found.listed && key === void 0 : reach === "machine" && !needsKey;
	const apiKeyEnv = await either(given.apiKeyEnv, "--api-key-env", readVariable, () => ask({
		text: "Which environment variable contains its API key? Enter none if it needs no key",
		fallback: mayNeedNone ? "none" : "INFERENCE_API_KEY",
		read: readVariable
	}));
	if (needsKey && attended && key === void 0 && apiKeyEnv !== void 0) found = await contact(servedAt, apiKeyEnv, questions);
	const { listed } = found;
	const names = "names" in listed ? listed.names : [];
	say("names" in listed ? `The server ${namesShown(listed.names)}.` : NOT_LISTED[listed.kind](listed.why));
	const named = (answer) => readModel(answer, servedAt, version);
	const model = await either(given.model, "--model", named, () => ask({
		text: "What is the name of the model on that server? Write {version} in place of the version",
		option: "--model",
		...fallbackOf(proposedModel(names, version, likely.model)),
		read: named
	}));
	const current = version === void 0 ? void 0 : model.replaceAll("{version}", () => version);
	if (names.length > 0 && current !== void 0 && !names.includes(current)) say(`The server does not list ${current}. Check the name before you run a check.`);
	const others = versionsIn(names, model).filter((each) => each !== version);
	return {
		servedAt,
		apiKeyEnv,
		model,
		otherVersion: others.length === 1 ? others[0] : void 0,
		reach
	};
}
/** The versions of a model that are among the listed names. */
function versionsIn(names, model) {
	const [before = "", after] = model.split("{version}");
	if (after === void 0) return [];
	return names.filter((name) => name.startsWith(before) && name.endsWith(after)).map((name) => name.slice(before.length, name.length - after.length)).filter((each) => each !== "" && versionFault(each) === void 0);
}
const fallbackOf = (fallback) => fallback === void 0 ? {} : { fallback };
const NOT_LISTED = {
	unasked: (why) => `The server was not asked for its models, because ${why}.`,
	silent: (why) => `The server did not answer: ${why}. Neither the address nor the model's name was checked.`,
	refused: (why) => `The server does not list its models without a key (${why}), so the model's name was not checked.`,
	other: (why) => `The server does not list its models (${why}), so the model's name was not checked.`
};
const namesShown = (names) => names.length === 0 ? "lists no models" : `lists ${names.slice(0, MOST_NAMES).join(", ")}${names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ""}`;
/** The name that the model file suggests if the server lists it, otherwise the first listed name with the version. */
function proposedModel(names, version, guess) {
	if (version === void 0) return guess;
	const listed = names.flatMap((name) => withVersion(name, version) ?? []);
	return guess !== void 0 && (listed.length === 0 || listed.includes(guess)) ? guess : listed[0];
}
/**
* Asks the server for its models. If only the address with `/v1` answers, it replaces the address, and the user is told.
* Any answer but "not found" and the like shows that the address is right, also one that asks for a key.
*/
async function contact(servedAt, apiKeyEnv, { env, listModels, say, version }) {
	const url = "url" in servedAt ? servedAt.url : env[servedAt.env]?.trim() ?? "";
	const reach = reachOf(url);
	const none = (why) => ({
		servedAt,
		reach,
		listed: {
			why,
			kind: "unasked"
		}
	});
	if ("env" in servedAt) {
		if (url === "") return none(`${servedAt.env} is not set here`);
		const fault = baseUrlFault(url);
		if (fault !== void 0) throw new ConfigError({
			what: fault,
			where: `environment variable ${servedAt.env}`,
			fix: BASE_URL_FIX
		});
	}
	if (url.includes("{version}") && version === void 0) return none("its address depends on the version");
	const filled = url.replaceAll("{version}", () => version ?? "").replace(/\/+$/u, "");
	const usable = apiKeyEnv !== void 0 && (env[apiKeyEnv]?.trim() ?? "") !== "" ? apiKeyEnv : void 0;
	const list = (baseUrl) => listModels({
		baseUrl,
		baseUrlEnv: "env" in servedAt ? servedAt.env : void 0,
		apiKeyEnv: usable
	});
	const listed = await list(filled);
	if ("names" in listed || listed.kind !== "other" || /\/v\d+$/u.test(filled)) return {
		servedAt,
		reach,
		listed
	};
	const below = await list(`${filled}/v1`);
	if ("why" in below && below.kind !== "refused") return {
		servedAt,
		reach,
		listed
	};
	if ("env" in servedAt) {
		say(`The server answers at the address in ${servedAt.env} with /v1 at its end. Add /v1 to ${servedAt.env}.`);
		return {
			servedAt,
			reach,
			listed: below
		};
	}
	const completed = `${url.replace(/\/+$/u, "")}/v1`;
	say(`The server answers at ${completed}, so /v1 was added to the address.`);
	return {
		servedAt: { url: completed },
		reach,
		listed: below
	};
}

// src/init/init.ts
/** The example's model file. Used if the folder has no model file. */
const EXAMPLE_MODEL_FILE = {
	path: "model.yaml",
	text: "model: simulated\nversion: v1\n"
};
/**
* Inspects a folder, asks for the information that it cannot find, and drafts the configuration, the lock and the
* workflows. The workflow for pull requests is drafted only if there is a model file. Does not write files. The only
* request that it sends asks the server that the user named for its models.
*
* @throws {ConfigError} if there is no eval set to start with, or if an option is invalid
*/
async function draftInitial(options) {
	const { folder, exampleFolder, files, given, ask, say } = options;
	const around = await lookAround(folder, files.open);
	options.onFound(around);
	const withExample = around.suites.length === 0 && await wantsExample(around.unusable, given, ask);
	const found = onePerName(withExample ? await exampleSuites(exampleFolder) : around.suites);
	const modelFile = around.modelFiles[0] === void 0 && withExample ? {
		path: EXAMPLE_MODEL_FILE.path,
		pointer: "/version",
		version: "v1",
		model: "simulated-{version}"
	} : await chooseModelFile(around.modelFiles, ask);
	const target = await chooseTarget(found, given, ask);
	const served = await findServer({
		...options,
		version: modelFile?.version,
		likely: withExample ? {
			baseUrl: "http://127.0.0.1:8000/v1",
			model: "simulated-{version}"
		} : {
			baseUrl: void 0,
			model: modelFile?.model
		}
	});
	const nightly = modelFile !== void 0 && (given.nightly ?? await ask({
		text: `Also compare with ${modelFile.version} every night? y or n`,
		fallback: "n",
		read: readYes
	}));
	const placed = await Promise.all(found.map((suite) => placeSuite(suite, suite.grader === void 0 ? "open" : suite.name === target ? "target" : "ood", options)));
	const draft = {
		modelFile,
		baseline: nightly ? modelFile.version : void 0,
		...served
	};
	const composed = await composeSuites(placed, {
		textOf: (suites, idle) => configText({
			...draft,
			suites,
			notCarried: idle
		}),
		folder,
		files
	});
	for (const { source, why } of composed.leftOut) say(`Left out ${source}: ${why}.`);
	const { workflowFolder } = around;
	const action = options.actionIn(workflowFolder);
	const workflow = {
		action,
		folder: workflowFolder,
		...served
	};
	const workflows = [...modelFile === void 0 ? [] : [{
		name: PULL_REQUEST_WORKFLOW,
		text: pullRequestWorkflow(workflow)
	}], ...nightly ? [{
		name: NIGHTLY_WORKFLOW,
		text: nightlyWorkflow(workflow)
	}] : []];
	return {
		files: [
			...composed.files.map((file) => ({
				...file,
				needed: true
			})),
			...withExample && around.modelFiles.length === 0 ? [{
				...EXAMPLE_MODEL_FILE,
				needed: true
			}] : [],
			...workflows.map(({ name, text }) => ({
				path: `${workflowFolder}/${name}`,
				text,
				needed: false
			})),
			...options.runsAreIgnored ? [] : await ignoreFile(folder, files)
		],
		suites: composed.suites,
		unusable: [...around.unusable, ...composed.leftOut],
		notCarried: composed.notCarried,
		modelFile,
		served,
		workflowFolder,
		action,
		withExample
	};
}
async function ignoreFile(folder, files) {
	const path = ".gitignore";
	const before = await files.readIfThere(join(folder, path));
	const text = withIgnoredRuns(Buffer.from(before ?? []).toString());
	return text === void 0 ? [] : [{
		path,
		text,
		needed: false,
		extends: true
	}];
}
/** The example's suites, to be copied unchanged. */
async function exampleSuites(folder) {
	const { suites } = await readDataSets(["word-problems.jsonl", "longer-chains.jsonl"], (name) => streamRegularFile(join(folder, name)));
	return Promise.all(suites.map(async (suite) => ({
		...suite,
		rewritten: (await readRegularFile(join(folder, suite.sources[0] ?? ""))).toString()
	})));
}

// src/servers/list-models.ts
/**
* Asks a server once which models it lists, for at most 5 seconds. Without `apiKeyEnv`, no key is sent.
*
* @param options.baseUrlEnv the variable that contains the base URL, which is then a secret
* @throws {SamplingError} if `apiKeyEnv` is not set or cannot be sent
*/
async function listModels(options) {
	const { baseUrl, baseUrlEnv, apiKeyEnv, env, timing } = options;
	const connection = openConnection({
		endpoint: {
			side: "old",
			model: "{version}",
			baseUrl,
			...baseUrlEnv !== void 0 && { baseUrlEnv },
			...apiKeyEnv !== void 0 && { apiKeyEnv }
		},
		timeoutMs: 5e3,
		env,
		timing,
		heard: () => {}
	});
	try {
		return { names: await connection.listModels() };
	} catch (error) {
		if (!(error instanceof RequestFailure)) throw error;
		const refused = error.status === 401 || error.status === 403;
		return {
			why: error.message,
			kind: refused ? "refused" : error.isAnswer ? "other" : "silent"
		};
	} finally {
		connection.close();
	}
}

// src/cli/own-action.ts
/** Matches `https://host/owner/name.git`, `ssh://git@host:22/owner/name` and `git@host:owner/name.git`. */
const REMOTE = /^(?:(?:https?|ssh|git):\/\/(?:[^/@]*@)?(?<host>[\w.-]+)(?::\d+)?\/|(?:[^/@:]+@)?(?<alias>[\w.-]{2,}):)(?<path>[\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/u;
/**
* Returns the Action whose repository the folder is a clone of, from its git remote `origin`. Undefined if the folder is no
* clone itself, as after an installation from a package, or has no remote on a server.
*/
async function ownAction(folder, env) {
	if (!existsSync(join(folder, ".git"))) return void 0;
	const git = gitIn(folder, env);
	const remote = await git([
		"remote",
		"get-url",
		"origin"
	], "");
	if (remote?.code !== 0) return void 0;
	const { host, alias, path } = REMOTE.exec(remote.output.toString().trim())?.groups ?? {};
	const server = host ?? alias;
	if (server === void 0 || path === void 0) return void 0;
	return {
		path,
		host: server,
		isTagged: (await git([
			"rev-parse",
			"--quiet",
			"--verify",
			"refs/tags/v1"
		], ""))?.code === 0
	};
}
/** Whether git ignores the folder of a run in this folder. False outside of a repository, and if git is not installed. */
async function ignoresRuns(folder, env) {
	return (await gitIn(folder, env)([
		"check-ignore",
		"--quiet",
		".reversal-check/result.json"
	], ""))?.code === 0;
}

// src/cli/render-initial.ts
const PATH_LIMIT = 200;
const shown = (text) => terminalText(text, PATH_LIMIT);
const sentence = (text) => terminalText(text, 800);
const paths = (sources) => sources.length > 3 ? `${sources.slice(0, 3).map(shown).join(", ")} and ${sources.length - 3} more files` : sources.map(shown).join(", ");
/** Joins lines without the spaces that reports use in numbers. Ends with a newline. */
const text = (lines) => `${lines.join("\n")}\n`.replaceAll("\xA0", " ");
/** Describes what `init` found in a folder, and what it skips. */
function renderFound({ suites, unusable, modelFiles }) {
	return text([
		"Found:",
		...modelFiles.map(({ path, pointer, version }) => `  ${shown(path)}: model version ${shown(version)}, at ${shown(pointer)}`),
		...suites.flatMap(foundLines),
		...modelFiles.length + suites.length === 0 ? ["  nothing that a check could use"] : [],
		...unusable.length === 0 ? [] : ["Skipped:"],
		...unusable.map(({ source, why }) => `  ${shown(source)}: ${sentence(why)}`)
	]);
}
const foundLines = ({ sources, title, count: items, grader, notes }) => [`  ${paths(sources)}: ${title === void 0 ? "" : `${title} as published, `}${counted(items, "item")}, ${gradedBy(grader)}`, ...notes.map((note) => `    ${sentence(note)}`)];
const gradedBy = (grader) => grader === void 0 ? "not graded" : `graded by ${grader}`;
/** Describes what `init` wrote and why, and the next steps. */
function renderInitial(initial, { write, kept, packageRoot, isTagged, targetIsDefault }) {
	const { suites, notCarried, modelFile, withExample } = initial;
	return text([
		...write.map(({ path, extends: isExtended }) => isExtended === true ? `Added .reversal-check/ to ${shown(path)}.` : `Wrote ${shown(path)}.`),
		...kept.map(({ path, isSame }) => `Kept ${shown(path)} unchanged${isSame ? "" : ", although it is not as this command would write it. To get that, remove it and run the command again"}.`),
		"",
		"Suites, each with the smallest margins that a check of an unchanged checkpoint will probably report as kept:",
		...suites.flatMap(suiteText),
		...targetIsDefault && suites.filter(({ role }) => role !== "open").length > 1 ? [`To choose another target: rm ${CONFIG} reversal.lock, then run init again with --target NAME.`] : [],
		...notCarried.map(({ guardrail, why }) => `The guardrail ${guardrail} is off: ${why}.`),
		...modelFile === void 0 ? ["No workflow was written, because no file with a model version was found. To check pull requests, set checkpoints.file and checkpoints.version in reversal.yml."] : [],
		"",
		"Next:",
		...withExample && initial.served.reach === "machine" ? [`  node ${packageRoot}dist/simulator.js --evals evals --port ${portOf(initial)} &`] : [],
		"  reversal-check plan",
		`  ${checkCommand({ versions: {
			old: modelFile?.version ?? "v1",
			new: withExample ? "v2" : initial.served.otherVersion ?? "NEW-VERSION"
		} })}`,
		...todo(initial, isTagged),
		"Commit these files."
	]);
}
/** A suite with its margins, on lines of their own. */
const suiteText = ({ name, role, grader, count: items, excluded, convertedFrom, items: path, margins }) => [
	`  ${shown(name)}: ${role}, ${counted(items, "item")}${excluded === 0 ? "" : ` (${count(excluded)} excluded; to list them: reversal-check plan)`}, ${gradedBy(grader)}`,
	...convertedFrom.length === 0 ? [] : [`    ${shown(path)} was converted from ${paths(convertedFrom)}`],
	...margins.map((margin) => `    ${marginText(margin)}`)
];
const marginText = ({ guardrail, setting, why, outlook }) => setting === "off" ? `${guardrail}: off, because ${why ?? "it is off for all suites"}` : `${guardrail}: margin ${marginWords(setting.margin)}, detects losses of at least ${marginWords({
	...setting.margin,
	fraction: Math.max(...outlook.map(({ detectable }) => detectable))
})}`;
/** What the user has to do before the workflow can run. */
function todo({ served, modelFile, action, workflowFolder }, isTagged) {
	const { servedAt, apiKeyEnv, reach } = served;
	const names = ["env" in servedAt ? servedAt.env : void 0, apiKeyEnv].filter((name) => name !== void 0);
	const lines = names.length === 0 ? [] : [`First set ${names.join(" and ")} in this shell and in the secrets of the repository.`];
	if (modelFile === void 0) return lines;
	if (reach !== "everywhere" && workflowFolder === ".github/workflows") lines.push(`GitHub's runners cannot reach ${reach === "machine" ? "a server on this machine" : "an address in a private network"}, so the workflow uses a self-hosted runner. Register one ${reach === "machine" ? "on this machine" : "in that network"}, or set base-url to a public address and runs-on to ubuntu-latest.`);
	else if (reach === "machine") lines.push("The job must run where the server can be reached: in a container, 127.0.0.1 is the container itself.");
	if (action === "OWNER/reversal-check@v1") lines.push("In the workflow, replace OWNER with the owner of your copy of the Action (README, \"Publish your own copy of the Action\").");
	else if (!isTagged) lines.push(`The workflow uses ${shown(action)}, but your copy has no tag v1 yet: git tag v1 && git push origin v1`);
	return lines;
}
/** The port in a URL, for the simulator. */
function portOf({ served: { servedAt } }) {
	const address = "url" in servedAt ? servedAt.url : "";
	return URL.canParse(address) && new URL(address).port || "8000";
}
/** Describes a repository that already has a configuration, with data that the configuration does not use. */
const renderUnchanged = (unused) => text([
	`${CONFIG} already exists, so nothing was changed.`,
	...unused.length === 0 ? [] : ["It does not use:"],
	...unused.flatMap((suite) => [...foundLines(suite), `    To add it: ${sentence(addCommand(suite.sources[0] ?? ""))}`]),
	`To begin again, remove ${CONFIG}, or run reversal-check init without --yes.`
]);
/** Describes what `init --add` did. */
function renderAddition(addition, source) {
	if ("same" in addition) return text([`The suite ${shown(addition.same)} already has the questions of ${shown(source)}, so nothing was changed.`]);
	const { files, suite, notes } = addition;
	return text([
		...files.map(({ path, extends: isExtended }) => isExtended !== true ? `Wrote ${shown(path)}.` : path === "reversal.yml" ? `Added the suite ${shown(suite.name)} to ${path}.` : `Pinned the eval set again in ${shown(path)}.`),
		...suiteText(suite),
		...notes.map(sentence),
		"",
		"Next:",
		"  reversal-check plan",
		"Commit these files."
	]);
}
const marginJson = ({ guardrail, setting, why }) => ({
	guardrail,
	margin: setting === "off" ? null : setting.margin.fraction,
	relative: setting !== "off" && setting.margin.kind === "relative",
	why: why ?? null
});
const suiteJson = ({ name, role, items, grader, template, count: number, excluded, convertedFrom, margins }) => ({
	name,
	role,
	items,
	grader: grader ?? null,
	template: template ?? null,
	count: number,
	excluded,
	converted_from: convertedFrom,
	guardrails: margins.map(marginJson)
});
/** The same as a JSON value. */
const initialJson = ({ suites, unusable, notCarried, modelFile, served, action }, written) => ({
	written: written.map(({ path }) => path),
	suites: suites.map(suiteJson),
	unusable,
	guardrails_off: notCarried,
	model_file: modelFile ?? null,
	served: {
		...served.servedAt,
		api_key_env: served.apiKeyEnv ?? null,
		model: served.model,
		reach: served.reach
	},
	action
});
const additionJson = (addition) => "same" in addition ? {
	written: [],
	same_as: addition.same
} : {
	written: addition.files.map(({ path }) => path),
	suite: suiteJson(addition.suite),
	notes: addition.notes
};

// src/cli/commands/init-command.ts
/**
* `reversal-check init`: inspects the current folder, says what it found, asks for anything that it cannot find, and writes
* the configuration, the lock and the workflows: either all of them or none. Existing files are replaced only if the user
* agrees. A repository that has a configuration is not changed without a question. With `--add`, adds a suite to the
* configuration instead.
*/
async function initCommand(options, terminal, { packageRoot }) {
	const { out, err, env } = terminal;
	const answers = options.yes ? {
		ask: fallbacks,
		close: () => {}
	} : answersFrom({
		input: process.stdin,
		output: err,
		onInterrupt: interrupted
	});
	const ask = options.yes ? void 0 : answers.ask;
	try {
		const own = await ownAction(packageRoot, env);
		if (options.add !== void 0) return await add(options.add, options, answers.ask, terminal);
		const isThere = await configurationThere();
		if (isThere === "valid" && options.yes) return await leaveAsIs(options.json, terminal);
		if (isThere !== "absent" && !await mayWrite("reversal.yml", ask)) return leaveAll(err);
		const initial = await draftInitial({
			folder: ".",
			exampleFolder: join(packageRoot, "examples", "simulated", "evals"),
			files: localFiles,
			given: options,
			actionIn: (folder) => options.action ?? actionName(own, folder),
			ask: answers.ask,
			attended: !options.yes,
			env,
			listModels: (at) => listModels({
				...at,
				env,
				timing: systemTiming
			}),
			onFound: (around) => err.write(renderFound(around)),
			say: (sentence) => err.write(`${terminalMessage(sentence)}\n`),
			runsAreIgnored: await ignoresRuns(".", env)
		});
		const chosen = await filesToWrite(initial.files, ask);
		if (chosen === void 0) return leaveAll(err);
		answers.close();
		await writeAll(chosen.write);
		const rest = {
			...chosen,
			packageRoot,
			isTagged: options.action !== void 0 || own?.isTagged === true,
			targetIsDefault: options.yes && options.target === void 0
		};
		out.write(options.json ? `${jsonForLogs(initialJson(initial, chosen.write))}\n` : renderInitial(initial, rest));
		return 0;
	} finally {
		answers.close();
	}
	function interrupted() {
		err.write("\nNothing was written.\n");
		process.exit(130);
	}
}
/** The Action's name in a workflow. Gitea and Forgejo take actions from other servers unless the name has the host. */
function actionName(own, folder) {
	if (own === void 0) return UNKNOWN_ACTION;
	const name = `${own.path}@v1`;
	return folder === ".github/workflows" ? name : `https://${own.host}/${name}`;
}
async function configurationThere() {
	const before = await localFiles.readIfThere(CONFIG);
	if (before === void 0) return "absent";
	try {
		parseConfig(Buffer.from(before).toString(), CONFIG);
		return "valid";
	} catch (error) {
		if (error instanceof ConfigError) return "invalid";
		throw error;
	}
}
/** Says that a repository already has a configuration, and which data in it the configuration does not use. */
async function leaveAsIs(json, { out }) {
	const { config } = parseConfig(Buffer.from(await localFiles.readFile(CONFIG)).toString(), CONFIG);
	const used = new Set(config.suites.map(({ items }) => items));
	const { suites } = await lookAround(".", localFiles.open);
	const unused = suites.filter(({ sources }) => !sources.some((source) => used.has(source)));
	out.write(json ? `${jsonForLogs({
		written: [],
		unused: unused.flatMap(({ sources }) => sources)
	})}\n` : renderUnchanged(unused));
	return 0;
}
async function add(source, given, ask, { out }) {
	const addition = await draftAddition({
		folder: ".",
		source,
		files: localFiles,
		given,
		ask
	});
	if ("files" in addition) await writeAll(addition.files);
	out.write(given.json ? `${jsonForLogs(additionJson(addition))}\n` : renderAddition(addition, source));
	return 0;
}
function leaveAll(err) {
	err.write("Nothing was written. To add an eval set to a check: reversal-check init --add FILE\n");
	return 0;
}
/**
* Whether a file may be written at this path: nothing exists there, or the user agrees to replace it. If there is no
* user to ask, files are not replaced.
*/
async function mayWrite(path, ask) {
	if (await localFiles.readIfThere(path) === void 0) return true;
	if (ask !== void 0) return ask({
		text: `${path} already exists. Replace it? y or n`,
		fallback: "n",
		read: readYes
	});
	throw new ConfigError({
		what: "the file already exists, and --yes does not replace files",
		where: path,
		fix: "Run reversal-check init without --yes to decide for each file, or move this file."
	});
}
/**
* The files to write, and those to keep with whether they already are as drafted. Undefined if a required file must not be
* replaced, because the other files would be useless without it.
*/
async function filesToWrite(files, ask) {
	const write = [];
	const kept = [];
	for (const file of files) {
		const { path, needed } = file;
		const before = await localFiles.readIfThere(path);
		const isMine = path === "reversal.yml" || file.extends === true || before === void 0;
		if (before !== void 0 && Buffer.from(before).toString() === file.text) kept.push({
			path,
			isSame: true
		});
		else if (isMine || (needed || ask !== void 0) && await mayWrite(path, ask)) write.push(file);
		else if (needed) return void 0;
		else kept.push({
			path,
			isSame: false
		});
	}
	return {
		write,
		kept
	};
}
/** Writes all files. Delays interrupts until all are in place, which takes no noticeable time. */
async function writeAll(files) {
	const wait = () => {};
	process.on("SIGINT", wait).on("SIGTERM", wait).on("SIGHUP", wait);
	try {
		await writeTogether(files);
	} catch (cause) {
		throw new ConfigError({
			what: `cannot write the files: ${cause instanceof Error ? cause.message : String(cause)}`,
			where: "the current folder",
			fix: "Nothing was written. Free up disk space or make the folder writable, then run the command again.",
			cause
		});
	} finally {
		process.off("SIGINT", wait).off("SIGTERM", wait).off("SIGHUP", wait);
	}
}

export { initCommand };