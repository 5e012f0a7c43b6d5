import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../src/sampling/blocks.ts';
import type { Sample } from '../../src/store/suite-in-store.ts';
import { makeItem } from './setting.ts';

const items = [makeItem('a'), makeItem('b')];

/** The samples of two items, n each; those at the given places are missing. */
function missing(n: number, isMissing: (place: number) => boolean): Sample[] {
  return items
    .flatMap((item, i) =>
      Array.from({ length: n }, (_, index) => ({ item, index, key: `${i} ${index}`, place: i * n + index })),
    )
    .filter(({ place }) => isMissing(place));
}

const shown = (samples: readonly Sample[], size: number): string[] =>
  [...blocksOf(samples, size)].map(
    (block) => `${block[0].item.id}${block.map(({ index }) => index).join('')}`,
  );

describe('blocksOf', () => {
  it('begins at multiples of the size, and again with every item', () => {
    expect(
      shown(
        missing(5, () => true),
        2,
      ),
    ).toEqual(['a01', 'a23', 'a4', 'b01', 'b23', 'b4']);
    expect(
      shown(
        missing(3, () => true),
        1,
      ),
    ).toEqual(['a0', 'a1', 'a2', 'b0', 'b1', 'b2']);
    expect(shown([], 4)).toEqual([]);
  });

  it('requests the missing samples of a block, wherever they are', () => {
    expect(
      shown(
        missing(8, (place) => ![1, 4].includes(place)),
        4,
      ),
    ).toEqual(['a0', 'a23', 'a567', 'b0123', 'b4567']);
  });

  it('has every missing sample once, in order, in blocks that cross no boundary', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 10 }),
        fc.infiniteStream(fc.boolean()),
        (n, size, chances) => {
          const gone = [...chances.take(2 * n)];
          const samples = missing(n, (place) => gone[place] === true);
          const blocks = [...blocksOf(samples, size)];
          expect(blocks.flat()).toEqual(samples);
          for (const block of blocks) {
            expect(
              new Set(block.map(({ item, index }) => `${item.id} ${Math.floor(index / size)}`)).size,
            ).toBe(1);
            expect(block.map(({ index }) => index - block[0].index)).toEqual([...block.keys()]);
          }
        },
      ),
    );
  });
});
