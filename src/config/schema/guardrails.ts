import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import { GUARDRAIL_NAMES, type Guardrail, type GuardrailName, type Guardrails } from '../policy.ts';
import { marginSchema, readMargin } from './amount.ts';

type RawGuardrail = 'off' | false | { margin: string };

/** A guardrail in unparsed form. The surrounding mapping parses it, so that the JSON Schema can show its default. */
const guardrail = (margin: string) =>
  z
    .union([
      z.literal('off'),
      // YAML 1.1 reads an unquoted `off` as false.
      z.literal(false),
      z.strictObject({ margin: marginSchema.default(margin).describe('Largest accepted loss') }),
    ])
    .register(expectations, { expected: `off or { margin: ${margin} }`, example: `{ margin: ${margin} }` })
    .optional();

const DEFAULT_MARGINS: Readonly<Record<GuardrailName, string>> = {
  accuracy: '2 points',
  coverage: '2 points',
  diversity: '10%',
  ood: '2 points',
  'hardest-group': '2 points',
};

const MEANINGS: Readonly<Record<GuardrailName, string>> = {
  accuracy: 'Loss of pass@1 on each target suite',
  coverage:
    'Loss of pass@K on each target suite, where K is the largest power of two up to n (on `choice` suites: cover@0.5)',
  diversity:
    'Loss of diversity among the solutions on each target suite, or among the texts on each open suite',
  ood: 'Loss of pass@1 on each ood suite',
  'hardest-group': 'Loss of pass@1 on the hardest group of each target suite whose items have a `group`',
};

const forAll = (name: GuardrailName) =>
  guardrail(DEFAULT_MARGINS[name])
    .meta({ default: { margin: DEFAULT_MARGINS[name] } })
    .describe(MEANINGS[name]);

const forOneSuite = (name: GuardrailName) =>
  guardrail(DEFAULT_MARGINS[name]).describe(`Setting for this suite. Default: \`guardrails.${name}\``);

const readGuardrail = (raw: RawGuardrail): Guardrail =>
  raw === 'off' || raw === false ? 'off' : { margin: readMargin(raw.margin) };

/** A check's guardrails, and which of them the user configured. */
export interface GuardrailsConfig {
  readonly guardrails: Guardrails;
  readonly written: readonly GuardrailName[];
}

const expected = { expected: 'a mapping', example: '{ coverage: { margin: 2 points } }' };

export const guardrailsSchema = z
  .strictObject({
    accuracy: forAll('accuracy'),
    coverage: forAll('coverage'),
    diversity: forAll('diversity'),
    ood: forAll('ood'),
    'hardest-group': forAll('hardest-group'),
  })
  .register(expectations, expected)
  .transform((raw): GuardrailsConfig => {
    const read = (name: GuardrailName): Guardrail =>
      readGuardrail(raw[name] ?? { margin: DEFAULT_MARGINS[name] });
    return {
      guardrails: {
        accuracy: read('accuracy'),
        coverage: read('coverage'),
        diversity: read('diversity'),
        ood: read('ood'),
        'hardest-group': read('hardest-group'),
      },
      written: GUARDRAIL_NAMES.filter((name) => raw[name] !== undefined),
    };
  });

/** A suite's own guardrails. They have no defaults: for a guardrail that is absent, the setting for all suites applies. */
export const suiteGuardrailsSchema = z
  .strictObject({
    accuracy: forOneSuite('accuracy'),
    coverage: forOneSuite('coverage'),
    diversity: forOneSuite('diversity'),
    ood: forOneSuite('ood'),
    'hardest-group': forOneSuite('hardest-group'),
  })
  .register(expectations, expected)
  .transform((raw): Partial<Guardrails> => {
    const found: Partial<Record<GuardrailName, Guardrail>> = {};
    for (const name of GUARDRAIL_NAMES) {
      const own = raw[name];
      if (own !== undefined) found[name] = readGuardrail(own);
    }
    return found;
  });
