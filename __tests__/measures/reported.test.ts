import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSuite } from '../../src/measures/describe-suite.ts';
import { measureSuite } from '../../src/measures/measure-suite.ts';
import type { Measurement, PairedItem } from '../../src/measures/measurement.ts';
import { expectedDistinct } from '../../src/measures/diversity/rarefaction.ts';
import type { SuiteSamples } from '../../src/measures/samples.ts';
import { tokensOf } from '../../src/measures/text/tokens.ts';
import { expectClose } from '../support/close.ts';
import type { Written } from '../support/samples.ts';
import { itemOf, solved, suiteOf } from '../support/samples.ts';

const correct = (text: string): Written => ({ outcome: 'correct', text });
const wrong = (text: string): Written => ({ outcome: 'incorrect', text });

function reportedOf(suite: SuiteSamples): Map<string, Measurement> {
  const { reported } = describeSuite(measureSuite(suite));
  return new Map(reported.map(({ name, measurement }) => [name, measurement]));
}

function only(measurement: Measurement | undefined): PairedItem {
  const [item] = measurement?.kind === 'measured' ? measurement.items : [];
  if (item === undefined) throw new Error('not measured');
  return item;
}

/** Old's value of a measure on one item; new is the same as old. */
const valueOf = (name: string, samples: readonly Written[]): number =>
  only(reportedOf(suiteOf([itemOf('a', samples, samples)])).get(name)).old;

function subsets<T>(list: readonly T[], r: number): T[][] {
  if (r === 0) return [[]];
  return list.flatMap((first, place) =>
    subsets(list.slice(place + 1), r - 1).map((rest) => [first, ...rest]),
  );
}

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 8 });
const texts = fc.array(
  words.map((list) => list.join(' ')),
  { minLength: 4, maxLength: 7 },
);

const ngrams = (text: string, n: number): string[] => {
  const tokens = tokensOf(text);
  return Array.from({ length: Math.max(0, tokens.length - n + 1) }, (_, at) =>
    tokens.slice(at, at + n).join(' '),
  );
};

// Two ways, half the samples each: 2 · (1 − C(m/2, 4)/C(m, 4)).
const evenly = (m: number): number =>
  expectedDistinct(
    Array.from({ length: m + 1 }, (_, holders) => (holders === m / 2 ? 2 : 0)),
    m,
  );

describe('measures rarefied to four samples', () => {
  it('distinct-n is the mean share of different n-grams over all choices of four', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 4 }), (list, n) => {
        const samples = list.map(correct);
        const measurement = reportedOf(suiteOf([itemOf('a', samples, samples)])).get(`distinct-${n}`);
        const long = list.map((text) => ngrams(text, n)).filter(({ length }) => length > 0);
        if (long.length < 4) {
          expect(measurement?.kind).toBe('unmeasurable');
          return;
        }
        const choices = subsets(long, 4);
        const different = choices.reduce((sum, four) => sum + new Set(four.flat()).size, 0) / choices.length;
        const all = choices.reduce((sum, four) => sum + four.flat().length, 0) / choices.length;
        expectClose(only(measurement).old, different / all);
      }),
    );
  });

  it('distinct equations are the mean over all choices of four', () => {
    const ways = fc.array(fc.subarray(['1+1=2', '2+2=4', '3+3=6', '4+4=8']), { minLength: 4, maxLength: 7 });
    fc.assert(
      fc.property(ways, (list) => {
        fc.pre(list.filter(({ length }) => length > 0).length * 2 >= list.length);
        const samples = list.map((equations) => correct(equations.join('\n')));
        const choices = subsets(list, 4);
        const expected = choices.reduce((sum, four) => sum + new Set(four.flat()).size, 0) / choices.length;
        expectClose(valueOf('distinct equations', samples), expected);
      }),
    );
  });

  it('do not grow with the number of samples', () => {
    expect(expectedDistinct([0, 0, 0, 0, 3], 4)).toBe(3);
    expectClose(expectedDistinct([0, 4], 4), 4);
    expect(evenly(400)).toBeLessThan(evenly(8));
    expect(evenly(8) - evenly(400)).toBeLessThan(0.12);
  });

  it('count only correct solutions, and need four on both sides', () => {
    const four = ['a b', 'a c', 'a d', 'a e'].map(correct);
    expectClose(valueOf('distinct-1', four), 5 / 8);
    expectClose(valueOf('distinct-1', [...four, wrong('x y z')]), 5 / 8);
    const three = [...four.slice(1), wrong('a b')];
    expect(reportedOf(suiteOf([itemOf('a', four, three)])).get('distinct-1')).toMatchObject({
      kind: 'unmeasurable',
      reason: 'no item has 4 correct solutions of at least 1 word on both sides',
    });
  });
});

const answers = (...list: readonly (string | undefined)[]): Written[] =>
  list.map((answer) => ({ outcome: 'incorrect', ...(answer === undefined ? {} : { answer }) }));

