import { a as __toESM, r as __name } from "./rolldown-runtime.js";
import { C as logicalDiversity, D as NOT_BOILERPLATE, E as Boilerplate, O as isChoice$1, S as reachAt, T as Vocabulary, _ as measureSuite, a as storedEmbeddings, b as equationsOf, c as bySuite, d as invalidIfDistrusted, f as conclude, g as decideVerdict, h as seededRandom, i as embed, k as gradeSuite, l as solutionEmbedder, m as describeSuite, n as joinStores, o as merge, p as itemCounter, r as gatherStored, s as check, t as openLooks, u as resolveEmbeddingModel, v as shownWays, w as measuredDissimilarity, x as textsToEmbed, y as wayReader } from "./look-file.js";
import { _ as string, a as array, b as unknown, d as literal, f as looseObject, h as record, i as _instanceof, m as object, o as boolean, p as number, r as _enum, x as url, y as union } from "./schemas.js";
import { N as mistakes, f as parseConfig, h as turnedOff, p as readConfig, u as parseLock, w as unmeasurable, x as SAMPLES_NEEDED } from "./read-suite.js";
import { a as SamplingError, i as ReversalCheckError, t as ConfigError } from "./errors.js";
import { i as contentHash, r as canonicalJson, t as readRegularFile } from "./regular-file.js";
import { r as quoted, t as found } from "./printable.js";
import { C as sortItems, E as asksForChoice, S as words, U as compileRe2, W as re2Fault, c as counted$1, p as percent, s as count, v as tokens, y as usd } from "./margins.js";
import { a as unreadableFile, c as configError, i as isTooDeep, o as decodeUtf8, t as readJsonLines } from "./json-lines.js";
import { d as isRunning, f as thisProcess, o as reasoningReader, t as createGrader } from "./registry.js";
import { D as sampleAll, L as resolveCheckpoints, S as refuseOwnJudge, c as finishReasonOf, s as completionSchema, x as exclusionSentence } from "./suite-in-store.js";
import { A as refuseGivenOutcomes, c as checkSamplesSuffice, f as readGraderFiles, j as exclusionsOf, k as checkGivenOutcomes, m as readWaivers, p as readPlan, s as checkPlan, y as guardrailOn } from "./request-failure.js";
import { D as openGraders, E as judgesOf, T as isJudged, _ as shardText, a as openBudget, b as compareLock, g as sentencesOf$1, i as sample, n as openJudges, r as runProgress, t as openServers, w as withJudging, y as serveCheckpoints } from "./open-servers.js";
import { i as compareArguments } from "./commands.js";
import { t as systemTiming } from "./timing.js";
import { A as measureRow, _ as wrap, a as measureId, d as blocks, f as list, g as fit, h as renderTerminal, i as guardrailOf, j as readValue, l as renderMarkdown, m as exitCodeOf, p as table, t as reportToPublish, v as stringWidth, y as require_picocolors } from "./report-to-publish.js";
import { i as issueComments, n as parseResult, r as serialiseResult, t as writeRunFolder } from "./run-folder.js";
import { n as renderingFor, t as progressDisplay } from "./progress.js";
import { t as localFiles } from "./files.js";
import { t as withReadingStage } from "./reading-stage.js";
import { c as terminalText, i as markdownText, l as jsonForLogs, o as terminalLines, r as markdownFence, s as terminalMessage } from "./neutralise.js";
import { a as storedPair, c as planRun, i as storedCompletions, n as estimateEmbedding, o as renderPlanMarkdown, r as estimateSampling, s as renderPlanTerminal, t as estimateJudging } from "./estimate-judging.js";
import { n as CUSTOM_GRADERS, r as FORMAT_NAMES, t as CUSTOM } from "./format-names.js";
import { t as pin } from "./pin.js";
import { t as writeWhole } from "./write-whole.js";
import { a as serialisePlan, o as totalsOf, t as UNLIMITED_COMPLETIONS } from "./plan.js";
import { n as writeShard, r as sampleShard, t as copyStored } from "./copy-stored.js";
import { C as ENGINE_VERSION, S as connectGitHub, c as publishComment, n as parseShard, o as findPullRequestOf, v as artifactName } from "./shard.js";
import { stripVTControlCharacters } from "node:util";
import { EventEmitter } from "node:events";
import * as zlib$1 from "node:zlib";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import fs, { existsSync } from "node:fs";
import path, { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { mkdir, rename, rm, rmdir, stat, utimes, writeFile } from "node:fs/promises";
import childProcess, { spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { createInterface } from "node:readline";
import process$1 from "node:process";

// node_modules/commander/lib/error.js
/**
* CommanderError class
*/
var CommanderError = class extends Error {
	/**
	* Constructs the CommanderError class
	* @param {number} exitCode suggested exit code which could be used with process.exit
	* @param {string} code an id string representing the error
	* @param {string} message human-readable description of the error
	*/
	constructor(exitCode, code, message) {
		super(message);
		Error.captureStackTrace(this, this.constructor);
		this.name = this.constructor.name;
		this.code = code;
		this.exitCode = exitCode;
		this.nestedError = void 0;
	}
};
/**
* InvalidArgumentError class
*/
var InvalidArgumentError = class extends CommanderError {
	/**
	* Constructs the InvalidArgumentError class
	* @param {string} [message] explanation of why argument is invalid
	*/
	constructor(message) {
		super(1, "commander.invalidArgument", message);
		Error.captureStackTrace(this, this.constructor);
		this.name = this.constructor.name;
	}
};

// node_modules/commander/lib/argument.js
var Argument = class {
	/**
	* Initialize a new command argument with the given name and description.
	* The default is that the argument is required, and you can explicitly
	* indicate this with <> around the name. Put [] around the name for an optional argument.
	*
	* @param {string} name
	* @param {string} [description]
	*/
	constructor(name, description) {
		this.description = description || "";
		this.variadic = false;
		this.parseArg = void 0;
		this.defaultValue = void 0;
		this.defaultValueDescription = void 0;
		this.argChoices = void 0;
		switch (name[0]) {
			case "<":
				this.required = true;
				this._name = name.slice(1, -1);
				break;
			case "[":
				this.required = false;
				this._name = name.slice(1, -1);
				break;
			default:
				this.required = true;
				this._name = name;
		}
		if (this._name.endsWith("...")) {
			this.variadic = true;
			this._name = this._name.slice(0, -3);
		}
	}
	/**
	* Return argument name.
	*
	* @return {string}
	*/
	name() {
		return this._name;
	}
	/**
	* @package
	*/
	_collectValue(value, previous) {
		if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
		previous.push(value);
		return previous;
	}
	/**
	* Set the default value, and optionally supply the description to be displayed in the help.
	*
	* @param {*} value
	* @param {string} [description]
	* @return {Argument}
	*/
	default(value, description) {
		this.defaultValue = value;
		this.defaultValueDescription = description;
		return this;
	}
	/**
	* Set the custom handler for processing CLI command arguments into argument values.
	*
	* @param {Function} [fn]
	* @return {Argument}
	*/
	argParser(fn) {
		this.parseArg = fn;
		return this;
	}
	/**
	* Only allow argument value to be one of choices.
	*
	* @param {string[]} values
	* @return {Argument}
	*/
	choices(values) {
		this.argChoices = values.slice();
		this.parseArg = (arg, previous) => {
			if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
			if (this.variadic) return this._collectValue(arg, previous);
			return arg;
		};
		return this;
	}
	/**
	* Make argument required.
	*
	* @returns {Argument}
	*/
	argRequired() {
		this.required = true;
		return this;
	}
	/**
	* Make argument optional.
	*
	* @returns {Argument}
	*/
	argOptional() {
		this.required = false;
		return this;
	}
};
/**
* Takes an argument and returns its human readable equivalent for help usage.
*
* @param {Argument} arg
* @return {string}
* @private
*/
function humanReadableArgName(arg) {
	const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
	return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
}

// node_modules/commander/lib/help.js
/**
* TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
* https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
* @typedef { import("./argument.js").Argument } Argument
* @typedef { import("./command.js").Command } Command
* @typedef { import("./option.js").Option } Option
*/
var Help = class {
	constructor() {
		this.helpWidth = void 0;
		this.minWidthToWrap = 40;
		this.sortSubcommands = false;
		this.sortOptions = false;
		this.showGlobalOptions = false;
	}
	/**
	* prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
	* and just before calling `formatHelp()`.
	*
	* Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
	*
	* @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
	*/
	prepareContext(contextOptions) {
		this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
	}
	/**
	* Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
	*
	* @param {Command} cmd
	* @returns {Command[]}
	*/
	visibleCommands(cmd) {
		const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
		const helpCommand = cmd._getHelpCommand();
		if (helpCommand && !helpCommand._hidden) visibleCommands.push(helpCommand);
		if (this.sortSubcommands) visibleCommands.sort((a, b) => {
			return a.name().localeCompare(b.name());
		});
		return visibleCommands;
	}
	/**
	* Compare options for sort.
	*
	* @param {Option} a
	* @param {Option} b
	* @returns {number}
	*/
	compareOptions(a, b) {
		const getSortKey = (option) => {
			return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
		};
		return getSortKey(a).localeCompare(getSortKey(b));
	}
	/**
	* Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
	*
	* @param {Command} cmd
	* @returns {Option[]}
	*/
	visibleOptions(cmd) {
		const visibleOptions = cmd.options.filter((option) => !option.hidden);
		const helpOption = cmd._getHelpOption();
		if (helpOption && !helpOption.hidden) {
			const removeShort = helpOption.short && cmd._findOption(helpOption.short);
			const removeLong = helpOption.long && cmd._findOption(helpOption.long);
			if (!removeShort && !removeLong) visibleOptions.push(helpOption);
			else if (helpOption.long && !removeLong) visibleOptions.push(cmd.createOption(helpOption.long, helpOption.description).helpGroup(helpOption.helpGroupHeading));
			else if (helpOption.short && !removeShort) visibleOptions.push(cmd.createOption(helpOption.short, helpOption.description).helpGroup(helpOption.helpGroupHeading));
		}
		if (this.sortOptions) visibleOptions.sort(this.compareOptions);
		return visibleOptions;
	}
	/**
	* Get an array of the visible global options. (Not including help.)
	*
	* @param {Command} cmd
	* @returns {Option[]}
	*/
	visibleGlobalOptions(cmd) {
		if (!this.showGlobalOptions) return [];
		const globalOptions = [];
		for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
			const visibleOptions = ancestorCmd.options.filter((option) => !option.hidden);
			globalOptions.push(...visibleOptions);
		}
		if (this.sortOptions) globalOptions.sort(this.compareOptions);
		return globalOptions;
	}
	/**
	* Get an array of the arguments if any have a description.
	*
	* @param {Command} cmd
	* @returns {Argument[]}
	*/
	visibleArguments(cmd) {
		if (cmd._argsDescription) cmd.registeredArguments.forEach((argument) => {
			argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
		});
		if (cmd.registeredArguments.find((argument) => argument.description)) return cmd.registeredArguments;
		return [];
	}
	/**
	* Get the command term to show in the list of subcommands.
	*
	* @param {Command} cmd
	* @returns {string}
	*/
	subcommandTerm(cmd) {
		const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
		return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + (args ? " " + args : "");
	}
	/**
	* Get the option term to show in the list of options.
	*
	* @param {Option} option
	* @returns {string}
	*/
	optionTerm(option) {
		return option.flags;
	}
	/**
	* Get the argument term to show in the list of arguments.
	*
	* @param {Argument} argument
	* @returns {string}
	*/
	argumentTerm(argument) {
		return argument.name();
	}
	/**
	* Get the longest command term length.
	*
	* @param {Command} cmd
	* @param {Help} helper
	* @returns {number}
	*/
	longestSubcommandTermLength(cmd, helper) {
		return helper.visibleCommands(cmd).reduce((max, command) => {
			return Math.max(max, this.displayWidth(helper.styleSubcommandTerm(helper.subcommandTerm(command))));
		}, 0);
	}
	/**
	* Get the longest option term length.
	*
	* @param {Command} cmd
	* @param {Help} helper
	* @returns {number}
	*/
	longestOptionTermLength(cmd, helper) {
		return helper.visibleOptions(cmd).reduce((max, option) => {
			return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
		}, 0);
	}
	/**
	* Get the longest global option term length.
	*
	* @param {Command} cmd
	* @param {Help} helper
	* @returns {number}
	*/
	longestGlobalOptionTermLength(cmd, helper) {
		return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
			return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
		}, 0);
	}
	/**
	* Get the longest argument term length.
	*
	* @param {Command} cmd
	* @param {Help} helper
	* @returns {number}
	*/
	longestArgumentTermLength(cmd, helper) {
		return helper.visibleArguments(cmd).reduce((max, argument) => {
			return Math.max(max, this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument))));
		}, 0);
	}
	/**
	* Get the command usage to be displayed at the top of the built-in help.
	*
	* @param {Command} cmd
	* @returns {string}
	*/
	commandUsage(cmd) {
		let cmdName = cmd._name;
		if (cmd._aliases[0]) cmdName = cmdName + "|" + cmd._aliases[0];
		let ancestorCmdNames = "";
		for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
		return ancestorCmdNames + cmdName + " " + cmd.usage();
	}
	/**
	* Get the description for the command.
	*
	* @param {Command} cmd
	* @returns {string}
	*/
	commandDescription(cmd) {
		return cmd.description();
	}
	/**
	* Get the subcommand summary to show in the list of subcommands.
	* (Fallback to description for backwards compatibility.)
	*
	* @param {Command} cmd
	* @returns {string}
	*/
	subcommandDescription(cmd) {
		return cmd.summary() || cmd.description();
	}
	/**
	* Get the option description to show in the list of options.
	*
	* @param {Option} option
	* @return {string}
	*/
	optionDescription(option) {
		const extraInfo = [];
		if (option.argChoices) extraInfo.push(`choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
		if (option.defaultValue !== void 0) {
			if (option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean") extraInfo.push(`default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`);
		}
		if (option.presetArg !== void 0 && option.optional) extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
		if (option.envVar !== void 0) extraInfo.push(`env: ${option.envVar}`);
		if (extraInfo.length > 0) {
			const extraDescription = `(${extraInfo.join(", ")})`;
			if (option.description) return `${option.description} ${extraDescription}`;
			return extraDescription;
		}
		return option.description;
	}
	/**
	* Get the argument description to show in the list of arguments.
	*
	* @param {Argument} argument
	* @return {string}
	*/
	argumentDescription(argument) {
		const extraInfo = [];
		if (argument.argChoices) extraInfo.push(`choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
		if (argument.defaultValue !== void 0) extraInfo.push(`default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`);
		if (extraInfo.length > 0) {
			const extraDescription = `(${extraInfo.join(", ")})`;
			if (argument.description) return `${argument.description} ${extraDescription}`;
			return extraDescription;
		}
		return argument.description;
	}
	/**
	* Format a list of items, given a heading and an array of formatted items.
	*
	* @param {string} heading
	* @param {string[]} items
	* @param {Help} helper
	* @returns string[]
	*/
	formatItemList(heading, items, helper) {
		if (items.length === 0) return [];
		return [
			helper.styleTitle(heading),
			...items,
			""
		];
	}
	/**
	* Group items by their help group heading.
	*
	* @param {Command[] | Option[]} unsortedItems
	* @param {Command[] | Option[]} visibleItems
	* @param {Function} getGroup
	* @returns {Map<string, Command[] | Option[]>}
	*/
	groupItems(unsortedItems, visibleItems, getGroup) {
		const result = /* @__PURE__ */ new Map();
		unsortedItems.forEach((item) => {
			const group = getGroup(item);
			if (!result.has(group)) result.set(group, []);
		});
		visibleItems.forEach((item) => {
			const group = getGroup(item);
			if (!result.has(group)) result.set(group, []);
			result.get(group).push(item);
		});
		return result;
	}
	/**
	* Generate the built-in help text.
	*
	* @param {Command} cmd
	* @param {Help} helper
	* @returns {string}
	*/
	formatHelp(cmd, helper) {
		const termWidth = helper.padWidth(cmd, helper);
		const helpWidth = helper.helpWidth ?? 80;
		function callFormatItem(term, description) {
			return helper.formatItem(term, termWidth, description, helper);
		}
		let output = [`${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`, ""];
		const commandDescription = helper.commandDescription(cmd);
		if (commandDescription.length > 0) output = output.concat([helper.boxWrap(helper.styleCommandDescription(commandDescription), helpWidth), ""]);
		const argumentList = helper.visibleArguments(cmd).map((argument) => {
			return callFormatItem(helper.styleArgumentTerm(helper.argumentTerm(argument)), helper.styleArgumentDescription(helper.argumentDescription(argument)));
		});
		output = output.concat(this.formatItemList("Arguments:", argumentList, helper));
		this.groupItems(cmd.options, helper.visibleOptions(cmd), (option) => option.helpGroupHeading ?? "Options:").forEach((options, group) => {
			const optionList = options.map((option) => {
				return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
			});
			output = output.concat(this.formatItemList(group, optionList, helper));
		});
		if (helper.showGlobalOptions) {
			const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
				return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
			});
			output = output.concat(this.formatItemList("Global Options:", globalOptionList, helper));
		}
		this.groupItems(cmd.commands, helper.visibleCommands(cmd), (sub) => sub.helpGroup() || "Commands:").forEach((commands, group) => {
			const commandList = commands.map((sub) => {
				return callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)), helper.styleSubcommandDescription(helper.subcommandDescription(sub)));
			});
			output = output.concat(this.formatItemList(group, commandList, helper));
		});
		return output.join("\n");
	}
	/**
	* Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
	*
	* @param {string} str
	* @returns {number}
	*/
	displayWidth(str) {
		return stripVTControlCharacters(str).length;
	}
	/**
	* Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
	*
	* @param {string} str
	* @returns {string}
	*/
	styleTitle(str) {
		return str;
	}
	styleUsage(str) {
		return str.split(" ").map((word) => {
			if (word === "[options]") return this.styleOptionText(word);
			if (word === "[command]") return this.styleSubcommandText(word);
			if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
			return this.styleCommandText(word);
		}).join(" ");
	}
	styleCommandDescription(str) {
		return this.styleDescriptionText(str);
	}
	styleOptionDescription(str) {
		return this.styleDescriptionText(str);
	}
	styleSubcommandDescription(str) {
		return this.styleDescriptionText(str);
	}
	styleArgumentDescription(str) {
		return this.styleDescriptionText(str);
	}
	styleDescriptionText(str) {
		return str;
	}
	styleOptionTerm(str) {
		return this.styleOptionText(str);
	}
	styleSubcommandTerm(str) {
		return str.split(" ").map((word) => {
			if (word === "[options]") return this.styleOptionText(word);
			if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
			return this.styleSubcommandText(word);
		}).join(" ");
	}
	styleArgumentTerm(str) {
		return this.styleArgumentText(str);
	}
	styleOptionText(str) {
		return str;
	}
	styleArgumentText(str) {
		return str;
	}
	styleSubcommandText(str) {
		return str;
	}
	styleCommandText(str) {
		return str;
	}
	/**
	* Calculate the pad width from the maximum term length.
	*
	* @param {Command} cmd
	* @param {Help} helper
	* @returns {number}
	*/
	padWidth(cmd, helper) {
		return Math.max(helper.longestOptionTermLength(cmd, helper), helper.longestGlobalOptionTermLength(cmd, helper), helper.longestSubcommandTermLength(cmd, helper), helper.longestArgumentTermLength(cmd, helper));
	}
	/**
	* Detect manually wrapped and indented strings by checking for line break followed by whitespace.
	*
	* @param {string} str
	* @returns {boolean}
	*/
	preformatted(str) {
		return /\n[^\S\r\n]/.test(str);
	}
	/**
	* Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
	*
	* So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
	*   TTT  DDD DDDD
	*        DD DDD
	*
	* @param {string} term
	* @param {number} termWidth
	* @param {string} description
	* @param {Help} helper
	* @returns {string}
	*/
	formatItem(term, termWidth, description, helper) {
		const itemIndent = 2;
		const itemIndentStr = " ".repeat(itemIndent);
		if (!description) return itemIndentStr + term;
		const paddedTerm = term.padEnd(termWidth + term.length - helper.displayWidth(term));
		const spacerWidth = 2;
		const remainingWidth = (this.helpWidth ?? 80) - termWidth - spacerWidth - itemIndent;
		let formattedDescription;
		if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) formattedDescription = description;
		else formattedDescription = helper.boxWrap(description, remainingWidth).replace(/\n/g, "\n" + " ".repeat(termWidth + spacerWidth));
		return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `\n${itemIndentStr}`);
	}
	/**
	* Wrap a string at whitespace, preserving existing line breaks.
	* Wrapping is skipped if the width is less than `minWidthToWrap`.
	*
	* @param {string} str
	* @param {number} width
	* @returns {string}
	*/
	boxWrap(str, width) {
		if (width < this.minWidthToWrap) return str;
		const rawLines = str.split(/\r\n|\n/);
		const chunkPattern = /[\s]*[^\s]+/g;
		const wrappedLines = [];
		rawLines.forEach((line) => {
			const chunks = line.match(chunkPattern);
			if (chunks === null) {
				wrappedLines.push("");
				return;
			}
			let sumChunks = [chunks.shift()];
			let sumWidth = this.displayWidth(sumChunks[0]);
			chunks.forEach((chunk) => {
				const visibleWidth = this.displayWidth(chunk);
				if (sumWidth + visibleWidth <= width) {
					sumChunks.push(chunk);
					sumWidth += visibleWidth;
					return;
				}
				wrappedLines.push(sumChunks.join(""));
				const nextChunk = chunk.trimStart();
				sumChunks = [nextChunk];
				sumWidth = this.displayWidth(nextChunk);
			});
			wrappedLines.push(sumChunks.join(""));
		});
		return wrappedLines.join("\n");
	}
};

