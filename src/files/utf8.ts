import type { Problem } from './problem.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes UTF-8 bytes and keeps a byte order mark. `undefined` if they are not valid UTF-8. */
export const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

/** The problem to report for a file whose bytes on `line` are not UTF-8, and how to fix it. */
export const notUtf8 = (bytes: Uint8Array, line: number): Problem => {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return {
    line,
    what: `found ${utf16 ? 'UTF-16 text' : 'bytes that are not UTF-8'}, expected UTF-8`,
    fix: 'Save the file in UTF-8.',
  };
};
