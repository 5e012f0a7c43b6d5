import type { Mistake } from '../files/mistakes.ts';
import { judgeOf } from './graders/graders.ts';
import type { Config } from './schema/config.ts';

/**
 * Finds limits that could not be enforced: a dollar limit without prices, or a token limit if completion length is
 * unlimited.
 */
export function unenforceableBudget({ budget, prices, sampling, suites }: Config): Mistake[] {
  const { maxTokens, maxCostUsd } = budget;
  const mistakes: Mistake[] = [];
  if (maxCostUsd !== undefined && prices === undefined) {
    mistakes.push({
      path: ['budget', 'max-cost'],
      at: 'key',
      what: 'budget.max-cost: found no prices, so the cost of a token is unknown',
      fix: 'Add prices in US dollars per million tokens, for example prices: { prompt: 0.15, completion: 0.6 }',
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
      what: `budget.max-cost: found no prices.judge, so the cost of the judge of suite ${judged.name} is unknown`,
      fix: 'Add judge: { prompt: …, completion: … } to prices, in US dollars per million tokens; use 0 if the judge is free.',
    });
  }
  const limit = maxTokens === undefined ? 'max-cost' : 'max-tokens';
  const isBounded = sampling.maxTokens !== undefined || sampling.maxCompletionTokens !== undefined;
  if ((maxTokens !== undefined || maxCostUsd !== undefined) && !isBounded) {
    mistakes.push({
      path: ['budget', limit],
      at: 'key',
      what: `budget.${limit}: found no limit on the length of a completion, so one completion could use any number of tokens`,
      fix: 'Set sampling.max-tokens (or sampling.max-completion-tokens).',
    });
  }
  return mistakes;
}
