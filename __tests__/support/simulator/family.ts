import type { Way } from './calculation.ts';
import type { Stream } from './stream.ts';

/** A kind of word problem: a shape in one setting, without numbers yet. */
export interface Family {
  readonly name: string;
  readonly role: 'target' | 'ood';
  /** Steps of its shortest way. */
  readonly steps: number;
  /** Numbers for one item; every intermediate result is a positive whole number. */
  readonly draw: (stream: Stream) => readonly number[];
  /** Whether these numbers are possible, including their count. */
  readonly takes: (numbers: readonly number[]) => boolean;
  /** The question in at least two wordings. */
  readonly prompts: (numbers: readonly number[], who: string) => readonly string[];
  /** At least two. */
  readonly ways: (numbers: readonly number[]) => readonly Way[];
}

/** Numbers of a family of two, three or four steps: one more than its steps. */
export type Three = readonly [number, number, number];
export type Four = readonly [number, number, number, number];
export type Five = readonly [number, number, number, number, number];

/** A family of the target suite, defined with its numbers as a tuple. */
export function wordProblem<Numbers extends Three | Four | Five>(told: {
  readonly name: string;
  readonly steps: 2 | 3 | 4;
  readonly draw: (stream: Stream) => Numbers;
  readonly prompts: (numbers: Numbers, who: string) => readonly string[];
  readonly ways: (numbers: Numbers) => readonly Way[];
}): Family {
  const takes = (numbers: readonly number[]): numbers is Numbers => numbers.length === told.steps + 1;
  const checked = (numbers: readonly number[]): Numbers => {
    if (!takes(numbers))
      throw new Error(`"${told.name}" takes ${told.steps + 1} numbers, not ${numbers.length}`);
    return numbers;
  };
  return {
    name: told.name,
    role: 'target',
    steps: told.steps,
    takes,
    draw: told.draw,
    prompts: (numbers, who) => told.prompts(checked(numbers), who),
    ways: (numbers) => told.ways(checked(numbers)),
  };
}
