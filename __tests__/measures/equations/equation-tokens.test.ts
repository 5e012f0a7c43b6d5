import { describe, expect, it } from 'vitest';
import {
  arithmeticRuns,
  canonicalNumber,
  isNumber,
} from '../../../src/measures/equations/equation-tokens.ts';

describe('runs of arithmetic', () => {
  it.each([
    ['', []],
    ['no arithmetic', []],
    ['3 + 4 makes 7', []],
    ['3 + 4 = 7', ['3+4=7']],
    ['first 1 + 1, then 2 + 2 = 4, then 3 + 3', ['2+2=4']],
    ['1 + 1 = 2\n5 + 5\n2 = 2\n', ['1+1=2', '2=2']],
    ['1 + 1 = 2; 3 + 3; 4 = 4', ['1+1=2', '4=4']],
    ['1 = 1 2 3 = 3', ['1=1', '3=3']],
    ['x 4 + 1 = 5', ['4+1=5']],
    ['2 + x 4 = 6', ['4=6']],
    ['3          - 1 = 2', ['3-1=2']],
    ['$2 + 2 = 4$ - 1 = 3', ['2+2=4', '-1=3']],
    ['3 + 4 € = 7 €', ['3+4=7']],
    ['3 € + 4€ = 7 €', ['3+4=7']],
    ['£3 + £.5 = £3.50', ['3+0.5=3.5']],
    ['(3 + 4) ¥ * 2 = 14 ¥', ['(3+4)*2=14']],
    ['50% € = 5', ['50%=5']],
    ['3 € x 4 = 12 €, 2 = 2', ['3*4=12', '2=2']],
    ['3 € 4 = 4', ['4=4']],
    ['+ € = 4', ['=4']],
    ['€ = 4', ['=4']],
    ['3 $ = 4', ['=4']],
    ['1,000 + .50 = 1000.5', ['1000+0.5=1000.5']],
    ['1. + 2 = 3', ['+2=3']],
    ['6 miles * 2 = 12', ['6*2=12']],
    ['miles * 2 = 12', ['*2=12']],
    ['= miles', ['=']],
  ])('of %j', (text, expected) => {
    expect(arithmeticRuns(text)).toEqual(expected);
  });
});

it.each([
  ['1.050', '1.05'],
  ['10.05', '10.05'],
  ['100', '100'],
  ['0', '0'],
  ['0100', '100'],
  ['00', '0'],
  ['0.10', '0.1'],
  ['1,000.0', '1000'],
])('the number %s becomes %s', (written, canonical) => {
  expect(canonicalNumber(written)).toBe(canonical);
});

it('a token that begins with a digit is a number', () => {
  expect(['0', '9', '0.5', '12'].map(isNumber)).toEqual([true, true, true, true]);
  expect(['', '/', '(', '=', ':', '%'].map(isNumber)).toEqual([false, false, false, false, false, false]);
});
