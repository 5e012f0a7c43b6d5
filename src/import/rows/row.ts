/** A row's values by field name. Field names come from the file and may be any text, including `__proto__`. */
export type Fields = Readonly<Record<string, unknown>>;

/** A row of a file, with its place. */
export interface Row {
  readonly path: string;
  /** The row's line number in a text file with one row per line; otherwise, the row's number. Both start at 1. */
  readonly place: number;
  readonly fields: Fields;
  /** For a row of a table that was read without the names of its columns: the kind of table. */
  readonly headerless?: 'CSV' | 'TSV';
}

/** All rows of one file. */
export interface FileRows {
  readonly kind: 'JSONL' | 'JSON' | 'CSV' | 'TSV' | 'Parquet';
  /** Never empty. */
  readonly rows: readonly Row[];
  /**
   * The rows of a CSV or TSV file, read as if its first line were a row like the others and not the names of the columns.
   * The fields are named `1`, `2` and so on. Absent for other kinds of files.
   */
  readonly headerless?: () => readonly Row[];
}

/**
 * Maximum number of rows of a file. Ten times the largest published file that the formats know, and few enough that the
 * rows of a highly compressed file fit into memory.
 */
export const MOST_ROWS = 1_000_000;

/** Whether a value is an object, and neither a list nor null. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
