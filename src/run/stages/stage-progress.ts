import { isJudged } from './open-graders.ts';
import type { Plan } from './plan.ts';

/**
 * Work on this machine that may take a while: reading files, grading, computing measures, splitting in `self-test`,
 * converting rows in `import`.
 */
export type Stage = 'reading' | 'grading' | 'measuring' | 'self-test' | 'converting';

/** One stage's progress, from 0 to `total`. What is counted depends on the stage. */
export interface StageProgress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

/** Called often, also by code that never yields, so it must be cheap and must not rely on timers. */
export type OnStage = (progress: StageProgress) => void;

/**
 * Counts the items that are graded on this machine. Each item is graded `times` times: once for its samples and, if
 * there are greedy samples, once for those.
 */
export function itemCounter(suites: Plan['suites'], times: number, onStage: OnStage): () => void {
  const total = suites
    .filter(({ grader }) => !isJudged(grader))
    .reduce((sum, { suite }) => sum + times * suite.items.length, 0);
  let done = 0;
  return () => {
    done += 1;
    onStage({ stage: 'grading', done, total });
  };
}
