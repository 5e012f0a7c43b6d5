import { z } from 'zod';
import { count } from './values.ts';

/** A result's verdict. */

const status = z.enum([
  'progress',
  'unchanged',
  'reversal',
  'regression',
  'inconclusive',
  'invalid',
  'skipped',
]);

const exploratory = z.object({
  status: status.describe('The verdict that the data of this run alone would give'),
  first: z
    .object({ samples_per_item: count.positive(), time: z.string().describe('ISO 8601, UTC') })
    .describe('The look whose verdict applies: its samples per item and its time'),
});

export const verdict = z.object({
  status,
  headline: z.string().describe('One sentence: the verdict and why'),
  reasons: z
    .array(z.string())
    .describe('Complete sentences, each with the measure, suite, numbers, interval and margin'),
  passed: z.boolean().describe("False if the status is in the policy's fail-on and not every loss is waived"),
  waived: z
    .literal(true)
    .optional()
    .describe('The check passes only because every lost guardrail is waived; absent otherwise'),
  exploratory: exploratory
    .optional()
    .describe(
      'Present if an earlier look at this pair, on other data, already reached a verdict. status and passed come from that look, measures and reasons from this run',
    ),
});
