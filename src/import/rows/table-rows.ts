import { CsvError, parse } from 'csv-parse/sync';
import { configError } from '../../files/problem.ts';
import type { Fields, FileRows } from './row.ts';

/** A record of a table and the line on which it ends. */
interface TableRecord {
  readonly record: readonly string[];
  readonly line: number;
}

/** The names of the first column in tables that pandas wrote with its row numbers. */
const ROW_NUMBERS: ReadonlySet<string> = new Set(['', 'Unnamed: 0']);

/** Number of lines that show whether a table is separated by tabs. */
const LINES_SEEN = 20;

/**
 * The separator of a table: a tab if the first lines all have the same number of tabs, otherwise a semicolon if the first
 * line has one and no comma, otherwise a comma.
 */
export function separatorOf(text: string): '\t' | ';' | ',' {
  const lines = text.split('\n', LINES_SEEN).filter((line) => line.trim() !== '');
  const tabs = new Set(lines.map((line) => line.split('\t').length - 1));
  if (tabs.size === 1 && !tabs.has(0)) return '\t';
  const first = lines[0] ?? '';
  return first.includes(';') && !first.includes(',') ? ';' : ',';
}

/**
 * Reads CSV (RFC 4180) or a table separated by semicolons or tabs. Quotation marks inside a cell that does not begin with
 * one are text, as for Python's csv module: some files of MMLU have such cells.
 *
 * @throws {ConfigError} with the line of a record with too few or too many cells, or with an open quotation mark
 */
export function rowsOfTable(text: string, path: string): Pick<FileRows, 'kind' | 'rows' | 'headerless'> {
  const separator = separatorOf(text);
  const kind = separator === '\t' ? 'TSV' : 'CSV';
  const records = recordsOf(text, path, separator);
  const names = columnNames(records[0]?.record ?? []);
  return {
    kind,
    rows: records.slice(1).map(({ record, line }) => ({
      path,
      place: line,
      fields: fieldsOf(record, (place) => names[place]),
    })),
    headerless: () =>
      records.map(({ record, line }) => ({
        path,
        place: line,
        fields: fieldsOf(record, (place) => String(place + 1)),
        headerless: kind,
      })),
  };
}

const fieldsOf = (record: readonly string[], named: (place: number) => string | undefined): Fields =>
  Object.fromEntries(
    record.flatMap((cell, place) => {
      const name = named(place);
      return name === undefined ? [] : [[name, cell]];
    }),
  );

/** The first line's cells as names: a repeated name is replaced by the column's number, and row numbers have none. */
function columnNames(header: readonly string[]): readonly (string | undefined)[] {
  const names = header.map((name) => name.trim());
  return names.map((name, place) => {
    if (place === 0 && ROW_NUMBERS.has(name)) return undefined;
    return names.indexOf(name) === place && name !== '' ? name : String(place + 1);
  });
}

function recordsOf(text: string, path: string, separator: string): readonly TableRecord[] {
  try {
    return parsed(text, separator, true);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (separator === '\t') {
      try {
        return parsed(text, separator, false);
      } catch {
        // The first error is the better explanation.
      }
    }
    throw notATable(error, path);
  }
}

function parsed(text: string, separator: string, quotes: boolean): readonly TableRecord[] {
  const records: TableRecord[] = [];
  parse(text, {
    delimiter: separator,
    quote: quotes ? '"' : false,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (record: string[], { lines }) => {
      records.push({ record, line: lines });
      return null;
    },
  });
  return records;
}

function notATable(error: CsvError, path: string): Error {
  const line: unknown = error['lines'];
  const what =
    error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'
      ? 'this line has more or fewer cells than the first line'
      : error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quotation mark is opened and never closed'
        : `this is neither JSON nor Parquet, and not valid CSV (${error.code})`;
  return configError(path, [
    {
      line: typeof line === 'number' ? line : undefined,
      what,
      fix: 'Check that this is the right file, and that it is complete.',
    },
  ]);
}
