import { expect, it } from 'vitest';
import { samplesThatCount } from '../../../src/measures/diversity/counting-samples.ts';
import { eligibleSuite } from '../../../src/measures/samples.ts';
import { itemOf, solved, suiteOf } from '../../support/samples.ts';

it('counts the correct samples of items with two of them on both sides', () => {
  const { items } = eligibleSuite(
    suiteOf([
      itemOf('both', solved(3, 4), solved(2, 4), { cluster: 'c' }),
      itemOf('old alone', solved(4, 4), solved(1, 4)),
      itemOf('new alone', solved(1, 4), solved(4, 4)),
    ]),
  );
  const counted = samplesThatCount(items);
  expect(counted).toMatchObject([{ id: 'both', cluster: 'c' }]);
  expect(counted[0]?.old.map(({ index }) => index)).toEqual([0, 1, 2]);
  expect(counted[0]?.new.map(({ index }) => index)).toEqual([0, 1]);
});
