import { describe, expect, it } from 'vitest';
import { eligibleSuite, largestPowerOfTwo } from '../../src/measures/samples.ts';
import { itemOf, solved, suiteOf, type Written } from '../support/samples.ts';

describe('which items are eligible', () => {
  it.each([
    [0.9, 1],
    [1, 1],
    [3, 2],
    [32, 32],
    [33, 32],
    [28.8, 16],
  ])('the largest power of two up to %d is %d', (n, power) => {
    expect(largestPowerOfTwo(n)).toBe(power);
  });

  it('uses all of n for K if no sample failed', () => {
    expect(eligibleSuite(suiteOf([itemOf('a', solved(1, 32), solved(2, 32))])).k).toBe(32);
  });

  it('lowers K to 0.9·n if a sample failed, and keeps items with 0.9·n graded samples, rounded down', () => {
    const someFailed = itemOf('a', [...solved(5, 28), ...Array<Written>(4).fill('failed')], solved(2, 32));
    const manyFailed = itemOf('b', [...solved(5, 27), ...Array<Written>(5).fill('failed')], solved(2, 32));
    const suite = eligibleSuite(suiteOf([manyFailed, someFailed]));
    expect(suite.k).toBe(16);
    expect(suite.items.map(({ id }) => id)).toEqual(['a']);
    expect(suite.items[0]?.old).toMatchObject({ correct: 5 });
    expect(suite.items[0]?.old.samples).toHaveLength(28);
    expect(suite.dropped.map(({ id }) => id)).toEqual(['b']);
  });

  it('orders items by id, whatever their order in the file', () => {
    const items = ['b', 'a', 'c'].map((id) => itemOf(id, ['correct'], ['correct']));
    expect(eligibleSuite(suiteOf(items)).items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('keeps an item that lacks one sample at n = 8', () => {
    const lacksOne = itemOf('a', [...solved(5, 7), 'failed'], solved(2, 8));
    const lacksTwo = itemOf('b', [...solved(5, 6), 'failed', 'failed'], solved(2, 8));
    const suite = eligibleSuite(suiteOf([lacksOne, lacksTwo]));
    expect(suite.items.map(({ id }) => id)).toEqual(['a']);
  });

  it('drops the item whose only sample failed at n = 1', () => {
    const suite = eligibleSuite(
      suiteOf([itemOf('a', ['failed'], ['correct']), itemOf('b', ['correct'], ['correct'])]),
    );
    expect(suite.items.map(({ id }) => id)).toEqual(['b']);
    expect(suite.k).toBe(1);
  });

  it('counts truncated and unparseable samples as not correct', () => {
    const suite = eligibleSuite(
      suiteOf([itemOf('a', ['correct', 'truncated', 'unparseable', 'incorrect'], solved(4, 4))]),
    );
    expect(suite.items[0]?.old).toMatchObject({ correct: 1 });
    expect(suite.items[0]?.old.samples).toHaveLength(4);
  });
});
