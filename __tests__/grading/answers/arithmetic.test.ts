import { describe, expect, test } from 'vitest';
import {
  comesTo,
  endsInRightResult,
  withoutRightCalculations,
} from '../../../src/grading/answers/arithmetic.ts';

describe('comesTo', () => {
  test.each([
    ['5 + 4 x 2', '13'],
    ['(5 + 4) * 2', '18'],
    ['$17,500 + $700', '18,200'],
    ['12 eggs / 4 eggs', '3'],
    ['100 × 20%', '20'],
    ['10 / 3', '3.33'],
    ['-2 - 3', '-5'],
  ])('%s comes to %s', (calculation, result) => {
    expect(comesTo(calculation, result)).toBe(true);
  });

  test.each([
    ['17,500 + 700', '18'],
    ['10 / 3', '3'],
    ['5', '5'],
    ['5 + ', '5'],
    ['5 ^ 2', '25'],
    ['1 / 0', '0'],
    ['(5 + 4', '9'],
    ['', '0'],
  ])('%j does not come to %s', (calculation, result) => {
    expect(comesTo(calculation, result)).toBe(false);
  });
});

test('endsInRightResult tells a whole result from one that was cut', () => {
  expect(endsInRightResult('The total is 17,500 + 700 = $18,200')).toBe(true);
  expect(endsInRightResult('The total is 17,500 + 700 = $18,2')).toBe(false);
  expect(endsInRightResult('The total is 18')).toBe(false);
});

test('withoutRightCalculations takes off what comes to the number before it', () => {
  expect(withoutRightCalculations('they have 70 friends (20 + 50)')).toBe('they have 70 friends');
  expect(withoutRightCalculations('they have 70 friends (20 + 40)')).toBe('they have 70 friends (20 + 40)');
});
