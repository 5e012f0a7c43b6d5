import type { Mistake } from '../files/mistakes.ts';
import { judgeOf } from './graders/graders.ts';
import type { Config } from './schema/config.ts';

/**
 * Limits that could not be enforced: dollars without prices, or tokens if nothing bounds the length of a
 * completion.
 */
export function unenforceableBudget({ budget, prices, sampling, suites }: Config): Mistake[] {
  const { maxTokens, maxCostUsd } = budget;
  const mistakes: Mistake[] = [];
  if (maxCostUsd !== undefined && prices === undefined) {
    mistakes.push({
      path: ['budget', 'max-cost'],
      at: 'key',
      what: 'budget.max-cost: found no prices, so nothing is known of what a token costs',
      fix: 'Add prices: { prompt: …, completion: … }, in US dollars for a million tokens.',
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
      fix: 'Add judge: { prompt: …, completion: … } to prices; 0 where they cost nothing.',
    });
  }
  const limit = maxTokens === undefined ? 'max-cost' : 'max-tokens';
  const isBounded = sampling.maxTokens !== undefined || sampling.maxCompletionTokens !== undefined;
  if ((maxTokens !== undefined || maxCostUsd !== undefined) && !isBounded) {
    mistakes.push({
      path: ['budget', limit],
      at: 'key',
      what: `budget.${limit}: found no limit of a completion's length, so one answer could take any number of tokens`,
      fix: 'Set sampling.max-tokens (or max-completion-tokens).',
    });
  }
  return mistakes;
}
