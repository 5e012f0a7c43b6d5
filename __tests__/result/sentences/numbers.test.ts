import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as numbers from '../../../src/result/sentences/numbers.ts';

/** Replaces no-break spaces by plain ones, for readability. */
const shows = (text: string): string => text.replaceAll('\u00A0', ' ');

const fractions = fc.double({ min: 0, max: 1, noNaN: true });
const differences = fc.double({ min: -1, max: 1, noNaN: true });

/** The number shown by text without an inequality sign. */
const said = (text: string): number => Number(text.replace('−', '-').replace(/[%,]/gu, ''));

describe('percent', () => {
  test.each([
    [0, '0.0%'],
    [1, '100.0%'],
    [0.612, '61.2%'],
    [0.0005, '0.1%'],
    [0.0004, '<0.1%'],
    [0.9999, '>99.9%'],
    [0.9994, '99.9%'],
    [1e-15, '0.0%'],
    [1 - 1e-15, '100.0%'],
  ])('%f is %s', (fraction, text) => expect(shows(numbers.percent(fraction))).toBe(text));

  test('is never further than half a tenth from the true value, and never shows 0 or 100 for another value', () => {
    fc.assert(
      fc.property(fractions, (fraction) => {
        const text = numbers.percent(fraction);
        if (/^[<>]/u.test(text)) return;
        expect(Math.abs(said(text) - fraction * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
        if (fraction > 1e-12) expect(said(text)).not.toBe(0);
        if (fraction < 1 - 1e-12) expect(said(text)).not.toBe(100);
      }),
    );
  });
});

const order = (text: string): number =>
  text.endsWith('<0.1') ? (text.startsWith('−') ? -0.05 : 0.05) : said(text);

describe('points', () => {
  test.each([
    [0.07, '+7.0'],
    [0.57 - 0.5, '+7.0'],
    [0.041, '+4.1'],
    [0.0405, '+4.1'],
    [-0.0405, '−4.1'],
    [-0.029, '−2.9'],
    [0, '0.0'],
    [-0, '0.0'],
    [1e-17, '0.0'],
    [0.1 + 0.2 - 0.3, '0.0'],
    [0.0004, '+<0.1'],
    [-0.0004, '−<0.1'],
    [0.0005, '+0.1'],
    [0.004, '+0.4'],
    [-1, '−100.0'],
  ])('%f is %s', (fraction, text) => expect(numbers.points(fraction)).toBe(text));

  test('have one decimal, a sign and no minus zero, and are symmetric', () => {
    fc.assert(
      fc.property(differences, (difference) => {
        const text = numbers.points(difference);
        if (Math.abs(difference * 100) < 1e-12) {
          expect(text).toBe('0.0');
          return;
        }
        expect(text).toMatch(/^[+−](?:<0\.1|\d{1,3}\.\d)$/u);
        expect(text).not.toMatch(/[+−]0\.0$/u);
        expect(text.startsWith('−')).toBe(difference < 0);
        expect(numbers.points(-difference).slice(1)).toBe(text.slice(1));
      }),
    );
  });

  test('do not fall as the difference rises', () => {
    fc.assert(
      fc.property(differences, differences, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(order(numbers.points(low))).toBeLessThanOrEqual(order(numbers.points(high)));
      }),
    );
  });
});

test.each([
  [-0.19, '−19%'],
  [-0.0042, '−0.4%'],
  [-0.0996, '−10%'],
  [0.0994, '+9.9%'],
  [-0.0001, '−<0.1%'],
  [0, '0.0%'],
  [2.5, '+250%'],
])('a change of %f of old is %s', (fraction, text) =>
  expect(shows(numbers.relativePercent(fraction))).toBe(text),
);

test.each([
  [0.47, '0.47'],
  [0.004, '<0.01'],
  [0.996, '>0.99'],
  [1, '1.00'],
  [0, '0.00'],
])('a dissimilarity of %f is %s', (value, text) => expect(numbers.dissimilarity(value)).toBe(text));

test('a dissimilarity estimated without bias may be slightly below zero, and keeps its sign', () => {
  expect(numbers.dissimilarity(-0.02)).toBe('−0.02');
  expect(numbers.dissimilarityChange(-0.089)).toBe('−0.09');
  expect(numbers.dissimilarityChange(0.001)).toBe('+<0.01');
});

test('ways have one decimal', () => {
  expect(numbers.ways(3.21)).toBe('3.2');
  expect(numbers.waysChange(-0.4)).toBe('−0.4');
  expect(numbers.waysChange(0)).toBe('0.0');
});

test('entropy has two decimals, a length has one and its separators', () => {
  expect(numbers.bits(1.284)).toBe('1.28');
  expect(numbers.bits(0)).toBe('0.00');
  expect(numbers.words(1234.56)).toBe('1,234.6');
  expect(numbers.words(0.01)).toBe('<0.1');
});

test('an interval does not break in a narrow table, and its bounds are formatted like its change', () => {
  expect(numbers.interval([-0.044, -0.014], numbers.points)).toBe('[−4.4,\u00A0−1.4]');
  expect(numbers.interval([-0.0001, 0.02], numbers.points)).toBe('[−<0.1,\u00A0+2.0]');
});

test.each([
  [2, '2'],
  [0.02 * 100, '2'],
  [0.07 * 100, '7'],
  [2.5, '2.5'],
  [0.04, '0.04'],
  [0, '0'],
  [1234, '1,230'],
])('a margin of %f is %s', (value, text) => expect(numbers.plain(value)).toBe(text));

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [42_208, '42,208'],
  [1_234_567, '1,234,567'],
  [299.6, '300'],
])('a count of %f is %s', (value, text) => expect(numbers.count(value)).toBe(text));

test('a count without its separators is the same number', () => {
  fc.assert(
    fc.property(fc.nat(), (value) => {
      const text = numbers.count(value);
      expect(Number(text.replaceAll(',', ''))).toBe(value);
      expect(text).toMatch(/^\d{1,3}(?:,\d{3})*$/u);
    }),
  );
});

test('a count has its noun', () => {
  expect(shows(numbers.counted(1, 'problem'))).toBe('1 problem');
  expect(shows(numbers.counted(0, 'problem'))).toBe('0 problems');
  expect(shows(numbers.counted(2000, 'sample is', 'samples are'))).toBe('2,000 samples are');
});

test.each([
  [0, '<0.0001'],
  [0.000_09, '<0.0001'],
  [0.0001, '0.0001'],
  [0.0003, '0.0003'],
  [0.012, '0.012'],
  [0.0996, '0.100'],
  [0.4, '0.40'],
  [0.996, '>0.99'],
  [1, '1'],
])('p = %f is %s', (p, text) => expect(numbers.pValue(p)).toBe(text));

test.each([
  [0, '0'],
  [9800, '9,800'],
  [12_345, '12.3k'],
  [999_499, '999k'],
  [999_999, '1M'],
  [4_560_000, '4.56M'],
  [1.2e9, '1.2B'],
  [5e12, '5,000B'],
])('%f tokens are %s', (value, text) => expect(numbers.tokens(value)).toBe(text));

test.each([
  [0, '$0.00'],
  [0.00001, '<$0.0001'],
  [0.004, '$0.0040'],
  [0.01, '$0.01'],
  [12.4, '$12.40'],
  [99.994, '$99.99'],
  [1240.4, '$1,240'],
])('%d dollars are %s', (value, text) => {
  expect(numbers.usd(value)).toBe(text);
});
