import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShard, suitesOfShard } from '../../../src/run/shards/shard.ts';
import { ConfigError } from '../../../src/errors.ts';
import { makeSuite } from '../../sampling/setting.ts';

const suites = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc
          .uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }), { maxLength: 30 })
          .map((ids) => makeSuite(name, ids)),
      ),
    ),
  );

const idsOf = (
  sides: readonly { readonly name: string; readonly items: readonly { readonly id: string }[] }[],
) => sides.flatMap(({ name, items }) => items.map(({ id }) => JSON.stringify([name, id])));

describe('the shards of an eval set', () => {
  it('have every item in exactly one, and their sizes differ by at most one per suite', () => {
    fc.assert(
      fc.property(suites, fc.integer({ min: 1, max: 40 }), (whole, of) => {
        const shards = Array.from({ length: of }, (_, place) =>
          suitesOfShard(whole, { number: place + 1, of }),
        );
        expect(shards.flatMap(idsOf).toSorted()).toEqual(idsOf(whole).toSorted());
        for (const { name } of whole) {
          const sizes = shards.map((shard) => shard.find((suite) => suite.name === name)?.items.length ?? 0);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same whatever the order of lines, and keep that order', () => {
    const ids = Array.from({ length: 23 }, (_, place) => `q${place}`);
    for (const number of [1, 4, 7]) {
      const forth = idsOf(suitesOfShard([makeSuite('s', ids)], { number, of: 7 }));
      const back = idsOf(suitesOfShard([makeSuite('s', ids.toReversed())], { number, of: 7 }));
      expect(back).toEqual(forth.toReversed());
    }
  });

  it('leave out a suite without an item in the shard', () => {
    const shards = [1, 2, 3].map((number) => suitesOfShard([makeSuite('one', ['a'])], { number, of: 3 }));
    expect(shards.filter(({ length }) => length === 0)).toHaveLength(2);
  });
});

describe('the number of a shard', () => {
  it('is i of n', () => {
    expect(parseShard(' 3 / 10 ', 'input shard')).toEqual({ number: 3, of: 10 });
    expect(parseShard('1/1', 'input shard')).toEqual({ number: 1, of: 1 });
  });

  it.each(['', '0/3', '4/3', '3', '-1/3', '1/0', '1.5/3', '1/10001', '99999999/3'])('refuses %j', (text) => {
    const read = (): unknown => parseShard(text, 'input shard');
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/input shard: found/u);
  });
});
