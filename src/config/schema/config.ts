import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import type { GuardrailName, OnStackChange, Policy } from '../policy.ts';
import { type BudgetConfig, budgetSchema } from './budget.ts';
import { type CheckpointsConfig, checkpointsSchema } from './checkpoints.ts';
import { type EmbeddingsConfig, embeddingsSchema } from './embeddings.ts';
import { guardrailsSchema, policySchema } from './policy.ts';
import { type PricesConfig, pricesSchema } from './prices.ts';
import { type SamplingConfig, samplingSchema } from './sampling.ts';
import { type SuiteConfig, suitesSchema } from './suites.ts';

/** The content of `reversal.yml` with all defaults filled in. */
export interface Config {
  /** Absent if only files of completions are compared. */
  readonly checkpoints?: CheckpointsConfig;
  readonly sampling: SamplingConfig;
  /** Absent if semantic diversity is not measured. */
  readonly embeddings?: EmbeddingsConfig;
  readonly budget: BudgetConfig;
  /** Absent if plans should not show costs. */
  readonly prices?: PricesConfig;
  /** Never empty. */
  readonly suites: readonly SuiteConfig[];
  readonly policy: Policy;
  /** Whether a pair may be decided again on more samples, each look at a stricter level. */
  readonly extend: boolean;
  /** How a change of the serving stack affects a check. */
  readonly stackChange: OnStackChange;
  /** The guardrails that the user wrote, including those switched off. */
  readonly writtenGuardrails: readonly GuardrailName[];
}

/**
 * The one schema of `reversal.yml`, from which the types, the published JSON Schema and the reference in the
 * docs are generated. It takes parsed YAML (keys in kebab-case) and returns a `Config`. Cross-checks between
 * keys are in `cross-checks.ts`.
 */
export const configSchema = z
  .strictObject({
    checkpoints: checkpointsSchema
      .optional()
      .describe('Which models to ask, and where; `compare`, which reads files, needs none'),
    sampling: samplingSchema.prefault({}).describe('How completions are drawn, the same on both sides'),
    embeddings: embeddingsSchema
      .optional()
      .describe('Which model embeds solutions, and where; semantic diversity is measured where it is given'),
    budget: budgetSchema
      .prefault({})
      .describe(
        'What sampling may spend on both sides together; where it is reached, what both sides have is judged, if that is enough',
      ),
    prices: pricesSchema
      .optional()
      .describe('What tokens cost, so that `plan` tells what a check will cost before it is run'),
    suites: suitesSchema.describe('The pinned sets of items'),
    guardrails: guardrailsSchema
      .prefault({})
      .describe("What must not be lost. Each is `off` or has a margin: `N points`, or `N%` of old's value"),
    policy: policySchema.prefault({}).describe('What the verdict means for the check'),
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
      failOn: raw.policy.failOn,
      minGain: raw.policy.minGain,
    },
    extend: raw.policy.extend,
    stackChange: raw.policy.stackChange,
    writtenGuardrails: raw.guardrails.written,
  }));

/** A configuration as a user may write it. */
export type ConfigInput = z.input<typeof configSchema>;
