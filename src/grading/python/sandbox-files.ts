import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The locations of the sandbox's files. */
export interface SandboxFiles {
  /** The child process's script. */
  readonly child: string;
  /** CPython as a WebAssembly module. */
  readonly module: string;
  /** Its standard library, a zip file. */
  readonly library: string;
  /** The folder with this project's Python code. */
  readonly inside: string;
  /** The folders that contain all of these files. The child may read them. */
  readonly folders: readonly string[];
}

/**
 * Locates the files. In `dist/`, the folder `python/` contains all of them. If run from source, the interpreter is in
 * its npm package.
 */
export function sandboxFiles(): SandboxFiles {
  const bundled = join(import.meta.dirname, '..', 'python');
  if (existsSync(join(bundled, 'child.js'))) {
    return {
      child: join(bundled, 'child.js'),
      module: join(bundled, 'pyodide.asm.wasm'),
      library: join(bundled, 'python_stdlib.zip'),
      inside: join(bundled, 'inside'),
      folders: [bundled],
    };
  }
  const interpreter = createRequire(import.meta.url).resolve('pyodide/python_stdlib.zip');
  return {
    child: join(import.meta.dirname, 'child.ts'),
    module: join(dirname(interpreter), 'pyodide.asm.wasm'),
    library: interpreter,
    inside: join(import.meta.dirname, 'inside'),
    folders: [import.meta.dirname, dirname(interpreter)],
  };
}
