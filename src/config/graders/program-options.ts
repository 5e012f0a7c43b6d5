import { z } from 'zod';
import { knownCases } from './known-cases.ts';

const INSIDE = /^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^\\\0]+$/;

/** The path of a file in the configuration's folder or one of its subfolders. */
export const fileInside = z
  .string()
  .regex(INSIDE, 'Expected a path within the folder of the configuration, with / and without ..');

/** Options of every grader that runs a user's program. */
export const programOptions = {
  known: knownCases,
  timeout: z
    .number()
    .positive()
    .max(3600)
    .default(60)
    .describe('Seconds that grading one sample may take; the first after a start has 60 more'),
  processes: z.int().min(1).max(64).default(1).describe('How many of it run at a time'),
};
