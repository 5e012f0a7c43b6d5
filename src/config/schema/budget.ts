import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import { wholeNumber } from './whole-number.ts';

/** The maximum that a check may spend on both sides together. An absent limit is unlimited. */
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
        'Most requests sent, repeated ones too; where absent, a quarter more than what is missing needs (or six at a time for each that may be under way, and at least 100); a server that gives fewer samples a request than it is asked for needs more',
      ),
    'max-tokens': wholeNumber(1, 1_000_000_000_000, '20000000')
      .optional()
      .describe(
        'Most tokens of prompts and completions; needs `sampling.max-tokens` (or `max-completion-tokens`)',
      ),
    'max-cost': amount('US dollars above 0', 1e9, '25')
      .optional()
      .describe('Most US dollars, by `prices`; needs the same'),
    'max-minutes': amount('minutes above 0', 100_000, '90')
      .optional()
      .describe('Longest that sampling may take; what is under way then is broken off'),
  })
  .register(expectations, { expected: 'a mapping', example: '{ max-requests: 50000 }' })
  .transform((raw): BudgetConfig => ({
    ...(raw['max-requests'] === undefined ? {} : { maxRequests: raw['max-requests'] }),
    ...(raw['max-tokens'] === undefined ? {} : { maxTokens: raw['max-tokens'] }),
    ...(raw['max-cost'] === undefined ? {} : { maxCostUsd: raw['max-cost'] }),
    ...(raw['max-minutes'] === undefined ? {} : { maxMinutes: raw['max-minutes'] }),
  }));
