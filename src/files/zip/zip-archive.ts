import { crc32, createDeflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';
import { ConfigError } from '../../errors.ts';
import { streamRegularFile } from '../regular-file.ts';

/** A file on disk, and its name in an archive: a path with `/` as separator. */
export interface ArchivedFile {
  readonly path: string;
  readonly name: string;
}

/* The parts of the ZIP format needed for packing (PKWARE's APPNOTE, sections 4.3.7, 4.3.9, 4.3.12 and 4.3.16). */
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const SIZES = 0x08074b50;
const SIZES_BYTES = 16;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const END = 0x06054b50;
const END_BYTES = 22;
const VERSION = 20;
/** Header flags: sizes follow the content, and names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/**
 * The date of every entry: the first day that the format can represent. Because the date is fixed, the same files
 * always give the same archive.
 */
const DAY = 0x0021;
/** The limits of the basic format, which every ZIP program can read. */
const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffff_ffff;

/** A file's entry in the directory. */
interface Packed {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * Streams a ZIP archive of these files. Only one chunk of a file is in memory at a time. Without files, the archive has
 * no entries.
 *
 * @throws {ConfigError} if the archive would contain more than 65,535 files or 4 GiB; also throws if reading a file
 * fails
 */
export async function* zipArchive(files: readonly ArchivedFile[]): AsyncGenerator<Buffer> {
  if (files.length > MOST_FILES) throw tooMuch(`${files.length} files`);
  const directory: Packed[] = [];
  let at = 0;
  for (const { path, name } of files) {
    const start = at;
    const nameBytes = Buffer.from(name);
    const header = localHeader(nameBytes);
    at += header.length;
    yield header;
    let crc = 0;
    let size = 0;
    const deflated = createDeflateRaw();
    const source = Readable.from(streamRegularFile(path)).on('data', (chunk: Buffer) => {
      crc = crc32(chunk, crc);
      size += chunk.length;
    });
    source.once('error', (error) => deflated.destroy(error)).pipe(deflated);
    const begun = at;
    for await (const chunk of deflated as AsyncIterable<Buffer>) {
      at += chunk.length;
      yield chunk;
    }
    const file = { name: nameBytes, crc, packed: at - begun, size, at: start };
    if (size > MOST_BYTES || at > MOST_BYTES) throw tooMuch('more than 4 GiB');
    at += SIZES_BYTES;
    yield sizesOf(file);
    directory.push(file);
  }
  const entries = Buffer.concat(directory.map(entryOf));
  if (at + entries.length > MOST_BYTES) throw tooMuch('more than 4 GiB');
  yield Buffer.concat([entries, endOf(files.length, entries.length, at)]);
}

function tooMuch(what: string): ConfigError {
  return new ConfigError({
    what: `found ${what}, which is too much for one archive`,
    where: 'the files of the run',
    fix: 'Set artifact: report to upload the report without the completions.',
  });
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(DAY, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function sizesOf({ crc, packed, size }: Packed): Buffer {
  const sizes = Buffer.alloc(SIZES_BYTES);
  sizes.writeUInt32LE(SIZES, 0);
  sizes.writeUInt32LE(crc, 4);
  sizes.writeUInt32LE(packed, 8);
  sizes.writeUInt32LE(size, 12);
  return sizes;
}

function entryOf({ name, crc, packed, size, at }: Packed): Buffer {
  const entry = Buffer.alloc(ENTRY_BYTES);
  entry.writeUInt32LE(ENTRY, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(DAY, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

function endOf(count: number, bytes: number, at: number): Buffer {
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
