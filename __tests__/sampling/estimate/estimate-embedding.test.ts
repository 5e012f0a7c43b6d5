import { expect, test } from 'vitest';
import type { SideEstimate } from '../../../src/sampling/estimate/estimate.ts';
import { estimateEmbedding } from '../../../src/sampling/estimate/estimate-embedding.ts';

const side = (samples: number, tokensPerCompletion: number | undefined): SideEstimate => ({
  suite: 'suite',
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

const MODEL = { model: 'bge-m3', batch: 64, maxCharacters: 8000 };

test('embeds at most every sample, in whole batches over all sides, each as long as the completions', () => {
  expect(estimateEmbedding([side(100, 30), side(29, 40.5)], MODEL)).toEqual({
    model: 'bge-m3',
    texts: 129,
    requests: 3,
    promptTokens: Math.round(100 * 30 + 29 * 40.5),
  });
  expect(estimateEmbedding([side(64, 1)], MODEL).requests).toBe(1);
});

test('cuts text at the maximum length; counts a quarter of its characters as tokens', () => {
  expect(estimateEmbedding([side(10, 5000), side(10, undefined)], MODEL).promptTokens).toBe(20 * 2000);
  expect(estimateEmbedding([side(10, 5000)], { ...MODEL, maxCharacters: 9 }).promptTokens).toBe(30);
});

test('requests nothing without samples', () => {
  expect(estimateEmbedding([], MODEL)).toEqual({ model: 'bge-m3', texts: 0, requests: 0, promptTokens: 0 });
});
