import { FORMAT_NAMES, type FormatName } from './format-names.ts';
import type { Form, PublishedFormat } from './format.ts';
import { arc } from './formats/arc.ts';
import { commonsenseqa } from './formats/commonsenseqa.ts';
import { gsm8k } from './formats/gsm8k.ts';
import { hellaswag } from './formats/hellaswag.ts';
import { humaneval, humanevalPlus } from './formats/humaneval.ts';
import { math, math500 } from './formats/math.ts';
import { mbpp, mbppPlus } from './formats/mbpp.ts';
import { mgsm } from './formats/mgsm.ts';
import { mmluPro } from './formats/mmlu-pro.ts';
import { mmlu } from './formats/mmlu.ts';
import { openbookqa } from './formats/openbookqa.ts';
import { truthfulqa } from './formats/truthfulqa.ts';
import type { FileRows, Row } from './rows/row.ts';

const FORMATS: { readonly [Name in FormatName]: PublishedFormat } = {
  gsm8k,
  math,
  'math-500': math500,
  mgsm,
  commonsenseqa,
  arc,
  openbookqa,
  mmlu,
  'mmlu-pro': mmluPro,
  hellaswag,
  truthfulqa,
  humaneval,
  'humaneval-plus': humanevalPlus,
  mbpp,
  'mbpp-plus': mbppPlus,
};

/** Every data set whose published files can be imported, in the order of the documentation. */
export const PUBLISHED_FORMATS: readonly PublishedFormat[] = FORMAT_NAMES.map((name) => FORMATS[name]);

/** Number of rows that are looked at to recognize a format. */
const LOOKED_AT = 200;
/** The share of these rows that must have one of the format's forms. Real files have a few damaged rows. */
const MOST = 0.9;
/** The share that must also be typical of the data set. */
const TYPICAL = 0.5;

const share = (rows: readonly Row[], holds: (row: Row) => boolean): number =>
  rows.length === 0 ? 0 : rows.filter(holds).length / rows.length;

/** The form that a row has; undefined if it has none of the format's forms. */
export const formOf = ({ forms }: PublishedFormat, row: Row): Form | undefined =>
  forms.find((each) => each.fits(row));

/** Whether nearly all rows have one of the format's forms. */
export const fitsFormat = (format: PublishedFormat, rows: readonly Row[]): boolean =>
  share(rows.slice(0, LOOKED_AT), (row) => formOf(format, row) !== undefined) >= MOST;

/** A reading of a file's rows: CSV and TSV files can be read with and without the names of the columns. */
export type Reading = readonly Row[];

export const readingsOf = ({ rows, headerless }: FileRows): readonly Reading[] =>
  headerless === undefined ? [rows] : [rows, headerless()];

/**
 * Recognizes the data set that rows come from by their fields: nearly all rows have exactly the fields of one published
 * form, and if two data sets share their fields, most rows are typical of this one. If a table has no names of columns, its
 * first row must be typical too, because it could be the names. Undefined if the rows are of no known data set. Looks at the
 * first 200 rows.
 */
export function recognise(rows: readonly Row[]): PublishedFormat | undefined {
  const seen = rows.slice(0, LOOKED_AT);
  return PUBLISHED_FORMATS.find((format) => {
    const isTypical = (row: Row): boolean => format.forms.some((each) => each.isTypical(row));
    const isHeader = (row: Row): boolean => row.headerless !== undefined && !isTypical(row);
    return fitsFormat(format, seen) && !seen.slice(0, 1).some(isHeader) && share(seen, isTypical) >= TYPICAL;
  });
}

const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replaceAll(/[^a-z0-9]/gu, '');

/** The format with this name. Case, hyphens and underscores do not matter, and `+` is `plus`: `HumanEval+`, `math500`. */
export const formatNamed = (name: string): PublishedFormat | undefined =>
  PUBLISHED_FORMATS.find((format) => plainName(format.name) === plainName(name));
