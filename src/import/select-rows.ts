import { ConfigError } from '../errors.ts';
import { quoted } from '../files/printable.ts';
import { CUSTOM } from './custom-format.ts';
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

/** Recognises the data set of a file, with or without the names of the columns; undefined if it is of no known data set. */
export function recogniseFile(file: FileRows): Recognised | undefined {
  for (const rows of readingsOf(file)) {
    const format = recognise(rows);
    if (format !== undefined) return { format, rows };
  }
  return undefined;
}

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
  const fitting = readingsOf(file).find((rows) => fitsFormat(format, rows));
  if (fitting !== undefined) return fitting;
  const first = file.rows[0]?.fields ?? {};
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
  const names = Object.keys(first);
  const found = names.slice(0, MOST_FIELDS).map(quoted).join(', ');
  const more = names.length > MOST_FIELDS ? ` and ${names.length - MOST_FIELDS} more` : '';
  throw new ConfigError({
    what: `this ${file.kind} file has the fields ${found}${more}, which are not those of ${format.title}`,
    where: path,
    fix:
      format.name === CUSTOM
        ? `The templates name the fields ${format.forms[0]?.fields ?? ''}. Correct them.`
        : `Expected ${format.forms.map(({ fields }) => fields).join('; or ')}. If the file contains other data, use templates: reversal-check import custom FILE --prompt '{{question}}' --answer '{{answer}}'`,
  });
}