// node_modules/commander/lib/option.js
var Option = class {
	/**
	* Initialize a new `Option` with the given `flags` and `description`.
	*
	* @param {string} flags
	* @param {string} [description]
	*/
	constructor(flags, description) {
		this.flags = flags;
		this.description = description || "";
		this.required = flags.includes("<");
		this.optional = flags.includes("[");
		this.variadic = /\p{ID_Continue}\.\.\.[>\]]$/u.test(flags);
		this.mandatory = false;
		const optionFlags = splitOptionFlags(flags);
		this.short = optionFlags.shortFlag;
		this.long = optionFlags.longFlag;
		this.negate = false;
		if (this.long) this.negate = this.long.startsWith("--no-");
		this.defaultValue = void 0;
		this.defaultValueDescription = void 0;
		this.presetArg = void 0;
		this.envVar = void 0;
		this.parseArg = void 0;
		this.hidden = false;
		this.argChoices = void 0;
		this.conflictsWith = [];
		this.implied = void 0;
		this.helpGroupHeading = void 0;
	}
	/**
	* Set the default value, and optionally supply the description to be displayed in the help.
	*
	* @param {*} value
	* @param {string} [description]
	* @return {Option}
	*/
	default(value, description) {
		this.defaultValue = value;
		this.defaultValueDescription = description;
		return this;
	}
	/**
	* Preset to use when option used without option-argument, especially optional but also boolean and negated.
	* The custom processing (parseArg) is called.
	*
	* @example
	* new Option('--color').default('GREYSCALE').preset('RGB');
	* new Option('--donate [amount]').preset('20').argParser(parseFloat);
	*
	* @param {*} arg
	* @return {Option}
	*/
	preset(arg) {
		this.presetArg = arg;
		return this;
	}
	/**
	* Add option name(s) that conflict with this option.
	* An error will be displayed if conflicting options are found during parsing.
	*
	* @example
	* new Option('--rgb').conflicts('cmyk');
	* new Option('--js').conflicts(['ts', 'jsx']);
	*
	* @param {(string | string[])} names
	* @return {Option}
	*/
	conflicts(names) {
		this.conflictsWith = this.conflictsWith.concat(names);
		return this;
	}
	/**
	* Specify implied option values for when this option is set and the implied options are not.
	*
	* The custom processing (parseArg) is not called on the implied values.
	*
	* @example
	* program
	*   .addOption(new Option('--log', 'write logging information to file'))
	*   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
	*
	* @param {object} impliedOptionValues
	* @return {Option}
	*/
	implies(impliedOptionValues) {
		let newImplied = impliedOptionValues;
		if (typeof impliedOptionValues === "string") newImplied = { [impliedOptionValues]: true };
		this.implied = Object.assign(this.implied || {}, newImplied);
		return this;
	}
	/**
	* Set environment variable to check for option value.
	*
	* An environment variable is only used if when processed the current option value is
	* undefined, or the source of the current value is 'default' or 'config' or 'env'.
	*
	* @param {string} name
	* @return {Option}
	*/
	env(name) {
		this.envVar = name;
		return this;
	}
	/**
	* Set the custom handler for processing CLI option arguments into option values.
	*
	* @param {Function} [fn]
	* @return {Option}
	*/
	argParser(fn) {
		this.parseArg = fn;
		return this;
	}
	/**
	* Whether the option is mandatory and must have a value after parsing.
	*
	* @param {boolean} [mandatory=true]
	* @return {Option}
	*/
	makeOptionMandatory(mandatory = true) {
		this.mandatory = !!mandatory;
		return this;
	}
	/**
	* Hide option in help.
	*
	* @param {boolean} [hide=true]
	* @return {Option}
	*/
	hideHelp(hide = true) {
		this.hidden = !!hide;
		return this;
	}
	/**
	* @package
	*/
	_collectValue(value, previous) {
		if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
		previous.push(value);
		return previous;
	}
	/**
	* Only allow option value to be one of choices.
	*
	* @param {string[]} values
	* @return {Option}
	*/
	choices(values) {
		this.argChoices = values.slice();
		this.parseArg = (arg, previous) => {
			if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
			if (this.variadic) return this._collectValue(arg, previous);
			return arg;
		};
		return this;
	}
	/**
	* Return option name.
	*
	* @return {string}
	*/
	name() {
		if (this.long) return this.long.replace(/^--/, "");
		return this.short.replace(/^-/, "");
	}
	/**
	* Return option name, in a camelcase format that can be used
	* as an object attribute key.
	*
	* @return {string}
	*/
	attributeName() {
		if (this.negate) return camelcase(this.name().replace(/^no-/, ""));
		return camelcase(this.name());
	}
	/**
	* Set the help group heading.
	*
	* @param {string} heading
	* @return {Option}
	*/
	helpGroup(heading) {
		this.helpGroupHeading = heading;
		return this;
	}
	/**
	* Check if `arg` matches the short or long flag.
	*
	* @param {string} arg
	* @return {boolean}
	* @package
	*/
	is(arg) {
		return this.short === arg || this.long === arg;
	}
	/**
	* Return whether a boolean option.
	*
	* Options are one of boolean, negated, required argument, or optional argument.
	*
	* @return {boolean}
	* @package
	*/
	isBoolean() {
		return !this.required && !this.optional && !this.negate;
	}
};
/**
* This class is to make it easier to work with dual options, without changing the existing
* implementation. We support separate dual options for separate positive and negative options,
* like `--build` and `--no-build`, which share a single option value. This works nicely for some
* use cases, but is tricky for others where we want separate behaviours despite
* the single shared option value.
*/
var DualOptions = class {
	/**
	* @param {Option[]} options
	*/
	constructor(options) {
		this.positiveOptions = /* @__PURE__ */ new Map();
		this.negativeOptions = /* @__PURE__ */ new Map();
		this.dualOptions = /* @__PURE__ */ new Set();
		options.forEach((option) => {
			if (option.negate) this.negativeOptions.set(option.attributeName(), option);
			else this.positiveOptions.set(option.attributeName(), option);
		});
		this.negativeOptions.forEach((value, key) => {
			if (this.positiveOptions.has(key)) this.dualOptions.add(key);
		});
	}
	/**
	* Did the value come from the option, and not from possible matching dual option?
	*
	* @param {*} value
	* @param {Option} option
	* @returns {boolean}
	*/
	valueFromOption(value, option) {
		const optionKey = option.attributeName();
		if (!this.dualOptions.has(optionKey)) return true;
		const preset = this.negativeOptions.get(optionKey).presetArg;
		const negativeValue = preset !== void 0 ? preset : false;
		return option.negate === (negativeValue === value);
	}
};
/**
* Convert string from kebab-case to camelCase.
*
* @param {string} str
* @return {string}
* @private
*/
function camelcase(str) {
	return str.split("-").reduce((str, word) => {
		return str + word[0].toUpperCase() + word.slice(1);
	});
}
/**
* Split the short and long flag out of something like '-m,--mixed <value>'
*
* @private
*/
function splitOptionFlags(flags) {
	let shortFlag;
	let longFlag;
	const shortFlagExp = /^-[^-]$/;
	const longFlagExp = /^--[^-]/;
	const flagParts = flags.split(/[ |,]+/).concat("guard");
	if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
	if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
	if (!shortFlag && shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
	if (!shortFlag && longFlagExp.test(flagParts[0])) {
		shortFlag = longFlag;
		longFlag = flagParts.shift();
	}
	if (flagParts[0].startsWith("-")) {
		const unsupportedFlag = flagParts[0];
		const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
		if (/^-[^-][^-]/.test(unsupportedFlag)) throw new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`);
		if (shortFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many short flags`);
		if (longFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many long flags`);
		throw new Error(`${baseError}
- unrecognised flag format`);
	}
	if (shortFlag === void 0 && longFlag === void 0) throw new Error(`option creation failed due to no flags found in '${flags}'.`);
	return {
		shortFlag,
		longFlag
	};
}

// node_modules/commander/lib/suggestSimilar.js
const maxDistance = 3;
function editDistance(a, b) {
	if (Math.abs(a.length - b.length) > maxDistance) return Math.max(a.length, b.length);
	const d = [];
	for (let i = 0; i <= a.length; i++) d[i] = [i];
	for (let j = 0; j <= b.length; j++) d[0][j] = j;
	for (let j = 1; j <= b.length; j++) for (let i = 1; i <= a.length; i++) {
		let cost;
		if (a[i - 1] === b[j - 1]) cost = 0;
		else cost = 1;
		d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
		if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
	}
	return d[a.length][b.length];
}
/**
* Find close matches, restricted to same number of edits.
*
* @param {string} word
* @param {string[]} candidates
* @returns {string}
*/
function suggestSimilar(word, candidates) {
	if (!candidates || candidates.length === 0) return "";
	candidates = Array.from(new Set(candidates));
	const searchingOptions = word.startsWith("--");
	if (searchingOptions) {
		word = word.slice(2);
		candidates = candidates.map((candidate) => candidate.slice(2));
	}
	let similar = [];
	let bestDistance = maxDistance;
	const minSimilarity = .4;
	candidates.forEach((candidate) => {
		if (candidate.length <= 1) return;
		const distance = editDistance(word, candidate);
		const length = Math.max(word.length, candidate.length);
		if ((length - distance) / length > minSimilarity) {
			if (distance < bestDistance) {
				bestDistance = distance;
				similar = [candidate];
			} else if (distance === bestDistance) similar.push(candidate);
		}
	});
	similar.sort((a, b) => a.localeCompare(b));
	if (searchingOptions) similar = similar.map((candidate) => `--${candidate}`);
	if (similar.length > 1) return `\n(Did you mean one of ${similar.join(", ")}?)`;
	if (similar.length === 1) return `\n(Did you mean ${similar[0]}?)`;
	return "";
}

// node_modules/commander/lib/command.js
var Command = class Command extends EventEmitter {
	/**
	* Initialize a new `Command`.
	*
	* @param {string} [name]
	*/
	constructor(name) {
		super();
		/** @type {Command[]} */
		this.commands = [];
		/** @type {Option[]} */
		this.options = [];
		this.parent = null;
		this._allowUnknownOption = false;
		this._allowExcessArguments = false;
		/** @type {Argument[]} */
		this.registeredArguments = [];
		this._args = this.registeredArguments;
		/** @type {string[]} */
		this.args = [];
		this.rawArgs = [];
		this.processedArgs = [];
		this._scriptPath = null;
		this._name = name || "";
		this._optionValues = {};
		this._optionValueSources = {};
		this._storeOptionsAsProperties = false;
		this._actionHandler = null;
		this._executableHandler = false;
		this._executableFile = null;
		this._executableDir = null;
		this._defaultCommandName = null;
		this._exitCallback = null;
		this._aliases = [];
		this._combineFlagAndOptionalValue = true;
		this._description = "";
		this._summary = "";
		this._argsDescription = void 0;
		this._enablePositionalOptions = false;
		this._passThroughOptions = false;
		this._lifeCycleHooks = {};
		/** @type {(boolean | string)} */
		this._showHelpAfterError = false;
		this._showSuggestionAfterError = true;
		this._savedState = null;
		this._outputConfiguration = {
			writeOut: (str) => process$1.stdout.write(str),
			writeErr: (str) => process$1.stderr.write(str),
			outputError: (str, write) => write(str),
			getOutHelpWidth: () => process$1.stdout.isTTY ? process$1.stdout.columns : void 0,
			getErrHelpWidth: () => process$1.stderr.isTTY ? process$1.stderr.columns : void 0,
			getOutHasColors: () => useColor() ?? (process$1.stdout.isTTY && process$1.stdout.hasColors?.()),
			getErrHasColors: () => useColor() ?? (process$1.stderr.isTTY && process$1.stderr.hasColors?.()),
			stripColor: (str) => stripVTControlCharacters(str)
		};
		this._hidden = false;
		/** @type {(Option | null | undefined)} */
		this._helpOption = void 0;
		this._addImplicitHelpCommand = void 0;
		/** @type {Command} */
		this._helpCommand = void 0;
		this._helpConfiguration = {};
		/** @type {string | undefined} */
		this._helpGroupHeading = void 0;
		/** @type {string | undefined} */
		this._defaultCommandGroup = void 0;
		/** @type {string | undefined} */
		this._defaultOptionGroup = void 0;
	}
	/**
	* Copy settings that are useful to have in common across root command and subcommands.
	*
	* (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
	*
	* @param {Command} sourceCommand
	* @return {Command} `this` command for chaining
	*/
	copyInheritedSettings(sourceCommand) {
		this._outputConfiguration = sourceCommand._outputConfiguration;
		this._helpOption = sourceCommand._helpOption;
		this._helpCommand = sourceCommand._helpCommand;
		this._helpConfiguration = sourceCommand._helpConfiguration;
		this._exitCallback = sourceCommand._exitCallback;
		this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
		this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
		this._allowExcessArguments = sourceCommand._allowExcessArguments;
		this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
		this._showHelpAfterError = sourceCommand._showHelpAfterError;
		this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
		return this;
	}
	/**
	* @returns {Command[]}
	* @private
	*/
	_getCommandAndAncestors() {
		const result = [];
		for (let command = this; command; command = command.parent) result.push(command);
		return result;
	}
	/**
	* Define a command.
	*
	* There are two styles of command: pay attention to where to put the description.
	*
	* @example
	* // Command implemented using action handler (description is supplied separately to `.command`)
	* program
	*   .command('clone <source> [destination]')
	*   .description('clone a repository into a newly created directory')
	*   .action((source, destination) => {
	*     console.log('clone command called');
	*   });
	*
	* // Command implemented using separate executable file (description is second parameter to `.command`)
	* program
	*   .command('start <service>', 'start named service')
	*   .command('stop [service]', 'stop named service, or all if no name supplied');
	*
	* @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
	* @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
	* @param {object} [execOpts] - configuration options (for executable)
	* @return {Command} returns new command for action handler, or `this` for executable command
	*/
	command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
		let desc = actionOptsOrExecDesc;
		let opts = execOpts;
		if (typeof desc === "object" && desc !== null) {
			opts = desc;
			desc = null;
		}
		opts = opts || {};
		const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
		const cmd = this.createCommand(name);
		if (desc) {
			cmd.description(desc);
			cmd._executableHandler = true;
		}
		if (opts.isDefault) this._defaultCommandName = cmd._name;
		cmd._hidden = !!(opts.noHelp || opts.hidden);
		cmd._executableFile = opts.executableFile || null;
		if (args) cmd.arguments(args);
		this._registerCommand(cmd);
		cmd.parent = this;
		cmd.copyInheritedSettings(this);
		if (desc) return this;
		return cmd;
	}
	/**
	* Factory routine to create a new unattached command.
	*
	* See .command() for creating an attached subcommand, which uses this routine to
	* create the command. You can override createCommand to customise subcommands.
	*
	* @param {string} [name]
	* @return {Command} new command
	*/
	createCommand(name) {
		return new Command(name);
	}
	/**
	* You can customise the help with a subclass of Help by overriding createHelp,
	* or by overriding Help properties using configureHelp().
	*
	* @return {Help}
	*/
	createHelp() {
		return Object.assign(new Help(), this.configureHelp());
	}
	/**
	* You can customise the help by overriding Help properties using configureHelp(),
	* or with a subclass of Help by overriding createHelp().
	*
	* @param {object} [configuration] - configuration options
	* @return {(Command | object)} `this` command for chaining, or stored configuration
	*/
	configureHelp(configuration) {
		if (configuration === void 0) return this._helpConfiguration;
		this._helpConfiguration = configuration;
		return this;
	}
	/**
	* The default output goes to stdout and stderr. You can customise this for special
	* applications. You can also customise the display of errors by overriding outputError.
	*
	* The configuration properties are all functions:
	*
	*     // change how output being written, defaults to stdout and stderr
	*     writeOut(str)
	*     writeErr(str)
	*     // change how output being written for errors, defaults to writeErr
	*     outputError(str, write) // used for displaying errors and not used for displaying help
	*     // specify width for wrapping help
	*     getOutHelpWidth()
	*     getErrHelpWidth()
	*     // color support, currently only used with Help
	*     getOutHasColors()
	*     getErrHasColors()
	*     stripColor() // used to remove ANSI escape codes if output does not have colors
	*
	* @param {object} [configuration] - configuration options
	* @return {(Command | object)} `this` command for chaining, or stored configuration
	*/
	configureOutput(configuration) {
		if (configuration === void 0) return this._outputConfiguration;
		this._outputConfiguration = {
			...this._outputConfiguration,
			...configuration
		};
		return this;
	}
	/**
	* Display the help or a custom message after an error occurs.
	*
	* @param {(boolean|string)} [displayHelp]
	* @return {Command} `this` command for chaining
	*/
	showHelpAfterError(displayHelp = true) {
		if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
		this._showHelpAfterError = displayHelp;
		return this;
	}
	/**
	* Display suggestion of similar commands for unknown commands, or options for unknown options.
	*
	* @param {boolean} [displaySuggestion]
	* @return {Command} `this` command for chaining
	*/
	showSuggestionAfterError(displaySuggestion = true) {
		this._showSuggestionAfterError = !!displaySuggestion;
		return this;
	}
	/**
	* Add a prepared subcommand.
	*
	* See .command() for creating an attached subcommand which inherits settings from its parent.
	*
	* @param {Command} cmd - new subcommand
	* @param {object} [opts] - configuration options
	* @return {Command} `this` command for chaining
	*/
	addCommand(cmd, opts) {
		if (!cmd._name) throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
		opts = opts || {};
		if (opts.isDefault) this._defaultCommandName = cmd._name;
		if (opts.noHelp || opts.hidden) cmd._hidden = true;
		this._registerCommand(cmd);
		cmd.parent = this;
		cmd._checkForBrokenPassThrough();
		return this;
	}
	/**
	* Factory routine to create a new unattached argument.
	*
	* See .argument() for creating an attached argument, which uses this routine to
	* create the argument. You can override createArgument to return a custom argument.
	*
	* @param {string} name
	* @param {string} [description]
	* @return {Argument} new argument
	*/
	createArgument(name, description) {
		return new Argument(name, description);
	}
	/**
	* Define argument syntax for command.
	*
	* The default is that the argument is required, and you can explicitly
	* indicate this with <> around the name. Put [] around the name for an optional argument.
	*
	* @example
	* program.argument('<input-file>');
	* program.argument('[output-file]');
	*
	* @param {string} name
	* @param {string} [description]
	* @param {(Function|*)} [parseArg] - custom argument processing function or default value
	* @param {*} [defaultValue]
	* @return {Command} `this` command for chaining
	*/
	argument(name, description, parseArg, defaultValue) {
		const argument = this.createArgument(name, description);
		if (typeof parseArg === "function") argument.default(defaultValue).argParser(parseArg);
		else argument.default(parseArg);
		this.addArgument(argument);
		return this;
	}
	/**
	* Define argument syntax for command, adding multiple at once (without descriptions).
	*
	* See also .argument().
	*
	* @example
	* program.arguments('<cmd> [env]');
	*
	* @param {string} names
	* @return {Command} `this` command for chaining
	*/
	arguments(names) {
		names.trim().split(/ +/).forEach((detail) => {
			this.argument(detail);
		});
		return this;
	}
	/**
	* Define argument syntax for command, adding a prepared argument.
	*
	* @param {Argument} argument
	* @return {Command} `this` command for chaining
	*/
	addArgument(argument) {
		const previousArgument = this.registeredArguments.slice(-1)[0];
		if (previousArgument?.variadic) throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);
		if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) throw new Error(`a default value for a required argument is never used: '${argument.name()}'`);
		this.registeredArguments.push(argument);
		return this;
	}
	/**
	* Customise or override default help command. By default a help command is automatically added if your command has subcommands.
	*
	* @example
	*    program.helpCommand('help [cmd]');
	*    program.helpCommand('help [cmd]', 'show help');
	*    program.helpCommand(false); // suppress default help command
	*    program.helpCommand(true); // add help command even if no subcommands
	*
	* @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
	* @param {string} [description] - custom description
	* @return {Command} `this` command for chaining
	*/
	helpCommand(enableOrNameAndArgs, description) {
		if (typeof enableOrNameAndArgs === "boolean") {
			this._addImplicitHelpCommand = enableOrNameAndArgs;
			if (enableOrNameAndArgs && this._defaultCommandGroup) this._initCommandGroup(this._getHelpCommand());
			return this;
		}
		const [, helpName, helpArgs] = (enableOrNameAndArgs ?? "help [command]").match(/([^ ]+) *(.*)/);
		const helpDescription = description ?? "display help for command";
		const helpCommand = this.createCommand(helpName);
		helpCommand.helpOption(false);
		if (helpArgs) helpCommand.arguments(helpArgs);
		if (helpDescription) helpCommand.description(helpDescription);
		this._addImplicitHelpCommand = true;
		this._helpCommand = helpCommand;
		if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
		return this;
	}
	/**
	* Add prepared custom help command.
	*
	* @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
	* @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
	* @return {Command} `this` command for chaining
	*/
	addHelpCommand(helpCommand, deprecatedDescription) {
		if (typeof helpCommand !== "object") {
			this.helpCommand(helpCommand, deprecatedDescription);
			return this;
		}
		this._addImplicitHelpCommand = true;
		this._helpCommand = helpCommand;
		this._initCommandGroup(helpCommand);
		return this;
	}
	/**
	* Lazy create help command.
	*
	* @return {(Command|null)}
	* @package
	*/
	_getHelpCommand() {
		if (this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"))) {
			if (this._helpCommand === void 0) this.helpCommand(void 0, void 0);
			return this._helpCommand;
		}
		return null;
	}
	/**
	* Add hook for life cycle event.
	*
	* @param {string} event
	* @param {Function} listener
	* @return {Command} `this` command for chaining
	*/
	hook(event, listener) {
		const allowedValues = [
			"preSubcommand",
			"preAction",
			"postAction"
		];
		if (!allowedValues.includes(event)) throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
		if (this._lifeCycleHooks[event]) this._lifeCycleHooks[event].push(listener);
		else this._lifeCycleHooks[event] = [listener];
		return this;
	}
	/**
	* Register callback to use as replacement for calling process.exit.
	*
	* @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
	* @return {Command} `this` command for chaining
	*/
	exitOverride(fn) {
		if (fn) this._exitCallback = fn;
		else this._exitCallback = (err) => {
			if (err.code !== "commander.executeSubCommandAsync") throw err;
		};
		return this;
	}
	/**
	* Call process.exit, and _exitCallback if defined.
	*
	* @param {number} exitCode exit code for using with process.exit
	* @param {string} code an id string representing the error
	* @param {string} message human-readable description of the error
	* @return never
	* @private
	*/
	_exit(exitCode, code, message) {
		if (this._exitCallback) this._exitCallback(new CommanderError(exitCode, code, message));
		process$1.exit(exitCode);
	}
	/**
	* Register callback `fn` for the command.
	*
	* @example
	* program
	*   .command('serve')
	*   .description('start service')
	*   .action(function() {
	*      // do work here
	*   });
	*
	* @param {Function} fn
	* @return {Command} `this` command for chaining
	*/
	action(fn) {
		const listener = (args) => {
			const expectedArgsCount = this.registeredArguments.length;
			const actionArgs = args.slice(0, expectedArgsCount);
			if (this._storeOptionsAsProperties) actionArgs[expectedArgsCount] = this;
			else actionArgs[expectedArgsCount] = this.opts();
			actionArgs.push(this);
			return fn.apply(this, actionArgs);
		};
		this._actionHandler = listener;
		return this;
	}
	/**
	* Factory routine to create a new unattached option.
	*
	* See .option() for creating an attached option, which uses this routine to
	* create the option. You can override createOption to return a custom option.
	*
	* @param {string} flags
	* @param {string} [description]
	* @return {Option} new option
	*/
	createOption(flags, description) {
		return new Option(flags, description);
	}
	/**
	* Wrap parseArgs to catch 'commander.invalidArgument'.
	*
	* @param {(Option | Argument)} target
	* @param {string} value
	* @param {*} previous
	* @param {string} invalidArgumentMessage
	* @private
	*/
	_callParseArg(target, value, previous, invalidArgumentMessage) {
		try {
			return target.parseArg(value, previous);
		} catch (err) {
			if (err.code === "commander.invalidArgument") {
				const message = `${invalidArgumentMessage} ${err.message}`;
				this.error(message, {
					exitCode: err.exitCode,
					code: err.code
				});
			}
			throw err;
		}
	}
	/**
	* Check for option flag conflicts.
	* Register option if no conflicts found, or throw on conflict.
	*
	* @param {Option} option
	* @private
	*/
	_registerOption(option) {
		const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
		if (matchingOption) {
			const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
			throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
		}
		this._initOptionGroup(option);
		this.options.push(option);
	}
	/**
	* Check for command name and alias conflicts with existing commands.
	* Register command if no conflicts found, or throw on conflict.
	*
	* @param {Command} command
	* @private
	*/
	_registerCommand(command) {
		const knownBy = (cmd) => {
			return [cmd.name()].concat(cmd.aliases());
		};
		const alreadyUsed = knownBy(command).find((name) => this._findCommand(name));
		if (alreadyUsed) {
			const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
			const newCmd = knownBy(command).join("|");
			throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`);
		}
		this._initCommandGroup(command);
		this.commands.push(command);
	}
	/**
	* Add an option.
	*
	* @param {Option} option
	* @return {Command} `this` command for chaining
	*/
	addOption(option) {
		this._registerOption(option);
		const oname = option.name();
		const name = option.attributeName();
		if (option.defaultValue !== void 0) this.setOptionValueWithSource(name, option.defaultValue, "default");
		const handleOptionValue = (val, invalidValueMessage, valueSource) => {
			if (val == null && option.presetArg !== void 0) val = option.presetArg;
			const oldValue = this.getOptionValue(name);
			if (val !== null && option.parseArg) val = this._callParseArg(option, val, oldValue, invalidValueMessage);
			else if (val !== null && option.variadic) val = option._collectValue(val, oldValue);
			if (val == null) {
				if (option.negate) val = false;
				else if (option.isBoolean() || option.optional) val = true;
				else val = "";
			}
			this.setOptionValueWithSource(name, val, valueSource);
		};
		this.on("option:" + oname, (val) => {
			const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
			handleOptionValue(val, invalidValueMessage, "cli");
		});
		if (option.envVar) this.on("optionEnv:" + oname, (val) => {
			const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
			handleOptionValue(val, invalidValueMessage, "env");
		});
		return this;
	}
	/**
	* Internal implementation shared by .option() and .requiredOption()
	*
	* @return {Command} `this` command for chaining
	* @private
	*/
	_optionEx(config, flags, description, fn, defaultValue) {
		if (typeof flags === "object" && flags instanceof Option) throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");
		const option = this.createOption(flags, description);
		option.makeOptionMandatory(!!config.mandatory);
		if (typeof fn === "function") option.default(defaultValue).argParser(fn);
		else if (fn instanceof RegExp) {
			const regex = fn;
			fn = (val, def) => {
				const m = regex.exec(val);
				return m ? m[0] : def;
			};
			option.default(defaultValue).argParser(fn);
		} else option.default(fn);
		return this.addOption(option);
	}
	/**
	* Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
	*
	* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
	* option-argument is indicated by `<>` and an optional option-argument by `[]`.
	*
	* See the README for more details, and see also addOption() and requiredOption().
	*
	* @example
	* program
	*     .option('-p, --pepper', 'add pepper')
	*     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
	*     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
	*     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
	*
	* @param {string} flags
	* @param {string} [description]
	* @param {(Function|*)} [parseArg] - custom option processing function or default value
	* @param {*} [defaultValue]
	* @return {Command} `this` command for chaining
	*/
	option(flags, description, parseArg, defaultValue) {
		return this._optionEx({}, flags, description, parseArg, defaultValue);
	}
	/**
	* Add a required option which must have a value after parsing. This usually means
	* the option must be specified on the command line. (Otherwise the same as .option().)
	*
	* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
	*
	* @param {string} flags
	* @param {string} [description]
	* @param {(Function|*)} [parseArg] - custom option processing function or default value
	* @param {*} [defaultValue]
	* @return {Command} `this` command for chaining
	*/
	requiredOption(flags, description, parseArg, defaultValue) {
		return this._optionEx({ mandatory: true }, flags, description, parseArg, defaultValue);
	}
	/**
	* Alter parsing of short flags with optional values.
	*
	* @example
	* // for `.option('-f,--flag [value]'):
	* program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
	* program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
	*
	* @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
	* @return {Command} `this` command for chaining
	*/
	combineFlagAndOptionalValue(combine = true) {
		this._combineFlagAndOptionalValue = !!combine;
		return this;
	}
	/**
	* Allow unknown options on the command line.
	*
	* @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
	* @return {Command} `this` command for chaining
	*/
	allowUnknownOption(allowUnknown = true) {
		this._allowUnknownOption = !!allowUnknown;
		return this;
	}
	/**
	* Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
	*
	* @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
	* @return {Command} `this` command for chaining
	*/
	allowExcessArguments(allowExcess = true) {
		this._allowExcessArguments = !!allowExcess;
		return this;
	}
	/**
	* Enable positional options. Positional means global options are specified before subcommands which lets
	* subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
	* The default behaviour is non-positional and global options may appear anywhere on the command line.
	*
	* @param {boolean} [positional]
	* @return {Command} `this` command for chaining
	*/
	enablePositionalOptions(positional = true) {
		this._enablePositionalOptions = !!positional;
		return this;
	}
	/**
	* Pass through options that come after command-arguments rather than treat them as command-options,
	* so actual command-options come before command-arguments. Turning this on for a subcommand requires
	* positional options to have been enabled on the program (parent commands).
	* The default behaviour is non-positional and options may appear before or after command-arguments.
	*
	* @param {boolean} [passThrough] for unknown options.
	* @return {Command} `this` command for chaining
	*/
	passThroughOptions(passThrough = true) {
		this._passThroughOptions = !!passThrough;
		this._checkForBrokenPassThrough();
		return this;
	}
	/**
	* @private
	*/
	_checkForBrokenPassThrough() {
		if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`);
	}
	/**
	* Whether to store option values as properties on command object,
	* or store separately (specify false). In both cases the option values can be accessed using .opts().
	*
	* @param {boolean} [storeAsProperties=true]
	* @return {Command} `this` command for chaining
	*/
	storeOptionsAsProperties(storeAsProperties = true) {
		if (this.options.length) throw new Error("call .storeOptionsAsProperties() before adding options");
		if (Object.keys(this._optionValues).length) throw new Error("call .storeOptionsAsProperties() before setting option values");
		this._storeOptionsAsProperties = !!storeAsProperties;
		return this;
	}
	/**
	* Retrieve option value.
	*
	* @param {string} key
	* @return {object} value
	*/
	getOptionValue(key) {
		if (this._storeOptionsAsProperties) return this[key];
		return this._optionValues[key];
	}
	/**
	* Store option value.
	*
	* @param {string} key
	* @param {object} value
	* @return {Command} `this` command for chaining
	*/
	setOptionValue(key, value) {
		return this.setOptionValueWithSource(key, value, void 0);
	}
	/**
	* Store option value and where the value came from.
	*
	* @param {string} key
	* @param {object} value
	* @param {string} source - expected values are default/config/env/cli/implied
	* @return {Command} `this` command for chaining
	*/
	setOptionValueWithSource(key, value, source) {
		if (this._storeOptionsAsProperties) this[key] = value;
		else this._optionValues[key] = value;
		this._optionValueSources[key] = source;
		return this;
	}
	/**
	* Get source of option value.
	* Expected values are default | config | env | cli | implied
	*
	* @param {string} key
	* @return {string}
	*/
	getOptionValueSource(key) {
		return this._optionValueSources[key];
	}
	/**
	* Get source of option value. See also .optsWithGlobals().
	* Expected values are default | config | env | cli | implied
	*
	* @param {string} key
	* @return {string}
	*/
	getOptionValueSourceWithGlobals(key) {
		let source;
		this._getCommandAndAncestors().forEach((cmd) => {
			if (Object.hasOwn(cmd._optionValueSources, key)) source = cmd.getOptionValueSource(key);
		});
		return source;
	}
	/**
	* Get user arguments from implied or explicit arguments.
	* Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
	*
	* @private
	*/
	_prepareUserArgs(argv, parseOptions) {
		if (argv !== void 0 && !Array.isArray(argv)) throw new Error("first parameter to parse must be array or undefined");
		parseOptions = parseOptions || {};
		if (argv === void 0 && parseOptions.from === void 0) {
			if (process$1.versions?.electron) parseOptions.from = "electron";
			const execArgv = process$1.execArgv ?? [];
			if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) parseOptions.from = "eval";
		}
		if (argv === void 0) argv = process$1.argv;
		this.rawArgs = argv.slice();
		let userArgs;
		switch (parseOptions.from) {
			case void 0:
			case "node":
				this._scriptPath = argv[1];
				userArgs = argv.slice(2);
				break;
			case "electron":
				if (process$1.defaultApp) {
					this._scriptPath = argv[1];
					userArgs = argv.slice(2);
				} else userArgs = argv.slice(1);
				break;
			case "user":
				userArgs = argv.slice(0);
				break;
			case "eval":
				userArgs = argv.slice(1);
				break;
			default: throw new Error(`unexpected parse option { from: '${parseOptions.from}' }`);
		}
		if (!this._name && this._scriptPath) this.nameFromFilename(this._scriptPath);
		this._name = this._name || "program";
		return userArgs;
	}
	/**
	* Parse `argv`, setting options and invoking commands when defined.
	*
	* Use parseAsync instead of parse if any of your action handlers are async.
	*
	* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
	*
	* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
	* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
	* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
	* - `'user'`: just user arguments
	*
	* @example
	* program.parse(); // parse process.argv and auto-detect electron and special node flags
	* program.parse(process.argv); // assume argv[0] is app and argv[1] is script
	* program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
	*
	* @param {string[]} [argv] - optional, defaults to process.argv
	* @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
	* @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
	* @return {Command} `this` command for chaining
	*/
	parse(argv, parseOptions) {
		this._prepareForParse();
		const userArgs = this._prepareUserArgs(argv, parseOptions);
		this._parseCommand([], userArgs);
		return this;
	}
	/**
	* Parse `argv`, setting options and invoking commands when defined.
	*
	* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
	*
	* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
	* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
	* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
	* - `'user'`: just user arguments
	*
	* @example
	* await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
	* await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
	* await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
	*
	* @param {string[]} [argv]
	* @param {object} [parseOptions]
	* @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
	* @return {Promise}
	*/
	async parseAsync(argv, parseOptions) {
		this._prepareForParse();
		const userArgs = this._prepareUserArgs(argv, parseOptions);
		await this._parseCommand([], userArgs);
		return this;
	}
	_prepareForParse() {
		if (this._savedState === null) {
			this.options.filter((option) => option.negate && option.defaultValue === void 0 && this.getOptionValue(option.attributeName()) === void 0).forEach((option) => {
				const positiveLongFlag = option.long.replace(/^--no-/, "--");
				if (!this._findOption(positiveLongFlag)) this.setOptionValueWithSource(option.attributeName(), true, "default");
			});
			this.saveStateBeforeParse();
		} else this.restoreStateBeforeParse();
	}
	/**
	* Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
	* Not usually called directly, but available for subclasses to save their custom state.
	*
	* This is called in a lazy way. Only commands used in parsing chain will have state saved.
	*/
	saveStateBeforeParse() {
		this._savedState = {
			_name: this._name,
			_optionValues: { ...this._optionValues },
			_optionValueSources: { ...this._optionValueSources }
		};
	}
	/**
	* Restore state before parse for calls after the first.
	* Not usually called directly, but available for subclasses to save their custom state.
	*
	* This is called in a lazy way. Only commands used in parsing chain will have state restored.
	*/
	restoreStateBeforeParse() {
		if (this._storeOptionsAsProperties) throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
		this._name = this._savedState._name;
		this._scriptPath = null;
		this.rawArgs = [];
		this._optionValues = { ...this._savedState._optionValues };
		this._optionValueSources = { ...this._savedState._optionValueSources };
		this.args = [];
		this.processedArgs = [];
	}
	/**
	* Throw if expected executable is missing. Add lots of help for author.
	*
	* @param {string} executableFile
	* @param {string} executableDir
	* @param {string} subcommandName
	*/
	_checkForMissingExecutable(executableFile, executableDir, subcommandName) {
		if (fs.existsSync(executableFile)) return;
		const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory"}`;
		throw new Error(executableMissing);
	}
	/**
	* Execute a sub-command executable.
	*
	* @private
	*/
	_executeSubCommand(subcommand, args) {
		args = args.slice();
		const sourceExt = [
			".js",
			".ts",
			".tsx",
			".mjs",
			".cjs"
		];
		function findFile(baseDir, baseName) {
			const localBin = path.resolve(baseDir, baseName);
			if (fs.existsSync(localBin)) return localBin;
			if (sourceExt.includes(path.extname(baseName))) return void 0;
			const foundExt = sourceExt.find((ext) => fs.existsSync(`${localBin}${ext}`));
			if (foundExt) return `${localBin}${foundExt}`;
		}
		this._checkForMissingMandatoryOptions();
		this._checkForConflictingOptions();
		let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
		let executableDir = this._executableDir || "";
		if (this._scriptPath) {
			let resolvedScriptPath;
			try {
				resolvedScriptPath = fs.realpathSync(this._scriptPath);
			} catch {
				resolvedScriptPath = this._scriptPath;
			}
			executableDir = path.resolve(path.dirname(resolvedScriptPath), executableDir);
		}
		if (executableDir) {
			let localFile = findFile(executableDir, executableFile);
			if (!localFile && !subcommand._executableFile && this._scriptPath) {
				const legacyName = path.basename(this._scriptPath, path.extname(this._scriptPath));
				if (legacyName !== this._name) localFile = findFile(executableDir, `${legacyName}-${subcommand._name}`);
			}
			executableFile = localFile || executableFile;
		}
		const launchWithNode = sourceExt.includes(path.extname(executableFile));
		let proc;
		if (process$1.platform !== "win32") {
			if (launchWithNode) {
				args.unshift(executableFile);
				args = incrementNodeInspectorPort(process$1.execArgv).concat(args);
				proc = childProcess.spawn(process$1.argv[0], args, { stdio: "inherit" });
			} else proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
		} else {
			this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
			args.unshift(executableFile);
			args = incrementNodeInspectorPort(process$1.execArgv).concat(args);
			proc = childProcess.spawn(process$1.execPath, args, { stdio: "inherit" });
		}
		if (!proc.killed) [
			"SIGUSR1",
			"SIGUSR2",
			"SIGTERM",
			"SIGINT",
			"SIGHUP"
		].forEach((signal) => {
			process$1.on(signal, () => {
				if (proc.killed === false && proc.exitCode === null) proc.kill(signal);
			});
		});
		const exitCallback = this._exitCallback;
		proc.on("close", (code) => {
			code = code ?? 1;
			if (!exitCallback) process$1.exit(code);
			else exitCallback(new CommanderError(code, "commander.executeSubCommandAsync", "(close)"));
		});
		proc.on("error", (err) => {
			if (err.code === "ENOENT") this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
			else if (err.code === "EACCES") throw new Error(`'${executableFile}' not executable`);
			if (!exitCallback) process$1.exit(1);
			else {
				const wrappedError = new CommanderError(1, "commander.executeSubCommandAsync", "(error)");
				wrappedError.nestedError = err;
				exitCallback(wrappedError);
			}
		});
		this.runningCommand = proc;
	}
	/**
	* @private
	*/
	_dispatchSubcommand(commandName, operands, unknown) {
		const subCommand = this._findCommand(commandName);
		if (!subCommand) this.help({ error: true });
		subCommand._prepareForParse();
		let promiseChain;
		promiseChain = this._chainOrCallSubCommandHook(promiseChain, subCommand, "preSubcommand");
		promiseChain = this._chainOrCall(promiseChain, () => {
			if (subCommand._executableHandler) this._executeSubCommand(subCommand, operands.concat(unknown));
			else return subCommand._parseCommand(operands, unknown);
		});
		return promiseChain;
	}
	/**
	* Invoke help directly if possible, or dispatch if necessary.
	* e.g. help foo
	*
	* @private
	*/
	_dispatchHelpCommand(subcommandName) {
		if (!subcommandName) this.help();
		const subCommand = this._findCommand(subcommandName);
		if (subCommand && !subCommand._executableHandler) subCommand.help();
		return this._dispatchSubcommand(subcommandName, [], [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]);
	}
	/**
	* Check this.args against expected this.registeredArguments.
	*
	* @private
	*/
	_checkNumberOfArguments() {
		this.registeredArguments.forEach((arg, i) => {
			if (arg.required && this.args[i] == null) this.missingArgument(arg.name());
		});
		if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) return;
		if (this.args.length > this.registeredArguments.length) this._excessArguments(this.args);
	}
	/**
	* Process this.args using this.registeredArguments and save as this.processedArgs!
	*
	* @private
	*/
	_processArguments() {
		const myParseArg = (argument, value, previous) => {
			let parsedValue = value;
			if (value !== null && argument.parseArg) {
				const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
				parsedValue = this._callParseArg(argument, value, previous, invalidValueMessage);
			}
			return parsedValue;
		};
		this._checkNumberOfArguments();
		const processedArgs = [];
		this.registeredArguments.forEach((declaredArg, index) => {
			let value = declaredArg.defaultValue;
			if (declaredArg.variadic) {
				if (index < this.args.length) {
					value = this.args.slice(index);
					if (declaredArg.parseArg) value = value.reduce((processed, v) => {
						return myParseArg(declaredArg, v, processed);
					}, declaredArg.defaultValue);
				} else if (value === void 0) value = [];
			} else if (index < this.args.length) {
				value = this.args[index];
				if (declaredArg.parseArg) value = myParseArg(declaredArg, value, declaredArg.defaultValue);
			}
			processedArgs[index] = value;
		});
		this.processedArgs = processedArgs;
	}
	/**
	* Once we have a promise we chain, but call synchronously until then.
	*
	* @param {(Promise|undefined)} promise
	* @param {Function} fn
	* @return {(Promise|undefined)}
	* @private
	*/
	_chainOrCall(promise, fn) {
		if (promise?.then && typeof promise.then === "function") return promise.then(() => fn());
		return fn();
	}
	/**
	*
	* @param {(Promise|undefined)} promise
	* @param {string} event
	* @return {(Promise|undefined)}
	* @private
	*/
	_chainOrCallHooks(promise, event) {
		let result = promise;
		const hooks = [];
		this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
			hookedCommand._lifeCycleHooks[event].forEach((callback) => {
				hooks.push({
					hookedCommand,
					callback
				});
			});
		});
		if (event === "postAction") hooks.reverse();
		hooks.forEach((hookDetail) => {
			result = this._chainOrCall(result, () => {
				return hookDetail.callback(hookDetail.hookedCommand, this);
			});
		});
		return result;
	}
	/**
	*
	* @param {(Promise|undefined)} promise
	* @param {Command} subCommand
	* @param {string} event
	* @return {(Promise|undefined)}
	* @private
	*/
	_chainOrCallSubCommandHook(promise, subCommand, event) {
		let result = promise;
		if (this._lifeCycleHooks[event] !== void 0) this._lifeCycleHooks[event].forEach((hook) => {
			result = this._chainOrCall(result, () => {
				return hook(this, subCommand);
			});
		});
		return result;
	}
	/**
	* Process arguments in context of this command.
	* Returns action result, in case it is a promise.
	*
	* @private
	*/
	_parseCommand(operands, unknown) {
		const parsed = this.parseOptions(unknown);
		this._parseOptionsEnv();
		this._parseOptionsImplied();
		operands = operands.concat(parsed.operands);
		unknown = parsed.unknown;
		this.args = operands.concat(unknown);
		if (operands && this._findCommand(operands[0])) return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
		if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) return this._dispatchHelpCommand(operands[1]);
		if (this._defaultCommandName) {
			this._outputHelpIfRequested(unknown);
			return this._dispatchSubcommand(this._defaultCommandName, operands, unknown);
		}
		if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) this.help({ error: true });
		this._outputHelpIfRequested(parsed.unknown);
		this._checkForMissingMandatoryOptions();
		this._checkForConflictingOptions();
		const checkForUnknownOptions = () => {
			if (parsed.unknown.length > 0) this.unknownOption(parsed.unknown[0]);
		};
		const commandEvent = `command:${this.name()}`;
		if (this._actionHandler) {
			checkForUnknownOptions();
			this._processArguments();
			let promiseChain;
			promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
			promiseChain = this._chainOrCall(promiseChain, () => this._actionHandler(this.processedArgs));
			if (this.parent) promiseChain = this._chainOrCall(promiseChain, () => {
				this.parent.emit(commandEvent, operands, unknown);
			});
			promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
			return promiseChain;
		}
		if (this.parent?.listenerCount(commandEvent)) {
			checkForUnknownOptions();
			this._processArguments();
			this.parent.emit(commandEvent, operands, unknown);
		} else if (operands.length) {
			if (this._findCommand("*")) return this._dispatchSubcommand("*", operands, unknown);
			if (this.listenerCount("command:*")) this.emit("command:*", operands, unknown);
			else if (this.commands.length) this.unknownCommand();
			else {
				checkForUnknownOptions();
				this._processArguments();
			}
		} else if (this.commands.length) {
			checkForUnknownOptions();
			this.help({ error: true });
		} else {
			checkForUnknownOptions();
			this._processArguments();
		}
	}
	/**
	* Find matching command.
	*
	* @private
	* @return {Command | undefined}
	*/
	_findCommand(name) {
		if (!name) return void 0;
		return this.commands.find((cmd) => cmd._name === name || cmd._aliases.includes(name));
	}
	/**
	* Return an option matching `arg` if any.
	*
	* @param {string} arg
	* @return {Option}
	* @package
	*/
	_findOption(arg) {
		return this.options.find((option) => option.is(arg));
	}
	/**
	* Display an error message if a mandatory option does not have a value.
	* Called after checking for help flags in leaf subcommand.
	*
	* @private
	*/
	_checkForMissingMandatoryOptions() {
		this._getCommandAndAncestors().forEach((cmd) => {
			cmd.options.forEach((anOption) => {
				if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) cmd.missingMandatoryOptionValue(anOption);
			});
		});
	}
	/**
	* Display an error message if conflicting options are used together in this.
	*
	* @private
	*/
	_checkForConflictingLocalOptions() {
		const definedNonDefaultOptions = this.options.filter((option) => {
			const optionKey = option.attributeName();
			if (this.getOptionValue(optionKey) === void 0) return false;
			return this.getOptionValueSource(optionKey) !== "default";
		});
		definedNonDefaultOptions.filter((option) => option.conflictsWith.length > 0).forEach((option) => {
			const conflictingAndDefined = definedNonDefaultOptions.find((defined) => option.conflictsWith.includes(defined.attributeName()));
			if (conflictingAndDefined) this._conflictingOption(option, conflictingAndDefined);
		});
	}
	/**
	* Display an error message if conflicting options are used together.
	* Called after checking for help flags in leaf subcommand.
	*
	* @private
	*/
	_checkForConflictingOptions() {
		this._getCommandAndAncestors().forEach((cmd) => {
			cmd._checkForConflictingLocalOptions();
		});
	}
	/**
	* Parse options from `argv` removing known options,
	* and return argv split into operands and unknown arguments.
	*
	* Side effects: modifies command by storing options. Does not reset state if called again.
	*
	* Examples:
	*
	*     argv => operands, unknown
	*     --known kkk op => [op], []
	*     op --known kkk => [op], []
	*     sub --unknown uuu op => [sub], [--unknown uuu op]
	*     sub -- --unknown uuu op => [sub --unknown uuu op], []
	*
	* @param {string[]} args
	* @return {{operands: string[], unknown: string[]}}
	*/
	parseOptions(args) {
		const operands = [];
		const unknown = [];
		let dest = operands;
		function maybeOption(arg) {
			return arg.length > 1 && arg[0] === "-";
		}
		const negativeNumberArg = (arg) => {
			if (!/^-(\d+|\d*\.\d+)([eE][+-]?\d+)?$/.test(arg)) return false;
			return !this._getCommandAndAncestors().some((cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short)));
		};
		let activeVariadicOption = null;
		let activeGroup = null;
		let i = 0;
		while (i < args.length || activeGroup) {
			const arg = activeGroup ?? args[i++];
			activeGroup = null;
			if (arg === "--") {
				if (dest === unknown) dest.push(arg);
				dest.push(...args.slice(i));
				break;
			}
			if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
				this.emit(`option:${activeVariadicOption.name()}`, arg);
				continue;
			}
			activeVariadicOption = null;
			if (maybeOption(arg)) {
				const option = this._findOption(arg);
				if (option) {
					if (option.required) {
						const value = args[i++];
						if (value === void 0) this.optionMissingArgument(option);
						this.emit(`option:${option.name()}`, value);
					} else if (option.optional) {
						let value = null;
						if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) value = args[i++];
						this.emit(`option:${option.name()}`, value);
					} else this.emit(`option:${option.name()}`);
					activeVariadicOption = option.variadic ? option : null;
					continue;
				}
			}
			if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
				const option = this._findOption(`-${arg[1]}`);
				if (option) {
					if (option.required || option.optional && this._combineFlagAndOptionalValue) this.emit(`option:${option.name()}`, arg.slice(2));
					else {
						this.emit(`option:${option.name()}`);
						activeGroup = `-${arg.slice(2)}`;
					}
					continue;
				}
			}
			if (/^--[^=]+=/.test(arg)) {
				const index = arg.indexOf("=");
				const option = this._findOption(arg.slice(0, index));
				if (option && (option.required || option.optional)) {
					this.emit(`option:${option.name()}`, arg.slice(index + 1));
					continue;
				}
			}
			if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) dest = unknown;
			if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
				if (this._findCommand(arg)) {
					operands.push(arg);
					unknown.push(...args.slice(i));
					break;
				} else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
					operands.push(arg, ...args.slice(i));
					break;
				} else if (this._defaultCommandName) {
					unknown.push(arg, ...args.slice(i));
					break;
				}
			}
			if (this._passThroughOptions) {
				dest.push(arg, ...args.slice(i));
				break;
			}
			dest.push(arg);
		}
		return {
			operands,
			unknown
		};
	}
	/**
	* Return an object containing local option values as key-value pairs.
	*
	* @return {object}
	*/
	opts() {
		if (this._storeOptionsAsProperties) {
			const result = {};
			const len = this.options.length;
			for (let i = 0; i < len; i++) {
				const key = this.options[i].attributeName();
				result[key] = key === this._versionOptionName ? this._version : this[key];
			}
			return result;
		}
		return this._optionValues;
	}
	/**
	* Return an object containing merged local and global option values as key-value pairs.
	*
	* @return {object}
	*/
	optsWithGlobals() {
		return this._getCommandAndAncestors().reduce((combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()), {});
	}
	/**
	* Display error message and exit (or call exitOverride).
	*
	* @param {string} message
	* @param {object} [errorOptions]
	* @param {string} [errorOptions.code] - an id string representing the error
	* @param {number} [errorOptions.exitCode] - used with process.exit
	*/
	error(message, errorOptions) {
		this._outputConfiguration.outputError(`${message}\n`, this._outputConfiguration.writeErr);
		if (typeof this._showHelpAfterError === "string") this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
		else if (this._showHelpAfterError) {
			this._outputConfiguration.writeErr("\n");
			this.outputHelp({ error: true });
		}
		const config = errorOptions || {};
		const exitCode = config.exitCode || 1;
		const code = config.code || "commander.error";
		this._exit(exitCode, code, message);
	}
	/**
	* Apply any option related environment variables, if option does
	* not have a value from cli or client code.
	*
	* @private
	*/
	_parseOptionsEnv() {
		this.options.forEach((option) => {
			if (option.envVar && option.envVar in process$1.env) {
				const optionKey = option.attributeName();
				if (this.getOptionValue(optionKey) === void 0 || [
					"default",
					"config",
					"env"
				].includes(this.getOptionValueSource(optionKey))) {
					if (option.required || option.optional) this.emit(`optionEnv:${option.name()}`, process$1.env[option.envVar]);
					else this.emit(`optionEnv:${option.name()}`);
				}
			}
		});
	}
	/**
	* Apply any implied option values, if option is undefined or default value.
	*
	* @private
	*/
	_parseOptionsImplied() {
		const dualHelper = new DualOptions(this.options);
		const hasCustomOptionValue = (optionKey) => {
			return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
		};
		this.options.filter((option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(this.getOptionValue(option.attributeName()), option)).forEach((option) => {
			Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
				this.setOptionValueWithSource(impliedKey, option.implied[impliedKey], "implied");
			});
		});
	}
	/**
	* Argument `name` is missing.
	*
	* @param {string} name
	* @private
	*/
	missingArgument(name) {
		const message = `error: missing required argument '${name}'`;
		this.error(message, { code: "commander.missingArgument" });
	}
	/**
	* `Option` is missing an argument.
	*
	* @param {Option} option
	* @private
	*/
	optionMissingArgument(option) {
		const message = `error: option '${option.flags}' argument missing`;
		this.error(message, { code: "commander.optionMissingArgument" });
	}
	/**
	* `Option` does not have a value, and is a mandatory option.
	*
	* @param {Option} option
	* @private
	*/
	missingMandatoryOptionValue(option) {
		const message = `error: required option '${option.flags}' not specified`;
		this.error(message, { code: "commander.missingMandatoryOptionValue" });
	}
	/**
	* `Option` conflicts with another option.
	*
	* @param {Option} option
	* @param {Option} conflictingOption
	* @private
	*/
	_conflictingOption(option, conflictingOption) {
		const findBestOptionFromValue = (option) => {
			const optionKey = option.attributeName();
			const optionValue = this.getOptionValue(optionKey);
			const negativeOption = this.options.find((target) => target.negate && optionKey === target.attributeName());
			const positiveOption = this.options.find((target) => !target.negate && optionKey === target.attributeName());
			if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) return negativeOption;
			return positiveOption || option;
		};
		const getErrorMessage = (option) => {
			const bestOption = findBestOptionFromValue(option);
			const optionKey = bestOption.attributeName();
			if (this.getOptionValueSource(optionKey) === "env") return `environment variable '${bestOption.envVar}'`;
			return `option '${bestOption.flags}'`;
		};
		const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
		this.error(message, { code: "commander.conflictingOption" });
	}
	/**
	* Unknown option `flag`.
	*
	* @param {string} flag
	* @private
	*/
	unknownOption(flag) {
		if (this._allowUnknownOption) return;
		let suggestion = "";
		if (flag.startsWith("--") && this._showSuggestionAfterError) {
			let candidateFlags = [];
			let command = this;
			do {
				const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
				candidateFlags = candidateFlags.concat(moreFlags);
				command = command.parent;
			} while (command && !command._enablePositionalOptions);
			suggestion = suggestSimilar(flag, candidateFlags);
		}
		const message = `error: unknown option '${flag}'${suggestion}`;
		this.error(message, { code: "commander.unknownOption" });
	}
	/**
	* Excess arguments, more than expected.
	*
	* @param {string[]} receivedArgs
	* @private
	*/
	_excessArguments(receivedArgs) {
		if (this._allowExcessArguments) return;
		const expected = this.registeredArguments.length;
		const s = expected === 1 ? "" : "s";
		const received = receivedArgs.length;
		const message = `error: too many arguments${this.parent ? ` for '${this.name()}'` : ""}. Expected ${expected} argument${s} but got ${received}: ${receivedArgs.join(", ")}.`;
		this.error(message, { code: "commander.excessArguments" });
	}
	/**
	* Unknown command.
	*
	* @private
	*/
	unknownCommand() {
		const unknownName = this.args[0];
		let suggestion = "";
		if (this._showSuggestionAfterError) {
			const candidateNames = [];
			this.createHelp().visibleCommands(this).forEach((command) => {
				candidateNames.push(command.name());
				if (command.alias()) candidateNames.push(command.alias());
			});
			suggestion = suggestSimilar(unknownName, candidateNames);
		}
		const message = `error: unknown command '${unknownName}'${suggestion}`;
		this.error(message, { code: "commander.unknownCommand" });
	}
	/**
	* Get or set the program version.
	*
	* This method auto-registers the "-V, --version" option which will print the version number.
	*
	* You can optionally supply the flags and description to override the defaults.
	*
	* @param {string} [str]
	* @param {string} [flags]
	* @param {string} [description]
	* @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
	*/
	version(str, flags, description) {
		if (str === void 0) return this._version;
		this._version = str;
		flags = flags || "-V, --version";
		description = description || "output the version number";
		const versionOption = this.createOption(flags, description);
		this._versionOptionName = versionOption.attributeName();
		this._registerOption(versionOption);
		this.on("option:" + versionOption.name(), () => {
			this._outputConfiguration.writeOut(`${str}\n`);
			this._exit(0, "commander.version", str);
		});
		return this;
	}
	/**
	* Set the description.
	*
	* @param {string} [str]
	* @param {object} [argsDescription]
	* @return {(string|Command)}
	*/
	description(str, argsDescription) {
		if (str === void 0 && argsDescription === void 0) return this._description;
		this._description = str;
		if (argsDescription) this._argsDescription = argsDescription;
		return this;
	}
	/**
	* Set the summary. Used when listed as subcommand of parent.
	*
	* @param {string} [str]
	* @return {(string|Command)}
	*/
	summary(str) {
		if (str === void 0) return this._summary;
		this._summary = str;
		return this;
	}
	/**
	* Set an alias for the command.
	*
	* You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
	*
	* @param {string} [alias]
	* @return {(string|Command)}
	*/
	alias(alias) {
		if (alias === void 0) return this._aliases[0];
		/** @type {Command} */
		let command = this;
		if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) command = this.commands[this.commands.length - 1];
		if (alias === command._name) throw new Error("Command alias can't be the same as its name");
		const matchingCommand = this.parent?._findCommand(alias);
		if (matchingCommand) {
			const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
			throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`);
		}
		command._aliases.push(alias);
		return this;
	}
	/**
	* Set aliases for the command.
	*
	* Only the first alias is shown in the auto-generated help.
	*
	* @param {string[]} [aliases]
	* @return {(string[]|Command)}
	*/
	aliases(aliases) {
		if (aliases === void 0) return this._aliases;
		aliases.forEach((alias) => this.alias(alias));
		return this;
	}
	/**
	* Set / get the command usage `str`.
	*
	* @param {string} [str]
	* @return {(string|Command)}
	*/
	usage(str) {
		if (str === void 0) {
			if (this._usage) return this._usage;
			const args = this.registeredArguments.map((arg) => {
				return humanReadableArgName(arg);
			});
			return [].concat(this.options.length || this._helpOption !== null ? "[options]" : [], this.commands.length ? "[command]" : [], this.registeredArguments.length ? args : []).join(" ");
		}
		this._usage = str;
		return this;
	}
	/**
	* Get or set the name of the command.
	*
	* @param {string} [str]
	* @return {(string|Command)}
	*/
	name(str) {
		if (str === void 0) return this._name;
		this._name = str;
		return this;
	}
	/**
	* Set/get the help group heading for this subcommand in parent command's help.
	*
	* @param {string} [heading]
	* @return {Command | string}
	*/
	helpGroup(heading) {
		if (heading === void 0) return this._helpGroupHeading ?? "";
		this._helpGroupHeading = heading;
		return this;
	}
	/**
	* Set/get the default help group heading for subcommands added to this command.
	* (This does not override a group set directly on the subcommand using .helpGroup().)
	*
	* @example
	* program.commandsGroup('Development Commands:');
	* program.command('watch')...
	* program.command('lint')...
	* ...
	*
	* @param {string} [heading]
	* @returns {Command | string}
	*/
	commandsGroup(heading) {
		if (heading === void 0) return this._defaultCommandGroup ?? "";
		this._defaultCommandGroup = heading;
		return this;
	}
	/**
	* Set/get the default help group heading for options added to this command.
	* (This does not override a group set directly on the option using .helpGroup().)
	*
	* @example
	* program
	*   .optionsGroup('Development Options:')
	*   .option('-d, --debug', 'output extra debugging')
	*   .option('-p, --profile', 'output profiling information')
	*
	* @param {string} [heading]
	* @returns {Command | string}
	*/
	optionsGroup(heading) {
		if (heading === void 0) return this._defaultOptionGroup ?? "";
		this._defaultOptionGroup = heading;
		return this;
	}
	/**
	* @param {Option} option
	* @private
	*/
	_initOptionGroup(option) {
		if (this._defaultOptionGroup && !option.helpGroupHeading) option.helpGroup(this._defaultOptionGroup);
	}
	/**
	* @param {Command} cmd
	* @private
	*/
	_initCommandGroup(cmd) {
		if (this._defaultCommandGroup && !cmd.helpGroup()) cmd.helpGroup(this._defaultCommandGroup);
	}
	/**
	* Set the name of the command from script filename, such as process.argv[1],
	* or import.meta.filename.
	*
	* (Used internally and public although not documented in README.)
	*
	* @example
	* program.nameFromFilename(import.meta.filename);
	*
	* @param {string} filename
	* @return {Command}
	*/
	nameFromFilename(filename) {
		this._name = path.basename(filename, path.extname(filename));
		return this;
	}
	/**
	* Get or set the directory for searching for executable subcommands of this command.
	*
	* @example
	* program.executableDir(import.meta.dirname);
	* // or
	* program.executableDir('subcommands');
	*
	* @param {string} [path]
	* @return {(string|null|Command)}
	*/
	executableDir(path) {
		if (path === void 0) return this._executableDir;
		this._executableDir = path;
		return this;
	}
	/**
	* Return program help documentation.
	*
	* @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
	* @return {string}
	*/
	helpInformation(contextOptions) {
		const helper = this.createHelp();
		const context = this._getOutputContext(contextOptions);
		helper.prepareContext({
			error: context.error,
			helpWidth: context.helpWidth,
			outputHasColors: context.hasColors
		});
		const text = helper.formatHelp(this, helper);
		if (context.hasColors) return text;
		return this._outputConfiguration.stripColor(text);
	}
	/**
	* @typedef HelpContext
	* @type {object}
	* @property {boolean} error
	* @property {number} helpWidth
	* @property {boolean} hasColors
	* @property {function} write - includes stripColor if needed
	*
	* @returns {HelpContext}
	* @private
	*/
	_getOutputContext(contextOptions) {
		contextOptions = contextOptions || {};
		const error = !!contextOptions.error;
		let baseWrite;
		let hasColors;
		let helpWidth;
		if (error) {
			baseWrite = (str) => this._outputConfiguration.writeErr(str);
			hasColors = this._outputConfiguration.getErrHasColors();
			helpWidth = this._outputConfiguration.getErrHelpWidth();
		} else {
			baseWrite = (str) => this._outputConfiguration.writeOut(str);
			hasColors = this._outputConfiguration.getOutHasColors();
			helpWidth = this._outputConfiguration.getOutHelpWidth();
		}
		const write = (str) => {
			if (!hasColors) str = this._outputConfiguration.stripColor(str);
			return baseWrite(str);
		};
		return {
			error,
			write,
			hasColors,
			helpWidth
		};
	}
	/**
	* Output help information for this command.
	*
	* Outputs built-in help, and custom text added using `.addHelpText()`.
	*
	* @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
	*/
	outputHelp(contextOptions) {
		let deprecatedCallback;
		if (typeof contextOptions === "function") {
			deprecatedCallback = contextOptions;
			contextOptions = void 0;
		}
		const outputContext = this._getOutputContext(contextOptions);
		/** @type {HelpTextEventContext} */
		const eventContext = {
			error: outputContext.error,
			write: outputContext.write,
			command: this
		};
		this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
		this.emit("beforeHelp", eventContext);
		let helpInformation = this.helpInformation({ error: outputContext.error });
		if (deprecatedCallback) {
			helpInformation = deprecatedCallback(helpInformation);
			if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) throw new Error("outputHelp callback must return a string or a Buffer");
		}
		outputContext.write(helpInformation);
		if (this._getHelpOption()?.long) this.emit(this._getHelpOption().long);
		this.emit("afterHelp", eventContext);
		this._getCommandAndAncestors().forEach((command) => command.emit("afterAllHelp", eventContext));
	}
	/**
	* You can pass in flags and a description to customise the built-in help option.
	* Pass in false to disable the built-in help option.
	*
	* @example
	* program.helpOption('-?, --help', 'show help'); // customise
	* program.helpOption(false); // disable
	*
	* @param {(string | boolean)} flags
	* @param {string} [description]
	* @return {Command} `this` command for chaining
	*/
	helpOption(flags, description) {
		if (typeof flags === "boolean") {
			if (flags) {
				if (this._helpOption === null) this._helpOption = void 0;
				if (this._defaultOptionGroup) this._initOptionGroup(this._getHelpOption());
			} else this._helpOption = null;
			return this;
		}
		this._helpOption = this.createOption(flags ?? "-h, --help", description ?? "display help for command");
		if (flags || description) this._initOptionGroup(this._helpOption);
		return this;
	}
	/**
	* Lazy create help option.
	* Returns null if has been disabled with .helpOption(false).
	*
	* @returns {(Option | null)} the help option
	* @package
	*/
	_getHelpOption() {
		if (this._helpOption === void 0) this.helpOption(void 0, void 0);
		return this._helpOption;
	}
	/**
	* Supply your own option to use for the built-in help option.
	* This is an alternative to using helpOption() to customise the flags and description etc.
	*
	* @param {Option} option
	* @return {Command} `this` command for chaining
	*/
	addHelpOption(option) {
		this._helpOption = option;
		this._initOptionGroup(option);
		return this;
	}
	/**
	* Output help information and exit.
	*
	* Outputs built-in help, and custom text added using `.addHelpText()`.
	*
	* @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
	*/
	help(contextOptions) {
		this.outputHelp(contextOptions);
		let exitCode = Number(process$1.exitCode ?? 0);
		if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) exitCode = 1;
		this._exit(exitCode, "commander.help", "(outputHelp)");
	}
	/**
	* // Do a little typing to coordinate emit and listener for the help text events.
	* @typedef HelpTextEventContext
	* @type {object}
	* @property {boolean} error
	* @property {Command} command
	* @property {function} write
	*/
	/**
	* Add additional text to be displayed with the built-in help.
	*
	* Position is 'before' or 'after' to affect just this command,
	* and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
	*
	* @param {string} position - before or after built-in help
	* @param {(string | Function)} text - string to add, or a function returning a string
	* @return {Command} `this` command for chaining
	*/
	addHelpText(position, text) {
		const allowedValues = [
			"beforeAll",
			"before",
			"after",
			"afterAll"
		];
		if (!allowedValues.includes(position)) throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
		const helpEvent = `${position}Help`;
		this.on(helpEvent, (context) => {
			let helpStr;
			if (typeof text === "function") helpStr = text({
				error: context.error,
				command: context.command
			});
			else helpStr = text;
			if (helpStr) context.write(`${helpStr}\n`);
		});
		return this;
	}
	/**
	* Output help information if help flags specified
	*
	* @param {Array} args - array of options to search for help flags
	* @private
	*/
	_outputHelpIfRequested(args) {
		const helpOption = this._getHelpOption();
		if (helpOption && args.find((arg) => helpOption.is(arg))) {
			this.outputHelp();
			this._exit(0, "commander.helpDisplayed", "(outputHelp)");
		}
	}
};
/**
* Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
*
* @param {string[]} args - array of arguments from node.execArgv
* @returns {string[]}
* @private
*/
function incrementNodeInspectorPort(args) {
	return args.map((arg) => {
		if (!arg.startsWith("--inspect")) return arg;
		let debugOption;
		let debugHost = "127.0.0.1";
		let debugPort = "9229";
		let match;
		if ((match = arg.match(/^(--inspect(-brk|-wait)?)$/)) !== null) debugOption = match[1];
		else if ((match = arg.match(/^(--inspect(-brk|-port|-wait)?)=(\[[^\]]+\]|[^:]+)$/)) !== null) {
			debugOption = match[1];
			if (/^\d+$/.test(match[3])) debugPort = match[3];
			else debugHost = match[3];
		} else if ((match = arg.match(/^(--inspect(-brk|-port|-wait)?)=(\[[^\]]+\]|[^:]+):(\d+)$/)) !== null) {
			debugOption = match[1];
			debugHost = match[3];
			debugPort = match[4];
		}
		if (debugOption && debugPort !== "0") return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
		return arg;
	});
}
/**
* Exported for using from tests, not otherwise used outside this file.
*
* @returns {boolean | undefined}
* @package
*/
function useColor() {
	if (process$1.env.NO_COLOR || process$1.env.FORCE_COLOR === "0" || process$1.env.FORCE_COLOR === "false") return false;
	if (process$1.env.FORCE_COLOR || process$1.env.CLICOLOR_FORCE !== void 0) return true;
}

// node_modules/commander/index.js
const program$1 = new Command();

// src/logs/task-log.ts
/** The tools whose logs can be read. */
const TOOLS = ["lm-eval", "inspect"];

// src/cli/options.ts
/** The option for the configuration's path. */
const config = () => new Option("--config <file>", "the configuration file").default("reversal.yml");
/** The option for a run's folder. `resolveFolders` makes it relative to the configuration's folder. */
const out = () => new Option("--out <folder>", "the folder for the result and the report, relative to the configuration's folder").default(".reversal-check");
/** The option for the completion store. `resolveFolders` sets its default. */
const store = () => new Option("--store <folder>", "the folder where completions are stored and reused, relative to the configuration's folder (default: a folder named completions in the --out folder)");
/**
* Resolves a command's folders, `--out` and `--store`, so that a command finds the same completions no matter which
* folder it is run from: paths are relative to the configuration's folder, and the default store is in the `--out`
* folder. In earlier versions, paths were relative to the current folder. A folder that exists only there is still
* used, and `onNote` reports this.
*/
const resolveFolders = (command, onNote) => {
	const { config: configPath, out: folder, store: own } = command.opts();
	if (typeof folder !== "string") return;
	const resolved = (path) => {
		const there = isAbsolute(path) ? path : join(dirname(typeof configPath === "string" ? configPath : "."), path);
		if (existsSync(there) || !existsSync(path)) return there;
		onNote(`Using ${path} in the current folder, because ${there} does not exist. To avoid this note, move the folder there.`);
		return path;
	};
	const outFolder = resolved(folder);
	command.setOptionValue("out", outFolder);
	command.setOptionValue("store", typeof own === "string" ? resolved(own) : join(outFolder, "completions"));
};
/** The option to print a single JSON value and nothing else. */
const json = () => new Option("--json", "print the result as JSON; everything else goes to standard error").default(false);
/** The option for the tool that wrote the logs. */
const from = () => new Option("--from <tool>", "the tool that wrote the logs; items, prompts and answers are read from the logs").choices(TOOLS);
/** The option for the scores in a log that determine whether a sample is correct. */
const score$1 = /* @__PURE__ */ __name(() => new Option("--score <names...>", "the scores that determine whether a sample is correct, if the logs have several"), "score");
/** The option for a grader that grades the completions in logs again. */
const grader = () => new Option("--grader <name>", "grade the completions again with this grader (default: use the scores in the logs)");
/** The option for the tasks that the models were not trained for. */
const ood = () => new Option("--ood <tasks...>", "the tasks that get the role ood, with * for any characters; all others are targets");
/** The option for tasks that are compared as one suite. */
const pool = () => new Option("--pool <suite=tasks...>", "compare tasks as one suite, for example 'mmlu=mmlu_*'");
/** The option for parts of prompts that may differ between the two sides' logs. */
const ignorePromptDifference = () => new Option("--ignore-prompt-difference <regex>", "ignore matching text in the prompts of the logs, for example the date that a chat template inserts");
/** Creates a parser for whole numbers that are at least `least`. */
const wholeNumber = (least) => (text) => {
	const value = Number(text);
	if (Number.isSafeInteger(value) && value >= least) return value;
	throw new InvalidArgumentError(`Expected a whole number of at least ${least}.`);
};
/** Formats the examples at the end of a command's help. */
const examples = (...lines) => `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}\n`;

// src/logs/choose-score.ts
const samplesOf$1 = /* @__PURE__ */ __name((log) => [...log.items.values()].flatMap(({ samples }) => samples), "samplesOf");
const namesIn = (log) => [...new Set(samplesOf$1(log).flatMap(({ scores }) => [...scores.keys()]))];
/** Whether the score is right or wrong for every sample that has it. */
const saysRight = (log, name) => samplesOf$1(log).every(({ scores }) => {
	const score = scores.get(name);
	return score === void 0 || score.outcome !== void 0;
});
/**
* Whether a requested name refers to this score. It may be the full name. For lm-eval, it may also be just the metric,
* if the metric was computed for only one filter.
*/
const isMeant = (name, asked) => name === asked || name.startsWith(`${asked},`);
/**
* Chooses the score that determines which of a task's samples are correct. Both sides use the same score: the first of
* `asked` that the task has or, if none is requested, the task's only score.
*
* @throws {ConfigError} listing the available scores, if none or several match, or if the score is not simply right or
* wrong for every sample
*/
function chooseScore(suite, logs, asked) {
	const refuse = (what, fix) => {
		throw new ConfigError({
			what: `${suite}: ${what}`,
			where: logs[0].where,
			fix
		});
	};
	const grade = "grade the completions again, for example with --grader numeric";
	for (const { whyUnscored } of logs) if (whyUnscored !== void 0) refuse(whyUnscored, `To compare these samples, ${grade}.`);
	const [ofOld, ofNew] = logs.map(namesIn);
	const common = (ofOld ?? []).filter((name) => (ofNew ?? []).includes(name));
	if (common.length === 0) refuse("found no score that both logs contain", `Score both runs in the same way, or ${grade}.`);
	const usable = common.filter((name) => logs.every((log) => saysRight(log, name)));
	for (const wanted of asked) {
		const meant = common.filter((name) => isMeant(name, wanted));
		const [name] = meant;
		if (name === void 0) continue;
		if (meant.length > 1) refuse(`the score ${quoted(wanted)} is ambiguous; it could be ${listed$2(meant)}`, "Write the full name of the score after --score.");
		if (!usable.includes(name)) refuse(noPlainAnswer(name, logs), `Choose another score with --score, or ${grade}.`);
		return name;
	}
	const [only, ...others] = usable;
	if (only === void 0) return refuse(noPlainAnswer(common[0] ?? "", logs), `Choose another score with --score, or ${grade}.`);
	if (others.length > 0) refuse(`found several scores: ${listed$2(usable)}`, `Choose one, for example --score ${usable[0] ?? ""}`);
	return only;
}
const listed$2 = /* @__PURE__ */ __name((names) => names.slice(0, 12).map(quoted).join(", "), "listed");
function noPlainAnswer(name, logs) {
	for (const log of logs) for (const { id, samples } of log.items.values()) {
		const odd = samples.map(({ scores }) => scores.get(name)).find((score) => score !== void 0 && score.outcome === void 0);
		if (odd !== void 0) return `the score ${quoted(name)} of ${quoted(id)} is ${found(odd.value)}, expected right (1, true, C) or wrong (0, false, I)`;
	}
	return `the score ${quoted(name)} does not mark any sample as right or wrong`;
}

// src/logs/prompt-difference.ts
/** Characters of context before a difference. A quoted text has at most 60 characters. */
const CONTEXT = 30;
/** Describes where two versions of an item first differ, and quotes both from shortly before the difference. */
function firstDifference(old, candidate) {
	const [one, other] = [partsOf(old), partsOf(candidate)];
	const at = one.findIndex((part, place) => part.text !== other[place]?.text);
	const [ofOld, ofNew] = [one[at], other[at]];
	if (ofOld === void 0 || ofNew === void 0) return `old has ${one.length} parts, but new has ${other.length}`;
	const start = startOf(ofOld.text, ofNew.text);
	return `${ofOld.name} of old has ${quoted(ofOld.text.slice(start))}, but new has ${quoted(ofNew.text.slice(start))}`;
}
function partsOf({ messages, answer, options }) {
	return [
		...messages.map(({ role, content }) => ({
			name: "the prompt",
			text: `${role}: ${content}`
		})),
		{
			name: "the right answer",
			text: answer ?? ""
		},
		...(options ?? []).map((text) => ({
			name: "an option",
			text
		}))
	];
}
/**
* Returns the index to quote from: at most 30 characters before the first difference, but not before the start of its
* line.
*/
function startOf(one, other) {
	let same = 0;
	while (same < one.length && one[same] === other[same]) same += 1;
	const line = one.lastIndexOf("\n", same - 1) + 1;
	const start = Math.max(line, same - CONTEXT);
	return /^[\uDC00-\uDFFF]/u.test(one.slice(start)) ? start - 1 : start;
}
/** Patterns for dates, such as `03 Nov 2026`, `November 3, 2026`, `2026-11-03` and `11/03/2026`. */
const DATES = [
	"[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}",
	"[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}",
	"[0-9]{4}-[0-9]{2}-[0-9]{2}",
	"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
];
/**
* If the prompts in each pair differ only in a date, returns a pattern that matches the date and the words before it on
* its line; otherwise returns undefined.
*/
function datePattern(pairs) {
	const [first] = pairs;
	if (first === void 0) return void 0;
	for (const date of DATES) {
		const labelled = new RegExp(`([A-Za-z ]{2,${CONTEXT}}: )${date}`, "gu");
		for (const [, label = ""] of promptOf(first[0]).matchAll(labelled)) {
			const pattern = `${label.trimStart()}${date}`;
			const found = new RegExp(pattern, "gu");
			if (pairs.every(([one, other]) => promptOf(one).replaceAll(found, "") === promptOf(other).replaceAll(found, "") && restOf(one) === restOf(other))) return pattern;
		}
	}
}
const promptOf = ({ messages }) => messages.map(({ role, content }) => `${role}: ${content}`).join("\0");
const restOf = ({ answer, options }) => JSON.stringify([answer, options]);

// src/logs/pair-logs.ts
/**
* The parts of an item that must be the same on both sides, because answers to different questions cannot be compared.
*/
const askedOf = ({ messages, options, answer }) => canonicalJson([
	messages,
	options ?? null,
	answer ?? null
]);
/** The items that differ between the two logs, as pairs. */
function differingIn(old, candidate, withoutIgnored) {
	const as = (item) => ({
		...item,
		messages: item.messages.map(({ role, content }) => ({
			role,
			content: withoutIgnored(content)
		}))
	});
	return idsOf(old).flatMap((id) => {
		const [one, other] = [old.items.get(id), candidate.items.get(id)];
		if (one === void 0 || other === void 0 || askedOf(one) === askedOf(other)) return [];
		const pair = [as(one), as(other)];
		return askedOf(pair[0]) === askedOf(pair[1]) ? [] : [pair];
	});
}
/**
* Rejects two logs for the same task if their prompts, settings or numbers of samples differ. Prompts are compared as
* `withoutIgnored` returns them.
*
* @throws {ConfigError} if the two sides' items, prompts, answers, samples per item or sampling settings differ
*/
function checkSameTask(suite, old, candidate, withoutIgnored = (prompt) => prompt) {
	const refuse = (what, fix) => {
		throw new ConfigError({
			what: `${suite}: ${what}`,
			where: `${old.where}, ${candidate.where}`,
			fix
		});
	};
	const missing = [{
		side: "new",
		ids: idsOf(old).filter((id) => !candidate.items.has(id))
	}, {
		side: "old",
		ids: idsOf(candidate).filter((id) => !old.items.has(id))
	}].find(({ ids }) => ids.length > 0);
	if (missing !== void 0) refuse(`${missing.side} lacks ${counted(missing.ids.length)} that the other side has: ${listed$1(missing.ids)}`, "Run both sides on the same items: finish the incomplete run, or use the same limit for both.");
	const differing = differingIn(old, candidate, withoutIgnored);
	const [first] = differing;
	if (first !== void 0) {
		const date = datePattern(differing);
		const ignore = date === void 0 ? "If the difference does not matter, pass a regular expression for it: --ignore-prompt-difference REGEX" : `If the difference does not matter, ignore it: --ignore-prompt-difference '${date}'`;
		refuse(`the two sides have different prompts or right answers for ${counted(differing.length)}: ${listed$1(differing.map(([{ id }]) => id))}. In ${quoted(first[0].id)}, ${firstDifference(...first)}`, `Run both sides with the same version of the task, the same few-shot examples, the same chat template and, for multiple choice, the same order of the options. ${ignore}`);
	}
	if (old.samplesPerItem !== candidate.samplesPerItem) refuse(`old has ${old.samplesPerItem} samples per item, but new has ${candidate.samplesPerItem}`, "Run both sides with the same number of repeats or epochs.");
	const drawing = [old, candidate].map(({ sampling }) => canonicalJson(sampling));
	if (drawing[0] !== drawing[1]) refuse(`old was sampled with ${drawing[0] ?? ""}, but new with ${drawing[1] ?? ""}`, "Run both sides with the same sampling settings.");
}
/** @throws {ConfigError} if this score was computed differently on the two sides */
function checkSameScorer(suite, score, old, candidate) {
	const [one, other] = [old, candidate].map(({ scorers }) => canonicalJson(scorers.get(score) ?? null));
	if (one === other) return;
	throw new ConfigError({
		what: `${suite}: the options of the score ${score} differ: old has ${one ?? ""}, new has ${other ?? ""}`,
		where: `${old.where}, ${candidate.where}`,
		fix: "Score both logs in the same way with inspect score, or grade the completions again, for example with --grader numeric."
	});
}
const idsOf = ({ items }) => [...items.keys()];
const counted = (count) => count === 1 ? "one item" : `${count} items`;
const listed$1 = /* @__PURE__ */ __name((ids) => `${ids.slice(0, 5).map(quoted).join(", ")}${ids.length > 5 ? ", …" : ""}`, "listed");

// src/logs/task-pattern.ts
/** Whether a task's name matches a pattern, in which `*` matches any characters. */
function matchesTask(pattern, name) {
	const [first = "", ...rest] = pattern.split("*");
	const last = rest.pop();
	if (last === void 0) return name === pattern;
	if (!name.startsWith(first)) return false;
	let at = first.length;
	for (const part of rest) {
		const found = name.indexOf(part, at);
		if (found === -1) return false;
		at = found + part.length;
	}
	return name.length - last.length >= at && name.endsWith(last);
}

// src/logs/to-samples.ts
/** A log's items, ordered by id. Items with the same prompt share a cluster. */
function itemsOf({ items }) {
	return [...items.values()].map(itemOf$1).toSorted((a, b) => a.id < b.id ? -1 : 1);
}
const itemOf$1 = /* @__PURE__ */ __name(({ id, prompt, messages, answer, group, meta }) => ({
	id,
	...prompt === void 0 ? {} : { prompt },
	messages,
	answer,
	group,
	cluster: contentHash(messages),
	meta
}), "itemOf");
/** A log's completions and, if a score is used, their outcomes. */
function completionsFrom({ items }, suite, score) {
	return [...items.values()].flatMap(({ id, samples }) => samples.map((sample) => ({
		suite,
		id,
		index: sample.index,
		text: sample.text ?? "",
		...endOf$1(sample, score)
	})));
}
/** How a sample ended and, if scores are used, its outcome. A sample without a score counts as failed, not wrong. */
function endOf$1({ error, finishReason, scores }, score) {
	if (error !== void 0) return { error };
	const end = finishReason === void 0 ? {} : { finish_reason: finishReason };
	if (score === void 0 || finishReason !== void 0) return end;
	const found = scores.get(score);
	if (found?.outcome === void 0) return { error: `the log has no score ${score} for this sample` };
	if (found.outcome === "failed") return { error: found.reason ?? `the score ${score} is missing` };
	return {
		outcome: found.outcome,
		...found.answer === void 0 ? {} : { answer: found.answer }
	};
}
__name(endOf$1, "endOf");

// src/logs/python-json.ts
const WORD = /-?\b(?:NaN|Infinity)\b/gu;
/**
* Parses JSON as written by Python: `NaN`, `Infinity` and `-Infinity`, which are not valid JSON, become null. Takes
* time linear in the text's length.
*
* @throws {SyntaxError} as `JSON.parse` does
*/
function parsePythonJson(text) {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (!/NaN|Infinity/u.test(text)) throw error;
		return JSON.parse(withoutWords(text));
	}
}
/** Replaces these words outside strings with null. An unterminated string is left unchanged. */
function withoutWords(text) {
	const parts = [];
	let at = 0;
	while (at < text.length) {
		const quote = text.indexOf("\"", at);
		const between = text.slice(at, quote === -1 ? text.length : quote);
		parts.push(between.replaceAll(WORD, "null"));
		if (quote === -1) break;
		at = endOfString(text, quote);
		parts.push(text.slice(quote, at));
	}
	return parts.join("");
}
/** The index after the closing quotation mark of a string that begins at `start`. */
function endOfString(text, start) {
	for (let at = start + 1; at < text.length; at += 1) {
		const character = text[at];
		if (character === "\\") at += 1;
		else if (character === "\"") return at + 1;
	}
	return text.length;
}

// src/logs/planned-samples.ts
/**
* A log may lack this many samples. It may lack more if at least as many samples are present as are missing. Each
* missing sample is stored as failed, so without a limit, a log that claims too many samples could use up all memory.
*/
const MOST_MISSING = 1e3;
/**
* Rejects a log that claims to contain far more samples than it does.
*
* @throws {ConfigError} if most samples are missing
*/
function refuseMostlyMissing(log) {
	const { items, samplesPerItem, present, where } = log;
	const planned = items * samplesPerItem;
	if (planned - present <= Math.max(MOST_MISSING, present)) return;
	throw new ConfigError({
		what: `contains only ${present} of the ${planned} samples that it claims to contain (${items} items with ${samplesPerItem} samples each)`,
		where,
		fix: "Specify the log of a complete run. A log that lacks most of its samples cannot be compared."
	});
}

// src/logs/read-score.ts
const CORRECT = /* @__PURE__ */ new Set([
	1,
	true,
	"c",
	"1",
	"yes",
	"true"
]);
const INCORRECT = /* @__PURE__ */ new Set([
	0,
	false,
	"i",
	"0",
	"no",
	"false"
]);
/**
* Converts a score to an outcome. 1, true, `C` and yes are correct. 0, false, `I` and no are incorrect. Inspect's `N`
* (no answer) is unparseable. A missing score (null or NaN) is failed. Any other score, such as a fraction, partial
* credit or several values, has no outcome.
*/
function outcomeOfScore(value) {
	const said = typeof value === "string" ? value.trim().toLowerCase() : value;
	if (CORRECT.has(said)) return "correct";
	if (INCORRECT.has(said)) return "incorrect";
	if (said === "n") return "unparseable";
	return said === null || said === void 0 ? "failed" : void 0;
}

// src/logs/lm-eval.ts
/** Matches the name of the file in which lm-eval stores a task's samples. The name may include the time of the run. */
const FILE_NAME = /^samples_(.+?)(?:_\d{4}-\d\d-\d\dT[\d.-]+)?\.jsonl$/u;
/** The task whose samples are in the file with this name; undefined if lm-eval does not use such a name for samples. */
const lmEvalTask = (fileName) => FILE_NAME.exec(fileName)?.[1];
const lineSchema$1 = looseObject({
	doc_id: union([string().min(1), number()]),
	doc: unknown().optional(),
	target: unknown().optional(),
	arguments: union([array(unknown()), record(string(), unknown())]),
	resps: array(array(unknown())).min(1),
	filter: string().default("none"),
	metrics: array(string()).optional()
});
/**
* The members of a line that are not scores. This list is needed for versions of lm-eval that do not list the scores.
*/
const NO_SCORES = new Set("doc_id doc target arguments resps filtered_resps filter metrics doc_hash prompt_hash target_hash".split(" "));
const FIX$3 = "Specify a samples_….jsonl file that lm-eval wrote with --log_samples, or a folder with such files.";
/** The line's scores, named as in lm-eval's own table: the metric, a comma, and the filter. */
const scoresOf = (line) => {
	return (line.metrics ?? Object.keys(line).filter((key) => !NO_SCORES.has(key))).map((name) => [`${name},${line.filter}`, {
		outcome: outcomeOfScore(line[name]),
		value: line[name]
	}]);
};
const isObject = (value) => typeof value === "object" && value !== null;
const valuesOf$1 = /* @__PURE__ */ __name((value) => isObject(value) ? Object.values(value) : [], "valuesOf");
const askedIn = (line) => {
	const requests = Object.values(line.arguments).map(valuesOf$1);
	const text = (value) => typeof value === "string" ? value : canonicalJson(value ?? null);
	const drawing = requests[0]?.[1];
	return {
		contexts: requests.map(([context]) => text(context)),
		continuations: isObject(drawing) ? [] : requests.map(([, continuation]) => text(continuation)),
		drawing: isObject(drawing) ? drawing : void 0
	};
};
const textOf = (value) => {
	if (value === void 0 || value === null) return void 0;
	return typeof value === "string" ? value : canonicalJson(value);
};
/** The final answer in a target. GSM8K's targets are complete solutions in which the answer follows `####`. */
const answerIn = (target) => target?.split("####").at(-1)?.trim();
const toItem = (line, { contexts, continuations, drawing }, samples) => {
	const [context = ""] = contexts;
	const choice = continuations.length > 1 && !(line.metrics ?? []).includes("acc_mutual_info");
	const meta = isObject(line.doc) && !Array.isArray(line.doc) ? line.doc : { doc: line.doc };
	return {
		id: String(line.doc_id),
		prompt: context,
		messages: [...new Set(contexts), ...continuations].map((content) => ({
			role: "user",
			content
		})),
		answer: answerIn(textOf(line.target)),
		meta: choice ? {
			...meta,
			choices: continuations.map((each) => each.trim())
		} : meta,
		choice: drawing === void 0 && continuations.length > 1,
		samples
	};
};
/** Adds a line, or returns the problem with it. */
const take = (reading, value) => {
	const parsed = lineSchema$1.safeParse(value);
	if (!parsed.success) return {
		what: "this line is not a sample that lm-eval logged",
		fix: FIX$3
	};
	const line = parsed.data;
	const id = String(line.doc_id);
	const asked = askedIn(line);
	const place = JSON.stringify([id, line.filter]);
	if (reading.filters.has(place)) return {
		what: `doc ${quoted(id)} appears twice for the filter ${quoted(line.filter)}`,
		fix: "Remove the lines that another run appended."
	};
	reading.filters.add(place);
	const [responses = []] = line.resps;
	if (asked.drawing !== void 0 && line.resps.length > 1) return {
		what: `doc ${quoted(id)} has ${line.resps.length} requests, so it has no single completion`,
		fix: "Omit this task: pass only the files of the other tasks, or remove this file from the folder."
	};
	const scores = scoresOf(line);
	const earlier = reading.items.get(id);
	if (earlier !== void 0) {
		const merge = ({ scores: known, ...rest }) => ({
			...rest,
			scores: new Map([...known, ...scores])
		});
		for (const [at, sample] of earlier.samples.entries()) earlier.samples[at] = merge(sample);
		return;
	}
	reading.drawing ??= asked.drawing;
	const samples = (asked.drawing === void 0 ? [void 0] : responses).map((response, index) => ({
		index,
		text: textOf(response),
		scores: new Map(scores)
	}));
	reading.items.set(id, {
		...toItem(line, asked, samples),
		samples
	});
};
/** Maximum number of invalid lines. Reading stops after these, because the file is probably of another kind. */
const MOST_PROBLEMS$1 = 1e3;
/**
* Reads a file of samples logged by lm-eval. Each response to a doc is a sample. lm-eval gives each doc a single score,
* so if a doc has several responses, no sample has its own score. The log does not record how a completion ended.
*
* @throws {ConfigError} with the file and line of every invalid or duplicate line, or if the file has no samples
*/
async function readLmEval({ path, task, open }) {
	const reading = {
		items: /* @__PURE__ */ new Map(),
		filters: /* @__PURE__ */ new Set(),
		drawing: void 0
	};
	const problems = [];
	for await (const { line, value, problem } of readJsonLines({
		path,
		open,
		fix: FIX$3,
		parse: parsePythonJson
	})) {
		const found = problem ?? take(reading, value);
		if (found !== void 0) problems.push({
			line,
			...found
		});
		if (problems.length >= MOST_PROBLEMS$1) break;
	}
	if (problems.length > 0) throw configError(path, problems);
	const items = [...reading.items.values()];
	if (items.length === 0) throw configError(path, [{
		what: "this file contains no samples",
		fix: FIX$3
	}]);
	const samplesPerItem = items.reduce((most, { samples }) => Math.max(most, samples.length), 1);
	const present = items.reduce((sum, { samples }) => sum + samples.length, 0);
	refuseMostlyMissing({
		items: items.length,
		samplesPerItem,
		present,
		where: path
	});
	const sampling = { ...reading.drawing };
	return {
		task,
		where: path,
		samplesPerItem,
		sampling,
		temperature: reading.drawing === void 0 ? void 0 : temperatureOf(sampling),
		scorers: /* @__PURE__ */ new Map(),
		...samplesPerItem === 1 ? {} : { whyUnscored: `lm-eval scored each item only once, not each of its ${samplesPerItem} samples` },
		items: new Map(items.map((item) => [item.id, complete(item, samplesPerItem)]))
	};
}
/** lm-eval uses greedy decoding by default. */
function temperatureOf(drawing) {
	if (drawing.do_sample === false) return 0;
	if (typeof drawing.temperature === "number") return drawing.temperature;
	return drawing.do_sample === true ? void 0 : 0;
}
function complete(item, samplesPerItem) {
	const samples = Array.from({ length: samplesPerItem }, (_, index) => {
		const found = item.samples[index];
		if (found === void 0) return {
			index,
			text: "",
			error: "the log does not contain this sample",
			scores: /* @__PURE__ */ new Map()
		};
		return samplesPerItem === 1 ? found : {
			...found,
			scores: /* @__PURE__ */ new Map()
		};
	});
	return {
		...item,
		samples
	};
}

