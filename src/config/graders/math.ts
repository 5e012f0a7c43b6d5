import { z } from 'zod';
import { tolerance } from '../values/tolerance.ts';
import { declareGrader } from './declaration.ts';

export const math = declareGrader({
  name: 'math',
  version: '4',
  optionsSchema: z.strictObject({
    type: z.literal('math'),
    fallback: z
      .enum(['none', 'last-math'])
      .default('none')
      .describe(
        'What to grade if no answer is marked: nothing, or the last formula or number of the text (the whole text if it is only a formula or number)',
      ),
    lists: z
      .enum(['ordered', 'any-order'])
      .default('any-order')
      .describe(
        'Whether `1, 2` equals `2, 1`. The order always matters in a point, an interval or a matrix, and never in a set',
      ),
    tolerance: tolerance.describe('Maximum absolute difference between two numbers that count as equal'),
  }),
});
