import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../check/plan.ts';
import type { LogFiles } from '../logs/read-logs.ts';
import { refuseSpecialFile } from '../files/regular-file.ts';
import { unreadableFile } from '../files/unreadable-file.ts';

/** Access to the files of this machine. */
export const localFiles: Files & LogFiles = {
  readFile: async (path) => {
    await refuseSpecialFile(path);
    return readFile(path);
  },
  readIfThere: async (path) => {
    try {
      await refuseSpecialFile(path);
      return await readFile(path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw unreadableFile(path, error, 'Make it readable, or remove it.');
    }
  },
  open: async function* open(path) {
    await refuseSpecialFile(path);
    const chunks: AsyncIterable<Uint8Array> = createReadStream(path);
    yield* chunks;
  },
  filesUnder: async (path) => {
    if (!(await stat(path)).isDirectory()) return [path];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  },
};
