import * as zlib from 'node:zlib';
import { ConfigError } from '../../errors.ts';

/* The parts of the ZIP format needed for reading (PKWARE's APPNOTE, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16 and 4.5.3). */
const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_BYTES = 20;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const EXTRA_64 = 1;
const IN_EXTRA = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const ZSTANDARD = 93;

/** A file in an archive, as listed in the archive's directory. */
export interface ZipEntry {
  readonly name: string;
  /**
   * Unpacks the file.
   *
   * @throws {ConfigError} if it is larger than the limit, damaged, or packed with an unsupported method
   */
  readonly read: () => Uint8Array;
}

/** How to read an archive. */
export interface ZipReading {
  /** Maximum unpacked bytes per entry. */
  readonly maxBytes: number;
  /** The archive's name in error messages, and how to fix an archive that cannot be read. */
  readonly where: string;
  readonly fix: string;
}

/**
 * Lists the files in an untrusted ZIP archive, in the order of the archive's directory. Names may be duplicated and may
 * point anywhere. Nothing is written to disk. Entries are unpacked only on request, up to `maxBytes`, no matter what
 * sizes the archive claims. Supports stored, deflated and Zstandard entries.
 *
 * @throws {ConfigError} if it is not a readable archive
 */
export function zipEntries(archive: Uint8Array, reading: ZipReading): readonly ZipEntry[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const entries = listed(bytes);
    // Otherwise, a small archive could list one large entry any number of times.
    if (entries.reduce((sum, { packed }) => sum + packed, 0) > bytes.length)
      throw new RangeError('its entries overlap');
    return entries.map((entry) => ({ name: entry.name, read: () => unpack(bytes, entry, reading) }));
  } catch (error) {
    throw refusal(reading, 'is not a readable ZIP archive', error);
  }
}

interface Listed {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  /** The unpacked size claimed by the archive. */
  readonly size: number;
  /** The offset of the entry's local header. */
  readonly at: number;
}

function refusal({ where, fix }: ZipReading, what: string, cause?: unknown): ConfigError {
  return new ConfigError({ what, where, fix, cause });
}

function unpack(bytes: Buffer, { name, method, packed, size, at }: Listed, reading: ZipReading): Uint8Array {
  const tooLarge = `${name} is larger than the limit of ${reading.maxBytes} bytes`;
  if (size > reading.maxBytes) throw refusal(reading, tooLarge);
  const limit = { maxOutputLength: reading.maxBytes };
  try {
    if (bytes.readUInt32LE(at) !== LOCAL) throw new RangeError('the entry is damaged');
    const start = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const content = bytes.subarray(start, start + packed);
    if (method === STORED) {
      if (content.length > reading.maxBytes) throw refusal(reading, tooLarge);
      return content;
    }
    if (method === DEFLATED) return zlib.inflateRawSync(content, limit);
    // Node 22.15 added Zstandard.
    if (method === ZSTANDARD && 'zstdDecompressSync' in zlib) return zlib.zstdDecompressSync(content, limit);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const isTooLarge =
      error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw refusal(reading, isTooLarge ? tooLarge : 'is not a readable ZIP archive', error);
  }
  throw refusal(reading, `${name} is compressed with an unsupported method`);
}

/**
 * The entries in the directory at the end of an archive.
 *
 * @throws {RangeError} if the directory points outside the archive
 */
function listed(bytes: Buffer): readonly Listed[] {
  const { count, start } = directoryOf(bytes);
  const entries: Listed[] = [];
  for (let place = 0, at = start; place < count; place += 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new RangeError('the directory is damaged');
    const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const wide = wideNumbers(bytes, nameEnd, extraEnd);
    // The extra field lists them in this order, each only if its 32-bit field is set to the maximum.
    const size = wide(bytes.readUInt32LE(at + 24));
    const packed = wide(bytes.readUInt32LE(at + 20));
    entries.push({
      name: bytes.toString('utf8', at + ENTRY_BYTES, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      packed,
      size,
      at: wide(bytes.readUInt32LE(at + 42)),
    });
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Returns a function that widens an entry's 32-bit numbers. The function returns a number unchanged unless it is the
 * maximum; in that case, it returns the next 64-bit number in the entry's extra field.
 */
function wideNumbers(bytes: Buffer, start: number, end: number): (narrow: number) => number {
  let next = end;
  let last = end;
  for (let at = start; at + 4 <= end; at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) !== EXTRA_64) continue;
    next = at + 4;
    last = next + bytes.readUInt16LE(at + 2);
    break;
  }
  return (narrow) => {
    if (narrow !== IN_EXTRA || next + 8 > last) return narrow;
    next += 8;
    return Number(bytes.readBigUInt64LE(next - 8));
  };
}

function directoryOf(bytes: Buffer): { readonly count: number; readonly start: number } {
  const end = endOf(bytes);
  const locator = end - LOCATOR_64_BYTES;
  if (locator >= 0 && bytes.readUInt32LE(locator) === LOCATOR_64) {
    const wide = Number(bytes.readBigUInt64LE(locator + 8));
    if (bytes.readUInt32LE(wide) !== END_64) throw new RangeError('the directory is damaged');
    return {
      count: Number(bytes.readBigUInt64LE(wide + 32)),
      start: Number(bytes.readBigUInt64LE(wide + 48)),
    };
  }
  return { count: bytes.readUInt16LE(end + 10), start: bytes.readUInt32LE(end + 16) };
}

function endOf(bytes: Buffer): number {
  const last = bytes.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new RangeError('there is no directory');
}
