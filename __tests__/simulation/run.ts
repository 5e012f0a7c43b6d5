import { availableParallelism } from 'node:os';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import type { Scenario } from './promise.ts';
import { bounds, holds } from './promise.ts';
import { scenarios } from './scenarios.ts';
import { simulate } from './simulate.ts';

/*
 * Simulates every scenario many times, on all processors, and writes docs/calibration.md. Exits 1 where a promise is
 * broken. The same number of runs gives the same table, byte for byte, whatever the machine.
 */

interface Job {
  readonly place: number;
  readonly first: number;
  readonly runs: number;
}

const RUNS_A_JOB = 100;

if (isMainThread) await main();
else work();

function work(): void {
  const all = scenarios();
  parentPort?.on('message', ({ place, first, runs }: Job) => {
    const scenario = all[place];
    if (scenario === undefined) throw new RangeError(`no scenario ${place}`);
    parentPort?.postMessage({ place, count: simulate(scenario, place, runs, first) });
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '2000' } } });
  const runs = Number(values.runs);
  const all = scenarios();
  const counts = await countAll(all, runs);
  const rows = all.map((scenario, place) => row(scenario, counts[place] ?? 0, runs));
  const alarms = all
    .map(({ about }, place) => (about === 'false alarm' ? place : -1))
    .filter((place) => place >= 0);
  const pooled = alarms.reduce((sum, place) => sum + (counts[place] ?? 0), 0) / (alarms.length * runs);
  const broken = all.filter(({ promised }, place) => !holds(promised, counts[place] ?? 0, runs)).length;
  writeFileSync('docs/calibration.md', page(rows, runs, pooled));
  process.stdout.write(
    `${rows.join('\n')}\n\npooled false alarms: ${percent(pooled)}; ${broken} promises broken\n`,
  );
  if (broken > 0 || pooled > 0.025) process.exitCode = 1;
}

async function countAll(all: readonly Scenario[], runs: number): Promise<number[]> {
  const jobs = all.flatMap((_, place) =>
    Array.from({ length: Math.ceil(runs / RUNS_A_JOB) }, (_, job): Job => {
      const first = job * RUNS_A_JOB;
      return { place, first, runs: Math.min(RUNS_A_JOB, runs - first) };
    }),
  );
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

function row(scenario: Scenario, count: number, runs: number): string {
  const [lower, upper] = bounds(count, runs);
  const state = holds(scenario.promised, count, runs) ? 'holds' : '**broken**';
  return `| ${scenario.about} | ${scenario.name} | ${percent(count / runs)} | ${percent(lower)} to ${percent(upper)} | ${promise(scenario)} | ${state} |`;
}

function promise({ promised }: Scenario): string {
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
verdict as real samples. Written by \`npm run test:simulation\` (${runs.toLocaleString('en')} seeded runs a scenario); a short version is part of
\`npm test\`.

- **false alarm**: nothing is lost, no item's and no way's probability falls; the verdict is \`reversal\` or \`regression\`.
- **kept at its margin**: a guardrail truly loses exactly its margin, and is called \`kept\`.
- **progress**: a gain without any loss, on as many items as \`plan\` recommends, is called \`progress\`.
- **found at the detectable loss**: a target that truly loses what its row states as detectable is called \`lost\`.

A promise counts as broken where the one-sided 99.9 % bound of the rate lies beyond it. Over all scenarios without a loss
together, ${percent(pooled)} of the runs are false alarms (promised: ≤ 2.5 %).

| about | scenario | rate | 99.9 % bounds | promised | |
| :- | :- | -: | :- | :- | :- |
${rows.join('\n')}
`;
}
