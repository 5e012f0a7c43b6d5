import { readFileSync } from "node:fs";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import { join } from "node:path";

// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __name = (target, value) => __defProp(target, "name", {
	value,
	configurable: true
});

// src/grading/python/ascii-line.ts
const BEYOND_ASCII = /[\u007f-\uffff]/g;
/**
* Formats a value as one line of ASCII JSON. Some readers also end lines at U+2028 or U+0085, or do not read UTF-8. ASCII
* ensures that a model's text cannot become two lines or be misread.
*/
function asciiLine(value) {
	return `${JSON.stringify(value).replaceAll(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

// src/grading/python/host/host-files.ts
/** The descriptor on which the Python code sends requests out of its interpreter. */
const CHANNEL = 100;
/** Maximum number of buffers per read or write. No library uses more. */
const MAX_BUFFERS = 1024;
/** Errno values, as defined in the interpreter's build. */
const EBADF = 8;
const EINVAL = 28;
const DIRECTORY = 16749;
const FILE = 33060;
const STREAM = 8630;
/** Flags of `open` that request more than read access. */
const FOR_WRITING = 1603;
/** The path at which the interpreter looks for its library. */
const LIBRARY_PATH = "/lib/python314.zip";
const FOLDERS = /* @__PURE__ */ new Set(["/", "/lib"]);
const STAT_BYTES = 96;
/**
* The interpreter's files: one readable file (its library) and the three standard streams. Standard input is empty, and
* output is discarded, so that output of any size takes no memory. If there is a channel, a write to it is a request, and
* the next read from it returns the answer.
*/
var HostFiles = class {
	#memory;
	#library;
	#open = /* @__PURE__ */ new Map();
	#channel;
	#answer = /* @__PURE__ */ new Uint8Array();
	#answerAt = 0;
	constructor(memory, library, channel) {
		this.#memory = memory;
		this.#library = library;
		this.#channel = channel;
	}
	/** Closes all open files. */
	reset() {
		this.#open.clear();
		this.#answer = /* @__PURE__ */ new Uint8Array();
		this.#answerAt = 0;
	}
	/** The file functions that the interpreter imports. */
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
			fd_read: (descriptor, list, count, result) => withinLimit(count) ?? this.#read(descriptor, this.#memory.buffers(list, count), result),
			fd_pread: (descriptor, list, count, offset, result) => {
				if (!this.#open.has(descriptor)) return EBADF;
				const limit = withinLimit(count);
				if (limit !== void 0) return limit;
				const read = copy(this.#library, Number(offset), this.#memory.buffers(list, count));
				this.#memory.setNumber(result, read);
				return 0;
			},
			fd_seek: (descriptor, offset, whence, result) => this.#seek(descriptor, Number(offset), whence, result),
			fd_write: (descriptor, list, count, result) => withinLimit(count) ?? this.#write(descriptor, this.#memory.buffers(list, count), result),
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
	/** Writes a file's mode, number of links, size, block size and inode. Owners and times are 0. */
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
	#read(descriptor, buffers, result) {
		const open = this.#open.get(descriptor);
		let read = 0;
		if (open !== void 0) {
			read = copy(this.#library, open.at, buffers);
			open.at += read;
		} else if (descriptor === CHANNEL && this.#channel !== void 0) {
			read = copy(this.#answer, this.#answerAt, buffers);
			this.#answerAt += read;
		} else if (descriptor !== 0) return EBADF;
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
		const isRequest = descriptor === CHANNEL && this.#channel !== void 0;
		if (descriptor !== 1 && descriptor !== 2 && !isRequest) return EBADF;
		const written = buffers.reduce((sum, { length }) => sum + length, 0);
		if (isRequest && this.#channel !== void 0) {
			this.#answer = this.#channel(Buffer.concat(buffers));
			this.#answerAt = 0;
		}
		this.#memory.setNumber(result, written);
		return 0;
	}
};
function withinLimit(count) {
	return count >>> 0 > MAX_BUFFERS ? EINVAL : void 0;
}
function isStream(descriptor) {
	return descriptor >= 0 && descriptor <= 2;
}
/** Fills buffers with bytes, starting at an offset. Returns the number of bytes copied. */
function copy(bytes, from, buffers) {
	let copied = 0;
	for (const buffer of buffers) {
		const part = bytes.subarray(from + copied, from + copied + buffer.length);
		buffer.set(part);
		copied += part.length;
	}
	return copied;
}

// src/grading/python/host/host-memory.ts
/** Maximum length of a string in bytes. Longer strings are cut off; real paths and names are shorter. */
const MAX_TEXT = 8192;
/**
* Lets the host read and write the attached interpreter's memory. Addresses may be passed as signed numbers, as
* WebAssembly does.
*/
var HostMemory = class {
	#memory;
	attach(memory) {
		this.#memory = memory;
	}
	/** Grows the memory by this many bytes. Returns whether it succeeded. */
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
	/** A zero-terminated text, or its first {@link MAX_TEXT} bytes. */
	text(address) {
		const start = address >>> 0;
		const text = new Uint8Array(this.#attached.buffer).subarray(start, start + MAX_TEXT);
		const end = text.indexOf(0);
		return new TextDecoder().decode(end === -1 ? text : text.subarray(0, end));
	}
	/** The memory described by a list of buffers, each an address and a length. */
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
		if (this.#memory === void 0) throw new Error("the host is not attached to an interpreter");
		return this.#memory;
	}
};

// src/grading/python/host/host-time.ts
/** The time at which every run begins, in nanoseconds: the first moment of 2026, UTC. */
const BEGINNING = 1767225600000000000n;
/**
* How far the clock advances on each reading, in nanoseconds. Because of these steps, a program that polls the clock in
* order to wait does not wait long.
*/
const TICK = 100000n;
const SEED = 2654435769;
/** Length of a digest in bytes. */
const DIGEST_BYTES = 32;
/** A clock that advances only when it is read, a calendar in UTC, and pseudo-random bytes: the same in every run. */
var HostTime = class {
	#memory;
	#now = BEGINNING;
	#random = SEED;
	/** The secret without which the random bytes cannot be predicted; undefined if the bytes may be predictable. */
	#secret;
	#drawn = 0;
	constructor(memory) {
		this.#memory = memory;
	}
	/** @param secret seeds the random bytes; if absent, they are the same in every run. */
	reset(secret) {
		this.#now = BEGINNING;
		this.#random = SEED;
		this.#secret = secret;
		this.#drawn = 0;
	}
	/** The time and random functions that the interpreter imports. */
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
				if (this.#secret === void 0) for (let place = 0; place < bytes.length; place += 1) bytes[place] = this.#nextByte();
				else for (let place = 0; place < bytes.length; place += DIGEST_BYTES) {
					this.#drawn += 1;
					const digest = createHash("sha256").update(`${this.#drawn} ${this.#secret}`).digest();
					bytes.set(digest.subarray(0, bytes.length - place), place);
				}
				return 0;
			}
		};
	}
	#tick() {
		this.#now += TICK;
		return this.#now;
	}
	/** The upper byte of a linear congruential generator's next value. */
	#nextByte() {
		this.#random = Math.imul(this.#random, 1664525) + 1013904223 >>> 0;
		return this.#random >>> 24;
	}
	/** Writes a time as C's `struct tm`. */
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
	/** Reads C's `struct tm` as seconds since 1970; -1 if the date does not exist. */
	#readTime(time) {
		const { view } = this.#memory;
		const part = (place) => view.getInt32((time >>> 0) + 4 * place, true);
		const found = Date.UTC(part(5) + 1900, part(4), part(3), part(2), part(1), part(0));
		return Number.isNaN(found) ? -1n : BigInt(found / 1e3);
	}
};

