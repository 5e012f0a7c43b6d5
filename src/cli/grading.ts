import type { GradingEdges } from '../grading/grader.ts';
import type { Terminal } from './terminal.ts';

/**
 * What graders get on a terminal, where whoever types has chosen what is judged. Interrupts are listened for from the moment
 * that a grader starts something which has to end with the run; without, they end the process as ever.
 */
export function localGrading({ env }: Pick<Terminal, 'env'>, interruptible: () => AbortSignal): GradingEdges {
  let signal: AbortSignal | undefined;
  return {
    env,
    headIsTrusted: true,
    get signal() {
      signal ??= interruptible();
      return signal;
    },
  };
}
