import { z } from 'zod';
import { choiceDraft } from '../choices.ts';
import { form, type PublishedFormat } from '../format.ts';
import { below } from '../instructions.ts';

/**
 * HellaSwag. Fields as in `data/README.md` of rowanz/hellaswag (commit a29ff8e, 2020-05-28) and in the loading script
 * `datasets/hellaswag/hellaswag.py` of huggingface/datasets (commit 0e3f698), according to which `ctx_a` and `ctx_b` may be
 * absent. The label is a number in the original release and a string on the hub (`Rowan/hellaswag`); the test split has none.
 * The activity precedes the text, as in lm-evaluation-harness, `lm_eval/tasks/hellaswag/utils.py` (commit 4e7e0d4,
 * 2026-08-21). Items made from the same video or article share a cluster.
 */
export const hellaswag: PublishedFormat = {
  name: 'hellaswag',
  title: 'HellaSwag',
  license: 'MIT',
  page: 'https://github.com/rowanz/hellaswag',
  paper: 'https://arxiv.org/abs/1905.07830',
  grader: 'choice',
  template: below('Which option continues the text best? End with "The answer is" and the letter.'),
  note: 'The labels of the test split are not published, so import the train or val (validation) split.',
  groups: '`split_type`',
  forms: [
    form({
      fields: 'ind, activity_label, ctx_a, ctx_b, ctx, endings, source_id, split, split_type, label',
      schema: z.strictObject({
        ind: z.union([z.number(), z.string()]),
        activity_label: z.string(),
        ctx_a: z.string().nullable().optional(),
        ctx_b: z.string().nullable().optional(),
        ctx: z.string(),
        endings: z.array(z.string()).optional(),
        source_id: z.string(),
        split: z.string(),
        split_type: z.string(),
        label: z.union([z.number(), z.string()]).nullable().optional(),
      }),
      draft: ({
        ind,
        activity_label: activity,
        ctx,
        endings,
        source_id: cluster,
        split_type: group,
        label,
      }) => {
        const given = String(label ?? '').trim();
        return choiceDraft({
          id: String(ind),
          question: `${activity}: ${ctx}`,
          options: endings ?? [],
          right: given === '' ? undefined : /^\d+$/u.test(given) ? Number(given) : -1,
          group: group || undefined,
          cluster: cluster || undefined,
        });
      },
    }),
  ],
};
