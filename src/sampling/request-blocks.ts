import type { Budget } from './budget.ts';
import { unlessSpent } from './budgeted-turns.ts';
import type { CompletionChoice } from '../servers/chat/completion-response.ts';
import type { Job } from './preflight.ts';
import type { SamplingRequest } from './sampling-request.ts';
import { runBounded } from './scheduler.ts';
import type { SideServer } from './side-server.ts';
import type { Sample } from '../store/suite-in-store.ts';
import type { SuiteRun } from './suite-run.ts';
import type { Timing } from '../timing.ts';

/** A sample with its completion. */
export interface SampledCompletion {
  readonly sample: Sample;
  readonly completion: CompletionChoice;
}

/**
 * Requests the jobs in order and stores the completions. Resolves early if the budget is used up.
 *
 * @param onDone called for each job with its new samples; the list is empty if all of the job's samples failed
 */
export type RequestBlocks = (
  jobs: readonly Job[],
  onDone?: (job: Job, drawn: readonly SampledCompletion[]) => void,
) => Promise<void>;

export function blockRequester({
  budget,
  signal,
  concurrency,
  sideOf,
  now,
  onProgress,
  onBlock,
}: {
  readonly budget: Budget;
  readonly signal: AbortSignal;
  readonly concurrency: number;
  readonly sideOf: (side: 'old' | 'new') => SideServer | undefined;
  readonly now: Timing['now'];
  readonly onProgress: (run: SuiteRun) => void;
  readonly onBlock: SamplingRequest['onBlock'] | undefined;
}): RequestBlocks {
  const askOne = async (
    job: Job,
    signal: AbortSignal,
    onDone: Parameters<RequestBlocks>[1],
  ): Promise<void> => {
    const { run, block } = job;
    const all: SampledCompletion[] = [];
    const began = now();
    for await (const drawn of sideOf(run.side)?.ask(block, signal, budget) ?? []) {
      if ('failure' in drawn) run.fail(drawn.samples, drawn.failure.message);
      else {
        await run.keep(drawn.samples, drawn.completions, now());
        if (onDone !== undefined) {
          drawn.completions.forEach((completion, place) => {
            const sample = drawn.samples[place];
            if (sample !== undefined) all.push({ sample, completion });
          });
        }
      }
      onProgress(run);
    }
    onBlock?.({ side: run.side, suite: run.suite, ms: now() - began });
    onDone?.(job, all);
  };
  return (jobs, onDone) =>
    runBounded({
      jobs,
      concurrency,
      signal,
      run: (job, own) => unlessSpent(budget, () => askOne(job, own, onDone)),
    }).catch((error: unknown) => {
      if (!budget.over.aborted || error !== budget.over.reason) throw error;
    });
}
