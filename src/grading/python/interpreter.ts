import { Ended, Host } from './host.ts';
import { PAGE_BYTES } from './memory-limit.ts';

/** What CPython's headers call `Py_file_input`: the text is a whole program. */
const FILE_INPUT = 257;

/** Flags of the interpreter: no `site`, nothing of the environment or the user, nothing written. */
const FLAGS = [
  'Py_NoSiteFlag',
  'Py_IsolatedFlag',
  'Py_IgnoreEnvironmentFlag',
  'Py_NoUserSiteDirectory',
  'Py_DontWriteBytecodeFlag',
] as const;

/** Where `reading.py` lives, apart from the module that programs run in. */
const READING = '_reading';
const MAIN = '__main__';

/** Stands for numpy in tests that import it. */
const NUMPY = '_numpy_for_tests';
const IMPORTS_NUMPY = /^[ \t]*(?:import|from)[ \t]+numpy\b/mu;
const WITH_NUMPY = `__import__('sys').modules.setdefault('numpy', __import__('${NUMPY}'))\n`;

/** Imported before any program runs, since importing is slow and most programs need some of them. */
const PRELOADED =
  'bisect, calendar, cmath, collections, contextlib, copy, dataclasses, datetime, decimal, enum, fractions, functools, hashlib, heapq, itertools, json, math, numbers, operator, queue, random, re, statistics, string, textwrap, threading, time, traceback, typing';

/** Functions by which a program could make the frames of its tests skip lines. */
const UNTRACEABLE = `import sys
for name in ('settrace', 'setprofile', '_settraceallthreads', '_setprofileallthreads', 'monitoring'):
    if hasattr(sys, name): delattr(sys, name)`;

/** Modules that reach past Python: into memory, or to a web page. No program is found to need them. */
const WITHOUT = /^_(?:ctypes|pyodide|test|xx|interp)|^xx/u;

/** Where `tp_name` stands in a type, and how long a type's name may be before it is cut. */
const TYPE_NAME_OFFSET = 12;
const MAX_TYPE_NAME = 60;

type Pointer = number;

interface Exports extends Readonly<Record<(typeof FLAGS)[number], WebAssembly.Global>> {
  readonly memory: WebAssembly.Memory;
  readonly __indirect_function_table: WebAssembly.Table;
  readonly __stack_pointer: WebAssembly.Global;
  readonly PyImport_Inittab: WebAssembly.Global;
  readonly __wasm_call_ctors: () => void;
  readonly emscripten_stack_init: () => void;
  readonly malloc: (bytes: number) => Pointer;
  readonly Py_InitializeEx: (signals: number) => void;
  readonly PyImport_AddModule: (name: Pointer) => Pointer;
  readonly PyModule_GetDict: (module: Pointer) => Pointer;
  readonly PyDict_Copy: (dict: Pointer) => Pointer;
  readonly PyDict_Clear: (dict: Pointer) => void;
  readonly PyDict_Update: (dict: Pointer, from: Pointer) => number;
  readonly PyDict_SetItemString: (dict: Pointer, key: Pointer, value: Pointer) => number;
  readonly PyErr_Occurred: () => Pointer;
  readonly PyRun_StringFlags: (
    text: Pointer,
    start: number,
    globals: Pointer,
    locals: Pointer,
    flags: Pointer,
  ) => Pointer;
}

/** Python of ours that an interpreter starts with. */
export interface Sources {
  /** `reading.py`. */
  readonly reading: string;
  /** `numpy_for_tests.py`. */
  readonly numpyForTests: string;
}

/** An interpreter that has started and run nothing yet: all of its memory, and where in it things are. */
export interface Image {
  readonly memory: Uint8Array;
  readonly stack: number;
  /** The dictionary of the module that programs run in. */
  readonly globals: Pointer;
  readonly builtins: Pointer;
  readonly builtinsModule: Pointer;
  /** A copy of what `builtins` holds. */
  readonly pristine: Pointer;
  readonly builtinsName: Pointer;
}

/** What became of a program that was run. Only `returned` says that it ran to its end. */
export type Run =
  | { readonly end: 'returned' }
  /** `during` the program itself, or the tests after it. */
  | { readonly end: 'failed'; readonly during: 'program' | 'tests'; readonly reason: string };

/**
 * CPython as WebAssembly. Every run begins with the same image of its memory, so that no program finds what another one
 * left, and the same program always does the same. Whether a program ran to its end is what C returns, which nothing that
 * runs in Python can write.
 */
export class Interpreter {
  readonly #module: WebAssembly.Module;
  readonly #host: Host;
  readonly #image: Image;
  #exports: Exports;

  /**
   * @param module CPython as Pyodide builds it, its memory limited.
   * @param library the standard library, as a zip file.
   * @param image of an interpreter that was started from the same module and library; else it is started here.
   */
  constructor({
    module,
    library,
    sources,
    image,
  }: {
    readonly module: WebAssembly.Module;
    readonly library: Uint8Array;
    readonly sources: Sources;
    readonly image?: Image | undefined;
  }) {
    this.#module = module;
    this.#host = new Host(library);
    this.#exports = this.#instantiate();
    this.#image = image ?? this.#start(sources);
  }

  get image(): Image {
    return this.#image;
  }

