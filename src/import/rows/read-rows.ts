import { ConfigError } from '../../errors.ts';
import type { OpenFile } from '../../files/json-lines.ts';
import { configError } from '../../files/problem.ts';
import { decodeUtf8, notUtf8 } from '../../files/utf8.ts';
import { hasObjectPerLine, rowsOfDocument, rowsOfLines } from './json-rows.ts';
import { isParquet, rowsOfParquet, tooManyRows } from './parquet-rows.ts';
import { type FileRows, MOST_ROWS } from './row.ts';
import { rowsOfTable } from './table-rows.ts';
import { readUnpacked } from './unpacked.ts';

const BYTE_ORDER_MARK = /^\uFEFF/u;

/**
 * Reads the rows of a file: JSONL, JSON, CSV, TSV or Parquet, plain or packed with gzip. The content decides, not the
 * name. Memory is bounded by the limits in `unpacked.ts` and `row.ts`.
 *
 * @throws {ConfigError} with the place and the remedy if the file cannot be read, is damaged or too large, or has no rows
 */
export async function readRows(path: string, open: OpenFile): Promise<FileRows> {
  const bytes = await readUnpacked(path, open);
  const read = await rowsOf(bytes, path);
  if (read.rows.length === 0 && (read.headerless?.().length ?? 0) === 0) {
    throw new ConfigError({
      what: 'this file has no rows',
      where: path,
      fix: 'Check that this is the right file, and that it was downloaded completely.',
    });
  }
  if (read.rows.length > MOST_ROWS) throw tooManyRows(path, read.rows.length);
  return read;
}

async function rowsOf(bytes: Uint8Array<ArrayBuffer>, path: string): Promise<FileRows> {
  if (isParquet(bytes)) return { kind: 'Parquet', rows: await rowsOfParquet(bytes, path) };
  const text = decodeUtf8(bytes)?.replace(BYTE_ORDER_MARK, '');
  if (text === undefined) throw configError(path, [notUtf8(bytes, lineOfFault(bytes))]);
  const beginning = text.slice(0, 1000).trimStart();
  if (/^<(?:!doctype|html|head|\?xml)/iu.test(beginning)) {
    throw new ConfigError({
      what: 'this is a web page, expected data',
      where: path,
      fix: 'Download the file itself: on GitHub with "Raw", on the Hugging Face hub with resolve instead of blob in the address.',
    });
  }
  if (!/^[[{]/u.test(beginning)) return rowsOfTable(text, path);
  return beginning.startsWith('{') && hasObjectPerLine(text)
    ? { kind: 'JSONL', rows: await rowsOfLines(bytes, path) }
    : { kind: 'JSON', rows: rowsOfDocument(text, path) };
}

/** The number of the first line that is not UTF-8. */
function lineOfFault(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (decodeUtf8(bytes.subarray(start, end === -1 ? bytes.length : end)) === undefined) return line;
    if (end === -1) break;
    start = end + 1;
  }
  return line;
}
