import * as numbers from './numbers.ts';
import type { Result } from '../result.ts';

type Reused = NonNullable<Result['cost']['reused']>;

/**
 * The cost of a run: one sentence for sampled models and one for judge models, without a full stop. Empty if
 * nothing was requested or reused.
 */
export const costSentence = (cost: Result['cost']): string[] => [...sampled(cost), ...judged(cost)];

const sampled = ({ requests, prompt_tokens, completion_tokens, cached, reused }: Result['cost']): string[] =>
  requests === 0 && cached === 0
    ? []
    : [
        `${numbers.counted(requests, 'request')}, ${numbers.tokens(prompt_tokens)} prompt and ${numbers.tokens(completion_tokens)} completion tokens; ${numbers.counted(cached, 'completion')} from the store${sampledWhen(reused)}`,
      ];

const judged = ({ judge }: Result['cost']): string[] =>
  judge === undefined
    ? []
    : [
        `judge: ${numbers.counted(judge.requests, 'request')}, ${numbers.tokens(judge.prompt_tokens)} prompt and ${numbers.tokens(judge.completion_tokens)} completion tokens${judge.cost_usd === undefined ? '' : ` (${numbers.usd(judge.cost_usd)})`}; ${numbers.counted(judge.cached, 'grade')} from the store`,
      ];

/** How many reused samples each side has and when they were sampled: ` (old: 64, sampled 2026-11-01 to 2026-11-03)`. */
const sampledWhen = (reused: Reused | undefined): string => {
  const sides = (['old', 'new'] as const).flatMap((side) => {
    const { completions, oldest, newest } = reused?.[side] ?? { completions: 0, oldest: null, newest: null };
    if (oldest === null || newest === null) return [];
    const [first, last] = [dayOf(oldest), dayOf(newest)];
    return [
      `${side}: ${numbers.count(completions)}, sampled ${first === last ? `on ${first}` : `${first} to ${last}`}`,
    ];
  });
  return sides.length === 0 ? '' : ` (${sides.join('; ')})`;
};

/** The day of an ISO 8601 time. */
const dayOf = (time: string): string => time.slice(0, 10);
