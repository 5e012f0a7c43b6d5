import { accuracy } from './accuracy/accuracy.ts';
import { coverAtHalf, passAt } from './accuracy/coverage.ts';
import { accuracyOnGroup } from './accuracy/hardest-group.ts';
import type { Measure, Measurement } from './measurement.ts';
import type { SuiteMeasures } from './measure-suite.ts';
import type { EligibleItem, ItemSamples } from './samples.ts';
import { isChoice } from './samples.ts';

/** A suite's measures that count correct samples, recomputed with the lenient grade. */
export type LenientMeasures = Pick<SuiteMeasures, 'accuracy' | 'coverage' | 'hardestGroup'>;

/**
 * Recomputes measures with the lenient grade: pass@1 and pass@K (cover@0.5 on choice suites) of the same items, and
 * pass@1 of the group that is hardest according to the strict grade. Undefined if no sample has a separate lenient
 * grade, because then both grades are equal.
 */
export function lenientMeasures({
  suite,
  accuracy: strictAccuracy,
  coverage,
  hardestGroup,
}: Pick<SuiteMeasures, 'suite' | 'accuracy' | 'coverage' | 'hardestGroup'>): LenientMeasures | undefined {
  if (!suite.items.some(({ old, new: candidate }) => hasLenient(old) || hasLenient(candidate)))
    return undefined;
  const items = suite.items.map((item): EligibleItem => ({
    ...item,
    old: leniently(item.old),
    new: leniently(item.new),
  }));
  const group = hardestGroup?.group;
  return {
    accuracy: measuredAs(strictAccuracy, () => accuracy(items)),
    coverage: measuredAs(coverage, () => (isChoice(suite) ? coverAtHalf(items) : passAt(items, suite.k))),
    hardestGroup:
      group === undefined
        ? hardestGroup
        : measuredAs(hardestGroup, () => accuracyOnGroup({ ...suite, items }, group)),
  };
}

/** Replaces a measure's measurement with a new one if it has been measured; otherwise returns the measure unchanged. */
function measuredAs(measure: Measure | undefined, remeasure: () => Measurement): Measure | undefined {
  return measure?.measurement.kind === 'measured' ? { ...measure, measurement: remeasure() } : measure;
}

function hasLenient({ samples }: ItemSamples): boolean {
  return samples.some(({ lenient }) => lenient !== undefined);
}

function leniently({ samples }: ItemSamples): ItemSamples {
  const graded = samples.map((sample) =>
    sample.lenient === undefined ? sample : { ...sample, outcome: sample.lenient },
  );
  return { samples: graded, correct: graded.filter(({ outcome }) => outcome === 'correct').length };
}
