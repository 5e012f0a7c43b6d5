import type { GradingEdges } from '../grading/grader.ts';
import { type JudgingRequest, openJudges } from '../sampling/judges/judges.ts';
import type { Terminal } from './terminal.ts';

/** The folder for judges' verdicts, and the callbacks for progress and warnings. */
type Judging = Pick<JudgingRequest, 'storeDir' | 'onJudging' | 'onWarning'>;

/**
 * The dependencies of graders on the command line, where the user has chosen the files. Interrupts are handled only
 * once a grader has started something that must end with the run. Before that, they end the process as usual.
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
