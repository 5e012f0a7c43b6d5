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
