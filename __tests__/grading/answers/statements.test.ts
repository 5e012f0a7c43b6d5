import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const forNumbers = createGrader(graderSpecSchema.parse({ type: 'numeric' }), withoutEffects);
const forMath = createGrader(graderSpecSchema.parse({ type: 'math' }), withoutEffects);
const forLetters = createGrader(graderSpecSchema.parse({ type: 'choice' }), withoutEffects);

/** The answers that `numeric` and `math` read from the text. */
async function read(text: string): Promise<readonly (string | undefined)[]> {
  const item = { id: 'i', answer: '18', meta: undefined };
  return [(await forNumbers.grade(text, item)).answer, (await forMath.grade(text, item)).answer];
}
const both = (answer: string | undefined) => [answer, answer];

describe('items split into questions', () => {
  test.each([
    'Q1. How many nests are there?\nThere are 2 nests.\nQ2. How many eggs are in one?\nThere are 9 eggs in each nest.\nThe answer is 18.',
    '**Question 1:** How many hens?\n2 hens.\n**Question 2:** How many eggs?\nAnswer: 18',
  ])('reads the answer at the end of %j', async (text) => {
    expect(await read(text)).toEqual(both('18'));
  });

  test('ignores another question after the answer', async () => {
    expect(await read('#### 18\n\nQ2. How many hens?\n#### 7')).toEqual(both('18'));
  });
});

describe('texts that are only a value', () => {
  test.each(['### 18', '# 18 eggs'])('ignores the heading mark in %j', async (text) => {
    expect((await read(text))[0]).toBe('18');
  });

  test.each(['9 * 2', '54 / 3 / 1', '2 × 9 = 18 × 1'])(
    'rejects the unevaluated calculation %j',
    async (text) => {
      expect(await read(text)).toEqual(both(undefined));
    },
  );

  test('rejects a long run of digits at the end of the text', async () => {
    expect(await read(`#### 18${'0'.repeat(300)}`)).toEqual(both(undefined));
    expect(await read(`#### 18${'0'.repeat(30)}`)).toEqual(both(`18${'0'.repeat(30)}`));
  });
});

describe('calculations with a negative result', () => {
  test('can end the working', async () => {
    expect(await read('1. The roots are 3 and -6.\n2. The product of both is $3 \\times -6 = -18$.')).toEqual(
      both('-18'),
    );
  });
});

describe('markup around a marked answer', () => {
  test.each([
    'So they lay 18 eggs.\nThe answer is <18>.',
    'Answer: <$18>',
    'So the answer is \\(\\boxed{18',
    'Final answer: $\\fbox{18',
  ])('ignores the markup in %j', async (text) => {
    expect((await read(text))[0]).toBe('18');
  });

  test.each([
    'The answer is <number>.',
    'The answer is x < 18 > 7',
    'The answer is \\boxed{18.',
    'The answer is \\boxed{',
  ])('finds no number in %j', async (text) => {
    expect((await read(text))[0]).toBeUndefined();
  });
});

describe('last lines that announce an answer without stating it', () => {
  test.each([
    'All nests hold 2 x 9 = 18 eggs.\n\nThe final answer is: ####',
    'Eggs in all = 2 x 9\n= 18\n\nAnswer:',
    'All nests hold 2 x 9 = 18 eggs.\n\nTherefore, **####**',
    'Therefore, there are 18 eggs.\n\n####',
    'We need to add the eggs of both days: 9 + 9 = 18.\n\nFinal Answer:\n[number]',
  ])('reads the end of the working in %j', async (text) => {
    expect(await read(text)).toEqual(both('18'));
  });

  test.each([
    'The first nest holds 3 x 6 = 18 eggs.\n\nSo the second',
    'There may be 18 eggs in it, or none.\n\nThe final answer is: ####',
    'The first nest holds 18 eggs. Now we\n\nThe final answer is',
  ])('finds no answer in %j', async (text) => {
    expect(await read(text)).toEqual(both(undefined));
  });
});

describe('calculations over several lines', () => {
  test.each([
    'Eggs in all = eggs in a nest x nests\n= 9 x 2\n= 18',
    'Eggs = 54 ÷ 3 eggs\n= 18 eggs',
    'Nine and nine come to it.\n∴ There are 18 eggs in all',
  ])('reads the result of %j', async (text) => {
    expect(await read(text)).toEqual(both('18'));
  });

  test.each(['Eggs in all = eggs in a nest x nests\n= 9 x 2\n= 1', 'Eggs = 9 + 8\n= 18'])(
    'finds no answer in %j, which is wrong or cut off',
    async (text) => {
      expect((await read(text))[0]).toBeUndefined();
    },
  );
});

