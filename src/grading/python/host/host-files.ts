import type { HostMemory } from './host-memory.ts';

/** The descriptor on which the Python code sends requests out of its interpreter. */
const CHANNEL = 100;

/** Maximum number of buffers per read or write. No library uses more. */
const MAX_BUFFERS = 1024;

/** Errno values, as defined in the interpreter's build. */
const EBADF = 8;
const EINVAL = 28;
const ENOENT = 44;
const EROFS = 69;

const DIRECTORY = 0o040555;
const FILE = 0o100444;
const STREAM = 0o020666;

/** Flags of `open` that request more than read access. */
const FOR_WRITING = 0o3103;

/** The path at which the interpreter looks for its library. */
const LIBRARY_PATH = '/lib/python314.zip';
const FOLDERS = new Set(['/', '/lib']);

const STAT_BYTES = 96;

interface Open {
  at: number;
}

/** Answers the requests that an interpreter sends to the outside. */
export type Channel = (request: Uint8Array) => Uint8Array;

/**
 * The interpreter's files: one readable file (its library) and the three standard streams. Standard input is empty, and
 * output is discarded, so that output of any size takes no memory. If there is a channel, a write to it is a request, and
 * the next read from it returns the answer.
 */
export class HostFiles {
  readonly #memory: HostMemory;
  readonly #library: Uint8Array;
  readonly #open = new Map<number, Open>();
  readonly #channel: Channel | undefined;
  #answer: Uint8Array = new Uint8Array();
  #answerAt = 0;

  constructor(memory: HostMemory, library: Uint8Array, channel: Channel | undefined) {
    this.#memory = memory;
    this.#library = library;
    this.#channel = channel;
  }

  /** Closes all open files. */
  reset(): void {
    this.#open.clear();
    this.#answer = new Uint8Array();
    this.#answerAt = 0;
  }

