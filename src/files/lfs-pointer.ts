const BEGINNING = new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\n');

/** Longer files are never pointers, as Git LFS has it. */
const LONGEST = 1024;

/** Whether these bytes are the pointer that Git LFS keeps in place of a file. */
export const isLfsPointer = (bytes: Uint8Array): boolean =>
  bytes.length < LONGEST && BEGINNING.every((byte, place) => bytes[place] === byte);