// src/run/compare/pair-up.ts
/**
* Pairs the sides' logs by suite, and lists the tasks that belong to no suite.
*
* @throws {ConfigError} if a side has no log for a suite
*/
function pairUp(logs, { names, paths, tool }) {
	const all = [.../* @__PURE__ */ new Set([...logs.old.keys(), ...logs.new.keys()])].toSorted();
	return {
		pairs: (names ?? all).map((suite) => {
			const [old, candidate] = [logs.old.get(suite), logs.new.get(suite)];
			if (old !== void 0 && candidate !== void 0) return {
				suite,
				old,
				new: candidate
			};
			const lacking = old === void 0 ? "old" : "new";
			throw new ConfigError({
				what: `found no log for ${suite}, only for ${[...logs[lacking].keys()].map(quoted).join(", ")}`,
				where: paths[lacking],
				fix: tool === "lm-eval" && Object.values(paths).some(isRenamed) ? RENAME : fixWith(names)
			});
		}),
		leftOut: all.filter((name) => names !== void 0 && !names.includes(name))
	};
}
/** Whether this is a file whose name does not say which task of lm-eval it logs. */
const isRenamed = (path) => path.endsWith(".jsonl") && lmEvalTask(basename(path)) === void 0;
const RENAME = "The task of a log of lm-eval is in the name of the file. Keep the name that lm-eval gave it, or name both files after the task, such as old/samples_gsm8k.jsonl and new/samples_gsm8k.jsonl.";
const fixWith = (names) => names === void 0 ? "Run the task for this side too, or pass the logs of a single task." : "Give the suite the same name as its task, or run the task for this side too.";

