import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/measures/frozen/ledger.ts';
import { ledgerOf } from '../../../src/measures/frozen/ledger.ts';
import { canName } from '../../../src/measures/frozen/moved-items.ts';
import { eligibleSuite } from '../../../src/measures/samples.ts';
import { talliedSuite } from '../../../src/measures/frozen/tallied-suite.ts';
import { seededRandom } from '../../../src/statistics/random.ts';
import { expectClose } from '../../support/close.ts';
import { itemOf, solved, suiteOf } from '../../support/samples.ts';

const idOf = (place: number): string => `item-${String(place).padStart(4, '0')}`;

/** The ledger of items with these numbers of correct samples, of n each. */
function ledgerOfCounts(
  counts: readonly (readonly [old: number, candidate: number])[],
  n: number,
  clusterOf = (place: number): string => `c${place}`,
): Ledger {
  const items = counts.map(([old, candidate], place) => {
    const id = idOf(place);
    return itemOf(id, solved(old, n), solved(candidate, n), { cluster: clusterOf(place) });
  });
  return ledgerOf(talliedSuite(eligibleSuite(suiteOf(items, { samplesPerItem: n }))));
}

const chooses = (n: number, k: number): number => {
  let value = 1;
  for (let step = 1; step <= k; step += 1) value = (value * (n - k + step)) / step;
  return value;
};

/** P(X ≥ fresh) with the margins fixed, term by term. */
function naiveFisher(old: number, candidate: number, n: number): number {
  let p = 0;
  for (let x = candidate; x <= Math.min(n, old + candidate); x += 1) {
    p += (chooses(n, x) * chooses(n, old + candidate - x)) / chooses(2 * n, old + candidate);
  }
  return p;
}

/** Indexes whose p is at most 5% · rank/m for its own or a larger rank. */
function naiveRejections(pValues: readonly number[]): number[] {
  const sorted = pValues.toSorted((a, b) => a - b);
  const rank = sorted.findLastIndex((p, place) => (p * sorted.length) / (place + 1) <= 0.05);
  const threshold = sorted[rank] ?? -1;
  return [...pValues.keys()].filter((place) => (pValues[place] ?? 1) <= threshold);
}

const named = ({ moved }: Ledger): Extract<Ledger['moved'], { kind: 'named' }> => {
  if (moved.kind !== 'named') throw new Error(moved.reason);
  return moved;
};

describe('learned and corrupted', () => {
  it('equal the results of Fisher’s test and Benjamini–Hochberg, in each direction over all items', () => {
    const n = 10;
    const count = fc.oneof(fc.constantFrom(0, n), fc.integer({ min: 0, max: n }));
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 25 }), (counts) => {
        const { learned, corrupted, learnedSolvedBefore } = named(ledgerOfCounts(counts, n));
        const up = naiveRejections(counts.map(([old, candidate]) => naiveFisher(old, candidate, n)));
        const down = naiveRejections(counts.map(([old, candidate]) => naiveFisher(candidate, old, n)));
        expect(learned).toEqual(up.map(idOf));
        expect(corrupted).toEqual(down.map(idOf));
        expect(learnedSolvedBefore).toBe(up.filter((place) => (counts[place]?.[0] ?? 0) > 0).length);
      }),
      { numRuns: 200 },
    );
  });

  it('name individual problems from n = 7, and give a reason below', () => {
    expect([1, 6, 7, 128].map(canName)).toEqual([false, false, true, true]);
    expect(ledgerOfCounts([[0, 6]], 6).moved).toEqual({
      kind: 'unnamed',
      reason: 'n = 6 is too small to name individual problems',
    });
    expect(named(ledgerOfCounts([[0, 7]], 7)).learned).toEqual(['item-0000']);
  });

  it('distinguish better selection from new ability', () => {
    const { learned, learnedSolvedBefore } = named(
      ledgerOfCounts(
        [
          [0, 32],
          [2, 31],
          [30, 32],
        ],
        32,
      ),
    );
    expect(learned).toHaveLength(2);
    expect(learnedSolvedBefore).toBe(1);
  });
});

describe('flips', () => {
  it('cross one half, which itself counts as solved', () => {
    const { flips } = ledgerOfCounts(
      [
        [4, 8],
        [3, 4],
        [4, 3],
        [3, 0],
        [0, 8],
      ],
      8,
    );
    expect(flips).toEqual({ both: 1, onlyOld: 1, onlyNew: 2, neither: 1 });
  });

  it("have McNemar's p if n = 1 and every item is its own cluster", () => {
    const counts = [...Array.from({ length: 9 }, () => [0, 1] as const), [1, 0], [1, 1], [0, 0]] as const;
    expectClose(ledgerOfCounts(counts, 1).pOfFlips ?? Number.NaN, (2 * 11) / 1024);
    expect(ledgerOfCounts(counts, 1, () => 'one cluster').pOfFlips).toBeUndefined();
    expect(ledgerOfCounts([[0, 2]], 2).pOfFlips).toBeUndefined();
  });
});

