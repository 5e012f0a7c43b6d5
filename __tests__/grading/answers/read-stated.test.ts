import { describe, expect, test } from 'vitest';
import { askedOf } from '../../../src/grading/answers/asked/asked.ts';
import { readStated } from '../../../src/grading/answers/read-stated.ts';
import type { StatedAnswer } from '../../../src/grading/answers/stated-answer.ts';

/** Accepts every statement with math in it and returns its text. */
const asText = {
  read: ({ text }: StatedAnswer) => (/\p{Nd}|\^|frac/u.test(text) ? { value: text } : ('none' as const)),
};
const stated = (text: string, prompt?: string) => readStated(text, askedOf({ prompt }), asText);

describe('statements of an answer', () => {
  test.each([
    ['#### 18', 'hashes', '18'],
    ['so \\boxed{18}', 'boxed', '18'],
    ['$\\fbox{18}$', 'boxed', '18'],
    ['\\boxed{1} and \\boxed{2}', 'boxed', '\\{1, 2\\}'],
    ['\\boxed{1}, so \\boxed{2}', 'boxed', '2'],
    ['\\boxed{18} or \\boxed{18}', 'boxed', '18'],
    ['<answer>18</answer>', 'answer-tag', '18'],
    ['<ANSWER>\n18\n</ANSWER>', 'answer-tag', '18'],
    ['<final_answer>18</final_answer>', 'answer-tag', '18'],
    ['<answer>18', 'answer-tag', '18'],
    ['So 9 + 9.\nanswer> 18 </answer>', 'answer-tag', '18'],
    ['So 9 + 9.</think>\n(answer) 18\n</answer>', 'answer-tag', '18'],
    ['The answer is <b>18</b>.', 'answer-marker', '18'],
    ['18\n\n[EX Q]: How many are 9 + 9?\n[EX A]: 5', 'whole-text', '18'],
    ['{"reasoning": "9 + 9", "answer": "18"}', 'json', '18'],
    ['{"answer": 18.5, "unit": "m"}', 'json', '18.5'],
    ["{'final_answer': '18'}", 'json', '18'],
    ['{"answer": ["x^2", "y"]}', 'json', 'x^2, y'],
    ['{"answer": "\\\\frac{1}{2}"}', 'json', '\\frac{1}{2}'],
    ['{"answer": "\\frac{1}{2}"}', 'json', '\\frac{1}{2}'],
    ['{"answer": "she said \\"18\\""}', 'json', 'she said "18"'],
    ['Answer: 18', 'answer-marker', '18'],
    ['ANSWER: 18', 'answer-marker', '18'],
    ['**Final Answer:** 18', 'answer-marker', '18'],
    ['Ans. 18', 'answer-marker', '18'],
    ['A: 18', 'answer-marker', '18'],
    ['The answer is 18', 'answer-marker', '18'],
    ['the answer must be 18', 'answer-marker', '18'],
    ['The answer should be 18', 'answer-marker', '18'],
    ['The answer would then be 18', 'answer-marker', '18'],
    ['The answer turns out to be 18', 'answer-marker', '18'],
    ['The answer to the question is 18', 'answer-marker', '18'],
    ['The answer that fits best is: 18', 'answer-marker', '18'],
    ['>> FINAL ANSWER:\n"""\n18\n"""', 'answer-marker', '18'],
    ['Answer:\n```\n18\n```', 'answer-marker', '18'],
    ['### Final Answer\n\n18', 'answer-heading', '18'],
    ['**Answer**\n18', 'answer-heading', '18'],
    ['She keeps some. So she has **18** left.', 'bold-ending', '18'],
    ['9 + 9 = 18. Therefore, she has 18 eggs.', 'conclusion', 'she has 18 eggs'],
    ['18 eggs', 'whole-text', '18 eggs'],
  ])('%j by %s', (text, rule, value) => {
    expect(stated(text)).toEqual({ rule, value });
  });

  test.each([
    ['\\boxed{17}. The final answer is 18', '18'],
    ['The final answer is 17. \\boxed{18}', '18'],
    ['#### 17\nAnswer: 18', '18'],
    ['<answer>The answer is \\boxed{18}</answer>', '18'],
    ['Put your answer in \\boxed{}. It is \\boxed{18}. As asked: \\boxed{...}', '18'],
    ['{"answer": "answer": "18"}', '18'],
    ['Answer: **18**\n\nExplanation: **17** is too small.', '18**'],
  ])('%j: the last one counts', (text, value) => {
    expect(stated(text)?.value).toBe(value);
  });

  test.each([
    ['de', 'Die Antwort lautet 18.', '18.'],
    ['de', 'Antwort: 18', '18'],
    ['es', 'La respuesta es 18.', '18.'],
    ['es', 'Respuesta final: 18', '18'],
    ['fr', 'La réponse est 18.', '18.'],
    ['fr', 'Réponse\u00a0: 18', '18'],
    ['fr', 'La réponse la plus appropriée à la question est :\n\n18', '18'],
    ['pt', 'A resposta é 18.', '18.'],
    ['pt', 'A resposta final é 18', '18'],
    ['it', 'La risposta è 18.', '18.'],
    ['it', 'Risposta finale: 18', '18'],
    ['ru', 'Ответ: 18', '18'],
    ['ru', 'Ответ — 18.', '18.'],
    ['ru', 'Правильный ответ равен 18', '18'],
    ['ja', '答えは18です。', '18です。'],
    ['ja', '最終的な答え：18', '18'],
    ['zh', '答案是18。', '18。'],
    ['zh', '所以答案为：18', '18'],
    ['zh', '【答案】18', '18'],
    ['zh', '答：18元', '18元'],
    ['ko', '정답은 18입니다.', '18입니다.'],
    ['ko', '답: 18', '18'],
    ['th', 'คำตอบคือ 18', '18'],
    ['th', 'ดังนั้นคำตอบ: 18', '18'],
    ['te', 'సమాధానం 18.', '18.'],
    ['te', 'సమాధానం: 18', '18'],
    ['bn', 'উত্তর হল 18।', '18।'],
    ['bn', 'উত্তর: ১৮', '১৮'],
    ['hi', 'उत्तर 18 है।', '18 है।'],
    ['hi', 'अंतिम उत्तर: 18', '18'],
    ['sw', 'Jibu ni 18.', '18.'],
    ['sw', 'Jibu: 18', '18'],
    ['ar', 'الجواب هو 18', '18'],
    ['ar', 'الإجابة النهائية: 18', '18'],
    ['nl', 'Het antwoord is 18', '18'],
    ['pl', 'Odpowiedź: 18', '18'],
    ['tr', 'Cevap: 18', '18'],
    ['vi', 'Đáp án là 18', '18'],
    ['id', 'Jawabannya adalah 18', '18'],
    ['uk', 'Відповідь: 18', '18'],
    ['sv', 'Svaret är 18', '18'],
  ])('%s: %j', (_, text, value) => {
    expect(stated(`1 + 1 = 2.\n${text}`)).toEqual({ rule: 'answer-marker', value });
  });
});

