import { z } from 'zod';
import { bySide, change, count, fraction, role } from './values.ts';
import { ledger } from './ledger.ts';

/** One suite in a result, except for its measures. */

const curvePoint = z.object({
  k: z.number().int().positive(),
  old: fraction,
  new: fraction,
  change,
});

const group = z
  .object({ name: z.string(), items: count, old: fraction, new: fraction, change })
  .describe('pass@1 on a group of items');

const outcomes = z.object({
  correct: count,
  incorrect: count,
  unparseable: count,
  truncated: count,
  failed: count,
});

const excluded = z.object({ id: z.string(), reason: z.string() });

const reasoning = z.object({
  tokens: count
    .nullable()
    .describe(
      'Reasoning tokens of all samples, as counted by the server; null if the server does not count them',
    ),
  ended_inside: count.describe('Samples that the token limit cut off during reasoning'),
});

export const suite = z.object({
  name: z.string(),
  role,
  grader: z.string().describe("The grader's type; none on open suites"),
  items: count,
  dropped_items: count.describe('Items that were dropped because a side has too few graded samples'),
  excluded: z
    .array(excluded)
    .min(1)
    .optional()
    .describe(
      'Items of the file that the grader cannot grade. They are neither sampled nor counted in items; absent if there are none',
    ),
  samples_per_item: count.describe('The planned n'),
  k: count.describe(
    'K: the k at which coverage gates, the largest power of two ≤ n (lower if samples failed)',
  ),
  samples: bySide(count).describe('Graded samples'),
  outcomes: bySide(outcomes).describe('Number of samples by outcome'),
  extraction: bySide(z.record(z.string(), count)).describe('Answers found by each extraction rule'),
  extraction_distance: fraction
    .optional()
    .describe(
      'Total variation distance between the frequencies of extraction rules on both sides; present if it is above 0.1 + 1/√S for S samples per side',
    ),
  reasoning: bySide(reasoning).optional().describe('Absent if no sample has known reasoning'),
  ledger: ledger.nullable().describe('Which items moved; null on open suites'),
  curve: z.array(curvePoint).describe('pass@k; empty on open suites'),
  crossover: z
    .number()
    .int()
    .positive()
    .nullable()
    .describe('Smallest k such that new is shown to be below old at k and at every larger k of the curve'),
  forecast: z
    .array(curvePoint)
    .describe('pass@k beyond n, up to 4n, as estimated from n samples; empty on open suites and for n < 8'),
  groups: z.array(group),
  group_disparity: bySide(fraction)
    .nullable()
    .describe(
      '(best − worst)/best of pass@1 over the groups equivalent to at least 30 independent items; null if there are fewer than two such groups',
    ),
  generalization_gap: change
    .nullable()
    .describe(
      "Change of the pooled target's pass@1 minus the change of this suite's; null unless the suite is ood",
    ),
});
