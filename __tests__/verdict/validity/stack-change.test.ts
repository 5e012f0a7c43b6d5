import { describe, expect, test } from 'vitest';
import { findingSentence, incomparableSentence } from '../../../src/result/sentences/finding-sentences.ts';
import type { ServedBy } from '../../../src/store/served-by.ts';
import type { StackChange } from '../../../src/verdict/validity/stack-change.ts';
import { incomparableStacks, stackChanges } from '../../../src/verdict/validity/stack-change.ts';
import { validity } from '../../../src/verdict/validity/validity.ts';

const stack = (model: string, fingerprint: string | null, from = 1, to = from): ServedBy => ({
  model,
  fingerprint,
  completions: 100,
  oldest: `2026-11-0${from}T08:00:00.000Z`,
  newest: `2026-11-0${to}T08:00:00.000Z`,
});

const nameless = (fingerprint: string, day: number): ServedBy => ({
  ...stack('', fingerprint, day),
  model: null,
});

const changes = (old: readonly ServedBy[], candidate: readonly ServedBy[]): StackChange[] =>
  stackChanges({ old, new: candidate });

describe('no change is found if', () => {
  test.each<[string, ServedBy[], ServedBy[]]>([
    ['servers say nothing of themselves', [], []],
    ['only one side has completions that say something', [], [stack('m', 'b')]],
    ['one stack serves both checkpoints', [stack('v2', 'b', 1)], [stack('v3', 'b', 3)]],
    [
      'fingerprints belong to models, and both sides were drawn together',
      [stack('v2', 'b', 1, 3)],
      [stack('v3', 'c', 2)],
    ],
    [
      'the same two stacks take turns on both sides',
      [stack('v2', 'a'), stack('v2', 'b')],
      [stack('v3', 'a', 3), stack('v3', 'b', 4)],
    ],
    [
      'old comes from the store, and fingerprints belong to models',
      [stack('v2', 'b', 1)],
      [stack('v3', 'c', 3)],
    ],
    ['one side came without a name for the model', [stack('v2', 'b', 1)], [nameless('c', 3)]],
    ['neither has a name for the model', [nameless('b', 1)], [nameless('c', 3)]],
    ['no server has a fingerprint, and each side one model', [stack('v2', null, 1)], [stack('v3', null, 3)]],
  ])('%s', (_, old, candidate) => {
    expect(changes(old, candidate)).toEqual([]);
  });
});

describe('a change is found', () => {
  test('if a side came from two stacks and the other did not come from the same ones', () => {
    const two = [stack('v2', 'a', 1), stack('v2', 'b', 3)];
    expect(changes(two, [stack('v3', 'b', 3)])).toEqual([
      { cause: 'stack-changed', side: 'old', stacks: two },
    ]);
    expect(changes([stack('v2', 'b', 3)], two)).toEqual([
      { cause: 'stack-changed', side: 'new', stacks: two },
    ]);
    expect(changes(two, [...two, stack('v2', 'c', 4)]).map(({ cause }) => cause)).toEqual([
      'stack-changed',
      'stack-changed',
    ]);
  });

  test('if the model that answers under a name changed', () => {
    const two = [stack('v2-0801', null, 1), stack('v2-1101', null, 3)];
    expect(changes(two, two)).toHaveLength(2);
  });

  test('if one side was sampled after the other, by stacks with different fingerprints under one name', () => {
    const [old, candidate] = [stack('m', 'b3000', 1, 2), stack('m', 'b4000', 3)];
    expect(changes([old], [candidate])).toEqual([{ cause: 'stacks-apart', old, new: candidate }]);
    expect(changes([candidate], [old])).toEqual([{ cause: 'stacks-apart', old: candidate, new: old }]);
    expect(changes([stack('m', 'b3000', 1, 3)], [candidate])).toEqual([]);
    expect(changes([stack('m', null, 1)], [candidate])).toHaveLength(1);
  });
});

test('a change is a warning, or makes the measurement invalid if the user asks for that', () => {
  const [old, candidate] = [stack('m', 'b3000', 1, 2), stack('m', 'b4000', 3)];
  const judged = (onChange: 'warn' | 'invalid') =>
    validity({
      suites: [],
      unexpected: [],
      droppedItems: [],
      claim: { status: 'progress', changes: '' },
      rejudge: { claimOn: () => ({ status: 'progress', changes: '' }), droppedItems: () => 'progress' },
      served: { by: { old: [old], new: [candidate] }, onChange },
    });
  const finding = { cause: 'stacks-apart', old, new: candidate };
  expect(judged('warn')).toEqual({ invalid: [], warnings: [finding] });
  expect(judged('invalid')).toEqual({ invalid: [finding], warnings: [] });
});

describe('the message names the stacks, how many completions each gave, and when', () => {
  const plain = (change: StackChange | undefined): string =>
    change === undefined ? '' : findingSentence(change).replaceAll('\u00A0', ' ');

  test('of one side', () => {
    const [change] = changes(
      [stack('v2', 'a', 1), stack('v2', null, 2), stack('v2', 'c', 3), stack('v2', 'd', 4, 5)],
      [stack('v3', 'a')],
    );
    expect(plain(change)).toBe(
      'The completions of the baseline come from 4 serving stacks, as reported by the servers: v2, fingerprint a (100 completions on 2026-11-01); v2, no fingerprint (100 completions on 2026-11-02); v2, fingerprint c (100 completions on 2026-11-03); and 1 more. A difference between the checkpoints may come from the stack instead of the model. To rule that out, sample them again from one stack.',
    );
  });

  test('of the two sides', () => {
    const [change] = changes([stack('m', 'b3000', 1, 2)], [stack('m', 'b4000', 4, 5)]);
    expect(plain(change)).toBe(
      'The checkpoints were sampled one after the other, from serving stacks that report different fingerprints for the same model: m, fingerprint b3000 (100 completions from 2026-11-01 to 2026-11-02) for the baseline, m, fingerprint b4000 (100 completions from 2026-11-04 to 2026-11-05) for the candidate. A difference between the checkpoints may come from the stack instead of the model. To rule that out, sample both again at the same time.',
    );
  });
});

describe('fingerprints under different model names, of sides that were sampled one after the other', () => {
  const named = (old: readonly ServedBy[], candidate: readonly ServedBy[]): string | undefined => {
    const found = incomparableStacks({ old, new: candidate });
    return found && incomparableSentence(found).replaceAll('\u00A0', ' ');
  };

  test('are named without a conclusion', () => {
    expect(named([stack('v2', 'b3000', 1, 2)], [nameless('b4000', 4)])).toBe(
      'v2, fingerprint b3000 (100 completions from 2026-11-01 to 2026-11-02) for the baseline, a model without a name, fingerprint b4000 (100 completions on 2026-11-04) for the candidate, sampled one after the other. A fingerprint may identify the model rather than the stack, so it is unknown whether the stack changed in between',
    );
  });

  test.each<[string, ServedBy[], ServedBy[]]>([
    ['they are the same', [stack('v2', 'b', 1)], [stack('v3', 'b', 3)]],
    ['both sides were drawn together', [stack('v2', 'b', 1, 3)], [stack('v3', 'c', 2)]],
    ['one name has both, which is a change', [stack('m', 'b', 1)], [stack('m', 'c', 3)]],
    [
      'a side has several, which is a change',
      [stack('v2', 'a', 1), stack('v2', 'b', 1)],
      [stack('v3', 'c', 3)],
    ],
    ['a server says nothing', [], [stack('v3', 'c', 3)]],
  ])('are not named if %s', (_, old, candidate) => {
    expect(named(old, candidate)).toBeUndefined();
  });
});
