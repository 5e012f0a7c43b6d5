import { expect } from 'vitest';
import { rejectedAt } from '../../src/statistics/benjamini-hochberg.ts';

/** Much smaller than the difference between any two adjusted p-values of a reference, and larger than rounding. */
const A_LITTLE = 1e-9;

/** Expects a test to be rejected at any rate above its adjusted p, and at no rate below. */
export function expectAdjusted(pValues: readonly number[], adjusted: readonly number[]): void {
  expect(adjusted).toHaveLength(pValues.length);
  adjusted.forEach((value, place) => {
    if (value < 1) expect(rejectedAt(pValues, value * (1 + A_LITTLE))).toContain(place);
    expect(rejectedAt(pValues, value * (1 - A_LITTLE))).not.toContain(place);
  });
}
