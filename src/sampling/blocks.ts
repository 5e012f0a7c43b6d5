import type { Sample } from '../store/suite-in-store.ts';

/** Identifies a sample by its item and index. */
type Placed = Pick<Sample, 'item' | 'index'>;

/** Samples of one item for a single request, ordered by index. Contains at least one sample. */
export type Block<One extends Placed = Sample> = readonly [One, ...One[]];

/**
 * Groups missing samples into blocks of at most `size`. Block boundaries depend only on the index (0 to size − 1, size
 * to 2·size − 1, …), so a resumed run requests the same blocks. If some of a block's samples are stored, only the
 * missing ones are requested.
 *
 * @param missing ordered by item, then by index
 */
export function* blocksOf<One extends Placed>(missing: Iterable<One>, size: number): Generator<Block<One>> {
  let block: [One, ...One[]] | undefined;
  for (const sample of missing) {
    const last = block?.at(-1);
    const goesOn = last?.item === sample.item && last.index + 1 === sample.index && sample.index % size !== 0;
    if (block !== undefined && goesOn) {
      block.push(sample);
    } else {
      if (block !== undefined) yield block;
      block = [sample];
    }
  }
  if (block !== undefined) yield block;
}

/** Number of requests needed for the missing samples if the server can return several samples per request. */
export function countBlocks(missing: Iterable<Placed>, size: number): number {
  let blocks = 0;
  for (const _ of blocksOf(missing, size)) blocks += 1;
  return blocks;
}
