import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balance } from '../../../src/run/check/balance.ts';
import type { Completion } from '../../../src/servers/chat/completion.ts';
import { makeSuite } from '../../sampling/setting.ts';

const CUT = { limit: 'max-requests', allowed: 100, byDefault: false } as const;

const planned = (...ids: string[]) => ({
  suite: makeSuite('gsm8k', ids),
  grader: undefined,
  hardestGroup: undefined,
  graderFiles: new Map<string, Uint8Array>(),
});

/** The samples with these indexes. */
const of = (id: string, indexes: readonly number[], more: Partial<Completion> = {}): Completion[] =>
  indexes.map((index) => ({ suite: 'gsm8k', id, index, text: `${id} ${index}`, ...more }));

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const balanced = (
  generations: { readonly old: readonly Completion[]; readonly new: readonly Completion[] },
  { ids = ['a', 'b'], samples = 8, greedy = undefined as typeof generations | undefined } = {},
) =>
  balance({
    suites: [planned(...ids)],
    samples,
    generations,
    greedy,
    cut: {
      ...CUT,
      unasked: {
        old: samples * ids.length - generations.old.length,
        new: samples * ids.length - generations.new.length,
      },
    },
  });

const indexesOf = (side: readonly Completion[], id: string): number[] =>
  side.flatMap((one) => (one.id === id ? [one.index] : []));

describe('the part of a run that remains after a budget ended it', () => {
  it('is what both sides have, in pairs of the same index, of items with enough pairs', () => {
    const { suites, generations, cut } = balanced({
      old: [...of('a', upTo(8)), ...of('b', upTo(8))],
      new: [...of('a', upTo(8)), ...of('b', upTo(7))],
    });
    expect(suites[0]?.suite.items.map(({ id }) => id)).toEqual(['a']);
    expect(indexesOf(generations.old, 'a')).toEqual(upTo(8));
    expect([...generations.old, ...generations.new].filter(({ id }) => id === 'b')).toEqual([]);
    expect(cut).toMatchObject({ ...CUT, unasked: 1, wouldTake: 100 * (32 / 31) });
  });

  it('needs the largest power of two, and nine tenths of n', () => {
    // n = 10: 8 is the largest power of two, 9 is nine tenths.
    const having = (count: number) => {
      const side = of('a', upTo(count));
      return balanced({ old: side, new: side }, { ids: ['a'], samples: 10 }).suites[0]?.suite.items.length;
    };
    expect([8, 9, 10].map(having)).toEqual([0, 1, 1]);
  });

  it('keeps a failed sample, because it was requested', () => {
    const failed = of('a', [7], { text: '', error: 'HTTP 500' });
    const { generations } = balanced(
      { old: [...of('a', upTo(7)), ...failed], new: of('a', upTo(8)) },
      { ids: ['a'] },
    );
    expect(generations.old).toHaveLength(8);
    expect(generations.old.at(-1)?.error).toBe('HTTP 500');
  });

  it('has the greedy completions of the remaining items, whatever their indexes', () => {
    const whole = { old: of('a', upTo(8)), new: of('a', upTo(8)) };
    const greedy = { old: [...of('a', [0]), ...of('b', [0])], new: of('b', [0]) };
    const { greedy: left } = balanced(whole, { greedy });
    expect(left).toEqual({ old: of('a', [0]), new: [] });
    expect(balanced(whole).greedy).toBeUndefined();
  });

  it('is empty, with no cost estimate, if there are no completions', () => {
    const { suites, generations, samplesPerItem, cut } = balanced({ old: [], new: [] });
    expect(suites[0]?.suite.items).toEqual([]);
    expect(generations).toEqual({ old: [], new: [] });
    expect(samplesPerItem).toBe(1);
    expect(cut.wouldTake).toBeUndefined();
  });

  it('depends only on which samples were requested, not on answers or order', () => {
    const some = fc.uniqueArray(fc.nat(7));
    fc.assert(
      fc.property(fc.record({ aOld: some, aNew: some, bOld: some, bNew: some }), fc.string(), (had, text) => {
        const sides = {
          old: [...of('a', had.aOld), ...of('b', had.bOld)],
          new: [...of('a', had.aNew), ...of('b', had.bNew)],
        };
        const answered = (side: readonly Completion[]): Completion[] =>
          side.map((one) => ({ ...one, text })).toReversed();
        const [one, other] = [
          balanced(sides),
          balanced({ old: answered(sides.old), new: answered(sides.new) }),
        ];
        expect(other.suites).toEqual(one.suites);
        for (const id of ['a', 'b']) {
          const kept = new Set(indexesOf(one.generations.old, id));
          expect(new Set(indexesOf(other.generations.old, id))).toEqual(kept);
          expect(new Set(indexesOf(one.generations.new, id))).toEqual(kept);
        }
      }),
      { numRuns: 60 },
    );
  });
});
