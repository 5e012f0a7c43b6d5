import { type Exports, FLAGS, type Pointer } from './exports.ts';
import { Ended, Host } from './host.ts';
import type { Channel } from './host-files.ts';
import { MemoryImage } from './memory-image.ts';
import { PAGE_BYTES } from './memory-limit.ts';

/** CPython's `Py_file_input`: the text is a complete program. */
const FILE_INPUT = 257;

/** Modules to import before any program runs, because importing is slow and most programs need some of them. */
const PRELOADED =
  'bisect, calendar, cmath, collections, contextlib, copy, dataclasses, datetime, decimal, enum, fractions, functools, hashlib, heapq, itertools, json, math, numbers, operator, queue, random, re, statistics, string, symtable, textwrap, threading, time, traceback, typing';

/**
 * Matches the names of modules that give access to memory or to a web page, beyond what Python allows. No known program
 * needs them.
 */
const WITHOUT = /^_(?:ctypes|pyodide|test|xx|interp)|^xx/u;

/** The offset of `tp_name` in a type. */
const TYPE_NAME_OFFSET = 12;
const MAX_TYPE_NAME = 60;

/** Maximum length of a function's answer. Longer answers are rejected. */
const MAX_ANSWER = 64 * 1_048_576;

/** Functions in this project's Python code that JavaScript calls. These functions take and return bytes. */
export type Called = 'begin' | 'prepare' | 'use' | 'read' | 'run' | 'answer' | 'serve';
const CALLED: readonly (readonly [Called, module: string])[] = [
  ['begin', '_grading_testing'],
  ['prepare', '_grading_testing'],
  ['use', '_grading_testing'],
  ['read', '_grading_testing'],
  ['run', '_grading_testing'],
  ['answer', '_grading_testing'],
  ['serve', '_grading_solution'],
];

/**
 * A module in this project's Python code: its name and source. An interpreter loads all of these modules at start, in
 * this order.
 */
export type Source = readonly [name: string, text: string];

/**
 * An interpreter that has started but has not run anything yet: all of its memory, and the addresses of its functions
 * and data.
 */
export interface Image {
  readonly memory: Uint8Array;
  readonly stack: number;
  readonly called: Readonly<Record<Called, Pointer>>;
}

/**
 * Thrown if a function in this project's Python code raises an exception. The message is the name of the exception's
 * type.
 */
export class Raised extends Error {
  override readonly name = 'Raised';
}

/**
 * CPython as WebAssembly. `restore` resets its memory to an image, so that no trace of earlier programs remains and the
 * same program always behaves in the same way.
 */
export class Interpreter {
  readonly #module: WebAssembly.Module;
  readonly #host: Host;
  readonly #image: Image;
  readonly #memory: MemoryImage;
  #exports: Exports;

  /**
   * @param module CPython as built by Pyodide, with limited memory.
   * @param library the standard library, as a zip file.
   * @param image comes from an interpreter started with the same module, library and sources; if absent, the interpreter
   * starts here.
   * @param channel answers requests that the Python code sends to the outside.
   */
  constructor({
    module,
    library,
    begin,
    channel,
  }: {
    readonly module: WebAssembly.Module;
    readonly library: Uint8Array;
    readonly begin: Image | readonly Source[];
    readonly channel?: Channel;
  }) {
    this.#module = module;
    this.#host = new Host(library, channel);
    this.#exports = this.#instantiate();
    this.#image = 'memory' in begin ? begin : this.#start(begin);
    this.#memory = new MemoryImage(this.#image.memory);
  }

  get image(): Image {
    return this.#image;
  }

  /** Whether the memory is larger than at the start. */
  get hasGrown(): boolean {
    return this.#exports.memory.buffer.byteLength !== this.#image.memory.length;
  }

  /** Resets the interpreter to its initial state. */
  restore(): void {
    const { memory, stack } = this.#image;
    // Memory can grow but never shrink, so memory that has grown is replaced.
    if (this.hasGrown) {
      this.#exports = this.#instantiate();
      this.#exports.memory.grow((memory.length - this.#exports.memory.buffer.byteLength) / PAGE_BYTES);
    }
    this.#memory.restore(this.#exports.memory.buffer);
    this.#exports.__stack_pointer.value = stack;
    this.#host.reset();
  }

