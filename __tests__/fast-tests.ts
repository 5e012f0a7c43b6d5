import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** Modules that open sockets or start processes and threads. */
const OUTSIDE = /^node:(?:child_process|cluster|dgram|http|https|http2|net|tls|worker_threads)$|^pyodide$/;

/**
 * Our own code that does so: it starts servers and programs, or runs Python as WebAssembly. Tests also get the `code` grader by its
 * name.
 */
const STARTS =
  /\/src\/(?:processes|servers\/serve|grading\/(?:program|python|graders\/(?:code|command|module)\.ts$))|\/grading\/code\/python-grader\.ts$/;

/** Tests that need many samples or inputs, or measure time, say so in their name. */
const LONG_NAME = /[.-](?:simulated|fuzz|timed)\.test\.ts$/;

/** A timeout of the test's own, longer than the usual one. */
const LONG_TIMEOUT = /\btimeout: \d{2,3}_000\b/;

/** Value imports; a type costs nothing. */
const IMPORT = /^(?:import|export)\s(?!type\b)[^;]*?from '(?<specifier>[^']+)'/gms;

/**
 * The tests that `npm run test:fast` runs, as paths from `root`, sorted. A test is fast unless
 *
 * - it or a file of `__tests__/` that it imports, directly or through others, imports a module that opens sockets or starts processes or
 *   threads, or our own code that does so;
 * - its name ends in `.simulated.test.ts` (many samples), `-fuzz.test.ts` (many inputs) or `.timed.test.ts` (measures time);
 * - it sets a longer timeout than usual;
 * - it is in `e2e/`.
 *
 * So a test becomes slow by what it uses, and nobody keeps a list. If a test without any of these takes longer than a second, make it
 * smaller or rename it to `.simulated.test.ts`.
 */
export function fastTests(root: string): readonly string[] {
  const tests = join(root, '__tests__');
  const importsOf = memo((file: string): readonly string[] =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(({ groups }) => {
      const specifier = groups?.['specifier'] ?? '';
      return specifier.startsWith('.') ? resolve(dirname(file), specifier) : specifier;
    }),
  );

  function isInsideTests(imported: string): boolean {
    // Text in a test may look like an import of a file that does not exist.
    return imported.startsWith(tests + sep) && imported.endsWith('.ts') && existsSync(imported);
  }

  function leavesProcess(file: string): boolean {
    const reached = new Set([file]);
    for (const from of reached)
      for (const imported of importsOf(from)) {
        if (OUTSIDE.test(imported) || STARTS.test(imported.split(sep).join('/'))) return true;
        if (isInsideTests(imported)) reached.add(imported);
      }
    return false;
  }

  return readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !LONG_NAME.test(name) && !name.startsWith(`e2e${sep}`))
    .map((name) => join(tests, name))
    .filter((file) => !LONG_TIMEOUT.test(readFileSync(file, 'utf8')) && !leavesProcess(file))
    .map((file) => relative(root, file).split(sep).join('/'))
    .toSorted();
}

function memo<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
