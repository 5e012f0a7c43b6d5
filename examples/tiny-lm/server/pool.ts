import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Solution, Task } from './generate.ts';

export interface WorkerData {
  /** The checkpoint's file, and the folder of the graphs. */
  readonly checkpoint: string;
  readonly graphs: string;
  /** Size of the vocabulary, and the token that ends a solution. */
  readonly size: number;
  readonly end: number;
}

/** A task; its random numbers depend on the seed and the solution's index. */
export interface Question extends Omit<Task, 'drawsOf' | 'done'> {
  readonly seed: number;
}

export interface Work extends Question {
  readonly id: number;
}

export type Reply =
  | 'ready'
  | { readonly id: number; readonly solutions: readonly Solution[] }
  | { readonly id: number; readonly failed: string };

export interface Pool {
  readonly solve: (question: Question) => Promise<readonly Solution[]>;
  readonly close: () => Promise<void>;
}

interface Member {
  readonly worker: Worker;
  /** Solutions that it was asked for and has not delivered yet. */
  open: number;
}

/** Starts threads that each hold the checkpoint; a task goes to the thread with the least work. */
export async function startPool(threads: number, data: WorkerData): Promise<Pool> {
  const answers = new Map<number, (reply: Exclude<Reply, 'ready'>) => void>();
  const members = await Promise.all(
    Array.from({ length: threads }, async (): Promise<Member> => {
      const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: data });
      await once(worker, 'message');
      worker.on('message', (reply: Exclude<Reply, 'ready'>) => answers.get(reply.id)?.(reply));
      return { worker, open: 0 };
    }),
  );
  let asked = 0;
  return {
    solve(question) {
      const member = members.reduce((least, other) => (other.open < least.open ? other : least));
      const id = asked;
      asked += 1;
      member.open += question.n;
      return new Promise((resolve, reject) => {
        answers.set(id, (reply) => {
          answers.delete(id);
          member.open -= question.n;
          if ('failed' in reply) reject(new Error(reply.failed));
          else resolve(reply.solutions);
        });
        member.worker.postMessage({ ...question, id } satisfies Work);
      });
    },
    async close() {
      await Promise.all(members.map(({ worker }) => worker.terminate()));
    },
  };
}
