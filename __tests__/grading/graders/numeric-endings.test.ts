import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const grader = createGrader(graderSpecSchema.parse({ type: 'numeric' }), withoutEffects);

function answerTo(text: string, prompt?: string): string | undefined {
  const grade = grader.grade(text, { id: 'i', answer: '18', prompt, meta: undefined });
  if (grade instanceof Promise) throw new TypeError('a grader of text is not asynchronous');
  return grade.answer;
}

describe('a completion of one sentence states its number only if it says that this many are there', () => {
  test.each([
    ['There are 18 eggs in the basket.', '18'],
    ['She has 18 eggs left.', '18'],
    ['The number of votes the loser got is 20.', '20'],
    ['The nail is about 2 inches long.', '2'],
    ['The number of documents required per shipment is 3.', '3'],
    ['Johnny picks up 1500 blocks (500 + 3 x 500 = 1500).', '1500'],
    ['The cost of cleaning three tables (3 x $10) = $30.', '30'],
    ['To last for 2 months, the zookeeper needs to order 800 bananas.', undefined],
    ['12 penguins still lie in the sun.', '12'],
  ])('%j states %s', (text, answer) => {
    expect(answerTo(text)).toBe(answer);
  });

  test.each([
    'Tom asks about 5 apples.',
    'The question mentions 5 apples.',
    'We have to find out how many litres fit in 10 tanks.',
    'Dort liegen 5 Eier.',
  ])('%j only mentions a number', (text) => {
    expect(answerTo(text)).toBeUndefined();
  });

  const question = 'Wie viele Eier hat Anna, wenn 20 Eier im Korb liegen und sie 2 isst?';

  test('a number in other words counts if it refers to the quantity asked for, and the question does not give it', () => {
    expect(answerTo('Anna behält 18 Eier im Korb.', question)).toBe('18');
    expect(answerTo('Anna sieht 20 Eier im Korb.', question)).toBeUndefined();
    expect(answerTo('Der Zug fährt um 18 Uhr ab.', question)).toBeUndefined();
  });
});

describe('the last clause states the consequence', () => {
  test.each([
    ['She sold 9 of 16 eggs, so she has 7 left.', '7'],
    ['There are 20 in each of 6 groups, for a total of 120.', '120'],
    ['Er hatte 16 Eier und aß 3, also hat er 13 Eier.', '13'],
    ['Tenía 16 huevos y comió 3, por lo que le quedan 13 huevos.', '13'],
    ['У неё было 16 яиц, 3 она съела, поэтому осталось 13 яиц.', '13'],
    ['If each of 3 people gets 2 letters, then she writes 6 letters.', '6'],
    ['If Amy made 20 friends and Lily had 50, then together they have 70 friends (20 + 50).', '70'],
    ['Each cat eats 3. Therefore, in 4 weeks, they eat 63 x 4 = 252 tins.', '252'],
    ['We divide. 30 ÷ 2 = 15 So Jean can fill 15 boxes.', '15'],
    ['Since he gave a 10% discount, Jean paid $120,000 x 90% = $108,000.', '108000'],
    ['Rosie runs 10 miles and later 20 more, so she runs 10 + 20 = 30 miles in 7 hours.', '30'],
  ])('%j', (text, answer) => {
    expect(answerTo(text)).toBe(answer);
  });

  test.each([
    'She sold 9 eggs, so what is left?',
    'There are 16 eggs and she eats 3, so we need to subtract 3.',
    'She sold 9, so she has 7 eggs and 4 hens.',
    'It takes 60 of them, so it takes 3 hours and 20 minutes (60 x 5 = 300).',
  ])('%j states no answer', (text) => {
    expect(answerTo(text)).toBeUndefined();
  });
});

describe('the last sentence repeats the result of the working', () => {
  test.each([
    ['Step 1: add.\nTotal cost = $5 + $4 + $2 = $11\n\nAleksandra needed to pay $11 for the dinner.', '11'],
    ['180 - 135 = 45 miles\n\nJohn is 45 miles away from home at the end of the 4-hour journey.', '45'],
    ['140 - 13 = 127\n\nTherefore, Lloyd will have $127 after 2 weeks.', '127'],
    ['2 x 4 = 8 cm\n\nTherefore, the candle will be shortened by 8 cm after burning for 4 hours.', '8'],
    ['FV ≈ 114,084.311\n\nThe worth is approximately $114,084.31.', '114084.31'],
  ])('%j', (text, answer) => {
    expect(answerTo(text)).toBe(answer);
  });

  test.each([
    'He has 3 + 4 = 7 eggs.\nNext he buys 9 hens for the yard.',
    'x = 25 and y = 37\n\nSteve will arrive in 25 minutes, while Tim will take 37 minutes.',
    '3 + 4 = 7\nIs it 7?',
  ])('%j does not', (text) => {
    expect(answerTo(text)).toBeUndefined();
  });
});

