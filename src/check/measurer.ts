import { Worker } from 'node:worker_threads';
import { type ApartRequest, apartOf, type MeasuredApart } from '../measures/measure-apart.ts';
import type { EligibleSuite } from '../measures/samples.ts';

/** Beside the sources as TypeScript, beside the chunks in `dist/` as an entry of its own. */
const WORKER_FILE = new URL(
  import.meta.url.endsWith('.ts') ? './measure-worker.ts' : '../measure-worker.js',
  import.meta.url,
);

/** Measures in a worker what can be had apart, while this thread reads the wording of the same samples. */
export interface Measurer {
  /** Begins at once, suites in the order of the calls. */
  readonly measure: (suite: EligibleSuite) => Promise<MeasuredApart>;
  /** Ends the worker, whatever it is at. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (measured: MeasuredApart) => void;
  readonly reject: (error: unknown) => void;
}

/** The worker starts with the first suite. */
export function openMeasurer(): Measurer {
  let worker: Worker | undefined;
  const waiting: Waiting[] = [];
  const started = (): Worker => {
    const thread = new Worker(WORKER_FILE, { env: {}, execArgv: [] });
    thread.on('message', (measured: MeasuredApart) => waiting.shift()?.resolve(measured));
    thread.on('error', (error) => {
      for (const { reject } of waiting.splice(0)) reject(error);
    });
    return thread;
  };
  return {
    measure: (suite) => {
      const request: ApartRequest = apartOf(suite);
      const answer = new Promise<MeasuredApart>((resolve, reject) => {
        waiting.push({ resolve, reject });
      });
      // Whoever asked may have failed meanwhile and wait no more.
      answer.catch(() => undefined);
      (worker ??= started()).postMessage(request);
      return answer;
    },
    close: async () => {
      await worker?.terminate();
    },
  };
}
