import { Worker } from 'node:worker_threads';
import type { GradedItem } from '../../grading/outcome.ts';
import { type ApartRequest, apartOf, type MeasuredApart } from '../../measures/measure-apart.ts';
import type { EligibleSuite } from '../../measures/samples.ts';
import { type SolvedItem, solvedItem } from '../../measures/solved-items.ts';

/** The worker is a TypeScript file next to the sources, and a separate entry next to the chunks in `dist/`. */
const WORKER_FILE = new URL(
  import.meta.url.endsWith('.ts') ? './measure-worker.ts' : '../measure-worker.js',
  import.meta.url,
);

/** Items per message: enough to be cheap, few enough that the worker does not wait for them. */
const ITEMS_TOGETHER = 64;

/** A message to the worker: items of a suite as they arrive, then a request to measure it. */
export type ToMeasurer = { readonly read: readonly SolvedItem[] } | { readonly measure: ApartRequest };

/** Runs independent measures in a worker, while this thread grades the same samples and reads their wording. */
export interface Measurer {
  /** Sends an item of the current suite to the worker. */
  readonly read: (item: GradedItem) => void;
  /**
   * Measures the current suite, all eligible items of which must have been read; later items belong to the
   * next suite.
   */
  readonly measure: (suite: EligibleSuite) => Promise<MeasuredApart>;
  /** Ends the worker, even while it is busy. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (measured: MeasuredApart) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts the worker. The caller must close it. */
export function openMeasurer(): Measurer {
  const worker = new Worker(WORKER_FILE, { env: {}, execArgv: [] });
  const waiting: Waiting[] = [];
  let broken: { readonly error: unknown } | undefined;
  let unsent: SolvedItem[] = [];
  worker.on('message', (measured: MeasuredApart) => waiting.shift()?.resolve(measured));
  worker.on('error', (error) => {
    broken = { error };
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  const send = (message: ToMeasurer): void => worker.postMessage(message);
  const sendItems = (): void => {
    send({ read: unsent });
    unsent = [];
  };
  return {
    read: (item) => {
      unsent.push(solvedItem(item));
      if (unsent.length === ITEMS_TOGETHER) sendItems();
    },
    measure: (suite) => {
      sendItems();
      send({ measure: apartOf(suite) });
      const answer = new Promise<MeasuredApart>((resolve, reject) => {
        if (broken === undefined) waiting.push({ resolve, reject });
        else reject(broken.error);
      });
      // The caller may have failed and stopped waiting.
      answer.catch(() => undefined);
      return answer;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
