import { afterAll, describe, expect, test } from 'vitest';
import { gradeSuite } from '../../src/grading/grade-suite.ts';
import { readOption } from '../../src/grading/choice/option.ts';
import { lastOption } from '../../src/grading/choice/last-option.ts';
import type { Grader } from '../../src/grading/grader.ts';
import { createGrader } from '../../src/grading/registry.ts';

const numeric = createGrader({ type: 'numeric', tolerance: 0, 'decimal-comma': false, fallback: 'none' });
const math = createGrader({ type: 'math', fallback: 'none', lists: 'any-order', tolerance: 0 });
const choice = createGrader({ type: 'choice' });

afterAll(async () => math.close?.());

const TWO_SENTENCES = 'First there are 3 boxes. Then comes 18 as we count. What a day. Bye';

describe.each<
  [name: string, grader: Grader, answer: string, meta: unknown, cases: readonly (readonly string[])[]]
>([
  [
    'numeric',
    numeric,
    '18',
    undefined,
    [
      [TWO_SENTENCES, 'unparseable', 'correct'],
      ['First there are 18 boxes. Then comes 3 as we count. What a day. Bye', 'unparseable', 'none'],
      ['The answer is 3. Before, it was 18.', 'incorrect', 'correct'],
      ['The answer is 18.', 'correct', 'none'],
      ['The answer is 17.', 'incorrect', 'none'],
      ['', 'unparseable', 'none'],
    ],
  ],
  [
    'math',
    math,
    '\\frac{1}{2}',
    undefined,
    [
      ['We get $x = 3$. Later we see $0.5$ in it. What a day. Bye', 'unparseable', 'correct'],
      ['\\boxed{3}, and $\\frac{2}{4}$ is left over.', 'incorrect', 'correct'],
      ['\\boxed{1/2}', 'correct', 'none'],
      ['\\boxed{3}', 'incorrect', 'none'],
      ['', 'unparseable', 'none'],
    ],
  ],
  [
    'choice',
    choice,
    'B',
    { choices: ['Rome', 'Paris', 'Bonn'] },
    [
      ['The answer is (A). (B) would be a city too.', 'incorrect', 'correct'],
      ['Rome is old. I like Bonn. So many go to Paris', 'unparseable', 'correct'],
      ['The answer is (B).', 'correct', 'none'],
      ['The answer is (A).', 'incorrect', 'none'],
      ['', 'unparseable', 'none'],
    ],
  ],
])('%s by both grades', (_, grader, answer, meta, cases) => {
  test.each(cases)('%j: %s, lenient %s', async (text = '', outcome, lenient) => {
    const grade = await grader.grade(text, { id: 'q', prompt: undefined, answer, meta });
    expect(grade).toMatchObject({ outcome });
    expect(grade.lenient ?? 'none').toBe(lenient);
  });
});

describe('the option that the text names last', () => {
  const options = ['Rome', 'Paris', 'New Paris'].map(readOption);

  test.each([
    ['First A, then B.', 'B'],
    ['Is it **C**?', 'C'],
    ['I think B or, I dare say, Rome', 'A'],
    ['It is New Paris', 'C'],
    ['It is Paris, not a Parisian', 'B'],
    ['A dog. I saw it.', undefined],
    ['Option D', undefined],
    ['B2 or AB', undefined],
    ['', undefined],
  ])('%j: %s', (text, letter) => {
    expect(lastOption(text, options)).toBe(letter);
  });

  test('without options any letter may be one', () => {
    expect(lastOption('maybe F.', [])).toBe('F');
  });
});

describe('a completion that holds nothing', () => {
  const gradeOf = async (text: string, finish?: string, outcome?: 'incorrect') => {
    const { items } = await gradeSuite({
      suite: {
        name: 's',
        role: 'target',
        hash: 'sha256:0',
        items: [{ id: 'q', messages: [], answer: '1', group: undefined, cluster: 'q', meta: undefined }],
      },
      grader: numeric,
      generations: {
        old: [{ suite: 's', id: 'q', index: 0, text, finish_reason: finish, outcome }],
        new: [],
      },
      reasoning: 'strip',
    });
    return items[0]?.old[0];
  };

  test('says so in its reason', async () => {
    expect(await gradeOf(' \n')).toMatchObject({
      outcome: 'unparseable',
      blank: 'empty',
      reason: 'the completion is empty',
    });
    expect(await gradeOf('<think>and on')).toMatchObject({ outcome: 'unparseable', blank: 'only-reasoning' });
    expect(await gradeOf('hello')).not.toHaveProperty('reason');
  });

  test('where its outcome was given, texts need not be there', async () => {
    expect(await gradeOf('', undefined, 'incorrect')).not.toHaveProperty('reason');
  });

  test('cut off inside the reasoning is told from cut off in the answer', async () => {
    expect(await gradeOf('<think>and on', 'length')).toMatchObject({
      outcome: 'truncated',
      endedInReasoning: true,
    });
    expect(await gradeOf('', 'length')).toMatchObject({ outcome: 'truncated', endedInReasoning: true });
    expect(await gradeOf('<think>so</think> It is', 'length')).not.toHaveProperty('endedInReasoning');
  });
});
