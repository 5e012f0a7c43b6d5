import { describe, expect, test } from 'vitest';
import { sameAnswer, type Comparison } from '../../../src/grading/math/same-answer.ts';
import { decimal } from '../../../src/grading/rational.ts';

const exactly: Comparison = { lists: 'ordered', tolerance: { numerator: 0n, denominator: 1n } };

/** Both ways round. */
function bothWays(a: string, b: string, comparison = exactly): readonly [boolean, boolean] {
  return [sameAnswer(a, b, comparison), sameAnswer(b, a, comparison)];
}

const EQUAL: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'the same text, whether or not it can be read': [
    ['\\le(x)', '\\le(x)'],
    ['x\\leftarrow y', 'x \\leftarrow y'],
    ['\\{x : x>2\\}', '\\{x : x>2\\}'],
    ['\\foo{', '\\foo{'],
    ['10^{1000000000}', '10^{1000000000}'],
  ],
  numbers: [
    ['1.0', '1'],
    ['\\frac13', '1/3'],
    ['-\\frac{1}{2}', '\\frac{1}{-2}'],
    ['3\\frac12', '7/2'],
    ['1 1/2', '1.5'],
    ['1,000', '1000'],
    ['1{,}000', '1 000'],
    ['\\$1,000.50', '1000.5'],
    ['0.\\overline{3}', '1/3'],
    ['1.5\\times10^{-3}', '0.0015'],
    ['2^{100}', '1267650600228229401496703205376'],
    ['5!', '120'],
    ['\\binom52', '10'],
    ['\\gcd(4,6)', '2'],
    ['−5', '-5'],
    ['π/4', '\\frac{\\pi}{4}'],
    ['½', '0.5'],
  ],
  'roots and functions': [
    ['\\sqrt{12}', '2\\sqrt3'],
    ['\\frac{1}{\\sqrt2}', '\\frac{\\sqrt2}{2}'],
    ['√2/2', '\\frac{1}{\\sqrt{2}}'],
    ['\\sqrt{3+2\\sqrt2}', '1+\\sqrt2'],
    ['\\frac{1}{2+\\sqrt3}', '2-\\sqrt3'],
    ['\\sqrt[3]{-8}', '-2'],
    ['\\ln 4', '2\\ln 2'],
    ['\\log_2 8', '3'],
    ['\\cos 60^\\circ', '1/2'],
    ['\\sin^{-1} 1', '\\pi/2'],
    ['e^{i\\pi}', '-1'],
    ['\\frac{3}{4}i', '0.75i'],
    ['\\mathrm{e}', 'e'],
  ],
  polynomials: [
    ['(x-2)(x+2)', 'x^2-4'],
    ['a^2+2ab+b^2', '(a+b)^2'],
    ['\\frac{a+b}{2}', '\\frac12 a+\\frac12 b'],
    ['xy', 'yx'],
    ['\\sqrt{x^2}', '|x|'],
    ['|x-2|', '\\left|2-x\\right|'],
    ['x^{2/3}', '\\sqrt[3]{x^2}'],
    ['\\tan^2(y)+1', '\\sec^2 y'],
  ],
  'percent and units': [
    ['10\\%', '10'],
    ['10\\%', '0.1'],
    ['28 percent', '28\\%'],
    ['90^\\circ', '90'],
    ['45^\\circ', '45\\text{ degrees}'],
    ['5\\text{ cm}^2', '5\\text{ square centimeters}'],
    ['5\\,\\mathrm{cm}', '5'],
    ['12\\text{ apples}', '12'],
    ['\\text{6 inches}', '6'],
  ],
  'intervals, sets, points, matrices': [
    ['\\left[0,\\infty\\right)', '[0,\\infty)'],
    ['(-\\infty,2)\\cup(2,\\infty)', '(2,\\infty)\\cup(-\\infty,2)'],
    ['\\left\\{1,2\\right\\}', '\\{2,1\\}'],
    ['1\\pm\\sqrt2', '\\{1-\\sqrt2,1+\\sqrt2\\}'],
    ['2,3\\text{ and }5', '5, 2 \\text{ or } 3'],
    ['(1,2),(3,4)', '(3,4),(1,2)'],
    ['\\begin{pmatrix}1/2&3\\\\4&5\\end{pmatrix}', '\\begin{bmatrix}0.5&3\\\\4&5\\end{bmatrix}'],
    ['7:32', '7 : 32'],
  ],
  'equations and inequalities': [
    ['x=5', '5'],
    ['x=5', '5=x'],
    ['y=2x+3', '2x-y+3=0'],
    ['f(x)=2x+1', 'f(x) = 1+2x'],
    ['x\\ge 5', '5\\le x'],
    ['x\\geq5', 'x>=5'],
    ['(x,y)=(1,2)', '(1,2)'],
    ['p=2,q=5', 'q=5,p=2'],
    ['x=1,x=2', 'x_1=2,x_2=1'],
  ],
  'letters and words': [
    ['\\text{(B)}', 'B'],
    ['\\text{Even}', 'even'],
    ['\\text{no solution}', 'No solution.'],
  ],
};

