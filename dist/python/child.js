import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { deflateRawSync, inflateRawSync } from "node:zlib";

// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __name = (target, value) => __defProp(target, "name", {
	value,
	configurable: true
});

// src/grading/python/host-files.ts
/** Longer output is dropped. */
const MAX_OUTPUT = 1e6;
/** Errors of the system calls, by the numbers that the interpreter was built with. */
const EBADF = 8;
const EINVAL = 28;
const DIRECTORY = 16749;
const FILE = 33060;
const STREAM = 8630;
/** Flags of `open` that ask for more than reading. */
const FOR_WRITING = 1603;
/** Where the interpreter looks for its library. */
const LIBRARY_PATH = "/lib/python314.zip";
const FOLDERS = /* @__PURE__ */ new Set(["/", "/lib"]);
const STAT_BYTES = 96;
/** One file that can be read, the interpreter's library, and the three standard streams. */
var HostFiles = class {
	#memory;
	#library;
	#open = /* @__PURE__ */ new Map();
	#input = /* @__PURE__ */ new Uint8Array();
	#inputAt = 0;
	#output = [];
	#outputSize = 0;
	constructor(memory, library) {
		this.#memory = memory;
		this.#library = library;
	}
	/** Closes what is open, forgets what was written, and gives another standard input. */
	reset(input = /* @__PURE__ */ new Uint8Array()) {
		this.#open.clear();
		this.#input = input;
		this.#inputAt = 0;
		this.#output = [];
		this.#outputSize = 0;
	}
	/** What was written to standard output and error, up to {@link MAX_OUTPUT} bytes. */
	outputText() {
		return new TextDecoder().decode(Buffer.concat(this.#output));
	}
	/** The functions that the interpreter imports of these. */
	functions() {
		const stat = (name, buffer) => this.#stat(this.#memory.text(name), buffer);
		return {
			__syscall_openat: (_folder, name, flags) => this.#openFile(name, flags),
			__syscall_stat64: stat,
			__syscall_lstat64: stat,
			__syscall_newfstatat: (_folder, name, buffer) => stat(name, buffer),
			__syscall_fstat64: (descriptor, buffer) => {
				if (isStream(descriptor)) return this.#writeStat(buffer, STREAM, 0);
				return this.#open.has(descriptor) ? this.#writeStat(buffer, FILE, this.#library.length) : -8;
			},
			__syscall_getcwd: (buffer, size) => {
				if (size < 2) return -28;
				this.#memory.bytes(buffer, 2).set([47, 0]);
				return 2;
			},
			__syscall_readlinkat: () => -28,
			__syscall_fcntl64: (descriptor, command) => {
				if (!isStream(descriptor) && !this.#open.has(descriptor)) return -8;
				return command === 1 || command === 3 ? 0 : -28;
			},
			fd_close: (descriptor) => this.#open.delete(descriptor) ? 0 : EBADF,
			fd_read: (descriptor, list, count, result) => this.#readStream(descriptor, this.#memory.buffers(list, count), result),
			fd_pread: (descriptor, list, count, offset, result) => {
				if (!this.#open.has(descriptor)) return EBADF;
				const read = copy(this.#library, Number(offset), this.#memory.buffers(list, count));
				this.#memory.setNumber(result, read);
				return 0;
			},
			fd_seek: (descriptor, offset, whence, result) => this.#seek(descriptor, Number(offset), whence, result),
			fd_write: (descriptor, list, count, result) => this.#write(descriptor, this.#memory.buffers(list, count), result),
			fd_fdstat_get: (descriptor, result) => {
				if (!isStream(descriptor) && !this.#open.has(descriptor)) return EBADF;
				const written = this.#memory.bytes(result, 24).fill(0);
				written[0] = isStream(descriptor) ? 2 : 4;
				return 0;
			}
		};
	}
	#openFile(name, flags) {
		if (this.#memory.text(name) !== LIBRARY_PATH) return flags & FOR_WRITING ? -69 : -44;
		if (flags & FOR_WRITING) return -69;
		let descriptor = 3;
		while (this.#open.has(descriptor)) descriptor += 1;
		this.#open.set(descriptor, { at: 0 });
		return descriptor;
	}
	#stat(path, buffer) {
		if (path === LIBRARY_PATH) return this.#writeStat(buffer, FILE, this.#library.length);
		return FOLDERS.has(path) ? this.#writeStat(buffer, DIRECTORY, 0) : -44;
	}
	/** Mode, number of links, size, block size and inode; owners and times are 0. */
	#writeStat(buffer, mode, size) {
		const at = buffer >>> 0;
		this.#memory.bytes(at, STAT_BYTES).fill(0);
		this.#memory.setNumber(at, 1);
		this.#memory.setNumber(at + 4, mode);
		this.#memory.setNumber(at + 8, 1);
		this.#memory.setLong(at + 24, BigInt(size));
		this.#memory.setNumber(at + 32, 4096);
		this.#memory.setLong(at + 88, BigInt(mode));
		return 0;
	}
	#readStream(descriptor, buffers, result) {
		const open = this.#open.get(descriptor);
		if (descriptor !== 0 && open === void 0) return EBADF;
		const read = open === void 0 ? copy(this.#input, this.#inputAt, buffers) : copy(this.#library, open.at, buffers);
		if (open === void 0) this.#inputAt += read;
		else open.at += read;
		this.#memory.setNumber(result, read);
		return 0;
	}
	#seek(descriptor, offset, whence, result) {
		const open = this.#open.get(descriptor);
		if (open === void 0) return EBADF;
		const from = [
			0,
			open.at,
			this.#library.length
		][whence];
		if (from === void 0 || from + offset < 0) return EINVAL;
		open.at = from + offset;
		this.#memory.setLong(result, BigInt(open.at));
		return 0;
	}
	#write(descriptor, buffers, result) {
		if (descriptor !== 1 && descriptor !== 2) return EBADF;
		let written = 0;
		for (const buffer of buffers) {
			const part = buffer.slice(0, MAX_OUTPUT - this.#outputSize);
			this.#output.push(part);
			this.#outputSize += part.length;
			written += buffer.length;
		}
		this.#memory.setNumber(result, written);
		return 0;
	}
};
function isStream(descriptor) {
	return descriptor >= 0 && descriptor <= 2;
}
/** Fills buffers with bytes from a place on; how many there were. */
function copy(bytes, from, buffers) {
	let copied = 0;
	for (const buffer of buffers) {
		const part = bytes.subarray(from + copied, from + copied + buffer.length);
		buffer.set(part);
		copied += part.length;
	}
	return copied;
}

// src/grading/python/host-memory.ts
/** The memory of the interpreter that is attached, as its host reads and writes it. Addresses are unsigned once read. */
var HostMemory = class {
	#memory;
	attach(memory) {
		this.#memory = memory;
	}
	/** Makes room for this many bytes; whether it could. */
	grow(bytes) {
		const memory = this.#attached;
		const pages = Math.ceil((bytes >>> 0) / 65536) - memory.buffer.byteLength / 65536;
		try {
			memory.grow(Math.max(0, pages));
			return true;
		} catch {
			return false;
		}
	}
	get view() {
		return new DataView(this.#attached.buffer);
	}
	bytes(address, length) {
		return new Uint8Array(this.#attached.buffer, address >>> 0, length >>> 0);
	}
	/** A text that ends with a zero. */
	text(address) {
		const all = new Uint8Array(this.#attached.buffer);
		const start = address >>> 0;
		const end = all.indexOf(0, start);
		return new TextDecoder().decode(all.subarray(start, end === -1 ? start : end));
	}
	/** What a list of buffers, each an address and a length, points at. */
	buffers(address, count) {
		const { view } = this;
		return Array.from({ length: count >>> 0 }, (_, place) => {
			const at = (address >>> 0) + 8 * place;
			return this.bytes(view.getUint32(at, true), view.getUint32(at + 4, true));
		});
	}
	setNumber(address, value) {
		this.view.setUint32(address >>> 0, value, true);
	}
	setLong(address, value) {
		this.view.setBigInt64(address >>> 0, value, true);
	}
	get #attached() {
		if (this.#memory === void 0) throw new Error("the host is attached to no interpreter");
		return this.#memory;
	}
};

// src/grading/python/host-time.ts
/** When every run begins: the first moment of 2026, UTC, in nanoseconds. */
const BEGINNING = 1767225600000000000n;
/** How far the clock moves each time that it is asked, in nanoseconds: who sleeps or waits by it does not wait long. */
const TICK = 100000n;
const SEED = 2654435769;
/** A clock that moves only when it is asked, a calendar in UTC, and bytes that look random: the same in every run. */
var HostTime = class {
	#memory;
	#now = BEGINNING;
	#random = SEED;
	constructor(memory) {
		this.#memory = memory;
	}
	reset() {
		this.#now = BEGINNING;
		this.#random = SEED;
	}
	/** The functions that the interpreter imports of these. */
	functions() {
		const writeTime = (seconds, result) => this.#writeTime(Number(seconds), result);
		const readTime = (time) => this.#readTime(time);
		return {
			clock_res_get: (_clock, result) => {
				this.#memory.setLong(result, TICK);
				return 0;
			},
			clock_time_get: (_clock, _precision, result) => {
				this.#memory.setLong(result, this.#tick());
				return 0;
			},
			emscripten_date_now: () => Number(this.#tick() / 1000000n),
			emscripten_get_now: () => Number(this.#tick() / 1000n) / 1e3,
			_tzset_js: (zone, daylight, standard, summer) => {
				for (const number of [zone, daylight]) this.#memory.setNumber(number, 0);
				for (const name of [standard, summer]) this.#memory.bytes(name, 4).set([
					85,
					84,
					67,
					0
				]);
			},
			_gmtime_js: writeTime,
			_localtime_js: writeTime,
			_timegm_js: readTime,
			_mktime_js: readTime,
			random_get: (result, size) => {
				const bytes = this.#memory.bytes(result, size);
				for (let place = 0; place < bytes.length; place += 1) bytes[place] = this.#nextByte();
				return 0;
			}
		};
	}
	#tick() {
		this.#now += TICK;
		return this.#now;
	}
	/** The upper byte of a linear congruential generator. */
	#nextByte() {
		this.#random = Math.imul(this.#random, 1664525) + 1013904223 >>> 0;
		return this.#random >>> 24;
	}
	/** C's `struct tm`. */
	#writeTime(seconds, result) {
		const date = /* @__PURE__ */ new Date(seconds * 1e3);
		const year = date.getUTCFullYear();
		[
			date.getUTCSeconds(),
			date.getUTCMinutes(),
			date.getUTCHours(),
			date.getUTCDate(),
			date.getUTCMonth(),
			year - 1900,
			date.getUTCDay(),
			Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / 864e5),
			0,
			0
		].forEach((value, place) => this.#memory.setNumber((result >>> 0) + 4 * place, value));
	}
	/** Seconds since 1970; -1 where there is no such time. */
	#readTime(time) {
		const { view } = this.#memory;
		const part = (place) => view.getInt32((time >>> 0) + 4 * place, true);
		const found = Date.UTC(part(5) + 1900, part(4), part(3), part(2), part(1), part(0));
		return Number.isNaN(found) ? -1n : BigInt(found / 1e3);
	}
};

// src/grading/python/host.ts
/** Errors of the system calls, by the numbers that the interpreter was built with. */
const ENOSYS = 52;
const MOST_BYTES = 2 ** 32 - 65536;
const NOBODY = 65534;
/** The program asked to end, or for something that is not here. */
var Ended = class extends Error {
	name = "Ended";
};
/**
* The world of one interpreter: the functions that its WebAssembly module may call, and there is no other way out of it. It
* has one file, a clock of its own and the same "random" bytes in every run; of the bridge to JavaScript that the module was
* built with it has nothing. What is not here fails as on a machine that has no such thing.
*/
var Host = class {
	memory = new HostMemory();
	files;
	#time;
	#table;
	#called = /* @__PURE__ */ new Map();
	/** @param library the one file, the interpreter's standard library. */
	constructor(library) {
		this.files = new HostFiles(this.memory, library);
		this.#time = new HostTime(this.memory);
	}
	/** Names the instance that the functions serve from now on. */
	attach(memory, table) {
		this.memory.attach(memory);
		this.#table = table;
		this.#called.clear();
	}
	/** Begins anew: nothing is open, read or written, and it is the same moment again. */
	reset(input) {
		this.files.reset(input);
		this.#time.reset();
	}
	/** A function for every import of the module; those that are not known fail when they are called. */
	imports(module) {
		const known = {
			...this.files.functions(),
			...this.#time.functions(),
			...this.#functions()
		};
		const imports = {};
		for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
			const group = imports[from] ??= {};
			if (kind === "function") group[name] = Object.hasOwn(known, name) ? known[name] ?? absent(name) : absent(name);
			else if (kind === "global") group[name] = new WebAssembly.Global({
				value: "i32",
				mutable: true
			}, 0);
			else throw new Error(`the interpreter imports ${kind} ${from}.${name}`);
		}
		return imports;
	}
	#functions() {
		const end = (code) => {
			throw new Ended(`ended the process with exit code ${code}`);
		};
		return {
			proc_exit: end,
			exit: end,
			environ_sizes_get: (count, size) => {
				for (const result of [count, size]) this.memory.setNumber(result, 0);
				return 0;
			},
			environ_get: () => 0,
			emscripten_get_heap_max: () => MOST_BYTES,
			emscripten_resize_heap: (bytes) => this.memory.grow(bytes) ? 1 : 0,
			_emscripten_get_progname: (result, size) => {
				if (size > 0) this.memory.bytes(result, 1).fill(0);
			},
			__syscall_getuid32_js: () => NOBODY,
			__syscall_umask_js: () => 18,
			_Py_CheckEmscriptenSignals_Helper: () => 0,
			_Py_emscripten_runtime: () => 0,
			_PyEM_TrampolineCall_JS: (place, ...parameters) => this.#call(place, parameters),
			_try_fcntl64: () => 0,
			_try_shutdown: () => 0,
			_maybe_connect_async: () => null,
			_maybe_recvfrom_async: () => null,
			_maybe_sendto_async: () => null,
			_maybe_poll_async: () => null,
			__hiwire_deduplicate_new: () => null
		};
	}
	/** Calls a function of the interpreter's own with as many parameters as it takes, which WebAssembly by itself does not. */
	#call(place, parameters) {
		let called = this.#called.get(place);
		if (called === void 0) {
			called = this.#table?.get(place);
			if (typeof called !== "function") throw new Ended("called a function that is not there");
			this.#called.set(place, called);
		}
		return called(...parameters);
	}
};
function absent(name) {
	if (name.startsWith("__syscall_")) return () => -63;
	if (name.startsWith("fd_")) return () => ENOSYS;
	return () => {
		throw new Ended(`reached for ${name}, which is not here`);
	};
}

