import { Worker } from 'node:worker_threads';
import type { Compared } from './compare.ts';
import type { Comparison } from './same/comparison.ts';

export interface ComparisonRequest {
  readonly gold: string;
  readonly answer: string;
  readonly comparison: Comparison;
}

/**
 * Processor-time limit of a comparison. A comparison usually takes a few milliseconds; a comparison that takes this
 * long is unlikely ever to end.
 */
const TIME_LIMIT_MS = 1500;
const MEMORY_LIMIT_MB = 512;
/**
 * Maximum duration of a comparison, as a multiple of its processor-time limit. If the comparison has not received that
 * much processor time by then, the machine is too busy to be usable.
 */
const PATIENCE = 60;

/** Minimum interval between checks of a worker's processor time. */
const LEAST_WAIT_MS = 20;

/**
 * The worker's script. The script is next to the sources if run as TypeScript; otherwise, it is a separate entry next to
 * the chunks in `dist/`.
 */
const WORKER_FILE = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : '../math-worker.js',
  import.meta.url,
);

/**
 * The result of a comparison, or why the worker did not finish the comparison: because of the answer, or because of the
 * worker.
 */
type Attempt = Compared | Lost;

interface Lost {
  readonly lost: string;
  readonly byAnswer: boolean;
}

function isLost(attempt: Attempt): attempt is Lost {
  return typeof attempt === 'object' && 'lost' in attempt;
}

/**
 * Compares answers in a worker, one after another. If the LaTeX parser hangs on an answer, the cost is only that
 * comparison's time limit and a new worker, and the next comparison proceeds. The worker does not keep the process
 * alive between comparisons.
 *
 * The limit is on processor time, so a slow or busy machine does not affect any grade. If the worker ends without a
 * result, another worker tries again: only an answer that exhausts the memory of both workers cannot be compared.
 */
export class Comparer {
  readonly #limits: Limits;
  readonly #workerFile: URL;
  #worker: Promise<Worker> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor({
    timeLimitMs = TIME_LIMIT_MS,
    memoryLimitMb = MEMORY_LIMIT_MB,
    patience = PATIENCE,
    workerFile = WORKER_FILE,
  }: Partial<Limits> & { readonly workerFile?: URL } = {}) {
    this.#limits = { timeLimitMs, memoryLimitMb, patience };
    this.#workerFile = workerFile;
  }

  /** @throws Error if no worker can be started, or if two workers in a row ended for reasons unrelated to the answer */
  compare(request: ComparisonRequest): Promise<Compared> {
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

  async #ask(request: ComparisonRequest): Promise<Compared> {
    const first = await this.#attempt(request);
    const attempt = isLost(first) ? await this.#attempt(request) : first;
    if (!isLost(attempt)) return attempt;
    if (attempt.byAnswer) return { unreadable: attempt.lost };
    throw new Error(`answers could not be compared: ${attempt.lost}`);
  }

  async #attempt(request: ComparisonRequest): Promise<Attempt> {
    this.#worker ??= started(this.#workerFile, this.#limits);
    const worker = await this.#worker.catch((error: unknown) => {
      this.#worker = undefined;
      throw error;
    });
    const { attempt, goesOn } = await answerOf(worker, request, this.#limits);
    if (!goesOn) {
      this.#worker = undefined;
      await worker.terminate();
    }
    return attempt;
  }
}

interface Limits {
  /** Processor-time limit of a comparison, in milliseconds. */
  readonly timeLimitMs: number;
  readonly memoryLimitMb: number;
  /** Maximum duration of a comparison, as a multiple of its processor-time limit. */
  readonly patience: number;
}

/** Resolves when the worker is listening, so that no comparison includes its start. */
function started(workerFile: URL, { memoryLimitMb }: Limits): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, {
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    });
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      worker.unref();
      resolve(worker);
    });
  });
}

/** The worker's processor time so far or, if Node cannot measure it (before 24.6), the whole process's processor time. */
async function processorTimeMs(worker: Worker): Promise<number> {
  const had = 'cpuUsage' in worker ? await worker.cpuUsage() : process.cpuUsage();
  return (had.user + had.system) / 1000;
}

function answerOf(
  worker: Worker,
  request: ComparisonRequest,
  { timeLimitMs, memoryLimitMb, patience }: Limits,
): Promise<{ readonly attempt: Attempt; readonly goesOn: boolean }> {
  return new Promise((resolve) => {
    let isSettled = false;
    const settle = (attempt: Attempt, goesOn: boolean): void => {
      isSettled = true;
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      worker.unref();
      resolve({ attempt, goesOn });
    };
    const onMessage = (answer: Compared): void => settle(answer, true);
    const onError = (error: NodeJS.ErrnoException): void => {
      const byAnswer = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(
        { lost: byAnswer ? `the comparison needs more than ${memoryLimitMb} MB` : error.message, byAnswer },
        false,
      );
    };
    const onExit = (): void => settle({ lost: 'the worker exited', byAnswer: false }, false);

    // A worker that has ended reports no time; its end is handled separately.
    const atBegin = processorTimeMs(worker).catch(() => 0);
    const beganAt = performance.now();
    const look = async (): Promise<void> => {
      const had = (await processorTimeMs(worker)) - (await atBegin);
      if (isSettled) return;
      if (had >= timeLimitMs) {
        settle({ unreadable: `no result within ${timeLimitMs} ms of processor time` }, false);
      } else if (performance.now() - beganAt > patience * timeLimitMs) {
        const lost = `the worker got only ${Math.round(had)} ms of processor time within ${patience * timeLimitMs} ms`;
        settle({ lost, byAnswer: false }, false);
      } else timer = setTimeout(onTime, Math.max(timeLimitMs - had, LEAST_WAIT_MS));
    };
    const onTime = (): void => void look().catch(() => {});
    let timer = setTimeout(onTime, timeLimitMs);
    worker.ref();
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage(request);
  });
}
