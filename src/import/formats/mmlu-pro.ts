import { z } from 'zod';
import { choiceDraft, labelled } from '../choices.ts';
import { form, type PublishedFormat } from '../format.ts';
import { ASK_FOR_LETTER, below } from '../instructions.ts';

const LETTERS = Array.from('ABCDEFGHIJ');

/** Fills the places of missing options in earlier versions. */
const NO_OPTION = 'N/A';

/**
 * MMLU-Pro. Fields as in the card of the hub's `TIGER-Lab/MMLU-Pro`. Options `N/A` are removed, as in
 * `evaluate_from_local.py` of TIGER-AI-Lab/MMLU-Pro (commit f418b11, 2026-03-18); they come after all others.
 */
export const mmluPro: PublishedFormat = {
  name: 'mmlu-pro',
  title: 'MMLU-Pro',
  license: 'MIT (the code is Apache-2.0)',
  page: 'https://github.com/TIGER-AI-Lab/MMLU-Pro',
  paper: 'https://arxiv.org/abs/2406.01574',
  grader: 'choice',
  template: below(ASK_FOR_LETTER),
  groups: '`category`',
  forms: [
    form({
      fields: 'question_id, question, options, answer, answer_index, cot_content, category, src',
      schema: z.strictObject({
        question_id: z.union([z.number(), z.string()]),
        question: z.string(),
        options: z.array(z.string()),
        answer: z.string().nullable(),
        answer_index: z.number().nullable(),
        cot_content: z.string().nullable().optional(),
        category: z.string().nullable(),
        src: z.string().nullable().optional(),
      }),
      draft: ({ question_id: id, question, options, answer, answer_index: index, category }) => {
        const right = labelled(LETTERS, answer);
        if (right !== undefined && index !== null && right !== index) {
          return { leftOut: 'the letter and the index of the right answer differ' };
        }
        const filled = options.findIndex((option) => option === NO_OPTION);
        return choiceDraft({
          id: String(id),
          question,
          options:
            filled === -1 || options.slice(filled).some((option) => option !== NO_OPTION)
              ? options
              : options.slice(0, filled),
          right,
          group: category || undefined,
        });
      },
    }),
  ],
};
