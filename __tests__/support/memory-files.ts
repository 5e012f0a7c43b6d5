import type { Files } from '../../src/run/stages/plan.ts';
import type { LogFiles } from '../../src/logs/read-logs.ts';

/** Files in memory, by path; any other path is missing. */
export function memoryFiles(contents: Readonly<Record<string, string>>): Files & LogFiles {
  const bytesOf = (path: string): Uint8Array => {
    const content = contents[path];
    if (content === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
    return new TextEncoder().encode(content);
  };
  return {
    readFile: async (path) => bytesOf(path),
    filesUnder: async (path) => [path],
    readIfThere: async (path) => (path in contents ? bytesOf(path) : undefined),
    open: async function* open(path) {
      yield bytesOf(path);
    },
  };
}
