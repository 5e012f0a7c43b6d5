import type { GraderEdges } from '../grader.ts';
import { runKnownAnswer } from './known-answer.ts';
import type { GraderSpec } from '../../config/graders/graders.ts';
import { knownAnswersOf } from '../registry.ts';

const OWN = 'Its grades cannot be trusted. Fix the grader, or correct the case under known if it is wrong.';

/**
 * Runs a grader's known-answer cases. The cases test the engine on this machine rather than the user's options, so each
 * case is graded with its own options. If a grader also needs some of the user's options, it declares which.
 *
 * @throws FailedKnownAnswer for the first case with an unexpected outcome; GraderError if the grader crashes on a case
 */
export async function runKnownAnswers(spec: GraderSpec, edges?: GraderEdges): Promise<void> {
  for (const { grader, cases, areOwn } of knownAnswersOf(spec, edges)) {
    const fix = areOwn ? (grader.fix ?? OWN) : undefined;
    try {
      const runs = await Promise.allSettled(cases.map((known) => runKnownAnswer(grader, known, fix)));
      for (const run of runs) if (run.status === 'rejected') throw run.reason;
    } finally {
      await grader.close?.();
    }
  }
}
