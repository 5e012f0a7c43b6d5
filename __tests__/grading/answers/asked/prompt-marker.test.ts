import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../../src/config/graders/graders.ts';
import { createGrader } from '../../../../src/grading/registry.ts';
import { withoutEffects } from '../../../support/without-effects.ts';

const forNumbers = createGrader(graderSpecSchema.parse({ type: 'numeric' }), withoutEffects);
const forMath = createGrader(graderSpecSchema.parse({ type: 'math' }), withoutEffects);
const forLetters = createGrader(graderSpecSchema.parse({ type: 'choice' }), withoutEffects);

/** The numbers that `numeric` and `math` read. */
async function numbersIn(text: string, prompt?: string): Promise<readonly (string | undefined)[]> {
  const item = { id: 'i', answer: '18', meta: undefined, prompt };
  return [(await forNumbers.grade(text, item)).answer, (await forMath.grade(text, item)).answer];
}

async function letterIn(text: string, prompt?: string): Promise<string | undefined> {
  return (await forLetters.grade(text, { id: 'i', answer: 'C', meta: undefined, prompt })).answer;
}

const WORKING = 'There are 2 nests. Each holds 9 eggs.';

describe('numbers in the form that the prompt asks for', () => {
  test.each([
    ['Put your answer between <<< and >>>.', '<<<18>>>'],
    ['Put your answer between <<< and >>>.', '<<< 18 >>>\nGoodbye, 5 hens!'],
    ['Give the final answer as \\answer{...}.', '\\answer{18}'],
    ['Put it inside <result> and </result> tags.', '<result>\n18\n</result>'],
    [
      'Respond in JSON: {"steps": "...", "total": <number>}',
      '```json\n{"steps": "2 times 9", "total": 18}\n```',
    ],
    ['将答案写在[金额]与<eoa>之间，例如[金额]2000元<eoa>。', '[金额]18元<eoa>'],
    ['将答案写在[金额]与<eoa>之间，例如[金额]2000元<eoa>。', '[金额]18元<eo'],
    ['Finish with "We get: [number]".', 'We get: 18'],
    ['Finish with "We get: [number]".', '**We get:** 18.'],
    ['Finish with "We get: [number]".', 'We get: 5? No.\nWe get: 18'],
    [
      'Q: 1 + 1?\nSo the sum is 2.\n\nQ: 2 + 2?\nSo the sum is 4.\n\nQ: 9 + 9?',
      'So the sum is 18.\n\nQ: 3 + 3?\nSo the sum is 6.',
    ],
  ])('asked by %j, reads %j', async (prompt, text) => {
    expect(await numbersIn(`${WORKING}\n${text}`, prompt)).toEqual(['18', '18']);
  });

  test.each([
    [
      'an echo of the instruction',
      'Put your answer between <<< and >>>.',
      'I will put my answer between <<<answer>>>.',
    ],
    [
      'the example of the instruction',
      '将答案写在[金额]与<eoa>之间，例如[金额]18元<eoa>。',
      '我会将答案写在[金额]与<eoa>之间，例如[金额]18元<eoa>。',
    ],
    ['a placeholder', 'Finish with "We get: [number]".', 'We get: [number]'],
    ['several values', 'Put your answer between <<< and >>>.', '<<<18>>> <<<19>>> <<<20>>>'],
    ['half of a value', 'Put your answer between <<< and >>>.', '<<<18^2 + 1'],
  ])('%s states no number', async (_, prompt, text) => {
    expect(await numbersIn(text, prompt)).toEqual([undefined, undefined]);
  });

  test('reads a completion whose prompt had the opening mark', async () => {
    const prompt = '将答案写在[金额]与<eoa>之间，例如[金额]2000元<eoa>。\n[金额]';
    expect(await numbersIn('18元<eoa>', prompt)).toEqual(['18', '18']);
  });

  test('needs the prompt', async () => {
    expect(await numbersIn(`${WORKING}\n<<<18>>> it is.`)).toEqual([undefined, undefined]);
  });

  test('gives way to a later statement in another form', async () => {
    const prompt = 'Put your answer between <<< and >>>.';
    expect(await numbersIn('<<<17>>>\nWait, the answer is 18.', prompt)).toEqual(['18', '18']);
    expect(await numbersIn('The answer is 17.\n<<<18>>>', prompt)).toEqual(['18', '18']);
  });

  test('ignores another question in the words of the prompt', async () => {
    const prompt =
      '将答案写在[金额]与<eoa>之间，例如[金额]2000元<eoa>。\n请你回答：\n被告人盗窃两次，每次窃得现金九元。请问被告人盗窃的犯罪总金额是多少？';
    const text = '[金额]18元<eoa>\n请你回答：\n被告人盗窃三次。\n[金额]7元<eoa>';
    expect(await numbersIn(text, prompt)).toEqual(['18', '18']);
  });

  test('ignores a question that begins as the prompt does', async () => {
    const prompt =
      'Read the following story carefully. Put the number between <<< and >>>.\nA hen lays 18 eggs.';
    const text = '<<<18>>>\n\nRead the following story carefully. A hen lays 7 eggs.\n<<<7>>>';
    expect(await numbersIn(text, prompt)).toEqual(['18', '18']);
  });

  test('ignores a copy of an example, also with other spacing', async () => {
    const example = 'Nine boys share all of the plums in two baskets, seven plums in each of them.';
    const prompt = `Put your answer between <<< and >>>.\n${example}\n<<<7>>>\nHow many eggs are there?`;
    expect(await numbersIn(`${example}\n\n<<<7>>>`, prompt)).toEqual([undefined, undefined]);
  });

  test('takes no name of a file for a second thought', async () => {
    const prompt = 'Put your answer between <<< and >>>.';
    expect(await numbersIn('<<<18>>>\n#include <sys/wait.h>', prompt)).toEqual(['18', '18']);
    expect(await numbersIn('<<<18>>>\nWait. That is wrong.', prompt)).toEqual([undefined, undefined]);
  });

  test('names its rule', async () => {
    const item = { id: 'i', answer: '18', meta: undefined, prompt: 'Put your answer between <<< and >>>.' };
    expect(await forNumbers.grade('<<<18>>>', item)).toEqual({
      outcome: 'correct',
      answer: '18',
      rule: 'prompt-marker',
    });
  });
});

