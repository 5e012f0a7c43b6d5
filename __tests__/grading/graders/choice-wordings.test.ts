import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const grader = createGrader(graderSpecSchema.parse({ type: 'choice' }), withoutEffects);
const cities = ['Rome', 'Paris', 'Bonn', 'Madrid'];

/** The letter that is read from the text, with and without the options' texts; 'none' if there is none. */
async function read(text: string): Promise<readonly (string | undefined)[]> {
  const letters: (string | undefined)[] = [];
  for (const meta of [undefined, { choices: cities }]) {
    const graded = await grader.grade(text, { id: 'i', answer: 'B', meta });
    letters.push(graded.outcome === 'unparseable' ? 'none' : graded.answer);
  }
  return letters;
}
const always = (letter: string) => [letter, letter];

describe('text that continues with another question', () => {
  test.each([
    'The answer is B.\n\nQuestion: What is the capital of Italy?\nThe answer is A',
    'The answer is B.\n\nQ: What is the capital of Italy?\nA. Rome\nB. Paris\nAnswer: A',
    'B\n\nQuestion: What is the capital of Italy?\nAnswer: A',
    'B. Paris\n\nProblem: What is the capital of Italy?\nAnswer: A',
    '(B)\n\n### Question\nWhat is the capital of Italy?\nThe answer is (A).',
    'The answer is (B).<|im_end|>\n<|im_start|>user\nThe answer is (A).',
    '答案：B\n\n问题：意大利的首都是哪里？\n答案：A',
    'The answer is B.\n\nUser: What about Italy?\nAssistant: The answer is A.',
  ])('%j is the text before it', async (text) => {
    expect(await read(text)).toEqual(always('B'));
  });

  test('reads the text after the question if there is no answer before it', async () => {
    expect(await read('Let me see.\n\nQuestion: What is the capital?\nAnswer: B')).toEqual(always('B'));
  });
});

describe('denied options', () => {
  test.each([
    'The answer is not A',
    'The answer is not (A).',
    "The answer isn't A.",
    'A is incorrect',
    'Option A is wrong.',
    'Option A is not correct.',
    '(A) is incorrect.',
    'The wrong answer is A',
    'The incorrect answer is A.',
    "I don't think the answer is A.",
    'It is not A.',
    'Answer: not A',
    '❌ A',
    'A ❌',
    '选项A不正确',
    '答案不是A',
    '(A) não é correta',
    '(A): wrong',
    'Option A, however, is false.',
    '- (A) is true only for plants, hence wrong.',
    "The answer can't be A.",
    'The answer cannot be A.',
    'I doubt that the answer is A.',
    'It would be a mistake to say the answer is A.',
    'It is not true that the answer is A.',
    'The worst option is A.',
    'The eliminated choice: A',
    'Second best answer: A',
  ])('%j', async (text) => {
    expect(await read(text)).toEqual(always('none'));
  });

  test.each([
    'The answer is B. The answer is not A.',
    'The answer is B, not A.',
    'The answer is not A but B.',
    'Option A is wrong. Option B is correct.',
    '(A) is incorrect, but (B) is correct.',
    'B is correct. A is incorrect.',
    'The wrong answer is A. The answer is B.',
    '答案不是A，而是B',
    'The answer is B, not A, which is wrong.',
  ])('%j reads the option that is not denied', async (text) => {
    expect(await read(text)).toEqual(always('B'));
  });
});

describe('marks that select an option', () => {
  test.each([
    '✅ B',
    '✅ **B**',
    '✔ B) Paris',
    'B ✅',
    '**B) Paris** ✅',
    '→ B',
    'A. Rome\nB. Paris ✅\nC. Bonn\nD. Madrid',
    'A) Rome ❌\nB) Paris ✔️\nC) Bonn ❌\nD) Madrid ❌',
    '- [ ] A. Rome\n- [x] B. Paris\n- [ ] C. Bonn',
    'Answer: ✅ B',
    'The answer is B 😊',
    'The answer is **B** ✅.',
  ])('%j', async (text) => {
    expect(await read(text)).toEqual(always('B'));
  });

  test.each(['A. Rome ✅\nB. Paris ✅\nC. Bonn', 'A. Rome\nB. Paris\nC. Bonn\nD. Madrid', '❌ B'])(
    '%j selects no option',
    async (text) => {
      expect(await read(text)).toEqual(always('none'));
    },
  );
});

