import { type Block, blocksOf } from './blocks.ts';
import type { SuiteRun } from './suite-run.ts';

/**
 * `interleaved`: both sides in turn, item by item, so that a drift of the serving stack hits both alike and a run that is cut
 * leaves pairs. `one-side-after-the-other`: all of old, then all of new, where one is gone before the other is there.
 */
export type Order = 'interleaved' | 'one-side-after-the-other';

/** Samples that are asked together, in this order. A turn begins when the one before it has ended. */
export interface Turn {
  /** Those of which a sample is missing. */
  readonly sides: readonly ('old' | 'new')[];
  readonly missing: Iterable<{ readonly run: SuiteRun; readonly block: Block }>;
}

/**
 * The turns of a run, none without a missing sample. Within one: item by item, block by block of at most `perRequest` samples,
 * old before new; of several suites in proportion, so that a run that is cut has the same share of each.
 */
export function turnsOf(
  runs: readonly SuiteRun[],
  {
    order,
    first = 'old',
    perRequest,
  }: {
    readonly order: Order;
    /** The side that goes first where one goes after the other: the one whose server runs already; old where none does. */
    readonly first: 'old' | 'new' | undefined;
    readonly perRequest: number;
  },
): readonly Turn[] {
  const sides = first === 'old' ? (['old', 'new'] as const) : (['new', 'old'] as const);
  const turns: readonly Turn['sides'][] = order === 'interleaved' ? [sides] : sides.map((side) => [side]);
  return turns.flatMap((turn) => {
    const own = runs.filter(({ side, missing }) => turn.includes(side) && missing.length > 0);
    const asked = turn.filter((side) => own.some((run) => run.side === side));
    return own.length === 0 ? [] : [{ sides: asked, missing: inOrder(own, perRequest) }];
  });
}

function* inOrder(runs: readonly SuiteRun[], perRequest: number): Generator<{ run: SuiteRun; block: Block }> {
  const blocks = runs.flatMap((run) => {
    const { total } = run.progress();
    return [...blocksOf(run.missing, perRequest)].map((block) => ({
      run,
      block,
      share: (block[0].place + 0.5) / total,
    }));
  });
  yield* blocks.sort((a, b) => a.share - b.share);
}
