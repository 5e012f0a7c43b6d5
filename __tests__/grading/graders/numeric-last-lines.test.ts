import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const grader = createGrader(graderSpecSchema.parse({ type: 'numeric' }), withoutEffects);

function gradeOf(text: string, prompt?: string): { answer?: string; rule?: string } {
  const grade = grader.grade(text, { id: 'i', answer: '18', prompt, meta: undefined });
  if (grade instanceof Promise) throw new TypeError('a grader of text is not asynchronous');
  return grade;
}

describe('last lines that are a value', () => {
  test.each([
    ['9 + 9 = 18\n\nSo the hens laid all in all:\n\n18', '18'],
    ['9 + 9 = 18\nThe sum of both days is:\n\\[\n18\n\\]', '18'],
    ['So the hens laid 18 eggs.\n\n18', '18'],
    ['So the hens laid 1,800 eggs.\n\n1,800', '1800'],
    ['27 - 9 =\n\n18', '18'],
  ])('reads the value in %j', (text, answer) => {
    expect(gradeOf(text)).toMatchObject({ answer });
  });

  test.each([
    'The hens laid many eggs in 9 days.\n\n18',
    'Tom has 9 eggs.\n\n1. 18',
    'Eggs:\n12\n18',
    'Confidence:\n\n18',
    'There are 18 eggs in all nests\n\n1',
  ])('finds no answer in %j', (text) => {
    expect(gradeOf(text).answer).toBeUndefined();
  });

  test.each(['\n\nI hope this helps!', '\n', '\n\n.\n'])(
    'finds no answer above %j, which has no content',
    (text) => {
      expect(gradeOf(text).answer).toBeUndefined();
    },
  );

  test('reads a labeled value if the working ends in it', () => {
    expect(gradeOf('We add 9 and 9, that is 18\n\nEier zusammen: 18')).toMatchObject({ answer: '18' });
    expect(gradeOf('We add 9 and 9, that is 18\n\nKonfidenz: 95').answer).toBeUndefined();
    expect(gradeOf('- Hens: 9\n- Ducks: 18').answer).toBeUndefined();
    expect(gradeOf('It makes 18\n\nScore: 18').answer).toBeUndefined();
  });
});

describe('last lines that end the working', () => {
  test.each([
    'On both days her hens laid 9 + 9 = 18 eggs.',
    'One nest holds 9 eggs.\n2 nests x 9 eggs/nest = 18 eggs',
    'Now we add them.\n$6 \\times 3 = 18$',
    'If she gives 9 away, then what stays in the box is 27 eggs - 9 eggs = 18 eggs.',
    'There are 54 eggs.\n\n54 eggs / 3 people = 18 eggs/person',
  ])('reads the result of %j', (text) => {
    expect(gradeOf(text)).toMatchObject({ answer: '18' });
  });

  test.each([
    ['a wrong calculation that was cut off', 'One nest holds 9.\nThe nests hold 9 + 9 = 1'],
    ['a check', 'It may be 18.\nTo check, we add 9 + 9 = 18 eggs'],
    ['one of several calculations without a full stop', '1 + 9 = 10\n4 + 9 = 13\n9 + 9 = 18'],
    ['a sentence that was cut off', 'The nests hold 9 + 9 = 18 eggs in the'],
  ])('finds no answer in %s', (_, text) => {
    expect(gradeOf(text).answer).toBeUndefined();
  });
});

const QUESTION = 'Ann has 20 eggs and eats 2. How many eggs does Ann have then?';

describe('last sentences that answer the question', () => {
  test.each(['She ate two. Ann has 18 eggs.', 'Two are gone.\nThe eggs that Ann has are 18.'])(
    '%j',
    (text) => {
      expect(gradeOf(text, QUESTION)).toMatchObject({ answer: '18', rule: 'last-sentence' });
    },
  );

  test.each([
    ['is about something else', 'She ate two. The farm has 18 cows.'],
    ['repeats a number from the question', 'She likes them. Ann has 20 eggs.'],
    ['was cut off', 'She ate two. Ann has 18'],
    ['is conditional', 'She ate two. If Ann has 18 eggs she is glad.'],
    ['is a question', 'She ate two. Does Ann have 18 eggs?'],
  ])('finds no answer if it %s', (_, text) => {
    expect(gradeOf(text, QUESTION).answer).toBeUndefined();
  });
});

