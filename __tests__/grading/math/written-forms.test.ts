import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/grading/math/compare.ts';
import type { Comparison } from '../../../src/grading/math/same/comparison.ts';

const exactly: Comparison = { lists: 'any-order', tolerance: { numerator: 0n, denominator: 1n } };

function isSame(gold: string, answer: string): boolean {
  return compare(gold, answer, exactly) === 'same';
}

type Write = (value: string) => string;

function inDigitsFrom(zero: number): Write {
  return (value) => value.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

/** Ways of stating a number that change nothing about it. */
const STATED: Readonly<Record<string, Write>> = {
  'as it is': (value) => value,
  'in math': (value) => `$${value}$`,
  'in a box': (value) => `\\boxed{${value}}`,
  'in bold': (value) => `\\mathbf{${value}}`,
  'as text': (value) => `\\text{${value}}`,
  'in brackets': (value) => `\\left( ${value} \\right)`,
  'with a full stop': (value) => `${value}.`,
  'with space': (value) => `\\, ${value} \\ `,
  'as a value of x': (value) => `x = ${value}`,
  'as a value of f': (value) => `f(3) = ${value}`,
  'after a calculation': (value) => `2 + 3 = ${value}`,
  'with a counted thing': (value) => `${value} apples`,
  'with a unit in text': (value) => `${value}\\text{ cm}`,
  'with a unit': (value) => `${value} cm^2`,
  'with a rate': (value) => `${value} dollars per week`,
  'with a currency': (value) => `\\$${value}`,
  'with degrees': (value) => `${value}^\\circ`,
  'in a sentence': (value) => `The total is ${value}.`,
  'in a sentence with math': (value) => `There are $${value}$ ways to do this.`,
  'after words': (value) => `Therefore, ${value}`,
  'before an approximation': (value) => `${value} \\approx ${value}.0`,
  'in a set': (value) => `\\{${value}\\}`,
  'in a set twice': (value) => `\\{${value}, ${value}\\}`,
  'fullwidth digits': inDigitsFrom(0xff10),
  'Arabic-Indic digits': inDigitsFrom(0x660),
  'Devanagari digits': inDigitsFrom(0x966),
  'mathematical bold digits': inDigitsFrom(0x1d7ce),
};

const names = Object.keys(STATED);
const ways = fc.constantFrom(...names);
const numbers = fc.integer({ min: 0, max: 99_999 });

test('a whole number is the same however it is stated, and another one is not', () => {
  fc.assert(
    fc.property(ways, ways, numbers, numbers, (first, second, a, b) => {
      const gold = STATED[first]?.(String(a)) ?? '';
      // Two names, two units, or a unit and other words are two different statements.
      const clash = (kind: RegExp): boolean => kind.test(first) && kind.test(second) && first !== second;
      fc.pre(!clash(/a value of/) && !clash(/degrees|unit|rate|currency|counted/));
      expect(isSame(gold, STATED[second]?.(String(a)) ?? ''), `${gold} ${second}`).toBe(true);
      if (a !== b) expect(isSame(gold, STATED[second]?.(String(b)) ?? ''), `${gold} ${b}`).toBe(false);
    }),
    { numRuns: 400, seed: 1 },
  );
});

/** Ways of writing a fraction of whole numbers above 0. */
const FRACTIONS: readonly ((top: number, bottom: number) => string)[] = [
  (top, bottom) => `\\frac{${top}}{${bottom}}`,
  (top, bottom) => `\\dfrac{${2 * top}}{${2 * bottom}}`,
  (top, bottom) => `${top}/${bottom}`,
  (top, bottom) => `${top}⁄${bottom}`,
  (top, bottom) => `\\frac{-${top}}{-${bottom}}`,
  (top, bottom) => `-\\frac{-${top}}{${bottom}}`,
  (top, bottom) => `${top} \\div ${bottom}`,
  (top, bottom) => `\\left(\\frac{${bottom}}{${top}}\\right)^{-1}`,
  (top, bottom) => `${Math.floor(top / bottom)}\\frac{${top % bottom}}{${bottom}}`,
  (top, bottom) => `${Math.floor(top / bottom)} + \\frac{${top % bottom}}{${bottom}}`,
  (top, bottom) => `${top} \\cdot \\frac1{${bottom}}`,
  (top, bottom) => `\\frac{${100 * top}}{${bottom}}\\%`,
];

test('a fraction is the same however it is written, and another one is not', () => {
  const way = fc.constantFrom(...FRACTIONS);
  const wholes = fc.integer({ min: 1, max: 60 });
  const bottoms = fc.integer({ min: 2, max: 30 });
  fc.assert(
    fc.property(way, way, wholes, bottoms, wholes, bottoms, (first, second, a, b, c, d) => {
      fc.pre(a % b !== 0 && c % d !== 0 && a > b && c > d);
      const isEqual = a * d === b * c;
      expect(isSame(first(a, b), second(a, b)), `${first(a, b)} ${second(a, b)}`).toBe(true);
      fc.pre(!/%/.test(first(a, b) + second(c, d)));
      expect(isSame(first(a, b), second(c, d)), `${first(a, b)} ${second(c, d)}`).toBe(isEqual);
    }),
    { numRuns: 400, seed: 2 },
  );
});

/** Ways of writing an interval between two numbers, open or closed at its ends. */
const INTERVALS: readonly ((low: number, high: number, isOpen: boolean, isOpenAbove: boolean) => string)[] = [
  (low, high, isOpen, isOpenAbove) => `${isOpen ? '(' : '['}${low}, ${high}${isOpenAbove ? ')' : ']'}`,
  (low, high, isOpen, isOpenAbove) =>
    `x \\in \\left${isOpen ? '(' : '['}${low}, ${high}\\right${isOpenAbove ? ')' : ']'}`,
  (low, high, isOpen, isOpenAbove) =>
    `\\{x \\mid ${low} ${isOpen ? '<' : '\\le'} x ${isOpenAbove ? '<' : '\\leq'} ${high}\\}`,
];
const INEQUALITIES: typeof INTERVALS = [
  (low, high, isOpen, isOpenAbove) => `${low} ${isOpen ? '<' : '≤'} x ${isOpenAbove ? '<' : '≤'} ${high}`,
  (low, high, isOpen, isOpenAbove) =>
    `${high} ${isOpenAbove ? '>' : '\\ge'} x ${isOpen ? '>' : '\\ge'} ${low}`,
  (low, high, isOpen, isOpenAbove) =>
    `x ${isOpen ? '>' : '>='} ${low} \\text{ and } x ${isOpenAbove ? '<' : '<='} ${high}`,
  (low, high, isOpen, isOpenAbove) =>
    `${3 * low} ${isOpen ? '<' : '\\le'} 3x ${isOpenAbove ? '<' : '\\le'} ${3 * high}`,
  (low, high, isOpen, isOpenAbove) =>
    `-x ${isOpen ? '<' : '\\le'} ${-low}, x - ${high} ${isOpenAbove ? '<' : '\\le'} 0`,
];

describe.each([
  ['an interval', INTERVALS],
  ['an inequality', INEQUALITIES],
] as const)('%s', (_, all) => {
  test('is the same however it is written, and one with other ends is not', () => {
    const end = fc.integer({ min: 1, max: 9 });
    const ends = fc.tuple(end, end, fc.boolean(), fc.boolean());
    const way = fc.constantFrom(...all);
    fc.assert(
      fc.property(way, way, ends, ends, (first, second, [a, b, c, d], [e, f, g, h]) => {
        const gold = first(a, a + b, c, d);
        expect(isSame(gold, second(a, a + b, c, d)), `${gold} ${second(a, a + b, c, d)}`).toBe(true);
        const isEqual = a === e && b === f && c === g && d === h;
        expect(isSame(gold, second(e, e + f, g, h)), `${gold} ${second(e, e + f, g, h)}`).toBe(isEqual);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});

test('a point, list, set and names with values are the same as themselves, and keep their order where they have one', () => {
  const wholes = fc.uniqueArray(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(wholes, (values) => {
      const [a, b, c] = values;
      const named = `x = ${a}, y = ${b}, z = ${c}`;
      const points = [
        `(${a}, ${b}, ${c})`,
        `(x, y, z) = (${a}, ${b}, ${c})`,
        named,
        `z = ${c}, x = ${a}, \\text{ and } y = ${b}`,
        `\\begin{cases} x = ${a} \\\\ y = ${b} \\\\ z = ${c} \\end{cases}`,
      ];
      for (const gold of points) {
        for (const point of points) expect(isSame(gold, point), `${gold} ${point}`).toBe(true);
        expect(isSame(gold, `(${b}, ${a}, ${c})`), gold).toBe(false);
        expect(isSame(gold, `\\{${a}, ${b}, ${c}\\}`), gold).toBe(false);
      }
      const lists = [`${a}, ${b}, ${c}`, `${b}, ${a} \\text{ and } ${c}`, `\\{${c}, ${b}, ${a}\\}`];
      for (const gold of lists) {
        for (const list of lists) expect(isSame(gold, list), `${gold} ${list}`).toBe(true);
        expect(isSame(gold, `${a}, ${b}`), gold).toBe(false);
      }
    }),
    { numRuns: 60, seed: 4 },
  );
});
