/** Where one side of one suite stands. At the end `done + failed = total`. */
export interface Progress {
  readonly suite: string;
  readonly side: 'old' | 'new';
  /** Samples in hand, from the store or asked now. */
  readonly done: number;
  readonly failed: number;
  /** Those of `done` that were in the store when the run began. */
  readonly cached: number;
  readonly total: number;
  /** Spent by this run; the store's completions cost nothing again. */
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** What these cost; undefined where there are no prices. */
  readonly costUsd?: number;
}
