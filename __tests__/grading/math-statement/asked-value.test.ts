import { describe, expect, test } from 'vitest';
import {
  isLetterOfNoOption,
  valueOfAsked,
  withoutCalculations,
} from '../../../src/grading/math-statement/asked-value.ts';

describe('an equation for the expression that a question asks for', () => {
  test.each([
    ['3b - a = 8', 'What is the value of $3b - a$?', '8'],
    ['|m-n|=3', 'Let $mn=4$. What is $|m-n|$?', '3'],
    ['$m^2+\\frac{1}{m^2}+4=66$', 'Then what is the value of $m^{2}+\\frac{1}{m^{2}}+4$?', '66'],
    ['a + b = \\frac{1}{2}', 'Find \\(a+b\\).', '\\frac{1}{2}'],
  ])('%j answers %j', (equation, prompt, value) => {
    expect(valueOfAsked(equation, prompt)).toBe(value);
  });

  test.each([
    ['a + b = 8', 'What is the value of $3b - a$?'],
    ['mn = 4', 'Let $mn$ be even. What is $|m-n|$?'],
    ['2a + b = 8', 'What is $2a + b + c$?'],
    ['3b - a = 2c', 'What is $3b - a$?'],
    ['3 + 4 = 7', 'What is 3 + 4?'],
    ['3b - a = 8', undefined],
  ])('%j does not answer %j', (equation, prompt) => {
    expect(valueOfAsked(equation, prompt)).toBeUndefined();
  });
});

test.each([
  ['C', 'What number does she subtract?', true],
  ['(C).', 'What number does she subtract?', true],
  ['C', 'Which is right? (A) 1 (B) 2 (C) 3', false],
  ['C', 'Let C be the centre. Which point is it?', false],
  ['C + 1', 'What number does she subtract?', false],
  ['C', undefined, false],
])('that %j is the letter of no option of %j is %j', (value, prompt, expected) => {
  expect(isLetterOfNoOption(value, prompt)).toBe(expected);
});

test.each([
  ['which is \\( 35 \\div 7 = 5 \\) pounds', 'which is 5 pounds'],
  ['he pays $3 \\times 4 = 12$ now', 'he pays 12 now'],
  ['charged $\\$168$ for it', 'charged $168 for it'],
  ['$-3+11=\\textbf{(B) }8$', '8'],
  ['the line $y = 2x + 1$', 'the line $y = 2x + 1$'],
  ['$5 and 3 = $8', '$5 and 3 = $8'],
  ['$x = 5$', '$x = 5$'],
])('the calculations of %j are replaced: %j', (text, expected) => {
  expect(withoutCalculations(text)).toBe(expected);
});
