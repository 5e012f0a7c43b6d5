import { expect, it } from 'vitest';
import { forecastWorlds, forecastsThatHold } from '../simulation/forecast-worlds.ts';
import { holds } from '../simulation/promise.ts';

/** Short; `npm run test:simulation` is the whole, with more samples too. */
const RUNS = 15;
const worlds = forecastWorlds.filter(({ n }) => n === 8);

it(
  'the forecast covers the truth at 4n: 95 % intervals of 300 items, in at least 90 % of runs',
  { timeout: 120_000 },
  () => {
    const counts = worlds.map((world) => forecastsThatHold(world, forecastWorlds.indexOf(world), RUNS));
    for (const [place, { name, promised }] of worlds.entries()) {
      expect(holds(promised, counts[place] ?? 0, RUNS), name).toBe(true);
    }
    const covered = counts.reduce((sum, count) => sum + count, 0);
    expect(covered / (worlds.length * RUNS)).toBeGreaterThanOrEqual(0.9);
  },
);
