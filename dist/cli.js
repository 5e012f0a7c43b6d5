#!/usr/bin/env node
import module from "node:module";
import { fileURLToPath } from "node:url";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { homedir } from "node:os";

// src/cli.ts
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || major === 22 && minor < 3) {
	const script = fileURLToPath(import.meta.url);
	const installed = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));
	process.stderr.write(`error: reversal-check needs Node.js 22.3 or newer, but ${process.execPath} is version ${process.versions.node}.\n  ${existsSync(installed) ? `Use the Node.js that npm ci installed: ${[
		installed,
		script,
		...process.argv.slice(2)
	].join(" ")}` : "Install a newer Node.js from https://nodejs.org, then run the command again."}\n`);
	process.exitCode = 2;
} else {
	module.enableCompileCache(join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "reversal-check"));
	const { runProgram } = await import("./chunks/program.js");
	await runProgram();
}

export {  };