import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiLine } from '../../../src/grading/python/ascii-line.ts';

test('any text becomes one line of ASCII and parses back unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = asciiLine({ text });
      expect(line).toMatch(/^[ -~]*\n$/);
      expect(JSON.parse(line)).toEqual({ text });
    }),
  );
});
