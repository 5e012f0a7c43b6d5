import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRational, numeralFrom, wholeNumber } from '../../../src/grading/numbers/numeral.ts';
import { plainNotation } from '../../../src/grading/numbers/plain-notation.ts';
import { canonical } from '../../../src/grading/numbers/rational.ts';

/** The first number of the text in its canonical form, or why it is none. */
function first(text: string, decimalComma = false): string | undefined {
  const numeral = numeralFrom(plainNotation(text), 0, { decimalComma });
  if (numeral === undefined) return undefined;
  return isRational(numeral.value) ? canonical(numeral.value) : numeral.value;
}

describe('signs', () => {
  test.each([
    ['-5', '-5'],
    ['- 5', '-5'],
    ['−5', '-5'],
    ['– 5', '-5'],
    ['-$5', '-5'],
    ['$-5', '-5'],
    ['- $ 5', '-5'],
    ['x = -5', '-5'],
    ['x = - 5', '-5'],
    ['(-5)', '-5'],
    ['it is -5', '-5'],
    ['minus 5', '-5'],
    ['negative five is -5', '-5'],
    ['negative 5', '-5'],
    ['moins 5', '-5'],
    ['负5', '-5'],
    ['マイナス5', '-5'],
    ['\\frac{-1}{2}', '-0.5'],
    ['\\frac{1}{-2}', '-0.5'],
    ['-\\frac{-1}{2}', '0.5'],
    ['-\\,5', '-5'],
    ['+5', '5'],
    ['a pre-5 time', '5'],
    ['Apollo-11', '11'],
  ])('%j is %s', (text, value) => {
    expect(first(text)).toBe(value);
  });
});

describe('forms', () => {
  test.each([
    ['1,500', '1500'],
    ['1 500', '1500'],
    ["1'500", '1500'],
    ['1’500', '1500'],
    ['1_500', '1500'],
    ['1\u00a0500\u00a0000', '1500000'],
    ['1\u202f500', '1500'],
    ['1{,}500', '1500'],
    ['1{, }500', '1500'],
    ['1\\,500', '1500'],
    ['1,\\,500', '1500'],
    ['1,\\!500', '1500'],
    ['1~500', '1500'],
    ['1,50,000', '150000'],
    ['1.5e3', '1500'],
    ['1.5 × 10^3', '1500'],
    ['1.5 \\times 10^{-3}', '0.0015'],
    ['1.5 × 10³', '1500'],
    ['2½', '2.5'],
    ['½', '0.5'],
    ['2 1/2', '2.5'],
    ['2 and a half', '2.5'],
    ['2\\frac{1}{2}', '2.5'],
    ['\\frac12', '0.5'],
    ['\\frac{1}2', '0.5'],
    ['\\dfrac{1,000}{2}', '500'],
    ['3⁄4', '0.75'],
    ['2²', '4'],
    ['20k', '20000'],
    ['1.5 million', '1500000'],
    ['$2.5bn', '2500000000'],
    ['$5m', '5000000'],
    ['3 hundred', '300'],
    ['2 hundred thousand', '200000'],
    ['3 lakh', '300000'],
    ['5万', '50000'],
    ['12 dollars and 50 cents', '12.5'],
    ['18%', '18'],
    ['18 \\%', '18'],
    ['18°', '18'],
    ['18^{\\circ}', '18'],
    ['18km', '18'],
    ['18 km', '18'],
    ['18\\text{ km}', '18'],
    ['18th', '18'],
    ['18-year-old', '18'],
    ['18/day', '18'],
    ['18個', '18'],
    ['18입니다', '18'],
    ['18 euros.', '18'],
    ['18!', '18'],
    ['**18**', '18'],
    ['<<9+9=18>>18', '18'],
    ['１８', '18'],
    ['١٨', '18'],
    ['१८', '18'],
    ['১৮', '18'],
    ['౧౮', '18'],
    ['๑๘', '18'],
    ['𝟙𝟠', '18'],
    ['١٢٫٥', '12.5'],
  ])('%j is %s', (text, value) => {
    expect(first(text)).toBe(value);
  });

  test.each([
    ['1,5', '1.5'],
    ['1.500', '1500'],
    ['1.500,25', '1500.25'],
    ['1 500,5', '1500.5'],
    ['-0,5', '-0.5'],
    ['18', '18'],
  ])('%j with a decimal comma is %s', (text, value) => {
    expect(first(text, true)).toBe(value);
  });
});

