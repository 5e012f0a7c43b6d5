import { ConfigError } from '../../errors.ts';
import { zipEntries } from './zip-entries.ts';

/**
 * The content of one file of an untrusted ZIP archive; `undefined` if it has no file of this name. Nothing is
 * written, no other entry is read, and at most `maxBytes` are unpacked, whatever sizes the archive claims.
 *
 * @param where the archive's name in an error
 * @throws {ConfigError} if it is not a readable archive, has the name twice, or the file is larger
 */
export function zipEntry(
  archive: Uint8Array,
  name: string,
  { maxBytes, where }: { readonly maxBytes: number; readonly where: string },
): Uint8Array | undefined {
  const fix = 'Use the artifact that the Action uploaded, without changes.';
  const found = zipEntries(archive, { maxBytes, where, fix }).filter((entry) => entry.name === name);
  if (found.length > 1) throw new ConfigError({ what: `contains ${name} more than once`, where, fix });
  return found[0]?.read();
}
