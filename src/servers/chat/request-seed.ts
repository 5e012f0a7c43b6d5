import { createHash } from 'node:crypto';
import type { Item } from '../../evalset/suite.ts';

/**
 * Number of possible base seeds. Small enough that seeds stay below 2³¹ after an index is added, because some servers
 * accept only signed 32-bit seeds.
 */
const SEEDS = 2 ** 30;

/**
 * The seed of an item's first sample; each later sample's seed is 1 higher. The seed depends on the configured seed,
 * the draw, and the item's id and messages. Both sides use the same seeds.
 *
 * Every item has its own seeds. A server that honors seeds uses no other randomness, so a seed shared by all items
 * would correlate the items, and every interval assumes that items vary independently. Each draw of a checkpoint also
 * has its own seeds; otherwise, every draw would return the same completions.
 */
export function firstSeedOf(options: {
  readonly seed: number;
  readonly draw: string | undefined;
  readonly item: Pick<Item, 'id' | 'messages'>;
}): number {
  const { seed, draw, item } = options;
  const messages = item.messages.map(({ role, content }) => [role, content]);
  const name = JSON.stringify([seed, draw ?? null, item.id, messages]);
  return createHash('sha256').update(name).digest().readUInt32BE(0) % SEEDS;
}
