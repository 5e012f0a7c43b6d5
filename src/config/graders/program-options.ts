import { z } from 'zod';
import { knownCases } from './known-cases.ts';

const INSIDE = /^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^\\\0]+$/;

/** The path of a file in the configuration's folder or one of its subfolders. */
export const fileInside = z
  .string()
  .regex(INSIDE, "Expected a path inside the configuration's folder, written with / and without .. segments");

/** Options shared by all graders that run a user's program. */
export const programOptions = {
  known: knownCases,
  timeout: z
    .number()
    .positive()
    .max(3600)
    .default(60)
    .describe(
      'Time limit for grading one sample, in seconds. The first sample after each start of the program gets 60 seconds more',
    ),
  processes: z
    .int()
    .min(1)
    .max(64)
    .default(1)
    .describe('Number of grader processes that run at the same time'),
};
