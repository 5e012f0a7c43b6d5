import { describe, expect, test } from 'vitest';
import { both, outcomes } from '../../support/number-outcomes.ts';

describe('damaged answer tags', () => {
  test.each([
    '<answer> 18 <answer>',
    '<answer> 18 eggs </asnwer>',
    '<answer>18</answers>',
    '<answer>18</response>',
    '<answer>18 eggs</answer and more words',
    '<answer>18<\\answer>',
    '< answer >18</ answer>',
    '<ans>18</ans>',
    'The eggs were counted.\n18</answer>',
    'answer>So the hens lay 18 eggs.</answer>',
    '<answer> <p> 18 eggs </p> </answer>',
    '<answer><strong>18</strong> eggs</answer>',
    '<answer>The water has 18ºC.</answer>',
    'answer 18',
    'The hens were counted.\nAnswer $18',
  ])('%j gives the answer', async (text) => {
    expect(await outcomes(text)).toEqual(both('correct'));
  });

  test.each([
    'Count them </answer>',
    'The answer tag is <answer> and </answer>.',
    '<answer> ... </answer>',
    'An answer 18 people gave',
    '5 + </answer>',
  ])('%j gives no answer', async (text) => {
    expect(await outcomes(text)).toEqual(both('unparseable'));
  });
});

describe('a bare first line', () => {
  const blank = '\n'.repeat(500);
  test.each([
    `18${blank}`,
    '18\n\n[Explanation]\nThe hens lay eggs.',
    '18\n\n[Answer Explanation]\nThe hens lay eggs.\n\n[Answer Explanation]\nThe hens',
    '18\n\n(Note)\nThis was rounded.',
    '18\n[Answer]',
    '18\n\n<answer>',
  ])('%j is the answer', async (text) => {
    expect(await outcomes(text)).toEqual(both('correct'));
  });

  const primed = 'Simplify: 9 + 9\n\n[Answer]\n';
  const runsOn = '18\n\nThere are 5 hens and 12 ducks in the yard, and 30 more come';

  test.each([primed, '9 + 9?\nA:', '9 + 9?\nFinal answer:', '问题\n答案：'])(
    'above any text is the answer if the prompt ends in %j',
    async (prompt) => {
      expect(await outcomes(runsOn, prompt)).toEqual(both('correct'));
    },
  );

  test.each([undefined, '9 + 9?', 'Think first, then give the answer.', '9 + 9?\nReasoning:'])(
    'above any text is not the answer if the prompt is %j',
    async (prompt) => {
      expect(await outcomes(runsOn, prompt)).toEqual(both('unparseable'));
    },
  );

  test('is not the answer if it is a step or if the text continues on the next line', async () => {
    expect(await outcomes('18 eggs and 5 hens\n\nThere are 12 ducks', primed)).toEqual(both('unparseable'));
    expect(await outcomes('18\n5 hens, 12 ducks\nmore', primed)).toEqual(both('unparseable'));
  });

  test('gives way to an answer below it', async () => {
    expect(await outcomes('5\n\nThe answer is 18.', primed)).toEqual(both('correct'));
    expect(await outcomes('5\n\nSo, the hens lay 18 eggs.', primed)).toEqual(both('correct'));
  });
});

describe('an expression that is reduced line by line', () => {
  test.each([
    '6 * (5 - 2)\n6 * 3\n18',
    '6 * (5 - 2)\n= 6 * 3\n= 18',
    '6 * 3\n18\n\n[Question]\nReduce 2 * 2',
  ])('%j ends in its value', async (text) => {
    expect(await outcomes(text)).toEqual(both('correct'));
  });

  test('is not the answer below words, because the text may have been cut off within a solution', async () => {
    expect((await outcomes('Count the nests.\n\n6 * 3\n18'))[0]).toBe('unparseable');
  });

  test('does not end in another number', async () => {
    expect((await outcomes('6 * (5 - 2)\n6 * 4\n18'))[0]).toBe('unparseable');
    expect((await outcomes('6 * (5 - 2)\n6 * 3\n1'))[0]).toBe('unparseable');
  });
});

