import { r as __name } from "./rolldown-runtime.js";

// src/files/lfs-pointer.ts
const BEGINNING = new TextEncoder().encode("version https://git-lfs.github.com/spec/v1\n");
/** Maximum pointer size in bytes, as specified by Git LFS. */
const LONGEST = 1024;
/** Whether the bytes are a Git LFS pointer instead of the file's content. */
const isLfsPointer = (bytes) => bytes.length < LONGEST && BEGINNING.every((byte, place) => bytes[place] === byte);

export { isLfsPointer as t };