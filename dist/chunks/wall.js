import { r as __name } from "./rolldown-runtime.js";
import { t as ConfigError } from "./errors.js";
import { promisify } from "node:util";
import { delimiter, dirname, join } from "node:path";
import { access, constants } from "node:fs/promises";
import { execFile } from "node:child_process";

// src/grading/python/wall.ts
/** Folders with the libraries that a program needs to start. */
const SYSTEM = [
	"/usr",
	"/lib",
	"/lib64",
	"/bin",
	"/etc/ld.so.cache",
	"/nix/store"
];
const TRIAL_MS = 1e4;
/**
* Returns the strongest wall that an ordinary user can set up on this machine; undefined if no wall can be set up. Each
* tool is tried, because many machines have a tool but forbid its use.
*
* @param only bubblewrap also hides files, which is required for programs that can read files
* @param path the variable `PATH`, used to look for the tools
*/
async function outerWall(path, only = "any") {
	const walls = [{
		tool: "bwrap",
		wall: bubblewrap
	}, ...only === "any" ? [{
		tool: "unshare",
		wall: unshare
	}] : []];
	for (const { tool, wall } of walls) {
		const found = await findTool(tool, path);
		if (found === void 0) continue;
		const built = wall(found);
		const [file, ...rest] = built.around([process.execPath, "--version"], [dirname(process.execPath)]);
		if (await promisify(execFile)(file, rest, {
			env: {},
			timeout: TRIAL_MS
		}).then(() => true, () => false)) return built;
	}
}
/** Returns the error for programs that would run natively without bubblewrap. */
function withoutBubblewrap() {
	return new ConfigError({
		what: "cannot run the model's programs with the Python of this machine, because bubblewrap (bwrap) is not installed or not allowed",
		where: "grader code, sandbox: native",
		fix: "Install bubblewrap and allow user namespaces, or write { type: code } to use the WebAssembly interpreter."
	});
}
/** Returns the error for programs that would run without a wall although the user has not accepted that. */
function withoutWall() {
	return new ConfigError({
		what: "cannot isolate the model's programs, because this machine allows no namespaces (neither bwrap nor unshare works)",
		where: "grader code",
		fix: "Install bubblewrap and allow user namespaces. Or write { type: code, sandbox: wasm } to rely only on WebAssembly and Node's permission model."
	});
}
async function findTool(tool, path = "") {
	for (const folder of path.split(delimiter)) {
		if (!folder.startsWith("/")) continue;
		const file = join(folder, tool);
		if (await access(file, constants.X_OK).then(() => true, () => false)) return file;
	}
}
function bubblewrap(tool) {
	return {
		name: "bubblewrap",
		around: (command, readable) => [
			tool,
			"--unshare-all",
			"--die-with-parent",
			"--new-session",
			"--clearenv",
			"--cap-drop",
			"ALL",
			...SYSTEM.flatMap((folder) => [
				"--ro-bind-try",
				folder,
				folder
			]),
			"--dev",
			"/dev",
			"--tmpfs",
			"/tmp",
			...[process.execPath, ...readable].flatMap((path) => [
				"--ro-bind",
				path,
				path
			]),
			"--chdir",
			"/",
			"--",
			...command
		]
	};
}
function unshare(tool) {
	return {
		name: "unshare",
		around: (command) => [
			tool,
			"--user",
			"--net",
			"--ipc",
			"--uts",
			"--pid",
			"--fork",
			"--kill-child=SIGKILL",
			"--",
			tool,
			"--fork",
			"--kill-child=SIGKILL",
			"--",
			...command
		]
	};
}

export { outerWall, withoutBubblewrap, withoutWall };