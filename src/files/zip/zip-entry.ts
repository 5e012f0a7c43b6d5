import { ConfigError } from '../../errors.ts';
import { zipEntries } from './zip-entries.ts';

/**
 * Reads one file from an untrusted ZIP archive; `undefined` if the archive has no file with this name. Nothing is
 * written to disk, no other entry is read, and at most `maxBytes` are unpacked, no matter what sizes the archive
 * claims.
 *
 * @param where the archive's name in error messages
 * @throws {ConfigError} if the archive cannot be read or has the name twice, or if the file is larger than the limit
 */
export function zipEntry(
  archive: Uint8Array,
  name: string,
  { maxBytes, where }: { readonly maxBytes: number; readonly where: string },
): Uint8Array | undefined {
  const fix = 'Use the artifact exactly as the Action uploaded it.';
  const found = zipEntries(archive, { maxBytes, where, fix }).filter((entry) => entry.name === name);
  if (found.length > 1) throw new ConfigError({ what: `contains ${name} more than once`, where, fix });
  return found[0]?.read();
}
