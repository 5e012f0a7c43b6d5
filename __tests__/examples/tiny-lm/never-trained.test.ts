import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type EvalItem, evalItems, example } from './evals.ts';

/*
 * A problem is a chain of numbers, `12+5-3`, in words. The training script writes down the first 4 bytes of the SHA-256 of
 * every chain that it trained on.
 */

const trained = ((): ReadonlySet<number> => {
  const file = readFileSync(join(example, 'training/chains.bin'));
  return new Set(Array.from({ length: file.length / 4 }, (_, place) => file.readUInt32BE(4 * place)));
})();

const hashOf = (chain: string): number => createHash('sha256').update(chain).digest().readUInt32BE();

/** Whether the first byte of a hash says that its chain belongs to the eval side. */
const isHeldOut = (hash: number): boolean => (hash >>> 24) % 8 === 0;

describe('the eval set was never trained on', () => {
  test('what was trained on is known, and none of it belongs to the eval side', () => {
    expect(trained.size).toBeGreaterThan(10_000);
    expect([...trained].filter(isHeldOut)).toEqual([]);
  });

  test('all of the eval set belongs to the eval side', () => {
    const items = evalItems();
    expect(items.length).toBe(4 * 300 + 900);
    for (const { id, meta } of items) {
      expect(isHeldOut(hashOf(meta.chain)), id).toBe(true);
      expect(trained.has(hashOf(meta.chain)), id).toBe(false);
    }
  });

  test('the chain of an item is that of its words, and its answer is what the chain comes to', () => {
    for (const { id, prompt, answer, group, meta } of evalItems()) {
      const numbers = meta.chain.match(/[+-]?\d+/gu)?.map(Number) ?? [];
      expect(prompt.match(/\d+/gu)?.map(Number), id).toEqual(numbers.map(Math.abs));
      expect(
        numbers.reduce((sum, number) => sum + number, 0),
        id,
      ).toBe(Number(answer));
      expect(`${numbers.length - 1} steps`, id).toBe(group);
    }
  });

  test('the large suite is of fresh chains: none comes twice in it, none is in another suite', () => {
    const isLarge = ({ id }: EvalItem): boolean => id.startsWith('trained-kind-large-');
    const [large = [], others = []] = [true, false].map((wanted) =>
      evalItems().flatMap((item) => (isLarge(item) === wanted ? [item.meta.chain] : [])),
    );
    expect(large).toHaveLength(900);
    expect(new Set(large).size).toBe(900);
    expect(new Set(large).isDisjointFrom(new Set(others))).toBe(true);
  });

  test('no prompt comes twice in a suite', () => {
    const ids = new Set(evalItems().map(({ id, prompt }) => `${id.replace(/-\d+$/u, '')} ${prompt}`));
    expect(ids.size).toBe(evalItems().length);
  });
});
