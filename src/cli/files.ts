import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Files } from '../check/plan.ts';
import { unreadableFile } from '../files/unreadable-file.ts';

/** Files of this machine. */
export const localFiles: Files = {
  readFile: (path) => readFile(path),
  readIfThere: async (path) => {
    try {
      return await readFile(path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw unreadableFile(path, error, 'Make it readable, or remove it.');
    }
  },
  open: (path) => createReadStream(path),
};
