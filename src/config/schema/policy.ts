import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import { gainSchema } from './amount.ts';

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
