import { r as __name } from "./rolldown-runtime.js";
import { t as ConfigError } from "./errors.js";

// src/files/problem.ts
const MOST_SHOWN = 20;
const place = (file, { line, column }) => [
	file,
	line,
	column
].filter((part) => part !== void 0).join(":");
/**
* Creates one error for all mistakes found in a file, in line order. It lists the first 20 in full and counts the rest.
* `problems` must not be empty.
*/
const configError = (file, problems) => {
	const inOrder = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
	const [first] = inOrder;
	if (first === void 0) throw new Error("configError needs a problem");
	if (inOrder.length === 1) return new ConfigError({
		what: first.what,
		where: place(file, first),
		fix: first.fix
	});
	const shown = inOrder.slice(0, MOST_SHOWN).map((problem) => `${place(file, problem)}: ${problem.what}\n    ${problem.fix}`);
	const rest = inOrder.length - shown.length;
	return new ConfigError({
		what: `${inOrder.length} mistakes`,
		where: file,
		mistakes: inOrder,
		fix: [...shown, ...rest > 0 ? [`and ${rest} more mistakes`] : []].join("\n  ")
	});
};

// src/files/utf8.ts
const decoder = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
/** Decodes UTF-8 bytes and keeps a byte order mark. `undefined` if they are not valid UTF-8. */
const decodeUtf8 = (bytes) => {
	try {
		return decoder.decode(bytes);
	} catch {
		return;
	}
};
/** The problem to report for a file whose bytes on `line` are not UTF-8, and how to fix it. */
const notUtf8 = (bytes, line) => {
	return {
		line,
		what: `found ${bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255 ? "UTF-16 text" : "bytes that are not UTF-8"}, expected UTF-8`,
		fix: "Save the file in UTF-8."
	};
};

// src/files/unreadable-file.ts
const reasons = {
	ENOENT: "there is no such file",
	ENOTDIR: "a part of this path is a file, not a folder",
	EISDIR: "this is a folder, expected a file",
	EACCES: "you do not have permission to read this file",
	EPERM: "you do not have permission to read this file"
};
/**
* The error to throw if reading `path` failed with `error`: a `ConfigError` if the file system reported the error,
* otherwise `error` itself (a bug, or an error that already explains itself).
*/
const unreadableFile = (path, error, fix) => {
	if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
	const what = reasons[error.code] ?? `cannot read this file (${error.code})`;
	return new ConfigError({
		what,
		where: path,
		fix,
		cause: error
	});
};

// src/files/json-depth.ts
/**
* Maximum nesting depth of lists and objects in external JSON: more than any log or item needs, and far less than would
* overflow the stack.
*/
const DEEPEST_JSON = 200;
const QUOTE = 34;
const BACKSLASH = 92;
/**
* Whether JSON text is nested more deeply than allowed. Scans the text, because traversing a value that deep could
* overflow the stack. Takes time linear in the text's length. Only meaningful for valid JSON.
*/
function isTooDeep(text) {
	let depth = 0;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) {
			at += 1;
			while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
			continue;
		}
		if (code === 91 || code === 123) {
			depth += 1;
			if (depth > 200) return true;
		} else if (code === 93 || code === 125) depth -= 1;
	}
	return false;
}

// src/files/byte-lines.ts
const LINE_FEED = 10;
/**
* Maximum line length in bytes: longer than any sample or item, and shorter than the longest string in V8 (2^29 - 24
* characters).
*/
const LONGEST_LINE_BYTES = 2e8;
/**
* Yields the lines of a byte stream without their line feeds, as bytes, because a chunk may end inside a character. If
* a line is too long, yields `undefined` as soon as the limit is exceeded and discards the line. If `lastIsWhole` is
* false, a last line without a line feed is dropped.
*/
async function* byteLines(chunks, { lastIsWhole = true } = {}) {
	let rest = [];
	let restBytes = 0;
	let isPassedOver = false;
	for await (const chunk of chunks) {
		let start = 0;
		for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
			const piece = chunk.subarray(start, end);
			if (!isPassedOver) yield rest.length === 0 ? piece : Buffer.concat([...rest, piece]);
			rest = [];
			restBytes = 0;
			isPassedOver = false;
			start = end + 1;
		}
		if (start === chunk.length || isPassedOver) continue;
		rest.push(chunk.subarray(start));
		restBytes += chunk.length - start;
		if (restBytes <= 2e8) continue;
		yield void 0;
		rest = [];
		isPassedOver = true;
	}
	if (lastIsWhole && rest.length > 0) yield Buffer.concat(rest);
}

