import { type Block, blocksOf } from './blocks.ts';
import type { SuiteRun } from './suite-run.ts';

/**
 * `interleaved` alternates between the sides, item by item, so that drift in the serving stack affects both equally and
 * an interrupted run still has items to compare. `one-side-after-the-other` finishes one side before starting the other
 * side, for checkpoints that cannot be served at the same time.
 */
export type Order = 'interleaved' | 'one-side-after-the-other';

/** The samples to request in one turn, in order. A turn begins when the previous turn has ended. */
export interface Turn {
  /** The sides with a missing sample. */
  readonly sides: readonly ('old' | 'new')[];
  readonly missing: Iterable<{ readonly run: SuiteRun; readonly block: Block }>;
}

/**
 * A run's turns, each with at least one missing sample. Within a turn, samples are ordered by item, in blocks of at
 * most `perRequest` samples, `old` before `new`. If there are several suites, they advance in proportion to their
 * sizes, so that an interrupted run has the same share of each.
 */
export function turnsOf(
  runs: readonly SuiteRun[],
  {
    order,
    first = 'old',
    perRequest,
  }: {
    readonly order: Order;
    /**
     * The side whose server is running. This side is sampled first if the sides are sampled one after the other. If
     * undefined, `old` is first.
     */
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
