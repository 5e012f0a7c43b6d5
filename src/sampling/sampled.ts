import type { Completion, ReadCompletions } from '../servers/chat/completion.ts';
import type { ServedBy } from '../store/served-by.ts';
import type { Reached } from './budget.ts';
import type { Reused } from './reused.ts';
import type { Spent, SpentOnSide } from './spent.ts';

/** Describes sampling that a budget ended early. */
export interface Cut extends Reached {
  /** Number of samples that were not requested or whose request was aborted. */
  readonly unasked: { readonly old: number; readonly new: number };
}

export interface Sampled {
  /**
   * Reads one completion for every item and index of a suite, in that order, regardless of the order of arrival. The
   * completions are read from the store each time, so that they need not stay in memory.
   */
  readonly generations: ReadCompletions;
  /** The failed samples of all suites. */
  readonly failed: { readonly old: readonly Completion[]; readonly new: readonly Completion[] };
  /** The serving stacks that produced each side's completions, including stored ones. */
  readonly servedBy: { readonly old: readonly ServedBy[]; readonly new: readonly ServedBy[] };
  /** Present if a budget ended sampling. In that case, `generations` lacks the samples that were not requested. */
  readonly cut?: Cut;
  readonly cost: Spent & {
    /** Number of samples taken from the store. */
    readonly cached: number;
    /** The number of reused samples on each side, and the times at which they were sampled. */
    readonly reused: { readonly old: Reused; readonly new: Reused };
    /** Each side's requests and tokens. Absent if a merged shard does not record them. */
    readonly bySide?: { readonly old: SpentOnSide; readonly new: SpentOnSide } | undefined;
  };
}
