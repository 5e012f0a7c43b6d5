import { z } from 'zod';
import { type Drafted, form, NO_ANSWER, type PublishedFormat } from '../format.ts';
import { ASK_FOR_NUMBER, below } from '../instructions.ts';

const NUMBER = /^-?\d[\d,.]*$/u;

const draft = (question: string, answer: string): Drafted =>
  answer === '' ? NO_ANSWER : { prompt: question, answer };

/**
 * MGSM. Two columns without names, as in `mgsm/mgsm_en.tsv` and the ten other languages of google-research/url-nlp (commit
 * 452a21a, 2025-08-01), and the hub's `juletxara/mgsm`, whose fields lm-evaluation-harness uses in
 * `lm_eval/tasks/mgsm/direct/mgsm_direct_bn.yaml` (commit 4e7e0d4, 2026-08-21).
 */
export const mgsm: PublishedFormat = {
  name: 'mgsm',
  title: 'MGSM',
  license: 'CC BY 4.0 (CC BY-SA 4.0 on the Hugging Face hub)',
  page: 'https://github.com/google-research/url-nlp/tree/main/mgsm',
  paper: 'https://arxiv.org/abs/2210.03057',
  grader: 'numeric',
  template: below(ASK_FOR_NUMBER),
  forms: [
    form({
      fields: 'TSV with two columns without names: the question and the number',
      headerless: 'TSV',
      schema: z.strictObject({ 1: z.string(), 2: z.string() }),
      isTypical: (row) => NUMBER.test(row[2].trim()),
      draft: (row) => draft(row[1], row[2].trim()),
    }),
    form({
      fields: 'question, answer, answer_number, equation_solution',
      schema: z.strictObject({
        question: z.string(),
        answer: z.string().nullable().optional(),
        answer_number: z.union([z.number(), z.string()]).nullable(),
        equation_solution: z.string().nullable().optional(),
      }),
      draft: ({ question, answer_number: answer }) => draft(question, String(answer ?? '').trim()),
    }),
  ],
};
