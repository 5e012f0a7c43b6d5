import { createHash } from 'node:crypto';
import type { Item } from '../../evalset/suite.ts';

/** Below 2³¹ with any index: servers take signed 32 or 64 bits. */
const SEEDS = 2 ** 30;

/**
 * The seed of an item's first sample; each later one has the next. It follows from the seed of the settings, the draw, and the
 * item's id and messages, and is the same for both sides.
 *
 * Every item has seeds of its own: a server that honours seeds draws by nothing else, so that under one seed for all the same
 * luck would befall all items alike, where every interval takes it that they vary independently. Another draw of the same
 * checkpoint has seeds of its own, too, or it would be given the same completions again.
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
