import { z } from 'zod';
import { tolerance } from '../values/tolerance.ts';
import { declareGrader } from './declaration.ts';

export const math = declareGrader({
  name: 'math',
  version: '7',
  optionsSchema: z.strictObject({
    type: z.literal('math'),
    fallback: z
      .enum(['none', 'last-math'])
      .default('none')
      .describe('What to grade if no answer is stated: nothing, or the last formula or number in the text'),
    lists: z
      .enum(['ordered', 'any-order'])
      .default('any-order')
      .describe(
        'Whether the order of the elements in a list matters. With `any-order`, `1, 2` equals `2, 1`. The order always matters in a point, an interval or a matrix, and never in a set',
      ),
    tolerance: tolerance.describe('Maximum absolute difference between two numbers that count as equal'),
  }),
});