describe('answers before an afterthought', () => {
  test.each([
    'Therefore, Ann has 18 eggs. Eggs are good for you!',
    'Therefore, Ann has 18 eggs.\n\nWould you like to see another way?',
    'So Ann has 18 eggs.\n\nYou can buy boxes for them at https://example.com/box/24.',
    "Therefore, Ann has 18 eggs.\n\nLet's verify: 18 + 2 = 20, which is right.",
    'That means Ann has 18 eggs. This is the number of eggs in her basket.',
  ])('finds the answer in %j', (text) => {
    expect(gradeOf(text)).toMatchObject({ answer: '18' });
  });

  test.each([
    ['continues the solution', 'Therefore, Ann has 18 eggs. Now we add those of her sister.'],
    ['retracts the answer', 'Therefore, Ann has 18 eggs. However, that is more than there were.'],
    ['concludes something else', 'Therefore, Ann has 18 eggs. So, Bob has the most.'],
    ['asks the question', 'So Ann has 18 eggs. How many eggs does Bob have?'],
    ['finds an error', "Therefore, Ann has 18 eggs.\n\nLet's verify: 18 + 2 = 20, but she had 21."],
    ['is in another language than English', 'Also hat Anna 18 Eier. Leider ist das noch nicht alles.'],
    ['is cut off', 'Therefore, Ann has 18 eggs. The basket of her'],
  ])('finds no answer if the afterthought %s', (_, text) => {
    expect(gradeOf(text).answer).toBeUndefined();
  });
});

describe('conclusions', () => {
  test.each([
    'She has 20 and eats 2. That means she has 18 left.',
    'She has 20 and eats 2. This leaves her with 18 eggs.',
    'Ann has 9, Bob has 9. Together they have 18 eggs.',
    'Hon äter 2 av 20. Alltså har hon 18 ägg.',
    'Ta ci 2 daga 20. Don haka, tana da 18.',
    'Step 1: 9 + 9 = 18\nStep 2: The total cost of both boxes is $18.',
    'We round it down, as no egg can be cut, which means there are 18 eggs.',
  ])('reads the number in %j', (text) => {
    expect(gradeOf(text)).toMatchObject({ answer: '18', rule: 'conclusion' });
  });

  test('reads the value after the verb, with its unit', () => {
    expect(gradeOf('That means that 1080 minutes is 18 hours.').answer).not.toBe('1080');
    expect(gradeOf('That means that they sold 18 t-shirts.')).toMatchObject({ answer: '18' });
  });

  test('finds no answer in two quantities', () => {
    const text =
      'Therefore, the cost of the red box would be $12, and the cost of the blue box would be $18.';
    expect(gradeOf(text).answer).toBeUndefined();
  });

  test('does not read a bound from the question as the answer', () => {
    const prompt = 'How much more likely is a roll of more than 4 than one of less than 2?';
    expect(gradeOf('So it is 18% more likely to roll more than 4.', prompt)).toMatchObject({ answer: '18' });
  });
});

describe('marked sentences with several numbers', () => {
  const prompt = 'কত ডিম?';
  test.each([
    'Answer: Ann needs 18 eggs for 3 cakes.',
    'Answer: Within 6 hours the hens lay 18 eggs.',
    'Answer: She must bring 18 cakes by 5 pm.',
    'Answer: There are 18 birds, including 4 hens and 14 ducks.',
    'Respuesta: Ana recoge 18 huevos en 3 horas.',
  ])('ignores numbers that give circumstances in %j', (text) => {
    expect(gradeOf(text, prompt)).toMatchObject({ answer: '18' });
  });

  test.each(['Answer: Ann has 18 eggs and 4 hens.', 'Answer: Ann spent 18 minutes and then 4 hours on it.'])(
    'finds no answer in %j',
    (text) => {
      expect(gradeOf(text, prompt).answer).toBeUndefined();
    },
  );

  test('does not read a number given in the question as the answer', () => {
    expect(
      gradeOf('Answer: Ann needs 18 eggs for 3 cakes.', 'Ann has 18 eggs, 3 cakes.').answer,
    ).toBeUndefined();
  });
});

test('a labeled line is the result of the calculation with the same label above it', () => {
  const prompt = 'How many eggs did she sell?';
  expect(gradeOf('Sold = 14 + 36\nSold = 50', prompt)).toMatchObject({ answer: '50' });
  expect(gradeOf('Bought = 14 + 36\nSold = 50', prompt).answer).toBeUndefined();
  expect(gradeOf('Sold = 14 + 36\nSold = 51', prompt).answer).toBeUndefined();
});
