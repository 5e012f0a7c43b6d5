import { Worker } from 'node:worker_threads';
import type { Comparison } from './same-answer.ts';

export interface ComparisonRequest {
  readonly gold: string;
  readonly answer: string;
  readonly comparison: Comparison;
}

/** Whether two answers are the same, or why that could not be found out. */
export type ComparisonAnswer = { readonly same: boolean } | { readonly unreadable: string };

/** A comparison takes a few milliseconds; what takes so long would take for ever. */
const TIME_LIMIT_MS = 1500;
const MEMORY_LIMIT_MB = 512;

/** Beside the sources as TypeScript, beside the chunks in `dist/` as an entry of its own. */
const WORKER_FILE = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : '../math-worker.js',
  import.meta.url,
);

/**
 * Compares answers in a worker, one after another: what the parser of LaTeX hangs on costs its time limit and a new
 * worker, and the next comparison goes on. The worker keeps no process alive between comparisons.
 */
export class Comparer {
  readonly #timeLimitMs: number;
  #worker: Promise<Worker> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(timeLimitMs = TIME_LIMIT_MS) {
    this.#timeLimitMs = timeLimitMs;
  }

  /** @throws Error where no worker can be started */
  compare(request: ComparisonRequest): Promise<ComparisonAnswer> {
    const answer = this.#last.then(() => this.#ask(request));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Ends the worker; a later comparison starts another. */
  async close(): Promise<void> {
    await this.#last;
    const worker = await this.#worker?.catch(() => undefined);
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #ask(request: ComparisonRequest): Promise<ComparisonAnswer> {
    this.#worker ??= started();
    const worker = await this.#worker;
    const answer = await answerOf(worker, request, this.#timeLimitMs);
    if ('unreadable' in answer && answer.ended) {
      this.#worker = undefined;
      await worker.terminate();
    }
    return 'unreadable' in answer ? { unreadable: answer.unreadable } : answer;
  }
}

/** Resolves when the worker listens, so that no comparison pays for its start. */
function started(): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER_FILE, {
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      worker.unref();
      resolve(worker);
    });
  });
}

type Settled = { readonly same: boolean } | { readonly unreadable: string; readonly ended: boolean };

function answerOf(worker: Worker, request: ComparisonRequest, timeLimitMs: number): Promise<Settled> {
  return new Promise((resolve) => {
    const settle = (answer: Settled): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      worker.unref();
      resolve(answer);
    };
    const onMessage = (answer: ComparisonAnswer): void =>
      settle('same' in answer ? answer : { ...answer, ended: false });
    const onError = (error: Error): void => settle({ unreadable: error.message, ended: true });
    const onExit = (): void => settle({ unreadable: 'the worker ended', ended: true });
    const timer = setTimeout(
      () => settle({ unreadable: `no result within ${timeLimitMs} ms`, ended: true }),
      timeLimitMs,
    );
    worker.ref();
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage(request);
  });
}
