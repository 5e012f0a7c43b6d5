import { z } from 'zod';

/*
 * Parts that are used in several places in a result's schema. Objects are not strict: a reader ignores fields that it does
 * not know, so later versions can add optional fields. `json.ts` checks results before they are written.
 */

export const bySide = <T extends z.ZodType>(value: T) => z.object({ old: value, new: value });

export const count = z.number().int().nonnegative();
export const fraction = z.number().min(0).max(1);
export const time = z.iso.datetime().describe('ISO 8601, UTC');
export const interval = z.tuple([z.number(), z.number()]);

export const role = z.enum(['target', 'ood', 'open']);

export const change = z
  .object({
    estimate: z.number().describe('new − old'),
    se: z
      .number()
      .nonnegative()
      .optional()
      .describe('Standard error; absent if the interval is from a bootstrap, and in results of schema 1'),
    df: z.number().positive().optional().describe('Degrees of freedom; absent if se is absent'),
    interval: interval.describe('95% interval of the change'),
  })
  .describe('A change from old to new, in the same unit as old and new');
