import { describe, expect, test } from 'vitest';
import { chanceOfAtLeast, lowerBoundOfShare, upperBoundOfShare } from '../../src/statistics/binomial.ts';
import { expectClose, expectRelativelyClose } from '../support/close.ts';
import reference from './reference/reference.json' with { type: 'json' };

describe('exact bounds of a share equal their reference to 1e-12', () => {
  test.each(reference.clopperPearson)(
    '$successes of $trials at $alpha',
    ({ successes, trials, alpha, lower, upper }) => {
      expectClose(lowerBoundOfShare({ successes, trials }, alpha), lower);
      expectClose(upperBoundOfShare({ successes, trials }, alpha), upper);
    },
  );
});

test('the lower bound is the probability at which the chance of this many successes is alpha', () => {
  const bound = lowerBoundOfShare({ successes: 40, trials: 1000 }, 0.001);
  expectClose(chanceOfAtLeast(40, 1000, bound), 0.001);
});

test('a single success in one trial shows only that success is possible', () => {
  expectClose(lowerBoundOfShare({ successes: 1, trials: 1 }, 0.025), 0.025);
  expect(upperBoundOfShare({ successes: 1, trials: 1 }, 0.025)).toBe(1);
  expect(lowerBoundOfShare({ successes: 0, trials: 1 }, 0.025)).toBe(0);
});

test('43 alarms in 1,000 are shown to exceed 2.5% at the level of one in a thousand; 42 are not', () => {
  expect(lowerBoundOfShare({ successes: 43, trials: 1000 }, 0.001)).toBeGreaterThan(0.025);
  expect(lowerBoundOfShare({ successes: 42, trials: 1000 }, 0.001)).toBeLessThan(0.025);
});

describe('the chance of at least this many successes', () => {
  /** C(10, x)/2¹⁰ summed by hand, below and above the mode. */
  test.each([
    [0, 1],
    [1, 1023 / 1024],
    [3, 968 / 1024],
    [5, 638 / 1024],
    [6, 386 / 1024],
    [10, 1 / 1024],
    [11, 0],
  ])('%i of 10 at one half', (least, chance) => {
    expectClose(chanceOfAtLeast(least, 10, 0.5), chance);
  });

  test('keeps its relative precision far out in either tail', () => {
    expectRelativelyClose(chanceOfAtLeast(100, 100, 0.01), 1e-200);
    expectRelativelyClose(1 - chanceOfAtLeast(1, 2, 0.999), 1e-6, 1e-9);
    expectRelativelyClose(chanceOfAtLeast(2, 3, 1e-9), 3e-18, 1e-8);
  });

  test('is found for a million trials, although the rarest counts underflow', () => {
    expect(Math.abs(chanceOfAtLeast(500_000, 1_000_000, 0.5) - 0.5)).toBeLessThan(0.0005);
  });
});
