import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ConfigError } from '../errors.ts';

/** What stands at a path and cannot be read to its end, or only once. */
function kindOf(found: Stats): string | undefined {
  if (found.isFIFO()) return 'a named pipe';
  if (found.isSocket()) return 'a socket';
  if (found.isCharacterDevice() || found.isBlockDevice()) return 'a device';
  return undefined;
}

/**
 * Refuses what is no file: a device may have no end, and a pipe may never have a beginning. What is not there, or is a folder, is left to
 * whoever reads it.
 *
 * @throws ConfigError
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
