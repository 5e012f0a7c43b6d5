import { z } from 'zod';
import { declareGrader } from './declaration.ts';

export const given = declareGrader({
  name: 'given',
  version: '1',
  optionsSchema: z.strictObject({
    type: z.literal('given'),
    choice: z
      .boolean()
      .default(false)
      .describe(
        'Whether the items are multiple-choice items, which get the same measures as with the grader `choice`',
      ),
  }),
  asksForChoice: ({ choice }) => choice,
});
