import { ConfigError } from '../../errors.ts';
import { quoted } from '../../files/printable.ts';
import type { Grader, GraderEdges, GradingEdges } from '../../grading/grader.ts';
import { runKnownAnswers } from '../../grading/known-answers/known-answers.ts';
import { type GraderSpec, judgeOf, userProgramOf } from '../../config/graders/graders.ts';
import { createGrader } from '../../grading/registry.ts';
import { resolveJudgeModel } from '../../servers/judge-model.ts';
import type { Judge, Judges } from '../../sampling/judges/judges.ts';
import { namedInside } from './head-folder.ts';
import type { Plan } from './plan.ts';

/** A plan's graders, which have passed their checks and can grade. */
export interface Graders {
  /** Returns the suite's grader; undefined for open suites. */
  of(suite: string): Grader | undefined;
  /** Stops everything that the graders started. Must be called even if the run failed. */
  close(): Promise<void>;
}

/** The client for a plan's judge models; undefined without judges. Sends no requests yet. */
export function judgesOf({ suites }: Plan, { openJudges }: GradingEdges): Judges | undefined {
  return suites.some(({ grader }) => isJudged(grader)) ? openJudges?.() : undefined;
}

/** Whether every grade needs a request to a model. */
export function isJudged(grader: GraderSpec | undefined): boolean {
  return grader !== undefined && judgeOf(grader) !== undefined;
}

/**
 * Creates a plan's graders and checks them against their known answers. Called before anything is spent, and only if
 * something will be graded, because a grader may execute code. Closing the graders also closes `judges`.
 *
 * @throws {GraderError} if a grader fails its known answers
 * @throws {SamplingError} if a judge cannot be reached
 * @throws {ConfigError} if a judge's address is missing, or if a grader would run a program for a fork's pull request
 * or from the pull request's files
 */
export async function openGraders(plan: Plan, edges: GradingEdges, judges?: Judges): Promise<Graders> {
  const bySuite = new Map<string, Grader>();
  const close = async (): Promise<void> => {
    await Promise.all([...bySuite.values()].map(async (grader) => grader.close?.()));
    await judges?.close();
  };
  try {
    for (const { suite, grader, graderFiles } of plan.suites) {
      if (grader === undefined) continue;
      refuseProgram(grader, { suite: suite.name, configPath: plan.configPath, edges });
      const model = judgeOf(grader);
      const judge = model && judges?.of(resolveJudgeModel(model, suite.name, edges.env));
      const own = edgesFor(edges, { files: graderFiles, judge });
      await runKnownAnswers(grader, own);
      bySuite.set(suite.name, createGrader(grader, own));
    }
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  return { of: (suite) => bySuite.get(suite), close };
}

/**
 * The signal is read lazily, because reading it starts listening for interrupts. Only graders that start something need
 * the signal.
 */
function edgesFor(
  edges: GradingEdges,
  { files, judge }: { readonly files: ReadonlyMap<string, Uint8Array>; readonly judge: Judge | undefined },
): GraderEdges {
  const { env, headIsTrusted } = edges;
  return {
    env,
    headIsTrusted,
    files,
    ...(judge === undefined ? {} : { judge }),
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
      what: `the grader ${grader.type} of suite ${suite} runs a program on this machine, but this pull request comes from a fork`,
      where: configPath,
      fix: 'Review the change, push it to a branch of this repository, and check it there.',
    });
  }
  const inside = namedInside(words, edges.headFolder);
  if (inside === undefined) return;
  throw new ConfigError({
    what: `the grader ${grader.type} of suite ${suite} refers to ${quoted(inside)}, which is a file in the pull request`,
    where: configPath,
    fix: 'Write the path of the file relative to the configuration and list it under files, so that the pinned file from the base commit is used.',
  });
}
