import { decide } from '../src/run/stages/decide.ts';
import type { EncodedSide } from '../src/measures/text/boilerplate.ts';
import { answerEntropy } from '../src/measures/accuracy/answer-entropy.ts';
import { Boilerplate, LONGEST_NGRAM } from '../src/measures/text/boilerplate.ts';
import { compressionRatio } from '../src/measures/diversity/compression.ts';
import { countsForDiversity } from '../src/measures/diversity/counting-samples.ts';
import { curvePoints, passAt } from '../src/measures/accuracy/coverage.ts';
import { distinctEquations } from '../src/measures/diversity/distinct-equations.ts';
import { forecast } from '../src/measures/frozen/forecast.ts';
import { ledgerOf } from '../src/measures/frozen/ledger.ts';
import { logicalDiversity } from '../src/measures/diversity/logical-diversity.ts';
import { majority } from '../src/measures/accuracy/majority.ts';
import type { SuiteMeasures } from '../src/measures/measure-suite.ts';
import { measureSuite } from '../src/measures/measure-suite.ts';
import { meanLength } from '../src/measures/diversity/mean-length.ts';
import { ItemNgrams } from '../src/measures/text/ngram-diversity.ts';
import { reachAt } from '../src/measures/diversity/reach.ts';
import type { EligibleItem, SuiteSamples } from '../src/measures/samples.ts';
import { eligibleSuite } from '../src/measures/samples.ts';
import { solvedItems } from '../src/measures/solved-items.ts';
import { talliedSuite } from '../src/measures/frozen/tallied-suite.ts';
import { tokensOf, Vocabulary } from '../src/measures/text/tokens.ts';
import { waysOf } from '../src/measures/equations/ways.ts';
import { decideVerdict } from '../src/verdict/verdict.ts';
import { cpuSeconds } from './cpu-time.ts';
import { policy } from './engine.ts';

const SIDES = ['old', 'new'] as const;

/** The cost of each step from graded samples to a verdict, on one core. */
export interface Stage {
  readonly name: string;
  readonly seconds: number;
  /** The maximum time as a multiple of plain tokenizing: about three times the value when this was written. */
  readonly mostRatio: number;
}

/**
 * The reference for every stage: splitting the same texts into strings with a regular expression, the least work for any
 * comparison of wordings.
 */
export async function plainTokenising(samples: SuiteSamples, repeats: number): Promise<number> {
  const texts = samples.items.flatMap((item) => [...item.old, ...item.new]).map(({ text }) => text);
  const { seconds } = await cpuSeconds(
    () => texts.reduce((tokens, text) => tokens + tokensOf(text).length, 0),
    repeats,
  );
  return seconds;
}

/** Times every stage alone, each as the minimum of `repeats` runs. Gating work without its own line is in one of the rests. */
export async function timeStages(samples: SuiteSamples, repeats: number): Promise<readonly Stage[]> {
  const stages: Stage[] = [];
  const timed = async <Result>(name: string, mostRatio: number, work: () => Result): Promise<Result> => {
    const { seconds, result } = await cpuSeconds(work, repeats);
    stages.push({ name, seconds, mostRatio });
    return result;
  };
  const timeRest = async <Result>(
    name: string,
    mostRatio: number,
    parts: number,
    work: () => Result,
  ): Promise<Result> => {
    const { seconds, result } = await cpuSeconds(work, repeats);
    stages.push({ name, seconds: Math.max(0, seconds - parts), mostRatio });
    return result;
  };
  const total = (): number => stages.reduce((sum, { seconds }) => sum + seconds, 0);

  const suite = await timed('eligible items', 0.3, () => eligibleSuite(samples));
  const { items } = suite;
  const { size, sides } = await timed('tokens', 4, () => encode(items));
  const boilerplate = await timed('boilerplate', 6, () => new Boilerplate(sides, size));
  const ngrams = await timeNgrams(encodedItems(items, sides), boilerplate, repeats);
  ngrams.forEach((seconds, place) =>
    stages.push({ name: `n-grams, n = ${place + 1}`, seconds, mostRatio: 3 }),
  );
  const ways = await timed('equations', 7, () => waysOf(solvedItems(items)));
  await timed('logical diversity', 0.3, () => logicalDiversity(ways));
  await timed('reach', 0.1, () => reachAt(ways, suite.k));
  const measures = await timeRest('other measures that gate', 6, total(), () => measureSuite(samples));
  await timed('estimates and verdict', 1, () => decideVerdict([measures], policy));
  await timeRest('validity', 6, total(), () => decide({ suites: [samples], unexpected: [], policy }));

  for (const { name, mostRatio, work } of descriptionsOf(measures)) await timed(name, mostRatio, work);
  return stages;
}

/** Seconds of the forecast on one core. It is not a stage, because its cost hardly depends on the size of a suite. */
export async function timeForecast(samples: SuiteSamples, repeats: number): Promise<number> {
  const suite = talliedSuite(eligibleSuite(samples));
  const { seconds } = await cpuSeconds(() => forecast(suite), repeats);
  return seconds;
}

/** The reported values of a suite that do not gate, one by one, without the forecast. */
export function descriptionsOf({
  suite,
  texts,
  ways,
}: SuiteMeasures): readonly (Omit<Stage, 'seconds'> & { readonly work: () => unknown })[] {
  const { items } = suite;
  return [
    { name: 'compression ratio', mostRatio: 2.5, work: () => compressionRatio(items, texts) },
    { name: 'distinct equations', mostRatio: 0.3, work: () => distinctEquations(ways) },
    { name: 'answer entropy', mostRatio: 0.3, work: () => answerEntropy(items) },
    { name: 'mean length', mostRatio: 0.1, work: () => meanLength(items, texts) },
    {
      name: 'pass@k curve',
      mostRatio: 0.1,
      work: () => curvePoints(suite).map((k) => passAt(items, k)),
    },
    { name: 'maj@n', mostRatio: 0.2, work: () => majority(items) },
    { name: 'ledger', mostRatio: 20, work: () => ledgerOf(talliedSuite(suite)) },
  ];
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

/** One item's encoded texts on one side, and which of them count for diversity. */
interface Encoded {
  readonly texts: readonly Int32Array[];
  readonly counts: readonly boolean[];
}

function encodedItems(items: readonly EligibleItem[], sides: readonly EncodedSide[]): readonly Encoded[] {
  return SIDES.flatMap((side, place) =>
    items.map((item, at) => ({
      texts: sides[place]?.[at] ?? [],
      counts: item[side].samples.map(countsForDiversity),
    })),
  );
}

/** All reported values for n-grams at n = 1 … 4, as the increment of each n. */
async function timeNgrams(
  encoded: readonly Encoded[],
  boilerplate: Boilerplate,
  repeats: number,
): Promise<readonly number[]> {
  const memory = new ItemNgrams(boilerplate);
  const upTo: number[] = [0];
  for (let longest = 1; longest <= LONGEST_NGRAM; longest += 1) {
    const { seconds } = await cpuSeconds(() => {
      for (const { texts, counts } of encoded) {
        memory.read(texts, counts);
        for (let n = 1; n <= longest; n += 1) memory.next();
      }
    }, repeats);
    upTo.push(seconds);
  }
  return upTo.slice(1).map((seconds, place) => Math.max(0, seconds - (upTo[place] ?? 0)));
}
