import type { Calculation, Slip, Way } from './calculation.ts';
import { calculate } from './calculation.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { SimulatedItem } from './simulated-item.ts';
import type { Stream } from './stream.ts';
import { placeByWeight, streamFor } from './stream.ts';
import { wordSolution } from './wording.ts';

/** A sample before it is put into words. */
export interface DrawnOutcome {
  readonly correct: boolean;
  /** Index of its way among the item's. */
  readonly way: number;
}

export interface DrawnSample extends DrawnOutcome {
  readonly text: string;
  /** The answer in the text: the item's if `correct`, never otherwise. */
  readonly answer: number;
}

/** Identifies one of a checkpoint's samples of an item: a number, or a choice of a request with a seed. */
export type SampleNumber = number | readonly [seed: number, choice: number];

export interface SimulatorSeed {
  /** The simulator's own seed; 0 if absent. */
  readonly seed?: number;
}

const outcomeFrom = ({ uniform }: Stream, checkpoint: Checkpoint, item: SimulatedItem): DrawnOutcome => ({
  correct: uniform() < checkpoint.solve(item),
  way: placeByWeight(checkpoint.wayWeights(item), uniform()),
});

const streamOf = (
  checkpoint: Checkpoint,
  item: SimulatedItem,
  sample: SampleNumber,
  { seed = 0 }: SimulatorSeed,
): Stream => streamFor('sample', seed, checkpoint.version, item.suite, item.id, ...[sample].flat());

function wayAt(item: SimulatedItem, place: number): Way {
  const way = item.ways[place];
  if (way === undefined) throw new Error(`item ${item.id} has no way ${place}`);
  return way;
}

const plausibleErrors = [1, -1, 10, -10, 2, -2] as const;

/** Computes a way with a mistake that does not happen to give the right answer. */
function calculateWrongly(way: Way, { answer }: SimulatedItem, { integer }: Stream): Calculation {
  const count = calculate(way).steps.length;
  const step = integer(0, count - 1);
  const by = plausibleErrors[integer(0, plausibleErrors.length - 1)] ?? 1;
  const slips: readonly Slip[] = [
    { kind: 'wrong result', step, by },
    { kind: 'wrong operation', step },
    { kind: 'left unfinished' },
  ];
  const place = integer(0, slips.length - 1);
  for (const slip of [...slips.slice(place), ...slips.slice(0, place)]) {
    const calculation = calculate(way, slip);
    if (Number.isFinite(calculation.answer) && calculation.answer !== answer) return calculation;
  }
  return calculate(way, { kind: 'wrong result', step: count - 1, by });
}

function worded(
  outcome: DrawnOutcome,
  { item, checkpoint, stream }: { item: SimulatedItem; checkpoint: Checkpoint; stream: Stream },
): DrawnSample {
  const way = wayAt(item, outcome.way);
  const calculation = outcome.correct ? calculate(way) : calculateWrongly(way, item, stream);
  const text = wordSolution(calculation, { styleWeights: checkpoint.styleWeights, uniform: stream.uniform });
  return { ...outcome, text, answer: calculation.answer };
}

/** One sample of an item. Depends only on the simulator's seed, the checkpoint's version, the item and `sample`. */
export function drawSample(
  checkpoint: Checkpoint,
  item: SimulatedItem,
  sample: SampleNumber,
  options: SimulatorSeed = {},
): DrawnSample {
  const stream = streamOf(checkpoint, item, sample, options);
  return worded(outcomeFrom(stream, checkpoint, item), { item, checkpoint, stream });
}

/** The first `n` samples of an item, numbered 0 to n − 1: the responses to `n` requests without a seed. */
export function drawSamples(
  checkpoint: Checkpoint,
  item: SimulatedItem,
  n: number,
  options: SimulatorSeed = {},
): readonly DrawnSample[] {
  return Array.from({ length: n }, (_, number) => drawSample(checkpoint, item, number, options));
}

/** The same samples as `drawSamples`, without their texts: for simulations that need only counts and ways. */
export function drawOutcomes(
  checkpoint: Checkpoint,
  item: SimulatedItem,
  n: number,
  options: SimulatorSeed = {},
): readonly DrawnOutcome[] {
  return Array.from({ length: n }, (_, number) =>
    outcomeFrom(streamOf(checkpoint, item, number, options), checkpoint, item),
  );
}

const placeOfLargest = (weights: readonly number[]): number => weights.indexOf(Math.max(...weights));

/**
 * The sample at temperature 0: right if the item is solved at least half of the time, in the most common way
 * and style.
 */
export function greedySample(
  checkpoint: Checkpoint,
  item: SimulatedItem,
  { seed = 0 }: SimulatorSeed = {},
): DrawnSample {
  const stream = streamFor('greedy', seed, checkpoint.version, item.suite, item.id);
  const way = placeOfLargest(checkpoint.wayWeights(item));
  const style = placeOfLargest(checkpoint.styleWeights);
  const styleWeights = checkpoint.styleWeights.map((_, place) => (place === style ? 1 : 0));
  const outcome = { correct: checkpoint.solve(item) >= 0.5, way };
  return worded(outcome, { item, checkpoint: { ...checkpoint, styleWeights }, stream });
}