describe('hypothetical options and placeholders', () => {
  test.each([
    'If the answer is A, then it lies in Italy.',
    'If I choose A, I would be wrong.',
    'If the question asked for Italy, the answer would be A.',
    'Assume the answer is A. Then it lies in Italy.',
    'Many students would say the answer is A.',
    'One might choose A.',
    'The answer might be A if Italy were meant.',
    'The answer is A? I am not sure.',
    'Which option is A?',
    'You said the answer is A, but it is not.',
    "Let's see whether option A is correct.",
    'We choose A = 5.',
    'We pick B such that AB = C.',
    'Figure (B) shows the result.',
    'Vitamin **C** matters here.',
    'Thus B is the correct temperature.',
    'I cannot answer. Option A is mentioned.',
  ])('%j', async (text) => {
    expect(await read(text)).toEqual(always('none'));
  });

  test.each([
    'The answer is B. If the question asked for Italy, the answer would be A.',
    'The answer is B. Many students would say the answer is A.',
    'The answer is B. If I had to choose again, one might choose A.',
    'The answer is B. You might think the answer is A.',
  ])('%j leaves the stated answer before it', async (text) => {
    expect(await read(text)).toEqual(always('B'));
  });

  test.each([
    'The answer is (X).',
    'The answer is I and II.',
    'The answer is only I.',
    '\\boxed{X}',
    'The answer is (K)... none of the options',
  ])('%j states none of four options', async (text) => {
    expect((await read(text))[1]).toBe('none');
  });

  test.each([
    'The answer is (B)\n\nNote: the format is "The answer is (X)".',
    'The last line should be "Answer: X".\nB',
    'The answer is (B). I used \\boxed{X} as a template.',
  ])('continues the search after a placeholder: %j', async (text) => {
    expect((await read(text))[1]).toBe('B');
  });

  test('a letter just beyond the options is a wrong answer', async () => {
    expect((await read('The answer is E.'))[1]).toBe('E');
  });
});

describe('several letters state no option', () => {
  test.each([
    'The answer is A and B.',
    'The answer is A or B',
    'The answer is (A) or (B).',
    'The answer is both A and B.',
    'The answer is A, B and C.',
    'The answer is (A)(B)',
    'The answer is A & B',
    'Answer: A. Rome and B. Paris',
    'Answer: A, B',
    '<answer>A, B</answer>',
    '\\boxed{A,B}',
    '\\boxed{A \\text{ or } B}',
    'A and B',
    'A, B',
    'Either (A) or (B)',
    '答案：A、B',
    '答案是A和B',
    'The answer is A, but C is also correct.',
    '{"answer": "A, B"}',
    'The answer is B, or rather C.',
    'The answer is A as well as C.',
    'The answer is (A)-(C).',
    'The answer is A. However C is also correct.',
    'The answer is A (Rome) and C (Bonn)',
    'A is correct and C is correct.',
    'A is correct. C is correct too.',
    '选项A正确,选项C正确',
    'A\nC',
    '<answer>A\nC</answer>',
    'A. Rome and C. Bonn',
    'A) Rome B) Paris C) Bonn D) Madrid',
    'Answer: A. Rome B. Paris C. Bonn D. Madrid',
    'Answer:\nA. Rome\nB. Paris\nC. Bonn',
    'The options are:\n(A) Rome\n(B) Paris',
    'A: 10%\nB: 80%\nC: 5%\nD: 5%',
    'Some people would like (B) more\nthan (C)',
    'I hesitate between (A),\nwhich is near, and **B**\nand (C).',
    'We compare (A) with (B)\nand (C)',
  ])('%j', async (text) => {
    expect(await read(text)).toEqual(always('none'));
  });
});

describe('other languages', () => {
  test.each([
    ['German', 'Die richtige Antwort ist B.'],
    ['German', 'Antwort: B'],
    ['German', 'B ist richtig.'],
    ['Spanish', 'La respuesta correcta es B.'],
    ['Spanish', 'La respuesta correcta es la B.'],
    ['Spanish', 'La opción correcta es la B) Paris.'],
    ['French', 'La réponse est B.'],
    ['French', 'Réponse : B'],
    ['Portuguese', 'A resposta correta é a letra B.'],
    ['Portuguese', 'A alternativa correta é a letra B.'],
    ['Italian', 'La risposta corretta è B.'],
    ['Italian', 'Risposta: B'],
    ['Chinese', '答案：B'],
    ['Chinese', '答案是B。'],
    ['Chinese', '故选B'],
    ['Chinese', '所以选B。'],
    ['Chinese', '正确选项是B'],
    ['Chinese', '因此，正确答案是 B。'],
    ['Japanese', '答えはBです。'],
    ['Japanese', '正解はBです。'],
    ['Japanese', 'Bが正解です。'],
    ['Korean', '정답은 B입니다.'],
    ['Korean', '정답: B'],
    ['Russian', 'Ответ: B'],
    ['Russian', 'Правильный ответ: B'],
    ['Hindi', 'सही उत्तर B है।'],
    ['Arabic', 'الإجابة الصحيحة هي B'],
    ['Vietnamese', 'Đáp án: B'],
    ['Indonesian', 'Jawaban yang benar adalah B.'],
    ['Turkish', 'Doğru cevap: B'],
    ['Thai', 'คำตอบคือ B'],
    ['Swahili', 'Jibu ni B'],
    ['Bengali', 'সঠিক উত্তর: B'],
    ['German', 'B ist die richtige Antwort.'],
    ['Spanish', 'La B es correcta.'],
    ['Spanish', 'La respuesta B es correcta.'],
    ['French', 'La réponse B est correcte.'],
    ['Portuguese', 'A letra B é a correta.'],
    ['Chinese', '选项B是正确的。'],
    ['Chinese', 'A错误；B正确；C错误；D错误。'],
    ['Chinese', '因此B选项正确'],
    ['Chinese', '根据分析，B是正确答案'],
    ['Chinese', '答案：选B'],
    ['Chinese', '这道题选B'],
    ['Chinese', '符合题意的是B'],
    ['Japanese', '正しいのはBです。'],
    ['Japanese', '最も適切な選択肢はBです。'],
    ['Japanese', 'したがって、Bが正解です。'],
  ])('%s: %j', async (_language, text) => {
    expect(await read(text)).toEqual(always('B'));
  });
});

