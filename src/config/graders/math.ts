import { z } from 'zod';
import { tolerance } from '../values/tolerance.ts';
import { declareGrader } from './declaration.ts';

export const math = declareGrader({
  name: 'math',
  version: '3',
  optionsSchema: z.strictObject({
    type: z.literal('math'),
    fallback: z
      .enum(['none', 'last-math'])
      .default('none')
      .describe(
        'What to grade where no answer is marked: nothing, or the last formula or number of the text (the whole text where it is nothing else)',
      ),
    lists: z
      .enum(['ordered', 'any-order'])
      .default('any-order')
      .describe(
        'Whether `1, 2` is `2, 1`. The order always counts within a point, an interval or a matrix, and never in a set',
      ),
    tolerance: tolerance.describe('Largest absolute difference between numbers that is still correct'),
  }),
});