// src/grading/python/host/host.ts
/** Errno values, as defined in the interpreter's build. */
const ENOSYS = 52;
const MOST_BYTES = 2 ** 32 - 65536;
const NOBODY = 65534;
/** Thrown if the program exits or calls a function that does not exist here. */
var Ended = class extends Error {
	name = "Ended";
};
/**
* An interpreter's environment: the functions that its WebAssembly module may call, which are its only access to the
* outside. The environment provides one file, a clock, and "random" bytes that are the same in every run. The environment
* omits the bridge to JavaScript that the module was built with. Every other function fails as it would on a machine that
* does not support it.
*/
var Host = class {
	memory = new HostMemory();
	files;
	#time;
	#table;
	#called = /* @__PURE__ */ new Map();
	/** @param library the single file, which is the interpreter's standard library */
	constructor(library, channel) {
		this.files = new HostFiles(this.memory, library, channel);
		this.#time = new HostTime(this.memory);
	}
	/** Sets the instance that the functions serve from now on. */
	attach(memory, table) {
		this.memory.attach(memory);
		this.#table = table;
		this.#called.clear();
	}
	/** Resets the state: closes files and sets the clock back. */
	reset(secret) {
		this.files.reset();
		this.#time.reset(secret);
	}
	/** Creates a function for every import of the module. Unknown imports fail when they are called. */
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
	/**
	* Calls one of the interpreter's functions. JavaScript adapts the number of parameters to the function's, whereas a
	* call within WebAssembly would fail if the numbers differed.
	*/
	#call(place, parameters) {
		let called = this.#called.get(place);
		if (called === void 0) {
			called = this.#table?.get(place);
			if (typeof called !== "function") throw new Ended("called a missing function");
			this.#called.set(place, called);
		}
		return called(...parameters);
	}
};
function absent(name) {
	if (name.startsWith("__syscall_")) return () => -63;
	if (name.startsWith("fd_")) return () => ENOSYS;
	return () => {
		throw new Ended(`called the unavailable function ${name}`);
	};
}

