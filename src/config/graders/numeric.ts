import { z } from 'zod';
import { tolerance } from '../values/tolerance.ts';
import { declareGrader } from './declaration.ts';

export const numeric = declareGrader({
  name: 'numeric',
  version: '7',
  optionsSchema: z.strictObject({
    type: z.literal('numeric'),
    tolerance: tolerance.describe('Maximum absolute difference from the right answer that counts as correct'),
    'decimal-comma': z
      .boolean()
      .default(false)
      .describe(
        'Whether completions and answers use a decimal comma, so that 1,5 is one and a half and 1.500 is 1500',
      ),
    fallback: z
      .enum(['none', 'last-number'])
      .default('none')
      .describe('What to grade if no answer is stated: nothing, or the last number in the text'),
  }),
  /** Keeps locks valid if they were written before the option `decimal-comma` existed. */
  lockedOptions: ({ tolerance: written, fallback, 'decimal-comma': decimalComma }) => ({
    tolerance: written,
    fallback,
    ...(decimalComma && { 'decimal-comma': decimalComma }),
  }),
});