describe('nothing is cut off', () => {
  test.each([
    '2^3',
    '2^{10}',
    '2\\sqrt{x}',
    '2√4',
    '2\\sqrt{16}',
    '2 + 3',
    '2-3',
    '2 - 3',
    '2–3',
    '2 × 3',
    '2*3',
    '2·3',
    '2(3)',
    '2(x+1)',
    '2:3',
    '2 : 3',
    '2/x',
    '2/3/4',
    '2±1',
    '2 \\pm 1',
    '2…3',
    '2.333...',
    '2.5…',
    '1,5',
    '1,0000',
    '1.2.3',
    '1.000,50',
    '3/0',
    '2_3',
    '2 dozen',
    '2 squared',
    '2 cubed',
    '2 times 3',
    '2 divided by 3',
    '2 or more',
    '2+',
    '2 x 3',
    '2\\cdot3',
    '2\\log 3',
    '2 percent of 50',
    '2% of 50',
    '1/2 of 36',
    '1e99999',
    '3分の1',
    '2个半',
    '5\'6"',
    '2\\overline{3}',
    '10:00',
  ])('%j is not read as its first number', (text) => {
    expect(first(text)).toBe('unreadable');
  });

  test.each([
    ['2\\sqrt{3}', 'other'],
    ['2√3', 'other'],
    ['2π', 'other'],
    ['2\\pi', 'other'],
    ['3:30', 'other'],
    ['3:30 pm', 'other'],
    ['2x', 'unknown'],
    ['2n', 'unknown'],
    ['2 x', 'unknown'],
    ['2 y', 'unknown'],
    ['2\\theta', 'unknown'],
  ])('%j is no rational number: %s', (text, kind) => {
    expect(first(text)).toBe(kind);
  });

  test('whatever stands behind a number, it is read with it or not at all', () => {
    const behind = fc.oneof(
      fc.constantFrom(
        '^',
        '²',
        '/',
        '+',
        '-',
        '*',
        '!',
        ',',
        '.',
        ':',
        'x',
        'π',
        '√',
        '½',
        'k',
        ' million',
        '(',
        '\\',
        "'",
        '_',
        'e',
        '%',
      ),
      fc.string({ maxLength: 3 }),
    );
    const digit = fc.constantFrom('2', '5', '25', '500');
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 999 }), behind, digit, (n, mark, digits) => {
        const value = first(`${n}${mark}${digits}`);
        // Between a number and the next digit only what separates two numbers may stand: a space, a letter of a word, a bracket.
        if (value === String(n)) expect(mark).not.toMatch(/^[\^²/+*,.:√½'_eπ×·±]$/u);
      }),
      { numRuns: 2000 },
    );
  });
});

test('digits that belong to names are no numbers', () => {
  expect(['H2O', 'x_1', 'x_{12}', 'CO₂', 'a1b', 'x^2'].map((text) => first(text))).toEqual(
    Array(6).fill(undefined),
  );
  expect(first('H2O: 18 g')).toBe('18');
});

describe('an answer as an item gives it', () => {
  test.each(['18', '-18', '−18', '- 18', '$1,000.50', '3/4', '50%', '1e3', '18.', '½', '1 500', '20k'])(
    '%j is one',
    (text) => {
      expect(wholeNumber(text)).toBeDefined();
    },
  );
  test.each(['', 'eighteen', '18 eggs', '1,5', 'x = 18', '18 19', '2^3', '2x', '3:30', '#### 18', '-', '$'])(
    '%j is none',
    (text) => {
      expect(wholeNumber(text)).toBeUndefined();
    },
  );
  test('with a decimal comma', () => {
    expect(wholeNumber('1,5', { decimalComma: true })).toEqual({ numerator: 15n, denominator: 10n });
  });
});
