const BYTES = Float32Array.BYTES_PER_ELEMENT;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** A vector as base64 of little-endian 32-bit floats. */
export function encodeVector(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * BYTES);
  vector.forEach((value, place) => bytes.writeFloatLE(value, place * BYTES));
  return bytes.toString('base64');
}

/** The vector encoded in a base64 text; undefined if it encodes none. */
export function decodeVector(text: string): Float32Array | undefined {
  const bytes = Buffer.from(BASE64.test(text) ? text : '', 'base64');
  if (bytes.length === 0 || bytes.length % BYTES !== 0) return undefined;
  return Float32Array.from({ length: bytes.length / BYTES }, (_, place) => bytes.readFloatLE(place * BYTES));
}

/** Whether all its numbers are finite. */
export function isFiniteVector(vector: Float32Array): boolean {
  return vector.every(Number.isFinite);
}

/** Whether it points somewhere: one of no length cannot be compared with any other. */
export function hasDirection(vector: Float32Array): boolean {
  return vector.some((value) => value !== 0);
}
