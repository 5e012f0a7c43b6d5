import type { z } from 'zod';
import type { CUSTOM, FormatName } from './format-names.ts';
import type { Fields, Row } from './rows/row.ts';

/** An item made from a row. Without an `id`, the item gets one from its content. */
export interface Draft {
  readonly id?: string | undefined;
  readonly prompt: string;
  readonly answer?: string | undefined;
  readonly group?: string | undefined;
  readonly cluster?: string | undefined;
  readonly meta?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The reason why a row does not become an item. It is the same sentence for all rows of its kind, because rows are counted
 * by reason; it completes "left out 3 rows: …".
 */
export interface Unusable {
  readonly leftOut: string;
}

export type Drafted = Draft | Unusable;

/** The reason for rows without a right answer, such as those of a test set whose answers are not published. */
export const NO_ANSWER: Unusable = { leftOut: 'the row has no right answer' };

/** The reason for programming tasks without tests. */
export const NO_TESTS: Unusable = { leftOut: 'the row has no tests' };

/** One structure in which a data set circulates. */
export interface Form {
  /** The names of the fields, as errors and documentation show them. */
  readonly fields: string;
  /** Whether a row has exactly these fields, with values of the right types. */
  fits(row: Row): boolean;
  /**
   * Whether the row's content is typical of the data set. Needed if another data set has the same fields. Rows that are not
   * typical are converted too, if the user names the format.
   */
  isTypical(row: Row): boolean;
  /** Makes an item of a row that fits. */
  draft(row: Row): Drafted;
}

/** A data set with a known structure. */
export interface PublishedFormat {
  /** The name on the command line. */
  readonly name: FormatName | typeof CUSTOM;
  readonly title: string;
  readonly license: string;
  /** The page of the data, where the license and the citation can be found. */
  readonly page: string;
  readonly paper: string;
  /** The built-in grader that reads the answers; undefined if nothing is graded. */
  readonly grader: 'numeric' | 'math' | 'choice' | 'code' | 'exact' | 'contains' | undefined;
  /** The suite's template, which asks for the answer in the form that the grader reads. */
  readonly template: string | undefined;
  readonly forms: readonly Form[];
  /** What the items' groups are; absent if the items have none. */
  readonly groups?: string;
  /** What to know before using the items, in one sentence. */
  readonly note?: string;
  /** Explains rows of a form of this data set that cannot be converted; undefined for other rows. */
  refuse?(fields: Fields): { readonly what: string; readonly fix: string } | undefined;
}

/**
 * Defines a form by a schema that accepts exactly its rows. The rows of a `headerless` form are those of a table of this
 * kind without the names of its columns; its fields are `1`, `2` and so on.
 */
export function form<Data>({
  fields,
  headerless,
  schema,
  isTypical = () => true,
  draft,
}: {
  readonly fields: string;
  readonly headerless?: Row['headerless'];
  readonly schema: z.ZodType<Data>;
  readonly isTypical?: (data: Data) => boolean;
  readonly draft: (data: Data, row: Row) => Drafted;
}): Form {
  return {
    fields,
    fits: (row) => row.headerless === headerless && schema.safeParse(row.fields).success,
    isTypical: (row) => {
      const parsed = schema.safeParse(row.fields);
      return row.headerless === headerless && parsed.success && isTypical(parsed.data);
    },
    draft: (row) => {
      const parsed = schema.safeParse(row.fields);
      if (!parsed.success) throw new Error('the row does not have this form');
      return draft(parsed.data, row);
    },
  };
}
