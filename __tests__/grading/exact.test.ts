import { expect, test } from 'vitest';
import { exact } from '../../src/grading/exact.ts';
import { withoutEffects } from '../support/without-effects.ts';

const graderWith = (options: Record<string, unknown> = {}) =>
  exact.create(exact.optionsSchema.parse({ type: 'exact', ...options }), withoutEffects);
const grade = (text: string, answer: string, options?: Record<string, unknown>) =>
  graderWith(options).grade(text, { id: 'i', answer, meta: undefined });

test.each([
  ['Paris', 'Paris', 'correct'],
  ['\t Paris \r\n', ' Paris', 'correct'],
  ['paris', 'Paris', 'incorrect'],
  ['Paris.', 'Paris', 'incorrect'],
  ['New  York', 'New York', 'incorrect'],
])('%j for %j is %s', (text, answer, outcome) => {
  expect(grade(text, answer)).toEqual({ outcome, answer: text.trim(), rule: 'whole-text' });
});

test('ignore-case makes equal answers equal strings', () => {
  expect(grade('PARIS', 'Paris', { 'ignore-case': true })).toEqual({
    outcome: 'correct',
    answer: 'paris',
    rule: 'whole-text',
  });
});

test('an empty completion is unparseable', () => {
  expect(grade(' \n', 'Paris')).toEqual({ outcome: 'unparseable' });
});

test('an item needs an answer', () => {
  expect(graderWith().checkItem({ id: 'i', answer: ' ', meta: undefined })).toBe('it has no answer');
  expect(graderWith().checkItem({ id: 'i', answer: undefined, meta: undefined })).toBe('it has no answer');
  expect(graderWith().checkItem({ id: 'i', answer: 'a', meta: undefined })).toBeUndefined();
});
