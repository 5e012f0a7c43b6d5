import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonLine, type OpenFile, readJsonLines } from '../../src/files/json-lines.ts';
import { memoryFile } from '../support/memory-file.ts';

const all = async (open: OpenFile): Promise<JsonLine[]> => {
  const read: JsonLine[] = [];
  for await (const line of readJsonLines({ path: 'f', open, fix: 'Look again.' })) read.push(line);
  return read;
};

const lines = (content: string | Uint8Array, chunkSize = 7): Promise<JsonLine[]> =>
  all(memoryFile('f', content, chunkSize));

test('numbers lines as an editor does, including blank ones', async () => {
  expect(await lines('1\n\n  \n"a"')).toEqual([
    { line: 1, value: 1 },
    { line: 4, value: 'a' },
  ]);
});

test('an empty file has no lines', async () => {
  expect(await lines('')).toEqual([]);
});

test('any JSON is read unchanged, however the bytes are cut into chunks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue()), fc.integer({ min: 1, max: 40 }), async (values, size) => {
      const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
      fc.pre(!text.startsWith('[{'));
      expect((await lines(text, size)).map(({ value }) => value)).toEqual(JSON.parse(JSON.stringify(values)));
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('a broken line is a problem of that line only; reading continues', async () => {
  const [broken, whole] = await lines('{"a": 1,}\n2');
  expect(broken?.problem).toMatchObject({ line: 1, column: 9, what: 'this line is not valid JSON' });
  expect(whole).toEqual({ line: 2, value: 2 });
});

test('distinguishes a truncated line from a malformed one', async () => {
  for (const cut of ['{"a"', '{"a": "b', '[1, ', '{']) {
    const [line] = await lines(cut);
    expect(line?.problem).toMatchObject({
      column: cut.length + 1,
      what: 'the line ends before its JSON object is complete',
    });
  }
});

test.each([
  ['on one line', JSON.stringify([{ id: 1 }, { id: 2 }])],
  ['with one object per line', '\uFEFF\n[{"id": 1},\n{"id": 2}]\n'],
  ['indented', JSON.stringify([{ id: 1 }, { id: 2 }], undefined, 2)],
])('a file that is one list of objects, %s, is one problem with a command to convert it', async (_, text) => {
  const read = await lines(text);
  expect(read).toHaveLength(1);
  expect(read[0]?.problem).toMatchObject({
    what: 'this file is one JSON list, expected JSONL: one JSON object per line',
    fix: "Convert it: jq -c '.[]' f > f.new && mv f.new f",
  });
});

test('stops at the first line that is not UTF-8', async () => {
  const read = await lines(Uint8Array.of(0x31, 0x0a, 0xe9, 0x0a, 0x32));
  expect(read).toHaveLength(2);
  expect(read[1]?.problem).toMatchObject({ line: 2, what: 'found bytes that are not UTF-8, expected UTF-8' });
});

test('a line may be longer than any chunk', async () => {
  const long = 'x'.repeat(1_000_000);
  expect(await lines(JSON.stringify(long), 65_536)).toEqual([{ line: 1, value: long }]);
});

const broken: OpenFile = () => {
  throw new TypeError('a bug');
};

test('passes on an error that is not from the file system', async () => {
  await expect(all(broken)).rejects.toThrow(TypeError);
});
