import { judgeSamples } from '../src/judge.ts';
import type { EncodedSide } from '../src/measures/boilerplate.ts';
import { Boilerplate, LONGEST_NGRAM } from '../src/measures/boilerplate.ts';
import { countsForDiversity } from '../src/measures/counting-samples.ts';
import { curvePoints, passAt } from '../src/measures/coverage.ts';
import { logicalDiversity } from '../src/measures/logical-diversity.ts';
import { majority } from '../src/measures/majority.ts';
import { measureSuite } from '../src/measures/measure-suite.ts';
import { ItemNgrams } from '../src/measures/ngram-diversity.ts';
import { reachAt } from '../src/measures/reach.ts';
import type { EligibleItem, SuiteSamples } from '../src/measures/samples.ts';
import { eligibleSuite } from '../src/measures/samples.ts';
import { tokensOf, Vocabulary } from '../src/measures/tokens.ts';
import { waysOf } from '../src/measures/ways.ts';
import { judge } from '../src/verdict/verdict.ts';
import { cpuSeconds } from './cpu-time.ts';
import { policy } from './engine.ts';

const SIDES = ['old', 'new'] as const;

/** What one step of the way from graded samples to a verdict costs, on one core. */
export interface Stage {
  readonly name: string;
  readonly seconds: number;
  /** How many times as long as plain tokenising it may take: about three times what it took when this was written. */
  readonly mostRatio: number;
}

/**
 * What every stage is set against: cutting the same texts into strings by a regular expression, which is the least that
 * anyone who compares wordings has to do.
 */
export async function plainTokenising(samples: SuiteSamples, repeats: number): Promise<number> {
  const texts = samples.items.flatMap((item) => [...item.old, ...item.new]).map(({ text }) => text);
  const { seconds } = await cpuSeconds(
    () => texts.reduce((tokens, text) => tokens + tokensOf(text).length, 0),
    repeats,
  );
  return seconds;
}

/** Times every stage alone, each the least of `repeats` runs. What has no line of its own is in one of the two rests. */
export async function timeStages(samples: SuiteSamples, repeats: number): Promise<readonly Stage[]> {
  const stages: Stage[] = [];
  const timed = async <Result>(name: string, mostRatio: number, work: () => Result): Promise<Result> => {
    const { seconds, result } = await cpuSeconds(work, repeats);
    stages.push({ name, seconds, mostRatio });
    return result;
  };
  const rest = (name: string, mostRatio: number, whole: number, parts: number): void => {
    stages.push({ name, seconds: Math.max(0, whole - parts), mostRatio });
  };
  const total = (): number => stages.reduce((sum, { seconds }) => sum + seconds, 0);

  const suite = await timed('eligible items', 0.1, () => eligibleSuite(samples));
  const { items } = suite;
  const { size, sides } = await timed('tokens', 4, () => encode(items));
  const boilerplate = await timed('boilerplate', 6, () => new Boilerplate(sides, size));
  const ngrams = await timeNgrams(countingTexts(items, sides), boilerplate, repeats);
  ngrams.forEach((seconds, place) =>
    stages.push({ name: `n-grams, n = ${place + 1}`, seconds, mostRatio: 1.5 }),
  );
  const ways = await timed('equations', 7, () => waysOf(items));
  await timed('logical diversity', 0.3, () => logicalDiversity(ways));
  await timed('reach', 0.1, () => reachAt(ways, suite.k));
  await timed('pass@k curve', 0.1, () => curvePoints(suite).map((k) => passAt(items, k)));
  await timed('maj@n', 0.2, () => majority(items));
  const measures = await cpuSeconds(() => measureSuite(samples), repeats);
  rest('other measures', 3, measures.seconds, total());
  await timed('estimates and verdict', 1, () => judge([measures.result], policy));
  const judged = await cpuSeconds(() => judgeSamples({ suites: [samples], unexpected: [], policy }), repeats);
  rest('validity', 3, judged.seconds, total());
  return stages;
}

function encode(items: readonly EligibleItem[]): {
  readonly size: number;
  readonly sides: readonly EncodedSide[];
} {
  const vocabulary = new Vocabulary();
  const sides = SIDES.map((side) =>
    items.map((item) => item[side].samples.map(({ text }) => vocabulary.encode(text))),
  );
  return { size: vocabulary.size, sides };
}

/** The encoded texts whose wording is compared, one list an item and side. */
function countingTexts(items: readonly EligibleItem[], sides: readonly EncodedSide[]): EncodedSide {
  return SIDES.flatMap((side, place) =>
    items.map(
      (item, at) =>
        sides[place]?.[at]?.filter((_, sample) => {
          const graded = item[side].samples[sample];
          return graded !== undefined && countsForDiversity(graded);
        }) ?? [],
    ),
  );
}

/** D at n = 1 … 4: what each n adds. */
async function timeNgrams(
  counting: EncodedSide,
  boilerplate: Boilerplate,
  repeats: number,
): Promise<readonly number[]> {
  const memory = new ItemNgrams();
  const upTo: number[] = [0];
  for (let longest = 1; longest <= LONGEST_NGRAM; longest += 1) {
    const { seconds } = await cpuSeconds(() => {
      for (const texts of counting) {
        memory.read(texts);
        for (let n = 1; n <= longest; n += 1) memory.nextDissimilarity(boilerplate);
      }
    }, repeats);
    upTo.push(seconds);
  }
  return upTo.slice(1).map((seconds, place) => Math.max(0, seconds - (upTo[place] ?? 0)));
}
