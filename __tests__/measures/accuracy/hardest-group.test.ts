import { describe, expect, it } from 'vitest';
import type { GradedItem, Outcome } from '../../../src/grading/outcome.ts';
import type { HardestGroup } from '../../../src/measures/accuracy/hardest-group.ts';
import { byGroup, hardestGroup } from '../../../src/measures/accuracy/hardest-group.ts';
import type { SuiteSamples } from '../../../src/measures/samples.ts';
import { eligibleSuite } from '../../../src/measures/samples.ts';
import { itemOf, solved, suiteOf } from '../../support/samples.ts';

/** Samples with the same outcome at all even indexes, and the same at all odd ones. */
const halves = (even: boolean, odd: boolean): Outcome[] =>
  [even, odd, even, odd].map((right) => (right ? 'correct' : 'incorrect'));

const group = (
  name: string | undefined,
  count: number,
  old: readonly Outcome[],
  candidate: readonly Outcome[] = old,
): GradedItem[] =>
  Array.from({ length: count }, (_, place) => itemOf(`${name} ${place}`, old, candidate, { group: name }));

const hardest = (items: readonly GradedItem[], rest: Partial<SuiteSamples> = {}): HardestGroup | undefined =>
  hardestGroup(eligibleSuite(suiteOf(items, rest)));

function meansOf(found: HardestGroup | undefined): [old: number, candidate: number, items: number] {
  if (found?.measurement.kind !== 'measured') throw new Error('it was not measured');
  const { items } = found.measurement;
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean(items.map(({ old }) => old)), mean(items.map((item) => item.new)), items.length];
}

describe('a configured group', () => {
  const items = [...group('easy', 3, solvedOf(4)), ...group('hard', 2, solvedOf(1), solvedOf(2))];

  it('is compared on all its samples, however few items it has', () => {
    const found = hardest(items, { hardestGroup: 'hard' });
    expect(found?.group).toBe('hard');
    expect(meansOf(found)).toEqual([0.25, 0.5, 2]);
  });

  it('is unmeasurable if it has no items', () => {
    expect(hardest(items, { hardestGroup: 'nobody' })).toMatchObject({
      group: 'nobody',
      measurement: { kind: 'unmeasurable' },
    });
  });
});

function solvedOf(right: number): Outcome[] {
  return solved(right, 4).map((written) => (typeof written === 'string' ? written : written.outcome));
}

describe('a detected group', () => {
  it('is the one where old is worst on even indexes, compared on odd ones', () => {
    const items = [
      ...group('a', 30, halves(true, false), halves(true, true)),
      ...group('b', 30, halves(false, true), halves(true, false)),
    ];
    const found = hardest(items);
    expect(found?.group).toBe('b');
    expect(meansOf(found)).toEqual([1, 0, 30]);
  });

  it('does not depend on new', () => {
    const old = [...group('a', 30, solvedOf(2)), ...group('b', 30, solvedOf(4))];
    const ruined = old.map((item) =>
      item.group === 'b' ? { ...item, new: itemOf('', [], solved(0, 4)).new } : item,
    );
    expect(hardest(old)?.group).toBe('a');
    expect(hardest(ruined)?.group).toBe('a');
  });

  it('is the first by name among equals, whatever the ids', () => {
    const items = [...group('b', 30, solvedOf(2)), ...group('a', 30, solvedOf(2))];
    const renamed = items.map((item, place) => ({ ...item, id: String(place).padStart(2, '0') }));
    expect(hardest(renamed)?.group).toBe('a');
  });

  it('is chosen by the mean over items, however many there are', () => {
    expect(hardest([...group('a', 30, solvedOf(4)), ...group('b', 60, solvedOf(2))])?.group).toBe('b');
    expect(hardest([...group('a', 60, solvedOf(2)), ...group('b', 30, solvedOf(4))])?.group).toBe('a');
  });

  it('is chosen by items with even samples; a group without even samples is not considered', () => {
    const noEven: Outcome[] = ['failed', 'incorrect', 'failed', 'incorrect'];
    const odd = (name: string, count: number): GradedItem[] =>
      group(name, count, noEven).map((item, place) => ({
        ...item,
        id: `odd ${name} ${place}`,
        cluster: `odd ${name} ${place}`,
      }));
    const found = hardest(
      [...odd('a', 30), ...group('b', 30, solvedOf(4)), ...odd('c', 1), ...group('c', 30, solvedOf(2))],
      { leastShare: 0.5 },
    );
    expect(found?.group).toBe('c');
  });

  it('must be worth at least 30 independent items', () => {
    const small = [...group('tiny', 29, solvedOf(0)), ...group('large', 30, solvedOf(4))];
    expect(hardest(small)?.group).toBe('large');
    const clustered = small.map((item) =>
      item.group === 'large' && item.id === 'large 1' ? { ...item, cluster: 'large 0' } : item,
    );
    expect(hardest(clustered)).toEqual({
      group: undefined,
      measurement: {
        kind: 'not-applicable',
        reason: 'no group is equivalent to at least 30 independent items',
      },
    });
  });

  it('needs four samples per item: half to choose, half to compare', () => {
    const three = group('a', 30, ['correct', 'correct', 'correct']);
    expect(hardest(three)).toEqual({
      group: undefined,
      measurement: {
        kind: 'unmeasurable',
        reason: 'choosing and comparing the hardest group needs at least 4 samples per item',
      },
    });
    expect(hardest(group('a', 30, solvedOf(4)))?.group).toBe('a');
  });

  it('is compared on items with odd samples on both sides, and chosen on those with even samples', () => {
    const noOdd: Outcome[] = ['correct', 'failed', 'correct', 'failed'];
    const noEven: Outcome[] = ['failed', 'correct', 'failed', 'correct'];
    const items = [
      ...group('a', 30, halves(false, true)),
      ...group('a', 1, noOdd, solvedOf(4)).map((item) => ({ ...item, id: 'old has no odd', cluster: 'x' })),
      ...group('a', 1, solvedOf(4), noOdd).map((item) => ({ ...item, id: 'new has no odd', cluster: 'y' })),
      ...group('a', 1, noEven).map((item) => ({ ...item, id: 'no even', cluster: 'z' })),
      ...group('b', 30, halves(true, false)),
    ];
    const found = hardest(items, { leastShare: 0.5 });
    expect(found?.group).toBe('a');
    expect(meansOf(found)).toEqual([1, 1, 31]);
  });

  it('is undefined if items have no group', () => {
    expect(hardest(group(undefined, 40, solvedOf(1)))).toBeUndefined();
  });
});

it('groups items by name and leaves out items without a group', () => {
  const { items } = eligibleSuite(
    suiteOf([
      ...group('b', 2, solvedOf(1)),
      ...group(undefined, 1, solvedOf(1)),
      ...group('a', 1, solvedOf(1)).map((item) => ({ ...item, id: 'last' })),
    ]),
  );
  expect([...byGroup(items)].map(([name, members]) => [name, members.length])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});
