import { expect, test } from 'vitest';
import { proposeGrader } from '../../src/init/propose-grader.ts';

const items = (...answers: readonly (string | undefined)[]) =>
  answers.map((answer, place) => ({ id: `q${place}`, prompt: 'Well?', answer, meta: undefined }));

test.each([
  ['numeric', ['4', '1,234', '-0.5']],
  ['choice', ['A', 'D', 'B']],
  ['math', ['4', String.raw`\frac{1}{2}`, 'x^2+1']],
  ['contains', ['Paris', 'the Danube', '1066']],
])('%s reads answers such as %j', async (type, answers) => {
  expect((await proposeGrader(items(...answers)))?.spec.type).toBe(type);
});

test('no grader if an item has no answer, or if answers are texts', async () => {
  expect(await proposeGrader(items('4', undefined))).toBeUndefined();
  expect(await proposeGrader(items('Because the river had long since '.repeat(4)))).toBeUndefined();
});

test('tasks with tests get the grader code, without running anything yet', async () => {
  const task = { id: 't', prompt: 'def f():', answer: undefined, meta: { test: 'assert f() == 1' } };
  expect((await proposeGrader([task]))?.spec.type).toBe('code');
});

test('choices among texts, by their index', async () => {
  const item = { id: 'c', prompt: 'Sky?', answer: '1', meta: { choices: ['red', 'blue'] } };
  expect((await proposeGrader([item]))?.spec.type).toBe('choice');
});

test('choices with few flaws, as a suite may have, and no grader with many', async () => {
  const questions = (flawed: number) =>
    Array.from({ length: 40 }, (_, place) => ({
      id: `c${place}`,
      prompt: 'Sky?',
      answer: place < flawed ? 'E' : 'B',
      meta: { choices: ['red', 'blue'] },
    }));
  expect((await proposeGrader(questions(2)))?.spec.type).toBe('choice');
  expect((await proposeGrader(questions(3)))?.spec.type).not.toBe('choice');
});
