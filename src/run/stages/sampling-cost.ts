import type { Result } from '../../result/result.ts';
import type { Sampled } from '../../sampling/sampled.ts';

type SamplingCost = NonNullable<Result['cost']['sampling']>;

/** The cost of sampling, in the form of the result. */
export function samplingCost({ cached, reused, bySide, ...spent }: Sampled['cost']): Result['cost'] {
  const ofSide = (side: 'old' | 'new'): NonNullable<SamplingCost['by_side']>['old'] => {
    const { completions, oldest, newest } = reused[side];
    return {
      ...bySide?.[side],
      reused: completions,
      ...(oldest !== null && { oldest_reused: oldest }),
      ...(newest !== null && { newest_reused: newest }),
    };
  };
  return { sampling: { ...spent, reused: cached, by_side: { old: ofSide('old'), new: ofSide('new') } } };
}
