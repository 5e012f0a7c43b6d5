import type { Checkpoint } from '../checkpoints/checkpoint.ts';
import { type Draws, resolveCheckpoints } from '../checkpoints/resolve.ts';
import { checkLock } from '../config/compare-lock.ts';
import type { Config } from '../config/schema.ts';
import { type Lock, lockPathOf, readLock } from '../config/lock.ts';
import type { Budget, BudgetLimits, openBudget } from '../sampling/budget.ts';
import type { Progress, SamplingRequest } from '../sampling/sampler.ts';
import { exclusionSentence } from '../report/exclusions.ts';
import { exclusionsOf } from './exclusions.ts';
import { refuseGivenOutcomes } from './given-outcomes.ts';
import { refuseOwnJudge } from './own-judge.ts';
import { serveCheckpoints, type ServingEdges } from './serve-checkpoints.ts';
import { checkSamplesSuffice, type Files, lockOf, type Plan, readPlan } from './plan.ts';

/** Opens a budget on the clock of this machine. */
export type OpenBudget = (options: Omit<Parameters<typeof openBudget>[0], 'timing' | 'onEnd'>) => Budget;

/** A check that is read, found to be what was pinned, and ready to ask. */
export interface Ready {
  readonly plan: Plan;
  readonly locked: Lock;
  readonly checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint };
  /** Graders that are newer than the lock: whole sentences for the report. */
  readonly newer: readonly string[];
  /** For all n samples of every item; greedy ones have a request of their own. */
  readonly request: SamplingRequest & { readonly budget: Budget };
}

/** What asking needs of the world, handed in by the entries. */
export interface PreparingEdges extends Pick<
  SamplingRequest,
  'storeDir' | 'env' | 'signal' | 'onProgress' | 'onWarning'
> {
  /** Needed where a checkpoint that has a `serve` is asked. */
  readonly serving?: ServingEdges;
}

/** @throws ConfigError as `readPlan` and `resolveCheckpoints` do, where the eval set is not what was pinned, and where nothing may be served. */
export async function prepare({
  configPath,
  versions,
  draws,
  files,
  serving,
  openBudget,
  shares = 1,
  ...sampling
}: {
  readonly configPath: string;
  readonly versions: { readonly old: string; readonly new: string };
  /** What tells these draws from others of the same checkpoints; the first of each where absent. */
  readonly draws?: Draws | undefined;
  readonly files: Files;
  readonly openBudget: OpenBudget;
  /** Equal parts that the budget is for, of which this is one. */
  readonly shares?: number;
} & PreparingEdges): Promise<Ready> {
  const plan = await readPlan(configPath, files);
  refuseGivenOutcomes(plan);
  const { config } = plan;
  const suites = plan.suites.map(({ suite }) => suite);
  checkSamplesSuffice(plan, config.sampling.n);
  const path = lockPathOf(configPath);
  const locked = await readLock({ path, readFile: files.readFile });
  const newer = checkLock({ locked, current: lockOf(plan), path });
  const checkpoints = resolveCheckpoints({
    checkpoints: config.checkpoints,
    versions,
    draws,
    env: sampling.env,
  });
  refuseOwnJudge(plan, checkpoints);
  const servers = serveCheckpoints(checkpoints, { config, configPath, env: sampling.env, edges: serving });
  for (const exclusion of exclusionsOf(plan)) sampling.onWarning?.(exclusionSentence(exclusion));
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
      ...sampling,
      onProgress: (progress) => sampling.onProgress({ ...progress, ...costOf(progress, config.prices) }),
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

/** What each of several machines may spend that run at the same time. */
function inShares(limits: BudgetLimits, shares: number): BudgetLimits {
  const { maxRequests, maxTokens, maxCostUsd } = limits;
  return {
    ...limits,
    ...(maxRequests !== undefined && { maxRequests: Math.floor(maxRequests / shares) }),
    ...(maxTokens !== undefined && { maxTokens: Math.floor(maxTokens / shares) }),
    ...(maxCostUsd !== undefined && { maxCostUsd: maxCostUsd / shares }),
  };
}
