import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const forNumbers = createGrader(graderSpecSchema.parse({ type: 'numeric' }), withoutEffects);
const forLetters = createGrader(graderSpecSchema.parse({ type: 'choice' }), withoutEffects);
const cities = { choices: ['Rome', 'Paris', 'Bonn', 'Madrid'] };

async function number(text: string): Promise<string | undefined> {
  return (await forNumbers.grade(text, { id: 'i', answer: '18', meta: undefined })).answer;
}

async function letter(text: string): Promise<string | undefined> {
  return (await forLetters.grade(text, { id: 'i', answer: 'B', meta: cities })).answer;
}

describe('calls that submit an answer', () => {
  test.each([
    'finish("18")',
    'Nine and nine.\nFinish[18]',
    'Thought 2: It is done.\nAction 2: Finish[18 eggs]',
    '**Action:** Final_Answer("18")',
    'I know all of it. Action: submit_answer(value=18)',
    "```\nsubmitAnswer(answer: '18');\n```",
    'return final_answer("18")',
    'tools.answer("$18")',
    '{"name": "final_answer", "arguments": {"value": 18}}',
    '<tool_call>{"name": "submit", "arguments": {"answer_text": "18"}}</tool_call>',
    '{\n  "action": "Final Answer",\n  "action_input": "18"\n}',
    'finish("7")\nNo.\nfinish("18")',
  ])('reads the argument of %j', async (text) => {
    expect(await number(text)).toBe('18');
  });

  test.each([
    'Thought: It lies on the Seine.\nAction: Answer("B")',
    'Action: Answer("B")\nBonn is in Germany, and Rome in Italy.',
    'Final_Answer(B)',
    'finish(answer="Paris")',
    'Finish[(B) Paris]',
    '{"tool": "answer", "input": {"letter": "B"}}',
  ])('reads the option in %j', async (text) => {
    expect(await letter(text)).toBe('B');
  });

  test.each([
    'finish("")',
    'Action: Answer("your answer")',
    'finish[...]',
    'def answer(x):',
    'The Answer(s) are below',
    'lookup("18")',
    'search[18]',
    'We call print(answer("18"), 4)',
    'One would call finish("18") or finish("19") here',
    '{"name": "calculate", "arguments": {"value": 18}}',
    '{"name": "answer", "arguments": {"value": 18, "unit": 7}}',
  ])('finds no number in %j', async (text) => {
    expect(await number(text)).toBeUndefined();
  });

  test.each([
    'Action: Answer("A"), Answer("B")',
    'Action: Answer("X")',
    'Action: Answer("A or B")',
    'Answer(x)',
  ])('finds no option in %j', async (text) => {
    expect(await letter(text)).toBeUndefined();
  });
});

describe('answers after a marker', () => {
  test.each([
    'final_answer: 18',
    'my_answer = 18',
    'Answer - 18',
    'Ans- 18',
    'Ans) 18',
    'Answer ⇒ 18',
    'Final answer => 18',
  ])('reads the answer in %j', async (text) => {
    expect(await number(text)).toBe('18');
  });

  test.each([
    'Answer - see 18 below and 7',
    'Answers 18 - 20',
    'the_answer_count: 18',
    'n = 2\nold_answer = 18\nprint(n)',
  ])('finds no answer in %j', async (text) => {
    expect(await number(text)).toBeUndefined();
  });
});
