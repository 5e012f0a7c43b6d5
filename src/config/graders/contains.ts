import { z } from 'zod';
import { declareGrader } from './declaration.ts';

export const contains = declareGrader({
  name: 'contains',
  version: '2',
  optionsSchema: z.strictObject({
    type: z.literal('contains'),
    'ignore-case': z
      .boolean()
      .default(true)
      .describe('Whether case is ignored, so that a completion with "paris" contains the answer "Paris"'),
  }),
});
