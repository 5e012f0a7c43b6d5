import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../../src/grading/math/compare.ts';
import type { Comparison } from '../../../src/grading/math/same/comparison.ts';
import { randomLatex } from '../../support/random-latex.ts';
import { processorMs } from '../../support/processor-time.ts';

const exactly: Comparison = { lists: 'ordered', tolerance: { numerator: 0n, denominator: 1n } };

test(
  'texts that only look like LaTeX are compared, each with itself, another and back',
  { timeout: 300_000 },
  () => {
    const texts = randomLatex(400, 7);
    texts.forEach((text, at) => {
      const other = texts.at(at - 1) ?? '';
      const start = processorMs();
      expect(compare(text, text, exactly), text).toBe('same');
      expect(() => compare(text, other, exactly), text).not.toThrow();
      expect(processorMs() - start, text).toBeLessThan(4000);
    });
  },
);

const numbers = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 999 }));
const written = ([top, bottom]: readonly [number, number]): readonly string[] => [
  `\\frac{${top}}{${bottom}}`,
  `${top}/${bottom}`,
  `-\\frac{${-top}}{${bottom}}`,
  `x = \\dfrac{${2 * top}}{${2 * bottom}}`,
  `\\left(\\frac{${top}}{${bottom}}\\right)\\text{ units}`,
];

test('fractions are equal by their value, however they are written', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const equal = a[0] * b[1] === b[0] * a[1];
      for (const left of written(a)) {
        for (const right of written(b))
          expect(compare(left, right, exactly)).toBe(equal ? 'same' : 'different');
      }
    }),
    { numRuns: 20 },
  );
});

const coefficients = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 });

test('polynomials are equal by their coefficients', () => {
  fc.assert(
    fc.property(coefficients, coefficients, ([a = 0, b = 0, c = 0], other) => {
      const expanded = `${a}x^2 + ${b}x + ${c}`;
      const horner = `(${a}x + ${b})x + ${c}`;
      expect(compare(expanded, horner, exactly)).toBe('same');
      const [d = 0, e = 0, f = 0] = other;
      const isSame = a === d && b === e && c === f;
      expect(compare(horner, `${d}x^2 + ${e}x + ${f}`, exactly)).toBe(isSame ? 'same' : 'different');
    }),
    { numRuns: 40 },
  );
});
