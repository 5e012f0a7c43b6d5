import { afterAll, describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { strictGrade } from '../../support/strict-grade.ts';

const marked = createGrader(graderSpecSchema.parse('math'));
const unmarked = createGrader(graderSpecSchema.parse({ type: 'math', fallback: 'last-math' }));
const item = (answer: string) => ({ id: 'i', answer, meta: undefined });
afterAll(() => Promise.all([marked.close?.(), unmarked.close?.()]));

describe('where the answer is found', () => {
  test.each([
    ['So $\\boxed{\\frac{1}{2}}$.', '1/2', 'boxed'],
    ['So $\\fbox{0.5}$.', '1/2', 'boxed'],
    ['\\boxed {0.5}', '1/2', 'boxed'],
    ['\\boxed{3} is wrong: \\boxed{0.5}', '1/2', 'boxed'],
    ['\\boxed{\\{1, \\frac{1}{2}\\}}', '\\{\\frac12, 1\\}', 'boxed'],
    ['\\boxed{x = \\frac{1}{2}}', '1/2', 'boxed'],
    ['\\boxed{\\text{Even}}', 'even', 'boxed'],
    ['$\\boxed{1}$ and $\\boxed{2}$', '1, 2', 'boxed'],
    ['$\\boxed{(98, 2)} \\quad \\text{and} \\quad \\boxed{(99, 503)}$', '(98,2),(99,503)', 'boxed'],
    ['\\boxed{1} papers and \\boxed{2} bins', '\\{1,2\\}', 'boxed'],
    ['\\boxed{1},\\boxed{2}', '\\{1,2\\}', 'boxed'],
    ['\\boxed{17} or rather $\\boxed{18}$.', '18', 'boxed'],
    ['The final answer is $\\frac{1}{2}$. I hope it is correct.', '0.5', 'answer-marker'],
    ['**Final Answer:**\n\n$$\\frac{1}{2}$$', '0.5', 'answer-marker'],
    ['Answer: \\[\n0.5\n\\]', '1/2', 'answer-marker'],
    ['Final Answer: The largest $n$ is 34.', '34', 'answer-marker'],
    ['Final Answer: The volume of $ABCD$ is 120. I hope it is correct.', '120', 'answer-marker'],
    ['The answer is 1,000.50 dollars.', '1000.5', 'answer-marker'],
    ['The final answer is "$12$ and $13$".', '12 \\text{ and } 13', 'answer-marker'],
    ['The answer is $x = 2$, not $x = 3$?\nThe answer is $2$.', '2', 'answer-marker'],
    ['## 1. STRATEGY\n\n### Problem Breakdown:\nTom has 5.\n<answer>\n0.5\n</answer>', '1/2', 'answer-tag'],
    ['<answer>The sum is $16 + d$. The smallest such $d$ is $2$.</answer>', '2', 'answer-tag'],
    ['Answer:\n\nStep 2: They have 42 books together.', '42', 'answer-marker'],
    ['Answer: The number of eggs not sold = 57', '57', 'answer-marker'],
    ['Therefore, they have $<<40+5=45>>45.', '45', 'conclusion'],
    ['So $x = 5$.', '5', 'conclusion'],
    ['The combined share of both in 2020 is 37%.', '37', 'whole-text'],
    ['The degree is $5$.', '5', 'whole-text'],
    ['\\frac{1}{2}', '0.5', 'whole-text'],
  ])('%j states %s by %s', async (text, answer, rule) => {
    expect(await marked.grade(text, item(answer))).toEqual({ outcome: 'correct', answer, rule });
  });

  test.each(['', 'It is 5. It is odd.', '\\boxed{5', '\\boxed{}', 'The answer is not 5.', 'Answer:'])(
    '%j marks no answer',
    async (text) => {
      expect(await strictGrade(marked.grade(text, item('5')))).toEqual({ outcome: 'unparseable' });
    },
  );

  test.each([
    ['We had $x^2 = 9$. As $x = 3$ is the solution, we stop.', '3', 'last-math'],
    ['Thus\n\\[ x \\ge 5 \\]', '5 \\le x', 'last-math'],
    ['-\\frac{10}{9}', '-10/9', 'whole-text'],
    ['28 pct', '28\\%', 'whole-text'],
    ["It is not 10 but it's 1,000.99m²", '1000.99', 'last-number'],
    ['Given $p$, it increases by 100%.', '100\\%', 'last-number'],
    ['The answer is 2. Well, $3$.', '2', 'answer-marker'],
  ])('%j states %s by %s with the fallback', async (text, answer, rule) => {
    expect(await unmarked.grade(text, item(answer))).toEqual({ outcome: 'correct', answer, rule });
  });

  test('words alone are not an answer, with or without a fallback', async () => {
    expect(await unmarked.grade('I do not know.', item('5'))).toEqual({ outcome: 'unparseable' });
  });

  test('an answer that is too long is not replaced by a weaker rule', async () => {
    const text = `The answer is 5, that is \\boxed{${'1+'.repeat(600)}1}.`;
    expect(await marked.grade(text, item('5'))).toEqual({ outcome: 'unparseable', rule: 'boxed' });
  });
});

describe('outcomes', () => {
  test('reports a wrong answer as stated and a right one as expected', async () => {
    expect(await marked.grade('\\boxed{0.25}', item('1/2'))).toEqual({
      outcome: 'incorrect',
      answer: '0.25',
      rule: 'boxed',
    });
    expect(await marked.grade('\\boxed{\\frac{2}{4}}', item('1/2'))).toMatchObject({ answer: '1/2' });
  });

  test('grades an answer that hangs the engine as unparseable, with the reason, and then the next one', async () => {
    const hanging = await marked.grade(`\\boxed{${'\\int '.repeat(30)}x}`, item('1/2'));
    expect(hanging).toMatchObject({
      outcome: 'unparseable',
      rule: 'boxed',
      reason: 'cannot be compared: no result within 1500 ms of processor time',
    });
    expect(await marked.grade('\\boxed{0.5}', item('1/2'))).toMatchObject({ outcome: 'correct' });
  });
});

describe('grades stated answers that cannot be read as unparseable, not incorrect', () => {
  test.each(['\\boxed{\\frac{1}}', '\\boxed{\\text{at least } 5}', '\\boxed{\\int_0^1 x\\,dx}'])(
    '%s',
    async (text) => {
      expect(await marked.grade(text, item('1/2'))).toEqual({
        outcome: 'unparseable',
        rule: 'boxed',
        reason: expect.stringMatching(/^cannot be compared: /),
      });
    },
  );
});

describe('items', () => {
  test.each(['5', 'x = 5', '\\text{yes}', 'Since …, it is $\\boxed{5}$.'])('%j is an answer', (answer) => {
    expect(marked.checkItem(item(answer))).toBeUndefined();
  });

  test('refuses an item without an answer', () => {
    const refusal = 'its answer is empty, or longer than 1,000 characters';
    expect(marked.checkItem({ id: 'i', answer: undefined, meta: undefined })).toBe('it has no answer');
    expect(marked.checkItem(item(' '))).toBe(refusal);
    expect(marked.checkItem(item('1'.repeat(1001)))).toBe(refusal);
  });

  test('reads the box of a whole solution as its answer', async () => {
    expect(await marked.grade('\\boxed{5}', item('As $2 + 3 = 5$, it is $\\boxed{5}$.'))).toMatchObject({
      outcome: 'correct',
      answer: '5',
    });
  });
});