// src/logs/pool-tasks.ts
/**
* Replaces each pool's tasks with one log that contains all their items. Every item has the same weight, its id begins
* with its task, and its task is its group.
*
* @throws {ConfigError} if a pool matches no task, its name is also another task's name, a task belongs to two pools,
* or a pool's tasks were sampled differently
*/
function poolTasks(tasks, pools) {
	const left = new Map(tasks);
	const pooled = /* @__PURE__ */ new Map();
	for (const pool of pools) {
		const members = [...left].filter(([name]) => matchesTask(pool.pattern, name));
		if (members.length === 0) throw nothingIn(pool, tasks, pooled);
		for (const [name] of members) left.delete(name);
		if (left.has(pool.name) || pooled.has(pool.name)) throw refused(pool, `the name ${quoted(pool.name)} is taken by another suite`, "Choose another name.");
		pooled.set(pool.name, poolOf(pool, members));
	}
	return new Map([...left, ...pooled]);
}
function poolOf(pool, members) {
	const logs = members.map(([, log]) => log);
	const [first, ...others] = logs;
	if (first === void 0) throw new Error("a pool has no tasks");
	const odd = others.find(({ samplesPerItem, temperature }) => samplesPerItem !== first.samplesPerItem || temperature !== first.temperature);
	if (odd !== void 0) throw refused(pool, `${drawingOf$1(first)}, but ${drawingOf$1(odd)}`, "Pool only tasks with the same number of samples per item and the same temperature.");
	const whyUnscored = logs.find((log) => log.whyUnscored !== void 0)?.whyUnscored;
	const scorers = new Set(logs.flatMap((log) => [...log.scorers.keys()]));
	return {
		task: pool.name,
		where: others.length === 0 ? first.where : `${first.where} and ${others.length} more`,
		samplesPerItem: first.samplesPerItem,
		sampling: Object.fromEntries(Object.entries(commonOr(members, ({ sampling }) => sampling))),
		temperature: first.temperature,
		scorers: new Map([...scorers].map((name) => [name, commonOr(members, (log) => log.scorers.get(name) ?? null)])),
		...whyUnscored === void 0 ? {} : { whyUnscored },
		items: new Map(members.flatMap(([name, { items }]) => [...items.values()].map((item) => {
			const id = `${name}/${item.id}`;
			return [id, {
				...item,
				id,
				group: name
			}];
		})))
	};
}
/** Returns the value that all tasks share or, if they differ, each task's own value. */
function commonOr(members, valueOf) {
	const values = members.map(([name, log]) => [name, valueOf(log)]);
	const [[, first] = []] = values;
	return new Set(values.map(([, value]) => canonicalJson(value))).size === 1 && first !== void 0 ? first : Object.fromEntries(values);
}
const drawingOf$1 = /* @__PURE__ */ __name(({ task, samplesPerItem, temperature }) => `${task} has ${samplesPerItem === 1 ? "one sample" : `${samplesPerItem} samples`} per item${temperature === void 0 ? "" : ` at temperature ${temperature}`}`, "drawingOf");
const refused = ({ name, pattern }, what, fix) => new ConfigError({
	what,
	where: `--pool ${name}=${pattern}`,
	fix
});
function nothingIn(pool, tasks, pooled) {
	return [...tasks.keys()].some((name) => matchesTask(pool.pattern, name)) ? refused(pool, `all of its tasks already belong to ${[...pooled.keys()].join(", ")}`, "Assign each task to only one pool.") : refused(pool, `found no task that matches; the logs contain ${[...tasks.keys()].map(quoted).join(", ")}`, "Use the names of tasks in the logs, with * for any characters.");
}

// src/files/zip/zip-entries.ts
const END = 101010256;
const END_BYTES = 22;
const LONGEST_COMMENT = 65535;
const END_64 = 101075792;
const LOCATOR_64 = 117853008;
const LOCATOR_64_BYTES = 20;
const ENTRY = 33639248;
const ENTRY_BYTES = 46;
const LOCAL = 67324752;
const LOCAL_BYTES = 30;
const EXTRA_64 = 1;
const IN_EXTRA = 4294967295;
const STORED = 0;
const DEFLATED = 8;
const ZSTANDARD = 93;
/**
* Lists the files in an untrusted ZIP archive, in the order of the archive's directory. Names may be duplicated and may
* point anywhere. Nothing is written to disk. Entries are unpacked only on request, up to `maxBytes`, no matter what
* sizes the archive claims. Supports stored, deflated and Zstandard entries.
*
* @throws {ConfigError} if it is not a readable archive
*/
function zipEntries(archive, reading) {
	const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
	try {
		const entries = listed(bytes);
		if (entries.reduce((sum, { packed }) => sum + packed, 0) > bytes.length) throw new RangeError("its entries overlap");
		return entries.map((entry) => ({
			name: entry.name,
			read: () => unpack(bytes, entry, reading)
		}));
	} catch (error) {
		throw refusal(reading, "is not a readable ZIP archive", error);
	}
}
function refusal({ where, fix }, what, cause) {
	return new ConfigError({
		what,
		where,
		fix,
		cause
	});
}
function unpack(bytes, { name, method, packed, size, at }, reading) {
	const tooLarge = `${name} is larger than the limit of ${reading.maxBytes} bytes`;
	if (size > reading.maxBytes) throw refusal(reading, tooLarge);
	const limit = { maxOutputLength: reading.maxBytes };
	try {
		if (bytes.readUInt32LE(at) !== LOCAL) throw new RangeError("the entry is damaged");
		const start = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
		const content = bytes.subarray(start, start + packed);
		if (method === STORED) {
			if (content.length > reading.maxBytes) throw refusal(reading, tooLarge);
			return content;
		}
		if (method === DEFLATED) return zlib$1.inflateRawSync(content, limit);
		if (method === ZSTANDARD && "zstdDecompressSync" in zlib$1) return zlib$1.zstdDecompressSync(content, limit);
	} catch (error) {
		if (error instanceof ConfigError) throw error;
		throw refusal(reading, error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? tooLarge : "is not a readable ZIP archive", error);
	}
	throw refusal(reading, `${name} is compressed with an unsupported method`);
}
/**
* The entries in the directory at the end of an archive.
*
* @throws {RangeError} if the directory points outside the archive
*/
function listed(bytes) {
	const { count, start } = directoryOf(bytes);
	const entries = [];
	for (let place = 0, at = start; place < count; place += 1) {
		if (bytes.readUInt32LE(at) !== ENTRY) throw new RangeError("the directory is damaged");
		const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28);
		const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
		const wide = wideNumbers(bytes, nameEnd, extraEnd);
		const size = wide(bytes.readUInt32LE(at + 24));
		const packed = wide(bytes.readUInt32LE(at + 20));
		entries.push({
			name: bytes.toString("utf8", at + ENTRY_BYTES, nameEnd),
			method: bytes.readUInt16LE(at + 10),
			packed,
			size,
			at: wide(bytes.readUInt32LE(at + 42))
		});
		at = extraEnd + bytes.readUInt16LE(at + 32);
	}
	return entries;
}
/**
* Returns a function that widens an entry's 32-bit numbers. The function returns a number unchanged unless it is the
* maximum; in that case, it returns the next 64-bit number in the entry's extra field.
*/
function wideNumbers(bytes, start, end) {
	let next = end;
	let last = end;
	for (let at = start; at + 4 <= end; at += 4 + bytes.readUInt16LE(at + 2)) {
		if (bytes.readUInt16LE(at) !== EXTRA_64) continue;
		next = at + 4;
		last = next + bytes.readUInt16LE(at + 2);
		break;
	}
	return (narrow) => {
		if (narrow !== IN_EXTRA || next + 8 > last) return narrow;
		next += 8;
		return Number(bytes.readBigUInt64LE(next - 8));
	};
}
function directoryOf(bytes) {
	const end = endOf(bytes);
	const locator = end - LOCATOR_64_BYTES;
	if (locator >= 0 && bytes.readUInt32LE(locator) === LOCATOR_64) {
		const wide = Number(bytes.readBigUInt64LE(locator + 8));
		if (bytes.readUInt32LE(wide) !== END_64) throw new RangeError("the directory is damaged");
		return {
			count: Number(bytes.readBigUInt64LE(wide + 32)),
			start: Number(bytes.readBigUInt64LE(wide + 48))
		};
	}
	return {
		count: bytes.readUInt16LE(end + 10),
		start: bytes.readUInt32LE(end + 16)
	};
}
function endOf(bytes) {
	const last = bytes.length - END_BYTES;
	for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) if (bytes.readUInt32LE(at) === END) return at;
	throw new RangeError("there is no directory");
}

// src/logs/inspect.ts
/** The settings in Inspect's `GenerateConfig` that affect a completion. The others concern speed and retries. */
const DRAWING = [
	"best_of",
	"frequency_penalty",
	"logit_bias",
	"max_tokens",
	"num_choices",
	"presence_penalty",
	"reasoning_effort",
	"reasoning_tokens",
	"stop_seqs",
	"system_message",
	"temperature",
	"top_k",
	"top_p"
];
/** Wraps a schema for a value that Inspect omits or writes as null if it is missing. */
const maybe = (schema) => schema.nullish().transform((value) => value ?? void 0);
const settings = record(string(), unknown());
const headerSchema = object({
	version: number(),
	status: string().default("started"),
	eval: object({
		task: string().min(1),
		model_generate_config: maybe(settings),
		config: maybe(object({ epochs: maybe(number().int().positive()) })),
		scorers: maybe(array(object({
			name: string(),
			options: unknown().optional()
		}))),
		shards: maybe(unknown())
	}),
	plan: maybe(object({ config: maybe(settings) }))
});
const content = union([string(), array(looseObject({
	type: string(),
	text: string().optional()
}))]);
const message = object({
	role: string(),
	content
});
const score = object({
	value: unknown().optional(),
	answer: maybe(string()),
	reason: maybe(string())
});
const sampleSchema = object({
	id: union([string().min(1), number()]),
	epoch: number().int().positive(),
	input: union([string(), array(message).min(1)]),
	choices: maybe(array(string())),
	target: union([string(), array(string())]),
	output: maybe(object({
		choices: maybe(array(object({
			message,
			stop_reason: maybe(string())
		}))),
		completion: maybe(string()),
		error: maybe(string())
	})),
	scores: maybe(record(string(), score)),
	metadata: maybe(settings),
	error: maybe(object({ message: string() })),
	invalidation: maybe(unknown()),
	limit: maybe(object({ type: string() }))
});
const LATEST_VERSION = 2;
/**
* Maximum number of characters to keep from a log: prompts, completions, metadata and scores. Discarded parts do not
* count. A character takes one or two bytes, and two logs are in memory at the same time.
*/
const MOST_KEPT = 7e8;
const FIX$2 = "Specify an .eval or .json log that Inspect wrote, or a folder with such logs.";
/** @throws {ConfigError} if the value is not the header of a readable log */
function inspectHeader(value, where) {
	const parsed = headerSchema.safeParse(value);
	if (!parsed.success) throw new ConfigError({
		what: "this is not a log that Inspect wrote",
		where,
		fix: FIX$2
	});
	const { version, eval: spec } = parsed.data;
	if (version > LATEST_VERSION) {
		const what = `this log uses version ${version} of Inspect's format, expected version ${LATEST_VERSION} or older`;
		throw new ConfigError({
			what,
			where,
			fix: `Update reversal-check, or write the log with a version of Inspect that uses format ${LATEST_VERSION}.`
		});
	}
	if (spec.shards !== void 0) throw new ConfigError({
		what: "this log is one of several shards",
		where,
		fix: "Merge the shards with Inspect, and pass the log that contains all samples."
	});
	return parsed.data;
}
/** A message's text, without other content such as reasoning, pictures and tool calls. */
function textIn(value) {
	if (typeof value === "string") return value;
	return value.flatMap((part) => part.type === "text" ? [part.text ?? ""] : []).join("");
}
const ROLES = {
	system: "system",
	user: "user",
	assistant: "assistant"
};
/** Non-text content is kept as logged, because the same text with a different picture is a different question. */
function messagesOf({ input }) {
	if (typeof input === "string") return [{
		role: "user",
		content: input
	}];
	return input.map(({ role, content: said }) => {
		const isText = typeof said === "string" || said.every(({ type }) => type === "text");
		return {
			role: ROLES[role] ?? "user",
			content: isText ? textIn(said) : canonicalJson(said)
		};
	});
}
function scoreOf({ value, answer, reason }) {
	const said = outcomeOfScore(value);
	let outcome = said;
	if (reason === "grader_failed" || reason === "scoring_failed") outcome = "failed";
	else if (reason === "invalid_response_format" && said === "incorrect") outcome = "unparseable";
	return {
		outcome,
		value,
		...answer !== void 0 && { answer },
		...reason !== void 0 && { reason }
	};
}
/** The reason why the sample has no completion; undefined if it has one. */
function whyFailed({ error, invalidation, output }) {
	if (error !== void 0) return error.message || "an error without a message";
	if (invalidation !== void 0) return "the log marks this sample as invalid";
	if (output?.error !== void 0) return output.error;
}
function sampleOf$1(sample) {
	const [choice] = sample.output?.choices ?? [];
	const text = choice === void 0 ? sample.output?.completion ?? "" : textIn(choice.message.content);
	const index = sample.epoch - 1;
	const scores = new Map(Object.entries(sample.scores ?? {}).map(([name, each]) => [name, scoreOf(each)]));
	const error = whyFailed(sample);
	if (error !== void 0) return {
		index,
		text: "",
		error,
		scores
	};
	const finishReason = sample.limit?.type === "token" ? "length" : finishReasonOf(choice?.stop_reason ?? "");
	if (finishReason === "length" || finishReason === "content_filter") return {
		index,
		text,
		finishReason,
		scores
	};
	return {
		index,
		text,
		scores
	};
}
__name(sampleOf$1, "sampleOf");
function itemOf(sample) {
	const { id, input, target, choices, metadata } = sample;
	const hasChoices = choices !== void 0 && choices.length > 1;
	return {
		id: String(id),
		prompt: typeof input === "string" ? input : void 0,
		messages: messagesOf(sample),
		answer: typeof target === "string" ? target : target.length === 1 ? target[0] : canonicalJson(target),
		meta: {
			...metadata,
			...hasChoices && { choices }
		},
		...hasChoices && { options: choices },
		choice: hasChoices,
		samples: []
	};
}
/** Total number of characters in a value's texts. Keys and other values count as a few characters each. */
function charactersIn(value) {
	if (typeof value === "string") return value.length;
	if (typeof value !== "object" || value === null) return 1;
	return (value instanceof Map ? [...value] : Object.entries(value)).reduce((sum, [key, inner]) => sum + String(key).length + charactersIn(inner), 0);
}
/**
* Builds an Inspect log from its header and its samples. An item's epochs are its samples. Unusable samples (missing,
* invalidated, with an error or with a failed scorer) count as failed, not wrong.
*
* @throws {ConfigError} if a sample is invalid or duplicated, or if an item differs between epochs; if there are no
* samples, or more than fit into memory
*/
function inspectLog(header, samples, where) {
	const refuse = (what, fix = FIX$2) => {
		throw new ConfigError({
			what,
			where,
			fix
		});
	};
	const { task, config, model_generate_config: ofModel, scorers } = header.eval;
	const items = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	let lastEpoch = 0;
	let kept = 0;
	for (const value of samples) {
		const parsed = sampleSchema.safeParse(value);
		if (!parsed.success) return refuse(`sample ${items.size + 1} is not a sample that Inspect wrote`);
		const item = itemOf(parsed.data);
		const known = items.get(item.id) ?? item;
		if (known === item) kept += charactersIn(item);
		items.set(item.id, known);
		if (canonicalJson([known.messages, known.answer]) !== canonicalJson([item.messages, item.answer])) refuse(`sample ${quoted(item.id)} has a different prompt in another epoch`, "Give every sample in the dataset a different id.");
		const { epoch } = parsed.data;
		const place = JSON.stringify([item.id, epoch]);
		if (seen.has(place)) refuse(`found epoch ${epoch} of sample ${quoted(item.id)} twice`, "Give every sample in the dataset a different id.");
		seen.add(place);
		lastEpoch = Math.max(lastEpoch, epoch);
		const logged = sampleOf$1(parsed.data);
		known.samples.push(logged);
		kept += charactersIn(logged);
		if (kept > MOST_KEPT) refuse(`contains more than ${MOST_KEPT} characters of prompts, completions, metadata and scores`, "Specify a log with fewer samples or less metadata.");
	}
	if (items.size === 0) refuse("this log contains no samples", "Specify a log that includes its samples.");
	const drawn = {
		...ofModel,
		...header.plan?.config
	};
	const sampling = Object.fromEntries(DRAWING.flatMap((name) => (drawn[name] ?? void 0) === void 0 ? [] : [[name, drawn[name]]]));
	const samplesPerItem = config?.epochs ?? lastEpoch;
	refuseMostlyMissing({
		items: items.size,
		samplesPerItem,
		present: seen.size,
		where
	});
	return {
		task,
		where,
		samplesPerItem,
		sampling,
		temperature: typeof drawn["temperature"] === "number" ? drawn["temperature"] : void 0,
		scorers: new Map(scorers?.map(({ name, options }) => [name, options])),
		items: new Map([...items].map(([id, item]) => [id, {
			...item,
			samples: inOrder(item.samples, samplesPerItem)
		}]))
	};
}
function inOrder(samples, samplesPerItem) {
	const byIndex = new Map(samples.map((sample) => [sample.index, sample]));
	return [...Array.from({ length: samplesPerItem }, (_, index) => byIndex.get(index) ?? {
		index,
		text: "",
		error: "the log does not contain this sample",
		scores: /* @__PURE__ */ new Map()
	}), ...samples.filter(({ index }) => index >= samplesPerItem)];
}

