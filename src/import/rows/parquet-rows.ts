import { ConfigError } from '../../errors.ts';
import { isFields, type Fields, MOST_ROWS, type Row } from './row.ts';
import { MOST_BYTES, tooLarge } from './unpacked.ts';

const MAGIC = 'PAR1';

/** The column in which pandas stores the row numbers of a table. */
const PANDAS_INDEX = '__index_level_0__';

/** Whether a file's content is Parquet. */
export const isParquet = (bytes: Uint8Array): boolean =>
  bytes.length >= 12 && Buffer.from(bytes.subarray(0, 4)).toString('latin1') === MAGIC;

/**
 * Reads a Parquet file. The sizes in its metadata and in the headers of its pages are checked against the limits before
 * anything is unpacked. The library is loaded only here, so that other commands start as fast as without it.
 *
 * @throws {ConfigError} if the file is damaged, too large, encrypted, or has a feature that the library does not know
 */
export async function rowsOfParquet(bytes: Uint8Array<ArrayBuffer>, path: string): Promise<readonly Row[]> {
  const [{ parquetMetadata, parquetReadObjects }, { compressors }, { decompress }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
    import('fzstd'),
  ]);
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  let unpacked = 0;
  const bounded = {
    ...compressors,
    // Given a buffer, fzstd cannot write more than the header of the page announces.
    ZSTD: (input: Uint8Array, length: number) => decompress(input, new Uint8Array(length)),
  };
  const limited = Object.fromEntries(
    Object.entries(bounded).map(([codec, decompress]) => [
      codec,
      (input: Uint8Array, length: number): Uint8Array => {
        unpacked += length;
        if (unpacked > MOST_BYTES) throw tooLarge(path, 'the content of this Parquet file is larger');
        return decompress(input, length);
      },
    ]),
  );
  try {
    const metadata = parquetMetadata(whole);
    const columns = metadata.row_groups.flatMap((group) => group.columns);
    const sum = (of: 'num_values' | 'total_uncompressed_size'): number =>
      columns.reduce((total, { meta_data: column }) => total + Number(column?.[of] ?? 0), 0);
    // A value needs at least one byte in memory, even if it needs none in the file.
    if (Math.max(sum('total_uncompressed_size'), sum('num_values')) > MOST_BYTES)
      throw tooLarge(path, 'the content of this Parquet file is larger');
    const count = metadata.row_groups.reduce((total, group) => total + Number(group.num_rows), 0);
    if (Math.max(count, Number(metadata.num_rows)) > MOST_ROWS) throw tooManyRows(path, count);
    const rows: readonly Fields[] = await parquetReadObjects({
      file: { byteLength: whole.byteLength, slice: (start, end) => whole.slice(start, end) },
      metadata,
      compressors: limited,
    });
    return rows.map((fields, place) => {
      const { [PANDAS_INDEX]: _, ...own } = plainFields(fields);
      return { path, place: place + 1, fields: own };
    });
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    throw new ConfigError({
      what: `cannot read this Parquet file: ${cause instanceof Error ? cause.message : String(cause)}`,
      where: path,
      fix: 'Download it again, or save the data set as JSONL instead.',
      cause,
    });
  }
}

/** The error for a file with more rows than the limit. */
export const tooManyRows = (path: string, count: number): ConfigError =>
  new ConfigError({
    what: `this file has ${count} rows, more than the limit of ${MOST_ROWS}`,
    where: path,
    fix: 'Check that this is the right file. If it is, split it and import the parts.',
  });

function plainFields(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]));
}

/** Replaces Parquet's 64-bit integers with numbers if these have the same value, otherwise with text. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (Array.isArray(value)) return value.map(plain);
  return isFields(value) && Object.getPrototypeOf(value) === Object.prototype ? plainFields(value) : value;
}
