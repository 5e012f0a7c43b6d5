import { z } from 'zod';

/**
 * The structure of the original releases of ARC, OpenBookQA and CommonsenseQA: the question is an object with its text and
 * its options. The test split of CommonsenseQA has no `answerKey`.
 */
export const nestedQuestion = <Extra extends z.ZodRawShape>(extra: Extra) =>
  z.strictObject({
    id: z.string(),
    question: z.strictObject({
      stem: z.string(),
      choices: z.array(z.strictObject({ label: z.string(), text: z.string() })),
      ...extra,
    }),
    answerKey: z.string().nullable().optional(),
  });

/** The structure of the same options on the Hugging Face hub: a list of labels and a list of texts. */
export const labelledTexts = z.strictObject({ label: z.array(z.string()), text: z.array(z.string()) });
