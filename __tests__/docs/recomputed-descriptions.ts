import { z } from 'zod';
import { describeSuite } from '../../src/measures/describe-suite.ts';
import type { SuiteDescription } from '../../src/measures/describe-suite.ts';
import { measureSuite } from '../../src/measures/measure-suite.ts';
import { fisherExact, smallestFisherP } from '../../src/statistics/fisher.ts';
import type { Written } from '../support/samples.ts';
import { itemOf, solved, suiteOf } from '../support/samples.ts';
import type { Recompute } from './recompute.ts';
import { count, counts, example } from './recompute.ts';

const sides = { n: count, 'old correct': counts, 'new correct': counts };

const described = (n: number, old: readonly number[], candidate: readonly number[]): SuiteDescription =>
  describeSuite(
    measureSuite(
      suiteOf(
        old.map((right, place) =>
          itemOf(`item ${place + 1}`, solved(right, n), solved(candidate[place] ?? 0, n)),
        ),
      ),
    ),
  );

/** Values that are reported besides the measures and gate nothing. */
export const DESCRIPTIONS: Readonly<Record<string, Recompute>> = {
  forecast: example(z.strictObject(sides), ({ n, 'old correct': old, 'new correct': candidate }) =>
    Object.fromEntries(
      described(n, old, candidate).forecast.map((point) => [
        `pass@${point.k}`,
        { old: point.old, new: point.new },
      ]),
    ),
  ),

  fisher: example(
    z.strictObject({ n: count, 'old correct': count, 'new correct': count }),
    ({ n, 'old correct': old, 'new correct': candidate }) => ({
      p: fisherExact({ successes: old, trials: n }, { successes: candidate, trials: n }).more,
    }),
  ),

  'smallest-p': example(z.strictObject({ n: counts }), ({ n }) => ({
    'smallest p': n.map(smallestFisherP),
  })),

  ledger: example(z.strictObject(sides), ({ n, 'old correct': old, 'new correct': candidate }) => {
    const { ledger } = described(n, old, candidate);
    if (ledger?.moved.kind !== 'named') throw new Error('no problem could be named');
    const { learned, corrupted, learnedSolvedBefore } = ledger.moved;
    return { learned, 'solved before': learnedSolvedBefore, corrupted };
  }),

  distinct: example(z.strictObject({ solutions: z.array(z.string()) }), ({ solutions }) => {
    const samples = solutions.map((text): Written => ({ outcome: 'correct', text }));
    const { reported } = describeSuite(measureSuite(suiteOf([itemOf('a', samples, samples)])));
    const [item] = reported.flatMap(({ name, measurement }) =>
      name === 'distinct-1' && measurement.kind === 'measured' ? measurement.items : [],
    );
    return { 'distinct-1': item?.old };
  }),
};
