import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../../src/measures/ledger.ts';
import type { EligibleItem } from '../../src/measures/samples.ts';
import { eligibleSuite } from '../../src/measures/samples.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { solved, suiteOf } from '../support/samples.ts';

/** Items whose solve probabilities are spread as a 61 % model's are: many near 1, some near 0. */
function frozenModel(n: number, seed: number): EligibleItem[] {
  const random = seededRandom(seed);
  const side = (p: number): EligibleItem['old'] => {
    const correct = random.binomial(n, p);
    const samples = solved(correct, n).map((outcome, index) => ({
      index,
      outcome: outcome === 'correct' ? ('correct' as const) : ('incorrect' as const),
      text: '',
    }));
    return { samples, correct };
  };
  return Array.from({ length: 1319 }, (_, place) => {
    const u = random.uniform();
    const p = u < 0.35 ? random.uniform() ** 2 * 0.6 : 1 - random.uniform() ** 2 * 0.6;
    const id = String(place).padStart(4, '0');
    return { id, cluster: id, group: undefined, old: side(p), new: side(p) };
  });
}

const frozenSuite = (n: number, seed: number) => ({
  ...eligibleSuite(suiteOf([], { samplesPerItem: n })),
  items: frozenModel(n, seed),
});

describe('a model that never changed, on 1,319 items', () => {
  it('learns next to nothing, where one answer each makes it look as if it learned 13 % of them', () => {
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
