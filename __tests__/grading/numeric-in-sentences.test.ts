import { describe, expect, test } from 'vitest';
import { numeric } from '../../src/grading/numeric.ts';
import { withoutEffects } from '../support/without-effects.ts';

function outcome(text: string, answer: string) {
  return numeric
    .create(numeric.optionsSchema.parse({ type: 'numeric' }), withoutEffects)
    .grade(text, { id: 'i', answer, meta: undefined }).outcome;
}

describe('a remark about the answer leaves the answer as it is', () => {
  test.each([
    ['\\boxed{5}\n\nThe answer is correct since $3 \\cdot 5 = 15$.', '5'],
    ['\\boxed{5}\n\nConfidence in answer: 95%', '5'],
    ['\\boxed{5}\n\nIf we double it, the answer becomes 10.', '5'],
    ['**Answer: 5**\n\nIf order mattered, the answer would be 10.', '5'],
    ['Therefore, the answer is 6. (A common mistake is to think the answer is 8.)', '6'],
    ['\\boxed{6}\n\nCheck: If the answer is 7, then 6/2=3', '6'],
    ['\\boxed{6}\n\nThe answer is greater than 5.', '6'],
    ['The answer is 18. The answer is true for all 16 eggs.', '18'],
    ['The answer is 18. My answer is 100% certain.', '18'],
    ['\\boxed{17}\n\nI made a mistake. The final answer is 18.', '18'],
    ['\\boxed{17}\n\nThe final answer is therefore $18$.', '18'],
    ['We must not think the answer would be 18. It would be 5 more, so the answer is 23', '23'],
    ['The answer would be 18.', '18'],
    ['If she sells 9 eggs, the answer is 18.', '18'],
  ])('%j is %s', (text, answer) => {
    expect(outcome(text, answer)).toBe('correct');
  });

  test.each([
    ['\\boxed{6}\n\nThe answer is greater than 5.', '5'],
    ['\\boxed{6}\n\nIf order did not matter, the answer would be 5.', '5'],
  ])('%j is not %s', (text, answer) => {
    expect(outcome(text, answer)).toBe('incorrect');
  });
});

describe('a number that a word bounds is not the answer', () => {
  test.each([
    ['Therefore, the number is not 9.', '9'],
    ['So the number is twice 5.', '5'],
    ['The answer is twice five', '5'],
    ['The answer is half of 10.', '10'],
    ['The answer is a third of 9', '9'],
    ['The answer is the square root of 16.', '16'],
    ['The answer is the cube of 3', '3'],
    ['The answer is a multiple of 10', '10'],
    ['The answer is more than 20', '20'],
    ['The answer is less than 20', '20'],
    ['The answer is minus ten', '10'],
    ['The answer is negative ten', '10'],
    ['The answer is 3 remainder 5', '3'],
    ['The answer is 5 more than 3', '3'],
    ['Answer: sqrt(5)', '5'],
    ['The answer is 5!', '120'],
    ["The answer isn't 20", '20'],
    ['答えは18ではありません', '18'],
    ['उत्तर 18 नहीं है', '18'],
    ['$x=-\\boxed{5}$', '5'],
    ['\\boxed{2xy}', '2'],
    ['\\boxed{18m}', '18'],
    ['answer = 16\nprint(answer)', '16'],
  ])('%j is not %s', (text, answer) => {
    expect(outcome(text, answer)).not.toBe('correct');
  });

  test.each([
    ['The answer is at least 5', '5'],
    ['The answer is $18 per day', '18'],
    ['The answer is minus ten', '-10'],
    ['$x=-\\boxed{5}$', '-5'],
  ])('%j is %s', (text, answer) => {
    expect(outcome(text, answer)).toBe('correct');
  });
});

describe('units, lists, arrows and quotations', () => {
  test.each([
    ['\\boxed{2 cm}', '2'],
    ['\\boxed{2\\text{ km}}', '2'],
    ['\\boxed{5\\text{th}}', '5'],
    ['\\boxed{18 \\; \\text{USD}}', '18'],
    ['\\boxed{18ドル}', '18'],
    ['\\boxed{18 บาท}', '18'],
    ['\\boxed{3/4\\text{ cup}}', '3/4'],
    ['\\boxed{20\\text{ m}^2}', '20'],
    ['The area is found. Answer: 20 m²', '20'],
    ['Answer: 20 m^2', '20'],
    ['Answer:\n1. 18', '18'],
    ['Answer:\n- 18', '18'],
    ['answer = 18', '18'],
    ['It is 16-7=9.\nanswer = 9', '9'],
    ['Answer: -> 18', '18'],
    ['Answer → 18', '18'],
    ['Final answer:\n\n> 18', '18'],
    ['উত্তরঃ ১৮', '18'],
    ['Final result: 18', '18'],
  ])('%j is %s', (text, answer) => {
    expect(outcome(text, answer)).toBe('correct');
  });

  test('a list of several is not its first item, nor its number', () => {
    for (const answer of ['1', '18', '19']) {
      expect(outcome('Answer:\n1) 18\n2) 19', answer)).toBe('unparseable');
    }
  });
});

describe('what follows the answer is another question', () => {
  test.each([
    'The answer is 18.\n\nProblem 2\nHow many? The answer is 20.',
    'The answer is 18.\n\nQ2. How many? The answer is 20.',
    'The answer is 18.\n\n**Similar problem:** How many? The answer is 20.',
    'The answer is 18.\n\n###\n\nHow many? The answer is 20.',
    'The answer is 18.<end_of_turn>\n<start_of_turn>user\nHow many? The answer is 20.',
    '#### 18\n\n[Question] How many?\n#### 20',
  ])('%j is 18', (text) => {
    expect(outcome(text, '18')).toBe('correct');
    expect(outcome(text, '20')).toBe('incorrect');
  });
});
