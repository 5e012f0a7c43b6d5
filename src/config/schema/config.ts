import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import type { GuardrailName, OnStackChange, Policy } from '../policy.ts';
import { type BudgetConfig, budgetSchema } from './budget.ts';
import { type CheckpointsConfig, checkpointsSchema } from './checkpoints.ts';
import { type EmbeddingsConfig, embeddingsSchema } from './embeddings.ts';
import { guardrailsSchema } from './guardrails.ts';
import { policySchema } from './policy.ts';
import { type PricesConfig, pricesSchema } from './prices.ts';
import { type SamplingConfig, samplingSchema } from './sampling.ts';
import { type SuiteConfig, suitesSchema } from './suites.ts';

/** The content of `reversal.yml` with all defaults filled in. */
export interface Config {
  /** How to reach the checkpoints; absent if only completions from files are compared. */
  readonly checkpoints?: CheckpointsConfig;
  readonly sampling: SamplingConfig;
  /** The embedding model; absent if semantic diversity is not measured. */
  readonly embeddings?: EmbeddingsConfig;
  readonly budget: BudgetConfig;
  /** Token prices; absent if plans should not show costs. */
  readonly prices?: PricesConfig;
  /** The suites; at least one. */
  readonly suites: readonly SuiteConfig[];
  readonly policy: Policy;
  /** Whether the same pair may get a new verdict from more samples. Each look then uses a stricter level. */
  readonly extend: boolean;
  /** What happens if the serving stack changes during sampling. */
  readonly stackChange: OnStackChange;
  /** The guardrails that the user configured for all suites, including those switched off. */
  readonly writtenGuardrails: readonly GuardrailName[];
}

/**
 * The single schema for `reversal.yml`. The types, the published JSON Schema and the reference in the docs are
 * generated from it. The schema takes parsed YAML (keys in kebab-case) and returns a `Config`. `cross-checks.ts` has
 * the checks that involve several keys.
 */
export const configSchema = z
  .strictObject({
    checkpoints: checkpointsSchema
      .optional()
      .describe(
        'The models to sample and their servers. `compare` does not need this section, because it reads completions from files',
      ),
    sampling: samplingSchema
      .prefault({})
      .describe('How to sample completions. The same settings apply to both sides'),
    embeddings: embeddingsSchema
      .optional()
      .describe(
        'The model that embeds solutions, and its server. Semantic diversity is measured only if this section exists',
      ),
    budget: budgetSchema
      .prefault({})
      .describe(
        'Limits on sampling, for both sides together. When a limit is reached, sampling ends. If both sides have enough completions, the verdict is based on them',
      ),
    prices: pricesSchema
      .optional()
      .describe(
        'Token prices. `plan` uses the prices to estimate the cost of a check, and the report uses them to compute the actual cost',
      ),
    suites: suitesSchema.describe('The pinned sets of items to sample'),
    guardrails: guardrailsSchema
      .prefault({})
      .describe(
        "Losses to guard against. Each guardrail is `off` or has a margin: `N points`, or `N%` of the baseline's value. A suite can have its own settings (`suites[].guardrails`)",
      ),
    policy: policySchema
      .prefault({})
      .describe('Which verdicts fail the check, and how the verdict is determined'),
  })
  .register(expectations, {
    expected: 'a mapping with suites and checkpoints',
    example: 'suites: [{ name: gsm8k, role: target, items: evals/gsm8k.jsonl, grader: numeric }]',
  })
  .transform((raw): Config => ({
    ...(raw.checkpoints === undefined ? {} : { checkpoints: raw.checkpoints }),
    sampling: raw.sampling,
    ...(raw.embeddings === undefined ? {} : { embeddings: raw.embeddings }),
    budget: raw.budget,
    ...(raw.prices === undefined ? {} : { prices: raw.prices }),
    suites: raw.suites,
    policy: {
      guardrails: raw.guardrails.guardrails,
      suiteGuardrails: new Map(
        raw.suites.flatMap(({ name, guardrails }) => (guardrails ? [[name, guardrails]] : [])),
      ),
      failOn: raw.policy.failOn,
      minGain: raw.policy.minGain,
    },
    extend: raw.policy.extend,
    stackChange: raw.policy.stackChange,
    writtenGuardrails: raw.guardrails.written,
  }));

/** A configuration as a user may write it. */
export type ConfigInput = z.input<typeof configSchema>;
