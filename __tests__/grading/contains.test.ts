import { expect, test } from 'vitest';
import { contains } from '../../src/grading/contains.ts';
import { withoutEffects } from '../support/without-effects.ts';

const graderWith = (options: Record<string, unknown> = {}) =>
  contains.create(contains.optionsSchema.parse({ type: 'contains', ...options }), withoutEffects);
const grade = (text: string, answer: string, options?: Record<string, unknown>) =>
  graderWith(options).grade(text, { id: 'i', answer, meta: undefined });

test.each([
  ['The capital is paris.', 'Paris'],
  ['Paris', 'Paris'],
  ['the parisian; in Paris', 'Paris'],
  ['I like C++!', 'C++'],
  ['It costs $18.', '$18'],
  ['It takes 18.', '18'],
  ['18, or so', '18'],
  ['xa-a-a', 'a-a'],
  ['un caf\u0065\u0301', 'caf\u00e9'],
  ['the New York mayor', ' New York '],
])('%j contains %j', (text, answer) => {
  expect(grade(text, answer)).toEqual({ outcome: 'correct', answer: answer.trim(), rule: 'whole-phrase' });
});

test.each([
  ['the parisian way', 'Paris'],
  ['180', '18'],
  ['1.18', '18'],
  ['18.5', '18'],
  ['18,000', '18'],
  ['x18', '18'],
  ['caf\u00e9s', 'caf\u00e9'],
  ['\u{1d400}Paris', 'Paris'],
  ['New  York', 'New York'],
])('%j does not contain %j', (text, answer) => {
  expect(grade(text, answer)).toEqual({ outcome: 'incorrect' });
});

test('case counts where it is asked for', () => {
  expect(grade('paris', 'Paris', { 'ignore-case': false })).toEqual({ outcome: 'incorrect' });
});

test('an empty completion is unparseable', () => {
  expect(grade(' \n', 'Paris')).toEqual({ outcome: 'unparseable' });
});

test('an item needs an answer', () => {
  expect(graderWith().checkItem({ id: 'i', answer: ' ', meta: undefined })).toBe('it has no answer');
  expect(graderWith().checkItem({ id: 'i', answer: 'a', meta: undefined })).toBeUndefined();
});
