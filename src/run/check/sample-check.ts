import type { Budget } from '../../sampling/budget.ts';
import type { Cut, Sampled } from '../../sampling/sampled.ts';
import type { ReadCompletions } from '../../servers/chat/completion.ts';
import type { BudgetConfig } from '../../config/schema/budget.ts';
import type { BudgetCut } from '../../verdict/validity/budget-cut.ts';
import { sampleAll } from '../stages/greedy.ts';
import { samplingShare } from '../stages/judge-budget.ts';
import type { Graders } from '../stages/open-graders.ts';
import type { PlannedSuite } from '../stages/plan.ts';
import type { PreparedCheck } from '../stages/prepare.ts';
import { balanceRead } from './balance.ts';
import type { CheckRequest } from './check-request.ts';
import { openPreflight } from './preflight.ts';

/** A check's completions, reduced to those that can be compared. */
export interface SampledCheck {
  readonly sampled: Sampled;
  readonly suites: readonly PlannedSuite[];
  readonly generations: ReadCompletions;
  readonly greedy: ReadCompletions | undefined;
  /** Present if a budget ended sampling. In that case, only the samples that both sides have are kept. */
  readonly cut: BudgetCut | undefined;
  /** Remaining samples per item; n if the budget was sufficient. */
  readonly samplesPerItem: number;
}

/** Samples both checkpoints within the budget, after a preflight on the first samples. */
export async function sampleCheck(
  { plan, checkpoints, request }: PreparedCheck,
  { sampler, isSampled = false, preflight = true, onNote = () => {} }: CheckRequest,
  { graders, budget }: { readonly graders: Graders; readonly budget: Budget },
): Promise<SampledCheck> {
  const { config, suites } = plan;
  const models = { old: checkpoints.old.model, new: checkpoints.new.model };
  const share = isSampled ? budget : samplingShare(suites, budget);
  const sampled = await sampleAll(
    {
      ...request,
      budget: share,
      preflight: openPreflight(plan, { graders, models, goesOn: !preflight, onNote }),
    },
    { sampler, greedy: config.sampling.greedy },
  ).finally(() => {
    if (share !== budget) share.end();
  });
  const { n } = config.sampling;
  const whole = { suites, generations: sampled.generations, greedy: sampled.greedy?.generations };
  if (sampled.cut === undefined) return { sampled, ...whole, cut: undefined, samplesPerItem: n };
  const cut = asConfigured(sampled.cut, config.budget);
  return { sampled, ...(await balanceRead({ ...whole, samples: n, cut })) };
}

/**
 * Replaces the limit that ended sampling, which may be only part of the configured limit, with the full configured
 * limit.
 */
function asConfigured(cut: Cut, budget: BudgetConfig): Cut {
  const { maxRequests, maxTokens, maxCostUsd, maxMinutes } = budget;
  const set = {
    'max-requests': maxRequests,
    'max-tokens': maxTokens,
    'max-cost': maxCostUsd,
    'max-minutes': maxMinutes,
  };
  return { ...cut, allowed: set[cut.limit] ?? cut.allowed };
}
