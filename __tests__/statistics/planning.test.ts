import { describe, expect, test } from 'vitest';
import { clusteredMean } from '../../src/statistics/clustered-mean.ts';
import { chanceKept, plannedError } from '../../src/statistics/planning.ts';
import { itemsNeeded, LARGEST_MOVE_OF_PROBABILITY } from '../../src/statistics/power.ts';
import { expectClose } from '../support/close.ts';

/** SD² = 1/(3n) + 0.1². */
const SPREAD_AT_16 = Math.sqrt(1 / 48 + 0.01);

const clusteredPlain = (samplesPerItem: number): number =>
  plannedError({ samplesPerItem, items: 400, effectiveClusters: 100 }).plain;

describe('the standard error that a difference will have', () => {
  test('is the assumed spread over √N for single items', () => {
    const error = plannedError({ samplesPerItem: 16, items: 300, effectiveClusters: 300 });
    expectClose(error.plain, SPREAD_AT_16 / Math.sqrt(300));
    expectClose(error.spread, SPREAD_AT_16);
    expect(error.degreesOfFreedom).toBe(301);
  });

  test('equals that of the interval of differences with that spread', () => {
    const values = Array.from({ length: 300 }, (_, place) =>
      place % 2 === 0 ? SPREAD_AT_16 : -SPREAD_AT_16,
    );
    const seen = clusteredMean(
      values.map((value, place) => ({ cluster: String(place), value })),
      LARGEST_MOVE_OF_PROBABILITY,
    );
    const { standardError, degreesOfFreedom } = plannedError({
      samplesPerItem: 16,
      items: 300,
      effectiveClusters: 300,
    });
    expect(standardError / seen.standardError).toBeCloseTo(1, 1);
    expect(degreesOfFreedom).toBe(seen.degreesOfFreedom);
  });

  test('averages only sampling noise over the items of a cluster', () => {
    expectClose(clusteredPlain(1e12), 0.1 / Math.sqrt(100));
    expectClose(clusteredPlain(1) ** 2 - clusteredPlain(1e12) ** 2, 1 / (3 * 400));
  });
});

const chance = (items: number, margin = 0.02): number =>
  chanceKept(plannedError({ samplesPerItem: 32, items, effectiveClusters: items }), margin);

describe('the chance that a guardrail is kept if nothing changed', () => {
  test('grows with the items and the margin, and passes 80% at the recommended size', () => {
    const { spread } = plannedError({ samplesPerItem: 32, items: 1, effectiveClusters: 1 });
    const needed = itemsNeeded({ spread, margin: 0.02 }) ?? 0;
    expect(chance(needed)).toBeGreaterThanOrEqual(0.8);
    expect(chance(needed - 1)).toBeLessThan(0.8);
    expect(chance(10 * needed)).toBeGreaterThan(0.999);
    expect(chance(needed, 0.04)).toBeGreaterThan(0.999);
  });

  test('is zero for a single item', () => {
    expect(chance(1)).toBeLessThan(1e-9);
  });

  test('is lower at a second look', () => {
    const error = plannedError({ samplesPerItem: 32, items: 600, effectiveClusters: 600 });
    expect(chanceKept(error, 0.02, 0.0125)).toBeLessThan(chanceKept(error, 0.02));
  });
});
