import { r as __name } from "./rolldown-runtime.js";

// src/result/text/log-commands.ts
/**
* Commands that programs execute when they read a job's log, regardless of who wrote the text: GitHub's runner
* (`::name::` at the start of a line, `##[name]` anywhere), Azure Pipelines (`##vso[…]`, `##[…]`), TeamCity
* (`##teamcity[…]`), and the folds of GitLab (`section_start:…`) and Travis.
*
* Inserting a space breaks each of them. An invisible character would not work, because runners that compare texts by
* linguistic rules ignore it.
*/
/** Matches the number signs that start a bracketed command. */
const BRACKETED = /##(?=[\w.-]*\[)/gu;
/**
* Matches a fold's name and colon. Runners require control characters after the colon, which this tool's text never
* contains, so folds are broken only as a precaution.
*/
const FOLD = /(section_(?:start|end)|travis_(?:fold|time)):/giu;
/**
* Breaks all log commands in the text. If `addresses` is `kept`, an address such as `https://…` stays intact; if it is
* `parted`, a space is inserted after its colon too.
*/
function withoutLogCommands(text, { addresses }) {
	return text.replace(addresses === "parted" ? /:(?=:|\/\/)/gu : /:(?=:)/gu, ": ").replace(BRACKETED, "## ").replace(FOLD, "$1: ");
}
/**
* Breaks log commands in text whose lines are printed unchanged: `::` matters only at the start of a line, so
* `std::vector` is left unchanged.
*/
function linesWithoutLogCommands(text) {
	return text.replace(/^(\s*:):/gmu, "$1 :").replace(BRACKETED, "## ").replace(FOLD, "$1: ");
}
const IN_JSON = /##(?=[\w.-]*\[)|(?:section_(?:start|end)|travis_(?:fold|time)):|[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/giu;
/**
* Serializes a value as JSON without any log commands: the last character of each command is written as an escape,
* which does not change the value. A line of JSON cannot begin with `::`.
*/
function jsonForLogs(value, space) {
	return JSON.stringify(value, void 0, space).replace(IN_JSON, (found) => {
		const last = found.length - 1;
		return `${found.slice(0, last)}\\u${found.charCodeAt(last).toString(16).padStart(4, "0")}`;
	});
}

