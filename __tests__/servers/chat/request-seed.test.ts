import { describe, expect, test } from 'vitest';
import { checkpointIdentity } from '../../../src/store/identity.ts';
import { firstSeedOf } from '../../../src/servers/chat/request-seed.ts';

const itemOf = (id: string, content = 'What is 6 × 7?') => ({
  id,
  messages: [{ role: 'user' as const, content }],
});
const DRAWS = [undefined, '2026-11-22', '2026-11-23', '2026-11-22 again, old'];

describe("the first seed of an item's samples", () => {
  test('is different for every item, even with the same prompt, and for every draw', () => {
    const seeds = DRAWS.flatMap((draw) =>
      ['a', 'b', 'c'].flatMap((id) =>
        ['1 + 1?', '2 + 2?'].map((prompt) => firstSeedOf({ seed: 7, draw, item: itemOf(id, prompt) })),
      ),
    );
    expect(new Set(seeds).size).toBe(4 * 3 * 2);
    expect(firstSeedOf({ seed: 8, draw: undefined, item: itemOf('a', '1 + 1?') })).not.toBe(seeds[0]);
    expect(firstSeedOf({ seed: 7, draw: undefined, item: itemOf('a', '1 + 1?') })).toBe(seeds[0]);
  });

  test('leaves room for the samples of an item below the maximum that servers accept, and is spread over that range', () => {
    const seeds = Array.from({ length: 2000 }, (_, place) =>
      firstSeedOf({ seed: 2 ** 31 - 1, draw: undefined, item: itemOf(`q${place}`) }),
    );
    for (const seed of seeds) expect(seed + 10_000).toBeLessThan(2 ** 31);
    const upper = seeds.filter((seed) => seed >= 2 ** 29).length;
    expect(Math.abs(upper - 1000)).toBeLessThan(4 * Math.sqrt(500));
    const sorted = seeds.toSorted((one, other) => one - other);
    const apart = sorted.filter((seed, place) => seed - (sorted[place - 1] ?? -Infinity) >= 128).length;
    expect(apart).toBeGreaterThan(1990);
  });
});

test('keeps the completions of different draws apart', () => {
  const checkpoint = {
    side: 'new',
    version: 'v1',
    model: 'm',
    baseUrl: 'http://127.0.0.1/v1',
    api: 'chat',
    extraBody: {},
  } as const;
  const of = (draw?: string): string =>
    checkpointIdentity(draw === undefined ? checkpoint : { ...checkpoint, draw }, 0);
  expect(new Set([of(), of('2026-11-22'), of('2026-11-23')]).size).toBe(3);
});
