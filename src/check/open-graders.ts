import { ConfigError } from '../errors.ts';
import { quoted } from '../files/found.ts';
import type { Grader, GraderEdges, GradingEdges } from '../grading/grader.ts';
import { runKnownAnswers } from '../grading/known-answers.ts';
import { createGrader, type GraderSpec, userProgramOf } from '../grading/registry.ts';
import { namedInside } from './judged-folder.ts';
import type { Plan } from './plan.ts';

/** The graders of a plan, ready to grade. */
export interface Graders {
  /** Undefined on open suites. */
  of(suite: string): Grader | undefined;
  /** Ends what the graders have started. To be called whatever became of the run. */
  close(): Promise<void>;
}

/**
 * Creates the graders of a plan once each has passed its known-answer cases: before anything is spent, and only where
 * something will be graded, since a grader may execute.
 *
 * @throws GraderError where one fails its own cases; ConfigError where one would run a program on behalf of a fork, or one that
 *   lies among the files of what is judged.
 */
export async function openGraders(plan: Plan, edges: GradingEdges): Promise<Graders> {
  const bySuite = new Map<string, Grader>();
  for (const { suite, grader, graderFiles } of plan.suites) {
    if (grader === undefined) continue;
    refuseProgram(grader, { suite: suite.name, configPath: plan.configPath, edges });
    const own = withFiles(edges, graderFiles);
    await runKnownAnswers(grader, own);
    bySuite.set(suite.name, createGrader(grader, own));
  }
  return {
    of: (suite) => bySuite.get(suite),
    close: async () => {
      await Promise.all([...bySuite.values()].map(async (grader) => grader.close?.()));
    },
  };
}

/** Who asks for the signal begins to listen for interrupts: only a grader that starts something does. */
function withFiles(edges: GradingEdges, files: ReadonlyMap<string, Uint8Array>): GraderEdges {
  const { env, headIsTrusted } = edges;
  return {
    env,
    headIsTrusted,
    files,
    get signal() {
      return edges.signal;
    },
  };
}

function refuseProgram(
  grader: GraderSpec,
  { suite, configPath, edges }: { suite: string; configPath: string; edges: GradingEdges },
): void {
  const words = userProgramOf(grader);
  if (words === undefined) return;
  if (!edges.headIsTrusted) {
    throw new ConfigError({
      what: `the grader ${grader.type} of suite ${suite} runs a program on this machine, and what is judged comes from a fork`,
      where: configPath,
      mend: 'Push the change to a branch of this repository once you have read it, and measure it there.',
    });
  }
  const inside = namedInside(words, edges.judgedFolder);
  if (inside === undefined) return;
  throw new ConfigError({
    what: `the grader ${grader.type} of suite ${suite} names ${quoted(inside)}, which lies among the files of the pull request that is judged`,
    where: configPath,
    mend: 'Name the file relative to the configuration and list it under files: it is then the base’s, and pinned.',
  });
}
