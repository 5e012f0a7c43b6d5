import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Files } from '../check/plan.ts';

/** Files of this machine. */
export const localFiles: Files = {
  readFile: (path) => readFile(path),
  open: (path) => createReadStream(path),
};