// src/logs/inspect-file.ts
/** Maximum size of an unpacked JSON text in bytes. V8 strings have at most 2^29 - 24 characters. */
const MOST_TEXT_BYTES = 5e8;
/** Maximum number of bytes to unpack from one log. A larger log is either a zip bomb or too large to read in one go. */
const MOST_LOG_BYTES = 5e10;
const HEADER$1 = "header.json";
const STARTED = "_journal/start.json";
/** Ids may contain slashes, such as `HumanEval/0`. */
const SAMPLE = /^samples\/.+_epoch_\d+\.json$/u;
const CHUNKED = /^samples\/.+_epoch_\d+\/sample\.json$/u;
const FIX$1 = "Specify an .eval or .json log that Inspect wrote. If the log is incomplete, write it again with Inspect.";
/** Maximum size of a packed archive in bytes. Some systems cannot read a larger file into memory. */
const MOST_ARCHIVE_BYTES$1 = 2 ** 31 - 1;
const isZip = (bytes) => bytes[0] === 80 && bytes[1] === 75;
function parse$1(bytes, where) {
	const refuse = (what, cause) => {
		throw new ConfigError({
			what,
			where,
			fix: FIX$1,
			cause
		});
	};
	if (bytes.length > MOST_TEXT_BYTES) refuse(`is larger than the limit of ${MOST_TEXT_BYTES} bytes`);
	const text = decodeUtf8(bytes) ?? refuse("found bytes that are not UTF-8, expected JSON");
	if (isTooDeep(text)) refuse(`contains lists and objects nested more than ${200} levels deep, expected an Inspect log`);
	try {
		return parsePythonJson(text);
	} catch (error) {
		return refuse("is not valid JSON", error);
	}
}
__name(parse$1, "parse");
/** Maximum number of bytes to read from a log that begins with `head`. */
function mostBytesOf(head) {
	return isZip(head) ? MOST_ARCHIVE_BYTES$1 : MOST_TEXT_BYTES;
}
/** Whether a JSON file looks like a log. Log folders may contain other files too. */
function looksLikeLog(bytes) {
	if (isZip(bytes)) return true;
	const head = Buffer.from(bytes.subarray(0, 500)).toString("utf8");
	return /^\s*\{\s*"version"\s*:/u.test(head) && head.includes("\"eval\"");
}
/**
* Reads an Inspect log, either packed (`.eval`) or in JSON. Nothing from an archive is written to disk, and its samples
* are unpacked one at a time. If two entries have the same name, the last one wins, as in Inspect. If the run did not
* finish, only its header is read.
*
* @throws {ConfigError} as `inspectHeader` and `inspectLog` do, and if the file is damaged or too large when unpacked
*/
function readInspect(bytes, where) {
	if (isZip(bytes)) return readArchive(bytes, where);
	const value = parse$1(bytes, where);
	const header = inspectHeader(value, where);
	if (header.status !== FINISHED) return unfinished(header, where);
	const samples = typeof value === "object" && value !== null && "samples" in value ? value.samples : [];
	return inspectLog(header, Array.isArray(samples) ? samples : [], where);
}
const FINISHED = "success";
const unfinished = ({ status, eval: { task } }, where) => ({
	task,
	where,
	status
});
function readArchive(bytes, where) {
	const entries = /* @__PURE__ */ new Map();
	for (const entry of zipEntries(bytes, {
		maxBytes: MOST_TEXT_BYTES,
		where,
		fix: FIX$1
	})) entries.set(entry.name, entry);
	const header = headerOf(entries, where);
	if (header.status !== FINISHED) return unfinished(header, where);
	const chunked = [...entries.keys()].find((name) => CHUNKED.test(name));
	if (chunked !== void 0) throw new ConfigError({
		what: `the sample ${chunked} is stored in chunks, which reversal-check cannot read`,
		where,
		fix: "Convert the log to JSON: inspect log convert --to json LOG --output-dir FOLDER"
	});
	return inspectLog(header, samplesOf(entries.values(), where), where);
}
function headerOf(entries, where) {
	const entry = entries.get(HEADER$1) ?? entries.get(STARTED);
	if (entry === void 0) throw new ConfigError({
		what: "this archive is not a log that Inspect wrote",
		where,
		fix: FIX$1
	});
	return inspectHeader(parse$1(entry.read(), `${where}: ${entry.name}`), where);
}
function* samplesOf(entries, where) {
	let unpacked = 0;
	for (const { name, read } of entries) {
		if (!SAMPLE.test(name)) continue;
		const bytes = read();
		unpacked += bytes.length;
		if (unpacked > MOST_LOG_BYTES) throw new ConfigError({
			what: `unpacks to more than ${MOST_LOG_BYTES} bytes`,
			where,
			fix: "Specify a log with fewer samples, or one that was written with --no-log-images."
		});
		yield parse$1(bytes, `${where}: ${name}`);
	}
}

// src/logs/read-logs.ts
const KINDS = {
	"lm-eval": {
		name: /^samples_.+\.jsonl$/u,
		inWords: "samples_….jsonl (lm-eval writes it with --log_samples)"
	},
	inspect: {
		name: /\.(?:eval|json)$/u,
		inWords: ".eval or .json (Inspect logs)"
	}
};
/** A task's name in a form that is valid for a suite and for file names. */
const suiteNameOf = (task) => task.replaceAll(/[^A-Za-z0-9._-]+/gu, "-").replace(/^[^A-Za-z0-9]+/u, "").slice(0, 64) || "task";
/**
* Reads one model's logs from a file, or from all files in a folder and its subfolders. An unfinished run is ignored,
* with a note, if the folder also has the log of a finished run of the same task, such as a retry.
*
* @throws {ConfigError} if there are no logs, if one cannot be read, if two are for the same task (choosing one would
* be a guess), or if no run of a task finished
*/
async function readLogs(tool, path, files) {
	const fix = `Specify the path of a log, or of a folder with logs: ${KINDS[tool].inWords}.`;
	const there = await files.filesUnder(path).catch((error) => {
		throw unreadableFile(path, error, fix);
	});
	const isFolder = !there.includes(path);
	const tasks = /* @__PURE__ */ new Map();
	const unfinished = [];
	for (const file of isFolder ? there.filter((each) => KINDS[tool].name.test(basename(each))) : there) {
		const log = await readLog(tool, file, {
			isFolder,
			files,
			fix
		});
		if (log === void 0) continue;
		if ("status" in log) {
			unfinished.push(log);
			continue;
		}
		const suite = suiteNameOf(log.task);
		const earlier = tasks.get(suite);
		if (earlier !== void 0) throw ambiguous(suite, earlier, log, path);
		tasks.set(suite, log);
	}
	const notes = unfinished.map((log) => ignored(log, tasks.get(suiteNameOf(log.task))));
	if (tasks.size === 0) throw new ConfigError({
		what: `found no ${tool} log`,
		where: path,
		fix
	});
	return {
		tasks,
		notes
	};
}
/** The note about an unfinished run. */
function ignored({ where, status }, finished) {
	if (finished !== void 0) return `Ignored ${where}, because this run ended with the status ${quoted(status)}. Used ${finished.where}, a finished run of the same task.`;
	throw new ConfigError({
		what: `this run ended with the status ${quoted(status)}, expected "success"`,
		where,
		fix: "Finish the run with inspect eval-retry, and pass the log of that run, or the folder that contains both."
	});
}
async function readLog(tool, path, { isFolder, files, fix }) {
	if (tool === "lm-eval") {
		const task = lmEvalTask(basename(path)) ?? basename(path).replace(/\.[^.]*$/u, "");
		return readLmEval({
			path,
			task,
			open: files.open
		});
	}
	const bytes = await readWhole(path, files).catch((error) => {
		throw unreadableFile(path, error, fix);
	});
	return isFolder && !looksLikeLog(bytes) ? void 0 : readInspect(bytes, path);
}
async function readWhole(path, files) {
	for await (const head of files.open(path)) return files.readFile(path, mostBytesOf(head));
	return /* @__PURE__ */ new Uint8Array();
}
function ambiguous(suite, one, other, path) {
	return new ConfigError({
		what: `found two logs for ${suite}: ${one.where} and ${other.where}`,
		where: path,
		fix: "Specify only one of the two files, or keep each run in a separate folder."
	});
}

// src/run/stages/read-both-logs.ts
/**
* Reads two models' logs.
*
* @throws {ConfigError} as `readLogs` and `poolTasks` do, and if an option is invalid
*/
async function readBothLogs({ tool, pools = [], ignoredInPrompts }, paths, files) {
	const parsed = pools.map(poolIn);
	const withoutIgnored = ignoredInPrompts === void 0 ? void 0 : without(ignoredInPrompts);
	const [old, candidate] = await Promise.all([readLogs(tool, paths.old, files), readLogs(tool, paths.new, files)]);
	return {
		old: poolTasks(old.tasks, parsed),
		new: poolTasks(candidate.tasks, parsed),
		notes: [
			...old.notes,
			...candidate.notes,
			...ignoredInPrompts === void 0 ? [] : [`Differences between the prompts of the two sides that match ${ignoredInPrompts} were ignored. Graders read the prompts of old.`]
		],
		checkSame: (suite, one, other) => checkSameTask(suite, one, other, withoutIgnored)
	};
}
function poolIn(text) {
	const [, name, pattern] = /^([^=]+)=(.+)$/su.exec(text) ?? [];
	if (name !== void 0 && pattern !== void 0) return {
		name,
		pattern
	};
	throw new ConfigError({
		what: `found ${JSON.stringify(text)}, expected the suite's name, =, and a pattern for its tasks`,
		where: "--pool",
		fix: "For example: --pool 'mmlu=mmlu_*'"
	});
}
function without(pattern) {
	const fault = re2Fault(pattern);
	if (fault !== void 0) throw new ConfigError({
		what: `found ${JSON.stringify(pattern)}, which is not a regular expression: ${fault}`,
		where: "--ignore-prompt-difference",
		fix: "Use RE2 syntax, for example: --ignore-prompt-difference 'Today Date: .*'"
	});
	const compiled = compileRe2(pattern);
	return (prompt) => compiled.matcher(prompt).replaceAll("");
}

// src/run/compare/compared-logs.ts
/**
* Reads two models' logs as the input of a comparison. Items, prompts and answers come from the logs and must be the
* same on both sides. Without a configuration, every task is a target unless listed in `ood`; guardrails that these
* samples cannot measure are off, and a note lists them.
*
* @throws {ConfigError} if logs are invalid or do not belong together, and as `readPlan` does
*/
async function comparedLogs({ asked, configPath, paths, files }) {
	const logs = await readBothLogs(asked, paths, files);
	const written = configPath === void 0 ? void 0 : await readLogConfig(configPath, asked, files);
	const names = written?.config.suites.map(({ name }) => name);
	const { pairs, leftOut } = pairUp(logs, {
		names,
		paths,
		tool: asked.tool
	});
	const notes = [...logs.notes, ...leftOut.length === 0 ? [] : [`Ignored tasks that the configuration does not list: ${leftOut.join(", ")}.`]];
	for (const pair of pairs) logs.checkSame(pair.suite, pair.old, pair.new);
	const read = written ?? defaults(asked, pairs, notes);
	const { config } = read;
	const drawing = drawingOf(pairs, config.suites);
	const withDrawing = {
		...config,
		sampling: {
			...config.sampling,
			...drawing.temperature !== void 0 && { temperature: drawing.temperature }
		}
	};
	const suites = [];
	const generations = {
		old: [],
		new: []
	};
	const gradedBy = /* @__PURE__ */ new Map();
	for (const suite of config.suites) {
		const pair = pairs.find((each) => each.suite === suite.name);
		if (pair === void 0) throw new Error(`no logs for ${suite.name}`);
		const grader = graderOf(suite.grader, pair);
		suites.push(await planSuite(suite, grader, {
			pair,
			configPath,
			files
		}));
		const score = grader?.type === "given" ? chooseScore(suite.name, [pair.old, pair.new], asked.scores) : void 0;
		if (score !== void 0) {
			checkSameScorer(suite.name, score, pair.old, pair.new);
			gradedBy.set(suite.name, `${score}, as ${asked.tool} logged it`);
		}
		for (const each of completionsFrom(pair.old, suite.name, score)) generations.old.push(each);
		for (const each of completionsFrom(pair.new, suite.name, score)) generations.new.push(each);
	}
	const plan = {
		config: withDrawing,
		configPath: read.path,
		configHash: written?.hash ?? "",
		suites,
		waivers: configPath === void 0 ? [] : await readWaivers(configPath, files),
		gradedBy
	};
	try {
		checkPlan(plan, drawing.samplesPerItem);
	} catch (error) {
		throw configPath === void 0 && pairs.length > 1 ? withPoolHint(error) : error;
	}
	return {
		plan,
		generations,
		samplesPerItem: (suite) => pairs.find((each) => each.suite === suite)?.old.samplesPerItem ?? 1,
		sampling: {
			n: Object.fromEntries(pairs.map((pair) => [pair.suite, pair.old.samplesPerItem])),
			logged: Object.fromEntries(pairs.map((pair) => [pair.suite, pair.old.sampling]))
		},
		names: {
			old: nameOf(paths.old),
			new: nameOf(paths.new)
		},
		notes
	};
}
/** Adds a hint about `--pool`, because several tasks that are each too small may be large enough together. */
function withPoolHint(error) {
	if (!(error instanceof ConfigError)) return error;
	const { what, where, fix, mistakes } = error;
	const hint = "If the tasks belong together, such as the subjects of MMLU, compare them as one suite: --pool 'mmlu=mmlu_*'";
	return new ConfigError({
		what,
		...where !== void 0 && { where },
		fix: `${fix}\n  ${hint}`,
		mistakes,
		cause: error
	});
}
const nameOf = (path) => basename(path).replace(/\.(?:jsonl?|eval)$/u, "");
async function readLogConfig(path, { grader, ood }, files) {
	if (grader !== void 0 || ood.length > 0) throw new ConfigError({
		what: `found --${grader === void 0 ? "ood" : "grader"} together with --config, but the configuration sets the role and grader of every suite`,
		where: "the command line",
		fix: "Set role: ood or grader in the configuration."
	});
	return readConfig({
		path,
		readFile: files.readFile,
		items: "logged"
	});
}
const WITHOUT = "the defaults (to change them, use --config)";
/** The defaults: every task is a target unless listed in `ood`, and guardrails that these samples cannot measure are off. */
function defaults({ grader = "given", ood }, pairs, notes) {
	const unknown = ood.find((pattern) => !pairs.some(({ suite }) => matchesTask(pattern, suite)));
	if (unknown !== void 0) throw new ConfigError({
		what: `found no task ${quoted(unknown)}; the logs contain ${pairs.map(({ suite }) => suite).join(", ")}`,
		where: "--ood",
		fix: "Use the name of a task in the logs, with * for any characters."
	});
	const suites = pairs.map(({ suite, old }) => ({
		name: suite,
		role: ood.some((pattern) => matchesTask(pattern, suite)) ? "ood" : "target",
		grader: grader === "given" && isChoice(old) ? {
			type: "given",
			choice: true
		} : grader
	}));
	const parse = (off) => {
		const guardrails = Object.fromEntries(off.map((name) => [name, "off"]));
		return parseConfig(JSON.stringify({
			suites,
			guardrails
		}), WITHOUT, { items: "logged" });
	};
	const read = parse([]);
	const { samplesPerItem, temperature = read.config.sampling.temperature } = drawingOf(pairs, read.config.suites);
	const off = unmeasurable({
		config: {
			...read.config,
			sampling: {
				...read.config.sampling,
				temperature
			}
		},
		suites: pairs.map(({ suite: name, old }, at) => ({
			name,
			role: read.config.suites[at]?.role ?? "target",
			items: [...old.items.values()].map(({ group }) => ({ group }))
		})),
		n: samplesPerItem
	}).map(({ path }) => String(path[1]));
	if (off.length === 0) return read;
	const because = samplesPerItem > 1 && temperature === 0 ? "at temperature 0, all samples of an item are identical" : `the logs have ${samplesPerItem === 1 ? "one sample" : `${samplesPerItem} samples`} per item`;
	notes.push(`Guardrails that are off because ${because}: ${off.join(", ")}.`);
	return parse(off);
}
const isChoice = ({ items }) => [...items.values()].every(({ choice }) => choice);
/**
* The number of samples and the temperature to check the policy against, taken from the suites whose samples are
* compared.
*/
function drawingOf(pairs, suites) {
	const sampled = pairs.filter(({ suite }) => suites.some(({ name, role }) => name === suite && role !== "ood"));
	const relevant = (sampled.length === 0 ? pairs : sampled).map(({ old }) => old);
	const temperatures = relevant.flatMap(({ temperature }) => temperature ?? []);
	return {
		samplesPerItem: Math.min(...relevant.map(({ samplesPerItem }) => samplesPerItem)),
		temperature: temperatures.length === 0 ? void 0 : Math.min(...temperatures)
	};
}
function graderOf(spec, { old }) {
	return spec?.type === "given" && isChoice(old) ? {
		...spec,
		choice: true
	} : spec;
}
async function planSuite(suite, grader, { pair, configPath, files }) {
	const items = itemsOf(pair.old);
	const checker = grader === void 0 ? void 0 : createGrader(grader);
	const { kept, excluded, problems } = sortItems(items, {
		checks: checker,
		asked: (item) => item,
		grader: grader?.type ?? "",
		fix: "Choose another grader for the suite, or use the scores in the log: grader: given."
	});
	if (problems.length > 0) throw configError(pair.old.where, problems);
	if (grader?.type !== "given") refuseWithoutText(pair);
	return {
		suite: {
			name: suite.name,
			role: suite.role,
			items: kept,
			...excluded.length > 0 && { excluded: {
				items: excluded,
				of: items.length
			} },
			hash: contentHash(items)
		},
		grader,
		graderFiles: configPath === void 0 ? /* @__PURE__ */ new Map() : await readGraderFiles(grader, {
			configPath,
			files
		}),
		hardestGroup: suite.hardestGroup,
		unparseable: suite.unparseable
	};
}
function refuseWithoutText({ suite, old, new: candidate }) {
	const textless = [old, candidate].find(({ items }) => [...items.values()].some(({ samples }) => samples.some(({ text }) => text === void 0)));
	if (textless === void 0) return;
	throw new ConfigError({
		what: `${suite}: the log contains the likelihoods of answer choices, but no text to grade`,
		where: textless.where,
		fix: "Use the scores in the log: set grader: given, or omit --grader."
	});
}

// src/store/read-completions.ts
/** Converts numeric ids and answers to text, as for items, so that 7 and "7" are equal. */
const withTexts = (value) => ({
	...value,
	..."id" in value && Number.isSafeInteger(value.id) && { id: String(value.id) },
	..."answer" in value && typeof value.answer === "number" && { answer: String(value.answer) }
});
const parseGeneration = (value) => {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return { problems: [{
		what: "this line is JSON but not an object, expected a completion",
		fix: "Write {\"suite\": …, \"id\": …, \"index\": …, \"text\": …}."
	}] };
	const parsed = completionSchema.safeParse(withTexts(value));
	return parsed.success ? { generation: parsed.data } : { problems: mistakes({
		schema: completionSchema,
		error: parsed.error,
		value,
		notation: "json"
	}).map(({ what, fix }) => ({
		what,
		fix
	})) };
};
/** Reading stops after this many invalid lines, because the file is probably of another kind. */
const MOST_PROBLEMS = 1e3;
/**
* Reads a completions file (JSONL, one completion per line) in file order. Unknown members are dropped. Does not check
* whether every sample is present exactly once, because that is checked when completions are matched to items.
*
* @throws {ConfigError} with the file and line of every invalid line, or if the file has no completions
*/
const readCompletions = async (options) => {
	const { path, open } = options;
	const generations = [];
	const problems = [];
	for await (const { line, value, problem } of readJsonLines({
		path,
		open,
		fix: "Check the path. Expected a JSONL file with one completion per line."
	})) {
		if (problem === void 0) {
			const parsed = parseGeneration(value);
			if ("generation" in parsed) generations.push(parsed.generation);
			else for (const each of parsed.problems) problems.push({
				line,
				...each
			});
		} else problems.push(problem);
		if (problems.length >= MOST_PROBLEMS) break;
	}
	if (problems.length > 0) throw configError(path, problems);
	if (generations.length === 0) throw configError(path, [{
		what: "this file contains no completions, expected one JSON object per line",
		fix: "Write lines like {\"suite\": \"gsm8k\", \"id\": \"q1\", \"index\": 0, \"text\": \"…\"}."
	}]);
	return generations;
};

// src/run/compare/compare.ts
/**
* Compares completions from files: files in this program's own format or another tool's logs. Starts at grading and
* needs no lock. Calls no models except those that embed solutions or judge.
*
* @throws {ConfigError} as `readCompared` does, or if given outcomes are incomplete
*/
async function compare({ configPath, logs, paths, files, names, grading, openBudget, nowMs, onStage, ...edges }) {
	const compared = await readCompared({
		configPath,
		logs,
		paths,
		files
	});
	const { plan, generations, samplesPerItem, sampling } = compared;
	const embedSolutions = solutionEmbedder(plan.config, edges);
	const leftAside = checkGivenOutcomes(plan, [{
		path: paths.old,
		generations: generations.old
	}, {
		path: paths.new,
		generations: generations.new
	}]);
	const itself = resolve(paths.old) === resolve(paths.new) ? [`This compares ${paths.old} with itself, so no change can be found. Specify two different files.`] : [];
	const sides = {
		old: { version: names.old ?? compared.names.old },
		new: { version: names.new ?? compared.names.new }
	};
	const { budget: limits, prices } = plan.config;
	const judges = judgesOf(plan, grading);
	const budget = judges && openBudget?.({
		limits,
		prices
	});
	judges?.spendFrom(budget);
	const judge = async () => {
		const graders = await openGraders(plan, grading, judges);
		try {
			return await conclude(plan, {
				graders,
				judging: judges && {
					judges,
					budget
				},
				generations: bySuite(generations),
				greedy: void 0,
				embedSolutions,
				samplesPerItem,
				nowMs,
				...sides,
				notes: [
					...itself,
					...compared.notes,
					...leftAside
				],
				cost: NOTHING_SPENT,
				lock: void 0,
				sampling,
				command: compareArguments({
					configPath,
					...logs,
					from: logs?.tool,
					names,
					paths
				}),
				onStage
			});
		} finally {
			budget?.end();
			await graders.close();
		}
	};
	return invalidIfDistrusted(plan, judge, {
		...sides,
		lock: void 0,
		cost: () => withJudging(NOTHING_SPENT, judges, prices)
	});
}
const NOTHING_SPENT = {};
/**
* Reads the input of a comparison.
*
* @throws {ConfigError} if files are invalid or do not belong together, and as `readPlan` does
*/
async function readCompared({ configPath, logs, paths, files }) {
	if (logs !== void 0) return comparedLogs({
		asked: logs,
		configPath,
		paths,
		files
	});
	if (configPath === void 0) throw new Error("completions cannot be compared without a configuration");
	const plan = await readPlan(configPath, files);
	const { sampling } = plan.config;
	const [old, candidate] = await Promise.all([readCompletions({
		path: paths.old,
		open: files.open
	}), readCompletions({
		path: paths.new,
		open: files.open
	})]);
	const generations = {
		old,
		new: candidate
	};
	refuseForeignSuites(plan, generations, paths);
	const samplesPerItem = sampling.nWritten ? sampling.n : samplesIn(generations);
	if (samplesIn(generations) < samplesPerItem) throw tooFewSamples(generations, samplesPerItem, configPath);
	checkSamplesSuffice(plan, samplesPerItem);
	const nameOf = (path) => basename(path).replace(/\.jsonl?$/u, "");
	return {
		plan,
		generations,
		samplesPerItem: () => samplesPerItem,
		sampling: { n: samplesPerItem },
		names: {
			old: nameOf(paths.old),
			new: nameOf(paths.new)
		},
		notes: []
	};
}
/** The number of samples per item (n) in the files: one more than the largest index. */
function samplesIn({ old, new: candidate }) {
	let largest = 0;
	for (const { index } of [...old, ...candidate]) largest = Math.max(largest, index);
	return largest + 1;
}
function tooFewSamples(generations, n, configPath) {
	const found = samplesIn(generations);
	return new ConfigError({
		what: `found ${n}, but the files contain ${found} ${found === 1 ? "sample" : "samples"} per item`,
		where: `${configPath}: sampling.n`,
		fix: `Set sampling.n: ${found}, or remove sampling.n so that compare counts the samples in the files.`
	});
}
function refuseForeignSuites({ config, configPath }, generations, paths) {
	const known = new Set(config.suites.map(({ name }) => name));
	for (const side of ["old", "new"]) {
		const foreign = generations[side].find(({ suite }) => !known.has(suite));
		if (foreign === void 0) continue;
		throw new ConfigError({
			what: `found completions for suite ${JSON.stringify(foreign.suite.slice(0, 100))}, but ${configPath} defines only ${[...known].join(", ")}`,
			where: paths[side],
			fix: "Add the suite to the configuration, or remove its completions from the file."
		});
	}
}

// src/cli/conclude.ts
/** Writes the run's folder, prints the result, and returns the process's exit code. */
async function concludeRun(checked, { out: folder, json }, { out, err, env }) {
	const files = await writeRunFolder(folder, checked);
	out.write(json ? serialiseResult(checked.result) : renderTerminal(checked.result, renderingFor(out, env)));
	(json ? err : out).write(`Report: ${files.report}\nResult: ${files.result}\n`);
	return exitCodeOf(checked.result);
}

// src/cli/grading.ts
/**
* The dependencies of graders on the command line, where the user has chosen the files. Interrupts are handled only
* once a grader has started something that must end with the run. Before that, they end the process as usual.
*/
function localGrading({ env }, interruptible, judging) {
	let known;
	const signal = () => known ??= interruptible();
	return {
		env,
		headIsTrusted: true,
		get signal() {
			return signal();
		},
		openJudges: () => openJudges({
			...judging,
			env,
			signal: signal()
		})
	};
}

// src/run/stages/claim-run-folder.ts
const NAME = "run.lock";
/**
* How often a run updates its claim to show that it is alive, and the maximum age of the last update if the run's
* process cannot be looked up.
*/
const SIGN_EVERY_MS = 2e4;
const LONGEST_SILENCE_MS = 12e4;
const PAUSE_MS = 20;
const claimSchema = object({
	id: string(),
	pid: number(),
	owner: string()
});
/**
* Reserves a run's folder, which is created if needed, until the returned function is called. A killed run's claim does
* not count.
*
* @throws {ConfigError} if the folder cannot be created or written, or if another run is writing to it
*/
async function claimRunFolder(folder) {
	const path = join(folder, NAME);
	const claim = {
		id: randomUUID(),
		pid: process.pid,
		owner: thisProcess()
	};
	const text = `${JSON.stringify(claim)}\n`;
	const created = await orRefuse(folder, async () => {
		const first = await mkdir(folder, { recursive: true });
		while (!await wrote(path, text)) {
			const other = await readClaim(path);
			if (other?.isAlive === true) throw inUse(folder, path, other.pid);
			if (other !== void 0 && await replaced(path, text, other)) break;
		}
		return first;
	});
	const timer = setInterval(() => {
		const now = /* @__PURE__ */ new Date();
		utimes(path, now, now).catch(() => {});
	}, SIGN_EVERY_MS);
	timer.unref();
	return async () => {
		clearInterval(timer);
		if ((await readClaim(path))?.id === claim.id) await rm(path, { force: true });
		if (created !== void 0) await rmdir(folder).catch(() => {});
	};
}
/** Writes a file that must not exist yet. Returns false if it exists. */
async function wrote(path, text) {
	try {
		await writeFile(path, text, { flag: "wx" });
		return true;
	} catch (error) {
		if (isSystemError(error) && error.code === "EEXIST") return false;
		throw error;
	}
}
/** The claim at `path`; undefined if there is none. A claim that cannot be read counts as alive while it is new. */
async function readClaim(path) {
	try {
		const silentMs = Date.now() - (await stat(path)).mtimeMs;
		const text = (await readRegularFile(path)).toString();
		const { data } = claimSchema.safeParse(parsed(text));
		const runs = data && isRunning(data.owner);
		return {
			text,
			id: data?.id,
			pid: data?.pid,
			isAlive: runs ?? silentMs < LONGEST_SILENCE_MS
		};
	} catch (error) {
		if (isSystemError(error) && error.code === "ENOENT") return void 0;
		throw error;
	}
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/**
* Replaces a dead run's claim. Returns false if another run replaces it at the same time. The new claim is first
* written next to the old claim, which only one run can do at a time.
*/
async function replaced(path, text, dead) {
	const beside = `${path}.new`;
	if (!await wrote(beside, text)) {
		if ((await readClaim(beside))?.isAlive === false) await rm(beside, { force: true });
		await setTimeout(PAUSE_MS);
		return false;
	}
	if ((await readClaim(path))?.text === dead.text) {
		await rename(beside, path);
		return true;
	}
	await rm(beside, { force: true });
	return false;
}
async function orRefuse(folder, work) {
	try {
		return await work();
	} catch (cause) {
		if (!isSystemError(cause)) throw cause;
		throw new ConfigError({
			what: `cannot write to this folder: ${cause.message}`,
			where: folder,
			fix: "Choose a folder that this process can create and write to: --out FOLDER",
			cause
		});
	}
}
function inUse(folder, path, pid) {
	return new ConfigError({
		what: `another run${pid === void 0 ? "" : ` (process ${pid})`} is writing to this folder`,
		where: folder,
		fix: `Wait until it has ended, or choose another folder with --out. Both runs can use the same --store. If no such run exists, delete ${path}.`
	});
}
function isSystemError(cause) {
	return cause instanceof Error && "syscall" in cause;
}

// src/cli/commands/compare-command.ts
/** The configuration, which is optional only for logs, and the options for logs. */
function judgedBy({ config, from, score, grader, ood, pool, ignorePromptDifference }) {
	if (from !== void 0) return {
		configPath: config,
		logs: {
			tool: from,
			scores: score ?? [],
			grader,
			ood: ood ?? [],
			pools: pool,
			ignoredInPrompts: ignorePromptDifference
		}
	};
	const [only] = Object.entries({
		score,
		grader,
		ood,
		pool,
		"ignore-prompt-difference": ignorePromptDifference
	}).flatMap(([name, value]) => value === void 0 ? [] : [name]);
	if (only === void 0) return { configPath: config ?? "reversal.yml" };
	throw new ConfigError({
		what: `found --${only} without --from, but --${only} applies only to another tool's logs`,
		where: "the command line",
		fix: "If another tool wrote the logs, name it, for example --from lm-eval. If not, remove the option, because the configuration determines these settings."
	});
}
/**
* `reversal-check compare`: compares completions from files. Calls no models except those that judge or embed
* solutions.
*/
async function compareCommand(paths, options, terminal, interruptible) {
	const release = await claimRunFolder(options.out);
	const progress = progressDisplay(terminal, () => performance.now());
	try {
		const checked = await compare({
			...judgedBy(options),
			paths,
			names: options,
			files: withReadingStage(localFiles, progress.onStage),
			grading: localGrading(terminal, interruptible, {
				storeDir: options.store,
				...progress
			}),
			openBudget: (budget) => openBudget({
				...budget,
				timing: systemTiming
			}),
			nowMs: Date.now(),
			embed: (request) => embed({
				...request,
				signal: interruptible()
			}),
			storeDir: options.store,
			env: terminal.env,
			onEmbedding: progress.onEmbedding,
			onStage: progress.onStage,
			onWarning: progress.onWarning
		});
		progress.stop();
		return await concludeRun(checked, options, terminal);
	} finally {
		progress.stop();
		await release();
	}
}

// src/run/explain/graded-file.ts
const lineSchema = object({
	side: _enum(["old", "new"]),
	suite: string(),
	id: string(),
	index: number().int().nonnegative().default(0),
	greedy: literal(true).optional(),
	outcome: _enum([
		"correct",
		"incorrect",
		"unparseable",
		"truncated",
		"failed"
	]),
	answer: string().optional(),
	rule: string().optional(),
	lenient: literal("correct").optional(),
	key: string().optional(),
	reason: string().optional()
});
const FIX = "Specify the --out folder of a run, including the graded.jsonl that it wrote.";
/**
* Reads the graded samples of these suites from a run's `graded.jsonl`, by suite and item, in file order. The file is
* untrusted.
*
* @throws {ConfigError} if the file cannot be read, or for the first line that is not a graded sample
*/
async function readGraded(path, { suites, open }) {
	const found = /* @__PURE__ */ new Map();
	const refuse = (problem) => {
		throw configError(path, [problem]);
	};
	for await (const { line, value, problem } of readJsonLines({
		path,
		open,
		fix: FIX
	})) {
		if (problem !== void 0) refuse(problem);
		const { success, data } = lineSchema.safeParse(value);
		if (!success) return refuse({
			line,
			what: "this line is not a graded sample",
			fix: FIX
		});
		const { suite, id, side, greedy, ...sample } = data;
		if (!suites.has(suite)) continue;
		const items = found.get(suite) ?? /* @__PURE__ */ new Map();
		found.set(suite, items);
		const item = items.get(id) ?? {
			id,
			old: [],
			new: [],
			greedy: {
				old: [],
				new: []
			}
		};
		items.set(id, item);
		(greedy === true ? item.greedy : item)[side].push(sampleOf(sample));
	}
	return new Map([...found].map(([suite, items]) => [suite, [...items.values()]]));
}
const sampleOf = ({ index, outcome, answer, rule, lenient, key, reason }) => ({
	index,
	outcome,
	...answer === void 0 ? {} : { answer },
	...rule === void 0 ? {} : { rule },
	...lenient === void 0 ? {} : { lenient },
	...key === void 0 ? {} : { key },
	...reason === void 0 ? {} : { reason }
});

// src/run/explain/explain-item.ts
const MOST_ANSWERS = 5;
/**
* Explains one item of a suite: its outcomes, answers and solution approaches on both sides, and the samples that best
* show the difference.
*/
function explainItem({ planned, samples, textOf, hasTexts }, id, shown) {
	const item = planned.suite.items.find((each) => each.id === id);
	const graded = samples.items.find((each) => each.id === id);
	const always = shown.among === "correct";
	const fell = shareCorrect(graded?.new ?? []) < shareCorrect(graded?.old ?? []);
	const side = (which, prefersCorrect) => {
		const all = graded?.[which] ?? [];
		return {
			value: shown.values?.[which] ?? null,
			outcomes: tally(all.map(({ outcome }) => outcome)),
			answers: answersOf$1(all),
			ways: hasTexts ? waysIn(all) : null,
			samples: (always ? differentFirst : unchanged)(chosen(all, prefersCorrect)).slice(0, shown.count ?? (always ? 2 : 1)).map((sample) => explained(sample, textOf(which, id, sample.index)))
		};
	};
	return {
		suite: samples.name,
		id,
		group: item?.group ?? null,
		prompt: item?.messages.map(({ content }) => content).join("\n\n") ?? null,
		right_answer: item?.answer ?? null,
		old: side("old", always || fell),
		new: side("new", always || !fell)
	};
}
const shareCorrect = (samples) => {
	const graded = samples.filter(({ outcome }) => outcome !== "failed");
	return graded.length === 0 ? 0 : graded.filter(({ outcome }) => outcome === "correct").length / graded.length;
};
/**
* Sorts samples of the preferred kind first, then by index. Wrong answers come before missing answers, because they are
* more informative.
*/
function chosen(samples, prefersCorrect) {
	const order = prefersCorrect ? [
		"correct",
		"incorrect",
		"unparseable",
		"truncated",
		"failed"
	] : [
		"incorrect",
		"unparseable",
		"truncated",
		"correct",
		"failed"
	];
	return samples.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.index - b.index);
}
const unchanged = (samples) => samples;
/** Moves solutions to the front if they use an approach that has not been shown yet. */
function differentFirst(samples) {
	const seen = /* @__PURE__ */ new Set();
	const isNew = (sample) => {
		const way = wayOf$1(sample).join(";");
		const known = seen.has(way) || way === "";
		seen.add(way);
		return !known;
	};
	const { true: candidate = [], false: others = [] } = Object.groupBy(samples, (sample) => isNew(sample) ? "true" : "false");
	return [...candidate, ...others];
}
function tally(outcomes) {
	const counts = {};
	for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
	return counts;
}
const answersOf$1 = /* @__PURE__ */ __name((samples) => [...Map.groupBy(samples, ({ answer }) => answer)].flatMap(([answer, same]) => answer === void 0 ? [] : [{
	answer,
	count: same.length
}]).toSorted((a, b) => b.count - a.count || (a.answer < b.answer ? -1 : 1)).slice(0, MOST_ANSWERS), "answersOf");
const wayOf$1 = /* @__PURE__ */ __name(({ outcome, key, text }) => {
	if (outcome !== "correct") return [];
	return key === void 0 ? [...equationsOf(text)].toSorted() : [key];
}, "wayOf");
const waysIn = (samples) => new Set(samples.map((sample) => wayOf$1(sample).join(";")).filter((way) => way !== "")).size;
const explained = (sample, text) => ({
	index: sample.index,
	outcome: sample.outcome,
	answer: sample.answer ?? null,
	rule: sample.rule ?? null,
	lenient: sample.lenient ?? null,
	reason: sample.reason ?? null,
	way: text === void 0 && sample.key === void 0 ? [] : wayOf$1(sample),
	text: sample.outcome === "failed" ? null : text ?? null
});

// src/run/explain/explained-logs.ts
/**
* Reads a result's items and completions again from its logs. Does not grade them, because the outcomes are in the
* run's folder, so neither the configuration nor scores are needed.
*
* @throws {ConfigError} if a log is missing or invalid, or does not match the other side's log
*/
async function explainedLogs(result, { options, paths, files }) {
	const logs = await readBothLogs(options, paths, files);
	const generations = {
		old: [],
		new: []
	};
	const suites = result.suites.map(({ name, role, grader }) => {
		const [ofOld, ofNew] = [logs.old.get(name), logs.new.get(name)];
		if (ofOld === void 0 || ofNew === void 0) throw new ConfigError({
			what: `found no log for suite ${name}, but the result contains this suite`,
			where: ofOld === void 0 ? paths.old : paths.new,
			fix: "Specify the same logs that you passed to compare, and the same --pool."
		});
		logs.checkSame(name, ofOld, ofNew);
		for (const each of completionsFrom(ofOld, name, void 0)) generations.old.push(each);
		for (const each of completionsFrom(ofNew, name, void 0)) generations.new.push(each);
		const items = itemsOf(ofOld);
		const choice = grader === "choice" || [...ofOld.items.values()].every((item) => item.choice);
		return {
			suite: {
				name,
				role,
				items,
				hash: contentHash(items)
			},
			grader: role === "open" ? void 0 : {
				type: "given",
				choice
			},
			graderFiles: /* @__PURE__ */ new Map(),
			hardestGroup: void 0
		};
	});
	const written = suites.map(({ suite: { name, role }, grader }) => ({
		name,
		role,
		...grader && { grader }
	}));
	const { config, path } = parseConfig(JSON.stringify({ suites: written }), paths.old, { items: "logged" });
	return {
		plan: {
			config,
			configPath: path,
			configHash: result.provenance.config_hash ?? "",
			suites,
			waivers: []
		},
		generations
	};
}

// src/run/explain/find-target.ts
/**
* Finds a result's measure or item by name. If `target` is undefined, finds the first measure that was lost.
*
* @throws {ConfigError} if nothing has this name
*/
function findTarget(result, target, path) {
	const gating = result.measures.filter(({ gates }) => gates);
	const measure = target === void 0 ? gating.find(({ state }) => state === "lost") ?? gating[0] ?? result.measures[0] : result.measures.find(({ id }) => id === target) ?? gating.find(({ id }) => guardrailOf(id) === guardrailOf(target));
	if (measure !== void 0) {
		const { suite, pooled = suite === null ? [] : [suite] } = measure;
		return {
			kind: "measure",
			measure,
			suites: pooled
		};
	}
	const slash = target?.indexOf("/") ?? -1;
	const suite = target?.slice(0, slash) ?? "";
	if (target === void 0 || slash === -1 || !result.suites.some(({ name }) => name === suite)) throw unknownTarget(result, target ?? "", path);
	return {
		kind: "item",
		id: target.slice(slash + 1),
		suites: [suite]
	};
}
const MOST_NAMED = 12;
function unknownTarget({ measures, suites }, target, path) {
	const ids = measures.map(({ id }) => id);
	const named = ids.slice(0, MOST_NAMED).join(", ");
	return new ConfigError({
		what: `found neither a measure nor an item ${quoted(target)}; the measures are ${named || "none"}${ids.length > MOST_NAMED ? ", …" : ""}`,
		where: path,
		fix: `Specify the id of a measure, or an item as SUITE/ITEM; the suites are ${suites.map(({ name }) => name).join(", ") || "none"}.`
	});
}
/** The error for an item without samples in a result: it was excluded, or the suite has no item with this id. */
function noSuchItem(result, { id, suites: [name] }, path) {
	const excluded = result.suites.find((suite) => suite.name === name)?.excluded?.find((item) => item.id === id);
	if (excluded === void 0) return unknownTarget(result, `${name}/${id}`, path);
	return new ConfigError({
		what: `item ${quoted(id)} of ${name} was excluded, so it has no samples: ${excluded.reason}`,
		where: path,
		fix: "Fix the item in the suite's file and pin it again, or choose another item."
	});
}

// src/run/explain/find-texts.ts
/**
* Finds a result's completions, suite by suite. If they cannot be found, a note gives the reason, and `textOf` returns
* undefined.
*/
async function findTexts(suites, { source, plan, result, files }) {
	const found = await generationsOf$1(suites, {
		source,
		plan,
		result,
		files
	});
	if ("why" in found) return {
		textOf: () => () => void 0,
		notes: [found.why]
	};
	const { reasoning, reasoningTags } = plan.config.sampling;
	const withoutReasoning = reasoning === "strip" ? reasoningReader(reasoningTags) : void 0;
	const promptOf = new Map(suites.flatMap(({ name, items }) => items.map(({ id, messages }) => [JSON.stringify([name, id]), messages.at(-1)?.content])));
	const place = (...parts) => JSON.stringify(parts);
	const texts = /* @__PURE__ */ new Map();
	const have = /* @__PURE__ */ new Set();
	for (const side of ["old", "new"]) for (const { suite, id, index, text } of found[side]) {
		have.add(suite);
		const prompt = promptOf.get(place(suite, id));
		texts.set(place(suite, side, id, index), withoutReasoning?.(text, prompt) ?? text);
	}
	return {
		textOf: (suite) => (side, id, index) => texts.get(place(suite, side, id, index)),
		notes: suites.filter(({ name }) => !have.has(name)).map(({ name }) => `Found no completions for ${name}, so no text is shown. Use --store to specify the store that contains them.`)
	};
}
async function generationsOf$1(suites, { source, plan: { config }, result, files }) {
	if ("generations" in source) return source.generations;
	if ("paths" in source) {
		const { open } = files;
		const [old, candidate] = await Promise.all([readCompletions({
			path: source.paths.old,
			open
		}), readCompletions({
			path: source.paths.new,
			open
		})]);
		return {
			old,
			new: candidate
		};
	}
	if (result.provenance.lock_hash === void 0) return { why: "This result was computed from files, so no text is shown. Specify the files with --old-completions and --new-completions." };
	const { storeDir, fresh: candidate, env, lookUp } = source;
	try {
		const checkpoints = resolveCheckpoints({
			checkpoints: config.checkpoints,
			versions: {
				old: result.old.version,
				new: result.new.version
			},
			draws: { new: candidate },
			env
		});
		const both = {
			old: [],
			new: []
		};
		for (const suite of suites) {
			const of = await lookUp({
				checkpoints,
				suite,
				settings: config.sampling,
				storeDir
			});
			for (const each of of.old) both.old.push(each);
			for (const each of of.new) both.new.push(each);
		}
		return both;
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		return { why: `No text is shown, because the store cannot be searched: ${error.where ?? ""}: ${error.what}. ${error.fix}` };
	}
}
__name(generationsOf$1, "generationsOf");

// src/run/explain/explain.ts
/**
* Explains which items changed a stored result's measure most, or what happened to one item. Does not grade, send
* requests or write files.
*
* @throws {ConfigError} if the run's files or the configuration cannot be read, if the requested measure or item does
* not exist, or if the measure cannot be explained without the completions
*/
async function explain({ target, folder, configPath, files, source, embeddings, mostItems, samplesOfItem }) {
	const path = join(folder, "result.json");
	const bytes = await files.readFile(path).catch((error) => {
		throw unreadableFile(path, error, "Specify the --out folder of a check or compare run.");
	});
	const result = parseResult(Buffer.from(bytes).toString("utf8"), path);
	const wanted = findTarget(result, target, path);
	const logged = "paths" in source && source.logs !== void 0 ? await explainedLogs(result, {
		options: source.logs,
		paths: source.paths,
		files
	}) : void 0;
	const plan = logged?.plan ?? await readPlan(configPath, files);
	const graded = await readGraded(join(folder, "graded.jsonl"), {
		suites: new Set(wanted.suites),
		open: files.open
	});
	const planned = wanted.suites.map((name) => {
		const suite = plan.suites.find((each) => each.suite.name === name);
		if (suite === void 0) throw unknownSuite(name, configPath);
		return suite;
	});
	const { textOf, notes: onTexts } = await findTexts(planned.map(({ suite }) => suite), {
		source: logged ?? source,
		plan,
		result,
		files
	});
	const asGraded = planned.map((suite) => readSamples(suite, graded.get(suite.suite.name) ?? [], {
		textOf: textOf(suite.suite.name),
		result
	}));
	const suites = wanted.kind === "measure" && wanted.measure.name === "semantic" ? await withEmbeddings(asGraded, plan.config, embeddings) : asGraded;
	const notes = [
		...plan.configHash === (result.provenance.config_hash ?? "") ? [] : [`${configPath} is not the configuration that produced this result, so the prompts and completions may differ.`],
		...wanted.kind === "item" || [wanted.measure.id, void 0].includes(target) ? [] : [`In this result, ${quoted(target ?? "")} is ${wanted.measure.id}, because K depends on how many samples failed.`],
		...onTexts
	];
	const versions = {
		old: result.old.version,
		new: result.new.version
	};
	const shown = (suite, id, how) => explainItem(suite, id, {
		...how,
		count: samplesOfItem
	});
	if (wanted.kind === "item") {
		const [suite] = suites;
		const item = suite?.samples.items.find(({ id }) => id === wanted.id);
		if (suite === void 0 || item === void 0) throw noSuchItem(result, wanted, path);
		return {
			versions,
			measure: void 0,
			moved: void 0,
			items: [shown(suite, wanted.id, {
				values: void 0,
				among: "outcomes"
			})],
			notes
		};
	}
	const { measure } = wanted;
	const among = measure.dimension === "diversity" ? "correct" : "outcomes";
	const ranked = suites.flatMap((suite) => valuesOf(suite, measure).map((values) => ({
		suite,
		values
	}))).toSorted((a, b) => moveOf(b.values, measure) - moveOf(a.values, measure) || (a.values.id < b.values.id ? -1 : 1));
	const changes = ranked.map(({ values }) => values.new - values.old);
	return {
		versions,
		measure,
		moved: {
			items: ranked.length,
			up: changes.filter((change) => change > 0).length,
			down: changes.filter((change) => change < 0).length
		},
		items: ranked.filter(({ values }) => moveOf(values, measure) > 0).slice(0, mostItems).map(({ suite, values }) => shown(suite, values.id, {
			values,
			among
		})),
		notes
	};
}
const unknownSuite = (name, configPath) => new ConfigError({
	what: `found no suite ${quoted(name)}, but the result contains a suite with this name`,
	where: configPath,
	fix: "Specify the configuration that the run used with --config."
});
function readSamples(planned, lines, { textOf, result }) {
	const { suite, grader, hardestGroup } = planned;
	let hasTexts = true;
	const known = new Map(suite.items.map((item) => [item.id, item]));
	const itemOf = ({ id, ...sides }) => {
		const side = (which) => sides[which].map((sample) => {
			const text = sample.outcome === "failed" ? "" : textOf(which, id, sample.index);
			if (text === void 0) hasTexts = false;
			return {
				...sample,
				text: text ?? ""
			};
		});
		const item = known.get(id);
		return {
			id,
			group: item?.group,
			cluster: item?.cluster ?? id,
			old: side("old"),
			new: side("new")
		};
	};
	const items = lines.map(itemOf);
	const greedy = lines.flatMap(({ id, greedy: sides }) => sides.old.length + sides.new.length === 0 ? [] : [{
		id,
		group: void 0,
		cluster: known.get(id)?.cluster ?? id,
		...withoutTexts(sides)
	}]);
	const inResult = result.suites.find(({ name }) => name === suite.name);
	return {
		planned,
		textOf,
		hasTexts,
		samples: {
			name: suite.name,
			role: suite.role,
			grader: grader?.type,
			choice: asksForChoice(grader),
			samplesPerItem: inResult?.samples_per_item ?? 1,
			hardestGroup,
			items,
			...greedy.length === 0 ? {} : { greedy }
		}
	};
}
const withoutTexts = ({ old, new: candidate }) => ({
	old: old.map((sample) => ({
		...sample,
		text: ""
	})),
	new: candidate.map((sample) => ({
		...sample,
		text: ""
	}))
});
/**
* Adds the solutions' embeddings to the suites; returns the suites unchanged if the configuration has no embeddings.
*/
async function withEmbeddings(suites, { embeddings: config }, { storeDir, env, lookUp }) {
	if (config === void 0) return suites;
	const embeddingOf = await lookUp({
		model: resolveEmbeddingModel(config, env),
		texts: suites.flatMap(({ samples }) => textsToEmbed(samples.items)),
		storeDir
	});
	return suites.map((suite) => ({
		...suite,
		samples: {
			...suite.samples,
			embeddingOf
		}
	}));
}
/** The measure's values for each item of a suite. */
function valuesOf({ samples, hasTexts }, measure) {
	if (measure.dimension === "diversity" && !hasTexts) throw cannotTell(measure, "it is computed from completions, and not all of them were found", "Specify the store with --store or, for a result from compare, the files with --old-completions and --new-completions.");
	const suite = measureSuite(samples);
	const { accuracy, coverage, syntactic, logical, semantic, reach, hardestGroup } = suite;
	const gating = [
		accuracy,
		coverage,
		syntactic,
		logical,
		semantic,
		reach,
		hardestGroup
	];
	const isIt = (each) => each !== void 0 && (measure.suite === null ? each === accuracy : measureId(each) === measure.id);
	const found = gating.find(isIt) ?? describeSuite(suite).reported.find(isIt);
	if (found === void 0) throw cannotTell(measure, measure.name === "semantic" ? "it is computed from embeddings, but the configuration does not set embeddings" : "it is not computed from outcomes and texts alone", "Choose another measure of the suite, or an item.");
	if (found.measurement.kind === "measured") return found.measurement.items;
	throw cannotTell(measure, found.measurement.reason, found === semantic ? "Use --store to specify the store that contains the embeddings, or choose another measure for the suite." : "Choose another measure for the suite.");
}
const cannotTell = ({ id }, why, fix) => new ConfigError({
	what: `cannot explain which items changed this measure: ${why}`,
	where: id,
	fix
});
/**
* How far an item moved in the direction in which the measure changed, or in either direction if the measure did not
* change.
*/
function moveOf(values, { change }) {
	const moved = values.new - values.old;
	const direction = Math.sign(change?.estimate ?? 0);
	return direction === 0 ? Math.abs(moved) : moved * direction;
}

// src/result/explanation.ts
/** An explanation as a single JSON value, with a final newline. */
const serialiseExplanation = ({ measure, moved, ...rest }) => `${jsonForLogs({
	measure: measure ?? null,
	moved: moved ?? null,
	...rest
}, 2)}\n`;

// src/report/explanation-rendering.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
const LIMIT = 800;
/** Maximum number of prompt lines, and of completion lines, to show in a terminal. */
const PROMPT_LINES$1 = 8;
const COMPLETION_LINES$1 = 60;
/**
* Minimum number of columns for showing completions side by side. In a narrower terminal, they are shown one below the
* other.
*/
const SIDE_BY_SIDE = 90;
/** One sentence about the change; not yet neutralized. */
const headline = ({ versions, measure, moved, items }) => {
	const pair = `${versions.old} → ${versions.new}`;
	if (measure === void 0 || moved === void 0) return `${pair}, one item.`;
	const { old, new: candidate, change, interval, state } = measureRow(measure);
	const inWords = [
		`${old} → ${candidate}`,
		`${change} ${interval}`.trim(),
		state
	].filter((part) => part !== "");
	const shown = items.length === 0 ? "No item changed in the same direction as the measure" : items.length === 1 ? "The item that contributed most to the change is shown below" : `The ${count(items.length)} items that contributed most to the change are shown below`;
	return `${measure.id}, ${pair}: ${inWords.join(", ")}. Of ${counted$1(moved.items, "item")}, ${count(moved.up)} went up and ${count(moved.down)} went down. ${shown}.`;
};
const valueOf = ({ value }, measure) => value === null || measure === void 0 ? "" : readValue(value, measure.unit);
/** A side's outcomes with their counts, such as `12 correct, 4 incorrect`. */
const outcomesOf = ({ outcomes }) => Object.entries(outcomes).map(([outcome, count$2]) => `${count(count$2)} ${outcome}`).join(", ") || "no samples";
const answersOf = ({ answers }) => answers.map(({ answer, count: count$3 }) => `${answer} (${count(count$3)})`).join(", ") || "none";
const waysOf = ({ ways }) => ways === null ? "unknown" : count(ways);
/** A sample's grade in words. */
const gradeOf$1 = /* @__PURE__ */ __name(({ index, outcome, answer, rule, lenient, reason }) => [
	`sample ${count(index)}: ${outcome}`,
	answer === null ? "" : `answer ${answer}${rule === null ? "" : ` (rule ${rule})`}`,
	lenient === null ? "" : "the last value in the text is correct",
	reason ?? ""
].filter((part) => part !== "").join(", "), "gradeOf");
const wayOf = ({ way }) => way.length === 0 ? "" : `way: ${way.join("; ")}`;
const factsOf = (side) => `${outcomesOf(side)}; answers: ${answersOf(side)}; different correct ways: ${waysOf(side)}`;
/** An explanation in Markdown, with all text neutralized and a final newline. */
const renderExplanationMarkdown = (explanation) => {
	const { versions, measure, items, notes } = explanation;
	const completion = (version, sample) => blocks(markdownText(`${version}, ${gradeOf$1(sample)}${wayOf(sample) === "" ? "" : `; ${wayOf(sample)}`}`, LIMIT), sample.text === null ? "" : markdownFence(sample.text, "text"));
	const item = (each) => {
		const pairs = Math.max(each.old.samples.length, each.new.samples.length);
		return blocks(`### ${markdownText(`${each.suite}/${each.id}`, LIMIT)}`, each.prompt === null ? "" : markdownFence(each.prompt, "text"), each.right_answer === null ? "" : `Right answer: ${markdownText(each.right_answer, LIMIT)}`, table([
			"",
			...measure === void 0 ? [] : ["value"],
			"outcomes",
			"answers",
			"ways"
		], ["old", "new"].map((side) => [
			markdownText(versions[side]),
			...measure === void 0 ? [] : [valueOf(each[side], measure)],
			outcomesOf(each[side]),
			markdownText(answersOf(each[side]), LIMIT),
			waysOf(each[side])
		]), measure === void 0 ? [
			"l",
			"l",
			"l",
			"r"
		] : [
			"l",
			"r",
			"l",
			"l",
			"r"
		]), ...Array.from({ length: pairs }, (_, place) => blocks(...["old", "new"].map((side) => {
			const sample = each[side].samples[place];
			return sample === void 0 ? "" : completion(versions[side], sample);
		}))));
	};
	return `${blocks(markdownText(headline(explanation), LIMIT), list(notes.map((note) => markdownText(note, LIMIT))), ...items.map(item))}\n`;
};
/** An explanation for a terminal or a log, with all text neutralized and a final newline. */
const renderExplanationTerminal = (explanation, { colour, columns, unicode }) => {
	const { versions, measure, items, notes } = explanation;
	const colours = import_picocolors.default.createColors(colour);
	const width = Math.max(60, columns);
	const sentence = (text, indent = "") => wrap(terminalText(text, LIMIT), width - indent.length).map((line) => indent + line);
	const bar = unicode ? "│" : "|";
	/** Wraps text to `room` columns and shows at most `most` lines. Lines that fit are left unchanged. */
	const linesIn = (text, room, most) => {
		const lines = terminalLines(text).flatMap((line) => stringWidth(line) <= room ? [line] : wrap(line, room));
		return lines.length <= most ? lines : [...lines.slice(0, most), `(${counted$1(lines.length - most, "more line")}; to see all of them, use --json)`];
	};
	const grade = (version, sample, room) => sample === void 0 ? [] : [...wrap(terminalText(`${version}, ${gradeOf$1(sample)}`, LIMIT), room), ...wayOf(sample) === "" ? [] : wrap(terminalText(wayOf(sample), LIMIT), room)];
	const text = (sample, room) => sample === void 0 ? [] : sample.text === null ? ["(text not found)"] : linesIn(sample.text, room, COMPLETION_LINES$1);
	const pair = ({ old, new: candidate }, place) => {
		const [left, right] = [old.samples[place], candidate.samples[place]];
		if (width < SIDE_BY_SIDE) return [
			...grade(versions.old, left, width),
			"",
			...text(left, width),
			"",
			...grade(versions.new, right, width),
			"",
			...text(right, width),
			""
		];
		const room = Math.floor((width - 3) / 2);
		const beside = (ofOld, ofNew) => Array.from({ length: Math.max(ofOld.length, ofNew.length) }, (_, row) => `${fit(ofOld[row] ?? "", room)} ${bar} ${ofNew[row] ?? ""}`.trimEnd());
		return [
			...beside(grade(versions.old, left, room), grade(versions.new, right, room)),
			...beside([""], [""]),
			...beside(text(left, room), text(right, room)),
			""
		];
	};
	const item = (each, place) => {
		const value = (side) => valueOf(each[side], measure);
		const values = measure === void 0 ? "" : `: ${value("old")} → ${value("new")}`;
		const group = each.group === null ? "" : ` (${each.group})`;
		const pairs = Math.max(each.old.samples.length, each.new.samples.length);
		return [
			...sentence(`${place + 1}. ${each.suite}/${each.id}${group}${values}`).map((line) => colours.bold(line)),
			...each.prompt === null ? [] : linesIn(each.prompt, width - 2, PROMPT_LINES$1).map((line) => `  ${line}`),
			...each.right_answer === null ? [] : sentence(`Right answer: ${each.right_answer}`, "  "),
			...sentence(`${versions.old}: ${factsOf(each.old)}`, "  "),
			...sentence(`${versions.new}: ${factsOf(each.new)}`, "  "),
			"",
			...Array.from({ length: pairs }, (_, at) => pair(each, at)).flat()
		];
	};
	const whole = [
		...sentence(headline(explanation)),
		...notes.flatMap((note) => sentence(`Note: ${note}`)),
		"",
		...items.flatMap(item)
	].join("\n").trimEnd().replaceAll("\xA0", " ");
	return `${unicode ? whole : whole.replaceAll("→", "->").replaceAll("−", "-").replaceAll("…", "...")}\n`;
};

// src/cli/commands/explain-command.ts
/**
* `reversal-check explain`: shows the items that contributed most to a measure's change. Exits with 0 regardless of
* the verdict, because it only explains a stored result.
*/
async function explainCommand(target, options, { out, env }) {
	const explanation = await explain({
		target,
		folder: options.out,
		configPath: options.config,
		files: localFiles,
		source: sourceOf$1(options, env),
		embeddings: {
			storeDir: options.store,
			env,
			lookUp: storedEmbeddings
		},
		mostItems: options.items,
		samplesOfItem: options.samples
	});
	if (options.json) out.write(serialiseExplanation(explanation));
	else if (options.markdown) out.write(renderExplanationMarkdown(explanation));
	else out.write(renderExplanationTerminal(explanation, renderingFor(out, env)));
	return 0;
}
/** Uses the completions in the given files or, if none are given, those in the store. */
function sourceOf$1(options, env) {
	const { oldCompletions, newCompletions, from, pool, ignorePromptDifference, fresh: candidate } = options;
	if (oldCompletions !== void 0 && newCompletions !== void 0) return {
		paths: {
			old: oldCompletions,
			new: newCompletions
		},
		logs: from && {
			tool: from,
			pools: pool,
			ignoredInPrompts: ignorePromptDifference
		}
	};
	if (from !== void 0 && oldCompletions === newCompletions) throw logsAreMissing(from);
	if (oldCompletions === void 0 && newCompletions === void 0) return {
		storeDir: options.store,
		fresh: candidate,
		env,
		lookUp: storedPair
	};
	throw new ConfigError({
		what: `found only --${oldCompletions === void 0 ? "new" : "old"}-completions, expected both --old-completions and --new-completions, or neither`,
		where: "the command line",
		fix: "Specify both paths that you passed to compare: --old-completions OLD --new-completions NEW"
	});
}
__name(sourceOf$1, "sourceOf");
const logsAreMissing = (from) => new ConfigError({
	what: `found --from ${from} without --old-completions and --new-completions`,
	where: "the command line",
	fix: "Specify both logs that you passed to compare: --old-completions OLD --new-completions NEW"
});

// src/cli/commands/completion-commands.ts
/** Adds the commands that read completions from files or from the logs of other tools. */
function addCompletionCommands(program, { terminal, interruptible }) {
	program.command("compare").description("compare completions from files, without sampling the checkpoints").argument("<old>", "the baseline's completions: a JSONL file or, with --from, a log or a folder of logs").argument("<new>", "the candidate's completions, in the same form").addOption(from()).addOption(score$1()).addOption(grader()).addOption(ood()).addOption(pool()).addOption(ignorePromptDifference()).option("--old <name>", "the name of the baseline in the report (default: its file name)").option("--new <name>", "the name of the candidate in the report (default: its file name)").option("--config <file>", "the configuration file (default: reversal.yml; optional with --from)").addOption(out()).addOption(store()).addOption(json()).addHelpText("after", examples("reversal-check compare v2.jsonl v3.jsonl --config reversal.yml", "reversal-check compare logs/v2 logs/v3 --from lm-eval --score exact_match,strict-match --ood arc_easy", "reversal-check compare v2.eval v3.eval --from inspect --config logs.yml")).action(async (old, candidate, options) => {
		process.exitCode = await compareCommand({
			old,
			new: candidate
		}, options, terminal, interruptible);
	});
	program.command("explain").description("show the items that contributed most to a measure's change, with both sides' completions, outcomes and answers").argument("[measure]", "the id of a measure, or SUITE/ITEM (default: the first lost measure)").option("--items <count>", "the number of items to show", wholeNumber(1), 3).option("--samples <count>", "the number of completions to show per side and item (default: 1, or 2 for diversity)", wholeNumber(1)).option("--old-completions <path>", "for a result from compare: the path of the baseline's completions or logs that you passed to compare").option("--new-completions <path>", "for a result from compare: the path of the candidate's completions or logs that you passed to compare").addOption(from()).addOption(pool()).addOption(ignorePromptDifference()).option("--fresh <word>", "the word that you passed to check --fresh").addOption(config()).addOption(out()).addOption(store()).option("--markdown", "print Markdown", false).addOption(json()).addHelpText("after", examples("reversal-check explain", "reversal-check explain gsm8k/coverage/pass@32 --items 5", "reversal-check explain gsm8k/q17 --samples 2 --json")).action(async (measure, options) => {
		process.exitCode = await explainCommand(measure, options, terminal);
	});
}

// src/cli/serving.ts
/** The dependencies of serving checkpoints on this machine. The servers' logs are written to the `--out` folder. */
function servingEdges({ out }, { env }, { signal, progress }) {
	return {
		headIsTrusted: true,
		openServers: (options) => openServers({
			...options,
			logDir: out,
			env,
			signal,
			...progress
		})
	};
}

// src/cli/commands/check-command.ts
/** `reversal-check check`: samples and compares both checkpoints. */
async function checkCommand(options, terminal, signal) {
	const release = await claimRunFolder(options.out);
	const progress = runProgress({
		...terminal,
		folder: options.out
	});
	try {
		const checked = await check({
			configPath: options.config,
			versions: {
				old: options.old,
				new: options.new
			},
			draws: { new: options.fresh },
			files: withReadingStage(localFiles, progress.onStage),
			sampler: sample,
			serving: servingEdges(options, terminal, {
				signal,
				progress
			}),
			openBudget: (budget) => openBudget({
				...budget,
				timing: systemTiming
			}),
			grading: localGrading(terminal, () => signal, {
				storeDir: options.store,
				...progress
			}),
			openLooks: (at) => openLooks({
				...at,
				now: Date.now
			}),
			nowMs: Date.now(),
			preflight: options.preflight,
			onNote: progress.onNote,
			embed: (request) => embed({
				...request,
				signal
			}),
			storeDir: options.store,
			env: terminal.env,
			signal,
			onProgress: progress.onProgress,
			onEmbedding: progress.onEmbedding,
			onStage: progress.onStage,
			onWarning: progress.onWarning
		});
		progress.stop();
		const exitCode = await concludeRun(checked, options, terminal);
		progress.finish();
		return exitCode;
	} finally {
		await progress.end();
		await release();
	}
}

// src/cli/commands/demo-command.ts
const announcement = object({ baseUrl: url() });
/**
* `reversal-check demo`: serves two simulated checkpoints on this machine and runs a complete check on them, with the
* example's configuration, lock and eval set. Exits with 0 regardless of the verdict, because it only demonstrates a
* check.
*/
async function demoCommand(options, terminal, { packageRoot, signal }) {
	const example = join(packageRoot, "examples", "simulated");
	terminal.err.write("The demo serves two simulated checkpoints on this machine. It calls no real model and costs nothing.\n");
	const simulator = spawn(process.execPath, [
		join(packageRoot, "dist", "simulator.js"),
		"--evals",
		join(example, "evals")
	], { stdio: [
		"pipe",
		"pipe",
		"inherit"
	] });
	try {
		const baseUrl = await announcedBy(simulator);
		const exitCode = await checkCommand({
			...options,
			config: join(example, "reversal.yml"),
			old: "v1",
			new: "v2",
			preflight: true
		}, {
			...terminal,
			env: {
				...terminal.env,
				SIMULATOR_BASE_URL: baseUrl
			}
		}, signal);
		terminal.err.write(`The demo always exits with 0. On real checkpoints, this check would exit with ${exitCode}.\n`);
		return 0;
	} finally {
		simulator.stdin.end();
		simulator.kill("SIGTERM");
	}
}
/** Reads the server's address from the first line that the simulator prints. */
async function announcedBy(simulator) {
	const failed = new Promise((_, reject) => {
		simulator.once("error", reject);
	});
	const firstLine = (async () => {
		for await (const line of createInterface({ input: simulator.stdout })) return line;
	})();
	const line = await Promise.race([firstLine, failed]);
	if (line === void 0) throw new SamplingError({
		what: "the simulator exited before it was ready",
		where: "reversal-check demo",
		fix: "See its error above. If files are missing, install the package again."
	});
	return announcement.parse(JSON.parse(line)).baseUrl;
}

// src/cli/commands/import-command.ts
/** Adds `import` to the program. */
function addImportCommand(program, terminal) {
	program.command("import").description("convert files of a published data set, or your own data, to items; sends no requests").argument("<format>", `${FORMAT_NAMES.join(", ")}, or ${CUSTOM}`).argument("<files...>", "JSONL, JSON, CSV, TSV or Parquet files as published, plain or packed with gzip").option("--out <file>", "the file for the items (default: evals/FORMAT.jsonl)").option("--prompt <template>", `for ${CUSTOM}: the prompt, with fields in double braces`).option("--answer <template>", `for ${CUSTOM}: the right answer (default: an open suite without answers)`).option("--group <template>", `for ${CUSTOM}: the group`).option("--id <template>", `for ${CUSTOM}: the id (default: derived from the prompt)`).option("--choices <field>", `for ${CUSTOM}: the field with the list of options`).addOption(new Option("--grader <name>", `for ${CUSTOM}: the grader (default: the first that reads the answers)`).choices(CUSTOM_GRADERS)).option("--force", "replace the file for the items if it exists and differs", false).addOption(json()).addHelpText("after", examples("reversal-check import gsm8k test.jsonl", "reversal-check import arc ARC-Challenge/test-00000-of-00001.parquet --out evals/arc.jsonl", "reversal-check import custom quiz.csv --prompt '{{question}}' --answer '{{answer}}' --group '{{level}}'")).action(async (format, files, options) => {
		const { importFiles } = await import("./import-files.js");
		process.exitCode = await importFiles(format, files, options, terminal);
	});
}

// src/cli/reading-progress.ts
/** Number of lines per progress message. Reading a file with fewer lines causes no noticeable delay. */
const LINES_A_MESSAGE = 25e4;
const LINE_FEED = 10;
/**
* Wraps `open` to report progress while reading long files. Also reports when a file has been read, because the next
* step takes a while for a million items.
*/
function withReadingProgress(open, tell) {
	return async function* opened(path) {
		const name = terminalText(basename(path));
		let lines = 0;
		let told = 0;
		for await (const chunk of open(path)) {
			for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
			if (lines - told >= LINES_A_MESSAGE) {
				told = lines;
				tell(`${name}: ${count(lines)} lines read`);
			}
			yield chunk;
		}
		if (told > 0) tell(`${name}: all ${count(lines)} lines read; checking and hashing them`);
	};
}

// src/cli/commands/pin-command.ts
/** `reversal-check pin`: writes the lock, and prints what changed in it. */
async function pinCommand(options, { out, err }) {
	const { path, text, exclusions } = await pin(options.config, {
		...localFiles,
		open: withReadingProgress(localFiles.open, (message) => err.write(`${message}\n`))
	});
	const before = await lockThere(path);
	const changed = before !== text;
	if (changed) await writeWhole(path, text);
	const differences = before === void 0 ? [] : differencesFrom(before, text, path);
	for (const exclusion of exclusions) err.write(`warning: ${terminalText(exclusionSentence(exclusion), 800)}\n`);
	if (options.json) out.write(`${jsonForLogs({
		path,
		changed,
		differences
	})}\n`);
	else out.write([changed ? `Wrote ${path}.` : `${path} is up to date.`, ...differences.map((line) => `  ${terminalText(line, 500)}`)].join("\n") + "\n");
	return 0;
}
/**
* The existing lock; undefined if there is none or it cannot be read.
*
* @throws {ConfigError} if the path is a device or a pipe
*/
async function lockThere(path) {
	return (await readRegularFile(path).catch((error) => {
		if (error instanceof ReversalCheckError) throw error;
	}))?.toString();
}
/** Describes the changes from the previous lock, or reports that the previous lock is invalid. */
function differencesFrom(before, after, path) {
	try {
		const { differences, notes } = compareLock({
			locked: parseLock(before, path),
			current: parseLock(after, path)
		});
		return [...differences, ...notes];
	} catch (error) {
		if (error instanceof ReversalCheckError) return ["the previous lock could not be read"];
		throw error;
	}
}

// src/cli/commands/plan-command.ts
/** `reversal-check plan`: shows a check's expected requests, cost and statistical power before anything is spent. */
async function planCommand(options, { out, env }) {
	const planned = await planRun({
		configPath: options.config,
		versions: versionsOf(options),
		files: localFiles,
		estimator: estimateSampling,
		embeddingEstimator: estimateEmbedding,
		judgingEstimator: estimateJudging,
		storeDir: options.store,
		env
	});
	if (options.json) out.write(serialisePlan(planned));
	else if (options.markdown) out.write(renderPlanMarkdown(planned));
	else out.write(renderPlanTerminal(planned, renderingFor(out, env)));
	return 0;
}
function versionsOf({ old, new: candidate }) {
	if (old !== void 0 && candidate !== void 0) return {
		old,
		new: candidate
	};
	if (old === void 0 && candidate === void 0) return void 0;
	throw new ConfigError({
		what: `found only --${old === void 0 ? "new" : "old"}, expected both --old and --new, or neither`,
		where: "the command line",
		fix: "Specify both to exclude samples that are already stored, or neither to plan for an empty store."
	});
}

// src/cli/commands/merge-command.ts
/**
* `reversal-check merge`: merges the shards of a check and decides the verdict. Calls no models except those that judge
* or embed solutions.
*/
async function mergeCommand(folders, options, terminal, signal) {
	const release = await claimRunFolder(options.out);
	const progress = progressDisplay(terminal, () => performance.now());
	try {
		const checked = await merge({
			folders,
			configPath: options.config,
			files: withReadingStage(localFiles, progress.onStage),
			join: joinStores,
			gather: gatherStored,
			openBudget: (budget) => openBudget({
				...budget,
				timing: systemTiming
			}),
			grading: localGrading(terminal, () => signal, {
				storeDir: options.store,
				...progress
			}),
			openLooks: (at) => openLooks({
				...at,
				now: Date.now
			}),
			embed: (request) => embed({
				...request,
				signal
			}),
			nowMs: Date.now(),
			storeDir: options.store,
			env: terminal.env,
			signal,
			onEmbedding: progress.onEmbedding,
			onStage: progress.onStage,
			onWarning: progress.onWarning
		});
		progress.stop();
		return await concludeRun(checked, options, terminal);
	} finally {
		progress.stop();
		await release();
	}
}

// src/run/probe/probe.ts
/** Number of concurrent requests in a probe. */
const AT_ONCE = 8;
/**
* Samples a few items of each suite once from both sides, and shows the requests, the completions and their grades.
* Does not decide a verdict. The samples are stored, so a later check reuses them. Suites with a judge are not graded.
*
* @throws {ConfigError} as `readPlan` and `resolveCheckpoints` do
* @throws {SamplingError} if a side returns no completions
*/
async function probe({ configPath, versions, files, itemsOfSuite, sampler, estimator, grading, serving, ...sampling }) {
	const plan = await readPlan(configPath, files);
	refuseGivenOutcomes(plan);
	const { config } = plan;
	const { env, storeDir } = sampling;
	const checkpoints = resolveCheckpoints({
		checkpoints: config.checkpoints,
		versions,
		env
	});
	refuseOwnJudge(plan, checkpoints);
	const servers = serveCheckpoints(checkpoints, {
		config,
		configPath,
		env,
		edges: serving
	});
	const suites = plan.suites.map((planned) => ({
		...planned,
		suite: fewItems(planned.suite, itemsOfSuite)
	}));
	const blocks = [];
	const graders = await openGraders({
		...plan,
		suites: suites.filter(({ grader }) => !isJudged(grader))
	}, grading);
	try {
		const sampled = await sampleAll({
			checkpoints,
			suites: suites.map(({ suite }) => suite),
			settings: {
				...config.sampling,
				n: 1,
				concurrency: AT_ONCE
			},
			onBlock: ({ ms }) => blocks.push(ms),
			...sampling,
			...servers === void 0 ? {} : { servers }
		}, {
			sampler,
			greedy: false
		});
		const all = {
			checkpoints,
			suites: plan.suites.map(({ suite }) => suite),
			settings: config.sampling,
			prices: config.prices,
			storeDir
		};
		const probed = [];
		for (const planned of suites) probed.push(await probedSuite(planned, {
			graders,
			sampled,
			plan
		}));
		return {
			versions,
			models: {
				old: checkpoints.old.model,
				new: checkpoints.new.model
			},
			suites: probed,
			projected: {
				sides: await estimator(all),
				meanMs: blocks.length === 0 ? void 0 : blocks.reduce((sum, ms) => sum + ms, 0) / blocks.length,
				concurrency: config.sampling.concurrency
			}
		};
	} finally {
		await graders.close();
	}
}
/** Selects this many items of a suite, evenly spread from the first to the last. */
function fewItems(suite, count) {
	const last = suite.items.length - 1;
	const places = Array.from({ length: Math.min(count, suite.items.length) }, (_, place) => count === 1 ? 0 : Math.round(place * last / (Math.min(count, suite.items.length) - 1 || 1)));
	const items = [...new Set(places)].flatMap((place) => suite.items[place] ?? []);
	return {
		...suite,
		items
	};
}
async function probedSuite({ suite, grader: spec }, { graders, sampled, plan: { config } }) {
	const grader = isJudged(spec) ? void 0 : graders.of(suite.name);
	const generations = await sampled.generations(suite.name);
	const { items } = await gradeSuite({
		suite: grader === void 0 ? {
			...suite,
			role: "open"
		} : suite,
		grader,
		generations,
		reasoning: config.sampling.reasoning,
		reasoningTags: config.sampling.reasoningTags
	});
	return {
		name: suite.name,
		grader: grader?.name ?? null,
		items: suite.items.map((item) => {
			const graded = items.find(({ id }) => id === item.id);
			const sampleOf = (side) => {
				const generation = generations[side].find(({ id }) => id === item.id);
				const sample = graded?.[side][0];
				return generation === void 0 || sample === void 0 ? null : probedSample(generation, {
					sample,
					isGraded: grader !== void 0
				});
			};
			return {
				id: item.id,
				...asked(item),
				old: sampleOf("old"),
				new: sampleOf("new")
			};
		})
	};
}
function asked({ messages, answer }) {
	return {
		messages,
		right_answer: answer ?? null
	};
}
function probedSample({ text, finish_reason: finishReason, usage, error }, { sample: { outcome, answer, rule, lenient, reason }, isGraded }) {
	const { prompt_tokens: prompt, completion_tokens: completion, reasoning_tokens: reasoning } = usage ?? {};
	return {
		text: typeof error === "string" ? null : text,
		finish_reason: finishReason ?? null,
		outcome: isGraded || outcome !== "correct" ? outcome : null,
		answer: answer ?? null,
		rule: rule ?? null,
		lenient: lenient ?? null,
		reason: reason ?? null,
		tokens: {
			prompt: prompt ?? null,
			completion: completion ?? null,
			reasoning: reasoning ?? null
		}
	};
}

// src/report/probe.ts
/** Maximum number of prompt lines, and of completion lines, to show in a terminal. */
const PROMPT_LINES = 12;
const COMPLETION_LINES = 24;
/** A probe as a single JSON value, with a final newline. */
function serialiseProbe({ projected, ...rest }) {
	const { meanMs, ...others } = projected;
	return `${jsonForLogs({
		...rest,
		projected: {
			...others,
			mean_ms: meanMs ?? null
		}
	}, 2)}\n`;
}
/** The projection for the whole check: one sentence about the cost and one about the time. */
function projectionSentences({ projected }) {
	const { sides, meanMs, concurrency } = projected;
	const { requests, promptTokens, completionTokens, bounded, costUsd } = totalsOf(sides);
	const about = bounded ? "at most" : "about";
	const [sent, prompt] = [counted$1(requests, "request"), tokens(promptTokens)];
	const cost = costUsd === void 0 ? " (set prices to see the cost)" : `; ${about} ${usd(costUsd)}`;
	const whole = completionTokens === void 0 ? `The rest of the check needs ${sent} and about ${prompt} prompt tokens. ${UNLIMITED_COMPLETIONS}` : `The rest of the check needs ${sent}, about ${prompt} prompt tokens and ${about} ${tokens(completionTokens)} completion tokens${cost}.`;
	if (meanMs === void 0) return [whole];
	const atOnce = concurrency === "auto" ? 8 : concurrency;
	const minutes = requests * meanMs / atOnce / 6e4;
	const time = minutes < 1 ? `${count(Math.ceil(minutes * 60))} s` : `${count(Math.ceil(minutes))} min`;
	return [whole, `A request took ${words(meanMs / 1e3)} s on average, so the remaining requests will take about ${time} with ${count(atOnce)} at a time${concurrency === "auto" ? " (concurrency: auto starts with this number and increases it if the server keeps up)" : ""}.`];
}
/** A probe for a terminal or a log, with all text neutralized and a final newline. */
function renderProbeTerminal(probed, { columns }) {
	const width = Math.max(60, columns);
	const sentence = (text, indent = "") => wrap(terminalText(text, 800), width - indent.length).map((line) => indent + line);
	const lines = (text, most, indent) => {
		const all = terminalLines(text).flatMap((line) => wrap(line, width - indent.length));
		return (all.length <= most ? all : [...all.slice(0, most), `(${counted$1(all.length - most, "more line")}; to see all of them, use --json)`]).map((line) => `${indent}${line}`.trimEnd());
	};
	const completion = (side, sample) => sample === null ? sentence(`${side}: no completion`, "  ") : [...sentence(`${side} (${probed.models[side]}): ${gradeOf(sample)}`, "  "), ...sample.text === null ? [] : lines(sample.text, COMPLETION_LINES, "    | ")];
	return `${[...probed.suites.flatMap(({ name, items }) => items.flatMap(({ id, messages, right_answer: right, old, new: candidate }) => [
		...sentence(`${name}/${id}`),
		...messages.flatMap(({ role, content }) => lines(`${role}: ${content}`, PROMPT_LINES, "    > ")),
		...right === null ? [] : sentence(`right answer: ${right}`, "  "),
		...completion("old", old),
		...completion("new", candidate),
		""
	])), ...projectionSentences(probed).flatMap((line) => sentence(line))].join("\n")}\n`;
}
/** A sample's grade, how its completion ended, and its cost. */
function gradeOf({ text, outcome, answer, rule, lenient, reason, finish_reason: end, tokens: tokens$1 }) {
	const counts = [
		tokens$1.prompt === null ? "" : `${tokens(tokens$1.prompt)} prompt tokens`,
		tokens$1.completion === null ? "" : `${tokens(tokens$1.completion)} completion tokens`,
		tokens$1.reasoning === null ? "" : `${tokens(tokens$1.reasoning)} of them reasoning`
	];
	return [
		outcome ?? (text === null ? "no completion" : "not graded"),
		answer === null ? "" : `answer ${answer}`,
		rule === null ? "" : `rule ${rule}`,
		lenient === null ? "" : "the last value in the text is correct",
		reason ?? "",
		end === null ? "" : `finish reason ${end}`,
		...counts
	].filter((part) => part !== "").join(", ");
}

// src/cli/commands/probe-command.ts
/**
* `reversal-check probe`: shows a few samples of each suite and side, with their grades. Exits with 0 if both sides
* respond.
*/
async function probeCommand(options, terminal, signal) {
	const progress = progressDisplay(terminal, () => performance.now());
	try {
		const probed = await probe({
			configPath: options.config,
			versions: {
				old: options.old,
				new: options.new
			},
			files: localFiles,
			itemsOfSuite: options.items,
			sampler: sample,
			estimator: estimateSampling,
			serving: servingEdges(options, terminal, {
				signal,
				progress
			}),
			grading: localGrading(terminal, () => signal, {
				storeDir: options.store,
				...progress
			}),
			storeDir: options.store,
			env: terminal.env,
			signal,
			onProgress: progress.onProgress,
			onWarning: progress.onWarning
		});
		progress.stop();
		terminal.out.write(options.json ? serialiseProbe(probed) : renderProbeTerminal(probed, renderingFor(terminal.out, terminal.env)));
		return 0;
	} finally {
		progress.stop();
	}
}

// src/cli/commands/shard-command.ts
/**
* `reversal-check check --shard i/n`: samples one shard of a check without deciding a verdict. Exits with 0 if the
* shard was sampled.
*/
async function shardCommand(options, terminal, signal) {
	const shard = parseShard(options.shard, "--shard");
	const release = await claimRunFolder(options.out);
	const progress = runProgress({
		...terminal,
		folder: options.out
	});
	try {
		const sampled = await sampleShard({
			configPath: options.config,
			versions: {
				old: options.old,
				new: options.new
			},
			files: localFiles,
			shard,
			sampler: sample,
			serving: servingEdges(options, terminal, {
				signal,
				progress
			}),
			openBudget: (budget) => openBudget({
				...budget,
				timing: systemTiming
			}),
			grading: {
				env: terminal.env,
				signal,
				headIsTrusted: true
			},
			now: Date.now,
			storeDir: options.store,
			env: terminal.env,
			signal,
			onProgress: progress.onProgress,
			onWarning: progress.onWarning
		});
		progress.stop();
		const { record } = sampled;
		const path = await writeShard(options.out, sampled, copyStored);
		progress.finish();
		(options.json ? terminal.err : terminal.out).write(`${sentencesOf$1(record)}\nShard: ${path}\n`);
		if (options.json) terminal.out.write(shardText(record));
		return 0;
	} finally {
		await progress.end();
		await release();
	}
}

// src/cli/commands/sampling-commands.ts
/** Adds the commands that sample checkpoints or merge samples. */
function addSamplingCommands(program, { terminal, interruptible }) {
	program.command("check").description("sample two checkpoints on the pinned eval set, compare them and decide the verdict").requiredOption("--old <version>", "the version of the baseline").requiredOption("--new <version>", "the version of the candidate").option("--shard <i/n>", "sample only this share of the items; run merge on all n shards to get the verdict").addOption(new Option("--fresh <word>", "sample the candidate again, and store the new samples under this word, for example a date").conflicts("shard")).addOption(new Option("--no-preflight", "continue even if the first 20 samples of a suite are all cut off or all fail for the same reason").conflicts("shard")).addOption(config()).addOption(out()).addOption(store()).addOption(json()).addHelpText("after", examples("reversal-check check --old v2 --new v3", "reversal-check check --old v2 --new v3 --json > result.json", "reversal-check check --old v2 --new v3 --shard 3/10 --out shards/3")).action(async ({ shard, ...options }) => {
		const signal = interruptible();
		process.exitCode = shard === void 0 ? await checkCommand(options, terminal, signal) : await shardCommand({
			...options,
			shard
		}, terminal, signal);
	});
	program.command("merge").description("merge the shards of a check and decide the verdict, without sampling the checkpoints").argument("<folders...>", "the --out folders of check --shard, or folders that contain them").addOption(config()).addOption(out()).addOption(store()).addOption(json()).addHelpText("after", examples("reversal-check merge shards/1 shards/2", "reversal-check merge shards --json")).action(async (folders, options) => {
		process.exitCode = await mergeCommand(folders, options, terminal, interruptible());
	});
	program.command("probe").description("sample a few items per suite from both checkpoints, and show prompts, completions and grades").requiredOption("--old <version>", "the version of the baseline").requiredOption("--new <version>", "the version of the candidate").option("--items <count>", "the number of items per suite", wholeNumber(1), 3).addOption(config()).addOption(out()).addOption(store()).addOption(json()).addHelpText("after", examples("reversal-check probe --old v2 --new v3", "reversal-check probe --old v2 --new v3 --items 1 --json")).action(async (options) => {
		process.exitCode = await probeCommand(options, terminal, interruptible());
	});
}

// src/files/zip/zip-entry.ts
/**
* Reads one file from an untrusted ZIP archive; `undefined` if the archive has no file with this name. Nothing is
* written to disk, no other entry is read, and at most `maxBytes` are unpacked, no matter what sizes the archive
* claims.
*
* @param where the archive's name in error messages
* @throws {ConfigError} if the archive cannot be read or has the name twice, or if the file is larger than the limit
*/
function zipEntry(archive, name, { maxBytes, where }) {
	const fix = "Use the artifact exactly as the Action uploaded it.";
	const found = zipEntries(archive, {
		maxBytes,
		where,
		fix
	}).filter((entry) => entry.name === name);
	if (found.length > 1) throw new ConfigError({
		what: `contains ${name} more than once`,
		where,
		fix
	});
	return found[0]?.read();
}

// src/github/api/workflow-run.ts
const named = object({ full_name: string() }).nullable();
/** Gitea's record of a pull request's run has no head branch and repository, but since 1.27 it has the pull request. */
const runSchema = object({
	id: number().int(),
	event: string(),
	head_sha: string(),
	head_branch: string().nullish(),
	head_repository: named.optional(),
	pull_requests: array(object({ number: number().int().positive() })).nullish(),
	actor: object({ login: string() }).nullish()
}).superRefine((run, context) => {
	if ((run.pull_requests ?? []).length > 0) return;
	for (const field of ["head_branch", "head_repository"]) if (run[field] === void 0) context.addIssue({
		code: "custom",
		path: [field],
		message: "expected a value"
	});
});
const artifactsSchema = object({ artifacts: array(object({
	id: number().int(),
	name: string(),
	size_in_bytes: number(),
	expired: boolean()
})) });
const pullsSchema = array(object({
	number: number().int().positive(),
	head: object({
		sha: string(),
		ref: string(),
		repo: named.optional()
	})
}));
/** @throws {GitHubError} as `GitHubApi.request` does */
async function workflowRun(api, id) {
	const { data } = await api.request({
		route: "GET /repos/{owner}/{repo}/actions/runs/{run_id}",
		parameters: { run_id: id },
		answer: runSchema,
		purpose: `reading run ${id}`,
		permission: "actions: read"
	});
	return {
		id: data.id,
		event: data.event,
		headSha: data.head_sha,
		headBranch: data.head_branch,
		headRepository: data.head_repository?.full_name,
		pullRequests: (data.pull_requests ?? []).map(({ number }) => number),
		actor: data.actor?.login
	};
}
/**
* A run's newest unexpired artifact with this name; undefined if there is none.
*
* @throws {GitHubError} as `GitHubApi.request` does
*/
async function artifactOf(api, run, name) {
	const { data } = await api.request({
		route: "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
		parameters: {
			run_id: run,
			name,
			per_page: 100
		},
		answer: artifactsSchema,
		purpose: `finding an artifact of run ${run}`,
		permission: "actions: read"
	});
	const [newest] = data.artifacts.filter((artifact) => artifact.name === name && !artifact.expired).toSorted((a, b) => b.id - a.id);
	return newest && {
		id: newest.id,
		name: newest.name,
		bytes: newest.size_in_bytes
	};
}
/**
* Downloads an artifact's archive.
*
* @throws {GitHubError} as `GitHubApi.request` does
*/
async function downloadArtifact(api, { id, name }) {
	const { data } = await api.request({
		route: "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}",
		parameters: {
			artifact_id: id,
			archive_format: "zip"
		},
		answer: _instanceof(ArrayBuffer),
		purpose: `downloading artifact ${name}`,
		permission: "actions: read"
	});
	return new Uint8Array(data);
}
/**
* The open pull requests whose head repository, branch and commit match the run's. On Gitea, those that the run's record
* names, if they are open and their latest commit is the run's.
*
* @throws {GitHubError} as `GitHubApi.request` does
*/
async function pullRequestsOf(api, { headBranch, headRepository, headSha, pullRequests }) {
	if (headBranch === void 0) return (await Promise.all(pullRequests.map(findPullRequestOf(api)))).filter((pull) => pull !== void 0).filter(({ isOpen, headCommit }) => isOpen && headCommit === headSha);
	if (headBranch === null || headRepository === void 0) return [];
	const [owner = ""] = headRepository.split("/");
	const { data } = await api.request({
		route: "GET /repos/{owner}/{repo}/pulls",
		parameters: {
			state: "open",
			head: `${owner}:${headBranch}`,
			per_page: 100
		},
		answer: pullsSchema,
		purpose: "finding the run's pull request",
		permission: "pull-requests: read"
	});
	return data.filter(({ head }) => head.sha === headSha && head.ref === headBranch && head.repo?.full_name.toLowerCase() === headRepository.toLowerCase()).map(({ number }) => ({
		number,
		headRepository
	}));
}

// src/github/publish/unverified.ts
/**
* Maximum size of the archive and of its unpacked file. It is far larger than any report, yet small enough to read
* safely from an untrusted source.
*/
const MOST_ARCHIVE_BYTES = 8388608;
const MOST_RESULT_BYTES = 2097152;
const RESULT = "result.json";
const DEPENDABOT = "dependabot[bot]";
const HEADER = `> [!WARNING]
> **Not verified: reported by the fork's own run.** That run could have reported anything. This is not a verdict of this
> repository, and it does not make any check pass or fail.

`;
/**
* Posts the report of a run for a fork's pull request, because that run is not allowed to post it. Used by a workflow
* triggered by `workflow_run`, with a token that has write access. Nothing in the artifact is trusted:
* - The pull request is the open one whose head repository, branch and commit match those that the server reports for
* the run, or the open one that the server names for the run, if its latest commit is the run's (Gitea).
* - Only one file of the archive is read, up to a maximum size. It must be a result that matches the schema. It is
* rendered again with every text escaped.
* - The comment has its own key, so it never replaces a verified comment.
*
* @throws {ConfigError} if the artifact is not from such a run
* @throws {GitHubError} if GitHub refuses or does not respond
*/
async function publishUnverified({ api, repository, runId, artifact, key, runUrl, onWarning }) {
	const run = await workflowRun(api, runId);
	const why = whyNot(run, repository);
	if (why !== void 0) return {
		kind: "nothing",
		reason: why
	};
	const [pull, ...others] = await pullRequestsOf(api, run);
	if (pull === void 0 || others.length > 0) return {
		kind: "nothing",
		reason: `found ${pull === void 0 ? "no" : "more than one"} open pull request whose latest commit is this run's commit`
	};
	const whyNotPull = whyNot({
		...run,
		headRepository: pull.headRepository
	}, repository);
	if (whyNotPull !== void 0) return {
		kind: "nothing",
		reason: whyNotPull
	};
	const { number } = pull;
	const found = await artifactOf(api, run.id, artifact);
	if (found === void 0) return {
		kind: "nothing",
		reason: `the run has no artifact ${artifact}`
	};
	const where = `artifact ${artifact} of run ${run.id}`;
	if (found.bytes > MOST_ARCHIVE_BYTES) throw tooLarge(where, found.bytes);
	const archive = await downloadArtifact(api, found);
	if (archive.byteLength > MOST_ARCHIVE_BYTES) throw tooLarge(where, archive.byteLength);
	const result = reportedResult(archive, where);
	const published = await publishComment({
		comments: issueComments(api, number),
		showing: unverifiedShowing(result, {
			where,
			runUrl
		}),
		key: `${key} unverified`,
		mode: "always",
		run: run.id,
		mayCreate: result.verdict.status !== "skipped",
		onWarning
	});
	if (published.kind === "none") return {
		kind: "nothing",
		reason: "the run measured nothing, and there is no comment to update"
	};
	return {
		kind: "published",
		number,
		url: published.url
	};
}
/**
* The reason why a run's report is not posted; undefined if it is posted. Runs that may post comments themselves post
* verified reports.
*/
function whyNot({ event, headRepository, actor }, repository) {
	if (event !== "pull_request") return `the run was started by ${event}, not by a pull request`;
	if (headRepository?.toLowerCase() === repository.toLowerCase() && actor !== DEPENDABOT) return "the run belongs to a branch of this repository, so it posts its own comment";
}
function tooLarge(where, bytes) {
	return new ConfigError({
		what: `found ${bytes} bytes, expected at most ${MOST_ARCHIVE_BYTES}`,
		where,
		fix: "Set artifact: report in the workflow of the pull request."
	});
}
/** Reads the result that the run reports. It is untrusted. */
function reportedResult(archive, where) {
	const bytes = zipEntry(archive, RESULT, {
		maxBytes: MOST_RESULT_BYTES,
		where
	});
	const text = bytes && decodeUtf8(bytes);
	if (text === void 0) throw new ConfigError({
		what: `found no ${RESULT}, or it is not UTF-8`,
		where,
		fix: "Use the artifact that the Action uploaded, without changes."
	});
	const reported = parseResult(text, where);
	const { reproduce: _, ...provenance } = reported.provenance;
	return {
		...reported,
		provenance
	};
}
function unverifiedShowing(result, { where, runUrl }) {
	try {
		const showing = reportToPublish(result, runUrl);
		const headed = (report) => `${HEADER}${report}`;
		const whole = headed(showing.whole);
		return {
			...showing,
			whole,
			atMost: (most) => headed(showing.atMost(most - HEADER.length))
		};
	} catch (cause) {
		if (cause instanceof ReversalCheckError) throw cause;
		throw new ConfigError({
			what: "contains a result that matches the schema but cannot be rendered",
			where,
			fix: "Use the result.json that a run wrote, without changes.",
			cause
		});
	}
}

// src/cli/commands/publish-command.ts
const workflowRunEvent = object({ workflow_run: object({ id: number().int().positive() }) });
/**
* `reversal-check publish`: posts the report of a fork's run. Exits with 0 regardless of the verdict, because it only
* posts a report.
*/
async function publishCommand(options, { out, err, env }, signal) {
	const repository = needed(env, "GITHUB_REPOSITORY", "the repository of the pull request, as owner/name");
	const runId = options.run ?? await runOfEvent(env);
	const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
	const published = await publishUnverified({
		api: connectGitHub({
			token: needed(env, "GITHUB_TOKEN", "a token with actions: read and pull-requests: write"),
			baseUrl: (env["GITHUB_API_URL"] ?? "") || "https://api.github.com",
			repository,
			timing: systemTiming,
			signal,
			onRetry: (message) => err.write(`${terminalMessage(message)}\n`)
		}),
		repository,
		runId,
		artifact: options.artifact ?? artifactName(options.commentKey),
		key: options.commentKey,
		runUrl: `${server}/${repository}/actions/runs/${runId}`,
		onWarning: (message) => err.write(`warning: ${terminalMessage(message)}\n`)
	});
	if (options.json) out.write(`${jsonForLogs(published)}\n`);
	else out.write(published.kind === "published" ? `Posted an unverified report on #${published.number}: ${terminalMessage(published.url)}\n` : `Nothing posted: ${terminalMessage(published.reason)}.\n`);
	return 0;
}
function needed(env, name, what) {
	const value = env[name] ?? "";
	if (value !== "") return value;
	throw new ConfigError({
		what: `not set, expected ${what}`,
		where: `the environment variable ${name}`,
		fix: "Run this command in a workflow on workflow_run (see docs/recipes/forks.md), or set the variable."
	});
}
/** The run that triggered a `workflow_run` workflow. */
async function runOfEvent(env) {
	const path = env["GITHUB_EVENT_PATH"] ?? "";
	try {
		return workflowRunEvent.parse(JSON.parse((await readRegularFile(path)).toString())).workflow_run.id;
	} catch (cause) {
		if (cause instanceof ConfigError) throw cause;
		throw new ConfigError({
			what: "missing, and the event that started this job does not refer to a run",
			where: "--run",
			fix: "Run this command in a workflow on workflow_run (see docs/recipes/forks.md), or pass the id of the run, for example --run 1234567890.",
			cause
		});
	}
}

// src/cli/commands/report-command.ts
/**
* `reversal-check report`: renders a stored result again. Exits with 0 regardless of the verdict, because it does not
* run a check.
*/
async function reportCommand(path, options, { out, env }) {
	const bytes = await readRegularFile(path).catch((error) => {
		throw unreadableFile(path, error, "Specify the path of a result.json that a check wrote.");
	});
	const result = parseResult(bytes.toString(), path);
	if (options.json) out.write(serialiseResult(result));
	else if (options.markdown) out.write(renderMarkdown(result));
	else out.write(renderTerminal(result, renderingFor(out, env)));
	return 0;
}

// src/statistics/binomial.ts
/**
* The exact one-sided lower bound for a probability at level `alpha`: the p at which the chance of this many successes or
* more is alpha. 0 if there were no successes. Clopper and Pearson (1934).
*/
function lowerBoundOfShare({ successes, trials }, alpha) {
	return rootOf((p) => chanceOfAtLeast(successes, trials, p) < alpha);
}
/** The exact one-sided upper bound at level `alpha`. 1 if every trial succeeded. */
function upperBoundOfShare({ successes, trials }, alpha) {
	return 1 - lowerBoundOfShare({
		successes: trials - successes,
		trials
	}, alpha);
}
/**
* The largest number in (0, 1) for which `isBelow` is true. `isBelow` must be true up to some point and false beyond that
* point.
*/
function rootOf(isBelow) {
	let [below, above] = [0, 1];
	for (;;) {
		const middle = (below + above) / 2;
		if (middle <= below || middle >= above) return below;
		if (isBelow(middle)) below = middle;
		else above = middle;
	}
}
/**
* P(X ≥ `least`), where X is the number of successes in `trials` trials of probability `p`, 0 < p < 1. Works outwards
* from the mode, using the ratios of neighboring terms, so that all terms are positive and far tails keep their
* relative precision. O(trials).
*/
function chanceOfAtLeast(least, trials, p) {
	const odds = p / (1 - p);
	const mode = Math.min(trials, Math.floor((trials + 1) * p));
	let total = 0;
	let tail = 0;
	const add = (x, chance) => {
		total += chance;
		if (x >= least) tail += chance;
	};
	add(mode, 1);
	let chance = 1;
	for (let x = mode; chance > 0; x += 1) {
		chance *= (trials - x) / (x + 1) * odds;
		add(x + 1, chance);
	}
	chance = 1;
	for (let x = mode; chance > 0; x -= 1) {
		chance *= x / ((trials - x + 1) * odds);
		add(x - 1, chance);
	}
	return tail / total;
}

// src/verdict/false-alarms.ts
/** The guaranteed maximum share of checks of an unchanged pair that end in `reversal` or `regression`. */
const MOST_FALSE_ALARMS = .025;
/** Significance level at which the guarantee is declared broken. */
const LEVEL = .001;
/** Counts the results of checks of an unchanged pair. Add each check exactly once. */
var FalseAlarmCounter = class {
	#runs = 0;
	#verdicts = {
		progress: 0,
		unchanged: 0,
		reversal: 0,
		regression: 0,
		inconclusive: 0
	};
	#guardrails = /* @__PURE__ */ new Map();
	see({ status, family }) {
		this.#runs += 1;
		this.#verdicts[status] += 1;
		for (const { member, state } of family) {
			const { suite, dimension, name } = member.measure;
			const key = JSON.stringify([
				suite,
				dimension,
				name
			]);
			const seen = this.#guardrails.get(key) ?? {
				suite,
				name,
				lost: 0,
				kept: 0,
				unclear: 0,
				notGating: 0
			};
			seen[state?.kind ?? "notGating"] += 1;
			this.#guardrails.set(key, seen);
		}
	}
	/** Returns the counts so far. Requires at least one check. */
	result() {
		const alarms = this.#verdicts.reversal + this.#verdicts.regression;
		const seen = {
			successes: alarms,
			trials: this.#runs
		};
		const lowerBound = lowerBoundOfShare(seen, LEVEL);
		return {
			runs: this.#runs,
			verdicts: { ...this.#verdicts },
			alarms,
			interval: [lowerBoundOfShare(seen, .025), upperBoundOfShare(seen, .025)],
			lowerBound,
			holds: lowerBound <= MOST_FALSE_ALARMS,
			guardrails: [...this.#guardrails.values()].map((each) => ({ ...each }))
		};
	}
};

// src/report/self-test.ts
const sentencesOf = ({ half, seed, items, shortItems, leftOut, exclusions, withoutSemantic, found }) => {
	const { runs, alarms, interval, lowerBound, holds, verdicts } = found;
	return [
		`False alarms: ${count(alarms)} of ${counted$1(runs, "split")} (${percent(alarms / runs)}, 95% interval ${percent(interval[0])} to ${percent(interval[1])}).`,
		holds ? `This is consistent with the guarantee of at most ${percent(MOST_FALSE_ALARMS)}: the one-sided 99.9% lower bound is ${percent(lowerBound)}.` : `This violates the guarantee of at most ${percent(MOST_FALSE_ALARMS)}: the one-sided 99.9% lower bound is ${percent(lowerBound)}. Please report this bug with your configuration. Until it is fixed, treat any loss on this eval set as unconfirmed.`,
		`Verdicts: ${Object.entries(verdicts).map(([status, count$1]) => `${count(count$1)} ${status}`).join(", ")}.`,
		`Each split compares ${counted$1(half, "sample")} per item with ${count(half)} others of the same checkpoint, on ${counted$1(items, "item")} (seed ${seed}). A check has twice as many samples, so fewer of its guardrails are unclear.`,
		...shortItems === 0 ? [] : [`${counted$1(shortItems, "item has", "items have")} fewer samples than planned.`],
		...leftOut.map(({ guardrail, needed }) => `guardrails.${guardrail} is not tested: that requires ${counted$1(needed, "sample")} per item.`),
		...exclusions.map(exclusionSentence),
		...withoutSemantic ? ["Semantic diversity is not measured, because this test computes no embeddings. These numbers do not include its false alarms."] : []
	];
};
/** An A/A test for a terminal or a log, with a final newline. */
const renderSelfTest = (test, { colour, columns, unicode }) => {
	const colours = import_picocolors.default.createColors(colour);
	const { guardrails, runs, holds } = test.found;
	const cells = [[
		"guardrail",
		"suite",
		"lost",
		"kept",
		"unclear"
	], ...guardrails.map(({ suite, name, lost, kept, unclear }) => [
		terminalText(name, 40),
		terminalText(suite ?? "all targets", 40),
		...[
			lost,
			kept,
			unclear
		].map((count) => percent(count / runs))
	])];
	const widths = [
		0,
		1,
		2,
		3,
		4
	].map((at) => Math.max(...cells.map((row) => stringWidth(row[at] ?? ""))));
	const [head = "", ...rows] = cells.map((row) => row.map((cell, at) => fit(cell, widths[at] ?? 0, at < 2 ? "l" : "r")).join("  ").trimEnd());
	const [first = "", ...rest] = sentencesOf(test).map((text) => wrap(terminalText(text, 800), Math.max(60, columns)).join("\n"));
	const text = [
		(holds ? colours.green : colours.red)(first),
		...rest,
		"",
		colours.dim(head),
		...rows
	].join("\n").replaceAll("\xA0", " ");
	return `${unicode ? text : text.replaceAll("…", "...")}\n`;
};
/** An A/A test as JSON, unrounded, with a final newline. */
const serialiseSelfTest = ({ samplesPerItem, half, seed, items, shortItems, leftOut, exclusions, withoutSemantic, found }) => `${jsonForLogs({
	schema: 1,
	samples_per_item: samplesPerItem,
	samples_per_half: half,
	seed,
	items,
	short_items: shortItems,
	runs: found.runs,
	false_alarms: found.alarms,
	rate: found.alarms / found.runs,
	interval: found.interval,
	lower_bound: found.lowerBound,
	holds: found.holds,
	verdicts: found.verdicts,
	guardrails: found.guardrails.map(({ suite, name, lost, kept, unclear, notGating }) => ({
		suite: suite ?? null,
		name,
		lost,
		kept,
		unclear,
		not_gating: notGating
	})),
	left_out: leftOut,
	excluded: exclusions.flatMap(({ suite, items: each }) => each.map(({ id, reason }) => ({
		suite,
		id,
		reason
	}))),
	not_measured: withoutSemantic ? ["semantic diversity"] : []
}, 2)}\n`;

// src/measures/text/pairwise-dissimilarity.ts
/**
* The dissimilarity of every pair of an item's texts, for each n = 1 … 4: one minus the cosine of their sets of n-grams
* without boilerplate. The mean over the pairs of any subset of texts is that subset's D, so many subsets can be
* compared without reading the texts again (method.md, section "Diversity"). Time and memory are quadratic in the
* number of texts.
*/
var PairwiseDissimilarity = class {
	/** The dissimilarity of each pair, indexed by n − 1, then by `one·texts + other`. */
	#unlike = [];
	/** Whether the text is long enough to count. Indexed by n − 1, then by text. */
	#counts = [];
	#texts;
	constructor(texts, boilerplate) {
		this.#texts = texts.length;
		for (let n = 1; n <= 4; n += 1) {
			const features = texts.map((text) => featuresOf(text, n, boilerplate));
			this.#unlike.push(dissimilarities(features));
			this.#counts.push(texts.map((text) => text.length >= n));
		}
	}
	/** D of a subset of the texts for each n; undefined at any n with fewer than two texts that are long enough. */
	among(places) {
		return this.#unlike.map((unlike, at) => {
			const counting = places.filter((place) => this.#counts[at]?.[place]);
			if (counting.length < 2) return void 0;
			let sum = 0;
			for (let one = 1; one < counting.length; one += 1) {
				const row = (counting[one] ?? 0) * this.#texts;
				for (let other = 0; other < one; other += 1) sum += unlike[row + (counting[other] ?? 0)] ?? 0;
			}
			return sum / (counting.length * (counting.length - 1) / 2);
		});
	}
};
/** The text's n-grams that are not boilerplate, as strings of token numbers. */
function featuresOf(text, n, boilerplate) {
	const features = /* @__PURE__ */ new Set();
	for (let start = 0; start + n <= text.length; start += 1) {
		let common = boilerplate.ofToken(text[start] ?? 0);
		for (let length = 2; length <= n; length += 1) common = boilerplate.extended(common, boilerplate.ofToken(text[start + length - 1] ?? 0), length);
		if (common === NOT_BOILERPLATE) features.add(text.subarray(start, start + n).join(" "));
	}
	return features;
}
/** The dissimilarity of each ordered pair of texts. */
function dissimilarities(features) {
	const count = features.length;
	const shared = new Float64Array(count ** 2);
	const holders = /* @__PURE__ */ new Map();
	features.forEach((set, place) => {
		for (const feature of set) {
			const known = holders.get(feature) ?? [];
			for (const other of known) {
				const pair = place * count + other;
				shared[pair] = (shared[pair] ?? 0) + 1;
			}
			known.push(place);
			holders.set(feature, known);
		}
	});
	const unlike = new Float64Array(count ** 2);
	features.forEach((one, place) => {
		for (let other = 0; other < place; other += 1) {
			const value = dissimilarity(one.size, features[other]?.size ?? 0, shared[place * count + other] ?? 0);
			unlike[place * count + other] = value;
			unlike[other * count + place] = value;
		}
	});
	return unlike;
}
/**
* Dissimilarity of two sets of features, from their sizes and the number of shared features. Texts that contain only
* boilerplate are equal to each other and different from all others.
*/
function dissimilarity(one, other, shared) {
	if (one === 0 && other === 0) return 0;
	return one === 0 || other === 0 ? 1 : 1 - shared / Math.sqrt(one * other);
}

