import { z } from 'zod';
import { type Drafted, form, NO_ANSWER, type PublishedFormat } from '../format.ts';
import { ASK_FOR_NUMBER, below } from '../instructions.ts';

/** Marks the final answer at the end of a solution. */
const MARK = '####';

/** Marks a calculation in a solution: `<<16-3-4=9>>`. */
const CALCULATION = /<<[^<>]*>>/gu;

const MOST_STEPS = 6;

/** The number of calculations in the published solution, as the group: `1 step` … `5 steps`, `6+ steps`. */
function groupOf(solution: string): string | undefined {
  const steps = solution.match(CALCULATION)?.length ?? 0;
  if (steps === 0) return undefined;
  return steps >= MOST_STEPS ? `${MOST_STEPS}+ steps` : `${steps} step${steps === 1 ? '' : 's'}`;
}

function draft({ question, answer }: { question: string; answer: string | null }): Drafted {
  if (answer === null || answer.trim() === '') return NO_ANSWER;
  const mark = answer.lastIndexOf(MARK);
  if (mark === -1) return { leftOut: `the solution has no final answer after ${MARK}` };
  return { prompt: question, answer: answer.slice(mark + MARK.length).trim(), group: groupOf(answer) };
}

/**
 * GSM8K. Fields and the mark before the final answer as in `grade_school_math/data/test.jsonl` and `test_socratic.jsonl` of
 * openai/grade-school-math (commit 3101c7d, 2021-11-19). The hub's `openai/gsm8k` has the same fields, according to
 * lm-evaluation-harness, `lm_eval/tasks/gsm8k/gsm8k.yaml` (commit 4e7e0d4, 2026-08-21).
 */
export const gsm8k: PublishedFormat = {
  name: 'gsm8k',
  title: 'GSM8K',
  license: 'MIT',
  page: 'https://github.com/openai/grade-school-math',
  paper: 'https://arxiv.org/abs/2110.14168',
  grader: 'numeric',
  template: below(ASK_FOR_NUMBER),
  groups: 'the number of calculations in the solution',
  forms: [
    form({
      fields: 'question, answer',
      schema: z.strictObject({ question: z.string(), answer: z.string().nullable() }),
      isTypical: ({ answer }) => answer?.includes(MARK) === true,
      draft,
    }),
  ],
};
