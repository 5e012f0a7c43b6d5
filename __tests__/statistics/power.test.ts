import { describe, expect, it } from 'vitest';
import {
  couldBeKept,
  detectableLoss,
  itemsNeeded,
  itemsToBeKeptAtNoDifference,
  leastLossExcluded,
} from '../../src/statistics/power.ts';
import { expectClose } from '../support/close.ts';

const singles = (count: number): { cluster: string }[] =>
  Array.from({ length: count }, (_, place) => ({ cluster: String(place) }));

describe('the power of a suite', () => {
  it.each([
    [0.02, 185],
    [0.01, 370],
    [0.03, 123],
    [0.05, 74],
  ])('a margin of %d needs %d items if every difference is zero', (fraction, items) => {
    const accepted = { fraction, relative: false };
    expect(itemsToBeKeptAtNoDifference(accepted)).toBe(items);
    expect(couldBeKept(singles(items), accepted)).toBe(true);
    expect(couldBeKept(singles(items - 1), accepted)).toBe(false);
  });

  it('agrees with itself for margins relative to old', () => {
    const accepted = { fraction: 0.1, relative: true };
    const items = itemsToBeKeptAtNoDifference(accepted);
    expect(couldBeKept(singles(items), accepted)).toBe(true);
    expect(couldBeKept(singles(items - 1), accepted)).toBe(false);
  });

  it('the smallest number of items agrees with the interval, for any margin', () => {
    for (const relative of [false, true]) {
      for (const fraction of [0.03, 0.1, 0.2, 0.3, 0.45, 0.6, 0.9]) {
        const items = itemsToBeKeptAtNoDifference({ fraction, relative });
        expect(couldBeKept(singles(items), { fraction, relative }), `${fraction}`).toBe(true);
        expect(couldBeKept(singles(items - 1), { fraction, relative }), `${fraction}`).toBe(false);
      }
    }
  });

  it('needs more items at a stricter level, as the interval does', () => {
    for (const relative of [false, true]) {
      const accepted = { fraction: 0.1, relative };
      const items = itemsToBeKeptAtNoDifference(accepted, 0.00625);
      expect(items).toBeGreaterThan(itemsToBeKeptAtNoDifference(accepted));
      expect(couldBeKept(singles(items), accepted, 0.00625)).toBe(true);
      expect(couldBeKept(singles(items - 1), accepted, 0.00625)).toBe(false);
    }
    const least = leastLossExcluded(singles(185), 0.00625);
    expect(couldBeKept(singles(185), { fraction: least * 1.001, relative: false }, 0.00625)).toBe(true);
    expect(couldBeKept(singles(185), { fraction: least * 0.999, relative: false }, 0.00625)).toBe(false);
  });

  it('excludes losses just above the smallest margin that these items could show kept', () => {
    const least = leastLossExcluded(singles(185));
    expect(least).toBeLessThan(0.02);
    expect(leastLossExcluded(singles(184))).toBeGreaterThanOrEqual(0.02);
    expect(couldBeKept(singles(185), { fraction: least * 1.001, relative: false })).toBe(true);
    expect(couldBeKept(singles(185), { fraction: least * 0.999, relative: false })).toBe(false);
    expect(leastLossExcluded(singles(1))).toBe(1);
  });

  it('needs more items if they come in clusters, and fails without items', () => {
    const inPairs = Array.from({ length: 200 }, (_, place) => ({ cluster: String(Math.floor(place / 2)) }));
    expect(couldBeKept(inPairs, { fraction: 0.02, relative: false })).toBe(false);
    expect(couldBeKept([], { fraction: 0.5, relative: false })).toBe(false);
  });

  it('the detectable loss is limited by the margin on large suites, by the family on small ones', () => {
    const at = (standardError: number, familySize: number): number =>
      detectableLoss({ standardError, degreesOfFreedom: 300, margin: 0.02, familySize });
    expectClose(at(0.001, 5), 0.02 + 0.841621233572914 * 0.001);
    // t of 300 degrees of freedom at 1 − .025/10, by scipy.
    expectClose(at(0.02, 10), (2.8279480446839442 + 0.841621233572914) * 0.02);
    expect(at(0.02, 10)).toBeGreaterThan(at(0.02, 1));
  });

  it('the number of items needed grows with the square of the spread and never falls below the minimum', () => {
    const at = (spread: number, rest = {}): number =>
      itemsNeeded({ spread, margin: 0.02, ...rest }) ?? Number.NaN;
    expect(at(0)).toBeGreaterThanOrEqual(184);
    expect(at(0)).toBeLessThanOrEqual(186);
    expect(at(0.6) / at(0.3)).toBeGreaterThan(3.5);
    expect(at(0.6) / at(0.3)).toBeLessThan(4.1);
    expect(at(0.3, { guardrails: 5 })).toBeGreaterThan(at(0.3));
    expect(at(0.3)).toBeGreaterThan(2 * at(0.3, { margin: 0.05 }));
    expect(at(0, { itemsPerCluster: 5 })).toBeGreaterThan(4.9 * at(0));
    expect(itemsNeeded({ spread: 0.1, margin: 0 })).toBeUndefined();
  });
});
