import { createHash, hash } from 'node:crypto';

const CARRIAGE_RETURN = 0x0d;

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

/**
 * JSON text that depends on the content alone: the keys of every object in one fixed order, no white space (or `indent`
 * spaces a level, for people). Keys whose value is `undefined` are left out. `value` must be JSON: no cycles, finite numbers.
 */
export const canonicalJson = (value: unknown, indent = 0): string =>
  JSON.stringify(sorted(value), undefined, indent);

/** SHA-256 of bytes, or of a text's UTF-8 bytes, as `sha256:` and 64 hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string => `sha256:${hash('sha256', content)}`;

/** SHA-256 of a file's bytes with LF for every CRLF, as a checkout writes them elsewhere; of a file with NUL bytes, which is no text, as they are. */
export function sha256OfLines(bytes: Uint8Array): string {
  const isText = !bytes.includes(0) && bytes.includes(CARRIAGE_RETURN);
  // Each byte is one character here, so what is no UTF-8 stays as it is.
  return sha256(
    isText ? Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes,
  );
}

/** SHA-256 of texts as if they stood one after the other, which may be more than one text can hold. */
export function sha256OfParts(parts: Iterable<string>): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return `sha256:${sum.digest('hex')}`;
}

/** SHA-256 of the canonical JSON of a value. */
export const contentHash = (value: unknown): string => sha256(canonicalJson(value));