describe('the last line states the total or another quantity', () => {
  test.each([
    ['P1: 2 lessons\nP2: 3 lessons\nTotal: 5 lessons', '5'],
    ['Shorts: 49.5\nPants: 67.5\nTotal cost = 49.5 + 67.5 = 117', '117'],
    ['Jane is 18 and Mary 25.\nTotal age of the two:\n18 + 25 = 43 years', '43'],
    [
      '- Subtracting 3 spheres leaves 9.\n- Subtracting 4 leaves 5.\n\nThe final number of objects left is 5.',
      '5',
    ],
    ['The model has 9 dots in 3 equal groups. There are 3 dots in each group.', '3'],
    ['218 / 1528 is small.\nRounded to two decimals, the ratio is 0.14.', '0.14'],
    ['The total value of all stones is:\n\n$17,500 + $700 = $18,200', '18200'],
    ['The chef spent a total of $600 ($1.50 x 4 bags) on the onions.', '600'],
    ['She eats some.\nSo, they pay a total of $28 for 10 gallons of gas.', '28'],
  ])('%j', (text, answer) => {
    expect(answerTo(text)).toBe(answer);
  });

  test('does not read a result that may have been cut off', () => {
    expect(answerTo('Shorts: 49.5\nPants: 67.5\nTotal cost = 49.5 + 67.5 = 11')).toBeUndefined();
  });
});

describe('numbers that are not another value', () => {
  test.each([
    ['There are 2 shelves with less than 5 books in the room.', '2'],
    ['There are two bars with value below 40.', '2'],
    ['Answer: Frankie watched 13 episodes of the 30-minute show on Wednesday.', '13'],
    ['60 + (20 x 3) = 60 + 60 = 120.', '120'],
    ['The answer is 40 x $10 + 5 x 1.2 x $10 = $460', '460'],
    ['Therefore, Frankie watched 28 30-minute episodes on Wednesday.', '28'],
    ['Final answer: 1人あたり34ドル', '34'],
    ['70\n\nPoziom trudności: podstawowy', '70'],
    ['4 часа\nОбъяснение: 4 = 10 : 2,5.', '4'],
    ['4 hours\nHere is how: we divide 10 by 2.5.', '4'],
  ])('%j', (text, answer) => {
    expect(answerTo(text)).toBe(answer);
  });

  test.each(['There are 12 dozens (4 x 3 = 12) of them.', 'The profit is more than 20.'])(
    '%j states no answer',
    (text) => {
      expect(answerTo(text)).toBeUndefined();
    },
  );

  const howMuchMore = 'Jeans cost $32, shorts $22. How much more do the jeans cost than the shorts?';

  test('reads a difference if the question asks for one', () => {
    expect(answerTo('Answer: The jeans cost $10 more than the shorts.', howMuchMore)).toBe('10');
    expect(answerTo('Therefore, the jeans cost $10 more than the shorts.', howMuchMore)).toBe('10');
    expect(
      answerTo('Answer: The jeans cost $10 more than the shorts.', 'How much are the jeans?'),
    ).toBeUndefined();
    expect(answerTo('Answer: 10 more than twice the price.', howMuchMore)).toBeUndefined();
    expect(answerTo('Answer: 10 more than x.', howMuchMore)).toBeUndefined();
  });

  test('reads no answer from different answers under different conditions', () => {
    const text = 'If it rains, the answer is 5. If it does not rain, the answer is 6. We cannot know.';
    expect(answerTo(text)).toBeUndefined();
  });
});

describe('prices in text', () => {
  test.each([
    ['The price is $400. The reduced price is $400 - $80 = $320. The total cost is $320.', '320'],
    ['It costs $5. She has $23. So she keeps 23 - 5 = $18. The rest is $18.', '18'],
  ])('%j ends in %s', (text, answer) => {
    expect(answerTo(text)).toBe(answer);
  });
});

test('a quantity that is needed may be the result of the last line', () => {
  expect(answerTo('She has 4 cups.\n\nSugar needed to add = 22 cups - 4 cups = 18 cups')).toBe('18');
  expect(answerTo('She has 4 cups.\n\nThat is not needed: it is not 22 - 4 = 18 cups')).toBeUndefined();
});

describe('the result of a calculation in the clause at the end', () => {
  test.each([
    ['It weighs 15 x 20 tons, or 300 tons.', '300'],
    ['The angle is 180 - 131 degrees, which is 49 degrees.', '49'],
    ['She paid 3 * $4, which equals $12 in total.', '12'],
    ['It weighs 15 x 20 tons, or 310 tons.', undefined],
    ['We can check this by adding 100 + 25, which equals 125.', undefined],
  ])('%j', (text, answer) => {
    expect(answerTo(`First we look at it. ${text}`)).toBe(answer);
  });
});

describe('a sentence in Chinese or Japanese that ends in an amount', () => {
  test.each([
    ['总金额为18500元。', '18500'],
    ['他们一共有18个。', '18'],
    ['合計18個です。', '18'],
    ['小明在18路车上。', undefined],
  ])('%j', (text, answer) => {
    expect(answerTo(text)).toBe(answer);
  });
});

test('what somebody is left with is stated', () => {
  expect(answerTo('She spent $5 and $9. That leaves her with $18.')).toBe('18');
});
