import type { GradingEdges } from '../grading/grader.ts';
import { type JudgingRequest, openJudges } from '../sampling/judges.ts';
import type { Terminal } from './terminal.ts';

/** Where verdicts of models are kept, and who is told how judging goes. */
type Judging = Pick<JudgingRequest, 'storeDir' | 'onJudging' | 'onWarning'>;

/**
 * What graders get on a terminal, where whoever types has chosen what is judged. Interrupts are listened for from the moment
 * that a grader starts something which has to end with the run; without, they end the process as ever.
 */
export function localGrading(
  { env }: Pick<Terminal, 'env'>,
  interruptible: () => AbortSignal,
  judging: Judging,
): GradingEdges {
  let known: AbortSignal | undefined;
  const signal = (): AbortSignal => (known ??= interruptible());
  return {
    env,
    headIsTrusted: true,
    get signal() {
      return signal();
    },
    openJudges: () => openJudges({ ...judging, env, signal: signal() }),
  };
}
