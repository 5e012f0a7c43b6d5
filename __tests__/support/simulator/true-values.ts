import type { Checkpoint } from './checkpoint.ts';
import { equationsOfWay } from './calculation.ts';
import type { SimulatedItem } from './simulated-item.ts';

/** The exact values that the measures estimate. */
export interface TrueValues {
  /** Mean solve probability, 0 to 1. */
  readonly passAt1: number;
  /** Mean probability that at least one of k samples is right, 0 to 1. */
  readonly passAtK: number;
  /** Mean expected number of distinct correct ways in k samples. */
  readonly reachAtK: number;
  /** Expected dissimilarity of the equations of two independent correct samples, averaged over the solvable items. */
  readonly logicalDissimilarity: number;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Cosine of two sets as indicator vectors: the size of their intersection over the geometric mean of their sizes. */
const cosine = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.intersection(b).size / Math.sqrt(a.size * b.size);

function logicalDissimilarity(checkpoint: Checkpoint, item: SimulatedItem): number {
  const weights = checkpoint.wayWeights(item);
  const equations = item.ways.map(equationsOfWay);
  let alike = 0;
  equations.forEach((a, i) => {
    equations.forEach((b, j) => {
      alike += (weights[i] ?? 0) * (weights[j] ?? 0) * cosine(a, b);
    });
  });
  return 1 - alike;
}

/** The true values of a checkpoint on some items (at least one solvable), in closed form. */
export function trueValues(
  checkpoint: Checkpoint,
  items: readonly SimulatedItem[],
  { k }: { readonly k: number },
): TrueValues {
  const solvable = items.filter((item) => checkpoint.solve(item) > 0);
  const withinK = (probability: number): number => 1 - (1 - probability) ** k;
  return {
    passAt1: mean(items.map(checkpoint.solve)),
    passAtK: mean(items.map((item) => withinK(checkpoint.solve(item)))),
    reachAtK: mean(
      items.map((item) =>
        checkpoint
          .wayWeights(item)
          .reduce((ways, weight) => ways + withinK(weight * checkpoint.solve(item)), 0),
      ),
    ),
    logicalDissimilarity: mean(solvable.map((item) => logicalDissimilarity(checkpoint, item))),
  };
}
