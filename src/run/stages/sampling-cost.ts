import type { Config } from '../../config/schema/config.ts';
import type { PricesOfSide } from '../../config/schema/prices.ts';
import type { Result } from '../../result/result.ts';
import type { Sampled } from '../../sampling/sampled.ts';
import type { Spent } from '../../sampling/spent.ts';

type SamplingCost = NonNullable<Result['cost']['sampling']>;

/** The cost of sampling, as recorded in the result. It includes US dollars if prices are configured. */
export function samplingCost(
  { cached, reused, bySide, ...spent }: Sampled['cost'],
  prices: Config['prices'],
): Result['cost'] {
  const usd = (side: 'old' | 'new'): number | undefined =>
    bySide && prices && dollarsOf(bySide[side], prices[side]);
  const ofSide = (side: 'old' | 'new'): NonNullable<SamplingCost['by_side']>['old'] => {
    const { completions, oldest, newest } = reused[side];
    const dollars = usd(side);
    return {
      ...bySide?.[side],
      ...(dollars !== undefined && { cost_usd: dollars }),
      reused: completions,
      ...(oldest !== null && { oldest_reused: oldest }),
      ...(newest !== null && { newest_reused: newest }),
    };
  };
  const [old, candidate] = [usd('old'), usd('new')];
  return {
    sampling: {
      ...spent,
      ...(old !== undefined && candidate !== undefined && { cost_usd: old + candidate }),
      reused: cached,
      by_side: { old: ofSide('old'), new: ofSide('new') },
    },
  };
}

/** Undefined if requests were sent but the server counted no tokens. */
function dollarsOf(
  { requests, prompt_tokens: prompt, completion_tokens: completion }: Spent,
  { promptUsdPerMillion, completionUsdPerMillion }: PricesOfSide,
): number | undefined {
  if (requests > 0 && prompt + completion === 0) return undefined;
  return (prompt * promptUsdPerMillion + completion * completionUsdPerMillion) / 1e6;
}
