import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { withoutEffects } from '../../support/without-effects.ts';

function outcome(text: string, answer: string): string {
  const grader = createGrader(graderSpecSchema.parse({ type: 'numeric' }), withoutEffects);
  const grade = grader.grade(text, { id: 'i', answer, meta: undefined });
  if (grade instanceof Promise) throw new TypeError('a grader of text is not asynchronous');
  return grade.outcome;
}

describe('a remark about the answer does not change it', () => {
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

  test('does not read a list of several as its first item or its length', () => {
    for (const answer of ['1', '18', '19']) {
      expect(outcome('Answer:\n1) 18\n2) 19', answer)).toBe('unparseable');
    }
  });
});

describe('another question after the answer', () => {
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

describe('a word after a number that changes it, in any language, makes it unreadable', () => {
  test.each([
    ['Die Antwort ist 2 Drittel.', '2'],
    ['Die Antwort ist die Hälfte von 10.', '10'],
    ['La respuesta es 5 horas y media', '5'],
    ['La respuesta es 5 mil dólares', '5'],
    ['La respuesta es la mitad de 10', '10'],
    ['La réponse est 5 heures et demie', '5'],
    ['La réponse est 5 moins 3', '5'],
    ['Ответ: 5 дюжин', '5'],
    ['答案是5小时半', '5'],
    ['答案是5元5角', '5'],
    ['答案是5的平方', '5'],
    ['答案是大于5', '5'],
    ['答えは5時間半です。', '5'],
    ['คำตอบคือ 5 โหล', '5'],
    ['คำตอบคือ 5 ชั่วโมงครึ่ง', '5'],
    ['답은 20이 아니라 18입니다.', '20'],
    ['A resposta é 5 vezes 3', '5'],
    ['La risposta è 2 terzi', '2'],
    ['उत्तर: 5 दर्जन', '5'],
    ['উত্তর হল সাড়ে ৫', '5'],
    ['Đáp án là 5 và 6', '5'],
    ['Antwoord: 5 uur en 30 minuten', '5'],
    ['Svar: 5 timmar och 30 minuter', '5'],
  ])('%j is not %s', (text, answer) => {
    expect(outcome(text, answer)).toBe('unparseable');
  });

  test.each([
    ['คำตอบคือ 5 ล้านบาท', '5000000'],
    ['الجواب هو 5 آلاف', '5000'],
    ['Odpowiedź: 5 tys. zł', '5000'],
    ['Đáp án là 5 tỷ', '5000000000'],
    ['The answer is 20 times as much', '20'],
    ['The answer is 20 N', '20'],
    ['The answer is that each of them pays **$32** for 3 hats.', '32'],
  ])('%j is %s', (text, answer) => {
    expect(outcome(text, answer)).toBe('correct');
  });
});

describe('a number that is retracted, or joined to another, is not the answer', () => {
  test.each([
    ['The answer is 25, sorry, 20', '25'],
    ['The answer is 25 is wrong.', '25'],
    ['It is not true that the answer is 25.', '25'],
    ['The answer is 20. Actually, let me recheck. 9 * 2 = 18. So it should be 18.', '20'],
    ['The answer is 20 dollars minus the 2 dollar fee', '20'],
    ['The answer is 18 dollars divided by 2 people.', '18'],
    ['The answer is 20 cm by 5 cm', '20'],
    ['The answer is one million two hundred thousand.', '200000'],
    ['Final Answer: 5*sqrt(2)', '5'],
    ['Final Answer: 5! = 120', '5'],
    ['Final Answer: x - 5', '5'],
    ['Final Answer: +/- 5', '5'],
    ['Final Answer: 5 ft. 6 in.', '5'],
    ['Final Answer: 3 years four months', '3'],
    ['Final Answer: a quarter to 5', '5'],
    ['Final Answer:\n\n* 3 cats\n* 5 dogs', '3'],
    ['The answer is $x=5$, $y=6$', '6'],
    ['The answer is $5$ hours $30$ minutes.', '5'],
    ['So he makes **5** million dollars.', '5'],
    ['So it takes **5** hours and 30 minutes.', '5'],
    ['<answer>9 eggs are sold for 18 dollars</answer>', '9'],
  ])('%j is not %s', (text, answer) => {
    expect(outcome(text, answer)).not.toBe('correct');
  });
});

describe('a number of the things that the question asks to count', () => {
  const read = (text: string, prompt: string): string | undefined => {
    const grader = createGrader(graderSpecSchema.parse({ type: 'numeric' }), withoutEffects);
    const grade = grader.grade(text, { id: 'i', answer: '18', prompt, meta: undefined });
    if (grade instanceof Promise) throw new TypeError('a grader of text is not asynchronous');
    return grade.answer;
  };

  test.each([
    ['Answer:\n\nTom did 74 jumps and 18 crunches.', 'How many crunches did Tom do?', '18'],
    ['Answer: She has 140 cents, or 18 dimes, now.', 'How many dimes does she have now?', '18'],
    ['Answer: She has 18 red eggs and 4 blue hens.', 'How many red eggs are there?', '18'],
    ['Answer: She has 9 red eggs and 18 blue eggs.', 'How many eggs does she have?', undefined],
    ['Answer: Tom did 74 jumps and 18.', 'How many crunches did Tom do?', undefined],
    [
      'Answer: 9 storks and 4 birds are on the fence.',
      'How many more storks than birds are there?',
      undefined,
    ],
    ['Answer: There are 74 jumps and 18 crunches.', 'How many of them did he do?', undefined],
  ])('%j, asked %j, states %s', (text, prompt, answer) => {
    expect(read(text, prompt)).toBe(answer);
  });
});

test('what was thought to be the answer is not stated', () => {
  expect(outcome('The answer is 18. I thought the answer was 5 at first.', '18')).toBe('correct');
});
