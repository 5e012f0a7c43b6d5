import type { Sample } from '../store/suite-in-store.ts';

/** What places a sample: its item and its index. */
type Placed = Pick<Sample, 'item' | 'index'>;

/** Samples of one item, of indexes in a row, that one request may ask for; at least one. */
export type Block<One extends Placed = Sample> = readonly [One, ...One[]];

/**
 * What is missing, in blocks of at most `size` samples. Where a block may begin and end is fixed by the index alone (0 to
 * size − 1, size to 2·size − 1, …), so a run that goes on where another stopped asks in the same blocks; of a block that is
 * there in part, what is missing is asked.
 *
 * @param missing item by item, index by index.
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

/** Requests that ask for what is missing, where the server takes several samples in one. */
export function countBlocks(missing: Iterable<Placed>, size: number): number {
  let blocks = 0;
  for (const _ of blocksOf(missing, size)) blocks += 1;
  return blocks;
}
