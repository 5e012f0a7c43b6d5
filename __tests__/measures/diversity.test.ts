import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Boilerplate, LONGEST_NGRAM } from '../../src/measures/text/boilerplate.ts';
import { dissimilarityOfSets } from '../../src/measures/diversity/dissimilarity.ts';
import { describeSuite } from '../../src/measures/describe-suite.ts';
import { measureSuite } from '../../src/measures/measure-suite.ts';
import type { Measure } from '../../src/measures/measurement.ts';
import { dissimilarityByLength, ItemNgrams } from '../../src/measures/text/ngram-diversity.ts';
import { tokensOf, Vocabulary } from '../../src/measures/text/tokens.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { expectClose } from '../support/close.ts';
import { itemOf, suiteOf } from '../support/samples.ts';

/** The definition, pair by pair: 1 − cosine of indicator vectors, where two empty sets are equal. */
function meanOverPairs(sets: readonly ReadonlySet<string>[]): number | undefined {
  if (sets.length < 2) return undefined;
  let sum = 0;
  let pairs = 0;
  sets.forEach((one, place) => {
    for (const other of sets.slice(place + 1)) {
      const shared = one.intersection(other).size;
      const bothEmpty = one.size === 0 && other.size === 0;
      sum += 1 - (bothEmpty ? 1 : shared === 0 ? 0 : shared / Math.sqrt(one.size * other.size));
      pairs += 1;
    }
  });
  return sum / pairs;
}

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '1', '+', '=', 'the'), { maxLength: 12 });
const texts = fc.array(
  words.map((list) => list.join(' ')),
  { minLength: 1, maxLength: 8 },
);

describe('the formula for D', () => {
  it('equals the definition over all pairs', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 10 }), (lists) => {
        const sets = lists.map((list) => new Set(list));
        const value = dissimilarityOfSets(sets);
        const expected = meanOverPairs(sets);
        if (expected === undefined) expect(value).toBeUndefined();
        else expectClose(value ?? Number.NaN, expected);
      }),
    );
  });

  it('is 0 for equal solutions, 1 for solutions that share nothing', () => {
    expect(dissimilarityOfSets([new Set('ab'), new Set('ab'), new Set('ab')])).toBeCloseTo(0, 15);
    expect(dissimilarityOfSets([new Set('a'), new Set('b'), new Set('c')])).toBeCloseTo(1, 15);
    expect(dissimilarityOfSets([new Set(), new Set()])).toBe(0);
    expect(dissimilarityOfSets([new Set('a'), new Set()])).toBe(1);
  });
});

