import { z } from 'zod';
import { Boilerplate } from '../../src/measures/text/boilerplate.ts';
import { equationsOf } from '../../src/measures/equations/equations.ts';
import { describeSuite } from '../../src/measures/describe-suite.ts';
import { measureSuite } from '../../src/measures/measure-suite.ts';
import type { Measure } from '../../src/measures/measurement.ts';
import { dissimilarityByLength } from '../../src/measures/text/ngram-diversity.ts';
import { passAtK } from '../../src/measures/accuracy/pass-at-k.ts';
import { eligibleSuite, largestPowerOfTwo } from '../../src/measures/samples.ts';
import { semanticDiversity } from '../../src/measures/diversity/semantic-diversity.ts';
import { Vocabulary } from '../../src/measures/text/tokens.ts';
import type { Written } from '../support/samples.ts';
import { itemOf, solved, suiteOf } from '../support/samples.ts';
import type { Recompute } from './recompute.ts';
import { count, counts, example, repeated } from './recompute.ts';

const texts = z.array(z.string());

const correct = (text: string): Written => ({ outcome: 'correct', text });
const failed = (samples: number): Written[] => Array.from({ length: samples }, () => 'failed');
const outcomes = (list: readonly number[]): Written[] =>
  list.map((right) => (right === 1 ? 'correct' : 'incorrect'));

function means(measure: Measure | undefined): { old: number; new: number } {
  if (measure?.measurement.kind !== 'measured') throw new Error(`not measured: ${measure?.name}`);
  const { items } = measure.measurement;
  const mean = (side: 'old' | 'new'): number =>
    items.reduce((sum, item) => sum + item[side], 0) / items.length;
  return { old: mean('old'), new: mean('new') };
}

/** Only the named guardrails are on, with one margin. */

const twoItems = (n: number, old: readonly number[], candidate: readonly number[], grader: string) =>
  measureSuite(
    suiteOf(
      old.map((right, place) => itemOf(`item ${place}`, solved(right, n), solved(candidate[place] ?? 0, n))),
      { grader },
    ),
  );

const pair = z.strictObject({ n: count, 'old correct': counts, 'new correct': counts });

