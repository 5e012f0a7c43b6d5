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
      .describe('The verdicts that fail the check. With `[]`, the check reports its verdict but never fails'),
    'min-gain': gainSchema
      .prefault('0 points')
      .describe(
        'Minimum gain in accuracy, in percentage points. The verdict is `progress` only if the whole confidence interval of the gain, pooled over all target suites, lies above this value',
      ),
    extend: z
      .boolean()
      .register(expectations, { expected: 'true or false', example: 'true' })
      .prefault(false)
      .describe(
        'Whether a check with more samples may reach a new verdict on the same two checkpoints. If `true`, look r, counted from 1, uses a one-sided significance level of 2.5%/2^r. If `false`, the first verdict determines the result of the check, and later verdicts are labeled exploratory',
      ),
    'stack-change': z
      .enum(['warn', 'invalid'])
      .register(expectations, { expected: 'warn or invalid', example: 'invalid' })
      .prefault('warn')
      .describe(
        'What happens if the serving stack (the model and fingerprint that the server reports) changed while a side was sampled. `warn`: the report has a warning. `invalid`: the result is `invalid`. If both sides have the same model name, a change between the two sides counts too',
      ),
  })
  .register(expectations, { expected: 'a mapping', example: '{ fail-on: [reversal, regression, invalid] }' })
  .transform((raw) => ({
    failOn: [...new Set(raw['fail-on'])],
    minGain: raw['min-gain'],
    extend: raw.extend,
    stackChange: raw['stack-change'],
  }));
