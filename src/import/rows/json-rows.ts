import { isTooDeep } from '../../files/json-depth.ts';
import { readJsonLines } from '../../files/json-lines.ts';
import { quoted } from '../../files/printable.ts';
import { configError, type Problem } from '../../files/problem.ts';
import { type Fields, isFields, type Row } from './row.ts';

/** Reads JSONL: one object per line. */
export async function rowsOfLines(bytes: Uint8Array, path: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  const open = async function* open(): AsyncGenerator<Uint8Array> {
    yield bytes;
  };
  for await (const { line, value, problem } of readJsonLines({ path, open, fix: '' })) {
    if (problem !== undefined) problems.push(problem);
    else if (isFields(value)) rows.push({ path, place: line, fields: value });
    else {
      const what = 'this line is JSON but not an object, expected one object per row';
      problems.push({ line, what, fix: 'Check that this is the right file.' });
    }
  }
  if (problems.length > 0) throw configError(path, problems);
  return rows;
}

/**
 * Whether JSON text has one object per line. An object on a single line is a document, because it may contain the rows.
 */
export function hasObjectPerLine(text: string): boolean {
  const [first = '', second] = text.split('\n', 200).filter((line) => line.trim() !== '');
  if (second === undefined) return false;
  try {
    return isFields(JSON.parse(first));
  } catch {
    // A damaged first line is reported as such if the second line is a row.
    return /^\s*\{\s*"/u.test(first) && /^\s*\{\s*"/u.test(second);
  }
}

/** Reads a JSON document: a list of rows, an object that contains one, columns, or a single row. */
export function rowsOfDocument(text: string, path: string): readonly Row[] {
  return rowsIn(parse(text, path), path).map((fields, place) => {
    if (isFields(fields)) return { path, place: place + 1, fields };
    throw configError(path, [
      {
        what: `row ${place + 1} is not an object, expected a list of objects`,
        fix: 'Check that this is the right file.',
      },
    ]);
  });
}

function parse(text: string, path: string): unknown {
  if (isTooDeep(text)) {
    const what = 'found lists and objects nested more than 200 levels deep';
    throw configError(path, [{ what, fix: 'Check that this is the right file.' }]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    // The position is absent from some messages.
    const position = /at position (\d+)/u.exec(message)?.[1];
    const isCut =
      message.startsWith('Unexpected end') ||
      (position !== undefined && Number(position) >= text.trimEnd().length);
    const before = isCut ? text : position === undefined ? undefined : text.slice(0, Number(position));
    const lines = before?.split('\n');
    throw configError(path, [
      {
        line: lines?.length,
        column: lines && (lines.at(-1)?.length ?? 0) + 1,
        what: isCut ? 'the file ends before its JSON is complete' : 'this is not valid JSON',
        fix: isCut ? 'Download it again.' : 'Check that this is the right file, or download it again.',
      },
    ]);
  }
}

const isListOfObjects = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every(isFields);

/**
 * The rows in a document. Besides a list, four kinds of objects are known: one with a single list of objects, such as
 * `{"data": […]}`, in which each row may be wrapped in `row`, as the rows API of the Hugging Face hub does
 * (https://huggingface.co/docs/dataset-viewer/rows); lists of the same length, one for each column; pandas' default,
 * columns of values by row number; and a single row, as in the files of MATH.
 */
function rowsIn(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isFields(value)) return [value];
  const members = Object.entries(value);
  // The hub's `features` describe the columns.
  const lists = members.filter(([name, each]) => name !== 'features' && isListOfObjects(each));
  const [first, second] = lists;
  const columns = columnsOf(members);
  if (columns !== undefined && !(first !== undefined && members.length === 1)) return transposed(columns);
  if (first === undefined || !Array.isArray(first[1])) return [value];
  if (members.every(([, each]) => isListOfObjects(each)) && second !== undefined) {
    const names = lists.map(([name]) => quoted(name)).join(', ');
    throw configError(path, [
      {
        what: `this file contains several lists of rows: ${names}`,
        fix: `Select one, for example: jq '.${/^\w+$/u.test(first[0]) ? first[0] : `[${JSON.stringify(first[0])}]`}' FILE > selected.json`,
      },
    ]);
  }
  const isContainer =
    second === undefined &&
    /^(?:data|rows|examples|items|questions|train|validation|dev|test)$/iu.test(first[0]);
  return isContainer ? unwrapped(first[1], path) : [value];
}

function unwrapped(rows: readonly unknown[], path: string): readonly unknown[] {
  const isWrapped = rows.every((row) => isFields(row) && 'row_idx' in row && isFields(row['row']));
  if (!isWrapped) return rows;
  return rows.map((row, place) => {
    if (!isFields(row)) return row;
    const cut = row['truncated_cells'];
    if (Array.isArray(cut) && cut.length > 0) {
      throw configError(path, [
        {
          what: `the hub's rows API truncated row ${place + 1}`,
          fix: 'Download the Parquet file of the data set instead.',
        },
      ]);
    }
    return row['row'];
  });
}

/** An object's members as columns; undefined if they are not columns of the same length. */
function columnsOf(
  members: readonly (readonly [string, unknown])[],
): readonly (readonly [string, readonly unknown[]])[] | undefined {
  const columns = members.map(([name, each]) => [name, Array.isArray(each) ? each : numbered(each)] as const);
  const length = columns[0]?.[1]?.length;
  if (length === undefined || length === 0) return undefined;
  const whole = columns.flatMap(([name, each]) =>
    each?.length === length ? [[name, each] as readonly [string, readonly unknown[]]] : [],
  );
  return whole.length === columns.length ? whole : undefined;
}

/** The values of an object whose keys are 0, 1, 2 and so on, in this order. */
function numbered(value: unknown): readonly unknown[] | undefined {
  if (!isFields(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every(([key], place) => key === String(place)) ? entries.map(([, each]) => each) : undefined;
}

function transposed(columns: readonly (readonly [string, readonly unknown[]])[]): readonly Fields[] {
  const length = columns[0]?.[1].length ?? 0;
  return Array.from({ length }, (_, place) =>
    Object.fromEntries(columns.map(([name, values]) => [name, values[place]])),
  );
}
