const BEGINNING = new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\n');

/** Maximum pointer size in bytes, as specified by Git LFS. */
const LONGEST = 1024;

/** Whether the bytes are a Git LFS pointer instead of the file's content. */
export const isLfsPointer = (bytes: Uint8Array): boolean =>
  bytes.length < LONGEST && BEGINNING.every((byte, place) => bytes[place] === byte);
