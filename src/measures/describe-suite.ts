import { accuracy } from './accuracy/accuracy.ts';
import { answerEntropy } from './accuracy/answer-entropy.ts';
import { compressionRatio } from './diversity/compression.ts';
import { chanceCorrected } from './accuracy/chance-corrected.ts';
import { coverAtHalf, curvePoints, passAt } from './accuracy/coverage.ts';
import type { Disparity } from './accuracy/disparity.ts';
import { disparityOf } from './accuracy/disparity.ts';
import { distinctEquations } from './diversity/distinct-equations.ts';
import { distinctNgrams } from './diversity/distinct-ngrams.ts';
import { greedyAccuracy } from './accuracy/greedy-accuracy.ts';
import { byGroup } from './accuracy/hardest-group.ts';
import { majority } from './accuracy/majority.ts';
import { isChoice } from './samples.ts';
import { meanLength } from './diversity/mean-length.ts';
import type { Measure, Measurement } from './measurement.ts';
import type { SuiteMeasures } from './measure-suite.ts';
import type { Resampled } from './frozen/resample.ts';
import { NOTHING_RESAMPLED, resample } from './frozen/resample.ts';
import { syntacticDiversity } from './diversity/syntactic-diversity.ts';
import { talliedSuite } from './frozen/tallied-suite.ts';

/** A suite's measures that are reported but never gate. */
export interface SuiteDescription extends Resampled {
  readonly reported: readonly Measure[];
  /** pass@k up to K; empty on open suites. */
  readonly curve: readonly { readonly k: number; readonly measurement: Measurement }[];
  readonly groups: readonly { readonly name: string; readonly measurement: Measurement }[];
  readonly disparity: Disparity | undefined;
}

/** Computes a suite's measures that are reported but never gate (method.md). */
export function describeSuite(measures: SuiteMeasures): SuiteDescription {
  const { suite } = measures;
  const { items } = suite;
  const graded = suite.role !== 'open';
  return {
    reported: [...(graded ? reportedOfAnswers(measures) : []), ...reportedOfTexts(measures)],
    curve: graded ? curvePoints(suite).map((k) => ({ k, measurement: passAt(items, k) })) : [],
    groups: graded
      ? [...byGroup(items)].map(([name, members]) => ({ name, measurement: accuracy(members) }))
      : [],
    disparity: graded ? disparityOf(items) : undefined,
    ...(graded ? resample(talliedSuite(suite)) : NOTHING_RESAMPLED),
  };
}

function reportedOfAnswers({ suite }: SuiteMeasures): Measure[] {
  const { name, role, items, k, samplesPerItem: n } = suite;
  const of = { suite: name, role, unit: 'probability' } as const;
  return [
    ...(isChoice(suite)
      ? [
          {
            ...of,
            dimension: 'accuracy',
            name: 'corrected for guessing',
            measurement: chanceCorrected(items),
          } as const,
        ]
      : []),
    isChoice(suite)
      ? { ...of, dimension: 'coverage', name: `pass@${k}`, measurement: passAt(items, k) }
      : { ...of, dimension: 'coverage', name: 'cover@0.5', measurement: coverAtHalf(items) },
    ...(n > 1
      ? [{ ...of, dimension: 'accuracy', name: `maj@${n}`, measurement: majority(items) } as const]
      : []),
    ...(suite.greedy === undefined
      ? []
      : [
          {
            ...of,
            dimension: 'accuracy',
            name: 'greedy',
            measurement: greedyAccuracy(suite.greedy),
          } as const,
        ]),
  ];
}

/**
 * The reported diversity measures. The wording of completions is not compared on choice suites. On open suites,
 * measures over answers do not apply, and measures over all samples would repeat the guardrails.
 */
function reportedOfTexts({ suite, texts, ways }: SuiteMeasures): Measure[] {
  const { name, role, items } = suite;
  const of = (measure: Pick<Measure, 'name' | 'unit' | 'measurement'>): Measure => ({
    suite: name,
    role,
    dimension: 'diversity',
    ...measure,
  });
  const graded = role !== 'open';
  const wordings = !isChoice(suite);
  return [
    ...(graded && wordings
      ? [
          of({
            name: 'syntactic, all samples',
            unit: 'dissimilarity',
            measurement: syntacticDiversity(items, texts, 'dissimilarityOfAll'),
          }),
        ]
      : []),
    ...(wordings
      ? distinctNgrams(items, texts).map((measurement, place) =>
          of({ name: `distinct-${place + 1}`, unit: 'ratio', measurement }),
        )
      : []),
    of({ name: 'distinct equations', unit: 'equations', measurement: distinctEquations(ways) }),
    ...(graded
      ? [of({ name: 'answer entropy, bits', unit: 'bits', measurement: answerEntropy(items) })]
      : []),
    ...(wordings
      ? [of({ name: 'compression ratio', unit: 'ratio', measurement: compressionRatio(items, texts) })]
      : []),
    of({ name: 'mean length, words', unit: 'tokens', measurement: meanLength(items, texts) }),
  ];
}
