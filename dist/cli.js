#!/usr/bin/env node
import module from "node:module";
import { join } from "node:path";
import { homedir } from "node:os";

// src/cli.ts
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || major === 22 && minor < 3) {
	process.stderr.write(`error: reversal-check needs Node 22.3 or newer, and ${process.execPath} is ${process.versions.node}.\n`);
	process.exitCode = 2;
} else {
	module.enableCompileCache(join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "reversal-check"));
	const { runProgram } = await import("./chunks/program.js");
	await runProgram();
}

export {  };