import { expect, it } from 'vitest';
import { forecastWorlds, forecastsThatHold } from '../../simulation/forecast-worlds.ts';
import { holds } from '../../simulation/promise.ts';

/** Few runs, to be fast; `npm run test:simulation` runs more of them, with more samples too. */
const RUNS = 15;
const worlds = forecastWorlds.filter(({ n }) => n === 8);

it(
  '95% intervals of the forecast at 4n cover the truth in at least 90% of runs of 300 items',
  { timeout: 300_000 },
  () => {
    const counts = worlds.map((world) => forecastsThatHold(world, forecastWorlds.indexOf(world), RUNS));
    for (const [place, { name, promised }] of worlds.entries()) {
      expect(holds(promised, counts[place] ?? 0, RUNS), name).toBe(true);
    }
    const covered = counts.reduce((sum, count) => sum + count, 0);
    expect(covered / (worlds.length * RUNS)).toBeGreaterThanOrEqual(0.9);
  },
);
