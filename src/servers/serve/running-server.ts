import type { Checkpoint } from '../checkpoint.ts';

/** A server that was started for a checkpoint and is ready. */
export interface RunningServer {
  readonly baseUrl: string;
  /** Aborts if the server ends by itself, with a SamplingError that quotes the end of its log. */
  readonly ended: AbortSignal;
}

/** Serves checkpoints on this machine, one at a time. */
export interface Servers {
  /**
   * The server of a checkpoint with `serve`. Returns the running server if it belongs to that side; otherwise stops it and
   * starts a new one.
   *
   * @throws {SamplingError} if the server does not start, ends, or is not ready in time; the reason of the run's signal if
   * that aborted
   */
  readonly start: (checkpoint: Checkpoint) => Promise<RunningServer>;
  /** The side whose server is running. */
  readonly running: () => Checkpoint['side'] | undefined;
  /** Stops the running server and everything it started; resolves when it is gone. Does nothing if no server is running. */
  readonly stop: () => Promise<void>;
}
