import { r as __name } from "./rolldown-runtime.js";
import { n as streamRegularFile, t as readRegularFile } from "./regular-file.js";
import { a as unreadableFile } from "./json-lines.js";
import { join } from "node:path";
import { readdir, stat } from "node:fs/promises";

// src/cli/files.ts
/** Access to this machine's files. */
const localFiles = {
	readFile: readRegularFile,
	readIfThere: async (path) => {
		try {
			return await readRegularFile(path);
		} catch (error) {
			if (error instanceof Error && "code" in error && error.code === "ENOENT") return void 0;
			throw unreadableFile(path, error, "Make the file readable, or remove it.");
		}
	},
	open: streamRegularFile,
	filesUnder: async (path) => {
		if (!(await stat(path)).isDirectory()) return [path];
		return (await readdir(path, {
			recursive: true,
			withFileTypes: true
		})).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).toSorted();
	}
};

export { localFiles as t };