import { type Channel, HostFiles } from './host-files.ts';
import { HostMemory } from './host-memory.ts';
import { HostTime } from './host-time.ts';

/** Errno values, as defined in the interpreter's build. */
const ENOSYS = 52;
const EPERM = 63;

const MOST_BYTES = 2 ** 32 - 65_536;
const NOBODY = 65_534;

/** Thrown if the program exits or calls a function that does not exist here. */
export class Ended extends Error {
  override readonly name = 'Ended';
}

/**
 * An interpreter's environment: the functions that its WebAssembly module may call, which are its only access to the
 * outside. The environment provides one file, a clock, and "random" bytes that are the same in every run. The environment
 * omits the bridge to JavaScript that the module was built with. Every other function fails as it would on a machine that
 * does not support it.
 */
export class Host {
  readonly memory = new HostMemory();
  readonly files: HostFiles;
  readonly #time: HostTime;
  #table: WebAssembly.Table | undefined;
  readonly #called = new Map<number, (...parameters: number[]) => unknown>();

  /** @param library the single file, which is the interpreter's standard library */
  constructor(library: Uint8Array, channel: Channel | undefined) {
    this.files = new HostFiles(this.memory, library, channel);
    this.#time = new HostTime(this.memory);
  }

  /** Sets the instance that the functions serve from now on. */
  attach(memory: WebAssembly.Memory, table: WebAssembly.Table): void {
    this.memory.attach(memory);
    this.#table = table;
    this.#called.clear();
  }

  /** Resets the state: closes files and sets the clock back. */
  reset(secret?: string): void {
    this.files.reset();
    this.#time.reset(secret);
  }

  /** Creates a function for every import of the module. Unknown imports fail when they are called. */
  imports(module: WebAssembly.Module): WebAssembly.Imports {
    const known: Readonly<Record<string, (...parameters: never[]) => unknown>> = {
      ...this.files.functions(),
      ...this.#time.functions(),
      ...this.#functions(),
    };
    const imports: WebAssembly.Imports = {};
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
      const group = (imports[from] ??= {});
      if (kind === 'function')
        group[name] = Object.hasOwn(known, name) ? (known[name] ?? absent(name)) : absent(name);
      // Addresses of functions that exist only in a web page.
      else if (kind === 'global') group[name] = new WebAssembly.Global({ value: 'i32', mutable: true }, 0);
      else throw new Error(`the interpreter imports ${kind} ${from}.${name}`);
    }
    return imports;
  }

  #functions() {
    const end = (code: number): never => {
      throw new Ended(`ended the process with exit code ${code}`);
    };
    return {
      proc_exit: end,
      exit: end,
      environ_sizes_get: (count: number, size: number): number => {
        for (const result of [count, size]) this.memory.setNumber(result, 0);
        return 0;
      },
      environ_get: () => 0,
      emscripten_get_heap_max: () => MOST_BYTES,
      emscripten_resize_heap: (bytes: number) => (this.memory.grow(bytes) ? 1 : 0),
      _emscripten_get_progname: (result: number, size: number): void => {
        if (size > 0) this.memory.bytes(result, 1).fill(0);
      },
      __syscall_getuid32_js: () => NOBODY,
      __syscall_umask_js: () => 0o022,
      _Py_CheckEmscriptenSignals_Helper: () => 0,
      _Py_emscripten_runtime: () => 0,
      _PyEM_TrampolineCall_JS: (place: number, ...parameters: number[]) => this.#call(place, parameters),
      // The interpreter checks for a web page's sockets before it calls the system. This host has no such sockets.
      _try_fcntl64: () => 0,
      _try_shutdown: () => 0,
      _maybe_connect_async: () => null,
      _maybe_recvfrom_async: () => null,
      _maybe_sendto_async: () => null,
      _maybe_poll_async: () => null,
      // The module's start-up code creates a table of JavaScript references; it stays empty here.
      __hiwire_deduplicate_new: () => null,
    };
  }

  /**
   * Calls one of the interpreter's functions. JavaScript adapts the number of parameters to the function's, whereas a
   * call within WebAssembly would fail if the numbers differed.
   */
  #call(place: number, parameters: readonly number[]): unknown {
    let called = this.#called.get(place);
    if (called === undefined) {
      called = this.#table?.get(place);
      if (typeof called !== 'function') throw new Ended('called a missing function');
      this.#called.set(place, called);
    }
    return called(...parameters);
  }
}

function absent(name: string): () => number {
  if (name.startsWith('__syscall_')) return () => -EPERM;
  if (name.startsWith('fd_')) return () => ENOSYS;
  return () => {
    throw new Ended(`called the unavailable function ${name}`);
  };
}
