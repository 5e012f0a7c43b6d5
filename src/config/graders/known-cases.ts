import { z } from 'zod';

const knownCase = z.strictObject({
  prompt: z.string().optional(),
  text: z.string(),
  answer: z.union([z.string(), z.number().transform(String)]).optional(),
  meta: z.unknown().optional(),
  expected: z.enum(['correct', 'incorrect', 'unparseable']),
});

const hasBoth = (cases: readonly z.output<typeof knownCase>[]): boolean =>
  cases.some(({ expected }) => expected === 'correct') &&
  cases.some(({ expected }) => expected !== 'correct');

/** Completions whose correct grades the user knows. They test graders that have no built-in cases for the user's task. */
export const knownCases = z
  .array(knownCase)
  .refine(hasBoth, 'Expected at least one case that is correct and at least one that is not')
  .describe(
    'Completions whose correct grade you know, each `{ text, expected }`, optionally with `prompt`, `answer` and `meta` as in an item. `expected` must be `correct` for at least one completion, and another outcome for at least one other. Every run grades these completions first, and measures nothing if an outcome differs from `expected`',
  );
