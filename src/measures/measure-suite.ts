import { accuracy } from './accuracy.ts';
import type { Ledger } from './coverage.ts';
import { coverAtHalf, curvePoints, ledgerAtHalf, passAt } from './coverage.ts';
import { byGroup, hardestGroup } from './hardest-group.ts';
import { logicalDiversity } from './logical-diversity.ts';
import { majority } from './majority.ts';
import type { Measure, Measurement } from './measurement.ts';
import { reachAt } from './reach.ts';
import type { EligibleSuite, SuiteSamples } from './samples.ts';
import { eligibleSuite } from './samples.ts';
import { semanticDiversity } from './semantic-diversity.ts';
import { syntacticDiversity } from './syntactic-diversity.ts';
import { waysOf } from './ways.ts';

/** All measures of one suite. What a suite's role or grader rules out is undefined. */
export interface SuiteMeasures {
  readonly suite: EligibleSuite;
  readonly accuracy: Measure | undefined;
  /** pass@K; cover@0.5 on choice suites, where a model that stops guessing loses pass@K and nothing else. */
  readonly coverage: Measure | undefined;
  readonly syntactic: Measure | undefined;
  readonly logical: Measure;
  /** Undefined where no embeddings are configured. */
  readonly semantic: Measure | undefined;
  /** Ways counted absolutely, beside diversity. */
  readonly reach: Measure;
  readonly hardestGroup: Measure | undefined;
  /** Measures that never gate. */
  readonly reported: readonly Measure[];
  readonly curve: readonly { readonly k: number; readonly measurement: Measurement }[];
  readonly groups: readonly { readonly name: string; readonly measurement: Measurement }[];
  readonly ledger: Ledger | undefined;
}

/** Measures a suite: which of its items are eligible, and every measure on those (method.md, section 2). */
export function measureSuite(samples: SuiteSamples): SuiteMeasures {
  const suite = eligibleSuite(samples);
  const { name, role, items, k } = suite;
  const graded = role !== 'open';
  const choice = suite.grader === 'choice';
  const of = (measure: Pick<Measure, 'dimension' | 'name' | 'unit' | 'measurement'>): Measure => ({
    suite: name,
    role,
    ...measure,
  });
  const probability = (dimension: Measure['dimension'], name: string, measurement: Measurement): Measure =>
    of({ dimension, name, unit: 'probability', measurement });

  const passAtK = probability('coverage', `pass@${k}`, passAt(items, k));
  const covered = probability('coverage', 'cover@0.5', coverAtHalf(items));
  const ways = waysOf(items);
  const hardest = graded ? hardestGroup(suite) : undefined;
  return {
    suite,
    accuracy: graded
      ? probability(role === 'ood' ? 'generalization' : 'accuracy', 'pass@1', accuracy(items))
      : undefined,
    coverage: graded ? (choice ? covered : passAtK) : undefined,
    syntactic: choice
      ? undefined
      : of({
          dimension: 'diversity',
          name: 'syntactic',
          unit: 'dissimilarity',
          measurement: syntacticDiversity(items),
        }),
    logical: of({
      dimension: 'diversity',
      name: 'logical',
      unit: 'dissimilarity',
      measurement: logicalDiversity(ways),
    }),
    semantic:
      suite.embeddingOf === undefined
        ? undefined
        : of({
            dimension: 'diversity',
            name: 'semantic',
            unit: 'dissimilarity',
            measurement: semanticDiversity(items, suite.embeddingOf),
          }),
    reach: of({ dimension: 'diversity', name: `reach@${k}`, unit: 'ways', measurement: reachAt(ways, k) }),
    hardestGroup:
      hardest === undefined
        ? undefined
        : {
            ...probability('generalization', 'hardest group', hardest.measurement),
            ...(hardest.group === undefined ? {} : { group: hardest.group }),
          },
    reported: graded
      ? [
          ...(choice ? [passAtK] : [covered]),
          ...(suite.samplesPerItem > 1
            ? [probability('accuracy', `maj@${suite.samplesPerItem}`, majority(items))]
            : []),
        ]
      : [],
    curve: graded ? curvePoints(suite).map((point) => ({ k: point, measurement: passAt(items, point) })) : [],
    groups: graded
      ? [...byGroup(items)].map(([group, members]) => ({ name: group, measurement: accuracy(members) }))
      : [],
    ledger: graded ? ledgerAtHalf(items) : undefined,
  };
}
