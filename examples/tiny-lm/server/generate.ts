import { chooserOf, type Choosing } from './choose-token.ts';
import type { Decoder } from './decoder.ts';

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
  readonly index: number;
  readonly draw: () => number;
}

/** Solutions of one task that begin with the same tokens. The model reads these only once. */
interface Beginning {
  readonly task: Task;
  readonly tokens: readonly number[];
  readonly writings: readonly Writing[];
}

/** A beginning that is one token longer than the one at the place `from`. */
interface Longer extends Beginning {
  readonly from: number;
}

/** Solves some tasks together, one token of every solution at a time. */
export async function generate(
  decoder: Decoder,
  { size, end }: { readonly size: number; readonly end: number },
  tasks: readonly Task[],
): Promise<void> {
  const solutions = new Map(tasks.map((task) => [task, new Map<number, Solution>()]));
  const { first, reading } = await decoder.read(tasks.map(({ prompt }) => prompt));
  let logits = first;
  let beginnings: readonly Beginning[] = tasks.map((task) => ({
    task,
    tokens: [],
    writings: Array.from({ length: task.n }, (_, index) => ({ index, draw: task.drawsOf(index) })),
  }));
  for (;;) {
    const longer = beginnings.map(({ task, tokens, writings }, from): Longer[] => {
      const choose = chooserOf({ logits, from: from * size, size }, task);
      const chosen = Map.groupBy(writings, ({ draw }) => choose(draw));
      return [...chosen].flatMap(([token, same]) => {
        const next = { task, tokens: token === end ? tokens : [...tokens, token], writings: same, from };
        if (token !== end && next.tokens.length < task.maxTokens) return [next];
        finish(next, token === end ? 'stop' : 'length', solutions.get(task));
        return [];
      });
    });
    const placed = inPlace(longer);
    if (placed.length === 0) return;
    beginnings = placed;
    logits = await reading.step(placed.map(({ from, tokens }) => ({ from, token: tokens.at(-1) ?? end })));
  }
}

function finish(
  { task, tokens, writings }: Beginning,
  finishReason: Solution['finishReason'],
  finished = new Map<number, Solution>(),
): void {
  for (const { index } of writings) finished.set(index, { tokens, finishReason });
  if (finished.size < task.n) return;
  task.done([...finished].sort(([a], [b]) => a - b).map(([, solution]) => solution));
}

/** Puts the first beginning that continues another in its place, and the others into the gaps, so that few are moved. */
function inPlace(longer: readonly (readonly Longer[])[]): readonly Longer[] {
  const places: (Longer | undefined)[] = longer.map(([first]) => first);
  const gaps = [...places.keys()].filter((place) => places[place] === undefined);
  for (const more of longer.flatMap(([, ...others]) => others)) places[gaps.shift() ?? places.length] = more;
  for (const gap of gaps) {
    while (places.length > gap && places.at(-1) === undefined) places.pop();
    if (places.length > gap) places[gap] = places.pop();
  }
  return places.filter((beginning) => beginning !== undefined);
}