const DIFFERENT: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'numbers that are near': [
    ['2^{-99}', '2^{-98}'],
    ['10^{-40}', '10^{-41}'],
    ['2^{100}', '2^{100}+1'],
    ['1234567890123456789', '1234567890123456788'],
    ['0.333333333333333333', '1/3'],
    ['\\sqrt2', '1.41421356237309504880168872420969807856967187537694'],
    ['\\sqrt2+10^{-60}', '\\sqrt2'],
    ['\\frac{22}{7}', '\\pi'],
    ['0', '0.0000001'],
  ],
  'numbers too large or small to compute': [
    ['10^{1000000000}', '10^{1000000001}'],
    ['9^{9^{9^9}}', '3'],
    ['e^{-300}', 'e^{-301}'],
  ],
  signs: [
    ['1-1/e', '1+1/e'],
    ['-x', 'x'],
    ['\\infty', '-\\infty'],
    ['i', '-i'],
  ],
  'what only positive numbers make equal': [
    ['|x|', 'x'],
    ['\\sqrt{x^2}', 'x'],
  ],
  brackets: [
    ['(1,2)', '[1,2]'],
    ['(1,2)', '(2,1)'],
    ['(3,1)', '\\{1,3\\}'],
    ['[0,1)', '[0,1]'],
    ['(1,200)', '1200'],
    ['\\begin{pmatrix}1\\\\2\\end{pmatrix}', '\\begin{pmatrix}1&2\\end{pmatrix}'],
  ],
  'lists, digits and letters put together otherwise': [
    ['1,2', '2,1'],
    ['32, 349', '32349'],
    ['12 13', '1213'],
    ['\\{1,2\\}', '\\{1,2,3\\}'],
    ['1\\pm\\sqrt2', '1+\\sqrt2'],
    ['p=2,q=5', 'p=5,q=2'],
    ['12:00', '6:00'],
    ['listen', 'silent'],
    ['ABC', 'CBA'],
    ['f(2)', '2f'],
    ['10_2', '10_3'],
  ],
  'products of matrices in another order': [
    [
      '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\\begin{pmatrix}0&1\\\\1&0\\end{pmatrix}',
      '\\begin{pmatrix}0&1\\\\1&0\\end{pmatrix}\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
    ],
  ],
  units: [
    ['5\\text{ cm}', '5\\text{ m}'],
    ['5\\text{ cm}', '5\\text{ cm}^2'],
    ['10\\%', '1000'],
  ],
  'equations and inequalities': [
    ['x=5', 'y=5'],
    ['5x-7y=0', 'x+y=0'],
    ['a+3z=0', '0'],
    ['x\\ge 5', 'x\\le 5'],
    ['x>5', 'x\\ge5'],
    ['x\\ne 3', 'x=3'],
  ],
  'division by zero': [['\\frac{0}{0}', '0']],
};

describe.each(Object.entries(EQUAL))('the same: %s', (_, pairs) => {
  test.each(pairs)('%s and %s', (a, b) => {
    expect(bothWays(a, b)).toEqual([true, true]);
  });
});

describe.each(Object.entries(DIFFERENT))('not the same: %s', (_, pairs) => {
  test.each(pairs)('%s and %s', (a, b) => {
    expect(bothWays(a, b)).toEqual([false, false]);
  });
});

test('an interval answers what asks for an inequality, and not the reverse', () => {
  for (const [relation, interval] of [
    ['-2\\le x\\le 7', '[-2,7]'],
    ['x > 3', '(3,\\infty)'],
    ['x \\le 3', '(-\\infty,3]'],
    ['0<f(x)<1', '(0,1)'],
  ] as const) {
    expect(bothWays(relation, interval)).toEqual([true, false]);
  }
  expect(bothWays('3<x<5', '(3,5]')).toEqual([false, false]);
  expect(bothWays('x\\ne 3', '(3,\\infty)')).toEqual([false, false]);
});

test('lists in any order, where that is asked for', () => {
  const anyOrder: Comparison = { ...exactly, lists: 'any-order' };
  expect(bothWays('1,2', '2,1', anyOrder)).toEqual([true, true]);
  expect(bothWays('1,1,2', '1,2,2', anyOrder)).toEqual([false, false]);
  expect(bothWays('(1,2)', '(2,1)', anyOrder)).toEqual([false, false]);
});

test('numbers within a tolerance, where that is asked for', () => {
  const tolerance = decimal('0.005') ?? exactly.tolerance;
  const nearly: Comparison = { ...exactly, tolerance };
  expect(bothWays('1/3', '0.33', nearly)).toEqual([true, true]);
  expect(bothWays('1/3', '0.32', nearly)).toEqual([false, false]);
  expect(bothWays('(\\sqrt2,1]', '(1.41,1]', nearly)).toEqual([true, true]);
  expect(bothWays('x', 'x+0.001', nearly)).toEqual([false, false]);
});
