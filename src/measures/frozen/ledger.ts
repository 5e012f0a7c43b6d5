import { mcnemarExact } from '../../statistics/mcnemar.ts';
import type { Flips } from './flips.ts';
import { flipsOf } from './flips.ts';
import type { FrozenNull } from './frozen-null.ts';
import { frozenNull } from './frozen-null.ts';
import { canName, movedItemsFinder } from './moved-items.ts';
import type { TalliedItem, TalliedSuite } from './tallied-suite.ts';

/** The problems that are shown to have moved, ordered by id, or the reason why no problems can be named. */
export type Moved =
  | {
      readonly kind: 'named';
      readonly learned: readonly string[];
      readonly corrupted: readonly string[];
      /**
       * The number of learned problems that the baseline had already solved at least once: for these problems, the gain
       * comes from better selection rather than from a new ability.
       */
      readonly learnedSolvedBefore: number;
    }
  | { readonly kind: 'unnamed'; readonly reason: string };

/** Which problems moved (method.md, section "The ledger"). */
export interface Ledger {
  /**
   * How many items are solved in at least half of the samples by both sides, by only one side, or by neither side.
   * These counts ignore sampling noise.
   */
  readonly flips: Flips;
  /**
   * McNemar's exact two-sided p for the items that only one side solves. Undefined unless n = 1 and items
   * vary independently.
   */
  readonly pOfFlips: number | undefined;
  readonly moved: Moved;
  /** The same counts for a model that never changed; undefined at n = 1, because a single sample cannot be split. */
  readonly frozen: FrozenNull | undefined;
}

export function ledgerOf({ items, samplesPerItem }: TalliedSuite): Ledger {
  const flips = flipsOf(items);
  return {
    flips,
    pOfFlips:
      samplesPerItem === 1 && areIndependent(items) ? mcnemarExact(flips.onlyOld, flips.onlyNew) : undefined,
    moved: canName(samplesPerItem)
      ? movedOf(items)
      : { kind: 'unnamed', reason: `n = ${samplesPerItem} is too small to name individual problems` },
    frozen: frozenNull(items, samplesPerItem),
  };
}

function movedOf(items: readonly TalliedItem[]): Moved {
  const moved = movedItemsFinder()(items);
  const at = (places: readonly number[]): TalliedItem[] => places.flatMap((place) => items[place] ?? []);
  const learned = at(moved.learned);
  return {
    kind: 'named',
    learned: learned.map(({ id }) => id),
    corrupted: at(moved.corrupted).map(({ id }) => id),
    learnedSolvedBefore: learned.filter(({ old }) => old.successes > 0).length,
  };
}

function areIndependent(items: readonly TalliedItem[]): boolean {
  return new Set(items.map(({ cluster }) => cluster)).size === items.length;
}
