import { expect, it } from 'vitest';
import { greedyAccuracy } from '../../../src/measures/accuracy/greedy-accuracy.ts';
import { itemOf } from '../../support/samples.ts';

it('is 1 if the one completion is correct, else 0, ordered by id', () => {
  const items = [
    itemOf('b', ['incorrect'], ['correct'], { cluster: 'c' }),
    itemOf('a', ['correct'], ['truncated']),
    itemOf('c', ['unparseable'], ['correct']),
  ];
  expect(greedyAccuracy(items)).toEqual({
    kind: 'measured',
    items: [
      { id: 'a', cluster: 'a', old: 1, new: 0 },
      { id: 'b', cluster: 'c', old: 0, new: 1 },
      { id: 'c', cluster: 'c', old: 0, new: 1 },
    ],
    largestValue: 1,
    reach: 1,
  });
  expect(items.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

it('leaves out an item if either side failed or has no completion', () => {
  const items = [
    itemOf('a', ['failed'], ['correct']),
    itemOf('b', ['correct'], ['failed']),
    itemOf('c', [], ['correct']),
    itemOf('d', ['correct'], []),
    itemOf('e', ['correct'], ['correct']),
  ];
  expect(greedyAccuracy(items)).toMatchObject({ items: [{ id: 'e', old: 1, new: 1 }] });
  expect(greedyAccuracy(items.slice(0, 4))).toMatchObject({ kind: 'unmeasurable' });
});
