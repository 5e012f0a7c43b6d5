import type { GuardrailName, VerdictStatus } from '../../../src/config/policy.ts';
import type { Checkpoint } from './checkpoint.ts';
import { first } from './checkpoint.ts';
import type { SimulatedItem } from './simulated-item.ts';

/** Two checkpoints and the true change between them, under the margins of `examples/simulated`. */
export interface Scenario {
  readonly old: Checkpoint;
  readonly new: Checkpoint;
  /** The verdict that a check with enough samples must reach. */
  readonly verdict: VerdictStatus;
  /** The guardrails whose true loss is clearly beyond the margin. By default, all others are truly kept. */
  readonly lost: readonly GuardrailName[];
}

type Solve = Checkpoint['solve'];
type WayWeights = Checkpoint['wayWeights'];

/** Solves an additional share of what `first` did not solve. */
const learned =
  (share: number): Solve =>
  (item) => {
    const before = first.solve(item);
    return before + share * (1 - before);
  };

/**
 * The same, but only if `first` ever solved the item: existing abilities become more reliable, and no new
 * ones appear.
 */
const sharpened =
  (share: number): Solve =>
  (item) =>
    first.solve(item) === 0 ? 0 : learned(share)(item);

/** Solves only a share of what `first` solved. */
const weakened =
  (share: number): Solve =>
  (item) =>
    share * first.solve(item);

const byRole =
  ({ target, ood }: { readonly target: Solve; readonly ood: Solve }): Solve =>
  (item) =>
    item.role === 'target' ? target(item) : ood(item);

/** Three items of 25, all within the first checkpoint's reach. */
const forgotten = ({ position }: SimulatedItem): boolean => [3, 11, 19].includes(position % 25);

/** Moves a share of every other way's weight to the first way, the most common one. */
const collapsed =
  (share: number): WayWeights =>
  (item) =>
    first.wayWeights(item).map((weight, place) => (1 - share) * weight + (place === 0 ? share : 0));

const GAIN = 0.25;
const OOD_KEPT = 0.75;
const COLLAPSE = 0.75;
/** Four sentences of five in one style. */
const oneStyle = [0.8, 0.04, 0.04, 0.04, 0.04, 0.04] as const;

const onTarget = (solve: Solve): Solve => byRole({ target: solve, ood: first.solve });

const scenario = (
  version: string,
  truth: Pick<Scenario, 'verdict' | 'lost'>,
  changes: Partial<Omit<Checkpoint, 'version'>>,
): Scenario => ({ old: first, new: { ...first, ...changes, version }, ...truth });

/**
 * The scenarios by name. Every one starts from `v1`; its new checkpoint has a version of its own, so its
 * draws are independent of v1's. True values: `trueValues`.
 */
export const scenarios = {
  /** Solves more on every item of both suites, in the same ways. */
  progress: scenario(
    'v2-progress',
    { verdict: 'progress', lost: [] },
    { solve: byRole({ target: learned(GAIN), ood: learned(0.1) }) },
  ),
  /**
   * Solves more of the solvable items, nearly always in the same way: every other way is found less often
   * than before.
   */
  narrowed: scenario(
    'v2-narrowed',
    { verdict: 'reversal', lost: ['diversity'] },
    { solve: onTarget(sharpened(GAIN)), wayWeights: collapsed(COLLAPSE) },
  ),
  /**
   * Solves more on the target, in the same ways, but nearly always in the same words: syntactic diversity
   * falls, no way is lost.
   */
  'one-style': scenario(
    'v2-one-style',
    { verdict: 'inconclusive', lost: [] },
    { solve: onTarget(learned(GAIN)), styleWeights: oneStyle },
  ),
  /** Solves more on the target, and a quarter less on the ood suite. */
  'weaker-ood': scenario(
    'v2-weaker-ood',
    { verdict: 'reversal', lost: ['ood'] },
    { solve: byRole({ target: learned(GAIN), ood: weakened(OOD_KEPT) }) },
  ),
  /** Solves more on average, but loses 12% of the target's solvable items. */
  'lost-coverage': scenario(
    'v2-lost-coverage',
    { verdict: 'reversal', lost: ['coverage'] },
    { solve: onTarget((item) => (forgotten(item) ? 0 : sharpened(0.5)(item))) },
  ),
  /** Solves a fifth less on the target. Its hardest group falls by nearly its margin, so that one may stay unclear. */
  loss: scenario(
    'v2-loss',
    { verdict: 'regression', lost: ['accuracy'] },
    { solve: onTarget(weakened(0.8)) },
  ),
  /** The same abilities, drawn independently. */
  same: scenario('v1-again', { verdict: 'unchanged', lost: [] }, {}),
  /** The demo's pair: narrowed in ways and in style, and weaker on the ood suite. */
  reversal: scenario(
    'v2',
    { verdict: 'reversal', lost: ['diversity', 'ood'] },
    {
      solve: byRole({ target: sharpened(GAIN), ood: weakened(OOD_KEPT) }),
      wayWeights: collapsed(COLLAPSE),
      styleWeights: [0.5, 0.1, 0.1, 0.1, 0.1, 0.1],
    },
  ),
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof scenarios;

/** All checkpoints of the scenarios, each once, v1 first. */
export const checkpoints: readonly Checkpoint[] = [
  first,
  ...Object.values(scenarios).map((pair) => pair.new),
];
