import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ConfigError } from '../../errors.ts';
import type { OpenFile } from '../../files/json-lines.ts';
import { isLfsPointer } from '../../files/lfs-pointer.ts';
import { unreadableFile } from '../../files/unreadable-file.ts';

/**
 * Maximum size of a file, before and after unpacking, in bytes. The largest published file that the formats know, the
 * additional training data of MMLU, has 161 MB. The limit bounds memory.
 */
export const MOST_BYTES = 256 * 2 ** 20;

/** `MOST_BYTES` as errors show it. */
export const MOST_SHOWN = '256 MiB';

const unzip = promisify(gunzip);

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, place) => bytes[place] === byte);

/** Containers that are recognized by their first bytes and not read, with the command that unpacks them. */
const CONTAINERS: readonly {
  readonly first: readonly number[];
  readonly name: string;
  readonly fix: string;
}[] = [
  {
    first: [0x50, 0x4b, 0x03, 0x04],
    name: 'a ZIP archive',
    fix: 'Unpack it with unzip, and give the path of the file inside.',
  },
  {
    first: [0x28, 0xb5, 0x2f, 0xfd],
    name: 'packed with Zstandard',
    fix: 'Unpack it with zstd -d, and give the path of the result.',
  },
  {
    first: [0x42, 0x5a, 0x68],
    name: 'packed with bzip2',
    fix: 'Unpack it with bunzip2, and give the path of the result.',
  },
  {
    first: [0xfd, 0x37, 0x7a, 0x58, 0x5a],
    name: 'packed with xz',
    fix: 'Unpack it with unxz, and give the path of the result.',
  },
  {
    first: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31],
    name: 'an Arrow file',
    fix: 'Save the data set as JSONL, CSV or Parquet instead.',
  },
];

/**
 * Reads a whole file, and unpacks it if its content is gzip, whatever its name is.
 *
 * @throws {ConfigError} if the file cannot be read, is too large, is a broken gzip file, a pointer of Git LFS, or an
 * archive of another kind
 */
export async function readUnpacked(path: string, open: OpenFile): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readAll(path, open);
  const unpacked = startsWith(bytes, 0x1f, 0x8b) ? await unpack(bytes, path) : bytes;
  if (isLfsPointer(unpacked)) {
    throw new ConfigError({
      what: 'this is a pointer of Git LFS, expected the data',
      where: path,
      fix: 'Run git lfs pull in the repository of the file.',
    });
  }
  const container = CONTAINERS.find(({ first }) => startsWith(unpacked, ...first));
  if (container !== undefined) {
    throw new ConfigError({
      what: `this file is ${container.name}, expected JSONL, JSON, CSV, TSV or Parquet, plain or packed with gzip`,
      where: path,
      fix: container.fix,
    });
  }
  return unpacked;
}

async function readAll(path: string, open: OpenFile): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of open(path)) {
      size += chunk.length;
      if (size > MOST_BYTES) throw tooLarge(path, 'this file is larger');
      chunks.push(chunk);
    }
  } catch (error) {
    throw unreadableFile(path, error, 'Check the path.');
  }
  return Buffer.concat(chunks, size);
}

async function unpack(bytes: Uint8Array, path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await unzip(bytes, { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(path, 'the content of this gzip file is larger');
    throw new ConfigError({
      what: `this gzip file is damaged or incomplete (${cause instanceof Error ? cause.message : String(cause)})`,
      where: path,
      fix: 'Download it again.',
      cause,
    });
  }
}

/** The error for a file with more data than the limit. */
export const tooLarge = (path: string, what: string): ConfigError =>
  new ConfigError({
    what: `${what} than the limit of ${MOST_SHOWN}`,
    where: path,
    fix: 'Check that this is the right file. If it is, split it and import the parts.',
  });
