import { ConfigError } from '../../errors.ts';
import type { Suite } from '../../evalset/suite.ts';
import { sha256 } from '../../files/canonical-json.ts';
import { quoted } from '../../files/printable.ts';

/** One of an eval set's `of` shards. Numbers start at 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** Maximum number of shards. A matrix in GitHub Actions has at most 256 jobs, but other schedulers allow more. */
export const MOST_SHARDS = 10_000;

/** @throws {ConfigError} if `text` is not `i/n` with 1 ≤ i ≤ n */
export function parseShard(text: string, where: string): Shard {
  const [, number = 0, of = 0] = (/^\s*(\d{1,5})\s*\/\s*(\d{1,5})\s*$/u.exec(text) ?? []).map(Number);
  if (number >= 1 && number <= of && of <= MOST_SHARDS) return { number, of };
  throw new ConfigError({
    what: `found ${quoted(text)}, expected the shard's number, a slash and the total number of shards (at most ${MOST_SHARDS.toLocaleString('en')})`,
    where,
    fix: 'Write 3/10 for the third of ten shards.',
  });
}

export const shardName = ({ number, of }: Shard): string => `${number}/${of}`;

/** Each item's shard number, counted from 1, by suite and item. Every item is in exactly one shard. */
export function shardNumbers(
  suites: readonly Suite[],
  of: number,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return new Map(
    suites.map(({ name, items }) => {
      // Derived from the suite's name; otherwise, all small suites would begin with the same shard.
      const first = Number.parseInt(sha256(name).slice(-8), 16);
      const ids = items.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1));
      return [name, new Map(ids.map((id, place) => [id, 1 + ((first + place) % of)]))];
    }),
  );
}

/**
 * A shard's items, with all their samples from both sides. Each suite's items, ordered by id, are assigned to the
 * shards in turn. The order of lines in a file therefore does not matter, and shard sizes differ by at most one item
 * per suite. Suites without items in the shard are omitted.
 */
export function suitesOfShard(suites: readonly Suite[], { number, of }: Shard): readonly Suite[] {
  const numbers = shardNumbers(suites, of);
  return suites.flatMap((suite) => {
    const items = suite.items.filter(({ id }) => numbers.get(suite.name)?.get(id) === number);
    return items.length === 0 ? [] : [{ ...suite, items }];
  });
}
