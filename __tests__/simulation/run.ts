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
  readonly about: Scenario['about'] | FormatWorld['about'] | 'forecast covers the truth';
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
      about: 'forecast covers the truth',
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
  return `${(100 * rate).toFixed(1)} %`;
}

function page(rows: readonly string[], runs: number, pooled: number): string {
  return `# Calibration

How often a check says what it should, by simulation of whole checks on checkpoints whose abilities are known: per-item
solve probabilities, ways and wordings are drawn as counts, and go through the same measures, intervals, guardrails and
verdict as real samples. Written by \`npm run test:simulation\` (${runs.toLocaleString('en')} seeded runs a scenario,
${Math.ceil(runs / SCENARIO_RUNS_PER_FORECAST).toLocaleString('en')} of a forecast, ${Math.ceil(runs / SCENARIO_RUNS_PER_FORMAT).toLocaleString('en')} of a format); a short version is part of \`npm test\`.

- **false alarm**: nothing is lost, no item's and no way's probability falls; the verdict is \`reversal\` or \`regression\`.
- **kept at its margin**: a guardrail truly loses exactly its margin, and is called \`kept\`.
- **progress**: a gain without any loss, on as many items as \`plan\` recommends, is called \`progress\`.
- **found at the detectable loss**: a target that truly loses what its row states as detectable is called \`lost\`.
- **forecast covers the truth**: the 95 % interval of the change of pass@4n, forecast from n samples of each of 300 items, holds
  what the items of that kind truly come to.

- **format moves, abilities do not**: a side states no answer in part of its samples, and the lenient grade sees the right value in all
  or half of those; the check claims no \`progress\`, \`regression\` or \`reversal\` that is not called \`invalid\`.
- **equal format is not invalid**: both sides write so, nothing changes, and the result is not \`invalid\`.
- **progress is not hidden**: both sides write so, the target truly gains 5 points, and \`progress\` is rarely called \`invalid\`.

A promise counts as broken where the one-sided 99.9 % bound of the rate lies beyond it. Over all scenarios without a loss
together, ${percent(pooled)} of the runs are false alarms (promised: ≤ 2.5 %).

| about | scenario | rate | 99.9 % bounds | promised | |
| :- | :- | -: | :- | :- | :- |
${rows.join('\n')}
`;
}
