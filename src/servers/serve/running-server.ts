import type { Checkpoint } from '../checkpoint.ts';

/** A server that was started for a checkpoint and answers. */
export interface RunningServer {
  readonly baseUrl: string;
  /** Aborts when it ends by itself, with a SamplingError that has the end of its log. */
  readonly ended: AbortSignal;
}

/** Serves checkpoints on this machine, one at a time. */
export interface Servers {
  /**
   * The server of a checkpoint that has a `serve`: the one that runs, where it is that side's, else a new one; the one before
   * is stopped first.
   *
   * @throws {SamplingError} where it does not start, ends or does not answer in time; the reason of the run's signal where that
   *   aborted.
   */
  readonly start: (checkpoint: Checkpoint) => Promise<RunningServer>;
  /** Whose server runs. */
  readonly running: () => Checkpoint['side'] | undefined;
  /** Stops what runs, with all that it started. Resolves when it is gone; safe to call where nothing runs. */
  readonly stop: () => Promise<void>;
}
