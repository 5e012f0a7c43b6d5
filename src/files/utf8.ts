import type { Problem } from './problem.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of UTF-8 bytes, a byte order mark kept; `undefined` where they are not UTF-8. */
export const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

/** Why `bytes`, which stand on `line` of a file, are not UTF-8, and what to do about it. */
export const notUtf8 = (bytes: Uint8Array, line: number): Problem => {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return {
    line,
    what: `${utf16 ? 'UTF-16 text' : 'bytes that are not UTF-8'} found, expected UTF-8`,
    mend: 'Save the file in the encoding UTF-8.',
  };
};
