import { expect, it } from 'vitest';
import type { Generation } from '../../src/sampling/generation.ts';
import { sameCompletions } from '../../src/sampling/same-completions.ts';
import { makeCheckpoint } from './setting.ts';

const checkpoints = {
  old: makeCheckpoint('old', 'http://127.0.0.1/v1'),
  new: makeCheckpoint('new', 'http://127.0.0.1/v1'),
};
const some = (count: number, more: (index: number) => Partial<Generation> = () => ({})): Generation[] =>
  Array.from({ length: count }, (_, index) => ({
    suite: 's',
    id: 'a',
    index,
    text: `text ${index}`,
    ...more(index),
  }));

it('is told of two models whose completions are the same, all 50 or more of them', () => {
  expect(sameCompletions(checkpoints, { old: some(50), new: some(50) })).toBe(
    'All 50 completions of new (model-new) are those of old (model-old) to the letter: the server seems to answer with one model under both names.',
  );
});

it.each([
  ['are fewer than 50', some(49), some(49)],
  ['differ in one', some(50), some(50, (index) => (index === 7 ? { text: 'another' } : {}))],
  ['are lacking on one side', some(51), some(50)],
  [
    'failed',
    some(50, () => ({ text: '', error: 'HTTP 500' })),
    some(50, () => ({ text: '', error: 'HTTP 500' })),
  ],
])('not where they %s', (_, old, fresh) => {
  expect(sameCompletions(checkpoints, { old, new: fresh })).toBeUndefined();
});

it('nor where one model is compared with itself', () => {
  const itself = { old: checkpoints.old, new: { ...checkpoints.old, side: 'new' as const } };
  expect(sameCompletions(itself, { old: some(50), new: some(50) })).toBeUndefined();
});
