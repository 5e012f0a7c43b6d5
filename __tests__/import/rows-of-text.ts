import { readRows } from '../../src/import/rows/read-rows.ts';
import type { FileRows } from '../../src/import/rows/row.ts';

/** The rows of a file with this content, read in chunks of seven bytes so that none ends where a row does. */
export const rowsOfText = (content: string | Uint8Array, path = 'file'): Promise<FileRows> =>
  readRows(path, async function* open() {
    const bytes = Buffer.from(content);
    const size = bytes.length > 100_000 ? bytes.length : 7;
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  });
