import { describe, expect, test } from 'vitest';
import { gatingInOrder, measureRow, readDetectable } from '../../../src/result/sentences/measure-row.ts';
import type { MeasureResult } from '../../../src/result/result.ts';
import { absolute, measureResult, type MeasureSpec, relative } from '../../support/results.ts';

const coverage = (spec: Partial<MeasureSpec>): MeasureResult =>
  measureResult({ suite: 'gsm8k', role: 'target', dimension: 'coverage', name: 'pass@32', ...spec });

const state = (spec: Partial<MeasureSpec>): string =>
  measureRow(coverage(spec)).state.replaceAll('\u00A0', ' ');

describe('the state in words', () => {
  const measured = { old: 0.5, new: 0.49, delta: -0.01 };

  test.each<[string, Partial<MeasureSpec>]>([
    ['gained', { ...measured, state: 'kept', interval: [0.01, 0.03] }],
    ['kept', { ...measured, state: 'kept', interval: [-0.01, 0.01] }],
    ['kept, loss within the margin of 2', { ...measured, state: 'kept', interval: [-0.015, -0.002] }],
    ['lost, margin 2', { ...measured, state: 'lost', interval: [-0.04, -0.02] }],
    [
      'lost, margin 10%',
      { ...measured, state: 'lost', interval: [-0.04, -0.02], margin: relative(0.1, 0.05) },
    ],
    ['unclear', { state: 'unclear', reason: 'n is 1' }],
    ['up', { ...measured, interval: [0.01, 0.03] }],
    ['down', { ...measured, interval: [-0.03, -0.01] }],
    ['no change shown', { ...measured, interval: [-0.03, 0.01] }],
    ['not measured', {}],
  ])('%s', (words, spec) => expect(state(spec)).toBe(words));

  test('has at most 18 columns in its short form', () => {
    const interval: [number, number] = [-0.12, -0.08];
    const within = { old: 0.5, new: 0.4, delta: -0.1, state: 'kept' as const, interval };
    expect(measureRow(coverage({ ...within, margin: relative(0.3, 0.15) })).shortState).toBe(
      'kept, margin\u00A030%',
    );
  });
});

test('a change is shown in the terms of its margin', () => {
  const spec = {
    old: 0.5,
    new: 0.4,
    delta: -0.1,
    interval: [-0.12, -0.08] as [number, number],
    state: 'lost' as const,
  };
  expect(measureRow(coverage({ ...spec, margin: absolute(0.02) }))).toMatchObject({
    change: '−10.0',
    interval: '[−12.0,\u00A0−8.0]',
  });
  expect(measureRow(coverage({ ...spec, margin: relative(0.1, 0.05) }))).toMatchObject({
    change: '−20%',
    interval: '[−24,\u00A0−16]',
  });
  expect(readDetectable(coverage({ ...spec, margin: relative(0.1, 0.05), detectable_loss: 0.045 }))).toBe(
    '−9.0%',
  );
});

test('shows the absolute change if the old value is zero, because there is no relative change', () => {
  const measure = coverage({
    old: 0,
    new: 0,
    delta: 0,
    interval: [-0.01, 0.01],
    margin: relative(0.1, null),
    state: 'unclear',
  });
  expect(measureRow(measure)).toMatchObject({
    old: '0.0%',
    change: '0.0',
    interval: '[−1.0,\u00A0+1.0]',
  });
});

test('shows a dash and no interval for a measure that was not measured', () => {
  expect(measureRow(coverage({ state: 'unclear', reason: 'n is 1' }))).toMatchObject({
    old: '–',
    new: '–',
    change: '–',
    interval: '',
    mark: 'unclear',
    reason: 'n is 1',
  });
  expect(readDetectable(coverage({ detectable_loss: null }))).toBe('–');
});

const named = (name: string, spec: Partial<MeasureSpec>): MeasureResult =>
  coverage({ name, id: name, old: 0.5, new: 0.5, delta: 0, interval: [-0.01, 0.01], ...spec });

const order = (...measures: MeasureResult[]): string[] => gatingInOrder(measures).map(({ id }) => id);

const target = (suite: string | null, spec: Partial<MeasureSpec> = {}): MeasureResult =>
  named('pass@1', {
    id: `accuracy ${suite ?? 'pooled'}`,
    suite,
    dimension: 'accuracy',
    state: 'kept',
    ...spec,
  });

describe('the order of gating measures', () => {
  test("is the target's accuracy, then lost, unclear, lost within the margin, kept", () => {
    expect(
      order(
        named('kept', { state: 'kept' }),
        named('free', {}),
        named('within', { state: 'kept', interval: [-0.01, -0.001] }),
        named('unclear', { state: 'unclear' }),
        named('lost', { state: 'lost', interval: [-0.05, -0.03] }),
        target('gsm8k'),
      ),
    ).toEqual(['accuracy gsm8k', 'lost', 'unclear', 'within', 'kept']);
  });

  test('puts the pooled target first, and single targets where their state puts them', () => {
    expect(order(named('lost', { state: 'lost' }), target('a'), target('b'), target(null))).toEqual([
      'accuracy pooled',
      'lost',
      'accuracy a',
      'accuracy b',
    ]);
    expect(order(target('a'), target('b', { state: 'lost' }))).toEqual(['accuracy b', 'accuracy a']);
  });

  test('keeps the order of the result among equals', () => {
    expect(order(named('b', { state: 'kept' }), named('a', { state: 'kept' }))).toEqual(['b', 'a']);
  });
});
