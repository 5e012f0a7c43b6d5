import { accuracy } from './accuracy/accuracy.ts';
import { coverAtHalf, passAt } from './accuracy/coverage.ts';
import { EncodedTexts } from './text/encoded-texts.ts';
import { hardestGroup } from './accuracy/hardest-group.ts';
import { logicalDiversity } from './diversity/logical-diversity.ts';
import type { Measure, Measurement } from './measurement.ts';
import { reachAt } from './diversity/reach.ts';
import type { EligibleSuite, SuiteSamples } from './samples.ts';
import { eligibleSuite, isChoice } from './samples.ts';
import { solvedItems } from './solved-items.ts';
import { semanticDiversity } from './diversity/semantic-diversity.ts';
import { syntacticDiversity } from './diversity/syntactic-diversity.ts';
import type { ItemWays } from './equations/ways.ts';
import { waysOf } from './equations/ways.ts';

/**
 * A suite's measures that may gate, which means that their loss can fail the check. A measure that the suite's role or
 * grader rules out is undefined.
 */
export interface SuiteMeasures {
  readonly suite: EligibleSuite;
  readonly accuracy: Measure | undefined;
  /** pass@K; cover@0.5 on choice suites, where a model that merely stops guessing loses pass@K. */
  readonly coverage: Measure | undefined;
  readonly syntactic: Measure | undefined;
  readonly logical: Measure;
  /** Semantic diversity; undefined if no embeddings are configured. */
  readonly semantic: Measure | undefined;
  /** reach@K: the number of different ways of solving an item, reported along with diversity. */
  readonly reach: Measure;
  readonly hardestGroup: Measure | undefined;
  /** Features read from the completions, kept for the other reported measures. */
  readonly texts: EncodedTexts;
  readonly ways: readonly ItemWays[] | undefined;
}

/**
 * The shares of the whole work at which the slow parts begin and end, measured with 4,000 items and 32 samples per side.
 */
const PARTS = { encoding: [0, 0.2], 'n-grams': [0.5, 1] } as const;

/**
 * Finds a suite's eligible items and computes their measures that may gate (method.md). `onProgress` is called with the
 * completed share of the work, from 0 to 1.
 */
export function measureSuite(
  samples: SuiteSamples,
  onProgress: (share: number) => void = () => {},
): SuiteMeasures {
  const suite = eligibleSuite(samples);
  const { name, role, items, k } = suite;
  const texts = new EncodedTexts(items, (part, share) => {
    const [begin, end] = PARTS[part];
    onProgress(begin + share * (end - begin));
  });
  const ways = waysOf(solvedItems(items));
  onProgress(0.3);
  const graded = role !== 'open';
  const choice = isChoice(suite);
  const of = (measure: Pick<Measure, 'dimension' | 'name' | 'unit' | 'measurement'>): Measure => ({
    suite: name,
    role,
    ...measure,
  });
  const probability = (dimension: Measure['dimension'], name: string, measurement: Measurement): Measure =>
    of({ dimension, name, unit: 'probability', measurement });

  const hardest = graded ? hardestGroup(suite) : undefined;
  return {
    suite,
    accuracy: graded
      ? probability(role === 'ood' ? 'generalization' : 'accuracy', 'pass@1', accuracy(items))
      : undefined,
    coverage: !graded
      ? undefined
      : choice
        ? probability('coverage', 'cover@0.5', coverAtHalf(items))
        : probability('coverage', `pass@${k}`, passAt(items, k)),
    syntactic: choice
      ? undefined
      : of({
          dimension: 'diversity',
          name: 'syntactic',
          unit: 'dissimilarity',
          measurement: syntacticDiversity(items, texts),
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
    texts,
    ways,
  };
}
