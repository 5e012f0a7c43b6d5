import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeasureResult, Result } from '../../src/result/result.ts';
import { exchanged, gradedSuites } from './generated-suites.ts';
import { measuresOf, resultOf } from './result-of.ts';

const negated = (value: number): number => 0 - value;

type Change = Pick<MeasureResult, 'old' | 'new' | 'delta' | 'interval'>;

/** The expected change after exchanging old and new. */
function reversed({ old, new: candidate, delta, interval }: Change): Change {
  return {
    old: candidate,
    new: old,
    delta: delta === null ? null : negated(delta),
    interval: interval === null ? null : [negated(interval[1]), negated(interval[0])],
  };
}

/** Without −0, which equals 0 in every report. */
function change({ old, new: candidate, delta, interval }: Change): Change {
  return {
    old,
    new: candidate,
    delta: delta === null ? null : delta + 0,
    interval: interval === null ? null : [interval[0] + 0, interval[1] + 0],
  };
}

const symmetric = (result: Result): MeasureResult[] =>
  [...measuresOf(result).values()].filter(({ name }) =>
    /^(?:pass@\d+|cover@0\.5|maj@\d+|greedy)$/u.test(name),
  );

describe('exchanging old and new', () => {
  test('changes the sign of accuracy estimates and intervals, to the last bit', () => {
    let everCompared = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((n) => gradedSuites({ n, items: 6 })),
        (suites) => {
          const result = resultOf(suites);
          const other = resultOf(exchanged(suites));
          const ofOther = measuresOf(other);
          const compared = symmetric(result);
          everCompared += compared.length;
          for (const measure of compared) {
            const counterpart = ofOther.get(measure.id);
            expect(counterpart, measure.id).toBeDefined();
            if (counterpart !== undefined) expect(change(counterpart)).toEqual(reversed(measure));
            expect(counterpart?.items).toBe(measure.items);
            expect(counterpart?.effective_clusters).toBe(measure.effective_clusters);
          }
          result.suites.forEach((suite, place) => {
            const counterpart = other.suites[place];
            expect(counterpart?.curve.map(change)).toEqual(suite.curve.map(reversed));
            expect(counterpart?.groups.map(change)).toEqual(suite.groups.map(reversed));
            expect(counterpart?.ledger?.only_old).toBe(suite.ledger?.only_new);
            expect(counterpart?.ledger?.p_flips).toBe(suite.ledger?.p_flips);
          });
        },
      ),
      { numRuns: 60 },
    );
    expect(everCompared).toBeGreaterThan(100);
  });
});
