/** Number of bytes that are compared at a time. */
const CHUNK = 16_384;
const ZEROS = Buffer.alloc(CHUNK);

/**
 * Resets a memory to an earlier state. Most of the memory is usually unchanged, and more than half of it is zeros.
 * Comparing before writing takes half as long as writing everything (30 MiB, for every program), because half as much
 * data is moved.
 */
export class MemoryImage {
  readonly #bytes: Buffer;
  readonly #isZero: readonly boolean[];

  /** @param bytes the image, which must be a whole number of pages */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#isZero = Array.from({ length: bytes.length / CHUNK }, (_, place) =>
      this.#bytes.subarray(place * CHUNK, (place + 1) * CHUNK).equals(ZEROS),
    );
  }

  /** @param memory the memory to reset, which must have the same length as the image */
  restore(memory: ArrayBuffer): void {
    const now = Buffer.from(memory);
    for (const [place, isZero] of this.#isZero.entries()) {
      const start = place * CHUNK;
      const end = start + CHUNK;
      if (isZero) {
        if (now.compare(ZEROS, 0, CHUNK, start, end) !== 0) now.fill(0, start, end);
      } else if (now.compare(this.#bytes, start, end, start, end) !== 0) {
        this.#bytes.copy(now, start, start, end);
      }
    }
  }
}
