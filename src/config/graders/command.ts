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
          .refine((text) => !text.includes(NUL), 'Expected a text without NUL'),
      )
      .min(1)
      .describe(
        'Program and arguments, started without a shell in a fresh folder that holds `files` and nothing else',
      ),
    files: z
      .array(fileInside)
      .default([])
      .describe(
        'Files that it is made of, relative to the folder of this file; they are pinned in the lock and, on a pull request, the base’s',
      ),
    ...programOptions,
  }),
  filesOf: ({ files }) => files,
  runsUserProgram: ({ command: words }) => words,
});
