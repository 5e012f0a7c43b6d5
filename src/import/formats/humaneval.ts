import { z } from 'zod';
import { type Drafted, form, NO_TESTS, type PublishedFormat } from '../format.ts';
import { refuseRawInputs } from './raw-inputs.ts';

const schema = z.strictObject({
  task_id: z.string(),
  prompt: z.string(),
  canonical_solution: z.string().nullable(),
  test: z.string().nullable(),
  entry_point: z.string(),
});

/** A function that only the tests of EvalPlus define. */
const IS_PLUS = /^def assertion\(/mu;

function draft({ task_id: id, prompt, test, ...rest }: z.output<typeof schema>): Drafted {
  if (test === null || test.trim() === '') return NO_TESTS;
  const { entry_point, canonical_solution } = rest;
  return {
    id,
    prompt,
    meta: { entry_point, test, ...(canonical_solution !== null && { canonical_solution }) },
  };
}

const SHARED = {
  grader: 'code',
  template: 'Complete this Python function. Reply with the whole function in one code block.\n\n{{prompt}}',
  note: 'The paper lets a base model continue the function: with api: completions, remove the template.',
} as const;

const fields = 'task_id, prompt, entry_point, canonical_solution, test';

/** HumanEval. Fields as in `data/HumanEval.jsonl.gz` of openai/human-eval (commit 6d43fb9, 2025-01-17). */
export const humaneval: PublishedFormat = {
  ...SHARED,
  name: 'humaneval',
  title: 'HumanEval',
  license: 'MIT',
  page: 'https://github.com/openai/human-eval',
  paper: 'https://arxiv.org/abs/2107.03374',
  forms: [form({ fields, schema, isTypical: ({ test }) => test === null || !IS_PLUS.test(test), draft })],
};

/**
 * HumanEval+, in the form with written-out tests of the hub's `evalplus/humanevalplus`, which has the same fields as HumanEval
 * (lm-evaluation-harness, `lm_eval/tasks/humaneval/humaneval_plus.yaml`, commit 4e7e0d4, 2026-08-21). The release of EvalPlus
 * itself has inputs without tests (`evalplus/data/humaneval.py` of evalplus/evalplus, commit 26d6d00, 2025-10-02).
 */
export const humanevalPlus: PublishedFormat = {
  ...SHARED,
  name: 'humaneval-plus',
  title: 'HumanEval+',
  license: 'Apache-2.0',
  page: 'https://github.com/evalplus/evalplus',
  paper: 'https://arxiv.org/abs/2305.01210',
  forms: [form({ fields, schema, isTypical: ({ test }) => test !== null && IS_PLUS.test(test), draft })],
  refuse: refuseRawInputs('evalplus/humanevalplus', /^HumanEval\//u),
};
