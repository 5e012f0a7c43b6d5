import { z } from 'zod';

/**
 * The published format of a result: everything that a report shows, unrounded. `schema/result.schema.json` is
 * generated from it.
 */

const bySide = <T extends z.ZodType>(value: T) => z.strictObject({ old: value, new: value });
const count = z.number().int().nonnegative();
const fraction = z.number().min(0).max(1);
const interval = z.tuple([z.number(), z.number()]);

const role = z.enum(['target', 'ood', 'open']);
const status = z.enum([
  'progress',
  'unchanged',
  'reversal',
  'regression',
  'inconclusive',
  'invalid',
  'skipped',
]);

const checkpoint = z.strictObject({
  version: z.string(),
  model: z.string().describe('The name by which the server knows it; empty if completions came from files'),
});

const measure = z.strictObject({
  id: z.string().describe('suite/dimension/name; unique in a result'),
  suite: z.string().nullable().describe('null where suites are pooled'),
  role,
  dimension: z.enum(['accuracy', 'coverage', 'diversity', 'generalization']),
  name: z
    .string()
    .describe('pass@1, pass@32, cover@0.5, syntactic, logical, semantic, reach@32, hardest group, …'),
  group: z.string().nullable().describe('The group of items it is restricted to'),
  unit: z
    .enum(['probability', 'dissimilarity', 'ways', 'equations', 'ratio', 'bits', 'tokens'])
    .describe(
      'probability: 0 to 1, shown as percent; dissimilarity: 0 to 1 (semantic: to 2); ways, equations: an expected number of them; ratio: a share of 1, shown as it is; bits: of entropy; tokens: words and marks',
    ),
  gates: z.boolean().describe('Whether it is a guardrail, or the pooled target, of this check'),
  old: z.number().nullable().describe('Mean over eligible items; null where not measured'),
  new: z.number().nullable(),
  delta: z.number().nullable().describe('new − old'),
  interval: interval.nullable().describe('95 % interval of delta'),
  p_loss: fraction.nullable().describe('One-sided p of "no loss"; 1 where not measured'),
  p_loss_adjusted: fraction
    .nullable()
    .describe('p_loss after Holm over the family; null where it does not gate'),
  margin: z
    .number()
    .positive()
    .nullable()
    .describe('Accepted loss in the unit of delta; null where it does not gate'),
  margin_relative: z
    .number()
    .positive()
    .nullable()
    .describe("The margin as a fraction of old's value, where it was given so"),
  state: z.enum(['kept', 'lost', 'unclear']).nullable().describe('null where it does not gate'),
  reason: z.string().nullable().describe('Why it is unclear, or why it could not be measured'),
  items: count.describe('Eligible items'),
  eligible_share: fraction.describe("Eligible items as a share of the suite's items"),
  effective_clusters: z.number().nonnegative(),
  detectable: z
    .number()
    .positive()
    .nullable()
    .describe('Smallest loss that would be found lost in 80 % of runs'),
  waiver: z
    .strictObject({ reason: z.string(), by: z.string(), expires: z.string() })
    .optional()
    .describe('By whom and why the loss was accepted, and until when; absent where it was not'),
});

const curvePoint = z.strictObject({
  k: z.number().int().positive(),
  old: fraction,
  new: fraction,
  delta: z.number(),
  interval,
});

const group = z.strictObject({
  name: z.string(),
  items: count,
  old: fraction,
  new: fraction,
  delta: z.number(),
  interval,
});

const outcomes = z.strictObject({
  correct: count,
  incorrect: count,
  unparseable: count,
  truncated: count,
  failed: count,
});

const againstFrozen = z
  .strictObject({
    real: z
      .number()
      .nonnegative()
      .describe("Half of old's samples against half of new's: mean over the splits"),
    frozen: z.number().nonnegative().describe('One half of old against the other: mean over the splits'),
    frozen_range: z.tuple([count, count]).describe('What 95 % of the splits of old lie in'),
  })
  .describe('A count from half the samples of a side, beside that of a model that never changed');

const ledger = z.strictObject({
  both: count.describe('Items that both sides solve in at least half of their samples'),
  only_old: count,
  only_new: count,
  neither: count,
  p_flips: fraction
    .nullable()
    .describe(
      "McNemar's exact two-sided p of only_old and only_new; null unless n is 1 and items are independent",
    ),
  moved: z
    .strictObject({
      learned: z.array(z.string()).describe('Ids of the items that new is shown to solve more often'),
      corrupted: z.array(z.string()).describe('Ids of the items that new is shown to solve less often'),
      learned_solved_before: count.describe('Learned items that old had solved at least once'),
    })
    .nullable()
    .describe('One-sided Fisher tests, Benjamini and Hochberg at 5 % each way; null where none can be named'),
  reason: z.string().nullable().describe('Why no single item can be named'),
  frozen: z
    .strictObject({
      samples: count.positive().describe('Samples of a half'),
      splits: count.positive(),
      only_old: againstFrozen,
      only_new: againstFrozen,
      learned: againstFrozen.nullable().describe('null where half the samples are too few to name items'),
      learned_solved_before: againstFrozen
        .nullable()
        .describe("Learned items that old's half had solved at least once"),
      corrupted: againstFrozen.nullable(),
    })
    .nullable()
    .describe("The same counts where nothing changed, from random halves of old's samples; null at n = 1"),
});

