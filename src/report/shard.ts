import { count, counted } from './numbers.ts';

/** What sampling a shard came to, in whole sentences. All figures are whole numbers. */
export function shardSentences({
  shard,
  of,
  requests,
  cached,
  failed,
  limit,
}: {
  readonly shard: number;
  readonly of: number;
  readonly requests: number;
  readonly cached: number;
  readonly failed: number;
  /** The limit of the budget that ended it; undefined where it was sampled to its end. */
  readonly limit: string | undefined;
}): string {
  const extent = limit === undefined ? 'is sampled' : `is sampled as far as its part of budget.${limit} went`;
  return `Shard ${count(shard)} of ${count(of)} ${extent}: ${counted(requests, 'request')}, ${counted(cached, 'completion')} from the store, ${count(failed)} failed. Nothing is judged before all shards are merged.`;
}