describe('n-grams', () => {
  const ngrams = (text: string, n: number): Set<string> => {
    const tokens = tokensOf(text);
    return new Set(
      Array.from({ length: Math.max(0, tokens.length - n + 1) }, (_, at) =>
        tokens.slice(at, at + n).join(' '),
      ),
    );
  };

  /** By side and item, with naively counted boilerplate left out. */
  const expectDefinition = (sides: readonly (readonly (readonly string[])[])[]): void => {
    const vocabulary = new Vocabulary();
    const encoded = sides.map((side) => side.map((item) => item.map((text) => vocabulary.encode(text))));
    const boilerplate = new Boilerplate(encoded, vocabulary.size);
    const values = encoded.map((side) => side.map((item) => dissimilarityByLength(item, boilerplate)));
    for (let n = 1; n <= LONGEST_NGRAM; n += 1) {
      const found = sides.map((side) => side.map((item) => item.map((text) => ngrams(text, n))));
      const frequent = new Set(
        found.flatMap((items) => {
          const all = items.map((texts) => new Set(texts.flatMap((grams) => [...grams])));
          return [...new Set(all.flatMap((grams) => [...grams]))].filter(
            (gram) => all.filter((grams) => grams.has(gram)).length > items.length / 2,
          );
        }),
      );
      found.forEach((side, s) =>
        side.forEach((item, i) => {
          const sets = item.filter(({ size }) => size > 0).map((grams) => grams.difference(frequent));
          const expected = meanOverPairs(sets);
          const value = values[s]?.[i]?.[n - 1];
          if (expected === undefined) expect(value).toBeUndefined();
          else expectClose(value ?? Number.NaN, expected);
        }),
      );
    }
  };

  it('equal the definition with naively counted boilerplate left out, at every length', () => {
    const side = fc.array(texts, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(side, side, (old, candidate) => expectDefinition([old, candidate])),
      { numRuns: 60 },
    );
  });

  it('equal it for so many words that not all their pairs have their own slot', () => {
    const random = seededRandom(7);
    const written = (count: number, different: number): string[] =>
      Array.from({ length: count }, () => `w${random.below(different)}`);
    const common = written(900, 2000);
    // Pieces of one long text, so that much is boilerplate, separated by words that are not.
    const text = (): string => {
      const start = random.below(200);
      return [...common.slice(start, start + 700), ...written(60, 4000), ...common.slice(0, 100)].join(' ');
    };
    const item = (): string[] => [text(), text(), text()];
    expectDefinition([
      [item(), item(), item()],
      [item(), item(), [...item(), 'w1']],
    ]);
  });

  it('distinguish the texts that count from all texts, which are measured as well', () => {
    const item = fc.array(fc.tuple(words, fc.boolean()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 3 }), (items) => {
        const vocabulary = new Vocabulary();
        const side = items.map((its) =>
          its.map(([list, counts]) => ({ text: vocabulary.encode(list.join(' ')), counts })),
        );
        const encoded = side.map((its) => its.map(({ text }) => text));
        const boilerplate = new Boilerplate([encoded], vocabulary.size);
        const ngrams = new ItemNgrams(boilerplate);
        for (const its of side) {
          const texts = its.map(({ text }) => text);
          const counting = its.flatMap(({ text, counts }) => (counts ? [text] : []));
          ngrams.read(
            texts,
            its.map(({ counts }) => counts),
          );
          const values = Array.from({ length: LONGEST_NGRAM }, () => ngrams.next());
          const expectEqual = (found: (number | undefined)[], expected: (number | undefined)[]): void =>
            found.forEach((value, place) => {
              expect(value === undefined).toBe(expected[place] === undefined);
              expectClose(value ?? 0, expected[place] ?? 0);
            });
          expectEqual(
            values.map(({ dissimilarityOfAll }) => dissimilarityOfAll),
            dissimilarityByLength(texts, boilerplate),
          );
          expectEqual(
            values.map(({ dissimilarity }) => dissimilarity),
            dissimilarityByLength(counting, boilerplate),
          );
        }
      }),
    );
  });

  it('consist of Unicode words and single marks, in lower case', () => {
    expect(tokensOf('Él compró 3½ Äpfel, 日本 😀!')).toEqual([
      'él',
      'compró',
      '3½',
      'äpfel',
      ',',
      '日本',
      '😀',
      '!',
    ]);
    expect(tokensOf(' \n')).toEqual([]);
  });
});

function measured(measure: Measure | undefined): { old: number; new: number; items: number } {
  if (measure?.measurement.kind !== 'measured') throw new Error(`not measured: ${JSON.stringify(measure)}`);
  const { items } = measure.measurement;
  const mean = (side: 'old' | 'new'): number =>
    items.reduce((sum, item) => sum + item[side], 0) / items.length;
  return { old: mean('old'), new: mean('new'), items: items.length };
}

const correct = (text: string, rest: { key?: string } = {}) => ({
  outcome: 'correct' as const,
  text,
  ...rest,
});

