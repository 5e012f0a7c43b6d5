import { describe, expect, it } from 'vitest';
import { quantile } from '../../src/statistics/quantile.ts';
import { expectClose } from '../support/close.ts';

describe('the quantile of values', () => {
  /** By numpy.quantile, whose default is the same definition. */
  it.each([
    [[4, 1, 3, 2], 0.25, 1.75],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[4, 1, 3, 2], 0.9, 3.7],
    [[10, -5, 0], 0.025, -4.75],
    [[10, -5, 0], 0.975, 9.5],
    [[100, 20, 3, 11], 0.1, 5.4],
  ])('of %j at %d is %d', (values, probability, expected) => {
    expectClose(quantile(values, probability), expected);
  });

  it('is the smallest at 0 and the largest at 1', () => {
    expect(quantile([3, 1, 2], 0)).toBe(1);
    expect(quantile([3, 1, 2], 1)).toBe(3);
  });

  it('of a single value is that value', () => {
    expect([0, 0.3, 1].map((probability) => quantile([7], probability))).toEqual([7, 7, 7]);
  });

  it('does not reorder the values', () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it('throws without values', () => {
    expect(() => quantile([], 0.5)).toThrow(new RangeError('a quantile needs at least one value'));
  });
});
