import { z } from 'zod';

/** The published form of a result: everything that a report shows, unrounded. `schema/result.schema.json` is made of it. */

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
  model: z
    .string()
    .describe('The name by which the server knows it; empty where generations came from files'),
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
    .enum(['probability', 'dissimilarity', 'ways'])
    .describe(
      'probability: 0 to 1, shown as percent; dissimilarity: 0 to 1 (semantic: to 2); ways: expected number of ways',
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

const suite = z.strictObject({
  name: z.string(),
  role,
  grader: z.string(),
  items: count,
  dropped_items: count.describe('Items with too few graded samples on a side'),
  samples_per_item: count.describe('n, as planned'),
  k: count.describe(
    'K: the k at which coverage gates, the largest power of two ≤ n (lower where samples failed)',
  ),
  samples: bySide(count).describe('Graded samples'),
  outcomes: bySide(outcomes),
  extraction: bySide(z.record(z.string(), count)).describe('Answers found by each extraction rule'),
  ledger: z
    .strictObject({ both: count, only_old: count, only_new: count, neither: count })
    .nullable()
    .describe('Items solved in at least half of their samples; null on open suites'),
  curve: z.array(curvePoint).describe('pass@k; empty on open suites'),
  crossover: z
    .number()
    .int()
    .positive()
    .nullable()
    .describe('Smallest k from which new is shown below old at every larger k that was looked at'),
  groups: z.array(group),
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
    passed: z.boolean().describe("False where the status is in the policy's fail-on"),
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
      embeddings: z
        .strictObject({
          requests: count,
          prompt_tokens: count,
          cached: count.describe('Embeddings that were already in the store'),
        })
        .optional()
        .describe('What embedding the solutions took; absent where none were'),
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
    reproduce: z.string().describe('The command that gives this result again'),
  }),
});

export type Result = z.infer<typeof resultSchema>;
export type MeasureResult = Result['measures'][number];
export type SuiteResult = Result['suites'][number];
