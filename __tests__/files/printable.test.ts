import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { found, printable, quoted } from '../../src/files/printable.ts';

test.each([
  [undefined, 'nothing'],
  [null, 'nothing'],
  ['', 'an empty string'],
  ['hot', '"hot"'],
  [0, '0'],
  [false, 'false'],
  [[], 'an empty list'],
  [[1], 'a list'],
  [{}, 'a mapping'],
])('%j is described as %s', (value, words) => {
  expect(found(value)).toBe(words);
});

test('unsafe characters are shown by their code points', () => {
  expect(printable('\u001B[31m\u202Eab\u200B\r\u2028')).toBe(
    String.raw`\u{1b}[31m\u{202e}ab\u{200b}\u{d}\u{2028}`,
  );
  expect(printable('a\nb')).toBe('a⏎b');
});

test('a quotation is one short printable line, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const quotation = quoted(text);
      expect(quotation).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(quotation.length).toBeLessThan(61 * 10 + 3);
    }),
    { seed: 1 },
  );
});

test('a long text is cut at 60 characters, never inside one', () => {
  expect(quoted('é'.repeat(60))).toBe(`"${'é'.repeat(60)}"`);
  expect(quoted('😀'.repeat(61))).toBe(`"${'😀'.repeat(60)}…"`);
});
