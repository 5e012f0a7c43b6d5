import { z } from 'zod';
import { choiceDraft, labelled } from '../choices.ts';
import { form, type PublishedFormat } from '../format.ts';
import { ASK_FOR_LETTER, below } from '../instructions.ts';
import { labelledTexts, nestedQuestion } from './nested-question.ts';

/**
 * CommonsenseQA. The original release, as in the loading script `datasets/commonsense_qa/commonsense_qa.py` of
 * huggingface/datasets (commit 0006d14), whose question also has a `question_concept`, and the hub's `tau/commonsense_qa`,
 * whose fields https://www.tensorflow.org/datasets/community_catalog/huggingface/commonsense_qa lists.
 */
export const commonsenseqa: PublishedFormat = {
  name: 'commonsenseqa',
  title: 'CommonsenseQA',
  license: 'MIT',
  page: 'https://www.tau-nlp.org/commonsenseqa',
  paper: 'https://arxiv.org/abs/1811.00937',
  grader: 'choice',
  template: below(ASK_FOR_LETTER),
  note: 'The answers of the test split are not published, so import the train or dev (validation) split.',
  forms: [
    form({
      fields: 'id, question: {stem, question_concept, choices: [{label, text}]}, answerKey',
      schema: nestedQuestion({ question_concept: z.string() }),
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
      fields: 'id, question, question_concept, choices: {label, text}, answerKey',
      schema: z.strictObject({
        id: z.string(),
        question: z.string(),
        question_concept: z.string(),
        choices: labelledTexts,
        answerKey: z.string().nullable(),
      }),
      draft: ({ id, question, choices: { text, label }, answerKey }) =>
        choiceDraft({ id, question, options: text, right: labelled(label, answerKey) }),
    }),
  ],
};
