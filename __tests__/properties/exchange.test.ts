import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeasureResult, Result } from '../../src/result/result.ts';
import { exchanged, gradedSuites } from './generated-suites.ts';
import { measuresOf, resultOf } from './result-of.ts';

const negated = (value: number): number => 0 - value;

type Changed = Pick<MeasureResult, 'old' | 'new' | 'change'>;

/** The expected change after exchanging old and new. */
function reversed({ old, new: candidate, change }: Changed): Changed {
  return {
    old: candidate,
    new: old,
    change: change && {
      ...change,
      estimate: negated(change.estimate),
      interval: [negated(change.interval[1]), negated(change.interval[0])],
    },
  };
}

/** Without −0, which equals 0 in every report. */
function changed({ old, new: candidate, change }: Changed): Changed {
  return {
    old,
    new: candidate,
    change: change && {
      ...change,
      estimate: change.estimate + 0,
      interval: [change.interval[0] + 0, change.interval[1] + 0],
    },
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
            if (counterpart !== undefined) expect(changed(counterpart)).toEqual(reversed(measure));
            expect(counterpart?.items).toBe(measure.items);
            expect(counterpart?.effective_clusters).toBe(measure.effective_clusters);
          }
          result.suites.forEach((suite, place) => {
            const counterpart = other.suites[place];
            expect(counterpart?.curve.map(changed)).toEqual(suite.curve.map(reversed));
            expect(counterpart?.groups.map(changed)).toEqual(suite.groups.map(reversed));
            expect(counterpart?.ledger?.only_old).toBe(suite.ledger?.only_new);
            expect(counterpart?.ledger?.p_mcnemar).toBe(suite.ledger?.p_mcnemar);
          });
        },
      ),
      { numRuns: 60 },
    );
    expect(everCompared).toBeGreaterThan(100);
  });
});