// src/files/json-lines.ts
const BYTE_ORDER_MARK = "﻿";
const tooLong = (line) => ({
	line,
	what: `this line is longer than the limit of ${LONGEST_LINE_BYTES} bytes`,
	fix: "Write one JSON object per line, with only the fields of a sample or an item."
});
/** Matches the first line of a JSON file that contains a list of objects, on one line or on several. */
const LIST_OF_OBJECTS = /^\s*\[\s*(?:\{|$)/u;
const isList = (line, path) => {
	const file = /^[\w@%+=:,./-]+$/u.test(path) ? path : "FILE";
	return {
		line,
		what: "this file is one JSON list, expected JSONL: one JSON object per line",
		fix: `Convert it: jq -c '.[]' ${file} > ${file}.new && mv ${file}.new ${file}`
	};
};
const parseLine = (text, line, parse) => {
	if (isTooDeep(text)) return {
		line,
		problem: {
			line,
			what: `found lists and objects nested more than ${200} levels deep`,
			fix: "Remove the deeply nested data, which no grader reads."
		}
	};
	try {
		return {
			line,
			value: parse(text)
		};
	} catch (error) {
		const message = error instanceof Error ? error.message : "";
		const position = /at position (\d+)/.exec(message)?.[1];
		if (message.startsWith("Unexpected end") || Number(position) >= text.length) return {
			line,
			problem: {
				line,
				column: text.length + 1,
				what: "the line ends before its JSON object is complete",
				fix: "Write each JSON object on one line, and check that the file is complete."
			}
		};
		return {
			line,
			problem: {
				line,
				column: position === void 0 ? void 0 : Number(position) + 1,
				what: "this line is not valid JSON",
				fix: "Write one JSON object per line, with double quotes and without a comma after the last value."
			}
		};
	}
};
/**
* Reads a JSONL file line by line. Memory use depends on the longest line, not on the size of the file. A byte order
* mark, CRLF and blank lines are accepted. Invalid lines are yielded as problems, so that the caller can report all of
* them. Reading stops at a line that is too long, at the first line that is not UTF-8 (because the rest probably has
* the same encoding), or at the beginning of a file that is a JSON list.
*
* @throws {ConfigError} if the file cannot be read
*/
async function* readJsonLines({ path, open, fix, parse = JSON.parse }) {
	let line = 0;
	let isFirst = true;
	try {
		for await (const bytes of byteLines(open(path))) {
			line += 1;
			if (bytes === void 0) {
				yield {
					line,
					problem: tooLong(line)
				};
				return;
			}
			const decoded = decodeUtf8(bytes);
			if (decoded === void 0) {
				yield {
					line,
					problem: notUtf8(bytes, line)
				};
				return;
			}
			const text = line === 1 && decoded.startsWith(BYTE_ORDER_MARK) ? decoded.slice(1) : decoded;
			if (text.trim() === "") continue;
			if (isFirst && LIST_OF_OBJECTS.test(text)) {
				yield {
					line,
					problem: isList(line, path)
				};
				return;
			}
			isFirst = false;
			yield parseLine(text, line, parse);
		}
	} catch (error) {
		throw unreadableFile(path, error, fix);
	}
}

export { unreadableFile as a, configError as c, isTooDeep as i, LONGEST_LINE_BYTES as n, decodeUtf8 as o, byteLines as r, notUtf8 as s, readJsonLines as t };