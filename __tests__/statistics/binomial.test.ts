import { describe, expect, test } from 'vitest';
import { chanceOfAtLeast, lowerBoundOfShare, upperBoundOfShare } from '../../src/statistics/binomial.ts';
import { expectClose } from '../support/close.ts';
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

test('the lower bound is where the chance of as many is alpha', () => {
  const bound = lowerBoundOfShare({ successes: 40, trials: 1000 }, 0.001);
  expectClose(chanceOfAtLeast(40, 1000, bound), 0.001);
});

test('one trial: nothing is known of a success but that it can happen', () => {
  expectClose(lowerBoundOfShare({ successes: 1, trials: 1 }, 0.025), 0.025);
  expect(upperBoundOfShare({ successes: 1, trials: 1 }, 0.025)).toBe(1);
  expect(lowerBoundOfShare({ successes: 0, trials: 1 }, 0.025)).toBe(0);
});

test('43 alarms in 1,000 are shown to be more than 2.5 %, at one in a thousand; 42 are not', () => {
  expect(lowerBoundOfShare({ successes: 43, trials: 1000 }, 0.001)).toBeGreaterThan(0.025);
  expect(lowerBoundOfShare({ successes: 42, trials: 1000 }, 0.001)).toBeLessThan(0.025);
});
