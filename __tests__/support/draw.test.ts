import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dissimilarityOfSets } from '../../src/measures/diversity/dissimilarity.ts';
import { equationsOf } from '../../src/measures/equations/equations.ts';
import { calculate, canonicalEquation, equationsOfWay } from './simulator/calculation.ts';
import type { Checkpoint } from './simulator/checkpoint.ts';
import { first } from './simulator/checkpoint.ts';
import { drawOutcomes, drawSample, drawSamples, greedySample } from './simulator/draw.ts';
import { readEvals } from './simulator/read-evals.ts';
import { checkpoints, scenarios } from './simulator/scenarios.ts';
import type { SimulatedItem } from './simulator/simulated-item.ts';
import { trueValues } from './simulator/true-values.ts';

const items = readEvals(join(import.meta.dirname, '../../examples/simulated/evals'));
const words = items.filter(({ role }) => role === 'target');
const chains = items.filter(({ role }) => role === 'ood');

const itemAt = (some: readonly SimulatedItem[], place: number): SimulatedItem => {
  const item = some[place];
  if (item === undefined) throw new Error(`no item ${place}`);
  return item;
};

const count = <T>(values: readonly T[], test: (value: T) => boolean): number => values.filter(test).length;

/** Asserts that a count of `n` independent draws lies within five standard deviations of its true mean. */
function expectBinomial(found: number, n: number, probability: number): void {
  const deviation = Math.sqrt(n * probability * (1 - probability));
  expect(Math.abs(found - n * probability)).toBeLessThanOrEqual(5 * deviation);
}

const textsOf = (checkpoint: Checkpoint, at: SimulatedItem, seed: number): string =>
  drawSamples(checkpoint, at, 8, { seed })
    .map(({ text }) => text)
    .join('\n');

const answerIn = (text: string): number | undefined => {
  const found = /(?:#### |answer is )(?<answer>-?\d+(?:\.\d+)?)\.?$/.exec(text)?.groups?.['answer'];
  return found === undefined ? undefined : Number(found);
};

describe('draws', () => {
  const N = 20_000;

  test.each([
    ['v1 on a word problem', first, itemAt(words, 0)],
    ['v1 on a longer chain', first, itemAt(chains, 0)],
    ['narrowed', scenarios.narrowed.new, itemAt(words, 1)],
    ['weaker on the ood suite', scenarios['weaker-ood'].new, itemAt(chains, 2)],
  ] as const)('have the known solve probability and way weights: %s', (_, checkpoint, item) => {
    const drawn = drawOutcomes(checkpoint, item, N, { seed: 7 });
    const solved = checkpoint.solve(item);
    expectBinomial(
      count(drawn, ({ correct }) => correct),
      N,
      solved,
    );
    checkpoint.wayWeights(item).forEach((weight, place) => {
      expectBinomial(
        count(drawn, ({ way }) => way === place),
        N,
        weight,
      );
      expectBinomial(
        count(drawn, ({ way, correct }) => correct && way === place),
        N,
        weight * solved,
      );
    });
  });

  test.each([
    ['v1', first],
    ['one-style', scenarios['one-style'].new],
  ] as const)('have the known style weights: %s', (_, checkpoint) => {
    const texts = drawSamples(checkpoint, itemAt(words, 3), 4_000).map(({ text }) => text);
    const openings = ["Let's work", 'I will take', 'Here is how', 'Start from', 'This can be', 'We need one'];
    openings.forEach((opening, style) => {
      expectBinomial(
        count(texts, (text) => text.startsWith(opening)),
        4_000,
        checkpoint.styleWeights[style] ?? 0,
      );
    });
  });

  test('agree with the closed forms on a whole suite', () => {
    for (const checkpoint of [first, scenarios.reversal.new]) {
      const { passAt1, passAtK, reachAtK } = trueValues(checkpoint, words, { k: 16 });
      const drawn = words.map((item) =>
        drawOutcomes(checkpoint, item, 16, { seed: 3 }).filter(({ correct }) => correct),
      );
      const meanOf = (value: (correct: (typeof drawn)[number]) => number): [mean: number, error: number] => {
        const values = drawn.map(value);
        const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
        const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
        return [mean, Math.sqrt(squares) / values.length];
      };
      for (const [[mean, error], truth] of [
        [meanOf((correct) => correct.length / 16), passAt1],
        [meanOf((correct) => Math.min(correct.length, 1)), passAtK],
        [meanOf((correct) => new Set(correct.map(({ way }) => way)).size), reachAtK],
      ] as const) {
        expect(Math.abs(mean - truth)).toBeLessThanOrEqual(5 * error);
      }
    }
  });

  test('give the measures the true logical diversity', () => {
    for (const checkpoint of [first, scenarios.narrowed.new]) {
      const solvable = words.filter((item) => checkpoint.solve(item) > 0.3);
      const differences = solvable.flatMap((item) => {
        const correct = drawSamples(checkpoint, item, 16, { seed: 5 }).filter((sample) => sample.correct);
        const found = dissimilarityOfSets(correct.map(({ text }) => equationsOf(text)));
        const { logicalDissimilarity } = trueValues(checkpoint, [item], { k: 1 });
        return found === undefined ? [] : [found - logicalDissimilarity];
      });
      expect(differences.length).toBeGreaterThan(200);
      const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
      const squares = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0);
      expect(Math.abs(mean)).toBeLessThanOrEqual((5 * Math.sqrt(squares)) / differences.length);
    }
  });
});