describe('texts without an answer', () => {
  test.each([
    '',
    'She has 18 eggs.\nI like eggs.',
    'Banana: 18\nApple: 9',
    'We go on.\nSo there are 18 numbers between 5 and',
    'What is the best answer here? I wonder.',
    'Answer choices (A) 12 (B) 15\nare listed above.',
    'Put the letter in \\boxed{}, please, as was said in the task.',
    'We look at the options:\nA: 12 apples and some pears\nB: 15 apples and some pears',
  ])('%j', (text) => {
    expect(stated(text)).toBeUndefined();
  });

  test('an example of the prompt that a completion repeats', () => {
    const example =
      'Q: Tom has 2 apples and buys 3 more of them at the market, so how many has he? A: The answer is 5.';
    const prompt = `${example}\nQ: Ann has 9 eggs and finds 9 more. How many has she?`;
    expect(stated(`The example says: ${example} Ann has more eggs`, prompt)).toBeUndefined();
    expect(stated(`The example says: ${example} Ann has 9 + 9 eggs. The answer is 18`, prompt)?.value).toBe(
      '18',
    );
  });
});

describe('text that goes on with another question', () => {
  test.each([
    ['The answer is 18.\n\nQ: Tom has 5 apples.\nA: The answer is 5.', '18.'],
    ['#### 18\n\nQuestion: Tom has 5 apples.\n#### 5', '18'],
    ['## 1. ANALYSIS & STRATEGY\n\n### Problem Breakdown:\nTom has 5.\n\n<answer>\n18\n</answer>', '18'],
    [
      'The final answer is $18$. I hope it is correct.\n\nProblem:\nFind 5.\nThe final answer is $5$.',
      '$18$. I hope it is correct.',
    ],
    ['答案是18。\n\n问题：5是什么？\n答案是5。', '18。'],
    ['The answer is 18<|im_end|>\n<|im_start|>user\nAnd now? The answer is 5.', '18'],
    ['18\n\nQ: Tom has 5 apples. The answer is 5.', '18'],
  ])('%j counts up to there', (text, value) => {
    expect(stated(text)?.value).toBe(value);
  });

  test.each([
    ['Question: Ann has 9 eggs and finds 9.\nAnswer: 18', '18'],
    ['Let me restate it.\nQuestion: Ann has 9 eggs and finds 9.\nThe answer is 18', '18'],
    ['Question 1: The answer is 5.\nQuestion 2: The answer is 18', '18'],
    ['**Q1: eggs**\nThe answer is 5.\n**Q2: hens**\nThe answer is 18', '18'],
  ])('%j counts whole: the question is its own', (text, value) => {
    expect(stated(text)?.value).toBe(value);
  });
});

test('a statement that the grader cannot read is not replaced by an earlier one, one that states nothing is', () => {
  const read = ({ text }: StatedAnswer) =>
    /\d/.test(text) ? { value: text } : /clear/.test(text) ? ('none' as const) : ('unreadable' as const);
  expect(readStated('\\boxed{18}. The answer is clear', undefined, { read })).toEqual({
    rule: 'boxed',
    value: '18',
  });
  expect(readStated('The answer is 18. \\boxed{dozens}', undefined, { read })).toEqual({
    rule: 'boxed',
    value: undefined,
  });
});
