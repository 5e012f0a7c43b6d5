import { describe, expect, it } from 'vitest';
import { passAtK } from '../../src/measures/pass-at-k.ts';
import { rejectedAt } from '../../src/statistics/benjamini-hochberg.ts';
import { clusteredMean, effectiveClusters } from '../../src/statistics/clustered-mean.ts';
import { fisherExact, smallestFisherP } from '../../src/statistics/fisher.ts';
import { hallInverse, hallTransform } from '../../src/statistics/hall.ts';
import { holm } from '../../src/statistics/holm.ts';
import { hypergeometric } from '../../src/statistics/hypergeometric.ts';
import { intervalOf, pOfNoLoss } from '../../src/statistics/interval.ts';
import { mcnemarExact } from '../../src/statistics/mcnemar.ts';
import { studentsTCdf, studentsTQuantile } from '../../src/statistics/students-t.ts';
import { expectAdjusted } from '../support/benjamini-hochberg.ts';
import { expectClose, expectRelativelyClose } from '../support/close.ts';
import reference from './reference/reference.json' with { type: 'json' };

/** Values by scipy, statsmodels, mpmath and exact fractions; reference/make.py made them. */
describe('closed forms equal their reference to 1e-12', () => {
  it.each(reference.tCdf)('P(t_$degreesOfFreedom ≤ $x)', ({ x, degreesOfFreedom, value }) => {
    expectClose(studentsTCdf(x, degreesOfFreedom), value);
  });

  it.each(reference.tQuantile)(
    't_$degreesOfFreedom quantile $probability',
    ({ probability, degreesOfFreedom, value }) => {
      expectClose(studentsTQuantile(probability, degreesOfFreedom), value);
    },
  );

  it.each(reference.hall)("Hall's transformation at t = $t, λ = $lambda", ({ t, lambda, value, inverse }) => {
    expectClose(hallTransform(t, lambda), value);
    expectClose(hallInverse(t, lambda), inverse);
  });

  it.each(reference.holm)('Holm over $p', ({ p, adjusted }) => {
    holm(p).forEach((value, place) => expectClose(value, adjusted[place] ?? Number.NaN));
  });

  it.each(reference.benjaminiHochberg)(
    'Benjamini and Hochberg over $p.length p-values',
    ({ p, adjusted, rejected }) => {
      expectAdjusted(p, adjusted);
      expect(rejectedAt(p, 0.05)).toHaveLength(rejected);
    },
  );

  it.each(reference.hypergeometric)(
    'of $population with $marked marked, $drawn drawn',
    ({ population, marked, drawn, chances }) => {
      const ours = hypergeometric({ population, marked, drawn });
      expect(ours).toHaveLength(chances.length);
      ours.forEach((value, x) => expectRelativelyClose(value, chances[x] ?? Number.NaN));
    },
  );

  it.each(reference.fisher)("Fisher's test of $first against $second", ({ first, second, more, fewer }) => {
    const tally = ([successes = 0, trials = 0]: readonly number[]) => ({ successes, trials });
    const tails = fisherExact(tally(first), tally(second));
    expectRelativelyClose(tails.more, more);
    expectRelativelyClose(tails.fewer, fewer);
  });

  it.each(reference.smallestFisherP)("the least p of Fisher's test at n = $n", ({ n, value }) => {
    expectRelativelyClose(smallestFisherP(n), value);
  });

  it.each(reference.mcnemar)("McNemar's test of $oneWay against $otherWay", ({ oneWay, otherWay, p }) => {
    expectRelativelyClose(mcnemarExact(oneWay, otherWay), p);
  });

  it.each(reference.passAtK)('pass@$k of $c in $n', ({ n, c, k, value }) => {
    expectClose(passAtK(n, c, k) ?? Number.NaN, value);
  });

  it.each(reference.clusteredMean)('clustered mean: $name', ({ values, clusters, largestMove, expected }) => {
    const differences = values.map((value, place) => ({ value, cluster: clusters[place] ?? '' }));
    const mean = clusteredMean(differences, largestMove);
    expectClose(mean.estimate, expected.estimate);
    expectClose(mean.centre, expected.centre);
    expectClose(mean.standardError, expected.standardError);
    expectClose(mean.skewness, expected.skewness);
    expectClose(mean.degreesOfFreedom, expected.degreesOfFreedom);
    expectClose(mean.effectiveClusters, expected.effectiveClusters);
    expectClose(effectiveClusters(differences), expected.effectiveClusters);
    if (expected.plainStandardError === null) expect(mean.plainStandardError).toBeUndefined();
    else expectClose(mean.plainStandardError ?? Number.NaN, expected.plainStandardError);
    const interval = intervalOf(mean, { range: [-1, 1] });
    expected.interval.forEach((bound, place) => expectClose(interval[place] ?? Number.NaN, bound));
    expectClose(pOfNoLoss(mean), expected.pNoLoss);
    expectClose(pOfNoLoss(mean, 0.02), expected.pNoLossBeyondTwoPoints);
  });
});
