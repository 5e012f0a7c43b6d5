import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../run/stages/plan.ts';
import type { LogFiles } from '../logs/read-logs.ts';
import { readRegularFile, streamRegularFile } from '../files/regular-file.ts';
import { unreadableFile } from '../files/unreadable-file.ts';

/** Access to this machine's files. */
export const localFiles: Files & LogFiles = {
  readFile: readRegularFile,
  readIfThere: async (path) => {
    try {
      return await readRegularFile(path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw unreadableFile(path, error, 'Make the file readable, or remove it.');
    }
  },
  open: streamRegularFile,
  filesUnder: async (path) => {
    if (!(await stat(path)).isDirectory()) return [path];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  },
};
