import { expect, test } from 'vitest';
import { alarmOf, type StateOf, suspicions } from '../../src/verdict/nightly.ts';

const states =
  (known: Readonly<Record<string, ReturnType<StateOf>>>): StateOf =>
  (guardrail) =>
    known[guardrail];

test('what is lost is a suspicion unless it is known to be lost', () => {
  expect(suspicions(['a', 'b'], ['b', 'c'])).toEqual(['a']);
  expect(suspicions([], ['b'])).toEqual([]);
});

test('an alarm takes the same guardrail lost on both looks; another one lost on the second is none', () => {
  const tonight = { a: 'lost', b: 'lost', c: 'kept' } as const;
  const again = states({ a: 'lost', b: 'unclear', c: 'lost' });
  expect(alarmOf({ lost: ['a', 'b'], state: states(tonight), again, alarmed: [] })).toEqual({
    confirmed: ['a'],
    unconfirmed: ['b'],
    standing: [],
    recovered: [],
  });
});

test('what raised the alarm stands until it is kept, or is no guardrail any more', () => {
  const state = states({ a: 'lost', b: 'unclear', c: 'kept' });
  expect(alarmOf({ lost: ['a'], state, again: states({}), alarmed: ['a', 'b', 'c', 'd'] })).toEqual({
    confirmed: [],
    unconfirmed: [],
    standing: ['a', 'b'],
    recovered: ['c', 'd'],
  });
});
