import { z } from 'zod';
import { count, fraction } from './values.ts';

/** A suite's items that moved, and the number expected to move if nothing had changed. */

const againstFrozen = z
  .object({
    real: z
      .number()
      .nonnegative()
      .describe(
        "Half of the baseline's samples compared with half of the candidate's, averaged over all splits",
      ),
    frozen: z
      .number()
      .nonnegative()
      .describe("One half of the baseline's samples compared with the other half, averaged over all splits"),
    frozen_range: z.tuple([count, count]).describe('Range that contains 95% of the splits of old'),
  })
  .describe('A count from half the samples of each side, with the count for an unchanged model');

export const ledger = z.object({
  both: count.describe('Items that both sides solve in at least half of their samples'),
  only_old: count,
  only_new: count,
  neither: count,
  p_mcnemar: fraction
    .nullable()
    .describe(
      "Two-sided p of McNemar's exact test on only_old and only_new; null unless n is 1 and the items are independent",
    ),
  moved: z
    .object({
      learned: z.array(z.string()).describe('Ids of the items that new is shown to solve more often'),
      corrupted: z.array(z.string()).describe('Ids of the items that new is shown to solve less often'),
      learned_solved_before: count.describe('Learned items that old had solved at least once'),
    })
    .nullable()
    .describe(
      'One-sided Fisher tests with the Benjamini-Hochberg procedure at 5% in each direction; null if no item can be named',
    ),
  reason: z.string().nullable().describe('Why no single item can be named'),
  frozen: z
    .object({
      samples: count.positive().describe('Samples per item in each half'),
      splits: count.positive(),
      only_old: againstFrozen,
      only_new: againstFrozen,
      learned: againstFrozen.nullable().describe('null if half the samples are too few to name items'),
      learned_solved_before: againstFrozen
        .nullable()
        .describe("Learned items that the baseline's half had solved at least once"),
      corrupted: againstFrozen.nullable(),
    })
    .nullable()
    .describe(
      "The same counts if nothing had changed, from random halves of the baseline's samples; null at n = 1",
    ),
});