// src/grading/python/memory-limit.ts
/** A page of WebAssembly's memory, in bytes. */
const PAGE_BYTES = 65536;
const MEMORY_SECTION = 5;
/**
* The module with another largest size of its one memory. A module says in itself how much its memory may grow, and nothing
* outside can make it less.
*
* @throws Error where the module has not exactly one memory of its own that names its largest size
*/
function withMemoryLimit(module, pages) {
	let at = 8;
	while (at < module.length) {
		const kind = module[at];
		const size = readNumber(module, at + 1);
		const end = size.next + size.value;
		if (kind === MEMORY_SECTION) {
			const count = readNumber(module, size.next);
			const least = readNumber(module, count.next + 1);
			if (count.value !== 1 || module[count.next] !== 1) break;
			const content = [
				1,
				1,
				...numberBytes(least.value),
				...numberBytes(Math.max(pages, least.value))
			];
			const section = [
				MEMORY_SECTION,
				...numberBytes(content.length),
				...content
			];
			const limited = new Uint8Array(at + section.length + module.length - end);
			limited.set(module.subarray(0, at));
			limited.set(section, at);
			limited.set(module.subarray(end), at + section.length);
			return limited;
		}
		at = end;
	}
	throw new Error("the module has no memory that can be limited");
}
/** An unsigned LEB128 number. */
function readNumber(bytes, start) {
	let value = 0;
	let next = start;
	for (let shift = 1;; shift *= 128) {
		const byte = bytes[next] ?? 0;
		next += 1;
		value += (byte & 127) * shift;
		if (byte < 128) return {
			value,
			next
		};
	}
}
function numberBytes(value) {
	const bytes = [];
	for (let rest = value;; rest = Math.floor(rest / 128)) {
		if (rest < 128) return [...bytes, rest];
		bytes.push(rest % 128 + 128);
	}
}

