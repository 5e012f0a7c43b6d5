import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapedStep, followPointer, isJsonPointer } from '../../src/files/json-pointer.ts';

/** The document of RFC 6901, section 5. */
const DOCUMENT = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

test.each([
  ['', DOCUMENT],
  ['/foo', ['bar', 'baz']],
  ['/foo/0', 'bar'],
  ['/', 0],
  ['/a~1b', 1],
  ['/c%d', 2],
  ['/e^f', 3],
  ['/g|h', 4],
  ['/i\\j', 5],
  ['/k"l', 6],
  ['/ ', 7],
  ['/m~0n', 8],
])('%j leads to the value that the RFC gives', (pointer, value) => {
  expect(isJsonPointer(pointer)).toBe(true);
  expect(followPointer(DOCUMENT, pointer)).toMatchObject({ value });
});

test.each(['foo', '/a~', '/a~2b', '#/foo', 'foo/bar'])('%j is not a pointer', (pointer) => {
  expect(isJsonPointer(pointer)).toBe(false);
});

describe('a pointer to nothing', () => {
  test.each([
    ['/bar', 'bar', []],
    ['/foo/2', '2', ['foo']],
    ['/foo/01', '01', ['foo']],
    ['/foo/-', '-', ['foo']],
    ['/foo/length', 'length', ['foo']],
    ['/foo/0/x', 'x', ['foo', 0]],
    ['/toString', 'toString', []],
    ['/__proto__', '__proto__', []],
    ['//x', 'x', ['']],
  ])('%s says how far it leads', (pointer, missing, reached) => {
    expect(followPointer(DOCUMENT, pointer)).toMatchObject({ missing, reached });
  });
});

test('~01 is the key ~1: escapes are undone in the order of the RFC', () => {
  expect(followPointer({ '~1': 'right', '/': 'wrong' }, '/~01')).toMatchObject({ value: 'right' });
});

test('every key is found by its escaped step', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (outer, inner) => {
      const data = Object.fromEntries([[outer, Object.fromEntries([[inner, 'here']])]]);
      const pointer = `/${escapedStep(outer)}/${escapedStep(inner)}`;
      expect(isJsonPointer(pointer)).toBe(true);
      expect(followPointer(data, pointer)).toEqual({ value: 'here', path: [outer, inner] });
    }),
  );
});
