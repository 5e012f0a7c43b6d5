import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/read.ts';
import { refusal } from '../../support/refusal.ts';

const withPrices = (prices: string): string =>
  `prices: ${prices}\nsuites: [{ name: a, role: target, items: a.jsonl, grader: numeric }]\n`;

const pricesOf = (prices: string) => parseConfig(withPrices(prices), 'reversal.yml').config.prices;

const side = (promptUsdPerMillion: number, completionUsdPerMillion: number) => ({
  promptUsdPerMillion,
  completionUsdPerMillion,
});

describe('prices', () => {
  test('are the same for both sides, or one side has its own', () => {
    expect(pricesOf('{ prompt: 0.15, completion: 0.6 }')).toEqual({
      old: side(0.15, 0.6),
      new: side(0.15, 0.6),
    });
    expect(pricesOf('{ prompt: 1, completion: 2, old: { completion: 0 } }')).toEqual({
      old: side(1, 0),
      new: side(1, 2),
    });
    expect(pricesOf('{ old: { prompt: 1, completion: 2 }, new: { prompt: 3, completion: 4 } }')).toEqual({
      old: side(1, 2),
      new: side(3, 4),
    });
  });

  test('of a judge are separate, and required by a cost limit if there is a judge', async () => {
    const prices = '{ prompt: 1, completion: 2, judge: { prompt: 3, completion: 4 } }';
    expect(pricesOf(prices)).toEqual({ old: side(1, 2), new: side(1, 2), judge: side(3, 4) });
    const judged = (prices: string) => () =>
      parseConfig(
        `${withPrices(prices).replace(
          'numeric',
          '{ type: judge, model: j, base-url: "https://judge.test/v1", rubric: r, known: [{ text: a, expected: correct }, { text: b, expected: incorrect }] }',
        )}budget: { max-cost: 5 }\nsampling: { max-tokens: 8 }\n`,
        'reversal.yml',
      );
    expect(judged(prices)).not.toThrow();
    expect(await refusal(judged('{ prompt: 1, completion: 2 }'))).toContain(
      'budget.max-cost: found no prices.judge, so the cost of the judge of suite a is unknown',
    );
  });

  test('are optional', () => {
    const text = 'suites: [{ name: a, role: target, items: a.jsonl, grader: numeric }]\n';
    expect(parseConfig(text, 'reversal.yml').config.prices).toBeUndefined();
  });

  test('a missing price is named with its side', async () => {
    expect(await refusal(() => pricesOf('{ prompt: 1, new: { completion: 2 } }'))).toContain(
      'found no price of completion tokens for old, expected a price for each side',
    );
    expect(await refusal(() => pricesOf('{}'))).toContain('found no price of prompt tokens for old and new');
  });

  test.each(['{ prompt: -1, completion: 1 }', '{ prompt: "$1", completion: 1 }'])(
    '%s is not a price',
    async (prices) => {
      expect(await refusal(() => pricesOf(prices))).toContain(
        'expected US dollars per million tokens, 0 or more',
      );
    },
  );

  test('an unknown key is an error that names the nearest', async () => {
    expect(await refusal(() => pricesOf('{ promt: 1, completion: 1 }'))).toContain('prompt');
  });
});
