import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonical,
  decimal,
  isWithin,
  negated,
  quotient,
  sum,
  type Rational,
} from '../../../src/grading/numbers/rational.ts';

const rationals: fc.Arbitrary<Rational> = fc.record({
  numerator: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  denominator: fc.bigInt({ min: 1n, max: 10n ** 9n }),
});
const zero: Rational = { numerator: 0n, denominator: 1n };

describe('decimal', () => {
  test.each([
    ['18', '0', '18'],
    ['0.50', '0', '0.5'],
    ['.5', '2', '50'],
    ['1.5', '-3', '0.0015'],
  ])('%s with exponent %s is %s', (digits, exponent, expected) => {
    const value = decimal(digits, exponent);
    expect(value && canonical(value)).toBe(expected);
  });

  test('exponents beyond 1,000 are not read', () => {
    expect(decimal('1', '1000')?.numerator).toBe(10n ** 1000n);
    expect(decimal('1', '1001')).toBeUndefined();
    expect(decimal('1', '-999999999')).toBeUndefined();
  });
});

test('canonical writes equal numbers equally, and only those', () => {
  fc.assert(
    fc.property(rationals, rationals, fc.bigInt({ min: 1n, max: 10n ** 6n }), (a, b, factor) => {
      const scaled = { numerator: a.numerator * factor, denominator: a.denominator * factor };
      expect(canonical(scaled)).toBe(canonical(a));
      expect(canonical(a) === canonical(b)).toBe(isWithin(a, b, zero));
    }),
  );
});

test.each([
  [{ numerator: -1n, denominator: 3n }, '-1/3'],
  [{ numerator: 4n, denominator: 6n }, '2/3'],
  [{ numerator: -1n, denominator: 8n }, '-0.125'],
  [{ numerator: 0n, denominator: 7n }, '0'],
  [{ numerator: 1n, denominator: 2n ** 40n }, '0.0000000000009094947017729282379150390625'],
])('%o is %s', (value, expected) => {
  expect(canonical(value)).toBe(expected);
});

test('sum, difference and quotient agree with each other', () => {
  fc.assert(
    fc.property(rationals, rationals, (a, b) => {
      expect(isWithin(sum(sum(a, b), negated(b)), a, zero)).toBe(true);
      const ratio = quotient(a, b);
      if (b.numerator === 0n) expect(ratio).toBeUndefined();
      else expect(ratio?.denominator).toBeGreaterThan(0n);
    }),
  );
});
