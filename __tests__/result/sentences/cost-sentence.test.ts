import { expect, test } from 'vitest';
import { costSentence } from '../../../src/result/sentences/cost-sentence.ts';
import type { Result } from '../../../src/result/result.ts';

const sampling = { requests: 4, prompt_tokens: 40, completion_tokens: 400, reused: 96 };
const none = { reused: 0 };

/** Without the spaces that keep a number and its noun together. */
const plainSentence = (spent: Result['cost']): string[] =>
  costSentence(spent).map((sentence) => sentence.replaceAll('\u00A0', ' '));

test('reports reused samples by side, with the days on which they were sampled', () => {
  const old = {
    reused: 64,
    oldest_reused: '2026-11-01T23:59:59.999Z',
    newest_reused: '2026-11-03T00:00:00.000Z',
  };
  const candidate = {
    reused: 32,
    oldest_reused: '2026-11-04T01:00:00.000Z',
    newest_reused: '2026-11-04T02:00:00.000Z',
  };
  expect(plainSentence({ sampling: { ...sampling, by_side: { old, new: candidate } } })).toEqual([
    '4 requests, 40 prompt and 400 completion tokens; 96 completions from the store (old: 64, sampled 2026-11-01 to 2026-11-03; new: 32, sampled on 2026-11-04)',
  ]);
  expect(plainSentence({ sampling: { ...sampling, reused: 64, by_side: { old, new: none } } })[0]).toMatch(
    /store \(old: 64, sampled 2026-11-01 to 2026-11-03\)$/u,
  );
});

test('mentions no days if nothing was reused, or if a result does not have them', () => {
  expect(
    plainSentence({ sampling: { ...sampling, reused: 0, by_side: { old: none, new: none } } })[0],
  ).toMatch(/0 completions from the store$/u);
  expect(plainSentence({ sampling })[0]).toMatch(/96 completions from the store$/u);
});

test('says nothing if nothing was sampled', () => {
  expect(plainSentence({})).toEqual([]);
});

test('gives dollars, speed and retries, if they are known', () => {
  const old = { ...none, completion_tokens: 300, seconds: 2, retries: 1, cost_usd: 0.03 };
  const candidate = { ...none, completion_tokens: 100, seconds: 0.4, retries: 0, cost_usd: 0.01 };
  expect(
    plainSentence({ sampling: { ...sampling, cost_usd: 0.04, by_side: { old, new: candidate } } }),
  ).toEqual([
    '4 requests, 40 prompt and 400 completion tokens ($0.04); 96 completions from the store',
    'old: 150 completion tokens per second, 1 retry; new: 250 completion tokens per second',
  ]);
});

test('leaves out the speed of a side that sampled nothing', () => {
  const nothing = { reused: 96, completion_tokens: 0, seconds: 0, retries: 0 };
  const candidate = { ...none, completion_tokens: 100, seconds: 0.4, retries: 12 };
  expect(plainSentence({ sampling: { ...sampling, by_side: { old: nothing, new: candidate } } })[1]).toBe(
    'new: 250 completion tokens per second, 12 retries',
  );
});
