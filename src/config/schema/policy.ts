import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import type { Guardrail, GuardrailName } from '../policy.ts';
import { gainSchema, marginSchema, readMargin } from './amount.ts';

/** A guardrail as written. Only the surrounding mapping parses it, so that the JSON Schema can show its default. */
const guardrail = (margin: string, meaning: string) =>
  z
    .union([
      z.literal('off'),
      // YAML 1.1 reads the word off as false.
      z.literal(false),
      z.strictObject({ margin: marginSchema.default(margin).describe('Largest accepted loss') }),
    ])
    .register(expectations, { expected: `off or { margin: ${margin} }`, example: `{ margin: ${margin} }` })
    .optional()
    .meta({ default: { margin } })
    .describe(meaning);

const DEFAULT_MARGINS: Readonly<Record<GuardrailName, string>> = {
  accuracy: '2 points',
  coverage: '2 points',
  diversity: '10%',
  ood: '2 points',
  'hardest-group': '2 points',
};

const readGuardrail = (name: GuardrailName, raw: 'off' | false | { margin: string } | undefined): Guardrail =>
  raw === 'off' || raw === false ? 'off' : { margin: readMargin(raw?.margin ?? DEFAULT_MARGINS[name]) };

/** The guardrails of a check, and which of them the user wrote. */
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
    accuracy: guardrail(DEFAULT_MARGINS.accuracy, 'Loss of pass@1 on each target suite'),
    coverage: guardrail(
      DEFAULT_MARGINS.coverage,
      'Loss of pass@K on each target suite, where K is the largest power of two up to n (on `choice` suites: cover@0.5)',
    ),
    diversity: guardrail(
      DEFAULT_MARGINS.diversity,
      'Loss of diversity among the solutions on each target suite, or the texts on each open suite',
    ),
    ood: guardrail(DEFAULT_MARGINS.ood, 'Loss of pass@1 on each ood suite'),
    'hardest-group': guardrail(
      DEFAULT_MARGINS['hardest-group'],
      'Loss of pass@1 on the hardest group of each target suite whose items have a `group`',
    ),
  })
  .register(expectations, { expected: 'a mapping', example: '{ coverage: { margin: 2 points } }' })
  .transform((raw): GuardrailsConfig => ({
    guardrails: {
      accuracy: readGuardrail('accuracy', raw.accuracy),
      coverage: readGuardrail('coverage', raw.coverage),
      diversity: readGuardrail('diversity', raw.diversity),
      ood: readGuardrail('ood', raw.ood),
      'hardest-group': readGuardrail('hardest-group', raw['hardest-group']),
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
      .describe('The verdicts that fail the check. With `[]`, the check never fails and only reports'),
    'min-gain': gainSchema
      .prefault('0 points')
      .describe(
        'The gain in accuracy, pooled over all target suites, that the confidence interval must exceed for the verdict `progress`, in percentage points',
      ),
    extend: z
      .boolean()
      .register(expectations, { expected: 'true or false', example: 'true' })
      .prefault(false)
      .describe(
        'Whether the verdict on the same two checkpoints may be decided again with more samples. If `true`, look r is decided at a one-sided level of 2.5 %/2^r, including the first look. If `false`, the first verdict decides the check, and later ones are labelled exploratory',
      ),
    'stack-change': z
      .enum(['warn', 'invalid'])
      .register(expectations, { expected: 'warn or invalid', example: 'invalid' })
      .prefault('warn')
      .describe(
        '`warn` or `invalid`: the effect of a change of the serving stack (the model and fingerprint that the servers report) while a side was sampled. If both sides have the same model name, a change between their stored completions counts too',
      ),
  })
  .register(expectations, { expected: 'a mapping', example: '{ fail-on: [reversal, regression, invalid] }' })
  .transform((raw) => ({
    failOn: [...new Set(raw['fail-on'])],
    minGain: raw['min-gain'],
    extend: raw.extend,
    stackChange: raw['stack-change'],
  }));