// src/measures/halves.ts
/**
* Prepares samples for random splits. The suites contain one checkpoint's samples as `old`. Each split divides them, item
* by item, into halves of ⌊n/2⌋ samples, which are measured as if they were the baseline's and the candidate's. Texts are
* read once; values that depend on which half the text is in are recomputed for each split. The same seed gives the same
* splits. Items with fewer than n samples remain short and are dropped by the measures.
*
* Only boilerplate n-grams are determined from all samples rather than from the two halves. Semantic diversity is not
* measured.
*
* @param onItem called after each item's texts have been read, because reading takes most of the time
*/
function splitter(suites, seed, onItem = () => {}) {
	const random = seededRandom(seed);
	const prepared = suites.map((suite) => ({
		suite,
		items: readItems(suite, onItem)
	}));
	return () => prepared.map(({ suite, items }) => {
		const half = Math.floor(suite.samplesPerItem / 2);
		return measureSplit(suite, half, items.map((read) => {
			const places = random.shuffle(read.samples.map((_, place) => place));
			return {
				read,
				old: places.slice(0, half),
				new: places.slice(half, 2 * half)
			};
		}));
	});
}
function readItems({ items, ...suite }, onItem) {
	const vocabulary = new Vocabulary();
	const encoded = items.map(({ old }) => old.map(({ text }) => vocabulary.encode(text)));
	const graded = encoded.map((texts, item) => texts.filter((_, place) => items[item]?.old[place]?.outcome !== "failed"));
	const boilerplate = new Boilerplate([graded], vocabulary.size);
	return items.map((item, place) => {
		onItem();
		return {
			item,
			samples: item.old.map(({ index, outcome, answer }) => ({
				index,
				outcome,
				text: "",
				...answer === void 0 ? {} : { answer }
			})),
			ways: waysOfSamples(item.old),
			unlike: isChoice$1(suite) ? void 0 : new PairwiseDissimilarity(encoded[place] ?? [], boilerplate)
		};
	});
}
const NO_WAY = /* @__PURE__ */ new Set();
function waysOfSamples(samples) {
	const wayOf = wayReader();
	return samples.map((sample) => sample.outcome === "correct" ? wayOf(sample) : NO_WAY);
}
function measureSplit(suite, half, splits) {
	const { embeddingOf: _, ...rest } = suite;
	const measures = measureSuite({
		...rest,
		samplesPerItem: half,
		items: splits.map(({ read, old, new: candidate }) => ({
			...read.item,
			old: renumbered(read, old),
			new: renumbered(read, candidate)
		}))
	});
	const splitOf = new Map(splits.map((split) => [split.read.item.id, split]));
	const eligible = measures.suite.items.flatMap(({ id }) => splitOf.get(id) ?? []);
	const ways = shownWays(eligible.map(waysOfSplit));
	return {
		...measures,
		ways,
		syntactic: withMeasurement(measures.syntactic, () => syntactic(eligible)),
		logical: {
			...measures.logical,
			measurement: logicalDiversity(ways)
		},
		reach: {
			...measures.reach,
			measurement: reachAt(ways, measures.suite.k)
		}
	};
}
/** Numbers the samples from 0 within the half, so that the half still has even-indexed and odd-indexed samples. */
function renumbered({ samples }, places) {
	return places.flatMap((place, index) => {
		const sample = samples[place];
		return sample === void 0 ? [] : [{
			...sample,
			index
		}];
	});
}
function withMeasurement(measure, measurement) {
	return measure && {
		...measure,
		measurement: measurement()
	};
}
function waysOfSplit({ read, old, new: candidate }) {
	const { id, cluster } = read.item;
	const side = (places) => ({
		correct: correctOnes(read, places).map((place) => read.ways[place] ?? NO_WAY),
		samples: places.filter((place) => read.samples[place]?.outcome !== "failed").length
	});
	return {
		id,
		cluster,
		old: side(old),
		new: side(candidate)
	};
}
function syntactic(splits) {
	return measuredDissimilarity(splits.flatMap(({ read, old, new: candidate }) => {
		const [ofOld, ofNew] = [old, candidate].map((places) => read.unlike?.among(correctOnes(read, places)));
		const both = (ofOld ?? []).flatMap((value, n) => {
			const other = ofNew?.[n];
			return value === void 0 || other === void 0 ? [] : [{
				old: value,
				new: other
			}];
		});
		if (both.length === 0) return [];
		const mean = (side) => both.reduce((sum, values) => sum + values[side], 0) / both.length;
		const { id, cluster } = read.item;
		return [{
			id,
			cluster,
			old: mean("old"),
			new: mean("new")
		}];
	}));
}
function correctOnes({ samples }, places) {
	return places.filter((place) => samples[place]?.outcome === "correct");
}

