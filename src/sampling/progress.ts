/** Progress of one side of one suite. At the end, `done + failed = total`. */
export interface Progress {
  readonly suite: string;
  readonly side: 'old' | 'new';
  /** Samples with a completion, stored or new. */
  readonly done: number;
  readonly failed: number;
  /** The number of samples in `done` that were already in the store when the run began. */
  readonly cached: number;
  readonly total: number;
  /** Tokens spent by this run. Reused completions are not counted again. */
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** The cost of these tokens; undefined without prices. */
  readonly costUsd?: number;
}