export const MEASURES: Readonly<Record<string, Recompute>> = {
  'least-samples': example(z.strictObject({ n: counts }), ({ n: all }) => ({
    least: all.map((n) => {
      const keeps = (graded: number): boolean =>
        eligibleSuite(suiteOf([itemOf('a', [...solved(0, graded), ...failed(n - graded)], solved(0, n))]))
          .items.length === 1;
      return Array.from({ length: n + 1 }, (_, graded) => graded).findIndex(keeps);
    }),
  })),

  accuracy: example(z.strictObject({ correct: count, n: count }), ({ correct: right, n }) => ({
    'pass@1': means(measureSuite(suiteOf([itemOf('a', solved(right, n), solved(0, n))])).accuracy).old,
  })),

  majority: example(z.strictObject({ answers: texts, right: z.string() }), ({ answers, right }) => {
    const votes = answers.map((answer): Written => ({
      outcome: answer === right ? 'correct' : 'incorrect',
      answer,
    }));
    const { reported } = describeSuite(measureSuite(suiteOf([itemOf('a', votes, votes)])));
    const name = `maj@${answers.length}`;
    return { [name]: means(reported.find((measure) => measure.name === name)).old };
  }),

  'pass-at-k': example(
    z.strictObject({ n: count, correct: count, k: count }),
    ({ n, correct: right, k }) => ({
      'pass@k': passAtK(n, right, k),
    }),
  ),

  coverage: example(pair, ({ n, 'old correct': old, 'new correct': candidate }) => {
    const { accuracy, coverage } = twoItems(n, old, candidate, 'numeric');
    return { 'pass@1': means(accuracy), [coverage?.name ?? '']: means(coverage) };
  }),

  'largest-k': example(
    z.strictObject({ n: counts, 'with failed samples': counts }),
    ({ n, 'with failed samples': failing }) => ({
      K: n.map(largestPowerOfTwo),
      'K with failures': failing.map(
        (samples) =>
          eligibleSuite(
            suiteOf([itemOf('a', ['failed', ...solved(0, samples - 1)], solved(0, samples))], {
              samplesPerItem: samples,
            }),
          ).k,
      ),
    }),
  ),

  'cover-at-half': example(pair, ({ n, 'old correct': old, 'new correct': candidate }) => {
    const measures = twoItems(n, old, candidate, 'choice');
    const { coverage } = measures;
    const { reported } = describeSuite(measures);
    const passAt = reported.find(({ name }) => name === `pass@${n}`);
    return { [passAt?.name ?? '']: means(passAt), [coverage?.name ?? '']: means(coverage) };
  }),

  semantic: example(z.strictObject({ embeddings: z.array(z.array(z.number())) }), ({ embeddings }) => {
    const side = embeddings.map((_, place) => correct(`solution ${place}`));
    const { items } = eligibleSuite(suiteOf([itemOf('a', side, side)]));
    const measurement = semanticDiversity(items, (text) =>
      Float32Array.from(embeddings[Number(text.split(' ')[1])] ?? []),
    );
    return { D: means({ name: 'semantic', measurement } as Measure).old };
  }),

  syntactic: example(z.strictObject({ solutions: texts }), ({ solutions }) => {
    const vocabulary = new Vocabulary();
    const encoded = solutions.map((text) => vocabulary.encode(text));
    const byLength = dissimilarityByLength(encoded, new Boilerplate([], vocabulary.size));
    const found = byLength.filter((value) => value !== undefined);
    // Other items keep the words of the first from counting as boilerplate.
    const others = ['b', 'c'].map((id) => {
      const side = solutions.map(() => correct(id));
      return itemOf(id, side, side);
    });
    const measured = measureSuite(
      suiteOf([itemOf('a', solutions.map(correct), solutions.map(correct)), ...others]),
    ).syntactic?.measurement;
    return {
      'one word': found[0],
      'two words': found[1],
      mean: measured?.kind === 'measured' ? measured.items[0]?.old : undefined,
    };
  }),

  logical: example(z.strictObject({ solutions: texts }), ({ solutions }) => {
    const side = solutions.map(correct);
    return {
      equations: solutions.map((text) => [...equationsOf(text)]),
      D: means(measureSuite(suiteOf([itemOf('a', side, side)])).logical).old,
    };
  }),

  reach: example(
    z.strictObject({ n: count, K: count, 'samples by way': z.strictObject({ old: counts, new: counts }) }),
    ({ n, K, 'samples by way': ways }) => {
      const side = (byWay: readonly number[]): Written[] => {
        const right = byWay.flatMap((samples, way) =>
          Array.from({ length: samples }, (): Written => ({ outcome: 'correct', key: `way ${way}` })),
        );
        return [...right, ...solved(0, n - right.length)];
      };
      // Failed samples elsewhere lower K from n to the largest power of two below.
      const { suite, logical, reach } = measureSuite(
        suiteOf([
          itemOf('a', side(ways.old), side(ways.new)),
          itemOf('dropped', ['failed', 'failed', ...solved(0, n - 2)], solved(0, n)),
        ]),
      );
      if (suite.k !== K) throw new Error(`K is ${suite.k}`);
      return { D: means(logical), 'reach@K': means(reach) };
    },
  ),

  'hardest-group': example(
    z.strictObject({
      items: count,
      short: z.strictObject({ old: counts, new: counts }),
      long: z.strictObject({ old: counts, new: counts }),
    }),
    ({ items, short, long }) => {
      const { hardestGroup } = measureSuite(
        suiteOf([
          ...repeated(items, 's', outcomes(short.old), outcomes(short.new), 'short'),
          ...repeated(items, 'l', outcomes(long.old), outcomes(long.new), 'long'),
        ]),
      );
      return { chosen: hardestGroup?.group, ...means(hardestGroup) };
    },
  ),
};