describe('solutions inside answer tags', () => {
  test.each([
    '<answer>There are 2 nests of 9 eggs, 2 x 9 = 18. So the hens laid 18 eggs.</answer>',
    '<answer>2 nests * 9 eggs = 18 (in a week), 18 + 0 = 18. Therefore, the hens laid 18 eggs.</answer>',
    '<final>\n3 + 6 = 9 and 9 + 9 = 18.\nTherefore, 18 eggs are left.\n</final>',
  ])('reads the conclusion of %j', async (text) => {
    expect(await read(text)).toEqual(both('18'));
  });

  test.each([
    '<answer>Let h be the 9 hens. We solve for 2 nests</answer>',
    '<answer>18 or 20 eggs or 22</answer>',
  ])('finds no number in %j', async (text) => {
    expect((await read(text))[0]).toBeUndefined();
  });
});

describe('answers above an explanation', () => {
  test.each([
    '17\nExplanation: There are 2 nests of 9 eggs.\nSo the hens laid 2 x 9 = 18 eggs.',
    '17 eggs\n\nExplanation: There are 2 nests.\nEggs = 2 x 9\n= 18',
    '17\nExplanation: Let n be the eggs.\nn - 9 = 9\nn = 18 eggs',
    'The answer is 17 eggs.\n\nExplanation:\nThere are 2 nests of 9 eggs. Therefore, the hens laid 18 eggs.',
  ])('reads the answer of the explanation in %j', async (text) => {
    expect(await read(text)).toEqual(both('18'));
  });

  test.each([
    '18\nExplanation: There are 2 nests of 9 eggs.',
    '18\nExplanation: 2 nests hold 9 eggs each, and we add them:',
    'The answer is 18 eggs.\n\nExplanation:\nThere are 2 nests. The first has 9 eggs, the second too.',
  ])('keeps the first answer if the explanation has no conclusion: %j', async (text) => {
    expect(await read(text)).toEqual(both('18'));
  });
});

describe('"none of the above" as an answer', () => {
  const grade = async (text: string, choices: readonly string[]): Promise<string | undefined> =>
    (await forLetters.grade(text, { id: 'i', answer: 'B', meta: { choices } })).outcome;
  const cities = ['Rome', 'Paris', 'Bonn', 'Madrid'];

  test.each([
    'So the answer is none of the above.',
    'Action: Answer("None of these")',
    'The answer is \\boxed{\\text{None of the options}}',
    'Answer: not among the given choices.',
  ])('grades %j as incorrect', async (text) => {
    expect(await grade(text, cities)).toBe('incorrect');
  });

  test.each(['None of the above is easy to find.', 'I cannot tell. None of these cities is known to me.'])(
    'does not read %j as an answer',
    async (text) => {
      expect(await grade(text, cities)).toBe('unparseable');
    },
  );

  test('reads an option with that text as an option', async () => {
    expect(await grade('The answer is none of the above.', ['Rome', 'None of the above'])).toBe('correct');
  });
});

describe('options after other words', () => {
  const meta = { choices: ['Rome', 'Paris', 'Bonn', 'Madrid'] };
  test.each([
    'The answer is <b>.',
    'The statement that is false is B. Paris',
    'So we come to it:\n\nOption B: Paris',
  ])('reads the option in %j', async (text) => {
    expect((await forLetters.grade(text, { id: 'i', answer: 'B', meta })).answer).toBe('B');
  });
});

describe('lists of options that are cut off', () => {
  const meta = { choices: ['Rome', 'Paris', 'Bonn', 'Madrid'] };
  const letterOf = async (text: string): Promise<string | undefined> =>
    (await forLetters.grade(text, { id: 'i', answer: 'B', meta })).answer;

  test.each([
    'We look at them:\n(a) It is in Italy.\n(b)',
    'We look at them:\nA. It is in Italy.\nB. It is in France.\nC.',
  ])('finds no answer in %j', async (text) => {
    expect(await letterOf(text)).toBeUndefined();
  });

  test('reads a letter below a complete list', async () => {
    expect(
      await letterOf('A. It is in Italy.\nB. It is in France.\nC. It is in Germany.\nD. In Spain.\nB'),
    ).toBe('B');
  });
});

describe('one-word markers', () => {
  test.each(['FINAL: 18', 'Final Answer: FINAL: 18 eggs', '{"steps": "2 × 9", "ans": 18}', '**Final:** 18'])(
    'reads the value in %j',
    async (text) => {
      expect(await read(text)).toEqual(both('18'));
    },
  );

  test.each(['Final check: 18 eggs', 'In the final 18 minutes he ran 5 km'])(
    'finds no answer in %j',
    async (text) => {
      expect(await read(text)).toEqual(both(undefined));
    },
  );
});
