import type { GradedSample } from '../grading/outcome.ts';
import { countsForDiversity } from './diversity/counting-samples.ts';
import type { EligibleItem } from './samples.ts';

/** A correct solution. Its way is the key that the grader gave; without a key, the way is determined from the text. */
export interface Solution {
  readonly key?: string | undefined;
  /** The solution's text; empty if there is a key. */
  readonly text: string;
}

/** One side's correct solutions of an item. */
export interface Solutions {
  readonly correct: readonly Solution[];
  /** Number of graded samples, right or wrong. */
  readonly samples: number;
}

/** An item reduced to its correct solutions. */
export interface SolvedItem {
  readonly id: string;
  readonly cluster: string;
  readonly old: Solutions;
  readonly new: Solutions;
}

/** The correct solutions of every item; failed samples are not counted. */
export function solvedItems(items: readonly EligibleItem[]): SolvedItem[] {
  return items.map(({ id, cluster, old, new: candidate }) => ({
    id,
    cluster,
    old: solutionsOf(old.samples),
    new: solutionsOf(candidate.samples),
  }));
}

function solutionsOf(samples: readonly GradedSample[]): Solutions {
  return {
    correct: samples
      .filter(countsForDiversity)
      .map(({ key, text }) => (key === undefined ? { text } : { key, text: '' })),
    samples: samples.filter(({ outcome }) => outcome !== 'failed').length,
  };
}
