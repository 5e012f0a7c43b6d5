import { byteLines, LONGEST_LINE_BYTES } from './byte-lines.ts';
import { DEEPEST_JSON, isTooDeep } from './json-depth.ts';
import type { Problem } from './problem.ts';
import { unreadableFile } from './unreadable-file.ts';
import { decodeUtf8, notUtf8 } from './utf8.ts';

/** Opens a file for reading, like `fs.createReadStream`: errors are thrown when the chunks are read. */
export type OpenFile = (path: string) => AsyncIterable<Uint8Array>;

/** A line in a JSONL file, numbered from 1: the JSON value, or what is wrong with the line. */
export type JsonLine =
  | { readonly line: number; readonly value: unknown; readonly problem?: never }
  | { readonly line: number; readonly value?: never; readonly problem: Problem };

const BYTE_ORDER_MARK = '\uFEFF';

const tooLong = (line: number): Problem => ({
  line,
  what: `this line is longer than the limit of ${LONGEST_LINE_BYTES} bytes`,
  fix: 'Write one JSON object per line, with only the fields of a sample or an item.',
});

/** Matches the first line of a JSON file that contains a list of objects, on one line or on several. */
const LIST_OF_OBJECTS = /^\s*\[\s*(?:\{|$)/u;

const isList = (line: number, path: string): Problem => {
  const file = /^[\w@%+=:,./-]+$/u.test(path) ? path : 'FILE';
  return {
    line,
    what: 'this file is one JSON list, expected JSONL: one JSON object per line',
    fix: `Convert it: jq -c '.[]' ${file} > ${file}.new && mv ${file}.new ${file}`,
  };
};

const parseLine = (text: string, line: number, parse: (text: string) => unknown): JsonLine => {
  if (isTooDeep(text)) {
    const what = `found lists and objects nested more than ${DEEPEST_JSON} levels deep`;
    return { line, problem: { line, what, fix: 'Remove the deeply nested data, which no grader reads.' } };
  }
  try {
    return { line, value: parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /at position (\d+)/.exec(message)?.[1];
    if (message.startsWith('Unexpected end') || Number(position) >= text.length) {
      return {
        line,
        problem: {
          line,
          column: text.length + 1,
          what: 'the line ends before its JSON object is complete',
          fix: 'Write each JSON object on one line, and check that the file is complete.',
        },
      };
    }
    return {
      line,
      problem: {
        line,
        column: position === undefined ? undefined : Number(position) + 1,
        what: 'this line is not valid JSON',
        fix: 'Write one JSON object per line, with double quotes and without a comma after the last value.',
      },
    };
  }
};

/**
 * Reads a JSONL file line by line. Memory use depends on the longest line, not on the size of the file. A byte order
 * mark, CRLF and blank lines are accepted. Invalid lines are yielded as problems, so that the caller can report all of
 * them. Reading stops at a line that is too long, at the first line that is not UTF-8 (because the rest probably has
 * the same encoding), or at the beginning of a file that is a JSON list.
 *
 * @throws {ConfigError} if the file cannot be read
 */
export async function* readJsonLines({
  path,
  open,
  fix,
  parse = JSON.parse,
}: {
  readonly path: string;
  readonly open: OpenFile;
  /** How to fix a file that cannot be read. */
  readonly fix: string;
  /** Parses a line's JSON. Default: strict parsing. */
  readonly parse?: (text: string) => unknown;
}): AsyncGenerator<JsonLine> {
  let line = 0;
  let isFirst = true;
  try {
    for await (const bytes of byteLines(open(path))) {
      line += 1;
      if (bytes === undefined) {
        yield { line, problem: tooLong(line) };
        return;
      }
      const decoded = decodeUtf8(bytes);
      if (decoded === undefined) {
        yield { line, problem: notUtf8(bytes, line) };
        return;
      }
      const marked = line === 1 && decoded.startsWith(BYTE_ORDER_MARK);
      const text = marked ? decoded.slice(1) : decoded;
      if (text.trim() === '') continue;
      if (isFirst && LIST_OF_OBJECTS.test(text)) {
        yield { line, problem: isList(line, path) };
        return;
      }
      isFirst = false;
      yield parseLine(text, line, parse);
    }
  } catch (error) {
    throw unreadableFile(path, error, fix);
  }
}
