import { r as __name } from "./rolldown-runtime.js";
import { rename, rm, writeFile } from "node:fs/promises";

// src/files/write-whole.ts
/** Characters that are written at one time: each write is a turn of the event loop. */
const CHUNK_CHARACTERS = 2 ** 20;
/**
* Writes a file in one step: it is there whole, or as it was before, also when the process is killed half-way. Its folder must
* be there.
*/
async function writeWhole(path, content) {
	const beside = `${path}.${process.pid}.tmp`;
	try {
		await writeFile(beside, typeof content === "string" ? content : chunks(content));
		await rename(beside, path);
	} finally {
		await rm(beside, { force: true });
	}
}
function* chunks(pieces) {
	let chunk = "";
	for (const piece of pieces) {
		chunk += piece;
		if (chunk.length < CHUNK_CHARACTERS) continue;
		yield chunk;
		chunk = "";
	}
	yield chunk;
}

export { writeWhole as t };