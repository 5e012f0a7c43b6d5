import { decide } from '../src/run/stages/decide.ts';
import { cpuSeconds } from './cpu-time.ts';
import { graded, policy } from './engine.ts';
import type { Load } from './simulated-load.ts';
import { simulatedLoad } from './simulated-load.ts';
import { descriptionsOf } from './stages.ts';

/** How the time of grading, measures and verdict, without the forecast, grows with one dimension of the load. */
export interface Growth {
  readonly by: string;
  /** Seconds on one core at each factor. */
  readonly seconds: readonly number[];
  /** The b of seconds = a · size^b, by least squares on logarithms; 1 means linear. */
  readonly exponent: number;
}

export const FACTORS = [1, 2, 4, 8] as const;

/** Grows a load of `items` × `samples` completions per side in three ways. */
export async function timeGrowth(
  { items, samples }: { readonly items: number; readonly samples: number },
  repeats: number,
): Promise<readonly Growth[]> {
  const growths: { readonly by: string; readonly load: (factor: number) => Load }[] = [
    { by: 'items', load: (factor) => simulatedLoad({ items: factor * items, samples }) },
    { by: 'samples an item', load: (factor) => simulatedLoad({ items, samples: factor * samples }) },
    {
      by: 'tokens a sample',
      load: (factor) => merged(simulatedLoad({ items, samples: factor * samples }), factor),
    },
  ];
  const found: Growth[] = [];
  for (const { by, load } of growths) {
    const seconds: number[] = [];
    for (const factor of FACTORS) {
      const larger = load(factor);
      const timed = await cpuSeconds(async () => {
        const judged = decide({ suites: [await graded(larger)], unexpected: [], policy });
        for (const measures of judged.measures) for (const { work } of descriptionsOf(measures)) work();
      }, repeats);
      seconds.push(timed.seconds);
    }
    found.push({ by, seconds, exponent: slope(FACTORS.map(Math.log), seconds.map(Math.log)) });
  }
  return found;
}

/** Joins every `factor` consecutive completions of an item into one. */
function merged({ generations, samplesPerItem, ...rest }: Load, factor: number): Load {
  const merge = (side: Load['generations']['old']): Load['generations']['old'] =>
    Array.from({ length: side.length / factor }, (_, place) =>
      side.slice(place * factor, (place + 1) * factor),
    ).flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [
            {
              ...first,
              index: first.index / factor,
              text: [first, ...others].map(({ text }) => text).join('\n'),
            },
          ],
    );
  return {
    ...rest,
    samplesPerItem: samplesPerItem / factor,
    generations: { old: merge(generations.old), new: merge(generations.new) },
  };
}

/** The slope of the least-squares line through the points. */
function slope(x: readonly number[], y: readonly number[]): number {
  const [middleX, middleY] = [mean(x), mean(y)];
  const squares = x.reduce((sum, value) => sum + (value - middleX) ** 2, 0);
  return x.reduce((sum, value, place) => sum + (value - middleX) * ((y[place] ?? 0) - middleY), 0) / squares;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
