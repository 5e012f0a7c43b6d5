#!/usr/bin/env node
import module from "node:module";
import { join } from "node:path";
import { homedir } from "node:os";

// src/cli.ts
const OLDEST_NODE = 22;
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
	process.stderr.write(`error: reversal-check needs Node ${OLDEST_NODE} or newer, and ${process.execPath} is ${process.versions.node}.\n`);
	process.exitCode = 2;
} else {
	module.enableCompileCache(join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "reversal-check"));
	const { runProgram } = await import("./chunks/program.js");
	await runProgram();
}

export {  };