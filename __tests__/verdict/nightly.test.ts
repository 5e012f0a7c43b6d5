import { expect, test } from 'vitest';
import { alarmOf, type StateOf, suspicions } from '../../src/verdict/nightly.ts';

const states =
  (known: Readonly<Record<string, ReturnType<StateOf>>>): StateOf =>
  (guardrail) =>
    known[guardrail];

test('a loss is a suspicion unless it is already in alarm', () => {
  expect(suspicions(['a', 'b'], ['b', 'c'])).toEqual(['a']);
  expect(suspicions([], ['b'])).toEqual([]);
});

test('raises an alarm only if the same guardrail is lost on both looks', () => {
  const tonight = { a: 'lost', b: 'lost', c: 'kept' } as const;
  const again = states({ a: 'lost', b: 'unclear', c: 'lost' });
  expect(alarmOf({ lost: ['a', 'b'], state: states(tonight), again, alarmed: [] })).toEqual({
    confirmed: ['a'],
    unconfirmed: ['b'],
    standing: [],
    recovered: [],
  });
});

test('an alarm lasts until its guardrail is kept, or is no longer a guardrail', () => {
  const state = states({ a: 'lost', b: 'unclear', c: 'kept' });
  expect(alarmOf({ lost: ['a'], state, again: states({}), alarmed: ['a', 'b', 'c', 'd'] })).toEqual({
    confirmed: [],
    unconfirmed: [],
    standing: ['a', 'b'],
    recovered: ['c', 'd'],
  });
});
