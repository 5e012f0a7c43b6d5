import { z } from 'zod';
import { type Drafted, form, NO_TESTS, type PublishedFormat } from '../format.ts';
import { refuseRawInputs } from './raw-inputs.ts';

const taskId = z.union([z.number(), z.string()]);
const lines = z.array(z.string());

/** The fields of the sanitized version, which MBPP+ extends. */
const SANITIZED = {
  source_file: z.string().nullable().optional(),
  task_id: taskId,
  prompt: z.string(),
  code: z.string().nullable(),
  test_imports: lines.nullable(),
  test_list: lines.nullable(),
};

/** The prompt of the paper without the sentence that the template puts before it, and without examples. */
function drafted(
  id: string | number,
  task: string,
  {
    code,
    test_list: tests,
    ...rest
  }: { code: string | null; test_list: readonly string[] | null; [key: string]: unknown },
): Drafted {
  if (task.trim() === '') return { leftOut: 'the task is empty' };
  if (tests === null || tests.every((test) => test.trim() === '')) return NO_TESTS;
  return {
    id: String(id),
    prompt: `${task} Your code should pass these tests:\n\n${tests.join('\n')}`,
    meta: { ...rest, test_list: tests, ...(code !== null && { code }) },
  };
}

const SHARED = {
  grader: 'code',
  template:
    'You are an expert Python programmer, and here is your task: {{prompt}}\n\nReply with the code in one code block.',
} as const;

/**
 * MBPP, the original `mbpp.jsonl` and the sanitized `sanitized-mbpp.json`. Fields as in the loading script
 * `datasets/mbpp/mbpp.py` of huggingface/datasets (commit 0ea53c1); the prompt, with the tests, and the splits as in
 * `mbpp/README.md` of google-research/google-research (commit 30adf0e).
 */
export const mbpp: PublishedFormat = {
  ...SHARED,
  name: 'mbpp',
  title: 'MBPP',
  license: 'CC BY 4.0',
  page: 'https://github.com/google-research/google-research/tree/master/mbpp',
  paper: 'https://arxiv.org/abs/2108.07732',
  note: 'The paper evaluates the tasks 11 to 510. All tasks of the file were imported.',
  forms: [
    form({
      fields: 'task_id, text, code, test_list, test_setup_code, challenge_test_list',
      schema: z.strictObject({
        task_id: taskId,
        text: z.string(),
        code: z.string().nullable(),
        test_list: lines.nullable(),
        test_setup_code: z.string().nullable(),
        challenge_test_list: lines.nullable().optional(),
      }),
      draft: ({ task_id: id, text, code, test_list, test_setup_code: setup }) =>
        drafted(id, text, {
          code,
          test_list,
          ...(setup !== null && setup !== '' && { test_setup_code: setup }),
        }),
    }),
    form({
      fields: 'source_file, task_id, prompt, code, test_imports, test_list',
      schema: z.strictObject(SANITIZED),
      draft: ({ task_id: id, prompt, code, test_imports: imports, test_list }) =>
        drafted(id, prompt, { code, test_list, ...(imports?.length && { test_imports: imports }) }),
    }),
  ],
};

/**
 * MBPP+, in the form with written-out tests of the hub's `evalplus/mbppplus`: the fields of the sanitized MBPP and `test`. Its
 * prompt shows the tests of MBPP, as in lm-evaluation-harness, `lm_eval/tasks/mbpp/mbpp_plus.yaml` (commit 4e7e0d4,
 * 2026-08-21); `test`, which contains many more, grades.
 */
export const mbppPlus: PublishedFormat = {
  ...SHARED,
  name: 'mbpp-plus',
  title: 'MBPP+',
  license: 'Apache-2.0',
  page: 'https://github.com/evalplus/evalplus',
  paper: 'https://arxiv.org/abs/2305.01210',
  forms: [
    form({
      fields: 'task_id, code, prompt, source_file, test_imports, test_list, test',
      schema: z.strictObject({ ...SANITIZED, test: z.string().nullable() }),
      draft: ({ task_id: id, prompt, code, test_imports: imports, test_list, test }) =>
        test === null || test.trim() === ''
          ? NO_TESTS
          : drafted(id, prompt, { code, test_list, test, ...(imports?.length && { test_imports: imports }) }),
    }),
  ],
  refuse: refuseRawInputs('evalplus/mbppplus', /^Mbpp\//u),
};