// src/grading/python/interpreter.ts
/** What CPython's headers call `Py_file_input`: the text is a whole program. */
const FILE_INPUT = 257;
/** Flags of the interpreter: no `site`, nothing of the environment or the user, nothing written. */
const FLAGS = [
	"Py_NoSiteFlag",
	"Py_IsolatedFlag",
	"Py_IgnoreEnvironmentFlag",
	"Py_NoUserSiteDirectory",
	"Py_DontWriteBytecodeFlag"
];
/** Where `reading.py` lives, apart from the module that programs run in. */
const READING = "_reading";
const MAIN = "__main__";
/** Stands for numpy in tests that import it. */
const NUMPY = "_numpy_for_tests";
const IMPORTS_NUMPY = /^[ \t]*(?:import|from)[ \t]+numpy\b/mu;
const WITH_NUMPY = `__import__('sys').modules.setdefault('numpy', __import__('${NUMPY}'))\n`;
/** Imported before any program runs, since importing is slow and most programs need some of them. */
const PRELOADED = "bisect, calendar, cmath, collections, contextlib, copy, dataclasses, datetime, decimal, enum, fractions, functools, hashlib, heapq, itertools, json, math, numbers, operator, queue, random, re, statistics, string, textwrap, threading, time, traceback, typing";
/** Functions by which a program could make the frames of its tests skip lines. */
const UNTRACEABLE = `import sys
for name in ('settrace', 'setprofile', '_settraceallthreads', '_setprofileallthreads', 'monitoring'):
    if hasattr(sys, name): delattr(sys, name)`;
