import { z } from 'zod';
import { declareGrader } from './declaration.ts';
import { fileInside, programOptions } from './program-options.ts';

export const moduleGrader = declareGrader({
  name: 'module',
  version: '1',
  optionsSchema: z.strictObject({
    type: z.literal('module'),
    file: fileInside.describe(
      "JavaScript or TypeScript file, relative to the configuration's folder. The default export of the module grades a completion: `({ item, text }) => ({ outcome })`",
    ),
    files: z
      .array(fileInside)
      .default([])
      .describe(
        'Other files that the module imports or reads. The lock pins these files and `file`. On a pull request, all of them come from the base commit',
      ),
    ...programOptions,
  }),
  filesOf: ({ file, files }) => [file, ...files],
  runsUserProgram: () => [],
});
