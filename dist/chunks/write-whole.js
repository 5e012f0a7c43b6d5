import { r as __name } from "./rolldown-runtime.js";
import { rename, rm, writeFile } from "node:fs/promises";

// src/files/write-whole.ts
/** Characters per write. Each write takes one turn of the event loop. */
const CHUNK_CHARACTERS = 2 ** 20;
/**
* Writes a file atomically: even if the process is killed midway, the file is either complete or unchanged. The folder
* must exist.
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