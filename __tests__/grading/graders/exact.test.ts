import { expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const graderWith = (options: Record<string, unknown> = {}) =>
  createGrader(graderSpecSchema.parse({ type: 'exact', ...options }), withoutEffects);
const grade = (text: string, answer: string, options?: Record<string, unknown>) =>
  graderWith(options).grade(text, { id: 'i', answer, meta: undefined });

test.each([
  ['Paris', 'Paris', 'correct'],
  ['\t Paris \r\n', ' Paris', 'correct'],
  ['paris', 'Paris', 'incorrect'],
  ['Paris.', 'Paris', 'incorrect'],
  ['NewYork', 'New York', 'incorrect'],
])('%j for %j is %s', (text, answer, outcome) => {
  expect(grade(text, answer)).toEqual({ outcome, answer: text.trim(), rule: 'whole-text' });
});

test.each([
  ['\uFEFFNew\u00A0York', 'New York'],
  ['New  York', 'New York'],
  ['a\r\nb', 'a\nb'],
  [
    'It\u2019s a \u201Cstate\u2011of\u2011the\u2011art\u201D caf\u00E9\u2026',
    'It\'s a "state-of-the-art" cafe\u0301...',
  ],
  ['ＡＢＣ１２３', 'ABC123'],
  ['ﾄｳｷｮｳ', 'トウキョウ'],
  ['서울', '\u1109\u1165\u110B\u116E\u11AF'],
  ['Pa\u00ADris\u200B', 'Paris'],
])('%j and %j are the same text, with one canonical form', async (one, other) => {
  const { answer } = await grade(one, one);
  for (const graded of [grade(one, other), grade(other, one), grade(one, one)])
    expect(await graded).toEqual({ outcome: 'correct', answer, rule: 'whole-text' });
});

test.each([
  ['cafe', 'caf\u00E9'],
  ['10\u201318', '10-18'],
  ['日本の首都は東京です', '東京'],
  ['١٨', '18'],
  ['Straße', 'Strasse'],
])('%j is not %j', (text, answer) => {
  expect(grade(text, answer)).toMatchObject({ outcome: 'incorrect' });
});

test.each([
  ['STRASSE', 'Straße'],
  ['STRAẞE', 'straße'],
  ['ΟΔΟΣ', 'οδός'.normalize('NFD').replace('\u0301', '')],
  ['\u0130stanbul', 'ISTANBUL'],
  ['ISPARTA', 'ısparta'],
  ['МОСКВА', 'Москва'],
])('ignoring case, %j is %j', (text, answer) => {
  expect(grade(text, answer, { 'ignore-case': true })).toMatchObject({ outcome: 'correct' });
  expect(grade(text, answer)).toMatchObject({ outcome: 'incorrect' });
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
  expect(grade('\u200B\uFEFF', 'Paris')).toEqual({ outcome: 'unparseable' });
});

test('an item needs an answer', () => {
  expect(graderWith().checkItem({ id: 'i', answer: ' ', meta: undefined })).toBe('it has no answer');
  expect(graderWith().checkItem({ id: 'i', answer: undefined, meta: undefined })).toBe('it has no answer');
  expect(graderWith().checkItem({ id: 'i', answer: 'a', meta: undefined })).toBeUndefined();
});