describe('texts', () => {
  const samples = checkpoints.flatMap((checkpoint) =>
    items
      .filter((_, place) => place % 5 === 0)
      .flatMap((item) => drawSamples(checkpoint, item, 4).map((sample) => ({ ...sample, item, checkpoint }))),
  );

  test('end in the drawn answer: the right one if correct, never otherwise', () => {
    expect(count(samples, ({ correct }) => correct)).toBeGreaterThan(1_000);
    expect(count(samples, ({ correct }) => !correct)).toBeGreaterThan(1_000);
    for (const { text, answer, correct, item } of samples) {
      expect(answerIn(text)).toBe(answer);
      expect(answer === item.answer).toBe(correct);
    }
  });

  test('contain the equations of their way if correct, in any style', () => {
    for (const { text, item, way } of samples.filter(({ correct }) => correct)) {
      const plain = text
        .replaceAll(/ = <<[^>]*>>/g, ' = ')
        .replaceAll('×', '*')
        .replaceAll('÷', '/');
      const written = [...plain.matchAll(/(\d+) ([-+*/]) (\d+) = (\d+)/g)].map(
        ([, left, sign, right, result]) =>
          canonicalEquation({
            left: Number(left),
            operation: sign === '-' || sign === '*' || sign === '/' ? sign : '+',
            right: Number(right),
            result: Number(result),
            label: ['', ''],
          }),
      );
      const chosen = item.ways[way];
      expect(chosen).toBeDefined();
      if (chosen !== undefined) expect(new Set(written)).toEqual(equationsOfWay(chosen));
    }
  });

  test('differ in words for the same way, so that wording and ways can narrow apart', () => {
    const item = itemAt(words, 0);
    const sameWay = drawSamples(first, item, 64).filter(({ correct, way }) => correct && way === 0);
    expect(sameWay.length).toBeGreaterThan(8);
    expect(new Set(sameWay.map(({ text }) => text)).size).toBeGreaterThan(0.9 * sameWay.length);
    const one: Checkpoint = { ...first, version: 'one-voice', styleWeights: [0, 1, 0, 0, 0, 0] };
    const voiced = drawSamples(one, item, 64).filter(({ correct, way }) => correct && way === 0);
    expect(new Set(voiced.map(({ text }) => text)).size).toBe(1);
  });
});

describe('a draw depends only on seed, checkpoint, item and sample', () => {
  const item = itemAt(words, 10);

  test('is the same for the same four, alone or among others, with its text or without', () => {
    const many = drawSamples(first, item, 8, { seed: 1 });
    expect(many).toEqual(
      Array.from({ length: 8 }, (_, number) => drawSample(first, item, number, { seed: 1 })),
    );
    expect(drawOutcomes(first, item, 8, { seed: 1 })).toEqual(
      many.map(({ correct, way }) => ({ correct, way })),
    );
  });

  test('differs if any of them differs', () => {
    const base = textsOf(first, item, 1);
    expect(textsOf(first, item, 2)).not.toBe(base);
    expect(textsOf(scenarios.same.new, item, 1)).not.toBe(base);
    expect(textsOf(first, itemAt(words, 11), 1)).not.toBe(base);
    expect(drawSample(first, item, [0, 1]).text).not.toBe(drawSample(first, item, 1).text);
  });

  test('is uncorrelated between v1 and the same abilities under another version', () => {
    const pairs = words
      .filter((each) => first.solve(each) > 0)
      .flatMap((each) => {
        const other = drawOutcomes(scenarios.same.new, each, 16);
        const solved = first.solve(each);
        const standardised = (correct: boolean): number =>
          (Number(correct) - solved) / Math.sqrt(solved * (1 - solved));
        return drawOutcomes(first, each, 16).map(
          ({ correct }, place) => standardised(correct) * standardised(other[place]?.correct ?? false),
        );
      });
    const correlation = pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
    expect(Math.abs(correlation)).toBeLessThanOrEqual(5 / Math.sqrt(pairs.length));
  });
});

test('a greedy sample is right if the item is mostly solved, and takes the most common way', () => {
  for (const item of words.slice(0, 50)) {
    const { correct, way, text } = greedySample(first, item);
    expect(correct).toBe(first.solve(item) >= 0.5);
    expect(way).toBe(0);
    expect(greedySample(first, item).text).toBe(text);
  }
});

test('a slip never gives the right answer, and is carried on to the end', () => {
  const item = itemAt(words, 0);
  const [way] = item.ways;
  expect(way).toBeDefined();
  if (way === undefined) return;
  const right = calculate(way);
  const wrong = calculate(way, { kind: 'wrong result', step: 0, by: 1 });
  expect(wrong.steps.map(({ operation }) => operation)).toEqual(
    right.steps.map(({ operation }) => operation),
  );
  expect(wrong.answer).not.toBe(right.answer);
  const unfinished = calculate(way, { kind: 'left unfinished' });
  expect(unfinished.steps).toEqual(right.steps.slice(0, -1));
  expect(unfinished.answer).toBe(right.steps.at(-2)?.result);
  const mistaken = calculate(way, { kind: 'wrong operation', step: 0 });
  expect(mistaken.steps[0]?.operation).not.toBe(right.steps[0]?.operation);
});
