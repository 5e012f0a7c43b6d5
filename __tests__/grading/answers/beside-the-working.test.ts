import { afterAll, describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';

const graders = {
  numeric: createGrader(graderSpecSchema.parse('numeric')),
  math: createGrader(graderSpecSchema.parse('math')),
  choice: createGrader(graderSpecSchema.parse('choice')),
};
afterAll(() => graders.math.close?.());

/** What a grader makes of the text: the answer that it reads, or its outcome if there is none. */
async function read(
  grader: keyof typeof graders,
  text: string,
  { prompt, answer = '18' }: { readonly prompt?: string; readonly answer?: string } = {},
): Promise<string> {
  const graded = await graders[grader].grade(text, { id: 'i', prompt, answer, meta: undefined });
  return graded.answer ?? graded.outcome;
}

describe('a marked sentence that repeats the last result', () => {
  test.each([
    ['24 / 6 = 4 weeks\n6 * 3 = 18 hours\n\nAnswer: It will take 18 hours to lay the remaining 6 floors.'],
    ['20 - 2 = 18\n\nAnswer:\nThe farm can pack 18 boxes using the remaining 54 eggs.'],
    ['90 / 5 = 18\n\nAnswer: Ann can buy 18 5 dollar toys with the money she had left.'],
    ['60 / 5 = 12\n12 + 6 = 18\nTherefore, Ann can buy 18 4 dollar toys with what she has.'],
  ])('%j states it', async (text) => {
    expect(await read('numeric', text)).toBe('18');
    expect(await read('math', text)).toBe('18');
  });

  test.each([
    ['36 / 2 = 18\n\nAnswer: It takes 2 weeks 18 days.'],
    ['36 / 2 = 18\n\nAnswer: It takes 1 hour and 18 minutes.'],
    ['9 * 2 = 18\n\nAnswer: They ate 17 out of 18 slices.'],
    ['9 * 2 = 18\n\nThe answer is X - 18.'],
    ['9 * 2 = 18\n\nAnswer: Ann has 18 eggs, while Ben has 4 eggs.'],
    ['9 * 2 = 18\n\nAnswer: The 5 hens laid 3 eggs on 4 days.'],
  ])('%j does not', async (text) => {
    expect(await read('numeric', text)).toBe('unparseable');
  });

  test('may list numbers of the question', async () => {
    const prompt = 'Ann sells 6 books at $5 and 10 pens at $15. How much does she earn if she keeps 10%?';
    const text = '$3 + $15 = $18\n\nAnswer: Ann will earn $18 from the sales of 6 books and 10 pens.';
    expect(await read('numeric', text, { prompt })).toBe('18');
  });
});

describe('dozens', () => {
  const text = 'Answer: Ann bought 18 dozen eggs.';

  test('are the unit if the question asks for them', async () => {
    const prompt = 'Ann bought 216 eggs. How many dozen eggs did she buy?';
    expect(await read('numeric', text, { prompt })).toBe('18');
    expect(await read('numeric', 'So she needs 18 dozens of eggs.', { prompt })).toBe('18');
  });

  test('change the number otherwise', async () => {
    expect(await read('numeric', text, { prompt: 'How many eggs did Ann buy?' })).toBe('unparseable');
  });
});

describe('answers without a complete marker', () => {
  test.each([
    ['after half a tag', '9 * 2 = 18.\nanswer> The sum is 18.'],
    ['after a word in brackets', '9 * 2 = 18.\n(answer) The sum is 18 eggs.'],
    ['after a stray closing tag', 'The tip is 1/5 * 15 = 3. </answer> She should give 15 + 3 = $18.'],
    ['below a line of signs', 'So the side should be at least 12 or 13.\n####\nThe answer is 18 feet'],
    ['before another turn', 'So the share is 18.\n<|assistant|>\nThe share of the 5 hens'],
    ['in a chain of lines with one label', "Ann's score = 3 x 6\n\nAnn's score = 18 points"],
    ['in a relative clause', 'The result is the sum of both numbers, which is 18.'],
  ])('%s', async (_, text) => {
    expect(await read('numeric', text)).toBe('18');
    expect(await read('math', text)).toBe('18');
  });

  test('a numbered list after a marker states nothing', async () => {
    const text = 'The answer is 1. If k is even, it rises.\n2. If k is odd, it falls.';
    expect(await read('numeric', text, { answer: '1' })).toBe('unparseable');
  });

  test('a last clause about something else states nothing', async () => {
    expect(await read('numeric', 'It fell.\nIt fell past the balcony, which is 18 feet high.')).toBe(
      'unparseable',
    );
  });
});

describe('the first line', () => {
  test('counts if the last line repeats it', async () => {
    const text =
      '18 people came.\nExplanation: Half of 4 x 9 people came.\n2 x 9 people came.\n18 people came.';
    expect(await read('numeric', text)).toBe('18');
  });

  test('does not count in text that is caught in a loop', async () => {
    const text = 'He paid 18 to 3 men.\nHe paid 18 to 3 men.\nHe paid 18 to 3 men.\nHe paid 18 to 3 men.';
    expect(await read('numeric', text)).toBe('unparseable');
  });

  test('counts if the last formula repeats its formula', async () => {
    const below = '\n\nWe use the formula:\n\\[\nd = \\sqrt{36 + 81} = \\sqrt{117} = 3\\sqrt{13}\n\\]';
    const first = 'The distance of the points is \\(3\\sqrt{13}\\) units.';
    expect(await read('math', `${first}${below}`, { answer: '3\\sqrt{13}' })).toBe('3\\sqrt{13}');
    const other = first.replace('13', '17');
    expect(await read('math', `${other}${below}`, { answer: '3\\sqrt{17}' })).toBe('unparseable');
  });

  test('counts if it answers the question, above an explanation without an answer', async () => {
    const prompt = 'Ann buys 4 blouses at $6 each. How much is the total cost of the blouses?';
    const text =
      "The total cost of the blouses is $18.\nLet's look at the problem.\nWe can write this as:\n$6 per";
    expect(await read('numeric', text, { prompt })).toBe('18');
    expect(await read('numeric', text, { prompt: 'Ann buys 4 eggs for $18. What is left of $20?' })).toBe(
      'unparseable',
    );
  });
});

describe('formulas at the end', () => {
  const text = 'We multiply:\n\\[\n1 \\cdot x = 6 \\cdot 3\n\\]\nThis gives:\n\\[\nx = 18\n\\]';

  test.each(['Find $x$.', 'What is the value of $x$?', 'Solve for x in this equation.'])(
    'state the value of the name in %j',
    async (prompt) => {
      expect(await read('math', text, { prompt })).toBe('18');
    },
  );

  test.each(['What is the value of $x + 1$?', 'What is $y$?', 'How many eggs are there?'])(
    'state nothing after %j',
    async (prompt) => {
      expect(await read('math', text, { prompt })).toBe('unparseable');
    },
  );

  test('state nothing if they give one of two values', async () => {
    const two = 'So \\(x = 3\\) or \\(x = 18\\).';
    expect(await read('math', two, { prompt: 'Find $x$.' })).not.toBe('18');
  });

  test('are read after the name of an expression', async () => {
    const last = 'We combine the terms.\n\nThe final expression is $5x^2 + 3x$.';
    expect(await read('math', last, { answer: '5x^2+3x' })).toBe('5x^2+3x');
  });

  test('that are the subject of a sentence do not state its value', async () => {
    const about =
      '<answer>$18$ has to be multiplied with 2 at least once, i.e., it has to be $2^{8}$.</answer>';
    expect(await read('math', about)).toBe('unparseable');
  });
});

describe('letters that are names in formulas are not options', () => {
  test.each([
    'So the number of boys is x * (B) = 4 - 3',
    'P(A) = 1/5, so the answer needs **A** and P(A) + 1',
  ])('%j', async (text) => {
    expect(await read('choice', text, { answer: 'B' })).toBe('unparseable');
  });
});

test('a single letter is not taken for part of a word in an example of the prompt', async () => {
  const example = 'There are 9 one-digit numbers and 90 two-digit numbers from 1 to 500, so it is 1392.';
  const prompt = `${example} The answer is (b).\n\nHow many keys are needed for 1 to 500?`;
  expect(await read('choice', `${example} The answer is (e).`, { prompt, answer: 'B' })).toBe('E');
  expect(await read('choice', `${example} The answer is (b).`, { prompt, answer: 'B' })).toBe('unparseable');
});

test('second thoughts in Chinese retract an answer', async () => {
  expect(await read('numeric', '那么答案是18。\n等等，我得重新计算一下，')).toBe('unparseable');
});
