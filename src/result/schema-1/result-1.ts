import { z } from 'zod';

/**
 * The format of stored results before version 2. The format is frozen; `upgrade.ts` converts such a result to the
 * current format.
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
  model: z.string(),
});

const measure = z.strictObject({
  id: z.string(),
  suite: z.string().nullable(),
  role,
  dimension: z.enum(['accuracy', 'coverage', 'diversity', 'generalization']),
  name: z.string(),
  group: z.string().nullable(),
  unit: z.enum(['probability', 'dissimilarity', 'ways', 'equations', 'ratio', 'bits', 'tokens']),
  gates: z.boolean(),
  old: z.number().nullable(),
  new: z.number().nullable(),
  delta: z.number().nullable(),
  interval: interval.nullable(),
  p_loss: fraction.nullable(),
  p_loss_adjusted: fraction.nullable(),
  margin: z.number().positive().nullable(),
  margin_relative: z.number().positive().nullable(),
  state: z.enum(['kept', 'lost', 'unclear']).nullable(),
  reason: z.string().nullable(),
  items: count,
  eligible_share: fraction,
  effective_clusters: z.number().nonnegative(),
  detectable: z.number().positive().nullable(),
  waiver: z.strictObject({ reason: z.string(), by: z.string(), expires: z.string() }).optional(),
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

const againstFrozen = z.strictObject({
  real: z.number().nonnegative(),
  frozen: z.number().nonnegative(),
  frozen_range: z.tuple([count, count]),
});

const ledger = z.strictObject({
  both: count,
  only_old: count,
  only_new: count,
  neither: count,
  p_flips: fraction.nullable(),
  moved: z
    .strictObject({
      learned: z.array(z.string()),
      corrupted: z.array(z.string()),
      learned_solved_before: count,
    })
    .nullable(),
  reason: z.string().nullable(),
  frozen: z
    .strictObject({
      samples: count.positive(),
      splits: count.positive(),
      only_old: againstFrozen,
      only_new: againstFrozen,
      learned: againstFrozen.nullable(),
      learned_solved_before: againstFrozen.nullable(),
      corrupted: againstFrozen.nullable(),
    })
    .nullable(),
});

const reused = z.strictObject({
  completions: count,
  oldest: z.iso.datetime().nullable(),
  newest: z.iso.datetime().nullable(),
});

const suite = z.strictObject({
  name: z.string(),
  role,
  grader: z.string(),
  items: count,
  dropped_items: count,
  excluded: z
    .array(z.strictObject({ id: z.string(), reason: z.string() }))
    .min(1)
    .optional(),
  samples_per_item: count,
  k: count,
  samples: bySide(count),
  outcomes: bySide(outcomes),
  extraction: bySide(z.record(z.string(), count)),
  extraction_distance: fraction.optional(),
  reasoning: bySide(
    z.strictObject({
      tokens: count.nullable(),
      ended_inside: count,
    }),
  ).optional(),
  ledger: ledger.nullable(),
  curve: z.array(curvePoint),
  crossover: z.number().int().positive().nullable(),
  forecast: z.array(curvePoint),
  groups: z.array(group),
  disparity: bySide(fraction).nullable(),
  gap: z.strictObject({ delta: z.number(), interval }).nullable(),
});

export const resultSchema1 = z.strictObject({
  schema: z.literal(1),
  old: checkpoint,
  new: checkpoint,
  verdict: z.strictObject({
    status,
    headline: z.string(),
    reasons: z.array(z.string()),
    passed: z.boolean(),
    waived: z.literal(true).optional(),
    exploratory: z
      .strictObject({
        verdict: status,
        after: z.strictObject({ n: count.positive(), time: z.string() }),
      })
      .optional(),
  }),
  warnings: z.array(z.string()),
  measures: z.array(measure),
  suites: z.array(suite),
  cost: z.strictObject({
    requests: count,
    prompt_tokens: count,
    completion_tokens: count,
    cached: count,
    reused: bySide(reused).optional(),
    embeddings: z
      .strictObject({
        requests: count,
        prompt_tokens: count,
        cached: count,
      })
      .optional(),
    judge: z
      .strictObject({
        requests: count,
        prompt_tokens: count,
        completion_tokens: count,
        cached: count,
        cost_usd: z.number().nonnegative().optional(),
      })
      .optional(),
  }),
  provenance: z.strictObject({
    engine: z.string(),
    config: z.string(),
    lock: z.string().nullable(),
    sampling: z.record(z.string(), z.unknown()),
    graders: z.record(z.string(), z.string()),
    embeddings: z
      .strictObject({
        model: z.string(),
        max_characters: z.number().int().positive(),
        digest: z.string().optional(),
      })
      .optional(),
    serving: z.string().optional(),
    reproduce: z.string(),
  }),
});

export type Result1 = z.infer<typeof resultSchema1>;
