import { describe, expect, test } from 'vitest';
import { chooserOf } from '../../../examples/tiny-lm/server/choose-token.ts';

/** Scores of tokens with these probabilities, after three numbers that belong to another solution. */
const scoresOf = (probabilities: readonly number[]) => ({
  logits: Float32Array.from([9, 9, 9, ...probabilities.map((probability) => Math.log(probability))]),
  from: 3,
  size: probabilities.length,
});

const scores = scoresOf([0.1, 0.5, 0.15, 0.25]);
const never = (): number => {
  throw new Error('nothing is to be drawn');
};

/** How often each token comes where the draws are spread evenly. */
function sharesOf(choosing: { temperature: number; topP: number }, from = scores): number[] {
  const counts = Array.from({ length: from.size }, () => 0);
  const draws = 1000;
  const choose = chooserOf(from, choosing);
  for (let place = 0; place < draws; place += 1) {
    const token = choose(() => (place + 0.5) / draws);
    counts[token] = (counts[token] ?? 0) + 1 / draws;
  }
  return counts.map((count) => Number(count.toFixed(3)));
}

describe('the next token', () => {
  test('comes as often as its probability says', () => {
    expect(sharesOf({ temperature: 1, topP: 1 })).toEqual([0.1, 0.5, 0.15, 0.25]);
  });

  test('comes by p^(1/T) where the temperature is T', () => {
    const squares = [0.01, 0.25, 0.0225, 0.0625].map((square) => square / 0.345);
    for (const [token, share] of sharesOf({ temperature: 0.5, topP: 1 }).entries())
      expect(share).toBeCloseTo(squares[token] ?? 0, 2);
  });

  test('is one of the fewest likeliest that reach top-p together, the one that crosses it included', () => {
    expect(sharesOf({ temperature: 1, topP: 0.6 })).toEqual([0, 0.667, 0, 0.333]);
    expect(sharesOf({ temperature: 1, topP: 0.8 })).toEqual([0, 0.556, 0.167, 0.277]);
  });

  test('is the likeliest, and not drawn, at temperature 0 and where it alone reaches top-p', () => {
    expect(chooserOf(scores, { temperature: 0, topP: 1 })(never)).toBe(1);
    expect(chooserOf(scores, { temperature: 1, topP: 0.5 })(never)).toBe(1);
  });

  test('is the only one of a vocabulary of one', () => {
    expect(chooserOf(scoresOf([1]), { temperature: 1, topP: 1 })(() => 0.99)).toBe(0);
  });
});
