import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { fit, wrap } from '../../src/report/columns.ts';
import { terminalText } from '../../src/result/text/neutralise.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((value) => terminalText(value));

test('fitted text has its width, counting wide characters twice', () => {
  expect(fit('abc', 5)).toBe('abc  ');
  expect(fit('abc', 5, 'r')).toBe('  abc');
  expect(fit('abcdef', 4)).toBe('abc…');
  expect(fit('模型模型', 5)).toBe('模型…');
  expect(fit('模型模型', 6)).toBe('模型… ');
  expect(fit('\u{1D158}\u{1D165}\u{1D16E}x', 3)).toBe('…  ');
  fc.assert(
    fc.property(text, fc.integer({ min: 3, max: 40 }), (value, width) => {
      expect(stringWidth(fit(value, width))).toBe(width);
    }),
  );
});

test('wrapped text fits, and is the same text', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('abcdefgh ij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  expect(wrap('', 8)).toEqual([]);
  fc.assert(
    fc.property(text, fc.integer({ min: 3, max: 40 }), (value, width) => {
      const lines = wrap(value, width);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''));
    }),
  );
});
