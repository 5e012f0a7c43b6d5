import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import type { Mistake } from '../../files/mistakes.ts';
import { judgeOf } from '../../grading/registry.ts';
import type { Config } from './config.ts';
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

/**
 * Limits that could not be enforced: dollars without prices, or tokens if nothing bounds the length of a
 * completion.
 */
export function unkeepableBudget({ budget, prices, sampling, suites }: Config): Mistake[] {
  const { maxTokens, maxCostUsd } = budget;
  const mistakes: Mistake[] = [];
  if (maxCostUsd !== undefined && prices === undefined) {
    mistakes.push({
      path: ['budget', 'max-cost'],
      at: 'key',
      what: 'budget.max-cost: found no prices, so nothing is known of what a token costs',
      mend: 'Add prices: { prompt: …, completion: … }, in US dollars for a million tokens.',
    });
  }
  const judged = suites.find(({ grader }) => grader !== undefined && judgeOf(grader) !== undefined);
  if (
    maxCostUsd !== undefined &&
    prices !== undefined &&
    prices.judge === undefined &&
    judged !== undefined
  ) {
    mistakes.push({
      path: ['budget', 'max-cost'],
      at: 'key',
      what: `budget.max-cost: found no prices.judge, so nothing is known of what a verdict on suite ${judged.name} costs`,
      mend: 'Add judge: { prompt: …, completion: … } to prices; 0 where they cost nothing.',
    });
  }
  const limit = maxTokens === undefined ? 'max-cost' : 'max-tokens';
  const isBounded = sampling.maxTokens !== undefined || sampling.maxCompletionTokens !== undefined;
  if ((maxTokens !== undefined || maxCostUsd !== undefined) && !isBounded) {
    mistakes.push({
      path: ['budget', limit],
      at: 'key',
      what: `budget.${limit}: found no limit of a completion's length, so one answer could take any number of tokens`,
      mend: 'Set sampling.max-tokens (or max-completion-tokens).',
    });
  }
  return mistakes;
}
