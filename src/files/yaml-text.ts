import { mergeConflict } from './merge-conflict.ts';
import { type Problem, configError } from './problem.ts';
import { decodeUtf8, notUtf8 } from './utf8.ts';

/** The position of the first bytes that are not UTF-8. */
const encodingProblem = (bytes: Uint8Array): Problem => {
  let line = 0;
  for (let start = 0; start <= bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const piece = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (decodeUtf8(piece) === undefined || end === -1) return notUtf8(piece, line + 1);
    start = end + 1;
  }
  return notUtf8(bytes, 1);
};

/**
 * Decodes a hand-written file and removes a byte order mark.
 *
 * @throws {ConfigError} if it is not UTF-8 or contains a merge conflict
 */
export const yamlText = (bytes: Uint8Array, path: string): string => {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw configError(path, [encodingProblem(bytes)]);
  const conflict = mergeConflict(text);
  if (conflict !== undefined) throw configError(path, [conflict]);
  return text.replace(/^\uFEFF/, '');
};
