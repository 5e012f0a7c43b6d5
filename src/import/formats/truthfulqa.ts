import { createHash } from 'node:crypto';
import { z } from 'zod';
import { choiceDraft } from '../choices.ts';
import { type Drafted, form, type PublishedFormat } from '../format.ts';
import { ASK_FOR_LETTER, below } from '../instructions.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Puts the options in an order that depends only on the question and on their texts. All published forms list the right
 * option first, so a model that always answers A would score 100%.
 */
function drafted(
  question: string,
  options: readonly string[],
  right: string | undefined,
  group?: string,
): Drafted {
  const shuffled = options
    .map((option) => ({ option, key: hash(`${question}\n${option}`) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ option }) => option);
  return choiceDraft({
    question,
    options: shuffled,
    right: right === undefined ? undefined : shuffled.indexOf(right),
    group,
  });
}

function fromLabels(question: string, options: readonly (readonly [string, number])[]): Drafted {
  const right = options.filter(([, label]) => label === 1);
  if (right.length > 1) return { leftOut: 'several options are labeled as right' };
  return drafted(
    question,
    options.map(([option]) => option),
    right[0]?.[0],
  );
}

const byText = z.record(z.string(), z.number());
const inLists = z.strictObject({ choices: z.array(z.string()), labels: z.array(z.number()) });

/**
 * TruthfulQA as multiple choice with a single right option (MC1): the original `data/mc_task.json` and the hub's
 * `truthfulqa/truthful_qa`, configuration `multiple_choice`, as in the loading script
 * `datasets/truthful_qa/truthful_qa.py` of huggingface/datasets (commit 54f9471); and the two options of `TruthfulQA.csv`
 * since the column `Best Incorrect Answer` was added, with the columns that several public loaders list. lm-evaluation-harness
 * relies on the right option being the first (`lm_eval/tasks/truthfulqa/truthfulqa_mc1.yaml`, commit 4e7e0d4, 2026-08-21).
 */
export const truthfulqa: PublishedFormat = {
  name: 'truthfulqa',
  title: 'TruthfulQA',
  license: 'Apache-2.0',
  page: 'https://github.com/sylinrl/TruthfulQA',
  paper: 'https://arxiv.org/abs/2109.07958',
  grader: 'choice',
  template: below(ASK_FOR_LETTER),
  note: 'The published rows list the right option first. The options were put in an order that depends only on their texts, so that a model that always answers A does not score 100%.',
  groups: '`Category`, in the CSV file',
  forms: [
    form({
      fields: 'question, mc1_targets: {choices, labels}, mc2_targets',
      schema: z.strictObject({ question: z.string(), mc1_targets: inLists, mc2_targets: inLists.optional() }),
      draft: ({ question, mc1_targets: { choices, labels } }) =>
        choices.length === labels.length
          ? fromLabels(
              question,
              choices.map((option, place) => [option, labels[place] ?? 0] as const),
            )
          : { leftOut: 'there are more or fewer labels than options' },
    }),
    form({
      fields: 'question, mc1_targets: {text: label}, mc2_targets',
      schema: z.strictObject({ question: z.string(), mc1_targets: byText, mc2_targets: byText.optional() }),
      draft: ({ question, mc1_targets: options }) => fromLabels(question, Object.entries(options)),
    }),
    form({
      fields:
        'Type, Category, Question, Best Answer, Best Incorrect Answer, Correct Answers, Incorrect Answers, Source',
      schema: z.strictObject({
        Type: z.string(),
        Category: z.string(),
        Question: z.string(),
        'Best Answer': z.string(),
        'Best Incorrect Answer': z.string(),
        'Correct Answers': z.string(),
        'Incorrect Answers': z.string(),
        Source: z.string(),
      }),
      draft: (row) =>
        drafted(
          row.Question,
          [row['Best Answer'], row['Best Incorrect Answer']],
          row['Best Answer'],
          row.Category || undefined,
        ),
    }),
  ],
};
