import { Worker } from 'node:worker_threads';
import type { GradedItem } from '../grading/outcome.ts';
import { type ApartRequest, apartOf, type MeasuredApart } from '../measures/measure-apart.ts';
import type { EligibleSuite } from '../measures/samples.ts';
import { type SolvedItem, solvedItem } from '../measures/solved-items.ts';

/** Beside the sources as TypeScript, beside the chunks in `dist/` as an entry of its own. */
const WORKER_FILE = new URL(
  import.meta.url.endsWith('.ts') ? './measure-worker.ts' : '../measure-worker.js',
  import.meta.url,
);

/** Items that are sent together: enough to be cheap, few enough that the worker need not wait for them. */
const ITEMS_TOGETHER = 64;

/** What the worker is told: items of a suite as they come, and then what to measure of it. */
export type ToMeasurer = { readonly read: readonly SolvedItem[] } | { readonly measure: ApartRequest };

/** Measures in a worker what can be had apart, while this thread grades and reads the wording of the same samples. */
export interface Measurer {
  /** Has an item of the suite at hand read, at once. */
  readonly read: (item: GradedItem) => void;
  /** Measures that suite, of which every eligible item was read; what is read from now on is of the next. */
  readonly measure: (suite: EligibleSuite) => Promise<MeasuredApart>;
  /** Ends the worker, whatever it is at. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (measured: MeasuredApart) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts the worker. Whoever opens it closes it. */
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
      // Whoever asked may have failed meanwhile and wait no more.
      answer.catch(() => undefined);
      return answer;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
