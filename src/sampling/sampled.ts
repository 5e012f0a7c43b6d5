import type { Completion, ReadCompletions } from '../servers/chat/completion.ts';
import type { ServedBy } from '../store/served-by.ts';
import type { Reached } from './budget.ts';
import type { Reused } from './reused.ts';
import type { Spent } from './spent.ts';

/** Sampling that a budget ended before all was asked. */
export interface Cut extends Reached {
  /** Samples that were not asked, or broken off. */
  readonly unasked: { readonly old: number; readonly new: number };
}

export interface Sampled {
  /**
   * Of a suite one generation for every item and index, in that order, whatever the order of arrival. They are read from the store
   * each time, so that sampling needs no memory for them.
   */
  readonly generations: ReadCompletions;
  /** The samples that could not be had, of all suites. */
  readonly failed: { readonly old: readonly Completion[]; readonly new: readonly Completion[] };
  /** The serving stacks that gave the completions of each side, those from the store too. */
  readonly servedBy: { readonly old: readonly ServedBy[]; readonly new: readonly ServedBy[] };
  /** Present where a budget ended sampling: then generations lack what was not asked. */
  readonly cut?: Cut;
  readonly cost: Spent & {
    /** Samples taken from the store. */
    readonly cached: number;
    /** The same by side, and when they were drawn. */
    readonly reused: { readonly old: Reused; readonly new: Reused };
    /** Requests and tokens by side; absent if a shard that is merged does not have them. */
    readonly bySide?: { readonly old: Spent; readonly new: Spent } | undefined;
  };
}
