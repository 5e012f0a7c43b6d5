import { expect, test } from 'vitest';
import type { SideEstimate } from '../../../src/sampling/estimate/estimate.ts';
import { estimateJudging } from '../../../src/sampling/estimate/estimate-judging.ts';
import { makeSuite } from '../setting.ts';

const side = (samples: number, tokensPerCompletion: number | undefined): SideEstimate => ({
  suite: 's',
  side: 'old',
  samples,
  stored: 0,
  requests: samples,
  promptTokens: 0,
  completionTokens: undefined,
  tokensPerCompletion,
  costUsd: undefined,
  singly: { requests: samples, promptTokens: 0, costUsd: undefined },
});

const judge = { model: 'judge', maxTokens: 100 };
const suite = makeSuite('s', ['a', 'b']);

test('every sample of the suite gets a verdict, requested with its item, the rubric and the rules', () => {
  const sides = [side(10, 30), side(10, 50)];
  const price = { promptUsdPerMillion: 1, completionUsdPerMillion: 2 };
  const estimate = estimateJudging({ sides, suite, judge, rubricCharacters: 400, price });
  const itemTokens = Math.ceil(JSON.stringify(suite.items[0]).length / 4);
  const promptTokens = 20 * (250 + 100 + itemTokens) + 10 * 30 + 10 * 50;
  expect(estimate).toEqual({
    suite: 's',
    model: 'judge',
    verdicts: 20,
    promptTokens,
    completionTokens: 2000,
    costUsd: (promptTokens + 2 * 2000) / 1e6,
  });
});

test('gives no bound for completions without a maximum length', () => {
  const sides = [side(10, undefined), side(10, 50)];
  const price = { promptUsdPerMillion: 1, completionUsdPerMillion: 2 };
  expect(estimateJudging({ sides, suite, judge, rubricCharacters: 4, price })).toMatchObject({
    verdicts: 20,
    promptTokens: undefined,
    costUsd: undefined,
  });
});

test('estimates no cost without samples or a price', () => {
  expect(estimateJudging({ sides: [], suite, judge, rubricCharacters: 0, price: undefined })).toEqual({
    suite: 's',
    model: 'judge',
    verdicts: 0,
    promptTokens: 0,
    completionTokens: 0,
    costUsd: undefined,
  });
});
