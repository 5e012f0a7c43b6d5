import { z } from 'zod';
import { declareGrader } from './declaration.ts';

export const choice = declareGrader({
  name: 'choice',
  version: '3',
  optionsSchema: z.strictObject({
    type: z.literal('choice'),
    options: z
      .int()
      .min(2)
      .max(26)
      .optional()
      .describe(
        'How many options an item has that lists none in `meta.choices`; for accuracy corrected for guessing',
      ),
  }),
  asksForChoice: () => true,
});
