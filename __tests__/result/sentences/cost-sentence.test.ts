import { expect, test } from 'vitest';
import { costSentence } from '../../../src/result/sentences/cost-sentence.ts';
import type { Result } from '../../../src/result/result.ts';

const cost = { requests: 4, prompt_tokens: 40, completion_tokens: 400, cached: 96 };
const none = { completions: 0, oldest: null, newest: null };

/** Without the spaces that keep a number and its noun together. */
const plainSentence = (spent: Result['cost']): string[] =>
  costSentence(spent).map((sentence) => sentence.replaceAll('\u00A0', ' '));

test('reports reused samples by side, with the days on which they were sampled', () => {
  const old = { completions: 64, oldest: '2026-11-01T23:59:59.999Z', newest: '2026-11-03T00:00:00.000Z' };
  const candidate = {
    completions: 32,
    oldest: '2026-11-04T01:00:00.000Z',
    newest: '2026-11-04T02:00:00.000Z',
  };
  expect(plainSentence({ ...cost, reused: { old, new: candidate } })).toEqual([
    '4 requests, 40 prompt and 400 completion tokens; 96 completions from the store (old: 64, sampled 2026-11-01 to 2026-11-03; new: 32, sampled on 2026-11-04)',
  ]);
  expect(plainSentence({ ...cost, cached: 64, reused: { old, new: none } })[0]).toMatch(
    /store \(old: 64, sampled 2026-11-01 to 2026-11-03\)$/u,
  );
});

test('mentions no days if nothing was reused, or if a result does not have them', () => {
  expect(plainSentence({ ...cost, cached: 0, reused: { old: none, new: none } })[0]).toMatch(
    /0 completions from the store$/u,
  );
  expect(plainSentence(cost)[0]).toMatch(/96 completions from the store$/u);
});
