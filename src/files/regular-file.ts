import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ConfigError } from '../errors.ts';

/** The kind of file at a path that has no end, or can be read only once; `undefined` for others. */
function kindOf(found: Stats): string | undefined {
  if (found.isFIFO()) return 'a named pipe';
  if (found.isSocket()) return 'a socket';
  if (found.isCharacterDevice() || found.isBlockDevice()) return 'a device';
  return undefined;
}

/**
 * Refuses special files: a device may never end, and a pipe may never begin. Missing files and folders are
 * left to the code that reads them.
 *
 * @throws {ConfigError} if the path is a special file
 */
export async function refuseSpecialFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  const kind = found === undefined ? undefined : kindOf(found);
  if (kind === undefined) return;
  throw new ConfigError({
    what: `this is ${kind}, expected a file`,
    where: path,
    mend: 'Write its content into a file, and name that.',
  });
}
