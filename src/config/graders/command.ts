import { z } from 'zod';
import { declareGrader } from './declaration.ts';
import { fileInside, programOptions } from './program-options.ts';

const NUL = '\u0000';

export const command = declareGrader({
  name: 'command',
  version: '1',
  optionsSchema: z.strictObject({
    type: z.literal('command'),
    command: z
      .array(
        z
          .string()
          .min(1)
          .refine((text) => !text.includes(NUL), 'Expected text without a NUL character'),
      )
      .min(1)
      .describe(
        'The program and its arguments. The program is started without a shell, in a new folder that contains `files` and nothing else',
      ),
    files: z
      .array(fileInside)
      .default([])
      .describe(
        "Files that the program needs, relative to the configuration's folder. The lock pins these files. On a pull request, they come from the base commit",
      ),
    ...programOptions,
  }),
  filesOf: ({ files }) => files,
  runsUserProgram: ({ command: words }) => words,
});
