import type { Checkpoint } from '../../servers/checkpoint.ts';
import { type Draws, resolveCheckpoints } from '../../servers/resolve-checkpoints.ts';
import { checkLock } from '../../config/lock/compare-lock.ts';
import type { Config } from '../../config/schema/config.ts';
import { existingLockPath, type Lock, readLock } from '../../config/lock/lock.ts';
import type { Budget, BudgetLimits, openBudget } from '../../sampling/budget.ts';
import type { Progress } from '../../sampling/progress.ts';
import type { SamplingRequest } from '../../sampling/sampling-request.ts';
import { exclusionSentence } from '../../result/exclusions.ts';
import { exclusionsOf } from './exclusions.ts';
import { refuseGivenOutcomes } from './given-grader-checks.ts';
import { refuseOwnJudge } from './refuse-own-judge.ts';
import { serveCheckpoints, type ServingEdges } from './serve-checkpoints.ts';
import { checkSamplesSuffice, type Files, lockOf, type Plan, readPlan } from './plan.ts';

/** Opens a budget that uses this machine's clock. */
export type OpenBudget = (options: Omit<Parameters<typeof openBudget>[0], 'timing' | 'onEnd'>) => Budget;

/** A check that is ready to sample: its files have been read and match the lock. */
export interface PreparedCheck {
  readonly plan: Plan;
  readonly locked: Lock;
  readonly checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint };
  /** Complete sentences for the report about graders that are newer than the lock. */
  readonly newer: readonly string[];
  /** The request for all n samples of every item. Greedy samples have their own request. */
  readonly request: SamplingRequest & { readonly budget: Budget };
}

/** The external dependencies of sampling, provided by the entry points. */
export interface PreparingEdges extends Pick<
  SamplingRequest,
  'storeDir' | 'env' | 'signal' | 'onProgress' | 'onWarning'
> {
  /** Required if a checkpoint with `serve` is sampled. */
  readonly serving?: ServingEdges;
}

/**
 * @throws {ConfigError} as `readPlan` and `resolveCheckpoints` do, if the eval set does not match the lock,
 * and if serving is not permitted
 */
export async function prepare({
  configPath,
  versions,
  draws,
  files,
  serving,
  openBudget,
  shares = 1,
  storeDir,
  env,
  signal,
  onProgress,
  onWarning,
}: {
  readonly configPath: string;
  readonly versions: { readonly old: string; readonly new: string };
  /** Distinguishes these draws from other draws of the same checkpoints. Default: the first draw of each. */
  readonly draws?: Draws | undefined;
  readonly files: Files;
  readonly openBudget: OpenBudget;
  /** The number of equal parts into which the budget is divided. This check gets one part. */
  readonly shares?: number;
} & PreparingEdges): Promise<PreparedCheck> {
  const plan = await readPlan(configPath, files);
  refuseGivenOutcomes(plan);
  const { config } = plan;
  const suites = plan.suites.map(({ suite }) => suite);
  checkSamplesSuffice(plan, config.sampling.n);
  const path = await existingLockPath(configPath, files.readIfThere);
  const locked = await readLock({ path, readFile: files.readFile });
  const newer = checkLock({ locked, current: lockOf(plan), path });
  const checkpoints = resolveCheckpoints({
    checkpoints: config.checkpoints,
    versions,
    draws,
    env,
  });
  refuseOwnJudge(plan, checkpoints);
  const servers = serveCheckpoints(checkpoints, { config, configPath, env, edges: serving });
  for (const exclusion of exclusionsOf(plan)) onWarning?.(exclusionSentence(exclusion));
  return {
    plan,
    locked,
    checkpoints,
    newer,
    request: {
      checkpoints,
      suites,
      settings: config.sampling,
      budget: openBudget({ limits: inShares(config.budget, shares), prices: config.prices }),
      storeDir,
      env,
      signal,
      ...(onWarning && { onWarning }),
      onProgress: (progress) => onProgress({ ...progress, ...costOf(progress, config.prices) }),
      ...(servers === undefined ? {} : { servers }),
    },
  };
}

function costOf(
  { side, promptTokens, completionTokens }: Progress,
  prices: Config['prices'],
): { readonly costUsd?: number } {
  if (prices === undefined) return {};
  const { promptUsdPerMillion, completionUsdPerMillion } = prices[side];
  return { costUsd: (promptTokens * promptUsdPerMillion + completionTokens * completionUsdPerMillion) / 1e6 };
}

/** The limits for each of several machines that share a budget and run at the same time. */
function inShares(limits: BudgetLimits, shares: number): BudgetLimits {
  const { maxRequests, maxTokens, maxCostUsd } = limits;
  return {
    ...limits,
    ...(maxRequests !== undefined && { maxRequests: Math.floor(maxRequests / shares) }),
    ...(maxTokens !== undefined && { maxTokens: Math.floor(maxTokens / shares) }),
    ...(maxCostUsd !== undefined && { maxCostUsd: maxCostUsd / shares }),
  };
}