// src/run/self-test/self-test.ts
/**
* Checks an unchanged pair many times: randomly splits one checkpoint's samples into halves, and decides the verdict
* for each split as a complete check would. Any loss is a false alarm. Guardrails that cannot be measured with half of
* the samples are omitted and listed. The same seed gives the same result.
*
* @throws {ConfigError} if the completions cannot be read or split, and as `readPlan` does
*/
async function selfTest({ configPath, source, runs, seed, files, grading, onStage }) {
	const plan = await readPlan(configPath, files);
	if ("version" in source) refuseGivenOutcomes(plan);
	const where = "path" in source ? source.path : source.storeDir;
	const generations = await generationsOf(plan, source, files, grading.env);
	checkGivenOutcomes(plan, [{
		path: where,
		generations
	}]);
	const { sampling } = plan.config;
	const samplesPerItem = "path" in source && !sampling.nWritten ? 1 + generations.reduce((largest, { index }) => Math.max(largest, index), 0) : sampling.n;
	const half = Math.floor(samplesPerItem / 2);
	refuseUnsplittable(plan, samplesPerItem, where);
	const graders = await openGraders(plan, grading, judgesOf(plan, grading));
	let suites;
	try {
		suites = await gradeAll(plan, graders, {
			generations,
			samplesPerItem,
			where,
			onStage
		});
	} finally {
		await graders.close();
	}
	const { policy, leftOut } = adapted(plan, half);
	const total = suites.reduce((sum, { items }) => sum + items.length, 0);
	let measured = 0;
	const split = splitter(suites, seed, () => {
		measured += 1;
		onStage({
			stage: "measuring",
			done: measured,
			total
		});
	});
	const counter = new FalseAlarmCounter();
	for (let run = 1; run <= runs; run += 1) {
		counter.see(decideVerdict(split(), policy));
		onStage({
			stage: "self-test",
			done: run,
			total: runs
		});
	}
	return {
		samplesPerItem,
		half,
		seed,
		items: total,
		shortItems: suites.reduce((sum, { items }) => sum + items.filter(({ old }) => old.length < samplesPerItem).length, 0),
		leftOut,
		exclusions: exclusionsOf(plan),
		withoutSemantic: plan.config.embeddings !== void 0 && plan.suites.some(({ suite }) => guardrailOn(policy, "diversity", suite.name) !== "off"),
		found: counter.result()
	};
}
async function generationsOf({ config, suites }, source, files, env) {
	if ("path" in source) return readCompletions({
		path: source.path,
		open: files.open
	});
	const { version, storeDir, lookUp } = source;
	const { old: checkpoint } = resolveCheckpoints({
		checkpoints: config.checkpoints,
		versions: {
			old: version,
			new: version
		},
		env
	});
	const found = [];
	for (const { suite } of suites) {
		const stored = await lookUp({
			checkpoint,
			suite,
			settings: config.sampling,
			storeDir
		});
		for (const each of stored) found.push(each);
	}
	return found;
}
/** @throws {ConfigError} if an item's samples are all identical, as at temperature 0, or if there are too few to split */
function refuseUnsplittable({ config }, samplesPerItem, where) {
	if (config.sampling.temperature === 0) throw new ConfigError({
		what: "at temperature 0, all samples of an item are identical, so all splits are identical too",
		where: "sampling.temperature",
		fix: "Use completions that were sampled at a temperature above 0."
	});
	if (samplesPerItem >= 2) return;
	throw new ConfigError({
		what: "found one sample per item, expected at least two",
		where,
		fix: "Increase sampling.n to sample each item more often."
	});
}
async function gradeAll({ config, suites }, graders, { generations, samplesPerItem, where, onStage }) {
	const onItem = itemCounter(suites, 1, onStage);
	const graded = [];
	for (const { suite, grader: spec, hardestGroup, unparseable } of suites) {
		const grader = graders.of(suite.name);
		const { items, problems } = await gradeSuite({
			suite,
			grader,
			generations: {
				old: generations,
				new: []
			},
			reasoning: config.sampling.reasoning,
			reasoningTags: config.sampling.reasoningTags,
			...isJudged(spec) ? {} : { onItem }
		});
		const [problem] = problems;
		if (problem !== void 0 || items.every(({ old }) => old.length === 0)) throw new ConfigError({
			what: problem === void 0 ? `found no completions for suite ${suite.name}` : `found ${problem.kind === "duplicate" ? `sample ${problem.index} of ${problem.id} twice` : `completions for ${JSON.stringify(problem.id)}, which is not an item of suite ${suite.name}`}`,
			where,
			fix: "Use a file with completions of one checkpoint on this eval set, or a version that has been sampled."
		});
		const { name, role } = suite;
		graded.push({
			name,
			role,
			grader: grader?.name,
			choice: asksForChoice(spec),
			samplesPerItem,
			hardestGroup,
			...unparseable === void 0 ? {} : { unparseable },
			items
		});
	}
	return graded;
}
/** The policy without the guardrails that this many samples per item cannot measure. */
function adapted({ config, suites }, half) {
	const leftOut = [
		"coverage",
		"diversity",
		"hardest-group"
	].filter((guardrail) => half < SAMPLES_NEEDED[guardrail] && suites.some(({ suite }) => guardrailOn(config.policy, guardrail, suite.name) !== "off")).map((guardrail) => ({
		guardrail,
		needed: 2 * SAMPLES_NEEDED[guardrail]
	}));
	const policy = turnedOff(config.policy, leftOut.map(({ guardrail }) => guardrail));
	const on = (role, guardrail) => suites.some(({ suite }) => suite.role === role && guardrailOn(policy, guardrail, suite.name) !== "off");
	if (suites.some(({ suite }) => suite.role === "target") || on("ood", "ood") || on("open", "diversity")) return {
		policy,
		leftOut
	};
	throw new ConfigError({
		what: `found ${2 * half} samples per item; half of these are too few to measure any guardrail of this policy`,
		where: "guardrails",
		fix: `Sample each item at least ${2 * SAMPLES_NEEDED.diversity} times (sampling.n).`
	});
}

