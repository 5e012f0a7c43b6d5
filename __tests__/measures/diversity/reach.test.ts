import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reachAt } from '../../../src/measures/diversity/reach.ts';
import type { ItemWays, SideWays } from '../../../src/measures/equations/ways.ts';
import { expectClose } from '../../support/close.ts';

/** Counts the different ways among K of n samples, over every choice of K. A sample without a way is incorrect. */
function countedOut(samples: readonly (string | undefined)[], k: number): number {
  let [ways, choices] = [0, 0];
  for (let choice = 0; choice < 2 ** samples.length; choice += 1) {
    const chosen = samples.filter((_, place) => (choice >> place) % 2 === 1);
    if (chosen.length !== k) continue;
    choices += 1;
    ways += new Set(chosen.filter((way) => way !== undefined)).size;
  }
  return ways / choices;
}

function sideOf(samples: readonly (string | undefined)[]): SideWays {
  const sets = new Map([...new Set(samples)].map((way) => [way, new Set(way === '' ? [] : [way ?? ''])]));
  return {
    correct: samples.flatMap((way) => (way === undefined ? [] : (sets.get(way) ?? []))),
    samples: samples.length,
  };
}

const side = fc.array(fc.constantFrom('a', 'b', 'c', '', undefined), { minLength: 6, maxLength: 6 });

test('is the mean number of different correct ways over every choice of K samples', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 3 }),
      fc.nat(5),
      (written, less) => {
        const k = 1 + less;
        const items = written.map(([old, candidate], place): ItemWays => {
          return { id: `q${place}`, cluster: `q${place}`, old: sideOf(old), new: sideOf(candidate) };
        });
        const reach = reachAt(items, k);
        if (reach.kind !== 'measured') throw new Error(reach.kind);
        reach.items.forEach((item, place) => {
          expectClose(item.old, countedOut(written[place]?.[0] ?? [], k));
          expectClose(item.new, countedOut(written[place]?.[1] ?? [], k));
        });
        expect(reach).toMatchObject({
          reach: k,
          largestValue: Math.max(0, ...reach.items.flatMap((item) => [item.old, item.new])),
        });
      },
    ),
  );
});

test('does not change by one bit if ways change their order', () => {
  const samples = ['a', 'a', 'a', 'b', 'b', 'c', undefined, undefined, undefined, undefined];
  const item = (old: readonly (string | undefined)[]): ItemWays => {
    return { id: 'q', cluster: 'q', old: sideOf(old), new: sideOf(old) };
  };
  expect(reachAt([item(samples.toReversed())], 3)).toEqual(reachAt([item(samples)], 3));
});

test('is not measured if too few solutions show a way, or without items', () => {
  expect(reachAt(undefined, 4).kind).toBe('not-applicable');
  expect(reachAt([], 4).kind).not.toBe('measured');
});
