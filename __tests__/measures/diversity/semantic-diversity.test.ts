import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GradedItem } from '../../../src/grading/outcome.ts';
import { measureSuite } from '../../../src/measures/measure-suite.ts';
import type { Measurement } from '../../../src/measures/measurement.ts';
import { eligibleSuite } from '../../../src/measures/samples.ts';
import { semanticDiversity, textsToEmbed } from '../../../src/measures/diversity/semantic-diversity.ts';
import type { EmbeddingOf } from '../../../src/measures/samples.ts';
import { decideVerdict } from '../../../src/verdict/verdict.ts';
import { expectClose } from '../../support/close.ts';
import { itemOf, suiteOf } from '../../support/samples.ts';

const correct = (text: string) => ({ outcome: 'correct' as const, text });

const measure = (items: readonly GradedItem[], embeddingOf: EmbeddingOf): Measurement =>
  semanticDiversity(eligibleSuite(suiteOf(items)).items, embeddingOf);

const measured = (measurement: Measurement): Extract<Measurement, { kind: 'measured' }> => {
  if (measurement.kind !== 'measured') throw new Error(`not measured: ${measurement.reason}`);
  return measurement;
};

/** The text is the vector, as in `1 0 -0.5`. */
const asWritten: EmbeddingOf = (text) => Float32Array.from(text.split(' '), Number);

const written = (vector: Float32Array): string => [...vector].join(' ');

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, place) => sum + value * (b[place] ?? Number.NaN), 0);

/** The definition, pair by pair: the mean of 1 − cosine. */
function meanOverPairs(vectors: readonly Float32Array[]): number {
  let sum = 0;
  let pairs = 0;
  vectors.forEach((one, place) => {
    for (const other of vectors.slice(place + 1)) {
      sum += 1 - dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
      pairs += 1;
    }
  });
  return sum / pairs;
}

const DIMENSIONS = 5;
const vector = fc
  .float32Array({ minLength: DIMENSIONS, maxLength: DIMENSIONS, noNaN: true, noDefaultInfinity: true })
  .filter((values) => values.some((value) => value !== 0));
const vectors = fc.array(vector, { minLength: 2, maxLength: 12 });

/** Reads the vector from the text, except that `none` has no embedding. */
const unlessNone: EmbeddingOf = (text) => (text === 'none' ? undefined : asWritten(text));

describe('semantic diversity of an item', () => {
  it('equals the mean over all pairs, whatever the lengths of the vectors', () => {
    // The other items keep old's mean above the threshold below which D does not apply.
    fc.assert(
      fc.property(vectors, vectors, (old, candidate) => {
        const item = itemOf(
          'a',
          old.map((each) => correct(written(each))),
          candidate.map((each) => correct(written(each))),
        );
        const others = Array.from({ length: 11 }, (_, id) =>
          itemOf(
            `b${id}`,
            [correct('1 0 0 0 0'), correct('0 1 0 0 0')],
            [correct('1 0 0 0 0'), correct('1 0 0 0 0')],
          ),
        );
        const items = eligibleSuite(suiteOf([item, ...others], { samplesPerItem: 1 })).items;
        const [first] = measured(semanticDiversity(items, asWritten)).items;
        expect(first?.id).toBe('a');
        expectClose(first?.old ?? Number.NaN, meanOverPairs(old));
        expectClose(first?.new ?? Number.NaN, meanOverPairs(candidate));
      }),
    );
  });

  it('reaches at most 1 + 1/(m − 1), if the vectors cancel out', () => {
    const { items, largestValue, reach } = measured(
      measure([itemOf('a', [correct('1 0'), correct('-1 0')], [correct('1 0'), correct('2 0')])], asWritten),
    );
    expect(items).toEqual([{ id: 'a', cluster: 'a', old: 2, new: 0 }]);
    expect({ largestValue, reach }).toEqual({ largestValue: 2, reach: 2 });
    fc.assert(
      fc.property(vectors, vectors, (old, candidate) => {
        const sides = [old, candidate].map((side) => side.map((each) => correct(written(each))));
        const suite = suiteOf([itemOf('a', sides[0] ?? [], sides[1] ?? [])], { samplesPerItem: 1 });
        const measurement = semanticDiversity(eligibleSuite(suite).items, asWritten);
        if (measurement.kind !== 'measured') return;
        const [item] = measurement.items;
        expect(item?.old).toBeGreaterThanOrEqual(0);
        expect(item?.old).toBeLessThanOrEqual(1 + 1 / (old.length - 1));
        expect(item?.new).toBeLessThanOrEqual(1 + 1 / (candidate.length - 1));
        expect(Math.abs((item?.new ?? 0) - (item?.old ?? 0))).toBeLessThanOrEqual(measurement.reach);
      }),
    );
  });

  it('treats blank texts as equal to each other and different from others, without embedding them', () => {
    const asked: string[] = [];
    const embeddingOf: EmbeddingOf = (text) => {
      asked.push(text);
      return asWritten(text);
    };
    const old = [correct(''), correct('1 0'), correct(' \n')];
    const items = [itemOf('a', old, [correct(''), correct(''), correct('\t')])];
    // One of the three pairs consists of two blank texts.
    expect(measured(measure(items, embeddingOf)).items).toEqual([
      { id: 'a', cluster: 'a', old: expect.closeTo(2 / 3, 12), new: 0 },
    ]);
    expect(new Set(asked)).toEqual(new Set(['1 0']));
    expect(textsToEmbed(items)).toEqual(['1 0']);
  });
});

