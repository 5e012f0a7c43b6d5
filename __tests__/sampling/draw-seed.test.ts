import { expect, test } from 'vitest';
import { checkpointIdentity } from '../../src/sampling/identity.ts';
import { seedOfDraw } from '../../src/sampling/draw-seed.ts';

test('the first draw begins at the seed of the settings, each other one at its own', () => {
  expect(seedOfDraw(7, undefined)).toBe(7);
  const seeds = ['2026-11-22', '2026-11-23', '2026-11-22 again, old'].map((draw) => seedOfDraw(7, draw));
  expect(new Set([7, ...seeds]).size).toBe(4);
  expect(seeds).toEqual(
    ['2026-11-22', '2026-11-23', '2026-11-22 again, old'].map((draw) => seedOfDraw(7, draw)),
  );
  for (const seed of seeds) expect(seed + 10_000).toBeLessThan(2 ** 31);
});

test('completions of one draw are not taken for those of another', () => {
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