describe('answer entropy', () => {
  it('is 0 if all answers agree, and the logarithm of their number if all are equally frequent', () => {
    expect(valueOf('answer entropy, bits', answers('1', '1', '1'))).toBe(0);
    expectClose(valueOf('answer entropy, bits', answers('1', '2', '3', '4')), 2);
    expectClose(valueOf('answer entropy, bits', answers('1', '1', '2', '3')), 1.5);
    expectClose(valueOf('answer entropy, bits', answers('1', '2', undefined)), 1);
  });

  it('needs two answers on both sides', () => {
    const suite = suiteOf([itemOf('a', answers('1', '2'), answers('1', undefined))]);
    expect(reportedOf(suite).get('answer entropy, bits')?.kind).toBe('unmeasurable');
  });
});

describe('length and repetition', () => {
  it('mean length counts words and marks of all samples, right or wrong', () => {
    expect(valueOf('mean length, words', [correct('one two, three.'), wrong('')])).toBe(2.5);
  });

  it('compression is the size of Ziv and Lempel’s phrases, as a share of the size of the tokens', () => {
    // Phrases: a | b | ab | aba + the rest "b", which is known. Tokens of two kinds take one bit.
    const bits = Math.log2(1) + Math.log2(2) + Math.log2(3) + Math.log2(4) + 4 + Math.log2(5);
    expectClose(valueOf('compression ratio', [correct('a b a b a b a b')]), bits / 8);
  });

  it('compression falls as samples repeat one another', () => {
    const text = 'she had 12 apples and gave 5 of them away so 7 are left';
    const other = 'they began with a dozen pears of which five went to friends leaving seven';
    const same = valueOf(
      'compression ratio',
      Array.from({ length: 8 }, () => correct(text)),
    );
    const half = valueOf(
      'compression ratio',
      Array.from({ length: 8 }, (_, at) => correct(at % 2 === 0 ? text : other)),
    );
    const none = valueOf(
      'compression ratio',
      Array.from({ length: 8 }, (_, at) => correct(`${text} ${other}`.replaceAll(/\b/gu, `${at}`))),
    );
    expect(same).toBeLessThan(half);
    expect(half).toBeLessThan(none);
  });

  it('D over all samples includes the wrong ones', () => {
    const samples = [correct('a b'), correct('a b'), wrong('c d'), wrong('e f')];
    const other = itemOf(
      'b',
      samples.map(() => correct('x')),
      samples.map(() => correct('x')),
    );
    const third = { ...other, id: 'c', cluster: 'c' };
    const reported = reportedOf(suiteOf([itemOf('a', samples, samples), other, third]));
    expectClose(only(reported.get('syntactic, all samples')).old, 5 / 6);
  });
});

describe('which measures are reported', () => {
  it('depends on role and grader', () => {
    const item = itemOf('a', solved(2, 4), solved(2, 4));
    const namesOf = (rest: Partial<SuiteSamples>): string[] => [...reportedOf(suiteOf([item], rest)).keys()];
    expect(namesOf({})).toEqual([
      'cover@0.5',
      'maj@4',
      'syntactic, all samples',
      'distinct-1',
      'distinct-2',
      'distinct-3',
      'distinct-4',
      'distinct equations',
      'answer entropy, bits',
      'compression ratio',
      'mean length, words',
    ]);
    expect(namesOf({ grader: 'choice' })).toEqual([
      'corrected for guessing',
      'pass@4',
      'maj@4',
      'distinct equations',
      'answer entropy, bits',
      'mean length, words',
    ]);
    expect(namesOf({ role: 'open', grader: undefined })).toEqual([
      'distinct-1',
      'distinct-2',
      'distinct-3',
      'distinct-4',
      'distinct equations',
      'compression ratio',
      'mean length, words',
    ]);
  });

  it('an open suite has no ledger, curve, forecast or groups', () => {
    const item = itemOf('a', solved(8, 8), solved(8, 8), { group: 'g' });
    const description = describeSuite(measureSuite(suiteOf([item], { role: 'open' })));
    expect(description).toMatchObject({
      curve: [],
      forecast: [],
      groups: [],
      ledger: undefined,
      disparity: undefined,
    });
  });
});

const group = (name: string, items: number, old: number, candidate: number) =>
  Array.from({ length: items }, (_, place) =>
    itemOf(`${name}${place}`, solved(old, 4), solved(candidate, 4), { group: name }),
  );

const disparity = (...groups: ReturnType<typeof group>[]) =>
  describeSuite(measureSuite(suiteOf(groups.flat()))).disparity;

describe('disparity between groups', () => {
  it('is how far the worst falls short of the best, as a share of the best, on both sides', () => {
    expect(disparity(group('easy', 30, 4, 4), group('hard', 30, 2, 1))).toEqual({ old: 0.5, new: 0.75 });
  });

  it('uses the mean of each group, however many items it has', () => {
    const found = disparity(group('easy', 30, 3, 4), group('hard', 60, 1, 1), group('middle', 40, 2, 2));
    expectClose(found?.old ?? Number.NaN, 2 / 3);
    expectClose(found?.new ?? Number.NaN, 3 / 4);
  });

  it('is left out with fewer than two groups of 30 items, or if nothing is solved', () => {
    expect(disparity(group('easy', 30, 4, 4), group('hard', 29, 2, 1))).toBeUndefined();
    expect(disparity(group('easy', 30, 0, 4), group('hard', 30, 0, 1))).toBeUndefined();
    expect(disparity(group('easy', 30, 4, 0), group('hard', 30, 1, 0))).toBeUndefined();
  });
});
