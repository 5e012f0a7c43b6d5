import { parseArgs } from 'node:util';
import { TEST_DATA } from '../__tests__/support/test-data.ts';
import { decide } from '../src/run/stages/decide.ts';
import { describeSuite } from '../src/measures/describe-suite.ts';
import { measureSuite } from '../src/measures/measure-suite.ts';
import { codegenLoad } from './codegen-load.ts';
import { cpuSeconds } from './cpu-time.ts';
import { completionsIn, graded, policy } from './engine.ts';
import { FACTORS, timeGrowth } from './growth.ts';
import { simulatedLoad } from './simulated-load.ts';
import { plainTokenising, timeForecast, timeStages } from './stages.ts';
import { table } from './table.ts';

/** A bound that the measurement must keep. */
interface Promised {
  readonly what: string;
  readonly measured: number;
  readonly most: number;
  readonly unit: string;
}

/**
 * The sizes to measure. `--quick` uses smaller loads, with the same bound on the time per completion plus the time that a
 * forecast takes on any load.
 */
interface Sizes {
  readonly large: Size;
  readonly stages: Size;
  readonly growth: Size;
  readonly repeats: number;
}

interface Size {
  readonly items: number;
  readonly samples: number;
}

const FULL: Sizes = {
  large: { items: 1319, samples: 128 },
  stages: { items: 400, samples: 32 },
  growth: { items: 150, samples: 16 },
  repeats: 3,
};

const QUICK: Sizes = {
  large: { items: 100, samples: 32 },
  stages: { items: 60, samples: 16 },
  growth: { items: 24, samples: 8 },
  repeats: 3,
};

const LARGE_SECONDS = 30;
const LARGE_COMPLETIONS = 2 * FULL.large.items * FULL.large.samples;
const LARGE_GIGABYTES = 2;
const CODEGEN_SECONDS = 3;
const FORECAST_SECONDS = 3;
const MOST_EXPONENT = 1.1;

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/**
 * Grading, measures and verdict of one large check. Runs first, because the memory is the maximum that the process has ever used.
 */
async function largeCheck({ large }: Sizes): Promise<Promised[]> {
  const load = simulatedLoad(large);
  const completions = load.generations.old.length + load.generations.new.length;
  const grading = await cpuSeconds(() => graded(load));
  const judging = await cpuSeconds(() =>
    decide({ suites: [grading.result], unexpected: [], policy }).measures.map(describeSuite),
  );
  const what = `${large.items} items × ${large.samples} samples × 2, ${completions} completions`;
  return [
    {
      what: `${what}: grading, measures and verdict`,
      measured: grading.seconds + judging.seconds,
      most: FORECAST_SECONDS + ((LARGE_SECONDS - FORECAST_SECONDS) * completions) / LARGE_COMPLETIONS,
      unit: 's',
    },
    {
      what: `${what}: memory, the completions included`,
      measured: (process.resourceUsage().maxRSS * 1024) / 1e9,
      most: LARGE_GIGABYTES,
      unit: 'GB',
    },
  ];
}

/** All measures on real completions. */
async function codegenMeasures(): Promise<Promised[]> {
  const samples = codegenLoad();
  if (samples === undefined) {
    print(
      `Skipped all measures on real completions: ${TEST_DATA} does not exist; npm run test:data gets it.\n`,
    );
    return [];
  }
  const { seconds } = await cpuSeconds(() => describeSuite(measureSuite(samples)));
  const what = `all measures on ${completionsIn(samples)} real completions of programs`;
  return [{ what, measured: seconds, most: CODEGEN_SECONDS, unit: 's' }];
}

/** Every stage, compared with plain tokenizing of the same texts. */
async function stages({ stages: size, repeats }: Sizes): Promise<Promised[]> {
  const samples = await graded(simulatedLoad(size));
  const completions = completionsIn(samples);
  const bound = await plainTokenising(samples, repeats);
  const timed = await timeStages(samples, repeats);
  const ratio = (seconds: number): number => seconds / bound;
  print(
    table(
      [`stage, on ${completions} completions`, 'µs a completion', '× plain tokenizing', 'at most'],
      [{ name: 'plain tokenizing', seconds: bound, mostRatio: 1 }, ...timed].map(
        ({ name, seconds, mostRatio }) => [
          name,
          ((seconds / completions) * 1e6).toFixed(3),
          ratio(seconds).toFixed(2),
          mostRatio.toFixed(2),
        ],
      ),
    ),
  );
  print('');
  const slowest = timed
    .map(({ name, seconds, mostRatio }) => ({
      what: `slowest stage by its own bound: ${name}, in times plain tokenizing`,
      measured: ratio(seconds),
      most: mostRatio,
      unit: '×',
    }))
    .sort((a, b) => b.measured / b.most - a.measured / a.most)
    .slice(0, 1);
  return [
    ...slowest,
    {
      what: `forecast beyond n on ${size.items} items × ${size.samples} samples × 2`,
      measured: await timeForecast(samples, repeats),
      most: FORECAST_SECONDS,
      unit: 's',
    },
  ];
}

/** Whether the time grows linearly. */
async function growth({ growth: size, repeats }: Sizes): Promise<Promised[]> {
  const grown = await timeGrowth(size, repeats);
  print(
    table(
      ['seconds, by', ...FACTORS.map((factor) => `× ${factor}`), 'exponent'],
      grown.map(({ by, seconds, exponent }) => [
        by,
        ...seconds.map((value) => value.toFixed(3)),
        exponent.toFixed(2),
      ]),
    ),
  );
  print('');
  return grown.map(({ by, exponent }) => ({
    what: `exponent of the time by ${by}`,
    measured: exponent,
    most: MOST_EXPONENT,
    unit: '',
  }));
}

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const sizes = values.quick ? QUICK : FULL;
const promises: Promised[] = [];
for (const section of [largeCheck, codegenMeasures, stages, growth]) promises.push(...(await section(sizes)));
print(
  table(
    ['promise', 'measured', 'at most', ''],
    promises.map(({ what, measured, most, unit }) => [
      what,
      `${measured.toFixed(2)} ${unit}`.trimEnd(),
      `${most.toFixed(2)} ${unit}`.trimEnd(),
      measured <= most ? 'kept' : 'BROKEN',
    ]),
  ),
);
process.exitCode = promises.every(({ measured, most }) => measured <= most) ? 0 : 1;
