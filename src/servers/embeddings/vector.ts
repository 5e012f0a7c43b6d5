const BYTES = Float32Array.BYTES_PER_ELEMENT;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Encodes a vector as base64 of little-endian 32-bit floats. */
export function encodeVector(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * BYTES);
  vector.forEach((value, place) => bytes.writeFloatLE(value, place * BYTES));
  return bytes.toString('base64');
}

/** Decodes a vector from base64; undefined if the text is not an encoded vector. */
export function decodeVector(text: string): Float32Array | undefined {
  const bytes = Buffer.from(BASE64.test(text) ? text : '', 'base64');
  if (bytes.length === 0 || bytes.length % BYTES !== 0) return undefined;
  return Float32Array.from({ length: bytes.length / BYTES }, (_, place) => bytes.readFloatLE(place * BYTES));
}

/** Whether all numbers of the vector are finite. */
export function isFiniteVector(vector: Float32Array): boolean {
  return vector.every(Number.isFinite);
}

/**
 * Whether the vector has a direction. A zero vector has no direction, so its similarity to other vectors is undefined.
 */
export function hasDirection(vector: Float32Array): boolean {
  return vector.some((value) => value !== 0);
}
