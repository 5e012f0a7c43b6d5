import { z } from 'zod';
import { expectations } from '../expectation.ts';
import type { Guardrail, GuardrailName } from '../verdict/policy.ts';
import { gainSchema, marginSchema } from './amount.ts';

const guardrail = (margin: string, meaning: string) =>
  z
    .union([
      z.literal('off'),
      // YAML 1.1 reads the word off as false.
      z.literal(false),
      z
        .strictObject({ margin: marginSchema.prefault(margin).describe('Largest loss that is accepted') })
        .transform((raw): Guardrail => raw),
    ])
    .register(expectations, { expected: `off or { margin: ${margin} }`, example: `{ margin: ${margin} }` })
    .transform((raw): Guardrail => (raw === false ? 'off' : raw))
    .optional()
    .meta({ default: { margin } })
    .describe(meaning);

const ON_BY_DEFAULT: Readonly<Record<GuardrailName, string>> = {
  accuracy: '2 points',
  coverage: '2 points',
  diversity: '10%',
  ood: '2 points',
  'hardest-group': '2 points',
};

const fallback = (name: GuardrailName): Guardrail => ({ margin: marginSchema.parse(ON_BY_DEFAULT[name]) });

/** The guardrails of a check, and which of them the user wrote down. */
export interface GuardrailsConfig {
  readonly guardrails: Readonly<Record<GuardrailName, Guardrail>>;
  readonly written: readonly GuardrailName[];
}

const NAMES = [
  'accuracy',
  'coverage',
  'diversity',
  'ood',
  'hardest-group',
] as const satisfies readonly GuardrailName[];

export const guardrailsSchema = z
  .strictObject({
    accuracy: guardrail(ON_BY_DEFAULT.accuracy, 'Loss of pass@1 on each target suite'),
    coverage: guardrail(
      ON_BY_DEFAULT.coverage,
      'Loss of pass@K on each target suite, K the largest power of two up to n (`choice` suites: cover@0.5)',
    ),
    diversity: guardrail(
      ON_BY_DEFAULT.diversity,
      'Loss of diversity among the solutions of each target suite, or the texts of each open suite',
    ),
    ood: guardrail(ON_BY_DEFAULT.ood, 'Loss of pass@1 on each ood suite: what was not trained for'),
    'hardest-group': guardrail(
      ON_BY_DEFAULT['hardest-group'],
      'Loss of pass@1 on the hardest group of each target suite whose items have a `group`',
    ),
  })
  .register(expectations, { expected: 'a mapping', example: '{ coverage: { margin: 2 points } }' })
  .transform((raw): GuardrailsConfig => ({
    guardrails: {
      accuracy: raw.accuracy ?? fallback('accuracy'),
      coverage: raw.coverage ?? fallback('coverage'),
      diversity: raw.diversity ?? fallback('diversity'),
      ood: raw.ood ?? fallback('ood'),
      'hardest-group': raw['hardest-group'] ?? fallback('hardest-group'),
    },
    written: NAMES.filter((name) => raw[name] !== undefined),
  }));

const failOn = z
  .enum(['reversal', 'regression', 'invalid', 'inconclusive', 'unchanged'])
  .register(expectations, {
    expected: 'reversal, regression, invalid, inconclusive or unchanged',
    example: 'reversal',
  });

export const policySchema = z
  .strictObject({
    'fail-on': z
      .array(failOn)
      .register(expectations, { expected: 'a list of verdicts', example: '[reversal, regression, invalid]' })
      .prefault(['reversal', 'regression', 'invalid'])
      .describe('The verdicts that fail the check; `[]` only reports'),
    'min-gain': gainSchema
      .prefault('0 points')
      .describe(
        'Percentage points that the pooled target must have gained, with confidence, to be called progress',
      ),
  })
  .register(expectations, { expected: 'a mapping', example: '{ fail-on: [reversal, regression, invalid] }' })
  .transform((raw) => ({ failOn: [...new Set(raw['fail-on'])], minGain: raw['min-gain'] }));
