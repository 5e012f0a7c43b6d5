import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { refusal } from '../support/refusal.ts';
import { rowsOfText } from './rows-of-text.ts';

const parquet = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, 'parquet', `${name}.parquet`));

const fieldsOf = async (content: string | Uint8Array): Promise<readonly unknown[]> =>
  (await rowsOfText(content)).rows.map(({ fields }) => fields);

const refused = (content: string | Uint8Array): Promise<string> => refusal(() => rowsOfText(content));

const TWO = [
  { q: 'One?', a: 1 },
  { q: 'Two?', a: 2 },
];
const JSONL = TWO.map((row) => `${JSON.stringify(row)}\n`).join('');

describe('JSON', () => {
  test.each([
    ['JSONL', JSONL],
    ['JSONL with a byte order mark, CRLF and blank lines', `\uFEFF${JSONL.replaceAll('\n', '\r\n\r\n')}`],
    ['JSONL without a last line feed', JSONL.trimEnd()],
    ['a list', JSON.stringify(TWO)],
    ['a list on several lines', `\n${JSON.stringify(TWO, undefined, 2)}\n`],
    ['an object with one list', JSON.stringify({ version: '1', data: TWO })],
    ['columns', JSON.stringify({ q: ['One?', 'Two?'], a: [1, 2] })],
    ["pandas' columns", JSON.stringify({ q: { 0: 'One?', 1: 'Two?' }, a: { 0: 1, 1: 2 } })],
    [
      "the hub's rows API",
      JSON.stringify({
        features: [{ feature_idx: 0, name: 'q', type: {} }],
        rows: TWO.map((row, place) => ({ row_idx: place, row, truncated_cells: [] })),
        num_rows_total: 2,
      }),
    ],
  ])('%s', async (_, text) => {
    expect(await fieldsOf(text)).toEqual(TWO);
    expect(await fieldsOf(gzipSync(text))).toEqual(TWO);
  });

  test('a single object is a row, with its lists', async () => {
    const row = { problem: 'P', choices: ['a', 'b'], level: 'Level 1' };
    expect(await fieldsOf(JSON.stringify(row))).toEqual([row]);
    expect(await fieldsOf(JSON.stringify(row, undefined, 2))).toEqual([row]);
  });

  test('rows know the lines of JSONL and the numbers of rows in a list', async () => {
    const lines = await rowsOfText(`\n${JSONL}`, 'a.jsonl');
    expect(lines.rows.map(({ path, place }) => `${path}:${place}`)).toEqual(['a.jsonl:2', 'a.jsonl:3']);
    const list = await rowsOfText(JSON.stringify(TWO), 'a.json');
    expect(list.rows.map(({ path, place }) => `${path}:${place}`)).toEqual(['a.json:1', 'a.json:2']);
  });

  test('keys of prototypes are ordinary fields', async () => {
    const [row] = await fieldsOf('{"__proto__": {"polluted": 1}, "constructor": "c"}\n{"a": 1}');
    expect(Object.keys(row ?? {})).toEqual(['__proto__', 'constructor']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    const [column] = await fieldsOf('{"__proto__": [1], "q": [2]}');
    expect(Object.keys(column ?? {})).toEqual(['__proto__', 'q']);
    const [cell] = await fieldsOf('__proto__,q\n1,2\n');
    expect(Object.keys(cell ?? {})).toEqual(['__proto__', 'q']);
  });

  test.each([
    ['an empty file', '', 'file: this file has no rows'],
    ['an empty list', '[]', 'file: this file has no rows'],
    ['a list of texts', '["a"]', 'file: row 1 is not an object'],
    ['a cut list', '[{"a": 1},\n {"a"', 'file:2:6: the file ends before its JSON is complete'],
    ['a mistake', '[{"a": 1},\n {"a": x}]', 'file: this is not valid JSON'],
    ['a mistake with a position', '[{"a": 1},\n {"a": 1 "b": 2}]', 'file:2:10: this is not valid JSON'],
    [
      'a damaged first line',
      '{"a": 1\n{"a": 2}\n',
      'file:1:8: the line ends before its JSON object is complete',
    ],
    ['a line that is no object', '{"a": 1}\n[1]\n', 'file:2: this line is JSON but not an object'],
    [
      'several lists',
      '{"train": [{"a": 1}], "test": [{"a": 2}, {"a": 3}]}',
      `file: this file contains several lists of rows: "train", "test"\n  Select one, for example: jq '.train' FILE`,
    ],
    [
      'truncated cells',
      '{"rows": [{"row_idx": 0, "row": {"q": "One"}, "truncated_cells": ["q"]}]}',
      "file: the hub's rows API truncated row 1",
    ],
    ['deep nesting', '['.repeat(100_000), 'file: found lists and objects nested more than 200 levels deep'],
  ])('%s is refused', async (_, text, message) => {
    expect(await refused(text)).toContain(message);
  });
});

describe('tables', () => {
  test.each([
    ['CSV', 'q,a\r\n"One, or ""two""?",1\r\n"on\ntwo lines",2\r\n'],
    ['CSV with a byte order mark', '\uFEFFq,a\n"One, or ""two""?",1\n"on\ntwo lines",2\n'],
    ['semicolons', 'q;a\n"One, or ""two""?";1\n"on\ntwo lines";2\n'],
  ])('%s', async (_, text) => {
    expect(await fieldsOf(text)).toEqual([
      { q: 'One, or "two"?', a: '1' },
      { q: 'on\ntwo lines', a: '2' },
    ]);
  });

  test('tabs separate if every line has the same number of them, and quotation marks may be text', async () => {
    const file = await rowsOfText('q\ta\n"One," he said, "please"\t1\nTwo "or" 3,5?\t2\n');
    expect(file.kind).toBe('TSV');
    expect(file.rows.map(({ fields }) => fields)).toEqual([
      { q: '"One," he said, "please"', a: '1' },
      { q: 'Two "or" 3,5?', a: '2' },
    ]);
    const quoted = await rowsOfText('q\ta\n"One ""two"""\t1\n');
    expect(quoted.rows[0]?.fields).toEqual({ q: 'One "two"', a: '1' });
  });

  test('quotation marks inside a cell are text', async () => {
    expect(await fieldsOf('q,a\nthe "big" one,1\n')).toEqual([{ q: 'the "big" one', a: '1' }]);
  });

  test('row numbers that pandas wrote are no field, and a repeated name does not hide a column', async () => {
    expect(await fieldsOf(',q,a,a,\n0,One?,1,2,3\n')).toEqual([{ q: 'One?', a: '1', 4: '2', 5: '3' }]);
    expect(await fieldsOf('Unnamed: 0,q\n0,One?\n')).toEqual([{ q: 'One?' }]);
  });

  test('can be read without the names of the columns, with their lines', async () => {
    const { headerless, kind } = await rowsOfText('One?,1\n"Two\nor more?",2\n', 'a.csv');
    expect(kind).toBe('CSV');
    expect(headerless?.()).toEqual([
      { path: 'a.csv', place: 1, fields: { 1: 'One?', 2: '1' }, headerless: 'CSV' },
      { path: 'a.csv', place: 3, fields: { 1: 'Two\nor more?', 2: '2' }, headerless: 'CSV' },
    ]);
  });

  test.each([
    [
      'a line with too many cells',
      'q,a\n1,2\n1,2,3\n',
      'file:3: this line has more or fewer cells than the first line',
    ],
    ['an open quotation mark', 'q,a\n"1,2\n3,4\n', 'a quotation mark is opened and never closed'],
  ])('%s is refused', async (_, text, message) => {
    expect(await refused(text)).toContain(message);
  });
});

describe('Parquet', () => {
  test.each(['none', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4'])('packed with %s', async (codec) => {
    const file = await rowsOfText(parquet(`arc-${codec}`), 'a.parquet');
    expect(file.kind).toBe('Parquet');
    expect(file.rows).toEqual([
      {
        path: 'a.parquet',
        place: 1,
        fields: {
          id: 'Exam_2009_5_1',
          question: 'Which of these floats on water?',
          choices: { text: ['a stone', 'a coin', 'a nail', 'a cork'], label: ['A', 'B', 'C', 'D'] },
          answerKey: 'D',
        },
      },
      {
        path: 'a.parquet',
        place: 2,
        fields: {
          id: 'Exam_2010_4_2',
          question: 'What happens to ice in a warm room? ❄',
          choices: { text: ['It burns', 'It melts', 'It grows'], label: ['1', '2', '3'] },
          answerKey: '2',
        },
      },
    ]);
  });

  test('keeps every digit of a number, and leaves out the row numbers of pandas', async () => {
    expect(await fieldsOf(parquet('numbers'))).toEqual([
      { question_id: 70, score: null, options: ['a', 'b'] },
      { question_id: '1152921504606846977', score: 0.5, options: [] },
    ]);
  });

  test.each([
    [
      'more data than the limit',
      parquet('bomb'),
      'file: the content of this Parquet file is larger than the limit of 256 MiB',
    ],
    [
      'more rows than the limit',
      parquet('many-rows'),
      'file: this file has 1000001 rows, more than the limit of 1000000',
    ],
    [
      'a group that claims more rows than the limit',
      parquet('lying-rows'),
      'file: this file has 536870912 rows, more than the limit of 1000000',
    ],
    ['a cut file', parquet('arc-snappy').subarray(0, 900), 'file: cannot read this Parquet file: '],
    ['a damaged page', damaged(parquet('arc-zstd')), 'file: cannot read this Parquet file: '],
  ])('%s is refused', async (_, bytes, message) => {
    expect(await refused(bytes)).toContain(message);
  });
});

/** The bytes with a part of the first page overwritten. */
function damaged(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.fill(0xff, 30, 60);
  return copy;
}

describe('other files are refused with the remedy', () => {
  test.each([
    ['a cut gzip file', gzipSync(JSONL).subarray(0, 30), 'this gzip file is damaged or incomplete'],
    ['a damaged gzip file', damaged(gzipSync(JSONL.repeat(50))), 'this gzip file is damaged or incomplete'],
    [
      'a gzip file with too much content',
      gzipSync(Buffer.alloc(257 * 2 ** 20)),
      'the content of this gzip file is larger than the limit of 256 MiB',
    ],
    [
      'a ZIP archive',
      'PK\u0003\u0004…',
      'this file is a ZIP archive, expected JSONL, JSON, CSV, TSV or Parquet',
    ],
    ['an Arrow file', 'ARROW1\0\0', 'this file is an Arrow file'],
    ['a web page', '\n<!DOCTYPE html><html>', 'this is a web page, expected data'],
    [
      'a pointer of Git LFS',
      'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
      'this is a pointer of Git LFS',
    ],
    ['UTF-16', Buffer.from('\uFEFFq,a\n1,2\n', 'utf16le'), 'file:1: found UTF-16 text, expected UTF-8'],
    [
      'Latin-1',
      Buffer.from('q,a\ncafé,2\n', 'latin1'),
      'file:2: found bytes that are not UTF-8, expected UTF-8',
    ],
  ])('%s', async (_, content, message) => {
    const text = await refused(content);
    expect(text).toContain(message);
    expect(text).toMatch(/\n {2}\S/u);
  });

  test('a file beyond the limit is refused before it is read whole', async () => {
    const { readRows } = await import('../../src/import/rows/read-rows.ts');
    let chunks = 0;
    const endless = async function* open(): AsyncGenerator<Uint8Array> {
      for (;;) {
        chunks += 1;
        yield Buffer.alloc(2 ** 24);
      }
    };
    expect(await refusal(() => readRows('big', endless))).toContain(
      'big: this file is larger than the limit of 256 MiB',
    );
    expect(chunks).toBe(17);
  });
});
