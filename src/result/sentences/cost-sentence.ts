import * as numbers from './numbers.ts';
import type { Result } from '../result.ts';

type BySide = NonNullable<Result['cost']['sampling']>['by_side'];

/**
 * Sentences, without a full stop, about the cost of sampling, the models' speed, and the cost of judge models. Empty if
 * nothing was requested or reused.
 */
export const costSentence = (cost: Result['cost']): string[] => [
  ...sampled(cost),
  ...speed(cost),
  ...judged(cost),
];

const sampled = ({ sampling }: Result['cost']): string[] =>
  sampling === undefined || (sampling.requests === 0 && sampling.reused === 0)
    ? []
    : [
        `${numbers.counted(sampling.requests, 'request')}, ${numbers.tokens(sampling.prompt_tokens)} prompt and ${numbers.tokens(sampling.completion_tokens)} completion tokens${inDollars(sampling)}; ${numbers.counted(sampling.reused, 'completion')} from the store${sampledWhen(sampling.by_side)}`,
      ];

const judged = ({ judge }: Result['cost']): string[] =>
  judge === undefined
    ? []
    : [
        `judge: ${numbers.counted(judge.requests, 'request')}, ${numbers.tokens(judge.prompt_tokens)} prompt and ${numbers.tokens(judge.completion_tokens)} completion tokens${inDollars(judge)}; ${numbers.counted(judge.reused, 'grade')} from the store`,
      ];

const inDollars = ({ cost_usd: usd }: { readonly cost_usd?: number | undefined }): string =>
  usd === undefined ? '' : ` (${numbers.usd(usd)})`;

/** Each side's completion tokens per second, and its retries if there are any. Omits a side without new samples. */
const speed = ({ sampling }: Result['cost']): string[] => {
  const sides = (['old', 'new'] as const).flatMap((side) => {
    const { completion_tokens: tokens = 0, seconds = 0, retries = 0 } = sampling?.by_side?.[side] ?? {};
    const facts = [
      ...(tokens > 0 && seconds > 0
        ? [`${numbers.plain(tokens / seconds)} completion tokens per second`]
        : []),
      ...(retries > 0 ? [numbers.counted(retries, 'retry', 'retries')] : []),
    ];
    return facts.length === 0 ? [] : [`${side}: ${facts.join(', ')}`];
  });
  return sides.length === 0 ? [] : [sides.join('; ')];
};

/** Lists, in parentheses, how many samples each side reused and the dates on which they were sampled. */
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

/** The date part of an ISO 8601 time. */
const dayOf = (time: string): string => time.slice(0, 10);
