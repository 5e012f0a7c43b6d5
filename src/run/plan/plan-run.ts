import { resolveCheckpoints } from '../../servers/resolve-checkpoints.ts';
import { exclusionsOf } from '../stages/exclusions.ts';
import { refuseGivenOutcomes } from '../stages/given-grader-checks.ts';
import { greedyName, greedyRequest } from '../stages/greedy.ts';
import { judgeOf, lockedOptionsOf } from '../../config/graders/graders.ts';
import { refuseOwnJudge } from '../stages/refuse-own-judge.ts';
import type { Files, Plan } from '../stages/plan.ts';
import { checkFeasible, checkSamplesSuffice, firstLook, outlookOf, readPlan } from '../stages/plan.ts';
import type { PlannedRun } from '../../report/plan.ts';
import type { EmbeddingEstimator } from '../../sampling/estimate/estimate-embedding.ts';
import type { JudgingEstimate, JudgingEstimator } from '../../sampling/estimate/estimate-judging.ts';
import type { Estimator, SideEstimate } from '../../sampling/estimate/estimate.ts';

/**
 * Estimates the requests, cost and statistical power of a check of these versions. Sends no requests and writes
 * nothing.
 *
 * Without versions, the store is assumed to be empty, and addresses need not be set.
 *
 * @throws {ConfigError} as `readPlan` and `resolveCheckpoints` do
 * @throws {SamplingError} if the store cannot be read
 */
export async function planRun({
  configPath,
  versions,
  files,
  estimator,
  embeddingEstimator,
  judgingEstimator,
  storeDir,
  env,
}: {
  readonly configPath: string;
  readonly versions: { readonly old: string; readonly new: string } | undefined;
  readonly files: Files;
  readonly estimator: Estimator;
  readonly embeddingEstimator: EmbeddingEstimator;
  readonly judgingEstimator: JudgingEstimator;
  readonly storeDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Promise<PlannedRun> {
  const plan = await readPlan(configPath, files);
  refuseGivenOutcomes(plan);
  const { config } = plan;
  checkSamplesSuffice(plan, config.sampling.n);
  const look = firstLook(plan);
  checkFeasible(plan, look);
  const request = {
    checkpoints: versions && resolveCheckpoints({ checkpoints: config.checkpoints, versions, env }),
    suites: plan.suites.map(({ suite }) => suite),
    settings: config.sampling,
    prices: config.prices,
    storeDir,
  };
  if (request.checkpoints !== undefined) refuseOwnJudge(plan, request.checkpoints);
  const sides = [...(await estimator(request))];
  const embedding = config.embeddings && embeddingEstimator(sides, config.embeddings);
  if (config.sampling.greedy) {
    const greedy = await estimator(greedyRequest(request));
    sides.push(...greedy.map((side) => ({ ...side, suite: greedyName(side.suite) })));
  }
  return {
    versions,
    samplesPerItem: config.sampling.n,
    sides,
    embedding,
    judging: judgingOf(plan, sides, judgingEstimator),
    budget: config.budget,
    outlook: outlookOf(plan, look),
    exclusions: exclusionsOf(plan),
  };
}

/** The cost of judging, for each suite whose grader is a judge model. */
function judgingOf(
  { config, suites }: Plan,
  sides: readonly SideEstimate[],
  estimator: JudgingEstimator,
): readonly JudgingEstimate[] {
  return suites.flatMap(({ suite, grader, graderFiles }) => {
    const judge = grader && judgeOf(grader);
    if (grader === undefined || judge === undefined) return [];
    const { rubric } = lockedOptionsOf(grader);
    const inFiles = [...graderFiles.values()].reduce((sum, { length }) => sum + length, 0);
    const names = new Set([suite.name, greedyName(suite.name)]);
    return [
      estimator({
        sides: sides.filter((side) => names.has(side.suite)),
        suite,
        judge,
        rubricCharacters: inFiles + (typeof rubric === 'string' ? rubric.length : 0),
        price: config.prices?.judge,
      }),
    ];
  });
}