  /** Runs a trusted function on bytes and gives what it writes; undefined where it fails, which odd bytes may bring about. */
  ask(statement: string, input: Uint8Array): string | undefined {
    this.#restore(input);
    try {
      return this.#execute(statement, READING) ? this.#host.files.outputText() : undefined;
    } catch {
      return undefined;
    }
  }

  /** Runs a program, then its tests in the same module, with the builtins as they were before it. */
  run(program: string, tests: string): Run {
    this.#restore();
    for (const during of ['program', 'tests'] as const) {
      try {
        if (during === 'tests') this.#restoreBuiltins();
        const text = during === 'tests' && IMPORTS_NUMPY.test(tests) ? `${WITH_NUMPY}${tests}` : tests;
        if (!this.#execute(during === 'program' ? program : text, MAIN)) {
          return { end: 'failed', during, reason: `raised ${this.#exceptionName()}` };
        }
      } catch (error) {
        return { end: 'failed', during, reason: reasonOf(error) };
      }
    }
    return { end: 'returned' };
  }

  /** A new instance, whose memory is as the module has it. */
  #instantiate(): Exports {
    const { exports } = new WebAssembly.Instance(this.#module, this.#host.imports(this.#module));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what this module exports is fixed with its version
    const known = exports as unknown as Exports;
    this.#host.attach(known.memory, known.__indirect_function_table);
    known.emscripten_stack_init();
    return known;
  }

  #start({ reading, numpyForTests }: Sources): Image {
    const e = this.#exports;
    e.__wasm_call_ctors();
    for (const flag of FLAGS) this.#view.setInt32(e[flag].value, 1, true);
    this.#hideModules();
    e.Py_InitializeEx(0);
    const began =
      [`import ${PRELOADED}`, reading, UNTRACEABLE].every((text) => this.#execute(text, READING)) &&
      this.#execute(numpyForTests, NUMPY);
    if (!began) {
      throw new Error(
        `the interpreter does not start: ${this.#exceptionName()}: ${this.#host.files.outputText()}`,
      );
    }
    const globals = e.PyModule_GetDict(e.PyImport_AddModule(this.#write(MAIN)));
    const builtinsModule = e.PyImport_AddModule(this.#write('builtins'));
    const builtins = e.PyModule_GetDict(builtinsModule);
    const pristine = e.PyDict_Copy(builtins);
    const builtinsName = this.#write('__builtins__');
    return {
      memory: new Uint8Array(e.memory.buffer).slice(),
      stack: e.__stack_pointer.value,
      globals,
      builtins,
      builtinsModule,
      pristine,
      builtinsName,
    };
  }

  /** Takes the names of modules that reach past Python out of the table of built-in ones. */
  #hideModules(): void {
    const view = this.#view;
    let entry = view.getUint32(this.#exports.PyImport_Inittab.value, true);
    for (let name = view.getUint32(entry, true); name !== 0; name = view.getUint32(entry, true)) {
      if (WITHOUT.test(this.#host.memory.text(name))) view.setUint8(name, 0);
      entry += 8;
    }
  }

  #restore(input?: Uint8Array): void {
    const { memory, stack } = this.#image;
    // Memory can grow and never shrink: what has grown is thrown away.
    if (this.#exports.memory.buffer.byteLength !== memory.length) {
      this.#exports = this.#instantiate();
      this.#exports.memory.grow((memory.length - this.#exports.memory.buffer.byteLength) / PAGE_BYTES);
    }
    new Uint8Array(this.#exports.memory.buffer).set(memory);
    this.#exports.__stack_pointer.value = stack;
    this.#host.reset(input);
  }

  #restoreBuiltins(): void {
    const { globals, builtins, builtinsModule, builtinsName, pristine } = this.#image;
    this.#exports.PyDict_Clear(builtins);
    this.#exports.PyDict_Update(builtins, pristine);
    this.#exports.PyDict_SetItemString(globals, builtinsName, builtinsModule);
  }

  /** Whether the statements of a text ran to their end, in a module. @throws what ends the interpreter */
  #execute(text: string, module: string): boolean {
    const e = this.#exports;
    const globals = e.PyModule_GetDict(e.PyImport_AddModule(this.#write(module)));
    return e.PyRun_StringFlags(this.#write(text), FILE_INPUT, globals, globals, 0) !== 0;
  }

  /** The name of the exception that was raised, without running anything of it. */
  #exceptionName(): string {
    const type = this.#exports.PyErr_Occurred();
    if (type === 0) return 'an exception';
    const name = this.#host.memory.text(this.#view.getUint32((type >>> 0) + TYPE_NAME_OFFSET, true));
    const plain = name
      .slice(0, 1000)
      .replaceAll(/[^\w.]/gu, '')
      .slice(0, MAX_TYPE_NAME);
    return plain === '' ? 'an exception' : plain;
  }

  get #view(): DataView {
    return new DataView(this.#exports.memory.buffer);
  }

  /** Writes a text where C finds it, ended by a zero. */
  #write(text: string): Pointer {
    const bytes = new TextEncoder().encode(`${text}\0`);
    const at = this.#exports.malloc(bytes.length) >>> 0;
    if (at === 0) throw new Ended('there is no memory left');
    new Uint8Array(this.#exports.memory.buffer).set(bytes, at);
    return at;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Ended) return error.message;
  if (error instanceof RangeError && /call stack/u.test(error.message)) return 'recursed too deeply';
  return 'crashed the interpreter';
}
