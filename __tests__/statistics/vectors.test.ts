import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { passAtK } from '../../src/measures/accuracy/pass-at-k.ts';
import { clusteredMean } from '../../src/statistics/clustered-mean.ts';
import { holm } from '../../src/statistics/holm.ts';
import { mcnemarExact } from '../../src/statistics/mcnemar.ts';
import { expectAdjusted } from '../support/benjamini-hochberg.ts';
import { expectClose, expectRelativelyClose } from '../support/close.ts';
import { describeOnData } from '../support/describe-on-data.ts';
import { testData } from '../support/test-data.ts';

it.each([
  // A table of statsmodels' test_contingency_tables.py, with the p-value of R's exact2x2.
  { onlyOld: 15, onlyNew: 19, p: 0.60759136127308 },
  // Pairs of a published comparison of reinforcement learning runs (sherrywan717/ppo-vs-grpo-math-rlvr, commit 70fbb18).
  { onlyOld: 11, onlyNew: 0, p: 0.0009765625 },
  { onlyOld: 4, onlyNew: 0, p: 0.125 },
  { onlyOld: 38, onlyNew: 1, p: 1.4551915228366852e-10 },
  { onlyOld: 31, onlyNew: 5, p: 1.2913485988974571e-5 },
  { onlyOld: 37, onlyNew: 4, p: 1.0258372640237212e-7 },
  // The 6B and the 175B model on GSM8K, by SciPy.
  { onlyOld: 88, onlyNew: 260, p: 7.466006443046378e-21 },
])(
  "equals McNemar's exact p-value of other programs: $onlyOld against $onlyNew",
  ({ onlyOld, onlyNew, p }) => {
    expectRelativelyClose(mcnemarExact(onlyOld, onlyNew), p);
  },
);

describe('values of the tests of Inspect (UKGovernmentBEIS/inspect_ai)', () => {
  it.each([
    { samples: 10, clusters: 10, expected: 0.957 },
    { samples: 20, clusters: 4, expected: 0.645 },
  ])(
    'equals the standard error of $samples values in $clusters clusters',
    ({ samples, clusters, expected }) => {
      const differences = Array.from({ length: samples }, (_, value) => ({
        value,
        cluster: `c${value % clusters}`,
      }));
      expect(clusteredMean(differences, 4 / 3).plainStandardError).toBeCloseTo(expected, 3);
    },
  );

  it.each([
    { n: 6, correct: 3, k: 2, expected: 0.8 },
    { n: 6, correct: 3, k: 3, expected: 0.95 },
  ])('equals pass@$k of $correct correct samples of $n', ({ n, correct, k, expected }) => {
    expectClose(passAtK(n, correct, k) ?? Number.NaN, expected);
  });
});

describeOnData('adjusted p-values', () => {
  it('equals Holm and Benjamini–Hochberg of R multtest', () => {
    const cases = z
      .array(z.object({ rawp: z.array(z.number()), Holm: z.array(z.number()), BH: z.array(z.number()) }))
      .parse(JSON.parse(readFileSync(testData('vectors/multiple-testing.json'), 'utf8')));
    expect(cases.length).toBe(4);
    for (const { rawp, Holm, BH } of cases) {
      holm(rawp).forEach((value, place) => expectClose(value, Holm[place] ?? Number.NaN));
      expectAdjusted(rawp, BH);
    }
  });
});
