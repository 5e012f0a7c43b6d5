import { z } from 'zod';
import { choiceDraft, labelled } from '../choices.ts';
import { form, type PublishedFormat } from '../format.ts';
import { ASK_FOR_LETTER, below } from '../instructions.ts';
import { labelledTexts, nestedQuestion } from './nested-question.ts';

/**
 * ARC. The original release and the form of the hub's `allenai/ai2_arc`, as in the loading script
 * `datasets/ai2_arc/ai2_arc.py` of huggingface/datasets (commit 02bb18c). Some questions label their options 1 to 4, and
 * some have three or five options.
 */
export const arc: PublishedFormat = {
  name: 'arc',
  title: 'ARC',
  license: 'CC BY-SA 4.0',
  page: 'https://allenai.org/data/arc',
  paper: 'https://arxiv.org/abs/1803.05457',
  grader: 'choice',
  template: below(ASK_FOR_LETTER),
  forms: [
    form({
      fields: 'id, question: {stem, choices: [{text, label}]}, answerKey',
      schema: nestedQuestion({}),
      // OpenBookQA has the same fields.
      isTypical: ({ id }) => /^[A-Za-z]/u.test(id),
      draft: ({ id, question: { stem, choices }, answerKey }) =>
        choiceDraft({
          id,
          question: stem,
          options: choices.map(({ text }) => text),
          right: labelled(
            choices.map(({ label }) => label),
            answerKey,
          ),
        }),
    }),
    form({
      fields: 'id, question, choices: {text, label}, answerKey',
      schema: z.strictObject({
        id: z.string(),
        question: z.string(),
        choices: labelledTexts,
        answerKey: z.string().nullable(),
      }),
      draft: ({ id, question, choices: { text, label }, answerKey }) =>
        choiceDraft({ id, question, options: text, right: labelled(label, answerKey) }),
    }),
  ],
};
