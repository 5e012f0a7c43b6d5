import { z } from 'zod';
import { declareGrader } from './declaration.ts';

export const choice = declareGrader({
  name: 'choice',
  version: '7',
  optionsSchema: z.strictObject({
    type: z.literal('choice'),
    options: z
      .int()
      .min(2)
      .max(26)
      .optional()
      .describe('Number of options for items without `meta.choices`. Used to correct accuracy for guessing'),
  }),
  asksForChoice: () => true,
});
