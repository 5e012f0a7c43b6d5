import type { Sample, SuiteRun } from './suite-run.ts';

/**
 * `interleaved`: both sides in turn, item by item, so that a drift of the serving stack hits both alike and a run that is cut
 * leaves pairs. `one-side-after-the-other`: all of old, then all of new, where one is gone before the other is there.
 */
export type Order = 'interleaved' | 'one-side-after-the-other';

/** Samples that are asked together, in this order. A turn begins when the one before it has ended. */
export interface Turn {
  /** Those of which a sample is missing. */
  readonly sides: readonly ('old' | 'new')[];
  readonly missing: Iterable<{ readonly run: SuiteRun; readonly sample: Sample }>;
}

/** The turns of a run, none without a missing sample. Within one: suite by suite, item by item, index by index, old before new. */
export function turnsOf(
  runs: readonly SuiteRun[],
  order: Order,
  /** The side that goes first where one goes after the other: the one whose server runs already. */
  first: 'old' | 'new' = 'old',
): readonly Turn[] {
  const sides = first === 'old' ? (['old', 'new'] as const) : (['new', 'old'] as const);
  const turns: readonly Turn['sides'][] = order === 'interleaved' ? [sides] : sides.map((side) => [side]);
  return turns.flatMap((turn) => {
    const own = runs.filter(({ side, missing }) => turn.includes(side) && missing.length > 0);
    const asked = turn.filter((side) => own.some((run) => run.side === side));
    return own.length === 0 ? [] : [{ sides: asked, missing: inOrder(own) }];
  });
}

function* inOrder(runs: readonly SuiteRun[]): Generator<{ run: SuiteRun; sample: Sample }> {
  for (const ofSuite of Map.groupBy(runs, ({ suite }) => suite).values()) {
    const samples = ofSuite.flatMap((run) => run.missing.map((sample) => ({ run, sample })));
    yield* samples.sort((a, b) => a.sample.place - b.sample.place);
  }
}
