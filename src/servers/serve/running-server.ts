import type { Checkpoint } from '../checkpoint.ts';

/** A server that was started for a checkpoint and is ready. */
export interface RunningServer {
  readonly baseUrl: string;
  /** Aborts if the server exits on its own. The reason is a SamplingError that quotes the end of its log. */
  readonly ended: AbortSignal;
}

/** Serves checkpoints on this machine, one at a time. */
export interface Servers {
  /**
   * Starts the server for a checkpoint with `serve`. If the running server belongs to that side, it is reused;
   * otherwise, it is stopped and a new one is started.
   *
   * @throws {SamplingError} if the server does not start, exits, or is not ready in time. If the run's signal has
   * aborted, throws its reason.
   */
  readonly start: (checkpoint: Checkpoint) => Promise<RunningServer>;
  /** Returns the side whose server is running; undefined if none is. */
  readonly running: () => Checkpoint['side'] | undefined;
  /**
   * Stops the running server and all its descendants. Resolves when they have ended. Does nothing if no server is
   * running.
   */
  readonly stop: () => Promise<void>;
}
