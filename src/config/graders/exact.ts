import { z } from 'zod';
import { declareGrader } from './declaration.ts';

export const exact = declareGrader({
  name: 'exact',
  version: '2',
  optionsSchema: z.strictObject({
    type: z.literal('exact'),
    'ignore-case': z
      .boolean()
      .default(false)
      .describe('Whether case is ignored, so that "paris" equals "Paris"'),
  }),
});
