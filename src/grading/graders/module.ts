import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GraderDefinition } from '../grader.ts';
import { Program } from '../program/program.ts';

/**
 * The script that runs a module. In a run from source, it is with the other sources; in `dist/`, it is a separate entry
 * next to the chunks.
 */
const CHILD = new URL(
  import.meta.url.endsWith('.ts') ? '../program/module-child.ts' : '../module-child.js',
  import.meta.url,
);

/**
 * The command that runs Node with a script that calls the module. Node can read the module's folder but cannot write
 * anything.
 */
function commandFor(file: string, folder: string): readonly string[] {
  const url = pathToFileURL(join(folder, file)).href;
  const script = `import { answerLines } from ${JSON.stringify(CHILD.href)};
const grader = await import(${JSON.stringify(url)});
await answerLines(grader.default);`;
  return [
    process.execPath,
    '--permission',
    `--allow-fs-read=${folder}`,
    `--allow-fs-read=${dirname(fileURLToPath(CHILD))}`,
    '--no-warnings',
    '--input-type=module',
    '--eval',
    script,
  ];
}

/** Grades with a JavaScript or TypeScript module whose default export grades a sample. */
export const moduleGrader: GraderDefinition<'module'> = {
  create({ file, timeout, processes }, edges) {
    const program = new Program(
      { name: 'module', command: (folder) => commandFor(file, folder), timeoutMs: timeout * 1000, processes },
      edges,
    );
    return {
      checkItem: () => undefined,
      grade: (text, item) => program.grade(text, item),
      close: () => program.close(),
    };
  },
  knownAnswers: [],
  ownKnownAnswers: ({ known }) => known,
};
