import { z } from 'zod';
import { declareGrader } from './declaration.ts';
import { fileInside, programOptions } from './program-options.ts';

export const moduleGrader = declareGrader({
  name: 'module',
  version: '1',
  optionsSchema: z.strictObject({
    type: z.literal('module'),
    file: fileInside.describe(
      'JavaScript or TypeScript file, relative to the folder of this file, whose default export grades: `({ item, text }) => ({ outcome })`',
    ),
    files: z
      .array(fileInside)
      .default([])
      .describe(
        'Other files that it imports or reads; like `file` pinned in the lock and, on a pull request, the base’s',
      ),
    ...programOptions,
  }),
  filesOf: ({ file, files }) => [file, ...files],
  runsUserProgram: () => [],
});
