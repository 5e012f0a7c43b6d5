import type { GradedSample } from '../grading/outcome.ts';
import { equationsOf } from './equations.ts';
import type { EligibleItem } from './samples.ts';

/** Share of old's correct solutions that must show a way, for measures of ways to apply. */
const LEAST_SHARE_WITH_WAYS = 0.5;

/** The ways of one item's correct solutions on both sides, a set of features a solution; empty where none is shown. */
export interface ItemWays {
  readonly id: string;
  readonly cluster: string;
  readonly old: SideWays;
  readonly new: SideWays;
}

export interface SideWays {
  readonly correct: readonly ReadonlySet<string>[];
  /** All graded samples, right or wrong. */
  readonly samples: number;
}

/**
 * Reads the way of every correct solution: the grader's key, else the canonical equations in its text. Undefined where
 * fewer than half of old's correct solutions show one (decided by old alone; method.md, section 2).
 */
export function waysOf(items: readonly EligibleItem[]): readonly ItemWays[] | undefined {
  const ways = items.map(({ id, cluster, old, new: fresh }) => ({
    id,
    cluster,
    old: { correct: correctWays(old.samples), samples: old.samples.length },
    new: { correct: correctWays(fresh.samples), samples: fresh.samples.length },
  }));
  const ofOld = ways.flatMap(({ old }) => old.correct);
  const shown = ofOld.filter(({ size }) => size > 0).length;
  return ofOld.length > 0 && shown >= LEAST_SHARE_WITH_WAYS * ofOld.length ? ways : undefined;
}

function correctWays(samples: readonly GradedSample[]): ReadonlySet<string>[] {
  return samples
    .filter(({ outcome }) => outcome === 'correct')
    .map(({ key, text }) => (key === undefined ? equationsOf(text) : new Set([key])));
}
