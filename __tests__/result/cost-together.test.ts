import { expect, test } from 'vitest';
import { costTogether } from '../../src/result/cost-together.ts';

const spent = { requests: 2, prompt_tokens: 20, completion_tokens: 200 };
const sampling = {
  ...spent,
  reused: 3,
  by_side: {
    old: {
      ...spent,
      reused: 3,
      oldest_reused: '2026-11-02T08:00:00.000Z',
      newest_reused: '2026-11-02T09:00:00.000Z',
    },
    new: { requests: 0, prompt_tokens: 0, completion_tokens: 0, reused: 0 },
  },
};
const embeddings = { requests: 1, prompt_tokens: 10, reused: 4 };
const judge = { ...spent, reused: 5, cost_usd: 0.5 };

test('adds every count, and keeps the earliest and the latest time', () => {
  const later = {
    ...sampling,
    by_side: {
      old: { ...sampling.by_side.old, newest_reused: '2026-11-03T09:00:00.000Z' },
      new: { ...sampling.by_side.new, reused: 1, oldest_reused: '2026-11-04T09:00:00.000Z' },
    },
  };
  expect(costTogether({ sampling, embeddings, judge }, { sampling: later, embeddings, judge })).toEqual({
    sampling: {
      requests: 4,
      prompt_tokens: 40,
      completion_tokens: 400,
      reused: 6,
      by_side: {
        old: {
          requests: 4,
          prompt_tokens: 40,
          completion_tokens: 400,
          reused: 6,
          oldest_reused: '2026-11-02T08:00:00.000Z',
          newest_reused: '2026-11-03T09:00:00.000Z',
        },
        new: {
          requests: 0,
          prompt_tokens: 0,
          completion_tokens: 0,
          reused: 1,
          oldest_reused: '2026-11-04T09:00:00.000Z',
        },
      },
    },
    embeddings: { requests: 2, prompt_tokens: 20, reused: 8 },
    judge: { requests: 4, prompt_tokens: 40, completion_tokens: 400, reused: 10, cost_usd: 1 },
  });
});

test('adds dollars, retries and seconds, and leaves them out if one run does not have them', () => {
  const side = { ...spent, reused: 0, retries: 1, seconds: 1.5, cost_usd: 0.25 };
  const priced = { ...spent, reused: 0, cost_usd: 0.5, by_side: { old: side, new: side } };
  const both = costTogether({ sampling: priced }, { sampling: priced }).sampling;
  expect(both).toMatchObject({ cost_usd: 1, by_side: { old: { retries: 2, seconds: 3, cost_usd: 0.5 } } });
  const partly = costTogether({ sampling: priced }, { sampling }).sampling;
  expect(partly).not.toHaveProperty('cost_usd');
  for (const key of ['retries', 'seconds', 'cost_usd']) expect(partly?.by_side?.old).not.toHaveProperty(key);
});

test('keeps what only one of the runs needed', () => {
  expect(costTogether({ sampling }, { judge })).toEqual({ sampling, judge });
  expect(costTogether({}, { embeddings })).toEqual({ embeddings });
  expect(costTogether({}, {})).toEqual({});
});

test('leaves out a count that one of the runs does not have', () => {
  const { cost_usd: _, ...unpriced } = judge;
  const withoutSides = { ...spent, reused: 3 };
  expect(costTogether({ sampling, judge }, { sampling: withoutSides, judge: unpriced })).toEqual({
    sampling: { requests: 4, prompt_tokens: 40, completion_tokens: 400, reused: 6 },
    judge: { requests: 4, prompt_tokens: 40, completion_tokens: 400, reused: 10 },
  });
  const onlyReused = { ...sampling, by_side: { old: { reused: 1 }, new: { reused: 0 } } };
  expect(costTogether({ sampling }, { sampling: onlyReused }).sampling?.by_side?.new).toEqual({ reused: 0 });
});
