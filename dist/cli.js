#!/usr/bin/env node
import module from "node:module";
import { join } from "node:path";
import { homedir } from "node:os";

// src/cli.ts
module.enableCompileCache(join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "reversal-check"));
const { runProgram } = await import("./chunks/program.js");
await runProgram();

export {  };