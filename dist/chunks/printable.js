import { r as __name } from "./rolldown-runtime.js";

// src/files/printable.ts
const MAX_LENGTH = 60;
const escaped = (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
/**
* Makes text safe for one line of a terminal or log. Control and format characters (terminal escapes, bidirectional
* marks, zero-width characters, lone surrogates) become `\u{…}`. Line feeds become `⏎`.
*/
const printable = (text) => text.replaceAll("\n", "⏎").replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escaped);
/** Printable text in quotation marks, truncated to 60 characters. */
const quoted = (text) => {
	const characters = Array.from(text.slice(0, 122));
	const cut = characters.length > MAX_LENGTH ? `${characters.slice(0, MAX_LENGTH).join("")}…` : text;
	return `"${printable(cut)}"`;
};
/** Describes the value found in place of the expected one: `"hot"`, `3`, `nothing`, `a list`, `a mapping`. */
const found = (value) => {
	if (value === void 0 || value === null) return "nothing";
	if (typeof value === "string") return value === "" ? "an empty string" : quoted(value);
	if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return `${value}`;
	if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
	return "a mapping";
};

export { printable as n, quoted as r, found as t };