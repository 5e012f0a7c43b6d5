import { resolveCheckpoints } from '../checkpoints/resolve.ts';
import { refuseGivenOutcomes } from './given-outcomes.ts';
import { greedyName, greedyRequest } from './greedy.ts';
import type { Files } from './plan.ts';
import { checkFeasible, checkSamplesSuffice, firstLook, outlookOf, readPlan } from './plan.ts';
import type { PlannedRun } from '../report/plan.ts';
import type { EmbeddingEstimator } from '../sampling/estimate-embedding.ts';
import type { Estimator } from '../sampling/estimate.ts';

/**
 * What a check of these versions would ask, spend and be able to show. Nothing is asked or written.
 *
 * Without versions nothing is taken to be stored, and no address has to be known.
 *
 * @throws ConfigError as `readPlan` and `resolveCheckpoints` do; SamplingError where the store cannot be read.
 */
export async function planRun({
  configPath,
  versions,
  files,
  estimator,
  embeddingEstimator,
  storeDir,
  env,
}: {
  readonly configPath: string;
  readonly versions: { readonly old: string; readonly new: string } | undefined;
  readonly files: Files;
  readonly estimator: Estimator;
  readonly embeddingEstimator: EmbeddingEstimator;
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
    budget: config.budget,
    outlook: outlookOf(plan, look),
  };
}
