import type { GradedSample } from '../../src/grading/outcome.ts';
import { hardestGroup } from '../../src/measures/accuracy/hardest-group.ts';
import { measuredDissimilarity } from '../../src/measures/diversity/dissimilarity-measurement.ts';
import { meanPairwiseDissimilarity } from '../../src/measures/diversity/dissimilarity.ts';
import type { SuiteMeasures } from '../../src/measures/measure-suite.ts';
import { EncodedTexts } from '../../src/measures/text/encoded-texts.ts';
import type { Measure, PairedItem } from '../../src/measures/measurement.ts';
import { measuredProbabilities } from '../../src/measures/measurement.ts';
import { passAtK, shareWithout } from '../../src/measures/accuracy/pass-at-k.ts';
import type { EligibleItem } from '../../src/measures/samples.ts';
import { largestPowerOfTwo } from '../../src/measures/samples.ts';
import type { Random } from '../../src/statistics/random.ts';
import type { Ability, SuiteTruth } from './truth.ts';

interface Drawn {
  readonly correct: number;
  readonly ways: readonly number[];
  readonly wordings: readonly number[];
}

/**
 * Samples of a suite as counts, and the measures on them, computed by the same functions as in a check. Only texts are left out:
 * a way is a number. n ≥ 1 samples per item and side.
 */
export function drawMeasures({ name, role, items }: SuiteTruth, n: number, random: Random): SuiteMeasures {
  const k = largestPowerOfTwo(n);
  const drawn = items.map((item, place) => ({
    id: `${name} ${place}`,
    cluster: item.cluster,
    group: item.group,
    old: draw(item.old, n, random),
    new: draw(item.new, n, random),
  }));
  const paired = (value: (side: Drawn) => number): PairedItem[] =>
    drawn.map(({ id, cluster, old, new: candidate }) => ({
      id,
      cluster,
      old: value(old),
      new: value(candidate),
    }));
  const dissimilarity = (kind: 'ways' | 'wordings'): PairedItem[] =>
    drawn
      .filter((item) => item.old.correct >= 2 && item.new.correct >= 2)
      .map(({ id, cluster, old, new: candidate }) => ({
        id,
        cluster,
        old: dissimilarityOfCounts(old[kind]),
        new: dissimilarityOfCounts(candidate[kind]),
      }));
  const measure = (
    dimension: Measure['dimension'],
    named: string,
    measurement: Measure['measurement'],
    unit: Measure['unit'] = 'probability',
  ): Measure => ({ suite: name, role, dimension, name: named, unit, measurement });

  const reached = paired(({ ways }) => ways.reduce((sum, count) => sum + 1 - shareWithout(n, count, k), 0));
  const hardest = hardestGroup({
    name,
    role,
    grader: 'numeric',
    samplesPerItem: n,
    leastShare: 0.9,
    hardestGroup: undefined,
    dropped: [],
    k,
    items: items.some(({ group }) => group !== undefined)
      ? drawn.map((item) => withSamples(item, n, random))
      : [],
  });
  return {
    suite: {
      name,
      role,
      grader: 'numeric',
      samplesPerItem: n,
      leastShare: 0.9,
      hardestGroup: undefined,
      dropped: [],
      k,
      items: [],
    },
    accuracy: measure(
      role === 'ood' ? 'generalization' : 'accuracy',
      'pass@1',
      measuredProbabilities(paired(({ correct }) => correct / n)),
    ),
    coverage: measure(
      'coverage',
      `pass@${k}`,
      measuredProbabilities(paired(({ correct }) => passAtK(n, correct, k) ?? Number.NaN)),
    ),
    syntactic: measure(
      'diversity',
      'syntactic',
      measuredDissimilarity(dissimilarity('wordings')),
      'dissimilarity',
    ),
    logical: measure('diversity', 'logical', measuredDissimilarity(dissimilarity('ways')), 'dissimilarity'),
    semantic: undefined,
    reach: measure(
      'diversity',
      `reach@${k}`,
      {
        kind: 'measured',
        items: reached,
        largestValue: reached.reduce((most, item) => Math.max(most, item.old, item.new), 0),
        reach: k,
      },
      'ways',
    ),
    hardestGroup:
      hardest === undefined ? undefined : measure('generalization', 'hardest group', hardest.measurement),
    texts: new EncodedTexts([]),
    ways: undefined,
  };
}

function draw({ solves, ways, wordings }: Ability, n: number, random: Random): Drawn {
  const correct = random.binomial(n, solves);
  return {
    correct,
    ways: random.multinomial(correct, ways),
    wordings: random.multinomial(correct, wordings),
  };
}

function dissimilarityOfCounts(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const squares = counts.reduce((sum, count) => sum + count ** 2, 0);
  return meanPairwiseDissimilarity(squares, all) ?? Number.NaN;
}

/** The hardest group is chosen on even samples and compared on odd ones, so it needs the samples themselves. */
function withSamples(
  item: {
    readonly id: string;
    readonly cluster: string;
    readonly group: string | undefined;
    readonly old: Drawn;
    readonly new: Drawn;
  },
  n: number,
  random: Random,
): EligibleItem {
  const samples = ({ correct }: Drawn): EligibleItem['old'] => {
    const outcomes = random.shuffle(Array.from({ length: n }, (_, place) => place < correct));
    return {
      correct,
      samples: outcomes.map((right, index): GradedSample => ({
        index,
        outcome: right ? 'correct' : 'incorrect',
        text: '',
      })),
    };
  };
  return {
    id: item.id,
    cluster: item.cluster,
    group: item.group,
    old: samples(item.old),
    new: samples(item.new),
  };
}