  /** Resets the clock and seeds the random bytes from a secret. Everything else is unchanged. */
  rewind(secret: string): void {
    this.#host.reset(secret);
  }

  /**
   * Calls a function in this project's Python code. A call also works while another call is waiting for an answer from
   * the outside, because that call has released the interpreter's lock.
   *
   * @throws {Raised} if the function raises an exception, or the error that ended the interpreter. In both cases,
   * restore the interpreter afterwards.
   */
  call(called: Called, request: Uint8Array): Uint8Array {
    const state = this.#exports.PyGILState_Ensure();
    const answer = this.#call(called, request);
    this.#exports.PyGILState_Release(state);
    return answer;
  }

  #call(called: Called, request: Uint8Array): Uint8Array {
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
    if (size > MAX_ANSWER) throw new Ended('returned too much data');
    const answer = new Uint8Array(e.memory.buffer).slice(at, at + size);
    e.Py_DecRef(result);
    return answer;
  }

  /** Creates a new instance, with the module's initial memory. */
  #instantiate(): Exports {
    const { exports } = new WebAssembly.Instance(this.#module, this.#host.imports(this.#module));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the exports of this module are fixed with its version
    const known = exports as unknown as Exports;
    this.#host.attach(known.memory, known.__indirect_function_table);
    known.emscripten_stack_init();
    return known;
  }

  #start(sources: readonly Source[]): Image {
    const e = this.#exports;
    e.__wasm_call_ctors();
    for (const flag of FLAGS) this.#view.setInt32(e[flag].value, 1, true);
    this.#hideModules();
    e.Py_InitializeEx(0);
    for (const [name, text] of [['__main__', `import ${PRELOADED}`] as const, ...sources]) {
      if (!this.#execute(text, name)) {
        throw new Error(`cannot start the interpreter: ${name} raised ${this.#exceptionName()}`);
      }
    }
    const called = Object.fromEntries(
      CALLED.map(([name, module]) => [
        name,
        e.PyDict_GetItemString(this.#dictionaryOf(module), this.#write(name)),
      ]),
    );
    return {
      memory: new Uint8Array(e.memory.buffer).slice(),
      stack: e.__stack_pointer.value,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each name of the list
      called: called as Readonly<Record<Called, Pointer>>,
    };
  }

  /** Removes the modules that match `WITHOUT` from the table of built-in modules. */
  #hideModules(): void {
    const view = this.#view;
    let entry = view.getUint32(this.#exports.PyImport_Inittab.value, true);
    for (let name = view.getUint32(entry, true); name !== 0; name = view.getUint32(entry, true)) {
      if (WITHOUT.test(this.#host.memory.text(name))) view.setUint8(name, 0);
      entry += 8;
    }
  }

  #dictionaryOf(module: string): Pointer {
    return this.#exports.PyModule_GetDict(this.#exports.PyImport_AddModule(this.#write(module)));
  }

  /** Returns whether the text's statements ran to completion in a module. @throws the error that ended the interpreter */
  #execute(text: string, module: string): boolean {
    const globals = this.#dictionaryOf(module);
    return this.#exports.PyRun_StringFlags(this.#write(text), FILE_INPUT, globals, globals, 0) !== 0;
  }

  /** The name of the exception that was raised, found without running any of the exception's own code. */
  #exceptionName(): string {
    const type = this.#exports.PyErr_Occurred();
    if (type === 0) return 'an exception';
    const name = this.#host.memory.text(this.#view.getUint32((type >>> 0) + TYPE_NAME_OFFSET, true));
    this.#exports.PyErr_Clear();
    const plain = name
      .slice(0, 1000)
      .replaceAll(/[^\w.]/gu, '')
      .slice(0, MAX_TYPE_NAME);
    return plain === '' ? 'an exception' : plain;
  }

  get #view(): DataView {
    return new DataView(this.#exports.memory.buffer);
  }

  /**
   * Writes a zero-terminated text for C. The text is never freed, so use this method only for texts that last as long as
   * the interpreter.
   */
  #write(text: string): Pointer {
    const bytes = new TextEncoder().encode(`${text}\0`);
    const at = this.#exports.malloc(bytes.length) >>> 0;
    if (at === 0) throw new Ended('out of memory');
    new Uint8Array(this.#exports.memory.buffer).set(bytes, at);
    return at;
  }
}
