import { z } from 'zod';
import { change, count, fraction, role } from './values.ts';

/** One measure in a result. */

const margin = z
  .object({
    kind: z.enum(['absolute', 'relative']),
    value: z
      .number()
      .positive()
      .describe(
        "absolute: in the measure's unit, so 0.02 is 2 points; relative: a fraction of the baseline's value",
      ),
    accepted_loss: z
      .number()
      .positive()
      .nullable()
      .describe("The margin in the measure's unit; null if it is relative to a value that is 0 or unknown"),
  })
  .describe('The accepted loss');

const waiver = z
  .object({ reason: z.string(), by: z.string(), expires: z.string().describe('Last day of the waiver, UTC') })
  .describe('Why and by whom the loss was accepted, and until when');

export const measure = z.object({
  id: z.string().describe('suite/dimension/name; unique in a result'),
  suite: z
    .string()
    .nullable()
    .describe('Name of the suite, or of several pooled suites; null if all target suites are pooled'),
  pooled: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('The pooled suites; absent if the measure covers one suite'),
  role,
  dimension: z.enum(['accuracy', 'coverage', 'diversity', 'generalization']),
  name: z
    .string()
    .describe('pass@1, pass@32, cover@0.5, syntactic, logical, semantic, reach@32, hardest group, …'),
  group: z
    .string()
    .nullable()
    .describe('The group of items that the measure is restricted to; null if it is not restricted'),
  unit: z
    .enum(['probability', 'dissimilarity', 'ways', 'equations', 'ratio', 'bits', 'tokens'])
    .describe(
      'Unit of old, new and change. probability: 0 to 1, shown as percent; dissimilarity: 0 to 1 (semantic: 0 to 2); ways, equations: an expected count; ratio: a share of 1, shown unchanged; bits: entropy; tokens: words and punctuation marks',
    ),
  gates: z.boolean().describe('Whether the verdict depends on this measure'),
  guardrail: z
    .string()
    .optional()
    .describe(
      'Key of the measure under guardrails in the configuration. Absent if the measure does not gate, or gates only as the target (several target suites are pooled, or guardrails.accuracy is off). Also absent for the accuracy of the only target suite in results of schema 1',
    ),
  old: z.number().nullable().describe('Mean over eligible items; null if it was not measured'),
  new: z.number().nullable(),
  change: change.nullable().describe('null if it was not measured'),
  p_loss: fraction.nullable().describe('One-sided p for "no loss"; 1 if a guardrail was not measured'),
  p_loss_adjusted: fraction
    .nullable()
    .describe("p_loss after Holm's correction over all gating measures; null if the measure does not gate"),
  margin: margin.nullable().describe('null if the measure does not gate'),
  state: z.enum(['kept', 'lost', 'unclear']).nullable().describe('null if the measure does not gate'),
  reason: z
    .string()
    .nullable()
    .describe('Why the state is unclear, or why the measure could not be computed'),
  detectable_loss: z
    .number()
    .positive()
    .nullable()
    .describe(
      "Smallest loss that 80% of runs would report as lost, in the measure's unit; null if it is unknown",
    ),
  items: count.describe('Eligible items'),
  eligible_share: fraction.describe("Eligible items as a share of the suite's items"),
  effective_clusters: z
    .number()
    .nonnegative()
    .describe('The number of equally large clusters that would carry the same information'),
  waiver: waiver.optional().describe('Absent if the loss is not waived'),
});
