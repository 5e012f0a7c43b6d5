import { r as __name } from "./rolldown-runtime.js";

// src/result/sentences/commands.ts
/** The arguments that run a check again. */
function checkArguments({ configPath, versions, fresh, shard }) {
	return [
		"check",
		...option("--shard", shard),
		...option("--config", configPath),
		"--old",
		versions.old,
		"--new",
		versions.new,
		...option("--fresh", fresh)
	];
}
/** The arguments that compare the same completions again. */
function compareArguments({ from, configPath, scores = [], grader, ood = [], pools = [], ignoredInPrompts, names, paths }) {
	return [
		"compare",
		...option("--from", from),
		...option("--config", configPath),
		...scores.flatMap((score) => option("--score", score)),
		...option("--grader", grader),
		...ood.flatMap((task) => option("--ood", task)),
		...pools.flatMap((pool) => option("--pool", pool)),
		...option("--ignore-prompt-difference", ignoredInPrompts),
		...option("--old", names.old),
		...option("--new", names.new),
		paths.old,
		paths.new
	];
}
/** A command pinned to this version of reversal-check, such as the command that reproduces a result. */
function pinnedCommand(engine, words) {
	return shellWords([
		"npx",
		`reversal-check@${engine}`,
		...words
	]);
}
/** The command that runs a check or samples one of its shards. */
function checkCommand(check) {
	return shellWords(["reversal-check", ...checkArguments(check)]);
}
/** The command that shows an item with its completions and grades. */
function explainCommand(suite, id) {
	return shellWords([
		"reversal-check",
		"explain",
		`${suite}/${id}`
	]);
}
/** The command that converts published files to items. */
function importCommand(format, paths, out) {
	return shellWords([
		"reversal-check",
		"import",
		format,
		...paths,
		...option("--out", out)
	]);
}
/** The command that adds the data of a file to a check as a suite. */
function addCommand(path) {
	return shellWords([
		"reversal-check",
		"init",
		"--add",
		path
	]);
}
function option(name, value) {
	return value === void 0 ? [] : [name, value];
}
function shellWords(words) {
	return words.map((word) => /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`).join(" ");
}

export { explainCommand as a, compareArguments as i, checkArguments as n, importCommand as o, checkCommand as r, pinnedCommand as s, addCommand as t };