import { afterAll, describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';

const math = createGrader(graderSpecSchema.parse('math'));
afterAll(() => math.close?.());

async function outcomeOf(text: string, answer: string): Promise<string> {
  return (await math.grade(text, { id: 'i', answer, meta: undefined })).outcome;
}

describe('a number in a formula is not the answer', () => {
  test.each([
    'The final answer is $n-4$.',
    'The answer is $x > 4$.',
    'The answer is $4!$.',
    'The answer is $(4,1)$.',
    'The final answer is $y=x-4$. I hope it is correct.',
    'Answer: $a/4$',
    'Answer: pi/4',
    'Answer: 4*x',
    'Answer: 4 ab',
    'Answer: (a+b)/4',
    'Answer: y = x + 4',
    'Answer: ∛4',
    'Answer: x < 4',
    'Answer: 4 ln(2)',
    'Answer: arctan(4)',
    'Answer: x**4',
    'Answer: i - 4',
    '<answer>sqrt(4)</answer>',
    '{"answer": "4*pi"}',
    '#### 4!',
    'Therefore, $x > 4$.',
  ])('%s', async (text) => {
    expect(await outcomeOf(text, '4')).toBe('incorrect');
  });
});

describe('a number that words bound, change or deny is not the answer', () => {
  test.each([
    'The answer is at least 10.',
    'The answer is half of 10.',
    'The answer is a quarter of 10.',
    'The answer is the square root of 10.',
    'The answer is a multiple of 10.',
    'The answer is close to 10 but not exactly.',
    'The answer is a circle of radius 10.',
    'The answer is ten factorial.',
    'The answer is any number except 10.',
    'The answer is a prime that divides 10.',
    'Therefore, it exceeds 10.',
    'The answer is in base 10.',
    'The answer is rounded to 10 digits.',
    'The answer is yes, because 10 is even.',
    'The answer is 10!',
    'Answer: cube root of 10',
    'Answer: No solution for n = 10',
    'Answer: No, because 10 is even.',
    'Answer: none, since 10 is even',
    'Answer: undefined at x = 10',
    'Answer: 3 remainder 10',
    'Thus $x$ is divisible by $10$.',
    'Therefore, x is at least 10.',
    'So the number is greater than **10**.',
    'So the number is divisible by **10**.',
  ])('%s', async (text) => {
    expect(await outcomeOf(text, '10')).toBe('unparseable');
  });

  test.each(['The answer is negative ten.', 'The answer is minus 10.'])('%s', async (text) => {
    expect(await outcomeOf(text, '10')).toBe('incorrect');
  });
});

describe('a formula is read for its value', () => {
  test.each([
    ['Answer: $4!$', '24'],
    ['{"answer": "5!"}', '120'],
    ['#### 5!', '120'],
    ['Answer: 3! + 4 = 10', '10'],
    ['Answer: sqrt(100)', '10'],
    ['Answer: log2(1024)', '10'],
    ['Answer: |−10|', '10'],
    ['Answer: abs(-10)', '10'],
    ['The answer is negative three.', '-3'],
    ['\\boxed{\\text{negative } 3}', '-3'],
    ['Answer: 5 + 3 = 8', '8'],
    ['Answer: x = 4', '4'],
    ['Hence $x = 20$. QED', '20'],
  ])('%s is %s', async (text, answer) => {
    expect(await outcomeOf(text, answer)).toBe('correct');
  });
});

describe('a completion that is one formula', () => {
  test.each([
    '$\\frac12$',
    '\\(\\frac12\\)',
    '\\[\\frac12\\]',
    '$$\\frac12$$',
    '$x=\\frac12$',
    '$P=\\frac12$.',
  ])('%s', async (text) => {
    expect(await outcomeOf(text, '0.5')).toBe('correct');
    expect(await outcomeOf(text, '0.25')).toBe('incorrect');
  });
});

describe('one of several values is not the answer', () => {
  test.each([
    ['Therefore, the solutions are $x=-2$ and $x=3$.', '-2, 3', 'correct'],
    ['Therefore, the solutions are $x=-2$ and $x=3$.', '-2', 'incorrect'],
    ['Therefore, the interval is $[0,4)$.', '[0,4)', 'correct'],
    ['Hence the set is $\\{1,7\\}$.', '\\{1,7\\}', 'correct'],
    ['Thus the number of ways is $4!$.', '24', 'correct'],
    ['The answer is $x=3$, as $x=-2$ is extraneous.', '3', 'correct'],
    ['The answer is $x=3$, as $x=-2$ is extraneous.', '-2', 'incorrect'],
    ['The final answer is $\\frac7{13}$, so $m+n=20$.', '20', 'unparseable'],
    ['The final answer is $\\frac7{13}$, so $m+n=20$.', '\\frac7{13}', 'unparseable'],
    ['Answer: m = 7, n = 13, m + n = 20', '20', 'correct'],
    ['Final Answer:\n\n$x = 3$\n\n$x = -2$', '3', 'unparseable'],
    ['$x=\\boxed{-2}$ or $x=\\boxed{3}$', '-2, 3', 'correct'],
    ['$x=\\boxed{-2}$ or $x=\\boxed{3}$', '3', 'incorrect'],
    ['$x=\\boxed{3}$ and $y=\\boxed{5}$', '(3,5)', 'correct'],
    ['$x=\\boxed{3}$ and $y=\\boxed{5}$', '(5,3)', 'incorrect'],
    ['$\\boxed{1}$, $\\boxed{2}$, and $\\boxed{3}$', '1,2,3', 'correct'],
    ['$\\boxed{1}$, $\\boxed{2}$, and $\\boxed{3}$', '3', 'incorrect'],
  ])('%s, with %s, is %s', async (text, answer, outcome) => {
    expect(await outcomeOf(text, answer)).toBe(outcome);
  });
});

describe('text around a value', () => {
  test.each([
    ['Answer: 1/4 (25%)', '\\frac14'],
    ['**Answer:** $2\\sqrt5$ (approximately $4.47$)', '2\\sqrt5'],
    ['\\boxed{\\frac14\\ (25\\%)}', '\\frac14'],
    ['So the total is 28 (7 x 4).', '28'],
    ['So she needs 6 (2 x 3) boxes.', '6'],
    ['Answer: A', 'A'],
    ['Answer: He needs 28 g of wax.', '28'],
    ['Answer: 26 US-Dollar', '26'],
    ['Therefore, Friend B has played 6 more games than Friend A.', '6'],
    ['Therefore, there are 4 x 4 = 16 tiles.', '16'],
    ['Answer: `x**2 + 1`', 'x^2+1'],
    ['Final answer:\n\n> (2, -3)', '(2,-3)'],
    ['### Final Answer\n\n$$\\$4.50$$', '\\$4.50'],
    ['The answer is (B) $\\frac{5}{2}$.', '\\frac52'],
    ['Answer: **B** $\\frac{5}{2}$', '\\frac52'],
    ['**Answer: B) 5**', '5'],
  ])('%s is %s', async (text, answer) => {
    expect(await outcomeOf(text, answer)).toBe('correct');
  });

  test('a remark about the answer replaces none', async () => {
    const text = 'So $x = \\boxed{5}$.\n\nThe answer is correct since $3 \\cdot 5 = 15$.';
    expect(await outcomeOf(text, '5')).toBe('correct');
  });
});

describe('words', () => {
  test.each([
    ['Therefore, it will be Friday.', '\\text{Friday}'],
    ['The answer is odd because $f(-x)=-f(x)$.', '\\text{odd}'],
    ["The answer is increasing since $f'(x)>0$.", '\\text{increasing}'],
    ['The answer is that there is no solution.', '\\text{no solution}'],
    ['\\boxed{\\varnothing}', '\\text{no solution}'],
    ['\\boxed{\\text{None}}', '\\text{no solution}'],
    ['\\boxed{\\text{I and III}}', '\\text{I, III}'],
    ['The answer is one million.', '1000000'],
    ['The answer is one half.', '0.5'],
    ['Answer: one-half', '\\frac12'],
    ['The answer is negative one half.', '-\\frac12'],
    ['The answer is three quarters.', '0.75'],
    ['The answer is three hours.', '3\\text{ hours}'],
    ['The answer is infinity.', '\\infty'],
  ])('%s is %s', async (text, answer) => {
    expect(await outcomeOf(text, answer)).toBe('correct');
  });

  test.each([
    ['The answer is one half.', '2'],
    ['The answer is negative one half.', '0.5'],
    ['The answer is three hours.', '3\\text{ minutes}'],
    ['\\boxed{\\text{None}}', '0'],
    ['The answer is infinity.', '-\\infty'],
  ])('%s is not %s', async (text, answer) => {
    expect(await outcomeOf(text, answer)).toBe('incorrect');
  });
});

describe('sentences that state a value', () => {
  test.each([
    ['Therefore, the answer is C$60,000.', '60000'],
    ['\\boxed{US\\$5}', '5'],
    ['She counts them.\nSo, there is a 56% chance of picking a card.', '56'],
    ['So the sum is\n$$\n\\text{Answer}: R^2 + 1\n$$', 'R^2+1'],
    ['There are two bars with value below 40.', '2'],
    ['{"answer": "Yes, $u$ is a constant."}', 'Yes'],
    ['{"answer": "No, it is not."}', 'No.'],
    ['First, $3 + 4 = 7$.\n\nThe total number of hens is 7.', '7'],
    ['So they paid $9+$20=$29 in total.', '29'],
    ['So the discount is 20% of $120 = $24.', '24'],
    ['Therefore, the cat lifts a weight of the order of 850 kilos.', '850'],
    ['Therefore, if no hen is sold, she has 16 hens left.', '16'],
  ])('%j states %s', async (text, answer) => {
    expect(await outcomeOf(text, answer)).toBe('correct');
  });

  test.each([
    ['Therefore, the answer is C$60,000.', '6'],
    ['{"answer": "Yes, $u$ is a constant."}', 'No'],
    ['So, there is a 56% chance of picking a card.', '0.5'],
    ['So he spent 6 hours on TV and 3 hours on books.', '3'],
    ['So the group is of order 6.', '6'],
    ['So there is no hen among the 16.', '16'],
    ['First we compute\n\\[ \\frac{7}{30} = 7 \\cdot 10 \\cdot 7 \\', '7'],
  ])('%j does not state %s', async (text, answer) => {
    expect(await outcomeOf(text, answer)).not.toBe('correct');
  });
});

describe('other numbers beside the number of a sentence', () => {
  test.each([
    'Answer: She needs 4 boxes by 5 pm.',
    'Answer: The shop takes $4 after the 30% discount.',
    'Answer: They need 4 cooks for an 8-hour day.',
    'Therefore, Ann saves R$ 4 in this week.',
  ])('does not affect the answer in %j', async (text) => {
    expect(
      (await math.grade(text, { id: 'i', prompt: 'How many?', answer: '4', meta: undefined })).outcome,
    ).toBe('correct');
  });
});
