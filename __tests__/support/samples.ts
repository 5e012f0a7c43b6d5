import type { GradedItem, GradedSample, Outcome } from '../../src/grading/outcome.ts';
import type { SuiteSamples } from '../../src/measures/samples.ts';

/** A sample as a test writes it: an outcome, optionally with other members. */
export type Written = Outcome | (Partial<GradedSample> & { readonly outcome: Outcome });

export function samplesOf(written: readonly Written[]): GradedSample[] {
  return written.map((sample, index) => ({
    index,
    text: '',
    ...(typeof sample === 'string' ? { outcome: sample } : sample),
  }));
}

/** `right` correct samples followed by incorrect ones, n in all. */
export function solved(right: number, n: number): Written[] {
  return Array.from({ length: n }, (_, index) => (index < right ? 'correct' : 'incorrect'));
}

export function itemOf(
  id: string,
  old: readonly Written[],
  candidate: readonly Written[],
  rest: Partial<GradedItem> = {},
): GradedItem {
  return { id, cluster: id, group: undefined, old: samplesOf(old), new: samplesOf(candidate), ...rest };
}

export function suiteOf(items: readonly GradedItem[], rest: Partial<SuiteSamples> = {}): SuiteSamples {
  return {
    name: 'suite',
    role: 'target',
    grader: 'numeric',
    samplesPerItem: Math.max(1, ...items.map(({ old }) => old.length)),
    hardestGroup: undefined,
    items,
    ...rest,
  };
}