describe('JSON', () => {
  test.each([
    '{"answer": "B"}',
    '{"answer": "B. Paris"}',
    '{"answer": "(B)"}',
    '{"answer": "B", "confidence": 0.9}',
    '{"answer": "B", "explanation": "The answer is not A. Rome is in Italy."}',
    '{"answer": "B", "explanation": "Many think that option A is correct."}',
    '{"reasoning": "Option A is Rome. The answer is A?", "answer": "B"}',
    '```json\n{"reason": "It lies on the Seine.", "answer": "B"}\n```',
    '{"answer": "B", "second_choice": "C"}',
    '{"answer": "B", "second_answer": "C"}',
    '{"answer": "B", "wrong_answers": ["A", "C"]}',
  ])('%j', async (text) => {
    expect(await read(text)).toEqual(always('B'));
  });
});

describe('concluding wordings', () => {
  test.each([
    'So B.',
    'Therefore, B.',
    'Rome lies in Italy. Hence, (B)',
    'We can eliminate A, C and D. That leaves B.',
    'We can eliminate options A, C, and D, leaving option B.',
    'My selection: B',
    'Final decision: B',
    'Verdict: B',
    'The correct statement is B.',
    'The correct letter is B.',
    'I would opt for B.',
    'Select B.',
    'B is my answer.',
    'B appears to be correct.',
    'This means B is correct.',
    'The answer is in fact B.',
    '=> B',
    '\u2234 B',
  ])('%j', async (text) => {
    expect(await read(text)).toEqual(always('B'));
  });
});

describe('options of one word', () => {
  const readOf = (text: string, choices: readonly string[]) =>
    grader.grade(text, { id: 'i', answer: '0', meta: { choices } });

  test.each([
    'No information is given.',
    'No idea.',
    'The answer is no one knows.',
    'No options are given in the question.',
  ])('does not read "No" before a noun as an answer: %j', (text) => {
    expect(readOf(text, ['Yes', 'No'])).toMatchObject({ outcome: 'unparseable' });
  });

  test.each(['No.', 'No, it is not.', 'No because it is cold', 'The answer is no.', 'No'])(
    '%j states No',
    (text) => {
      expect(readOf(text, ['Yes', 'No'])).toMatchObject({ answer: 'B' });
    },
  );

  test.each([
    'It is unclear whether the statement is true.',
    'The statement may be true.',
    'The true value is 3.',
  ])('%j states neither true nor false', (text) => {
    expect(readOf(text, ['True', 'False'])).toMatchObject({ outcome: 'unparseable' });
  });

  test.each([
    ['It will decrease rather than increase.', 'B'],
    ['It is a decrease, unlike an increase.', 'B'],
    ['It would increase if the price fell.', undefined],
    ['It fails to increase', undefined],
  ])('%j is %s', (text, answer) => {
    const { outcome, ...read } = readOf(text, ['increase', 'decrease']) as Awaited<ReturnType<typeof readOf>>;
    expect(outcome === 'unparseable' ? undefined : 'answer' in read && read.answer).toBe(answer);
  });

  test.each([
    ['The answer is 2x^2', ['x', '2x']],
    ['The answer is 5 * 10 = 50', ['5', '10']],
    ['The answer is $1-\\frac{1}{4}$', ['$1$', '2']],
    ['The answer is iron; copper', ['Iron', 'Copper']],
    ['The answer is iron as well as the copper.', ['Iron', 'Copper']],
  ])('%j states none of %j', (text, choices) => {
    expect(readOf(text, choices)).toMatchObject({ outcome: 'unparseable' });
  });
});
