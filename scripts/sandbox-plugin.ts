import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';

const SOURCES = 'src/grading/python';
const INSIDE = join(SOURCES, 'inside');

/**
 * Writes `python/`, the folder that the process in which programs run may read, and it alone: its script, the interpreter and
 * its library as their package has them, and the Python of ours.
 */
export function sandbox(): Plugin {
  return {
    name: 'sandbox',
    async generateBundle() {
      const interpreter = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
      const files = {
        'pyodide.asm.wasm': join(interpreter, 'pyodide.asm.wasm'),
        'python_stdlib.zip': join(interpreter, 'python_stdlib.zip'),
        ...Object.fromEntries(
          readdirSync(INSIDE)
            .filter((name) => name.endsWith('.py'))
            .map((name) => [`inside/${name}`, join(INSIDE, name)]),
        ),
        'licences/cpython.txt': join(SOURCES, 'licences/cpython.txt'),
        'licences/pyodide.txt': join(SOURCES, 'licences/pyodide.txt'),
      };
      for (const [name, path] of Object.entries(files)) {
        this.emitFile({ type: 'asset', fileName: `python/${name}`, source: readFileSync(path) });
      }
      // By itself, so that it shares no chunk with the rest: what it loads it must be allowed to read.
      const child = await rolldown({ input: join(SOURCES, 'child.ts'), platform: 'node' });
      const { output } = await child.generate({ format: 'esm', minify: false, keepNames: true });
      const [script, ...others] = output;
      if (others.length > 0) throw new Error('the script of the sandbox is more than one file');
      this.emitFile({ type: 'asset', fileName: 'python/child.js', source: script.code });
    },
  };
}
