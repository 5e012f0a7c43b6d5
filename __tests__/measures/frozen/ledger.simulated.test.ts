import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../src/measures/frozen/ledger.ts';
import type { TalliedItem, TalliedSuite } from '../../../src/measures/frozen/tallied-suite.ts';
import { seededRandom } from '../../../src/statistics/random.ts';

/** Items with solve probabilities spread like those of a model at 61%: many near 1, some near 0. */
function frozenModel(n: number, seed: number): TalliedItem[] {
  const random = seededRandom(seed);
  const side = (p: number): TalliedItem['old'] => ({ successes: random.binomial(n, p), trials: n });
  return Array.from({ length: 1319 }, (_, place) => {
    const u = random.uniform();
    const p = u < 0.35 ? random.uniform() ** 2 * 0.6 : 1 - random.uniform() ** 2 * 0.6;
    const id = String(place).padStart(4, '0');
    return { id, cluster: id, old: side(p), new: side(p) };
  });
}

const frozenSuite = (n: number, seed: number): TalliedSuite => ({
  samplesPerItem: n,
  items: frozenModel(n, seed),
});

describe('a model that never changed, on 1,319 items', () => {
  it('learns almost nothing, although at n = 1 it seems to learn 13% of them', () => {
    const once = Array.from({ length: 10 }, (_, seed) => ledgerOf(frozenSuite(1, seed)).flips.onlyNew / 1319);
    const mean = once.reduce((sum, share) => sum + share, 0) / once.length;
    expect(mean).toBeGreaterThan(0.1);
    expect(mean).toBeLessThan(0.15);
    const moved = Array.from({ length: 3 }, (_, seed) => ledgerOf(frozenSuite(32, seed)).moved);
    const names = moved.flatMap((found) => {
      if (found.kind !== 'named') throw new Error(found.reason);
      return [...found.learned, ...found.corrupted];
    });
    expect(names.length).toBeLessThanOrEqual(2);
  });
});
