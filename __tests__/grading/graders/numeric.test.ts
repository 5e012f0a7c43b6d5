import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GradableItem } from '../../../src/grading/grader.ts';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { numeric } from '../../../src/config/graders/numeric.ts';
import { strictGradeAtOnce } from '../../support/strict-grade.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const itemWith = (answer: string): GradableItem => ({ id: 'i', answer, meta: undefined });

function grade(text: string, answer = '18', options: Record<string, unknown> = {}) {
  return strictGradeAtOnce(
    createGrader(graderSpecSchema.parse({ type: 'numeric', ...options }), withoutEffects).grade(
      text,
      itemWith(answer),
    ),
  );
}

describe('where the answer is found', () => {
  test.each([
    ['9 * 2 = 18\n#### 18', 'hashes', '18'],
    ['####18', 'hashes', '18'],
    ['#### $18', 'hashes', '18'],
    ['#### **$18.00**', 'hashes', '18'],
    ['#### 18\n\n', 'hashes', '18'],
    ['####\n18', 'hashes', '18'],
    ['She makes 18.#### 18', 'hashes', '18'],
    ['#### 17\nNo.\n#### 18', 'hashes', '18'],
    ['#### 5 + 13 = 18', 'hashes', '18'],
    ['#### 18, which is 50% of 36.', 'hashes', '18'],
    ['#### Step 1: 5 eggs\n#### Step 2: 7 eggs\nThe answer is 18.', 'answer-marker', '18'],
    ['#### 1. Count the eggs\n\\boxed{18}', 'boxed', '18'],
    ['##### 17\nAnswer: 18', 'answer-marker', '18'],
    ['so \\boxed{18}', 'boxed', '18'],
    ['\\boxed{17} or rather $\\boxed{18}$.', 'boxed', '18'],
    ['\\boxed{x = 18}', 'boxed', '18'],
    ['\\boxed{\\text{18 dollars}}', 'boxed', '18'],
    ['\\boxed{18\\text{ dollars}}', 'boxed', '18'],
    ['\\boxed{\\$18}', 'boxed', '18'],
    ['\\boxed{18\\%}', 'boxed', '18'],
    ['\\boxed{18}. Put your answer in \\boxed{}.', 'boxed', '18'],
    ['\\boxed{\\boxed{18}}', 'boxed', '18'],
    ['\\boxed{\\frac{36}{2}}', 'boxed', '18'],
    ['\\boxed{18^\\circ}', 'boxed', '18'],
    ['A: 18', 'answer-marker', '18'],
    ['She sells 9.\nA: 18, which is 50% of 36.', 'answer-marker', '18'],
    ['**A:** 18', 'answer-marker', '18'],
    ['Answer: 18', 'answer-marker', '18'],
    ['**Answer:** $18', 'answer-marker', '18'],
    ['**Final Answer**: 18 eggs', 'answer-marker', '18'],
    ['**Final Answer:**\n\n18', 'answer-marker', '18'],
    ['Answer:\n1. Count the eggs, 5.\nThe answer is 18', 'answer-marker', '18'],
    ['The answer is 18.', 'answer-marker', '18'],
    ['The final answer is **18**.', 'answer-marker', '18'],
    ['the answer is: 18', 'answer-marker', '18'],
    ['The answer to this question is 18 eggs.', 'answer-marker', '18'],
    ['The answer is $18$.', 'answer-marker', '18'],
    ['The answer is therefore 18 dollars for 2 days.', 'answer-marker', '18'],
    ['The answer is 17. Wait. The answer is 18.', 'answer-marker', '18'],
    ['The answer is 18. The answer is not 17.', 'answer-marker', '18'],
    ['The answer is 18. Is that answer correct? It is.', 'answer-marker', '18'],
    ['The answer is 18. That answer is clear. We began with 5.', 'answer-marker', '18'],
    ['Answer: Mr. Smith has 18.', 'answer-marker', '18'],
    ['A: <<5+13=18>>18', 'answer-marker', '18'],
    ['A: 2 × 3 = 6 + 12 = 18', 'answer-marker', '18'],
    ['A: 18 = 50% of 36', 'answer-marker', '18'],
    ['18', 'whole-text', '18'],
    ['18 eggs (9 + 9 = 18)', 'whole-text', '18'],
    ['9 + 9 = 18. Therefore, she has 18 eggs.', 'conclusion', '18'],
    ['So she has **18** left.', 'bold-ending', '18'],
    ['She has 18 eggs.', 'whole-text', '18'],
    ['The total cost of the party is $18 (6 dollars x 3 guests).', 'whole-text', '18'],
    ['18\n\nExplanation: she has 9 eggs and sells each for $2.', 'whole-text', '18'],
    ['It is long.\n\nTherefore, the total is:\n9 + 9 = 18 eggs.', 'conclusion', '18'],
    ['It is long. Therefore, she used a total of (3 x 2) + 12 = 18 eggs.', 'conclusion', '18'],
    ['x = 9 x 2 Therefore, 18 eggs are left.', 'conclusion', '18'],
    ['It is long.\nTherefore, there are 18 eggs in the basket', 'conclusion', '18'],
    ['She has more. 18 is the answer.', 'answer-marker', '18'],
  ])('%j is found by %s', (text, rule, answer) => {
    expect(grade(text)).toEqual({ outcome: 'correct', rule, answer });
  });

  test.each([
    '',
    'She has 18 eggs. She sells them.',
    'Banana: 18',
    'A dog is 18 years old. So it is old.',
    'First, we add 18.',
    'It is not true that she has 18.',
    'We cannot tell, since the 18 eggs are gone.',
    'How many are 18?',
    'She has 18 eggs',
    'The answer is clear. She has 18.',
    '\\boxed{18',
    '####',
    'Answer:',
  ])('%j marks no answer', (text) => {
    expect(grade(text)).toEqual({ outcome: 'unparseable' });
  });

  test('a stated answer that cannot be read is not replaced by a weaker rule', () => {
    expect(grade('A: 18\n#### 1,5')).toEqual({ outcome: 'unparseable', rule: 'hashes' });
    expect(grade('\\boxed{18} then \\boxed{none}')).toEqual({ outcome: 'unparseable', rule: 'boxed' });
    expect(grade(`#### ${'1'.repeat(2000)}`)).toEqual({ outcome: 'unparseable', rule: 'hashes' });
  });
});

