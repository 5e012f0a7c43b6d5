/**
 * Starts jobs in the given order, at most `concurrency` at a time, until all are done, one throws, or the signal
 * aborts. In the last two cases, no further job starts, and the signal passed to `run` aborts so that running jobs can
 * end. The promise settles only after all of them have ended. Errors after the first are ignored.
 *
 * @throws the first error from a job, or the signal's reason if the signal aborted first
 */
export async function runBounded<Job>(options: {
  readonly jobs: Iterable<Job>;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly run: (job: Job, signal: AbortSignal) => Promise<void>;
}): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const queue = options.jobs[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    while (!signal.aborted) {
      const next = queue.next();
      if (next.done === true) return;
      try {
        await options.run(next.value, signal);
      } catch (error) {
        stop.abort(error);
      }
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  signal.throwIfAborted();
}
