import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { ConfigError } from '../errors.ts';

/** Default maximum file size in bytes: large enough for a configuration, a lock or a result. */
const LARGEST_TEXT_BYTES = 100_000_000;

/** Chunk size: large enough to hold many lines, but small enough to need little memory. */
const CHUNK_BYTES = 2 ** 20;

/** Smallest chunk size. Files in /proc report a size of 0. */
const LEAST_CHUNK_BYTES = 2 ** 12;

/**
 * The kind of a file that may never end or can be read only once. Undefined for all other files: if they cannot be
 * read, the read itself reports an error.
 */
function kindOf(found: Stats): string | undefined {
  if (found.isFIFO()) return 'a named pipe';
  if (found.isSocket()) return 'a socket';
  if (found.isCharacterDevice() || found.isBlockDevice()) return 'a device';
  return undefined;
}

function refuseSpecial(found: Stats, path: string): void {
  const kind = kindOf(found);
  if (kind === undefined) return;
  throw new ConfigError({
    what: `this is ${kind}, expected a file`,
    where: path,
    fix: 'Save its content to a file, and pass the path of that file.',
  });
}

/**
 * Opens a file without waiting for a pipe's writer. Checks the kind of file before opening it, because opening a device
 * can have side effects, and again afterwards, because the path may have changed.
 */
async function openRegularFile(
  path: string,
): Promise<{ readonly handle: FileHandle; readonly size: number }> {
  refuseSpecial(await stat(path), path);
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = await handle.stat();
    refuseSpecial(found, path);
    return { handle, size: found.size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * Reads a file's bytes in chunks.
 *
 * @throws {ConfigError} for a device, a pipe or a socket. If the file cannot be read, throws the same error as
 * `fs.createReadStream`.
 */
export async function* streamRegularFile(path: string): AsyncGenerator<Buffer> {
  const { handle, size } = await openRegularFile(path);
  // A stream allocates a whole chunk for each read, which takes longer than reading a small file.
  const highWaterMark = Math.min(CHUNK_BYTES, Math.max(size + 1, LEAST_CHUNK_BYTES));
  const chunks: AsyncIterable<Buffer> = handle.createReadStream({ highWaterMark });
  yield* chunks;
}

/**
 * Reads all bytes of a file.
 *
 * @throws {ConfigError} in the same cases as `streamRegularFile`, and if the file is larger than `mostBytes`. If the
 * file cannot be read, throws the same error as `fs.promises.readFile`.
 */
export async function readRegularFile(path: string, mostBytes: number = LARGEST_TEXT_BYTES): Promise<Buffer> {
  const { handle, size } = await openRegularFile(path);
  try {
    if (size > mostBytes) throw tooLarge(path, mostBytes);
    // Leaves one extra byte for the read that finds the end. The size is not reliable: files in /proc report a size of
    // 0, and any file may grow.
    let whole = Buffer.allocUnsafe(size + 1);
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await handle.read(whole, bytes, whole.length - bytes, null);
      if (bytesRead === 0) return whole.subarray(0, bytes);
      bytes += bytesRead;
      if (bytes > mostBytes) throw tooLarge(path, mostBytes);
      if (bytes === whole.length) whole = Buffer.concat([whole], whole.length + CHUNK_BYTES);
    }
  } finally {
    await handle.close();
  }
}

function tooLarge(path: string, mostBytes: number): ConfigError {
  return new ConfigError({
    what: `this file is larger than the limit of ${mostBytes} bytes`,
    where: path,
    fix: 'Check that this is the right file.',
  });
}
