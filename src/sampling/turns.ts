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

/**
 * The turns of a run, none without a missing sample. Within one: item by item, index by index, old before new; of several
 * suites in proportion, so that a run that is cut has the same share of each.
 */
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
  const samples = runs.flatMap((run) => {
    const { total } = run.progress();
    return run.missing.map((sample) => ({ run, sample, share: (sample.place + 0.5) / total }));
  });
  yield* samples.sort((a, b) => a.share - b.share);
}
