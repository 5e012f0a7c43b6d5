import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import type { Guardrail, GuardrailName } from '../policy.ts';
import { marginSchema, readMargin } from './amount.ts';

/** A guardrail in unparsed form. The surrounding mapping parses it, so that the JSON Schema can show its default. */
const guardrail = (margin: string, meaning: string) =>
  z
    .union([
      z.literal('off'),
      // YAML 1.1 reads an unquoted `off` as false.
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

/** A check's guardrails, and which of them the user configured. */
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
      'Loss of diversity among the solutions on each target suite, or among the texts on each open suite',
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
