/**
 * Runs jobs in the order given, at most `concurrency` at a time, until all are done, one throws or the signal aborts.
 * In the last two cases no further job begins and `run`'s own signal aborts, so that those under way can end; the
 * promise settles only when all of them have. What they throw after that is dropped.
 *
 * @throws the first error that a job threw; where the signal aborted first, the signal's reason.
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
