import { z } from 'zod';
import { defineGrader } from '../grader.ts';
import { fileInside, programOptions } from '../program/options.ts';
import { Program } from '../program/program.ts';

const name = 'command';
const version = '1';

const NUL = '\u0000';

/** Any program that reads one sample per line and answers each with a line. */
export const command = defineGrader({
  name,
  version,
  optionsSchema: z.strictObject({
    type: z.literal(name),
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
  create({ command: words, timeout, processes }, edges) {
    const program = new Program({ name, command: () => words, timeoutMs: timeout * 1000, processes }, edges);
    return {
      name,
      version,
      checkItem: () => undefined,
      grade: (text, item) => program.grade(text, item),
      close: () => program.close(),
    };
  },
  knownAnswers: [],
  ownKnownAnswers: ({ known }) => known,
  filesOf: ({ files }) => files,
  runsUserProgram: ({ command: words }) => words,
});