// src/grading/python/host/exports.ts
/** The interpreter's flags: do not import `site`, ignore the environment and the user's folders, and write nothing. */
const FLAGS = [
	"Py_NoSiteFlag",
	"Py_IsolatedFlag",
	"Py_IgnoreEnvironmentFlag",
	"Py_NoUserSiteDirectory",
	"Py_DontWriteBytecodeFlag"
];

// src/grading/python/host/memory-image.ts
/** Number of bytes that are compared at a time. */
const CHUNK = 16384;
const ZEROS = Buffer.alloc(CHUNK);
/**
* Resets a memory to an earlier state. Most of the memory is usually unchanged, and more than half of it is zeros.
* Comparing before writing takes half as long as writing everything (30 MiB, for every program), because half as much
* data is moved.
*/
var MemoryImage = class {
	#bytes;
	#isZero;
	/** @param bytes the image, which must be a whole number of pages */
	constructor(bytes) {
		this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
		this.#isZero = Array.from({ length: bytes.length / CHUNK }, (_, place) => this.#bytes.subarray(place * CHUNK, (place + 1) * CHUNK).equals(ZEROS));
	}
	/** @param memory the memory to reset, which must have the same length as the image */
	restore(memory) {
		const now = Buffer.from(memory);
		for (const [place, isZero] of this.#isZero.entries()) {
			const start = place * CHUNK;
			const end = start + CHUNK;
			if (isZero) {
				if (now.compare(ZEROS, 0, CHUNK, start, end) !== 0) now.fill(0, start, end);
			} else if (now.compare(this.#bytes, start, end, start, end) !== 0) this.#bytes.copy(now, start, start, end);
		}
	}
};

// src/grading/python/host/memory-limit.ts
/** A page of WebAssembly memory, in bytes. */
const PAGE_BYTES = 65536;
const MEMORY_SECTION = 5;
/**
* Changes the maximum size of a module's memory. The module itself declares how much its memory may grow, and a host cannot set a
* lower limit from outside.
*
* @throws Error if the module does not have exactly one memory of its own with a declared maximum
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
/** Reads an unsigned LEB128 number. */
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

// src/grading/python/host/interpreter.ts
/** CPython's `Py_file_input`: the text is a complete program. */
const FILE_INPUT = 257;
/** Modules to import before any program runs, because importing is slow and most programs need some of them. */
const PRELOADED = "bisect, calendar, cmath, collections, contextlib, copy, dataclasses, datetime, decimal, enum, fractions, functools, hashlib, heapq, itertools, json, math, numbers, operator, queue, random, re, statistics, string, symtable, textwrap, threading, time, traceback, typing";
/**
* Matches the names of modules that give access to memory or to a web page, beyond what Python allows. No known program
* needs them.
*/
const WITHOUT = /^_(?:ctypes|pyodide|test|xx|interp)|^xx/u;
/** The offset of `tp_name` in a type. */
const TYPE_NAME_OFFSET = 12;
const MAX_TYPE_NAME = 60;
/** Maximum length of a function's answer. Longer answers are rejected. */
const MAX_ANSWER = 67108864;
const CALLED = [
	["begin", "_grading_testing"],
	["prepare", "_grading_testing"],
	["use", "_grading_testing"],
	["read", "_grading_testing"],
	["run", "_grading_testing"],
	["answer", "_grading_testing"],
	["serve", "_grading_solution"]
];
/**
* Thrown if a function in this project's Python code raises an exception. The message is the name of the exception's
* type.
*/
var Raised = class extends Error {
	name = "Raised";
};
/**
* CPython as WebAssembly. `restore` resets its memory to an image, so that no trace of earlier programs remains and the
* same program always behaves in the same way.
*/
var Interpreter = class {
	#module;
	#host;
	#image;
	#memory;
	#exports;
	/**
	* @param module CPython as built by Pyodide, with limited memory.
	* @param library the standard library, as a zip file.
	* @param image comes from an interpreter started with the same module, library and sources; if absent, the interpreter
	* starts here.
	* @param channel answers requests that the Python code sends to the outside.
	*/
	constructor({ module, library, begin, channel }) {
		this.#module = module;
		this.#host = new Host(library, channel);
		this.#exports = this.#instantiate();
		this.#image = "memory" in begin ? begin : this.#start(begin);
		this.#memory = new MemoryImage(this.#image.memory);
	}
	get image() {
		return this.#image;
	}
	/** Whether the memory is larger than at the start. */
	get hasGrown() {
		return this.#exports.memory.buffer.byteLength !== this.#image.memory.length;
	}
	/** Resets the interpreter to its initial state. */
	restore() {
		const { memory, stack } = this.#image;
		if (this.hasGrown) {
			this.#exports = this.#instantiate();
			this.#exports.memory.grow((memory.length - this.#exports.memory.buffer.byteLength) / PAGE_BYTES);
		}
		this.#memory.restore(this.#exports.memory.buffer);
		this.#exports.__stack_pointer.value = stack;
		this.#host.reset();
	}
	/** Resets the clock and seeds the random bytes from a secret. Everything else is unchanged. */
	rewind(secret) {
		this.#host.reset(secret);
	}
	/**
	* Calls a function in this project's Python code. A call also works while another call is waiting for an answer from
	* the outside, because that call has released the interpreter's lock.
	*
	* @throws {Raised} if the function raises an exception, or the error that ended the interpreter. In both cases,
	* restore the interpreter afterwards.
	*/
	call(called, request) {
		const state = this.#exports.PyGILState_Ensure();
		const answer = this.#call(called, request);
		this.#exports.PyGILState_Release(state);
		return answer;
	}
	#call(called, request) {
		const e = this.#exports;
		const parameter = e.PyBytes_FromStringAndSize(0, request.length);
		if (parameter === 0) throw new Raised(this.#exceptionName());
		new Uint8Array(e.memory.buffer).set(request, e.PyBytes_AsString(parameter) >>> 0);
		const result = e.PyObject_CallOneArg(this.#image.called[called], parameter);
		if (result === 0) throw new Raised(this.#exceptionName());
		e.Py_DecRef(parameter);
		const at = e.PyBytes_AsString(result) >>> 0;
		const size = at === 0 ? -1 : e.PyBytes_Size(result);
		if (size < 0) throw new Raised(this.#exceptionName());
		if (size > MAX_ANSWER) throw new Ended("returned too much data");
		const answer = new Uint8Array(e.memory.buffer).slice(at, at + size);
		e.Py_DecRef(result);
		return answer;
	}
	/** Creates a new instance, with the module's initial memory. */
	#instantiate() {
		const { exports } = new WebAssembly.Instance(this.#module, this.#host.imports(this.#module));
		const known = exports;
		this.#host.attach(known.memory, known.__indirect_function_table);
		known.emscripten_stack_init();
		return known;
	}
	#start(sources) {
		const e = this.#exports;
		e.__wasm_call_ctors();
		for (const flag of FLAGS) this.#view.setInt32(e[flag].value, 1, true);
		this.#hideModules();
		e.Py_InitializeEx(0);
		for (const [name, text] of [["__main__", `import ${PRELOADED}`], ...sources]) if (!this.#execute(text, name)) throw new Error(`cannot start the interpreter: ${name} raised ${this.#exceptionName()}`);
		const called = Object.fromEntries(CALLED.map(([name, module]) => [name, e.PyDict_GetItemString(this.#dictionaryOf(module), this.#write(name))]));
		return {
			memory: new Uint8Array(e.memory.buffer).slice(),
			stack: e.__stack_pointer.value,
			called
		};
	}
	/** Removes the modules that match `WITHOUT` from the table of built-in modules. */
	#hideModules() {
		const view = this.#view;
		let entry = view.getUint32(this.#exports.PyImport_Inittab.value, true);
		for (let name = view.getUint32(entry, true); name !== 0; name = view.getUint32(entry, true)) {
			if (WITHOUT.test(this.#host.memory.text(name))) view.setUint8(name, 0);
			entry += 8;
		}
	}
	#dictionaryOf(module) {
		return this.#exports.PyModule_GetDict(this.#exports.PyImport_AddModule(this.#write(module)));
	}
	/** Returns whether the text's statements ran to completion in a module. @throws the error that ended the interpreter */
	#execute(text, module) {
		const globals = this.#dictionaryOf(module);
		return this.#exports.PyRun_StringFlags(this.#write(text), FILE_INPUT, globals, globals, 0) !== 0;
	}
	/** The name of the exception that was raised, found without running any of the exception's own code. */
	#exceptionName() {
		const type = this.#exports.PyErr_Occurred();
		if (type === 0) return "an exception";
		const name = this.#host.memory.text(this.#view.getUint32((type >>> 0) + TYPE_NAME_OFFSET, true));
		this.#exports.PyErr_Clear();
		const plain = name.slice(0, 1e3).replaceAll(/[^\w.]/gu, "").slice(0, MAX_TYPE_NAME);
		return plain === "" ? "an exception" : plain;
	}
	get #view() {
		return new DataView(this.#exports.memory.buffer);
	}
	/**
	* Writes a zero-terminated text for C. The text is never freed, so use this method only for texts that last as long as
	* the interpreter.
	*/
	#write(text) {
		const bytes = new TextEncoder().encode(`${text}\0`);
		const at = this.#exports.malloc(bytes.length) >>> 0;
		if (at === 0) throw new Ended("out of memory");
		new Uint8Array(this.#exports.memory.buffer).set(bytes, at);
		return at;
	}
};

// src/grading/python/labeller.ts
const NOTHING = /* @__PURE__ */ new Uint8Array();
/** Maximum number of items whose parsed tests are cached. Completions of one item arrive close together. */
const MOST_ITEMS = 16;
/**
* Two interpreters: one for the tests, which also reads completions, and one for the solution. The interpreters exchange
* only bytes: the tests' requests with the solution's answers, and the solution's calls to functions that the tests
* passed to it. The tests' side treats these bytes only as values. The solution's interpreter is restored before every
* program. The tests' interpreter is restored after every program, unless the program passed and left no trace.
*/
var Labeller = class {
	#tests;
	#solution;
	#testsAreFresh = true;
	#items = /* @__PURE__ */ new Map();
	/** The item that is loaded in the tests' interpreter. */
	#used;
	/** How the solution's interpreter ended, if it has ended. */
	#end;
	constructor({ module, library, begin }) {
		this.#solution = new Interpreter({
			module,
			library,
			begin,
			channel: (request) => this.#tests.call("answer", request)
		});
		this.#tests = new Interpreter({
			module,
			library,
			begin: this.#solution.image,
			channel: (request) => this.#askSolution(request)
		});
		this.#restoreTests();
	}
	get image() {
		return this.#solution.image;
	}
	label(task) {
		try {
			this.#begin(this.#prepared(task), JSON.stringify(task));
		} catch (error) {
			this.#testsAreFresh = false;
			return { run: {
				end: "failed",
				during: "tests",
				reason: reasonOf(error)
			} };
		}
		const found = this.#read(task);
		if (found?.rule === void 0) return {};
		this.#solution.restore();
		this.#end = void 0;
		const { run, objects } = this.#run();
		return {
			rule: found.rule,
			key: found.key,
			run,
			objects
		};
	}
	/**
	* @param secret seeds the tests' random numbers. The secret is derived from the tests, which no program sees, and from
	* the program's text.
	*/
	#begin(item, secret) {
		if (!this.#testsAreFresh || this.#tests.hasGrown) this.#restoreTests();
		this.#testsAreFresh = false;
		this.#tests.rewind(secret);
		if (this.#used !== item) this.#tests.call("use", item);
		this.#used = item;
	}
	/** An item's parsed tests, cached because more completions of the same item soon follow. */
	#prepared({ tests, prompt, entry, reference }) {
		const key = JSON.stringify([
			tests,
			prompt,
			entry,
			reference
		]);
		const known = this.#items.get(key);
		if (known !== void 0) return known;
		this.#restoreTests();
		const item = this.#tests.call("prepare", bytesOf({
			tests,
			prompt,
			entry,
			reference
		}));
		if (this.#items.size >= MOST_ITEMS) this.#items.clear();
		this.#items.set(key, item);
		return item;
	}
	/**
	* The program in a completion; undefined if reading the completion ended the interpreter, which unusual texts can
	* cause.
	*/
	#read(task) {
		try {
			const found = JSON.parse(textOf(this.#tests.call("read", bytesOf(task))));
			this.#testsAreFresh = found.rule === void 0;
			return found;
		} catch {
			return;
		}
	}
	#run() {
		this.#testsAreFresh = false;
		let told;
		try {
			told = JSON.parse(textOf(this.#tests.call("run", NOTHING)));
		} catch (error) {
			return {
				run: {
					end: "failed",
					during: "tests",
					reason: this.#end ?? reasonOf(error)
				},
				objects: false
			};
		}
		const { run, objects, shares } = told;
		if (this.#end !== void 0) return {
			run: {
				end: "failed",
				during: run.end === "failed" ? run.during : "tests",
				reason: this.#end
			},
			objects
		};
		this.#testsAreFresh = run.end === "returned" && !shares;
		return {
			run,
			objects
		};
	}
	#askSolution(request) {
		if (this.#end !== void 0) return NOTHING;
		try {
			return this.#solution.call("serve", request);
		} catch (error) {
			this.#end = reasonOf(error);
			return NOTHING;
		}
	}
	#restoreTests() {
		this.#tests.restore();
		this.#used = void 0;
		this.#tests.call("begin", NOTHING);
	}
};
function bytesOf(value) {
	return Buffer.from(asciiLine(value));
}
function textOf(bytes) {
	return Buffer.from(bytes).toString("latin1");
}
function reasonOf(error) {
	if (error instanceof Ended) return error.message;
	if (error instanceof Raised) return `raised ${error.message}`;
	if (error instanceof RangeError && /call stack/u.test(error.message)) return "recursed too deeply";
	return "crashed the interpreter";
}

// src/grading/python/lifeline.ts
/**
* Reads standard input in a separate thread, one ASCII line at a time. When the process at the other end exits, the
* thread ends this process, even if a program keeps the main thread busy.
*/
const READER = `
const { readSync } = require('node:fs');
const { parentPort } = require('node:worker_threads');
const buffer = Buffer.alloc(1 << 16);
let begun = '';
for (;;) {
  let count = 0;
  try {
    count = readSync(0, buffer);
  } catch {}
  if (count === 0) process.kill(process.pid, 'SIGKILL');
  const lines = (begun + buffer.latin1Slice(0, count)).split('\\n');
  begun = lines.pop();
  for (const line of lines) parentPort.postMessage(line);
}`;
/** Calls `hear` for each line of standard input. When the input ends, ends this process, even if the process is busy. */
function linesWhileAlive(hear) {
	new Worker(READER, { eval: true }).on("message", hear);
}

// src/grading/python/sources.ts
/** This project's Python modules that run in both interpreters, in loading order, as module name and file. */
const SOURCES = [
	["_grading_numpy", "numpy_for_tests.py"],
	["_grading_reading", "reading.py"],
	["_grading_fences", "fences.py"],
	["_grading_envelopes", "envelopes.py"],
	["_grading_margins", "margins.py"],
	["_grading_prose", "prose.py"],
	["_grading_stating", "stating.py"],
	["_grading_keeping", "keeping.py"],
	["_grading_assembling", "assembling.py"],
	["_grading_instances", "instances.py"],
	["_grading_values", "values.py"],
	["_grading_rebuilding", "rebuilding.py"],
	["_grading_asking", "asking.py"],
	["_grading_uses", "uses.py"],
	["_grading_item", "item.py"],
	["_grading_references", "references.py"],
	["_grading_crossing", "crossing.py"],
	["_grading_solution", "solution.py"],
	["_grading_bridge", "bridge.py"],
	["_grading_testing", "testing.py"],
	["_grading_one_thread", "one_thread.py"],
	["_grading_lacking", "lacking.py"]
];
function sourcesIn(folder) {
	return SOURCES.map(([module, file]) => [module, readFileSync(join(folder, file), "utf8")]);
}

// src/grading/python/child.ts
const [module = "", library = "", inside = ""] = process.argv.slice(2);
function begin({ memoryPages, image }) {
	return new Labeller({
		module: new WebAssembly.Module(withMemoryLimit(readFileSync(module), memoryPages)),
		library: readFileSync(library),
		begin: image === void 0 ? sourcesIn(inside) : unpacked(image)
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
function say(message) {
	process.stdout.write(asciiLine(message));
}
let labeller;
linesWhileAlive((line) => {
	if (labeller === void 0) {
		const how = JSON.parse(line);
		labeller = begin(how);
		say({ image: how.image === void 0 ? packed(labeller.image) : void 0 });
	} else say(labeller.label(JSON.parse(line)));
});

export {  };