import { r as __name } from "./rolldown-runtime.js";
import { stat } from "node:fs/promises";

// src/cli/reading-stage.ts
/**
* Matches files in a folder that will probably be read. Others do not count, because a folder of logs may contain
* anything.
*/
const LOGS = /\.(?:jsonl|json|eval)$/u;
/**
* Counts the bytes of large files as they are read: files that are streamed, and logs. A file counts toward the total once
* it is opened or listed.
*/
function withReadingStage(files, onStage) {
	const sizes = /* @__PURE__ */ new Map();
	let [done, total] = [0, 0];
	const expect = async (path) => {
		if (sizes.has(path)) return;
		sizes.set(path, 0);
		const size = await stat(path).then((found) => found.size, () => 0);
		sizes.set(path, size);
		total += size;
	};
	const saw = (bytes) => {
		done += bytes;
		onStage({
			stage: "reading",
			done,
			total: Math.max(done, total)
		});
	};
	return {
		...files,
		filesUnder: async (path) => {
			const found = await files.filesUnder(path);
			await Promise.all(found.filter((each) => LOGS.test(each)).map(expect));
			return found;
		},
		readFile: async (path, mostBytes) => {
			const bytes = await files.readFile(path, mostBytes);
			if (sizes.has(path)) saw(bytes.length);
			return bytes;
		},
		open: async function* opened(path) {
			await expect(path);
			for await (const chunk of files.open(path)) {
				saw(chunk.length);
				yield chunk;
			}
		}
	};
}

export { withReadingStage as t };