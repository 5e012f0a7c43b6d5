import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import { wholeNumber } from './whole-number.ts';

/** Limits on what a check may spend, for both sides together. An absent limit means unlimited. */
export interface BudgetConfig {
  readonly maxRequests?: number;
  readonly maxTokens?: number;
  readonly maxCostUsd?: number;
  readonly maxMinutes?: number;
}

const amount = (expected: string, most: number, example: string) =>
  z.number().gt(0).max(most).register(expectations, { expected, example });

export const budgetSchema = z
  .strictObject({
    'max-requests': wholeNumber(1, 1_000_000_000, '50000')
      .optional()
      .describe(
        'Maximum number of requests, including retries but not requests that the server rejects because it is busy. The default is the number of requests that the missing samples need, plus an allowance for retries: 25%, but at least 100 and at least six per concurrent request. Increase the limit if the server returns fewer samples per request than requested',
      ),
    'max-tokens': wholeNumber(1, 1_000_000_000_000, '20000000')
      .optional()
      .describe(
        'Maximum number of tokens, counting prompts and completions. Sampling ends when the rest is less than one request might use (`sampling.max-tokens` for each of its samples). Requires `sampling.max-tokens` (or `max-completion-tokens`)',
      ),
    'max-cost': amount('US dollars above 0', 1e9, '25')
      .optional()
      .describe(
        'Maximum cost in US dollars. Requires `prices`, and `sampling.max-tokens` (or `max-completion-tokens`)',
      ),
    'max-minutes': amount('minutes above 0', 100_000, '90')
      .optional()
      .describe(
        'Maximum duration of sampling in minutes. At the end of this time, requests in progress are cancelled',
      ),
  })
  .register(expectations, { expected: 'a mapping', example: '{ max-requests: 50000 }' })
  .transform((raw): BudgetConfig => ({
    ...(raw['max-requests'] === undefined ? {} : { maxRequests: raw['max-requests'] }),
    ...(raw['max-tokens'] === undefined ? {} : { maxTokens: raw['max-tokens'] }),
    ...(raw['max-cost'] === undefined ? {} : { maxCostUsd: raw['max-cost'] }),
    ...(raw['max-minutes'] === undefined ? {} : { maxMinutes: raw['max-minutes'] }),
  }));
