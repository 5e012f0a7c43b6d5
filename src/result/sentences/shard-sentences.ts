import { count, counted } from './numbers.ts';

/** The result of sampling a shard, in complete sentences. All figures are whole numbers. */
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
  /** The budget limit that ended sampling; undefined if the shard was sampled completely. */
  readonly limit: string | undefined;
}): string {
  const extent =
    limit === undefined ? 'is complete' : `is incomplete, because it used up its share of budget.${limit}`;
  return `Shard ${count(shard)} of ${count(of)} ${extent}: ${counted(requests, 'request')}, ${counted(cached, 'completion')} from the store, ${count(failed)} failed. To get a verdict, merge all shards with reversal-check merge.`;
}