/** The semantic members of the family, with the reach beside each and its state. */
const guardrails = (role: 'target' | 'open' | 'ood', embeddings: boolean) => {
  const measures = measureSuite({
    ...suiteOf(
      Array.from({ length: 400 }, (_, id) => {
        const solutions = ['1 + 1 = 2', '2 + 0 = 2', '4 - 2 = 2', '1 * 2 = 2'].map(correct);
        return itemOf(
          `i${id}`,
          solutions,
          Array.from({ length: 4 }, () => correct('1 + 1 = 2')),
        );
      }),
      { role },
    ),
    ...(embeddings && { embeddingOf: (text) => Float32Array.of(text.charCodeAt(0) - 50, 1, 3) }),
  });
  const margin = { margin: { kind: 'relative' as const, fraction: 0.1 } };
  const { family } = decideVerdict([measures], {
    guardrails: {
      accuracy: margin,
      coverage: margin,
      diversity: margin,
      'hardest-group': 'off',
      ood: margin,
    },
    failOn: [],
    minGain: 0,
  });
  return family
    .filter(({ member }) => member.measure.name === 'semantic')
    .map(({ member, state }) => [member.reach?.name, state?.kind]);
};

describe('semantic diversity of a suite', () => {
  const pair = [correct('1 0'), correct('0 1')];
  const suite = (broken: number) =>
    Array.from({ length: 20 }, (_, id) =>
      itemOf(`i${id}`, pair, id < broken ? [correct('1 0'), correct('none')] : pair),
    );
  it('leaves out items that lack an embedding, up to a tenth of them', () => {
    expect(measured(measure(suite(2), unlessNone)).items).toHaveLength(18);
    expect(measure(suite(3), unlessNone)).toEqual({
      kind: 'unmeasurable',
      reason: '3 of 20 items have a solution that could not be embedded',
    });
  });

  it('is unmeasurable if no item has two solutions on both sides, and does not apply if old is uniform', () => {
    expect(measure([itemOf('a', pair, ['incorrect', 'correct'])], unlessNone).kind).toBe('unmeasurable');
    const uniform = [itemOf('a', [correct('1 0'), correct('1 0')], pair)];
    expect(measure(uniform, unlessNone).kind).toBe('not-applicable');
  });

  it('embeds the correct texts of items with two of them on both sides, eligible or not', () => {
    const items = [
      itemOf('a', [correct('x'), correct('x'), 'failed'], [correct('y'), correct('z'), 'incorrect']),
      itemOf('b', [correct('p'), 'incorrect'], [correct('q'), correct('r')]),
    ];
    expect(textsToEmbed(items)).toEqual(['x', 'x', 'y', 'z']);
  });

  it('is a guardrail of target and open suites if there are embeddings, with reach beside it', () => {
    expect(guardrails('target', true)).toEqual([['reach@4', 'lost']]);
    expect(guardrails('open', true)).toEqual([['reach@4', 'lost']]);
    expect(guardrails('ood', true)).toEqual([]);
    expect(guardrails('target', false)).toEqual([]);
  });
});
