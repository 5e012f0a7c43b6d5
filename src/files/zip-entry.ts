import { ConfigError } from '../errors.ts';
import { zipEntries } from './zip-entries.ts';

/**
 * The content of one file of a ZIP archive that a stranger made; `undefined` where it has none of this name. Nothing is
 * written anywhere, no other entry is looked into, and no more than `maxBytes` is ever unpacked, whatever the archive says
 * of its sizes.
 *
 * @param where what to call the archive in an error.
 * @throws ConfigError where it is no archive that can be read, has the name twice, or the file is larger.
 */
export function zipEntry(
  archive: Uint8Array,
  name: string,
  { maxBytes, where }: { readonly maxBytes: number; readonly where: string },
): Uint8Array | undefined {
  const mend = 'Give the artifact that the Action leaves, unedited.';
  const found = zipEntries(archive, { maxBytes, where, mend }).filter((entry) => entry.name === name);
  if (found.length > 1) throw new ConfigError({ what: `holds ${name} more than once`, where, mend });
  return found[0]?.read();
}
