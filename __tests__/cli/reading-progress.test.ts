import { expect, test } from 'vitest';
import { withReadingProgress } from '../../src/cli/reading-progress.ts';

async function read(lines: number): Promise<{ readonly told: readonly string[]; readonly bytes: number }> {
  const told: string[] = [];
  const text = Buffer.from('x\n'.repeat(lines));
  const open = withReadingProgress(
    async function* chunks() {
      await Promise.resolve();
      for (let at = 0; at < text.length; at += 65_537) yield text.subarray(at, at + 65_537);
    },
    (message) => told.push(message.replaceAll('\u00A0', ' ')),
  );
  let bytes = 0;
  for await (const chunk of open('a/::items.jsonl')) bytes += chunk.length;
  return { told, bytes };
}

test('reports progress for a file of a million lines', async () => {
  const { told, bytes } = await read(1_000_000);
  expect(bytes).toBe(2_000_000);
  expect(told).toHaveLength(4);
  expect(told[0]).toMatch(/^: :items\.jsonl: 2[5-9]\d,\d{3} lines read$/u);
  expect(told.at(-1)).toBe(': :items.jsonl: all 1,000,000 lines read; checking and hashing them');
});

test('reports nothing for a short one', async () => {
  expect((await read(100_000)).told).toEqual([]);
});
