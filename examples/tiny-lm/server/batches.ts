import type { Decoder } from './decoder.ts';
import { generate, type Solution, type Task } from './generate.ts';

/** Number of solutions that are written together. More would take memory without being faster. */
const SOLUTIONS_AT_A_TIME = 256;

export type Ask = (task: Omit<Task, 'done'>) => Promise<readonly Solution[]>;

interface Waiting extends Task {
  readonly failed: (reason: unknown) => void;
}

/**
 * Solves tasks as they arrive: tasks that wait when the model becomes free are solved together. A task for more solutions than
 * this is solved alone.
 */
export function createBatches(decoder: Decoder, words: { readonly size: number; readonly end: number }): Ask {
  let waiting: Waiting[] = [];
  let working = false;

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchSize(waiting));
      waiting = waiting.slice(batch.length);
      try {
        await generate(decoder, words, batch);
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
      // Clients that just got an answer send their next request before the next batch is closed.
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };

  return (task) =>
    new Promise((done, failed) => {
      waiting.push({ ...task, done, failed });
      if (working) return;
      working = true;
      setImmediate(() => {
        void work().finally(() => {
          working = false;
        });
      });
    });
}

/** As many tasks as fit; each takes up as many solutions as the largest of them. */
function batchSize(waiting: readonly Task[]): number {
  let most = 0;
  for (const [place, { n }] of waiting.entries()) {
    most = Math.max(most, n);
    if (place > 0 && most * (place + 1) > SOLUTIONS_AT_A_TIME) return place;
  }
  return waiting.length;
}