describe('diversity of a suite', () => {
  /** 30 items whose solutions use their own words, in `kinds` different wordings. */
  const suite = (preamble: string, kinds: { old: number; new: number }) =>
    suiteOf(
      Array.from({ length: 30 }, (_, item) => {
        const solutions = (count: number) =>
          Array.from({ length: 8 }, (_, sample) => {
            const way = sample % count;
            return correct(
              `${preamble} w${item}x${way} y${item}z${way} ${item}0 + ${way} = ${item}${way} q${way}${item}`,
            );
          });
        return itemOf(`item ${item}`, solutions(kinds.old), solutions(kinds.new));
      }),
    );

  it('falls when wordings and ways become fewer', () => {
    const measures = measureSuite(suite('', { old: 4, new: 1 }));
    const syntactic = measured(measures.syntactic);
    expect(syntactic.new).toBeCloseTo(0, 12);
    expect(syntactic.old).toBeGreaterThan(0.5);
    const logical = measured(measures.logical);
    expect(logical.new).toBeCloseTo(0, 12);
    expectClose(logical.old, 24 / 28);
    const reach = measured(measures.reach);
    expectClose(reach.old, 4);
    expectClose(reach.new, 1);
  });

  it('changes by at most 1% with a fixed preamble on every completion', () => {
    const preamble =
      'Let us think about this step by step and then give the final answer to the question at the end , as asked : first ,';
    const without = measured(measureSuite(suite('', { old: 4, new: 3 })).syntactic);
    const withIt = measured(measureSuite(suite(preamble, { old: 4, new: 3 })).syntactic);
    expect(Math.abs(withIt.old / without.old - 1)).toBeLessThan(0.01);
    expect(Math.abs(withIt.new / without.new - 1)).toBeLessThan(0.01);
  });

  it('does not change when a way is renamed', () => {
    const named = (names: readonly string[]) =>
      measureSuite(
        suiteOf(
          Array.from({ length: 5 }, (_, item) =>
            itemOf(
              `item ${item}`,
              [0, 1, 2, 0].map((way) => correct('x', { key: names[way] ?? '' })),
              [0, 0, 1, 1].map((way) => correct('x', { key: names[way] ?? '' })),
            ),
          ),
        ),
      );
    const one = named(['a', 'b', 'c']);
    const other = named(['zz', 'b;c', '']);
    expect(other.logical.measurement).toEqual(one.logical.measurement);
    expect(other.reach.measurement).toEqual(one.reach.measurement);
  });

  it('does not apply if old has almost no diversity, and is not measurable if too little was solved', () => {
    const same = suiteOf([
      itemOf('a', [correct('x y z'), correct('x y z')], [correct('p q'), correct('r s')]),
    ]);
    expect(measureSuite(same).syntactic?.measurement.kind).toBe('not-applicable');
    const unsolved = suiteOf([itemOf('a', [correct('x'), 'incorrect'], [correct('p q'), correct('r s')])]);
    expect(measureSuite(unsolved).syntactic?.measurement.kind).toBe('unmeasurable');
  });

  it('of ways applies if half of old’s correct solutions show one, whatever new shows', () => {
    const withWays = ['1 + 1 = 2', '2 = 3 - 1'];
    const without = ['two', 'deux'];
    const kind = (old: readonly string[], candidate: readonly string[]) =>
      measureSuite(
        suiteOf([
          itemOf(
            'a',
            old.map((text) => correct(text)),
            candidate.map((text) => correct(text)),
          ),
        ]),
      ).logical.measurement.kind;
    expect(kind(withWays, without)).toBe('measured');
    expect(kind(without, withWays)).toBe('not-applicable');
  });

  it('is not measured on choice suites, where cover@0.5 is the coverage measure', () => {
    const measures = measureSuite(
      suiteOf([itemOf('a', [correct('A'), correct('A')], [correct('A'), 'incorrect'])], { grader: 'choice' }),
    );
    expect(measures.syntactic).toBeUndefined();
    expect(measures.coverage?.name).toBe('cover@0.5');
    expect(describeSuite(measures).reported.map(({ name }) => name)).toContain('pass@2');
  });
});