describe('how a number is written', () => {
  test.each([
    ['18.00', '18'],
    ['018', '18'],
    ['+18', '18'],
    ['(18)', '18'],
    ['18%', '18'],
    ['18.', '18'],
    ['18km', '18'],
    ['18th', '18'],
    ['€18', '18'],
    ['$ 18', '18'],
    ['1,000', '1000'],
    ['$1,234,567.50', '1234567.5'],
    ['1,00,000', '100000'],
    ['1_000', '1000'],
    ['1\u00a0000', '1000'],
    ['1\u2009000\u2009000', '1000000'],
    ['1\u202f000', '1000'],
    ['10{,}000', '10000'],
    ['10\\,000', '10000'],
    ['-5', '-5'],
    ['−5', '-5'],
    ['-$5', '-5'],
    ['$-5', '-5'],
    ['−$1,000.50', '-1000.5'],
    ['3/4', '0.75'],
    ['-3/4', '-0.75'],
    ['1/3', '1/3'],
    ['2/6', '1/3'],
    ['1 1/2', '1.5'],
    ['\\frac{3}{4}', '0.75'],
    ['-\\dfrac{1}{3}', '-1/3'],
    ['1\\frac{1}{2}', '1.5'],
    ['1.5e3', '1500'],
    ['1.5E-3', '0.0015'],
    ['1.5 × 10^3', '1500'],
    ['1.5 \\times 10^{-3}', '0.0015'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['-0', '0'],
    ['x_1 = 18', '18'],
    ['H2O: 18 g', '18'],
    ['Rs.18', '18'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
  ])('A: %s is %s', (text, answer) => {
    expect(grade(`A: ${text}`, answer)).toEqual({ outcome: 'correct', rule: 'answer-marker', answer });
  });

  test.each([
    '1,5',
    '1,0000',
    '0,500',
    '1,000,00',
    '1.000,50',
    '1.2.3',
    '3/0',
    '3/4/2020',
    '10^3',
    '1e99999',
    '10-12',
    '18, 36',
  ])('A: %s cannot be read', (text) => {
    expect(grade(`A: ${text}`, '1')).toEqual({ outcome: 'unparseable', rule: 'answer-marker' });
  });
});

describe('a number in a sentence', () => {
  test.each([
    ['The answer is eighteen.', '18'],
    ['The answer is twenty-one apples.', '21'],
    ['The answer is one hundred and five.', '105'],
    ['The answer is a thousand.', '1000'],
    ['The answer is nine hundred ninety-nine', '999'],
    ['The answer is that there are eighteen apples left.', '18'],
    ['Answer: The profit was $78.', '78'],
    ['Answer: It costs 9 * 2 = $18 every day.', '18'],
    ['The answer is x = 10/3 ≈ 3.33', '10/3'],
    ['The answer is approximately 3.33.', '3.33'],
    ['The answer is that each of them pays **$32** for 3 hats.', '32'],
    ['Answer: 18 dollars, since 9 + 9 is 18.', '18'],
    ['The answer is 18 or 18.0.', '18'],
    ['\\boxed{\\text{She has 18 eggs left.}}', '18'],
    ['\\boxed{\\frac{52+52+57}{3} = \\frac{161}{3} \\approx 53.7}', '161/3'],
    ['Final answer:\n- 18 eggs', '18'],
  ])('%j is %s', (text, answer) => {
    expect(grade(text, answer)).toMatchObject({ outcome: 'correct', answer });
  });

  test.each([
    'The answer is 2 or 3.',
    'The answer is between 2 and 3.',
    'The answer is two or three.',
    'The answer is two thirds.',
    'Answer: x = 2, y = 3',
    'Answer: 5 feet 6 inches',
    'Answer: 2 hours and 30 minutes',
    'Answer: 18 eggs and 5 hens',
    'The answer is 2^3.',
    'The answer is 2 dozen.',
    'The answer is that 5 hens lay 18 eggs.',
    'A: There are 15 trees.\nThen 6 more are planted.\nThat makes some more.',
    'Is the answer 18? I cannot tell.',
    'The answer is not 18.',
    '\\boxed{\\sqrt{16}}',
    '\\boxed{18m}',
    '\\boxed{(2, 3)}',
    '\\boxed{x > 2}',
  ])('%j does not state a single number', (text) => {
    expect(grade(text, '2')).toMatchObject({ outcome: 'unparseable' });
    expect(grade(text, '18')).toMatchObject({ outcome: 'unparseable' });
  });

  test('does not read numbers of the question as its answer if there is another one', () => {
    const item = {
      ...itemWith('18'),
      prompt: 'Each of 5 hens lays 3 eggs, and 3 are bought. How many are there?',
    };
    const grader = createGrader(graderSpecSchema.parse({ type: 'numeric' }), withoutEffects);
    expect(grader.grade('The answer is that the 5 hens make it 18 eggs.', item)).toMatchObject({
      outcome: 'correct',
    });
    expect(grader.grade('The answer is that 5 hens lay 3 eggs.', item)).toEqual({ outcome: 'unparseable' });
  });

  test('grades readable values that are not rational as incorrect', () => {
    expect(grade('\\boxed{2\\sqrt{3}}', '2')).toEqual({
      outcome: 'incorrect',
      answer: '2\\sqrt{3}',
      rule: 'boxed',
    });
    expect(grade('\\boxed{2x}', '2')).toMatchObject({ outcome: 'incorrect' });
    // A tolerance needs the distance, which is not computed.
    expect(grade('\\boxed{2\\sqrt{3}}', '3.46', { tolerance: 0.01 })).toMatchObject({
      outcome: 'unparseable',
    });
  });

  test('an approximation counts only without an exact value, or with a tolerance', () => {
    expect(grade('The answer is \\sqrt{2} \\approx 1.414', '1.414')).toMatchObject({
      outcome: 'incorrect',
    });
    expect(grade('The answer is \\sqrt{2} \\approx 1.414', '1.41', { tolerance: 0.01 })).toMatchObject({
      outcome: 'correct',
    });
  });

  test('reads a comma as a decimal comma only if configured', () => {
    const commas = { 'decimal-comma': true };
    expect(grade('Answer: 1,5', '1,5', commas)).toMatchObject({ outcome: 'correct', answer: '1.5' });
    expect(grade('Answer: 1.500', '1500', commas)).toMatchObject({ outcome: 'correct' });
    expect(grade('Answer: 1.500', '1.5')).toMatchObject({ outcome: 'correct' });
  });
});

describe('comparison', () => {
  test.each([
    ['0.1', '0.1000', 'correct'],
    ['0.30000000000000004', '0.3', 'incorrect'],
    ['9007199254740993', '9007199254740992', 'incorrect'],
    ['0.333333333333333333', '1/3', 'incorrect'],
    ['2/6', '1/3', 'correct'],
    ['-18', '18', 'incorrect'],
    ['1000', '$1,000', 'correct'],
    ['50%', '50%', 'correct'],
  ])('%s for %s is %s', (text, answer, outcome) => {
    expect(grade(`#### ${text}`, answer)).toMatchObject({ outcome });
  });

  test('the tolerance is exact, and includes its bound', () => {
    for (const tolerance of [0.1, '0.1', '1/10']) {
      expect(grade('A: 0.3', '0.2', { tolerance })).toMatchObject({ outcome: 'correct' });
      expect(grade('A: 0.1', '0.2', { tolerance })).toMatchObject({ outcome: 'correct' });
      expect(grade('A: 0.30000000000000004', '0.2', { tolerance })).toMatchObject({ outcome: 'incorrect' });
    }
  });

  test.each([-1, '-0.1', 'a', '', Number.NaN, [1]])('the tolerance %j is refused', (tolerance) => {
    expect(numeric.optionsSchema.safeParse({ type: 'numeric', tolerance }).success).toBe(false);
  });
});

describe('the fallback last-number', () => {
  const fallback = { fallback: 'last-number' };

  test.each([
    ['She has 5, then 18 eggs.', '18'],
    ['It is 10 - 3', '3'],
    ['18 g of H2O', '18'],
    [`18 g of ${'H2O '.repeat(2000)}`, '18'],
    [`It costs $1,800.${' and so on'.repeat(500)}`, '1800'],
  ])('reads %j', (text, answer) => {
    expect(grade(text, answer, fallback)).toEqual({ outcome: 'correct', answer, rule: 'last-number' });
  });

  test('comes last: a marked answer takes precedence', () => {
    expect(grade('A: 18\nThat is 50% of 36.', '18', fallback)).toMatchObject({ outcome: 'correct' });
  });

  test('reads no part of a number that is too long', () => {
    expect(grade('9'.repeat(5000), '9', fallback)).toEqual({ outcome: 'unparseable', rule: 'last-number' });
  });

  test('finds nothing in text without numbers', () => {
    expect(grade('none', '18', fallback)).toEqual({ outcome: 'unparseable' });
  });
});

describe('items', () => {
  const grader = createGrader(graderSpecSchema.parse({ type: 'numeric' }), withoutEffects);

  test.each(['18', '-18', '$1,000.50', '3/4', '50%', '1e3', '18.'])('%j is an answer', (answer) => {
    expect(grader.checkItem(itemWith(answer))).toBeUndefined();
  });

  test.each(['', 'eighteen', '18 eggs', '1,5', 'x = 18', '#### 18', '18 19'])(
    '%j is not an answer',
    (answer) => {
      expect(grader.checkItem(itemWith(answer))).toBe(`its answer ${JSON.stringify(answer)} is not a number`);
    },
  );

  test('refuses an item without an answer', () => {
    expect(grader.checkItem({ id: 'i', answer: undefined, meta: undefined })).toBe('it has no answer');
  });
});

const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat({ max: 6 }));

function written([units, places]: [bigint, number]): { sign: string; whole: string; rest: string } {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = places === 0 ? digits : digits.slice(0, -places);
  return { sign: units < 0n ? '-' : '', whole, rest: places === 0 ? '' : digits.slice(-places) };
}

test('the way a number is written does not change the outcome', () => {
  fc.assert(
    fc.property(decimals, decimals, (stated, expected) => {
      const { sign, whole, rest } = written(stated);
      const gold = written(expected);
      const answer = `${gold.sign}${gold.whole}${gold.rest && '.'}${gold.rest}`;
      const point = rest && `.${rest}`;
      const grouped = (by: string): string => whole.replaceAll(/\B(?=(\d{3})+$)/g, by);
      const ways = [
        `${sign}${whole}${point}`,
        `${sign}${whole}.${rest}00`,
        `${sign}$${grouped(',')}${point}`,
        `$${sign}${grouped(',')}${point} dollars.`,
        `**${sign.replace('-', '−')}${grouped('\u202f')}${point}**`,
        `${sign}${whole}${point}e0`,
        `${sign}${whole}${rest}/1${'0'.repeat(rest.length)}`,
      ];
      for (const way of ways) {
        expect(grade(`A: ${way}`, answer)).toEqual(grade(`A: ${sign}${whole}${point}`, answer));
      }
      expect(grade(`A: ${answer}`, answer)).toMatchObject({ outcome: 'correct' });
    }),
  );
});
