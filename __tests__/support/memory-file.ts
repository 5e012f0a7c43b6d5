import type { OpenFile } from '../../src/files/json-lines.ts';

/** A file in memory, read in chunks of `chunkSize` bytes; any other path is missing. */
export const memoryFile =
  (path: string, content: string | Uint8Array, chunkSize = 7): OpenFile =>
  (asked) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return (async function* chunks() {
      await Promise.resolve();
      if (asked !== path) throw Object.assign(new Error(`ENOENT: ${asked}`), { code: 'ENOENT' });
      for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
    })();
  };