// src/result/text/neutralise.ts
/**
* Text from models, items, files and names is untrusted. These functions neutralize it and keep it readable. Every
* string in a result passes through one of them on every path to a reader.
*
* GitHub processes text twice. Character references (`&#42;`) stop the Markdown parser in paragraphs, table cells and
* HTML blocks alike. The later steps (mentions, `#1`, commit ids, emoji codes, bare addresses) see the decoded text, so
* a reference does not stop them. Instead, a zero-width space (U+200B) between the parts breaks the pattern. It is
* invisible, but it is included when text is copied, so it is inserted only where a pattern could start. If a name
* should be copied exactly, use `markdownCode`, because nothing is processed inside code. A dollar sign gets its own
* element: the platform's documented way to keep two of them from enclosing mathematics.
*
* References to other systems under a prefix that the repository's owner configured (`TICKET-12`) are left unchanged,
* because they are the owner's own links.
*/
/** Maximum number of graphemes in a name, including its ellipsis. */
const NAME_LIMIT = 80;
const BREAK = "​";
const ESCAPE_SEQUENCES = /(?:\u001B[\]PX^_]|[\u0090\u0098\u009D-\u009F])[^\u0000-\u001F\u007F-\u009F]*(?:\u0007|\u001B\\|\u009C)|(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|\u001B[ -/]*[0-Z\\^-~]/gu;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Maximum number of code units in a grapheme. Without a limit, jamo, modifiers and prefixes could pile up. */
const GRAPHEME_LENGTH = 16;
const shorten = (text, limit) => {
	let shown = "";
	let last = "";
	let seen = 0;
	for (const { segment } of graphemes.segment(text)) {
		seen += 1;
		if (seen > limit) return `${shown.trimEnd()}…`;
		shown += last;
		last = segment.slice(0, GRAPHEME_LENGTH).toWellFormed();
	}
	return shown + last;
};
/** Text without escape sequences, with `\n` as its only line ending and no other invisible character. */
const visible = (text) => text.replace(ESCAPE_SEQUENCES, "").replace(LINE_ENDS, "\n").replaceAll("	", "  ").split("\n").map((line) => line.replace(INVISIBLE, "").toWellFormed().replace(STACKED_MARKS, "$1")).join("\n");
/**
* One line of visible text, at most `limit` graphemes long (ending in … if it was longer), with single
* spaces; `(empty)` if nothing is left. Not yet safe for Markdown, HTML or logs.
*/
const oneLine = (text, limit = 80) => shorten(visible(text).replace(/\u00A0+/gu, "\xA0").replace(/(?:(?!\u00A0)[\s\u2800])+/gu, " ").trim(), limit) || "(empty)";
const REFERENCES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	$: "<span>&#36;</span>"
};
const reference = (character) => REFERENCES[character] ?? `&#${character.codePointAt(0)};`;
const OWN_WORD = /(?<![^\s(])(?:pass|maj|reach|cover)@\d{1,4}(?:\.\d{1,2})?(?![\w@-]|\.[\w-])|(?<=\s)\[[+−]?\d{1,4}(?:\.\d{1,4})?,\s[+−]?\d{1,4}(?:\.\d{1,4})?\](?![[(])/gu;
/**
* Breaks patterns that the platform finds in finished text: mentions, issue numbers, commit ids, addresses,
* emoji codes.
*/
const inert = (text) => text.replace(/@/gu, `@${BREAK}`).replace(/[#!](?=\d)/gu, `$&${BREAK}`).replace(/gh-(?=\d)/giu, `$&${BREAK}`).replace(/[0-9a-f]{7,}/giu, (digits) => digits.replace(/.{6}(?=.)/gu, `$&${BREAK}`)).replace(/:(?=\/\/|[\w+-]+:)/gu, `:${BREAK}`).replace(/www(?=\.)/giu, `www${BREAK}`);
const MARKUP = /[&<>`*~[\]|\\$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const harmless = (text) => inert(text).replace(MARKUP, reference).replace(FOLD, "$1&#58;");
/** Matches characters that could start a heading, list, rule, table or quotation at the start of a line. */
const LINE_START = /^(\d{1,9})?([-+=:#.)])/u;
/**
* One line of plain text for a Markdown paragraph, list item, table cell or heading, and for an HTML block
* such as `<summary>`. Safe at the start of a line. At most `limit` graphemes; `(empty)` if nothing is left.
*/
const markdownText = (text, limit = 80) => {
	const line = oneLine(text, limit);
	const own = line.match(OWN_WORD) ?? [];
	return line.split(OWN_WORD).map((between, at) => harmless(between) + (own[at] ?? "")).join("").replace(LINE_START, (_, digits, mark) => `${digits ?? ""}${reference(mark)}`);
};
/**
* One line of text as code, for Markdown paragraphs, list items, table cells and headings. Readers can copy it exactly,
* and the platform processes nothing in it. It is a span in backticks, or a `<code>` element if the text contains
* something that could end the span, split the cell or look like a comment marker.
*/
const markdownCode = (text, limit = 80) => {
	const line = oneLine(text, limit);
	return line.search(BRACKETED) !== -1 || line.search(FOLD) !== -1 || /[`|<&\\]/u.test(line) ? `<code>${markdownText(text, limit)}</code>` : `\`${line}\``;
};
/** One line of text as code for an HTML block such as `<summary>`, where backticks do not mark code. */
const htmlCode = (text, limit = 80) => `<code>${oneLine(text, limit).replace(/[&<>[]/gu, reference).replace(FOLD, "$1&#58;")}</code>`;
/**
* Puts lines of text into a code fence that they cannot close. The fence starts on a new line, and the lines are not
* shortened. Comment markers are broken up, so that a search in the source does not find them. Log commands are broken
* up too, because the source may be printed to a log.
*/
const markdownFence = (text, language) => {
	const lines = linesWithoutLogCommands(visible(text)).replaceAll("<!--", `<!${BREAK}--`).replace(/^\n+|\n+$/gu, "");
	const longest = (lines.match(/`+/gu) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
	const fence = "`".repeat(longest + 1);
	return `${fence}${language}\n${lines}\n${fence}`;
};
/** One line for a terminal or a log that cannot move the cursor, set colors, reorder text or be a workflow command. */
const terminalText = (text, limit = 80) => withoutLogCommands(oneLine(text, limit), { addresses: "parted" });
/**
* Neutralizes one of this tool's own messages, which may quote a server or a file. Addresses stay intact, so that they
* can be copied.
*/
const terminalMessage = (text) => withoutLogCommands(visible(text), { addresses: "kept" });
/** Neutralizes multi-line text, such as a completion. Keeps all lines and does not shorten them. */
const terminalLines = (text) => withoutLogCommands(visible(text), { addresses: "parted" }).split("\n");

export { oneLine as a, terminalText as c, markdownText as i, jsonForLogs as l, markdownCode as n, terminalLines as o, markdownFence as r, terminalMessage as s, htmlCode as t };