describe('results of the working', () => {
  test.each([
    'Hens and ducks: 12 (hens) + 6 (ducks) = 18 birds.',
    'Step 2: In all: 9 nests * 2 eggs/nest = 18 eggs.\n',
    'Then Jo would have 9 multiplied by 2, which equals 18 eggs.',
    "First she had 9.\n\nThen she got 9.\n\nThat's 18 in total.",
    'She has 12 eggs and 6 eggs.\n\nThis totals to $18.',
    'We solve for $x$:\n\n$x=18$\n\nwhich means Jo began with 18 eggs.',
    'The share of birds that were not counted is 20 - 2 = 18 birds.',
    'Therefore, her profit is $18. 18',
    '**Therefore**, her profit is $18.',
    'This gives us the answer of 18.',
    'The answer is $18 (the boots are $18 more than the shoes).',
    'Therefore there were 18 fourth-grade girls.',
    'Answer: First \\(x = 20\\) and \\(y = 2\\), so \\(x - y = 18\\). Therefore, Jo has 18 more eggs.',
  ])('%j gives the answer', async (text) => {
    expect(await outcomes(text)).toEqual(both('correct'));
  });

  test.each([
    'Hens and ducks: 12 (hens) + 6 (ducks and',
    'Then Jo would have 9 multiplied by 3, which equals 18 eggs and',
    'This means that zero hens lay 18 eggs a day.',
    "That's not 18.",
    'She has 5 eggs. 18',
  ])('%j gives no answer', async (text) => {
    expect(await outcomes(text)).toEqual(both('unparseable'));
  });
});

describe('an advertisement behind the answer', () => {
  const shop = 'If she wants to buy more hens, she should first visit https://hens.example/ and see.';

  test('does not hide the answer', async () => {
    expect(await outcomes(`Each day, she sells 9 + 9 = 18 eggs.\n\n${shop}`)).toEqual(both('correct'));
    expect(await outcomes(`So she sells 18 eggs. ${shop}`)).toEqual(both('correct'));
  });

  test('does not replace a conclusion in words', async () => {
    const words = 'However, we now wait and compare both, and one gets a bit more than the other.';
    expect(await outcomes(`So she sells 18 eggs.\n\n${words}\n\n${shop}`)).toEqual(both('unparseable'));
  });
});

describe('the question', () => {
  const example = 'Q: Jo has 20 eggs and sells 2. How many are left?\nA: So Jo has 18 eggs left.\n\n';

  test('does not include the numbers of the examples above it', async () => {
    const prompt = `${example}Q: Al buys 2 coats at $9. How much does he pay for the 2 coats?\nA:`;
    expect(await outcomes('So Al pays 18 dollars for the 2 coats.', prompt)).toEqual(both('correct'));
  });

  test.each([
    'How much greater is the first?',
    'How much longer does it take?',
    'How many more eggs has Jo?',
  ])('%j asks for a difference', async (prompt) => {
    expect(await outcomes('So the first number is 18 more than the second.', prompt)).toEqual(
      both('correct'),
    );
  });

  test('that asks for no difference leaves it unread', async () => {
    const [numeric] = await outcomes('So the first number is 18 more than the second.', 'What is it?');
    expect(numeric).toBe('unparseable');
  });
});

test.each(['قیمت نان 18 تومان است.', 'تعداد مهمان‌ها برابر است با 18 نفر.'])(
  'reads the amount in %j',
  async (text) => {
    expect(await outcomes(text)).toEqual(both('correct'));
  },
);

test.each(['حداکثر 18 نفر هستند', 'حداقل 18 نفر لازم است.'])('reads no amount in %j', async (text) => {
  expect((await outcomes(text))[0]).toBe('unparseable');
});
