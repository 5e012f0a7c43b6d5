import { inflateRawSync } from 'node:zlib';
import { ConfigError } from '../errors.ts';

/* The parts of the ZIP format (PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16) that one entry is read by. */
const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

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
  const refuse = (what: string, cause?: unknown): never => {
    throw new ConfigError({
      what,
      where,
      mend: 'Give the artifact that the Action leaves, unedited.',
      cause,
    });
  };
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const found = entriesOf(bytes).filter((entry) => entry.name === name);
    const [entry] = found;
    if (entry === undefined) return undefined;
    if (found.length > 1) return refuse(`holds ${name} more than once`);
    if (entry.size > maxBytes) return refuse(`${name} is larger than the ${maxBytes} bytes that are read`);
    const start =
      entry.at + LOCAL_BYTES + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
    if (bytes.readUInt32LE(entry.at) !== LOCAL) return refuse('is no ZIP archive that can be read');
    const packed = bytes.subarray(start, start + entry.packed);
    if (entry.method === STORED) return packed;
    if (entry.method !== DEFLATED) return refuse(`${name} is packed in a way that is not read`);
    return inflateRawSync(packed, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      return refuse(`${name} is larger than the ${maxBytes} bytes that are read`, error);
    }
    return refuse('is no ZIP archive that can be read', error);
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  /** As the archive says. */
  readonly size: number;
  /** Where its own header stands. */
  readonly at: number;
}

/** What the directory at the end of an archive lists. @throws RangeError where it leads out of the archive. */
function entriesOf(bytes: Buffer): readonly Entry[] {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  for (let place = 0, at = bytes.readUInt32LE(end + 16); place < count; place += 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new RangeError('the directory is damaged');
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(at + offset),
    );
    const nameEnd = at + ENTRY_BYTES + (nameBytes ?? 0);
    entries.push({
      name: bytes.toString('utf8', at + ENTRY_BYTES, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + (extraBytes ?? 0) + (commentBytes ?? 0);
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  const last = bytes.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new RangeError('there is no directory');
}
