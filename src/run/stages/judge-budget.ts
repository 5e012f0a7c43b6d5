import type { Config } from '../../config/schema/config.ts';
import type { Result } from '../../result/result.ts';
import type { Budget } from '../../sampling/budget.ts';
import type { Judges } from '../../sampling/judges/judges.ts';
import { isJudged } from './open-graders.ts';
import type { PlannedSuite } from './plan.ts';

/** A run's judges and its whole budget. */
export interface Judging {
  readonly judges: Judges;
  /** Absent if there is no limit. */
  readonly budget: Budget | undefined;
}

/**
 * The part of a budget that sampling may spend. If there are judge models, the budget is divided in proportion to the
 * numbers of samples and verdicts, so that enough is left for the verdicts on these samples. Otherwise, sampling may
 * spend the whole budget.
 */
export function samplingShare(suites: readonly PlannedSuite[], whole: Budget): Budget {
  const share = shareOfSampling(suites);
  return share === 1 ? whole : whole.part(share);
}

/**
 * The part of a budget that is left for judges if another run spent the part for sampling. If there are no judge
 * models, this is the whole budget.
 */
export function judgingShare(suites: readonly PlannedSuite[], whole: Budget): Budget {
  const share = shareOfSampling(suites);
  return share === 1 ? whole : whole.part(1 - share);
}

/**
 * Runs `work` within the remaining budget. `verdicts` is the maximum number of verdicts that it requests from judges.
 */
export async function payingFor<T>(
  judging: Judging | undefined,
  verdicts: number,
  work: () => Promise<T>,
): Promise<T> {
  const rest = judging?.budget?.part(1);
  rest?.expect(verdicts, MOST_AT_ONCE);
  judging?.judges.spendFrom(rest);
  try {
    return await work();
  } finally {
    rest?.end();
  }
}

/** A run's cost, including its judges. */
export function withJudging(
  cost: Result['cost'],
  judges: Judges | undefined,
  prices: Config['prices'],
): Result['cost'] {
  if (judges === undefined) return cost;
  const { cached, ...spent } = judges.cost();
  const judge = { ...spent, reused: cached };
  const price = prices?.judge;
  if (price === undefined) return { ...cost, judge };
  const usd =
    (judge.prompt_tokens * price.promptUsdPerMillion +
      judge.completion_tokens * price.completionUsdPerMillion) /
    1e6;
  return { ...cost, judge: { ...judge, cost_usd: usd } };
}

/** Maximum number of concurrent requests across all judges. */
const MOST_AT_ONCE = 256;

/**
 * Sampling's share of the budget: the number of samples divided by the number of samples plus verdicts. At least 0.5,
 * and 1 if there are no judge models.
 */
function shareOfSampling(suites: readonly PlannedSuite[]): number {
  const all = itemsIn(suites);
  const judged = itemsIn(suites.filter(({ grader }) => isJudged(grader)));
  return judged === 0 ? 1 : all / (all + judged);
}

const itemsIn = (suites: readonly PlannedSuite[]): number =>
  suites.reduce((sum, { suite }) => sum + suite.items.length, 0);
