import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSafetensors } from '../../../examples/tiny-lm/server/safetensors.ts';
import { example } from './evals.ts';

function fileOf(header: unknown, halves: readonly number[]): Uint8Array {
  const text = Buffer.from(JSON.stringify(header));
  const file = Buffer.alloc(8 + text.length + 2 * halves.length);
  file.writeBigUInt64LE(BigInt(text.length));
  text.copy(file, 8);
  for (const [place, half] of halves.entries()) file.writeUInt16LE(half, 8 + text.length + 2 * place);
  return file;
}

const header = {
  one: { dtype: 'F16', shape: [2], data_offsets: [0, 4] },
  two: { dtype: 'F16', shape: [1, 1], data_offsets: [4, 6] },
};

describe('a safetensors file', () => {
  test('gives its numbers as 32-bit floats, tensor after tensor', () => {
    // 1, −2 and the smallest 16-bit float above 0
    expect([...readSafetensors(fileOf(header, [0x3c00, 0xc000, 0x0001]))]).toEqual([1, -2, 2 ** -24]);
  });

  test('is refused where it is cut, or holds another kind of number', () => {
    expect(() => readSafetensors(fileOf(header, [0x3c00, 0xc000]))).toThrow(
      '6 bytes of numbers, and 4 follow',
    );
    const wide = { one: { dtype: 'F32', shape: [1], data_offsets: [0, 4] } };
    expect(() => readSafetensors(fileOf(wide, [0, 0]))).toThrow('F16');
  });

  test('of M0 holds as many numbers as the graphs name places for', () => {
    const numbers = readSafetensors(readFileSync(join(example, 'checkpoints/m0.safetensors')));
    for (const file of ['prompt.onnx', 'step.onnx']) {
      const graph = readFileSync(join(example, 'graphs', file), 'latin1');
      const ends = [...graph.matchAll(/offset[^\d]+(\d+)[^]{1,30}?length[^\d]+(\d+)/gu)].map(
        ([, offset, length]) => Number(offset) + Number(length),
      );
      expect(Math.max(...ends), file).toBe(numbers.byteLength);
    }
  });
});
