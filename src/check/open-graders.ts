import { ConfigError } from '../errors.ts';
import type { Grader, GradingEdges } from '../grading/grader.ts';
import { runKnownAnswers } from '../grading/known-answers.ts';
import { createGrader, type GraderSpec, runsUserProgram } from '../grading/registry.ts';
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
 * @throws GraderError where one fails its own cases; ConfigError where one would run a program on behalf of a fork.
 */
export async function openGraders({ config, configPath }: Plan, edges: GradingEdges): Promise<Graders> {
  const bySuite = new Map<string, Grader>();
  for (const { name, grader } of config.suites) {
    if (grader === undefined) continue;
    if (runsUserProgram(grader) && !edges.headIsTrusted) throw refusal(name, grader, configPath);
    await runKnownAnswers(grader, edges);
    bySuite.set(name, createGrader(grader, edges));
  }
  return {
    of: (suite) => bySuite.get(suite),
    close: async () => {
      await Promise.all([...bySuite.values()].map(async (grader) => grader.close?.()));
    },
  };
}

function refusal(suite: string, { type }: GraderSpec, configPath: string): ConfigError {
  return new ConfigError({
    what: `the grader ${type} of suite ${suite} runs a program on this machine, and what is judged comes from a fork`,
    where: configPath,
    mend: 'Push the change to a branch of this repository once you have read it, and measure it there.',
  });
}
