import type { GuardrailName, VerdictStatus } from '../../../src/verdict/policy.ts';
import type { Checkpoint } from './checkpoint.ts';
import { first } from './checkpoint.ts';
import type { SimulatedItem } from './simulated-item.ts';

/** Two checkpoints and what is true of the change between them, under the margins of `examples/simulated`. */
export interface Scenario {
  readonly old: Checkpoint;
  readonly new: Checkpoint;
  /** The verdict that a check with enough samples must come to. */
  readonly verdict: VerdictStatus;
  /** The guardrails whose true loss is clearly beyond the margin. All others are truly kept, unless said otherwise. */
  readonly lost: readonly GuardrailName[];
}

type Solve = Checkpoint['solve'];
type WayWeights = Checkpoint['wayWeights'];

/** Solves, of what `first` did not, a share more. */
const learned =
  (share: number): Solve =>
  (item) => {
    const before = first.solve(item);
    return before + share * (1 - before);
  };

/** The same, but only where `first` found an answer at all: what it could do becomes more reliable, nothing is new. */
const sharpened =
  (share: number): Solve =>
  (item) =>
    first.solve(item) === 0 ? 0 : learned(share)(item);

/** Solves a share of what `first` did. */
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

/** Moves a share of every other way's weight to the first way, the commonest. */
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
 * The scenarios by name. Every one starts from `v1`; its new checkpoint has a version of its own, so its draws are
 * independent of v1's. True values: `trueValues`.
 */
export const scenarios = {
  /** More solved on every item of both suites, in the same ways. */
  progress: scenario(
    'v2-progress',
    { verdict: 'progress', lost: [] },
    { solve: byRole({ target: learned(GAIN), ood: learned(0.1) }) },
  ),
  /** More solved of what could be solved, nearly always in the same way: every other way is found less often than before. */
  narrowed: scenario(
    'v2-narrowed',
    { verdict: 'reversal', lost: ['diversity'] },
    { solve: onTarget(sharpened(GAIN)), wayWeights: collapsed(COLLAPSE) },
  ),
  /**
   * More solved on the target, in the same ways, put in nearly always the same words: syntactic diversity falls, no way
   * is lost.
   */
  'one-style': scenario(
    'v2-one-style',
    { verdict: 'inconclusive', lost: [] },
    { solve: onTarget(learned(GAIN)), styleWeights: oneStyle },
  ),
  /** More solved on the target, a quarter less where it was not trained. */
  'weaker-ood': scenario(
    'v2-weaker-ood',
    { verdict: 'reversal', lost: ['ood'] },
    { solve: byRole({ target: learned(GAIN), ood: weakened(OOD_KEPT) }) },
  ),
  /** More solved on average, but 12 % of the target's items that could be solved cannot be any more. */
  'lost-coverage': scenario(
    'v2-lost-coverage',
    { verdict: 'reversal', lost: ['coverage'] },
    { solve: onTarget((item) => (forgotten(item) ? 0 : sharpened(0.5)(item))) },
  ),
  /** A fifth less solved on the target. Its hardest group falls by nearly its margin, so that one may stay unclear. */
  loss: scenario(
    'v2-loss',
    { verdict: 'regression', lost: ['accuracy'] },
    { solve: onTarget(weakened(0.8)) },
  ),
  /** The same abilities, drawn independently. */
  same: scenario('v1-again', { verdict: 'unchanged', lost: [] }, {}),
  /** The demo's pair: narrowed in ways and in style, and weaker where it was not trained. */
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

/** Every checkpoint that the scenarios know, each once, v1 first. */
export const checkpoints: readonly Checkpoint[] = [
  first,
  ...Object.values(scenarios).map((pair) => pair.new),
];
