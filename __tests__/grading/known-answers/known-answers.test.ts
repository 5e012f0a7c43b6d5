import { describe, expect, test } from 'vitest';
import { GraderError } from '../../../src/errors.ts';
import type { Grader } from '../../../src/grading/grader.ts';
import { runKnownAnswer } from '../../../src/grading/known-answers/known-answer.ts';
import { runKnownAnswers } from '../../../src/grading/known-answers/known-answers.ts';
import { graderNames, graderSpecSchema } from '../../../src/config/graders/graders.ts';

/** Those that only compute: a grader that executes runs its cases in its own test. */
const computing = graderNames.filter((name) => !['code', 'command', 'module', 'judge'].includes(name));

test.each(computing)('%s passes its own cases', async (name) => {
  const spec = graderSpecSchema.parse(name === 'regex' ? { type: name, pattern: 'a' } : name);
  await expect(runKnownAnswers(spec)).resolves.toBeUndefined();
});

test("they do not depend on the user's options", async () => {
  const spec = graderSpecSchema.parse({ type: 'numeric', tolerance: 1000, fallback: 'last-number' });
  await expect(runKnownAnswers(spec)).resolves.toBeUndefined();
});

describe('a grader that cannot be trusted', () => {
  const known = { text: 'A: 18', answer: '18', expected: 'correct' } as const;
  const grader: Grader = {
    name: 'wrong',
    version: '7',
    checkItem: () => undefined,
    grade: () => ({ outcome: 'incorrect' }),
  };

  test.each<[string, Partial<Grader>, string]>([
    ['grades wrongly', {}, 'found the outcome incorrect, expected correct'],
    [
      'grades wrongly later',
      { grade: async () => ({ outcome: 'unparseable' }) },
      'found the outcome unparseable, expected correct',
    ],
    ['refuses the case', { checkItem: () => 'no' }, 'the grader rejected a case that it should grade: no'],
    [
      'throws',
      {
        grade: () => {
          throw new Error('broken');
        },
      },
      'the grader crashed: broken',
    ],
  ])('%s', async (_, change, what) => {
    const error: unknown = await runKnownAnswer({ ...grader, ...change }, known).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(GraderError);
    expect(error).toMatchObject({ what, where: 'grader wrong 7, known answer "A: 18" for "18"' });
  });
});
