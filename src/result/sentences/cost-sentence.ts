import * as numbers from './numbers.ts';
import type { Result } from '../result.ts';

type BySide = NonNullable<Result['cost']['sampling']>['by_side'];

/**
 * The cost of a run: one sentence for sampled models and one for judge models, without a full stop. Empty if nothing was
 * requested or reused.
 */
export const costSentence = (cost: Result['cost']): string[] => [...sampled(cost), ...judged(cost)];

const sampled = ({ sampling }: Result['cost']): string[] =>
  sampling === undefined || (sampling.requests === 0 && sampling.reused === 0)
    ? []
    : [
        `${numbers.counted(sampling.requests, 'request')}, ${numbers.tokens(sampling.prompt_tokens)} prompt and ${numbers.tokens(sampling.completion_tokens)} completion tokens; ${numbers.counted(sampling.reused, 'completion')} from the store${sampledWhen(sampling.by_side)}`,
      ];

const judged = ({ judge }: Result['cost']): string[] =>
  judge === undefined
    ? []
    : [
        `judge: ${numbers.counted(judge.requests, 'request')}, ${numbers.tokens(judge.prompt_tokens)} prompt and ${numbers.tokens(judge.completion_tokens)} completion tokens${judge.cost_usd === undefined ? '' : ` (${numbers.usd(judge.cost_usd)})`}; ${numbers.counted(judge.reused, 'grade')} from the store`,
      ];

/** The number of reused samples on each side and when they were sampled: ` (old: 64, sampled 2026-11-01 to 2026-11-03)`. */
const sampledWhen = (bySide: BySide): string => {
  const sides = (['old', 'new'] as const).flatMap((side) => {
    const { reused = 0, oldest_reused: oldest, newest_reused: newest } = bySide?.[side] ?? {};
    if (oldest === undefined || newest === undefined) return [];
    const [first, last] = [dayOf(oldest), dayOf(newest)];
    return [
      `${side}: ${numbers.count(reused)}, sampled ${first === last ? `on ${first}` : `${first} to ${last}`}`,
    ];
  });
  return sides.length === 0 ? '' : ` (${sides.join('; ')})`;
};

/** The day of an ISO 8601 time. */
const dayOf = (time: string): string => time.slice(0, 10);
