import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The error codes for a path that does not exist or is not a file. */
const NOT_A_FILE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'EACCES', 'EPERM', 'ENXIO', 'EINVAL']);

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/**
 * Reads the bytes of a regular file below `root`. `undefined` if it does not exist, or if the path contains a symbolic
 * link. Pipes and devices are not read. `path` uses `/` as the separator, without `.` and `..`.
 */
export const workspaceFile = async (root: string, path: string): Promise<Uint8Array | undefined> => {
  const file = join(root, path);
  let handle: FileHandle | undefined;
  try {
    if ((await realpath(dirname(file))) !== join(await realpath(root), dirname(path))) return undefined;
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    return (await handle.stat()).isFile() ? await handle.readFile() : undefined;
  } catch (error) {
    if (NOT_A_FILE.has(String(codeOf(error)))) return undefined;
    throw error;
  } finally {
    await handle?.close();
  }
};
