import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tolerance } from '../../../src/config/values/tolerance.ts';
import { exactTolerance } from '../../../src/grading/numbers/numeral.ts';
import { isWithin } from '../../../src/grading/numbers/rational.ts';

const ZERO = { numerator: 0n, denominator: 1n };

const digits = fc.stringMatching(/^\d{1,6}$/u);
const written = fc.oneof(
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  fc.tuple(digits, digits, fc.constantFrom('', 'e3', 'E-12', 'e+300')).map(([a, b, e]) => `${a}.${b}${e}`),
  digits.map((fraction) => `.${fraction}`),
  fc.tuple(digits, fc.integer({ min: 1, max: 10_000 })).map(([a, b]) => `${a}/${b}`),
);

test('every tolerance that the configuration accepts has one exact value of at least 0', () => {
  fc.assert(
    fc.property(written, (text) => {
      const value = exactTolerance(tolerance.parse(text));
      expect(value.numerator >= 0n).toBe(true);
      const read = Number(text);
      if (!Number.isNaN(read) && read < 1e15 && read > 1e-9) {
        const asNumber = Number(value.numerator) / Number(value.denominator);
        if (Number.isFinite(asNumber)) expect(asNumber).toBeCloseTo(read, 6);
      }
      expect(isWithin(ZERO, ZERO, value)).toBe(true);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test.each(['', 'a', '-1', '1/0', '1/-2', '0.1.2', '1e9999', ' 1', 'Infinity'])('refuses %j', (text) => {
  expect(tolerance.safeParse(text).success).toBe(false);
});

test.each([
  ['1/10', 1n, 10n],
  ['0.01', 1n, 100n],
  [0.5, 5n, 10n],
] as const)('%j is exact', (text, numerator, denominator) => {
  const value = exactTolerance(text);
  expect(value.numerator * denominator).toBe(numerator * value.denominator);
});