/** Modules that reach past Python: into memory, or to a web page. No program is found to need them. */
const WITHOUT = /^_(?:ctypes|pyodide|test|xx|interp)|^xx/u;
/** Where `tp_name` stands in a type, and how long a type's name may be before it is cut. */
const TYPE_NAME_OFFSET = 12;
const MAX_TYPE_NAME = 60;
/**
* CPython as WebAssembly. Every run begins with the same image of its memory, so that no program finds what another one
* left, and the same program always does the same. Whether a program ran to its end is what C returns, which nothing that
* runs in Python can write.
*/
var Interpreter = class {
	#module;
	#host;
	#image;
	#exports;
	/**
	* @param module CPython as Pyodide builds it, its memory limited.
	* @param library the standard library, as a zip file.
	* @param image of an interpreter that was started from the same module and library; else it is started here.
	*/
	constructor({ module, library, sources, image }) {
		this.#module = module;
		this.#host = new Host(library);
		this.#exports = this.#instantiate();
		this.#image = image ?? this.#start(sources);
	}
	get image() {
		return this.#image;
	}
	/** Runs a trusted function on bytes and gives what it writes; undefined where it fails, which odd bytes may bring about. */
	ask(statement, input) {
		this.#restore(input);
		try {
			return this.#execute(statement, READING) ? this.#host.files.outputText() : void 0;
		} catch {
			return;
		}
	}
	/** Runs a program, then its tests in the same module, with the builtins as they were before it. */
	run(program, tests) {
		this.#restore();
		for (const during of ["program", "tests"]) try {
			if (during === "tests") this.#restoreBuiltins();
			const text = during === "tests" && IMPORTS_NUMPY.test(tests) ? `${WITH_NUMPY}${tests}` : tests;
			if (!this.#execute(during === "program" ? program : text, MAIN)) return {
				end: "failed",
				during,
				reason: `raised ${this.#exceptionName()}`
			};
		} catch (error) {
			return {
				end: "failed",
				during,
				reason: reasonOf(error)
			};
		}
		return { end: "returned" };
	}
	/** A new instance, whose memory is as the module has it. */
	#instantiate() {
		const { exports } = new WebAssembly.Instance(this.#module, this.#host.imports(this.#module));
		const known = exports;
		this.#host.attach(known.memory, known.__indirect_function_table);
		known.emscripten_stack_init();
		return known;
	}
	#start({ reading, numpyForTests }) {
		const e = this.#exports;
		e.__wasm_call_ctors();
		for (const flag of FLAGS) this.#view.setInt32(e[flag].value, 1, true);
		this.#hideModules();
		e.Py_InitializeEx(0);
		if (!([
			`import ${PRELOADED}`,
			reading,
			UNTRACEABLE
		].every((text) => this.#execute(text, READING)) && this.#execute(numpyForTests, NUMPY))) throw new Error(`the interpreter does not start: ${this.#exceptionName()}: ${this.#host.files.outputText()}`);
		const globals = e.PyModule_GetDict(e.PyImport_AddModule(this.#write(MAIN)));
		const builtinsModule = e.PyImport_AddModule(this.#write("builtins"));
		const builtins = e.PyModule_GetDict(builtinsModule);
		const pristine = e.PyDict_Copy(builtins);
		const builtinsName = this.#write("__builtins__");
		return {
			memory: new Uint8Array(e.memory.buffer).slice(),
			stack: e.__stack_pointer.value,
			globals,
			builtins,
			builtinsModule,
			pristine,
			builtinsName
		};
	}
	/** Takes the names of modules that reach past Python out of the table of built-in ones. */
	#hideModules() {
		const view = this.#view;
		let entry = view.getUint32(this.#exports.PyImport_Inittab.value, true);
		for (let name = view.getUint32(entry, true); name !== 0; name = view.getUint32(entry, true)) {
			if (WITHOUT.test(this.#host.memory.text(name))) view.setUint8(name, 0);
			entry += 8;
		}
	}
	#restore(input) {
		const { memory, stack } = this.#image;
		if (this.#exports.memory.buffer.byteLength !== memory.length) {
			this.#exports = this.#instantiate();
			this.#exports.memory.grow((memory.length - this.#exports.memory.buffer.byteLength) / PAGE_BYTES);
		}
		new Uint8Array(this.#exports.memory.buffer).set(memory);
		this.#exports.__stack_pointer.value = stack;
		this.#host.reset(input);
	}
	#restoreBuiltins() {
		const { globals, builtins, builtinsModule, builtinsName, pristine } = this.#image;
		this.#exports.PyDict_Clear(builtins);
		this.#exports.PyDict_Update(builtins, pristine);
		this.#exports.PyDict_SetItemString(globals, builtinsName, builtinsModule);
	}
	/** Whether the statements of a text ran to their end, in a module. @throws what ends the interpreter */
	#execute(text, module) {
		const e = this.#exports;
		const globals = e.PyModule_GetDict(e.PyImport_AddModule(this.#write(module)));
		return e.PyRun_StringFlags(this.#write(text), FILE_INPUT, globals, globals, 0) !== 0;
	}
	/** The name of the exception that was raised, without running anything of it. */
	#exceptionName() {
		const type = this.#exports.PyErr_Occurred();
		if (type === 0) return "an exception";
		const plain = this.#host.memory.text(this.#view.getUint32((type >>> 0) + TYPE_NAME_OFFSET, true)).slice(0, 1e3).replaceAll(/[^\w.]/gu, "").slice(0, MAX_TYPE_NAME);
		return plain === "" ? "an exception" : plain;
	}
	get #view() {
		return new DataView(this.#exports.memory.buffer);
	}
	/** Writes a text where C finds it, ended by a zero. */
	#write(text) {
		const bytes = new TextEncoder().encode(`${text}\0`);
		const at = this.#exports.malloc(bytes.length) >>> 0;
		if (at === 0) throw new Ended("there is no memory left");
		new Uint8Array(this.#exports.memory.buffer).set(bytes, at);
		return at;
	}
};
function reasonOf(error) {
	if (error instanceof Ended) return error.message;
	if (error instanceof RangeError && /call stack/u.test(error.message)) return "recursed too deeply";
	return "crashed the interpreter";
}

// src/grading/python/ascii-line.ts
const BEYOND_ASCII = /[\u007f-\uffff]/g;
/**
* A value as one line of JSON in ASCII. Who reads lines may end them at U+2028 or U+0085 too, and may not read UTF-8: no text
* of a model may become two lines, or other text.
*/
function asciiLine(value) {
	return `${JSON.stringify(value).replaceAll(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

// src/grading/python/child.ts
const [module = "", library = "", reading = "", numpyForTests = ""] = process.argv.slice(2);
function begin({ memoryPages, image }) {
	return new Interpreter({
		module: new WebAssembly.Module(withMemoryLimit(readFileSync(module), memoryPages)),
		library: readFileSync(library),
		sources: {
			reading: readFileSync(reading, "utf8"),
			numpyForTests: readFileSync(numpyForTests, "utf8")
		},
		image: image && unpacked(image)
	});
}
function packed(image) {
	return {
		...image,
		memory: deflateRawSync(image.memory, { level: 1 }).toString("base64")
	};
}
function unpacked(image) {
	return {
		...image,
		memory: inflateRawSync(Buffer.from(image.memory, "base64"))
	};
}
function answerTo(interpreter, { candidates, entry, tests }) {
	const read = interpreter.ask("main()", Buffer.from(JSON.stringify({
		candidates,
		entry
	})));
	const found = read === void 0 ? void 0 : readingOf(read);
	const program = found && candidates[found.place];
	if (found === void 0 || program === void 0) return { program: void 0 };
	return {
		program: found.place,
		key: found.key,
		run: interpreter.run(program, tests)
	};
}
/** What `reading.py` wrote, which ran nothing of the program. */
function readingOf(text) {
	const read = JSON.parse(text);
	if (typeof read !== "object" || read === null || !("place" in read)) return void 0;
	if (typeof read.place !== "number") return void 0;
	return {
		place: read.place,
		key: "key" in read && typeof read.key === "string" ? read.key : void 0
	};
}
function say(message) {
	process.stdout.write(asciiLine(message));
}
let interpreter;
for await (const line of createInterface({ input: process.stdin })) if (interpreter === void 0) {
	const how = JSON.parse(line);
	interpreter = begin(how);
	say({ image: how.image === void 0 ? packed(interpreter.image) : void 0 });
} else say(answerTo(interpreter, JSON.parse(line)));

export {  };