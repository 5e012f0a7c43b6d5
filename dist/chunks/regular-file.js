import { r as __name } from "./rolldown-runtime.js";
import { t as ConfigError } from "./errors.js";
import { createHash, hash } from "node:crypto";
import { constants } from "node:fs";
import { open, stat } from "node:fs/promises";

// src/files/canonical-json.ts
const CARRIAGE_RETURN = 13;
const sorted = (value) => {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1);
	return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};
/**
* Returns JSON text that depends only on the value's content: keys are in a fixed order, and there is no whitespace (or
* `indent` spaces per level, for readability). Keys with the value `undefined` are omitted. `value` must be
* representable in JSON: no cycles, and only finite numbers.
*/
const canonicalJson = (value, indent = 0) => JSON.stringify(sorted(value), void 0, indent);
/** SHA-256 of bytes, or of the text's UTF-8 bytes, as `sha256:` and 64 hexadecimal digits. */
const sha256 = (content) => `sha256:${hash("sha256", content)}`;
/**
* SHA-256 of a file's bytes after replacing every CRLF with LF, so that the hash does not depend on the checkout's line
* endings. A file with NUL bytes is not text and is hashed unchanged.
*/
function sha256OfLines(bytes) {
	const isText = !bytes.includes(0) && bytes.includes(CARRIAGE_RETURN);
	return sha256(isText ? Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n"), "latin1") : bytes);
}
/** SHA-256 of the concatenated texts, which together may exceed the maximum length of a string. */
function sha256OfParts(parts) {
	const sum = createHash("sha256");
	for (const part of parts) sum.update(part);
	return `sha256:${sum.digest("hex")}`;
}
/** SHA-256 of a value's canonical JSON. */
const contentHash = (value) => sha256(canonicalJson(value));

// src/files/regular-file.ts
/** Default maximum file size in bytes: large enough for a configuration, a lock or a result. */
const LARGEST_TEXT_BYTES = 1e8;
/** Chunk size: large enough to hold many lines, but small enough to need little memory. */
const CHUNK_BYTES = 2 ** 20;
/** Smallest chunk size. Files in /proc report a size of 0. */
const LEAST_CHUNK_BYTES = 4096;
/**
* The kind of a file that may never end or can be read only once. Undefined for all other files: if they cannot be
* read, the read itself reports an error.
*/
function kindOf(found) {
	if (found.isFIFO()) return "a named pipe";
	if (found.isSocket()) return "a socket";
	if (found.isCharacterDevice() || found.isBlockDevice()) return "a device";
}
function refuseSpecial(found, path) {
	const kind = kindOf(found);
	if (kind === void 0) return;
	throw new ConfigError({
		what: `this is ${kind}, expected a file`,
		where: path,
		fix: "Save its content to a file, and pass the path of that file."
	});
}
/**
* Opens a file without waiting for a pipe's writer. Checks the kind of file before opening it, because opening a device
* can have side effects, and again afterwards, because the path may have changed.
*/
async function openRegularFile(path) {
	refuseSpecial(await stat(path), path);
	const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
	try {
		const found = await handle.stat();
		refuseSpecial(found, path);
		return {
			handle,
			size: found.size
		};
	} catch (error) {
		await handle.close();
		throw error;
	}
}
/**
* Reads a file's bytes in chunks.
*
* @throws {ConfigError} for a device, a pipe or a socket. If the file cannot be read, throws the same error as
* `fs.createReadStream`.
*/
async function* streamRegularFile(path) {
	const { handle, size } = await openRegularFile(path);
	const highWaterMark = Math.min(CHUNK_BYTES, Math.max(size + 1, LEAST_CHUNK_BYTES));
	yield* handle.createReadStream({ highWaterMark });
}
/**
* Reads all bytes of a file.
*
* @throws {ConfigError} in the same cases as `streamRegularFile`, and if the file is larger than `mostBytes`. If the
* file cannot be read, throws the same error as `fs.promises.readFile`.
*/
async function readRegularFile(path, mostBytes = LARGEST_TEXT_BYTES) {
	const { handle, size } = await openRegularFile(path);
	try {
		if (size > mostBytes) throw tooLarge(path, mostBytes);
		let whole = Buffer.allocUnsafe(size + 1);
		let bytes = 0;
		for (;;) {
			const { bytesRead } = await handle.read(whole, bytes, whole.length - bytes, null);
			if (bytesRead === 0) return whole.subarray(0, bytes);
			bytes += bytesRead;
			if (bytes > mostBytes) throw tooLarge(path, mostBytes);
			if (bytes === whole.length) whole = Buffer.concat([whole], whole.length + CHUNK_BYTES);
		}
	} finally {
		await handle.close();
	}
}
function tooLarge(path, mostBytes) {
	return new ConfigError({
		what: `this file is larger than the limit of ${mostBytes} bytes`,
		where: path,
		fix: "Check that this is the right file."
	});
}

export { sha256 as a, contentHash as i, streamRegularFile as n, sha256OfLines as o, canonicalJson as r, sha256OfParts as s, readRegularFile as t };