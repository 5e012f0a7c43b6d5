import type { Random } from '../../src/statistics/random.ts';

/** A checkpoint's true behavior on an item. */
export interface Ability {
  /** Probability that a sample is correct. */
  readonly solves: number;
  /** Distribution of correct samples over ways; sums to 1. */
  readonly ways: readonly number[];
  /** Distribution of correct samples over wordings; sums to 1. */
  readonly wordings: readonly number[];
}

/** The true behavior of both sides on one item. */
export interface ItemTruth {
  readonly cluster: string;
  readonly group?: string;
  readonly old: Ability;
  readonly new: Ability;
}

export interface SuiteTruth {
  readonly name: string;
  readonly role: 'target' | 'ood';
  readonly items: readonly ItemTruth[];
}

export const WAYS = [0.4, 0.3, 0.2, 0.1] as const;
export const WORDINGS = [0.3, 0.25, 0.2, 0.15, 0.1] as const;

/** How easy items are: the solve probability of item `place` of a suite. */
export type Difficulty = (random: Random) => number;

export const quiet: Difficulty = () => 0.5;
export const noisy: Difficulty = (random) => 0.05 + 0.9 * random.uniform();
export const ceiling: Difficulty = (random) => 0.97 + 0.03 * random.uniform();
export const floor: Difficulty = (random) => 0.05 * random.uniform();
/** Most items nearly always or nearly never solved, as in real suites. */
export const bimodal: Difficulty = (random) => {
  const side = random.uniform();
  const away = 0.15 * random.uniform();
  return side < 0.5 ? 1 - away : away;
};

/** Cluster of each item: single items, equal clusters, or clusters of 1 to `size` items. */
export function clusterNames(
  clusters: number,
  size: number,
  kind: 'equal' | 'unequal' = 'equal',
): readonly string[] {
  return Array.from({ length: clusters }, (_, cluster) =>
    Array.from({ length: kind === 'equal' ? size : 1 + (cluster % size) }, () => `cluster ${cluster}`),
  ).flat();
}

/** A suite whose old side has this difficulty; `change` maps an item's old ability to its new one. */
export function suiteTruth({
  name,
  role,
  clusters,
  difficulty,
  change = (old) => old,
  random,
}: {
  readonly name: string;
  readonly role: 'target' | 'ood';
  readonly clusters: readonly string[];
  readonly difficulty: Difficulty;
  readonly change?: (old: Ability, place: number, cluster: string) => Ability;
  readonly random: Random;
}): SuiteTruth {
  return {
    name,
    role,
    items: clusters.map((cluster, place): ItemTruth => {
      const old: Ability = { solves: difficulty(random), ways: WAYS, wordings: WORDINGS };
      return { cluster: `${name} ${cluster}`, old, new: change(old, place, cluster) };
    }),
  };
}

/** The values that the measures estimate, on average over items: the same quantities in closed form. */
export function trueDifference(
  items: readonly ItemTruth[],
  value: (ability: Ability) => number,
): { readonly old: number; readonly delta: number } {
  const mean = (side: 'old' | 'new'): number =>
    items.reduce((sum, item) => sum + value(item[side]), 0) / items.length;
  return { old: mean('old'), delta: mean('new') - mean('old') };
}

export const trueAccuracy = ({ solves }: Ability): number => solves;
export const trueCoverage =
  (k: number) =>
  ({ solves }: Ability): number =>
    1 - (1 - solves) ** k;
export const trueDissimilarity = ({ ways }: Ability): number =>
  1 - ways.reduce((sum, way) => sum + way ** 2, 0);

/** New solves no item, and takes no way, less often than old. */
export function nothingLost(items: readonly ItemTruth[]): boolean {
  return items.every(
    ({ old, new: candidate }) =>
      candidate.solves >= old.solves - 1e-12 &&
      old.ways.every(
        (way, place) => candidate.solves * (candidate.ways[place] ?? 0) >= old.solves * way - 1e-12,
      ),
  );
}