// src/cli/commands/self-test-command.ts
/**
* `reversal-check self-test`: measures how often an unchanged pair would raise a false alarm on this eval set. Exits
* with 1 if this happens too often.
*/
async function selfTestCommand(options, { out, err, env }, interruptible) {
	const progress = progressDisplay({
		err,
		env
	}, () => performance.now());
	const test = await selfTest({
		configPath: options.config,
		source: sourceOf(options),
		runs: options.runs,
		seed: options.seed,
		files: withReadingStage(localFiles, progress.onStage),
		grading: localGrading({ env }, interruptible, {
			storeDir: options.store,
			...progress
		}),
		onStage: progress.onStage
	}).finally(progress.stop);
	out.write(options.json ? serialiseSelfTest(test) : renderSelfTest(test, renderingFor(out, env)));
	return test.found.holds ? 0 : 1;
}
function sourceOf({ generations, old: version, store }) {
	if (generations !== void 0 && version === void 0) return { path: generations };
	if (generations === void 0 && version !== void 0) return {
		version,
		storeDir: store,
		lookUp: storedCompletions
	};
	throw new ConfigError({
		what: `found ${version === void 0 ? "neither --generations nor --old" : "both --generations and --old"}, expected one of the two`,
		where: "the command line",
		fix: "Specify --generations with a file of completions, or --old with a version whose completions are in the store."
	});
}

// src/cli/program.ts
const EXIT_CODES = `
Exit codes: 0 the check passed, 1 the check failed, 2 invalid usage or configuration, 3 no trustworthy result.`;
const terminal = {
	out: process.stdout,
	err: process.stderr,
	env: process.env
};
const stop = new AbortController();
function interruptible() {
	for (const [name, exitCode] of [
		["SIGINT", 130],
		["SIGTERM", 143],
		["SIGHUP", 129]
	]) process.on(name, () => {
		if (stop.signal.aborted) process.exit(exitCode);
		terminal.err.write("\nstopping: completions received so far are stored; interrupt again to stop immediately\n");
		stop.abort(new Error(name));
	});
	return stop.signal;
}
const packageRoot = fileURLToPath(new URL("../..", import.meta.url));
const program = new Command("reversal-check").description("Catches self-improvement reversal: the benchmark went up while the model got narrower.").version(ENGINE_VERSION).configureHelp({ showGlobalOptions: true }).configureOutput({ writeErr: (text) => terminal.err.write(terminalMessage(text)) }).exitOverride().showHelpAfterError("(add --help for usage and examples)").addHelpText("after", EXIT_CODES).hook("preAction", (_, command) => resolveFolders(command, (sentence) => terminal.err.write(`note: ${terminalMessage(sentence)}\n`)));
addSamplingCommands(program, {
	terminal,
	interruptible
});
addCompletionCommands(program, {
	terminal,
	interruptible
});
program.command("pin").description("write the lock, which pins the eval set, prompts, sampling settings and graders of a check").addOption(config()).addOption(json()).addHelpText("after", examples("reversal-check pin", "reversal-check pin --config evals/reversal.yml")).action(async (options) => {
	process.exitCode = await pinCommand(options, terminal);
});
program.command("plan").description("estimate a check's requests, cost and detectable losses, without sending requests").option("--old <version>", "the version of the baseline; specify both versions to exclude samples that are already stored").option("--new <version>", "the version of the candidate").addOption(config()).addOption(out()).addOption(store()).option("--markdown", "print Markdown", false).addOption(json()).addHelpText("after", examples("reversal-check plan", "reversal-check plan --old v2 --new v3 --json")).action(async (options) => {
	process.exitCode = await planCommand(options, terminal);
});
program.command("self-test").description("split the completions of one checkpoint many times and count the false alarms, without sending requests").option("--generations <file>", "a JSONL file with the completions of one checkpoint").option("--old <version>", "alternatively, a version whose completions are in the store").option("--runs <count>", "the number of splits", wholeNumber(1), 1e3).option("--seed <number>", "the seed of the random splits; the same seed gives the same splits", wholeNumber(0), 1).addOption(config()).addOption(out()).addOption(store()).addOption(json()).addHelpText("after", examples("reversal-check self-test --old v2", "reversal-check self-test --generations v2.jsonl --runs 200 --json")).action(async (options) => {
	process.exitCode = await selfTestCommand(options, terminal, interruptible);
});
program.command("report").description("render a stored result again").argument("<result>", "the result.json of a run").option("--markdown", "print Markdown, byte-for-byte identical to report.md", false).addOption(json()).addHelpText("after", examples("reversal-check report .reversal-check/result.json", "reversal-check report --markdown .reversal-check/result.json > report.md")).action(async (path, options) => {
	process.exitCode = await reportCommand(path, options, terminal);
});
program.command("publish").description("post the unverified report of a run for a fork's pull request").option("--run <id>", "the id of the run (default: the run that triggered the workflow_run event)", wholeNumber(1)).option("--artifact <name>", "the name of the artifact that contains result.json (default: the name that the Action uses)").option("--comment-key <key>", "the comment-key of this repository's own check, or the path of its configuration", "reversal.yml").addOption(json()).addHelpText("after", examples("reversal-check publish", "reversal-check publish --run 1234567890")).action(async (options) => {
	process.exitCode = await publishCommand(options, terminal, interruptible());
});
program.command("init").description("inspect a repository and write its configuration, lock and workflows").option("--yes", "accept every proposal without asking; existing files are not replaced", false).option("--base-url <url>", "the URL of the model server up to and including /v1, or the name of the environment variable that contains it").option("--model <name>", "the model's name on the server, with {version} in place of the version").option("--api-key-env <name>", "the name of the environment variable that contains the API key, or the word none if the server needs no key").option("--target <suite>", "the suite that the training should improve; it gets the role target").option("--nightly", "also write a workflow that runs every night").option("--example", "use the example's eval set if the repository has no eval set").option("--action <name>", "the Action that the workflows use, as owner/repository@ref (default: the copy that this command was installed from)").option("--add <file>", "only add the data of this file to reversal.yml as a suite, and pin again").addOption(json()).addHelpText("after", examples("reversal-check init", "reversal-check init --yes --base-url https://inference.example.com/v1 --model acme/math-7b-{version}", "reversal-check init --add data/commonsenseqa.parquet")).action(async (options) => {
	const { initCommand } = await import("./init-command.js");
	process.exitCode = await initCommand(options, terminal, { packageRoot });
});
addImportCommand(program, terminal);
program.command("demo").description("run a complete check on two simulated checkpoints, served on this machine").addOption(out()).addOption(json()).addHelpText("after", examples("reversal-check demo")).action(async (options) => {
	process.exitCode = await demoCommand(options, terminal, {
		packageRoot,
		signal: interruptible()
	});
});
/** Runs the command given by the arguments and sets `process.exitCode`. */
async function runProgram() {
	process.stdout.on("error", (error) => {
		if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
		process.exit();
	});
	process.stderr.on("error", (error) => {
		if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
	});
	try {
		await program.parseAsync();
	} catch (error) {
		process.exitCode = exitCodeOfError(error);
	}
}
/**
* Prints an error and returns the exit code. Errors that the user can fix are shown in full. Any other error is a bug
* and keeps its stack.
*/
function exitCodeOfError(error) {
	if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
	if (error instanceof ReversalCheckError) {
		terminal.err.write(`error: ${terminalMessage(error.message)}\n`);
		return error.exitCode;
	}
	const stack = error instanceof Error ? error.stack ?? error.message : String(error);
	terminal.err.write(`${terminalMessage(stack)}\nThis is a bug in reversal-check ${ENGINE_VERSION}. Please report it with the lines above.\n`);
	return 3;
}

export { runProgram };