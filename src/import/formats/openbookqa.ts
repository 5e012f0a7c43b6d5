import { z } from 'zod';
import { choiceDraft, labelled } from '../choices.ts';
import { form, type PublishedFormat } from '../format.ts';
import { ASK_FOR_LETTER, below } from '../instructions.ts';
import { labelledTexts, nestedQuestion } from './nested-question.ts';

/** The fields of the release's folder `Additional` and of the hub's configuration `additional`. */
const ADDITIONAL = {
  fact1: z.string().nullable().optional(),
  humanScore: z.union([z.number(), z.string()]).nullable().optional(),
  clarity: z.union([z.number(), z.string()]).nullable().optional(),
  turkIdAnonymized: z.string().nullable().optional(),
};

/**
 * OpenBookQA. The original release, as read by `obqa/data/dataset_readers/arc_multichoice_json_reader.py` of
 * allenai/OpenBookQA (commit b519716, 2019-09-27), and the hub's `allenai/openbookqa`, whose card lists the fields of both
 * configurations and `unknown` as the license. lm-evaluation-harness removes spaces before `answerKey`
 * (`lm_eval/tasks/openbookqa/openbookqa.yaml`, commit 4e7e0d4, 2026-08-21), and so does this.
 */
export const openbookqa: PublishedFormat = {
  name: 'openbookqa',
  title: 'OpenBookQA',
  license: 'none stated with the data (the code is Apache-2.0)',
  page: 'https://allenai.org/data/open-book-qa',
  paper: 'https://arxiv.org/abs/1809.02789',
  grader: 'choice',
  template: below(ASK_FOR_LETTER),
  forms: [
    form({
      fields:
        'id, question: {stem, choices: [{text, label}]}, answerKey (and fact1, humanScore, clarity, turkIdAnonymized)',
      schema: nestedQuestion({}).extend(ADDITIONAL),
      // ARC has the same fields; its ids begin with the name of an exam.
      isTypical: ({ id }) => /^\d+(?:-\d+)?$/u.test(id),
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
      fields:
        'id, question_stem, choices: {text, label}, answerKey (and fact1, humanScore, clarity, turkIdAnonymized)',
      schema: z.strictObject({
        id: z.string(),
        question_stem: z.string(),
        choices: labelledTexts,
        answerKey: z.string().nullable(),
        ...ADDITIONAL,
      }),
      draft: ({ id, question_stem: question, choices: { text, label }, answerKey }) =>
        choiceDraft({ id, question, options: text, right: labelled(label, answerKey) }),
    }),
  ],
};