const reused = z.strictObject({
  completions: count,
  oldest: z.iso.datetime().nullable().describe('ISO 8601, UTC; null where there are none'),
  newest: z.iso.datetime().nullable(),
});

const suite = z.strictObject({
  name: z.string(),
  role,
  grader: z.string(),
  items: count,
  dropped_items: count.describe('Items with too few graded samples on a side'),
  excluded: z
    .array(z.strictObject({ id: z.string(), reason: z.string() }))
    .min(1)
    .optional()
    .describe(
      'Items of the file that the grader cannot grade, sampled on neither side and not counted in items; absent where there are none',
    ),
  samples_per_item: count.describe('n, as planned'),
  k: count.describe(
    'K: the k at which coverage gates, the largest power of two ≤ n (lower where samples failed)',
  ),
  samples: bySide(count).describe('Graded samples'),
  outcomes: bySide(outcomes),
  extraction: bySide(z.record(z.string(), count)).describe('Answers found by each extraction rule'),
  extraction_distance: fraction
    .optional()
    .describe(
      'Total variation distance between the rules that found the answers of the sides; present where it is above 0.1 + 1/√S for S samples a side',
    ),
  reasoning: bySide(
    z.strictObject({
      tokens: count.nullable().describe('Of all samples, as the server counts them; null where it does not'),
      ended_inside: count.describe('Samples that the token limit cut off inside the reasoning'),
    }),
  )
    .optional()
    .describe('Absent where no reasoning is known of'),
  ledger: ledger.nullable().describe('Which items moved; null on open suites'),
  curve: z.array(curvePoint).describe('pass@k; empty on open suites'),
  crossover: z
    .number()
    .int()
    .positive()
    .nullable()
    .describe('Smallest k from which new is shown below old at every larger k that was looked at'),
  forecast: z
    .array(curvePoint)
    .describe('pass@k beyond n, up to 4n, as estimated from n samples; empty on open suites and for n < 8'),
  groups: z.array(group),
  disparity: bySide(fraction)
    .nullable()
    .describe('(best − worst)/best of pass@1 over the groups worth 30 items; null with fewer than two'),
  gap: z
    .strictObject({ delta: z.number(), interval })
    .nullable()
    .describe(
      "Change of the pooled target's pass@1 minus the change of this suite's; null but on ood suites",
    ),
});

export const resultSchema = z.strictObject({
  schema: z.literal(1),
  old: checkpoint,
  new: checkpoint,
  verdict: z.strictObject({
    status,
    headline: z.string().describe('One sentence: the verdict and why'),
    reasons: z
      .array(z.string())
      .describe('Whole sentences, each with measure, suite, numbers, interval and margin'),
    passed: z
      .boolean()
      .describe("False where the status is in the policy's fail-on and not every loss is waived"),
    waived: z
      .literal(true)
      .optional()
      .describe('The check passes only because every lost guardrail is waived; else absent'),
    exploratory: z
      .strictObject({
        verdict: status.describe('What the data of this run would say'),
        after: z
          .strictObject({ n: count.positive(), time: z.string().describe('ISO 8601, UTC') })
          .describe('The look whose verdict stands: samples of each item, and when it was taken'),
      })
      .optional()
      .describe(
        'Present where the pair was judged before on other data: status and passed are of that look, measures and reasons of this run',
      ),
  }),
  warnings: z.array(z.string()),
  measures: z.array(measure),
  suites: z.array(suite),
  cost: z
    .strictObject({
      requests: count,
      prompt_tokens: count,
      completion_tokens: count,
      cached: count.describe('Completions that were already in the store'),
      reused: bySide(reused)
        .optional()
        .describe('The same by side, and when they were drawn; absent where files were compared'),
      embeddings: z
        .strictObject({
          requests: count,
          prompt_tokens: count,
          cached: count.describe('Embeddings that were already in the store'),
        })
        .optional()
        .describe('What embedding the solutions took; absent where none were'),
      judge: z
        .strictObject({
          requests: count,
          prompt_tokens: count,
          completion_tokens: count,
          cached: count.describe('Verdicts that were already in the store'),
          cost_usd: z.number().nonnegative().optional().describe('By prices.judge; absent without'),
        })
        .optional()
        .describe('What models took that judge completions; absent where none does'),
    })
    .describe('What this run spent; the only part that may differ between runs on the same completions'),
  provenance: z.strictObject({
    engine: z.string().describe('Version of reversal-check'),
    config: z.string().describe('sha256:… of the configuration as read'),
    lock: z.string().nullable().describe('sha256:… of reversal.lock; null where none was used'),
    sampling: z.record(z.string(), z.unknown()),
    graders: z.record(z.string(), z.string()).describe('Suite to grader and version'),
    embeddings: z
      .strictObject({
        model: z.string(),
        max_characters: z.number().int().positive().describe('Of a longer text its beginning is embedded'),
        digest: z.string().optional(),
      })
      .optional()
      .describe('What embedded the solutions; absent where none were'),
    serving: z
      .string()
      .optional()
      .describe(
        'Which stacks served old and new; present where they were drawn one after the other under other model names and fingerprints, which do not tell whether the stack changed in between',
      ),
    reproduce: z.string().describe('The command that gives this result again'),
  }),
});

export type Result = z.infer<typeof resultSchema>;
export type MeasureResult = Result['measures'][number];
export type SuiteResult = Result['suites'][number];
