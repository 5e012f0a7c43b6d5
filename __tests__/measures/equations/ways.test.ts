import { describe, expect, it } from 'vitest';
import { eligibleSuite } from '../../../src/measures/samples.ts';
import { solvedItems } from '../../../src/measures/solved-items.ts';
import type { ItemWays } from '../../../src/measures/equations/ways.ts';
import { shownWays, wayReader, waysOf } from '../../../src/measures/equations/ways.ts';
import type { Written } from '../../support/samples.ts';
import { itemOf, samplesOf, suiteOf } from '../../support/samples.ts';

const shows = (sum: string): Written => ({ outcome: 'correct', text: `So ${sum}. The answer is 5.` });
const SILENT: Written = { outcome: 'correct', text: 'The answer is 5.' };
const WRONG: Written = { outcome: 'incorrect', text: 'So 1 + 1 = 2. The answer is 6.' };

const waysOfItem = (
  old: readonly Written[],
  candidate: readonly Written[] = old,
): readonly ItemWays[] | undefined =>
  waysOf(solvedItems(eligibleSuite(suiteOf([itemOf('a', old, candidate)])).items));

/** Reads the ways of samples as those of one item. */
function read(...written: readonly Written[]): ReadonlySet<string>[] {
  return samplesOf(written).map(wayReader());
}

describe('whether ways are shown', () => {
  it('requires a way in at least half of old’s correct solutions, and ignores new', () => {
    expect(waysOfItem([shows('2 + 3 = 5'), SILENT])).toBeDefined();
    expect(waysOfItem([shows('2 + 3 = 5'), SILENT, SILENT])).toBeUndefined();
    expect(waysOfItem([shows('2 + 3 = 5')], [SILENT])).toBeDefined();
    expect(waysOfItem([SILENT], [shows('2 + 3 = 5')])).toBeUndefined();
  });

  it('ignores wrong solutions, whatever they show', () => {
    expect(waysOfItem([SILENT, WRONG, WRONG])).toBeUndefined();
    expect(waysOfItem([shows('2 + 3 = 5'), WRONG])?.[0]?.old).toMatchObject({ samples: 2 });
    expect(waysOfItem([shows('2 + 3 = 5'), WRONG])?.[0]?.old.correct).toHaveLength(1);
  });

  it('is false if old solved nothing, or without items', () => {
    expect(waysOfItem([WRONG, WRONG])).toBeUndefined();
    expect(shownWays([])).toBeUndefined();
  });
});

describe('the way of a solution', () => {
  it("is the grader's key if there is one, whatever the text shows", () => {
    const [keyed, other, same] = read(
      { outcome: 'correct', text: 'So 2 + 3 = 5.', key: 'by adding' },
      { outcome: 'correct', text: 'So 2 + 3 = 5.', key: 'by counting' },
      { outcome: 'correct', text: 'So 9 - 4 = 5.', key: 'by adding' },
    );
    expect(keyed).toEqual(new Set(['by adding']));
    expect(other).toEqual(new Set(['by counting']));
    expect(same).toBe(keyed);
  });

  it('is the set of its equations, the same object whatever their order', () => {
    const [one, other, fewer] = read(
      { outcome: 'correct', text: 'First 2 + 3 = 5, then 5 + 4 = 9.' },
      { outcome: 'correct', text: 'As 5 + 4 = 9 and 2 + 3 = 5, it is 9.' },
      { outcome: 'correct', text: 'Only 2 + 3 = 5.' },
    );
    expect(one?.size).toBe(2);
    expect(other).toBe(one);
    expect(fewer?.size).toBe(1);
    expect(fewer).not.toBe(one);
  });

  it('is empty if the text shows no equation', () => {
    expect(read(SILENT)).toEqual([new Set()]);
  });

  it('keeps equations apart: two never become the one that their concatenated names would make', () => {
    const [two, one] = read(
      { outcome: 'correct', text: 'So 1 + 1 = 2 and 2 + 2 = 4.' },
      { outcome: 'correct', text: 'So 1 + 1 = 2.' },
    );
    expect(two).not.toBe(one);
  });
});
