import { z } from 'zod';
import { boxes } from '../../grading/answers/boxes.ts';
import { type Drafted, form, NO_ANSWER, type PublishedFormat } from '../format.ts';
import { ASK_FOR_BOX, below } from '../instructions.ts';

const SHARED = {
  paper: 'https://arxiv.org/abs/2103.03874',
  grader: 'math',
  template: below(ASK_FOR_BOX),
  groups: 'the level',
} as const;

function drafted({
  problem,
  answer,
  solution,
  level,
  id,
}: {
  problem: string;
  answer: string | null | undefined;
  solution: string | null;
  level: string | number | null;
  id?: string;
}): Drafted {
  const group = typeof level === 'number' || /^\d+$/u.test(level ?? '') ? `Level ${level}` : level;
  const shared = { id, prompt: problem, group: group ?? undefined };
  if (answer !== null && answer !== undefined && answer.trim() !== '') return { ...shared, answer };
  if (solution === null || solution.trim() === '') return NO_ANSWER;
  const box = boxes(solution).at(-1);
  const boxed = box === undefined ? '' : solution.slice(box.start, box.end).trim();
  return boxed === ''
    ? { leftOut: String.raw`the solution has no \boxed{} answer` }
    : { ...shared, answer: boxed };
}

/**
 * MATH: one JSON file per problem in the original release, or rows with the same fields, as in the hub's
 * `EleutherAI/hendrycks_math`. Some copies also have the answer. Fields as read by lm-evaluation-harness,
 * `lm_eval/tasks/minerva_math/utils.py`, which also takes the last `\boxed{}` of the solution as the answer (commit 4e7e0d4,
 * 2026-08-21), and in the card of `rasbt/math_full_minus_math500` on the hub.
 */
export const math: PublishedFormat = {
  ...SHARED,
  name: 'math',
  title: 'MATH',
  license: 'MIT',
  page: 'https://github.com/hendrycks/math',
  forms: [
    form({
      fields: 'problem, level, type, solution (and answer, unique_id in some copies)',
      schema: z.strictObject({
        problem: z.string(),
        level: z.union([z.string(), z.number()]).nullable(),
        type: z.string().nullable(),
        solution: z.string().nullable(),
        answer: z.string().nullable().optional(),
        unique_id: z.union([z.string(), z.number()]).optional(),
      }),
      draft: ({ problem, level, solution, answer, unique_id: id }) =>
        drafted({ problem, level, solution, answer, ...(id !== undefined && { id: String(id) }) }),
    }),
  ],
};

/**
 * MATH-500: the test split that openai/prm800k selected from MATH (`prm800k/math_splits/test.jsonl`, commit 7ecc794,
 * 2023-06-01), and the hub's `HuggingFaceH4/MATH-500`. Fields as in the card of `nlile/hendrycks-MATH-benchmark` on the hub,
 * which has the same ones.
 */
export const math500: PublishedFormat = {
  ...SHARED,
  name: 'math-500',
  title: 'MATH-500',
  license: 'MIT',
  page: 'https://github.com/openai/prm800k',
  forms: [
    form({
      fields: 'problem, solution, answer, subject, level, unique_id',
      schema: z.strictObject({
        problem: z.string(),
        solution: z.string().nullable(),
        answer: z.string().nullable(),
        subject: z.string().nullable(),
        level: z.union([z.number(), z.string()]).nullable(),
        unique_id: z.string(),
      }),
      draft: ({ problem, solution, answer, level, unique_id: id }) =>
        drafted({ problem, solution, answer, level, id }),
    }),
  ],
};
