import { describe, expect, it } from 'vitest';
import { formatRunsThatHappened, formatWorlds } from './format-worlds.ts';
import { bounds, holds } from './promise.ts';
import { scenarios } from './scenarios.ts';
import { simulate } from './simulate.ts';

/** A short version; `npm run test:simulation` runs everything. */
const RUNS = 120;
const FORMAT_RUNS = 20;

describe('calibration, short version', () => {
  const all = scenarios();

  it('has at most 24 scenarios with distinct names', () => {
    expect(all.length).toBeLessThanOrEqual(24);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it.each(all.map((scenario, place) => ({ ...scenario, place })))('$about: $name', ({ place, promised }) => {
    const scenario = all[place];
    if (scenario === undefined) throw new Error('no such scenario');
    const count = simulate(scenario, place, RUNS);
    expect(holds(promised, count, RUNS), `${count} of ${RUNS} runs`).toBe(true);
  });

  it.each(formatWorlds.map((world, place) => ({ ...world, place })))(
    '$about: $name',
    ({ place, promised }) => {
      const world = formatWorlds[place];
      if (world === undefined) throw new Error('no such world');
      const count = formatRunsThatHappened(world, place, FORMAT_RUNS);
      expect(holds(promised, count, FORMAT_RUNS), `${count} of ${FORMAT_RUNS} runs`).toBe(true);
    },
  );

  it('would detect rates that are far off', () => {
    expect(holds({ kind: 'at most', rate: 0.025 }, 12, RUNS)).toBe(false);
    expect(holds({ kind: 'at least', rate: 0.8 }, 70, RUNS)).toBe(false);
    expect(holds({ kind: 'between', rate: [0.75, 0.9] }, 60, RUNS)).toBe(false);
    expect(bounds(0, RUNS)[0]).toBe(0);
    expect(bounds(RUNS, RUNS)[1]).toBe(1);
  });

  it('gives the same counts from the same seeds, however the runs are divided', () => {
    const scenario = all[1];
    if (scenario === undefined) throw new Error('no such scenario');
    const whole = simulate(scenario, 1, 60);
    expect(simulate(scenario, 1, 25, 0) + simulate(scenario, 1, 35, 25)).toBe(whole);
  });
});
