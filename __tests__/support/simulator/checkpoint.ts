import type { SimulatedItem } from './simulated-item.ts';
import { streamFor } from './stream.ts';
import { STYLES } from './wording.ts';

/** A checkpoint with known abilities, which are functions of the item alone. */
export interface Checkpoint {
  readonly version: string;
  /** Probability that a sample of the item is right, 0 to 1. */
  readonly solve: (item: SimulatedItem) => number;
  /** Share of each of the item's ways among its samples, right or wrong; they sum to 1. */
  readonly wayWeights: (item: SimulatedItem) => readonly number[];
  /** Share of each style among its sentences; six that sum to 1. */
  readonly styleWeights: readonly number[];
}

/** The name under which a checkpoint is served. */
export const modelName = ({ version }: Pick<Checkpoint, 'version'>): string => `simulated-${version}`;

/** Median solve probability of a group, by the steps of its items. */
const middle: ReadonlyMap<number, number> = new Map([
  [2, 0.74],
  [3, 0.62],
  [4, 0.48],
  [5, 0.6],
  [6, 0.52],
  [7, 0.44],
]);

/** Maximum distance of a group's items from the middle. */
const SPREAD = 0.22;

/** One item of 25 is beyond the first checkpoint's reach. */
const beyondReach = ({ position }: SimulatedItem): boolean => position % 25 === 7;

const solvedByFirst = new WeakMap<SimulatedItem, number>();

function firstSolve(item: SimulatedItem): number {
  const known = solvedByFirst.get(item);
  if (known !== undefined) return known;
  const lot = streamFor('difficulty', item.suite, item.id).uniform();
  const value = beyondReach(item) ? 0 : (middle.get(item.steps) ?? 0.5) + SPREAD * (2 * lot - 1);
  solvedByFirst.set(item, value);
  return value;
}

/** Nearly even, with the first way slightly more common than the last: (.4, .33, .27) for three. */
function firstWayWeights({ ways }: SimulatedItem): readonly number[] {
  const slope = 0.2;
  const centre = (ways.length - 1) / 2;
  return ways.map((_, place) => (1 + slope * (centre - place)) / ways.length);
}

/** The checkpoint before training. It solves 96% of the items at least occasionally. */
export const first: Checkpoint = {
  version: 'v1',
  solve: firstSolve,
  wayWeights: firstWayWeights,
  styleWeights: Array.from({ length: STYLES }, () => 1 / STYLES),
};