describe('the frozen null', () => {
  const n = 32;
  const random = seededRandom(7);
  const abilities = Array.from({ length: 300 }, () => random.uniform());
  const draw = (shift: number): [number, number][] =>
    abilities.map((p) => [random.binomial(n, p), random.binomial(n, Math.min(1, p + shift))]);

  it('is undefined if there is nothing to split, and names no items if half the samples are too few', () => {
    expect(ledgerOfCounts([[0, 1]], 1).frozen).toBeUndefined();
    expect(ledgerOfCounts([[0, 13]], 13).frozen).toMatchObject({ samples: 6, moved: undefined });
    expect(ledgerOfCounts([[0, 14]], 14).frozen?.moved).toBeDefined();
  });

  it('depends on old alone: new changes only the real count', () => {
    const counts = draw(0);
    const one = ledgerOfCounts(counts, n).frozen;
    const other = ledgerOfCounts(
      counts.map(([old]) => [old, n]),
      n,
    ).frozen;
    expect(other?.onlyNew.frozen).toBe(one?.onlyNew.frozen);
    expect(other?.onlyNew.frozenRange).toEqual(one?.onlyNew.frozenRange);
    expect(other?.onlyNew.real).toBeGreaterThan(one?.onlyNew.real ?? 0);
    expect(other?.moved?.learned.real).toBeGreaterThan(50);
  });

  it('contains the real counts of an unchanged model in its range', () => {
    const { frozen } = ledgerOfCounts(draw(0), n);
    if (frozen?.moved === undefined) throw new Error('no null');
    for (const { real, frozenRange } of [frozen.onlyOld, frozen.onlyNew]) {
      expect(real).toBeGreaterThanOrEqual(frozenRange[0]);
      expect(real).toBeLessThanOrEqual(frozenRange[1]);
    }
    expect(frozen.moved.learned.real).toBeLessThan(0.1);
    expect(frozen.moved.corrupted.frozen).toBeLessThan(0.1);
  });

  it('counts learned items that old had solved, in the same halves', () => {
    const apart = ledgerOfCounts(
      [
        ...Array.from({ length: 10 }, () => [0, n] as const),
        ...Array.from({ length: 5 }, () => [8, n] as const),
      ],
      n,
    ).frozen?.moved;
    expect(apart?.learned.real).toBe(15);
    // A half of 16 misses all 8 of 32 with chance C(24, 16)/C(32, 16) = .0012.
    expect(apart?.learnedSolvedBefore.real).toBeGreaterThan(4.9);
    expect(apart?.learnedSolvedBefore.real).toBeLessThanOrEqual(5);
    expect(apart?.learnedSolvedBefore.frozen).toBeLessThan(0.1);
  });

  it('splits without replacement: if all or no samples are correct, so are those of the halves', () => {
    const { frozen } = ledgerOfCounts(
      [
        [9, 9],
        [0, 0],
      ],
      9,
    );
    expect(frozen).toMatchObject({
      samples: 4,
      splits: 200,
      onlyOld: { real: 0, frozen: 0, frozenRange: [0, 0] },
      onlyNew: { real: 0, frozen: 0, frozenRange: [0, 0] },
    });
    // Two of four correct: halves of 2 hold 0, 1 or 2 with chances 1/6, 4/6, 1/6; only 0 against 2 flips.
    const halves = ledgerOfCounts(
      Array.from({ length: 600 }, () => [2, 2] as const),
      4,
    ).frozen;
    expect(halves?.onlyNew.frozen).toBeGreaterThan(95);
    expect(halves?.onlyNew.frozen).toBeLessThan(105);
    expect(halves?.onlyOld.frozen).toBeGreaterThan(95);
    expect(halves?.onlyOld.frozen).toBeLessThan(105);
  });

  it('is the same for the same samples, whatever the order of lines', () => {
    const counts = draw(0.05).slice(0, 60);
    const items = counts.map(([old, candidate], place) =>
      itemOf(`i${place}`, solved(old, n), solved(candidate, n)),
    );
    const ledger = (order: typeof items): Ledger =>
      ledgerOf(talliedSuite(eligibleSuite(suiteOf(order, { samplesPerItem: n }))));
    expect(ledger(items.toReversed())).toEqual(ledger(items));
    expect(ledger(random.shuffle([...items]))).toEqual(ledger(items));
  });
});
