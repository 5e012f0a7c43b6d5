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
        'Whether the items are choices among given answers: what is measured of them is then that of `choice`',
      ),
  }),
  asksForChoice: ({ choice }) => choice,
});
