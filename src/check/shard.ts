import { ConfigError } from '../errors.ts';
import type { Suite } from '../evalset/suite.ts';
import { sha256 } from '../files/canonical-json.ts';
import { quoted } from '../files/found.ts';

/** One of `of` shares that an eval set is sampled in, counted from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** A matrix of GitHub Actions has at most 256 jobs; other schedulers have more. */
const MOST_SHARDS = 10_000;

/** @throws ConfigError where `text` is not `i/n` with 1 ≤ i ≤ n. */
export function parseShard(text: string, where: string): Shard {
  const [, number = 0, of = 0] = (/^\s*(\d{1,5})\s*\/\s*(\d{1,5})\s*$/u.exec(text) ?? []).map(Number);
  if (number >= 1 && number <= of && of <= MOST_SHARDS) return { number, of };
  throw new ConfigError({
    what: `found ${quoted(text)}, expected the number of a shard and how many there are, at most ${MOST_SHARDS.toLocaleString('en')}`,
    where,
    mend: 'Write 3/10 for the third of ten; they are counted from 1.',
  });
}

export const shardName = ({ number, of }: Shard): string => `${number}/${of}`;

/**
 * The items of a shard: every item of an eval set is in exactly one, with all its samples of both sides. A suite's items are
 * dealt out in the order of their ids, so that the order of lines in a file changes nothing and no shard has two items of a
 * suite more than another. Suites without an item of the shard are left out.
 */
export function suitesOfShard(suites: readonly Suite[], { number, of }: Shard): readonly Suite[] {
  return suites.flatMap((suite) => {
    // Small suites do not all begin with the same shard.
    const first = Number.parseInt(sha256(suite.name).slice(-8), 16);
    const ids = suite.items.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1));
    const own = new Set(ids.filter((_, place) => (first + place) % of === number - 1));
    return own.size === 0 ? [] : [{ ...suite, items: suite.items.filter(({ id }) => own.has(id)) }];
  });
}
