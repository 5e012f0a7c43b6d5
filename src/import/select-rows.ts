import { ConfigError } from '../errors.ts';
import { quoted } from '../files/printable.ts';
import { CUSTOM } from './format-names.ts';
import type { PublishedFormat } from './format.ts';
import { fitsFormat, PUBLISHED_FORMATS, readingsOf, recognise } from './published-formats.ts';
import type { FileRows, Row } from './rows/row.ts';

/** Maximum number of field names that an error lists. */
const MOST_FIELDS = 20;

/** A file's rows with the data set that they come from. */
export interface Recognised {
  readonly format: PublishedFormat;
  readonly rows: readonly Row[];
}

/** Recognizes the data set of a file, with or without the names of the columns; undefined if it is of no known data set. */
export function recogniseFile(file: FileRows): Recognised | undefined {
  for (const rows of readingsOf(file)) {
    const format = recognise(rows);
    if (format !== undefined) return { format, rows };
  }
  return undefined;
}

/** Whether a row has the fields that the user's templates name. */
const isUsable = ({ forms }: PublishedFormat, row: Row): boolean =>
  forms.some((form) => !('leftOut' in form.draft(row)));

/**
 * The rows of a file as rows of the format that the user named.
 *
 * @param commandFor the command that imports the file in another format
 * @throws {ConfigError} that names the file's format, or its fields and those of the named format, if the file has another
 */
export function rowsAs(
  format: PublishedFormat,
  file: FileRows,
  { path, commandFor }: { readonly path: string; readonly commandFor: (format: PublishedFormat) => string },
): readonly Row[] {
  const fitting = readingsOf(file).find((rows) =>
    format.name === CUSTOM ? rows.some((row) => isUsable(format, row)) : fitsFormat(format, rows),
  );
  if (fitting !== undefined) return fitting;
  const first = file.rows[0]?.fields ?? {};
  const names = Object.keys(first);
  const found = names.slice(0, MOST_FIELDS).map(quoted).join(', ');
  const more = names.length > MOST_FIELDS ? ` and ${names.length - MOST_FIELDS} more` : '';
  const fields = `this ${file.kind} file has the fields ${found}${more}`;
  const expected = format.forms.map((form) => form.fields).join('; or ');
  if (format.name === CUSTOM) {
    throw new ConfigError({
      what: `${fields}, but the templates name ${expected}`,
      where: path,
      fix: 'Correct the names in double braces. Write a.b for the field b inside the field a, and a.0 for the first entry of a list.',
    });
  }
  for (const each of PUBLISHED_FORMATS) {
    const refused = each.refuse?.(first);
    if (refused !== undefined) throw new ConfigError({ ...refused, where: path });
  }
  const other = recogniseFile(file);
  if (other !== undefined) {
    throw new ConfigError({
      what: `this is ${other.format.title}'s published form, expected ${format.title}`,
      where: path,
      fix: `Import it as such: ${commandFor(other.format)}`,
    });
  }
  throw new ConfigError({
    what: `${fields}, which are not those of ${format.title}`,
    where: path,
    fix: `Expected ${expected}. If the file contains other data, use templates: reversal-check import ${CUSTOM} FILE --prompt '{{question}}' --answer '{{answer}}'`,
  });
}
