import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_NUMBER, PairNumbers } from '../../src/measures/pair-numbers.ts';

const pair = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.oneof(fc.nat(30), fc.nat()));
const pairs = fc.array(pair, { maxLength: 300 });

describe('numbers of pairs', () => {
  it('are those of a map, filling after filling of the same table', () => {
    const table = new PairNumbers();
    fc.assert(
      fc.property(pairs, pairs, (added, asked) => {
        table.clear();
        const expected = new Map<string, number>();
        for (const [first, second] of added) {
          const number = expected.get(`${first} ${second}`) ?? expected.size;
          expected.set(`${first} ${second}`, number);
          expect(table.numberOf(first, second)).toBe(number);
        }
        expect(table.size).toBe(expected.size);
        for (const [first, second] of asked) {
          expect(table.find(first, second)).toBe(expected.get(`${first} ${second}`) ?? NO_NUMBER);
        }
        const visited: string[] = [];
        table.forEach((first, second, number) => (visited[number] = `${first} ${second}`));
        expect(visited).toEqual([...expected.keys()]);
      }),
    );
  });

  it('are the same where many are numbered at once, and others stay as they are', () => {
    const numbers = fc.array(fc.nat(20), { maxLength: 200 });
    fc.assert(
      fc.property(pairs, numbers, fc.nat(4), (added, seconds, offset) => {
        const [one, other] = [new PairNumbers(), new PairNumbers()];
        for (const [first, second] of added) {
          one.numberOf(first, second);
          other.numberOf(first, second);
        }
        const firsts = Int32Array.from(seconds, (value) => value % 7);
        const expected = firsts.map((first, place) =>
          place + offset < seconds.length ? one.numberOf(first, seconds[place + offset] ?? 0) : first,
        );
        other.numberAll(firsts, Int32Array.from(seconds), { offset, end: seconds.length });
        expect([...firsts]).toEqual([...expected]);
        expect(other.size).toBe(one.size);
        for (const [first, second] of added) expect(other.find(first, second)).toBe(one.find(first, second));
      }),
    );
  });
});
