import type { GradedSample } from '../../grading/outcome.ts';
import type { EligibleItem, ItemSamples } from '../samples.ts';

/** An item on which both sides have at least two samples that count for diversity. */
export interface DiversityItem {
  readonly id: string;
  readonly cluster: string;
  readonly old: readonly GradedSample[];
  readonly new: readonly GradedSample[];
}

/**
 * The samples whose diversity is compared: the correct samples, on items with at least two of them on both sides. A
 * truncated sample is never correct. On open suites, where nothing is right or wrong, every sample that was not truncated
 * is graded `correct`.
 */
export function samplesThatCount(items: readonly EligibleItem[]): DiversityItem[] {
  return items
    .map(({ id, cluster, old, new: candidate }) => ({
      id,
      cluster,
      old: correctOnes(old),
      new: correctOnes(candidate),
    }))
    .filter((item) => item.old.length >= 2 && item.new.length >= 2);
}

/** Whether a sample counts for diversity. */
export function countsForDiversity({ outcome }: GradedSample): boolean {
  return outcome === 'correct';
}

function correctOnes({ samples }: ItemSamples): GradedSample[] {
  return samples.filter(countsForDiversity);
}