describe('options in the form that the prompt asks for', () => {
  test.each([
    ['Output your choice as [[A]], [[B]], [[C]] or [[D]].', 'Some prefer A to B.\n[[C]]'],
    ['Respond in JSON: {"why": "...", "pick": "A"}', '{"why": "A and B are wrong", "pick": "C"}'],
    ['Reply in the format: Choose("X")', 'A and B are wrong.\nChoose("C")'],
    [
      '答えは「結論：[記号]」、選択肢の記号を「結論：A」の形式で書いてください。',
      'AでもBでもない。\n結論：C',
    ],
    ['并写在[正确答案]和<eoa>之间。例如[正确答案]A<eoa>。', '[正确答案]C:内陆国<eoa>'],
    ['并写在[正确答案]和<eoa>之间。例如[正确答案]A<eoa>。', 'C<eoa>'],
  ])('asked by %j, reads %j', async (prompt, text) => {
    expect(await letterIn(text, prompt)).toBe('C');
  });

  test('a list of the allowed forms states none', async () => {
    const prompt = 'Output your choice as [[A]], [[B]], [[C]] or [[D]].';
    expect(await letterIn('The forms are [[A]], [[B]], [[C]] and [[D]].', prompt)).toBeUndefined();
  });
});

describe('a last line that labels its value as the answer', () => {
  test.each([
    'RESULT= 18',
    'Solution => 18',
    'Output: 18',
    '### Response: 18',
    '**Final result** -> 18',
    'Prediction: $18',
    'Ergebnis: 18',
    'Resultado final = 18',
    'Résultat : 18',
    'Итог: 18',
    '最终金额：18元',
    '結果：18',
    '결과: 18',
  ])('reads %j', async (line) => {
    expect((await numbersIn(`${WORKING}\n\n${line}`))[0]).toBe('18');
  });

  test.each(['Output: (C)', 'Prediction => C', 'RESULT= C', 'Response: C', 'Ergebnis: C'])(
    'reads the letter of %j',
    async (line) => {
      expect(await letterIn(`A is wrong, and so is B.\n\n${line}`)).toBe('C');
    },
  );

  test.each([
    'Expected output: 18',
    'Confidence: 18',
    'Step 3: 18',
    'Solution 2: 18',
    'Option B: 18',
    'Result: 17\nResult: 18',
    'Result of the first of many steps: 18',
    'Output: the 18 eggs of 2 nests and 9 hens',
    'Output: 18 thefts, for 1400 dollars in all',
  ])('does not read %j', async (lines) => {
    expect(await numbersIn(`We look.\n\n${lines}`)).toEqual([undefined, undefined]);
  });
});

test('a speaker’s name in the examples of a prompt does not introduce another question', async () => {
  const example = (number: number, sum: number): string =>
    [
      `Example Task ${number}: What is ${sum - 1} + 1?`,
      'Expert: Add the two numbers.',
      `Assistant (you): Then it is ${sum}.`,
      'Expert: Let us check it again.',
      'Assistant (you): It is still right.',
      `Final answer: ${sum}`,
    ].join('\n');
  const prompt = `${example(1, 4)}\n\n${example(2, 7)}\n\nTask: What is 9 + 9? Put the sum between <<< and >>> if you can.`;
  const text = [
    'Assistant (you): The first is 8, and the second is 9. Therefore, the sum is 17.',
    'Expert: No. Look at the first number again.',
    'Assistant (you): Thanks for the help!',
    '',
    'Final answer: The sum is 18.',
  ].join('\n');
  expect(await numbersIn(text, prompt)).toEqual(['18', '18']);
});
