import { basename } from 'node:path';
import { z } from 'zod';
import { choiceDraft, labelled } from '../choices.ts';
import { form, type PublishedFormat } from '../format.ts';
import { ASK_FOR_LETTER, below } from '../instructions.ts';

const LETTERS = ['A', 'B', 'C', 'D'];

/** The subject in the name of a file of the original release, such as `abstract_algebra_test.csv`. */
const subjectOf = (path: string): string | undefined =>
  /^(\w+)_(?:test|val|dev)\.csv/u.exec(basename(path))?.[1];

/**
 * MMLU. The original release has one CSV file without column names per subject: the question, four options and the letter,
 * as `evaluate.py` of hendrycks/test reads them (commit 4450500, 2023-04-24). The hub's `cais/mmlu` has the fields that its
 * card lists, and the index of the right option.
 */
export const mmlu: PublishedFormat = {
  name: 'mmlu',
  title: 'MMLU',
  license: 'MIT',
  page: 'https://github.com/hendrycks/test',
  paper: 'https://arxiv.org/abs/2009.03300',
  grader: 'choice',
  template: below(ASK_FOR_LETTER),
  groups: 'the subject, in a CSV file from its name',
  forms: [
    form({
      fields: 'CSV with six columns without names: the question, four options, and the letter',
      headerless: 'CSV',
      schema: z.strictObject({
        1: z.string(),
        2: z.string(),
        3: z.string(),
        4: z.string(),
        5: z.string(),
        6: z.string(),
      }),
      isTypical: (row) => LETTERS.includes(row[6].trim()),
      draft: (row, { path }) =>
        choiceDraft({
          question: row[1],
          options: [row[2], row[3], row[4], row[5]],
          right: labelled(LETTERS, row[6]),
          group: subjectOf(path),
        }),
    }),
    form({
      fields: 'question, subject, choices, answer (the index of the right option)',
      schema: z.strictObject({
        question: z.string(),
        subject: z.string().optional(),
        choices: z.array(z.string()),
        answer: z.int().nullable(),
      }),
      isTypical: ({ choices }) => choices.length === LETTERS.length,
      draft: ({ question, subject, choices, answer }) =>
        choiceDraft({ question, options: choices, right: answer ?? undefined, group: subject || undefined }),
    }),
  ],
};
