import { expect, test } from 'vitest';
import { chanceCorrected } from '../../src/measures/chance-corrected.ts';
import { eligibleSuite } from '../../src/measures/samples.ts';
import { itemOf, solved, suiteOf } from '../support/samples.ts';

const measured = (items: Parameters<typeof suiteOf>[0]) =>
  chanceCorrected(eligibleSuite(suiteOf(items)).items);

test('1 where all are right, 0 at chance, negative below', () => {
  expect(
    measured([
      itemOf('a', solved(4, 4), solved(1, 4), { chance: 1 / 4 }),
      itemOf('b', solved(0, 4), solved(3, 4), { chance: 1 / 2 }),
    ]),
  ).toMatchObject({
    kind: 'measured',
    items: [
      { id: 'a', old: 1, new: 0 },
      { id: 'b', old: -1, new: 0.5 },
    ],
    largestValue: 2,
    reach: (4 / 3 + 2) / 2,
  });
});

test('one item whose options are not known leaves it unsaid', () => {
  const items = [
    itemOf('a', solved(4, 4), solved(1, 4), { chance: 1 / 4 }),
    itemOf('b', solved(4, 4), solved(1, 4)),
  ];
  expect(measured(items)).toMatchObject({ kind: 'not-applicable' });
});

test('no item, no measure', () => {
  expect(measured([])).toMatchObject({ kind: 'unmeasurable' });
});
