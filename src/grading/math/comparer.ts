import { Worker } from 'node:worker_threads';
import type { Compared } from './compare.ts';
import type { Comparison } from './same/comparison.ts';

export interface ComparisonRequest {
  readonly gold: string;
  readonly answer: string;
  readonly comparison: Comparison;
}

/** A comparison takes a few milliseconds; what takes so long would take for ever. */
const TIME_LIMIT_MS = 1500;
const MEMORY_LIMIT_MB = 512;
/** Where a comparison does not get its time within so many times that time, the machine is no use. */
const PATIENCE = 60;

/** Between two looks at a worker's time. */
const LEAST_WAIT_MS = 20;

/** Beside the sources as TypeScript, beside the chunks in `dist/` as an entry of its own. */
const WORKER_FILE = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : '../math-worker.js',
  import.meta.url,
);

/** What a comparison came to, or that the worker did not come to an end with it: through the answer's fault, or its own. */
type Attempt = Compared | Lost;

interface Lost {
  readonly lost: string;
  readonly byAnswer: boolean;
}

function isLost(attempt: Attempt): attempt is Lost {
  return typeof attempt === 'object' && 'lost' in attempt;
}

/**
 * Compares answers in a worker, one after another: what the parser of LaTeX hangs on costs its time limit and a new
 * worker, and the next comparison goes on. The worker keeps no process alive between comparisons.
 *
 * The time limit is of processor time, so that a slow or busy machine changes no grade. Where the worker ends without a word,
 * another one tries again: only an answer that takes all memory of both cannot be compared.
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

  /** @throws Error where no worker can be started, and where two in a row ended for reasons that are not the answer's */
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
  /** Of processor time. */
  readonly timeLimitMs: number;
  readonly memoryLimitMb: number;
  /** How many times its time a comparison may wait for it. */
  readonly patience: number;
}

/** Resolves when the worker listens, so that no comparison pays for its start. */
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

/** The processor time that the worker has had; where Node cannot tell it (before 24.6), that of this whole process. */
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
      settle({ lost: byAnswer ? `it takes more than ${memoryLimitMb} MB` : error.message, byAnswer }, false);
    };
    const onExit = (): void => settle({ lost: 'the worker ended', byAnswer: false }, false);

    // A worker that has ended tells no time: that it ended is told then.
    const atBegin = processorTimeMs(worker).catch(() => 0);
    const beganAt = performance.now();
    const look = async (): Promise<void> => {
      const had = (await processorTimeMs(worker)) - (await atBegin);
      if (isSettled) return;
      if (had >= timeLimitMs) {
        settle({ unreadable: `no result within ${timeLimitMs} ms of processor time` }, false);
      } else if (performance.now() - beganAt > patience * timeLimitMs) {
        const lost = `the machine gave the worker ${Math.round(had)} ms in ${patience * timeLimitMs} ms`;
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
