import { chooseToken, type Choosing } from './choose-token.ts';
import type { Decoder, Reading } from './decoder.ts';

export interface Solution {
  /** Without the token that ends a solution. */
  readonly tokens: readonly number[];
  /** `length` if the limit cut it. */
  readonly finishReason: 'stop' | 'length';
}

export interface Task extends Choosing {
  /** At least one token. */
  readonly prompt: readonly number[];
  /** At least 1. */
  readonly n: number;
  /** The maximum number of tokens of a solution, including the one that ends it; at least 1. */
  readonly maxTokens: number;
  /** The random numbers of the solution at this index: from 0 to 1, exclusive of 1. */
  readonly drawsOf: (index: number) => () => number;
  /** Called once, as soon as all its solutions are written. */
  readonly done: (solutions: readonly Solution[]) => void;
}

interface Writing {
  readonly tokens: number[];
  readonly draw: () => number;
  finishReason: Solution['finishReason'] | undefined;
}

/**
 * Solves some tasks together, one token of every solution at a time. Finished tasks are removed once they are a quarter of the
 * tasks in progress.
 */
export async function generate(
  decoder: Decoder,
  { size, end }: { readonly size: number; readonly end: number },
  tasks: readonly Task[],
): Promise<void> {
  const solutions = Math.max(...tasks.map(({ n }) => n));
  const { first, reading: started } = await decoder.read(
    tasks.map(({ prompt }) => prompt),
    solutions,
  );
  let reading: Reading = started;
  let rows = tasks.map((task) => ({
    task,
    writings: Array.from({ length: task.n }, (_, index): Writing => ({
      tokens: [],
      draw: task.drawsOf(index),
      finishReason: undefined,
    })),
  }));
  let logits = first;
  /** Initially all solutions of a prompt share its scores. */
  let scored = 1;
  for (;;) {
    for (const [place, { task, writings }] of rows.entries()) {
      if (isDone(writings)) continue;
      for (const [index, writing] of writings.entries()) {
        if (writing.finishReason !== undefined) continue;
        const from = (place * scored + (scored === 1 ? 0 : index)) * size;
        const token = chooseToken({ logits, from, size }, task, writing.draw);
        if (token === end) writing.finishReason = 'stop';
        else writing.tokens.push(token);
        if (token !== end && writing.tokens.length >= task.maxTokens) writing.finishReason = 'length';
      }
      if (isDone(writings)) task.done(writings.map(asSolution));
    }
    const open = rows.flatMap(({ writings }, place) => (isDone(writings) ? [] : [place]));
    if (open.length === 0) return;
    if (4 * open.length <= 3 * rows.length) {
      reading = reading.keep(open);
      rows = rows.filter(({ writings }) => !isDone(writings));
    }
    const tokens = rows.flatMap(({ writings }) =>
      Array.from({ length: solutions }, (_, index) => writings[index]?.tokens.at(-1) ?? end),
    );
    logits = await reading.step(tokens);
    scored = solutions;
  }
}

const isDone = (writings: readonly Writing[]): boolean =>
  writings.every(({ finishReason }) => finishReason !== undefined);

const asSolution = ({ tokens, finishReason = 'stop' }: Writing): Solution => ({ tokens, finishReason });
