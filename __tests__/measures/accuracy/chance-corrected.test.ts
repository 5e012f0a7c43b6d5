import { expect, test } from 'vitest';
import { chanceCorrected } from '../../../src/measures/accuracy/chance-corrected.ts';
import { eligibleSuite } from '../../../src/measures/samples.ts';
import { itemOf, solved, suiteOf } from '../../support/samples.ts';

const measured = (items: Parameters<typeof suiteOf>[0]) =>
  chanceCorrected(eligibleSuite(suiteOf(items)).items);

test('is 1 if all samples are right, 0 at chance, negative below', () => {
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

test('is not measured if the options of one item are unknown', () => {
  const items = [
    itemOf('a', solved(4, 4), solved(1, 4), { chance: 1 / 4 }),
    itemOf('b', solved(4, 4), solved(1, 4)),
  ];
  expect(measured(items)).toMatchObject({ kind: 'not-applicable' });
});

test('is not measured without items', () => {
  expect(measured([])).toMatchObject({ kind: 'unmeasurable' });
});
