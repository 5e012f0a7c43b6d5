import { createHash, hash } from 'node:crypto';

const CARRIAGE_RETURN = 0x0d;

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

/**
 * Returns JSON text that depends only on the value's content: keys are in a fixed order, and there is no whitespace (or
 * `indent` spaces per level, for readability). Keys with the value `undefined` are omitted. `value` must be
 * representable in JSON: no cycles, and only finite numbers.
 */
export const canonicalJson = (value: unknown, indent = 0): string =>
  JSON.stringify(sorted(value), undefined, indent);

/** SHA-256 of bytes, or of the text's UTF-8 bytes, as `sha256:` and 64 hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string => `sha256:${hash('sha256', content)}`;

/**
 * SHA-256 of a file's bytes after replacing every CRLF with LF, so that the hash does not depend on the checkout's line
 * endings. A file with NUL bytes is not text and is hashed unchanged.
 */
export function sha256OfLines(bytes: Uint8Array): string {
  const isText = !bytes.includes(0) && bytes.includes(CARRIAGE_RETURN);
  // In latin1, each byte is one character, so bytes that are not valid UTF-8 remain unchanged.
  return sha256(
    isText ? Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes,
  );
}

/** SHA-256 of the concatenated texts, which together may exceed the maximum length of a string. */
export function sha256OfParts(parts: Iterable<string>): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return `sha256:${sum.digest('hex')}`;
}

/** SHA-256 of a value's canonical JSON. */
export const contentHash = (value: unknown): string => sha256(canonicalJson(value));
