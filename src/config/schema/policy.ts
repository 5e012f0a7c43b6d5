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
      z.strictObject({ margin: marginSchema.default(margin).describe('Largest loss that is accepted') }),
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
      'Loss of pass@K on each target suite, K the largest power of two up to n (`choice` suites: cover@0.5)',
    ),
    diversity: guardrail(
      DEFAULT_MARGINS.diversity,
      'Loss of diversity among the solutions of each target suite, or the texts of each open suite',
    ),
    ood: guardrail(DEFAULT_MARGINS.ood, 'Loss of pass@1 on each ood suite: what was not trained for'),
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
      .describe('The verdicts that fail the check; `[]` only reports'),
    'min-gain': gainSchema
      .prefault('0 points')
      .describe(
        'Percentage points that the pooled target must have gained, with confidence, to be called progress',
      ),
    extend: z
      .boolean()
      .register(expectations, { expected: 'true or false', example: 'true' })
      .prefault(false)
      .describe(
        'Whether the same pair of checkpoints may be judged again on more samples. Look r then decides at 2.5 %/2^r a side, the first one included; otherwise the first verdict stands and decides the check, and what comes later is labelled exploratory',
      ),
    'stack-change': z
      .enum(['warn', 'invalid'])
      .register(expectations, { expected: 'warn or invalid', example: 'invalid' })
      .prefault('warn')
      .describe(
        'What it does to a check that the serving stack (model and fingerprint, as the servers report them) changed while a side was sampled, or between stored completions of one side and those of the other where both come under one model name',
      ),
  })
  .register(expectations, { expected: 'a mapping', example: '{ fail-on: [reversal, regression, invalid] }' })
  .transform((raw) => ({
    failOn: [...new Set(raw['fail-on'])],
    minGain: raw['min-gain'],
    extend: raw.extend,
    stackChange: raw['stack-change'],
  }));