  /** The file functions that the interpreter imports. */
  functions() {
    const stat = (name: number, buffer: number): number => this.#stat(this.#memory.text(name), buffer);
    return {
      __syscall_openat: (_folder: number, name: number, flags: number) => this.#openFile(name, flags),
      __syscall_stat64: stat,
      __syscall_lstat64: stat,
      __syscall_newfstatat: (_folder: number, name: number, buffer: number) => stat(name, buffer),
      __syscall_fstat64: (descriptor: number, buffer: number): number => {
        if (isStream(descriptor)) return this.#writeStat(buffer, STREAM, 0);
        return this.#open.has(descriptor) ? this.#writeStat(buffer, FILE, this.#library.length) : -EBADF;
      },
      __syscall_getcwd: (buffer: number, size: number): number => {
        if (size < 2) return -EINVAL;
        this.#memory.bytes(buffer, 2).set([47, 0]);
        return 2;
      },
      __syscall_readlinkat: () => -EINVAL,
      __syscall_fcntl64: (descriptor: number, command: number): number => {
        if (!isStream(descriptor) && !this.#open.has(descriptor)) return -EBADF;
        // A program may ask for a descriptor's flags.
        return command === 1 || command === 3 ? 0 : -EINVAL;
      },
      fd_close: (descriptor: number) => (this.#open.delete(descriptor) ? 0 : EBADF),
      fd_read: (descriptor: number, list: number, count: number, result: number) =>
        withinLimit(count) ?? this.#read(descriptor, this.#memory.buffers(list, count), result),
      fd_pread: (descriptor: number, list: number, count: number, offset: bigint, result: number): number => {
        if (!this.#open.has(descriptor)) return EBADF;
        const limit = withinLimit(count);
        if (limit !== undefined) return limit;
        const read = copy(this.#library, Number(offset), this.#memory.buffers(list, count));
        this.#memory.setNumber(result, read);
        return 0;
      },
      fd_seek: (descriptor: number, offset: bigint, whence: number, result: number) =>
        this.#seek(descriptor, Number(offset), whence, result),
      fd_write: (descriptor: number, list: number, count: number, result: number) =>
        withinLimit(count) ?? this.#write(descriptor, this.#memory.buffers(list, count), result),
      fd_fdstat_get: (descriptor: number, result: number): number => {
        if (!isStream(descriptor) && !this.#open.has(descriptor)) return EBADF;
        const written = this.#memory.bytes(result, 24).fill(0);
        written[0] = isStream(descriptor) ? 2 : 4;
        return 0;
      },
    };
  }

  #openFile(name: number, flags: number): number {
    const path = this.#memory.text(name);
    if (path !== LIBRARY_PATH) return flags & FOR_WRITING ? -EROFS : -ENOENT;
    if (flags & FOR_WRITING) return -EROFS;
    let descriptor = 3;
    while (this.#open.has(descriptor)) descriptor += 1;
    this.#open.set(descriptor, { at: 0 });
    return descriptor;
  }

  #stat(path: string, buffer: number): number {
    if (path === LIBRARY_PATH) return this.#writeStat(buffer, FILE, this.#library.length);
    return FOLDERS.has(path) ? this.#writeStat(buffer, DIRECTORY, 0) : -ENOENT;
  }

  /** Writes a file's mode, number of links, size, block size and inode. Owners and times are 0. */
  #writeStat(buffer: number, mode: number, size: number): number {
    const at = buffer >>> 0;
    this.#memory.bytes(at, STAT_BYTES).fill(0);
    this.#memory.setNumber(at, 1);
    this.#memory.setNumber(at + 4, mode);
    this.#memory.setNumber(at + 8, 1);
    this.#memory.setLong(at + 24, BigInt(size));
    this.#memory.setNumber(at + 32, 4096);
    this.#memory.setLong(at + 88, BigInt(mode));
    return 0;
  }

  #read(descriptor: number, buffers: readonly Uint8Array[], result: number): number {
    const open = this.#open.get(descriptor);
    let read = 0;
    if (open !== undefined) {
      read = copy(this.#library, open.at, buffers);
      open.at += read;
    } else if (descriptor === CHANNEL && this.#channel !== undefined) {
      read = copy(this.#answer, this.#answerAt, buffers);
      this.#answerAt += read;
    } else if (descriptor !== 0) {
      return EBADF;
    }
    this.#memory.setNumber(result, read);
    return 0;
  }

  #seek(descriptor: number, offset: number, whence: number, result: number): number {
    const open = this.#open.get(descriptor);
    if (open === undefined) return EBADF;
    const from = [0, open.at, this.#library.length][whence];
    if (from === undefined || from + offset < 0) return EINVAL;
    open.at = from + offset;
    this.#memory.setLong(result, BigInt(open.at));
    return 0;
  }

  #write(descriptor: number, buffers: readonly Uint8Array[], result: number): number {
    const isRequest = descriptor === CHANNEL && this.#channel !== undefined;
    if (descriptor !== 1 && descriptor !== 2 && !isRequest) return EBADF;
    const written = buffers.reduce((sum, { length }) => sum + length, 0);
    if (isRequest && this.#channel !== undefined) {
      this.#answer = this.#channel(Buffer.concat(buffers));
      this.#answerAt = 0;
    }
    this.#memory.setNumber(result, written);
    return 0;
  }
}

function withinLimit(count: number): number | undefined {
  return count >>> 0 > MAX_BUFFERS ? EINVAL : undefined;
}

function isStream(descriptor: number): boolean {
  return descriptor >= 0 && descriptor <= 2;
}

/** Fills buffers with bytes, starting at an offset. Returns the number of bytes copied. */
function copy(bytes: Uint8Array, from: number, buffers: readonly Uint8Array[]): number {
  let copied = 0;
  for (const buffer of buffers) {
    const part = bytes.subarray(from + copied, from + copied + buffer.length);
    buffer.set(part);
    copied += part.length;
  }
  return copied;
}
