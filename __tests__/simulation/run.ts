import { availableParallelism } from 'node:os';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import { forecastWorlds, forecastsThatHold } from './forecast-worlds.ts';
import { type FormatWorld, formatRunsThatHappened, formatWorlds } from './format-worlds.ts';
import type { Promised, Scenario } from './promise.ts';
import { bounds, holds } from './promise.ts';
import { scenarios } from './scenarios.ts';
import { simulate } from './simulate.ts';

/*
 * Simulates every scenario many times, on all processors, and writes docs/calibration.md. Exits 1 if a promise is broken. The
 * same number of runs gives the same table, byte for byte, on any machine.
 */

/** A scenario of whole checks, a world of forecasts, or one of formats. */
interface Simulated {
  readonly name: string;
  readonly about: Scenario['about'] | FormatWorld['about'] | 'forecast covers the true change';
  readonly promised: Promised;
  /** The number of runs of a scenario for which this one gets a single run, because forecasts cost more. */
  readonly runsPerRun: number;
  readonly count: (runs: number, first: number) => number;
}

interface Job {
  readonly place: number;
  readonly first: number;
  readonly runs: number;
}

const RUNS_A_JOB = 100;

const SCENARIO_RUNS_PER_FORECAST = 10;
const SCENARIO_RUNS_PER_FORMAT = 4;

if (isMainThread) await main();
else work();

function work(): void {
  const all = simulations();
  parentPort?.on('message', ({ place, first, runs }: Job) => {
    const simulated = all[place];
    if (simulated === undefined) throw new RangeError(`no scenario ${place}`);
    parentPort?.postMessage({ place, count: simulated.count(runs, first) });
  });
}

function simulations(): readonly Simulated[] {
  return [
    ...scenarios().map((scenario, place): Simulated => ({
      ...scenario,
      runsPerRun: 1,
      count: (runs, first) => simulate(scenario, place, runs, first),
    })),
    ...forecastWorlds.map((world, place): Simulated => ({
      ...world,
      about: 'forecast covers the true change',
      runsPerRun: SCENARIO_RUNS_PER_FORECAST,
      count: (runs, first) => forecastsThatHold(world, place, runs, first),
    })),
    ...formatWorlds.map((world, place): Simulated => ({
      ...world,
      runsPerRun: SCENARIO_RUNS_PER_FORMAT,
      count: (runs, first) => formatRunsThatHappened(world, place, runs, first),
    })),
  ];
}

function runsOf({ runsPerRun }: Simulated, runs: number): number {
  return Math.ceil(runs / runsPerRun);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '2000' } } });
  const runs = Number(values.runs);
  const all = simulations();
  const counts = await countAll(all, runs);
  const rows = all.map((simulated, place) => row(simulated, counts[place] ?? 0, runsOf(simulated, runs)));
  const alarms = all
    .map(({ about }, place) => (about === 'false alarm' ? place : -1))
    .filter((place) => place >= 0);
  const pooled = alarms.reduce((sum, place) => sum + (counts[place] ?? 0), 0) / (alarms.length * runs);
  const broken = all.filter(
    (simulated, place) => !holds(simulated.promised, counts[place] ?? 0, runsOf(simulated, runs)),
  ).length;
  writeFileSync('docs/calibration.md', page(rows, runs, pooled));
  process.stdout.write(
    `${rows.join('\n')}\n\npooled false alarms: ${percent(pooled)}; ${broken} promises broken\n`,
  );
  if (broken > 0 || pooled > 0.025) process.exitCode = 1;
}

async function countAll(all: readonly Simulated[], runs: number): Promise<number[]> {
  const jobs = all.flatMap((simulated, place) => {
    const wanted = runsOf(simulated, runs);
    return Array.from({ length: Math.ceil(wanted / RUNS_A_JOB) }, (_, job): Job => {
      const first = job * RUNS_A_JOB;
      return { place, first, runs: Math.min(RUNS_A_JOB, wanted - first) };
    });
  });
  const counts = all.map(() => 0);
  const workers = Array.from({ length: availableParallelism() }, () => new Worker(new URL(import.meta.url)));
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          const next = (): void => {
            const job = jobs.shift();
            if (job === undefined) resolve();
            else worker.postMessage(job);
          };
          worker.on('message', ({ place, count }: { place: number; count: number }) => {
            counts[place] = (counts[place] ?? 0) + count;
            next();
          });
          worker.on('error', reject);
          next();
        }),
    ),
  );
  await Promise.all(workers.map((worker) => worker.terminate()));
  return counts;
}

function row(simulated: Simulated, count: number, runs: number): string {
  const [lower, upper] = bounds(count, runs);
  const state = holds(simulated.promised, count, runs) ? 'holds' : '**broken**';
  return `| ${simulated.about} | ${simulated.name} | ${percent(count / runs)} | ${percent(lower)} to ${percent(upper)} | ${promise(simulated)} | ${state} |`;
}

function promise({ promised }: Simulated): string {
  switch (promised.kind) {
    case 'at most':
      return `≤ ${percent(promised.rate)}`;
    case 'at least':
      return `≥ ${percent(promised.rate)}`;
    case 'between':
      return `${percent(promised.rate[0])} to ${percent(promised.rate[1])}`;
  }
}

function percent(rate: number): string {
  return `${(100 * rate).toFixed(1)}%`;
}

function page(rows: readonly string[], runs: number, pooled: number): string {
  return `# Calibration

This page shows how often a check gives the right result. The figures come from simulations of whole checks on checkpoints
whose abilities are known. For each item, a simulation is given the probability of a correct sample and the probabilities of the different
ways and wordings of a correct solution. From these probabilities, the simulation draws the number of samples of each kind. The measures,
intervals, guardrails and verdict are then computed as for real samples. \`npm run test:simulation\` writes this page
from ${runs.toLocaleString('en')} seeded runs per scenario, ${Math.ceil(runs / SCENARIO_RUNS_PER_FORECAST).toLocaleString('en')} per forecast and ${Math.ceil(runs / SCENARIO_RUNS_PER_FORMAT).toLocaleString('en')} per format. \`npm test\` includes a short version.

For each property, the table shows the share of runs in which the following happens:

- **false alarm**: the verdict is \`reversal\` or \`regression\`, although nothing is lost. For each item and each way of solving it, the
  probability stays the same or rises.
- **wrongly kept at the margin**: a guardrail is \`kept\`, although the true loss is exactly its margin.
- **progress**: the verdict is \`progress\` after a gain without any loss, with as many items as \`plan\` recommends.
- **detectable loss found**: a target is \`lost\`, and its true loss is exactly the smallest loss that counts as detectable.
- **forecast covers the true change**: the check forecasts the change in pass@4n from n samples of each of 300 items, and the forecast's
  95% interval contains the true change.
- **false claim when only the format changes**: the verdict is \`progress\`, \`regression\` or \`reversal\` instead of \`invalid\`, although ability
  stays the same. One side gives no explicit answer in some samples. The lenient grade finds the right value in all or half of these samples.
- **unchanged format declared invalid**: the result is \`invalid\`, although nothing changes. Each side gives no explicit answer in some of
  its samples.
- **progress hidden**: the result is \`invalid\` instead of \`progress\`, although the target really does gain 5 points. Each side gives
  no explicit answer in some of its samples.

A promise counts as broken if the whole range between the one-sided 99.9% bounds violates the promise. Over all scenarios
without a loss, ${percent(pooled)} of the runs are false alarms (promised: ≤ 2.5%).

| property | scenario | rate | 99.9% bounds | promised | result |
| :- | :- | -: | :- | :- | :- |
${rows.join('\n')}
`;
}
