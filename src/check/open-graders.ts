import { ConfigError } from '../errors.ts';
import { quoted } from '../files/found.ts';
import type { Grader, GraderEdges, GradingEdges } from '../grading/grader.ts';
import { runKnownAnswers } from '../grading/known-answers.ts';
import { createGrader, type GraderSpec, judgeOf, userProgramOf } from '../grading/registry.ts';
import { resolveJudgeModel } from '../checkpoints/judge-model.ts';
import type { Judge, Judges } from '../sampling/judges.ts';
import { namedInside } from './judged-folder.ts';
import type { Plan } from './plan.ts';

/** The graders of a plan, ready to grade. */
export interface Graders {
  /** Undefined on open suites. */
  of(suite: string): Grader | undefined;
  /** Ends what the graders have started. To be called whatever became of the run. */
  close(): Promise<void>;
}

/** What asks the models that judge in a plan; undefined where none does. Nothing is asked yet. */
export function judgesOf({ suites }: Plan, { openJudges }: GradingEdges): Judges | undefined {
  return suites.some(({ grader }) => isJudged(grader)) ? openJudges?.() : undefined;
}

/** Whether a model is asked for every grade. */
export function isJudged(grader: GraderSpec | undefined): boolean {
  return grader !== undefined && judgeOf(grader) !== undefined;
}

/**
 * Creates the graders of a plan once each has passed its known-answer cases: before anything is spent, and only where
 * something will be graded, since a grader may execute. `judges` are closed with them.
 *
 * @throws GraderError where one fails its own cases; SamplingError where a judge cannot be asked; ConfigError where its address is missing, where one would run a program on behalf of a fork, or one that
 *   lies among the files of what is judged.
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

/** Who asks for the signal begins to listen for interrupts: only a grader that starts something does. */
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
