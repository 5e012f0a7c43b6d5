import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_NUMBER, type PairBounds, PairNumbers } from '../../../src/measures/text/pair-numbers.ts';

/** Within these bounds, every possible pair has its own slot. */
const FEW: PairBounds = { firsts: 31, seconds: 41 };
const MANY: PairBounds = { firsts: 2 ** 20, seconds: 2 ** 20 };

const first = fc.nat(FEW.firsts - 1);
const second = fc.nat(FEW.seconds - 1);
const pairs = fc.array(fc.tuple(first, second), { maxLength: 300 });
const anyPairs = fc.array(fc.tuple(first, fc.oneof(second, fc.nat())), { maxLength: 300 });

/** One filling of a table, and the pairs to look up in it. */
const bounded = fc.record({
  bounds: fc.constantFrom(FEW, { firsts: 40, seconds: 60 }, MANY),
  added: pairs,
  asked: pairs,
});
const unbounded = fc.record({ bounds: fc.constant(undefined), added: anyPairs, asked: anyPairs });

describe('numbers of pairs', () => {
  it('equal those of a map, over many fillings of the same table, with few possible pairs, many or any', () => {
    const table = new PairNumbers();
    fc.assert(
      fc.property(fc.oneof(bounded, unbounded), ({ bounds, added, asked }) => {
        table.clear(bounds);
        const expected = new Map<string, number>();
        for (const [one, other] of added) {
          const number = expected.get(`${one} ${other}`) ?? expected.size;
          expected.set(`${one} ${other}`, number);
          expect(table.numberOf(one, other)).toBe(number);
        }
        expect(table.size).toBe(expected.size);
        for (const [one, other] of asked) {
          expect(table.find(one, other)).toBe(expected.get(`${one} ${other}`) ?? NO_NUMBER);
        }
        const visited: string[] = [];
        table.forEach((one, other, number) => (visited[number] = `${one} ${other}`));
        expect(visited).toEqual([...expected.keys()]);
        const sideBySide = [...table.pairs.subarray(0, 2 * table.size)];
        expect(sideBySide.join(' ')).toBe([...expected.keys()].join(' '));
      }),
      { numRuns: 300 },
    );
  });

  it('are the same if many pairs are numbered at once, and earlier numbers do not change', () => {
    const numbers = fc.array(second, { maxLength: 200 });
    fc.assert(
      fc.property(
        fc.constantFrom(FEW, MANY, undefined),
        pairs,
        numbers,
        fc.nat(4),
        (bounds, added, seconds, offset) => {
          const [one, other] = [new PairNumbers(bounds), new PairNumbers(bounds)];
          for (const [a, b] of added) {
            one.numberOf(a, b);
            other.numberOf(a, b);
          }
          const firsts = Int32Array.from(seconds, (value) => value % 7);
          const expected = firsts.map((a, place) =>
            place + offset < seconds.length ? one.numberOf(a, seconds[place + offset] ?? 0) : a,
          );
          other.numberAll(firsts, Int32Array.from(seconds), { offset, end: seconds.length });
          expect([...firsts]).toEqual([...expected]);
          expect(other.size).toBe(one.size);
          for (const [a, b] of added) expect(other.find(a, b)).toBe(one.find(a, b));
        },
      ),
    );
  });

  it('stay correct when a table with a slot per pair outgrows all its earlier fillings', () => {
    const table = new PairNumbers({ firsts: 100, seconds: 100 });
    for (let pair = 0; pair < 10_000; pair += 1) {
      expect(table.numberOf(pair % 100, Math.floor(pair / 100))).toBe(pair);
    }
    table.clear();
    expect(table.size).toBe(0);
    expect(table.find(0, 0)).toBe(NO_NUMBER);
    for (let pair = 0; pair < 20_000; pair += 1) expect(table.numberOf(pair, -pair)).toBe(pair);
  });
});
